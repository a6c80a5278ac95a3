"""What Now says of its own: above a thing where it comes from, on its doors, and three gentle things that are ours."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from wrapplanner.domain.days import Place
from wrapplanner.domain.helplines import Helpline
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.now import Door, Lead
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP

LEADS: Final = MappingProxyType(
    {
        Lead.UPSET: QT_TRANSLATE_NOOP("NowWords", "When something upsets my balance"),
        Lead.EARLY: QT_TRANSLATE_NOOP("NowWords", "Early signs: what I must do"),
        Lead.BREAKING: QT_TRANSLATE_NOOP("NowWords", "What I must do now"),
        Lead.PLEASE_DO: QT_TRANSLATE_NOOP("NowWords", "Please do"),
        Lead.PLEASE_DO_NOT: QT_TRANSLATE_NOOP("NowWords", "Please do not"),
        Lead.AFTER: QT_TRANSLATE_NOOP("NowWords", "While I come back"),
        Lead.OURS: QT_TRANSLATE_NOOP("NowWords", "Many people try this. It is ours, not from your plan."),
        Lead.CALL: QT_TRANSLATE_NOOP("NowWords", "Call"),
        Lead.OWN_LINE: QT_TRANSLATE_NOOP("NowWords", "My own helpline"),
        Lead.LINE: QT_TRANSLATE_NOOP("NowWords", "Helpline"),
    }
)
OURS: Final = (
    (
        QT_TRANSLATE_NOOP("NowWords", "Take a slow breath out."),
        QT_TRANSLATE_NOOP("NowWords", "Longer out than in. Five times, at your own pace."),
    ),
    (
        QT_TRANSLATE_NOOP("NowWords", "Drink a glass of water."),
        QT_TRANSLATE_NOOP("NowWords", "Sip by sip. Feel it go down."),
    ),
    (
        QT_TRANSLATE_NOOP("NowWords", "Feet on the floor. Look round."),
        QT_TRANSLATE_NOOP("NowWords", "Name five things that you see, out loud if you like."),
    ),
)
_HELPS: Final = MappingProxyType(
    {
        None: QT_TRANSLATE_NOOP("NowWords", "Try a tool"),
        Place.STEADY: QT_TRANSLATE_NOOP("NowWords", "Try a tool"),
        Place.CRISIS: QT_TRANSLATE_NOOP("NowWords", "What helps me"),
    }
)
_DOORS: Final = MappingProxyType(
    {
        Door.CALL: QT_TRANSLATE_NOOP("NowWords", "Who to call"),
        Door.LINES: QT_TRANSLATE_NOOP("NowWords", "Helplines"),
        Door.SHOW: QT_TRANSLATE_NOOP("NowWords", "Show someone"),
        Door.PRINT: QT_TRANSLATE_NOOP("NowWords", "Print it"),
    }
)
NEXT: Final = MappingProxyType(
    {
        Door.HELPS: QT_TRANSLATE_NOOP("NowWords", "Show me another"),
        Door.CALL: QT_TRANSLATE_NOOP("NowWords", "Next person"),
        Door.LINES: QT_TRANSLATE_NOOP("NowWords", "Next line"),
    }
)
_WHAT_I_DO: Final = QT_TRANSLATE_NOOP("NowWords", "What I can do")


def said(text: str) -> str:
    """Return words of this module in the language of the program."""
    return QCoreApplication.translate("NowWords", text)


def door_words(door: Door, place: Place | None) -> str:
    """Return what stands on a door."""
    return said(_HELPS.get(place, _WHAT_I_DO) if door is Door.HELPS else _DOORS[door])


def line_notes(line: Helpline) -> Iterator[str]:
    """Yield what there is to know about a helpline beside its number, a line each."""
    for ways, form in (
        (line.text, QT_TRANSLATE_NOOP("NowWords", "By text: {0}")),
        (line.chat, QT_TRANSLATE_NOOP("NowWords", "By chat: {0}")),
    ):
        if ways:
            yield said(form).format(ways)
    if when := " · ".join(filter(None, (line.hours, line.cost))):
        yield when
    for more, form in (
        (line.languages, QT_TRANSLATE_NOOP("NowWords", "Languages: {0}")),
        (line.deaf, QT_TRANSLATE_NOOP("NowWords", "For Deaf callers: {0}")),
    ):
        if more:
            yield said(form).format(more)


def check_words(line: Helpline) -> str:
    """Return that a number wants checking, and from which day it is."""
    form = QT_TRANSLATE_NOOP("NowWords", "Check the number: this list is from {0}.")
    return said(form).format(spoken_date(line.compiled.isoformat()))
