"""Where everything of a person's row is, for the room there is: in columns, in two lines, or one below the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from wrapplanner.ui.editors.wrapped import WrappedWords
from wrapplanner.ui.models.people_model import PersonRow
from wrapplanner.ui.theme import Look

COLUMNS, LINES = 740, 480
"""Effective widths (pixels ÷ text scale) from which a row has columns, and two lines."""
PADDING, GAP, CIRCLE, LEAST = 12, 12, 28, 65


@dataclass(frozen=True)
class Piece:
    """Something to paint: words in a colour, or an icon. `box` is within the row."""

    box: QRect
    colour: str = "ink"
    words: WrappedWords | None = None
    icon: str = ""

    def moved(self, down: int) -> Piece:
        """Return the piece further down."""
        return Piece(self.box.translated(0, down), self.colour, self.words, self.icon)

    def draw(self, painter: QPainter, look: Look, corner: QPoint) -> None:
        """Paint the piece of the row whose top left corner is given."""
        box = self.box.translated(corner)
        if self.icon:
            painter.drawPixmap(box.topLeft(), look.pixmap(self.icon, self.colour, 16))
        if self.words:
            painter.setPen(look.colour(self.colour))
            self.words.draw(painter, box)


@dataclass(frozen=True)
class PersonLayout:
    """A row's height and its pieces; where its grip, circle and ⋯ are. An empty box is not shown."""

    height: int
    pieces: tuple[Piece, ...]
    grip: QRect
    circle: QRect
    menu: QRect

    @property
    def handle(self) -> QRect:
        """What one can drag the row by."""
        return QRect(0, 0, self.circle.right(), self.height)


def lay_out(look: Look, row: PersonRow, width: int) -> PersonLayout:
    """Lay a row out in `width` pixels."""
    effective = width / look.scale
    way = next(way for least, way in _WAYS if effective >= least)
    shows_grip = effective >= COLUMNS
    side, target = look.icon_size(CIRCLE), look.control()
    left = look.space(40 if shows_grip else 14)
    start = left + side + look.space(GAP)
    room = width - start - target - look.space(8)
    pieces, height = way(_Setter(look), row, start, room)
    height = max(height + 2 * look.space(PADDING), look.space(LEAST))
    middle = height // 2 if effective >= LINES else look.space(PADDING) + side // 2
    grip = QRect(look.space(11), middle - look.icon_size(18) // 2, look.icon_size(18), look.icon_size(18))
    return PersonLayout(
        height,
        tuple(piece.moved((height - _height(pieces)) // 2) for piece in pieces) if effective >= LINES else _down(look, pieces),
        grip if shows_grip else QRect(),
        QRect(left, middle - side // 2, side, side),
        QRect(width - target - look.space(4), middle - target // 2, target, target),
    )


class _Setter:
    """Sets words in blocks, each below the one before."""

    def __init__(self, look: Look) -> None:
        self.look = look

    def words(
        self, text: str, left: int, top: int, width: int, role: str = "body", weight: int = 400, colour: str = "ink"
    ) -> Piece:
        """Return words at a place, as high as they need."""
        set_words = WrappedWords(text, self.look.font(role, weight), width)
        return Piece(QRect(left, top, width, set_words.height), colour, set_words)

    def name(self, row: PersonRow, left: int, top: int, width: int) -> list[Piece]:
        """Return the name, and the relation below it."""
        pieces = [self.words(row.name, left, top, width, weight=600)]
        if row.relation:
            pieces.append(self.words(row.relation, left, _bottom(pieces), width, "caption", colour="ink-soft"))
        return pieces

    def reach(self, row: PersonRow, left: int, top: int, width: int) -> list[Piece]:
        """Return phones, and the agreement with its icon below them."""
        pieces = [self.words(phone, left, top, width, weight=500) for phone in ("\n".join(row.phones),) if phone]
        words, icon = row.agreement
        if words:
            under = _bottom(pieces) if pieces else top
            side, gap = self.look.icon_size(16), self.look.space(6)
            said = self.words(words, left + side + gap, under, width - side - gap, "caption", colour="ink-soft")
            line = WrappedWords(words, self.look.font("caption"), 10_000).height
            pieces.append(Piece(QRect(left, under + (line - side) // 2, side, side), "ink-soft", icon=icon))
            pieces.append(said)
        return pieces


def _in_columns(setter: _Setter, row: PersonRow, left: int, room: int) -> tuple[list[Piece], int]:
    gap = setter.look.space(GAP)
    shares = (round(room * 0.315), round(room * 0.29))
    places = (left, left + shares[0], left + sum(shares))
    blocks = [
        setter.name(row, places[0], 0, shares[0] - gap),
        setter.reach(row, places[1], 0, shares[1] - gap),
        [setter.words(row.note, places[2], 0, room - sum(shares) - gap)] if row.note else [],
    ]
    height = max(_height(block) for block in blocks)
    return [piece.moved((height - _height(block)) // 2) for block in blocks for piece in block], height


def _in_lines(setter: _Setter, row: PersonRow, left: int, room: int) -> tuple[list[Piece], int]:
    look = setter.look
    reach = setter.reach(row, 0, 0, round(room * 0.4))
    wanted = max((piece.box.left() + piece.words.size.width() for piece in reach if piece.words), default=0)
    width = room - wanted - look.space(24)
    pieces = [setter.words(row.name, left, 0, width, weight=600)]
    taken = pieces[0].words.size.width() if pieces[0].words else 0
    if row.relation:
        beside = setter.words(row.relation, left + taken + look.space(GAP), look.space(2), width, "caption", colour="ink-soft")
        fits = beside.words is not None and beside.words.size.width() <= width - taken - look.space(GAP)
        below = setter.words(row.relation, left, _bottom(pieces), width, "caption", colour="ink-soft")
        pieces.append(beside if fits and pieces[0].box.height() < 2 * look.text("body") else below)
    if row.note:
        pieces.append(setter.words(row.note, left, _bottom(pieces) + look.space(2), width))
    height = max(_height(pieces), _height(reach))
    edge = left + room - wanted
    reach = [Piece(_ended(piece, reach, wanted).translated(edge, 0), piece.colour, piece.words, piece.icon) for piece in reach]
    both = [piece.moved((height - _height(block)) // 2) for block in (pieces, reach) for piece in block]
    return both, height


def _ended(piece: Piece, block: list[Piece], width: int) -> QRect:
    """Return a piece's box moved so that its line ends at `width`; an icon goes with the words beside it."""
    words = piece if piece.words else block[block.index(piece) + 1]
    taken = words.words.size.width() if words.words else 0
    return piece.box.translated(width - words.box.left() - taken, 0)


def _below_each_other(setter: _Setter, row: PersonRow, left: int, room: int) -> tuple[list[Piece], int]:
    pieces = setter.name(row, left, 0, room)
    gap = setter.look.space(6)
    pieces += setter.reach(row, left, _bottom(pieces) + gap, room)
    if row.note:
        pieces.append(setter.words(row.note, left, _bottom(pieces) + gap, room))
    return pieces, _height(pieces)


_Way = Callable[[_Setter, PersonRow, int, int], tuple[list[Piece], int]]
_WAYS: tuple[tuple[int, _Way], ...] = ((COLUMNS, _in_columns), (LINES, _in_lines), (0, _below_each_other))


def _bottom(pieces: list[Piece]) -> int:
    return max(piece.box.bottom() + 1 for piece in pieces)


def _height(pieces: list[Piece]) -> int:
    return _bottom(pieces) if pieces else 0


def _down(look: Look, pieces: list[Piece]) -> tuple[Piece, ...]:
    return tuple(piece.moved(look.space(PADDING)) for piece in pieces)
