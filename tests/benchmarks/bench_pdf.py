"""Paper in figures: the whole plan beside a bare reportlab script, thousands of lines, the preview of a click, file sizes."""

from __future__ import annotations

import io
import sys
import time
from dataclasses import replace
from datetime import date

from ratio import PROJECT, quartiles, ratio, row, spread

sys.path.insert(0, str(PROJECT / "tests"))

ROUNDS = 9
LINES = 5_000


def bare_pdf(lines: list[str]) -> bytes:
    """Set lines as paragraphs with reportlab's own template and one embedded face."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    face = PROJECT / "resources" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"
    pdfmetrics.registerFont(TTFont("Bare", str(face)))
    style = ParagraphStyle("bare", fontName="Bare", fontSize=12, leading=16.5)
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build(
        [Paragraph(line.replace("&", "&amp;").replace("<", "&lt;"), style) for line in lines]
    )
    return file.getvalue()


def main() -> None:
    """Print the table."""
    from wrapplanner.content.loader import load_framework
    from wrapplanner.domain.copies import Edition
    from wrapplanner.pdf.options import PrintOptions
    from wrapplanner.storage.interchange import read_plan

    framework = load_framework(PROJECT / "resources" / "framework" / "wrap" / "en")
    plan = read_plan((PROJECT / "resources" / "examples" / "wrap-en.json").read_bytes(), framework)
    options = PrintOptions(Edition(1, date(2026, 11, 3)), PROJECT / "resources" / "fonts")
    _beside_bare(framework, plan, options)
    _thousands(framework, plan, options)
    _sizes(framework, options)
    _click_to_preview()


def _beside_bare(framework, plan, options) -> None:
    from wrapplanner.domain.kinds import RULES
    from wrapplanner.pdf.render import make_pdf

    plan = _with(framework, plan, 320)
    lines = [f"{tool.name} {tool.note}" for tool in plan.tools]
    for question in framework.questions():
        lines.append(question.title)
        for entry in plan.entries(question.id):
            lines += RULES[question.kind].as_text(question, entry, plan).split("\n")
    ours, bare = [], []
    for turn in range(ROUNDS + 1):
        began = time.perf_counter()
        bare_pdf(lines)
        between = time.perf_counter()
        make_pdf("whole-plan", framework, plan, options)
        if turn:  # the first one imports
            bare.append(between - began)
            ours.append(time.perf_counter() - between)
    row(f"bare reportlab script of the same words ({_entries(plan)} entries), s", "", spread(bare))
    row("whole plan to PDF, tagged, s", "", spread(ours))
    row("whole plan to PDF, tagged, against it", "≤ 1.5 ×", ratio(ours, bare))


def _thousands(framework, plan, options) -> None:
    from wrapplanner.pdf.render import make_pdf

    plan = _with(framework, plan, LINES)
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        make_pdf("whole-plan", framework, plan, options)
        taken.append(time.perf_counter() - began)
    row(f"whole plan of {_entries(plan)} entries, s", "≤ 4", spread(taken))


def _sizes(framework, options) -> None:
    from pdf.voices import plan_in

    from wrapplanner.pdf.render import make_pdf

    for three in (("arabic", "devanagari", "latin"), ("urdu", "tamil", "chinese"), ("hebrew", "thai", "emoji")):
        size = len(make_pdf("crisis-plan", framework, plan_in(framework, *three), options))
        row(f"crisis plan in {', '.join(three)}, KB", "≤ 250", f"{size / 1000:.0f}")


def _click_to_preview() -> None:
    """Click on the summary's picture until its page is painted, after each has been made once."""
    import subprocess

    done = subprocess.run([sys.executable, str(PROJECT / "tests/benchmarks/preview_click.py")], capture_output=True, text=True)
    taken = [float(each) for each in done.stdout.split()]
    if not taken:
        sys.exit(done.stderr)
    row("crisis summary from click to preview, warm, ms", "≤ 150", f"{spread(taken)}, worst {max(taken):.0f}")
    assert quartiles(taken)


def _entries(plan) -> int:
    return sum(map(len, plan.answers.values()))


def _with(framework, plan, count: int):  # noqa: ANN202
    """Return the plan with as many entries as asked for: its own lists, again and again."""
    from wrapplanner.domain.kinds import RULES

    answers, turn = dict(plan.answers), 0
    lists = [q.id for q in framework.questions() if RULES[q.kind].many and plan.entries(q.id)]
    while (short := count - sum(map(len, answers.values()))) > 0:
        turn += 1
        for name in lists:
            more = tuple(replace(each, id=f"{each.id}-{turn}") for each in plan.entries(name))[: max(0, short)]
            answers[name] = (*answers[name], *more)
            short -= len(more)
    return replace(plan, answers=answers)


if __name__ == "__main__":
    main()
