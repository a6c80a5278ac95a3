"""The rail at the left: where one can go. Wide with words beside icons, narrow with words under them, or a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.buttons import PushButton, ToolButton, button


@dataclass(frozen=True, slots=True)
class Door:
    """A place that the rail leads to. `short` is its word where the rail is narrow."""

    place: str
    words: str
    short: str
    icon: str
    foot: bool = False


DOORS = (
    Door("today", QT_TRANSLATE_NOOP("NavRail", "Today"), QT_TRANSLATE_NOOP("NavRail", "Today"), "sun"),
    Door("read", QT_TRANSLATE_NOOP("NavRail", "My plan"), QT_TRANSLATE_NOOP("NavRail", "My plan"), "book-open"),
    Door("print", QT_TRANSLATE_NOOP("NavRail", "Print && share"), QT_TRANSLATE_NOOP("NavRail", "Print"), "printer"),
    Door("look-back", QT_TRANSLATE_NOOP("NavRail", "Look back"), QT_TRANSLATE_NOOP("NavRail", "Look back"), "calendar-days"),
    Door("find", QT_TRANSLATE_NOOP("NavRail", "Find"), QT_TRANSLATE_NOOP("NavRail", "Find"), "search", foot=True),
    Door("group", QT_TRANSLATE_NOOP("NavRail", "Group session"), QT_TRANSLATE_NOOP("NavRail", "Group"), "users", foot=True),
    Door("settings", QT_TRANSLATE_NOOP("NavRail", "Settings"), QT_TRANSLATE_NOOP("NavRail", "Settings"), "settings", foot=True),
    Door("help", QT_TRANSLATE_NOOP("NavRail", "Help"), QT_TRANSLATE_NOOP("NavRail", "Help"), "circle-question-mark", foot=True),
)
LOCK = Door("lock", QT_TRANSLATE_NOOP("NavRail", "Lock"), QT_TRANSLATE_NOOP("NavRail", "Lock"), "lock", foot=True)
NOW = Door("now", QT_TRANSLATE_NOOP("NavRail", "Now"), QT_TRANSLATE_NOOP("NavRail", "Now"), "lamp")


class NavRail(QFrame):
    """The rail. `go_requested(place)`; Up and Down move between its doors. A plan that `locks` has a door for it."""

    go_requested = Signal(str)

    def __init__(self, look: Look, *, narrow: bool, locks: bool = False) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Menu"))
        self._look, self._narrow = look, narrow
        self._doors: dict[str, QPushButton | QToolButton] = {}
        self._here = "now"
        self.setFixedWidth(round((96 if narrow else 208) * look.scale))
        column = QVBoxLayout(self)
        column.setContentsMargins(*([8, 12, 8, 12] if narrow else [12, 16, 12, 12]))
        column.setSpacing(look.space(4))
        column.addWidget(self._now())
        column.addSpacing(look.space(12))
        for door in doors_of(locks):
            if door.foot and not any(each.foot for each in DOORS if each.place in self._doors):
                column.addStretch(1)
            column.addWidget(self._door(door))

    def show_place(self, place: str) -> None:
        """Mark the door that leads to where the person is."""
        self._here = place
        for name, door in self._doors.items():
            # A door is a button, not a tick box: where one is, is told in words and by a property that the style sheet knows.
            door.setProperty("here", name == place)
            door.setAccessibleDescription(self.tr("You are here") if name == place else "")
            door.style().unpolish(door)
            door.style().polish(door)
            icon = next((each.icon for each in (*DOORS, LOCK, NOW) if each.place == name), "")
            door.setIcon(self._look.icon(icon, "accent" if name == place and name != "now" else "ink-soft"))

    def focus_start(self) -> None:
        """Put the focus on the door of where the person is."""
        self._doors.get(self._here, self._doors["now"]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down walk through the doors."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            doors = list(self._doors.values())
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            place = next(number for number, each in enumerate(doors) if each is watched)
            doors[(place + step) % len(doors)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _now(self) -> QWidget:
        made: QPushButton | QToolButton
        if self._narrow:
            made = self._tool_button(NOW)
            made.setProperty("look", "lamp")
        else:
            made = button(self._look, _said(NOW.words), "lamp", icon=NOW.icon)
        made.setToolTip(self.tr("I need my plan now (F9)"))
        return self._kept(NOW, made)

    def _door(self, door: Door) -> QWidget:
        if self._narrow:
            made: QPushButton | QToolButton = self._tool_button(door)
            made.setProperty("nav", True)
        else:
            made = PushButton("  " + _said(door.words))
            made.setIconSize(self._look.icon_extent())
            made.setProperty("nav", True)
        return self._kept(door, made)

    def _tool_button(self, door: Door) -> QToolButton:
        made = ToolButton()
        made.setText(_said(door.short))
        made.setIcon(self._look.icon(door.icon, "ink-soft"))
        made.setIconSize(self._look.icon_extent())
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFixedWidth(self.width() - 16)
        return made

    def _kept(self, door: Door, made: QPushButton | QToolButton) -> QWidget:
        made.setAccessibleName(_said(door.words).replace("&&", "and"))
        made.clicked.connect(partial(self._on_clicked, door.place))
        made.installEventFilter(self)
        made.setObjectName(f"door-{door.place}")
        self._doors[door.place] = made
        return made

    def _on_clicked(self, place: str) -> None:
        self.go_requested.emit(place)


def doors_of(locks: bool) -> tuple[Door, ...]:
    """Return the rail's doors but Now."""
    return (*DOORS, LOCK) if locks else DOORS


def rail_menu(look: Look, parent: QWidget, go: Callable[[str], None], *, locks: bool = False) -> QMenu:
    """Return the rail's doors as a menu, for the top bar of a small window or large text."""
    menu = QMenu(parent)
    for door in (NOW, *doors_of(locks)):
        action = menu.addAction(look.icon(door.icon), _said(door.words))
        action.triggered.connect(partial(_go, go, door.place))
    return menu


def _go(go: Callable[[str], None], place: str, _checked: bool = False) -> None:
    go(place)


def _said(text: str) -> str:
    return QCoreApplication.translate("NavRail", text)
