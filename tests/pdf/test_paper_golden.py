"""What each document says, block by block. After a wanted change: `UPDATE_GOLDEN=1 pytest tests/pdf`, then read the diff."""

from __future__ import annotations

import os
import pprint
from pathlib import Path

import pytest
from pdf import plans

from wrapplanner.domain.framework import Audience
from wrapplanner.pdf.documents import DOCUMENTS

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf"
CASES = [
    ("worksheets", "one_answer", Audience.ME),
    ("wallet-card", "robin", Audience.ME),
    ("wallet-card", "one_answer", Audience.ME),
    ("post-crisis-timetable", "robin", Audience.ME),
    ("post-crisis-timetable", "robin", Audience.CLINICIANS),
    ("daily-list", "robin", Audience.ME),
    ("signs-sheet", "robin", Audience.ME),
    ("crisis-summary", "robin", Audience.ME),
    ("crisis-summary", "robin", Audience.SUPPORTERS),
    ("crisis-summary", "six_answers", Audience.ME),
    ("crisis-summary", "one_answer", Audience.ME),
    ("crisis-plan", "robin", Audience.ME),
    ("crisis-plan", "robin", Audience.SUPPORTERS),
    ("crisis-plan", "six_answers", Audience.ME),
    ("crisis-plan", "one_answer", Audience.ME),
    ("whole-plan", "robin", Audience.ME),
    ("whole-plan", "six_answers", Audience.ME),
]


@pytest.mark.parametrize(("document", "plan", "audience"), CASES)
def test_blocks_are_as_they_were(document: str, plan: str, audience: Audience):
    manuscript = DOCUMENTS[document].build(plans.wrap(), getattr(plans, plan)(), plans.options(audience=audience))
    told = pprint.pformat(manuscript, width=128) + "\n"
    file = GOLDEN / f"{document}-{plan}-{audience}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")
