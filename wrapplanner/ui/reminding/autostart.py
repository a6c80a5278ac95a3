"""Starting with the computer: one small file (Linux, macOS) or one value of the registry (Windows), made when asked for.

It holds the command alone. What it is called there reveals nothing.
"""

from __future__ import annotations

import os
import plistlib
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, cast

_NAME = "your-planner"


class Autostart(Protocol):
    """Whether the program starts with the computer, and changing that. All raise OSError where it cannot be done."""

    def is_on(self) -> bool:
        """Whether it does."""

    def turn_on(self, command: Sequence[str]) -> None:
        """Have a command run when the person signs in."""

    def turn_off(self) -> None:
        """Have it run no more."""


class DesktopFile:
    """Linux: a desktop entry in the XDG autostart folder."""

    def __init__(self, config: Path) -> None:
        self._file = config / "autostart" / f"{_NAME}.desktop"

    def is_on(self) -> bool:
        """See Autostart."""
        return self._file.is_file()

    def turn_on(self, command: Sequence[str]) -> None:
        """See Autostart."""
        lines = ("[Desktop Entry]", "Type=Application", "Name=Your planner", f"Exec={_exec(command)}", "Terminal=false")
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text("\n".join((*lines, "X-GNOME-Autostart-enabled=true", "")), "utf-8")

    def turn_off(self) -> None:
        """See Autostart."""
        self._file.unlink(missing_ok=True)


class LaunchAgent:
    """macOS: a property list among the person's launch agents."""

    def __init__(self, library: Path) -> None:
        self._file = library / "LaunchAgents" / f"local.{_NAME}.plist"

    def is_on(self) -> bool:
        """See Autostart."""
        return self._file.is_file()

    def turn_on(self, command: Sequence[str]) -> None:
        """See Autostart."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        entry = {"Label": f"local.{_NAME}", "ProgramArguments": list(command), "RunAtLoad": True}
        self._file.write_bytes(plistlib.dumps(entry))

    def turn_off(self) -> None:
        """See Autostart."""
        self._file.unlink(missing_ok=True)


class RunKey:
    """Windows: a value of the person's own Run key. `registry` is the module winreg."""

    _PATH = r"Software\Microsoft\Windows\CurrentVersion\Run"
    _VALUE = "Your planner"

    def __init__(self, registry: ModuleType) -> None:
        self._registry = cast(Any, registry)

    def is_on(self) -> bool:
        """See Autostart."""
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, self._PATH) as key:
                self._registry.QueryValueEx(key, self._VALUE)
        except FileNotFoundError:
            return False
        return True

    def turn_on(self, command: Sequence[str]) -> None:
        """See Autostart."""
        with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, self._PATH) as key:
            self._registry.SetValueEx(key, self._VALUE, 0, self._registry.REG_SZ, subprocess.list2cmdline(command))

    def turn_off(self) -> None:
        """See Autostart."""
        if self.is_on():
            with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, self._PATH) as key:
                self._registry.DeleteValue(key, self._VALUE)


def autostart() -> Autostart:
    """Return the way of this computer."""
    if sys.platform == "win32":
        import winreg

        return RunKey(winreg)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library")
    return DesktopFile(Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"))


def command_for(data_dir: Path) -> tuple[str, ...]:
    """Return the command that starts this program out of sight, with its data in a folder."""
    program = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "wrapplanner")
    return (*program, "--out-of-sight", "--data-dir", str(data_dir.resolve()))


def _exec(command: Sequence[str]) -> str:
    # The rules of desktop entries: each argument in quotes, with \ before what the shell would read, and %% for %.
    return " ".join('"' + _quoted(each) + '"' if each != shlex.quote(each) or "%" in each else each for each in command)


def _quoted(argument: str) -> str:
    for letter in ("\\", '"', "`", "$"):
        argument = argument.replace(letter, f"\\{letter}")
    return argument.replace("\\", "\\\\").replace("%", "%%")
