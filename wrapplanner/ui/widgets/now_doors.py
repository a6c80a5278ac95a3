"""The five doors at the foot of Now: a mark over a word, the one that stands open marked by a bar, ground and weight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import PushButton

_WORDS = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_BAR = 4


class NowDoor(PushButton):
    """One door. `is_here` tells whether its screens are the ones in sight."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.is_here = self.is_low = False
        self.setProperty("focusRing", "inner")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Have other words."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def stand(self, *, here: bool) -> None:
        """Mark the door as open, or not: in words for those who do not see the bar."""
        self.is_here = here
        self.setAccessibleDescription(self.tr("You are here") if here else "")
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height in pixels that the mark and the words need in a width."""
        return self._top() + self._box(width).height() + self._look.space(8 if self.is_low else 12)

    def sizeHint(self) -> QSize:
        """Return the size at its present width."""
        return QSize(120, self.height_for(max(self.width(), 60)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which no word is cut."""
        strong = QFontMetrics(self._font(strong=True))
        return QSize(max(map(strong.horizontalAdvance, self.text().split() or [""])) + 8, self._look.control())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar, mark and words."""
        painter, look, here = QPainter(self), self._look, self.is_here
        hovered = self.underMouse() or self.isDown()
        painter.fillRect(self.rect(), look.colour("surface" if here else "accent-soft" if hovered else "rail"))
        painter.fillRect(QRect(0, 0, self.width(), 1), look.colour("line"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), look.colour("line"))
        ink = "accent" if here else "ink"
        if here:
            painter.fillRect(QRect(0, 0, self.width(), _BAR), look.colour("accent"))
        box = self._box(self.width())
        top = (self.height() - self.height_for(self.width())) // 2
        if not self.is_low:
            side = look.icon_size(22)
            mark = look.pixmap(self._icon, "accent" if here else "ink-soft", 22)
            painter.drawPixmap((self.width() - side) // 2, top + look.space(18), mark)
        painter.setPen(look.colour(ink))
        painter.setFont(self._font(strong=here))
        painter.drawText(box.translated(0, top), int(_WORDS), self.text())

    def _font(self, *, strong: bool) -> QFont:
        font = self._look.font("body", 600 if strong else 400)
        if self._look.scale >= 1.5:  # five doors side by side: a size that still reads from a metre away
            font.setPixelSize(self._look.text("caption"))
        return font

    def _top(self) -> int:
        look = self._look
        return look.space(10) + _BAR if self.is_low else look.space(18) + look.icon_size(22) + look.space(6)

    def _box(self, width: int) -> QRect:
        room = QRect(4, self._top(), max(1, width - 8), 10_000)
        measured = QFontMetrics(self._font(strong=True))
        return QRect(4, self._top(), room.width(), measured.boundingRect(room, int(_WORDS), self.text()).height())


class NowDoors(QWidget):
    """A row of doors. `opened(id)` when one is pressed."""

    opened = Signal(str)

    def __init__(self, look: Look, doors: Sequence[tuple[str, str]]) -> None:
        """`doors` are (id, icon); their words come with `say`."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.doors: dict[str, NowDoor] = {}
        for name, icon in doors:
            door = NowDoor(look, icon)
            door.clicked.connect(partial(self.opened.emit, name))
            row.addWidget(door, 1)
            self.doors[name] = door

    def say(self, name: str, words: str) -> None:
        """Give a door its words."""
        self.doors[name].say(words)

    def show_open(self, name: str) -> None:
        """Mark one door as open."""
        for each, door in self.doors.items():
            door.stand(here=each == name)

    def fit(self, width: int, *, low: bool) -> None:
        """Be as high as the words need in a width; without marks where the window is `low`."""
        each = width // max(1, len(self.doors))
        for door in self.doors.values():
            door.is_low = low
        least = (max(door.height_for(each), door.minimumSizeHint().height()) for door in self.doors.values())
        self.setFixedHeight(max(least))
