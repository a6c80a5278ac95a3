"""Room: how columns share it, and how a page scrolls to show a part of a widget."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from wrapplanner.ui.theme import Look


def menu_room(look: Look) -> int:
    """Return the width of the column with the menus."""
    return look.control() + look.space(16)


def shares(wants: list[int], room: int) -> list[int]:
    """Return widths that add up to `room`: who wants little gets it, the others share the rest alike."""
    widths = [0] * len(wants)
    left = max(room, 0)
    for rank, place in enumerate(sorted(range(len(wants)), key=wants.__getitem__)):
        widths[place] = min(wants[place], left // (len(wants) - rank))
        left -= widths[place]
    extra, rest = divmod(left, max(len(wants), 1))
    return [width + extra + (place < rest) for place, width in enumerate(widths)]


def reveal(widget: QWidget, box: QRect) -> None:
    """Scroll the page so that a part of a widget can be seen."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None and (inside := parent.widget()) is not None:
        corner = widget.mapTo(inside, box.bottomLeft())
        parent.ensureVisible(corner.x(), corner.y(), 0, box.height())
