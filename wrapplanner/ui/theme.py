"""Design tokens to colours, sizes and style sheet. No colour is written in Python: all come from `resources/themes`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

ATKINSON = "Atkinson Hyperlegible Next"
OPEN_DYSLEXIC = "OpenDyslexic"
THEMES = ("light", "dark", "high-contrast")
AS_MY_COMPUTER = "system"
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

# Role → (px at 100 %, px at 200 %): small text doubles, large text grows more slowly (look.md §2).
TEXT = {
    "caption": (14, 28),
    "body": (16, 32),
    "lead": (17, 34),
    "heading2": (20, 34),
    "heading": (24, 36),
    "title": (28, 40),
    "start": (36, 48),
    "now-note": (28, 40),
    "now-title": (64, 80),
    "now-number": (104, 120),
}
_TINT = {"light": 0.13, "dark": 0.20, "high-contrast": 0.0}
_VARIABLE = re.compile(r"\$([a-z][a-z0-9-]*|\d+)")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #RRGGBB by name, and the hues of parts 0–7."""

    name: str
    colours: Mapping[str, str]
    hues: tuple[str, ...]


@dataclass(frozen=True)
class Look:
    """How everything looks now: a theme, a text scale (1.0–2.0), a face. A new look makes new pages.

    `hints` shows the lines under lists; `motion` allows short transitions.
    """

    tokens: Tokens
    resources: Path
    scale: float = 1.0
    family: str = ATKINSON
    hints: bool = True
    motion: bool = True
    _pixmaps: dict[tuple[str, str, int, float], QPixmap] = field(default_factory=dict, compare=False, repr=False)

    def text(self, role: str) -> int:
        """Return the size of a text role in logical pixels; see TEXT."""
        small, large = TEXT[role]
        return round(small + (large - small) * (self.scale - 1.0))

    def space(self, pixels: int) -> int:
        """Return a distance or control size at this text scale: room grows a quarter as fast as letters do."""
        return round(pixels * (1 + (self.scale - 1.0) * 0.25))

    def control(self) -> int:
        """Return the height of a button, field or chip: a line of body text and its padding, 44 at 100 %."""
        return self.text("body") + self.space(28)

    def icon_size(self, pixels: int = 20) -> int:
        """Return an icon's size, which grows with the letters beside it."""
        return round(pixels * (1 + (self.scale - 1.0) * 0.8))

    def colour(self, name: str) -> QColor:
        """Return a token's colour. Raises KeyError for a name that is no token."""
        return QColor(self.tokens.colours[name])

    def hue(self, hue: int) -> QColor:
        """Return the colour of a part's mark (0–7)."""
        return QColor(self.tokens.hues[hue])

    def tint(self, hue: int) -> QColor:
        """Return the ground under a part's mark; transparent in High contrast."""
        ground = self.hue(hue)
        ground.setAlphaF(_TINT[self.tokens.name])
        return ground

    @property
    def is_high_contrast(self) -> bool:
        """Whether control borders are 2 px and marks have no ground."""
        return self.tokens.name == "high-contrast"

    @property
    def border(self) -> int:
        """The width of a control's border in pixels."""
        return 2 if self.is_high_contrast else 1

    def font(self, role: str = "body", weight: int = 400) -> QFont:
        """Return the font of a text role; `weight` as in CSS (400, 500, 600)."""
        font = QFont(self.family)
        font.setPixelSize(self.text(role))
        font.setWeight(QFont.Weight(weight))
        return font

    def pixmap(self, name: str, colour: str = "ink", size: int = 20, ratio: float = 0) -> QPixmap:
        """Return a Lucide icon drawn in a token's colour (or any #RRGGBB), `size` in logical pixels at 100 %."""
        side = self.icon_size(size)
        ratio = ratio or _device_ratio()
        key = (name, colour, side, ratio)
        if key not in self._pixmaps:
            ink = QColor(colour if colour.startswith("#") else self.tokens.colours[colour])
            self._pixmaps[key] = _draw(self.resources / "icons" / f"{name}.svg", ink, side, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, colour: str = "ink", size: int = 20) -> QIcon:
        """Return a Lucide icon for a button or an action."""
        return QIcon(self.pixmap(name, colour, size))

    def icon_extent(self, size: int = 20) -> QSize:
        """Return the QSize for `setIconSize`."""
        return QSize(self.icon_size(size), self.icon_size(size))

    def style_sheet(self) -> str:
        """Return the application's style sheet: `resources/themes/app.qss` with tokens and sizes put in.

        In the template `$ink` is a colour, `$text-body` a text size, `$44` a distance, `$control` and `$border` sizes.
        """
        template = (self.resources / "themes" / "app.qss").read_text("utf-8")
        return _VARIABLE.sub(lambda found: self._value(found.group(1)), template)

    def _value(self, name: str) -> str:
        if name.isdigit():
            return f"{self.space(int(name))}px"
        if name.startswith("text-"):
            return f"{self.text(name.removeprefix('text-'))}px"
        if name == "family":
            return f'"{self.family}"'
        sizes = {
            "control": self.control(),
            "control-inner": self.control() - 2 * self.border,
            "chip-radius": self.control() // 2,
            "border": self.border,
            "icon": self.icon_size(),
        }
        return f"{sizes[name]}px" if name in sizes else self.tokens.colours[name]

    def palette(self) -> QPalette:
        """Return the palette, so that whatever no style sheet reaches has the theme's colours too."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, token in (
            (roles.Window, "surface"), (roles.WindowText, "ink"), (roles.Base, "raised"), (roles.AlternateBase, "rail"),
            (roles.Text, "ink"), (roles.Button, "raised"), (roles.ButtonText, "ink"), (roles.ToolTipBase, "ink"),
            (roles.ToolTipText, "surface"), (roles.PlaceholderText, "ink-soft"), (roles.Highlight, "accent"),
            (roles.HighlightedText, "accent-ink"), (roles.Link, "accent"), (roles.LinkVisited, "accent"),
            (roles.Mid, "line"), (roles.Dark, "line-strong"), (roles.Accent, "accent"),
        ):  # fmt: skip
            palette.setColor(role, self.colour(token))
        return palette


def load_tokens(resources: Path, theme: str) -> Tokens:
    """Read one theme's tokens from `resources/themes/<theme>.toml`."""
    with (resources / "themes" / f"{theme}.toml").open("rb") as file:
        values = tomllib.load(file)
    hues = tuple(values.pop("hues"))
    return Tokens(theme, values, hues)


def theme_of_system() -> str:
    """Return the theme that the computer's own setting asks for."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def load_faces(resources: Path, pattern: str = "AtkinsonHyperlegibleNext-*.ttf") -> None:
    """Make bundled faces known to Qt."""
    for file in sorted((resources / "fonts").rglob(pattern)):
        QFontDatabase.addApplicationFont(str(file))


def _device_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@lru_cache(maxsize=256)
def _svg(file: Path) -> str:
    return file.read_text("utf-8")


def _draw(file: Path, ink: QColor, side: int, ratio: float) -> QPixmap:
    # Lucide draws with stroke 2 on a grid of 24; 1.75 at 20 px is 2.1 on that grid.
    source = _svg(file).replace("currentColor", ink.name()).replace('stroke-width="2"', 'stroke-width="2.1"')
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
