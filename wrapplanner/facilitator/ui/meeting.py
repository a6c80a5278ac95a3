"""One session in its windows: the presenter's, the group's, the bar; screens that come and go; what the menu does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from wrapplanner.facilitator.model.keeping import After
from wrapplanner.facilitator.ui.audience import AudienceWindow
from wrapplanner.facilitator.ui.conductor import Conductor
from wrapplanner.facilitator.ui.doings import Doings, Hands
from wrapplanner.facilitator.ui.example_door import ExampleDoor
from wrapplanner.facilitator.ui.presenter import PresenterWindow
from wrapplanner.facilitator.ui.room import DARK, LIGHT
from wrapplanner.facilitator.ui.screen_news import ScreenNews
from wrapplanner.facilitator.ui.screens import NOWHERE, ONE, SECOND, Screens
from wrapplanner.facilitator.ui.thin_bar import ThinBar
from wrapplanner.ui.theme import Look

if TYPE_CHECKING:
    from wrapplanner.ui.widgets.country import CountryChoice

TEXTS = (1.0, 1.25, 1.5)


class Meeting(QObject):
    """`ended()`: it is over, what was not kept is wiped. `left()`: its windows are closed, and it can be gone on with."""

    ended = Signal()
    left = Signal()

    def __init__(self, app: QGuiApplication, conductor: Conductor, hands: Hands, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self.conductor, self._hands = app, conductor, hands
        conductor.setParent(self)
        self._room = hands.rooms[LIGHT]
        self._text = 1.0
        self.audience = AudienceWindow(hands.painter, self._room)
        self.presenter = self._make_presenter()
        self.doings = Doings(conductor, hands, self.presenter, self._on_ended)
        self.screens = Screens(app, self.presenter, self.audience, self)
        self._news = ScreenNews(self.screens, lambda: self.presenter, self)
        self.example = ExampleDoor(hands.example, self.screens, self)
        self._connect()

    def start(self) -> None:
        """Show the presenter's window, and the group's where there is a screen for it."""
        self.presenter.resize(1280, 800)
        self.presenter.show()
        self._fit_presenter()
        self.presenter.activateWindow()
        self.presenter.focus_start()
        if self.screens.second() is not None:
            self.screens.show_on_second()
            self.presenter.focus_start()
        self._greet()

    def close(self) -> None:
        """Close both windows and stop the clock."""
        self.conductor.close()
        self._hands.watch.hide_pressed.disconnect(self._on_hide_pressed)
        self.screens.close()
        self.example.close()
        self.presenter.may_close = lambda: True
        for window in (self.audience, self.presenter):
            window.close()
            window.deleteLater()

    def redress(self, look: Look) -> None:
        """Show the presenter's window in another look, at the same place."""
        self._hands = replace(self._hands, look=look)
        old = self.presenter
        self.presenter = self._make_presenter()
        self.doings = Doings(self.conductor, self._hands, self.presenter, self._on_ended)
        self.presenter.setGeometry(old.geometry())
        self.screens.take_presenter(self.presenter, shown=old.isVisible())
        self.presenter.show_where(self.screens.where)
        old.may_close = lambda: True
        old.close()
        old.deleteLater()
        self.presenter.focus_start()

    def _make_presenter(self) -> PresenterWindow:
        hands = self._hands
        presenter = PresenterWindow(hands.look, self.conductor, hands.painter, hands.rooms, self._room, self._make_country)
        presenter.may_close = self._on_close
        presenter.wished.connect(self._on_wished)
        presenter.minutes_wanted.connect(lambda item: self.doings.change_minutes(item))
        presenter.heading_wanted.connect(lambda group: self.doings.change_heading(group))
        presenter.message_step.connect(lambda word: self._news.act(word))
        return presenter

    def _make_country(self) -> CountryChoice:
        from wrapplanner.ui.widgets.country import CountryChoice

        hands = self._hands
        choice = CountryChoice(hands.look, hands.resources, hands.helplines.place)
        choice.chosen.connect(hands.helplines.choose)
        hands.helplines.changed.connect(choice.show_place)
        return choice

    def _connect(self) -> None:
        self.conductor.slide_changed.connect(self._show_slide)
        self.conductor.hidden_changed.connect(self._on_hidden_changed)
        self.audience.wished.connect(self._on_audience_wish)
        self.audience.typed.connect(self._on_typed)
        self.audience.resized.connect(self._on_audience_resized)
        self._hands.watch.hide_pressed.connect(self._on_hide_pressed)
        self.screens.place_changed.connect(self._on_place_changed)
        self._show_slide()

    def _fit_presenter(self) -> None:
        # Wholly on its own screen: a window that hangs over an edge would be seen by the group.
        room, window = self.presenter.screen().availableGeometry(), self.presenter
        window.resize(window.size().boundedTo(room.size()))
        spare = room.size() - window.size()
        window.move(room.topLeft() + QPoint(spare.width() // 2, spare.height() // 2))

    def _greet(self) -> None:
        running = self.conductor.running
        carried = self._hands.store.after(running.programme, running.number - 1).carry if running.number > 1 else ""
        if carried:
            self.presenter.say(self.tr("From the last time"), carried)

    # What the group sees
    def _show_slide(self) -> None:
        self.audience.show_slide(self.conductor.slide, self.conductor.showing.sheet)

    def _on_hidden_changed(self) -> None:
        self.audience.hide_slide(self.conductor.is_hidden)
        self.example.hide_slide(self.conductor.is_hidden)

    def _on_audience_resized(self) -> None:
        if self.screens.where != NOWHERE:
            self.conductor.set_screen(self.audience.screen_size)

    def _on_hide_pressed(self) -> None:
        self.conductor.hide(not self.conductor.is_hidden)

    def _on_audience_wish(self, wish: str) -> None:
        doings: dict[str, Callable[[], None]] = {
            "next": self.conductor.go_on,
            "back": self.conductor.go_back,
            "bar": self._toggle_bar,
            "leave": self._on_leave_audience,
        }
        doings[wish]()

    def _on_leave_audience(self) -> None:
        if self.screens.where == SECOND:
            self.presenter.activateWindow()
        elif self.audience.bar is not None:
            self.audience.set_bar(None)
        else:
            self._toggle_bar()

    def _toggle_bar(self, typed: str = "") -> None:
        if self.screens.where != ONE:
            return
        if self.audience.bar is not None:
            self.audience.set_bar(None)
            return
        bar = ThinBar(self._hands.look, self.conductor)
        bar.closed.connect(lambda: self.audience.set_bar(None))
        bar.notes_requested.connect(self.screens.show_nowhere)
        self.audience.set_bar(bar)
        bar.focus_start(typed)

    def _on_typed(self, letter: str) -> None:
        if self.screens.where == ONE and self.conductor.running.item.kind.has_board and not self.conductor.is_hidden:
            self._toggle_bar(letter)

    # Screens
    def _on_place_changed(self) -> None:
        self.presenter.show_where(self.screens.where)
        self._on_audience_resized()

    # Wishes of the presenter
    def _on_wished(self, wish: str) -> None:
        doings: dict[str, Callable[[], None]] = {
            "show": self._news.show_somewhere,
            "menu": self._show_menu,
            "add-item": self.doings.add_item,
            "ideas": self.doings.add_ideas,
            "end": self.doings.end,
        }
        doings[wish]()

    def _show_menu(self) -> None:
        one, second = self.screens.where == ONE, self.screens.where == SECOND
        letters = self.tr("Larger letters for the group") if self._text < TEXTS[-1] else self.tr("Usual letters for the group")
        about_screen = [
            (self.tr("Light room") if self._room.is_dark else self.tr("Dark room"), self.change_room),
            (letters, self._change_text),
        ]
        if not one:
            about_screen.append((self.tr("Show it on this screen"), self.screens.show_on_one))
        if second:
            about_screen.append((self.tr("Take it off the second screen"), self.screens.show_nowhere))
            about_screen.append((self.tr("Change the screens round"), self.screens.change_round))
        about_screen += self.example.doings()
        self.doings.show_menu(about_screen, self.presenter.head.more)

    @property
    def room(self) -> str:
        """Which room the group's screen is set for: "light" or "dark"."""
        return self._room.name

    def change_room(self) -> None:
        """Set the group's screen for a dark room, or for a light one again."""
        self._room = self._hands.rooms[LIGHT if self._room.is_dark else DARK]
        self.audience.set_room(self._room)
        self.presenter.set_room(self._room)

    def _change_text(self) -> None:
        self._text = TEXTS[(TEXTS.index(self._text) + 1) % len(TEXTS)]
        self.audience.set_text(self._text)

    def _on_ended(self, kept: tuple[str, ...], after: After) -> None:
        self.conductor.keeping.forget()
        self._hands.store.keep_after(after)
        self._hands.store.end(self.conductor.running, kept)
        self.close()
        self.ended.emit()

    def _on_close(self) -> bool:
        self.close()
        self.left.emit()
        return True
