"""The first window: one sentence on privacy, one question about this computer, then straight to the first answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from wrapplanner.ui.pages.page import WIDE
from wrapplanner.ui.pages.start_aside import StartAside, narrowed
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.arch import Arch
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import ChoiceCard, DoorCard
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.words import words

ONLY_ME, SHARED, NOT_MINE = "only-me", "shared", "not-mine"
NOBODY: Mapping[str, str] = MappingProxyType({})
_ROOMY = 800
"""Effective height from which things stand further apart."""
AskFolder = Callable[[QWidget | None], str]


def ask_folder(parent: QWidget | None) -> str:
    """Let the person choose a folder; return its path, or "" where they thought better of it."""
    title = QCoreApplication.translate("StartPage", "Where shall your plan be kept?")
    return QFileDialog.getExistingDirectory(parent, title)


class StartPage(QWidget):
    """The start window's content.

    `start_requested(answer, folder)`: answer is "only-me", "shared" or "not-mine"; `folder` is where the plan shall be
    kept, chosen by the person for "not-mine", otherwise "". `plan_requested(name)`: open one of `plans`.
    """

    start_requested = Signal(str, str)
    plan_requested = Signal(str)
    open_requested = Signal()
    example_requested = Signal()
    group_requested = Signal()
    text_size_requested = Signal()
    about_requested = Signal()

    def __init__(
        self,
        look: Look,
        *,
        has_plan: bool,
        plans: tuple[str, ...] = (),
        nicknames: Mapping[str, str] = NOBODY,
        ask_folder: AskFolder = ask_folder,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look, self._ask_folder = look, ask_folder
        self._nicknames = nicknames
        self._plans = plans or (("my-plan",) if has_plan else ())
        self._answers: dict[str, ChoiceCard] = {}
        self._first: QWidget = self
        self._build()
        if self._plans:
            self._show_plans()
        else:
            self._show_question()

    def focus_start(self) -> None:
        """Put the focus on the first choice."""
        self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the aside under the question where the window is narrow for its text."""
        super().resizeEvent(event)
        wide = self.width() / self.look.scale >= WIDE
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        roomy = wide and self.height() / self.look.scale >= _ROOMY
        self._aside.set_wide(wide, roomy=roomy)
        space = self.look.space
        self._main.setContentsMargins(space(72 if wide else 32), space(56 if roomy else 24), space(32), space(32))
        for gap in self._gaps:
            gap.changeSize(0, space(44 if roomy else 24))
        self._main.invalidate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a chosen answer starts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() in self._answers.values():
            self._on_start()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        room = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, room)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self._build_main(), 1)
        self._aside = StartAside(self.look)
        self._aside.example_requested.connect(self.example_requested)
        self._aside.group_requested.connect(self.group_requested)
        self._aside.text_size_requested.connect(self.text_size_requested)
        self._aside.about_requested.connect(self.about_requested)
        self._both.addWidget(self._aside)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(room)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _build_main(self) -> QWidget:
        look, main = self.look, QWidget()
        self._main = QVBoxLayout(main)
        self._main.setSpacing(0)
        self._gaps = (QSpacerItem(0, 0), QSpacerItem(0, 0))
        name = QHBoxLayout()
        name.setSpacing(look.space(10))
        if not look.is_high_contrast:
            name.addWidget(Arch(look.resources / "pictures" / "arch.svg", look.icon_size(20)))
        name.addWidget(words("WRAP Planner", "accent", wrap=False), 1)
        self._main.addLayout(name)
        self._main.addItem(self._gaps[0])
        for line in (self.tr("A plan in your own words,"), self.tr("for ordinary days and hard ones.")):
            self._main.addWidget(words(line, "start"))
        self._main.addSpacing(look.space(16))
        self._main.addLayout(self._privacy())
        self._main.addItem(self._gaps[1])
        self._form = QVBoxLayout()
        self._form.setSpacing(look.space(12))
        self._main.addLayout(self._form)
        self._main.addStretch(1)
        return main

    def _privacy(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.space(12))
        mark = QLabel()
        mark.setPixmap(self.look.pixmap("lock", "accent"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(self.tr("What you write stays with you and is never sent anywhere."), "help"), 1)
        return row

    def _show_question(self) -> None:
        clear(self._form)
        self._form.addWidget(words(self.tr("Does anyone else use this computer?"), "heading2"))
        answers = self._group()
        for answer, title, help_text in self._answer_words():
            card = ChoiceCard(self.look, title, help_text)
            answers.addWidget(card)
            self._answers[answer] = card
        # Where there is a plan already, somebody else may well use this computer.
        self._first = likely = self._answers[SHARED if self._plans else ONLY_ME]
        likely.setChecked(True)
        start = button(self.look, self.tr("Start my plan"), "main", icon="arrow-right", trailing=True)
        start.clicked.connect(self._on_start)
        other = button(self.look, self.tr("Open a plan I have"), "quiet")
        other.clicked.connect(self.open_requested)
        self._add_doors(start, other, *self._way_back())
        hint = self.tr("Six short answers, about ten minutes, and you have a plan you can print.")
        self._form.addWidget(words(hint, "caption"))

    def _answer_words(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (ONLY_ME, self.tr("No, only me"), self.tr("Your plan is kept on this computer and opens straight away.")),
            (
                SHARED,
                self.tr("Yes, other people use it"),
                self.tr("You choose a passphrase. Your plan locks when you step away."),
            ),
            (
                NOT_MINE,
                self.tr("It isn’t mine"),
                self.tr("Your plan is kept on your own memory stick, not here. Whoever has the stick can open the plan."),
            ),
        )

    def _show_plans(self) -> None:
        clear(self._form)
        self._answers = {}
        self._form.addWidget(words(self.tr("Which plan would you like to open?"), "heading2"))
        plans = self._group()
        for name in self._plans:
            card = DoorCard(self.look, self._nicknames.get(name) or self._called(name), "", icon="book-open")
            card.clicked.connect(partial(self._on_plan, name))
            plans.addWidget(card)
            self._first = card if name == self._plans[0] else self._first
        another = button(self.look, self.tr("Start another plan"), "plain")
        another.clicked.connect(self._on_another)
        other = button(self.look, self.tr("Open a plan I have elsewhere"), "quiet")
        other.clicked.connect(self.open_requested)
        self._add_doors(another, other)

    def _called(self, name: str) -> str:
        # “My plan” is nobody's in particular once there are several.
        return self.tr("A plan without a nickname") if name == "my-plan" and len(self._plans) > 1 else _nickname(name)

    def _group(self) -> QVBoxLayout:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(12))
        self._form.addLayout(narrowed(self.look, group))
        return column

    def _way_back(self) -> tuple[QPushButton, ...]:
        if not self._plans:
            return ()
        back = button(self.look, self.tr("Back"), "back")
        back.clicked.connect(self._on_back)
        return (back,)

    def _add_doors(self, *doors: QPushButton) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, self.look.space(16), 0, self.look.space(8))
        row.setSpacing(self.look.space(16))
        for door in doors:
            row.addWidget(door)
        row.addStretch(1)
        self._form.addLayout(row)

    def _on_start(self) -> None:
        answer = next(answer for answer, card in self._answers.items() if card.isChecked())
        folder = self._ask_folder(self) if answer == NOT_MINE else ""
        if folder or answer != NOT_MINE:
            self.start_requested.emit(answer, folder)

    def _on_plan(self, name: str) -> None:
        self.plan_requested.emit(name)

    def _on_back(self) -> None:
        self._show_plans()
        self.focus_start()

    def _on_another(self) -> None:
        self._show_question()
        self.focus_start()


def _nickname(name: str) -> str:
    said = name.replace("-", " ").replace("_", " ").strip()
    return said[:1].upper() + said[1:]
