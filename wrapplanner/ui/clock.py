"""Which day it is for the person: the one place that asks, so that a page may be shown another day in a test."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale


def today() -> date:
    """Return the person's own day."""
    return datetime.now().astimezone().date()


def spoken(locale: QLocale, day: date, form: str) -> str:
    """Return a day in words, in Qt's form ("dddd d MMMM")."""
    return locale.toString(QDate(day.year, day.month, day.day), form)
