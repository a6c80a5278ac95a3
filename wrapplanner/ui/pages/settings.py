"""Settings: topics at the side; each change shows at once, and Done goes back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from wrapplanner.ui.pages.page import NARROW, WIDE, Page, PageContext
from wrapplanner.ui.pages.settings_about import AboutTopic, KeyboardTopic, PeopleTopic
from wrapplanner.ui.pages.settings_backups import BackupsTopic
from wrapplanner.ui.pages.settings_choices import PaperTopic, WordsTopic
from wrapplanner.ui.pages.settings_days import DaysTopic, HelplinesTopic
from wrapplanner.ui.pages.settings_keeping import KeepingTopic
from wrapplanner.ui.pages.settings_locking import LockingTopic
from wrapplanner.ui.pages.settings_look import LookTopic
from wrapplanner.ui.pages.settings_reminders import RemindersTopic
from wrapplanner.ui.pages.settings_spelling import SpellingTopic
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.side_list import SideList
from wrapplanner.ui.widgets.words import words


@dataclass(frozen=True, slots=True)
class Door:
    """A topic. `kept`: only for a plan that is kept, which the example is not. `finds`: other words that Find finds it by."""

    id: str
    title: str
    icon: str
    make: Callable[[PageContext], Topic]
    kept: bool = False
    finds: str = ""


_LOOK = QT_TRANSLATE_NOOP("Settings", "colours, dark, high contrast, theme, font, letters, hints")
_LOCKING = QT_TRANSLATE_NOOP("Settings", "passphrase, password, code, hide, lock, key, card, minutes")
_WORDS = QT_TRANSLATE_NOOP("Settings", "wording, language, questions, ask me more")
_SPELLING = QT_TRANSLATE_NOOP("Settings", "dictionary, underline, my words")
_PEOPLE = QT_TRANSLATE_NOOP("Settings", "address list, phone numbers, supporters")
_BACKUPS = QT_TRANSLATE_NOOP("Settings", "restore, copies, spare")
_KEEPING = QT_TRANSLATE_NOOP("Settings", "folder, where my plan is kept, nickname, move, sealed file, cloud, delete it all")
_REMINDERS = QT_TRANSLATE_NOOP("Settings", "quiet hours, notes, tray, start with the computer")
_DAYS = QT_TRANSLATE_NOOP("Settings", "history of days, ticks, notes, keep nothing, take out")
_HELPLINES = QT_TRANSLATE_NOOP("Settings", "country, emergency number, phone")
_PAPER = QT_TRANSLATE_NOOP("Settings", "A4, letter, size of print, large print, printer")
_KEYBOARD = QT_TRANSLATE_NOOP("Settings", "keys, shortcuts")
_ABOUT = QT_TRANSLATE_NOOP("Settings", "version, licence, privacy, folder, made with, marks")

TOPICS = (
    Door("look", QT_TRANSLATE_NOOP("Settings", "Look and text"), "contrast", LookTopic, finds=_LOOK),
    Door("locking", QT_TRANSLATE_NOOP("Settings", "Locking and keys"), "lock", LockingTopic, kept=True, finds=_LOCKING),
    Door("words", QT_TRANSLATE_NOOP("Settings", "Words I use"), "pencil", WordsTopic, finds=_WORDS),
    Door("spelling", QT_TRANSLATE_NOOP("Settings", "Spelling"), "spell-check", SpellingTopic, finds=_SPELLING),
    Door("people", QT_TRANSLATE_NOOP("Settings", "People"), "users", PeopleTopic, finds=_PEOPLE),
    Door("backups", QT_TRANSLATE_NOOP("Settings", "Backups"), "history", BackupsTopic, kept=True, finds=_BACKUPS),
    Door("keeping", QT_TRANSLATE_NOOP("Settings", "My plan’s files"), "archive", KeepingTopic, kept=True, finds=_KEEPING),
    Door("reminders", QT_TRANSLATE_NOOP("Settings", "Reminders"), "bell", RemindersTopic, finds=_REMINDERS),
    Door("days", QT_TRANSLATE_NOOP("Settings", "My days"), "sun", DaysTopic, finds=_DAYS),
    Door("helplines", QT_TRANSLATE_NOOP("Settings", "Helplines"), "globe", HelplinesTopic, finds=_HELPLINES),
    Door("paper", QT_TRANSLATE_NOOP("Settings", "Paper"), "printer", PaperTopic, finds=_PAPER),
    Door("keyboard", QT_TRANSLATE_NOOP("Settings", "Keyboard"), "keyboard", KeyboardTopic, finds=_KEYBOARD),
    Door("about", QT_TRANSLATE_NOOP("Settings", "About"), "info", AboutTopic, finds=_ABOUT),
)


def doors_for(context: PageContext) -> tuple[Door, ...]:
    """Return the topics that a plan has."""
    return tuple(door for door in TOPICS if context.safe is not None or not door.kept)


class SettingsPage(Page):
    """A place is "settings/<topic>/<control>": a choice builds everything anew, and the focus is found again."""

    door = "settings"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._doors = doors_for(context)
        self._topic: Topic | None = None
        self._here = ""
        self._control = ""
        self._wide = True
        self._build()
        self._connect()
        self.go_to("")

    def place(self) -> str:
        """See Page."""
        control = self._topic.focused_control() if self._topic is not None else ""
        return "/".join(filter(None, ("settings", self._here, control)))

    def go_to(self, rest: str) -> None:
        """Show a topic; an unknown one is the first."""
        topic, _, self._control = rest.partition("/")
        wanted = next((door for door in self._doors if door.id == topic), None)
        if wanted is None:
            wanted = next((door for door in self._doors if door.id == self._here), self._doors[0])
        self._show_topic(wanted)

    def focus_start(self) -> None:
        """Put the focus on the control that had it, else on the topics."""
        control = self._topic.control(self._control) if self._topic is not None else None
        target = control or (self._side if self._wide else self._drop_down)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_effective_width(self, width: int) -> None:
        """Make the side column a drop-down in a narrow window."""
        self._wide = width >= WIDE
        self._side.setVisible(self._wide)
        self._dropping.setVisible(not self._wide)
        self._at_once.setVisible(width >= NARROW)
        direction = QBoxLayout.Direction.LeftToRight if self._wide else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)
        self._body.setContentsMargins(20 if self._wide else 8, self.look.space(20), 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll the topic."""
        pages = {int(Qt.Key.Key_PageUp): -1, int(Qt.Key.Key_PageDown): 1}
        if event.key() in pages:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + pages[event.key()] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look = self.look
        header = self.make_header()
        header.addWidget(words(self.tr("Settings"), "title", wrap=False))
        self._at_once = words(self.tr("Changes show at once."), "soft", wrap=False)
        header.addWidget(self._at_once)
        header.addStretch(1)
        self._done = button(look, self.tr("Done"), "main")
        header.addWidget(self._done)
        self._side = SideList(look, self.tr("Topics"))
        self._side.setFixedWidth(round(244 * look.scale))
        self._drop_down = DropDown(look, self.tr("Topics"), by_letters=False)
        for door in self._doors:
            title = QCoreApplication.translate("Settings", door.title)
            self._side.add_topic(door.id, title, door.icon)
            self._drop_down.addItem(look.icon(door.icon), title, door.id)
        self._drop_down.setIconSize(look.icon_extent())
        self._dropping = QWidget()
        dropping = QHBoxLayout(self._dropping)
        dropping.setContentsMargins(24, 0, 24, look.space(8))
        dropping.addWidget(self._drop_down)
        dropping.addStretch(1)
        self._scroll = ScrollColumn(look, widest=712, margin=24, top=4)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(self._side)
        self._body.addWidget(self._dropping)
        self._body.addWidget(self._scroll, 1)
        self.outer.addLayout(self._body, 1)

    def _connect(self) -> None:
        self._done.clicked.connect(self._on_done)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_done)
        self._side.chosen.connect(self._on_topic)
        self._drop_down.activated.connect(self._on_dropped)

    def _show_topic(self, door: Door) -> None:
        self._side.choose(door.id)
        self._drop_down.setCurrentIndex(self._drop_down.findData(door.id))
        if door.id == self._here:
            return
        self._here = door.id
        clear(self._scroll.column)
        self._topic = door.make(self.context)
        # In the next turn: the card that was chosen is still taking the focus, and it is about to be replaced.
        self._topic.preferences_changed.connect(self.preferences_changed, Qt.ConnectionType.QueuedConnection)
        self._topic.go_requested.connect(self.go_requested)
        self._scroll.column.addWidget(self._topic)
        self._scroll.verticalScrollBar().setValue(0)

    def _on_topic(self, topic: str) -> None:
        self.go_to(topic)

    def _on_dropped(self, _index: int) -> None:
        self.go_to(self._drop_down.currentData())

    def _on_done(self) -> None:
        self.go_requested.emit("back")
