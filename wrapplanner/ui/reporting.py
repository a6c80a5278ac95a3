"""One place where a problem is told: our own errors in their sentence, others in one that promises only what is true."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from wrapplanner.errors import WrapPlannerError


def report_error(error: BaseException, say: Callable[[str], None]) -> None:
    """Say what happened. The log gets the kind and the place of an unexpected error, never what a person wrote."""
    if isinstance(error, WrapPlannerError):
        say(error.sentence)
        return
    places = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{place.name}:{place.lineno}" for place in reversed(places[-6:]))
    sys.stderr.write(f"wrapplanner: unexpected {type(error).__name__} in {where}\n")
    say(
        QCoreApplication.translate(
            "Reporting",
            "Something in the program went wrong. What you saved is safe. If it happens again, close and reopen it.",
        )
    )


def install(say: Callable[[str], None]) -> None:
    """Have every error that nobody caught told to the person."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            report_error(error, say)

    sys.excepthook = told
