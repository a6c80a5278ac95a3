"""Where things are: the resources that are shipped, and the user's data folder (appdirs lives here and nowhere else)."""

from __future__ import annotations

import os
from pathlib import Path

DATA_DIR_VARIABLE = "WRAPPLANNER_DATA_DIR"


def resource_root() -> Path:
    """Return the folder of the shipped resources: `_resources` in an installed wheel, else `resources` beside the package."""
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def data_dir(chosen: Path | None = None) -> Path:
    """Return the data folder: the one asked for, else the environment's, else the system's place for user data."""
    if chosen is not None:
        return chosen
    if named := os.environ.get(DATA_DIR_VARIABLE):
        return Path(named)
    import appdirs  # late: only the default needs it

    return Path(appdirs.user_data_dir("WRAP Planner", appauthor=False))
