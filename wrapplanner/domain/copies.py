"""Editions of a plan: what is stamped on every printed page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of the plan. `version` counts from 1 and rises when something is handed out after a change.

    `day` is the day of the last change that is in it.
    """

    version: int
    day: date
