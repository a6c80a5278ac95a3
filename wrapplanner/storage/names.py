"""Plans by name: each is a folder under `plans` in the data folder."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from wrapplanner.errors import StorageError

DEFAULT = "my-plan"
LONGEST = 64

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
