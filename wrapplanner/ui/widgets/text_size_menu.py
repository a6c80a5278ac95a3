"""The menu of text sizes: the one in use is ticked, and it opens beside the button that asked for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from wrapplanner.ui.theme import SCALES

_NEAR = 0.01


def text_size_menu(parent: QWidget, now: float, chosen: Callable[[float], None]) -> QMenu:
    """Return the menu; `chosen` is called with the scale that the person wants (1.0 is 100 %)."""
    menu = QMenu(parent)
    for scale in SCALES:
        action = menu.addAction(f"{round(scale * 100)} %")
        action.setCheckable(True)
        action.setChecked(abs(scale - now) < _NEAR)
        action.triggered.connect(partial(_on_chosen, chosen, scale))
    return menu


def ask_text_size(window: QWidget, now: float, chosen: Callable[[float], None]) -> None:
    """Open the menu above what has the focus, the button that was pressed: the mouse may be anywhere."""
    menu = text_size_menu(window, now, chosen)
    menu.aboutToHide.connect(menu.deleteLater)
    asked = window.focusWidget() or window
    above = asked.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
    beneath = asked.mapToGlobal(QPoint(0, asked.height()))
    menu.popup(above if above.y() >= asked.screen().availableGeometry().top() else beneath)
    menu.setActiveAction(next((each for each in menu.actions() if each.isChecked()), menu.actions()[0]))


def _on_chosen(chosen: Callable[[float], None], scale: float, _checked: bool = False) -> None:
    chosen(scale)
