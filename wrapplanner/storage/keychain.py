"""This computer's keychain, which may keep a key for one slot of a plan.

`keyring` chooses a backend from settings that anybody may write, some of which keep passwords in the open. So it is not
asked: the one backend of each system that seals what it keeps is named here, and no other is ever used.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol, TypeVar

from wrapplanner.errors import NoKeychain

SERVICE = "WRAP Planner"
LIMIT_SECONDS = 2.0

BACKENDS = {
    "linux": "keyring.backends.SecretService.Keyring",
    "win32": "keyring.backends.Windows.WinVaultKeyring",
    "darwin": "keyring.backends.macOS.Keyring",
}
_NONE = "This computer has no keychain that WRAP Planner can use. A passphrase or a recovery code opens the plan."
_SILENT = "This computer's keychain does not answer just now. A passphrase or a recovery code opens the plan."
_T = TypeVar("_T")


class Backend(Protocol):
    """What is used of a keyring backend."""

    priority: float

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept, None for nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep something."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget something."""


class Keychain:
    """The keychain, reached only when it is used. Every method raises NoKeychain, after two seconds at the latest."""

    def __init__(self, make: Callable[[], object] | None = None, limit: float = LIMIT_SECONDS) -> None:
        """`make` gives the backend; tests pass their own."""
        self._make, self._limit = make or pinned_backend, limit

    def get(self, name: str) -> bytes | None:
        """Return the key kept under a name, None where there is none."""
        found = self._asked(lambda backend: backend.get_password(SERVICE, name))
        try:
            return bytes.fromhex(found) if found else None
        except ValueError:
            return None

    def put(self, name: str, key: bytes) -> None:
        """Keep a key, and see that it is kept."""
        self._asked(lambda backend: backend.set_password(SERVICE, name, key.hex()))
        if self.get(name) != key:
            raise NoKeychain(_NONE)

    def forget(self, name: str) -> None:
        """Forget a key."""
        self._asked(lambda backend: backend.delete_password(SERVICE, name))

    def _asked(self, question: Callable[[Backend], _T]) -> _T:
        # In a thread that may be left behind: a keychain that waits for somebody must not hold up the opening.
        answer: list[_T] = []
        trouble: list[Exception] = []

        def ask() -> None:
            try:
                answer.append(question(trusted(self._make())))
            except Exception as error:  # whatever a backend raises, the plan opens another way
                trouble.append(error)

        asking = threading.Thread(target=ask, daemon=True, name="keychain")
        asking.start()
        asking.join(self._limit)
        if trouble:
            raise NoKeychain(_NONE) from trouble[0]
        if not answer:
            raise NoKeychain(_SILENT)
        return answer[0]


def pinned_backend() -> object:
    """Return the backend of this system. Raises whatever it raises where there is none."""
    module, _, name = BACKENDS[sys.platform].rpartition(".")
    backend: object = getattr(import_module(module), name)()
    return backend


def trusted(backend: object) -> Backend:
    """Return a backend that is one of ours and works here. Raises NoKeychain for any other: null, plain text, a chain."""
    kind = type(backend)
    ours: Any = backend if f"{kind.__module__}.{kind.__qualname__}" in BACKENDS.values() else None
    if ours is None or not ours.priority > 0:
        raise NoKeychain(_NONE)
    checked: Backend = ours
    return checked
