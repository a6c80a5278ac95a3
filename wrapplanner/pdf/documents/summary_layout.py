"""A crisis summary as blocks: in bands of twin cells on one page, or in large print over the two sides of one sheet."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from wrapplanner.pdf.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Layouts,
    Mark,
    Pair,
    Paragraph,
    Rank,
    Row,
    Run,
    Side,
    StopBox,
    Table,
    Words,
    lines,
    plain,
)
from wrapplanner.pdf.documents.summary_cells import Cell, Form, Item
from wrapplanner.pdf.documents.summary_shorter import Cells, shorter
from wrapplanner.pdf.documents.telling import columns_in_use
from wrapplanner.pdf.forms import Call, Calls, PersonHead, SmallPrint

_MARKS = {Form.TICKS: Mark.TICK, Form.CROSSES: Mark.CROSS, Form.DOTS: Mark.DOT}
_STOPS = ("do-not", "not-called")
_TEXTS = ("talking", "well")
"""Cells whose entries are the sentences of one text: nobody counts those."""
_BANDS = (("do", "do-not"), ("first-signs", "then"), ("well", "signs"), ("medicines", "depends"))
_FIRST_MINUTE = ("never", "talking", "do", "do-not", "calls")
_OVERFLOW = (("talking", 1), ("do-not", 3), ("do", 3), ("calls", 1), ("do-not", 1), ("do", 1))
"""What runs over to the second side of large print, and how many entries of it stay on the first."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A crisis summary: whose it is, its cells, its last words. With `shared` the full plan is with others, to be read on.

    `called` is what the person is called, '' if they did not say.
    """

    head: PersonHead
    cells: Cells
    last: Words
    called: str
    shared: bool
    large: bool

    def proposals(self) -> Generator[Layouts, bool, None]:
        """Say everything, then ever less until it fits; then give back what there is room for after all."""
        versions = [self.cells]
        for cells in shorter(self.cells):
            versions.append(cells)
            if (yield self._layouts(cells)):
                break
        else:
            return
        for version in reversed(versions):
            for fuller in version:
                if fuller not in cells:
                    given = _with(cells, fuller, self.cells)
                    if (yield self._layouts(given)):
                        cells = given

    def _layouts(self, cells: Cells) -> Layouts:
        return self._sheets(cells) if self.large else ((self._page(cells),),)

    def _page(self, cells: Cells) -> Side:
        found = {cell.id: cell for cell in cells}
        blocks: list[Block] = [self.head]
        for name in ("never", "talking"):
            blocks += self._blocks(found.get(name))
        blocks += self._twins(*(self._blocks(found.get(name)) for name in _BANDS[0]))
        blocks += self._twins(*self._telephone(found))
        for left, right in _BANDS[1:]:
            blocks += self._twins(self._blocks(found.get(left)), self._blocks(found.get(right)))
        for name in ("places", "tools"):
            blocks += self._blocks(found.get(name))
        return (*blocks, SmallPrint(self.last))

    def _twins(self, left: tuple[Block, ...], right: tuple[Block, ...]) -> tuple[Block, ...]:
        return (Pair(left, right),) if left and right else (*left, *right)

    def _telephone(self, found: dict[str, Cell]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """Whom to call beside whom not to; helplines stand under the latter, or in the place of callers: nothing is missing."""
        calls, others, not_called = found.get("calls"), found.get("lines"), self._blocks(found.get("not-called"))
        if calls is None:
            return self._blocks(others), not_called
        if others is None:
            return self._blocks(calls), not_called
        rows = self._rows(others, beside=True)
        if not not_called:
            return self._blocks(calls), (Heading("At any hour", 2, Rank.CELL), Calls(rows))
        return self._blocks(calls), (*not_called, Calls(rows, ruled=True))

    def _sheets(self, cells: Cells) -> Iterator[tuple[Side, ...]]:
        """Yield a single side, then two sides, ever more of the first running over to the second."""
        yield (self._page(cells),)
        moved: dict[str, tuple[Item, ...]] = {}
        yield self._sides(cells, moved)
        for name, least in _OVERFLOW:
            cell = next((each for each in cells if each.id == name), None)
            kept = len(cell.items) - len(moved.get(name, ())) if cell else 0
            while cell and kept > least:
                kept -= 1
                moved = {**moved, name: cell.items[kept:]}
                yield self._sides(cells, moved)

    def _sides(self, cells: Cells, moved: dict[str, tuple[Item, ...]]) -> tuple[Side, ...]:
        front: list[Block] = [self.head]
        also: list[Block] = []
        found = {cell.id: cell for cell in cells}
        for name in _FIRST_MINUTE:
            if (cell := found.get(name)) is not None:
                front += self._front(cell, len(cell.items) - len(moved.get(name, ())))
                also += self._also(cell, moved.get(name, ()))
        others = found.get("lines")
        first = replace(others, items=others.items[:1]) if others else None
        if first:
            calls = found.get("calls")
            front += [Calls(self._rows(first), ruled=True)] if calls else self._blocks(first)
        back: list[Block] = [*self._blocks(found.get("not-called"))]
        if others and others.items[1:]:
            heading = () if back else (Heading("At any hour", 2, Rank.CELL),)
            back += (*heading, Calls(self._rows(others)[1:], ruled=bool(back)))
        back += also
        for name in ("first-signs", "then", "well", "signs", "medicines", "depends", "places", "tools"):
            back += self._blocks(found.get(name))
        return (tuple(front), (*back, SmallPrint(self.last)))

    def _front(self, cell: Cell, kept: int) -> tuple[Block, ...]:
        if kept == len(cell.items):
            return self._blocks(cell)
        return self._blocks(replace(cell, items=cell.items[:kept], written=kept))

    def _also(self, cell: Cell, items: tuple[Item, ...]) -> tuple[Block, ...]:
        if not items:
            return ()
        left_out = cell.written - len(cell.items)
        rest = replace(cell, title=f"{cell.title}, also", items=items, written=len(items) + left_out)
        return self._blocks(rest)

    def _blocks(self, cell: Cell | None) -> tuple[Block, ...]:
        """Return a cell with its heading, and what is said of entries that are not here."""
        if cell is None:
            return ()
        more = self._more(cell)
        if cell.form is Form.STOP:
            return (self._never(cell), *((Paragraph(more),) if more else ()))
        heading = Heading(cell.title, 2, Rank.STOP if cell.id in _STOPS else Rank.CELL)
        if not cell.items:
            return (heading, Paragraph(more))
        return (heading, *self._body(cell, more))

    def _body(self, cell: Cell, more: Words) -> tuple[Block, ...]:
        pieces = [item.pieces[0] for item in cell.items]
        if cell.form is Form.PROSE:
            joined = [run for number, words in enumerate(pieces) for run in ((Run(" "),) if number else ()) + words]
            return (Paragraph(lines((tuple(joined), more))),)
        under = (Paragraph(more),) if more else ()
        if cell.form is Form.LINES:
            told = [Paragraph(words) for words in pieces] if cell.id == "depends" else [Paragraph(lines(pieces))]
            return (*told, *under)
        if cell.form is Form.CALLS:
            return (Calls(self._rows(cell), numbered=cell.id == "calls" and cell.written > 1), *under)
        if cell.form is Form.RULED:
            columns = (Column("Medicine", 52, gives=True), Column("When", 22))
            kept, rows = columns_in_use(columns, [Row(item.pieces) for item in cell.items])
            return (Table(kept, rows, head=False), *under)
        return (Bullets(tuple(pieces), _MARKS[cell.form]), *under)

    def _rows(self, cell: Cell, *, beside: bool = False) -> tuple[Call, ...]:
        """Return rows to call; the emergency number is bold, and the others smaller where they stand beside people."""
        rows = []
        for place, item in enumerate(cell.items):
            name, role, numbers = item.pieces
            loud = cell.id == "lines" and not place
            rows.append(Call(tuple(replace(run, bold=True) for run in name) if loud else name, role, numbers,
                             first=not (beside and place)))  # fmt: skip
        return tuple(rows)

    def _never(self, cell: Cell) -> StopBox:
        if not self.large:
            return StopBox(cell.title, tuple(Row(item.pieces) for item in cell.items), 2)
        rows = []
        for item in cell.items:
            name, *reasons = item.pieces
            reason = reasons[0] if reasons else ()
            rows.append(Row(((*name, *([Run(". ", bold=True)] if name and reason else []), *reason),)))
        return StopBox("Never give me", tuple(rows), 2)

    def _more(self, cell: Cell) -> Words:
        """Say what is not here, and where it is."""
        left_out = cell.written - len(cell.items)
        if not left_out:
            return ()
        if not self.shared or not cell.anchor:
            said = f"{self.called} has written more" if self.called else "I have written more"
            return plain(f"{cell.none}. {said}" if cell.none and not cell.items else said)
        page = Run("", page_of=cell.anchor)
        if not cell.items:
            return (Run(f"{cell.none}: full plan, page " if cell.none else "In my full plan, page "), page)
        count = "More" if cell.id in _TEXTS else f"{left_out} more"
        return (Run(f"{count} in my full plan, page "), page)


def _with(cells: Cells, fuller: Cell, order: Cells) -> Cells:
    """Return cells with a fuller one in the place of what is left of it, in the order of the paper."""
    places = {cell.id: place for place, cell in enumerate(order)}
    others = [cell for cell in cells if cell.id != fuller.id]
    return tuple(sorted((*others, fuller), key=lambda cell: places[cell.id]))
