"""Words as documents hold them: runs in one weight. Nothing in them is markup, so nothing needs escaping."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight. With `page_of` the words are the number of the page on which that anchor stands."""

    text: str
    bold: bool = False
    page_of: str = ""


Words = tuple[Run, ...]


def plain(text: str) -> Words:
    """Return `text` as words of one run; no run at all for nothing."""
    return (Run(text),) if text.strip() else ()


def strong(text: str) -> Words:
    """Return `text` as one bold run; no run at all for nothing."""
    return (Run(text, bold=True),) if text.strip() else ()


def lines(parts: Iterable[Words]) -> Words:
    """Return several words one under the other, blank ones left out."""
    joined: list[Run] = []
    for part in parts:
        if part:
            joined += ([Run("\n")] if joined else []) + list(part)
    return tuple(joined)
