"""Small files that are either the old one or the new one, never half of one."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_safely(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write a file as `stream_safely` does, all of it being in memory. Raises OSError, the old file being as it was."""
    stream_safely(path, (data,), mode=mode)


def stream_safely(path: Path, parts: Iterable[bytes], *, mode: int = 0o600) -> None:
    """Write a file: new beside it → fsync → replace → fsync of the folder. Raises OSError, the old file being as it was.

    `mode` are its rights where the system has them: what a person wrote is theirs alone until they say otherwise.
    A link is written through, not replaced.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        # A folder, or a device such as /dev/null: replacing it with a file would do harm.
        raise IsADirectoryError(f"{path.name} is not a file")
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    sync_folder(path.parent)


def copy_safely(source: Path, target: Path) -> None:
    """Copy a file to a new one that only its owner may read, and that is on the disk when this returns. Raises OSError."""
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file, source.open("rb") as original:
        shutil.copyfileobj(original, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Make what a closed file holds durable. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can do that (Windows does it by itself)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # some network file systems refuse; the words themselves are on disk
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
