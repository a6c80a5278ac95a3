"""What a command was asked for: which plan, what opens it, which framework, and where its output goes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wrapplanner.errors import PlanReadOnly, PlanTooNew, StorageError
from wrapplanner.paths import data_dir, resource_root
from wrapplanner.storage.names import DEFAULT, plan_folder, plan_names

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Framework
    from wrapplanner.storage.keyslots import Secret
    from wrapplanner.storage.plans import PlanStore

LONGEST_LINE: Final = 1 << 16


def data_of(arguments: argparse.Namespace) -> Path:
    """Return the data folder that was asked for."""
    return data_dir(getattr(arguments, "data_dir", None))


def plan_name_of(arguments: argparse.Namespace) -> str:
    """Return the name of the plan that was asked for."""
    return str(getattr(arguments, "plan", DEFAULT))


def store_of(arguments: argparse.Namespace, *, reads: bool = False) -> PlanStore:
    """Open the plan, with the passphrase or the code that was given; `reads` is for commands that write nothing in it."""
    folder, secret = plan_folder(data_of(arguments), plan_name_of(arguments)), secret_of(arguments)
    from wrapplanner.storage.plans import PlanStore

    keys = None
    if secret is not None and plan_name_of(arguments) in plan_names(data_of(arguments)):
        from wrapplanner.storage.diagnosis import examine
        from wrapplanner.storage.keyslots import unlock

        keys = unlock(examine(folder), secret)
    try:
        return PlanStore.open(folder, keys=keys)
    except (PlanReadOnly, PlanTooNew):
        if not reads:
            raise
        return PlanStore.open(folder, keys=keys, to_read=True)


def secret_of(arguments: argparse.Namespace) -> Secret | None:
    """Return the passphrase or the recovery code that was given in a file, None where none was."""
    from wrapplanner.storage.keyslots import Passphrase, RecoveryCode

    if file := getattr(arguments, "passphrase_file", ""):
        return Passphrase(first_line(file))
    if file := getattr(arguments, "recovery_code_file", ""):
        return RecoveryCode(first_line(file))
    return None


def first_line(file: str) -> str:
    """Return the first line of a small file; - is the standard input. Raises StorageError."""
    try:
        if file == "-":
            data = sys.stdin.buffer.readline(LONGEST_LINE)
        else:
            with Path(file).open("rb") as opened:
                data = opened.readline(LONGEST_LINE)
        return data.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise StorageError(f"The letters in {Path(file).name} are not in UTF-8. Nothing was changed.") from error
    except OSError as error:
        raise StorageError(f"{Path(file).name} cannot be read: {error.strerror}. Nothing was changed.") from error


def framework_names() -> tuple[str, ...]:
    """Return the ids of the frameworks that there are."""
    from wrapplanner.content.loader import framework_folders

    return tuple(framework_folders(resource_root() / "framework"))


def framework_of(name: str, wording: Mapping[str, str] | None = None) -> Framework:
    """Return a framework by its id. Raises StorageError."""
    from wrapplanner.content.loader import framework_folders, load_framework

    folders = framework_folders(resource_root() / "framework")
    if name not in folders:
        raise StorageError(f"This kind of plan is not known here. These are: {', '.join(folders)}.")
    return load_framework(folders[name], wording)


def check_target(output: str) -> None:
    """Raise StorageError for a file to write that would stand among a plan's own."""
    folder = Path(output).resolve().parent
    if output != "-" and any((folder / name).exists() for name in ("plan.db", "plan.keys")):
        raise StorageError("A plan is kept in that folder. Choose another place for the file, so that the plan stays safe.")


def tell(text: str) -> int:
    """Print some text; return 0."""
    return put("-", text.encode("utf-8"))


def put(output: str, data: bytes) -> int:
    """Write bytes to a file, or to the standard output for -; return 0. Raises StorageError."""
    from wrapplanner.storage.safefiles import write_safely

    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return 0
    path = Path(output)
    try:
        write_safely(path, data)
    except OSError as error:
        raise StorageError(f"{path.name} cannot be written: {error.strerror or 'it is not a file'}.") from error
    return 0
