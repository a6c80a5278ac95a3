"""Buttons in the looks of the design: main, plain, quiet, back, on, lamp, chip, and icons that have a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from wrapplanner.ui.theme import Look

_INK = {"main": "accent-ink", "quiet": "accent", "on": "accent", "plain": "ink", "back": "ink", "lamp": "ink", "chip": "ink"}


def button(look: Look, text: str, kind: str = "plain", *, icon: str = "", trailing: bool = False) -> QPushButton:
    """Return a button with words and perhaps an icon, before them or (`trailing`) after them."""
    made = QPushButton(text)
    made.setProperty("look", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(look.icon(icon, _INK[kind]))
        made.setIconSize(look.icon_extent())
        made.setText(f"{text} " if trailing else f" {text}")  # Qt leaves 4 px between an icon and its words: too near
        made.setAccessibleName(text)
    if trailing:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def icon_button(look: Look, icon: str, name: str, *, colour: str = "ink", size: int = 20) -> QToolButton:
    """Return a square button with an icon alone; `name` is what screen readers and the tooltip say."""
    made = QToolButton()
    made.setProperty("look", "icon")
    made.setIcon(look.icon(icon, colour, size))
    made.setIconSize(look.icon_extent(size))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


class Segmented(QWidget):
    """Two or three buttons of which one is on; `chosen(id)` is emitted when the person chooses another."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, choices: tuple[tuple[str, str, str], ...]) -> None:
        """`choices` are (id, words, icon or '')."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for place, (choice, text, icon) in enumerate(choices):
            each = QToolButton()
            each.setText(f" {text}" if icon else text)
            each.setAccessibleName(text)
            each.setCheckable(True)
            each.setFixedHeight(look.control())
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.setProperty("segment", "first" if place == 0 else "last" if place == len(choices) - 1 else "middle")
            if icon:
                each.setIcon(look.icon(icon))
                each.setIconSize(look.icon_extent())
                each.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            each.clicked.connect(self._announce(choice))
            self._group.addButton(each)
            self._buttons[choice] = each
            row.addWidget(each)

    def choose(self, choice: str) -> None:
        """Show a choice as on, without announcing it."""
        self._buttons[choice].setChecked(True)

    def _announce(self, choice: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(choice)
