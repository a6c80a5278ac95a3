"""The six first answers, which make a page that can be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from wrapplanner.ui.pages.trail import Trail, starter_trail
from wrapplanner.ui.pages.write import WritePage
from wrapplanner.ui.widgets.words import words


class StarterPage(WritePage):
    """The six first answers, which make a page that can be printed."""

    def trail(self) -> Trail:
        """See WritePage."""
        return starter_trail(self.session.framework)

    def first_question(self) -> str:
        """See WritePage."""
        return self.session.framework.starter[0]

    def header_words(self) -> tuple[QWidget, ...]:
        """See WritePage."""
        mark = QLabel()
        mark.setPixmap(self.look.pixmap("sprout", "accent", 24))
        return (mark, words(self.tr("Six first answers"), "heading2", wrap=False))

    def next_words(self) -> str:
        """See WritePage."""
        return self.tr("Next question") if self._neighbour(1) else self.tr("See my first page")
