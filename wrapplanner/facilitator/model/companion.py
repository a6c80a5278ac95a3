"""The Companion: what a peer facilitator may read or think about, as data. It asks for nothing and keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a topic is read."""

    CARDS = "cards"  # a title and a few words each
    LISTS = "lists"  # lines under headings
    CHECKLIST = "checklist"  # lines to go through; a tick is for the moment and is not kept
    QUESTIONS = "questions"  # each may be taken to the journal
    HELPLINES = "helplines"  # lines, and then the numbers of the country


@dataclass(frozen=True, slots=True)
class CompanionCard:
    """A title and a few words; a line has no title."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class CompanionSection:
    """Cards or lines under a heading, '' for none."""

    title: str
    cards: tuple[CompanionCard, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. `lead` says in a line or two what it is for."""

    id: str
    title: str
    lead: str
    form: Form
    sections: tuple[CompanionSection, ...]

    @property
    def cards(self) -> tuple[CompanionCard, ...]:
        """All its cards and lines, in their order."""
        return tuple(card for section in self.sections for card in section.cards)
