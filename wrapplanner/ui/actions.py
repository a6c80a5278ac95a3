"""One table of what can be done by key: the window makes its shortcuts from it, Settings and Help show it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from wrapplanner.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Action:
    """`does` is a place to go ("print") or a name of the window's own ("undo"); empty where a widget answers the key itself.

    `keys` are in Qt's portable form, several parted by a comma.
    """

    group: str
    keys: str
    words: str
    does: str = ""


_ANYWHERE = QT_TRANSLATE_NOOP("Actions", "Anywhere")
_WRITING = QT_TRANSLATE_NOOP("Actions", "While writing")
_LISTS = QT_TRANSLATE_NOOP("Actions", "In a list or a table")

ACTIONS = (
    Action(_ANYWHERE, "F9", QT_TRANSLATE_NOOP("Actions", "I need my plan now"), "now"),
    Action(_ANYWHERE, "Ctrl+1", QT_TRANSLATE_NOOP("Actions", "Now"), "now"),
    Action(_ANYWHERE, "Ctrl+2", QT_TRANSLATE_NOOP("Actions", "Today"), "today"),
    Action(_ANYWHERE, "Ctrl+3", QT_TRANSLATE_NOOP("Actions", "My plan"), "read"),
    Action(_ANYWHERE, "Ctrl+4", QT_TRANSLATE_NOOP("Actions", "Print and share"), "print"),
    Action(_ANYWHERE, "Ctrl+5", QT_TRANSLATE_NOOP("Actions", "Look back"), "look-back"),
    Action(_ANYWHERE, "Ctrl+P", QT_TRANSLATE_NOOP("Actions", "Print"), "print/"),
    Action(_ANYWHERE, "Ctrl+F", QT_TRANSLATE_NOOP("Actions", "Find in my plan"), "find"),
    Action(_ANYWHERE, "Ctrl+,", QT_TRANSLATE_NOOP("Actions", "Settings"), "settings"),
    Action(_ANYWHERE, "F1", QT_TRANSLATE_NOOP("Actions", "Help"), "help"),
    Action(_ANYWHERE, "Ctrl+Z", QT_TRANSLATE_NOOP("Actions", "Undo"), "undo"),
    Action(_ANYWHERE, "Ctrl+Y,Ctrl+Shift+Z", QT_TRANSLATE_NOOP("Actions", "Do it again"), "redo"),
    Action(_ANYWHERE, "Ctrl++,Ctrl+=", QT_TRANSLATE_NOOP("Actions", "Larger text"), "larger"),
    Action(_ANYWHERE, "Ctrl+-", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "smaller"),
    Action(_ANYWHERE, "Ctrl+0", QT_TRANSLATE_NOOP("Actions", "Text at 100 %"), "plain-size"),
    Action(_ANYWHERE, "F6", QT_TRANSLATE_NOOP("Actions", "From the menu to the page and back"), "next-pane"),
    Action(_ANYWHERE, "Ctrl+R", QT_TRANSLATE_NOOP("Actions", "Read aloud, and stop, where the computer can speak"), "aloud"),
    Action(_ANYWHERE, "F11", QT_TRANSLATE_NOOP("Actions", "Whole screen"), "full-screen"),
    Action(_ANYWHERE, "Ctrl+L", QT_TRANSLATE_NOOP("Actions", "Lock my plan"), "lock"),
    Action(_ANYWHERE, "F8", QT_TRANSLATE_NOOP("Actions", "Hide the window; any key brings it back")),
    Action(_ANYWHERE, "Ctrl+Q", QT_TRANSLATE_NOOP("Actions", "Close the program"), "close"),
    Action(_WRITING, "Ctrl+Return,Ctrl+Enter", QT_TRANSLATE_NOOP("Actions", "Next question"), "next"),
    Action(_WRITING, "Ctrl+PgDown", QT_TRANSLATE_NOOP("Actions", "The next question or part"), "next"),
    Action(_WRITING, "Ctrl+PgUp", QT_TRANSLATE_NOOP("Actions", "The one before"), "previous"),
    Action(_WRITING, "Alt+I", QT_TRANSLATE_NOOP("Actions", "Ideas"), "ideas"),
    Action(_WRITING, "F2", QT_TRANSLATE_NOOP("Actions", "Write here, when reading; change the words, in a list")),
    Action(_LISTS, "Return", QT_TRANSLATE_NOOP("Actions", "Change it, or add the next line")),
    Action(_LISTS, "Alt+Up", QT_TRANSLATE_NOOP("Actions", "Move it up")),
    Action(_LISTS, "Alt+Down", QT_TRANSLATE_NOOP("Actions", "Move it down")),
    Action(_LISTS, "Delete", QT_TRANSLATE_NOOP("Actions", "Take it out")),
    Action(_LISTS, "Insert", QT_TRANSLATE_NOOP("Actions", "Add one")),
    Action(_LISTS, "Tab", QT_TRANSLATE_NOOP("Actions", "The next cell or control")),
    Action(_LISTS, "Esc", QT_TRANSLATE_NOOP("Actions", "Leave the line; what you wrote is kept")),
)


def shortcut_rows() -> tuple[tuple[str, str, str], ...]:
    """Return (group, keys as shown, words) for every action, translated."""

    def said(text: str) -> str:
        return QCoreApplication.translate("Actions", text)

    return tuple((said(a.group), a.keys.split(",Ctrl", 1)[0].replace("Return", "Enter"), said(a.words)) for a in ACTIONS)
