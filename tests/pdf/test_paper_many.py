"""Random plans in all scripts: nothing crashes, nothing stands outside its frame or its card, no word is lost.

A few in the suite; ten thousand with `python3 packaging/bootstrap.py papers`. Each plan is the same for the same seed.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pdf import plans
from pdf.reading import any_plan, failures, said, squeezed, text_of
from pdf.voices import VOICES

from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.card_sheets import HEIGHT, INSET, INSET_TOP, ROWS, WIDTH, _top
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.pdf.pages import Page
from wrapplanner.pdf.press import Press
from wrapplanner.pdf.render import make_pdf
from wrapplanner.pdf.scripts import tongue_of
from wrapplanner.pdf.slices import Op, Text

FULL = os.environ.get("PAPERS") == "full"
COUNT = int(os.environ.get("PAPERS_COUNT", "10000" if FULL else "16"))
FIRST = int(os.environ.get("PAPERS_FIRST", "0"))
STEP = 500 if FULL else 8
"""How many plans are one test, so that a long run says how far it is."""
WHOLE_PDF = 100 if FULL else 8
"""Of so many plans one is made into a PDF, read back and validated; of the others the pages are looked at as they are set."""
SHORT = 40
USUAL, LONG = (0, 1, 2, 4), (0, 1, 2, 5, 30)
"""How long the lists of a plan are: most plans are no longer than people's own, one of ten is."""
WORDS = tuple(words for voice in VOICES.values() for words in voice)


def plan_of(seed: int) -> Plan:
    """Return a random plan in which awkward words and words of other scripts meet."""
    dice = random.Random(seed)
    words = (*dice.sample(WORDS, 3), dice.choice(WORDS) * dice.randrange(1, 12))
    return any_plan(plans.wrap(), seed, words, LONG if seed % 10 == 0 else USUAL)


def options_of(seed: int) -> PrintOptions:
    """Return random options."""
    dice = random.Random(seed + 1)
    options = plans.options(dice.choice(list(Paper)), large=dice.random() < 0.3, both_sides=dice.random() < 0.3)
    return replace(options, holders=("Amina Yusuf",) if dice.random() < 0.5 else ())


class Set:
    """A document set for looking at: its pages before they are drawn."""

    def __init__(self, document: str, plan: Plan, options: PrintOptions) -> None:
        self.press = Press(DOCUMENTS[document].build(plans.wrap(), plan, options), options, tongue=tongue_of(plan))
        self.sheet = self.press._sheet
        self.pages: list[Page] = [page for segment in self.press._laid_out() for page in segment.pages]

    def ops(self) -> Iterator[tuple[float, Op]]:
        """Yield what is drawn with its distance from the top of the frame."""
        for page in self.pages:
            for placed in page.placed:
                yield from ((placed.y, op) for op in placed.slice.ops)

    def words(self) -> str:
        """Return all words, without white space: one element after the other, since a word in a narrow cell may be cut."""
        told: dict[int, list[str]] = {}
        for _, op in self.ops():
            if isinstance(op, Text):
                told.setdefault(id(op.tag), []).append(op.said or "".join(piece.said for piece in op.pieces))
        return squeezed(" ".join("".join(parts) for parts in told.values()))

    def check_frame(self) -> None:
        """Check that nothing stands beyond the frame."""
        for page in self.pages:
            for placed in page.placed:
                assert placed.y >= 0
                assert placed.y + placed.slice.height <= self.sheet.depth + 0.1, "beyond the foot of the page"
        for _, op in self.ops():
            if isinstance(op, Text) and op.tag:  # the tabs, which are for the eye alone, stand at the edge of the sheet
                assert op.x >= -0.1
                assert reach(op) <= self.sheet.measure + 0.1, "beyond the right edge"


def reach(op: Text) -> float:
    """Return where a text ends, in points."""
    return op.x + sum(piece.width for piece in op.pieces) * op.size / 1000


def check_cards(made: Set) -> None:
    """Check that all words of a sheet of cards but its heading stand inside one of the faces."""
    left, top = (made.sheet.measure - 2 * WIDTH) / 2, _top(made.press._setter())
    for y, op in made.ops():
        if not isinstance(op, Text) or y + op.y < top:
            continue
        column = int((op.x - left) // WIDTH)
        begin, end = left + column * WIDTH + INSET, left + (column + 1) * WIDTH - INSET
        assert column in (0, 1)
        assert op.x >= begin - 0.1
        assert reach(op) <= end + 0.1, "beyond the edge of a card"
        row, foot = divmod(y + op.y - top, HEIGHT)
        assert 0 <= row < ROWS
        assert INSET_TOP <= foot <= HEIGHT - 2, "beyond the edge of a card"


def check_words(made: Set, plan: Plan) -> None:
    """Check that every word of the plan is there."""
    text = made.words()
    missing = {word for words in said(plans.wrap(), plan) for word in words.split() if len(word) < SHORT}
    missing = {word for word in missing if squeezed(word) not in text}
    assert not missing


def check(seed: int, tmp_path: Path) -> None:
    """Make papers of one plan and look at them."""
    plan, options = plan_of(seed), options_of(seed)
    whole = Set("whole-plan", plan, options)
    whole.check_frame()
    check_words(whole, plan)
    summary = Set("crisis-summary", plan, options)
    summary.check_frame()
    assert len(summary.pages) <= (2 if options.large_print else 1)
    card = Set("wallet-card", plan, replace(options, large_print=False))
    card.check_frame()
    check_cards(card)
    other = sorted(DOCUMENTS)[seed % len(DOCUMENTS)]
    if other not in ("whole-plan", "crisis-summary", "wallet-card"):
        Set(other, plan, options).check_frame()
    if seed % WHOLE_PDF == 0:
        pdf = make_pdf(other, plans.wrap(), plan, options)
        assert failures(pdf, tmp_path) == []
        assert text_of(pdf).strip()


@pytest.mark.parametrize("start", range(FIRST, FIRST + COUNT, STEP))
def test_random_plans_come_out_whole(start: int, tmp_path: Path):
    began, found = time.perf_counter(), Counter[str]()
    for seed in range(start, start + STEP):
        try:
            check(seed, tmp_path)
        except Exception as problem:
            found[f"{type(problem).__name__}: {problem}".splitlines()[0]] += 1
            print(f"seed {seed}: {type(problem).__name__} {problem}"[:300])
    print(
        f"plans {start}–{start + STEP - 1}: {sum(found.values())} with faults, {time.perf_counter() - began:.0f} s", flush=True
    )
    assert not found


@pytest.mark.parametrize("seed", [4102, 4788, 5355])
def test_a_caller_that_no_page_could_hold_leaves_two_sides(seed: int):
    """Large print: the heading over what is cut off went to a page of its own."""
    made = Set("crisis-summary", plan_of(seed), options_of(seed))
    assert options_of(seed).large_print
    assert len(made.pages) == 2
    made.check_frame()
