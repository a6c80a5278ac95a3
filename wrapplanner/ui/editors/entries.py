"""The editor of an ordered list of short texts."""

from __future__ import annotations

from dataclasses import replace

from wrapplanner.domain.plan import Entry
from wrapplanner.ui.editors.rows import Item, ListEditor
from wrapplanner.ui.models.rows import Row


class EntriesEditor(ListEditor):
    """A list whose entries are words and nothing else."""

    def row_of(self, item: Item) -> Row:
        """See RowsEditor."""
        assert isinstance(item, Entry)
        return Row(item.id, item.text)

    def written(self, entry: Entry, words: str, note: str) -> Entry:
        """See ListEditor."""
        return replace(entry, text=words)
