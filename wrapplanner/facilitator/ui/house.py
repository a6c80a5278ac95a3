"""What group sessions live in: the group's own vault, the shelf of programmes. No window, and no plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wrapplanner.facilitator.store import GroupStore
    from wrapplanner.facilitator.ui.shelf import Shelf


class House:
    """`data_dir` is the user's data folder, of which only the group's own is touched; `resources` what is shipped.

    What reads files is imported when something is asked for: the first window is seen before.
    """

    def __init__(self, data_dir: Path, resources: Path) -> None:
        self._data_dir, self.resources = data_dir, resources
        self._store: GroupStore | None = None
        self._shelf: Shelf | None = None

    @property
    def store(self) -> GroupStore:
        """The group's vault, opened when it is first wanted. Raises StorageError."""
        if self._store is None:
            from wrapplanner.facilitator.store import FOLDER, GroupStore

            self._store = GroupStore.open(self._data_dir / FOLDER)
        return self._store

    @property
    def shelf(self) -> Shelf:
        """The programmes. Raises StorageError."""
        from wrapplanner.facilitator.ui.shelf import Shelf

        if self._shelf is None:
            self._shelf = Shelf(self.resources, self.store)
        return self._shelf

    def close(self) -> None:
        """Close the vault."""
        if self._store is not None:
            self._store.close()
            self._store = self._shelf = None
