"""The desktop app's windows, pages and widgets."""

from __future__ import annotations

import sys


def _hold_none() -> None:
    """Keep None alive under Python 3.11.

    PySide6 6.12 is built as if None were immortal, which it is from Python 3.12 on: each call that returns nothing
    takes a reference away that it never had, and 3.11 stops with "deallocating None" after some ten thousand calls.
    QtPdf comes as a package of its own only since 6.12, so an older PySide6 would bring all its add-ons.
    """
    import ctypes

    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 48


if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
    _hold_none()
