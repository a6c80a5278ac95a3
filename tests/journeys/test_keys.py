"""What opens a plan, seen from the window: the computer's keychain, the code on its sheet, a passphrase that is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from journeys.driver import Driver, words_of

from wrapplanner.errors import PlanLocked, WrongSecret
from wrapplanner.storage.backups import listed
from wrapplanner.storage.diagnosis import KEY_FILE, examine
from wrapplanner.storage.keychain import BACKENDS, Keychain
from wrapplanner.storage.keyfile import COMPUTER, PASSPHRASE, PLAIN, RECOVERY, read_key_file
from wrapplanner.storage.keyslots import Passphrase, unlock
from wrapplanner.storage.plans import PlanStore, plan_folder
from wrapplanner.storage.recovery import read_code

WORDS, OTHER = "Seven quiet lamps", "Nine loud owls"


class InMemory:
    """A keychain of a computer that is there for as long as the test."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, _service: str, name: str) -> str | None:
        return self.kept.get(name)

    def set_password(self, _service: str, name: str, password: str) -> None:
        self.kept[name] = password

    def delete_password(self, _service: str, name: str) -> None:
        del self.kept[name]


@pytest.fixture
def chain(app: Driver, monkeypatch: pytest.MonkeyPatch) -> InMemory:
    """The app, on a computer with a keychain."""
    monkeypatch.setitem(BACKENDS, "test", f"{__name__}.InMemory")
    backend = InMemory()
    app.keychain = Keychain(lambda: backend)
    return backend


def kinds(folder: Path) -> list[str]:
    return sorted(slot.kind for slot in read_key_file(folder / KEY_FILE).slots)


def enter_new(app: Driver, words: str) -> None:
    app.type(words)
    app.key("Return")
    app.type(words)
    app.key("Return")


def test_only_me_needs_no_passphrase_and_the_code_comes_later(app: Driver, chain: InMemory):
    folder = plan_folder(app.data, "my-plan")
    app.open()
    app.click("Start my plan")
    app.goes("start")
    app.type("Walking by the canal")
    app.key("Ctrl+Return")
    app.wait(lambda: kinds(folder) == [COMPUTER, PLAIN], "the keychain has no key")
    assert "recovery code" not in app.shown()  # nothing stands between the person and their answers
    app.reopen()
    app.see("Getting one takes a minute.")
    app.click("Show me")
    app.goes("settings/locking")
    app.click("Get my recovery code")
    app.see("Your recovery code")
    code = app.find("recoveryCode").text().replace("   ", "-")
    app.answer_file_dialog(app.papers / "sheet.pdf")
    app.click("Save the sheet")
    app.see("Saved as sheet.pdf.")
    assert app.offered == "Recovery code.pdf"
    assert read_code(words_of(app.papers / "sheet.pdf").split("The code")[1].split("When")[0]) == read_code(code)
    app.click("I have it on paper")
    assert kinds(folder) == [COMPUTER, RECOVERY]  # from now on a copy of the files is of no use to anybody
    app.reopen()
    app.see_not("Getting one takes a minute.")
    app.close()
    chain.kept.clear()  # another computer
    app.open(asks=True)
    app.see("Welcome back")
    app.type(code)
    app.key("Return")
    app.wait(lambda: app.window.has_plan)
    app.see("did not open your plan this time")
    assert [tool.name for tool in app.plan.tools] == ["Walking by the canal"]


def test_without_a_keychain_it_is_said_gently_and_all_goes_on(app: Driver):
    folder = plan_folder(app.data, "my-plan")
    app.begin("settings/locking")
    assert kinds(folder) == [PLAIN]
    app.click("Keep a key in this computer’s keychain")
    app.see("This computer has no keychain that can be used. That is all right")
    app.click("Get my recovery code")
    app.click("I have it on paper")
    assert kinds(folder) == [PLAIN, RECOVERY]
    app.reopen()


def test_the_keychain_is_turned_on_and_off(app: Driver, chain: InMemory):
    folder = plan_folder(app.data, "my-plan")
    app.begin("settings/locking")
    app.click("Get my recovery code")
    app.click("I have it on paper")
    app.click("Keep a key in this computer’s keychain")
    app.wait(lambda: kinds(folder) == [COMPUTER, RECOVERY])
    app.reopen()
    app.click("Keep a key in this computer’s keychain")
    app.wait(lambda: kinds(folder) == [PLAIN, RECOVERY])
    app.wait(lambda: not chain.kept, "the keychain still has the key")
    app.click("Keep a key in this computer’s keychain")
    app.wait(lambda: kinds(folder) == [COMPUTER, RECOVERY])
    app.click("Add a passphrase")
    enter_new(app, WORDS)
    app.wait(lambda: app.front() is app.window)
    assert kinds(folder) == [PASSPHRASE, RECOVERY]
    app.wait(lambda: not chain.kept)


def test_somebody_knows_my_passphrase(app: Driver):
    folder = plan_folder(app.data, "my-plan")
    app.begin("settings/locking")
    app.click("Add a passphrase")
    enter_new(app, WORDS)
    app.see("Your recovery code")
    app.click("I have it on paper")
    app.window.go("settings/backups")
    app.click("Make a backup now")
    app.see("Made, and read back whole")
    old, kept = read_key_file(folder / KEY_FILE).vault_id, app.plan
    app.window.go("settings/locking")
    app.click("Somebody knows my passphrase")
    app.type("not this one")
    app.key("Return")
    enter_new(app, OTHER)
    app.see("That is not the passphrase of this plan.")
    assert read_key_file(folder / KEY_FILE).vault_id == old
    app.click("Your passphrase now")
    app.key("Ctrl+A")
    app.type(WORDS)
    app.click("Take the older backups away too")
    app.click("Write my plan anew")
    app.see("Your recovery code")  # a new one: the old one opens nothing any more
    app.click("I have it on paper")
    app.see("Your plan has a new key.")
    assert app.plan == kept
    assert read_key_file(folder / KEY_FILE).vault_id != old
    assert [read_key_file(each.folder / KEY_FILE).vault_id == old for each in listed(folder)] == [False]
    app.close()
    with pytest.raises(WrongSecret):
        unlock(examine(folder), Passphrase(WORDS))
    with pytest.raises(PlanLocked):
        PlanStore.open(folder)
    PlanStore.open(folder, keys=unlock(examine(folder), Passphrase(OTHER))).close()


def test_somebody_knows_and_it_is_left_as_it_is(app: Driver):
    folder = plan_folder(app.data, "my-plan")
    app.begin("settings/locking")
    app.click("Add a passphrase")
    enter_new(app, WORDS)
    app.click("I have it on paper")
    before = (folder / KEY_FILE).read_bytes()
    app.click("Somebody knows my passphrase")
    app.key("Esc")
    app.wait(lambda: app.front() is app.window)
    assert (folder / KEY_FILE).read_bytes() == before
