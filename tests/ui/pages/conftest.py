from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from memory_days import MemoryDays
from PySide6.QtWidgets import QApplication, QWidget

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.changes import Change
from wrapplanner.domain.copies import Copy, Edition
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.paths import resource_root
from wrapplanner.storage.interchange import read_plan
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look, load_faces, load_tokens


class MemoryStore:
    """Keeps nothing; counts what was handed out."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.days = MemoryDays()
        self.handed_out = 0
        self.held: list[Copy] = []
        self.day = date(2026, 6, 8)

    def load(self) -> Plan:
        return self._plan

    def apply(self, change: Change, inverse: Change) -> None:
        pass

    def edition(self) -> Edition:
        return Edition(3, self.day)

    def hand_out(self, *handed: Copy) -> Edition:
        self.handed_out += 1
        self.held += handed
        return self.edition()

    def copies(self) -> tuple[Copy, ...]:
        return tuple(self.held)

    def keep_copy(self, copy: Copy) -> None:
        self.held = [copy if each.id == copy.id else each for each in self.held]

    def handed_version(self, version: int) -> None:
        return None

    def close(self) -> None:
        pass


@pytest.fixture(scope="session")
def framework() -> Framework:
    return load_framework(framework_folders(resource_root() / "framework")["wrap"])


@pytest.fixture(scope="session")
def example(framework: Framework) -> Plan:
    return read_plan((resource_root() / "examples" / "wrap-en.json").read_bytes(), framework)


@pytest.fixture
def make_look(qapp: QApplication) -> Callable[..., Look]:
    def make(scale: float = 1.0, theme: str = "light") -> Look:
        load_faces(resource_root())
        look = Look(load_tokens(resource_root(), theme), resource_root(), scale)
        qapp.setStyle("Fusion")
        qapp.setPalette(look.palette())
        qapp.setStyleSheet(look.style_sheet())
        return look

    return make


@pytest.fixture
def look(make_look: Callable[..., Look]) -> Look:
    return make_look()


@pytest.fixture
def make_context(framework: Framework, tmp_path: Path) -> Callable[..., PageContext]:
    def make(look: Look, plan: Plan | None = None) -> PageContext:
        session = PlanSession(framework, MemoryStore(plan or Plan("wrap")))
        preferences = PreferenceFile(tmp_path / "preferences.json")
        return PageContext(look, session, preferences, resource_root(), tmp_path / "plans" / "my-plan")

    return make


@pytest.fixture
def context(make_context: Callable[..., PageContext], look: Look, example: Plan) -> PageContext:
    return make_context(look, example)


@pytest.fixture
def nameless() -> Callable[[QWidget], list[str]]:
    """What can have the focus and says nothing to a screen reader."""

    def found(page: QWidget) -> list[str]:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QAccessible

        bare = []
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                face = QAccessible.queryAccessibleInterface(widget)
                if not face.text(QAccessible.Text.Name).strip():
                    bare.append(f"{type(widget).__name__} {widget.objectName()}")
        return bare

    return found
