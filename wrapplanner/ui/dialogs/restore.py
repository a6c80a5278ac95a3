"""Before a backup takes the plan's place: what would change, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.backup_words import when
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words

if TYPE_CHECKING:
    from wrapplanner.storage.backups import Backup
    from wrapplanner.storage.restoring import Counts, Preview


class RestoreDialog(Dialog):
    """`restore_requested(Backup)`. There is no preview of a backup that was made under another passphrase."""

    restore_requested = Signal(object)

    def __init__(self, look: Look, backup: Backup, preview: Preview | None, parent: QWidget) -> None:
        super().__init__(look, parent.tr("The backup of {0}").format(when(backup)), parent)
        self._backup = backup
        for sentence in self._sentences(preview):
            self.body.addWidget(words(sentence))
        note = self.tr("Your plan as it is now is kept as a backup first. You can go back to it.")
        self.body.addWidget(words(note, "soft"))
        self.add_button(self.tr("Leave my plan as it is"), self.reject, safe=True)
        self.add_button(self.tr("Restore this backup"), self._on_restore, "main")

    def _sentences(self, preview: Preview | None) -> Iterator[str]:
        if preview is None:
            yield self.tr("It was made with another passphrase. You are asked for that one before it is restored.")
        elif not preview.any:
            yield self.tr("It says the same as your plan does now.")
        else:
            yield self.tr("If you restore it:")
            for what, counts in (
                (self.tr("Answers"), preview.answers),
                (self.tr("Tools"), preview.tools),
                (self.tr("People"), preview.people),
            ):
                if counts.any:
                    yield self.tr("{0}: {1}.").format(what, ", ".join(self._counted(counts)))

    def _counted(self, counts: Counts) -> Iterator[str]:
        if counts.back:
            yield self.tr("{0} come back").format(counts.back) if counts.back > 1 else self.tr("1 comes back")
        if counts.gone:
            yield self.tr("{0} go").format(counts.gone) if counts.gone > 1 else self.tr("1 goes")
        if counts.other:
            more = self.tr("{0} go back to what they said").format(counts.other)
            yield more if counts.other > 1 else self.tr("1 goes back to what it said")

    def _on_restore(self) -> None:
        self.accept()
        self.restore_requested.emit(self._backup)
