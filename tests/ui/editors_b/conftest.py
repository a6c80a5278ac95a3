from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

import pytest
from memory_store import MemoryStore
from PySide6.QtWidgets import QApplication

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look

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


@pytest.fixture
def session(framework: Framework, qapp: QApplication) -> PlanSession:
    return PlanSession(framework, MemoryStore(Plan("wrap", MappingProxyType(ANSWERS), (), PEOPLE)))


@pytest.fixture
def edit(framework: Framework, look: Look, session: PlanSession, show) -> Iterator[Callable[..., Editor]]:
    kept = []  # Python lets go of windows that nobody holds

    def make(editor: type[Editor], question: str, **shown: int) -> Editor:
        made = editor(look, session, framework.question(question))
        kept.append((made, show(made, **{"width": 860, "height": 700, **shown})))
        return made

    yield make
    kept.clear()
