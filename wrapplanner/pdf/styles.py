"""The typography of the papers as data: sizes, tones, rules and pages, for standard and large print.

Lengths are points; the tables speak millimetres through `MM`. Sources: sizes after the guidance on large print
(18 pt and more), rules after what survives a copy of a copy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from wrapplanner.pdf.manuscript import Frame
from wrapplanner.pdf.options import Paper

MM = 72 / 25.4


class Name(StrEnum):
    """The styles of text."""

    TITLE = "title"
    OPENING = "opening"
    PROUD = "proud"
    LEAD = "lead"
    SECTION = "section"
    STOP = "stop"
    CELL = "cell"
    LABEL = "label"
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    HEAD = "head"
    HINT = "hint"
    NOTICE = "notice"
    HEADER = "header"
    TAB = "tab"
    PERSON = "person"
    PHONE = "phone"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading in points; weight 400–700, 0 for the paper's own; space before and after in points.

    `soft` words are grey on personal papers; `balanced` ones have lines of about one length.
    """

    size: float
    leading: float
    weight: int = 0
    before: float = 0
    after: float = 0
    soft: bool = False
    balanced: bool = False


STANDARD = {
    Name.TITLE: Style(24, 28, 700, 0, 2, balanced=True),
    Name.OPENING: Style(36, 40, 700, 0, 2, balanced=True),
    Name.PROUD: Style(20, 27, 400, 8, 3, balanced=True),
    Name.LEAD: Style(14, 19, 0, 2, 10, balanced=True),
    Name.SECTION: Style(15, 19, 700, 16, 6),
    Name.STOP: Style(12.5, 16, 700, 10, 4),
    Name.CELL: Style(12.5, 16, 700, 10, 4),
    Name.LABEL: Style(12, 16, 600, 9, 3),
    Name.BODY: Style(12, 16.5, 0, 0, 5),
    Name.LIST: Style(12, 16.5, 0, 0, 3),
    Name.TABLE: Style(11.5, 15),
    Name.HEAD: Style(10.5, 13.5, 600, 0, 3),
    Name.HINT: Style(10.5, 13.5, 0, 0, 3, soft=True),
    Name.NOTICE: Style(10.5, 13.5, 0, 24, 0, soft=True),
    Name.HEADER: Style(9.5, 12),
    Name.TAB: Style(14, 16, 700),
    Name.PERSON: Style(27, 30, 700, 0, 2, balanced=True),
    Name.PHONE: Style(15, 17, 700),
    Name.SMALL: Style(10, 12.5),
}

LARGE = {
    Name.TITLE: Style(30, 32, 700, 0, 2, balanced=True),
    Name.OPENING: Style(36, 40, 700, 0, 2, balanced=True),
    Name.PROUD: Style(22, 28, 400, 8, 3, balanced=True),
    Name.LEAD: Style(18, 22.5, 0, 2, 10, balanced=True),
    Name.SECTION: Style(20, 25, 700, 16, 6),
    Name.STOP: Style(18, 22.5, 700, 10, 4),
    Name.CELL: Style(18, 22.5, 700, 10, 4),
    Name.LABEL: Style(18, 22.5, 600, 9, 3),
    Name.BODY: Style(18, 22.5, 0, 0, 5),
    Name.LIST: Style(18, 22.5, 0, 0, 3),
    Name.TABLE: Style(18, 22.5),
    Name.HEAD: Style(16, 20, 600, 0, 3),
    Name.HINT: Style(16, 20, 0, 0, 3, soft=True),
    Name.NOTICE: Style(16, 20, 0, 24, 0, soft=True),
    Name.HEADER: Style(16, 20),
    Name.TAB: Style(16, 18, 700),
    Name.PERSON: Style(30, 32, 700, 0, 2, balanced=True),
    Name.PHONE: Style(20, 22.5, 700),
    Name.SMALL: Style(16, 20),
}

WALL = tuple(
    {
        Name.BODY: Style(size, leading, 0, 0, 5),
        Name.LIST: Style(size, leading, 0, 0, leading * 0.4),
        Name.TABLE: Style(size, leading),
        Name.CELL: Style(size + 1, leading + 1, 700, 14, 6),
    }
    for size, leading in ((14, 19), (13, 17.5), (12, 16), (12, 14.2), (11, 13.5))
)
"""How papers for the wall are set: as large as fits one page, from a metre away to arm's length."""

BLACK = "0 g"
WHITE = "1 g"


def ink(colour: str) -> str:
    """Return a hexadecimal colour (“#2F6B3F”) as a PDF fill operator."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"


HUES = (
    BLACK,
    *map(ink, ("#2F6B3F", "#8A5A00", "#7A3B73", "#1F5FA8", "#9A4A1C")),
    BLACK,
    ink("#0F6B6B"),
)
"""By the hue of a part; each at least 5.9:1 on white, and K63–69 on a black-and-white printer."""


@dataclass(frozen=True, slots=True)
class Look:
    """Personal papers or crisis papers: weight of the words, tones, thickness of rules."""

    weight: int
    soft: str
    row_rule: float
    row_ink: str
    header_rule: float
    header_size: float


PERSONAL = Look(400, ink("#404040"), 0.75, ink("#595959"), 0.75, 9.5)
CRISIS = Look(500, BLACK, 0.9, BLACK, 5, 10)

HEADING_RULE = 1.5
HEAD_RULE = 1.25
BOX_RULE = 1.25
STOP_RULE = 2.25
PART_RULE = 4.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and the frame of its text, in points, from the top left. Tabs: top of part 0 and the way to the next."""

    width: float
    height: float
    left: float
    measure: float
    top: float
    bottom: float
    tab_top: float
    tab_pitch: float

    @property
    def depth(self) -> float:
        """The height of the frame."""
        return self.height - self.top - self.bottom


def _sheet(*millimetres: float) -> Sheet:
    return Sheet(*(length * MM for length in millimetres))


SHEETS = {
    (Paper.A4, False): _sheet(210, 297, 20, 172, 26, 22, 96, 20),
    (Paper.LETTER, False): _sheet(215.9, 279.4, 21.95, 172, 26, 22, 92, 18),
    (Paper.A4, True): _sheet(210, 297, 18, 174, 24, 19, 92, 20),
    (Paper.LETTER, True): _sheet(215.9, 279.4, 20.95, 174, 24, 19, 92, 18),
}


TALL = {False: (24 * MM, 19 * MM), True: (23 * MM, 17 * MM)}
"""Top and bottom of the tall frame, by whether the print is large."""


CENTRED_TOP = {False: 18 * MM, True: 24 * MM}


def sheet(frame: Frame, paper: Paper, *, large: bool) -> Sheet:
    """Return the sheet of a paper with one of its frames."""
    usual = SHEETS[paper, large]
    if frame is Frame.USUAL:
        return usual
    top, bottom = TALL[large]
    if frame is Frame.TALL:
        return replace(usual, top=top, bottom=bottom)
    return replace(usual, left=(usual.width - usual.measure) / 2, top=CENTRED_TOP[large], bottom=bottom)


@dataclass(frozen=True, slots=True)
class Spacing:
    """Lengths that differ between standard and large print."""

    hang: float
    mark: float
    dot: float
    stroke: float
    label: float
    column: float
    signature: float


STANDARD_SPACING = Spacing(5 * MM, 10, 4.5, 1.7, 42 * MM, 84 * MM, 15 * MM)
LARGE_SPACING = Spacing(8 * MM, 15, 6.5, 2.5, 174 * MM, 174 * MM, 18 * MM)
