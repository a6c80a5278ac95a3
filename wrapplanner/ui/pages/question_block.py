"""One question on a page that shows a whole part: its title, its help, its editor and the button that adds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from wrapplanner.domain.changes import cleared
from wrapplanner.domain.framework import Question
from wrapplanner.domain.progress import is_written
from wrapplanner.ui.editors import editor_class, make_editor
from wrapplanner.ui.editors.adding_editor import AddingEditor
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.widgets.buttons import button, icon_button
from wrapplanner.ui.widgets.ideas_panel import IdeasPanel
from wrapplanner.ui.widgets.words import words


class QuestionBlock(QWidget):
    """A question. It is made by `build`, one after the other: a long part opens quickly, and Tab goes from top to bottom."""

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

    def build(self) -> None:
        """Make heading and editor; doing it twice does nothing."""
        if self.editor is None:
            adding = self._head()
            self.editor = make_editor(self.context.look, self.context.session, self.question)
            self.editor.removed.connect(self.removed)
            self.column.addWidget(self.editor)
            if adding is not None and isinstance(self.editor, AddingEditor):
                self._connect_adding(adding, self.editor)
            if self._wants_focus:
                self.editor.focus_start()

    def focus_start(self) -> None:
        """Put the focus where writing begins."""
        self._wants_focus = True
        if self.editor is not None:
            self.editor.focus_start()

    def focus_entry(self, entry: str) -> None:
        """Put the focus on an entry."""
        self.build()
        if self.editor is not None:
            self.editor.focus_entry(entry)

    def _head(self) -> QPushButton | None:
        """Make title, buttons and help, in the order of Tab; return the adding button of a kind that has one."""
        look, row = self.context.look, QHBoxLayout()
        row.setSpacing(look.space(8))
        title = words(self.question.title, "heading")
        if self._folded:
            self.column.addWidget(title)
        else:
            row.addWidget(title, 1)
        adding = None
        if self.question.ideas:
            ideas = button(look, self.tr("Ideas"), "quiet", icon="lightbulb")
            ideas.setAccessibleName(self.tr("Ideas: {0}").format(self.question.title))
            ideas.clicked.connect(self._on_ideas)
            row.addWidget(ideas, 0, Qt.AlignmentFlag.AlignTop)
        if issubclass(editor_class(self.question.kind), AddingEditor):
            adding = button(look, self.question.add, "quiet", icon="plus")
            row.addWidget(adding, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._more_button(), 0, Qt.AlignmentFlag.AlignTop)
        if self._folded:
            row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(words(self.question.help, "soft"))
        return adding

    def _more_button(self) -> QToolButton:
        more = icon_button(self.context.look, "ellipsis", self.tr("More: {0}").format(self.question.title), colour="ink-soft")
        menu = QMenu(more)
        clear = menu.addAction(self.tr("Take out the whole answer"))
        clear.triggered.connect(self._on_clear)
        menu.aboutToShow.connect(lambda: clear.setEnabled(is_written(self.context.session.plan, self.question)))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _connect_adding(self, adding: QPushButton, editor: AddingEditor) -> None:
        # People and records have their adding button beside the heading; lists have a last row for it.
        editor.adds_at_end = False
        adding.setText(f" {editor.add_words}")
        adding.setAccessibleName(f"{editor.add_words}: {self.question.title}")
        adding.clicked.connect(lambda: editor.add())

    def _on_clear(self) -> None:
        session = self.context.session
        session.flush()
        session.do(cleared(session.plan, (self.question.id,)), self.tr("Take out the whole answer"))
        self.toast_requested.emit(self.tr("Took out all of “{0}”.").format(self.question.title))

    def _on_ideas(self) -> None:
        self.build()
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

    def build(self) -> None:
        """Make the toolbox's panel."""
        if self.column.count() == 0:
            from wrapplanner.ui.pages.toolbox import ToolboxPanel

            panel = ToolboxPanel(self.context.look, self.context.session)
            panel.toast_requested.connect(self.toast_requested)
            self._panel = panel
            self.column.addWidget(panel)

    def focus_start(self) -> None:
        """Put the focus on the tools."""
        self.build()
        self._panel.focus_start()

    def focus_entry(self, entry: str) -> None:
        """Put the focus on a tool."""
        self.focus_start()
