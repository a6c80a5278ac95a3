"""Time, said quietly: words and a bar that never turn into an alarm."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wrapplanner.ui.theme import Look

_HOUR, _MINUTE = 60, 60


def length(minutes: int) -> str:
    """Return minutes as people say them: "2 h 30", "45 min"."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return QCoreApplication.translate("Times", "{0} min").format(rest)
    if not rest:
        return QCoreApplication.translate("Times", "{0} h").format(hours)
    return QCoreApplication.translate("Times", "{0} h {1:02}").format(hours, rest)


def left_of(seconds: float, minutes: int) -> str:
    """Return what is left of so many minutes, rounded up: "1 h 12 left of 2 h 30"."""
    left = -int(-seconds // _MINUTE)
    if not left:
        return QCoreApplication.translate("Times", "{0} have gone by").format(length(minutes))
    return QCoreApplication.translate("Times", "{0} left of {1}").format(length(left), length(minutes))


class TimeBar(QWidget):
    """How much of the item's time has gone by. Decoration: the words beside it say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._gone = look, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_gone(self, share: float) -> None:
        """Show which share of the time has gone by, 0 to 1."""
        share = round(min(1.0, max(0.0, share)), 3)
        if share != self._gone:
            self._gone = share
            self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(80, self._look.space(6))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and over it what has gone by."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(QRectF(0, 0, box.width() * self._gone, box.height()), 3, 3)
