"""Editors of answers that are words: one line, free writing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from wrapplanner.domain.changes import EntryAdded, EntryEdited, EntryRemoved
from wrapplanner.domain.kinds import RULES
from wrapplanner.domain.plan import Entry
from wrapplanner.domain.text import normalise
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.editors.growing import SLACK, GrowingText
from wrapplanner.ui.editors.line_field import LineField
from wrapplanner.ui.editors.pause import TypingPause

LEAST_LINES = 5
MARGIN = 4


class WordsEditor(Editor):
    """An answer of one entry at most, that is written in a field.

    Subclasses say what stands in the field and what of it is kept. What is typed is handed in after a pause; a field
    that was cleared takes the entry out when it is left.
    """

    _kept: str
    _pause: TypingPause

    def field_words(self) -> str:
        """Return what stands in the field, normalised."""
        raise NotImplementedError

    def show_words(self, kept: str) -> None:
        """Show what the plan keeps."""
        raise NotImplementedError

    def kept_words(self, *, leaving: bool) -> str | None:
        """Return what to keep of the field's words; None to leave the plan as it is."""
        return self.field_words().strip() if leaving else self.field_words()

    def refresh(self) -> None:
        """See Editor."""
        text = self.entry.text if self.entry else ""
        if text != self._kept:
            self._kept = text
            if normalise(self.field_words()) != text:
                self.show_words(text)
                self._pause.stop()

    def flush(self) -> None:
        """See Editor."""
        self._hand_in(leaving=True)

    def take_idea(self, idea: str) -> None:
        """Put an idea after what is there."""
        before = self.field_words().strip()
        self.show_words(f"{before}\n{idea}" if before else idea)
        self._hand_in(leaving=True)

    @property
    def entry(self) -> Entry | None:
        """The entry now, if anything was said."""
        return next(iter(self.session.plan.entries(self.question.id)), None)

    def _build(self) -> None:
        self._kept = ""
        self._pause = TypingPause(self)
        self._pause.over.connect(self._hand_in)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.look.space(8))
        self._build_field()

    def _build_field(self) -> None:
        raise NotImplementedError

    def _on_typed(self) -> None:
        self._pause.key_typed()

    def _on_left(self) -> None:
        self._hand_in(leaving=True)

    def _hand_in(self, *, leaving: bool = False) -> None:
        self._pause.stop()
        words = self.kept_words(leaving=leaving)
        if words is None or words == self._kept or not (words.strip() or leaving):
            return
        self._kept = words
        name = self.question.id
        if self.entry is None:
            added = replace(RULES[self.question.kind].blank(), text=words)
            self.edited.emit(EntryAdded(name, added, 0), self.tr("Write an answer"), True)
        elif words:
            self.edited.emit(EntryEdited(name, replace(self.entry, text=words)), self.tr("Change an answer"), True)
        else:
            self.edited.emit(EntryRemoved(name, self.entry.id), self.tr("Clear an answer"), False)


class LineEditor(WordsEditor):
    """One short line."""

    def field_words(self) -> str:
        """See WordsEditor."""
        return normalise(self.field.text(), single_line=True)

    def show_words(self, kept: str) -> None:
        """See WordsEditor."""
        self.field.show_words(kept.replace("\n", " "))

    def _build_field(self) -> None:
        self.field = LineField()
        self.field.setAccessibleName(self.question.prompt)
        self.setFocusProxy(self.field)
        self.column.addWidget(self.field)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self.field.returnPressed.connect(self._on_enter)

    def _on_enter(self) -> None:
        self._hand_in(leaving=True)
        self.next_requested.emit()


class TextField(GrowingText):
    """Free writing; Ctrl+Enter goes on."""

    next_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn Ctrl+Enter into a wish."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.next_requested.emit()
        else:
            super().keyPressEvent(event)


class TextEditor(WordsEditor):
    """Free writing, as tall as its words."""

    def field_words(self) -> str:
        """See WordsEditor."""
        return self.field.words()

    def show_words(self, kept: str) -> None:
        """See WordsEditor."""
        self.field.show_words(kept)

    def focus_start(self) -> None:
        """Go on after the last word."""
        self.field.put_caret(-1)
        self.field.setFocus()

    def _build_field(self) -> None:
        self.field = TextField(self.look)
        self.field.document().setDocumentMargin(MARGIN)
        self.field.setAccessibleName(self.question.prompt)
        self.setFocusProxy(self.field)
        self.column.addWidget(self.field)
        self._on_grew()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self.field.grew.connect(self._on_grew)
        self.field.next_requested.connect(self.next_requested)

    def _on_grew(self) -> None:
        least = LEAST_LINES * self.field.fontMetrics().lineSpacing()
        around = 2 * (self.look.space(8) + self.look.border + MARGIN) + SLACK
        self.field.setFixedHeight(max(self.field.words_height(), least) + around)
