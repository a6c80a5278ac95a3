"""A plan goes to another computer, lies beside others, shows a card, is copied to where it can be written, is taken away."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from journeys.driver import Driver, seen
from PySide6.QtWidgets import QFileDialog, QScrollArea
from test_accessibility import faults

from wrapplanner.storage import keychain
from wrapplanner.storage.keyfile import PASSPHRASE, read_key_file
from wrapplanner.storage.locked_card import FILE, read_card
from wrapplanner.storage.names import NICKNAME, plan_names
from wrapplanner.storage.plans import PlanStore, plan_folder

WORDS = "Seven quiet lamps"


def enter_new(app: Driver, words: str) -> None:
    app.type(words)
    app.key("Return")
    app.type(words)
    app.key("Return")


def answer(monkeypatch: pytest.MonkeyPatch, *, folder: Path | None = None, file: Path | None = None) -> None:
    """Answer the system's dialog for a folder, or for a file."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder or ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file or ""), ""))


def locked(app: Driver, place: str) -> None:
    """Begin with a plan that has a passphrase, and be at a place."""
    app.begin("settings/locking")
    app.click("Add a passphrase")
    enter_new(app, WORDS)
    app.click("I have it on paper")
    app.window.go(place)


def test_a_plan_goes_to_another_computer_in_one_sealed_file(app: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    app.begin("settings/keeping")
    kept, sealed = app.plan, app.papers / "My plan.wrapplan"
    app.click("Put it in one sealed file")
    app.answer_file_dialog(sealed)
    enter_new(app, WORDS)
    app.wait(lambda: app.front() is app.window)
    app.see("My plan.wrapplan is written, and was read back whole.")
    assert app.offered == "My plan.wrapplan"  # nobody's name
    app.close()
    app.data = tmp_path / "another computer"
    app.open()
    app.click("Open a plan I have")
    app.see("Where is your plan?")
    answer(monkeypatch, file=app.papers / "none.wrapplan")
    app.click("In one sealed file")
    app.see("This file was not taken: it cannot be read.")
    answer(monkeypatch, file=sealed)
    app.click("In one sealed file")
    app.see("This file is sealed.")
    app.type("seven loud lamps")
    app.key("Return")
    app.see("That is not the passphrase")
    assert plan_names(app.data) == ()
    app.key("Ctrl+A")
    app.type(WORDS)
    app.key("Return")
    app.wait(lambda: app.window.has_plan, "the plan is not here")
    app.see("Your plan is here now")
    assert app.plan == kept
    key_file = read_key_file(plan_folder(app.data, "my-plan") / "plan.keys")
    assert [slot.kind for slot in key_file.slots] == [PASSPHRASE]


def test_a_damaged_file_is_told_and_what_is_here_stays(app: Driver, monkeypatch: pytest.MonkeyPatch):
    app.begin("settings/keeping")
    app.click("Put it in one sealed file")
    app.answer_file_dialog(app.papers / "x.wrapplan")
    enter_new(app, WORDS)
    app.see("x.wrapplan is written")
    app.close()
    whole = (app.papers / "x.wrapplan").read_bytes()
    (app.papers / "x.wrapplan").write_bytes(whole[:-4000])
    before = {file: file.read_bytes() for file in (app.data / "plans").rglob("*") if file.is_file()}
    app.open()
    app.click("Go to the first window")
    app.click("Open a plan I have elsewhere")
    answer(monkeypatch, file=app.papers / "x.wrapplan")
    app.click("In one sealed file")
    app.type(WORDS)
    app.key("Return")
    app.see("This file was not taken: it is cut short.")
    assert plan_names(app.data) == ("my-plan",)
    assert {file: file.read_bytes() for file in (app.data / "plans").rglob("*") if file.is_file()} == before


def test_two_people_have_a_plan_each(app: Driver):
    app.begin("settings/keeping")
    app.click("Nickname")
    app.type("Heron")
    app.key("Tab")
    app.close()
    assert (plan_folder(app.data, "my-plan") / NICKNAME).read_text() == "Heron"
    app.open()
    app.window.go("settings/keeping")
    app.click("Go to the first window")
    app.find("Heron")
    app.click("Start another plan")
    app.click("Yes, other people use it")
    app.click("Start my plan")
    app.see("What shall this plan be called?", "It is not locked away")
    app.type("Kingfisher")
    app.key("Return")
    app.see("Choose a passphrase")
    enter_new(app, WORDS)
    app.click("I have it on paper")
    app.goes("start")
    assert app.plan.tools == ()
    app.close()
    app.open(asks=True)  # there are two: the person chooses
    app.see("Which plan would you like to open?")
    app.find("Heron")
    app.click("Kingfisher")
    app.see("Welcome back")
    assert not app.has("Kingfisher")
    app.click("Another plan")
    app.click("Heron")
    app.wait(lambda: app.window.has_plan)
    assert len(app.plan.tools) == 3


def test_it_is_not_my_computer(app: Driver, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    app.open()
    app._desktop._on_start_requested("not-mine", str(stick))
    app.goes("start")
    app.type("Walking by the canal")
    app.key("Ctrl+Return")
    app.close()
    assert plan_names(stick) == ("my-plan",)
    assert (stick / "preferences.json").exists()
    assert [file for file in app.data.rglob("*") if file.is_file()] == []  # nothing stays on this computer


def test_a_card_on_the_locked_page_is_chosen_seen_and_taken_away(app: Driver):
    locked(app, "settings/locking")
    folder = plan_folder(app.data, "my-plan")
    app.click("Choose what it shows…")
    app.see("anybody else", "Nothing is shown yet.")
    app.click("Show this card")
    app.see("Tick what the card may show first.")
    app.click("Please call")
    app.see("Jo Lantern · My sister · 01632 960142")
    assert "Stays with me" not in app.shown()
    app.click("Show this card")
    app.see("The locked page shows the card that you chose.")
    app.key("Ctrl+L")
    app.see("Welcome back", "Please call", "Jo Lantern · My sister · 01632 960142")
    assert [said for widget in seen(app.window) for said in faults(widget)] == []
    app.type(WORDS)
    app.key("Return")
    app.wait(lambda: app.window.has_plan)
    session = app.window.context.session
    jo = app.plan.person("jo")
    from dataclasses import replace

    from wrapplanner.domain.changes import PersonEdited

    session.do(PersonEdited(replace(jo, phones=("01632 960999",))))
    app.key("Ctrl+L")
    app.see("Jo Lantern · My sister · 01632 960999")  # the card follows the plan
    app.type(WORDS)
    app.key("Return")
    app.wait(lambda: app.window.has_plan)
    app.window.go("settings/locking")
    app.click("Choose what it shows…")
    app.click("Take the card away")
    app.see("The locked page shows nothing of your plan.")
    assert not (folder / FILE).exists()
    app.key("Ctrl+L")
    app.see("Welcome back")
    app.see_not("Jo Lantern")


def test_a_broken_card_is_no_card(tmp_path: Path):
    for said in ("", "[]", '{"format": 1}', '{"format": 2, "lines": {}}', '{"format": 1, "lines": {"do": "x"}}', "[" * 90_000):
        (tmp_path / FILE).write_text(said)
        assert not read_card(tmp_path)
    (tmp_path / FILE).write_text(json.dumps({"format": 1, "lines": {"do": ["a\0b", 7, "x" * 900], "else": ["no"]}}))
    card = read_card(tmp_path)
    assert dict(card.lines) == {"do": ("ab", "x" * 200)}


def test_deleting_everything_leaves_nothing(app: Driver):
    locked(app, "settings/locking")
    app.click("Choose what it shows…")
    app.click("Please call")
    app.click("Show this card")
    app.see("The locked page shows the card")
    app.window.go("settings/backups")
    app.click("Make a backup now")
    app.see("Made, and read back whole")
    app.window.go("settings/keeping")
    app.click("Delete everything…")
    app.see("Your plan, its backups, its keys", "What you printed")
    assert app.focus().text() == "Keep my plan"
    app.key("Return")
    app.wait(lambda: app.front() is app.window)
    assert app.window.has_plan
    app.click("Delete everything…")
    app.click("Delete everything")
    app.see("Your plan is gone from this computer", "Does anyone else use this computer?")
    left = [file for file in app.data.rglob("*") if file.is_file()]
    assert [file.name for file in left] == ["preferences.json"]
    assert all(each not in left[0].read_text() for each in ("Jo", "Café", "canal"))


def test_a_plan_that_cannot_be_written_offers_another_place(app: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    app.begin("read")
    app.close()
    really = os.access

    def read_only(path: Path, mode: int) -> bool:  # rights mean nothing to root, who runs tests, too
        return really(path, mode) and not (mode == os.W_OK and Path(path).is_relative_to(app.data))

    monkeypatch.setattr(os, "access", read_only)
    folder, other = plan_folder(app.data, "my-plan"), tmp_path / "other"
    app.open(asks=True)
    app.see("read-only", "Open it to read")
    app.click("Open it to read")
    app.wait(lambda: app.window.has_plan)
    app.see("Your plan is open to be read.")
    app.window.let_go()
    app._desktop.open_plan()
    answer(monkeypatch, folder=other)
    app.click("Keep it in another place")
    app.wait(lambda: app.window.has_plan)
    app.see("Your plan is in the new place now.")
    app.window.go("write/early.signs")
    app.key("Ctrl+A")
    app.type("New words")
    app.close()
    with_new = PlanStore.open(plan_folder(other, "my-plan"))
    assert "New words" in [entry.text for entry in with_new.load().entries("early.signs")]
    with_new.close()
    kept = PlanStore.open(folder, to_read=True)
    assert "New words" not in [entry.text for entry in kept.load().entries("early.signs")]
    kept.close()


def test_a_folder_that_a_service_copies_is_explained(app: Driver, tmp_path: Path):
    app.data = tmp_path / "OneDrive - Example" / "plans here"
    app.begin("settings/keeping")
    app.see("OneDrive copies this folder to other computers.")
    app.key("Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++")
    app.window.resize(900, 600)
    app.rest()
    for area in app.window.findChildren(QScrollArea):
        assert not area.isVisible() or area.widget().width() <= area.viewport().width()
    assert [said for widget in seen(app.window) for said in faults(widget)] == []


def test_deleting_forgets_the_keychain(app: Driver, monkeypatch: pytest.MonkeyPatch):
    asked = []

    class Remembers(keychain.Keychain):
        def put(self, name: str, key: bytes) -> None:
            asked.append(("put", name))

        def get(self, _name: str) -> bytes | None:
            return None

        def forget(self, name: str) -> None:
            asked.append(("forget", name))

    app.keychain = Remembers()
    app.begin("settings/locking")
    app.click("Keep a key in this computer’s keychain")
    app.wait(lambda: app.window.context.safe.has_computer)
    app.window.go("settings/keeping")
    app.click("Delete everything…")
    app.click("Delete everything")
    app.see("Your plan is gone from this computer")
    assert [what for what, _ in asked] == ["put", "forget"]
    assert len({name for _, name in asked}) == 1
    shutil.rmtree(app.data)
