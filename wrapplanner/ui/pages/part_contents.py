"""The contents of a part: its sections, or its questions, at the side or in a drop-down."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem

from wrapplanner.domain.framework import Part, Question
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.marks import number_icon
from wrapplanner.ui.widgets.side_list import SideList

SIDE_WIDTH = 228


@dataclass(frozen=True, slots=True)
class Stop:
    """One place to go: the first question there (its id), a number or '', and words."""

    question: str
    number: str
    words: str


def stops_of(part: Part, asked: tuple[Question, ...]) -> tuple[Stop, ...]:
    """Return the sections of a part that have questions, or its questions where it has no sections."""
    if not part.sections:
        return tuple(Stop(question.id, "", question.title) for question in asked)
    firsts = ((section, next((q for q in asked if q.section == section.id), None)) for section in part.sections)
    return tuple(Stop(q.id, str(number), section.title) for number, (section, q) in enumerate(firsts, 1) if q is not None)


class ContentsSide(SideList):
    """The contents as a list. `stop_requested(question)`; `choose(question)` marks where the page is."""

    stop_requested = Signal(str)

    def __init__(self, look: Look, name: str, stops: tuple[Stop, ...]) -> None:
        super().__init__(look, name)
        self.setFixedWidth(round(SIDE_WIDTH * look.scale))
        self.setIconSize(look.icon_extent(24))
        for stop in stops:
            self.add_topic(stop.question, stop.words, number_icon(look, stop.number) if stop.number else None)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.stop_requested.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class ContentsDrop(DropDown):
    """The contents as a drop-down. `stop_requested(question)`."""

    stop_requested = Signal(str)

    def __init__(self, look: Look, name: str, stops: tuple[Stop, ...]) -> None:
        super().__init__(look, name)
        self._stops = stops
        for stop in stops:
            self.addItem(f"{stop.number}  {stop.words}".strip())
        self.activated.connect(self._on_activated)

    def _on_activated(self, place: int) -> None:
        self.stop_requested.emit(self._stops[place].question)
