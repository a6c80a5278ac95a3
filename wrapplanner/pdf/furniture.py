"""What stands on every page outside the text: header, footer, edge tab. All of it is artifact to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.blocks import PartStart
from wrapplanner.pdf.lines import Line
from wrapplanner.pdf.manuscript import Furniture
from wrapplanner.pdf.opening import edge_tab
from wrapplanner.pdf.setting import Setter, baseline
from wrapplanner.pdf.slices import Fill, Op, Text, moved
from wrapplanner.pdf.styles import BLACK, MM, Name, Style

HEADER_RULE = 12 * MM
HEADER_GAP = 2.5
FOOTER = 10 * MM
"""From the edge of the sheet to the feet of the footer's letters, nearly."""
EMPTY = Line((), 0)


class Edges:
    """Makes the furniture of the pages of one document."""

    def __init__(self, setter: Setter, furniture: Furniture) -> None:
        self._setter, self._furniture = setter, furniture

    def of_page(self, number: int, pages: int, part: PartStart | None, *, mirrored: bool) -> tuple[list[Op], float]:
        """Return the ops, from the top left of the sheet, and where the frame begins at the left of it."""
        sheet = self._setter.sheet
        left = sheet.width - sheet.left - sheet.measure if mirrored else sheet.left
        header = self._header(part, mirrored, number) if self._furniture.header else []
        ops = [moved(op, left, 0) for op in (*header, *self._footer(number, pages))]
        if part and part.number:
            x = left - 3 * MM - 9 * MM if mirrored else left + sheet.measure + 3 * MM
            y = sheet.tab_top + part.number * sheet.tab_pitch
            ops += edge_tab(self._setter, part, x, y, mirrored=mirrored)
        return ops, left

    def _style(self) -> Style:
        style = self._setter.styles[Name.HEADER]
        return replace(style, size=max(style.size, self._setter.look.header_size))

    def _header(self, start: PartStart | None, mirrored: bool, number: int) -> list[Op]:
        measure, style = self._setter.sheet.measure, self._style()
        heavy = replace(style, weight=600)
        thickness, colour = self._setter.look.header_rule, BLACK
        name = self._furniture.header.upper()
        if self._furniture.quiet:
            thickness, name = styles.PERSONAL.header_rule, self._furniture.header
        others = self._furniture.beside if number == 1 else self._furniture.inner or self._furniture.beside
        if start:
            thickness, colour = styles.PART_RULE, styles.HUES[start.hue % len(styles.HUES)]
        if start and self._furniture.by_part:
            name = f"{start.number} · {start.title}".upper() if start.number else start.title.upper()
            others = (self._furniture.header,)
        y = HEADER_RULE + thickness + HEADER_GAP
        title = self._fitted((name,), heavy, measure)
        other = self._fitted(others, style, measure - title.width * style.size / 1000 - 6 * MM)
        swapped = mirrored and start is not None
        return [
            Fill(0, HEADER_RULE, measure, thickness, colour),
            *self._line(title, heavy, y, at_right=swapped),
            *self._line(other, style, y, at_right=not swapped),
        ]

    def _footer(self, number: int, pages: int) -> list[Op]:
        sheet, style = self._setter.sheet, self._style()
        y = sheet.height - FOOTER - baseline(style) - (0 if self._setter.large else 2.8)
        said = f"Page {number} of {pages}"
        if self._furniture.turn_over and number == 1 < pages:
            said = f"Turn over · {number} of {pages}"
        count = self._fitted((said,), style, sheet.measure)
        stamp = self._fitted(self._furniture.footer, style, sheet.measure - count.width * style.size / 1000 - 6 * MM)
        return [
            Fill(0, y - (2.5 if self._setter.large else 4), sheet.measure, 0.75, BLACK),
            *self._line(stamp, style, y, at_right=False),
            *self._line(count, style, y, at_right=True),
        ]

    def _fitted(self, choices: Sequence[str], style: Style, room: float) -> Line:
        """Return the first of some words that fits a line; of the last as many as fit, with “…” after them."""
        for words in choices:
            lines = self._lines(words, style, room)
            if len(lines) <= 1:
                return lines[0] if lines else EMPTY
        shortest = self._lines(choices[-1], style, room - style.size) if choices else []
        if not shortest:
            return EMPTY
        return next(iter(self._lines(shortest[0].text + " …", style, room)), EMPTY)

    def _lines(self, words: str, style: Style, room: float) -> list[Line]:
        return [line for each in self._setter.lines_of(blocks.plain(words), style, max(room, style.size)) for line in each]

    def _line(self, line: Line, style: Style, y: float, *, at_right: bool) -> list[Op]:
        x = self._setter.sheet.measure - line.width * style.size / 1000 if at_right else 0.0
        return [Text(x, y + baseline(style), style.size, line.pieces, BLACK, None)] if line.pieces else []
