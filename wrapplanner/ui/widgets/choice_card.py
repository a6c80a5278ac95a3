"""Cards that are one control: a choice with its reason, a door with its reason. The whole card is the target."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QRadioButton, QSizePolicy, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import paint_radio

Picture = Callable[[QPainter, QRectF], None]
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_RADIUS = 8


class _Words:
    """A title and a line of help beneath it, measured and painted in a given width."""

    def __init__(self, look: Look, title: str, help_text: str, *, family: str = "") -> None:
        self._look, self.title, self.help = look, title, help_text
        self._strong = look.font("body", 600 if help_text else 400)
        self._plain = look.font("body" if not family else "caption")
        if family:
            self._strong.setFamily(family)
            self._plain.setFamily(family)

    def small(self) -> None:
        """Set the help in the caption's size, for cards at the side."""
        self._plain.setPixelSize(self._look.text("caption"))

    def height(self, width: int) -> int:
        """Return the height in pixels that the words take in a width."""
        title, help_text = self._boxes(QPoint(0, 0), width)
        return help_text.bottom() + 1 if self.help else title.bottom() + 1

    def least_width(self) -> int:
        """Return the width of the longest word: nothing is ever cut inside one."""
        pairs = ((self._strong, self.title), (self._plain, self.help))
        return max(QFontMetrics(font).horizontalAdvance(word) for font, text in pairs for word in text.split() or [""])

    def full_width(self) -> int:
        """Return the width of the title on one line."""
        return QFontMetrics(self._strong).horizontalAdvance(self.title) + 2

    def paint(self, painter: QPainter, at: QPoint, width: int, *, chosen: bool = False) -> None:
        """Paint the words with their upper left corner at a point."""
        title, help_text = self._boxes(at, width)
        painter.setPen(self._look.colour("ink"))
        painter.setFont(self._strong)
        painter.drawText(title, int(_WRAPPED), self.title)
        painter.setPen(self._look.colour("ink" if chosen else "ink-soft"))
        painter.setFont(self._plain)
        painter.drawText(help_text, int(_WRAPPED), self.help)

    def _boxes(self, at: QPoint, width: int) -> tuple[QRect, QRect]:
        title = _box(self._strong, self.title, at, width)
        below = QPoint(at.x(), title.bottom() + 1 + self._look.space(3))
        return title, _box(self._plain, self.help, below, width)


class ChoiceCard(QRadioButton):
    """One of several answers: a radio mark, a title, a line that says what it means; a picture above them if given.

    Cards with the same parent exclude one another, and the arrow keys walk through them.
    """

    def __init__(
        self, look: Look, title: str, help_text: str = "", *, picture: Picture | None = None, family: str = ""
    ) -> None:
        super().__init__()
        self._look, self._picture = look, picture
        self._words = _Words(look, title, help_text, family=family)
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        _grow_with_width(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels: picture, padding, words."""
        pad = self._look.space(15)
        words = self._words.height(width - self._left() - self._right())
        return self._top() + max(self._look.control(), words + 2 * (pad if self._words.help else self._look.space(10)))

    def sizeHint(self) -> QSize:
        """Return the size with the title on one line."""
        width = self._left() + self._words.full_width() + self._right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which no word is cut."""
        width = self._left() + self._words.least_width() + self._right()
        return QSize(width, self._look.control())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the picture, the mark and the words."""
        painter = QPainter(self)
        look, chosen = self._look, self.isChecked()
        _paint_ground(painter, look, self, chosen=chosen)
        if self._picture is not None:
            self._paint_picture(painter)
        side, width = look.icon_size(22), self.width() - self._left() - self._right()
        words = self._words.height(width)
        first = QFontMetrics(look.font("body", 600)).height()
        top = self._top() + (self.height() - self._top() - words) // 2
        paint_radio(painter, look, QRectF(self._edge(), top + (first - side) / 2, side, side), chosen=chosen)
        self._words.paint(painter, QPoint(self._left(), top), width, chosen=chosen)

    def _edge(self) -> int:
        return self._look.space(12 if self._picture is not None else 16)

    def _left(self) -> int:
        return self._edge() + self._look.icon_size(22) + self._look.space(10 if self._picture is not None else 14)

    def _right(self) -> int:
        return self._look.space(6 if self._picture is not None else 15)

    def _top(self) -> int:
        return self._look.space(93) if self._picture is not None else 0

    def _paint_picture(self, painter: QPainter) -> None:
        assert self._picture is not None
        edge = 2 if self.isChecked() else self._look.border
        box = QRectF(edge, edge, self.width() - 2 * edge, self._top() - edge)
        rounded = QPainterPath()
        rounded.addRoundedRect(box.adjusted(0, 0, 0, _RADIUS), _RADIUS - edge, _RADIUS - edge)
        painter.save()
        painter.setClipRect(box)
        painter.setClipPath(rounded, Qt.ClipOperation.IntersectClip)
        self._picture(painter, box)
        painter.restore()
        painter.setPen(QPen(self._look.colour("accent" if self.isChecked() else "line-strong"), self._look.border))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


class DoorCard(QPushButton):
    """A card that leads somewhere: an icon, a title, what is behind it, and a chevron."""

    def __init__(self, look: Look, title: str, help_text: str, *, icon: str) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self._words = _Words(look, title, help_text)
        self._words.small()
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        _grow_with_width(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels: padding and words."""
        return self._words.height(self._words_width(width)) + 2 * self._look.space(17)

    def sizeHint(self) -> QSize:
        """Return the size with the title on one line."""
        width = self._words.full_width() + self._frame_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which no word is cut."""
        return QSize(self._words.least_width() + self._frame_width(), self._look.control())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon, the words and the chevron."""
        painter, look = QPainter(self), self._look
        _paint_ground(painter, look, self, chosen=False)
        icon, chevron = look.icon_size(24), look.icon_size()
        painter.drawPixmap(look.space(16), (self.height() - icon) // 2, look.pixmap(self._icon, "accent", 24))
        right = self.width() - look.space(16) - chevron
        painter.drawPixmap(right, (self.height() - chevron) // 2, look.pixmap("chevron-right"))
        at = QPoint(look.space(16) + icon + look.space(16), look.space(17))
        self._words.paint(painter, at, self._words_width(self.width()))

    def _frame_width(self) -> int:
        look = self._look
        return look.space(16) * 3 + look.space(12) + look.icon_size(24) + look.icon_size()

    def _words_width(self, width: int) -> int:
        return width - self._frame_width()


class CardRow(QWidget):
    """Cards side by side while each has `least` pixels (at 100 % text), else in fewer columns.

    With `fill` the cards share the width in columns that divide them evenly (four, two, one); without it they keep
    their own width and start at the left.
    """

    def __init__(
        self, look: Look, name: str, cards: Sequence[QAbstractButton], *, least: int, fill: bool = True, gap: int = 12
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._look, self._cards, self._least, self._fill, self._columns = look, list(cards), least, fill, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.space(gap))
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new width."""
        super().resizeEvent(event)
        least = round(self._least * self._look.scale) + self._grid.spacing()
        fit = max(1, min((self.width() + self._grid.spacing()) // least, len(self._cards)))
        while self._fill and len(self._cards) % fit:
            fit -= 1
        self._arrange(fit)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(len(self._cards) + 1):
            used = column < columns if self._fill else column == columns
            self._grid.setColumnStretch(column, 1 if used else 0)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        self._columns = columns
        self.updateGeometry()


def _box(font: QFont, text: str, at: QPoint, width: int) -> QRect:
    found = QFontMetrics(font).boundingRect(QRect(at.x(), at.y(), max(1, width), 100_000), int(_WRAPPED), text)
    return QRect(at.x(), at.y(), max(1, width), found.height() if text else 0)


def _grow_with_width(card: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    card.setSizePolicy(policy)


def _paint_ground(painter: QPainter, look: Look, card: QAbstractButton, *, chosen: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = 2 if chosen else look.border
    hovered = card.underMouse() or card.isDown()
    painter.setPen(QPen(look.colour("accent" if chosen else "line-strong"), edge))
    painter.setBrush(look.colour("accent-soft" if chosen or hovered else "raised"))
    half = edge / 2
    painter.drawRoundedRect(QRectF(card.rect()).adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
