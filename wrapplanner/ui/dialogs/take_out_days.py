"""Taking out days: from a day to a day. It can be undone until the plan is closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.days import Span
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.widgets.span_fields import SpanFields
from wrapplanner.ui.widgets.words import words


class TakeOutDaysDialog(Dialog):
    """`taken_out(words)` says what was done and can be undone."""

    taken_out = Signal(str)

    def __init__(self, context: PageContext, span: Span, parent: QWidget) -> None:
        super().__init__(context.look, parent.tr("Take out days"), parent)
        self._book = context.session.days
        self.body.addWidget(words(self.tr("Ticks, notes and where you were are taken out. Your plan stays as it is.")))
        self._span = SpanFields(self.look, span)
        self.body.addWidget(self._span)
        self._told = words("", "soft")
        self.body.addWidget(self._told)
        self.body.addWidget(words(self.tr("Older backups still hold these days until newer ones take their place."), "caption"))
        self._all = self.add_button(self.tr("Every day there is"), self._on_all, "quiet")
        self.add_button(self.tr("Keep them"), self.reject, safe=True)
        self.add_button(self.tr("Take them out"), self._on_take_out)

    def _on_all(self) -> None:
        ends = self._book.ends()
        if ends is not None:
            self._take_out(ends)

    def _on_take_out(self) -> None:
        span = self._span.span()
        if span is None:
            self._told.setText(self.tr("These do not read as days yet. Try them like 3 November 2026."))
            self.fit()
        else:
            self._take_out(span)

    def _take_out(self, span: Span) -> None:
        count = self._book.take_out(span, self.tr("Take out days"))
        self.accept()
        if count:
            self.taken_out.emit(self.tr("Took out 1 day.") if count == 1 else self.tr("Took out {0} days.").format(count))
