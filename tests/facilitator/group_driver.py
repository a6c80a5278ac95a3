"""Drives group sessions as facilitators do, by keys and by the mouse, with a clock that is turned by hand."""

from __future__ import annotations

import sys

from journeys.driver import Driver
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from wrapplanner.facilitator.example import ExamplePlan
from wrapplanner.facilitator.ui.conductor import Conductor
from wrapplanner.facilitator.ui.console import Console
from wrapplanner.facilitator.ui.house import House
from wrapplanner.paths import resource_root
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.theme import load_faces
from wrapplanner.ui.watch import Watch

TEN_O_CLOCK = 1_764_237_600.0
FAST = {"motion": False, "theme": "light"}


class ToldExample(ExamplePlan):
    """An example plan without its process: what that would be told is kept as `told`."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.open_now = False

    @property
    def is_open(self) -> bool:
        return self.open_now

    def open(self, place, *, large) -> None:
        self.open_now = True
        self.told.append(f"stay {' '.join(map(str, place))}{' large' if large else ''}")

    def hide(self, hidden) -> None:
        if self.open_now:
            self.told.append("hide" if hidden else "show")

    def close(self) -> None:
        self.open_now = False
        self.told.append("")


class GroupDriver(Driver):
    """Two facilitators at one computer."""

    def __init__(self, qtbot, data, monkeypatch) -> None:
        super().__init__(qtbot, data, monkeypatch)
        self.now, self.example = TEN_O_CLOCK, ToldExample()
        self.console: Console | None = None
        self.left = False

    def open(self, programme: str = "", number: int = 0, size: tuple[int, int] = (1280, 800)) -> GroupDriver:
        """Start `wrapplanner group`."""
        app = QApplication.instance()
        load_faces(resource_root())
        preferences = PreferenceFile(self.data / "preferences.json")
        preferences.change(**FAST)
        watch = Watch(app, app)
        house = House(self.data, resource_root())
        self.console = Console(app, house, preferences, watch, self.example, lambda: self.now)
        self.console.left.connect(self._on_left)
        self._monkeypatch.setattr(sys, "excepthook", self._on_problem(sys.excepthook))
        self.console.start(programme, number)
        self.window.resize(*size)
        self.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is not None)
        self.settle()
        return self

    @property
    def is_open(self) -> bool:
        return self.console is not None

    @property
    def window(self):
        """The presenter's window, or the list of programmes."""
        assert self.console is not None
        return self.console.meeting.presenter if self.console.meeting is not None else self.console.lobby.window

    @property
    def audience(self):
        return self.console.meeting.audience

    @property
    def conductor(self) -> Conductor:
        return self.console.meeting.conductor

    @property
    def item(self):
        return self.conductor.running.item

    def group_sees(self) -> str:
        """Return what the group reads, in one line."""
        return self.audience.view.accessibleName()

    def turn_clock(self, minutes: float) -> None:
        """Let time go by."""
        self.now += minutes * 60
        self.conductor.tick()
        self.settle()

    def next_to(self, title: str, by: str = "Ctrl+PgDown") -> None:
        """Go on until an item is on the screen."""
        for _ in range(40):
            if self.item.title == title:
                return
            self.key(by)
        raise AssertionError(f"{title!r} did not come")

    def forget(self) -> None:
        console, self.console = self.console, None
        if console is not None:
            console.close()
            console.deleteLater()
        self._monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        problems, self._problems = self._problems, []
        for problem in problems:
            raise problem

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.focusWindow() is None and self.console is not None:
            meeting = self.console.meeting
            shown = meeting.audience if meeting is not None and self.window.isHidden() else self.window
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or shown
            if front is not None and front.windowHandle() is not None:
                front.windowHandle().requestActivate()
                QApplication.processEvents()

    def _on_left(self) -> None:
        self.left = True
