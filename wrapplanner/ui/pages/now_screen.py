"""One screen of Now: one thing, very large, readable from a metre away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.now import Door, Lead, Screen
from wrapplanner.domain.plan import Tool
from wrapplanner.ui.pages.now_words import LEADS, OURS, check_words, line_notes, said
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.marks import KindMark
from wrapplanner.ui.widgets.words import words

_LONG, _LONG_IF_COMPACT = 90, 60
"""Words longer than this are set one size smaller, so that they stand on the screen whole."""


class ScreenView(QWidget):
    """Shows one screen. `compact` leaves out what is not needed, for a low window or large letters."""

    def __init__(self, look: Look, framework: Framework, screen: Screen, place: str, *, compact: bool, roomy: bool) -> None:
        """`place` says where one is among those behind this door ("1 of 4"), "" where there is one."""
        super().__init__()
        self._look, self._framework, self._compact, self._roomy = look, framework, compact, roomy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space(8 if compact else 16))
        title, note = (said(each) for each in OURS[screen.ours]) if screen.lead is Lead.OURS else (screen.words, screen.note)
        self._say_lead(screen, place)
        self._say(title, self._title_role(title))
        for number in screen.numbers[:1]:
            self._say(number, "now-number" if roomy else "now-title").setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
            )
        self._say_more(screen, note)

    def _say_lead(self, screen: Screen, place: str) -> None:
        tool = screen.tool
        if screen.lead is Lead.TOOL and tool is not None and not self._compact:
            kind = self._framework.tool_kind(tool.kind)
            self._column.addWidget(KindMark(self._look, kind.mark if kind else "toolbox", 56), 0, Qt.AlignmentFlag.AlignLeft)
        lead = said(LEADS[screen.lead]) if screen.lead in LEADS else ""
        above = "  ·  ".join(filter(None, (lead, place)))
        if lead and (not self._compact or screen.lead in (Lead.OURS, Lead.PLEASE_DO, Lead.PLEASE_DO_NOT)):
            self._say(above, "help" if self._compact else "now-lead")

    def _say_more(self, screen: Screen, note: str) -> None:
        if note and screen.door is Door.CALL:
            self._quote(note)
        elif note:
            self._say(note, "now-note")
        for number in screen.numbers[1:]:
            self._say(self.tr("Or {0}").format(number), "now-note")
        if screen.line is not None:
            for more in line_notes(screen.line):
                self._say(more, "lead")
            self._say(check_words(screen.line), "help")
        if screen.tool is not None and not self._compact:
            self._say_tool(screen.tool)

    def _say_tool(self, tool: Tool) -> None:
        look, told = self._look, []
        if tool.takes:
            told.append(("clock", self.tr("About {0}").format(tool.takes) if tool.takes[:1].isdigit() else tool.takes))
        if tool.low_energy:
            told.append(("battery-low", self.tr("Works with little energy")))
        if not told:
            return
        flow = FlowLayout(look.space(32))
        for icon, each in told:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.space(8))
            mark = QLabel()
            mark.setPixmap(look.pixmap(icon, "ink-soft"))
            row.addWidget(mark)
            row.addWidget(words(each, "now-small", wrap=False))
            flow.addWidget(pair)
        self._column.addLayout(flow)

    def _quote(self, note: str) -> None:
        frame = QFrame()
        frame.setObjectName("nowQuote")
        row = QHBoxLayout(frame)
        row.setContentsMargins(self._look.space(20), self._look.space(2), 0, self._look.space(2))
        row.addWidget(words(note, "now-note"))
        self._column.addWidget(frame)

    def _say(self, text: str, role: str) -> QLabel:
        label = words(text, role)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # as high as it needs, no blank room
        self._column.addWidget(label)
        return label

    def _title_role(self, title: str) -> str:
        return "start" if len(title) > (_LONG_IF_COMPACT if self._compact else _LONG) else "now-title"
