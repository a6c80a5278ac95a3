"""The wall: beside a plan full of canaries a session is held, and none of them is ever seen, read out, printed or kept.

What is painted is taken from the paint calls themselves, by a device that writes them down (SVG), not from what we think
that we paint.
"""

from __future__ import annotations

import html
import json
import re
import sys
from datetime import date

from journeys.driver import SMALL
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from wrapplanner.app import Desktop
from wrapplanner.content.loader import load_framework
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.model.programme import Item, Programme, Session
from wrapplanner.facilitator.model.running import begin
from wrapplanner.paths import resource_root
from wrapplanner.storage.interchange import read_plan
from wrapplanner.storage.plans import PlanStore, plan_folder

CANARY = "Kwyjibo"
GROUPS_OWN = "Togetherwords"


def canaries(value, key=""):
    """Return a plan's values, each word that somebody wrote being a canary."""
    if isinstance(value, dict):
        return {k: canaries(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [canaries(each, key) for each in value]
    written = isinstance(value, str) and key in ("name", "text", "note", "relation", "amount", "task")
    return f"{CANARY} {value}" if written else value


def every_kind() -> Programme:
    """Return a programme with one item of each kind."""
    items = tuple(
        Item(
            f"{word}-item", kind, f"{kind.title}", 5, ("Something to hear.",), ("What helps you?", "And then?"),
            ("A note for us.",), ("Body", "Home") if "groups" in kind.may_have else (), "early", "early.signs",
        )
        for word, kind in KINDS.items()
    )  # fmt: skip
    return Programme("all", "All kinds", ("Each once.",), "", "wrap", (Session("s", "Each kind", 5 * len(items), (), items),))


def painted(widget: QWidget) -> str:
    """Return every text that a widget paints."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QSvgGenerator()
    device.setOutputDevice(buffer)
    device.setSize(widget.size())
    widget.render(device, QPoint())
    buffer.close()
    return html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", data.toStdString())))


def read_out(widget: QWidget) -> str:
    """Return what assistive technology and the system are told of a window, all that stands in it included."""
    every = [widget, *widget.findChildren(QWidget)]
    told = [text for w in every for text in (w.toolTip(), w.windowTitle(), w.accessibleDescription(), w.accessibleName())]
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        each = waiting.pop()
        if each is None or not each.isValid():
            continue
        told += [each.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)]
        waiting += [each.child(place) for place in range(each.childCount())]
    return " ".join(filter(None, told))


def test_no_word_of_a_plan_comes_to_the_group(group, qapp, qtbot, data_folder, monkeypatch):
    framework = load_framework(resource_root() / "framework" / "wrap" / "en")
    content = read_plan(json.dumps(canaries(SMALL)).encode(), framework)
    PlanStore.create(plan_folder(data_folder, "my-plan"), "wrap", content=content).close()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    plan = Desktop(qapp, data_folder, "my-plan", example=False)
    plan.start()
    qtbot.waitUntil(lambda: plan.window.has_plan)
    assert CANARY in painted(plan.window), "the net catches what is painted"
    plan.window.go("write/early.signs")
    qapp.processEvents()
    assert CANARY in read_out(plan.window), "and what is read out"
    group.open()
    group.console.hold(begin(every_kind(), 1, group.now))
    group.window.activateWindow()
    group.settle()
    caught = hold(group)
    assert GROUPS_OWN in caught["painted"]
    assert GROUPS_OWN in caught["kept"]
    for net, text in caught.items():
        assert CANARY.lower() not in text.lower(), net
    group.forget()
    plan.window.close()
    plan.window.deleteLater()
    plan.deleteLater()


def hold(group) -> dict[str, str]:
    """Go through every item, write on each board, and return all that was painted, read out, printed and kept."""
    caught = {"painted": "", "read out": "", "kept": "", "papers": ""}
    group.console.meeting.screens.show_on_one()
    seen = set()
    for item in group.conductor.running.session.items:
        group.conductor.go_to(item.id)
        if item.kind.has_board:
            group.conductor.add_ideas(GROUPS_OWN, "")
            caught["painted"] += painted(group.audience)
            group.console.meeting.doings.add_ideas()
        while group.conductor.running.at == item.id:
            group.settle()
            for window in (group.audience, group.window):
                caught["painted"] += painted(window)
                caught["read out"] += read_out(window)
            seen.add(item.kind)
            if group.conductor.next_is_item:
                break
            group.conductor.go_on()
    assert seen == set(KINDS.values())
    for hidden in (True, False):
        group.conductor.hide(hidden)
        caught["painted"] += painted(group.audience)
    caught["papers"] = papers(group)
    store = group.console.house.store
    group.conductor.keep()
    tables = [name for (name,) in store._rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    caught["kept"] = " ".join(str(row) for table in tables for row in store._rows(f'SELECT * FROM "{table}"'))
    return caught


def papers(group) -> str:
    """Return the words of every handout and of the ideas file."""
    from wrapplanner.facilitator import handouts, take_home

    running, day = group.conductor.running, date(2026, 11, 27)
    boards = [(item, running.board(item.id)) for item in running.session.items if item.kind.has_board]
    made = [handouts.board_handout(item.title, board, day) for item, board in boards]
    made += [handouts.agenda(running.session, day, notes=True)]
    ideas = [take_home.ideas_of(item, board, "wrap") for item, board in boards]
    assert all(GROUPS_OWN in str(each) for each in ideas)
    return " ".join(map(str, (*made, *ideas)))


def test_the_net_sees_what_is_painted_by_hand(qtbot):
    from PySide6.QtGui import QPainter

    class Said(QWidget):
        def paintEvent(self, event) -> None:
            QPainter(self).drawText(10, 20, f"{CANARY} & co")

    widget = Said()
    qtbot.addWidget(widget)
    widget.resize(300, 60)
    assert painted(widget) == f"{CANARY} & co"
    assert QApplication.instance() is not None
