"""A plan's files copied to another place, for a plan that can be read but not written where it is."""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from wrapplanner.errors import NotSaved
from wrapplanner.storage.diagnosis import DATABASE, JOURNAL, KEY_FILE
from wrapplanner.storage.names import NICKNAME, free_name, plan_folder
from wrapplanner.storage.safefiles import copy_safely, sync_folder

_NOT_COPIED = "Your plan cannot be copied there: that place is full, read-only or was pulled out. Choose another one."


def copy_plan(folder: Path, data_dir: Path) -> Path:
    """Copy a plan that no store has open to another data folder; return its folder there, which is whole or not at all.

    What is there already stays, and so does what is copied. Its backups stay where they are. Raises NotSaved.
    """
    target = plan_folder(data_dir, free_name(data_dir, folder.name))
    fresh = target.parent / f".new-{secrets.token_hex(6)}"
    try:
        fresh.mkdir(mode=0o700, parents=True)
        for name in (DATABASE, KEY_FILE):
            copy_safely(folder / name, fresh / name)
        for name in (JOURNAL, NICKNAME):
            with suppress(FileNotFoundError):
                copy_safely(folder / name, fresh / name)
        fresh.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise NotSaved(_NOT_COPIED) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return target
