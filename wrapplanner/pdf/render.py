"""Documents to PDF: blocks are set, cut into pages, drawn and tagged. Everything is a pure function of frozen values."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import PrintError
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.manuscript import Manuscript
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.pdf.press import Press, Printed, Watch, unwatched
from wrapplanner.pdf.scripts import tongue_of

_ONE_AT_A_TIME = threading.Lock()
"""reportlab's faces are read by seeking in them: two documents at once would lose their places."""


MANY_OBJECTS = 100_000


def make_pdf(document: str, framework: Framework, plan: Plan, options: PrintOptions) -> bytes:
    """Return a printed document as PDF/UA-1. May run in a thread. Raises PrintError if there is no such document."""
    return print_document(document, framework, plan, options).pdf


def print_document(document: str, framework: Framework, plan: Plan, options: PrintOptions, watch: Watch = unwatched) -> Printed:
    """Return a printed document. May run in a thread, `watch` too. Raises PrintError if there is no such document."""
    try:
        found = DOCUMENTS[document]
    except KeyError:
        known = ", ".join(DOCUMENTS)
        raise PrintError(f"There is no printed document “{document}”. There are: {known}.") from None
    manuscript = found.build(framework, plan, options)
    with _ONE_AT_A_TIME, _rarely_tidied():
        cited = _Cited(partial(_places, framework, plan, options, manuscript.cites))
        return Press(manuscript, options, cited, tongue_of(plan), watch).printed()


def print_manuscript(manuscript: Manuscript, options: PrintOptions) -> bytes:
    """Return a paper that is made of no plan as PDF/UA-1. May run in a thread."""
    with _ONE_AT_A_TIME, _rarely_tidied():
        return Press(manuscript, options).printed().pdf


@contextmanager
def _rarely_tidied() -> Iterator[None]:
    """Let Python look for rings of dead objects less often: a paper makes many small things, none of them in rings."""
    usual = gc.get_threshold()
    gc.set_threshold(MANY_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _places(framework: Framework, plan: Plan, options: PrintOptions, document: str) -> Mapping[str, int]:
    """Return where the anchors of a document are, for papers that say on which of its pages one may read on."""
    usual = replace(options, large_print=False)
    return Press(DOCUMENTS[document].build(framework, plan, usual), usual).places()


class _Cited(Mapping[str, int]):
    """The pages of another document, laid out only if one of them is asked for: most papers that may cite do not."""

    def __init__(self, places: Callable[[], Mapping[str, int]]) -> None:
        self._places = cache(places)

    def __getitem__(self, anchor: str) -> int:
        return self._places()[anchor]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places())

    def __len__(self) -> int:
        return len(self._places())
