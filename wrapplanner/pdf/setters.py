"""How each block of the document tree is set: one table, and nothing else knows them all."""

from __future__ import annotations

from wrapplanner.pdf import (
    blocks,
    calls,
    card_sheets,
    fitting,
    forms,
    frames,
    grids,
    headings,
    ideas,
    lists,
    opening,
    records,
    setting,
    tables,
    worksheets,
)
from wrapplanner.pdf.setting import Setters

SETTERS: Setters = {
    blocks.Heading: headings.set_heading,
    blocks.Paragraph: setting.set_paragraph,
    blocks.Bullets: lists.set_bullets,
    blocks.Whole: setting.set_whole,
    blocks.Pair: setting.set_pair,
    blocks.Trio: setting.set_trio,
    blocks.PartStart: setting.set_part_start,
    blocks.Table: tables.set_table,
    blocks.LabelTable: records.set_label_table,
    blocks.StopBox: frames.set_stop_box,
    blocks.Box: frames.set_box,
    blocks.Note: frames.set_note,
    blocks.Strip: frames.set_strip,
    blocks.Signatures: frames.set_signatures,
    blocks.Opening: opening.set_opening,
    blocks.Fitted: fitting.set_fitted,
    forms.PersonHead: calls.set_person_head,
    forms.Calls: calls.set_calls,
    forms.SmallPrint: calls.set_small_print,
    forms.Cards: card_sheets.set_cards,
    forms.Ruled: worksheets.set_ruled,
    forms.HandTable: worksheets.set_hand_table,
    forms.WallHead: grids.set_wall_head,
    forms.WeekGrid: grids.set_week_grid,
    forms.IdeaBand: ideas.set_idea_band,
}
