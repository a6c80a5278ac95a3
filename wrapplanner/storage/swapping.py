"""A new file, and a new key file where it needs one, in the place of a plan's: the old pair or the new one, never neither."""

from __future__ import annotations

import os
from pathlib import Path

from wrapplanner.errors import NotSaved
from wrapplanner.storage.diagnosis import DATABASE, JOURNAL, KEY_FILE, NEXT_KEY_FILE
from wrapplanner.storage.safefiles import sync_folder, write_safely
from wrapplanner.storage.vault import Vault

_NOT_SWAPPED = "The plan's file cannot be replaced: the disk is full, read-only or was pulled out. The plan is as it was."


def swap_in(folder: Path, database: Path, key_data: bytes | None, present: Vault | None) -> None:
    """Put a closed file on the same disk, already synced, in the place of plan.db; and a key file, if it has another one.

    The moment is the replacing of plan.db. If it is broken off before that, the old pair is there; after it, opening finds
    the new key file waiting under another name and finishes (`diagnosis.examine`). `present` is the open vault of the plan,
    if it opens: its lock keeps others out until the new file is there, and it is closed. Raises NotSaved.
    """
    try:
        (folder / NEXT_KEY_FILE).unlink(missing_ok=True)
        if key_data is not None:
            write_safely(folder / NEXT_KEY_FILE, key_data)
        if present is not None and os.name == "nt":
            present.close()  # Windows replaces no open file, and also refuses while somebody else has it open
        # A journal that waits belongs to the old file, and would be played into the new one.
        (folder / JOURNAL).unlink(missing_ok=True)
        os.replace(database, folder / DATABASE)
        sync_folder(folder)
        if key_data is not None:
            os.replace(folder / NEXT_KEY_FILE, folder / KEY_FILE)
            sync_folder(folder)
    except OSError as error:
        raise NotSaved(_NOT_SWAPPED) from error
    finally:
        if present is not None:
            present.close()
