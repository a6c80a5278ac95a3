"""A plan that does not open as usual: what is the matter in a sentence, and what can be done next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from wrapplanner.ui.pages.front import FrontPage
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words


@dataclass(frozen=True, slots=True)
class Step:
    """A way forward: its name for the app, the words on its button, and what it would do."""

    name: str
    words: str
    help: str = ""


class TroublePage(FrontPage):
    """`step_requested(name)`. The first step has the focus; none of them writes over anything."""

    step_requested = Signal(str)

    def __init__(self, look: Look, title: str, sentence: str, steps: tuple[Step, ...]) -> None:
        super().__init__(look)
        self.add_title(title, sentence, arch=True)
        for place, step in enumerate(steps):
            if step.help:
                self.column.addWidget(words(step.help))
            made = button(look, step.words, "plain" if place else "main")
            made.setAccessibleDescription(step.help)
            made.clicked.connect(partial(self._on_step, step.name))
            self.add_row(made)
            if not place:
                self.first = made
        self.finish()
        announce(self, sentence)

    def _on_step(self, name: str) -> None:
        self.step_requested.emit(name)
