"""Hears of every socket that is connected and every file that Python opens for writing, in whatever thread."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OF_TOOLS = ("/__pycache__/", "/.pytest_cache/", "/.hypothesis/", "/.ruff_cache/", "/.mypy_cache/")
"""What Python and the tools that run the tests keep for themselves."""
_DEVICES = ("/dev/", "/proc/self/")


class Audit:
    """`told` are what should not have been; `read` the files that were opened to be read, while it is a list."""

    def __init__(self, rooms: tuple[Path, ...]) -> None:
        """In `rooms` and below anything may be written; `system_temp` is where temporary files would be without the tests."""
        self.told: list[str] = []
        self.read: list[str] | None = None
        self.rooms = [os.path.realpath(room) for room in rooms]
        self.system_temp = ""
        self._hears: dict[str, Callable[..., None]] = {"open": self._on_open, "socket.connect": self._on_connect}

    def install(self) -> None:
        """Begin to listen; Python never stops an audit hook."""
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        hears = self._hears.get(event)
        if hears is not None:
            hears(*arguments)

    def _on_open(self, path: object, mode: object, flags: object) -> None:
        if isinstance(path, int) or path is None:
            return
        name = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]
        writes = (isinstance(flags, int) and flags & _WRITES) or (isinstance(mode, str) and set(mode) & set("wax+"))
        if not writes:
            if self.read is not None:
                self.read.append(name)
        elif not self._may_be_written(name):
            self.told.append(f"a file outside the tests' folders was opened for writing: {name}")

    def _may_be_written(self, name: str) -> bool:
        if any(each in name for each in _OF_TOOLS) or name.startswith(_DEVICES):
            return True
        rooms = tuple(room + os.sep for room in self.rooms)
        return name.startswith(rooms) or os.path.realpath(name).startswith(rooms)

    def _on_connect(self, asked: socket.socket, address: object) -> None:
        local = getattr(socket, "AF_UNIX", None)
        if asked.family == local and "bus" in os.fsdecode(address):  # type: ignore[arg-type]
            return  # D-Bus, to which the keychain is spoken
        self.told.append(f"a socket was connected: {address!r}")
