"""What a facilitator keeps beside a running session: boards, words for after, tallies without names, a journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from wrapplanner.facilitator.model.board import Board


@dataclass(frozen=True, slots=True)
class KeptBoard:
    """A board that the group chose to keep. `title` is its item's, `session` its session's; `day` is when it was kept."""

    id: str
    programme: str
    session: str
    title: str
    day: date
    board: Board


@dataclass(frozen=True, slots=True)
class After:
    """Words of the facilitators after one session: notes to themselves, and what to carry to the next time."""

    programme: str
    number: int
    notes: str = ""
    carry: str = ""


class Answer(StrEnum):
    """What somebody says to a line of the feedback."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each answer was given to one line of the feedback. Who gave it, and in which order, is nowhere."""

    question: str
    yes: int = 0
    partly: int = 0
    no: int = 0

    def with_one(self, answer: Answer, step: int = 1) -> Tally:
        """Return the tally with one answer more, or with `step` -1 one less; never below none."""
        counts = {each: getattr(self, each.value) for each in Answer}
        counts[answer] = max(0, counts[answer] + step)
        return replace(self, **{each.value: count for each, count in counts.items()})


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry of the private co-reflection journal. `prompt` is the question that it answers, '' for none."""

    id: str
    day: date
    prompt: str
    text: str
