"""One small picture of a span of days: a lane a place in the plan's order, a dot a day. Dots are not joined or counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wrapplanner.domain.days import Day, Place, Span
from wrapplanner.ui import clock
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.weather import WEATHER, place_words

_MONTHLY = 62
"""Spans longer than this have a month, not a week, named beneath."""


class LanePicture(QWidget):
    """A picture alone: what it shows can be read in the list beside it, and its accessible name says so."""

    def __init__(self, look: Look, places: Sequence[Place], locale: QLocale) -> None:
        super().__init__()
        self._look, self._places, self._locale = look, tuple(places), locale
        self._span = Span.month(date.today())
        self._days: tuple[tuple[int, Place], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.sizeHint().height())

    def show_days(self, span: Span, days: Sequence[Day], name: str) -> None:
        """Show the days of a span."""
        self._span = span
        self._days = tuple((day.day.toordinal() - span.first.toordinal(), day.place) for day in days if day.place is not None)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size: a line of words a lane, and one for the days."""
        return QSize(480, self._lane() * len(self._places) + self._look.text("caption") * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lanes, dots and days."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._left()
        step = (self.width() - left - look.space(16)) / max(1, self._span.last.toordinal() - self._span.first.toordinal())
        for at, place in enumerate(self._places):
            self._paint_lane(painter, at, place, left)
        radius = max(2.5, min(look.space(7), step * 0.32, 8))
        painter.setPen(Qt.PenStyle.NoPen)
        for number, place in self._days:
            if place in self._places:
                painter.setBrush(look.hue(WEATHER[place].hue))
                painter.drawEllipse(
                    QPointF(left + look.space(8) + number * step, self._middle(self._places.index(place))), radius, radius
                )
        self._paint_days(painter, left + look.space(8), step)

    def _paint_lane(self, painter: QPainter, at: int, place: Place, left: int) -> None:
        look, weather, middle = self._look, WEATHER[place], self._middle(at)
        side = look.icon_size(16)
        painter.drawPixmap(0, round(middle - side / 2), look.pixmap(weather.mark, look.tokens.hues[weather.hue], 16))
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font("caption"))
        if self._named():
            box = QRectF(side + look.space(8), middle - self._lane() / 2, left - side, self._lane())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), place_words(place, short=True))
        painter.setPen(QPen(look.colour("line"), 1.5))
        painter.drawLine(QPointF(left, middle), QPointF(self.width(), middle))

    def _paint_days(self, painter: QPainter, left: int, step: float) -> None:
        look, span = self._look, self._span
        painter.setPen(look.colour("ink-soft"))
        painter.setFont(look.font("caption"))
        top, monthly = self._lane() * len(self._places), (span.last - span.first).days > _MONTHLY
        measured, free = QFontMetrics(painter.font()), -1.0
        for day in span:
            if (day.day == 1) if monthly else (day.weekday() == 0):
                said = clock.spoken(self._locale, day, "MMM" if monthly else "d MMM")
                wide = measured.horizontalAdvance(said)
                x = min(max(0.0, left + (day - span.first).days * step - wide / 2), self.width() - wide)
                if x > free:
                    painter.drawText(QRectF(x, top, wide + 4, measured.height()), int(Qt.AlignmentFlag.AlignTop), said)
                    free = x + wide + look.space(8)

    def _lane(self) -> int:
        return round(self._look.text("caption") * 1.8)

    def _middle(self, at: int) -> float:
        return self._lane() * (at + 0.5)

    def _named(self) -> bool:
        return self.width() / self._look.scale >= 420

    def _left(self) -> int:
        look, measured = self._look, QFontMetrics(self._look.font("caption"))
        words = max((measured.horizontalAdvance(place_words(place, short=True)) for place in self._places), default=0)
        return look.icon_size(16) + look.space(8) + (words + look.space(16) if self._named() else 0)


def weeks_before(day: date, weeks: int) -> Span:
    """Return the span of so many weeks that ends with a day."""
    return Span(max(date.min, day - timedelta(days=7 * weeks - 1)), day)
