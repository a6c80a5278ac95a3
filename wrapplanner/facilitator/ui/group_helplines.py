"""The lines that a group is shown: of the country that its facilitators chose, else of the one that the computer is set to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wrapplanner.errors import StorageError
from wrapplanner.facilitator.ui.house import House

if TYPE_CHECKING:
    from wrapplanner.domain.helplines import Helpline


class GroupHelplines(QObject):
    """`changed(place)`: other lines are shown from now on; `refused(sentence)`: that could not be remembered.

    Nothing is read before it is asked for.
    """

    changed = Signal(str)
    refused = Signal(str)

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._place: str | None = None

    @property
    def place(self) -> str:
        """What was chosen: a country or a part of one, '' for the computer's own. Raises StorageError."""
        if self._place is None:
            self._place = self._house.store.country()
        return self._place

    def lines(self) -> tuple[Helpline, ...]:
        """Return whom one can call there, as papers name them. Raises StorageError."""
        from wrapplanner.domain.helplines import printed_at
        from wrapplanner.ui.helplines import chosen_place, shipped

        resources = self._house.resources
        return printed_at(shipped(resources), chosen_place(resources, self.place))

    def choose(self, place: str) -> None:
        """Show the lines of another place, and remember it for the group."""
        self._place = place
        self.changed.emit(place)
        try:
            self._house.store.keep_country(place)
        except StorageError as error:
            self.refused.emit(error.sentence)
