"""Buttons in the looks of the design: main, plain, quiet, back, on, lamp, chip, and icons that have a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from wrapplanner.ui.theme import Look

_INK = {"main": "accent-ink", "quiet": "accent", "on": "accent", "plain": "ink", "back": "ink", "lamp": "ink", "chip": "ink"}


class PushButton(QPushButton):
    """A button that Enter presses as Space does, wherever it stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        if not _pressed_by(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A small button that Enter presses as Space does, and that the keyboard reaches."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        if not _pressed_by(self, event):
            super().keyPressEvent(event)


def _pressed_by(pressed: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or held:
        return False
    if pressed.menu() is not None:
        pressed.showMenu()
    else:
        pressed.click()
    return True


def button(look: Look, text: str, kind: str = "plain", *, icon: str = "", trailing: bool = False) -> QPushButton:
    """Return a button with words and perhaps an icon, before them or (`trailing`) after them."""
    made = PushButton(text)
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
    made = ToolButton()
    made.setProperty("look", "icon")
    made.setIcon(look.icon(icon, colour, size))
    made.setIconSize(look.icon_extent(size))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


class Segmented(QWidget):
    """Two or three buttons of which one is on; `chosen(id)` is emitted when the person chooses another."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, choices: tuple[tuple[str, str, str], ...]) -> None:
        """`choices` are (id, words, icon or '')."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for place, (choice, text, icon) in enumerate(choices):
            each = PushButton(f" {text}" if icon else text)
            each.setAccessibleName(text)
            each.setCheckable(True)
            each.setAutoExclusive(True)  # which makes it a radio button for a screen reader, not a tick box
            each.setFixedHeight(look.control())
            strong = QFontMetrics(look.font("body", 600)).horizontalAdvance(each.text())
            extent = look.icon_size() + look.space(8) if icon else 0
            each.setMinimumWidth(strong + extent + look.space(40))  # the chosen one is set stronger, and wider
            each.setProperty("segment", "first" if place == 0 else "last" if place == len(choices) - 1 else "middle")
            if icon:
                each.setIcon(look.icon(icon))
                each.setIconSize(look.icon_extent())
            each.clicked.connect(self._announce(choice))
            self._group.addButton(each)
            self._buttons[choice] = each
            row.addWidget(each)

    def choose(self, choice: str) -> None:
        """Show a choice as on, without announcing it."""
        self._buttons[choice].setChecked(True)

    def _announce(self, choice: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(choice)
