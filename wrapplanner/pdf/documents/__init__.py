"""The printed documents. Cheap to import: what builds one is imported when one is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.manuscript import Manuscript
from wrapplanner.pdf.options import PrintOptions


@dataclass(frozen=True, slots=True)
class Document:
    """A printed document: its permanent id, its title, one line on what it is for, and what builds its blocks."""

    id: str
    title: str
    purpose: str
    build: Callable[[Framework, Plan, PrintOptions], Manuscript]


def _late(module: str) -> Callable[[Framework, Plan, PrintOptions], Manuscript]:
    def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
        made: Manuscript = import_module(f"wrapplanner.pdf.documents.{module}").build(framework, plan, options)
        return made

    return build


_ALL = (
    Document(
        "crisis-plan",
        "Crisis plan",
        "For supporters and services, when you cannot speak for yourself.",
        _late("crisis_plan"),
    ),
    Document(
        "whole-plan",
        "Whole plan",
        "For you: everything that you wrote, part by part.",
        _late("whole_plan"),
    ),
    Document(
        "crisis-summary",
        "Crisis summary",
        "One page for the first minute: what must not happen, what helps, whom to call.",
        _late("crisis_summary"),
    ),
    Document(
        "wallet-card",
        "Wallet card",
        "For your pocket: four small cards to cut out and fold.",
        _late("wallet_card"),
    ),
    Document(
        "supporter-copy",
        "Supporter copy",
        "For one person who supports you: what you ask of them, and what they may see.",
        _late("supporter_copy"),
    ),
    Document(
        "supporter-brief",
        "Supporter brief",
        "For one person who supports you: one page with their part, and nothing else.",
        _late("supporter_brief"),
    ),
    Document(
        "replacement-notice",
        "Replacement notice",
        "For who holds an older copy: which one it replaces, and what to do with it.",
        _late("replacement_notice"),
    ),
    Document(
        "daily-list",
        "Daily list",
        "For your wall: a week of small things, with a box for each day.",
        _late("daily_list"),
    ),
    Document(
        "signs-sheet",
        "Signs sheet",
        "For your wall: signs that tell you something, and what you do then.",
        _late("signs_sheet"),
    ),
    Document(
        "post-crisis-timetable",
        "Post-crisis timetable",
        "For you and those who help: what you take back, at your own pace.",
        _late("post_crisis_timetable"),
    ),
    Document(
        "worksheets",
        "Worksheets",
        "For groups, and for writing by hand: every part, blank, with room to write.",
        _late("worksheets"),
    ),
)

DOCUMENTS = MappingProxyType({document.id: document for document in _ALL})
"""By id, in the order in which they are offered."""
