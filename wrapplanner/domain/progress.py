"""What has been written, without scores: no counts, no percentages, only whether there are words."""

from __future__ import annotations

from wrapplanner.domain.framework import Framework, Level, Part, Question
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Plan


def is_written(plan: Plan, question: Question) -> bool:
    """Whether anything was said in answer to a question."""
    if question.kind is Kind.TOOLBOX:
        return bool(plan.tools)
    return any(not entry.is_blank for entry in plan.entries(question.id))


def answered_by(framework: Framework, plan: Plan, question: Question) -> Question:
    """Return the question whose answer speaks for this one: itself, or the one it borrows from while it is blank."""
    if question.borrows and not is_written(plan, question):
        return framework.question(question.borrows)
    return question


def written_questions(plan: Plan, part: Part) -> tuple[Question, ...]:
    """Return the questions of a part that have words, in order."""
    return tuple(question for question in part.questions if is_written(plan, question))


def asked_questions(plan: Plan, part: Part, *, more: bool) -> tuple[Question, ...]:
    """Return the questions to show when writing: core ones, those with words, and with `more` all of them."""
    return tuple(q for q in part.questions if more or q.level is Level.CORE or is_written(plan, q))


def next_unwritten(plan: Plan, framework: Framework, *, after: str = "") -> Question | None:
    """Return where to carry on: the next core question without words, after one (by id) or from the beginning."""
    questions = [q for q in framework.questions() if q.level is Level.CORE or q.id == after]
    ids = [q.id for q in questions]
    start = ids.index(after) + 1 if after in ids else 0
    return next((q for q in questions[start:] if not is_written(plan, q)), None)
