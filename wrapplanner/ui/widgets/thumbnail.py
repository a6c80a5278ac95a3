"""Small drawings of printed documents, to choose one by."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton

from wrapplanner.ui.theme import Look

_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar on the sheet, in hundredths of its width and height; `look` is strong, soft, box or tint."""

    left: int
    top: int
    width: int
    height: int
    look: str = "soft"


def _lines(top: int, *widths: int, left: int = 12, step: int = 7) -> tuple[_Bar, ...]:
    return tuple(_Bar(left, top + number * step, width, 3) for number, width in enumerate(widths))


def _paragraph(top: int, *widths: int) -> tuple[_Bar, ...]:
    return (_Bar(12, top, 36, 4, "strong"), *_lines(top + 8, *widths))


def _boxed(top: int, *widths: int) -> tuple[_Bar, ...]:
    """Rows of words with four boxes each."""
    rows = range(top, top + 11 * len(widths), 11)
    boxes = (_Bar(left, row - 1, 6, 5, "box") for row in rows for left in (56, 65, 74, 83))
    return (*(_Bar(12, row, width, 3) for row, width in zip(rows, widths, strict=True)), *boxes)


PICTURES: dict[str, tuple[_Bar, ...]] = {
    "whole-plan": (*_paragraph(10, 70, 62), *_paragraph(38, 70, 54), *_paragraph(66, 66, 58)),
    "crisis-plan": (
        _Bar(12, 10, 52, 5, "strong"),
        *_lines(21, 76, 76, 64),
        _Bar(12, 47, 76, 13, "box"),
        _Bar(12, 60, 76, 13, "box"),
        _Bar(12, 83, 34, 3, "strong"),
        _Bar(54, 83, 34, 3, "strong"),
    ),
    "crisis-summary": (
        _Bar(12, 9, 76, 7, "strong"),
        _Bar(12, 22, 36, 26, "tint"),
        _Bar(52, 22, 36, 26, "tint"),
        *_lines(56, 76, 70, 74, 60, 66),
    ),
    "wallet-card": tuple(
        bar
        for top in (10, 30, 50, 70)
        for left in (10, 50)
        for bar in (
            _Bar(left, top, 40, 20, "box"),
            _Bar(left + 5, top + 5, 18, 3, "strong"),
            _Bar(left + 5, top + 12, 28, 3),
        )
    ),
    "supporter-copy": (
        _Bar(12, 24, 48, 6, "strong"),
        _Bar(12, 34, 30, 3),
        _Bar(12, 46, 76, 18, "tint"),
        _Bar(17, 51, 44, 3, "strong"),
        _Bar(17, 57, 34, 3),
        *_lines(74, 70, 76, 60),
    ),
    "supporter-brief": (
        _Bar(12, 12, 48, 6, "strong"),
        _Bar(12, 22, 30, 3),
        *(_Bar(12, top, 6, 5, "box") for top in (38, 50, 62)),
        *(_Bar(24, top + 1, width, 3) for top, width in ((38, 58), (50, 48), (62, 62))),
    ),
    "worksheets": (
        _Bar(12, 10, 52, 6, "strong"),
        *(_Bar(12, top, 76, 1) for top in (30, 38, 46, 54)),
        *(_Bar(12, top, 5, 4, "box") for top in (66, 75, 84)),
        *(_Bar(22, top, 66, 1) for top in (70, 79, 88)),
    ),
    "daily-list": (_Bar(12, 10, 40, 6, "strong"), *_boxed(24, 34, 30, 36, 28, 34, 26)),
    "signs-sheet": (
        _Bar(12, 10, 40, 6, "strong"),
        *(_Bar(left, top, 32, 4, "strong") for left in (12, 54) for top in (24, 58)),
        *(_Bar(left, top, 4, 4, "box") for left in (12, 54) for top in (33, 41, 67, 75)),
        *(_Bar(left + 8, top, 22, 3) for left in (12, 54) for top in (33, 41, 67, 75)),
    ),
    "post-crisis-timetable": (
        _Bar(12, 10, 60, 6, "strong"),
        *(_Bar(left, top, 20, 3) for left in (12, 40, 68) for top in (23, 30)),
        *(_Bar(left, top, width, 3) for left, width in ((12, 16), (34, 34)) for top in (46, 57, 68, 79)),
        *(_Bar(80, top - 1, 7, 5, "box") for top in (46, 57, 68, 79)),
    ),
}
_ANY = (_Bar(12, 10, 52, 5, "strong"), *_lines(24, 76, 70, 74, 60, 76, 66, 40))


class Thumbnail(QRadioButton):
    """One document to choose: its drawing and, beneath it, its name. Arrow keys walk through those of one parent."""

    def __init__(self, look: Look, document: str, title: str) -> None:
        super().__init__()
        self._look, self._title = look, title
        self._bars = PICTURES.get(document, _ANY)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName(f"document-{document}")
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size: a sheet of 80 × 112, room around it, the name."""
        return QSize(self._width(), self._look.space(12 + 112 + 8 + 10) + self._title_height())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground if chosen, the sheet and the name."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            edge = look.colour("accent") if self.isChecked() else look.colour("line")
            painter.setPen(QPen(edge, 2 if self.isChecked() else 1))
            painter.setBrush(look.colour("accent-soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        sheet = QRectF((self.width() - look.space(80)) / 2, look.space(12), look.space(80), look.space(112))
        self._paint_sheet(painter, sheet)
        painter.setFont(look.font("caption", 600 if self.isChecked() else 400))
        painter.setPen(look.colour("accent" if self.isChecked() else "ink"))
        top = round(sheet.bottom()) + look.space(8)
        painter.drawText(QRect(4, top, self.width() - 8, self.height() - top), _CENTRED, self._title)

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("line-strong"), look.border))
        painter.setBrush(look.colour("raised"))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        across, down = sheet.width() / 100, sheet.height() / 100
        for bar in self._bars:
            box = QRectF(sheet.x() + bar.left * across, sheet.y() + bar.top * down, bar.width * across, bar.height * down)
            is_box = bar.look == "box"
            painter.setPen(QPen(look.colour("line-strong"), 1) if is_box else Qt.PenStyle.NoPen)
            painter.setBrush(
                Qt.BrushStyle.NoBrush if is_box else look.colour("line-strong" if bar.look == "strong" else "line")
            )
            painter.drawRoundedRect(box, 0 if is_box else 1, 0 if is_box else 1)

    def _width(self) -> int:
        font = QFontMetrics(self._look.font("caption", 600))
        longest = max(font.horizontalAdvance(word) for word in self._title.split())
        whole = min(font.horizontalAdvance(self._title), self._look.space(82))
        return max(self._look.space(98), longest + 16, whole + 16)

    def _title_height(self) -> int:
        font = QFontMetrics(self._look.font("caption", 600))
        return font.boundingRect(QRect(0, 0, self._width() - 8, 1000), _CENTRED, self._title).height()
