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
    │   ├── PlanUnreadable  the file, its key or its pages are damaged or do not belong together
    │   ├── PlanTooNew      written by a newer version of the program
    │   └── NotSaved        the disk refused the words (full, read-only, pulled out)
    └── PrintError          a document cannot be made or printed

Sentences never hold what a person wrote: they reach logs and terminals.
"""

from __future__ import annotations


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


class PlanNotFound(StorageError):
    """There is no plan of that name in the data folder."""


class PlanInUse(StorageError):
    """Another window of the program has this plan open."""


class PlanUnreadable(StorageError):
    """The plan's file, its key or its pages are damaged or do not belong together."""


class PlanTooNew(StorageError):
    """The plan was written by a newer version of the program."""


class NotSaved(StorageError):
    """The disk refused the words: full, read-only or pulled out."""


class PrintError(WrapPlannerError):
    """A document cannot be made or printed."""
