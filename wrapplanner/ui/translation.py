"""Marking words for translation where no object is at hand yet."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:
    """Return `words` as they are; Qt's tools find them by this name. PySide6's own says it returns an object."""
    return words
