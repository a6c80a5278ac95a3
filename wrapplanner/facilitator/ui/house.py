"""What group sessions live in: their programmes, the group's own vault, the lines to call. No window, and no plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wrapplanner.errors import StorageError

if TYPE_CHECKING:
    from wrapplanner.domain.helplines import Helpline
    from wrapplanner.facilitator.model.programme import Programme
    from wrapplanner.facilitator.model.running import Running
    from wrapplanner.facilitator.store import GroupStore

LANGUAGE = "en"


class House:
    """`data_dir` is the user's data folder, of which only the group's own is touched; `resources` what is shipped.

    What opens the vault is imported when it is opened: the first window is seen before.
    """

    def __init__(self, data_dir: Path, resources: Path) -> None:
        self._data_dir, self.resources = data_dir, resources
        self._store: GroupStore | None = None

    @property
    def store(self) -> GroupStore:
        """The group's vault, opened when it is first wanted. Raises StorageError."""
        if self._store is None:
            from wrapplanner.facilitator.store import FOLDER, GroupStore

            self._store = GroupStore.open(self._data_dir / FOLDER)
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""
        return self._store is not None

    def close(self) -> None:
        """Close the vault."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def programmes(self) -> tuple[Programme, ...]:
        """Return the shipped programmes, then a facilitator's own copies."""
        from wrapplanner.facilitator.programmes import load_programmes

        return (*load_programmes(self._folder), *self.store.programmes())

    def programme(self, name: str) -> Programme:
        """Return a programme by its id. Raises StorageError, which says what there is."""
        from wrapplanner.facilitator.programmes import load_programme

        try:
            return load_programme(self._folder, name)
        except KeyError:
            found = {each.id: each for each in self.programmes()}
            if name not in found:
                raise StorageError(f"There is no programme of that name. These are: {', '.join(found)}.") from None
            return found[name]

    def framework_of(self, programme: str) -> str:
        """Return the id of the framework that a programme speaks of, "" for none, or where the programme has gone since."""
        try:
            return self.programme(programme).framework
        except StorageError:
            return ""

    def title_of(self, programme: str, number: int) -> str:
        """Return what a session is called, with its programme; "" where there is none of that name any more."""
        found = next((each for each in self.programmes() if each.id == programme), None)
        if found is None or number > len(found.sessions):
            return ""
        return f"{found.title} · {number} · {found.session(number).title}"

    def begun(self, programme: Programme, number: int, now: float) -> Running:
        """Return a session that begins now, with what the group agreed before. Raises ChangeRefused (no such number)."""
        from wrapplanner.facilitator.model.running import begin

        return begin(programme, number, now, self.store.agreement(programme.id))

    def lines(self, country: str) -> tuple[Helpline, ...]:
        """Return whom one can call in a country, as papers name them."""
        from wrapplanner.content.helplines import load_helplines
        from wrapplanner.domain.helplines import to_print

        return to_print(load_helplines(self.resources / "helplines"), country)

    @property
    def _folder(self) -> Path:
        return self.resources / "sessions" / LANGUAGE
