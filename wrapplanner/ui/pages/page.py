"""What every page of the main window is: a header, a body that scrolls, perhaps a foot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    # Only named here, so that the first window does not wait for what an open plan needs.
    from wrapplanner.ui.plan_safe import PlanSafe
    from wrapplanner.ui.preferences import PreferenceFile
    from wrapplanner.ui.session import PlanSession
    from wrapplanner.ui.theme import Look

WIDE, NARROW, SMALL = 1120, 760, 600
"""Effective widths (window width ÷ text scale) at which rail and side columns change (look.md §3).

Under SMALL a page's name stands in its body, since Menu and Now fill the header.
"""


_SAID = 80
LOW = 360
"""Effective height under which feet scroll with their pages and the status bar makes room."""


@dataclass(frozen=True)
class PageContext:
    """What a page is given: the look, the open plan, the person's choices, the shipped resources, where and how it is kept.

    The example plan has neither `files` nor a `safe`.
    """

    look: Look
    session: PlanSession
    preferences: PreferenceFile
    resources: Path
    files: Path | None = None
    safe: PlanSafe | None = None

    @property
    def locks(self) -> bool:
        """Whether the plan can be locked: only one with a passphrase can."""
        return self.safe is not None and self.safe.has_passphrase


class Page(QWidget):
    """A page. A place is a path of words: "plan/read", "plan/write/early.signs", "print/crisis-plan", "settings/paper".

    `go_requested(place)` asks the window to go somewhere; `toast_requested(words)` to say what can be undone;
    `preferences_changed()` that a choice was made that alters the look or the words of everything.
    """

    door = "read"  # the door of the rail that leads here
    alone = False  # whether the page has the window to itself, without rail and status bar
    kept = True  # whether one comes back here the next time; what leaves no trace does not

    go_requested = Signal(str)
    toast_requested = Signal(str)
    preferences_changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.look, self.session = context.look, context.session
        self.setObjectName("page")
        self.header_row: QHBoxLayout | None = None
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)

    def place(self) -> str:
        """Return where the person is, so that they can come back to it."""
        raise NotImplementedError

    def go_to(self, rest: str) -> None:
        """Show a place inside this page: what follows the page's own word in a place."""

    def focus_start(self) -> None:
        """Put the focus where this page begins."""
        self.setFocus()

    def side_pane(self) -> QWidget | None:
        """Return the side column that F6 visits between rail and page, if there is one."""
        return None

    def set_effective_width(self, width: int) -> None:
        """Lay out for a window of this effective width."""

    def act(self, does: str) -> bool:
        """Answer an action of `ui/actions.py` ("next", "ideas"); False where this page has no answer."""
        return False

    def hush(self) -> None:
        """Be silent: the window is covered, or the page is left. What speaks or sounds stops here."""

    def on_removed(self, words: str) -> None:
        """Say what an editor took out; long words are not repeated."""
        said = " ".join(words.split())
        short = said and len(said) <= _SAID
        self.toast_requested.emit(self.tr("Took out “{0}”.").format(said) if short else self.tr("Took it out."))

    def make_header(self, *, quiet: bool = False) -> QHBoxLayout:
        """Add the 72 px header and return its row. `quiet` draws no line under it."""
        self.header_row = self._band("pageHeader", 72, quiet)
        return self.header_row

    def make_foot(self) -> QHBoxLayout:
        """Add the 80 px foot and return its row."""
        return self._band("pageFoot", 80, False)

    def _band(self, name: str, height: int, quiet: bool) -> QHBoxLayout:
        band = QFrame()
        band.setObjectName(name)
        band.setProperty("quiet", quiet)
        band.setMinimumHeight(self.look.space(height))
        row = QHBoxLayout(band)
        row.setContentsMargins(32, self.look.space(8), 32, self.look.space(8))
        row.setSpacing(self.look.space(16))
        self.outer.addWidget(band)
        return row


def is_low(page: Page) -> bool:
    """Whether the window is low for its text."""
    return page.window().height() / page.look.scale < LOW
