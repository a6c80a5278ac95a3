"""The widgets in which one cell of a record is written: in a table while it is edited, in a card always."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QToolButton, QWidget

from wrapplanner.domain.plan import Plan
from wrapplanner.domain.text import normalise
from wrapplanner.ui.editors.growing import GrowingText
from wrapplanner.ui.editors.pause import TypingPause
from wrapplanner.ui.editors.record_fields import Field
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import DropDown

PADDING = 12
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOR_POPUP = (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)


class CellText(GrowingText):
    """Words that wrap, so that nothing is cut; it is as high as they need.

    `paused` when the words shall be handed in: now and then while they are typed, and when the focus goes.
    `went_on(step)` when the person goes on (1: the next cell, -1: the one before, 0: stays), `cancelled` with Esc.
    Enter goes on; Shift+Enter makes a new line where the field holds several. Where there are offers, F4 or the
    chevron shows them.
    """

    paused = Signal()
    went_on = Signal(int)
    cancelled = Signal()

    def __init__(self, look: Look, field: Field, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(look, "body", parent)
        self._look, self._field = look, field
        self._completer: QCompleter | None = None
        self._chevron: QToolButton | None = None
        self._pause = TypingPause(self)
        self._build()
        if offers := field.offers(plan):
            self._build_offers(offers)
        self._connect()

    def show_words(self, words: str) -> None:
        """Show words without counting them as typed; the caret stays where it can."""
        if words != self.toPlainText():
            self.blockSignals(True)
            super().show_words(words)
            self.blockSignals(False)
            self.updateGeometry()
        self._pause.stop()

    def offer(self, offers: tuple[str, ...]) -> None:
        """Have other words to pick from."""
        if self._completer:
            self._completer.setModel(QStringListModel(list(offers), self._completer))

    def height_wanted(self) -> int:
        """Return the height at which all words are seen, in pixels."""
        return self.words_height() + 2 * self._look.space(PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter and Tab; the rest is writing."""
        popup = self._popup() if self._completer else None
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        new_line = held == Qt.KeyboardModifier.ShiftModifier and self._field.several_lines
        if (popup and popup.isVisible() and key in _FOR_POPUP) or (
            key in _ENTER and held & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        elif key in _TABS:
            self.went_on.emit(_TABS[Qt.Key(key)])
        elif key in _ENTER and not new_line:
            self.went_on.emit(0)
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key == Qt.Key.Key_F4 and popup:
            self._show_offers("")
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words, on one line where the field holds one."""
        self.insertPlainText(normalise(source.text(), single_line=not self._field.several_lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words where they are at rest, in the middle, and the chevron at the right."""
        super().resizeEvent(event)
        self._centre()
        if self._chevron:
            self._chevron.setGeometry(self.width() - self._chevron_room(), 0, self._chevron_room(), self._look.control())

    def sizeHint(self) -> QSize:
        """Return the room that the words need."""
        return QSize(self._look.space(80), self.height_wanted())

    minimumSizeHint = sizeHint

    def _build(self) -> None:
        self.setObjectName("cellText")
        self.setProperty("focusRing", "inner")
        self.setTabChangesFocus(False)  # Tab is a key here, which says that the person goes on
        self.setAccessibleName(self._field.title)
        side = self._look.space(PADDING)
        self.setViewportMargins(side, side, side, side)

    def _build_offers(self, offers: tuple[str, ...]) -> None:
        self._completer = QCompleter(list(offers), self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup().setObjectName("offers")
        self._completer.activated.connect(self._on_offer_taken)
        self._chevron = QToolButton(self)
        self._chevron.setProperty("look", "chevron")
        self._chevron.setIcon(self._look.icon("chevron-down", "ink-soft", 16))
        self._chevron.setIconSize(self._look.icon_extent(16))
        self._chevron.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chevron.setAccessibleName(self.tr("Show what to pick from"))
        self._chevron.clicked.connect(self._on_chevron)
        side = self._look.space(PADDING)
        self.setViewportMargins(side, side, self._chevron_room(), side)

    def _connect(self) -> None:
        self._pause.over.connect(self.paused)
        self.left.connect(self._pause.stop)
        self.left.connect(self.paused)
        self.textChanged.connect(self._on_text_changed)
        self.grew.connect(self.updateGeometry)
        self.grew.connect(self._centre)

    def _centre(self) -> None:
        margins, least = self.viewportMargins(), self._look.space(PADDING)
        top = max(least, (self.height() - self.words_height()) // 2)
        if margins.top() != top:
            self.setViewportMargins(margins.left(), top, margins.right(), min(least, top))

    def _chevron_room(self) -> int:
        return chevron_room(self._look)

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup() if self._completer else None
        assert popup is not None
        return popup

    def _show_offers(self, prefix: str) -> None:
        assert self._completer is not None
        self._completer.setCompletionPrefix(prefix)
        self._completer.complete(QRect(0, 0, max(self.width(), round(240 * self._look.scale)), self.height()))

    def _on_chevron(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show_offers("")

    def _on_offer_taken(self, words: str) -> None:
        self.setPlainText(words)
        self.put_caret(-1)
        self.paused.emit()

    def _on_text_changed(self) -> None:
        self._pause.key_typed()
        if self._completer is None or not self.hasFocus():
            return
        typed = self.words().strip()
        self._completer.setCompletionPrefix(typed)
        if typed and self._completer.completionCount() and self._completer.currentCompletion() != typed:
            self._show_offers(typed)
        else:
            self._popup().hide()


class CellChoice(DropDown):
    """A drop-down in a cell. Signals as in CellText; the first item says that nothing is chosen."""

    paused = Signal()
    went_on = Signal(int)
    cancelled = Signal()
    left = Signal()
    grew = Signal()

    def __init__(self, look: Look, field: Field, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(look, field.title, parent)
        self.addItems([self.tr("Not said"), *field.offers(plan)])
        self.activated.connect(self.paused)

    def words(self) -> str:
        """Return the chosen words, or "" for none."""
        return self.currentText() if self.currentIndex() > 0 else ""

    def show_words(self, words: str) -> None:
        """Show a choice without counting it as chosen by the person."""
        self.setCurrentIndex(max(0, self.findText(words)))

    def offer(self, offers: tuple[str, ...]) -> None:
        """Choices do not change."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, Tab and Esc; the rest chooses."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in _ENTER:
            self.went_on.emit(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
            self.paused.emit()

    def event(self, event: QEvent) -> bool:
        """Go on with Tab, before Qt moves the focus by itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TABS:
            self.went_on.emit(_TABS[Qt.Key(event.key())])
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand the choice in when the person goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.paused.emit()
            self.left.emit()


def chevron_room(look: Look) -> int:
    """Return the room that a chevron takes at the right, instead of the padding there."""
    return look.icon_size(16) + look.space(16)


CellWidget = CellText | CellChoice


def cell_widget(look: Look, field: Field, plan: Plan, parent: QWidget | None = None) -> CellWidget:
    """Return the widget in which a field is written."""
    return (CellChoice if field.closed else CellText)(look, field, plan, parent)
