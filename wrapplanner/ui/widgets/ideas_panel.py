"""Ideas, shown when they are asked for: examples to borrow, which become the person's own by choosing one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import PushButton, button, icon_button
from wrapplanner.ui.widgets.column import ScrollColumn
from wrapplanner.ui.widgets.words import words

AT_A_TIME = 7


class IdeasPanel(QFrame):
    """Some ideas at a time. `idea_taken(words)`; `close_requested()`. Ideas already in the answer are marked "added"."""

    idea_taken = Signal(str)
    close_requested = Signal()

    def __init__(
        self, look: Look, ideas: tuple[str, ...], is_taken: Callable[[str], bool], *, compact: bool, scrolls: bool = True
    ) -> None:
        """`compact` says "Back to my answer" beside the heading. Without `scrolls` it is as tall as its ideas."""
        super().__init__()
        self.setAccessibleName(self.tr("Ideas"))
        self._look, self._ideas, self._is_taken, self._first = look, ideas, is_taken, 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        inside = column
        if scrolls:
            area = ScrollColumn(look, margin=look.space(24), top=16)
            column.addWidget(area)
            inside = area.column
        else:
            column.setContentsMargins(0, look.space(16), 0, 0)
            column.setSpacing(look.space(8))
        inside.addLayout(self._heading(compact))
        inside.addWidget(words(self.tr("Examples to borrow. Take what fits, then make it yours."), "soft"))
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space(8))
        inside.addSpacing(look.space(4))
        inside.addLayout(self._list)
        self._others = button(look, self.tr("Show me others"), "quiet")
        self._others.clicked.connect(self._on_others)
        self._others.setVisible(len(ideas) > AT_A_TIME)
        inside.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show which ideas are taken now."""
        old = self._buttons()
        focused = next((place for place, each in enumerate(old) if each.hasFocus()), -1)
        for each in old:
            self._list.removeWidget(each)
        shown = [*self._ideas, *self._ideas][self._first : self._first + min(AT_A_TIME, len(self._ideas))]
        for idea in shown:
            made = self._idea(idea)
            self._list.addWidget(made)
            if self.isVisible():
                made.show()  # at once: what is not in sight yet cannot have the focus
        if focused >= 0:
            self._focus_near(focused)
        for each in old:  # only now, or the focus would wander off through the page
            each.hide()
            each.deleteLater()

    def focus_start(self) -> None:
        """Put the focus on the first idea that is not taken."""
        self._focus_near(0)

    def _focus_near(self, place: int) -> None:
        """Focus the idea at a place, or one near it: those that are taken cannot have the focus, and Qt would go astray."""
        buttons = self._buttons()
        free = next((each for each in (*buttons[place:], *reversed(buttons[:place])) if each.isEnabled()), None)
        (free or self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc go back to the line one came from."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _heading(self, compact: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        mark = QLabel()
        mark.setPixmap(self._look.pixmap("lightbulb", "accent"))
        row.addWidget(mark)
        row.addWidget(words(self.tr("Ideas"), "heading2", wrap=False), 1)
        close: QToolButton | QPushButton
        if compact:
            close = button(self._look, self.tr("Back to my answer"), "plain")
        else:
            close = icon_button(self._look, "x", self.tr("Close ideas"), colour="accent")
        close.clicked.connect(self.close_requested)
        row.addWidget(close)
        self._close = close
        return row

    def _buttons(self) -> list[QPushButton]:
        found = (self._list.itemAt(place) for place in range(self._list.count()))
        return [widget for item in found if item and isinstance(widget := item.widget(), QPushButton)]

    def _idea(self, idea: str) -> QWidget:
        taken = self._is_taken(idea)
        made = _IdeaButton()
        made.setProperty("look", "plain")
        made.setAccessibleName(self.tr("{0}, added").format(idea) if taken else idea)
        made.setEnabled(not taken)
        made.clicked.connect(partial(self._on_taken, idea))
        row = QHBoxLayout(made)
        row.setContentsMargins(self._look.space(12), self._look.space(8), self._look.space(12), self._look.space(8))
        row.setSpacing(self._look.space(12))
        mark = QLabel()
        mark.setPixmap(self._look.pixmap("check" if taken else "plus", "accent"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        said = words(idea, "soft" if taken else "body")
        row.addWidget(said, 1)
        if taken:
            row.addWidget(words(self.tr("added"), "caption", wrap=False))
        for inner in made.findChildren(QLabel):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made

    def _on_taken(self, idea: str) -> None:
        self.idea_taken.emit(idea)
        self.refresh()

    def _on_others(self) -> None:
        self._first = (self._first + AT_A_TIME) % len(self._ideas)
        self.refresh()
        self.focus_start()


class _IdeaButton(PushButton):
    """A button as tall as the words that wrap inside it."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width, or of a control."""
        layout = self.layout()
        return max(layout.heightForWidth(width) if layout else 0, super().sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for one line; the layout asks for more by `heightForWidth`."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(self.width(), 200)))

    minimumSizeHint = sizeHint
