"""Writing, one question at a time: a prompt, an editor, one foot; ideas only when they are asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Part, Question
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.progress import asked_questions
from wrapplanner.ui.editors import make_editor
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.pages.page import NARROW, SMALL, WIDE, Page, PageContext, is_low
from wrapplanner.ui.pages.trail import Trail, has_more, part_beside, part_trail
from wrapplanner.ui.pages.write_foot import WriteFoot
from wrapplanner.ui.widgets.buttons import Segmented, button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.ideas_panel import IdeasPanel
from wrapplanner.ui.widgets.part_button import PartButton
from wrapplanner.ui.widgets.words import words

_LONG_NAME = 24
"""Letters of a part's name that a header with its buttons still has room for."""

_BROAD = {Kind.PEOPLE, Kind.RECORDS, Kind.SIGNATURES}
COLUMN, BROAD_COLUMN, IDEAS = 608, 1008, 336


class WritePage(Page):
    """One question of a part. `go_to` takes a question's id, and after a slash an entry's id to put the focus on."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._more = context.preferences.now.more
        self._width = WIDE
        self._question: Question | None = None
        self._editor: Editor | None = None
        self._entry = ""
        self._ideas: IdeasPanel | None = None
        self._build()
        self.session.changed.connect(self._on_changed)

    def place(self) -> str:
        """See Page."""
        return f"{self.trail().word}/{self._question.id}" if self._question else self.trail().word

    def trail(self) -> Trail:
        """Return the questions of the part that the present question is in."""
        part = self._part()
        return part_trail(self.session.plan, part, self._question or part.questions[0], more=self._more)

    def go_to(self, rest: str) -> None:
        """See Page."""
        wanted, _, entry = rest.partition("/")
        framework = self.session.framework
        known = {question.id for question in framework.questions()}
        self._question = framework.question(wanted if wanted in known else self.first_question())
        self._show(ideas=False)
        self._entry = entry
        if entry and self._editor:
            self._editor.focus_entry(entry)
        self.context.preferences.change(writing=self.place())

    def first_question(self) -> str:
        """Return the id of the question to begin with."""
        return self.session.framework.parts[0].questions[0].id

    def focus_start(self) -> None:
        """See Page."""
        if self._editor is None:
            return
        last = self.focusWidget()
        if last is not None and self._editor.isAncestorOf(last) and last.isVisibleTo(self._editor):
            last.setFocus(Qt.FocusReason.OtherFocusReason)  # where the person was, before they went to the menu
        else:
            look = self.look
            around = look.space(72 + 80 + 48 + 44 + 12) + 3 * look.text("title") + 2 * look.text("lead")
            self._editor.arrive(self.window().height() - around)  # the page itself may not be laid out yet
            if not self._entry:
                self._area.begin()  # with the question in sight, wherever the focus is

    def act(self, does: str) -> bool:
        """See Page."""
        answers = {"next": self._on_next, "previous": self._on_back, "ideas": self._on_ideas}
        if does in answers:
            answers[does]()
        return does in answers

    def set_effective_width(self, width: int) -> None:
        """See Page."""
        before, self._width = self._width, width
        if self._question and (_mode(before), before < SMALL) != (_mode(width), width < SMALL):
            self._arrange(ideas=self._ideas is not None)

    def _build(self) -> None:
        self._header = self.make_header()
        self._header_holder = QHBoxLayout()
        self._header_holder.setSpacing(self.look.space(12))
        self._header.addLayout(self._header_holder, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        self._room = QVBoxLayout()
        left.addLayout(self._room, 1)
        self._foot_room = QVBoxLayout()
        left.addLayout(self._foot_room)
        body.addLayout(left, 1)
        self._aside = QFrame()
        self._aside.setObjectName("aside")
        self._aside.setFixedWidth(round(IDEAS * self.look.scale))
        self._aside_column = QVBoxLayout(self._aside)
        self._aside_column.setContentsMargins(1, 0, 0, 0)  # its left edge stays to be seen
        body.addWidget(self._aside)
        self.outer.addLayout(body, 1)

    def _show(self, *, ideas: bool) -> None:
        """Draw the present question with a fresh editor."""
        assert self._question is not None
        if self._editor is not None:
            self._editor.flush()
        clear(self._room)
        self._editor = make_editor(self.look, self.session, self._question)
        self._editor.next_requested.connect(self._on_next)
        self._editor.removed.connect(self.on_removed)
        self._fill_body(self._question, self._editor)
        self._arrange(ideas=ideas)

    def _arrange(self, *, ideas: bool) -> None:
        """Put things where they belong for the window's size, around an editor that stays: one may be writing in it."""
        assert self._question is not None
        assert self._editor is not None
        mode = _mode(self._width)
        for layout in (self._header_holder, self._aside_column, self._foot_room, *self._slots):
            clear(layout)
        self._ideas = self._make_ideas() if ideas and self._question.ideas else None
        self._area.set_margins(64 if mode == "wide" else 32, 48 if mode == "wide" else 16)
        if self._names_in_body():
            for widget in self._place_words():
                self._place_slot.addWidget(widget)
            self._place_slot.addStretch(1)
        aside = self._ideas is not None and mode == "wide"
        self._aside.setVisible(aside)
        if self._ideas is not None:
            (self._aside_column if aside else self._ideas_slot).addWidget(self._ideas)
        self._editor.setVisible(self._ideas is None or mode != "menu")
        self._fill_header()
        self._fill_foot()

    def _fill_header(self) -> None:
        assert self._question is not None
        look, trail = self.look, self.trail()
        mode = _mode(self._width)
        if not self._names_in_body():
            for widget in self._place_words():
                self._header_holder.addWidget(widget)
        self._header_holder.addStretch(1)
        if mode != "menu" and trail.word == "write":
            ways = (("one", self.tr("One question"), ""), ("whole", self.tr("Whole part"), ""))
            pair = Segmented(look, self.tr("How to write"), ways)
            pair.choose("one")
            pair.chosen.connect(self._on_way_chosen)
            self._header_holder.addWidget(pair)
        if self._question.ideas:
            on = "on" if self._ideas else "plain"
            self._ideas_button = button(look, self.tr("Ideas"), on, icon="lightbulb")
            self._ideas_button.clicked.connect(self._on_ideas)
            self._header_holder.addWidget(self._ideas_button)

    def _names_in_body(self) -> bool:
        """Whether the part's name stands in the body: where the header has no room, or not enough for a long one."""
        return self._width < SMALL or (self._width < WIDE and len(self._part().title) > _LONG_NAME)

    def _place_words(self) -> tuple[QWidget, ...]:
        """Return what says where one is: the part, and which of its questions this is."""
        assert self._question is not None
        trail = self.trail()
        count = self.tr("Question {0} of {1}") if _mode(self._width) == "wide" else self.tr("{0} of {1}")
        said = count.format(trail.number(self._question), len(trail.questions))
        return (*self.header_words(), words(said, "soft", wrap=False))

    def header_words(self) -> tuple[QWidget, ...]:
        """Return what stands first in the header: the part and its list."""
        part = PartButton(self.look, self.session.framework, self._part())
        part.part_chosen.connect(self._on_part_chosen)
        return (part,)

    def _fill_body(self, question: Question, editor: Editor) -> None:
        look = self.look
        self._area = ScrollColumn(look, widest=BROAD_COLUMN if question.kind in _BROAD else COLUMN)
        self._place_slot, self._ideas_slot, self._foot_slot = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._place_slot.setSpacing(look.space(12))
        self._slots = (self._place_slot, self._ideas_slot, self._foot_slot)
        column = self._area.column
        column.addLayout(self._place_slot)
        column.addWidget(words(question.prompt, "title"))
        column.addWidget(words(question.help, "help"))
        column.addSpacing(look.space(12))
        column.addWidget(editor)
        column.addLayout(self._ideas_slot)
        column.addStretch(1)
        column.addLayout(self._foot_slot)
        self._room.addWidget(self._area)

    def _fill_foot(self) -> None:
        low = is_low(self)
        foot = WriteFoot(
            self.look,
            self.next_words(),
            more=self._offers_more(),
            widest=round((COLUMN + 8) * self.look.scale),
            margin=64 if _mode(self._width) == "wide" else 32,
            inside=low,  # or there would be no room to write
        )
        foot.back_requested.connect(self._on_back)
        foot.not_now_requested.connect(self._on_not_now)
        foot.more_requested.connect(self._on_more)
        foot.next_requested.connect(self._on_next)
        (self._foot_slot if low else self._foot_room).addWidget(foot)

    def next_words(self) -> str:
        """Return the words on the main button."""
        if self._neighbour(1) is not None:
            return self.tr("Next question")
        following = self._following_part(1)
        return self.tr("Next part") if following else self.tr("Read my plan")

    def _offers_more(self) -> bool:
        trail = self.trail()
        return not (self._more or trail.after or self._neighbour(1)) and has_more(self._part(), trail)

    def _part(self) -> Part:
        framework = self.session.framework
        return framework.part_of(self._question.id) if self._question else framework.parts[0]

    def _neighbour(self, step: int) -> Question | None:
        assert self._question is not None
        return self.trail().neighbour(self._question, step)

    def _following_part(self, step: int) -> Part | None:
        return part_beside(self.session.framework, self._part(), step)

    def _make_ideas(self) -> IdeasPanel:
        assert self._question is not None
        assert self._editor is not None
        mode, ideas = _mode(self._width), self._question.ideas
        panel = IdeasPanel(self.look, ideas, self._editor.has_words, compact=mode == "menu", scrolls=mode == "wide")
        if mode == "narrow":  # they stand under the answer, which grows: the next idea must not slip from under the mouse
            panel.idea_taken.connect(lambda: self._area.hold(panel))
        panel.idea_taken.connect(self._editor.take_idea)
        panel.close_requested.connect(self._on_ideas)
        return panel

    def _go_question(self, question: Question) -> None:
        self.go_requested.emit(f"{self.trail().word}/{question.id}")

    def _on_next(self) -> None:
        self.session.flush()
        following = self._neighbour(1)
        if following is not None:
            self._go_question(following)
        elif self.trail().after:
            self.go_requested.emit(self.trail().after)
        elif (part := self._following_part(1)) is not None:
            self._go_question(asked_questions(self.session.plan, part, more=self._more)[0])
        else:
            self.go_requested.emit("read")

    def _on_back(self) -> None:
        before = self._neighbour(-1)
        if before is not None:
            self._go_question(before)
        elif not self.trail().after and (part := self._following_part(-1)) is not None:
            self._go_question(asked_questions(self.session.plan, part, more=self._more)[-1])
        else:
            self.go_requested.emit("read")

    def _on_not_now(self) -> None:
        self.go_requested.emit("read")

    def _on_more(self) -> None:
        # They may stand before the last question as well as after it: go to the first that was not asked yet.
        asked, self._more = self.trail().questions, True
        self._go_question(next(question for question in self.trail().questions if question not in asked))

    def _on_ideas(self) -> None:
        if self._question is None or not self._question.ideas or self._editor is None:
            return
        opened = self._ideas is None
        self._editor.flush()
        self._arrange(ideas=opened)
        if opened and self._ideas is not None:
            self._ideas.focus_start()
            if _mode(self._width) != "wide":
                self._area.begin_at(self._ideas)
        else:
            self.focus_start()

    def _on_way_chosen(self, way: str) -> None:
        if way == "whole":
            self.go_requested.emit(f"part/{self._part().id}")

    def _on_part_chosen(self, part: str) -> None:
        chosen = self.session.framework.part(part)
        self._go_question(asked_questions(self.session.plan, chosen, more=self._more)[0])

    def _on_changed(self, change: object) -> None:
        if self._ideas is not None:
            self._ideas.refresh()


def _mode(width: int) -> str:
    return "wide" if width >= WIDE else "narrow" if width >= NARROW else "menu"
