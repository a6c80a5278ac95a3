"""One editor a kind of question. Each is imported when it is first needed: start-up waits for none that is not shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from wrapplanner.domain.kinds import Kind

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Question
    from wrapplanner.ui.editors.editor import Editor
    from wrapplanner.ui.session import PlanSession
    from wrapplanner.ui.theme import Look

EDITORS: dict[Kind, tuple[str, str]] = {
    Kind.LINE: ("words", "LineEditor"),
    Kind.TEXT: ("words", "TextEditor"),
    Kind.DATE: ("date_editor", "DateEditor"),
    Kind.ENTRIES: ("entries", "EntriesEditor"),
    Kind.TOOLS: ("tools", "ToolsEditor"),
    Kind.PEOPLE: ("people", "PeopleEditor"),
    Kind.RECORDS: ("records", "RecordsEditor"),
    Kind.SIGNATURES: ("signatures", "SignaturesEditor"),
    Kind.TOOLBOX: ("toolbox", "ToolboxEditor"),
}
"""Kind → (module in this package, class)."""


def editor_class(kind: Kind) -> type[Editor]:
    """Return the editor of a kind, importing it if that was not done yet."""
    module, name = EDITORS[kind]
    return cast("type[Editor]", getattr(import_module(f"{__name__}.{module}"), name))


def make_editor(look: Look, session: PlanSession, question: Question) -> Editor:
    """Return a fresh editor for a question."""
    return editor_class(question.kind)(look, session, question)
