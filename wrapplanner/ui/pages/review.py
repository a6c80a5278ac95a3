"""Going over my plan: a few steps, each of which may be passed by; at the end a new version. No score, no duty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from wrapplanner.domain.bringing_back import brought_back
from wrapplanner.domain.changes import PersonEdited, Several
from wrapplanner.domain.copies import Copy, CopyState
from wrapplanner.domain.history import Deed
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Person
from wrapplanner.domain.review import Review
from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.models.people_model import agreed_today
from wrapplanner.ui.pages.page import NARROW, SMALL, WIDE, Page, PageContext
from wrapplanner.ui.pages.print_register import Holding, Register
from wrapplanner.ui.pages.review_steps import Facts, day_cards, fill, people_card, tools_card
from wrapplanner.ui.pages.review_when import WhenField
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words


@dataclass(frozen=True, slots=True)
class _Step:
    id: str
    title: str
    show: Callable[[], None]


class ReviewPage(Page):
    """A place is "review/<step>"."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._width = WIDE
        self._reviews = getattr(self.session.store, "reviews", None)
        self._facts = self._read()
        self._steps = self._found_steps()
        self._at = 0
        self._build()
        self._connect()

    def place(self) -> str:
        """See Page."""
        return f"review/{self._steps[self._at].id}"

    def go_to(self, rest: str) -> None:
        """Show a step; without one it begins anew."""
        here = self._steps[self._at].id
        self._facts = self._read()
        self._steps = self._found_steps()
        ids = [step.id for step in self._steps]
        wanted = rest or ("begin" if not self.isVisible() else here)
        self._at = ids.index(wanted) if wanted in ids else 0
        self._show()

    def focus_start(self) -> None:
        """See Page."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_effective_width(self, width: int) -> None:
        """See Page."""
        before, self._width = self._width, width
        self._title.setVisible(width >= SMALL)
        if (before < NARROW) != (width < NARROW):
            self._show()

    def act(self, does: str) -> bool:
        """Go on or back by the keys that do so elsewhere."""
        if does in ("next", "previous"):
            self._go(1 if does == "next" else -1)
        return does in ("next", "previous")

    def _read(self) -> Facts:
        return Facts(self.context, self._reviews.now() if self._reviews is not None else Review())

    def _found_steps(self) -> tuple[_Step, ...]:
        facts = self._facts
        steps = (
            (True, _Step("begin", self.tr("Go over my plan"), self._show_begin)),
            (bool(facts.changes), _Step("changes", self.tr("What has changed"), self._show_changes)),
            (facts.has_copies, _Step("copies", self.tr("Who holds what"), self._show_copies)),
            (bool(facts.supporters), _Step("people", self.tr("My supporters"), self._show_people)),
            (facts.has_ticks, _Step("tools", self.tr("My tools"), self._show_tools)),
            (True, _Step("end", self.tr("As it is now"), self._show_end)),
        )
        return tuple(step for there, step in steps if there)

    def _build(self) -> None:
        look = self.look
        header = self.make_header()
        self._title = words(self.tr("Go over my plan"), "heading2", wrap=False)
        header.addWidget(self._title)
        header.addStretch(1)
        self._leave = button(look, self.tr("Not now"), "back")
        header.addWidget(self._leave)
        self._area = ScrollColumn(look, widest=704)
        self._area.column.setSpacing(look.space(12))
        self.outer.addWidget(self._area, 1)
        foot = self.make_foot()
        self._back = button(look, self.tr("Back"), "back", icon="arrow-left")
        foot.addWidget(self._back)
        foot.addStretch(1)
        self._next: QPushButton = button(look, self.tr("Next"), "main", icon="arrow-right", trailing=True)
        foot.addWidget(self._next)

    def _connect(self) -> None:
        self._leave.clicked.connect(self._on_leave)
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        self.session.changed.connect(self._on_changed)
        self.session.copies_changed.connect(self._on_changed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_leave)

    def _show(self) -> None:
        step = self._steps[self._at]
        clear(self._area.column)
        self._add(words(step.title, "title"))
        step.show()
        self._area.column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)
        self._back.setVisible(self._at > 0)
        said = self.tr("Done") if step.id == "end" else self.tr("Next")
        self._next.setText(f"{said} ")
        self._next.setAccessibleName(said)
        announce(self, step.title)

    def _add(self, widget: QWidget) -> None:
        self._area.column.addWidget(widget)

    def _show_begin(self) -> None:
        last = self._facts.review.last
        self._add(words(self.tr("A quiet look at what changed, who has a copy, and who stands by you. Pass by what you like.")))
        if last is not None:
            self._add(words(self.tr("You last did this on {0}.").format(spoken_date(last.isoformat())), "soft"))

    def _show_changes(self) -> None:
        last = self._facts.review.last
        said = self.tr("Since {0}, the latest day first.").format(spoken_date(last.isoformat())) if last else ""
        self._add(words(said or self.tr("The latest day first.")))
        for card in day_cards(self.context, self._facts.changes, narrow=self._width < NARROW):
            card.day_requested.connect(lambda day: self.go_requested.emit(f"past/{day}"))
            card.back_requested.connect(self._on_back_requested)
            self._add(card)

    def _show_copies(self) -> None:
        self._add(words(self.tr("Is each copy still where you want it? The menu of a line notes what became of it.")))
        made = Register(self.look)
        made.mark_requested.connect(self._on_mark)
        made.replace_requested.connect(self._on_replace)
        made.changes_requested.connect(self._on_changes)
        made.look_requested.connect(lambda copy: self.go_requested.emit(f"print/was/{copy.id}"))
        self._add(made)
        fill(made, self.context)

    def _on_replace(self, copies: Sequence[Copy]) -> None:
        self.go_requested.emit("print/replace/" + ",".join(copy.id for copy in copies))

    def _on_changes(self, holding: Holding) -> None:
        from wrapplanner.ui.dialogs.copy_changes import CopyChangesDialog

        dialog = CopyChangesDialog(self.look, holding.copy, holding.differences, self)
        dialog.replace_requested.connect(partial(self._on_replace, (holding.copy,)))
        dialog.open()

    def _show_people(self) -> None:
        self._add(words(self.tr("Are they still willing? You can ask them when it suits you both.")))
        self._add(people_card(self.context, self._facts.supporters, self._on_agreed, narrow=self._width < NARROW))

    def _show_tools(self) -> None:
        for title, tools in (
            (self.tr("On your days lately"), self._facts.used),
            (self.tr("Not ticked lately"), self._facts.unused),
        ):
            if tools:
                self._add(words(title, "heading2"))
                self._add(tools_card(self.context, tools))
        self._add(words(self.tr("A tool that is not ticked may still be just right. Keep what you like."), "soft"))
        toolbox = button(self.look, self.tr("Open my toolbox"), icon="toolbox")
        toolbox.clicked.connect(lambda: self.go_requested.emit("part/toolbox"))
        self._area.column.addWidget(toolbox, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_end(self) -> None:
        version = self.session.store.edition().version
        said = self.tr("“Done” makes this version {0} of your plan. What you change later begins the next one.")
        self._add(words(said.format(version)))
        self._add(words(self.tr("When I would like to do this again"), "heading2"))
        said = self.tr("Only if you want a day. It is shown in My plan from then on, and nothing else happens.")
        self._add(words(said, "soft"))
        self._when = WhenField(self.look, self._facts.review.next)
        self._add(self._when)

    def _go(self, way: int) -> None:
        if way > 0 and self._steps[self._at].id == "end":
            self._finish()
            return
        self._at = max(0, min(len(self._steps) - 1, self._at + way))
        self._show()
        self.focus_start()

    def _finish(self) -> None:
        wanted = self._when.day()
        try:
            if self._reviews is not None:
                self.session.hand_out()
                step = next((step.id for step in self.session.store.steps(0, 1)), 0)
                self._reviews.keep(replace(self._facts.review, last=date.today(), step=step, next=wanted))
        except WrapPlannerError as problem:
            self._add(words(problem.sentence, "body-strong"))
            return
        self._at = 0
        self.go_requested.emit("read")

    def _on_agreed(self, person: Person) -> None:
        now = self.session.plan.person(person.id)
        if now is not None:
            self.session.do(PersonEdited(agreed_today(now)), self.tr("Note a yes"))
            self.focus_start()

    def _on_mark(self, copy: Copy, state: CopyState) -> None:
        self.session.mark_copy(copy, copy.ended(state, date.today()), self.tr("Note what became of a copy"))

    def _on_back_requested(self, deeds: tuple[Deed, ...]) -> None:
        plan, steps = self.session.plan, []
        for deed in reversed(deeds):
            steps.append(brought_back(self.session.framework, plan, deed.question, deed.thing, deed.then))
            plan = plan.apply(steps[-1])[0]
        self.session.do(Several(tuple(steps)), self.tr("Bring it back"))
        self.focus_start()

    def _on_leave(self) -> None:
        self.go_requested.emit("back")

    def _on_changed(self, _change: object = None) -> None:
        if self.isVisible():
            self.go_to(self._steps[self._at].id)
