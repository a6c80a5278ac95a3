"""The wallet card: what a stranger needs, inside its lines whatever is written, and nothing that is nobody's business."""

from __future__ import annotations

import io
import random
from dataclasses import replace

import pikepdf
import pytest
from pdf import plans
from pdf.reading import NASTY, any_plan, squeezed, story_of

from wrapplanner.domain.plan import Entry, Person, Plan
from wrapplanner.pdf import card_sheets, styles
from wrapplanner.pdf.breaking import Breaker
from wrapplanner.pdf.cards import STEPS, Face, back, front
from wrapplanner.pdf.documents import wallet_card
from wrapplanner.pdf.fonts import Fonts
from wrapplanner.pdf.forms import Call, Card, Cards
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.pdf.render import make_pdf
from wrapplanner.pdf.runs import plain, strong
from wrapplanner.pdf.setters import SETTERS
from wrapplanner.pdf.setting import Setter
from wrapplanner.pdf.slices import depth

FACE = Face(card_sheets.WIDTH - 2 * card_sheets.INSET, card_sheets.HEIGHT - 2 * card_sheets.INSET_TOP, STEPS)


def made(plan: Plan, options: PrintOptions | None = None) -> bytes:
    """Return the sheet of cards."""
    return make_pdf("wallet-card", plans.wrap(), plan, options or plans.options())


def card(plan: Plan) -> Card:
    """Return what the card of a plan may say."""
    (block,) = wallet_card.build(plans.wrap(), plan, plans.options()).blocks
    assert isinstance(block, Cards)
    return block.card


def setter() -> Setter:
    """Return a setter of the card's sheet."""
    sheet = styles.sheet(wallet_card.Frame.CENTRED, Paper.A4, large=False)
    return Setter(Breaker(Fonts(plans.FONTS)), styles.CRISIS, sheet, SETTERS, large=False)


def test_a_sheet_holds_four_folded_cards_or_eight_on_two_sides():
    pages = story_of(made(plans.robin()))
    assert len(pages) == 1
    assert pages[0].count("Amina Yusuf") == pages[0].count("Never give me") == 4
    pages = story_of(made(plans.robin(), plans.options(both_sides=True)))
    assert len(pages) == 2
    assert pages[0].count("Amina Yusuf") == pages[1].count("Never give me") == 8
    assert "Never give me" not in pages[0]


def test_a_screen_reader_reads_one_card():
    with pikepdf.open(io.BytesIO(made(plans.robin()))) as opened:
        roles = [str(each.S) for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    assert roles.count("/H1") == 1


def test_what_is_nobodys_business_is_not_on_it():
    text = story_of(made(plans.robin()))[0]
    assert not [each for each in ("1987", "Tenter Row, Hallowdale", "Lithium", "Callum") if each in text]


def test_what_fits_is_large_and_what_does_not_loses_its_role_first():
    easy = front(setter(), FACE, card(plans.robin())).said
    assert (easy.size, easy.phone, easy.roles) == (10, 14, True)
    long = replace(
        card(plans.robin()), contacts=(Call(strong("Wilhelmina Featherstone"), plain("sister"), strong("+44 7700 900142")),)
    )
    hard = front(setter(), FACE, long).said
    assert not hard.roles


def test_what_helps_gives_way_and_what_must_never_be_given_stays():
    never = tuple(f"Medicine number {number}" for number in range(14))
    built = back(setter(), FACE, replace(card(plans.robin()), never=never))
    assert built.said.helps < 6
    assert built.said.never >= len(never)
    assert depth(built.slices) <= FACE.height


def test_who_has_the_plan_is_somebody_one_can_ring():
    options = replace(plans.options(), holders=("Nobody Known", "Dr Priya Raman"))
    assert "My full crisis plan Dr Priya Raman 0114 496 0176" in story_of(made(plans.robin(), options))[0]
    assert "My full crisis plan" not in story_of(made(plans.robin()))[0]


def test_with_nobody_to_call_helplines_take_the_place():
    text = story_of(made(plans.one_answer()))[0]
    assert "Please call To talk to someone, Samaritans 116 123 If my life is at risk 999" in text


def test_large_print_is_one_card_of_a6():
    text = story_of(made(plans.robin(), plans.options(large=True)))[0]
    assert text.count("Amina Yusuf") == 1
    assert all(each in text for each in ("Penicillin", "Haloperidol", "Ibuprofen", "999"))


@pytest.mark.parametrize("seed", range(40))
def test_no_card_overflows(seed: int):
    dice = random.Random(seed)
    texts = [" ".join(each.split()) for each in NASTY]
    people = tuple(Person(f"p{n}", dice.choice(texts), dice.choice(texts), ("0" * dice.randrange(30),)) for n in range(3))
    plan = replace(any_plan(plans.wrap(), seed), people=people)
    plan = plan.with_answer("crisis.supporters", tuple(Entry(each.id, person=each.id) for each in people))
    plan = plan.with_answer("crisis.full_name", (Entry("n", dice.choice(texts)),))
    told = card(plan)
    for face in (front, back):
        built = face(setter(), FACE, told)
        assert depth(built.slices) <= FACE.height
    options = plans.options(dice.choice(list(Paper)), large=dice.random() < 0.4, both_sides=dice.random() < 0.5)
    assert len(story_of(made(plan, options))) == (2 if options.both_sides and not options.large_print else 1)


def test_the_name_and_the_never_list_are_whole():
    text = squeezed(story_of(made(plans.robin()))[0])
    assert all(squeezed(each) in text for each in ("Robin Ashworth", "Penicillin", "Haloperidol", "Ibuprofen, naproxen"))
