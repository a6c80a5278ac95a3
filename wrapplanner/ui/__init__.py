"""The desktop app's windows, pages and widgets."""

from __future__ import annotations

import gc
import sys
from typing import Any

MANY_OBJECTS = 50_000
"""Python looks for dead rings of objects each time so many more live: by itself it would do so dozens of times at start-up."""


def _hold_singletons() -> None:
    """Keep None, True, False and NotImplemented alive under Python 3.11.

    PySide6 6.12 is built as if they were immortal, which they are from Python 3.12 on: each call that returns one of
    them takes a reference away that it never had, and 3.11 stops with "deallocating None" after some ten thousand calls.
    QtPdf comes as a package of its own only since 6.12, so an older PySide6 would bring all its add-ons.
    """
    import ctypes

    for each in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(each)).value += 1 << 48


def _read_no_source() -> None:
    """Have PySide not read the source of each module that is imported, looking for the name PySide6 in it.

    It does so for `from __feature__ import …`, which nothing here uses: every module counts as one that does not.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001 - there is no switch for it


gc.set_threshold(MANY_OBJECTS)
_read_no_source()
if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
    _hold_singletons()
