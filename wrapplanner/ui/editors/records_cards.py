"""Records as cards, for where a table would be too narrow: a card reads at rest and opens into fields to write."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from wrapplanner.ui.editors.record_card import Card
from wrapplanner.ui.models.records_model import RecordsModel
from wrapplanner.ui.theme import Look

ABREAST = 300
"""The least width of a card at 100 % text, where two stand side by side."""


class RecordCards(QWidget):
    """All cards, two abreast where there is room. Arrows go from card to card, Insert, Delete and Alt with ↑/↓ change them."""

    menu_requested = Signal(str, QPoint)

    def __init__(self, look: Look, model: RecordsModel, name: str) -> None:
        super().__init__()
        self._look, self._model = look, model
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.space(12))
        self._cards: dict[str, Card] = {}
        self._abreast = 1
        for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self.refresh)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self.refresh()

    def set_width(self, width: int) -> None:
        """Lay the cards out for a width in pixels."""
        abreast = 2 if width >= (2 * ABREAST + 12) * self._look.scale else 1
        if abreast != self._abreast:
            self._abreast = abreast
            self.refresh()

    def refresh(self) -> None:
        """Show the records as they are now, an open card staying open."""
        wanted = [entry.id for entry in self._model.rows]
        for gone in [entry for entry in self._cards if entry not in wanted]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, entry in enumerate(wanted):
            card = self._cards.get(entry) or self._make(entry)
            card.show_row()
            self._grid.addWidget(card, place // self._abreast, place % self._abreast)
            if place:
                QWidget.setTabOrder(self._cards[wanted[place - 1]].menu, card.face)
            QWidget.setTabOrder(card.face, card.menu)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._abreast else 0)

    def flush(self) -> None:
        """Hand in what is being written."""
        for card in list(self._cards.values()):
            if card.form is not None:
                card.form.flush()

    def write_cell(self, row: int, column: int) -> None:
        """Open a card for writing."""
        card = self._cards[self._model.rows[row].id]
        card.open(column)

    def place(self) -> tuple[str, int]:
        """Return (entry, column) of the focus, column -1 for the card itself; ("", -1) without focus."""
        focus = QApplication.focusWidget()
        card = next((each for each in self._cards.values() if focus and each.isAncestorOf(focus)), None)
        if card is None:
            return "", -1
        fields = card.form.fields if card.form else []
        return card.entry, next((column for column, field in enumerate(fields) if field is focus), -1)

    def focus_card(self, row: int) -> None:
        """Put the focus on a card."""
        if 0 <= row < len(self._model.rows):
            self._cards[self._model.rows[row].id].face.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card, and add, remove and move them."""
        entry, column = self.place()
        row = self._model.row_of(entry)
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._abreast, Qt.Key.Key_Down: self._abreast}
        if row < 0 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._model.move(row, row + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Insert:
            self._model.begin(row + 1)
            self.write_cell(row + 1, 0)
        elif key == Qt.Key.Key_Delete and column < 0:
            self._model.remove(row)
            self.focus_card(min(row, self._model.rowCount() - 1))
        elif key in steps and column < 0:
            self.focus_card(row + steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _make(self, entry: str) -> Card:
        card = Card(self._look, self._model, entry)
        card.menu_requested.connect(self.menu_requested)
        self._cards[entry] = card
        return card

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Close a card when the focus goes elsewhere in the window."""
        if now is None or not self.isVisible():
            return
        for card in self._cards.values():
            if card.form is not None and not card.isAncestorOf(now) and now.window() is self.window():
                card.close_form()
                QTimer.singleShot(0, self, lambda entry=card.entry: self._model.leave(entry))
