"""The sheet of a recovery code: one page, tagged, the code whole and in order, and nobody's name."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest

from wrapplanner.domain.copies import Edition
from wrapplanner.paths import resource_root
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.pdf.recovery_sheet import make_sheet
from wrapplanner.storage.recovery import code_words, fresh_code, read_code

DAY = date(2026, 11, 27)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_the_code_can_be_read_off_one_page_and_typed_in_again(tmp_path, paper, large):
    from journeys.driver import pages_of

    bits = fresh_code()
    options = PrintOptions(Edition(1, DAY), resource_root() / "fonts", paper, large_print=large)
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(make_sheet(code_words(bits), DAY, options))
    (page,) = pages_of(pdf)
    assert "Made on 27 November 2026" in page
    between = page.split("The code")[1].split("When you need it")[0]
    assert read_code(between) == bits


def test_it_is_tagged_and_says_nothing_of_the_code_outside_its_page():
    code = code_words(fresh_code())
    made = make_sheet(code, DAY, PrintOptions(Edition(1, DAY), resource_root() / "fonts"))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        assert str(pdf.docinfo.Title) == "Recovery code"
        assert "pdfuaid" in pdf.Root.Metadata.read_bytes().decode()
        assert not any(group in str(pdf.docinfo) for group in code.split("-"))
