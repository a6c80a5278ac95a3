"""The presenter's window: what the group sees is its largest thing; agenda at the left, notes and what is next at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.facilitator.ui.board_hands import BoardHands
from wrapplanner.facilitator.ui.columns import Columns
from wrapplanner.facilitator.ui.conductor import Conductor
from wrapplanner.facilitator.ui.marks import ground_room
from wrapplanner.facilitator.ui.notes_panel import FIRST, SECOND, NotesPanel
from wrapplanner.facilitator.ui.painting import SlidePainter
from wrapplanner.facilitator.ui.presenter_ends import Foot, Head
from wrapplanner.facilitator.ui.presenter_panes import AgendaSide, Centre
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.facilitator.ui.screens import NOWHERE, ONE
from wrapplanner.facilitator.ui.slides import BlankSlide
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.focus_ring import FocusRing


class PresenterWindow(QWidget):
    """Shows a conductor's session and passes wishes on.

    `wished(what)`: "show" (on another screen, or here), "room", "menu", "add-item", "add-heading", "ideas", "end".
    `minutes_wanted(item)`, `heading_wanted(group)`: a small dialog is asked for. `message_step(word)`: a message's button.
    """

    wished = Signal(str)
    minutes_wanted = Signal(str)
    heading_wanted = Signal(str)
    message_step = Signal(str)

    def __init__(
        self,
        look: Look,
        conductor: Conductor,
        painter: SlidePainter,
        rooms: dict[str, Room],
        room: Room,
        make_country: Callable[[], QWidget],
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Group session"))
        self.setMinimumSize(900, 600)
        self._look, self._conductor, self._room = look, conductor, room
        self._speaker, self._where = FIRST, NOWHERE
        self.may_close: Callable[[], bool] = lambda: True
        self._build(painter, ground_room(look, rooms), make_country)
        self._hands = BoardHands(conductor, self._centre, self)
        self._connect()
        self._keys()
        self._ring = FocusRing(self, look)
        self.show_all()

    def focus_start(self) -> None:
        """Put the focus where the hands begin: the board's field, else Next."""
        if self._conductor.running.item.kind.has_board and not self.desk.isHidden():
            self.desk.field.setFocus()
        else:
            self.foot.next.setFocus()

    def show_where(self, where: str) -> None:
        """Say where the group's slide is."""
        self._where = where
        self._show_state()

    def set_room(self, room: Room) -> None:
        """Show the picture for a light or a dark room."""
        self._room = room
        self.picture.set_room(room)
        self._show_state()

    def say(self, strong: str, plain: str = "", step: str = "", word: str = "") -> None:
        """Tell something above the picture, with a button that wishes for `word`."""
        self._centre.say(strong, plain, step, partial(self._on_step, word))

    def show_all(self) -> None:
        """Show the session as it is now."""
        self._show_agenda()
        self._show_slide()
        self._hands.show_board()
        self._show_time()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out of the head and the foot where there is no room for them."""
        super().resizeEvent(event)
        width = self.width() / self._look.scale
        self.head.lay_out(width)
        self.foot.lay_out(width)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before the session is left."""
        event.ignore() if not self.may_close() else event.accept()

    def _build(self, painter: SlidePainter, ground: Room, make_country: Callable[[], QWidget]) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Head(look)
        column.addWidget(self.head)
        self._left = AgendaSide(look)
        self.agenda, self.add = self._left.agenda, self._left.add
        self._centre = Centre(look, painter, self._room, ground, self._conductor.showing.screen, make_country)
        self.picture, self.arranger, self.desk = self._centre.picture, self._centre.arranger, self._centre.desk
        self.notes = NotesPanel(look)
        column.addWidget(Columns(look, self._left, self._centre, self.notes), 1)
        self.foot = Foot(look)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        conductor = self._conductor
        conductor.slide_changed.connect(self._show_slide)
        conductor.agenda_changed.connect(self._show_agenda)
        conductor.hidden_changed.connect(self._show_state)
        conductor.ticked.connect(self._show_time)
        conductor.refused.connect(self._on_refused)
        self.agenda.go_requested.connect(conductor.go_to)
        self.agenda.move_requested.connect(self._on_move)
        self.agenda.minutes_requested.connect(self.minutes_wanted)
        self.agenda.removal_requested.connect(self._on_removal)
        self.add.clicked.connect(partial(self.wished.emit, "add-item"))
        self._centre.place_asked.connect(partial(self.wished.emit, "show"))
        self.foot.next.clicked.connect(self._on_next)
        self.foot.back.clicked.connect(conductor.go_back)
        self.foot.rest.clicked.connect(self._on_break)
        self.foot.helplines.clicked.connect(self._on_helplines)
        self.head.hide_screen.clicked.connect(self._on_hide)
        self.head.hand_over.clicked.connect(self._on_hand_over)
        self.head.more.clicked.connect(partial(self.wished.emit, "menu"))
        self.desk.heading_wanted.connect(partial(self.heading_wanted.emit, ""))
        self.desk.ideas_wanted.connect(partial(self.wished.emit, "ideas"))
        self.arranger.heading_requested.connect(self.heading_wanted)

    def _keys(self) -> None:
        conductor = self._conductor
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+PgDown": conductor.go_on,
            "Ctrl+PgUp": conductor.go_back,
            "Ctrl+Return": conductor.go_on,
            "Ctrl+Z": conductor.undo,
            "Ctrl+Y": conductor.redo,
            "Ctrl+Shift+Z": conductor.redo,
            "Ctrl+M": self.arranger.join_above,
            "F5": partial(self.wished.emit, "show"),
            "F6": self._on_next_pane,
        }
        for place in range(9):
            keys[f"Ctrl+{place + 1}"] = partial(self._hands.choose_heading, place)
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _show_slide(self) -> None:
        conductor = self._conductor
        self.picture.set_screen_size(conductor.showing.screen)
        self._show_state()
        self._show_next()

    def _show_next(self) -> None:
        conductor = self._conductor
        following, said = conductor.running.next_item, self.tr("Next")
        if conductor.next_is_item:
            said = self.tr("Next: {0}").format(following.title) if following else self.tr("End the session")
        self.foot.show_next(said, conductor.shows_helplines, can_back=not conductor.is_at_start)

    def _show_state(self) -> None:
        hidden, room = self._conductor.is_hidden, self.tr("dark room") if self._room.is_dark else self.tr("light room")
        places = {NOWHERE: self.tr("Nobody sees it yet: show it"), ONE: self.tr("On this screen, {0}").format(room)}
        said = places.get(self._where, self.tr("Second screen, {0}").format(room))
        self.head.show_hidden(hidden)
        slide = BlankSlide() if hidden else self._conductor.slide
        self._centre.show_country(self._conductor.helplines_seen)
        self._centre.show_state(slide, self._conductor.showing.sheet, said, hidden=hidden)

    def _show_agenda(self) -> None:
        running = self._conductor.running
        self.head.show_session(running)
        self._left.show_running(running)
        self.notes.show_item(running, self._speaker)
        self.head.show_speaker(self._speaker)
        self._show_time()
        self._show_next()

    def _show_time(self) -> None:
        running, now = self._conductor.running, self._conductor.now
        self.notes.show_time(running, now)
        self.head.show_time(running, now)

    def _on_next_pane(self) -> None:
        order = [self.agenda, self.foot.next] if self.desk.isHidden() else [self.agenda, self.desk.field, self.foot.next]
        shown = [each for each in order if each.isVisible()]
        here = next((place for place, each in enumerate(shown) if each.hasFocus()), -1)
        if shown:
            shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_next(self) -> None:
        if self._conductor.next_is_item and self._conductor.running.next_item is None:
            self.wished.emit("end")
        else:
            self._conductor.go_on()

    def _on_move(self, item: str, place: int) -> None:
        self._conductor.change_agenda(lambda session: session.with_moved(item, place))

    def _on_removal(self, item: str) -> None:
        self._conductor.change_agenda(lambda session: session.without(item))

    def _on_break(self) -> None:
        self._conductor.take_break(self.tr("Break"))

    def _on_helplines(self) -> None:
        self._conductor.show_helplines(not self._conductor.shows_helplines)

    def _on_hide(self) -> None:
        self._conductor.hide(not self._conductor.is_hidden)

    def _on_hand_over(self) -> None:
        self._speaker = SECOND if self._speaker == FIRST else FIRST
        self.notes.show_item(self._conductor.running, self._speaker)
        self.head.show_speaker(self._speaker)

    def _on_refused(self, sentence: str) -> None:
        self.say(sentence)

    def _on_step(self, word: str) -> None:
        self._centre.say_nothing()
        self.message_step.emit(word)
