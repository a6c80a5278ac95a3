"""Writing in a list's rows: which row is open, when its words are handed in, what keys in the field mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from wrapplanner.domain.plan import new_id
from wrapplanner.ui.editors.list_delegate import RowDelegate, RowsInUse
from wrapplanner.ui.editors.row_places import RowPlaces
from wrapplanner.ui.editors.row_writer import RowWriter
from wrapplanner.ui.editors.rows_view import RowsView
from wrapplanner.ui.editors.spoken import say, tell_focus
from wrapplanner.ui.models.rows import Row, RowsModel
from wrapplanner.ui.theme import Look


class WrittenRows(RowsView):
    """Rows of which one may be open, with `writer` over it; see `ListView` for the wishes."""

    add_requested = Signal(str, int, str, str)
    edit_requested = Signal(str, str, str)
    removal_requested = Signal(str)
    move_requested = Signal(str, int)
    paste_requested = Signal(str, int, list)
    keep_requested = Signal(str)
    next_requested = Signal()

    def __init__(self, look: Look, model: RowsModel, *, marks: bool = False, keeps: bool = False, note: str = "") -> None:
        """`marks` leaves room for a mark, `keeps` for “Keep in my toolbox”; `note` is what a row's note is about, or ''."""
        places = RowPlaces(look, marks=marks, keeps=keeps)
        super().__init__(look, model, places, RowDelegate(look, places, model, RowsInUse()))
        self.writer = RowWriter(look, self.places, note, self.viewport())
        self._connect_writer()

    def _connect_writer(self) -> None:
        writer, words = self.writer, self.writer.words
        writer.hand_in_requested.connect(self._on_hand_in)
        writer.blank_left.connect(self._on_blank_left)
        writer.left.connect(self.leave_row)
        writer.focus_moved.connect(self.viewport().update)
        writer.grew.connect(self._on_grew)
        words.removal_requested.connect(self._on_removal)
        words.lines_pasted.connect(self._on_pasted)
        for field in writer.fields():
            field.below_requested.connect(self._on_below)
            field.leave_requested.connect(self._on_escape)
            field.step_requested.connect(self._on_step)
            field.move_requested.connect(self._on_move)
            field.next_requested.connect(self.next_requested)

    def write(self, place: int, caret: int = -1) -> None:
        """Open a row to be written in; the adding row opens a new line."""
        row = self.rows.row(place)
        if row is not None and row.id == self.writer.row.id:
            self.writer.words.setFocus()
            return
        if row is None:
            self.write_new(place)
            return
        self._end_row()
        place = self.rows.place(row.id)
        if place >= 0:
            self._open(place, caret)
        else:
            self._put_away()

    def write_new(self, place: int) -> None:
        """Open a new line at a place."""
        self._end_row()
        self.rows.start_draft(Row(new_id()), place)
        self._open(min(place, len(self.rows.rows) - 1), -1)

    def leave_row(self) -> None:
        """Stop writing: hand in what was written; a row left blank goes."""
        if self.writer.is_open:
            self._end_row()
            self._put_away()

    def _end_row(self) -> None:
        """Hand in, but leave the field and the focus in it where they are: another row is opened next."""
        if self.writer.is_open:
            self.writer.hand_in(leaving=True)
            self.writer.close_row()
            self.rows.drop_draft()
            self.lay_out()

    def _put_away(self) -> None:
        """Hide the field of no row. Its focus goes to the list, else Qt would give it to whatever comes next in the page."""
        has_focus = self.writer.isAncestorOf(self.window().focusWidget() or self)
        self.writer.close_row()
        if has_focus:
            self.setFocus()
        self.writer.hide()

    def flush(self) -> None:
        """Hand in what is being written, and go on writing."""
        row = self.rows.row(self.rows.place(self.writer.row.id))
        is_emptied = row is not None and row.id != self.rows.draft and not self.writer.words.words().strip()
        self.writer.hand_in(leaving=is_emptied)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the one being written goes on being written if it is still there."""
        super().show_rows(rows)
        if not self.writer.is_open:
            return
        row = self.rows.row(self.rows.place(self.writer.row.id))
        if row is None:
            self._put_away()
        else:
            self.writer.follow(row)
            self._describe(row)
        self.lay_out()

    def _open(self, place: int, caret: int) -> None:
        row = self.rows.rows[place]
        had_focus = self.writer.words.hasFocus()
        self.make_current(place)
        self.writer.open(row, caret)
        self._describe(row)
        self.lay_out()
        self.writer.words.setFocus()
        if had_focus:
            tell_focus(self.writer.words)
        self.show_place(place)
        self.show_place_soon()

    def _describe(self, row: Row) -> None:
        self.writer.describe("" if row.id == self.rows.draft else self.rows.position(self.rows.place(row.id)))

    def ringed(self) -> int:
        """See RowsView: the row whose words are written, while they are; not while another control of it has the focus."""
        if any(field.hasFocus() for field in self.writer.fields()):
            return self.use.typing
        return super().ringed()

    def fit(self) -> None:
        """Be as tall as the rows, and place the field over the one being written."""
        typing = self.rows.place(self.writer.row.id) if self.writer.is_open else -1
        self.use.typing = typing
        if typing >= 0:
            self.writer.set_words_width(self.places.words_width(self.viewport().width()))
            self.places.set_typed(typing, self.writer.height_wanted())
            self.writer.place(self.places.words(typing), self.places.row(typing))
        else:
            self.places.set_typed(-1, 0)
        super().fit()

    def _on_grew(self) -> None:
        if self.writer.is_open:
            self.fit()
            self.show_place(self.use.typing)

    def _on_hand_in(self, words: str, note: str) -> None:
        row = self.writer.row.id
        if row == self.rows.draft:
            self.add_requested.emit(row, self.rows.place(row), words, note)
        else:
            self.edit_requested.emit(row, words, note)

    def _on_blank_left(self) -> None:
        row = self.writer.row.id
        if row != self.rows.draft:
            self._put_away()
            self.removal_requested.emit(row)

    def _on_below(self) -> None:
        if self.writer.words.words().strip():
            row = self.writer.row.id
            self.writer.hand_in(leaving=True)
            self.write_new(self.rows.place(row) + 1)

    def _on_removal(self) -> None:
        place = self.use.typing
        self.leave_row()
        if self.rows.rows:
            self.write(max(place - 1, 0))
        else:
            self.make_current(0)

    def _on_escape(self) -> None:
        place = self.use.typing
        self.leave_row()
        self.make_current(place)

    def _on_step(self, step: int) -> None:
        place, row = self.use.typing + step, self.rows.row(self.use.typing + step)
        if row is not None:
            self.write(place, 0 if step > 0 else -1)
        elif step > 0:
            self._on_escape()
            self.make_current(len(self.rows.rows))

    def _on_move(self, step: int) -> None:
        self.writer.hand_in()
        if self.writer.row.id != self.rows.draft:
            self.move_row(self.use.typing, step)

    def _on_pasted(self, lines: list[str]) -> None:
        row = self.writer.row.id
        place = self.rows.place(row)
        self.writer.close_row()
        self.paste_requested.emit(row, place, lines)
        self.write(place + len(lines) - 1)

    def move_row(self, place: int, step: int) -> None:
        """Move a row up (−1) or down (1)."""
        self.move_to(place, place + step)

    def move_to(self, place: int, to: int) -> None:
        """Move a row to another place."""
        row = self.rows.row(place)
        if row is not None and to != place and 0 <= to < len(self.rows.rows):
            self.move_requested.emit(row.id, to)
            self.make_current(to)
            self.show_place(to)
            self._tell_move(to)

    def _tell_move(self, to: int) -> None:
        if self.writer.is_open:
            say(self.writer.words, self.rows.position(to))
        else:
            self.teller.soon()
