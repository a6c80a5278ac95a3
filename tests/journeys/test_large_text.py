"""Nothing is cut, laid over another, or pushed out sideways: at 100 and 200 %, in the usual and the smallest window.

The pages are gone to directly and only looked at; what they show is the example plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from journeys.driver import Driver, plain, seen
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QBoxLayout,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from wrapplanner.domain.kinds import Kind
from wrapplanner.ui.widgets.month_calendar import MonthCalendar

SIZES = {
    "200 % large": (2.0, (1920, 1000)),
    "200 % usual": (2.0, (1280, 800)),
    "200 % smallest": (2.0, (900, 600)),
    "100 % smallest": (1.0, (900, 600)),
}
TARGET = 44
ROUNDING = 2
STATUS_BAR = 36  # as tall as the bar, by look.md; each of its buttons has a key of its own
PAGES = (
    "start",
    "read",
    "find",
    "history",
    "past",
    "now",
    "today",
    "print/crisis-plan",
    "print/whole-plan",
    "help",
    "review",
    "review/people",
    "review/end",
    "settings/reminders",
    *(f"settings/{topic}" for topic in ("look", "words", "spelling", "people", "paper", "keyboard", "about")),
)
_WRAP = int(Qt.TextFlag.TextWordWrap)


def places(app: Driver) -> Iterator[str]:
    yield from PAGES
    kinds: set[Kind] = set()
    for question in app.framework.questions():
        if question.kind not in kinds:
            kinds.add(question.kind)
            yield f"write/{question.id}"
    yield from (f"part/{part.id}" for part in app.framework.parts)


@pytest.mark.parametrize("case", SIZES)
def test_nothing_is_cut(app: Driver, case: str) -> None:
    scale, size = SIZES[case]
    app.begin("read", scale=scale, example=True, size=size)
    app.wait(lambda: not app.window.windowIcon().isNull(), "what comes after the first window did not come")
    found: dict[str, list[str]] = {}
    for place in places(app):
        app.window.go(place)
        app.rest()
        assert (app.window.width(), app.window.height()) == size, f"{place} makes the window larger"
        if problems := list(problems_of(app.window)):
            found[place] = problems
    assert not found, "\n".join(f"{place}:\n  " + "\n  ".join(each) for place, each in found.items())


@pytest.mark.parametrize("case", SIZES)
def test_nothing_is_cut_on_the_start_page(app: Driver, case: str) -> None:
    scale, size = SIZES[case]
    app.remember(scale=scale)
    app.open(size=size)
    app.settle()
    assert (app.window.width(), app.window.height()) == size
    problems = list(problems_of(app.window))
    assert not problems, "\n".join(problems)


def problems_of(window: QWidget) -> Iterator[str]:
    """Yield what is wrong with what is seen in a window."""
    for widget in seen(window):
        for check in (cut_label, cut_button, sideways, small_target):
            if said := check(widget):
                yield f"{said}: {told(widget)}"
        yield from overlapping(widget.layout())


def told(widget: QWidget) -> str:
    text = widget.text()[:40] if isinstance(widget, QLabel | QAbstractButton) else ""
    size = f"{widget.width()}×{widget.height()}"
    return f"{type(widget).__name__} {widget.objectName()} {text or widget.accessibleName()[:40]!r} {size}"


def cut_label(widget: QWidget) -> str:
    if not isinstance(widget, QLabel) or not widget.text():
        return ""
    box, fonts, text = widget.contentsRect(), widget.fontMetrics(), widget.text()
    flags = _WRAP if widget.wordWrap() else 0
    needed = fonts.boundingRect(QRect(0, 0, box.width(), 100_000), flags, text)
    widest = max(map(fonts.horizontalAdvance, text.split())) if widget.wordWrap() else needed.width()
    if needed.height() > box.height() + ROUNDING:
        return f"cut below (needs {needed.height()})"
    return f"cut at the side (needs {widest})" if widest > box.width() + ROUNDING else ""


def cut_button(widget: QWidget) -> str:
    if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
        return ""
    if isinstance(widget, QAbstractButton) and not widget.text() and not widget.hasHeightForWidth():
        return ""  # a picture alone
    letters = widget.fontMetrics().height()
    high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else letters
    wide = widget.minimumSizeHint().width()
    if isinstance(widget, QAbstractButton) and plain(widget.text()) and widget.width() + ROUNDING < wide:
        return f"cut at the side (needs {wide})"
    return f"cut below (needs {high})" if widget.height() + ROUNDING < high else ""


def sideways(widget: QWidget) -> str:
    if not isinstance(widget, QAbstractScrollArea):
        return ""
    if isinstance(widget, QPlainTextEdit) and widget.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere:
        return ""  # it breaks every line; Qt counts a letter's overhang as something to scroll to
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None and inside.width() > widget.viewport().width():
        return f"wider than its room (by {inside.width() - widget.viewport().width()})"
    most = widget.horizontalScrollBar().maximum()
    return f"scrolls sideways (by {most})" if most > ROUNDING else ""


def small_target(widget: QWidget) -> str:
    is_control = isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
    if not is_control or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return ""
    least = STATUS_BAR if widget.objectName() == "statusButton" else TARGET
    return "a small target" if widget.height() < least or widget.width() < TARGET else ""


def overlapping(layout: QLayout | None) -> Iterator[str]:
    """Yield pairs of neighbours in rows and columns that lie over one another."""
    # Never by itemAt: PySide keeps what it returns, and takes the next thing at the same address for it.
    if not isinstance(layout, QBoxLayout):
        return
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    home = layout.parentWidget()
    widgets = home.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if home is not None else []
    laid = [(layout.indexOf(each), each) for each in (*inner, *widgets)]
    rects = [
        (each.geometry(), each if isinstance(each, QWidget) else None)
        for place, each in sorted(laid, key=lambda pair: pair[0])
        if place >= 0 and (not isinstance(each, QWidget) or each.isVisible())
    ]
    solid = [(rect, widget) for rect, widget in rects if rect.isValid() and not rect.isEmpty()]
    for (one, first), (other, second) in pairwise(solid):
        both = one.intersected(other)
        if both.width() > 1 and both.height() > 1:
            yield f"overlap of {both.width()}×{both.height()}: {first and told(first)} / {second and told(second)}"
    for each in inner:
        yield from overlapping(each)


@pytest.mark.parametrize("case", SIZES)
def test_whoever_comes_to_a_question_sees_it(app: Driver, case: str) -> None:
    scale, size = SIZES[case]
    app.begin("read", scale=scale, example=True, size=size)
    missed = []
    for question in app.framework.questions():
        app.window.go(f"write/{question.id}")
        app.rest()
        asked = next(each for each in seen(app.window) if isinstance(each, QLabel) and each.text() == question.prompt)
        if asked.visibleRegion().boundingRect().height() < asked.fontMetrics().height():
            missed.append(question.id)
    assert not missed


def test_look_back_begins_with_the_chosen_day_in_sight(app: Driver) -> None:
    app.begin("read", scale=2.0, example=True, size=(1280, 800))
    app.window.go("look-back/2026-05-31")
    app.rest()
    calendar = app.find("month", MonthCalendar)
    day = calendar.visualRect(calendar.currentIndex())
    assert calendar.viewport().visibleRegion().contains(day.center())
    app.key("PgUp", "PgUp")
    app.rest()
    app.key("Up", "Up", "Up", "Up")
    day = calendar.visualRect(calendar.currentIndex())
    assert calendar.viewport().visibleRegion().contains(day.center())
