"""Cards that are one control: a choice with its reason, a door with its reason. The whole card is the target."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QRadioButton, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import PushButton
from wrapplanner.ui.widgets.controls import paint_radio
from wrapplanner.ui.widgets.title_and_help import TitleAndHelp, grow_with_width

Picture = Callable[[QPainter, QRectF], None]
_RADIUS = 8


class ChoiceCard(QRadioButton):
    """One of several answers: a radio mark, a title, a line that says what it means; a picture above them if given.

    Cards with the same parent exclude one another, and the arrow keys walk through them.
    """

    def __init__(
        self, look: Look, title: str, help_text: str = "", *, picture: Picture | None = None, family: str = ""
    ) -> None:
        super().__init__()
        self._look, self._picture = look, picture
        self._words = TitleAndHelp(look, title, help_text, family=family)
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        grow_with_width(self)

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


class DoorCard(PushButton):
    """A card that leads somewhere: an icon, a title, what is behind it, and a chevron."""

    def __init__(self, look: Look, title: str, help_text: str, *, icon: str) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self._words = TitleAndHelp(look, title, help_text)
        self._words.small()
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        grow_with_width(self)

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

    With `fill` the cards share the width in columns that divide them evenly (four, two, one); without it all are as
    large as the largest and start at the left. Of cards that are choices Tab stops at the chosen one.
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
        if not fill:
            largest = QSize(max(card.sizeHint().width() for card in cards), max(card.sizeHint().height() for card in cards))
            for card in cards:
                card.setFixedSize(largest)
        self._arrange(1)
        for card in cards:
            card.toggled.connect(self._set_tab_stop)
        self._set_tab_stop()

    def show_first(self, count: int) -> None:
        """Show so many of the cards, the first ones."""
        for place, card in enumerate(self._cards):
            card.setVisible(place < count)

    def minimumSizeHint(self) -> QSize:
        """Return room for one card where they keep their size: the row gives way by having fewer columns."""
        least = super().minimumSizeHint()
        return least if self._fill else QSize(self._cards[0].width(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new width."""
        super().resizeEvent(event)
        least = round(self._least * self._look.scale) if self._fill else self._cards[0].width()
        least += self._grid.spacing()
        fit = max(1, min((self.width() + self._grid.spacing()) // least, len(self._cards)))
        while self._fill and len(self._cards) % fit:
            fit -= 1
        self._arrange(fit)

    def _set_tab_stop(self) -> None:
        # Qt does so too, but only once one of the cards has had the focus.
        choices = [card for card in self._cards if card.isCheckable()]
        stop = next((card for card in choices if card.isChecked()), choices[0] if choices else None)
        for card in choices:
            by = Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(by)

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


def _paint_ground(painter: QPainter, look: Look, card: QAbstractButton, *, chosen: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hovered = card.underMouse() or card.isDown()
    edge = 2 if chosen or hovered else look.border
    painter.setPen(QPen(look.colour("accent" if chosen else "line-strong"), edge))
    # A choice that the mouse is over must not look like the one that is chosen: it gets a stronger edge alone.
    tinted = chosen or (hovered and not card.isCheckable())
    painter.setBrush(look.colour("accent-soft" if tinted else "raised"))
    half = edge / 2
    painter.drawRoundedRect(QRectF(card.rect()).adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
