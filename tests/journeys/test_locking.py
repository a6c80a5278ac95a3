"""A plan with a passphrase: begun, locked, opened again, hidden; and nothing is lost on the way."""

from __future__ import annotations

import pytest
from journeys.driver import Driver, seen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea
from test_accessibility import faults

from wrapplanner.errors import Way
from wrapplanner.storage.backups import listed
from wrapplanner.storage.keyfile import KeyFile, fresh_keys
from wrapplanner.storage.keyslots import passphrase_slot, recovery_slot
from wrapplanner.storage.plans import PlanStore, plan_folder
from wrapplanner.ui.auto_backup import AutoBackup
from wrapplanner.ui.opening import unlocked

WORDS = "Seven quiet lamps"


@pytest.fixture
def locked(app: Driver) -> Driver:
    """The app, open at a plan that has a passphrase."""
    keys = fresh_keys()
    slot, app.code = recovery_slot(keys)
    key_file = KeyFile(keys.vault_id, (passphrase_slot(keys, WORDS), slot))
    PlanStore.create(plan_folder(app.data, "my-plan"), "wrap", keys=keys, key_file=key_file).close()
    app.remember(place="write/early.signs")
    start(app)
    return app


def start(app: Driver) -> None:
    """Start the app, which asks."""
    app.open(asks=True)
    app.see("Welcome back")


def unlock(app: Driver, words: str = WORDS) -> None:
    app.type(words)
    app.key("Return")
    app.wait(lambda: app.window.has_plan and not app.window.is_covered, "the plan is not open")
    app.settle()


def test_other_people_use_this_computer(app: Driver):
    app.open()
    app.click("Yes, other people use it")
    app.click("Start my plan")
    app.see("Choose a passphrase")
    app.type(WORDS)
    app.key("Return")
    app.type("Seven quiet lamp")
    app.key("Return")
    app.see("The two are not the same.")
    app.type("s")
    app.key("Return")
    app.see("Your recovery code")
    code = app.find("recoveryCode").text().replace("   ", "-")
    assert len(code) == 34
    assert not (app.data / "plans").exists()
    app.click("I have it on paper")
    app.goes("start")
    app.type("Walking by the canal")
    app.key("Ctrl+Return")
    app.close()
    for file in app.data.rglob("*"):
        if file.is_file():
            assert WORDS.encode() not in file.read_bytes()
            assert code.encode() not in file.read_bytes()
    start(app)
    unlock(app)
    assert "Walking by the canal" in [entry.name for entry in app.plan.tools]


def test_beginning_without_a_passphrase_after_all(app: Driver):
    app.open()
    app.click("Yes, other people use it")
    app.click("Start my plan")
    app.click("Back")
    app.see("Does anyone else use this computer?")
    app.click("Yes, other people use it")
    app.click("Start my plan")
    app.click("Start without one")
    app.goes("start")
    assert not app.has("Lock")
    app.reopen()


def test_one_field_has_the_focus_and_enter_opens(locked: Driver):
    assert isinstance(locked.focus(), QLineEdit)
    assert "my-plan" not in locked.shown()
    assert "My plan" not in locked.shown()
    unlock(locked)
    assert locked.place() == "write/early.signs"


def test_wrong_words_are_told_beneath_and_stay(locked: Driver):
    locked.type("Seven quiet lamp")
    locked.key("Return")
    locked.see("That is not the passphrase of this plan. Nothing is lost")
    field = locked.focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Seven quiet lamp"
    assert field.echoMode() is QLineEdit.EchoMode.Password
    locked.key("Alt+S")
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    unlock(locked, "s")


def test_no_number_of_wrong_words_locks_anybody_out(locked: Driver):
    for _ in range(6):
        locked.type("x")
        locked.key("Return")
        locked.see("Nothing is lost")
    for _ in range(6):
        locked.key("Backspace")
    unlock(locked)


def test_the_window_is_alive_while_the_key_is_worked_out(locked: Driver):
    locked.type("other words")
    locked.key("Return")
    assert locked.find("Opening…").isVisible()
    locked.see("Nothing is lost")


def test_the_recovery_code_opens_and_leads_to_a_new_passphrase(locked: Driver):
    locked.click("I have a recovery code")
    locked.type("abcd")
    locked.key("Return")
    locked.see("Look at the sheet once more")
    locked.key("Ctrl+A")
    unlock(locked, locked.code.lower().replace("-", " "))
    locked.goes("settings/locking")


def test_who_has_neither_is_told_what_is_still_possible(locked: Driver):
    locked.click("I have neither")
    locked.see("The pages that you printed are still yours.")
    locked.click("Another plan")
    locked.see("Which plan would you like to open?")


def test_a_backup_from_before_opens_with_the_words_it_had(locked: Driver):
    unlock(locked)
    safe = locked.window.context.safe
    safe.make_backup(safe.begin_backup())
    kept = locked.plan
    safe.lock_with(safe.make_slot("Nine loud owls"))
    locked.key("Ctrl+L")
    locked.see("Welcome back")
    locked.type(WORDS)
    locked.key("Return")
    locked.see("That is not the passphrase of this plan.")
    locked.click("I have neither")
    locked.see("A backup from before opens with the passphrase or the code that you had then.")
    locked.click("Go back to that backup")
    locked.see("The backup opens with the passphrase or the code that it was made with.")
    locked.wait(lambda: isinstance(locked.focus(), QLineEdit))
    unlock(locked)
    locked.see("Your plan is now as it was on")
    assert locked.plan == kept


def test_the_rail_locks_and_nothing_is_lost(locked: Driver):
    unlock(locked)
    locked.type("I hide my post")
    locked.click("Lock")
    locked.see("Welcome back")
    assert not locked.window.has_plan
    unlock(locked)
    assert locked.place() == "write/early.signs"
    assert [entry.text for entry in locked.plan.entries("early.signs")] == ["I hide my post"]
    locked.key("Ctrl+3")  # shortcuts are there once, not twice
    locked.goes("read")
    locked.key("Ctrl+L")
    locked.see("Welcome back")
    locked.key("Ctrl+3")
    unlock(locked)


def test_locking_lets_go_of_the_file(locked: Driver):
    unlock(locked)
    locked.key("Ctrl+L")
    locked.see("Welcome back")
    folder = plan_folder(locked.data, "my-plan")
    PlanStore.open(folder, keys=unlocked(folder, Way.PASSPHRASE, WORDS)).close()


def test_a_plan_without_a_passphrase_shows_how_it_gets_one(app: Driver):
    app.begin("read")
    assert not app.has("Lock")
    app.key("Ctrl+L")
    app.goes("settings/locking")


def test_the_hide_key_and_any_key_brings_it_back(app: Driver):
    app.begin("write/early.signs")
    field = app.focus()
    app.key("F8")
    assert "Café lights hurt" not in app.shown()
    assert "Press any key." in app.shown()
    app.type("x")
    app.wait(lambda: not app.window.is_covered)
    assert app.focus() is field
    assert "x" not in [entry.text for entry in app.plan.entries("early.signs")]
    app.key("F8")
    QTest.mouseClick(app.focus(), Qt.MouseButton.LeftButton)
    app.wait(lambda: not app.window.is_covered)


def test_the_hide_key_of_a_locked_plan_asks(locked: Driver):
    unlock(locked)
    locked.type("I hide my post")
    locked.key("F8")
    locked.wait(lambda: not locked.window.has_plan)
    locked.see_not("Welcome back")
    locked.type("x")
    locked.see("Welcome back")
    unlock(locked)
    assert [entry.text for entry in locked.plan.entries("early.signs")] == ["I hide my post"]


def test_words_in_an_open_dialog_outlive_the_hide_key(locked: Driver):
    unlock(locked)
    locked.window.go("settings/people")
    locked.click("Open my address list")
    dialog = locked.front()
    locked.key("F8")
    assert not dialog.isVisible()
    locked.type("x")
    locked.see("Welcome back")
    locked.see_not("Another plan")
    unlock(locked)
    locked.wait(dialog.isVisible)


def test_left_alone_it_locks_by_itself(locked: Driver):
    locked._desktop._watch._minute_ms = 200  # long enough to be seen open on a busy machine
    unlock(locked)
    locked.see("Welcome back")
    locked._desktop._watch._minute_ms = 60_000
    unlock(locked)


def test_a_passphrase_is_added_changed_and_taken_away(app: Driver):
    app.begin("settings/locking")
    app.click("Add a passphrase")
    enter_new(app, WORDS)
    app.see("Your recovery code")
    app.click("I have it on paper")
    app.find("Lock")
    app.key("Ctrl+L")
    unlock(app)
    app.goes("settings/locking")
    app.click("Change my passphrase")
    app.type("not this one")
    app.key("Return")
    enter_new(app, "Nine loud owls")
    app.see("That is not the passphrase of this plan.")
    app.key("Shift+Tab", "Shift+Tab", "Shift+Tab")
    app.click("Your passphrase now")
    app.key("Ctrl+A")
    app.type(WORDS)
    app.click("Use this passphrase")
    app.wait(lambda: app.front() is app.window)
    app.key("Ctrl+L")
    unlock(app, "Nine loud owls")
    app.click("Do without a passphrase")
    app.type("Nine loud owls")
    app.key("Return")
    app.wait(lambda: app.front() is app.window and not app.has("Lock"))
    app.reopen()


def enter_new(app: Driver, words: str) -> None:
    app.type(words)
    app.key("Return")
    app.type(words)
    app.key("Return")


def test_a_new_passphrase_after_the_recovery_code(locked: Driver):
    locked.click("I have a recovery code")
    unlock(locked, locked.code)
    locked.see("You came in with your recovery code.")
    locked.click("Change my passphrase")
    enter_new(locked, "Nine loud owls")
    locked.wait(lambda: locked.front() is locked.window)
    locked.see("Your new passphrase is set.")
    locked.see_not("You came in with your recovery code.")
    locked.key("Ctrl+L")
    unlock(locked, "Nine loud owls")


def test_a_new_code_takes_the_old_ones_place(locked: Driver):
    unlock(locked)
    locked.window.go("settings/locking")
    locked.click("Make a new recovery code")
    code = locked.find("recoveryCode").text()
    locked.click("I have it on paper")
    locked.key("Ctrl+L")
    locked.click("I have a recovery code")
    locked.type(locked.code)
    locked.key("Return")
    locked.see("there is a newer one")
    locked.key("Ctrl+A")
    unlock(locked, code)


def test_a_backup_is_made_restored_and_the_restore_undone(app: Driver):
    app.begin("settings/backups")
    app.see("There is none yet.")
    app.click("Make a backup now")
    app.see("Made, and read back whole", "You asked for it")
    app.window.go("write/early.signs")
    app.key("Ctrl+A")
    app.type("New words")
    app.key("Esc")
    changed = app.plan
    app.window.go("settings/backups")
    app.click("Restore…")
    app.see("If you restore it:", "Answers: ")
    app.click("Leave my plan as it is")
    app.click("Restore…")
    app.click("Restore this backup")
    app.see("Your plan is now as it was on")
    assert "New words" not in [entry.text for entry in app.plan.entries("early.signs")]
    app.click("Undo")
    app.wait(lambda: app.window.has_plan and app.plan == changed, "the restore is not undone")
    app.close()


def test_a_damaged_plan_offers_its_newest_backup(app: Driver):
    app.begin("settings/backups")
    app.click("Make a backup now")
    app.see("Made, and read back whole")
    kept = app.plan
    app.close()
    file = plan_folder(app.data, "my-plan") / "plan.db"
    file.write_bytes(file.read_bytes()[:8192])
    app.open(asks=True)
    app.see("Your plan is not open yet", "The newest backup is of")
    app.click("Restore the backup")
    app.wait(lambda: app.window.has_plan)
    app.see("Your plan is now as it was on")
    assert app.plan == kept


def test_an_empty_file_is_told_and_left_alone(app: Driver):
    app.begin()
    app.close()
    file = plan_folder(app.data, "my-plan") / "plan.db"
    file.write_bytes(b"")
    app.open(asks=True)
    app.see("This plan's file is empty", "Try again", "Open another plan")
    app.click("Try again")
    app.see("This plan's file is empty")
    app.click("Open another plan")
    app.see("Which plan would you like to open?")
    assert file.read_bytes() == b""


def test_a_newer_plan_is_opened_to_be_read(app: Driver):
    app.begin("read")
    app.close()
    store = PlanStore.open(plan_folder(app.data, "my-plan"))
    with store.vault.transaction() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '99' WHERE key = 'schema'")
    store.close()
    app.open(asks=True)
    app.see("written by a newer version")
    app.click("Open it to read")
    app.wait(lambda: app.window.has_plan)
    app.see("Your plan is open to be read.", "Café lights hurt")


def test_a_backup_is_made_soon_after_opening_without_being_asked_for(app: Driver, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(AutoBackup.__init__, "__defaults__", (50,))
    app.begin("settings/backups")
    folder = plan_folder(app.data, "my-plan")
    app.wait(lambda: [each.why for each in listed(folder)] == ["opened"], "there is no backup")
    app.reopen()
    app.rest()
    assert len(listed(folder)) == 1  # nothing was changed since


@pytest.mark.parametrize("topic", ["locking", "backups"])
def test_the_topics_have_names_and_fit_at_200_percent(locked: Driver, topic: str):
    unlock(locked)
    locked.window.go(f"settings/{topic}")
    locked.key("Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++")
    locked.window.resize(900, 600)
    locked.rest()
    assert locked.place().startswith(f"settings/{topic}")
    for area in locked.window.findChildren(QScrollArea):
        assert not area.isVisible() or area.widget().width() <= area.viewport().width()
    assert [said for widget in seen(locked.window) for said in faults(widget)] == []


def test_a_key_file_that_is_gone_is_taken_from_a_backup(app: Driver):
    app.begin("settings/backups")
    app.click("Make a backup now")
    app.see("Made, and read back whole")
    kept = app.plan
    app.close()
    (plan_folder(app.data, "my-plan") / "plan.keys").unlink()
    app.open(asks=True)
    app.see("The key file of this plan is gone", "Restore the backup")
    app.click("Use that key file")
    app.wait(lambda: app.window.has_plan)
    assert app.plan == kept
