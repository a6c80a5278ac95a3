"""The top of Today: where I am, only if I want to say, and the part of the plan that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wrapplanner.domain.daily import lead_of
from wrapplanner.domain.days import Place
from wrapplanner.domain.progress import is_written
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.weather import WEATHER, WeatherRow
from wrapplanner.ui.widgets.words import words

# What is said beside the way to a part, and on the button.
_LEADS: Final = {
    Place.STEADY: (
        QT_TRANSLATE_NOOP("TodayPlace", "Your plan for ordinary days is there whenever you want it."),
        QT_TRANSLATE_NOOP("TodayPlace", "Open my daily plan"),
    ),
    Place.UPSET: (
        QT_TRANSLATE_NOOP("TodayPlace", "You wrote down what helps on days like this."),
        QT_TRANSLATE_NOOP("TodayPlace", "Open what I can do"),
    ),
    Place.EARLY: (
        QT_TRANSLATE_NOOP("TodayPlace", "You noticed. You wrote down what to do next."),
        QT_TRANSLATE_NOOP("TodayPlace", "Open what I can do"),
    ),
    Place.BREAKING: (
        QT_TRANSLATE_NOOP("TodayPlace", "You wrote down what to do now, and whom to call."),
        QT_TRANSLATE_NOOP("TodayPlace", "Open what I do now"),
    ),
    Place.CRISIS: (
        QT_TRANSLATE_NOOP("TodayPlace", "Your crisis plan tells others what helps. You are not alone with this."),
        QT_TRANSLATE_NOOP("TodayPlace", "Open my crisis plan"),
    ),
    Place.AFTER: (
        QT_TRANSLATE_NOOP("TodayPlace", "You wrote down a way back, one step at a time."),
        QT_TRANSLATE_NOOP("TodayPlace", "Open my way back"),
    ),
}


class PlaceStrip(QWidget):
    """`chosen(place)`, None where an answer is taken back; `go_requested(place)` to a part of the plan."""

    chosen = Signal(object)
    go_requested = Signal(str)

    def __init__(self, look: Look, session: PlanSession, places: Sequence[Place], *, today: bool) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._target = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(12))
        asked = self.tr("Where am I today?") if today else self.tr("Where was I?")
        title = FlowLayout(look.space(8))
        title.addWidget(words(asked, "body-strong", wrap=False))
        title.addWidget(words(self.tr("Only if you want to say."), "soft", wrap=False))
        column.addLayout(title)
        self._row = WeatherRow(look, asked, places)
        self._row.chosen.connect(self._on_chosen)
        column.addWidget(self._row)
        column.addWidget(self._build_way())

    def focus_start(self) -> None:
        """Put the focus on the chosen place, or on the first."""
        self._row.focus_start()

    def show_place(self, place: Place | None) -> None:
        """Show a place as chosen, and the way to its part of the plan; no way without a place."""
        self._row.choose(place)
        self._way.setVisible(place is not None)
        if place is None:
            return
        part, question = lead_of(self._session.framework, place)
        asked = part.questions if place is Place.CRISIS else (question,)
        written = any(is_written(self._session.plan, each) for each in asked)
        said, step = map(_said, _LEADS[place])
        self._target = _WAYS.get(place, _to_part)(part.id)
        if not written:
            said = self.tr("You have nothing in this part yet. One line can help, on a day like this.")
            step, self._target = self.tr("Write one line"), f"write/{question.id}"
        weather = WEATHER[place]
        self._mark.setPixmap(self._look.pixmap(weather.mark, self._look.tokens.hues[weather.hue]))
        self._words.setText(said)
        self._open.setText(f"{step} ")
        self._open.setAccessibleName(step)

    def _build_way(self) -> QWidget:
        look = self._look
        self._way = QFrame()
        self._way.setObjectName("way")
        row = QHBoxLayout(self._way)
        row.setContentsMargins(look.space(16), look.space(8), look.space(10), look.space(8))
        row.setSpacing(look.space(12))
        self._mark = QLabel()
        row.addWidget(self._mark)
        self._words = words("")
        row.addWidget(self._words, 1)
        self._open = button(look, "", "main", icon="arrow-right", trailing=True)
        self._open.clicked.connect(self._on_open)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._way

    def _on_chosen(self, place: Place | None) -> None:
        self.show_place(place)
        if place is not None:
            announce(self, self._words.text())
        self.chosen.emit(place)

    def _on_open(self) -> None:
        self.go_requested.emit(self._target)


def _to_part(part: str) -> str:
    return f"read/{part}"


def _to_way_back(_part: str) -> str:
    return "after"


_WAYS: Final[dict[Place, Callable[[str], str]]] = {Place.AFTER: _to_way_back}


def _said(text: str) -> str:
    return QCoreApplication.translate("TodayPlace", text)
