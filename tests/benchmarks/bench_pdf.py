"""The example's whole plan to PDF, tagged, beside a bare reportlab script that sets the same words; both in process."""

from __future__ import annotations

import io
import time
from datetime import date

from ratio import PROJECT, ratio, row, spread

ROUNDS = 9


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
    from wrapplanner.domain.kinds import RULES
    from wrapplanner.pdf.options import PrintOptions
    from wrapplanner.pdf.render import make_pdf
    from wrapplanner.storage.interchange import read_plan

    framework = load_framework(PROJECT / "resources" / "framework" / "wrap" / "en")
    plan = read_plan((PROJECT / "resources" / "examples" / "wrap-en.json").read_bytes(), framework)
    options = PrintOptions(Edition(1, date(2026, 11, 3)), PROJECT / "resources" / "fonts")
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
    entries = sum(len(answer) for answer in plan.answers.values())
    row(f"bare reportlab script of the same words ({entries} entries), s", "", spread(bare))
    row("whole plan to PDF, s", "", spread(ours))
    row("whole plan to PDF, against it", "≤ 1.5 ×", ratio(ours, bare))


if __name__ == "__main__":
    main()
