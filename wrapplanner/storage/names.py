"""Plans by name: each is a folder under `plans` in the data folder."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from wrapplanner.domain.text import normalise
from wrapplanner.errors import NotSaved, StorageError
from wrapplanner.storage.safefiles import write_safely

DEFAULT = "my-plan"
LONGEST = 64
NICKNAME = "plan.name"
LONGEST_NICKNAME = 40
_NICKNAME_BYTES = 1024
_NOT_KEPT = "The name cannot be kept: the disk is full, read-only or was pulled out. The plan is as it was."

_FORBIDDEN = frozenset('/\\:*?"<>|')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})  # Windows'


def plan_names(data_dir: Path) -> tuple[str, ...]:
    """Return the names of the plans in a data folder, sorted; empty where there is none."""
    root = data_dir / "plans"
    if not root.is_dir():
        return ()
    found = (each for each in root.iterdir() if is_plan_name(each.name))
    return tuple(sorted(each.name for each in found if (each / "plan.db").exists() or (each / "plan.keys").exists()))


def plan_folder(data_dir: Path, name: str) -> Path:
    """Return the folder of a plan, which need not be there. Raises StorageError for a name that no folder can have."""
    name = unicodedata.normalize("NFC", name)
    if not is_plan_name(name):
        raise StorageError(
            f"A plan's name has 1 to {LONGEST} letters, does not begin with a dot and holds none of / \\ : * ? \" < > |."
        )
    return data_dir / "plans" / name


def nickname_of(folder: Path) -> str:
    """Return what the person calls the plan in a folder on the start window, "" if they gave it no nickname.

    It lies in the open beside the sealed file, for whoever looks at the start window or the folder.
    """
    try:
        with (folder / NICKNAME).open("rb") as file:
            said = file.read(_NICKNAME_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
    return nickname(said)


def keep_nickname(folder: Path, words: str) -> str:
    """Keep a nickname, none for "", and return it as it is shown. Raises NotSaved."""
    said = nickname(words)
    try:
        if said:
            write_safely(folder / NICKNAME, said.encode("utf-8"))
        else:
            (folder / NICKNAME).unlink(missing_ok=True)
    except OSError as error:
        raise NotSaved(_NOT_KEPT) from error
    return said


def nickname(words: str) -> str:
    """Return words as a nickname: one line of at most 40 letters."""
    return " ".join(normalise(words).split())[:LONGEST_NICKNAME].strip()


def is_plan_name(name: str) -> bool:
    """Whether a folder on any of the three systems can have this name."""
    return (
        0 < len(name) <= LONGEST
        and name.isprintable()
        and not _FORBIDDEN & set(name)
        and name[0] not in " ."
        and name[-1] not in " ."
        and name.split(".")[0].lower() not in _DEVICES
    )


def free_name(data_dir: Path, name: str) -> str:
    """Return a plan's name that is not taken: `name`, else `name-2`, `name-3` …"""
    taken = plan_names(data_dir)
    return next(each for each in (name, *(f"{name}-{number}" for number in range(2, 1000))) if each not in taken)


def plan_in(folder: Path) -> tuple[Path, str] | None:
    """Return (data folder, plan name) for a folder that a person chose, or None.

    They may have chosen the data folder, "plans" in it, or a plan's own folder.
    """
    for data_dir in (folder, folder.parent, folder.parent.parent):
        names = plan_names(data_dir)
        if folder.name in names and data_dir / "plans" / folder.name == folder:
            return data_dir, folder.name
        if names and folder in (data_dir, data_dir / "plans"):
            return data_dir, names[0]
    return None
