"""The lists of a day to tick, and one tool of the toolbox to come upon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wrapplanner.domain.daily import DayList
from wrapplanner.domain.days import Day
from wrapplanner.domain.plan import Tool
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.marks import KindMark
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.tick_rows import Row, TickCard
from wrapplanner.ui.widgets.words import words

_TITLES = {
    "every-day": (QT_TRANSLATE_NOOP("TodayLists", "Every day"), ""),
    "some-days": (QT_TRANSLATE_NOOP("TodayLists", "Some days"), QT_TRANSLATE_NOOP("TodayLists", "if I like")),
    "after-every-day": (QT_TRANSLATE_NOOP("TodayLists", "Every day, while I come back"), ""),
}
_BESIDE = ("some-days",)


class Lists(QWidget):
    """`ticked(row, on)`; `go_requested(place)` to where a list is written. `first` is where Tab comes in."""

    ticked = Signal(object, bool)
    go_requested = Signal(str)

    def __init__(self, look: Look, session: PlanSession, lists: Sequence[DayList], *, wide: bool, today: date | None) -> None:
        """`today` is the day whose toolbox tool is offered; None for days gone by."""
        super().__init__()
        self._look, self._session = look, session
        self._cards: list[TickCard] = []
        both = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom, self)
        both.setContentsMargins(0, look.space(8), 0, 0)
        both.setSpacing(look.space(32 if wide else 16))
        left, right = self._column(), self._column()
        for each in lists:
            (right if each.role in _BESIDE and len(lists) > 1 else left).addWidget(self._list(each))
        if today is not None and (offered := _offered(session, lists)):
            title = self.tr("From my toolbox")
            right.addWidget(self._titled(words(title, "heading2"), ToolOffer(look, session, offered, today.toordinal())))
        for column, share in ((left, 3), (right, 2)):
            column.addStretch(1)
            if column.count() > 1:
                both.addLayout(column, share if wide else 0)

    @property
    def first(self) -> QWidget:
        """The first row of the first list."""
        return self._cards[0].rows[0]

    def follow(self, marked: Day) -> None:
        """Show the ticks of a day as they are now."""
        for card in self._cards:
            for row in card.rows:
                row.setChecked(marked.has(row.row.question, row.row.entry))

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.space(24))
        return column

    def _list(self, each: DayList) -> QWidget:
        look = self._look
        said, aside = (_said(text) for text in _TITLES[each.role])
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space(12))
        row.addWidget(words(said, "heading2"), 0 if aside else 1)
        if aside:
            row.addWidget(words(aside, "soft"), 1)
        write = button(look, self.tr("Change"), "quiet", icon="pencil")
        write.setAccessibleName(self.tr("Change the list: {0}").format(said))
        write.clicked.connect(lambda: self.go_requested.emit(f"write/{each.question.id}"))
        row.addWidget(write)
        card = TickCard(look, said, [Row(each.question.id, t.entry, t.words, t.when, t.ticked) for t in each.things])
        card.ticked.connect(self.ticked)
        self._cards.append(card)
        return self._titled(head, card)

    def _titled(self, head: QWidget, body: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space(8))
        column.addWidget(head)
        column.addWidget(body)
        return holder


class ToolOffer(QFrame):
    """One tool, and another if one likes; which comes first changes from day to day."""

    def __init__(self, look: Look, session: PlanSession, tools: Sequence[Tool], at: int) -> None:
        super().__init__()
        self._look, self._session, self._tools, self._at = look, session, tools, at
        self.setObjectName("card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.space(12), look.space(2), look.space(8), look.space(2))
        self._row.setSpacing(look.space(12))
        self._mark: QWidget = QLabel()
        self._row.addWidget(self._mark)
        self._name = words("")
        self._row.addWidget(self._name, 1)
        another = button(look, self.tr("Another"), "quiet")
        another.setAccessibleName(self.tr("Another tool"))
        another.clicked.connect(self._on_another)
        self._row.addWidget(another, 0, Qt.AlignmentFlag.AlignVCenter)
        another.setVisible(len(tools) > 1)
        self._show()

    def _show(self) -> None:
        tool = self._tools[self._at % len(self._tools)]
        kind = self._session.framework.tool_kind(tool.kind)
        mark = KindMark(self._look, kind.mark if kind else "toolbox", 32)
        self._row.replaceWidget(self._mark, mark)
        self._mark.deleteLater()
        self._mark = mark
        self._name.setText(tool.name)

    def _on_another(self) -> None:
        self._at += 1
        self._show()
        announce(self, self._name.text())


def _offered(session: PlanSession, lists: Sequence[DayList]) -> list[Tool]:
    from wrapplanner.domain.now import gentle_tools  # late: most days have lists

    listed = {thing.words for each in lists for thing in each.things}
    return [tool for tool in gentle_tools(session.plan) if tool.name not in listed]


def _said(text: str) -> str:
    return QCoreApplication.translate("TodayLists", text) if text else ""
