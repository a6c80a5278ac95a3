"""What is said and what is kept back, whatever the framework."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pdf import plans

from wrapplanner.domain.framework import Audience
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Entry, Person, Plan
from wrapplanner.pdf import blocks
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.documents.answers import PRINTED
from wrapplanner.pdf.setters import SETTERS


def told(plan: Plan, audience: Audience = Audience.ME, document: str = "crisis-plan") -> str:
    """Return a document's blocks as one text."""
    return repr(DOCUMENTS[document].build(plans.wrap(), plan, plans.options(audience=audience)))


def test_every_kind_has_a_printed_form():
    assert set(PRINTED) == set(Kind)


def test_every_block_is_set():
    assert set(SETTERS) == set(blocks.Block.__args__)


def test_a_document_knows_itself():
    assert all(document.id == name for name, document in DOCUMENTS.items())
    assert set(plans.wrap().documents) <= set(DOCUMENTS)


def test_the_list_of_documents_is_cheap():
    modules = "[name for name in sys.modules if name in ('reportlab', 'pikepdf')]"
    code = f"import sys, wrapplanner.pdf.documents, wrapplanner.pdf.options; print({modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_whom_not_to_involve_is_on_every_copy_and_why_is_not():
    for audience in Audience:
        words = told(plans.robin(), audience)
        assert "Callum Reid" in words
        assert ("He must not be told where I am" in words) is (audience is not Audience.SUPPORTERS)


def test_the_address_is_not_for_supporters():
    assert "Tenter Row, Hallowdale" not in told(plans.robin(), Audience.SUPPORTERS)
    assert "Tenter Row, Hallowdale" in told(plans.robin(), Audience.CLINICIANS)


def test_what_i_noted_about_people_is_for_me_alone():
    plan = Plan("wrap", {"crisis.supporters": (Entry("e", person="wren"),)}, people=plans.PEOPLE)
    assert "busy before noon" in told(plan, document="whole-plan")
    assert "busy before noon" not in told(plan)


def test_a_number_that_no_list_tells_is_among_my_people():
    people = (Person("kit", "Kit", "an old friend", ("01632 960001",)), Person("ray", "Ray", "my uncle"))
    plan = Plan("wrap", {"crisis.not_involved": (Entry("a", person="kit"), Entry("b", person="ray"))}, people=people)
    assert "01632\\xa0960001" in told(plan, document="whole-plan")
    assert told(plan, document="whole-plan").count("'Ray'") == 1


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name != "worksheets"])
def test_blanks_print_nothing(document: str):
    framework = plans.wrap()
    blank = {question.id: (Entry("blank", "  "),) for question in framework.questions() if question.kind is not Kind.TOOLBOX}
    assert told(Plan("wrap", blank), document=document) == told(Plan("wrap"), document=document)
    nothing = told(Plan("wrap"), document=document)
    assert not [question.title for question in framework.questions() if repr(question.title) in nothing]


def test_numbers_close_up():
    plan = Plan("wrap", {"crisis.do": (Entry("e", "Sit with me"),), "crisis.stop_signs": (Entry("f", "I cook"),)})
    headings = [
        (block.number, block.text)
        for block in DOCUMENTS["crisis-plan"].build(plans.wrap(), plan, plans.options()).blocks
        if isinstance(block, blocks.Heading) and block.number
    ]
    assert headings == [("1", "What helps"), ("2", "When this plan can stop")]


def test_a_borrowed_answer_is_told():
    plan = Plan("wrap", {"daily.best_words": (Entry("a", "Curious"), Entry("b", "Dry-witted"))})
    assert "'When I am well'" in told(plan)
    assert "Curious. Dry-witted." in told(plan)


def test_only_do_not_is_white_on_black():
    manuscript = DOCUMENTS["whole-plan"].build(plans.wrap(), plans.robin(), plans.options())
    stops = repr(manuscript).count("StopBox(") + repr(manuscript).count("Rank.STOP")
    assert stops == 4  # do not involve, medicines to avoid, allergies, please do not
