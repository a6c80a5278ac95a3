"""The list editor: rows that are written in place, and how wishes become changes. One subclass a kind of list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from wrapplanner.domain.changes import Change, EntryAdded, EntryEdited, EntryMoved, EntryRemoved, Several
from wrapplanner.domain.plan import Entry, Tool, new_id
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.editors.list_view import ListView
from wrapplanner.ui.models.rows import Row, RowsModel, difference
from wrapplanner.ui.widgets.words import words as label

Item = Entry | Tool


class RowsEditor(Editor):
    """Items in an order, written in place. Subclasses say what they are, how one looks, and what each wish changes."""

    @property
    def items(self) -> Sequence[Item]:
        """The items now."""
        raise NotImplementedError

    def row_of(self, item: Item) -> Row:
        """Return how an item looks."""
        raise NotImplementedError

    def make_view(self) -> ListView:
        """Return the list; for subclasses that show marks or notes."""
        return ListView(self.look, RowsModel(self.question.add or self.tr("Add another"), self))

    def hint(self) -> str:
        """Return the line under the list."""
        return self.tr("Enter adds a line.  Alt+↑ and Alt+↓ move it.")

    def _build(self) -> None:
        self.view = self.make_view()
        self.view.setAccessibleName(self.question.prompt)
        self.setFocusProxy(self.view)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.look.space(8))
        self.column.addWidget(self.view)
        self._build_below()
        if self.look.hints:
            self.column.addWidget(label(self.hint(), "caption"))
        self.column.addStretch(1)
        self._items: tuple[Item, ...] = ()
        self._rows: list[Row] = []
        self._others: object = None

    def _build_below(self) -> None:
        """Add what stands between the list and its hint."""

    def _connect(self) -> None:
        view = self.view
        view.add_requested.connect(self._on_add)
        view.edit_requested.connect(self._on_edit)
        view.removal_requested.connect(self._on_removal)
        view.move_requested.connect(self._on_move)
        view.paste_requested.connect(self._on_paste)
        view.next_requested.connect(self.next_requested)

    def refresh(self) -> None:
        """See Editor."""
        items, others = tuple(self.items), self.depends_on()
        old_items, old_rows = self._items, self._rows
        # Rows of unchanged items are kept as they are, so that a list of thousands is not made anew at every line.
        first, last = difference(old_items, items) if others is self._others else (0, 0)
        made = [self.row_of(item) for item in items[first : len(items) - last]]
        self._rows = [*old_rows[:first], *made, *old_rows[len(old_rows) - last :]]
        self._items, self._others = items, others
        self.view.show_rows(self._rows)

    def depends_on(self) -> object:
        """Return what rows show besides their items; all are made anew when it is another object."""
        return None

    def flush(self) -> None:
        """See Editor."""
        self.view.flush()

    def focus_start(self) -> None:
        """Begin a new line after the last."""
        self.view.write_new(len(self.view.rows.rows))

    def arrive(self, room: int) -> None:
        """See Editor: a list longer than the room keeps its question in sight, so it begins at its first line."""
        if self.view.places.total <= room:
            self.focus_start()
        else:
            self.view.make_current(0)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_entry(self, entry: str) -> None:
        """Write in one entry."""
        place = self.view.rows.place(entry)
        if place >= 0:
            self.view.write(place)
        else:
            self.focus_start()

    def _on_add(self, item: str, place: int, words: str, note: str) -> None:
        raise NotImplementedError

    def _on_edit(self, item: str, words: str, note: str) -> None:
        raise NotImplementedError

    def _on_removal(self, item: str) -> None:
        raise NotImplementedError

    def _on_move(self, item: str, place: int) -> None:
        raise NotImplementedError

    def _on_paste(self, item: str, place: int, lines: Sequence[str]) -> None:
        raise NotImplementedError


class ListEditor(RowsEditor):
    """An answer that is an ordered list of entries. Subclasses say what an entry is when it was written (`written`)."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The answer now."""
        return self.session.plan.entries(self.question.id)

    @property
    def items(self) -> Sequence[Item]:
        """See RowsEditor."""
        return self.entries

    def written(self, entry: Entry, words: str, note: str) -> Entry:
        """Return an entry that says `words` and `note` now."""
        raise NotImplementedError

    def take_idea(self, idea: str) -> None:
        """Add an idea at the end; a line that is still empty stays after it."""
        self.flush()
        change = self.added(self.written(Entry(new_id()), idea, ""), len(self.entries))
        self.edited.emit(change, self.tr("Add an idea"), False)

    def added(self, entry: Entry, place: int) -> Change:
        """Return the change that puts an entry in."""
        return EntryAdded(self.question.id, entry, place)

    def _on_add(self, entry: str, place: int, words: str, note: str) -> None:
        change = self.added(self.written(Entry(entry), words, note), min(place, len(self.entries)))
        self.edited.emit(change, self.tr("Add a line"), True)

    def _on_edit(self, entry: str, words: str, note: str) -> None:
        old = self.session.plan.entry(self.question.id, entry)
        new = self.written(old, words, note)
        if new != old:
            self.edited.emit(EntryEdited(self.question.id, new), self.tr("Change a line"), True)

    def _on_removal(self, entry: str) -> None:
        words = self.session.plan.words(self.session.plan.entry(self.question.id, entry))
        self.edited.emit(EntryRemoved(self.question.id, entry), self.tr("Remove a line"), False)
        self.removed.emit(words)

    def _on_move(self, entry: str, place: int) -> None:
        self.edited.emit(EntryMoved(self.question.id, entry, place), self.tr("Move a line"), False)

    def _on_paste(self, entry: str, place: int, lines: Sequence[str]) -> None:
        is_there = any(each.id == entry for each in self.entries)
        old = self.session.plan.entry(self.question.id, entry) if is_there else Entry(entry)
        first = self.written(old, lines[0], old.note)
        changes: list[Change] = [EntryEdited(self.question.id, first) if is_there else self.added(first, place)]
        for at, line in enumerate(lines[1:], start=place + 1):
            changes.append(self.added(self.written(Entry(new_id()), line, ""), at))
        self.edited.emit(Several(tuple(changes)), self.tr("Paste lines"), False)
