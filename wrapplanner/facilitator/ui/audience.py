"""What the group sees: one slide on a whole screen. It learns nothing but slides, and shows nothing beside them.

On the presenter's only screen it can lay a thin bar over its lower edge, for as long as it is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from wrapplanner.facilitator.ui.fitting import Screen
from wrapplanner.facilitator.ui.painting import SlidePainter
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.facilitator.ui.slide_view import SlideView
from wrapplanner.facilitator.ui.slides import BlankSlide, Slide

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEYS = Qt.Key
_WISHES = {
    _KEYS.Key_Space: "next",
    _KEYS.Key_Right: "next",
    _KEYS.Key_Down: "next",
    _KEYS.Key_PageDown: "next",
    _KEYS.Key_Left: "back",
    _KEYS.Key_Up: "back",
    _KEYS.Key_PageUp: "back",
    _KEYS.Key_Escape: "leave",
    _KEYS.Key_F6: "bar",
    _KEYS.Key_Return: "bar",
    _KEYS.Key_Enter: "bar",
}
"""What a key wishes for; F8 is seen before it comes here. Remote controls send Page Up and Page Down."""


class AudienceWindow(QWidget):
    """One slide, full screen. `wished(what)`: "next", "back", "leave" (Esc) or "bar"; `typed(text)`: a letter for the board.

    `resized()` when the screen has another size, so that others can lay slides out alike.
    """

    wished = Signal(str)
    typed = Signal(str)
    resized = Signal()

    def __init__(self, painter: SlidePainter, room: Room) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("audience")
        self.setWindowTitle(self.tr("Group screen"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", "none")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._slide: Slide = BlankSlide()
        self._sheet, self._hidden, self._text = 0, False, 1.0
        self._bar: QWidget | None = None
        self.view = SlideView(painter, room)
        self.view.setParent(self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def screen_size(self) -> Screen:
        """The size that slides are laid out for."""
        return Screen(max(self.view.width(), 64), max(self.view.height(), 64), self._text)

    @property
    def is_hidden(self) -> bool:
        """Whether the slide is hidden for now, the screen being blank."""
        return self._hidden

    @property
    def bar(self) -> QWidget | None:
        """The thin bar, None where there is none on this screen."""
        return self._bar

    def show_slide(self, slide: Slide, place: int = 0) -> None:
        """Show a slide, from one of its sheets; while the screen is hidden it stays blank."""
        self._slide, self._sheet = slide, place
        if not self._hidden:
            self.view.show_slide(slide, place)

    def hide_slide(self, hidden: bool) -> None:
        """Blank the screen, or show the slide again; it is seen when this returns."""
        self._hidden = hidden
        if hidden:
            self._sheet = self.view.place
            self.view.show_slide(BlankSlide())
        else:
            self.view.show_slide(self._slide, self._sheet)
        self.view.repaint()

    def set_room(self, room: Room) -> None:
        """Show it for a light or a dark room."""
        self.view.set_room(room)

    def set_text(self, text: float) -> None:
        """Set letters so much larger than designed."""
        self._text = text
        self.view.set_text(text)
        self.resized.emit()

    def fill(self, screen: QScreen) -> None:
        """Fill a screen."""
        if self.isVisible() and self.screen() is not screen:
            self.hide()  # some systems move no window that fills a screen
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def set_bar(self, bar: QWidget | None) -> None:
        """Lay a bar over the lower edge, or take it away."""
        if self._bar is not None and self._bar is not bar:
            self._bar.hide()
            self._bar.setParent(None)
            self._bar.deleteLater()
        self._bar = bar
        if bar is None:
            self.setFocus()
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            bar.setParent(self)
            bar.show()
            bar.raise_()
            self.setCursor(Qt.CursorShape.ArrowCursor)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what the key wishes for."""
        wish = _WISHES.get(Qt.Key(event.key()))
        if event.modifiers() & _HELD:
            event.ignore()
        elif wish is not None:
            self.wished.emit(wish)
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click is Next, as with any slides; of a hidden screen it is nothing."""
        if event.button() == Qt.MouseButton.LeftButton and not self._hidden:
            self.wished.emit("next")

    def event(self, event: QEvent) -> bool:
        """Show no tooltip, no what's-this."""
        if event.type() in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.QueryWhatsThis):
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window with the slide."""
        super().resizeEvent(event)
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be closed by the presenter only; the keys of the system mean Esc."""
        if event.spontaneous():
            event.ignore()
            self.wished.emit("leave")

    def _place(self) -> None:
        high = 0
        if self._bar is not None:
            high = self._bar.sizeHint().expandedTo(QSize(0, 44)).height()
            self._bar.setGeometry(0, self.height() - high, self.width(), high)
        self.view.setGeometry(0, 0, self.width(), self.height() - high)  # the bar hides nothing
        self.resized.emit()
