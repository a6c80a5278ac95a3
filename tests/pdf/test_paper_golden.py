"""What each document says, block by block. After a wanted change: `UPDATE_GOLDEN=1 pytest tests/pdf`, then read the diff."""

from __future__ import annotations

import os
import pprint
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pdf import plans

from wrapplanner.domain.comparing import differences
from wrapplanner.domain.copies import Copy, Medium
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.readership import default_hidden
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


FOR_ONE = ("supporter-copy", "supporter-brief", "replacement-notice")


@pytest.mark.parametrize("document", FOR_ONE)
def test_blocks_for_one_supporter_are_as_they_were(document: str):
    framework, plan = plans.wrap(), plans.robin()
    reader = next(entry.person for entry in plan.entries("crisis.supporters") if entry.person)
    hidden = default_hidden(framework, "supporter-copy", Audience.SUPPORTERS)
    old = Copy("c", 6, "supporter-copy", "Amina Yusuf", reader, "supporters", Medium.PAPER, date(2026, 5, 12))
    before = plan.with_answer("crisis.do", plan.entries("crisis.do")[1:])
    options = replace(
        plans.options(audience=Audience.SUPPORTERS),
        recipient=reader,
        hidden=hidden,
        number=(3, 4),
        replaces=old,
        today=date(2026, 11, 27),
        differences=differences(framework, before, plan, ["crisis.do", "crisis.supporters"]),
    )
    manuscript = DOCUMENTS[document].build(framework, plan, options)
    told = pprint.pformat(manuscript, width=128) + "\n"
    file = GOLDEN / f"{document}-robin-supporters.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("document", "plan", "audience"), CASES)
def test_blocks_are_as_they_were(document: str, plan: str, audience: Audience):
    manuscript = DOCUMENTS[document].build(plans.wrap(), getattr(plans, plan)(), plans.options(audience=audience))
    told = pprint.pformat(manuscript, width=128) + "\n"
    file = GOLDEN / f"{document}-{plan}-{audience}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")
