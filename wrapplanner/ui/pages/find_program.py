"""Pages of the program and the topics of Settings, for Find."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wrapplanner.ui.pages.find_things import Known, Thing, known
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.settings import Door, doors_for
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP

_PAGES = (
    ("now", "lamp", QT_TRANSLATE_NOOP("Find", "Now: I need my plan now")),
    ("today", "sun", QT_TRANSLATE_NOOP("Find", "Today")),
    ("read", "book-open", QT_TRANSLATE_NOOP("Find", "Read my plan")),
    ("print", "printer", QT_TRANSLATE_NOOP("Find", "Print and share")),
    ("review", "list-checks", QT_TRANSLATE_NOOP("Find", "Go over my plan; review; new version")),
    ("history", "history", QT_TRANSLATE_NOOP("Find", "What changed in my plan; history; bring back")),
)


def program_of(context: PageContext) -> Known:
    """Return the pages of the program and the topics of Settings, with what can be chosen there."""
    pages = (Thing(place, _said("Find", words), icon) for place, icon, words in _PAGES)
    return known((*pages, *(_topic(door) for door in doors_for(context))))


def _topic(door: Door) -> Thing:
    words = "\n".join(_said("Settings", each) for each in (door.title, door.finds) if each)
    return Thing(f"settings/{door.id}", words, door.icon, _said("Find", QT_TRANSLATE_NOOP("Find", "Settings")))


def _said(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
