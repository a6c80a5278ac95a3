"""The part's name in a page's header: its mark, its name, and the list of parts when it is pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from wrapplanner.domain.framework import Framework, Part
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import PushButton
from wrapplanner.ui.widgets.marks import PartMark, part_icon


class PartButton(QWidget):
    """Shows a part; `part_chosen(part id)` when another is chosen from its list."""

    part_chosen = Signal(str)

    def __init__(self, look: Look, framework: Framework, part: Part, *, names: bool = True) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space(8))
        row.addWidget(PartMark(look, part))
        name = PushButton(f"{part.title} " if names else "")
        name.setObjectName("partName")
        name.setProperty("look", "back")
        name.setIcon(look.icon("chevron-down", "ink"))
        name.setIconSize(look.icon_extent())
        name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        name.setAccessibleName(self.tr("Part: {0}. Choose another").format(part.title))
        name.setMenu(self._parts(look, framework, name))
        row.addWidget(name)

    def _parts(self, look: Look, framework: Framework, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the button is set the other way, for its chevron
        for part in framework.parts:
            action = menu.addAction(part_icon(look, part), part.title)
            action.triggered.connect(partial(self._on_chosen, part.id))
        return menu

    def _on_chosen(self, part: str, _checked: bool = False) -> None:
        self.part_chosen.emit(part)
