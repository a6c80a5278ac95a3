"""Settings: spelling, and the words that the person taught it."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.pages.front import Told
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.spelling.dictionary import load
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.words import words


class OwnWords(Protocol):
    """The person's own words (`storage.words.WordStore`)."""

    def known(self) -> tuple[str, ...]:
        """Return them all."""

    def remove(self, word: str) -> None:
        """Forget one. Raises NotSaved."""


class SpellingTopic(Topic):
    """Whether words are underlined; which words are the person's own."""

    def _build(self) -> None:
        said = self.tr("While you write, words that the dictionary does not know get a line of dots. Nothing is ever changed.")
        self.add_heading(self.tr("Spelling"), said)
        if load(self.context.session.framework.language) is None:
            none = self.tr("This computer has no dictionary for the language of your plan. Once it has one, it is used here.")
            self.column.addWidget(words(none))
            return
        menu = self.tr(
            "The menu key or the right mouse button on such a word offers ideas. The names in your plan are left alone."
        )
        tick = self.add_tick("spelling", self.tr("Underline while I write"), menu, ticked=self.context.preferences.now.spelling)
        tick.toggled.connect(self._on_tick)
        self._own: OwnWords | None = getattr(self.context.session.store, "words", None)
        if self._own is None:
            return
        self.add_heading(
            self.tr("My words"), self.tr("They are kept inside your plan, and nowhere else. Press one to take it out.")
        )
        self._told = Told()
        self.column.addWidget(self._told)
        self._room = QWidget()
        self._flow = FlowLayout(self.look.space(8))
        self._room.setLayout(self._flow)
        self.column.addWidget(self._room)
        self._none = words(self.tr("There are none yet. “Add to my words” is in the menu of a word with dots."), "soft")
        self.column.addWidget(self._none)
        self._show_own()

    def _show_own(self) -> None:
        assert self._own is not None
        clear(self._flow)
        known = self._own.known()
        for word in known:
            each = button(self.look, word.replace("&", "&&"), "plain", icon="x", trailing=True)
            each.setAccessibleName(self.tr("Take out {0}").format(word))
            each.clicked.connect(partial(self._on_word, word))
            self._flow.addWidget(each)
        self._room.setVisible(bool(known))
        self._none.setVisible(not known)

    def _on_tick(self, on: bool) -> None:
        self.keep(spelling=on)

    def _on_word(self, word: str) -> None:
        assert self._own is not None
        try:
            self._own.remove(word)
        except WrapPlannerError as problem:
            self._told.say(problem.sentence)
        else:
            self._show_own()
            self.controls["spelling"].setFocus(Qt.FocusReason.OtherFocusReason)
