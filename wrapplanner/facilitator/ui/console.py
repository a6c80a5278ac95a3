"""Group sessions put together: what a meeting needs is made here and passed in. No plan is opened, and none can be."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from wrapplanner.facilitator.ui.group_helplines import GroupHelplines
from wrapplanner.facilitator.ui.house import House
from wrapplanner.facilitator.ui.lobby import Lobby
from wrapplanner.ui.dressing import dress, make_look
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.theme import Look, load_faces
from wrapplanner.ui.watch import Watch

if TYPE_CHECKING:
    from wrapplanner.facilitator.example import ExamplePlan
    from wrapplanner.facilitator.model.running import Running
    from wrapplanner.facilitator.store import GroupStore
    from wrapplanner.facilitator.ui.companion_door import CompanionDoor
    from wrapplanner.facilitator.ui.meeting import Meeting
    from wrapplanner.pdf.options import Paper

WARM_MS, FIRST_WRITE_MS = 150, 400
"""When, after a session's windows are there, what the first write needs is imported, and when that write comes."""


def run(data_dir: Path, resources: Path, example: ExamplePlan, programme: str = "", number: int = 0) -> int:
    """Open group sessions and return the exit code; with a programme and a number, that session at once.

    Raises StorageError for a group's file that cannot be opened, and for a programme or a session that is not there.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("WRAP Planner")
    app.setDesktopFileName("wrapplanner")
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    load_faces(resources)
    preferences = PreferenceFile(data_dir / "preferences.json")
    console = Console(app, House(data_dir, resources), preferences, Watch(app, app), example)
    console.left.connect(app.quit)
    try:
        console.start(programme, number)
        return app.exec()
    finally:
        console.close()


class Console(QObject):
    """Group mode. `left()` when its last window has gone."""

    left = Signal()

    def __init__(
        self,
        app: QApplication,
        house: House,
        preferences: PreferenceFile,
        watch: Watch,
        example: ExamplePlan,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._app, self.house, self.preferences, self._watch = app, house, preferences, watch
        self._example, self._clock = example, clock
        self.helplines = GroupHelplines(house, self)
        self.helplines.refused.connect(self._on_refused)
        self.look: Look = make_look(house.resources, preferences.now)
        dress(app, self.look)
        self.lobby = Lobby(house, clock, self)
        self.lobby.hold_requested.connect(self.hold)
        self.lobby.scale_requested.connect(self._on_scale_requested)
        self.lobby.companion_requested.connect(self.open_companion)
        self.lobby.left.connect(self.left)
        self.meeting: Meeting | None = None
        self.companion: CompanionDoor | None = None
        self._warming: Thread | None = None
        app.styleHints().colorSchemeChanged.connect(self.redress)

    def start(self, programme: str = "", number: int = 0) -> None:
        """Show the programmes, or go straight to a session. Raises StorageError and ChangeRefused for one that is not there."""
        if not programme:
            self.lobby.show(self.look)
            return
        running, shelf = self.house.store.running(), self.house.shelf
        if running is None:
            self.hold(shelf.begun(shelf.programme(programme), number or 1, self._clock()))
        elif (running.programme, running.number) == (programme, number or 1):
            self.hold(running)
        else:
            self.lobby.show(self.look, programme)

    def hold(self, running: Running) -> None:
        """Hold a session in its windows, from where it is."""
        from wrapplanner.facilitator.ui.conductor import Conductor
        from wrapplanner.facilitator.ui.doings import Hands
        from wrapplanner.facilitator.ui.meeting import Meeting
        from wrapplanner.facilitator.ui.painting import SlidePainter
        from wrapplanner.facilitator.ui.room import load_rooms

        house = self.house
        conductor = Conductor(running, house.store, self.helplines.lines, self._clock)
        self.helplines.changed.connect(conductor.show_again)
        hands = Hands(
            self.look,
            load_rooms(house.resources),
            SlidePainter(house.resources),
            house.store,
            self.helplines,
            self._watch,
            house.resources,
            house.shelf.framework_of(running.programme),
            self._example,
            self.open_companion,
            house.shelf.keep_agenda,
            self._paper,
        )
        self.meeting = Meeting(self._app, conductor, hands, self)
        self.meeting.ended.connect(self._on_meeting_over)
        self.meeting.left.connect(self._on_meeting_over)
        self.meeting.start()
        self.lobby.close()
        # The first write wants SQLAlchemy, which the window need not wait for.
        self._warming = Thread(target=house.store.warm, daemon=True)
        QTimer.singleShot(WARM_MS, self, partial(Thread.start, self._warming))
        conductor.keeping.keep_soon(FIRST_WRITE_MS)

    def redress(self) -> None:
        """Show everything in the look that the preferences ask for now."""
        self.look = make_look(self.house.resources, self.preferences.now)
        dress(self._app, self.look)
        if self.meeting is not None:
            self.meeting.redress(self.look)
        elif self.lobby.window is not None:
            self.lobby.show(self.look, self.lobby.window.chosen)
        if self.companion is not None:
            self.companion.redress(self.look)

    def come_front(self) -> None:
        """Bring the window that the facilitators see to the front."""
        window: QWidget | None = self.lobby.window
        if self.meeting is not None:
            window = self.meeting.audience if self.meeting.presenter.isHidden() else self.meeting.presenter
        if window is not None:
            window.activateWindow()

    def close(self) -> None:
        """Close every window and the group's file."""
        self._app.styleHints().colorSchemeChanged.disconnect(self.redress)
        if self.companion is not None:
            self.companion.close()
        if self.meeting is not None:
            self.meeting.close()
            self._drop_meeting()
        self.lobby.close()
        if self._warming is not None and self._warming.is_alive():
            self._warming.join()
        self.house.close()

    @property
    def store(self) -> GroupStore:
        """The group's vault."""
        return self.house.store

    def _paper(self) -> Paper:
        from wrapplanner.pdf.options import Paper

        return Paper(self.preferences.now.paper)

    def open_companion(self, beside: QWidget) -> None:
        """Open the Companion on the screen of another window of the facilitators'."""
        from wrapplanner.facilitator.ui.companion_door import CompanionDoor

        if self.companion is None:
            house, title_of = self.house, self.house.shelf.title_of
            self.companion = CompanionDoor(house.resources, house.store, self.helplines, title_of, self._paper, self)
        self.companion.open(self.look, beside)

    def _on_refused(self, sentence: str) -> None:
        if self.meeting is not None:
            self.meeting.presenter.say(sentence)
        else:
            self.lobby.say(sentence)

    def _on_meeting_over(self) -> None:
        assert self.meeting is not None
        programme = self.meeting.conductor.running.programme
        self._drop_meeting()
        self.lobby.show(self.look, programme)

    def _drop_meeting(self) -> None:
        if self.meeting is not None:
            self.meeting.deleteLater()
            self.meeting = None

    def _on_scale_requested(self, scale: float) -> None:
        self.preferences.change(scale=scale)
        self.redress()
