"""Words that break programs, in every field there is: on the screen, on paper, in the open format, and after reopening."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest
from auditing import Audit
from counting import FULL, SEED
from filling import filled
from journeys.driver import Driver, seen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from wrapplanner.content.loader import load_framework
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.kinds import RULES
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.paths import resource_root
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.pdf.render import make_pdf
from wrapplanner.storage.interchange import read_plan, write_plan
from wrapplanner.storage.opening import utc_now
from wrapplanner.storage.plans import PlanStore, plan_folder

Count = Callable[[int, int], int]
TRAP = "/hostile-trap/picture.png"
"""A file that words speak of; nothing may ever look for it."""

HOSTILE = (
    "<b",
    "</p></para>",
    f'<img src="{TRAP}" width="1" height="1"/>',
    f"<a href='file://{TRAP}'>x</a>",
    "a & b < c > d",
    "&amp;&lt;&#60;&#x3c;",
    "&#0;&bogus;",
    "<!-- -->",
    "]]><![CDATA[",
    '<!DOCTYPE x [<!ENTITY a "aa">]>&a;',
    "<script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "<br/><hr><table>",
    f"![x]({TRAP})",
    "[x](javascript:y)",
    "%s %d %n %(x)s",
    "{0} {x} {{y}}",
    "${jndi:ldap://x}",
    "{{7*7}}",
    "'; DROP TABLE entries; --",
    '" OR ""="',
    "\\",
    "\\u0000\\n",
    "x\0y",
    "x\x1b[31m\x07\x08y",
    "x\r\ny\ry\u2028z\u2029w",
    "tab\there",
    "x\u00a0\ufeff\u200by",
    "x\ud800y",
    "x\uffff\ufffe\U0010ffffy",
    "\u202eright to left\u202c",
    "\u2067\u2066x",
    "Z\u0351\u036b\u0343a\u0362l\u0321g\u0334o" * 8,
    "e\u0301 \u00e9 \ufb01 \u0130 \u00df",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f\u200d\U0001f308",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\u05e2\u05d1\u05e8\u05d9\u05ea",
    "\u0939\u093f\u0928\u094d\u0926\u0940",
    "\u0e44\u0e17\u0e22",
    "\u4e2d\u6587 \u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4",
    "(((",
    ") Tj ET Q endstream endobj",
    "%PDF-1.7 %%EOF",
    "<</JS (x)>>",
    "../../../etc/passwd",
    "C:\\con\\..\\x",
    "=cmd|' /C x'!A0",
    '{"a": [',
    "NaN -0 1e999",
    "x" * 5000,
)


@pytest.fixture
def app(qtbot, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    driver = Driver(qtbot, data_folder, monkeypatch)
    yield driver
    if driver.is_open:
        driver.forget()


@pytest.fixture(scope="module")
def framework():
    return load_framework(resource_root() / "framework" / "wrap" / "en")


def chunks(few: int, size: int) -> list[tuple[str, ...]]:
    """Return the strings in plans' portions: all of them in the full run, some of them, by chance, otherwise."""
    said = list(HOSTILE)
    random.Random(SEED).shuffle(said)
    said = said if FULL else said[: few * size]
    return [tuple(said[at : at + size]) for at in range(0, len(said), size)]


def test_there_are_fifty_of_them():
    assert len(set(HOSTILE)) == 50


@pytest.mark.parametrize("said", chunks(2, 5), ids=lambda said: f"{len(said)} of them")
def test_hostile_words_go_round_and_on_paper_unchanged(said, framework, tmp_path, audit: Audit, count: Count):
    plan = filled(framework, said)
    for question in framework.questions():
        for entry in plan.entries(question.id):
            RULES[question.kind].validate(question, entry)
    audit.read = []
    with closing(PlanStore.create(tmp_path / "plans" / "my-plan", "wrap", content=plan)) as store:
        kept = store.load()
    with closing(PlanStore.open(tmp_path / "plans" / "my-plan")) as store:
        assert store.load() == kept == plan
    written = write_plan(plan)
    json.loads(written)
    assert read_plan(written, framework) == plan
    options = PrintOptions(Edition(1, utc_now().date()), resource_root() / "fonts")
    papers = list(DOCUMENTS)
    for document in papers if count(0, 1) else random.Random(repr(said)).sample(papers, 3):
        (tmp_path / "paper.pdf").write_bytes(make_pdf(document, framework, plan, options))
        with pikepdf.open(tmp_path / "paper.pdf") as pdf:
            assert len(pdf.pages) > 0
            assert not pdf.Root.get("/Names")  # no script, no file inside
    read, audit.read = audit.read, None
    assert not [each for each in read if "hostile-trap" in each or each == "/etc/passwd"]


@pytest.mark.parametrize("said", chunks(1, 5), ids=lambda said: f"{len(said)} of them")
def test_hostile_words_on_the_screen_are_words(app: Driver, said, framework, audit: Audit):
    plan = filled(framework, said)
    PlanStore.create(plan_folder(app.data, "my-plan"), "wrap", content=plan).close()
    audit.read = []
    app.open()
    parts = [f"part/{part.id}" for part in framework.parts]
    questions = [f"write/{question.id}" for question in framework.questions()]
    questions = questions if FULL else random.Random(SEED).sample(questions, 12)
    for place in ("read", "today", "now", "history", *parts, *questions, "settings/people"):
        app.window.go(place)
        app.settle()
        for label in (widget for widget in seen(app.window) if isinstance(widget, QLabel) and "<" in widget.text()):
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    app.window.go("read")
    app.reopen()
    assert app.plan == plan  # looking at it has changed nothing
    read, audit.read = audit.read, None
    assert not [each for each in read if "hostile-trap" in each or each == "/etc/passwd"]


STILL = 1.0
"""Seconds of its own work that no turn of the window may take here: a guard, the figure is the benchmarks’."""
MEGABYTE = "\n".join(["a line with quite a few words that somebody had somewhere else"] * 15_800)


@pytest.mark.parametrize(
    ("place", "words"),
    [("write/before.wants", MEGABYTE), ("write/before.wants", "x" * 100_000), ("write/early.signs", "x" * 100_000)],
    ids=["a megabyte", "a word without end", "a word without end in a list"],
)
def test_a_large_paste_leaves_the_window_alive(app: Driver, place, words):
    PlanStore.create(plan_folder(app.data, "my-plan"), "wrap").close()
    app.remember(place=place)
    app.open()
    app.rest()
    app.window.context.session.store.warm()
    QApplication.clipboard().setText(words)
    longest = _turn(lambda: QTest.keyClick(app.focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier))
    ends = time.monotonic() + 2.5
    while time.monotonic() < ends:
        longest = max(longest, _turn(QApplication.processEvents))
        time.sleep(0.002)
    app.window.context.session.flush()
    (kept,) = app.plan.entries(app.question().id)
    assert kept.text == words
    assert longest < STILL, f"the window stood still for {longest:.3f} s of its own work"


def _turn(work: Callable[[], object]) -> float:
    """Return how long some work took this thread itself, whatever else the computer does meanwhile."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


@pytest.mark.parametrize("words", [MEGABYTE, "x" * 100_000], ids=["a megabyte", "a word without end"])
def test_a_large_text_is_on_paper_within_five_seconds(framework, words, count: Count):
    plan = Plan("wrap", {"before.wants": (Entry("e", words),)})
    options = PrintOptions(Edition(1, utc_now().date()), resource_root() / "fonts")
    clock = count(time.process_time, time.monotonic)
    begun = clock()
    assert make_pdf("whole-plan", framework, plan, options).startswith(b"%PDF")
    assert clock() - begun < 5
