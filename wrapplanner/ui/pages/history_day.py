"""One day of what changed: its date, a door to the plan as it was then, and sentences by part."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wrapplanner.domain.bringing_back import is_there
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.history import Deed, ToldDay
from wrapplanner.domain.plan import Plan
from wrapplanner.ui.pages.history_words import Told, ToldPart, ToldQuestion, spoken_day, told_parts
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.marks import PartMark
from wrapplanner.ui.widgets.words import rule, words


class DayCard(QWidget):
    """`day_requested(ISO date)` to read the plan of that day; `back_requested(deeds)` to bring back what was taken out."""

    day_requested = Signal(str)
    back_requested = Signal(tuple)

    def __init__(self, look: Look, framework: Framework, plan: Plan, day: ToldDay, *, narrow: bool) -> None:
        super().__init__()
        self._look, self._plan, self._narrow = look, plan, narrow
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.space(16))
        column.setSpacing(look.space(8))
        self._build_head(column, day.day, spoken_day(day.day, framework.language))
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.space(20), look.space(16), look.space(12), look.space(16))
        inside.setSpacing(look.space(12))
        for place, part in enumerate(told_parts(framework, day.deeds)):
            if place:
                inside.addWidget(rule())
            self._build_part(inside, part)
        column.addWidget(card)

    def _build_head(self, column: QVBoxLayout, day: str, spoken: str) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        head = QBoxLayout(down if self._narrow else across)
        head.setSpacing(self._look.space(8))
        head.addWidget(words(spoken, "heading2"), 1)
        self.read = button(self._look, self.tr("Read my plan of that day"), "quiet", icon="book-open")
        self.read.setAccessibleName(self.tr("Read my plan as it was on {0}").format(spoken))
        self.read.clicked.connect(partial(self.day_requested.emit, day))
        head.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)

    def _build_part(self, column: QVBoxLayout, part: ToldPart) -> None:
        look = self._look
        head = QHBoxLayout()
        head.setSpacing(look.space(12))
        if part.part is not None:
            head.addWidget(PartMark(look, part.part, 24), 0, Qt.AlignmentFlag.AlignTop)
        else:
            mark = QLabel()
            mark.setPixmap(look.pixmap("users", "ink-soft", 24))
            head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout()
        inside.setSpacing(look.space(2))
        inside.addWidget(words(part.part.title if part.part is not None else self.tr("My people"), "body-strong"))
        for question in part.questions:
            self._build_question(inside, question)
        head.addLayout(inside, 1)
        column.addLayout(head)

    def _build_question(self, column: QVBoxLayout, question: ToldQuestion) -> None:
        if question.title:
            column.addSpacing(self._look.space(4))
            column.addWidget(words(question.title, "caption"))
        gone = tuple(told.deed for told in question.told if told.deed is not None and self._is_gone(told.deed))
        for told in question.told:
            self._build_sentence(column, told)
        if len(gone) > 1:
            every = self._door(self.tr("Bring all of these back"), gone)
            every.setAccessibleDescription(question.title)
            column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_sentence(self, column: QVBoxLayout, told: Told) -> None:
        if told.deed is None or not self._is_gone(told.deed):
            column.addWidget(words(told.sentence))
            return
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down if self._narrow else across)
        row.setSpacing(self._look.space(8))
        row.addWidget(words(told.sentence), 1)
        back = self._door(self.tr("Bring back"), (told.deed,))
        back.setAccessibleName(self.tr("Bring back: {0}").format(told.deed.before.split("\n")[0][:80]))
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)

    def _door(self, said: str, deeds: tuple[Deed, ...]) -> QWidget:
        made = button(self._look, said, "quiet", icon="undo-2")
        made.clicked.connect(partial(self.back_requested.emit, deeds))
        return made

    def _is_gone(self, deed: Deed) -> bool:
        return not is_there(self._plan, deed.question, deed.thing)
