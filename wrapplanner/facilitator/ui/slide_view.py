"""A widget that shows one slide: all of the audience window, and the live picture in the presenter's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wrapplanner.facilitator.ui.fitting import Screen
from wrapplanner.facilitator.ui.painting import SlidePainter
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.facilitator.ui.sheets import Sheet, sheets_of
from wrapplanner.facilitator.ui.slides import BlankSlide, Slide


class SlideView(QWidget):
    """Shows a slide's sheet laid out for `screen`, or for its own size where none is given.

    `laid_out()` whenever the sheets have changed. Its accessible name is what can be read on the sheet.
    """

    laid_out = Signal()

    def __init__(self, painter: SlidePainter, room: Room, screen: Screen | None = None, edge: QColor | None = None) -> None:
        """With an `edge` a line of that colour goes round the sheet, and what is left beside it shows the ground beneath."""
        super().__init__()
        self._edge = edge
        self._painter, self._room, self._screen = painter, room, screen
        self._slide: Slide = BlankSlide()
        self._sheets: tuple[Sheet, ...] = ()
        self._place, self._text = 0, 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, edge is None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()

    @property
    def sheet(self) -> Sheet:
        """The sheet that is seen."""
        return self._sheets[self._place]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets of the slide, at this size."""
        return self._sheets

    @property
    def place(self) -> int:
        """Which sheet is seen, from 0."""
        return self._place

    def show_slide(self, slide: Slide, place: int = 0) -> None:
        """Show a slide from one of its sheets; a `place` that is too far means the last, as -1 does."""
        if slide != self._slide:
            self._slide = slide
            self._sheets = sheets_of(slide, self._for())
            self.laid_out.emit()
        self.turn_to(place)

    def turn_to(self, place: int) -> None:
        """Show another sheet of the same slide."""
        last = len(self._sheets) - 1
        self._place = last if place < 0 else min(place, last)
        self._tell()
        self.update()

    def set_room(self, room: Room) -> None:
        """Show it for a light or a dark room."""
        self._room = room
        self.update()

    def set_screen_size(self, screen: Screen) -> None:
        """Lay it out for another screen."""
        if screen != self._screen:
            self._screen = screen
            self._lay_out()

    def set_text(self, text: float) -> None:
        """Set letters so much larger than designed."""
        self._text = text
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Return the proportions of the screen."""
        return QSize(640, round(640 * self._for().height / self._for().width))

    def picture_box(self) -> QRectF:
        """Return where the sheet is painted: as large as it can be, in the middle, with an edge at the top."""
        screen, room = self._for(), self.rect()
        if self._edge is not None:
            room.adjust(2, 2, -2, -2)
        scale = min(room.width() / screen.width, room.height() / screen.height)
        wide, high = screen.width * scale, screen.height * scale
        above = (room.height() - high) / 2 if self._edge is None else 0
        return QRectF(room.x() + (room.width() - wide) / 2, room.y() + above, wide, high)

    def height_for(self, width: int) -> int:
        """Return the height that shows the sheet as large as a width allows."""
        return round(width * self._for().height / self._for().width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet; what is left beside it is of the same ground."""
        painter = QPainter(self)
        box = self.picture_box()
        if self._edge is None:
            painter.fillRect(self.rect(), self._room.colour("surface"))
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._edge, 1))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)
        self._painter.paint(painter, self.sheet, self._room, box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew where it follows the widget's size."""
        super().resizeEvent(event)
        if self._screen is None:
            self._lay_out()

    def _for(self) -> Screen:
        return self._screen or Screen(max(self.width(), 64), max(self.height(), 64), self._text)

    def _lay_out(self) -> None:
        self._sheets = sheets_of(self._slide, self._for())
        self._place = min(self._place, len(self._sheets) - 1)
        self._tell()
        self.update()
        self.laid_out.emit()

    def _tell(self) -> None:
        said = self.sheet.words
        if said != self.accessibleName():
            self.setAccessibleName(said)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
