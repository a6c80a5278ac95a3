"""The board as a flip chart: three columns of eight ideas at 30 pt; more ideas make further sheets, never smaller letters."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QRectF

from wrapplanner.facilitator.ui.fitting import (
    BOARD_PT,
    QUESTION_PT,
    Screen,
    is_from_right,
    largest,
    line_height,
    lines_of,
    set_lines,
    share_out,
    width_of,
)
from wrapplanner.facilitator.ui.sheets import (
    FOOT,
    SMALLER_TOP,
    Bar,
    Mark,
    Piece,
    Sheet,
    foot_top,
    numbered,
    page_words,
    passing_at_foot,
    passing_words,
)
from wrapplanner.facilitator.ui.slides import BoardSlide, Column

SIDE, GUTTER, ROWS, MOST_COLUMNS = 0.05, 40, 8, 3
NARROWEST = 7.5
"""The narrowest column, in sizes of its letters."""
TITLE_PT, LEAST_TITLE_PT, LARGEST_ROW = 46, 34, 1.8


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where columns stand on a sheet."""

    screen: Screen
    columns: int
    top: float
    bottom: float
    named: bool = True

    @property
    def px(self) -> int:
        return self.screen.px(BOARD_PT)

    @property
    def gutter(self) -> float:
        return GUTTER * self.screen.unit

    @property
    def width(self) -> int:
        room = self.screen.width * (1 - 2 * SIDE)
        return int((room - (self.columns - 1) * self.gutter) / self.columns)

    def left(self, place: int) -> float:
        return self.screen.width * SIDE + place * (self.width + self.gutter)

    @property
    def heading(self) -> float:
        return line_height(self.px) * (1.25 if self.named else 0.2)

    def row(self, lines: int) -> float:
        """Return the height of an idea of so many lines."""
        single = min(max((self.bottom - self.top - self.heading) / ROWS, line_height(self.px)), self.px * LARGEST_ROW)
        return single + (lines - 1) * line_height(self.px)


@dataclass(frozen=True, slots=True)
class _Strip:
    """So much of a group as one column holds."""

    group: Column
    ideas: tuple[tuple[str, str], ...]


def most_columns(screen: Screen) -> int:
    """Return how many columns there is room for: three, or less on a narrow screen."""
    px, gutter = screen.px(BOARD_PT), GUTTER * screen.unit
    room = screen.width * (1 - 2 * SIDE)
    return max(1, min(MOST_COLUMNS, int((room + gutter) / (NARROWEST * px + gutter))))


def lay_board(slide: BoardSlide, screen: Screen) -> tuple[Sheet, ...]:
    """Return the board's sheets; a bare one shows its question."""
    groups = [column for column in slide.columns if column.ideas or column.name]
    bare = bool(slide.question) and not any(column.ideas for column in groups)
    head, top = _head(slide, screen, alone=bare or screen.is_tall)
    bottom = foot_top(screen) - screen.least * 0.3 if screen.is_tall else screen.height * (1 - FOOT * 0.6)
    if bare:
        return _bare(slide, screen, head, top)
    wide = most_columns(screen)
    grid = _Grid(screen, wide if len(groups) < 2 else min(wide, len(groups)), top, bottom, any(group.name for group in groups))
    pages = _pages(groups, grid)
    sheets = []
    for number, page in enumerate(pages, 1):
        pieces = [*head, *_corner(slide, screen, number, len(pages))]
        for place, strip in enumerate(page):
            pieces += _strip(strip, grid, place)
        sheets.append(Sheet(slide, screen, tuple(pieces), number, len(pages)))
    return tuple(sheets)


def _pages(groups: list[Column], grid: _Grid) -> list[list[_Strip]]:
    """Return pages of strips: one group flows over the columns, several stand side by side and go on beneath each other."""
    if len(groups) < 2:
        strips = [strip for group in groups for strip in _strips(group, grid)]
        return [strips[at : at + grid.columns] for at in range(0, len(strips), grid.columns)] or [[]]
    pages = []
    for at in range(0, len(groups), grid.columns):
        abreast = [_strips(group, grid) for group in groups[at : at + grid.columns]]
        for number in range(max(map(len, abreast))):
            page = [strips[number] if number < len(strips) else _Strip(strips[0].group, ()) for strips in abreast]
            pages.append(page)
    return pages


def _strips(group: Column, grid: _Grid) -> list[_Strip]:
    room, strips, held, used = grid.bottom - grid.top - grid.heading, list[_Strip](), list[tuple[str, str]](), 0.0
    most = max(1, int(room / line_height(grid.px)))
    for idea, mark in group.ideas:
        lines = _idea_lines(idea, mark, grid)
        while lines:
            now, lines = lines[:most], lines[most:]
            high = grid.row(len(now))
            if held and used + high > room + 1:
                strips.append(_Strip(group, tuple(held)))
                held, used = [], 0.0
            held.append((" ".join(now), mark))
            used += high
    return [*strips, _Strip(group, tuple(held))]


def _inset(mark: str, grid: _Grid) -> float:
    return grid.px if mark else 0.0


def _idea_lines(idea: str, mark: str, grid: _Grid) -> tuple[str, ...]:
    return lines_of(idea, grid.px, 400, int(grid.width - _inset(mark, grid)))


def _strip(strip: _Strip, grid: _Grid, place: int) -> list[Piece]:
    left, px, unit = grid.left(place), grid.px, grid.screen.unit
    pieces, y = _heading(strip.group, grid, left), grid.top + grid.heading
    for number, (idea, mark) in enumerate(strip.ideas):
        lines = _idea_lines(idea, mark, grid)
        high = grid.row(len(lines))
        box = QRectF(left, y + (high - len(lines) * line_height(px)) / 2, grid.width, high)
        if mark:
            side = px * 0.62
            x = box.right() - side if is_from_right(idea) else left
            pieces.append(Mark(QRectF(x, box.top() + (line_height(px) - side) / 2, side, side), mark))
            inset = _inset(mark, grid)
            box.adjust(0 if is_from_right(idea) else inset, 0, -inset if is_from_right(idea) else 0, 0)
        pieces += set_lines(lines, box, px, 400, "ink")
        y += high
        if number < len(strip.ideas) - 1:
            pieces.append(Bar(QRectF(left, y - max(1, unit), grid.width, max(1, unit)), "line"))
    return pieces


def _heading(group: Column, grid: _Grid, left: float) -> list[Piece]:
    px, unit = grid.px, grid.screen.unit
    rule = Bar(QRectF(left, grid.top + grid.heading - 3 * unit, grid.width, 3 * unit), "ink")
    if not group.name:
        return [rule]
    inset = px * 1.25 if group.shape else 0
    width = int(grid.width - inset)
    size = largest(group.name, (px, grid.screen.least), 600, width, 1)
    lines = list(islice(lines_of(group.name, size, 600, width), 1))
    high = line_height(px)
    pieces: list[Piece] = [rule]
    if group.shape:
        side = px * 0.68
        pieces.append(Mark(QRectF(left + px * 0.08, grid.top + (high - side) / 2, side, side), group.shape))
    return [*pieces, *set_lines(lines, QRectF(left + inset, grid.top, width, high), size, 600, "ink")]


def _head(slide: BoardSlide, screen: Screen, *, alone: bool) -> tuple[list[Piece], float]:
    """Return the title and where the rest begins; a title that is not `alone` leaves room beside it."""
    left, y, least = screen.width * SIDE, screen.height * SMALLER_TOP, screen.least
    width = screen.width * (1 - 2 * SIDE) - (0 if alone else _corner_width(screen))
    px = largest(slide.title, (screen.px(TITLE_PT), screen.px(LEAST_TITLE_PT)), 600, int(width), 1)
    lines = lines_of(slide.title, px, 600, int(width))
    pieces = set_lines(lines, QRectF(left, y, width, 0), px, 600, "ink")
    return list(pieces), y + max(1, len(lines)) * line_height(px) + least * 0.35


def _corner_width(screen: Screen) -> float:
    return width_of(f"{passing_words()}   {page_words(10, 10)}", screen.least, 400) + GUTTER * screen.unit


def _corner(slide: BoardSlide, screen: Screen, number: int, of: int) -> list[Piece]:
    """Return "Passing is fine." and which sheet this is: beside the title, or at the foot of a tall screen."""
    least, right = screen.least, screen.width * (1 - SIDE)
    if screen.is_tall:
        foot = passing_at_foot(screen) if slide.passes else []
        said, y = (page_words(number, of) if of > 1 else ""), foot_top(screen)
    else:
        parts = [page_words(number, of)] if of > 1 else []
        parts += [passing_words()] if slide.passes else []
        foot, said = [], " · ".join(parts)
        y = screen.height * SMALLER_TOP + (line_height(screen.px(TITLE_PT)) - line_height(least)) * 0.75
    if not said:
        return foot
    box = QRectF(right - width_of(said, least, 400), y, screen.width, line_height(least))
    return [*foot, *set_lines([said], box, least, 400, "soft")]


def _bare(slide: BoardSlide, screen: Screen, head: list[Piece], top: float) -> tuple[Sheet, ...]:
    left, width = screen.width * SIDE, int(screen.width * (1 - 2 * SIDE))
    sizes, y = (screen.px(QUESTION_PT), screen.least), top + screen.least
    px, pages = share_out([slide.question], sizes, width, foot_top(screen) - y)
    sheets = []
    for page in pages:
        lines = [line for paragraph in page for line in paragraph.lines]
        pieces = [*head, *set_lines(lines, QRectF(left, y, width, 0), px, 400, "ink")]
        foot = passing_at_foot(screen) if slide.passes else []
        sheets.append(Sheet(slide, screen, (*pieces, *foot)))
    return numbered(sheets)
