"""Settings: reminders. Off until asked for; what they say reveals nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wrapplanner.domain.reminders import read_time, times_of, words_of
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.reminding.autostart import autostart, command_for
from wrapplanner.ui.reminding.tray import is_there, reminder_words
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.tick_line import TickLine
from wrapplanner.ui.widgets.words import words


class RemindersTopic(Topic):
    """On or off, a preview, days, times, quiet hours, and what happens when the window is closed."""

    def _build(self) -> None:
        now = self.context.preferences.now
        said = self.tr("A small note from your computer, at times that you choose. It says nothing about you or your plan.")
        self.add_heading(self.tr("Reminders"), said)
        if not is_there():
            none = self.tr("This computer has no place for such notes, so there can be no reminders here.")
            self.column.addWidget(words(none))
            return
        tick = self.add_tick(
            "reminders", self.tr("Remind me"), self.tr("You can turn it off at any time."), ticked=now.reminders
        )
        tick.toggled.connect(self._on_reminders)
        self.column.addWidget(words(self.tr("This is all that it shows:"), "soft"))
        self.column.addWidget(self._preview(), 0, Qt.AlignmentFlag.AlignLeft)
        if now.reminders:
            self._build_when()
            self._build_closed()

    def _preview(self) -> QWidget:
        look, (title, line) = self.look, reminder_words()
        card = QFrame()
        card.setObjectName("card")
        card.setAccessibleName(f"{title}. {line}")
        row = QHBoxLayout(card)
        row.setContentsMargins(look.space(16), look.space(12), look.space(32), look.space(12))
        row.setSpacing(look.space(12))
        mark = QLabel()
        mark.setPixmap(look.pixmap("sun", "accent", 24))
        row.addWidget(mark)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words(title, "body-strong", wrap=False))
        column.addWidget(words(line, wrap=False))
        row.addLayout(column)
        return card

    def _build_when(self) -> None:
        now = self.context.preferences.now
        self.add_heading(self.tr("On these days"))
        room = QWidget()
        flow = FlowLayout(self.look.space(12))
        room.setLayout(flow)
        locale = QLocale(self.context.session.framework.language.replace("-", "_"))
        for day in range(1, 8):
            line = TickLine(self.look, locale.dayName(day), "")
            line.setChecked(str(day) in now.reminder_days)
            line.toggled.connect(partial(self._on_day, str(day)))
            self.controls[f"day {day}"] = line
            flow.addWidget(line)
        self.column.addWidget(room)
        self.add_heading(self.tr("At these times"), self.tr("Write one time, or several with a space between them."))
        shown = words_of(times_of(now.reminder_times))
        self.column.addWidget(self._time("reminder_times", self.tr("Times, for example 9:30 18:00"), shown, wide=320))
        self.add_heading(self.tr("Quiet hours"), self.tr("There is never a reminder in these hours."))
        quiet = FlowLayout(self.look.space(16))
        quiet.addWidget(self._time("quiet_from", self.tr("Quiet from"), now.quiet_from, wide=120))
        quiet.addWidget(self._time("quiet_until", self.tr("Quiet until"), now.quiet_until, wide=120))
        hours = QWidget()
        hours.setLayout(quiet)
        self.column.addWidget(hours)
        self._unread = words("", "soft")
        self._unread.hide()
        self.column.addWidget(self._unread)

    def _time(self, name: str, title: str, shown: str, *, wide: int) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(4))
        column.addWidget(words(title, "caption", wrap=False))
        field = QLineEdit(shown)
        field.setProperty("spelling", False)
        field.setAccessibleName(title)
        field.setFixedWidth(round(wide * self.look.scale))
        field.editingFinished.connect(partial(self._on_time, name, field))
        self.controls[name] = field
        column.addWidget(field)
        return holder

    def _build_closed(self) -> None:
        self.add_heading(self.tr("When the window is closed"))
        said = self.tr("The program stays as a small icon, with your plan closed. Without this, there is no note then.")
        stay = self.add_tick("in_tray", self.tr("Remind me then too"), said, ticked=self.context.preferences.now.in_tray)
        stay.toggled.connect(self._on_stay)
        if not self.context.preferences.now.in_tray or self.context.files is None:
            return
        said = self.tr("It begins out of sight when you sign in. Nothing opens by itself.")
        start = self.add_tick("start", self.tr("Start with the computer"), said, ticked=autostart().is_on())
        start.toggled.connect(self._on_start)
        self._told = words("", "soft")
        self._told.hide()
        self.column.addWidget(self._told)

    def _on_reminders(self, on: bool) -> None:
        if not on:
            self._stop_starting()
        self.keep(reminders=on)

    def _on_stay(self, on: bool) -> None:
        if not on:
            self._stop_starting()
        self.keep(in_tray=on)

    def _on_day(self, day: str, on: bool) -> None:
        days = set(self.context.preferences.now.reminder_days) - {day} | ({day} if on else set())
        self.keep_quietly(reminder_days="".join(sorted(days)))

    def _on_time(self, name: str, field: QLineEdit) -> None:
        said = field.text()
        read = words_of(times_of(said.replace(",", " "))) if name == "reminder_times" else ""
        if name != "reminder_times" and (at := read_time(said)) is not None:
            read = at.strftime("%H:%M")
        self._unread.setVisible(not read)
        if not read:
            self._unread.setText(self.tr("This does not read as a time, so nothing was changed. Try it like 18:00."))
            announce(field, self._unread.text())
            return
        field.setText(read)
        self.keep_quietly(**{name: read})

    def keep_quietly(self, **choices: object) -> None:
        """Keep choices that change nothing on this page, which is not built anew for them."""
        self.context.preferences.change(**choices)

    def _on_start(self, on: bool) -> None:
        assert self.context.files is not None
        try:
            if on:
                autostart().turn_on(command_for(self.context.files.parent.parent))
            else:
                autostart().turn_off()
        except OSError:
            self._told.setText(self.tr("This computer does not let the program do that. Nothing was changed."))
            self._told.show()

    def _stop_starting(self) -> None:
        try:
            autostart().turn_off()
        except OSError:
            return  # without reminders the program ends at once when it is started that way
