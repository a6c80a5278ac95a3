"""Copies that are out: what has changed since, replacing them, looking at them as they were, noting what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from wrapplanner.domain.copies import Choices, Copy, CopyState, Medium
from wrapplanner.domain.readership import BLANK
from wrapplanner.ui.dialogs.copy_changes import CopyChangesDialog
from wrapplanner.ui.pages.page import Page
from wrapplanner.ui.pages.print_desk import PrintDesk
from wrapplanner.ui.pages.print_holders import Holders
from wrapplanner.ui.pages.print_paper import PaperMaker, Snapshot
from wrapplanner.ui.pages.print_readers import Reader
from wrapplanner.ui.pages.print_register import Holding, Register


class CopiesDesk(QObject):
    """Answers the register. `seen_changed()` when another paper is to be previewed; `marked(words)` what can be undone."""

    seen_changed = Signal()
    marked = Signal(str)

    def __init__(self, page: Page, desk: PrintDesk, maker: PaperMaker) -> None:
        super().__init__(page)
        self._page, self._desk, self._maker = page, desk, maker
        self._holders = Holders(page.context)
        self.seen: Copy | None = None  # one that is looked at as it was
        self.register = Register(page.look)
        self.register.replace_requested.connect(self._on_replace)
        self.register.changes_requested.connect(self._on_changes)
        self.register.look_requested.connect(self._on_look)
        self.register.mark_requested.connect(self._on_mark)

    def refresh(self) -> None:
        """Show who holds what now."""
        self.register.show_holdings(self._holders.holdings())

    def snapshot(self) -> Snapshot | None:
        """Return what makes the paper that is looked at; None for the paper of today."""
        return self._holders.as_it_was(self.seen) if self.seen is not None else None

    def handed(self, document: str, reader: Reader, medium: Medium, choices: Choices) -> tuple[Copy, ...]:
        """Return the copy that leaves the house now; none of blank sheets, nor of what somebody has already."""
        if self.seen is not None or document in BLANK:
            return ()
        return (self._holders.new_copy(document, reader, medium, choices),)

    def do_as_asked(self, what: str, ids: Sequence[str]) -> None:
        """Do what another page leads here for: "replace" copies, or see how one "was"; those that came back are passed over."""
        known = [holding.copy for holding in self._holders.holdings() if holding.copy.id in ids]
        if known and what == "replace":
            self._on_replace(tuple(known))
        elif known:
            self._on_look(known[0])

    def look_away(self) -> None:
        """Go back to the paper of today."""
        self.seen = None
        self.seen_changed.emit()

    def _on_look(self, copy: Copy) -> None:
        self.seen = copy
        self.seen_changed.emit()

    def _on_replace(self, copies: tuple[Copy, ...]) -> None:
        self._page.session.flush()
        if not self._desk.is_printing:
            papers, handed = self._holders.replacements(copies)
            self._maker.make_all(papers, partial(self._print_replacements, handed))

    def _print_replacements(self, handed: tuple[Copy, ...], pdfs: list[bytes]) -> None:
        self._desk.print(pdfs, handed)

    def _on_changes(self, holding: Holding) -> None:
        dialog = CopyChangesDialog(self._page.look, holding.copy, holding.differences, self._page)
        dialog.replace_requested.connect(partial(self._on_replace, (holding.copy,)))
        dialog.open()

    def _on_mark(self, copy: Copy, state: CopyState) -> None:
        came_back = state is CopyState.RETURNED
        step = self.tr("Note that a copy came back") if came_back else self.tr("Note that a copy was destroyed")
        self._page.session.mark_copy(copy, copy.ended(state, date.today()), step)
        said = self.tr("The copy of {0} came back.") if came_back else self.tr("The copy of {0} was destroyed.")
        self.marked.emit(said.format(copy.holder))
