"""The wall, where words leave the windows: no canary of the plan is on a paper, in a file, in the vault or in the example."""

from __future__ import annotations

import gc

from pdf.reading import text_of
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from wall_nets import CANARY, Nets
from wall_session import GROUPS_OWN, PRIVATE

from wrapplanner import app as app_module
from wrapplanner.app import Desktop
from wrapplanner.facilitator.ui.papers import PAPERS
from wrapplanner.facilitator.ui.papers_dialog import PapersDialog
from wrapplanner.ui.main_window import MainWindow

PLACES = [
    "read",
    "write/early.signs",
    "part/toolbox",
    "part/crisis/supporters",
    "today",
    "now",
    "print/crisis-plan",
    "look-back",
    "history",
    "find/a",
    "settings",
]


def nothing_of_the_plan(nets: Nets) -> None:
    assert nets.hold(CANARY) == set()


def test_every_paper_saved_and_printed(held, monkeypatch):
    nets, printed, folder = Nets(), [], held.papers
    monkeypatch.setattr(PapersDialog, "_send", lambda dialog, data: (printed.append(data), dialog._ready()))

    def choose(_dialog: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        nets.take("file dialog", f"{title} {name} {kinds}")
        return str(folder / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for kind in PAPERS:
        held.console.meeting.doings.choose_paper()
        dialog = held.front()
        dialog._choices[kind.id].setChecked(True)
        dialog._people.setText("1")
        if kind.make is not None:
            printed.clear()
            dialog._print.click()
            held.wait(lambda: bool(printed), kind.id, ms=60_000)
            nets.take(kind.id, text_of(printed[0]))
            nets.take("bytes", printed[0].decode("latin-1"))
        dialog._save.click()
        held.wait(lambda: not isinstance(held.front(), PapersDialog), kind.id, ms=60_000)
        saved = (folder / f"{kind.file}{'.pdf' if kind.make is not None else '.wrapideas'}").read_bytes()
        nets.take(kind.id, text_of(saved) if kind.make is not None else saved.decode())
        nets.take("bytes", saved.decode("latin-1"))
    assert {kind.id for kind in PAPERS} <= set(nets.caught)
    assert {kind.id for kind in PAPERS} & nets.hold(GROUPS_OWN) == {"board", "ideas", "agreement"}
    assert {"feedback", "agenda", "notes"} <= nets.hold("What helps you?") | nets.hold("Feedback")
    assert "worksheets" in nets.hold("early warning signs")
    assert nets.hold(PRIVATE) == set(), "what facilitators write for themselves is on no paper"
    nothing_of_the_plan(nets)


def test_the_companion_with_its_journal_and_what_was_kept(held, monkeypatch):
    nets = Nets()
    held.console.meeting._on_ended(("board-item", "agreement-item"), held.console.store.after("all", 1))
    held.settle()
    nets.look_at(held.window)  # the programmes
    held.click("Companion")
    companion = held.console.companion.window
    for topic in (*companion._topics, "kept", "journal"):
        companion.show_topic(topic)
        if topic == "journal":
            companion.journal.write_about("What did a member teach me?")
            held.type(f"{PRIVATE} thoughts")
            companion.journal.keep()
            companion.journal.write_about("")
        held.settle()
        nets.look_at(companion)
    saved = held.papers / "kept.pdf"
    monkeypatch.setattr("wrapplanner.facilitator.ui.kept_page.ask_file", lambda parent, name: str(saved))
    companion.show_topic("kept")
    held.settle()
    save = next(each for each in companion.findChildren(QPushButton) if each.accessibleName().startswith("Save as PDF"))
    save.click()
    held.wait(saved.exists, "the board that was kept", ms=60_000)
    nets.take("kept board", text_of(saved.read_bytes()))
    assert nets.hold(GROUPS_OWN) >= {"painted", "kept board"}
    assert nets.hold(f"{PRIVATE} thoughts") >= {"painted"}
    assert nets.windows == {"HomeWindow", "CompanionWindow"}
    nothing_of_the_plan(nets)
    held.wait(lambda: "Saved as kept.pdf." in held.shown())


def test_what_is_kept_by_the_group_is_the_groups(held, data_folder):
    nets = Nets()
    store = held.console.store
    held.conductor.keeping.keep()
    tables = [name for (name,) in store._rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    nets.take("vault", " ".join(str(row) for table in tables for row in store._rows(f'SELECT * FROM "{table}"')))
    store.end(held.conductor.running, ("board-item",))
    nets.take("vault after", " ".join(str(row) for table in tables for row in store._rows(f'SELECT * FROM "{table}"')))
    nets.take_files("files", data_folder, but="plans")
    assert nets.hold(GROUPS_OWN) == {"vault", "vault after"}
    nothing_of_the_plan(nets)


def test_the_example_plan_is_an_invented_one(held, qapp, tmp_path, monkeypatch):
    """What the process of the example opens, beside the plan and with the group's words in the same data folder."""
    nets, throw_away = Nets(), tmp_path / "throw-away"
    throw_away.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(throw_away))
    there = set(map(id, QApplication.topLevelWidgets()))

    def look(*_: object) -> int:
        example = next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and id(each) not in there
        )
        held.wait(lambda: example.has_plan)
        for place in PLACES:
            example.go(place)
            held.settle()
            nets.look_at(example)
        nets.take("title", example.windowTitle())
        desktop = next(each for each in gc.get_objects() if type(each) is Desktop and each.window is example)
        example.close()
        for each in (example, desktop):
            each.deleteLater()
        return 0

    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exec", look)
    assert app_module.run(held.data, "my-plan", example=True) == 0
    assert nets.hold("Wren") >= {"painted", "read out"}, "the one who was made up"
    assert nets.hold("Example") >= {"title"}
    nothing_of_the_plan(nets)
    assert nets.hold(GROUPS_OWN) == set(), "nor does the group's board come into it"
    assert not list(throw_away.iterdir())
    beside = Nets()
    beside.look_at(held.audience, held.window)
    assert beside.hold("Wren") == set()
