"""Tick box, radio and drop-down, painted from the tokens: a style sheet cannot tint an image."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.drop_down_face import drop_down_face, tell_choice

QAccessible.installFactory(drop_down_face)  # once for the process, as Qt keeps it


def paint_tick_box(painter: QPainter, look: Look, box: QRectF, *, ticked: bool) -> None:
    """Paint a tick box in `box` (square); also used by delegates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPen(look.colour("accent" if ticked else "line-strong"), look.border)
    painter.setPen(edge)
    painter.setBrush(look.colour("accent" if ticked else "raised"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    if ticked:
        pen = QPen(look.colour("accent-ink"), box.width() / 10, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = box.width()
        points = [(0.26, 0.52), (0.43, 0.69), (0.75, 0.34)]
        painter.drawPolyline(QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in points]))


def paint_radio(painter: QPainter, look: Look, box: QRectF, *, chosen: bool) -> None:
    """Paint a radio mark in `box` (square)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent" if chosen else "line-strong"), 2 if chosen else look.border))
    painter.setBrush(look.colour("raised"))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        quarter = box.width() / 4
        painter.drawEllipse(box.adjusted(quarter, quarter, -quarter, -quarter))


class _Row:
    """A button whose mark is 22 px and whose target is a whole row."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)  # type: ignore[call-arg]
        self._look = look

    def sizeHint(self) -> QSize:
        """Return room for the mark, a gap and the words."""
        return _hint(self, self._look)  # type: ignore[arg-type]

    minimumSizeHint = sizeHint

    def hitButton(self, pos: QPointF) -> bool:
        """Take a click anywhere on the row."""
        return self.rect().contains(pos)  # type: ignore[attr-defined,no-any-return]


class TickBox(_Row, QCheckBox):  # type: ignore[misc]
    """A check box that is a row."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark and the words."""
        painter = QPainter(self)
        paint_tick_box(painter, self._look, _mark(self, self._look), ticked=self.isChecked())
        _paint_words(painter, self, self._look)


class Radio(_Row, QRadioButton):  # type: ignore[misc]
    """A radio button that is a row."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark and the words."""
        painter = QPainter(self)
        paint_radio(painter, self._look, _mark(self, self._look), chosen=self.isChecked())
        _paint_words(painter, self, self._look)


class DropDown(QComboBox):
    """A combo box with our chevron; the wheel scrolls the page and never changes an answer.

    `name` is the question it answers, which screen readers say before the choice. Letters choose while it is closed,
    as on every system, unless `by_letters` is off.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None, *, by_letters: bool = True) -> None:
        super().__init__(parent)
        self._look, self._by_letters = look, by_letters
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(self._on_text_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters alone where they may not choose."""
        if event.text().strip() and event.text().isprintable() and not self._by_letters:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _on_text_changed(self, _text: str) -> None:
        tell_choice(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as styled, then the chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        chevron = self._look.pixmap("chevron-down", "ink-soft", 16)
        side = self._look.icon_size(16)
        painter.drawPixmap(self.width() - side - self._look.space(12), (self.height() - side) // 2, chevron)


def _mark(widget: QWidget, look: Look) -> QRectF:
    side = look.icon_size(22)
    return QRectF(1, (widget.height() - side) / 2, side, side)


def _hint(widget: QCheckBox | QRadioButton, look: Look) -> QSize:
    text = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
    gap = look.space(12) if widget.text() else 2
    return QSize(look.icon_size(22) + gap + text + 4, look.control())


def _paint_words(painter: QPainter, widget: QCheckBox | QRadioButton, look: Look) -> None:
    painter.setPen(look.colour("ink"))
    left = look.icon_size(22) + look.space(12)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(widget.rect().adjusted(left, 0, 0, 0), int(flags), widget.text())
