"""Which day it is for the person: the one place that asks, so that a page may be shown another day in a test."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return the person's own day."""
    return datetime.now().astimezone().date()
