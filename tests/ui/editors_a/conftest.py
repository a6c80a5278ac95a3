from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from memory_days import MemoryDays
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.changes import Change
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.paths import resource_root
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look, load_faces, load_tokens
from wrapplanner.ui.widgets.column import ScrollColumn


class MemoryStore:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.days = MemoryDays()

    def load(self) -> Plan:
        return self.plan

    def apply(self, change: Change, inverse: Change) -> None:
        self.plan = change.applied_to(self.plan)[0]

    def edition(self) -> Edition:
        raise NotImplementedError

    def hand_out(self) -> Edition:
        raise NotImplementedError

    def close(self) -> None:
        pass


@pytest.fixture(scope="session")
def framework() -> Framework:
    return load_framework(framework_folders(resource_root() / "framework")["wrap"])


@pytest.fixture
def look(qapp: QApplication) -> Look:
    load_faces(resource_root())
    look = Look(load_tokens(resource_root(), "light"), resource_root())
    qapp.setStyle("Fusion")
    qapp.setStyleSheet(look.style_sheet())
    return look


@pytest.fixture
def open_session(framework: Framework, qapp: QApplication) -> Callable[..., PlanSession]:
    def make(**plan: object) -> PlanSession:
        return PlanSession(framework, MemoryStore(Plan("wrap", **plan)))

    return make


@pytest.fixture
def show(qtbot, look: Look) -> Iterator[Callable[..., QWidget]]:
    """Return a function that shows an editor (or any widget) in a page that scrolls, with a button after it."""

    windows: list[QWidget] = []  # so that they live as long as the test

    def make(widget: QWidget, width: int = 700, height: int = 600) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        room = QVBoxLayout(window)
        room.setContentsMargins(0, 0, 0, 0)
        page = ScrollColumn(look)
        page.column.addWidget(widget)
        page.column.addStretch(1)
        room.addWidget(page)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    windows.clear()


@pytest.fixture
def edit(framework: Framework, look: Look, show) -> Callable[..., Editor]:
    def make(editor: type[Editor], question: str, session: PlanSession, **shown: int) -> Editor:
        made = editor(look, session, framework.question(question))
        show(made, **shown)
        return made

    return make
