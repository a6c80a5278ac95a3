"""Ideas that a group gathered, as they travel from its board to a member's own planner. Nobody's name is among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_IDEAS: Final = 400
MOST_GROUPS: Final = 40
LONGEST: Final = 200
"""Letters of one idea or title."""


@dataclass(frozen=True, slots=True)
class IdeaGroup:
    """Ideas under one heading, '' for those under none."""

    title: str
    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ideas:
    """What a file of ideas says. `framework` and `question` say where they came up, '' where the board had no question."""

    title: str
    groups: tuple[IdeaGroup, ...]
    framework: str = ""
    question: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        """All ideas in their order."""
        return tuple(idea for group in self.groups for idea in group.ideas)
