"""What every dialog is: one matter, buttons named by what they do, the safe one has the focus and Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from wrapplanner.ui.dialogs.button_row import ButtonRow
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.focus_ring import FocusRing
from wrapplanner.ui.widgets.words import words as label

WIDEST, PADDING, EDGE = 556, 24, 16
_RADIUS = 12  # as in app.qss


class Dialog(QDialog):
    """A card over its window. Fill `body`, then `add_button` from the first to the last; show it with `open()`.

    Esc does nothing to the plan: it rejects. The focus goes back to where it was.
    """

    def __init__(self, look: Look, heading: str, parent: QWidget, *, title: str = "", widest: int = WIDEST) -> None:
        """A heading with a person's words in it needs a `title` without: bars of the desktop and shared screens show that."""
        super().__init__(parent.window(), Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.look, self._widest = look, widest
        self._before = parent.window().focusWidget()
        self._safe: QWidget | None = None
        self._roomy: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title or heading)
        self.setAccessibleName(heading)
        self._frame(heading)
        self._ring = FocusRing(self, look)

    def _frame(self, heading: str) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        card.setObjectName("dialog")
        outer.addWidget(card)
        self.room = room = QVBoxLayout(card)
        padding = self.look.space(PADDING)
        room.setContentsMargins(0, padding, 0, padding)
        room.setSpacing(padding)
        self._area = QScrollArea()
        self._area.setObjectName("dialogRoom")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("dialogBody")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(padding, 4, padding, 4)
        self.body.setSpacing(self.look.space(8))
        self.heading = label(heading, "heading2")
        self.body.addWidget(self.heading)
        self._area.setWidget(inside)
        room.addWidget(self._area, 1)
        self.buttons = ButtonRow(self.look)
        self.buttons.setContentsMargins(padding, 0, padding, 0)
        room.addWidget(self.buttons)

    def add_button(self, text: str, act: Callable[[], None], kind: str = "plain", *, safe: bool = False) -> QPushButton:
        """Add a button at the right; the `safe` one gets the focus unless `focus_first` says otherwise."""
        made = button(self.look, text, kind)
        made.setAutoDefault(False)
        made.clicked.connect(act)
        self.buttons.add(made)
        if safe:
            self._safe = made
        return made

    def focus_first(self, widget: QWidget) -> None:
        """Have another widget than the safe button get the focus: the first field of a form."""
        self._safe = widget

    def give_room(self, widget: QWidget) -> None:
        """Have one part of the body take the room that the others leave: it scrolls by itself, and they are all in sight."""
        self._roomy = widget
        widget.setMinimumHeight(widget.minimumSizeHint().height())
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.setStretchFactor(widget, 1)

    def sizeHint(self) -> QSize:
        """Return as much as the words ask for, within the window."""
        window = self.parentWidget()
        room = window.size() if window is not None else QSize(1280, 800)
        width = min(round(self._widest * self.look.scale), room.width() - 2 * EDGE)
        body = max(self.body.totalHeightForWidth(width - 2), self.body.totalMinimumSize().height())
        if self._roomy is not None:
            body += max(0, self._roomy.sizeHint().height() - self._roomy.minimumHeight())
        around = 3 * self.look.space(PADDING) + 2
        return QSize(width, min(body + self.foot_height(width - 2) + around, room.height() - 2 * EDGE))

    def foot_height(self, width: int) -> int:
        """Return the height of what stands under the body."""
        return self.buttons.heightForWidth(width)

    def setVisible(self, visible: bool) -> None:
        """Have one write on after the words of the first field: Qt selects them all as a dialog opens."""
        super().setVisible(visible)
        if visible and isinstance(self._safe, QLineEdit):
            self._safe.end(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle of the window, the safe answer focused."""
        super().showEvent(event)
        self.fit()
        if self._safe is not None:
            self._safe.setFocus()

    def fit(self) -> None:
        """Take the size that the words ask for now, in the middle of the window."""
        self.setFixedSize(self.sizeHint())
        window = self.parentWidget()
        if window is not None:
            spare = window.size() - self.size()
            self.move(window.mapToGlobal(QPoint(spare.width() // 2, max(spare.height() // 2, EDGE))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off where nothing else does: X11 without a compositor paints what is transparent black."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() == "xcb":
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def done(self, result: int) -> None:
        """Close, and give the focus back."""
        before = self._before
        super().done(result)
        if before is not None and isValid(before) and before.isVisible():
            before.window().activateWindow()
            before.setFocus()
