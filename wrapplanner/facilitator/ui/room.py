"""The two palettes of the group's screen: a light room and a dark one, whatever the presenter's own theme is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor

LIGHT, DARK = "light", "dark"
ROOMS = (LIGHT, DARK)


@dataclass(frozen=True, slots=True)
class Room:
    """`colours` are #RRGGBB by token: surface, ink, soft, accent, line, card, and circle, square, triangle for the board."""

    name: str
    colours: Mapping[str, str]

    def colour(self, token: str) -> QColor:
        """Return a token's colour. Raises KeyError for a name that is no token."""
        return QColor(self.colours[token])

    @property
    def is_dark(self) -> bool:
        """Whether the room is dark."""
        return self.name == DARK


def load_rooms(resources: Path) -> dict[str, Room]:
    """Read both rooms from `resources/themes/audience.toml`."""
    with (resources / "themes" / "audience.toml").open("rb") as file:
        values = tomllib.load(file)
    return {name: Room(name, values[f"{name}-room"]) for name in ROOMS}
