"""The questions that one walks through when writing one at a time: those of a part, or the six first answers."""

from __future__ import annotations

from dataclasses import dataclass

from wrapplanner.domain.framework import Framework, Level, Part, Question
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.progress import asked_questions


@dataclass(frozen=True, slots=True)
class Trail:
    """Questions in order. `word` is the page's word in places; `after` the place where a trail of its own ends, or ''."""

    questions: tuple[Question, ...]
    word: str
    after: str = ""

    def neighbour(self, question: Question, step: int) -> Question | None:
        """Return the question `step` places on, or None at an end."""
        place = self.questions.index(question) + step
        return self.questions[place] if 0 <= place < len(self.questions) else None

    def number(self, question: Question) -> int:
        """Return a question's place, from 1."""
        return self.questions.index(question) + 1


def part_trail(plan: Plan, part: Part, present: Question, *, more: bool) -> Trail:
    """Return the questions of a part that are asked, and the present one in any case."""
    asked = asked_questions(plan, part, more=more)
    return Trail(tuple(question for question in part.questions if question in asked or question == present), "write")


def starter_trail(framework: Framework) -> Trail:
    """Return the six first answers, after which there is a page to print."""
    return Trail(tuple(framework.question(each) for each in framework.starter), "start", "print/crisis-plan")


def has_more(part: Part, trail: Trail) -> bool:
    """Whether a part has questions that come when one asks for more."""
    return any(question.level is Level.MORE and question not in trail.questions for question in part.questions)


def part_beside(framework: Framework, part: Part, step: int) -> Part | None:
    """Return the part before (-1) or after (1) one, or None."""
    place = framework.parts.index(part) + step
    return framework.parts[place] if 0 <= place < len(framework.parts) else None
