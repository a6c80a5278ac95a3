"""The desktop app, put together: the one place that knows everything."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from wrapplanner.errors import StorageError
from wrapplanner.paths import resource_root
from wrapplanner.ui import clock, reporting
from wrapplanner.ui.auto_backup import AutoBackup
from wrapplanner.ui.beginning import Beginning, Begun
from wrapplanner.ui.dressing import dress, make_look
from wrapplanner.ui.main_window import MainWindow
from wrapplanner.ui.opening import Arrived, MakeFront, Opening
from wrapplanner.ui.own_key import OwnKey, wants_code
from wrapplanner.ui.pages.page import LOW, PageContext
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.taking_in import TakingIn
from wrapplanner.ui.theme import load_faces
from wrapplanner.ui.watch import Watch
from wrapplanner.ui.widgets.cover import Blank
from wrapplanner.ui.widgets.text_size_menu import ask_text_size
from wrapplanner.ui.wishes import Wishes

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Framework
    from wrapplanner.facilitator.ui.console import Console
    from wrapplanner.storage.keychain import Keychain
    from wrapplanner.storage.keyfile import Keys
    from wrapplanner.storage.plans import PlanStore
    from wrapplanner.ui.reminding.presence import Presence
    from wrapplanner.ui.session import PlanSession

FRAMEWORK = "wrap"
LANGUAGE = "en"
ANY_PLAN = "my-plan"
"""The name of a plan that nobody asked for by its name: `storage.names` says so too, and comes in after the window."""

WARM_MS = 250
WARMED = ("pages.now", "pages.show", "pages.part", "pages.write", "editors.entries")
"""Where people go next: read soon after the first window is there."""
TITLE_BAR = 40
"""Room left for the title bar, whose height nobody tells before the window is there."""


def run(data_dir: Path, plan: str, example: bool, *, out_of_sight: bool = False, told_place: bool = False) -> int:
    """Open the app and return its exit code. With `example` the data are a throw-away folder.

    `out_of_sight` begins without a window, to remind; where no reminders are wanted it ends at once. With `told_place` a
    group session says where the window is.
    """
    folder = _example_folder() if example else data_dir
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    try:
        desktop = Desktop(app, folder, plan, example=example, home=data_dir)
        if out_of_sight:
            desktop.begin_out_of_sight()
        elif told_place:
            desktop.start_where_told()
        else:
            desktop.start()
        return app.exec()
    finally:
        if example:
            _remove(folder)


class _Front(QWidget):
    """A quiet empty page; `painted` once it has been seen, which is when opening a plan may begin."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._seen = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell it once, in the next turn."""
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)


class Desktop(QObject):
    """The running app: preferences, look, window, and the plan when one is open."""

    def __init__(
        self,
        app: QApplication,
        data_dir: Path,
        plan: str,
        *,
        example: bool,
        keychain: Keychain | None = None,
        home: Path | None = None,
    ) -> None:
        """With `example` the plan lies in `data_dir`, which goes; what is begun after it belongs in `home`."""
        super().__init__()
        self._home = home or data_dir
        self._keychain = keychain
        self._app, self._data_dir, self._plan, self._example = app, data_dir, plan, example
        self._resources = resource_root()
        app.setApplicationName("WRAP Planner")
        app.setDesktopFileName("wrapplanner")
        app.setStyle("Fusion")
        load_faces(self._resources)
        self.preferences = PreferenceFile(data_dir / "preferences.json")
        self.look = make_look(self._resources, self.preferences.now)
        dress(app, self.look)
        self.window = MainWindow()
        self.window.look_wanted.connect(self.redress)
        app.styleHints().colorSchemeChanged.connect(self.redress)
        self.window.lock_requested.connect(self.lock)
        self.window.group_requested.connect(self._on_group_requested)
        self._group: Console | None = None
        self._front: MakeFront | None = None
        self._asks = False
        self._watch = Watch(app, self)
        self._watch.hide_pressed.connect(self._on_hide_pressed)
        self._watch.left_alone.connect(self.lock)
        self._make_ways_in()
        self._presence: Presence | None = None
        self.window.closed.connect(self._on_closed)
        reporting.install(self._say)

    def _make_ways_in(self) -> None:
        self._opening = Opening(self, self._keychain)
        self._opening.arrived.connect(self._on_arrived)
        self._wishes = Wishes(self.window, self._opening, self._keychain, self)
        self._beginning = Beginning(FRAMEWORK, self)
        self._beginning.begun.connect(self._on_begun)
        self._taking_in = TakingIn(self.window, self._read_framework, self)
        self._taking_in.found.connect(self._opening.open)
        self._taking_in.taken.connect(self._on_taken)
        for way in (self._opening, self._beginning, self._taking_in):
            way.front_wanted.connect(self._show_front)
            way.left.connect(self.show_start)
        self._wishes.left.connect(self.show_start)

    def start(self) -> None:
        """Show the window at once; open the plan in the next turn, so that something is seen while it opens."""
        geometry = self.preferences.now.geometry
        if not (geometry and self.window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            room = self._app.primaryScreen().availableSize()
            self.window.resize(min(1280, room.width()), min(800, room.height() - TITLE_BAR))
        if self._example or self._has_plan():
            front = _Front()
            front.painted.connect(self.open_plan)
            self.window.show_front(front, self.look)
        else:
            self.show_start()
        self.window.show()
        QTimer.singleShot(1500, self._load_the_rest)

    def start_where_told(self, descriptor: int = 0) -> None:
        """Show the window on the screen that a group session tells through a file descriptor, and end with it."""
        from wrapplanner.ui.told_place import ToldPlace

        place = ToldPlace(self._app, self.window, self)
        place.scale_wanted.connect(self._on_scale_told)
        place.left.connect(self.window.close)
        place.left.connect(partial(self._app.exit, 0))
        self.window.group_requested.disconnect(self._on_group_requested)
        self.window.group_requested.connect(self._on_second_group_requested)
        place.begin(self.start, descriptor)

    def _on_second_group_requested(self) -> None:
        self.window.say(self.tr("A group session is open already: the one that shows this example."))

    def begin_out_of_sight(self) -> None:
        """Begin without a window and without a plan, to remind."""
        self._be_present().begin_out_of_sight()

    def _be_present(self) -> Presence:
        from wrapplanner.ui.reminding.presence import Presence  # late: the first window does not need it

        if self._presence is None:
            self._presence = Presence(lambda: self.look, lambda: self.preferences.now, self)
            self._presence.open_requested.connect(self.come_back)
            self._presence.leave_requested.connect(self._on_leave_requested)
        self._presence.follow()
        return self._presence

    def come_back(self) -> None:
        """Show the window, at today; a plan that was closed with it is opened, or asks for what opens it."""
        if self._group is not None:
            self._group.come_front()  # no plan is open beside a group
            return
        self.preferences.change(place="today")
        if self.window.isVisible():
            if self.window.has_plan and not self.window.is_covered:
                self.window.go("today")
        else:
            self.start()
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def _on_closed(self) -> None:
        if self._presence is None or not self._presence.stays:
            return
        if self.window.is_covered:
            self.window.uncover()
        self._asks = False
        self._watch.wait(0)
        self.window.forget_plan()
        self.window.show_front(_Front(), self.look)  # no word of the plan stays in any widget
        self.window.hide()
        self._leave_example()

    def _on_leave_requested(self) -> None:
        self._app.setQuitOnLastWindowClosed(True)
        if not self.window.isVisible():
            self._app.quit()
        else:
            self.window.close()

    def _has_plan(self) -> bool:
        """Whether there is a plan to open at once; of several a person chooses, unless one was asked for."""
        plans = self._data_dir / "plans"
        if not (plans / self._plan).is_dir():
            return False
        return self._plan != ANY_PLAN or len(list(plans.glob("[!.]*/plan.keys"))) < 2

    def show_start(self, problem: str = "") -> None:
        """Show the start page, and above it a problem, if there is one."""
        from wrapplanner.storage.names import nickname_of, plan_folder, plan_names
        from wrapplanner.ui.pages.start import StartPage

        self._front = None
        self._leave_example()  # also one that could not be opened: plans begin here
        plans = plan_names(self._data_dir)
        called = {name: nickname_of(plan_folder(self._data_dir, name)) for name in plans}
        page = StartPage(self.look, has_plan=bool(plans), plans=plans, nicknames=called)
        page.start_requested.connect(self._on_start_requested)
        page.plan_requested.connect(self._on_plan_requested)
        page.open_requested.connect(self._on_open_requested)
        page.example_requested.connect(self._on_example_requested)
        page.group_requested.connect(self._on_group_requested)
        page.text_size_requested.connect(self._on_text_size_requested)
        page.about_requested.connect(self._on_about_requested)
        self.window.show_front(page, self.look, problem)
        page.focus_start()

    def open_plan(self) -> None:
        """Open the plan that was asked for, or say why it cannot be opened."""
        from wrapplanner.storage.plans import plan_folder

        try:
            folder = plan_folder(self._data_dir, self._plan)
            if self._example:
                self._on_arrived(Arrived(self._example_store(), folder))
            else:
                self._opening.country = self.preferences.now.country
                self._opening.open(folder)
        except StorageError as error:
            self.show_start(error.sentence)

    def _show_front(self, make: MakeFront) -> None:
        """Show a page that leads to an open plan, and show it again in another look."""
        self._front = make
        page = make(self.look)
        page.text_size_requested.connect(self._on_text_size_requested)
        self.window.show_front(page, self.look)
        self._front_page = page
        if not self.window.is_covered:
            page.focus_start()

    def _on_arrived(self, arrived: Arrived) -> None:
        self._stay_at(arrived.folder)
        place = self.preferences.now.place or "read"
        if arrived.restored is not None:
            place = "settings/backups"
        elif arrived.by_code or arrived.code:
            place = "settings/locking"
        safe = None
        if not self._example:
            safe = PlanSafe(arrived.store, self._keychain, by_code=arrived.by_code, restored=arrived.restored)
        self._show_plan(arrived.store, arrived.folder, place, safe)
        if self._example:
            self.window.setWindowTitle(self.tr("Example – WRAP Planner"))
        if arrived.to_read:
            self.window.say(self.tr("Your plan is open to be read. What you write now cannot be kept."))
        elif arrived.said:
            self.window.say(arrived.said)
        elif safe is not None and self._may_offer_code(safe):
            self.preferences.change(code_offered=True)
            said = self.tr("A recovery code opens your plan if this computer breaks. Getting one takes a minute.")
            self.window.say(said, step=self.tr("Show me"), place="settings/locking/code")
        if arrived.code:
            from wrapplanner.ui.dialogs.passphrase import CodeDialog
            from wrapplanner.ui.sheet_desk import sheet_options

            CodeDialog(self.look, arrived.code, sheet_options(self.look, self.preferences), self.window).open()

    def _may_offer_code(self, safe: PlanSafe) -> bool:
        """Whether a recovery code is spoken of now: once, and where there is room for it."""
        room = self.window.height() / self.look.scale >= LOW
        return room and not self.preferences.now.code_offered and wants_code(safe, self.window.context.session)

    def _stay_at(self, folder: Path) -> None:
        """Have the data folder of the plan that is open; choices are kept there too, and nothing where we were before."""
        if self._example:
            return
        self._move_to(folder.parent.parent)
        self._plan = folder.name

    def _move_to(self, data_dir: Path) -> None:
        if data_dir != self._data_dir:
            self._data_dir = data_dir
            self.preferences = self.preferences.moved_to(data_dir / "preferences.json")
            self.look = make_look(self._resources, self.preferences.now)
            dress(self._app, self.look)

    def _leave_example(self) -> None:
        """Be at home again: what is begun after an example must not lie in a folder that goes with it."""
        if self._example:
            self._example = False
            self._move_to(self._home)
            self.window.setWindowTitle("WRAP Planner")

    def _example_store(self) -> PlanStore:
        from wrapplanner.content.example_days import example_days
        from wrapplanner.storage.interchange import read_plan
        from wrapplanner.storage.plans import PlanStore, plan_folder

        framework = self._read_framework(FRAMEWORK)
        example = (self._resources / "examples" / f"{FRAMEWORK}-{LANGUAGE}.json").read_bytes()
        content = read_plan(example, framework)
        store = PlanStore.create(plan_folder(self._data_dir, "example"), FRAMEWORK, content=content)
        days = self._resources / "examples" / f"{FRAMEWORK}-{LANGUAGE}-days.json"
        store.days.keep(example_days(days, content, clock.today()))
        return store

    def _read_framework(self, framework: str) -> Framework:
        from wrapplanner.content.loader import load_framework

        folder = self._resources / "framework" / framework / LANGUAGE
        return load_framework(folder, dict(self.preferences.now.wording))

    def _show_plan(self, store: PlanStore, folder: Path, place: str, safe: PlanSafe | None) -> None:
        from wrapplanner.ui.session import PlanSession

        session = PlanSession(self._read_framework(store.framework), store, self)
        files = None if self._example else folder
        if safe is not None:
            self._wishes.follow(safe)
            AutoBackup(safe, session).refused.connect(self._say)
            self._keep_card(safe, session)
        context = PageContext(self.look, session, self.preferences, self._resources, files, safe)
        self.window.show_plan(context, place)
        self._wait()
        # The first write wants SQLAlchemy: it comes in the background, so that neither opening nor typing waits for it.
        # Each plan has a thread of its own: one that is locked and opened again may be there before the first has begun.
        warming = Thread(target=store.warm, daemon=True)
        QTimer.singleShot(WARM_MS, session, partial(self._watch_spelling, session, store))
        QTimer.singleShot(WARM_MS, self, partial(Thread.start, warming))  # Qt would not hold a bound method's owner

    def _watch_spelling(self, session: PlanSession, store: PlanStore) -> None:
        from wrapplanner.ui.spelling.checker import Spelling

        if not session.is_closed:
            Spelling(session, store.words, self.preferences)  # the session owns it

    def _load_the_rest(self) -> None:
        # What the first window does not need.
        from wrapplanner.ui.system_lock import SystemLock

        SystemLock(self.window, self).locked.connect(self._on_system_locked)
        self._app.setWindowIcon(QIcon(str(self._resources / "pictures" / "app-icon.svg")))
        self._be_present()
        self._load_other_faces()
        self._warm()

    def _warm(self, modules: Sequence[str] = WARMED) -> None:
        # Whoever presses F9, or goes to a part, should not wait for modules to be read; keys come between two of them.
        if modules:
            import_module(f"wrapplanner.ui.{modules[0]}")
            QTimer.singleShot(0, self, partial(self._warm, modules[1:]))
            return
        from wrapplanner.ui.helplines import shipped

        shipped(self._resources)

    def _load_other_faces(self) -> None:
        # For words in other scripts: Qt takes them by itself once they are known.
        load_faces(self._resources, "Noto*-Regular.ttf")
        load_faces(self._resources, "OpenDyslexic-*.otf")

    def redress(self) -> None:
        """Show everything in the look and the words that the preferences ask for now."""
        old, self.look = self.look, make_look(self._resources, self.preferences.now)
        if self._presence is not None:
            self._presence.follow()
        if old != self.look:
            if self.look.family != old.family:
                self._load_other_faces()
            dress(self._app, self.look)
        if self.window.has_plan:
            context = self.window.context
            if dict(self.preferences.now.wording) != {w.id: w.chosen for w in context.session.framework.wordings}:
                context.session.framework = self._read_framework(context.session.framework.id)
            self.window.show_context(replace(context, look=self.look))
            self._wait()
            if self._asks:
                self._ask_over()
        elif self._front is not None:
            self._show_front(self._front)
        else:
            self.show_start()

    def lock(self) -> None:
        """Close a plan that has a passphrase and ask for it. Of any other, show how it gets one."""
        if not self.window.has_plan:
            return
        context = self.window.context
        if context.safe is None or context.files is None or not context.locks:
            if context.safe is None:
                self.window.say(self.tr("This is an example. It is not kept, so there is nothing to lock."))
            elif not self.window.is_covered:
                self.window.go("settings/locking")
            return
        self._watch.wait(0)
        # Words in an open dialog, and words that the disk has not taken, stay where they are: beneath a cover.
        if not self.window.has_dialogs and self.window.let_go():
            self._opening.country = self.preferences.now.country
            self._opening.ask(context.files, context.safe.ways)
        elif not self.window.is_covered:
            self._ask_over()

    def _keep_card(self, safe: PlanSafe, session: PlanSession) -> None:
        from wrapplanner.ui.card_keeper import CardKeeper

        CardKeeper(safe, session).renew()

    def _on_system_locked(self) -> None:
        if self.window.has_plan and self.window.context.locks:
            self.lock()

    def _wait(self) -> None:
        locks = self.window.context.locks and not self.window.is_covered  # beneath a cover it is locked already
        self._watch.wait(self.preferences.now.lock_minutes if locks else 0)

    def _ask_over(self) -> None:
        """Ask for the passphrase on a cover, the plan being open beneath it."""
        from wrapplanner.ui.pages.unlock import UnlockPage

        safe = self.window.context.safe
        assert safe is not None
        self._asks = True
        page = UnlockPage(
            self.look, safe.unlock, safe.ways, alone=True, card=safe.place.card(), country=self.preferences.now.country
        )
        page.opened.connect(self._on_proven)
        page.text_size_requested.connect(self._on_text_size_requested)
        self.window.cover(page)
        page.focus_start()

    def _on_proven(self) -> None:
        self._asks = False
        self.window.uncover()
        self._wait()

    def _on_hide_pressed(self) -> None:
        if self.window.is_covered or self._group is not None:
            return
        blank = Blank(self.look)
        blank.lifted.connect(self._on_lifted)
        self.window.cover(blank)
        self.window.repaint()  # seen at once: closing the plan comes after
        if self.window.has_plan and self.window.context.locks:
            QTimer.singleShot(0, self.lock)

    def _on_lifted(self) -> None:
        if self.window.has_plan and self.window.context.locks:
            self._ask_over()
            return
        self.window.uncover()
        if self._front is not None and not self.window.has_plan:
            self._front_page.focus_start()

    def _on_start_requested(self, answer: str, chosen: str) -> None:
        self._beginning.begin(answer, Path(chosen) if chosen else self._data_dir, self.preferences)

    def _on_begun(self, begun: Begun) -> None:
        """Show a new plan at its first question."""
        self._front = None
        self._stay_at(begun.folder)
        safe = PlanSafe(begun.store, self._keychain)
        self._show_plan(begun.store, begun.folder, "start", safe)
        if service := safe.place.synced_by():
            said = self.tr("{0} copies this folder to other computers. Your plan is sealed there, and safer elsewhere.")
            self.window.say(said.format(service), step=self.tr("Tell me more"), place="settings/keeping")
        if begun.only_me:
            OwnKey(safe, self.window.context.session).begin(begun.store)

    def _on_plan_requested(self, name: str) -> None:
        self._plan = name
        self.open_plan()

    def _on_open_requested(self) -> None:
        self._taking_in.begin(self._data_dir)

    def _on_taken(self, folder: Path, keys: Keys) -> None:
        self._opening.open(folder, keys=keys, said=self.tr("Your plan is here now, with all that the file holds."))

    def _on_example_requested(self) -> None:
        self._home = self._data_dir
        self._data_dir = folder = _example_folder()
        self._example = True
        self._app.aboutToQuit.connect(lambda: _remove(folder))
        self.open_plan()

    def _on_group_requested(self) -> None:
        """Go to group sessions; an open plan is closed first."""
        from wrapplanner.facilitator.example import ExamplePlan
        from wrapplanner.facilitator.ui.console import Console
        from wrapplanner.facilitator.ui.house import House

        if self.window.has_plan and not self.window.let_go():
            self.window.say(self.window.context.session.problem)
            return
        self._leave_example()
        self._watch.wait(0)
        house = House(self._data_dir, self._resources)
        self._group = group = Console(self._app, house, self.preferences, self._watch, ExamplePlan())
        group.left.connect(self._on_group_left)
        if self._presence is not None:
            self._presence.hush(True)
        group.start()
        self.show_start()
        self.window.hide()

    def _on_group_left(self) -> None:
        assert self._group is not None
        self._group.close()
        self._group.deleteLater()
        self._group = None
        if self._presence is not None:
            self._presence.hush(False)
        self.window.show()
        self.redress()

    def _on_text_size_requested(self) -> None:
        ask_text_size(self.window, self.look.scale, self._on_text_size)

    def _on_text_size(self, scale: float) -> None:
        self.preferences.change(scale=scale)
        QTimer.singleShot(0, self.redress)  # the button that asked is about to be replaced

    def _on_scale_told(self, scale: float) -> None:
        if scale == self.look.scale:
            return
        self.preferences.change(scale=scale)
        if self.window.has_plan:
            self.redress()
        else:  # it is opened in this look
            self.look = make_look(self._resources, self.preferences.now)
            dress(self._app, self.look)

    def _on_about_requested(self) -> None:
        from wrapplanner.ui.dialogs.about import AboutDialog

        AboutDialog(self.look, self._read_framework(FRAMEWORK).notice, self.window).open()

    def _say(self, sentence: str) -> None:
        if self.window.has_plan:
            self.window.say(sentence)
        else:
            self.show_start(sentence)


def _example_folder() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="wrapplanner-example-"))


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
