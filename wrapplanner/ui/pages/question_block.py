"""One question on a page that shows a whole part: its title, its help, its editor and the button that adds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Question
from wrapplanner.ui.editors import make_editor
from wrapplanner.ui.editors.adding_editor import AddingEditor
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.ideas_panel import IdeasPanel
from wrapplanner.ui.widgets.words import words


class QuestionBlock(QWidget):
    """A question. The heading comes at once, the editor with `build_editor`, so that a long part opens quickly."""

    go_requested = Signal(str)
    toast_requested = Signal(str)
    removed = Signal(str)

    def __init__(self, context: PageContext, question: Question, *, folded: bool = False) -> None:
        """`folded` puts the buttons under the heading, where there is no room beside it."""
        super().__init__()
        self._folded = folded
        self.context, self.question = context, question
        self.editor: Editor | None = None
        self._ideas: IdeasPanel | None = None
        self._wants_focus = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(context.look.space(8))
        self._head()

    def build_editor(self) -> None:
        """Make the editor; doing it twice does nothing."""
        if self.editor is None:
            self.editor = make_editor(self.context.look, self.context.session, self.question)
            self.editor.removed.connect(self.removed)
            self.column.addWidget(self.editor)
            self._offer_add(self.editor)
            if self._wants_focus:
                self.editor.focus_start()

    def focus_start(self) -> None:
        """Put the focus where writing begins."""
        self._wants_focus = True
        if self.editor is not None:
            self.editor.focus_start()

    def focus_entry(self, entry: str) -> None:
        """Put the focus on an entry."""
        self.build_editor()
        if self.editor is not None:
            self.editor.focus_entry(entry)

    def _head(self) -> None:
        look = self.context.look
        self._heading = QHBoxLayout()
        self._heading.setSpacing(look.space(8))
        heading = words(self.question.title, "heading")
        if self._folded:
            self.column.addWidget(heading)
        else:
            self._heading.addWidget(heading, 1)
        if self.question.ideas:
            ideas = button(look, self.tr("Ideas"), "quiet", icon="lightbulb")
            ideas.setAccessibleName(self.tr("Ideas: {0}").format(self.question.title))
            ideas.clicked.connect(self._on_ideas)
            self._heading.addWidget(ideas, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._heading)
        if self._folded:
            self._heading.addStretch(1)
        self.column.addWidget(words(self.question.help, "soft"))

    def _offer_add(self, editor: Editor) -> None:
        # People and records have their adding button beside the heading; lists have a last row for it.
        if isinstance(editor, AddingEditor):
            editor.adds_at_end = False
            made = button(self.context.look, editor.add_words, "quiet", icon="plus")
            made.setAccessibleName(f"{editor.add_words}: {self.question.title}")
            made.clicked.connect(lambda: editor.add())
            last = self._heading.count() - (1 if self._folded else 0)
            self._heading.insertWidget(last, made, 0, Qt.AlignmentFlag.AlignTop)

    def _on_ideas(self) -> None:
        self.build_editor()
        if self._ideas is not None:
            self._ideas.hide()
            self._ideas.deleteLater()
            self._ideas = None
            return
        assert self.editor is not None
        self._ideas = panel = IdeasPanel(self.context.look, self.question.ideas, self.editor.has_words, compact=False)
        panel.setObjectName("card")
        panel.setMinimumHeight(self.context.look.space(360))
        panel.idea_taken.connect(self.editor.take_idea)
        panel.close_requested.connect(self._on_ideas)
        self.column.addWidget(panel)
        panel.focus_start()


class ToolboxBlock(QuestionBlock):
    """The toolbox, with everything that a tool says."""

    def build_editor(self) -> None:
        """Make the toolbox's panel."""
        if self.column.count() == 0:
            from wrapplanner.ui.pages.toolbox import ToolboxPanel

            panel = ToolboxPanel(self.context.look, self.context.session)
            panel.toast_requested.connect(self.toast_requested)
            self._panel = panel
            self.column.addWidget(panel)

    def focus_start(self) -> None:
        """Put the focus on the tools."""
        self.build_editor()
        self._panel.focus_start()

    def focus_entry(self, entry: str) -> None:
        """Put the focus on a tool."""
        self.focus_start()

    def _head(self) -> None:
        """The panel has a heading of its own."""
