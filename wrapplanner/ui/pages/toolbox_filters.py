"""The line of chips that says which tools are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Tool
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.flow import FlowLayout

Test = Callable[[Tool], bool]


class ToolFilters(QWidget):
    """One chip is on. Kinds that have no room in the line are under “More kinds”. `chosen()` when another is on."""

    chosen = Signal()

    def __init__(self, look: Look, framework: Framework) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self._tests: dict[QPushButton, Test] = {}
        self._gap = look.space(8)
        self._row = FlowLayout(self._gap)  # what is always there goes on in a second line where one is too short
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self.tr("Which tools to show"))
        self.all = self._chip(self.tr("All"), "", lambda tool: True)
        self._chip(self.tr("Favourites"), "star", lambda tool: tool.favourite)
        self._chip(self.tr("Low energy"), "battery-low", lambda tool: tool.low_energy)
        self._kinds = {self._chip(kind.title, "", _is_of(kind.id)): kind.title for kind in framework.tool_kinds}
        self._more = button(look, self.tr("More kinds"), "chip", icon="chevron-down", trailing=True)
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._row.addWidget(self._more)
        self.all.setChecked(True)
        self._group.buttonClicked.connect(self._on_chosen)

    def show_count(self, count: int) -> None:
        """Say how many tools there are."""
        self.all.setText(self.tr("All {0}").format(count) if count else self.tr("All"))

    def passes(self, tool: Tool) -> bool:
        """Return whether a tool is to be shown."""
        return next((test(tool) for chip, test in self._tests.items() if chip.isChecked()), True)

    def show_all(self) -> None:
        """Take the filter off."""
        self.all.setChecked(True)
        self._on_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many kinds as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _chip(self, text: str, icon: str, test: Test) -> QPushButton:
        chip = button(self._look, text, "chip", icon=icon)
        chip.setCheckable(True)
        chip.setAutoExclusive(True)
        self._group.addButton(chip)
        self._tests[chip] = test
        self._row.addWidget(chip)
        return chip

    def _fit(self) -> None:
        gap = self._gap
        always = [chip for chip in self._tests if chip not in self._kinds]
        room = self.width() - sum(chip.sizeHint().width() + gap for chip in always) - self._more.sizeHint().width()
        for chip in self._kinds:
            room -= chip.sizeHint().width() + gap
            chip.setVisible(room >= 0 or chip.isChecked())
        self._more.setVisible(any(chip.isHidden() for chip in self._kinds))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for chip, title in self._kinds.items():
            if chip.isHidden():
                self._menu.addAction(title, chip.click)

    def _on_chosen(self) -> None:
        self._fit()
        self.chosen.emit()


def _is_of(kind: str) -> Test:
    return lambda tool: tool.kind == kind
