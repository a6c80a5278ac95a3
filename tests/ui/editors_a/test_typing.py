"""Words on their way into the plan: the field's own Undo and Redo, and when what is typed is handed in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hands import Held, Key, focus, press, type_words
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest

from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.plan import Entry
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.editors.entries import EntriesEditor
from wrapplanner.ui.editors.pause import LONGEST_MS
from wrapplanner.ui.editors.words import LineEditor, TextEditor
from wrapplanner.ui.session import PlanSession

EDITORS = [(EntriesEditor, "early.signs"), (LineEditor, "before.preferred_name"), (TextEditor, "toolbox.meaning")]
REDO = [(Key.Key_Y, Held.ControlModifier), (Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)]


def answer(session, question: str) -> list[str]:
    return [entry.text for entry in session.plan.entries(question)]


def shown() -> str:
    field = focus()
    return field.text() if hasattr(field, "text") else field.toPlainText()


@pytest.fixture
def open_editor(edit, open_session):
    """Return a function that opens an editor in a window with the window's own Undo and Redo."""

    def make(kind, question: str, *words: str) -> tuple[Editor, PlanSession]:
        session = open_session(answers={question: tuple(Entry(f"e{at}", text) for at, text in enumerate(words))})
        editor = edit(kind, question, session)
        for keys, act in (("Ctrl+Z", session.undo), ("Ctrl+Y,Ctrl+Shift+Z", session.redo)):
            action = QAction(editor.window())
            action.setShortcuts([QKeySequence(each) for each in keys.split(",")])
            action.triggered.connect(act)
            editor.window().addAction(action)
        editor.focus_start()
        return editor, session

    return make


@pytest.mark.parametrize(("kind", "question"), EDITORS)
@pytest.mark.parametrize(("key", "held"), REDO)
def test_what_the_field_took_back_it_brings_back(open_editor, kind, question, key, held):
    _, session = open_editor(kind, question)
    type_words("A long walk")
    press(Key.Key_Z, Held.ControlModifier)
    assert shown() == ""
    press(key, held)
    assert shown() == "A long walk"
    session.flush()
    assert answer(session, question) == ["A long walk"]


@pytest.mark.parametrize(("kind", "question"), EDITORS)
def test_past_the_fields_own_history_both_keys_are_the_plans(open_editor, kind, question):
    _, session = open_editor(kind, question, "Before")
    session.do(_change(session, question, "After"), "Change")
    press(Key.Key_Z, Held.ControlModifier)
    assert answer(session, question) == ["Before"]
    press(Key.Key_Y, Held.ControlModifier)
    assert answer(session, question) == ["After"]


def _change(session, question: str, words: str) -> EntryEdited:
    return EntryEdited(question, replace(session.plan.entries(question)[0], text=words))


@pytest.mark.parametrize(("kind", "question"), EDITORS)
def test_words_of_somebody_who_types_on_and_on_are_kept_all_the_same(open_editor, kind, question):
    _, session = open_editor(kind, question)
    typed = 0
    while not answer(session, question):
        type_words("o")
        typed += 1
        QTest.qWait(100)
        assert typed < LONGEST_MS / 100 + 15, "still not kept"
    kept = answer(session, question)[0]
    press(Key.Key_Home)
    type_words("N")
    QTest.qWait(1000)
    assert answer(session, question) == ["N" + kept], "the caret stayed where the person put it"
    assert session.undo_stack.count() == 1, "it is one step"
    press(Key.Key_Z, Held.ControlModifier)
    press(Key.Key_Z, Held.ControlModifier)
    assert shown() == "", "the field has its whole history still"
