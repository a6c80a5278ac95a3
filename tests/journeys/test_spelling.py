"""Spelling: lines of dots while one writes, ideas by the menu key, own words kept in the plan and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from journeys.driver import Driver
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from wrapplanner.ui.pages import settings_spelling
from wrapplanner.ui.spelling import checker, dictionary

KNOWN = {"i", "sleep", "late", "and", "words", "many"}


class Small:
    """A dictionary of a few words, which counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def check(self, word: str) -> bool:
        self.asked.append(word)
        return word.casefold() in KNOWN

    def suggest(self, word: str) -> list[str]:
        return ["sleep", "slept"]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Small:
    found = Small()
    for asks in (checker, settings_spelling):  # this computer may have no dictionary at all
        monkeypatch.setattr(asks, "load", lambda _language: found)
    monkeypatch.setattr(checker, "REST_MS", 1)
    return found


def underlined(app: Driver) -> list[str]:
    field = app.focus()
    if isinstance(field, QPlainTextEdit):
        dots = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
        return [s.cursor.selectedText() for s in field.extraSelections() if s.format.underlineStyle() == dots]
    return []


def test_words_get_dots_after_they_are_written_and_the_menu_offers_ideas(app: Driver, small: Small) -> None:
    app.begin("write/early.signs")
    app.type("I sleap")
    app.wait(lambda: "I" not in small.asked and not underlined(app))
    app.type(" late")
    app.wait(lambda: underlined(app) == ["sleap"])
    field = app.focus()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "I sleap late", "nothing is ever changed by itself"
    for _ in range(7):
        app.key("Left")
    app.wait(lambda: underlined(app) == ["sleap"], "a word that one goes back to keeps its dots")
    app.key("Menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text() for action in menu.actions()]
    assert said[:3] == ["sleep", "slept", "Add “sleap” to my words"]
    assert "Paste" in " ".join(said).replace("&", "")
    app.key("Down", "Return")
    app.wait(lambda: app.focus().toPlainText() == "I sleep late")
    app.wait(lambda: not underlined(app))
    app.key("Ctrl+Z")
    app.wait(lambda: app.focus().toPlainText() == "I sleap late")
    app.key("Esc")
    app.wait(lambda: app.plan.entries("early.signs")[-1].text == "I sleap late")


def test_names_in_the_plan_and_own_words_are_left_alone_and_own_words_stay_in_the_plan(app: Driver, small: Small) -> None:
    app.begin("write/early.signs")
    app.type("Finch and Marsh’s canal hum WRAP wibble4 lowly ")
    app.wait(lambda: underlined(app) == ["lowly"])
    app.key("Left", "Left", "Menu", "Down", "Down", "Down", "Return")
    app.wait(lambda: not underlined(app))
    app.key("Esc")
    app.reopen()
    app.window.go("write/early.signs")
    app.type("lowly flurb ")
    app.wait(lambda: underlined(app) == ["flurb"])
    found = [each for each in Path(app.data).rglob("*") if each.is_file() and b"lowly" in each.read_bytes()]
    assert not found, "a plain file holds a word of the person's"
    app.window.go("settings/spelling")
    app.tab_to("Take out lowly")
    app.key("Space")
    app.see("There are none yet.")
    app.focus()


def test_single_lines_have_dots_too_dates_do_not_and_it_can_be_turned_off(app: Driver, small: Small) -> None:
    app.begin("write/before.preferred_name")
    field = app.focus()
    assert isinstance(field, QLineEdit)
    app.type("Flurb late ")
    app.wait(lambda: "Flurb" in small.asked)
    assert app.focus().text() == "Flurb late "
    app.window.go("write/crisis.birth_date")
    app.type("3 Novembro 1990")
    app.rest()
    assert "Novembro" not in small.asked
    app.key("Ctrl+A", "Delete")
    app.window.go("settings/spelling")
    app.tab_to("Underline while I write")
    app.key("Space")
    app.wait(lambda: not app.preferences.spelling)
    asked = len(small.asked)
    app.window.go("write/early.signs")
    app.type("wrongish words ")
    app.rest()
    assert len(small.asked) == asked
    assert not underlined(app)


def test_no_word_is_looked_up_while_keys_are_pressed(app: Driver, small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "REST_MS", 10_000)
    app.begin("write/early.signs")
    app.type("many words that it does not know at all ")
    assert not small.asked


@pytest.mark.parametrize(
    ("installed", "language", "system", "best"),
    [
        (["en_GB", "de_DE"], "en-GB", "de_DE", "en_GB"),
        (["en_GB", "en_US"], "en-GB", "en_US", "en_US"),
        (["en_US"], "en-GB", "", "en_US"),
        (["de_DE"], "en-GB", "en_GB", ""),
        ([], "en", "", ""),
    ],
)
def test_the_dictionary_is_of_the_plans_language_as_the_person_spells_it(
    installed: list[str], language: str, system: str, best: str
) -> None:
    assert dictionary.best_of(installed, language, system) == best


def test_numbers_addresses_and_capitals_are_no_words() -> None:
    said = "NHS line 0800x, see www.example.org or mail jo@example.org: don’t wait, naïve I"
    assert [word for _, word in dictionary.words_of(said)] == ["line", "see", "or", "mail", "don’t", "wait", "naïve"]


def test_a_real_dictionary_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    found = dictionary.load("en-GB")
    if found is None:
        pytest.skip("this computer has no English dictionary")
    assert found.check("evening")
    assert not found.check("evenning")
    assert "evening" in found.suggest("evenning")
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and each.read_bytes()]


def test_a_field_of_the_next_page_asks_nothing_of_a_plan_that_was_closed(app: Driver, small: Small) -> None:
    """The focus goes there before Qt deletes what belonged to the plan; its file was said to have lost words."""
    app.begin("write/early.signs")
    app.type("I sleap late")
    app.wait(lambda: underlined(app) == ["sleap"])
    desktop, store = app._desktop, app.window.context.session.store
    assert app.window.let_go()
    desktop.show_start()
    nickname = QLineEdit(app.window)
    nickname.show()
    nickname.setFocus()
    assert QApplication.focusWidget() is nickname
    assert "not on the disk" not in app.shown()
    assert "went wrong" not in app.shown()
    with pytest.raises(RuntimeError, match="after it was closed"):
        store.words.known()


def test_a_plan_that_is_closed_at_once_gets_no_spelling(app: Driver, small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting: list[object] = []
    monkeypatch.setattr("wrapplanner.app.Desktop._watch_spelling", lambda *given: waiting.append(given))
    app.begin("write/early.signs")
    app.wait(lambda: bool(waiting))
    monkeypatch.undo()
    desktop, session, store = waiting[0]
    assert app.window.let_go()
    desktop._watch_spelling(session, store)
    assert session.findChild(checker.Spelling) is None
    desktop.show_start()
