"""The presenter's left and middle: the agenda with its sum; what the group sees, or the board to be arranged, and the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.ui.agenda import Agenda
from wrapplanner.facilitator.ui.board_arranger import BoardArranger
from wrapplanner.facilitator.ui.board_desk import BoardDesk
from wrapplanner.facilitator.ui.fitting import Screen
from wrapplanner.facilitator.ui.painting import SlidePainter
from wrapplanner.facilitator.ui.presenter_ends import Dot
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.facilitator.ui.slide_view import SlideView
from wrapplanner.facilitator.ui.slides import Slide
from wrapplanner.facilitator.ui.times import length
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.message import InlineMessage
from wrapplanner.ui.widgets.words import words

_LEAST_PICTURE, _NO_MOST = 240, 16_777_215


class AgendaSide(QFrame):
    """The agenda, the button that adds to it, and what its minutes add up to."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("agendaSide")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space(8), look.space(20), look.space(8), look.space(16))
        column.setSpacing(look.space(8))
        title = words(self.tr("Agenda"), "body-strong")
        title.setContentsMargins(look.space(16), 0, 0, 0)
        column.addWidget(title)
        self.agenda = Agenda(look)
        column.addWidget(self.agenda, 1)
        self.add = button(look, self.tr("Add an item"), "quiet", icon="plus")
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._sum = words("", "caption")
        self._sum.setContentsMargins(look.space(16), 0, look.space(8), 0)
        column.addWidget(self._sum)

    def show_running(self, running: Running) -> None:
        """Show the agenda of a session that runs."""
        self.agenda.show_running(running)
        keys = self.tr("Alt+↑ and Alt+↓ move an item.")
        total = self.tr("The minutes add up to {0}.").format(length(running.session.minutes))
        self._sum.setText(f"{keys}\n{total}")


class Centre(ScrollColumn):
    """Messages, the live picture or the board to be arranged, and the hands at the board.

    `place_asked()`: where the group sees its slide shall change.
    """

    place_asked = Signal()

    def __init__(
        self,
        look: Look,
        painter: SlidePainter,
        room: Room,
        ground: Room,
        screen: Screen,
        make_country: Callable[[], QWidget],
    ) -> None:
        """`room` is the group's; `ground` is the palette whose marks stand out in the presenter's own window.

        `make_country` makes the choice of whose helplines are shown.
        """
        super().__init__(look, margin=look.space(24), top=16)
        self._look = look
        self.column.setSpacing(look.space(12))
        self._messages = QVBoxLayout()
        self.column.addLayout(self._messages)
        self.column.addLayout(self._build_state())
        self.picture = SlideView(painter, room, screen, look.colour("line-strong"))
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.arranger = BoardArranger(look, ground)
        self._stack = QStackedWidget()
        # Whatever the text size is, and whatever it would like: the hands at the board need the room.
        self._stack.setMinimumHeight(_LEAST_PICTURE)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.arranger)
        self.column.addWidget(self._stack, 1000)
        self._make_country, self._country = make_country, QHBoxLayout()
        self.column.addLayout(self._country)
        self.desk = BoardDesk(look, ground)
        self.column.addWidget(self.desk)
        self.column.addStretch(1)
        self.picture.laid_out.connect(self._fit_picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the picture as high as its width asks for, and no gap beneath it."""
        super().resizeEvent(event)
        self._fit_picture()

    def show_state(self, slide: Slide, sheet: int, place: str, *, hidden: bool) -> None:
        """Show what the group sees now, and say where."""
        self._on_screen.setText(self.tr("The screen is hidden") if hidden else self.tr("On the screen now"))
        self._place.setText(place)
        self._place.setAccessibleName(place)
        self.picture.show_slide(slide, sheet)

    def show_country(self, shown: bool) -> None:
        """Offer another country's helplines while helplines are on the screen."""
        if shown and not self._country.count():
            self._country.addWidget(self._make_country())
            self._country.addStretch(1)
        elif not shown:
            clear(self._country)

    def show_arranging(self, on: bool) -> None:
        """Show the board to be arranged, or what the group sees of it."""
        self.desk.set_arranging(on)
        self._stack.setCurrentIndex(1 if on else 0)
        self._fit_picture()

    def say(self, strong: str, plain: str, step: str, act: Callable[[], None]) -> None:
        """Tell something above the picture, with a button that acts."""
        clear(self._messages)
        message = InlineMessage(self._look, strong, plain, step, self.tr("Not now") if step else self.tr("Close this"))
        message.step_requested.connect(act)
        message.closed.connect(self.say_nothing)
        self._messages.addWidget(message)

    def say_nothing(self) -> None:
        """Take the message away."""
        clear(self._messages)

    def _fit_picture(self) -> None:
        arranging = self._stack.currentWidget() is self.arranger
        least = self.picture.height_for(self._stack.width()) + 4  # its edge
        self._stack.setMaximumHeight(_NO_MOST if arranging else max(_LEAST_PICTURE, least))

    def _build_state(self) -> QHBoxLayout:
        look, row = self._look, QHBoxLayout()
        self._on_screen = words(self.tr("On the screen now"), "body-strong", wrap=False)
        self._place = button(look, "", "quiet")
        self._place.setObjectName("footButton")
        self._place.clicked.connect(self.place_asked)
        row.addWidget(Dot(look))
        row.addSpacing(look.space(8))
        row.addWidget(self._on_screen)
        row.addStretch(1)
        row.addWidget(self._place)
        return row
