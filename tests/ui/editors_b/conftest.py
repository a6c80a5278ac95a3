from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

import pytest
from memory_days import MemoryDays
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.changes import Change
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan
from wrapplanner.paths import resource_root
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look, load_faces, load_tokens
from wrapplanner.ui.widgets.column import ScrollColumn

PEOPLE = (
    Person("jo", "Jo Lantern", "My sister", ("07700 900142",), "", Agreement.AGREED, "2025-05-04"),
    Person("neighbour", "Neighbour downstairs", "Holds my spare key", ("01632 960217",), "", Agreement.TO_ASK),
    Person("gp", "GP surgery", "Knows my plan", ("01632 960305",)),
)
ANSWERS = {
    "crisis.supporters": (
        Entry("s1", person="jo", note="Comes round, or stays on the line. Speaks for me."),
        Entry("s2", person="neighbour", note="Feeds the dog. Lets Jo in."),
    ),
    "crisis.medicines": (
        Entry("m1", person="gp", cells=(("name", "Levothyroxine"), ("amount", "50 micrograms"), ("when", "Morning"))),
        Entry("m2", person="gp", cells=(("name", "Blue inhaler"), ("amount", "2 puffs"))),
        Entry("m3", text="Sleep clinic", cells=(("name", "Melatonin"),)),
    ),
    "crisis.tasks": (Entry("t1", person="neighbour", cells=(("task", "Feed the dog"),)),),
    "crisis.signatures": (Entry("w1", person="jo", note="Supporter"), Entry("w2", note="Witness")),
}


class MemoryStore:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.days = MemoryDays()

    def load(self) -> Plan:
        return self.plan

    def apply(self, change: Change, inverse: Change) -> None:
        self.plan = change.applied_to(self.plan)[0]

    def edition(self) -> Edition:
        raise NotImplementedError

    def hand_out(self) -> Edition:
        raise NotImplementedError

    def close(self) -> None:
        pass


@pytest.fixture(scope="session")
def framework() -> Framework:
    return load_framework(framework_folders(resource_root() / "framework")["wrap"])


@pytest.fixture
def look(qapp: QApplication) -> Look:
    load_faces(resource_root())
    look = Look(load_tokens(resource_root(), "light"), resource_root())
    qapp.setStyle("Fusion")
    qapp.setStyleSheet(look.style_sheet())
    return look


@pytest.fixture
def session(framework: Framework, qapp: QApplication) -> PlanSession:
    return PlanSession(framework, MemoryStore(Plan("wrap", MappingProxyType(ANSWERS), (), PEOPLE)))


@pytest.fixture
def show(qtbot, look: Look) -> Iterator[Callable[..., QWidget]]:
    def make(widget: QWidget, width: int = 860, height: int = 700) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        room = QVBoxLayout(window)
        room.setContentsMargins(0, 0, 0, 0)
        page = ScrollColumn(look)
        page.column.addWidget(widget)
        page.column.addStretch(1)
        room.addWidget(page)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        QApplication.processEvents()
        return window

    return make


@pytest.fixture
def edit(framework: Framework, look: Look, session: PlanSession, show) -> Iterator[Callable[..., Editor]]:
    kept = []  # Python lets go of windows that nobody holds

    def make(editor: type[Editor], question: str, **shown: int) -> Editor:
        made = editor(look, session, framework.question(question))
        kept.append((made, show(made, **shown)))
        return made

    yield make
    kept.clear()
