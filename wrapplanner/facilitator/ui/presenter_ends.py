"""The presenter's head and foot: which session and how much of it is left above; going on, a break, helplines below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.ui.times import left_of
from wrapplanner.facilitator.ui.two_parts import WindowHead
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button, icon_button
from wrapplanner.ui.widgets.words import words

_ROOMY, _NARROW = 1000, 820
"""Effective width from which everything in the head has its words."""


class Dot(QWidget):
    """A small filled circle: decoration."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.icon_size(10), look.icon_size(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawEllipse(self.rect())


class Head(WindowHead):
    """Which session, time left, who speaks, Hide the screen, and more."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "users", "")
        self._look, row = look, self.row
        self._session = words("", "soft", wrap=False)
        self._left = words("", "soft", wrap=False)
        self.hand_over = button(look, self.tr("Hand over"), icon="hand-helping")
        self.hide_screen = button(look, self.tr("Hide the screen"), "lamp", icon="eye-off")
        self.more = icon_button(look, "ellipsis", self.tr("More"))
        row.addWidget(self._session, 1)
        for each in (self._left, self.hand_over, self.hide_screen, self.more):
            row.addWidget(each)
        row.insertStretch(3, 0)

    def show_session(self, running: Running) -> None:
        """Show which session of how many."""
        self.title.setText(self.tr("Group session {0} of {1}").format(running.number, running.of))
        self._session.setText(running.session.title)

    def show_time(self, running: Running, now: float) -> None:
        """Show what is left of the session."""
        said = left_of(running.session_seconds_left(now), running.session.minutes)
        if running.paused:
            said = self.tr("Paused")
        if said != self._left.text():
            self._left.setText(said)

    def show_speaker(self, speaker: str) -> None:
        """Show which of two facilitators speaks."""
        self.hand_over.setText(f" {self.tr('Hand over')} · {speaker}")
        self.hand_over.setAccessibleName(self.tr("Hand over; {0} speaks now").format(speaker))

    def show_hidden(self, hidden: bool) -> None:
        """Show whether the group's screen is hidden."""
        said = self.tr("Show the screen") if hidden else self.tr("Hide the screen")
        self.hide_screen.setText(f" {said}   F8")
        self.hide_screen.setAccessibleName(said)
        self.hide_screen.setIcon(self._look.icon("eye" if hidden else "eye-off"))

    def lay_out(self, width: float) -> None:
        """Leave out what other places say too where it is narrow."""
        self._session.setVisible(width >= _ROOMY)
        self._left.setVisible(width >= 640)
        self.mark.setVisible(width >= 640)
        self.title.setVisible(width >= 820)


class Foot(QFrame):
    """Back; a break, the helplines; and the one main action."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("presenterFoot")
        self._narrow = False
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space(16), look.space(14), look.space(24), look.space(14))
        row.setSpacing(look.space(12))
        self.back = button(look, self.tr("Back"), "back", icon="arrow-left")
        self.rest = button(look, self.tr("Break now"), icon="coffee")
        self.helplines = button(look, self.tr("Helpline slide"), icon="phone")
        self.next = button(look, self.tr("Next"), "main", icon="arrow-right", trailing=True)
        row.addWidget(self.back)
        row.addStretch(1)
        for each in (self.rest, self.helplines, self.next):
            row.addWidget(each)

    def show_next(self, said: str, helps: bool, *, can_back: bool) -> None:
        """Show where Next goes, and whether the helplines are on the screen."""
        self.next.setText(f"{said} ")
        self.next.setAccessibleName(said)
        self.back.setVisible(can_back)
        words_now = self.tr("Away with the helplines") if helps else self.tr("Helpline slide")
        self.helplines.setAccessibleName(words_now)
        self._name()

    def lay_out(self, width: float) -> None:
        """Leave the words out where it is narrow; the icons keep their names."""
        self._narrow = width < _NARROW
        self._name()

    def _name(self) -> None:
        for each in (self.rest, self.helplines):
            said = each.accessibleName()
            each.setText("" if self._narrow else f" {said}")
            each.setToolTip(said if self._narrow else "")
