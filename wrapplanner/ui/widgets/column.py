"""A page's body: one scrolling column of limited width, and small helpers for layouts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wrapplanner.ui.theme import Look


class ScrollColumn(QScrollArea):
    """Scrolls one column, at most `widest` pixels wide at 100 % text; `column` is the layout to fill.

    The column stands at the left of its room, in the middle with `centred`. It never scrolls sideways, and it
    follows the focus, so that whatever has it can be seen.
    """

    def __init__(self, look: Look, *, widest: int = 0, margin: int = 32, top: int = 24, centred: bool = False) -> None:
        super().__init__()
        self._look = look
        self.setViewport(QWidget())  # one that Qt makes is a stranger to PySide, which would then learn all kinds of widgets
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room = QWidget()
        self._outer = outer = QHBoxLayout(room)
        self.set_margins(margin, top)
        outer.setSpacing(0)
        inner = QWidget()
        if widest:
            inner.setMaximumWidth(round(widest * look.scale))
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.space(8))
        if centred:
            outer.addStretch(1)
        outer.addWidget(inner, 1000)
        if widest:
            outer.addStretch(1)
        self.setWidget(room)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def set_margins(self, margin: int, top: int) -> None:
        """Leave room at the sides and above."""
        self._outer.setContentsMargins(margin, self._look.space(top), margin, self._look.space(32))

    def begin_at(self, inner: QWidget) -> None:
        """Scroll so far that something begins at the top of what is seen, once it has its place."""
        QTimer.singleShot(0, inner, lambda: self._put(inner, 0))

    def hold(self, inner: QWidget) -> None:
        """Leave something where it is seen, whatever is about to grow above it."""
        top = inner.mapTo(self.viewport(), QPoint()).y()
        QTimer.singleShot(0, inner, lambda: self._put(inner, top))

    def begin(self) -> None:
        """Scroll to the top, once everything has its place; as far as the field that one writes in is still seen."""
        QTimer.singleShot(0, self, self._go_to_top)

    def _go_to_top(self) -> None:
        _let_layouts_settle()
        self.verticalScrollBar().setValue(0)
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            self._on_focus_changed(None, field)

    def _put(self, inner: QWidget, top: int) -> None:
        _let_layouts_settle()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + inner.mapTo(self.viewport(), QPoint()).y() - top)

    def _on_focus_changed(self, old: QObject | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and now is not inside and inside.isAncestorOf(now):
            place = QRect(now.mapTo(inside, now.rect().topLeft()), now.size())
            if place.height() < self.viewport().height():
                self.ensureWidgetVisible(now, 0, self._look.space(24))


def _let_layouts_settle() -> None:
    for _ in range(3):  # layouts ask upwards one level a turn
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def side_by_side(look: Look, widgets: Sequence[QWidget]) -> QHBoxLayout:
    """Return a row of widgets that begins at the left."""
    row = QHBoxLayout()
    row.setSpacing(look.space(12))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
