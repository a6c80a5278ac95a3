"""What stands on every page outside the text: header, footer, edge tab. All of it is artifact to a screen reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.blocks import Furniture, PartStart
from wrapplanner.pdf.frames import edge_tab
from wrapplanner.pdf.setting import Setter
from wrapplanner.pdf.slices import Fill, Op, Text, moved
from wrapplanner.pdf.styles import BLACK, MM, Name, Style

HEADER_RULE = 12 * MM
FOOTER = 10 * MM


class Edges:
    """Makes the furniture of the pages of one document."""

    def __init__(self, setter: Setter, furniture: Furniture, parts: Mapping[int, PartStart], *, crisis: bool) -> None:
        self._setter, self._furniture, self._parts, self._crisis = setter, furniture, parts, crisis

    def of_page(self, number: int, pages: int, part: int, *, mirrored: bool) -> tuple[list[Op], float]:
        """Return the ops, from the top left of the sheet, and where the frame begins at the left of it."""
        sheet = self._setter.sheet
        left = sheet.width - sheet.left - sheet.measure if mirrored else sheet.left
        start = self._parts.get(part)
        ops = [moved(op, left, 0) for op in (*self._header(start, mirrored), *self._footer(number, pages))]
        if start and start.number:
            x = left - 3 * MM - 9 * MM if mirrored else left + sheet.measure + 3 * MM
            y = sheet.tab_top + start.number * sheet.tab_pitch
            ops += edge_tab(self._setter, start, x, y, mirrored=mirrored)
        return ops, left

    def _style(self) -> Style:
        style = self._setter.styles[Name.HEADER]
        return replace(style, size=max(style.size, self._setter.look.header_size))

    def _header(self, start: PartStart | None, mirrored: bool) -> list[Op]:
        measure, style = self._setter.sheet.measure, self._style()
        thickness, ink = self._setter.look.header_rule, BLACK
        name, other = self._furniture.header.upper(), self._furniture.beside
        if start:
            thickness, ink = styles.PART_RULE, styles.HUES[start.hue % len(styles.HUES)]
            name = f"{start.number} · {start.title}".upper() if start.number else start.title.upper()
            other = self._furniture.header
        y = HEADER_RULE + thickness + 3.5
        heavy = replace(style, weight=600)
        sides = [(name, heavy), (other, style)]
        room = (measure * 0.48, measure * 0.5)
        ops: list[Op] = [Fill(0, HEADER_RULE, measure, thickness, ink)]
        for (words, kind), at_right, wide in zip(sides, (mirrored and bool(start), not (mirrored and start)), room, strict=True):
            ops += self._line(words, kind, y, measure, wide, at_right=at_right)
        return ops

    def _footer(self, number: int, pages: int) -> list[Op]:
        sheet, style = self._setter.sheet, self._style()
        count = f"Page {number} of {pages}"
        y = sheet.height - FOOTER - style.leading
        ops: list[Op] = [Fill(0, y - 4, sheet.measure, 0.75, BLACK)]
        ops += self._line(self._furniture.footer, style, y, sheet.measure, sheet.measure * 0.78, at_right=False)
        ops += self._line(count, style, y, sheet.measure, sheet.measure * 0.3, at_right=True)
        return ops

    def _line(self, words: str, style: Style, y: float, measure: float, room: float, *, at_right: bool) -> list[Op]:
        lines = [line for each in self._setter.lines_of(blocks.plain(words), style, room) for line in each]
        if not lines:
            return []
        pieces = lines[0].pieces
        x = measure - lines[0].width * style.size / 1000 if at_right else 0.0
        baseline = y + (style.leading + style.size * 0.668) / 2
        return [Text(x, baseline, style.size, pieces, BLACK, None)]
