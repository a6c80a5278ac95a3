"""Drives the real app as a person does: by keys and by the mouse, finding things by what they say.

Nothing of the app is called but to start it; what is asked of it afterwards (`plan`, `place`, `shown`) only looks.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from wrapplanner.app import Desktop
from wrapplanner.content.loader import load_framework
from wrapplanner.domain.framework import Question
from wrapplanner.domain.plan import Plan
from wrapplanner.paths import resource_root
from wrapplanner.storage.interchange import read_plan
from wrapplanner.storage.keychain import Keychain
from wrapplanner.storage.plans import PlanStore, plan_folder
from wrapplanner.ui.main_window import MainWindow
from wrapplanner.ui.pages import print_dialogs
from wrapplanner.ui.preferences import PreferenceFile

SIZE = (1280, 800)
SMALL = {
    "format": "wrap-planner/plan",
    "format_version": 1,
    "framework": "wrap",
    "tools": [
        {"id": "walk", "name": "Walk by the canal"},
        {"id": "tea", "name": "Tea in the garden"},
        {"id": "hum", "name": "Hum"},
    ],
    "people": [
        {"id": "jo", "name": "Jo Lantern", "relation": "My sister", "phones": ["01632 960142"]},
        {"id": "ade", "name": "Ade Finch", "phones": ["01632 960217"]},
        {"id": "kim", "name": "Kim Reed"},
    ],
    "answers": {
        "early.signs": [
            {"id": "s1", "text": "Café lights hurt"},
            {"id": "s2", "text": "I hide my post"},
            {"id": "s3", "text": "No songs"},
        ],
        "early.must": [{"id": "m1", "tool": "walk"}, {"id": "m2", "text": "Ring somebody"}],
        "daily.every_day": [{"id": "d1", "tool": "walk"}],
        "crisis.supporters": [{"id": "p1", "person": "jo", "note": "Stays with me"}, {"id": "p2", "person": "ade"}],
        "crisis.full_name": [{"id": "n1", "text": "Robin Marsh"}],
        "crisis.medicines": [
            {"id": "x1", "cells": {"name": "Levothyroxine", "amount": "50 micrograms"}},
            {"id": "x2", "cells": {"name": "Blue inhaler"}},
        ],
        "crisis.tasks": [{"id": "t1", "person": "ade", "cells": {"task": "Feed the cat"}}],
        "crisis.signatures": [{"id": "g1", "person": "jo", "note": "Witness"}],
    },
}
LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 5_000


class Driver:
    """One person at one computer: a data folder, and the app open on it or closed.

    Problems that reach the app's last net (`sys.excepthook`) are kept and raised when the app is closed.
    """

    def __init__(self, qtbot, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.data, self.papers = data, data.parent / "papers"
        self._qtbot, self._monkeypatch = qtbot, monkeypatch
        self._problems: list[BaseException] = []
        self._desktop: Desktop | None = None
        self.offered = ""
        self.papers.mkdir()
        self.keychain: Keychain | None = None

    # The app
    def begin(
        self,
        place: str = "",
        framework: str = "wrap",
        *,
        example: bool = False,
        size: tuple[int, int] = SIZE,
        **preferences: object,
    ) -> None:
        """Make a small plan (`SMALL`, or the example), be at a place as if left there the last time, and open the app."""
        root = resource_root()
        written = (root / "examples" / f"{framework}-en.json").read_bytes() if example else json.dumps(SMALL).encode()
        content = read_plan(written, load_framework(root / "framework" / framework / "en"))
        PlanStore.create(plan_folder(self.data, "my-plan"), framework, content=content).close()
        self.remember(place=place, **{"code_offered": True, **preferences})
        self.open(size=size)

    def remember(self, **preferences: object) -> None:
        """Have preferences as they were left the last time."""
        PreferenceFile(self.data / "preferences.json").change(**preferences)

    def open(self, plan: str = "my-plan", *, example: bool = False, size: tuple[int, int] = SIZE, asks: bool = False) -> Driver:
        """Start the app and wait until it can be used, or until it `asks` for something first."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._desktop = Desktop(app, self.data, plan, example=example, keychain=self.keychain)
        self._monkeypatch.setattr(sys, "excepthook", self._on_problem(sys.excepthook))
        self._desktop.start()
        self.window.resize(*size)
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        if not asks and (example or (self.data / "plans" / plan).is_dir()):
            self.wait(lambda: self.window.has_plan, "the plan is not open")
        self.settle()
        return self

    def adopt(self) -> None:
        """Take over the app that was started by `wrapplanner.app.run`."""
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible())
        self._desktop = next(each for each in gc.get_objects() if type(each) is Desktop and each.window is window)
        window.activateWindow()
        self.wait(window.isActiveWindow)

    @property
    def is_open(self) -> bool:
        return self._desktop is not None

    @property
    def window(self):
        assert self._desktop is not None, "the app is not open"
        return self._desktop.window

    @property
    def preferences(self):
        assert self._desktop is not None
        return self._desktop.preferences.now

    def close(self) -> None:
        """Close the window by its cross, and see that nothing went wrong meanwhile."""
        closed = self.window.close()
        assert closed, "the window did not close"
        self.forget()

    def forget(self) -> None:
        """Let go of the app, as its process does when it ends."""
        desktop, self._desktop = self._desktop, None
        if desktop is not None:
            desktop.window.close()
            desktop.window.hide()
            desktop.window.deleteLater()
            desktop.deleteLater()
        self._monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        problems, self._problems = self._problems, []
        for problem in problems:
            raise problem

    def reopen(self, plan: str = "my-plan", *, size: tuple[int, int] = SIZE) -> None:
        """Close the app and open it again."""
        self.close()
        self.open(plan, size=size)

    def _on_problem(self, told: Callable[..., object]) -> Callable[..., None]:
        def noted(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
            self._problems.append(problem)
            told(kind, problem, trace)

        return noted

    # Looking
    @property
    def plan(self) -> Plan:
        return self.window.context.session.plan

    @property
    def framework(self):
        return self.window.context.session.framework

    def place(self) -> str:
        """Return where the person is, as the app names it."""
        return self.window.place()

    def question(self) -> Question:
        """Return the question that is being asked."""
        return self.framework.question(self.place().split("/")[1])

    def front(self) -> QWidget:
        """Return what is in front: a menu, a dialog, or the window."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
        assert front is not None, "there is no window in front"
        return front

    def focus(self) -> QWidget:
        """Return the widget that has the focus; the keyboard is never without one."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def shown(self) -> str:
        """Return all words in sight, without what is painted only."""
        return "\n".join(text for widget in seen(self.front()) for text in texts(widget))

    def see(self, *wanted: str) -> None:
        """Wait until all these words are in sight."""
        self.wait(lambda: all(each in self.shown() for each in wanted), lambda: f"{wanted} not in:\n{self.shown()}")

    def see_not(self, *unwanted: str) -> None:
        self.wait(lambda: not any(each in self.shown() for each in unwanted), f"{unwanted} is in sight")

    def saved(self) -> str:
        """Return what the status bar says."""
        return self.find("savedWords", QLabel).text()

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return the one widget in sight with this object name, accessible name or text."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [each for each in seen(self.front()) if isinstance(each, kind) and name in names(each)]
            return bool(found)

        self.wait(look, lambda: f"{name!r} is not here; what can be pressed: {self._pressable()}")
        usable = [each for each in found if each.focusPolicy() != Qt.FocusPolicy.NoFocus] or found
        return usable[0]

    def has(self, name: str) -> bool:
        return any(name in names(each) for each in seen(self.front()))

    def _pressable(self) -> list[str]:
        return [next(iter(names(each)), "") for each in seen(self.front()) if isinstance(each, QAbstractButton)]

    # Doing
    def key(self, *sequences: str) -> None:
        """Press keys: "Ctrl+Return", "Alt+Up", "F9"; "Menu" is the key that opens the menu of what has the focus."""
        for sequence in sequences:
            if sequence == "Menu":
                self._open_menu()
                continue
            combination = QKeySequence(sequence)[0]
            QTest.keyClick(self._surface(), combination.key(), combination.keyboardModifiers())
            self.settle()

    def _open_menu(self) -> None:
        # Platforms make this event of the menu key; the offscreen one leaves that out.
        widget = self.focus()
        at = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, event)
        self.settle()

    def type(self, words: str) -> None:
        """Type words where the focus is; a new line is Enter."""
        for letter in words:
            if letter == "\n":
                self.key("Return")
            elif letter.isascii():
                QTest.keyClick(self._surface(), letter)
            else:
                QTest.sendKeyEvent(
                    QTest.KeyAction.Click, self.focus(), Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier, 0
                )
        self.settle()

    def click(self, name: str, kind: type[QWidget] = QWidget) -> None:
        """Press a widget that says this, with the mouse, where it can be seen."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) and any(plain(action.text()) == name for action in popup.actions()):
            self._click_action(popup, name)
            return
        widget = self.find(name, kind)
        assert widget.isEnabled(), f"{name} cannot be pressed"
        self.press(widget, widget.rect())

    def press(self, widget: QWidget, where: QRect) -> None:
        """Press in the middle of a part of a widget, once it has been scrolled into sight."""
        scroll_to(widget, where)
        at = where.center()
        window = widget.window()
        top = window.childAt(widget.mapTo(window, at)) or window
        assert top is widget or widget.isAncestorOf(top), f"{top} lies over {widget}"
        QTest.mouseClick(top, LEFT, Qt.KeyboardModifier.NoModifier, top.mapFrom(widget, at) if top is not widget else at)
        self.settle()

    def click_row(self, view_name: str, words: str) -> None:
        """Press a row of a list."""
        view = self.find(view_name, QAbstractItemView)
        assert isinstance(view, QAbstractItemView)
        self.press(view.viewport(), view.visualRect(index_of(view, words)))

    def menu_of(self, view_name: str, words: str) -> None:
        """Open the menu of a row by the menu key."""
        view = self.find(view_name, QAbstractItemView)
        assert isinstance(view, QAbstractItemView)
        self.go_to_row(view_name, words)
        self.key("Menu")

    def go_to_row(self, view_name: str, words: str) -> None:
        """Walk to a row of a list with the arrow keys."""
        view = self.find(view_name, QAbstractItemView)
        assert isinstance(view, QAbstractItemView)
        self.tab_to(view_name)
        wanted = index_of(view, words).row()
        self.wait(lambda: view.currentIndex().isValid())
        for _ in range(view.model().rowCount() + 1):
            here = view.currentIndex().row()
            if here == wanted:
                return
            self.key("Down" if here < wanted else "Up")
        raise AssertionError(f"the arrow keys do not reach {words!r}")

    def choose(self, name: str, item: str) -> None:
        """Choose an item of a drop-down by keys."""
        box = self.find(name, QComboBox)
        assert isinstance(box, QComboBox)
        self.tab_to(name)
        for _ in range(box.count()):
            self.key("Home" if box.currentIndex() else "Up") if not _ else None
            if box.currentText() == item:
                return
            self.key("Down")
        assert box.currentText() == item, f"{item!r} cannot be chosen in {name}"

    def pick(self, button: str, *path: str) -> None:
        """Press a button that has a menu, and an action of that menu."""
        self.tab_to(button)
        choose = partial(self._click_actions, path)
        with later(choose, once=lambda: QApplication.activePopupWidget() is not None):
            self.key("Space")
        self.settle()

    def tab_to(self, *wanted: str) -> None:
        """Press Tab until something that says this has the focus."""
        for _ in range(200):
            if self._says(self.focus(), wanted):
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not reach {wanted}")

    def goes(self, place: str) -> None:
        """Wait until the person is at a place, or inside it."""
        self.wait(lambda: (self.place() + "/").startswith(place + "/"), lambda: f"at {self.place()}, not at {place}")
        self.settle()

    def _says(self, widget: QWidget, wanted: tuple[str, ...]) -> bool:
        return bool(names(widget) & set(wanted))

    def _click_actions(self, path: tuple[str, ...]) -> None:
        for each in path:
            self._click_action(QApplication.activePopupWidget(), each)

    def _click_action(self, menu: QWidget | None, words: str) -> None:
        assert isinstance(menu, QMenu), f"no menu is open for {words!r}"
        action: QAction | None = next((each for each in menu.actions() if plain(each.text()) == words), None)
        assert action is not None, f"{words!r} is not in {[each.text() for each in menu.actions()]}"
        QTest.mouseClick(menu, LEFT, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center())
        self.settle()

    def _surface(self) -> QWindow:
        # Keys go to the window, as from a keyboard: what they do is found out by Qt, shortcuts and all.
        surface = QGuiApplication.focusWindow()
        assert surface is not None, "no window has the keyboard"
        return surface

    # Waiting
    def settle(self) -> None:
        """Let everything that is due happen."""
        for _ in range(3):
            QApplication.processEvents()
        if QGuiApplication.focusWindow() is None and self._desktop is not None:
            # What a window manager does when a dialog or a menu has gone; the offscreen platform has none.
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
            front.windowHandle().requestActivate()
            QApplication.processEvents()

    def rest(self) -> None:
        """Wait until pages that are built piece by piece have been built and laid out."""
        for _ in range(3):
            self.settle()
            self._qtbot.wait(20)

    def wait(self, is_so: Callable[[], bool], told: str | Callable[[], str] = "", ms: int = WAIT_MS) -> None:
        """Wait until something is so."""
        try:
            self._qtbot.waitUntil(lambda: bool(is_so()), timeout=ms)
        except Exception as late:
            raise AssertionError((told() if callable(told) else told) or str(late)) from None

    # Paper
    def answer_file_dialog(self, file: Path) -> None:
        """Have the next "save as" dialog answered with a file."""
        driver = self

        class Answered(print_dialogs.QFileDialog):
            def selectFile(self, name: str) -> None:
                driver.offered = name

            def exec(self) -> int:
                return 1

            def selectedFiles(self) -> list[str]:
                return [str(file)]

        self._monkeypatch.setattr(print_dialogs, "QFileDialog", Answered)

    def save_pdf(self, name: str = "plan.pdf", *, by_key: bool = False) -> Path:
        """Save what the print page shows, and return the file once it is there."""
        file = self.papers / name
        self.answer_file_dialog(file)
        if by_key:
            self.tab_to("Save as PDF")
            self.key("Space")
        else:
            self.click("Save as PDF")
        self.wait(file.exists, "no paper was saved", 20_000)
        self.see(f"Saved as {name}.")
        return file

    def save_whole_plan(self, name: str = "whole.pdf") -> str:
        """Go and save the whole plan; return the words on its pages."""
        self.key("Ctrl+4")
        self.goes("print")
        self.click("document-whole-plan")
        return words_of(self.save_pdf(name))


class later:
    """Does something while what stands inside may be waiting in a menu's own loop: `once` something is so, or at its end."""

    def __init__(self, act: Callable[[], object], once: Callable[[], bool] = lambda: True) -> None:
        from PySide6.QtCore import QTimer

        self._act, self._once, self._done, self._problem = act, once, False, None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def __enter__(self) -> later:
        self._timer.start(30)
        return self

    def __exit__(self, *_arguments: object) -> None:
        if not self._done:
            self._timer.stop()
            self._do()
        if self._problem is not None:
            raise self._problem

    def _on_time(self) -> None:
        if self._once():
            self._do()
        else:
            self._timer.start(5)  # on a busy computer a key takes its time

    def _do(self) -> None:
        self._done = True
        try:
            self._act()
        except BaseException as problem:
            self._problem = problem
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()


def seen(top: QWidget) -> Iterator[QWidget]:
    """Yield a window and every widget in it that is shown, in the order of building."""
    if top.isVisible():
        yield top
        for widget in top.findChildren(QWidget):
            if widget.isVisible():
                yield widget


def texts(widget: QWidget) -> list[str]:
    """Return the words that a widget shows."""
    if isinstance(widget, QLabel | QAbstractButton):
        return [plain(widget.text()) if isinstance(widget, QAbstractButton) else widget.text()]
    if isinstance(widget, QLineEdit):
        return [widget.text()]
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    if isinstance(widget, QMenu):
        return [plain(action.text()) for action in widget.actions()]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        return row_texts(widget)
    return []


def row_texts(view: QAbstractItemView) -> list[str]:
    """Return the words of all rows, as they are shown and as they are read out."""
    model, found = view.model(), []
    for row in range(model.rowCount()):
        for column in range(columns_of(view)):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                said = index.data(role)
                if isinstance(said, str):
                    found.append(said)
    return found


def index_of(view: QAbstractItemView, words: str):
    """Return the first row that shows these words."""
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(columns_of(view)):
            index = model.index(row, column)
            said = index.data(Qt.ItemDataRole.DisplayRole), index.data(Qt.ItemDataRole.AccessibleTextRole)
            if any(words in each for each in said if isinstance(each, str)):
                return index
    raise AssertionError(f"{words!r} is not in {row_texts(view)}")


def columns_of(view: QAbstractItemView) -> int:
    model = view.model()
    return model.columnCount() if isinstance(model, QAbstractTableModel) else 1


def names(widget: QWidget) -> set[str]:
    """Return what a person or a test may call a widget."""
    found = {widget.objectName(), widget.accessibleName()}
    if isinstance(widget, QLabel | QAbstractButton):
        found.add(plain(widget.text()).strip())
    if isinstance(widget, QLineEdit):
        found.add(widget.placeholderText())
    return found - {""}


def plain(text: str) -> str:
    """Return a button's words without the marks of its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def scroll_to(widget: QWidget, where: QRect) -> None:
    """Bring a part of a widget into sight, as the wheel does."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None:
            at = widget.mapTo(parent.widget(), where.center())
            parent.ensureVisible(at.x(), at.y(), 0, min(where.height() // 2 + 8, parent.height() // 2))
        parent = parent.parentWidget()
    QApplication.processEvents()


def words_of(pdf: Path) -> str:
    """Return the words on a PDF's pages, as another program reads them, spaces and line ends alike."""
    said = subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())


def pages_of(pdf: Path) -> list[str]:
    """Return the words of each page."""
    said = subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in said.stdout.decode().split("\f")[:-1]]
