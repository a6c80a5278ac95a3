from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.framework import Framework
from wrapplanner.paths import resource_root
from wrapplanner.ui.theme import Look, load_faces, load_tokens
from wrapplanner.ui.widgets.column import ScrollColumn


@pytest.fixture(scope="session")
def framework() -> Framework:
    return load_framework(framework_folders(resource_root() / "framework")["wrap"])


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
def show(qtbot, look: Look) -> Iterator[Callable[..., QWidget]]:
    """Return a function that shows an editor (or any widget) in a page that scrolls."""
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
