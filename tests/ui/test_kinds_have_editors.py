"""Every kind of question has its editor, its rules, its reading form."""

from __future__ import annotations

import pytest

from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.ui.editors import EDITORS, editor_class
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.pages.reading import WRITERS


def test_every_table_knows_every_kind():
    assert set(Kind) == EDITORS.keys() == RULES.keys() == WRITERS.keys()


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_has_an_editor(kind):
    assert issubclass(editor_class(kind), Editor)
