"""The group's vault: killed at any moment it comes back with every card; wiped it is gone from every page of its files."""

import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from wrapplanner.errors import PlanInUse, PlanTooNew, PlanUnreadable
from wrapplanner.facilitator.model.board import Board, Card, Group, Mark
from wrapplanner.facilitator.model.keeping import After, Answer, JournalEntry, Tally
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.model.programme import Item, Programme, Session
from wrapplanner.facilitator.model.running import begin
from wrapplanner.facilitator.store import GroupStore
from wrapplanner.storage.keyfile import read_key_file
from wrapplanner.storage.keyslots import unlock_unasked

ITEMS = tuple(
    Item(
        word,
        kind,
        kind.title,
        10,
        ("Said.",),
        ("Asked?",),
        ("Noted.",),
        ("Body",) if "groups" in kind.may_have else (),
        "early",
    )
    for word, kind in KINDS.items()
)
PROGRAMME = Programme("p", "P", ("For us.",), "Ours.", "wrap", (Session("one", "One", 10 * len(ITEMS), ("Meet.",), ITEMS),) * 2)
DAY = date(2026, 11, 19)


def board_of(*texts: str):
    cards = tuple(Card(f"c{i}", text, "g0", Mark.CROSS if i % 2 else None) for i, text in enumerate(texts))
    return Board(cards, (Group("g0", "Body", Mark.CIRCLE),))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "group"


def pages(folder):
    """Every page of the database and its journal, decrypted: SQLCipher 4 keeps an IV and an HMAC in a page's last 80 bytes."""
    keys = unlock_unasked(read_key_file(folder / "plan.keys"), None)
    data = (folder / "plan.db").read_bytes()
    assert len(data) % 4096 == 0
    for begun in range(0, len(data), 4096):
        page = data[begun : begun + 4096]
        cipher = Cipher(algorithms.AES(keys.key), modes.CBC(page[-80:-64])).decryptor()
        yield cipher.update(page[16 if begun == 0 else 0 : -80])


def holds(folder, words):
    return any(words.encode() in page for page in pages(folder))


def test_a_session_comes_back_as_it_was(folder):
    running = begin(PROGRAMME, 2, 100.0, board_of("Passing is fine")).gone_on(160.0).pausing(200.0)
    running = running.with_board("board", board_of("Sing in the car", "Grow cress"))
    with closing(GroupStore.open(folder)) as store:
        assert store.running() is None
        assert not folder.exists(), "who only looks leaves nothing behind"
        store.keep_running(running)
        for item, board in running.boards.items():
            store.keep_board(item, board)
        with pytest.raises(PlanInUse, match="Group sessions are open"):
            GroupStore.open(folder)
    with closing(GroupStore.open(folder)) as store:
        assert store.running() == running


def test_what_facilitators_keep_comes_back(folder):
    own = replace(PROGRAMME, id="own-1", own=True)
    tally = Tally("I could be myself").with_one(Answer.YES).with_one(Answer.YES).with_one(Answer.NO).with_one(Answer.NO, -1)
    entry = JournalEntry("01", DAY, "What did I learn?", "To wait.")
    with closing(GroupStore.open(folder)) as store:
        store.keep_after(After("p", 1, "Bring pens.", "Look at the tools again."))
        store.keep_tally("p", 1, tally)
        store.keep_programme(own)
        store.keep_entry(entry)
        store.keep_entry(JournalEntry("02", DAY, "", "canary-journal"))
    with closing(GroupStore.open(folder)) as store:
        assert store.after("p", 1) == After("p", 1, "Bring pens.", "Look at the tools again.")
        assert store.after("p", 2) == After("p", 2)
        assert store.tallies("p", 1) == (Tally("I could be myself", yes=2),)
        assert store.programmes() == (own,)
        assert [each.id for each in store.journal()] == ["02", "01"]
        store.wipe_entry("02")
        assert store.journal() == (entry,)
        store.remove_programme("own-1")
        assert store.programmes() == ()
    assert not holds(folder, "canary-journal")


def test_a_board_is_really_gone_after_the_session_unless_it_was_kept(folder):
    gone = [f"canary-{number} gone " + "x" * (number * 7 % 150) for number in range(200)]
    running = begin(PROGRAMME, 1, 0.0)
    with closing(GroupStore.open(folder)) as store:
        store.keep_running(running)
        for length in (10, 50, 120, 200):
            running = running.with_board("board", board_of(*gone[:length])).with_board("agreement", board_of("agreed-words"))
            store.keep_board("board", running.boards["board"])
            store.keep_board("agreement", running.boards["agreement"])
        running = running.with_board("question", board_of("kept-words"))
        store.keep_board("question", running.boards["question"])
        assert holds(folder, "canary-199"), "the scan sees what is there"
        store.end(running, keep=("question",), today=DAY)
        assert store.running() is None
        (kept,) = store.kept_boards()
        assert (kept.title, kept.session, kept.day, kept.board) == (KINDS["question"].title, "One", DAY, board_of("kept-words"))
        assert store.agreement("p") == board_of("agreed-words")
        assert store.agreement("q") is None
    assert not holds(folder, "canary-")
    assert holds(folder, "kept-words")
    for file in folder.rglob("*"):
        assert b"canary" not in file.read_bytes()
        assert b"-words" not in file.read_bytes()
    with closing(GroupStore.open(folder)) as store:
        store.wipe_board(kept.id)
        store.wipe_agreement("p")
    assert not holds(folder, "kept-words")
    assert not holds(folder, "agreed-words")


def test_a_wiping_that_was_broken_off_is_finished_at_the_next_opening(folder, monkeypatch):
    with closing(GroupStore.open(folder)) as store:
        running = begin(PROGRAMME, 1, 0.0).with_board("board", board_of("a card"))
        store.keep_running(running)
        monkeypatch.setattr(store, "_scrub", lambda: None)
        store.end(running)
        assert store._rows("SELECT value FROM meta WHERE key = 'wiping'") == [("1",)]
    with closing(GroupStore.open(folder)) as store:
        assert store._rows("SELECT value FROM meta WHERE key = 'wiping'") == []


def test_a_file_that_cannot_be_read_is_told_in_the_group_s_words(folder):
    with closing(GroupStore.open(folder)) as store:
        store.keep_board("board", board_of("a card"))
        with store._writing() as connection:
            connection.exec_driver_sql("UPDATE boards SET value = '{}'")
        with pytest.raises(PlanUnreadable, match="group's file"):
            store.running()
        with store._writing() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(PlanTooNew, match="group's file"):
        GroupStore.open(folder)
    data = bytearray((folder / "plan.db").read_bytes())
    data[5000] ^= 1
    data[100] ^= 1
    (folder / "plan.db").write_bytes(bytes(data))
    with pytest.raises(PlanUnreadable, match="group's file is damaged"):
        GroupStore.open(folder)


WRITER = """
import sys
from pathlib import Path
from wrapplanner.facilitator.model.board import Board, Card
from wrapplanner.facilitator.store import GroupStore
from wrapplanner.facilitator.store.codec import board_from_text

store = GroupStore.open(Path(sys.argv[1]))
kept = store._rows("SELECT value FROM boards")
cards = board_from_text(kept[0][0]).cards if kept else ()
for number in range(len(cards), 400):
    cards = (*cards, Card(f"c{number}", f"card {number}"))
    store.keep_board("board", Board(cards))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_killed_at_any_moment_every_card_is_there(folder):
    known = -1
    for lines in (1, 7, 20):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(lines):
            known = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        said = writer.communicate()[0].split()
        known = int(said[-1]) if said else known
        with closing(GroupStore.open(folder)) as store:
            (text,) = store._rows("SELECT value FROM boards")[0]
        assert f"card {known}" in text
        assert text.count('"card ') in (known + 1, known + 2), "a card that was being written may be there too"
