"""What a screen reader is told of a drop-down: its question as the name, its choice as the value.

Qt's own answer gives the choice as the name on Linux, so that nobody hears what is being asked.
"""

from __future__ import annotations

import sys
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox

_HAS_NO_VALUES = sys.platform == "linux"
"""The bridge of Linux carries no value of a drop-down: there its description says the choice as well."""


class DropDownFace(QAccessibleWidget):
    """Stands for a combo box that is not written in. Its child is the list that it opens."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox, "")

    def text(self, kind: QAccessible.Text) -> str:
        """Return the question, the choice, or what was said about both."""
        box = self._box()
        said = super().text(kind)
        if kind is QAccessible.Text.Name:
            return box.accessibleName()
        if kind is QAccessible.Text.Value:
            return box.currentText()
        if kind is QAccessible.Text.Description and _HAS_NO_VALUES:
            return said or box.currentText()
        return said

    def state(self) -> QAccessible.State:
        """Return the state with whether the list is open."""
        state = super().state()
        state.expandable = True
        state.expanded = self._box().view().isVisible()
        state.hasPopup = True
        return state

    def childCount(self) -> int:
        """Return one: the list."""
        return 1

    def child(self, index: int) -> QAccessibleInterface:
        """Return the list."""
        return QAccessible.queryAccessibleInterface(self._box().view()) if index == 0 else super().child(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return 0 for the list, -1 for anything else."""
        return 0 if child.object() is self._box().view() else -1

    def actionNames(self) -> list[str]:
        """Return what can be done: take the focus, open the list."""
        return [*super().actionNames(), self.showMenuAction()]

    def doAction(self, action: str) -> None:
        """Do one of `actionNames`."""
        if action == self.showMenuAction():
            self._box().showPopup()
        else:
            super().doAction(action)

    def _box(self) -> QComboBox:
        return cast("QComboBox", self.object())


def drop_down_face(kind: str, widget: QObject) -> QAccessibleInterface | None:
    """Return the face of a drop-down (by its class's name, as Qt asks); nothing for other widgets, which have Qt's own."""
    return DropDownFace(widget) if kind == "DropDown" and isinstance(widget, QComboBox) else None


def tell_choice(box: QComboBox) -> None:
    """Have a screen reader say a new choice where it hears of no values; elsewhere Qt has told it."""
    if _HAS_NO_VALUES and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(box, QAccessible.Event.DescriptionChanged))
