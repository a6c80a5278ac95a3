"""A topic of the Companion on a page: cards, lines under headings, a list to go through, questions, numbers to call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.helplines import Helpline
from wrapplanner.facilitator.model.companion import CompanionCard, CompanionSection, Form, Topic
from wrapplanner.facilitator.ui.group_helplines import GroupHelplines
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear, side_by_side
from wrapplanner.ui.widgets.country import CountryChoice
from wrapplanner.ui.widgets.tick_line import TickLine
from wrapplanner.ui.widgets.words import words

WriteAbout = Callable[[str], None]
"""Takes a question to the journal."""


def topic_widgets(look: Look, topic: Topic, write_about: WriteAbout) -> list[QWidget]:
    """Return a topic from its title to its end, without numbers to call."""
    made: list[QWidget] = [words(topic.title, "title"), words(topic.lead, "help")]
    for section in topic.sections:
        if section.title:
            made.append(words(section.title, "heading2"))
        made += _FORMS[topic.form](look, section, write_about)
    return made


class LinesToCall(QWidget):
    """Whose lines they are, and the numbers to call there."""

    def __init__(self, look: Look, resources: Path, helplines: GroupHelplines) -> None:
        super().__init__()
        self._look, self._helplines = look, helplines
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(12))
        choice = CountryChoice(look, resources, helplines.place)
        choice.chosen.connect(helplines.choose)
        column.addLayout(side_by_side(look, [choice]))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look.space(12))
        column.addLayout(self._cards)
        helplines.changed.connect(choice.show_place)
        helplines.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        clear(self._cards)
        for line in self._helplines.lines():
            self._cards.addWidget(_line(self._look, line))


def _cards(look: Look, section: CompanionSection, _: WriteAbout) -> list[QWidget]:
    return [_card(look, card) for card in section.cards]


def _lines(look: Look, section: CompanionSection, _: WriteAbout) -> list[QWidget]:
    card, column = _frame(look)
    for line in section.cards:
        row = QHBoxLayout()
        row.setSpacing(look.space(8))
        row.addWidget(words("•", "soft", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(line.text), 1)
        column.addLayout(row)
    return [card]


def _checklist(look: Look, section: CompanionSection, _: WriteAbout) -> list[QWidget]:
    card, column = _frame(look)
    column.setSpacing(0)
    for line in section.cards:
        column.addWidget(TickLine(look, line.text, ""))
    return [card]


def _questions(look: Look, section: CompanionSection, write_about: WriteAbout) -> list[QWidget]:
    made: list[QWidget] = []
    for line in section.cards:
        card, column = _frame(look)
        column.addWidget(words(line.text))
        write = button(look, QCoreApplication.translate("Companion", "Write about it"), "quiet", icon="pencil")
        write.setAccessibleName(QCoreApplication.translate("Companion", "Write about: {0}").format(line.text))
        write.clicked.connect(partial(write_about, line.text))
        row = QHBoxLayout()
        row.addWidget(write)
        row.addStretch(1)
        column.addLayout(row)
        made.append(card)
    return made


_FORMS: dict[Form, Callable[[Look, CompanionSection, WriteAbout], list[QWidget]]] = {
    Form.CARDS: _cards,
    Form.LISTS: _lines,
    Form.CHECKLIST: _checklist,
    Form.QUESTIONS: _questions,
    Form.HELPLINES: _lines,
}


def _card(look: Look, said: CompanionCard) -> QFrame:
    card, column = _frame(look)
    column.addWidget(words(said.title, "heading2"))
    column.addWidget(words(said.text))
    return card


def _line(look: Look, line: Helpline) -> QFrame:
    card, column = _frame(look)
    column.addWidget(words(line.name, "body-strong"))
    column.addWidget(words(line.number, "heading"))
    for said in (line.hours, line.who):
        if said:
            column.addWidget(words(said, "soft"))
    return card


def _frame(look: Look) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(*[look.space(16)] * 4)
    column.setSpacing(look.space(8))
    return card, column
