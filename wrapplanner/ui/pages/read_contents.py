"""The parts of a plan to go to, beside the document: a column with quiet doors under it, or a drop-down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.domain.framework import Framework
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.marks import part_icon
from wrapplanner.ui.widgets.side_list import SideList
from wrapplanner.ui.widgets.words import words


def contents_column(look: Look, framework: Framework, doors: Sequence[QWidget]) -> tuple[SideList, QWidget]:
    """Return the list of parts, and the column that holds it and the doors."""
    holder = QWidget()
    holder.setFixedWidth(round(252 * look.scale))
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, look.space(20), 0, look.space(12))
    label = words(_said("In my plan"), "label", wrap=False)
    label.setContentsMargins(12, 0, 0, 0)
    column.addWidget(label)
    side = SideList(look, _said("In my plan"))
    side.setIconSize(look.icon_extent(24))
    for part in framework.parts:
        side.add_topic(part.id, part.title, part_icon(look, part))
    column.addWidget(side, 1)
    for door in doors:
        column.addWidget(door, 0, Qt.AlignmentFlag.AlignLeft)
    return side, holder


def contents_drop(look: Look, framework: Framework, here: str) -> DropDown:
    """Return a drop-down of the parts at the part where one is; its rows are the parts in order."""
    drop = DropDown(look, _said("In my plan"))
    for part in framework.parts:
        drop.addItem(part_icon(look, part), part.title)
    drop.setIconSize(look.icon_extent(24))
    ids = [part.id for part in framework.parts]
    drop.setCurrentIndex(ids.index(here) if here else 0)
    return drop


def _said(text: str) -> str:
    return QCoreApplication.translate("ReadPage", text)
