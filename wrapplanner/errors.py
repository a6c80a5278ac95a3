"""What can go wrong, told as one sentence that the person can act on.

Every error of ours carries a `sentence`: what happened, whether the words are safe, what to do next. The tree::

    WrapPlannerError
    ├── ContentError        a framework or other shipped data file is broken (names file, id and line)
    ├── ChangeRefused       a change does not fit the plan it was applied to
    ├── AnswerRefused       an answer does not fit its question's kind
    ├── ImportRefused       a file that was offered is not a plan we can take (names the place)
    ├── StorageError        the plan's own files
    │   ├── PlanNotFound    there is no plan of that name
    │   ├── PlanInUse       another window of the program has it open
    │   ├── PlanLocked      a passphrase or a recovery code is asked for; `ways` says which there are
    │   ├── WrongSecret     the passphrase or the code is another one
    │   │   └── CodeMistyped    the recovery code does not add up: a letter is wrong or not there
    │   ├── NoKeychain      this computer's keychain cannot be used
    │   ├── PlanUnreadable  the file, its key or its pages are damaged or do not belong together
    │   │   ├── FileIncomplete  it is gone, empty or not all of it is there
    │   │   ├── Mispaired       the file and the key file are not of one plan
    │   │   ├── KeyFileDamaged  the key file is damaged or gone
    │   │   └── PagesDamaged    pages, structure or digest are not as they were written
    │   ├── PlanTooNew      written by a newer version of the program
    │   ├── PlanReadOnly    it can be read and not written where it is
    │   └── NotSaved        the disk refused the words (full, read-only, pulled out)
    └── PrintError          a document cannot be made or printed

Sentences never hold what a person wrote: they reach logs and terminals. `ways` are what a screen may offer next.
"""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """A way forward that can be offered with an error of the plan's files; none of them changes anything unasked."""

    WAIT = "wait"  # another window, or a cloud service that has not brought all of the file yet
    PASSPHRASE = "passphrase"
    RECOVERY_CODE = "recovery-code"
    KEYS_OF_BACKUP = "keys-of-backup"  # a backup has a key file that belongs to this plan's file
    BACKUP = "backup"  # restore the newest good backup
    READ = "read"  # open it to read alone
    ELSEWHERE = "elsewhere"  # keep the plan in another place
    UPDATE = "update"  # a newer version of the program


class WrapPlannerError(Exception):
    """Base of all our errors; `str(error)` is the sentence to show."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ContentError(WrapPlannerError):
    """A shipped data file is broken."""

    def __init__(self, file: str, place: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}, {place}: {reason}")
        self.file, self.place, self.line, self.reason = file, place, line, reason


class ChangeRefused(WrapPlannerError):
    """A change does not fit the plan (an unknown id, a place outside the list); the plan is as it was."""


class AnswerRefused(WrapPlannerError):
    """An answer does not fit its question's kind; nothing was changed."""


class ImportRefused(WrapPlannerError):
    """A file that was offered is not a plan we can take; `place` says where it is wrong."""

    def __init__(self, reason: str, place: str = "") -> None:
        where = f" at {place}" if place else ""
        super().__init__(f"This file was not taken{where}: {reason} Your plan is as it was.")
        self.reason, self.place = reason, place


class StorageError(WrapPlannerError):
    """The plan's own files."""

    ways: tuple[Way, ...] = ()


class PlanNotFound(StorageError):
    """There is no plan of that name in the data folder."""


class PlanInUse(StorageError):
    """Another window of the program has this plan open."""

    ways: tuple[Way, ...] = (Way.WAIT,)


class PlanLocked(StorageError):
    """A passphrase or a recovery code opens this plan; `ways` says which there are."""

    def __init__(self, sentence: str, ways: tuple[Way, ...]) -> None:
        super().__init__(sentence)
        self.ways = ways


class WrongSecret(StorageError):
    """The passphrase or the code is another one. Nothing is counted, locked or wiped."""

    ways: tuple[Way, ...] = (Way.PASSPHRASE, Way.RECOVERY_CODE)


class CodeMistyped(WrongSecret):
    """The recovery code does not add up: a letter is wrong or not there."""

    ways: tuple[Way, ...] = (Way.RECOVERY_CODE,)


class NoKeychain(StorageError):
    """This computer's keychain cannot be used: there is none, it is not a safe one, or it does not answer."""

    ways: tuple[Way, ...] = (Way.PASSPHRASE, Way.RECOVERY_CODE)


class PlanUnreadable(StorageError):
    """The plan's file, its key or its pages are damaged or do not belong together."""

    ways: tuple[Way, ...] = (Way.BACKUP,)


class FileIncomplete(PlanUnreadable):
    """The plan's file is gone, empty or cut short; perhaps a cloud service has not brought all of it yet."""

    ways: tuple[Way, ...] = (Way.WAIT, Way.BACKUP)


class Mispaired(PlanUnreadable):
    """The plan's file and its key file are not of one plan."""

    ways: tuple[Way, ...] = (Way.KEYS_OF_BACKUP, Way.BACKUP)


class KeyFileDamaged(PlanUnreadable):
    """The key file is damaged or gone."""

    ways: tuple[Way, ...] = (Way.KEYS_OF_BACKUP, Way.BACKUP)


class PagesDamaged(PlanUnreadable):
    """The plan's pages, structure or digest are not as they were written."""


class PlanTooNew(StorageError):
    """The plan was written by a newer version of the program."""

    ways: tuple[Way, ...] = (Way.READ, Way.UPDATE)


class PlanReadOnly(StorageError):
    """The plan can be read and not written where it is."""

    ways: tuple[Way, ...] = (Way.READ, Way.ELSEWHERE)


class NotSaved(StorageError):
    """The disk refused the words: full, read-only or pulled out."""

    ways: tuple[Way, ...] = (Way.WAIT, Way.ELSEWHERE)


class PrintError(WrapPlannerError):
    """A document cannot be made or printed."""
