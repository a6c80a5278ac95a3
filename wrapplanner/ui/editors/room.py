"""Room: how columns share it, and how a page scrolls to show a part of a widget."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea, QWidget

from wrapplanner.ui.editors.cell_fields import PADDING, chevron_room
from wrapplanner.ui.models.records_model import RecordsModel
from wrapplanner.ui.theme import Look


def column_widths(look: Look, model: RecordsModel, width: int) -> list[int]:
    """Return the widths of a table's columns in pixels: what the words want where there is room, else fair shares."""
    menu = menu_room(look)
    fonts, side = QFontMetrics(look.font(weight=600)), 2 * look.space(PADDING) + look.space(8)
    wants = []
    for column, field in enumerate(model.fields):
        longest = max((model.shown(row, column) for row in range(len(model.rows))), key=len, default="")
        chevron = chevron_room(look) if field.offers(model.plan) else 0
        wants.append(max(fonts.horizontalAdvance(longest), fonts.horizontalAdvance(field.title)) + side + chevron)
    return [*shares(wants, width - menu), menu]


def menu_room(look: Look) -> int:
    """Return the width of the column with the menus."""
    return look.control()


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
