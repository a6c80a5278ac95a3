"""A whole part on one page: every question with its editor, and at the side the sections of a long part."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Level, Part
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.progress import asked_questions
from wrapplanner.ui.pages.page import NARROW, SMALL, WIDE, Page, PageContext
from wrapplanner.ui.pages.part_contents import ContentsDrop, ContentsSide, stops_of
from wrapplanner.ui.pages.question_block import QuestionBlock, ToolboxBlock
from wrapplanner.ui.widgets.buttons import Segmented, button
from wrapplanner.ui.widgets.column import ScrollColumn, clear, side_by_side
from wrapplanner.ui.widgets.part_button import PartButton
from wrapplanner.ui.widgets.words import words

_SLICE = 0.05
"""Seconds of building blocks before the window gets its turn."""
_SETTLING_MS = 700
_BODY = 1008


class PartPage(Page):
    """One part, whole. `go_to` takes a part's id, and after a slash a section's or a question's id."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._part: Part | None = None
        self._more = context.preferences.now.more
        self._width = WIDE
        self._blocks: dict[str, QuestionBlock] = {}
        self._waiting: list[QuestionBlock] = []
        self._anchor = ""
        self._side: ContentsSide | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_some)
        self._header = QHBoxLayout()
        self._header.setSpacing(self.look.space(12))
        self.make_header().addLayout(self._header, 1)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self.outer.addLayout(self._body, 1)

    def place(self) -> str:
        """See Page."""
        anchor = f"/{self._anchor}" if self._anchor else ""
        return f"part/{self._part.id}{anchor}" if self._part else "part"

    def go_to(self, rest: str) -> None:
        """See Page."""
        wanted, _, anchor = rest.partition("/")
        parts = {part.id: part for part in self.session.framework.parts}
        part = parts.get(wanted, self.session.framework.parts[0])
        if part is not self._part:
            self._part = part
            self._show()
        if anchor:
            self._scroll_to(anchor)

    def focus_start(self) -> None:
        """See Page."""
        block = self._blocks.get(self._anchor) or next(iter(self._blocks.values()), None)
        if block is not None:
            block.focus_start()

    def side_pane(self) -> QWidget | None:
        """See Page."""
        return self._side

    def act(self, does: str) -> bool:
        """See Page."""
        if does in ("next", "previous"):
            self._go_section(1 if does == "next" else -1)
            return True
        return False

    def set_effective_width(self, width: int) -> None:
        """See Page."""
        before, self._width = self._width, width
        modes = [(each >= WIDE, each >= NARROW, each >= SMALL) for each in (before, width)]
        if self._part is not None and modes[0] != modes[1]:
            self.session.flush()
            self._show()

    def _show(self) -> None:
        assert self._part is not None
        self._timer.stop()
        clear(self._header)
        clear(self._body)
        self._blocks, self._anchor = {}, ""
        self._fill_header(self._part)
        self._fill_body(self._part)
        self._waiting = list(self._blocks.values())
        self._build_some()
        self._timer.start()

    def _fill_header(self, part: Part) -> None:
        look = self.look
        name = PartButton(look, self.session.framework, part)
        name.part_chosen.connect(self._on_part_chosen)
        self._name = name
        if self._width >= SMALL:
            self._header.addWidget(name)
        if self._width >= WIDE:
            self._header.addWidget(words(part.purpose, "soft"), 1)
        else:
            self._header.addStretch(1)
        if self._width >= NARROW:
            ways = (("one", self.tr("One question"), ""), ("whole", self.tr("Whole part"), ""))
            pair = Segmented(look, self.tr("How to write"), ways)
            pair.choose("whole")
            pair.chosen.connect(self._on_way_chosen)
            self._header.addWidget(pair)
        if self._prints_by_itself(part):
            print_it = button(look, self.tr("Print it"), "main", icon="printer")
            print_it.clicked.connect(self._on_print)
            self._header.addWidget(print_it)

    def _prints_by_itself(self, part: Part) -> bool:
        framework = self.session.framework
        supporters = framework.role("supporters")
        return "crisis-plan" in framework.documents and supporters in part.questions

    def _fill_body(self, part: Part) -> None:
        asked = asked_questions(self.session.plan, part, more=self._more)
        self._area = ScrollColumn(self.look, widest=_BODY, margin=32 if self._width >= NARROW else 24, top=24)
        self._area.column.setSpacing(self.look.space(32))
        if self._width < SMALL:
            self._area.column.addLayout(side_by_side(self.look, (self._name,)))
        self._side = None
        self._stops = stops_of(part, asked)
        if len(self._stops) > 3:
            self._add_contents()
        for question in asked:
            make = ToolboxBlock if question.kind is Kind.TOOLBOX else QuestionBlock
            block = make(self.context, question, folded=self._width < SMALL)
            block.go_requested.connect(self.go_requested)
            block.toast_requested.connect(self.toast_requested)
            block.removed.connect(self.on_removed)
            self._blocks[question.id] = block
            self._area.column.addWidget(block)
        if not self._more and any(q.level is Level.MORE and q not in asked for q in part.questions):
            more = button(self.look, self.tr("Ask me more"), "plain", icon="plus")
            more.clicked.connect(self._on_more)
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.addWidget(more)
            row.addStretch(1)
            self._area.column.addLayout(row)
        self._area.column.addStretch(1)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._body.addWidget(self._area, 1)

    def _add_contents(self) -> None:
        name = self.tr("In this part")
        if self._width >= WIDE:
            self._side = ContentsSide(self.look, name, self._stops)
            self._side.stop_requested.connect(self._scroll_to)
            self._side.choose(self._stops[0].question)
            holder = QVBoxLayout()
            holder.setContentsMargins(20, self.look.space(20), 0, 0)
            holder.addWidget(self._side)
            self._body.addLayout(holder)
            self._area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        else:
            drop = ContentsDrop(self.look, name, self._stops)
            drop.stop_requested.connect(self._scroll_to)
            self._area.column.addWidget(drop)

    def _build_some(self) -> None:
        began = perf_counter()
        while self._waiting and perf_counter() - began < _SLICE:
            self._waiting.pop(0).build()
        self._give_room()
        if not self._waiting:
            self._timer.stop()

    def _build_all(self) -> None:
        while self._waiting:
            self._waiting.pop(0).build()
        self._give_room()
        self._timer.stop()

    def _give_room(self) -> None:
        # Layouts ask upwards one level a turn; until the page has heard, its blocks would be seen squeezed together.
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _scroll_to(self, anchor: str) -> None:
        assert self._part is not None
        in_section = self._part.in_section(anchor) if anchor not in self._blocks else ()
        target = anchor if anchor in self._blocks else next((q.id for q in in_section if q.id in self._blocks), "")
        if not target:
            return
        self._build_all()
        self._anchor = target
        self._settling.start()
        QTimer.singleShot(0, self._show_anchor)

    def _show_anchor(self) -> None:
        block, inside = self._blocks.get(self._anchor), self._area.widget()
        if block is not None and inside is not None:
            top = block.mapTo(inside, QPoint()).y()
            self._area.verticalScrollBar().setValue(max(0, top - self.look.space(24)))
            self._mark_section()

    def _go_section(self, step: int) -> None:
        ids = [stop.question for stop in self._stops]
        place = max((number for number, each in enumerate(ids) if each == self._current_top()), default=0) + step
        if 0 <= place < len(ids):
            self._scroll_to(ids[place])
            self._blocks[ids[place]].focus_start()
            return
        parts = self.session.framework.parts
        assert self._part is not None
        other = parts.index(self._part) + step
        if 0 <= other < len(parts):
            self.go_requested.emit(f"part/{parts[other].id}")

    def _current_top(self) -> str:
        inside = self._area.widget()
        if self._anchor or inside is None:
            return self._anchor
        edge = self._area.verticalScrollBar().value() + self.look.space(48)
        tops = [(stop.question, self._blocks[stop.question].mapTo(inside, QPoint()).y()) for stop in self._stops]
        return next((question for question, top in reversed(tops) if top <= edge), tops[0][0] if tops else "")

    def _mark_section(self) -> None:
        if self._side is not None:
            passed = [stop.question for stop in self._stops]
            top = self._current_top()
            self._side.choose(top if top in passed else self._stop_before(top))

    def _stop_before(self, question: str) -> str:
        """Return the stop whose section a question is in."""
        ids = list(self._blocks)
        stops = {stop.question for stop in self._stops}
        before = ids[: ids.index(question) + 1] if question in ids else ids[:1]
        return next((each for each in reversed(before) if each in stops), ids[0])

    def _on_scrolled(self) -> None:
        if not self._settling.isActive():
            self._anchor = ""
        self._mark_section()

    def _on_range_changed(self) -> None:
        # Editors that fold or grow move what one came for: stay with it until the page has settled.
        if self._anchor and self._settling.isActive():
            self._show_anchor()

    def _on_way_chosen(self, way: str) -> None:
        assert self._part is not None
        if way == "one":
            self.go_requested.emit(f"write/{self._current_top() or self._part.questions[0].id}")

    def _on_part_chosen(self, part: str) -> None:
        self.go_requested.emit(f"part/{part}")

    def _on_print(self) -> None:
        self.go_requested.emit("print/crisis-plan")

    def _on_more(self) -> None:
        self._more = True
        self._show()
