"""What the windows of group sessions have in common: a head with a mark and a title; a list beside its pages."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.side_list import SideList
from wrapplanner.ui.widgets.words import picture, words

_NO_MOST = 16_777_215


class WindowHead(QFrame):
    """A mark and a title at the left of `row`; what a window offers is added to it."""

    def __init__(self, look: Look, icon: str, title: str) -> None:
        super().__init__()
        self.setObjectName("presenterHead")
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(look.space(24), look.space(12), look.space(24), look.space(12))
        row.setSpacing(look.space(14))
        self.mark = picture(look, icon, "accent")
        self.title = words(title, "heading2", wrap=False)
        row.addWidget(self.mark)
        row.addWidget(self.title)


class TwoParts(QWidget):
    """A list of topics, `list`, and the pages beside it; where the room is narrow for its text, the list stands above."""

    def __init__(self, look: Look, name: str, *, side: int, narrow: int) -> None:
        """`name` is the list's; `side` is its width and `narrow` the least width to have both abreast, at 100 % text."""
        super().__init__()
        self._look, self._side, self._narrow = look, side, narrow
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._aside = QFrame()
        self._aside.setObjectName("agendaSide")
        inside = QVBoxLayout(self._aside)
        inside.setContentsMargins(*[look.space(8)] * 4)
        self.list = SideList(look, name)
        inside.addWidget(self.list)
        self._both.addWidget(self._aside)

    def add_page(self, page: QWidget) -> None:
        """Add a page; which of them is shown is for their owner to say."""
        self._both.addWidget(page, 1)

    def lay_out(self) -> None:
        """Give the list the room that its rows take now."""
        narrow = self.width() / self._look.scale < self._narrow
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = round(self._side * self._look.scale)
        self._aside.setMinimumWidth(0 if narrow else side)
        self._aside.setMaximumWidth(_NO_MOST if narrow else side)
        high = self.list.sizeHintForRow(0) * self.list.count() + 2 * self._look.space(8)
        self._aside.setMaximumHeight(min(high, self.window().height() // 3) if narrow else _NO_MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand abreast, or one above the other."""
        super().resizeEvent(event)
        self.lay_out()
