"""Where somebody is, as weather: six cards of which one, or none, is chosen. Weather passes, and judges nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from wrapplanner.domain.days import Place
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.choice_card import CardRow
from wrapplanner.ui.widgets.title_and_help import grow_with_width


class Weather(NamedTuple):
    """A place's words, its words where there is little room, its mark and its hue (0–7)."""

    words: str
    short: str
    mark: str
    hue: int


WEATHER: Final = MappingProxyType(
    {
        Place.STEADY: Weather(QT_TRANSLATE_NOOP("Weather", "Steady"), QT_TRANSLATE_NOOP("Weather", "Steady"), "sun", 2),
        Place.UPSET: Weather(
            QT_TRANSLATE_NOOP("Weather", "Something has upset my balance"),
            QT_TRANSLATE_NOOP("Weather", "Balance upset"),
            *("wind", 3),
        ),
        Place.EARLY: Weather(
            QT_TRANSLATE_NOOP("Weather", "Early signs"), QT_TRANSLATE_NOOP("Weather", "Early signs"), "cloud", 4
        ),
        Place.BREAKING: Weather(
            QT_TRANSLATE_NOOP("Weather", "Breaking down"),
            QT_TRANSLATE_NOOP("Weather", "Breaking down"),
            *("cloud-lightning", 5),
        ),
        Place.CRISIS: Weather(QT_TRANSLATE_NOOP("Weather", "Crisis"), QT_TRANSLATE_NOOP("Weather", "Crisis"), "umbrella", 6),
        Place.AFTER: Weather(
            QT_TRANSLATE_NOOP("Weather", "Coming out of it"),
            QT_TRANSLATE_NOOP("Weather", "Coming out of it"),
            *("sprout", 7),
        ),
    }
)

_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_STEPS = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Down): 1,
}


def place_words(place: Place, *, short: bool = False) -> str:
    """Return what a place is called."""
    weather = WEATHER[place]
    return QCoreApplication.translate("Weather", weather.short if short else weather.words)


class WeatherCard(QPushButton):
    """One place: its mark over its words. Pressed again, it is chosen no more."""

    stepped = Signal(int)

    def __init__(self, look: Look, place: Place) -> None:
        super().__init__()
        self._look, self.place = look, place
        self._said = place_words(place)
        self.setCheckable(True)
        self.setAccessibleName(self._said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        grow_with_width(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels: the mark, the words, padding."""
        return self._top() + self._words_height(width) + self._look.space(14)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = round(158 * self._look.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which no word is cut."""
        strong = QFontMetrics(self._font(chosen=True))
        return QSize(max(map(strong.horizontalAdvance, self._said.split())) + 2 * self._look.space(10), self._look.control())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the cards, Space and Enter choose."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark and words."""
        painter, look, chosen = QPainter(self), self._look, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # As with every choice: under the mouse a stronger edge alone, or two cards would seem chosen.
        edge = 2 if chosen or self.underMouse() or self.isDown() else look.border
        painter.setPen(QPen(look.colour("accent" if chosen else "line-strong"), edge))
        painter.setBrush(look.colour("accent-soft" if chosen else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 8, 8)
        side, weather = look.icon_size(28), WEATHER[self.place]
        mark = look.pixmap(weather.mark, look.tokens.hues[weather.hue], 28)
        painter.drawPixmap((self.width() - side) // 2, look.space(15), mark)
        painter.setPen(look.colour("ink"))
        painter.setFont(self._font(chosen=chosen))
        painter.drawText(self._box(self.width()), int(_WRAPPED), self._said)

    def _font(self, *, chosen: bool) -> QFont:
        return self._look.font("body", 600 if chosen else 400)

    def _top(self) -> int:
        return self._look.space(15) + self._look.icon_size(28) + self._look.space(8)

    def _box(self, width: int) -> QRect:
        side = self._look.space(8)
        return QRect(side, self._top(), max(1, width - 2 * side), 10_000)

    def _words_height(self, width: int) -> int:
        measured = QFontMetrics(self._font(chosen=True))  # strong letters are wider: room for them is kept
        return max(2 * measured.lineSpacing(), measured.boundingRect(self._box(width), int(_WRAPPED), self._said).height())


class WeatherRow(CardRow):
    """`chosen(place)`: a Place, or None where the person takes their answer back."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, places: Sequence[Place]) -> None:
        self.cards = {place: WeatherCard(look, place) for place in places}
        super().__init__(look, name, list(self.cards.values()), least=124)
        for place, card in self.cards.items():
            card.clicked.connect(partial(self._on_clicked, place))
            card.stepped.connect(partial(self._on_stepped, place))

    def choose(self, place: Place | None) -> None:
        """Show a place as chosen, without announcing it."""
        for each, card in self.cards.items():
            card.setChecked(each is place)

    def focus_start(self) -> None:
        """Put the focus on the chosen card, or on the first."""
        cards = list(self.cards.values())
        next((card for card in cards if card.isChecked()), cards[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, place: Place, _checked: bool = False) -> None:
        chosen = place if self.cards[place].isChecked() else None
        self.choose(chosen)
        self.chosen.emit(chosen)

    def _on_stepped(self, place: Place, step: int) -> None:
        cards = list(self.cards.values())
        at = list(self.cards).index(place) + step
        cards[at % len(cards)].setFocus(Qt.FocusReason.TabFocusReason)
