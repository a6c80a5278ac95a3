"""Rows that are no table: label tables, and records told one after the other where columns would be too narrow."""

from __future__ import annotations

from dataclasses import replace

from wrapplanner.pdf import blocks
from wrapplanner.pdf.blocks import Group, Row, Words
from wrapplanner.pdf.cells import GUTTER, cell, padded
from wrapplanner.pdf.frames import zipped
from wrapplanner.pdf.headings import set_heading
from wrapplanner.pdf.lists import set_bullets
from wrapplanner.pdf.setting import Setter, spaced
from wrapplanner.pdf.slices import Galley, Keep, Slice, Tag, shifted
from wrapplanner.pdf.styles import Name


def set_label_table(setter: Setter, block: blocks.LabelTable, measure: float) -> Galley:
    """Labels at the left, what they say at the right; in large print beneath them."""
    root = Tag("Table")
    slices: list[Slice] = []
    rows = [row for row in block.rows if row.cells[1]]
    for number, row in enumerate(rows):
        label, said = Tag("TH", scope="Row"), Tag("TD")
        root.kids.append(Tag("TR", [label, said]))
        lines = _labelled(setter, row, label, said, measure)
        slices += padded(setter, lines, measure, ruled=number < len(rows) - 1)
        if number == 0 and len(rows) > 1:
            slices[-1] = slices[-1]._replace(keep=Keep.WISH)
    return Galley([root], spaced(slices, 0, 8) if slices else [])


def _labelled(setter: Setter, row: Row, label: Tag, said: Tag, measure: float) -> list[Slice]:
    style, left = setter.styles[Name.TABLE], setter.spacing.label
    name = tuple(replace(run, bold=True) for run in row.cells[0])
    if setter.large:
        head = cell(setter, name, label, measure, stop=row.stop)
        head = head if row.stop else setter.flow(row.cells[0], replace(style, weight=600), measure, label)
        return [each._replace(keep=Keep.MUST) for each in head] + setter.flow(row.cells[1], style, measure, said)
    if row.stop:
        first = cell(setter, name, label, left - GUTTER, stop=True)
    else:
        first = setter.flow(row.cells[0], replace(style, weight=600), left - GUTTER, label)
    return zipped([first, shifted(setter.flow(row.cells[1], style, measure - left, said), left)])


def set_records(setter: Setter, block: blocks.Table, measure: float) -> Galley:
    """A table as one entry a record: the first cell, then each other cell after its column's title."""
    galley = Galley()
    entries: list[Words] = []
    for row in block.rows:
        if isinstance(row, Group):
            galley.add(_flushed(setter, entries, measure))
            entries = []
            galley.add(set_heading(setter, blocks.Heading(row.title, 3, blocks.Rank.LABEL), measure))
        else:
            if not any(row.cells):
                continue  # a row to write on: there are no columns here to write in
            told = (_told(column, words) for column, words in zip(block.columns[1:], row.cells[1:], strict=True))
            entries.append(blocks.lines((row.cells[0], *told)))
    galley.add(_flushed(setter, entries, measure))
    return galley


def _told(column: blocks.Column, words: Words) -> Words:
    if column.tick or not words:
        return words
    return (*blocks.strong(f"{column.title}: "), *words)


def _flushed(setter: Setter, entries: list[Words], measure: float) -> Galley:
    """Set records so far as a list in which no record is cut that fits a page."""
    if not entries:
        return Galley()
    galley = Galley()
    for entry in entries:
        one = set_bullets(setter, blocks.Bullets((entry,)), measure)
        if galley.tags and one.tags:
            galley.tags[0].kids += one.tags[0].kids
            one.tags = []
        galley.add(one.hold(Keep.WISH))
    return galley
