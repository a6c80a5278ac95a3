"""What has changed since somebody was given their copy, in plain words: only what that copy shows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.comparing import Difference
from wrapplanner.domain.copies import Copy
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words


class CopyChangesDialog(Dialog):
    """`replace_requested()` to print a new copy. `differences` is None where the old version cannot be read any more."""

    replace_requested = Signal()

    def __init__(self, look: Look, copy: Copy, differences: tuple[Difference, ...] | None, parent: QWidget) -> None:
        heading = parent.tr("Since {0} got this copy").format(copy.holder)
        super().__init__(look, heading, parent, title=parent.tr("What has changed"))
        day = spoken_date(copy.day.isoformat())
        self.body.addWidget(words(self.tr("They hold version {0}, of {1}.").format(copy.version, day), "soft"))
        if differences is None:
            self.body.addWidget(words(self.tr("It is too old to say what has changed.")))
        for difference in differences or ():
            self.body.addWidget(words(difference.question.title, "body-strong"))
            for sentence in self._sentences(difference):
                self.body.addWidget(words(sentence))
        self.add_button(self.tr("Close"), self.reject, safe=True)
        self.add_button(self.tr("Print a new copy"), self._on_replace, "main")

    def _sentences(self, difference: Difference) -> Iterator[str]:
        for said in difference.added:
            yield self.tr("New: {0}").format(said)
        for said in difference.removed:
            yield self.tr("Taken out: {0}").format(said)
        for before, after in difference.changed:
            yield self.tr("{0} is now: {1}").format(before, after)
        if difference.moved:
            yield self.tr("The order is another one.")

    def _on_replace(self) -> None:
        self.accept()
        self.replace_requested.emit()
