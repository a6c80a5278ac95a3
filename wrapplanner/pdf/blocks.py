"""The neutral document tree: what a document says, in order, with no idea of pages or of any PDF library.

All words are as the person wrote them: nothing here is markup, so nothing needs escaping.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from wrapplanner.pdf.forms import Calls, Cards, Fill, HandTable, IdeaBand, PersonHead, Ruled, SmallPrint, WallHead, WeekGrid
from wrapplanner.pdf.runs import Run as Run
from wrapplanner.pdf.runs import Words as Words
from wrapplanner.pdf.runs import lines as lines
from wrapplanner.pdf.runs import plain as plain
from wrapplanner.pdf.runs import strong as strong


class Voice(StrEnum):
    """How a paragraph speaks."""

    BODY = "body"
    LEAD = "lead"
    HINT = "hint"
    PROUD = "proud"
    NOTICE = "notice"


class Mark(StrEnum):
    """The drawn mark before an entry; each says something when read aloud."""

    DOT = "dot"
    TICK = "tick"
    CROSS = "cross"
    BOX = "box"


class Rank(StrEnum):
    """How a heading looks. STOP is white on black: it says “please do not” and nothing else does."""

    TITLE = "title"
    OPENING = "opening"
    SECTION = "section"
    LABEL = "label"
    CELL = "cell"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` 1–3 is its place in the outline; `remark` stands small at the right of a section heading."""

    text: str
    level: int
    rank: Rank
    number: str = ""
    remark: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words. A newline starts a new line, an empty line a new paragraph."""

    words: Words
    voice: Voice = Voice.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of entries with a drawn mark before each; short ones may run in two columns."""

    entries: tuple[Words, ...]
    mark: Mark = Mark.DOT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: one cell a column. `stop` puts its first cell on a black ground (“please avoid”)."""

    cells: tuple[Words, ...]
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A row that names the rows after it."""

    title: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, at least `width` mm; one that `gives` shares what is left, or missing, with others.

    A `whole` column (names, phones) has no broken lines if it can be helped; `tick` draws a tick for any words, `box` an
    empty box to tick in every row.
    """

    title: str
    width: float
    gives: bool = False
    whole: bool = False
    tick: bool = False
    box: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head. `name` is said again with “continued” where the rows run on to another page."""

    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    name: str = ""
    head: bool = True


@dataclass(frozen=True, slots=True)
class LabelTable:
    """Labels at the left, what they say at the right (beneath them in large print)."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two short columns side by side, the left one read first; one under the other where there is no room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Trio:
    """Three short columns side by side, read from left to right; one under the other where there is no room."""

    columns: tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class StopBox:
    """A black label over a heavy frame: what must never be given, whom not to involve. Rows: the name, and why."""

    title: str
    rows: tuple[Row, ...]
    level: int = 3


@dataclass(frozen=True, slots=True)
class Box:
    """Words in a frame. `closing` keeps it with what follows, as the legal note with the signatures."""

    words: Words
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside a heavy rule."""

    words: Words


@dataclass(frozen=True, slots=True)
class Strip:
    """Two to four equal cells in a frame."""

    cells: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Rows to sign on: the printed name, with room for a signature and a date.

    With `fill` a name that is not there yet and the date are fields; one signs on paper.
    """

    names: tuple[Words, ...]
    heads: tuple[str, str, str] = ("Who", "Signature", "Date")
    fill: Fill | None = None


@dataclass(frozen=True, slots=True)
class PartStart:
    """A part begins on a new page: its header, its edge tab and its hue (a place in the paper's hues, 0–7)."""

    number: int
    title: str
    hue: int


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A part in the contents list."""

    part: PartStart
    purpose: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The first page of a long document: words, the contents list with each part level with its tab, and doors beneath."""

    words: tuple[Block, ...]
    contents: tuple[ContentsRow, ...]
    doors: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """Blocks that belong together on one page for as long as they fit one."""

    blocks: tuple[Block, ...]


Side = tuple["Block", ...]
"""What stands on one side of a sheet."""

Layouts = Iterable[tuple[Side, ...]]
"""Ways to lay the same words over one side or two, in the order in which they are tried."""


class Proposals(Protocol):
    """A document that proposes what to say until it fits."""

    def proposals(self) -> Generator[Layouts, bool, None]:
        """Yield what to try next, being told whether the last proposal fitted; the first one says everything."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Blocks that fill one page, or the two sides of one sheet, whatever was written.

    What is proposed first is set as large as it fits; where none of the sizes will do, the other proposals
    are tried at the smallest, and the last that fitted is taken.
    """

    content: Proposals


Block = (
    Heading | Paragraph | Bullets | Table | LabelTable | Pair | StopBox | Box | Note | Strip | Signatures | PartStart
    | Opening | Whole | PersonHead | Calls | SmallPrint | Fitted | Trio | Cards | WallHead | WeekGrid | Ruled | HandTable
    | IdeaBand
)  # fmt: skip
