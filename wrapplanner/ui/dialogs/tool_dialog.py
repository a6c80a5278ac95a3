"""Writing down a tool: everything that one can say about it. Only its name is asked for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Tool, ToolState
from wrapplanner.domain.text import normalise
from wrapplanner.ui.dialogs.form import Form, FormDropDown
from wrapplanner.ui.editors.line_field import LineField
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import Radio, TickBox
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words as label


class ToolDialog(Form):
    """`tool_written(tool)` when it shall be kept; the tool has the id of the one that was given."""

    tool_written = Signal(object)

    def __init__(self, look: Look, framework: Framework, tool: Tool, parent: QWidget, *, new: bool) -> None:
        tr = QCoreApplication.translate
        super().__init__(look, tr("ToolDialog", "Add a tool") if new else tr("ToolDialog", "Change this tool"), parent)
        self._tool, self._framework = tool, framework
        self._build()
        self._connect()
        self._show()
        self.end_form(self.tr("Add it") if new else self.tr("Keep it"))
        self.focus_first(self.name)

    def _build(self) -> None:
        self.name = self._line(self.tr("What helps"))
        self.unnamed = label(self.tr("A word or two here, so that you can tell it from the others."), "soft")
        self.unnamed.hide()
        self.body.addWidget(self.unnamed)
        self.note = self._line(self.tr("A note to yourself"))
        self._build_pair()
        ticks = FlowLayout(self.look.space(16))
        self.body.addLayout(ticks)
        self.low_energy = self._tick(ticks, self.tr("I can do it with low energy"))
        self.favourite = self._tick(ticks, self.tr("One of my favourites"))
        self.costs_money = self._tick(ticks, self.tr("It costs money"))
        self.cost = LineField()
        self.cost.setAccessibleName(self.tr("How much"))
        self.cost.setPlaceholderText(self.tr("How much, for example £4"))
        self.body.addWidget(self.cost)
        self._build_states()

    def _build_pair(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.space(16))
        kinds, takes = QVBoxLayout(), QVBoxLayout()
        for column in (kinds, takes):
            column.setSpacing(self.look.space(4))
            row.addLayout(column, 1)
        self.kind = FormDropDown(self.look, self.tr("Kind"))
        self.kind.view().setAccessibleName(self.kind.accessibleName())
        self.kind.setIconSize(self.look.icon_extent(16))
        self.kind.addItem(self.tr("No kind"), "")
        for kind in self._framework.tool_kinds:
            self.kind.addItem(self.look.icon(kind.mark, "ink-soft", 16), kind.title, kind.id)
        kinds.addWidget(label(self.tr("Kind"), "caption-strong", wrap=False))
        kinds.addWidget(self.kind)
        self.takes = LineField()
        self.takes.setAccessibleName(self.tr("How long it takes"))
        self.takes.setPlaceholderText(self.tr("For example 20 min"))
        takes.addWidget(label(self.tr("How long it takes"), "caption-strong", wrap=False))
        takes.addWidget(self.takes)
        self.body.addLayout(row)

    def _build_states(self) -> None:
        self.body.addWidget(label(self.tr("How it is for me"), "caption-strong"))
        self.states = QButtonGroup(self)
        row = FlowLayout(self.look.space(16))
        self.body.addLayout(row)
        names = {
            ToolState.USE: self.tr("I use it"),
            ToolState.TRY: self.tr("I would like to try it"),
            ToolState.NOT_FOR_ME: self.tr("It did not help me"),
        }
        self._radios = {state: Radio(self.look, name) for state, name in names.items()}
        for radio in self._radios.values():
            radio.setAccessibleName(radio.text())
            self.states.addButton(radio)
            row.addWidget(radio)

    def _line(self, title: str) -> LineField:
        field = LineField()
        field.setAccessibleName(title)
        name = label(title, "caption-strong")
        name.setBuddy(field)
        self.body.addWidget(name)
        self.body.addWidget(field)
        return field

    def _tick(self, row: FlowLayout, title: str) -> TickBox:
        tick = TickBox(self.look, title)
        tick.setAccessibleName(title)
        row.addWidget(tick)
        return tick

    def _connect(self) -> None:
        self.name.textEdited.connect(self.unnamed.hide)
        self.name.returnPressed.connect(self.keep)
        self.costs_money.toggled.connect(self._on_costs)

    def _show(self) -> None:
        tool = self._tool
        self.name.setText(tool.name)
        self.note.setText(tool.note)
        self.kind.setCurrentIndex(max(self.kind.findData(tool.kind), 0))
        self.takes.setText(tool.takes)
        self.low_energy.setChecked(tool.low_energy)
        self.costs_money.setChecked(tool.costs_money)
        self.cost.setText(tool.cost)
        self.favourite.setChecked(tool.favourite)
        self._radios[tool.state].setChecked(True)
        self._on_costs(tool.costs_money)

    def _on_costs(self, costs: bool) -> None:
        self.cost.setVisible(costs)
        if self.isVisible():
            self.fit()

    def keep(self) -> None:
        """See Form."""
        tool = self.written()
        if not tool.name:
            self.unnamed.show()
            self.fit()
            self.name.setFocus()
            announce(self.name, self.unnamed.text())
            return
        self.accept()
        self.tool_written.emit(tool)

    def written(self) -> Tool:
        """Return the tool as it is written. See Form."""
        state = next(state for state, radio in self._radios.items() if radio.isChecked())
        return replace(
            self._tool,
            name=_words(self.name),
            note=_words(self.note),
            kind=self.kind.currentData(),
            takes=_words(self.takes),
            low_energy=self.low_energy.isChecked(),
            costs_money=self.costs_money.isChecked(),
            cost=_words(self.cost) if self.costs_money.isChecked() else "",
            favourite=self.favourite.isChecked(),
            state=state,
        )


def _words(field: LineField) -> str:
    return normalise(field.text(), single_line=True).strip()
