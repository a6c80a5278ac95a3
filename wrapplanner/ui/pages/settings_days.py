"""Settings: whether days are kept, and whose helplines are shown."""

from __future__ import annotations

from wrapplanner.errors import NotSaved
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import side_by_side
from wrapplanner.ui.widgets.country import CountryChoice
from wrapplanner.ui.widgets.words import words


class DaysTopic(Topic):
    """Days are kept, or not: that stands in the plan itself, and goes where it goes."""

    def _build(self) -> None:
        said = self.tr("What you tick, where you say you are, and your notes. Only Look back shows them.")
        self.add_heading(self.tr("My days"), said)
        help_text = self.tr("Without this, nothing new is written. What you mark is gone when the plan is closed.")
        self._keep = self.add_tick("keeps", self.tr("Keep my days"), help_text, ticked=self.context.session.days.keeps)
        self._keep.toggled.connect(self._on_keep)
        self._take_out = button(self.look, self.tr("Take out days"))
        self._take_out.clicked.connect(self._on_take_out)
        self.controls["take-out"] = self._take_out
        self.column.addLayout(side_by_side(self.look, [self._take_out]))
        self._told = words("", "soft")
        self.column.addWidget(self._told)

    def _on_keep(self, on: bool) -> None:
        try:
            self.context.session.days.set_keeps(on)
        except NotSaved as problem:
            self._told.setText(problem.sentence)

    def _on_take_out(self) -> None:
        from wrapplanner.domain.days import Span
        from wrapplanner.ui import clock
        from wrapplanner.ui.dialogs.take_out_days import TakeOutDaysDialog

        ends = self.context.session.days.ends() or Span(clock.today(), clock.today())
        dialog = TakeOutDaysDialog(self.context, ends, self)
        dialog.taken_out.connect(self._told.setText)
        dialog.open()


class HelplinesTopic(Topic):
    """The country, and where one's own lines are written."""

    def _build(self) -> None:
        said = self.tr("Now shows them, and crisis papers print them. Check each number before you rely on it.")
        self.add_heading(self.tr("Helplines of my country"), said)
        choice = CountryChoice(self.look, self.context.resources, self.context.preferences.now.country)
        self.controls["country"] = choice.field
        choice.chosen.connect(lambda place: self.keep(country=place))
        self.column.addLayout(side_by_side(self.look, [choice]))
        own = self.context.session.framework.role("own-helplines")
        if own is not None:
            self.add_heading(self.tr("My own helplines"), self.tr("They come first. They are part of your plan."))
            part = self.context.session.framework.part_of(own.id)
            self.column.addWidget(words(self.tr("Write them in “{0}”, under “{1}”.").format(part.title, own.title)))
