"""Cards to cut out: two faces, each filled by measured words, with marks to cut and to fold along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from wrapplanner.pdf.calls import reach, widest
from wrapplanner.pdf.forms import Call, Card
from wrapplanner.pdf.runs import Words, plain, strong
from wrapplanner.pdf.setting import Setter
from wrapplanner.pdf.slices import Fill, Op, Slice, Tag, Text, depth, moved
from wrapplanner.pdf.styles import BLACK, MM, WHITE, Style

RULE = 0.75
SMALL = Style(8.5, 11)
STEPS = ((10.0, 14.0), (9.5, 13.0), (9.0, 12.0))
LARGE_STEPS = ((18.0, 20.0),)
"""Sizes of words and of phones, from the first that is tried; never smaller than the last."""
HELPS_LINES = 2
CALL_LIST = "My call list is in my plan"


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a card: how wide and high its words may be, and the sizes they may have; all in points."""

    width: float
    height: float
    steps: tuple[tuple[float, float], ...]
    small: Style = SMALL


@dataclass(frozen=True, slots=True)
class Try:
    """What is said on one try: sizes, whether roles are told, how many contacts and lines of what helps there are."""

    size: float
    phone: float
    roles: bool = True
    contacts: int = 2
    lines: int = 2
    helps: int = 99
    holder: bool = True
    never: int = 999
    one_line: bool = True


class Builder:
    """Stacks the rows of one face; `fits` is whether every row that should be one line is."""

    def __init__(self, setter: Setter, face: Face, said: Try) -> None:
        self._setter, self.face, self.said = setter, face, said
        self.slices: list[Slice] = []
        self.tags: list[Tag] = []
        self.fits = True

    def style(self, size: float, weight: int = 0) -> Style:
        """Return a style of a size with the leading of a card."""
        return Style(size, size * 1.25, weight)

    def words(self, words: Words, style: Style, role: str = "P", *, after: float = 0, most: int = 99) -> None:
        """Add words; lines break where they must, and it does not fit where there are more than `most`."""
        if not words:
            return
        tag = Tag(role)
        self.tags.append(tag)
        lines = self._setter.flow(words, style, self.face.width, tag)
        lines[-1] = lines[-1]._replace(after=after)
        self.slices += lines
        self.fits &= len(lines) <= most

    def rule(self, before: float = 2.5) -> None:
        """Add a thin rule over the face."""
        self.slices.append(Slice(RULE + 2.5, (Fill(0, 0, self.face.width, RULE, BLACK),), before))

    def stop(self, title: str, size: float) -> None:
        """Add a white-on-black label."""
        tag = Tag("H2")
        self.tags.append(tag)
        style = self.style(size, 700)
        (line,) = self._setter.flow(plain(title), style, self.face.width, tag, ink=WHITE)[:1]
        height = style.leading + 3
        ground = Fill(0, 0, self.face.width, height, BLACK)
        self.slices.append(Slice(height, (ground, *(moved(op, 1.5 * MM, 1.5) for op in line.ops)), 4, 2))

    def call(self, call: Call, phone: float, *, ruled: bool) -> None:
        """Add a row: who at the left, the number at the right edge; under the name where there is no room beside it."""
        tag = Tag("P")
        self.tags.append(tag)
        style, large = self.style(self.said.size), self.style(phone, 700)
        numbers = self._setter.flow(call.numbers[:1], large, self.face.width, tag)
        room = self.face.width - widest(numbers) - (2.5 * MM if numbers else 0)
        name = call.name
        if self.said.roles and call.role:
            name = (*name, *plain(", "), *call.role) if name else call.role
        under = room < self.face.width * 0.3
        left = self._setter.flow(name, style, self.face.width if under else room, tag)
        self.fits &= len(left) <= 1 and len(numbers) <= 1 and not under
        rule = (Fill(0, 0, self.face.width, RULE, BLACK),) if ruled else ()
        if under:
            self.slices += [Slice(3, rule), *left, *numbers]
            return
        height = max(depth(left), depth(numbers))
        ops: list[Op] = []
        for side, lines in ((0.0, left), (1.0, numbers)):
            top = 3 + (height - depth(lines)) / 2
            for line in lines:
                texts = (op for op in line.ops if isinstance(op, Text))
                ops += (op._replace(x=side * (self.face.width - reach(op)), y=op.y + top) for op in texts)
                top += line.height
        self.slices.append(Slice(height + 5, (*rule, *ops)))


def front(setter: Setter, face: Face, card: Card) -> Builder:
    """Return the front at the first try that fits: smaller words, then no roles, then fewer names to call."""
    return _first(setter, face, _front_tries(face, len(card.contacts)), lambda builder: _front(builder, card))


def back(setter: Setter, face: Face, card: Card) -> Builder:
    """Return the back: what helps gives way first; what must never be given stays."""
    return _first(setter, face, _back_tries(face, len(card.helps), len(card.never)), lambda builder: _back(builder, card))


def whole(setter: Setter, face: Face, card: Card) -> Builder:
    """Return a card of one face: the front, then the back under it."""

    def fill(builder: Builder) -> None:
        _front(builder, card)
        builder.rule()
        _back(builder, card)

    tries = (
        replace(each, roles=False, lines=1, contacts=contacts, holder=False)
        for contacts in (2, 1, 0)
        for each in _back_tries(face, len(card.helps), len(card.never) if not contacts else 1)
    )
    return _first(setter, face, tries, fill)


def _first(setter: Setter, face: Face, tries: Iterator[Try], fill: Callable[[Builder], None]) -> Builder:
    for said in tries:
        builder = Builder(setter, face, said)
        fill(builder)
        if depth(builder.slices) <= face.height and (builder.fits or not said.one_line):
            return builder
    while builder.slices and depth(builder.slices) > face.height:
        builder.slices.pop()
    return builder


def _front_tries(face: Face, contacts: int) -> Iterator[Try]:
    for roles in (True, False):
        for size, phone in face.steps:
            yield Try(size, phone, roles)
    size, phone = face.steps[-1]
    for count in range(min(2, contacts), -1, -1):
        yield Try(size, phone, roles=False, contacts=count, one_line=False)


def _back_tries(face: Face, helps: int, never: int) -> Iterator[Try]:
    """Yield what the back may say: fewer and fewer things that help, then no holder, at last a part of `never` entries."""
    for count in (*range(min(helps, 12), 0, -1), 0):
        for size, phone in face.steps if count <= 1 else face.steps[:1]:
            yield Try(size, phone, helps=count, one_line=count > 1)
    size, phone = face.steps[-1]
    yield Try(size, phone, helps=0, holder=False, one_line=False)
    while never > 1:
        never = never * 4 // 5
        yield Try(size, phone, helps=0, holder=False, never=never, one_line=False)


def _front(builder: Builder, card: Card) -> None:
    said = builder.said
    small = builder.face.small
    builder.words(plain(card.top), small)
    if card.name:
        title = max(16.0, said.size * 4 / 3) if len(card.name) <= 28 else 12.0 if len(card.name) <= 60 else said.size
        builder.words(plain(card.name), builder.style(max(title, said.size), 700), "H1", after=1)
    contacts = card.contacts[: said.contacts]
    lines = (card.lines[1:2] if said.lines > 1 else ()) + card.lines[:1]
    if contacts or lines:
        builder.rule(1)
        builder.words(strong("Please call"), builder.style(said.size), "H2")
    rows = [(call, said.phone) for call in contacts]
    if card.contacts and not contacts:
        builder.words(strong(CALL_LIST), builder.style(said.size))
    rows += [(call, said.size if card.contacts else said.phone) for call in lines]
    for number, (call, phone) in enumerate(rows):
        builder.call(call, phone, ruled=number > 0)


def _back(builder: Builder, card: Card) -> None:
    said, small = builder.said, builder.face.small
    style = builder.style(said.size)
    helps = card.helps[: said.helps]
    if helps:
        builder.words(strong("What helps"), style, "H2")
        builder.words(plain(" ".join(helps)), style, most=HELPS_LINES)
    if card.never:
        builder.stop("Never give me", said.size)
        kept = card.never[: said.never]
        more = f"; {len(card.never) - len(kept)} more in my plan" if len(kept) < len(card.never) else ""
        builder.words(strong(", ".join(kept) + more), style)
    if card.holder and said.holder:
        builder.rule()
        builder.words(strong("My full crisis plan"), style, "H2")
        builder.call(card.holder, said.size + 1, ruled=False)
    builder.rule()
    builder.words(plain(card.stamp), small)
