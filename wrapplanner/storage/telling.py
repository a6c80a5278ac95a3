"""What SQLite's errors mean for a person's plan."""

from __future__ import annotations

from typing import Final

import sqlcipher3.dbapi2 as sqlcipher

from wrapplanner.errors import (
    ChangeRefused,
    NotSaved,
    PagesDamaged,
    PlanInUse,
    PlanReadOnly,
    PlanUnreadable,
    StorageError,
    WrapPlannerError,
)
from wrapplanner.storage.diagnosis import NO_ACCESS, READ_ONLY

_BUSY, _LOCKED, _READ_ONLY, _IO_ERROR, _CORRUPT, _CANNOT_OPEN, _NOT_A_DATABASE = 5, 6, 8, 10, 11, 14, 26
_MOVED: Final = 8 | 4 << 8  # read-only, since another file has the name now

_DAMAGED = "This plan's file is damaged, so it cannot be opened. Nothing was changed or written over."
_IN_USE = "This plan is open already, in another window of WRAP Planner. Close it there first."
NOT_SAVED = (
    "Your last words are not on the disk yet: it is full, read-only or was pulled out. "
    "They are still here. Make room and go on."
)
ANOTHER = (
    "Your last words are not on the disk yet: the plan that is there now is another one. They are still here. "
    "Keep them in a file, or put back what was there."
)
_MISFIT = "This does not fit the plan any more; nothing was changed."


def refused(code: int) -> StorageError:
    """Return why a file cannot be opened, by SQLite's code."""
    if code in (_BUSY, _LOCKED):
        return PlanInUse(_IN_USE)
    if code == _READ_ONLY:
        return PlanReadOnly(READ_ONLY)
    return PagesDamaged(_DAMAGED) if code in (_CORRUPT, _NOT_A_DATABASE) else PlanUnreadable(NO_ACCESS)


def is_loss(error: BaseException | None) -> bool:
    """Whether an error says that the file itself cannot be reached any more, rather than that there is no room."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in (_IO_ERROR, _CANNOT_OPEN) or code == _MOVED or isinstance(error, sqlcipher.ProgrammingError)


def told(error: BaseException | None) -> WrapPlannerError:
    """Return what an error of an open file means."""
    if isinstance(error, sqlcipher.IntegrityError):
        return ChangeRefused(_MISFIT)
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (_CORRUPT, _NOT_A_DATABASE):
        return PagesDamaged(_DAMAGED)
    return NotSaved(NOT_SAVED)
