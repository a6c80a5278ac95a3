"""The desktop app's windows, pages and widgets."""

from __future__ import annotations

import sys


def _hold_singletons() -> None:
    """Keep None, True, False and NotImplemented alive under Python 3.11.

    PySide6 6.12 is built as if they were immortal, which they are from Python 3.12 on: each call that returns one of
    them takes a reference away that it never had, and 3.11 stops with "deallocating None" after some ten thousand calls.
    QtPdf comes as a package of its own only since 6.12, so an older PySide6 would bring all its add-ons.
    """
    import ctypes

    for each in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(each)).value += 1 << 48


if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
    _hold_singletons()
