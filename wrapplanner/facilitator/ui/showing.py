"""Where the group is within an item: which of its slides, and which sheet of that slide; helplines may lie over it."""

from __future__ import annotations

from collections.abc import Callable

from wrapplanner.domain.helplines import Helpline
from wrapplanner.facilitator.ui.fitting import Screen
from wrapplanner.facilitator.ui.item_slides import helplines_slide
from wrapplanner.facilitator.ui.sheets import sheets_of
from wrapplanner.facilitator.ui.slides import Slide


class Showing:
    """A place among the slides of one item, on a screen of some size. Steps and sheets count from 0."""

    def __init__(self, lines: Callable[[], tuple[Helpline, ...]]) -> None:
        """`lines` returns the country's helplines."""
        self._lines = lines
        self._slides: tuple[Slide, ...] = ()
        self._step, self.sheet, self.helps = 0, 0, False
        self.screen = Screen(1280, 720)

    @property
    def slide(self) -> Slide:
        """The slide that is shown."""
        return helplines_slide(self._lines()) if self.helps else self._slides[self._step]

    @property
    def is_at_start(self) -> bool:
        """Whether nothing of the item comes before."""
        return not self.helps and self._step == 0 and self.sheet == 0

    @property
    def is_at_end(self) -> bool:
        """Whether nothing of the item comes after."""
        return not self.helps and self._step == len(self._slides) - 1 and self.sheet >= self._sheet_count() - 1

    def begin(self) -> None:
        """Be at the first sheet of the first slide: of an item that is come to."""
        self._step, self.sheet, self.helps = 0, 0, False

    def take(self, slides: tuple[Slide, ...]) -> None:
        """Take an item's slides as they are now, at least one; the place stays."""
        self._slides = slides
        self._step = min(self._step, len(slides) - 1)

    def see(self, words: str) -> None:
        """Turn to the last sheet on which some words stand; '' stays, as long as there is that sheet."""
        sheets = sheets_of(self.slide, self.screen)
        found = [place for place, sheet in enumerate(sheets) if words and words in sheet.words]
        self.sheet = found[-1] if found else min(self.sheet, len(sheets) - 1)

    def go_on(self) -> bool:
        """Go to what comes next in the item; False where nothing does. Helplines go away first."""
        if self.helps:
            self.helps = False
        elif self.sheet < self._sheet_count() - 1:
            self.sheet += 1
        elif self._step < len(self._slides) - 1:
            self._step, self.sheet = self._step + 1, 0
        else:
            return False
        return True

    def go_back(self) -> bool:
        """Go to what came before in the item; False where nothing did. Helplines go away first."""
        if self.helps:
            self.helps = False
        elif self.sheet:
            self.sheet -= 1
        elif self._step:
            self._step -= 1
            self.sheet = self._sheet_count() - 1
        else:
            return False
        return True

    def show_helplines(self, shown: bool) -> None:
        """Lay the helplines over the item, or take them away."""
        self.helps, self.sheet = shown, 0

    def set_screen(self, screen: Screen) -> bool:
        """Take the size of the group's screen, which says how many sheets a slide has; tell whether it is another."""
        if screen == self.screen:
            return False
        self.screen = screen
        self.sheet = min(self.sheet, self._sheet_count() - 1)
        return True

    def _sheet_count(self) -> int:
        return len(sheets_of(self.slide, self.screen))
