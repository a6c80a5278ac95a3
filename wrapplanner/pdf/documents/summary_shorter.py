"""What a crisis summary leaves out so that it fits its page: one whole entry after the other, from the end of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from wrapplanner.pdf.blocks import plain
from wrapplanner.pdf.documents.summary_cells import Cell, Form

LONG_TEXT = 900
"""Letters of “talking with me” that no cell has room for."""
LONG_ENTRY = 400
"""Letters of any other entry that no cell has room for."""
FEWER = 0.8
"""Where hundreds must not be involved there is no page for all of them: so many of them stay each time."""
IN_FULL = "in my full plan"

Cells = tuple[Cell, ...]
Step = Callable[[Cells], Cells]


def shorter(cells: Cells) -> Iterator[Cells]:
    """Yield the cells whole, then ever shorter: each time one entry less is there."""
    yield cells
    for step in STEPS:
        while (fewer := step(cells)) != cells:
            cells = fewer
            yield cells


def _changed(cells: Cells, name: str, change: Callable[[Cell], Cell]) -> Cells:
    return tuple(change(cell) if cell.id == name else cell for cell in cells)


def _upto(name: str, most: int, *, firm: bool = False) -> Step:
    """Return a step that leaves out the last entry of a cell while it has more; firm ones only if `firm`."""

    def drop(cell: Cell) -> Cell:
        loose = [place for place, item in enumerate(cell.items) if firm or not item.firm]
        if len(cell.items) <= most or not loose:
            return cell
        return replace(cell, items=cell.items[: loose[-1]] + cell.items[loose[-1] + 1 :])

    return partial(_changed, name=name, change=drop)


def _both_upto(first: str, second: str, most: int) -> Step:
    """Return a step that keeps two lists level: the longer one loses its last entry."""

    def drop(cells: Cells) -> Cells:
        longest = max((cell for cell in cells if cell.id in (first, second)), key=lambda cell: len(cell.items), default=None)
        return _upto(longest.id, most)(cells) if longest else cells

    return drop


def _none(name: str, *, over: int = -1) -> Step:
    """Return a step that leaves out all of a cell if it has more letters than that."""
    return partial(_changed, name=name, change=lambda cell: replace(cell, items=()) if _letters(cell) > over else cell)


def _letters(cell: Cell) -> int:
    return sum(item.letters for item in cell.items)


def _long_entries(cells: Cells) -> Cells:
    """Leave out one entry that is too long for any cell; never what is never left out."""
    kept = ("never", "talking", "not-called", "calls", "lines")
    for cell in cells:
        for place, item in enumerate(cell.items if cell.id not in kept and cell.form is not Form.RULED else ()):
            if item.letters > LONG_ENTRY:
                return _changed(cells, cell.id, partial(_without, place=place))
    return cells


def _without(cell: Cell, place: int) -> Cell:
    return replace(cell, items=cell.items[:place] + cell.items[place + 1 :])


def _reasons(cells: Cells) -> Cells:
    """Say of the longest reason that it is in the full plan: the name of what must never be given stays."""

    def point(cell: Cell) -> Cell:
        long = [(len(item.pieces) > 1 and sum(len(run.text) for run in item.pieces[1])) or 0 for item in cell.items]
        place = long.index(max(long)) if long else 0
        if not long or long[place] <= len(IN_FULL) + 1:
            return cell
        item = replace(cell.items[place], pieces=(cell.items[place].pieces[0], plain(IN_FULL)))
        return replace(cell, items=(*cell.items[:place], item, *cell.items[place + 1 :]))

    return _changed(cells, "never", point)


def _share(name: str) -> Step:
    def drop(cell: Cell) -> Cell:
        return replace(cell, items=cell.items[: max(1, int(len(cell.items) * FEWER))])

    return partial(_changed, name=name, change=drop)


def _silent(cells: Cells) -> Cells:
    """Leave out the headings of cells of which nothing is left, but for medicines: that there are some is worth a line."""
    return tuple(cell for cell in cells if cell.items or cell.none or cell.id == "talking")


STEPS: tuple[Step, ...] = (
    _none("talking", over=LONG_TEXT),
    _long_entries,
    _upto("tools", 0),
    _both_upto("first-signs", "then", 2),
    _upto("well", 1),
    _upto("places", 1),
    _upto("signs", 3),
    _upto("depends", 0),
    _both_upto("do", "do-not", 4),
    _upto("calls", 2),
    _none("medicines"),
    # What follows is for plans that hardly anybody writes: entries of many lines, lists of dozens.
    _both_upto("first-signs", "then", 0),
    _upto("well", 0),
    _upto("signs", 0),
    _upto("places", 0, firm=True),
    _both_upto("do", "do-not", 0),
    _upto("lines", 1),
    _upto("calls", 1),
    _upto("depends", 0, firm=True),
    _none("talking"),
    _silent,
    _reasons,
    _share("not-called"),
    _share("never"),
)
"""In this order; a step is taken as often as it changes anything."""
