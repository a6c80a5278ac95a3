"""The programmes that facilitators have: those that are shipped and their own copies; and sessions begun from them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from wrapplanner.errors import StorageError
from wrapplanner.facilitator.model.programme import OWN, Programme
from wrapplanner.facilitator.model.running import Running, begin
from wrapplanner.facilitator.programmes import load_programme, load_programmes
from wrapplanner.facilitator.store import GroupStore

LANGUAGE: Final = "en"


class Shelf:
    """Programmes by id; `store` keeps the own ones. Nothing is read before it is asked for."""

    def __init__(self, resources: Path, store: GroupStore) -> None:
        self._folder, self._store = resources / "sessions" / LANGUAGE, store
        self._read: dict[str, Programme] = {}

    def programmes(self) -> tuple[Programme, ...]:
        """Return all of them, the own ones last. Raises ContentError, StorageError."""
        return (*load_programmes(self._folder), *self._store.programmes())

    def programme(self, name: str) -> Programme:
        """Return one by its id, reading no other file. Raises StorageError, which names those there are."""
        own = next((each for each in self._store.programmes() if each.id == name), None)
        if own is not None:
            return own
        try:
            if name not in self._read:
                self._read[name] = load_programme(self._folder, name)
            return self._read[name]
        except KeyError:
            known = ", ".join(each.id for each in self.programmes())
            raise StorageError(f"There is no programme of that name. These are: {known}.") from None

    def begun(self, programme: Programme, number: int, now: float) -> Running:
        """Return a session at its first item, with what the group agreed. Raises ChangeRefused (no such number)."""
        # A group that goes on with an own copy of its programme has agreed already.
        agreed = self._store.agreement(programme.id) or self._store.agreement(programme.id.removeprefix(OWN))
        return begin(programme, number, now, agreed)

    def framework_of(self, programme: str) -> str:
        """Return the id of a programme's framework, '' where there is none or the programme has gone since."""
        try:
            return self.programme(programme).framework
        except StorageError:
            return ""

    def keep_agenda(self, running: Running) -> str:
        """Keep an agenda in the own copy of its programme; return the copy's title. Raises StorageError."""
        programme = self.programme(running.programme)
        title = QCoreApplication.translate("Shelf", "{0} (ours)").format(programme.title)
        fresh = programme.made_own(title)
        own = next((each for each in self._store.programmes() if each.id == fresh.id), fresh)
        self._store.keep_programme(own.with_session(replace(running.session, length=running.session.minutes)))
        return own.title

    def title_of(self, programme: str, number: int) -> str:
        """Return what a session is called, however old what was kept of it is."""
        found = next((each for each in self.programmes() if each.id == programme), None)
        if found is None or number > len(found.sessions):
            return QCoreApplication.translate("Shelf", "Session {0}").format(number)
        return f"{found.title} · {number} · {found.session(number).title}"
