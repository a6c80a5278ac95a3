"""Now: what helps in this hour, in the person's own words, very large. No questions, nothing recorded, Esc leaves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from wrapplanner.domain.plan import ToolState
from wrapplanner.ui.pages.page import SMALL, Page, PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.words import words

_ROLES = ("breaking-call", "supporters")
_HELPS, _CALL = "helps", "call"
_DOORS = {"now": _HELPS, "today": _CALL}
"""What Ctrl+1 and Ctrl+2 do while one is here: they choose a door and do not lead away."""

_COMPACT, _ROOMY = 450, 700
"""Effective heights (window height ÷ text scale): under the first the words make room for what can be pressed."""

_SCROLLS = {int(Qt.Key.Key_Up): -40, int(Qt.Key.Key_Down): 40, int(Qt.Key.Key_PageUp): -240, int(Qt.Key.Key_PageDown): 240}


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: the door it stands behind, the thing itself, a number to call or '', a note or ''."""

    door: str
    title: str
    number: str
    note: str


class NowPage(Page):
    """One thing a screen: tools that need little energy, then who to call, in order. Empty steps are skipped.

    The words scroll where they are long; what can be pressed always stands under them in sight.
    """

    door = "now"
    alone = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._at = 0
        self.setProperty("honey", True)
        self._build()
        self._connect()

    def place(self) -> str:
        """See Page."""
        return "now"

    def go_to(self, rest: str) -> None:
        """See Page."""
        self._at = 0
        self._show()

    def focus_start(self) -> None:
        """See Page."""
        (self._next if self.steps() else self._leave).setFocus()

    def set_effective_width(self, width: int) -> None:
        """See Page: the words are set anew, since a low window takes less room for them."""
        self._print.setText(" " + (self.tr("Print") if width < SMALL else self._print.accessibleName()))
        self._show()

    def act(self, does: str) -> bool:
        """Choose a door."""
        if does in _DOORS:
            self._on_door(_DOORS[does])
        return does in _DOORS

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what can be pressed right under the words."""
        super().resizeEvent(event)
        self._fit_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Page Up and Page Down scroll the words."""
        if event.key() in _SCROLLS:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + self.look.space(_SCROLLS[event.key()]))
        else:
            super().keyPressEvent(event)

    def steps(self) -> tuple[Step, ...]:
        """Return the screens in order: favourite and low-energy tools first, then the people to call."""
        plan, framework = self.session.plan, self.session.framework
        usable = [tool for tool in plan.tools if tool.state is ToolState.USE]
        gentle = [tool for tool in usable if tool.low_energy] or usable
        found = [Step(_HELPS, tool.name, "", tool.note) for tool in sorted(gentle, key=lambda tool: not tool.favourite)]
        called: set[str] = set()
        for question in filter(None, (framework.role(role) for role in _ROLES)):
            for entry in plan.entries(question.id):
                person = plan.person(entry.person)
                if person is None or person.id in called or not person.phones:
                    continue
                called.add(person.id)
                name = ", ".join(filter(None, (person.name, person.relation)))
                found.append(Step(_CALL, name, person.phones[0], entry.note))
        return tuple(found)

    def _build(self) -> None:
        look = self.look
        header = self.make_header()
        lamp = QLabel()
        lamp.setPixmap(look.pixmap("lamp", "ink"))
        header.addWidget(lamp)
        header.addWidget(words(self.tr("Now"), "heading2", wrap=False), 1)
        self._leave = button(look, self.tr("Leave (Esc)"), "lamp")
        header.addWidget(self._leave)
        self._area = ScrollColumn(look, widest=1040, margin=0, top=0)
        self.outer.addWidget(self._area, 1000)
        self._row = QHBoxLayout()
        self._row.setSpacing(look.space(16))
        self._next = button(look, self.tr("Show me another"), "main", icon="arrow-right", trailing=True)
        self._before = button(look, self.tr("The one before"), "back", icon="arrow-left")
        self._row.addWidget(self._next)
        self._row.addWidget(self._before)
        self._row.addStretch(1)
        self.outer.addLayout(self._row)
        self.outer.addStretch(1)
        self._build_foot()

    def _build_foot(self) -> None:
        look, flow = self.look, FlowLayout(self.look.space(12))
        self._doors = {
            _HELPS: button(look, self.tr("Something that helps")),
            _CALL: button(look, self.tr("Somebody to call")),
        }
        strong = QFontMetrics(look.font("body", 600))  # a chosen door is set in strong letters, which are wider
        for each in self._doors.values():
            each.setMinimumWidth(strong.horizontalAdvance(each.text()) + 2 * look.space(16) + 2 * look.border + 2)
            each.setCheckable(True)  # each with its own Tab stop: the arrow keys, which walk a group, show the next thing here
            flow.addWidget(each)
        self._print = button(look, self.tr("Print my crisis plan"), "plain", icon="printer")
        flow.addWidget(self._print)
        self.make_foot().addLayout(flow, 1)

    def _connect(self) -> None:
        self._leave.clicked.connect(self._on_leave)
        self._next.clicked.connect(self._on_next)
        self._before.clicked.connect(self._on_before)
        for door, each in self._doors.items():
            each.clicked.connect(partial(self._on_door, door))
        self._print.clicked.connect(self._on_print)
        for key, answer in (
            (Qt.Key.Key_Escape, self._on_leave),
            (Qt.Key.Key_Right, self._on_next),
            (Qt.Key.Key_Left, self._on_before),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(answer)

    def _show(self) -> None:
        clear(self._area.column)
        self._set_margins()
        steps = self.steps()
        self._show_buttons(steps)
        if steps:
            self._show_step(steps[self._at % len(steps)])
        else:
            self._say_nothing_written()
        self._area.column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)
        self._fit_words()

    def _show_step(self, step: Step) -> None:
        said = self.tr("Something that helps me") if step.door == _HELPS else self.tr("Somebody to call")
        if not self._is_compact():  # the door at the foot says so as well
            self._say(said, "now-note")
        self._say(step.title, "now-title")
        if step.number:
            number = self._say(step.number, "now-title" if self._is_compact() else "now-number")
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if step.note:
            self._say(step.note, "now-note")

    def _say_nothing_written(self) -> None:
        compact = self._is_compact()
        note = "help" if compact else "now-note"
        self._say(self.tr("Take a slow breath out."), "start" if compact else "now-title")
        self._say(self.tr("If your life is at risk, call your emergency number now."), note)
        self._say(self.tr("This page shows what you write in your plan: things that help you, and people to call."), note)

    def _say(self, said: str, role: str) -> QLabel:
        label = words(said, role)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # as high as it needs, no blank room
        self._area.column.addWidget(label)
        label.show()  # at once, so that the words can be measured
        return label

    def _show_buttons(self, steps: tuple[Step, ...]) -> None:
        self._next.setVisible(bool(steps))
        if self._before.hasFocus() and not self._at:
            self._next.setFocus()
        self._before.setVisible(bool(steps) and self._at > 0)
        several = len({step.door for step in steps}) > 1
        for door, each in self._doors.items():
            each.setVisible(several)
            each.setChecked(several and steps[self._at % len(steps)].door == door)

    def _set_margins(self) -> None:
        look, compact = self.look, self._is_compact()
        side = 40 if compact or look.scale >= 1.5 else 120
        top = look.space(16 if compact else 96 if self._effective_height() >= _ROOMY else 32)
        self._area.column.setContentsMargins(side, top, side, look.space(8))
        self._area.column.setSpacing(look.space(8 if compact else 16))
        self._row.setContentsMargins(side + 6, look.space(12), side, look.space(16))

    def _fit_words(self) -> None:
        room = self._area.widget()
        layout = room.layout() if room is not None else None
        assert layout is not None
        layout.invalidate()
        if (high := layout.totalHeightForWidth(self.width())) > 0:
            self._area.setMaximumHeight(high)

    def _is_compact(self) -> bool:
        return self._effective_height() < _COMPACT

    def _effective_height(self) -> float:
        return self.window().height() / self.look.scale

    def _on_next(self) -> None:
        if steps := self.steps():
            self._at = (self._at + 1) % len(steps)
            self._show()

    def _on_before(self) -> None:
        self._at = max(0, self._at - 1)
        self._show()

    def _on_door(self, door: str, _checked: bool = False) -> None:
        found = next((place for place, step in enumerate(self.steps()) if step.door == door), None)
        if found is not None:
            self._at = found
            self._show()

    def _on_leave(self) -> None:
        self.go_requested.emit("back")

    def _on_print(self) -> None:
        self.go_requested.emit("print/crisis-plan")
