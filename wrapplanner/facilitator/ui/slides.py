"""What the group can be shown: frozen values, and the whole of what the audience window ever learns of a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Slide:
    """`passes` says "Passing is fine." with it. `words` is all that can be read on it, in reading order."""

    kind: ClassVar[str] = ""
    passes: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """Return every text of the slide but what stands on all of them."""
        return ()


@dataclass(frozen=True, slots=True)
class BlankSlide(Slide):
    """Nothing at all."""

    kind: ClassVar[str] = "blank"
    passes: bool = False


@dataclass(frozen=True, slots=True)
class WordsSlide(Slide):
    """Words to read or to talk about.

    `over` is a small line above the title, such as "Key concept"; a `big` title is one word to be seen from the back. `body`
    are paragraphs, or the points of a list with `points`. `picture` shows the arch where there is room.
    """

    kind: ClassVar[str] = "words"
    title: str = ""
    body: tuple[str, ...] = ()
    over: str = ""
    big: bool = False
    points: bool = False
    picture: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Return the line above, the title and the paragraphs."""
        return tuple(text for text in (self.over, self.title, *self.body) if text)


@dataclass(frozen=True, slots=True)
class ClockSlide(Slide):
    """A quiet clock: `left` is what remains, in words ("9 minutes"), `body` what to do meanwhile."""

    kind: ClassVar[str] = "clock"
    title: str = ""
    left: str = ""
    body: tuple[str, ...] = ()
    picture: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Return the title, the clock and the rest."""
        return tuple(text for text in (self.title, self.left, *self.body) if text)


@dataclass(frozen=True, slots=True)
class Column:
    """One group of a board: its name ("" for ideas in no group), its shape ("" for none), its ideas with their own marks."""

    name: str
    shape: str
    ideas: tuple[tuple[str, str], ...]
    """Each an idea and its mark, "" for none."""


@dataclass(frozen=True, slots=True)
class BoardSlide(Slide):
    """A flip chart: ideas by group."""

    kind: ClassVar[str] = "board"
    title: str = ""
    question: str = ""
    columns: tuple[Column, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the title, the question while the board is bare, and each group with its ideas."""
        said = [self.title, self.question]
        for column in self.columns:
            said += [column.name, *(idea for idea, _ in column.ideas)]
        return tuple(text for text in said if text)


@dataclass(frozen=True, slots=True)
class Line:
    """One helpline: what it is for, what to dial or text, when."""

    name: str
    number: str
    hours: str = ""


@dataclass(frozen=True, slots=True)
class HelplinesSlide(Slide):
    """Who can be called, in this country."""

    kind: ClassVar[str] = "helplines"
    title: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the title and all lines."""
        said = (self.title, *(text for line in self.lines for text in (line.name, line.number, line.hours)))
        return tuple(text for text in said if text)
