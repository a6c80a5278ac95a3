"""Group sessions put together: what a meeting needs is made here and passed in. No plan is opened, and none can be."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from wrapplanner.domain.helplines import Helpline, to_print
from wrapplanner.errors import WrapPlannerError
from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.store import FOLDER, GroupStore
from wrapplanner.facilitator.ui.conductor import Clock, Conductor
from wrapplanner.facilitator.ui.doings import Hands
from wrapplanner.facilitator.ui.meeting import Meeting
from wrapplanner.facilitator.ui.painting import SlidePainter
from wrapplanner.facilitator.ui.room import load_rooms
from wrapplanner.facilitator.ui.shelf import Shelf
from wrapplanner.pdf.options import Paper
from wrapplanner.ui.dressing import dress, make_look
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.theme import SCALES, Look, load_faces
from wrapplanner.ui.watch import Watch

if TYPE_CHECKING:
    from wrapplanner.facilitator.model.programme import Programme
    from wrapplanner.facilitator.ui.companion_door import CompanionDoor
    from wrapplanner.facilitator.ui.home import HomeWindow

_TERRITORIES = {
    QLocale.Country.UnitedStates: "United States",
    QLocale.Country.Canada: "Canada",
    QLocale.Country.Ireland: "Ireland",
    QLocale.Country.Australia: "Australia",
    QLocale.Country.NewZealand: "New Zealand",
    QLocale.Country.India: "India",
    QLocale.Country.SouthAfrica: "South Africa",
}
_HERE = "UK"


def run(data_dir: Path, resources: Path, open_example: Callable[[], None], programme: str = "", number: int = 0) -> int:
    """Open group sessions and return the exit code; with a programme and a number, that session at once.

    Raises StorageError for a group's file that cannot be opened, and for a programme or a session that is not there.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("WRAP Planner")
    app.setDesktopFileName("wrapplanner")
    app.setStyle("Fusion")
    load_faces(resources)
    preferences = PreferenceFile(data_dir / "preferences.json")
    console = Console(app, data_dir, resources, preferences, Watch(app, app), open_example)
    console.left.connect(app.quit)
    app.setQuitOnLastWindowClosed(False)
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
        data_dir: Path,
        resources: Path,
        preferences: PreferenceFile,
        watch: Watch,
        open_example: Callable[[], None],
        clock: Clock = time.time,
    ) -> None:
        super().__init__()
        self._app, self._resources, self.preferences, self._watch = app, resources, preferences, watch
        self._open_example, self._clock = open_example, clock
        self.store = GroupStore.open(data_dir / FOLDER)
        self._shelf = Shelf(resources, self.store)
        self.look: Look = make_look(resources, preferences.now)
        dress(app, self.look)
        self.home: HomeWindow | None = None
        self.meeting: Meeting | None = None
        self.companion: CompanionDoor | None = None
        self._warming: Thread | None = None
        app.styleHints().colorSchemeChanged.connect(self.redress)

    def start(self, programme: str = "", number: int = 0) -> None:
        """Show the programmes, or go straight to a session. Raises StorageError and ChangeRefused for one that is not there."""
        running = self.store.running()
        if not programme:
            self.show_home()
        elif running is not None and (running.programme, running.number) == (programme, number or 1):
            self._hold(running)
        elif running is not None:
            self.show_home(programme)
        else:
            self._hold(self._shelf.begun(self._shelf.programme(programme), number or 1, self._clock()))

    def close(self) -> None:
        """Close every window and the group's file."""
        self._app.styleHints().colorSchemeChanged.disconnect(self.redress)
        if self.companion is not None:
            self.companion.close()
        self._close_meeting()
        self._close_home()
        if self._warming is not None:
            self._warming.join()
        self.store.close()

    def show_home(self, chosen: str = "", problem: str = "") -> None:
        """Show the programmes."""
        from wrapplanner.facilitator.ui.home import HomeWindow

        old = self.home
        home = HomeWindow(self.look, self._shelf.programmes(), self.store.running(), chosen)
        home.begin_requested.connect(self._on_begin_requested)
        home.resume_requested.connect(self._on_resume_requested)
        home.wipe_requested.connect(self._on_wipe_requested)
        home.text_size_requested.connect(self._on_text_size_requested)
        home.removal_requested.connect(self._on_removal_requested)
        home.companion_requested.connect(partial(self._open_companion, home))
        home.closed.connect(self._on_home_closed)
        self.home = home
        if old is not None:
            home.setGeometry(old.geometry())
            old.closed.disconnect(self._on_home_closed)
            old.close()
            old.deleteLater()
        else:
            room = self._app.primaryScreen().availableSize()
            home.resize(min(1280, room.width()), min(800, room.height() - 40))
        if problem:
            home.say(problem)
        home.show()
        home.activateWindow()
        home.focus_start()

    def redress(self) -> None:
        """Show everything in the look that the preferences ask for now."""
        self.look = make_look(self._resources, self.preferences.now)
        dress(self._app, self.look)
        if self.meeting is not None:
            self.meeting.redress(self.look)
        elif self.home is not None:
            self.show_home(self.home.chosen)

    def _hold(self, running: Running) -> None:
        conductor = Conductor(running, self.store, self._lines(), self._clock)
        hands = Hands(
            self.look,
            load_rooms(self._resources),
            SlidePainter(self._resources),
            self.store,
            self._watch,
            self._resources,
            self._shelf.framework_of(running.programme),
            self._open_example,
            self._open_companion,
            self._shelf.keep_agenda,
            self._paper,
        )
        self.meeting = Meeting(self._app, conductor, hands, self)
        self.meeting.ended.connect(self._on_ended)
        self.meeting.left.connect(self._on_meeting_left)
        self.meeting.start()
        self._close_home()
        QTimer.singleShot(0, self._keep_from_now_on)

    def _keep_from_now_on(self) -> None:
        # The first write wants SQLAlchemy, which the window need not wait for.
        self._warming = Thread(target=self.store.warm, daemon=True)
        self._warming.start()
        QTimer.singleShot(400, self._keep_first)

    def _keep_first(self) -> None:
        if self.meeting is not None:
            self.meeting.conductor.keep()

    def _lines(self) -> tuple[Helpline, ...]:
        from wrapplanner.content.helplines import load_helplines

        country = _TERRITORIES.get(QLocale.system().territory(), _HERE)
        return to_print(load_helplines(self._resources / "helplines"), country)

    def _on_removal_requested(self, programme: str) -> None:
        from wrapplanner.facilitator.ui.wiping import ask_to_wipe

        def remove() -> None:
            self.store.remove_programme(programme)
            self.show_home()

        if self.home is not None:
            ask_to_wipe(self.look, self.home, self.tr("Take away our own copy?"), remove)

    def _paper(self) -> Paper:
        return Paper(self.preferences.now.paper)

    def _open_companion(self, beside: QWidget) -> None:
        from wrapplanner.facilitator.ui.companion_door import CompanionDoor

        if self.companion is None:
            self.companion = CompanionDoor(self._resources, self.store, self._lines, self._shelf.title_of, self._paper, self)
        self.companion.open(self.look, beside)

    def _on_begin_requested(self, programme: str, number: int) -> None:
        assert self.home is not None
        found = next(each for each in self._shelf.programmes() if each.id == programme)
        running = self.store.running()
        if running is not None:
            self._ask_before_another(running, partial(self._begin, found, number))
        else:
            self._begin(found, number)

    def _begin(self, programme: Programme, number: int) -> None:
        try:
            self._hold(self._shelf.begun(programme, number, self._clock()))
        except WrapPlannerError as error:
            self.show_home(programme.id, error.sentence)

    def _ask_before_another(self, running: Running, begin_other: Callable[[], None]) -> None:
        from wrapplanner.ui.dialogs.dialog import Dialog
        from wrapplanner.ui.widgets.words import words

        assert self.home is not None
        dialog = Dialog(self.look, self.tr("Another session is still open"), self.home)
        said = self.tr("It is “{0}”. Go on with it, or wipe its boards and begin this one.").format(running.session.title)
        dialog.body.addWidget(words(said, "help"))

        def wipe_and_begin() -> None:
            dialog.accept()
            self.store.end(running)
            begin_other()

        def go_on() -> None:
            dialog.accept()
            self._hold(running)

        dialog.add_button(self.tr("Not now"), dialog.reject, "back")
        dialog.add_button(self.tr("Wipe it and begin"), wipe_and_begin)
        dialog.add_button(self.tr("Go on with it"), go_on, "main", safe=True)
        dialog.open()

    def _on_resume_requested(self) -> None:
        running = self.store.running()
        if running is not None:
            self._hold(running)

    def _on_wipe_requested(self) -> None:
        running = self.store.running()
        if running is not None:
            self.store.end(running)
        self.show_home(self.home.chosen if self.home is not None else "")

    def _on_ended(self) -> None:
        programme = self.meeting.conductor.running.programme if self.meeting is not None else ""
        self._drop_meeting()
        self.show_home(programme)

    def _on_meeting_left(self) -> None:
        programme = self.meeting.conductor.running.programme if self.meeting is not None else ""
        self._drop_meeting()
        self.show_home(programme)

    def _drop_meeting(self) -> None:
        if self.meeting is not None:
            self.meeting.deleteLater()
            self.meeting = None

    def _close_meeting(self) -> None:
        if self.meeting is not None:
            self.meeting.close()
            self._drop_meeting()

    def _close_home(self) -> None:
        home, self.home = self.home, None
        if home is not None:
            home.closed.disconnect(self._on_home_closed)
            home.close()
            home.deleteLater()

    def _on_home_closed(self) -> None:
        if self.home is not None:
            self.home.deleteLater()
            self.home = None
        self.left.emit()

    def _on_text_size_requested(self) -> None:
        assert self.home is not None
        menu = QMenu(self.home)
        menu.aboutToHide.connect(menu.deleteLater)
        for scale in SCALES:
            menu.addAction(f"{round(scale * 100)} %").triggered.connect(partial(self._on_scale, scale))
        menu.popup(self.home.cursor().pos())

    def _on_scale(self, scale: float) -> None:
        self.preferences.change(scale=scale)
        QTimer.singleShot(0, self.redress)
