"""Watches which field one writes in, and underlines what the dictionary does not know once the keys rest."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.spelling.dictionary import MOST_IDEAS, Dictionary, load, words_of
from wrapplanner.ui.spelling.fields import Field, Spot, field_of
from wrapplanner.ui.tasks import Tasks

REST_MS = 350
"""Nothing is looked up while keys are pressed: only after so long without one."""
_NAMED = ("full-name", "preferred-name")


class OwnWords(Protocol):
    """The person's own words, kept in the plan (`storage.words.WordStore`)."""

    def known(self) -> tuple[str, ...]:
        """Return them all."""

    def add(self, word: str) -> None:
        """Keep one more. Raises NotSaved."""


class Spelling(QObject):
    """Lives as long as the open plan. `wanted` is asked each time, so that a choice in Settings holds at once."""

    def __init__(self, session: PlanSession, own: OwnWords, preferences: Wanted) -> None:
        super().__init__(session)
        self._session, self._own, self._preferences = session, own, preferences
        self._dictionary: Dictionary | None = None
        self._is_loading = False
        self._tasks = Tasks(self)
        self._verdicts: dict[str, bool] = {}
        self._names: tuple[object, frozenset[str]] = (None, frozenset())
        self._own_words: frozenset[str] = frozenset()
        self._widget: QPlainTextEdit | QLineEdit | None = None
        self._spots: list[Spot] = []
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._on_rest)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        session.closing.connect(self._end)
        self._on_focus_changed(None, QApplication.focusWidget())

    def _end(self) -> None:
        # The next page has fields too, and gets the focus before Qt deletes this with the session. Lines stay as they are:
        # taking them away is an edit to a QLineEdit.
        self._on_destroyed()
        self._tasks.drop()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is self._widget or isinstance(QApplication.activePopupWidget(), QMenu):
            return
        self._leave()
        if self._preferences.wants_spelling and isinstance(now, QPlainTextEdit | QLineEdit) and field_of(now) is not None:
            self._enter(now)

    def _enter(self, widget: QPlainTextEdit | QLineEdit) -> None:
        self._widget = widget
        widget.textChanged.connect(self._on_touched)
        widget.cursorPositionChanged.connect(self._on_touched)
        widget.destroyed.connect(self._on_destroyed)
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().installEventFilter(self)
        self._own_words = frozenset(word.casefold() for word in self._own.known())
        if self._dictionary is None and not self._is_loading:
            self._is_loading = True
            self._tasks.run(partial(load, self._session.framework.language), self._on_loaded, lambda _problem: None)
        self._resting.start()

    def _leave(self) -> None:
        widget, self._widget = self._widget, None
        self._resting.stop()
        if widget is None:
            return
        widget.textChanged.disconnect(self._on_touched)
        widget.cursorPositionChanged.disconnect(self._on_touched)
        widget.destroyed.disconnect(self._on_destroyed)
        widget.removeEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().removeEventFilter(self)
        if self._spots and (field := field_of(widget)) is not None:
            field.underline([], widget.palette().color(QPalette.ColorRole.Text))
        self._spots = []

    def _on_destroyed(self) -> None:
        self._widget, self._spots = None, []
        self._resting.stop()

    def _on_loaded(self, dictionary: Dictionary | None) -> None:
        self._dictionary = dictionary
        if self._widget is not None:
            self._resting.start()

    def _on_touched(self) -> None:
        self._resting.start()

    def _on_rest(self) -> None:
        field = field_of(self._widget)
        if self._dictionary is None or self._widget is None or field is None:
            return
        text, caret = field.text(), field.caret()
        spots = [
            (at, word)
            for at, word in words_of(text)
            if not at <= caret <= at + len(word) or not self._widget.hasFocus()  # that one is still being written
            if not self._knows(word)
        ]
        if len(text) and caret < len(text):
            spots = self._with_resting_word(text, caret, spots)
        if spots or self._spots:
            self._spots = spots
            field.underline(spots, self._widget.palette().color(QPalette.ColorRole.Text))

    def _with_resting_word(self, text: str, caret: int, spots: list[Spot]) -> list[Spot]:
        """Keep the line under a word that one has gone back to: it was not being written."""
        kept = [spot for spot in self._spots if spot[0] <= caret <= spot[0] + len(spot[1]) and not self._knows(spot[1])]
        return sorted({*spots, *(spot for spot in kept if text[spot[0] : spot[0] + len(spot[1])] == spot[1])})

    def _knows(self, word: str) -> bool:
        folded = word.casefold().replace("’", "'")
        plain = folded.removesuffix("'s")
        if {folded, plain} & (self._own_words | self._plan_names()):
            return True
        if word not in self._verdicts:
            assert self._dictionary is not None
            self._verdicts[word] = self._dictionary.check(word.replace("’", "'"))
        return self._verdicts[word]

    def _plan_names(self) -> frozenset[str]:
        plan, framework = self._session.plan, self._session.framework
        roles = [framework.role(role) for role in _NAMED]
        called = tuple(plan.entries(role.id) for role in roles if role is not None)
        about = (plan.tools, plan.people, called)
        if self._names[0] != about:
            said = [*(tool.name for tool in plan.tools), *(person.name for person in plan.people)]
            said.extend(entry.text for entries in called for entry in entries)
            self._names = about, frozenset(word.casefold().replace("’", "'") for each in said for _, word in words_of(each))
        return self._names[1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put ideas before the field's own menu."""
        if isinstance(event, QContextMenuEvent) and self._widget is not None and self._spots:
            field = field_of(self._widget)
            spot = self._spot(field, event) if field is not None else None
            if field is not None and spot is not None:
                self._open_menu(field, spot, event.globalPos())
                return True
        return super().eventFilter(watched, event)

    def _spot(self, field: Field, event: QContextMenuEvent) -> Spot | None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = field.caret() if by_key else field.place_at(event.pos())
        return next((spot for spot in self._spots if spot[0] <= place <= spot[0] + len(spot[1])), None)

    def _open_menu(self, field: Field, spot: Spot, at: QPoint) -> None:
        assert self._widget is not None
        assert self._dictionary is not None
        menu = field.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        usual = menu.actions()
        for idea in self._dictionary.suggest(spot[1])[:MOST_IDEAS]:
            menu.addAction(idea.replace("&", "&&")).triggered.connect(partial(self._on_idea, field, spot, idea))
        own = menu.addAction(self.tr("Add “{0}” to my words").format(spot[1]).replace("&", "&&"))
        own.triggered.connect(partial(self._on_own_word, spot[1]))
        menu.addSeparator()
        menu.addActions(usual)  # which puts them after the ideas
        menu.popup(at)

    def _on_idea(self, field: Field, spot: Spot, idea: str) -> None:
        field.replace(spot, idea)

    def _on_own_word(self, word: str) -> None:
        with suppress(WrapPlannerError):  # where nothing can be kept, the word is known until the plan is closed
            self._own.add(word)
        self._own_words |= {word.casefold().replace("’", "'")}
        self._on_rest()


class Wanted(Protocol):
    """The choice in Settings."""

    @property
    def wants_spelling(self) -> bool:
        """Whether words are to be underlined."""
