from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from memory_store import MemoryStore
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.paths import resource_root
from wrapplanner.storage.interchange import read_plan
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look


@pytest.fixture(scope="session")
def example(framework: Framework) -> Plan:
    return read_plan((resource_root() / "examples" / "wrap-en.json").read_bytes(), framework)


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
