from __future__ import annotations

from collections.abc import Callable

import pytest
from memory_store import MemoryStore
from PySide6.QtWidgets import QApplication

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look


@pytest.fixture
def open_session(framework: Framework, qapp: QApplication) -> Callable[..., PlanSession]:
    def make(**plan: object) -> PlanSession:
        return PlanSession(framework, MemoryStore(Plan("wrap", **plan)))

    return make


@pytest.fixture
def edit(framework: Framework, look: Look, show) -> Callable[..., Editor]:
    def make(editor: type[Editor], question: str, session: PlanSession, **shown: int) -> Editor:
        made = editor(look, session, framework.question(question))
        show(made, **shown)
        return made

    return make
