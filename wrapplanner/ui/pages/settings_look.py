"""Settings: colours, text size, letters, quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.theme import AS_MY_COMPUTER, ATKINSON, OPEN_DYSLEXIC, SCALES, Look, Tokens, load_faces, load_tokens
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import ChoiceCard, Picture
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words


class LookTopic(Topic):
    """Colours, text size, letters, quiet."""

    def _build(self) -> None:
        now = self.context.preferences.now
        self.add_heading(self.tr("Colours"))
        self.add_cards(self.tr("Colours"), "theme", self._theme_cards(), now.theme, least=160)
        self.add_heading(self.tr("Text size"))
        self._size = ScaleChooser(self.look, partial(self._on_scale))
        self.controls.update(self._size.controls)
        self.column.addWidget(self._size)
        self.add_heading(self.tr("Letters"))
        self.add_cards(self.tr("Letters"), "family", self._letter_cards(), now.family, least=300)
        self.add_heading(self.tr("Quiet"))
        still = self.tr("Pages change at once. Nothing slides or fades.")
        self._still = self.add_tick("still", self.tr("No movement at all"), still, ticked=not now.motion)
        said = self.tr("“Enter adds a line” and others like it.")
        self._hints = self.add_tick("hints", self.tr("Hints under lists"), said, ticked=now.hints)
        self._still.toggled.connect(self._on_still)
        self._hints.toggled.connect(self._on_hints)

    def _theme_cards(self) -> dict[str, ChoiceCard]:
        light, dark, contrast = (load_tokens(self.context.resources, name) for name in ("light", "dark", "high-contrast"))
        offered: tuple[tuple[str, str, tuple[Tokens, ...]], ...] = (
            (AS_MY_COMPUTER, self.tr("As my computer"), (light, dark)),
            ("light", self.tr("Light"), (light,)),
            ("dark", self.tr("Dark"), (dark,)),
            ("high-contrast", self.tr("High contrast"), (contrast,)),
        )
        return {theme: ChoiceCard(self.look, title, picture=theme_picture(shown)) for theme, title, shown in offered}

    def _letter_cards(self) -> dict[str, ChoiceCard]:
        if OPEN_DYSLEXIC not in QFontDatabase.families():
            load_faces(self.context.resources, "OpenDyslexic-*.otf")
        offered = (
            (ATKINSON, self.tr("Made so that letters are hard to mix up")),
            (OPEN_DYSLEXIC, self.tr("Heavier at the foot of each letter")),
        )
        return {family: ChoiceCard(self.look, family, help_text, family=family) for family, help_text in offered}

    def _on_scale(self, scale: float) -> None:
        self.keep(scale=scale)

    def _on_still(self, on: bool) -> None:
        self.keep(motion=not on)

    def _on_hints(self, on: bool) -> None:
        self.keep(hints=on)


class ScaleChooser(QWidget):
    """A− · a slider over the text sizes · A+ · the size in words · a sample, which shows a size before it is let go."""

    def __init__(self, look: Look, on_scale: Callable[[float], None]) -> None:
        super().__init__()
        self._look, self._on_scale = look, on_scale
        self._step = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - look.scale))
        self._build()
        self._connect()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sample under the slider where it does not fit beside it."""
        super().resizeEvent(event)
        beside = self.width() >= 640 * self._look.scale
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        look = self._look
        self._smaller = button(look, "A−")
        self._smaller.setAccessibleName(self.tr("Smaller text"))
        self._larger = button(look, "A+")
        self._larger.setAccessibleName(self.tr("Larger text"))
        self._slider = _Slider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, len(SCALES) - 1)
        self._slider.setPageStep(1)
        self._slider.setValue(self._step)
        self._slider.setMinimumHeight(look.control())
        self._slider.setMinimumWidth(look.space(160))
        self._slider.setAccessibleName(self.tr("Text size"))
        self.controls = {"smaller": self._smaller, "scale": self._slider, "larger": self._larger}
        self._said = words("", "body-strong", wrap=False)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(look.space(24))
        row = QHBoxLayout()
        row.setSpacing(look.space(14))
        for each in (self._smaller, self._slider, self._larger, self._said):
            row.addWidget(each, 1 if each is self._slider else 0)
        self._both.addLayout(row, 1)
        self._both.addWidget(self._build_sample(), 1)

    def _build_sample(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(self._look.space(16), self._look.space(9), self._look.space(16), self._look.space(9))
        self._sample = words(self.tr("Kettle, window, five slow breaths."))
        column.addWidget(self._sample)
        return card

    def _connect(self) -> None:
        self._slider.valueChanged.connect(self._on_value)
        self._slider.sliderReleased.connect(self._take)
        self._smaller.clicked.connect(partial(self._on_step, -1))
        self._larger.clicked.connect(partial(self._on_step, 1))

    def _show(self) -> None:
        scale = SCALES[self._slider.value()]
        said = f"{round(scale * 100)} %"
        self._said.setText(said)
        self._slider.setAccessibleDescription(said)
        self._sample.setStyleSheet(f"font-size: {replace(self._look, scale=scale).text('body')}px;")

    def _on_step(self, step: int, _checked: bool = False) -> None:
        self._slider.setValue(self._slider.value() + step)

    def _on_value(self, _value: int) -> None:
        self._show()
        announce(self._slider, self._said.text())
        if not self._slider.isSliderDown():  # while it is dragged the sample shows the size; all else follows when let go
            self._take()

    def _take(self) -> None:
        if self._slider.value() != self._step:
            self._step = self._slider.value()
            self._on_scale(SCALES[self._step])


class _Slider(QSlider):
    """A slider that leaves the wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def theme_picture(themes: tuple[Tokens, ...]) -> Picture:
    """Return what paints small pages in these themes side by side."""

    def paint(painter: QPainter, box: QRectF) -> None:
        width = box.width() / len(themes)
        for place, tokens in enumerate(themes):
            _paint_page(painter, QRectF(box.x() + place * width, box.y(), width + 1, box.height()), tokens)

    return paint


def _paint_page(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    colours = {name: QColor(value) for name, value in tokens.colours.items()}
    painter.fillRect(box, colours["surface"])
    rail = QRectF(box.x(), box.y(), box.width() * 0.21, box.height())
    painter.fillRect(rail, colours["rail"])
    painter.fillRect(QRectF(rail.right(), box.y(), 1, box.height()), colours["line"])
    left, room = rail.right() + box.width() * 0.12, box.width() * 0.56
    soft = QColor(colours["ink-soft"])
    soft.setAlphaF(0.75)
    painter.setPen(Qt.PenStyle.NoPen)
    for top, part, height, colour in (
        (0.13, 0.62, 0.075, colours["ink"]),
        (0.30, 0.84, 0.05, soft),
        (0.41, 0.70, 0.05, soft),
        (0.58, 0.42, 0.16, colours["accent"]),
    ):
        painter.setBrush(colour)
        bar = QRectF(left, box.y() + top * box.height(), room * part * 1.2, height * box.height())
        painter.drawRoundedRect(bar, 2, 2)
