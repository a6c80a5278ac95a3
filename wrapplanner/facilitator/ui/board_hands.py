"""The presenter's hands at the board, joined to the session: what is typed, arranged and undone there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from wrapplanner.facilitator.ui.conductor import Conductor
from wrapplanner.facilitator.ui.presenter_panes import Centre


class BoardHands(QObject):
    """Shows the board of the item that is on the screen in the desk and, once it is asked for, to be arranged."""

    def __init__(self, conductor: Conductor, centre: Centre, parent: QObject) -> None:
        super().__init__(parent)
        self._conductor, self._centre, self._arranging = conductor, centre, False
        self._desk, self._arranger = centre.desk, centre.arranger
        conductor.board_changed.connect(self.show_board)
        self._desk.added.connect(conductor.add_ideas)
        self._desk.undo_requested.connect(conductor.undo)
        self._desk.arranging.connect(self._on_arranging)
        self._arranger.change_requested.connect(conductor.change_board)

    def show_board(self) -> None:
        """Show the board as it is now; an item without one has no desk."""
        item = self._conductor.running.item
        self._desk.setVisible(item.kind.has_board)
        if not item.kind.has_board:
            self._set_arranging(False)
            return
        board, grouped = self._conductor.board, "groups" in item.kind.may_have
        has_ideas = bool(item.part)
        self._desk.show_board(board, can_undo=self._conductor.can_undo, grouped=grouped, has_ideas=has_ideas)
        if self._arranging:
            self._arranger.show_board(board)
            if not board.cards:
                self._set_arranging(False)

    def choose_heading(self, place: int) -> None:
        """Put the card that has the focus under the heading at a place, from 0, or else what is typed next."""
        if not (self._arranging and self._arranger.put_under(place)) and not self._desk.isHidden():
            self._desk.choose_heading(place)

    def _set_arranging(self, on: bool) -> None:
        self._arranging = on
        self._centre.show_arranging(on)

    def _on_arranging(self, on: bool) -> None:
        self._set_arranging(on)
        if on:
            self._arranger.show_board(self._conductor.board)
            self._arranger.focus_board()
        else:
            self._desk.field.setFocus()
