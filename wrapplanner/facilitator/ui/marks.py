"""A board's marks for the presenter: icons in the colours that the group sees, and their names."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from wrapplanner.facilitator.model.board import Mark
from wrapplanner.facilitator.ui.painting import paint_shape
from wrapplanner.facilitator.ui.room import DARK, LIGHT, Room
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP

_NAMES = {
    Mark.CIRCLE: QT_TRANSLATE_NOOP("Marks", "Circle"),
    Mark.SQUARE: QT_TRANSLATE_NOOP("Marks", "Square"),
    Mark.TRIANGLE: QT_TRANSLATE_NOOP("Marks", "Triangle"),
    Mark.DIAMOND: QT_TRANSLATE_NOOP("Marks", "Diamond"),
    Mark.CROSS: QT_TRANSLATE_NOOP("Marks", "Cross"),
    Mark.RING: QT_TRANSLATE_NOOP("Marks", "Ring"),
}
_SIZE = 14


def mark_name(mark: Mark) -> str:
    """Return what a mark is called."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Marks", _NAMES[mark])


def ground_room(look: Look, rooms: dict[str, Room]) -> Room:
    """Return the room whose marks stand out on the presenter's own ground."""
    return rooms[DARK if look.colour("surface").lightness() < 128 else LIGHT]


def mark_icon(look: Look, room: Room, mark: Mark) -> QIcon:
    """Return a mark as an icon for chips, headings and menus."""
    side = look.icon_size(20)
    pixmap = QPixmap(side * 2, side * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawn = look.icon_size(_SIZE)
    paint_shape(painter, room, mark.value, QRectF((side - drawn) / 2, (side - drawn) / 2, drawn, drawn))
    painter.end()
    return QIcon(pixmap)
