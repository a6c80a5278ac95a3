"""Nothing but what was asked for comes up as a window of its own, not even for a moment: it would take the focus."""

from __future__ import annotations

from journeys.driver import Driver
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from test_review import live_a_while

PLACES = (
    *("read", "read/crisis", "history", "find/jo", "today", "look-back", "now", "show", "after", "help"),
    *("review/begin", "review/changes", "review/copies", "review/people", "review/tools", "review/end"),
    *("print/crisis-plan", "print/whole-plan", "print/supporter-copy", "print/worksheets"),
    *("settings/look", "settings/words", "settings/days", "settings/helplines", "settings/people", "settings/spelling"),
    *("settings/reminders", "settings/keyboard", "settings/about", "settings/locking", "settings/keeping", "settings/backups"),
)


class Windows(QObject):
    """Hears of each widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_page_opens_a_window_by_itself(app: Driver) -> None:
    app.begin("read")
    app.close()
    live_a_while(app)
    app.open()
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    framework = app.window.context.session.framework
    parts = (f"part/{part.id}" for part in framework.parts)
    questions = (f"write/{question.id}" for question in framework.questions())
    for place in (*PLACES, *parts, *questions):
        app.window.go(place)
        app.settle()
        assert windows.shown == [], place
    QApplication.instance().removeEventFilter(windows)
