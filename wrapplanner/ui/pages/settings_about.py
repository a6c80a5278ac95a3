"""Settings: keys, people, and what this program is."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from wrapplanner import __version__
from wrapplanner.ui.actions import shortcut_rows
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words


class KeyboardTopic(Topic):
    """The list of shortcuts."""

    def _build(self) -> None:
        for group, rows in groupby(shortcut_rows(), key=lambda row: row[0]):
            self.add_heading(group)
            self.column.addWidget(self._table([(keys, said) for _, keys, said in rows]))

    def _table(self, rows: list[tuple[str, str]]) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(*[self.look.space(16)] * 4)
        grid.setHorizontalSpacing(self.look.space(24))
        grid.setVerticalSpacing(self.look.space(10))
        grid.setColumnStretch(1, 1)
        for row, (keys, said) in enumerate(rows):
            label = words(keys, "body-strong", wrap=False)
            label.setMinimumWidth(self.look.space(120))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(said), row, 1)
        return card


class PeopleTopic(Topic):
    """The door to the address list."""

    def _build(self) -> None:
        said = self.tr("Everybody in your plan is kept here once. A new phone number is changed in one place.")
        self.add_heading(self.tr("My people"), said)
        opening = button(self.look, self.tr("Open my address list"), icon="users")
        opening.clicked.connect(self._on_open)
        self.controls["people"] = opening
        self.column.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_open(self) -> None:
        from wrapplanner.ui.dialogs.address_list import AddressList  # late: seldom opened

        AddressList(self.look, self.context.session, self.window()).open()


class AboutTopic(Topic):
    """Version, licence, privacy, where the files are, what it is made of, whose marks are whose."""

    def _build(self) -> None:
        self.add_heading(self.tr("WRAP Planner {0}").format(__version__))
        self._say(self.tr("A plan in your own words, for ordinary days and hard ones."))
        self.add_heading(self.tr("Private"))
        self._say(
            self.tr(
                "Nothing you write or do here is sent anywhere. There is no account, nothing is counted, "
                "and the program works without the internet."
            )
        )
        if self.context.files is not None:
            self.add_heading(self.tr("Where my plan is kept"))
            self.add_files(str(self.context.files))
        self.add_heading(self.tr("Free to use"))
        self._say(
            self.tr(
                "This is free software under the GNU General Public License, version 3 or later. You may use it, "
                "share it and change it. It comes without any warranty."
            )
        )
        self.add_heading(self.tr("Made with"))
        self._say(
            self.tr(
                "Qt for Python, SQLCipher, SQLAlchemy, ReportLab, HarfBuzz, pikepdf; the typefaces Atkinson Hyperlegible Next, "
                "OpenDyslexic and Noto; the Lucide icons. Thank you."
            )
        )
        if notice := self.context.session.framework.notice:
            self.add_heading(self.tr("Names and marks"))
            self._say(notice)

    def _say(self, text: str) -> None:
        self.column.addWidget(words(text))
