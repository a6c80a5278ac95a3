"""What the hand-made crisis documents share: sections, and answers found by role for one audience."""

from __future__ import annotations

from dataclasses import dataclass

from wrapplanner.domain.framework import Audience, Framework, Question
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.domain.progress import answered_by
from wrapplanner.domain.readership import REASONS
from wrapplanner.pdf.blocks import Block, Bullets, Heading, Mark, Pair, Rank, Row, Run, Words, plain
from wrapplanner.pdf.documents.answers import printed
from wrapplanner.pdf.documents.telling import Telling
from wrapplanner.pdf.options import PrintOptions


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section that has something to say. `door` is its name on the strip of the first page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    remark: str = ""
    door: str = ""


class Teller:
    """Tells answers by role, for one audience; what that audience may not read is as if it were blank."""

    def __init__(self, framework: Framework, plan: Plan, options: PrintOptions) -> None:
        self.framework, self.plan, self.options = framework, plan, options
        self.telling = Telling(framework, plan, Audience.CLINICIANS)

    def question(self, role: str) -> Question | None:
        """Return the question of a role if it was answered and this audience may read it; a borrowed answer counts."""
        asked = self.framework.role(role)
        if asked is None:
            return None
        question = answered_by(self.framework, self.plan, asked)
        return question if self._allows(asked) and self.telling.written(question) else None

    @property
    def gives_reasons(self) -> bool:
        """Whether this copy says why somebody shall not be involved."""
        asked, hidden = self.framework.role("not-involved"), self.options.hidden
        if hidden is None or asked is None:
            return self.options.audience is not Audience.SUPPORTERS
        return asked.id + REASONS not in hidden

    def not_involved(self) -> tuple[Entry, ...]:
        """Return who shall not be involved. Names stand on every copy but where they were taken off: not to know does harm."""
        asked, hidden = self.framework.role("not-involved"), self.options.hidden
        if asked is None or (hidden is not None and asked.id in hidden):
            return ()
        return tuple(entry for entry in self.plan.entries(asked.id) if self.plan.words(entry).strip())

    def do_and_do_not(self, level: int) -> tuple[Block, ...]:
        """Return "please do" and "please do not" side by side, under headings of a level; one alone where that is all."""
        sides = [
            (Heading(title, level, rank), Bullets(tuple(plain(self.plan.words(entry)) for entry in entries), mark))
            for title, rank, mark, entries in (
                ("Please do", Rank.CELL, Mark.TICK, self.entries("do")),
                ("Please do not", Rank.STOP, Mark.CROSS, self.entries("do-not")),
            )
            if entries
        ]
        return (Pair(sides[0], sides[1]),) if len(sides) == 2 else tuple(block for side in sides for block in side)

    def _allows(self, asked: Question) -> bool:
        if self.options.hidden is not None:
            return asked.id not in self.options.hidden
        return self.options.audience is Audience.ME or self.options.audience in asked.audience

    def entries(self, role: str) -> tuple[Entry, ...]:
        """Return the entries of an answer that are not blank."""
        question = self.question(role)
        return tuple(each for each in self.plan.entries(question.id) if not each.is_blank) if question else ()

    def answer(self, role: str) -> tuple[Block, ...]:
        """Return an answer as blocks, without a heading."""
        question = self.question(role)
        return printed(self.telling, question) if question else ()

    def labelled(self, role: str, label: str) -> tuple[Block, ...]:
        """Return an answer under a heading of its own, nothing where it is blank."""
        blocks = self.answer(role)
        return (Heading(label, 3, Rank.LABEL), *blocks) if blocks else ()

    def words(self, role: str) -> Words:
        """Return an answer of any number of entries as words: one line a text, a sentence an entry."""
        question = self.question(role)
        if question is None:
            return ()
        texts = [spoken_date(self.plan.words(entry)).strip() for entry in self.entries(role)]
        return plain(". ".join(text.rstrip(".") if len(texts) > 1 else text for text in texts) + "." * (len(texts) > 1))

    def row(self, label: str, *roles: str) -> Row:
        """Return a row of a label table: the answers of all roles, side by side."""
        said: list[Run] = []
        for role in roles:
            words = self.words(role)
            said += ([Run(" · ")] if said and words else []) + list(words)
        return Row((plain(label), tuple(said)))
