"""Now: what helps in this hour, in the person's own words, very large. No questions, nothing recorded, Esc leaves."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from wrapplanner.domain.plan import ToolState
from wrapplanner.ui.pages.page import Page, PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.words import words

_ROLES = ("breaking-call", "supporters")


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: a small line above, the thing itself, a number to call or '', a note or ''."""

    above: str
    title: str
    number: str
    note: str


class NowPage(Page):
    """One thing a screen: tools that need little energy, then who to call, in order. Empty steps are skipped."""

    door = "now"
    alone = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        look = self.look
        self._at = 0
        header = self.make_header()
        lamp = QLabel()
        lamp.setPixmap(look.pixmap("lamp", "ink"))
        header.addWidget(lamp)
        header.addWidget(words(self.tr("Now"), "heading2", wrap=False), 1)
        leave = button(look, self.tr("Leave (Esc)"), "lamp")
        leave.clicked.connect(self._on_leave)
        header.addWidget(leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_leave)
        QShortcut(QKeySequence(Qt.Key.Key_Right), self).activated.connect(self._on_next)
        QShortcut(QKeySequence(Qt.Key.Key_Left), self).activated.connect(self._on_before)
        self.setProperty("honey", True)
        self._area = ScrollColumn(look, widest=1040, margin=120 if look.scale < 1.5 else 40, top=96 if look.scale < 1.5 else 24)
        self._area.column.setSpacing(look.space(16))
        self.outer.addWidget(self._area, 1)
        foot = self.make_foot()
        self._before = button(look, self.tr("The one before"), "back", icon="arrow-left")
        self._before.clicked.connect(self._on_before)
        foot.addWidget(self._before)
        foot.addStretch(1)
        show = button(look, self.tr("Print my crisis plan"), "plain", icon="printer")
        show.clicked.connect(self._on_print)
        foot.addWidget(show)
        self._next = button(look, self.tr("Show me another"), "main", icon="arrow-right", trailing=True)
        self._next.clicked.connect(self._on_next)

    def place(self) -> str:
        """See Page."""
        return "now"

    def go_to(self, rest: str) -> None:
        """See Page."""
        self._at = 0
        self._show()

    def focus_start(self) -> None:
        """See Page."""
        self._next.setFocus()

    def steps(self) -> tuple[Step, ...]:
        """Return the screens in order: favourite and low-energy tools first, then the people to call."""
        plan, framework = self.session.plan, self.session.framework
        usable = [tool for tool in plan.tools if tool.state is ToolState.USE]
        gentle = [tool for tool in usable if tool.low_energy] or usable
        found = [
            Step(self.tr("Something that helps me"), tool.name, "", tool.note)
            for tool in sorted(gentle, key=lambda tool: not tool.favourite)
        ]
        called: set[str] = set()
        for question in filter(None, (framework.role(role) for role in _ROLES)):
            for entry in plan.entries(question.id):
                person = plan.person(entry.person)
                if person is None or person.id in called or not person.phones:
                    continue
                called.add(person.id)
                name = ", ".join(filter(None, (person.name, person.relation)))
                found.append(Step(self.tr("Somebody to call"), name, person.phones[0], entry.note))
        return tuple(found)

    def _show(self) -> None:
        look = self.look
        self._next.setParent(self)
        clear(self._area.column)
        steps = self.steps()
        self._before.setVisible(self._at > 0)
        if not steps:
            self._say_nothing_written()
            return
        step = steps[self._at % len(steps)]
        column = self._area.column
        column.addWidget(words(step.above, "now-note"))
        column.addWidget(words(step.title, "now-title"))
        if step.number:
            number = words(step.number, "now-number")
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(number)
        if step.note:
            column.addWidget(words(step.note, "now-note"))
        row = QHBoxLayout()
        row.setContentsMargins(6, look.space(24), 6, 6)
        self._next.show()
        row.addWidget(self._next)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._next.setFocus()

    def _say_nothing_written(self) -> None:
        self._next.hide()
        column = QVBoxLayout()
        column.addWidget(words(self.tr("Take a slow breath out."), "now-title"))
        column.addWidget(
            words(
                self.tr(
                    "This page shows what you write in your plan: things that help you, and people to call. "
                    "If your life is at risk, call your emergency number now."
                ),
                "now-note",
            )
        )
        self._area.column.addLayout(column)
        self._area.column.addStretch(1)

    def _on_next(self) -> None:
        steps = self.steps()
        if steps:
            self._at = (self._at + 1) % len(steps)
            self._show()

    def _on_before(self) -> None:
        self._at = max(0, self._at - 1)
        self._show()

    def _on_leave(self) -> None:
        self.go_requested.emit("back")

    def _on_print(self) -> None:
        self.go_requested.emit("print/crisis-plan")
