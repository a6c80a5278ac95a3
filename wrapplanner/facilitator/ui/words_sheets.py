"""Slides of words: a line above, a title, paragraphs or points; clocks; helplines."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from wrapplanner.facilitator.ui.fitting import (
    QUESTION_PT,
    WORD_PT,
    Paragraph,
    Screen,
    Text,
    fits_words,
    largest,
    line_height,
    lines_of,
    set_lines,
    share_out,
)
from wrapplanner.facilitator.ui.sheets import (
    SIDE,
    TOP,
    Bar,
    Picture,
    Piece,
    Sheet,
    foot_top,
    numbered,
    passing_at_foot,
)
from wrapplanner.facilitator.ui.slides import ClockSlide, HelplinesSlide, WordsSlide

TITLE_PT, HEADING_PT, POINT_PT, NUMBER_PT = 44, 34, 36, 44
PICTURE_SHARE, PICTURE_SHAPE = 0.2125, 283 / 264
POINT_GAP, PARAGRAPH_GAP = 0.3, 0.5
_ROOM_FOR_LINES = 3


def lay_words(slide: WordsSlide, screen: Screen) -> tuple[Sheet, ...]:
    """Return a slide of words, on as many sheets as it takes."""
    pieces, top = _head(slide, screen)
    inset = _inset(screen) if slide.points else 0.0
    width = int(screen.width * (1 - 2 * SIDE) - inset)
    wished = screen.px(POINT_PT if slide.points else QUESTION_PT)
    gap = POINT_GAP if slide.points else PARAGRAPH_GAP
    px, pages = share_out(slide.body, (wished, screen.least), width, _bottom(slide, screen) - top, gap)
    pictured = _with_picture(slide, screen, pieces, top, px) if len(pages) <= 1 else None
    if pictured is not None:
        return (pictured,)
    sheets = [_sheet(slide, screen, [*pieces, *_body(page, px, screen, top, inset, gap)]) for page in pages or [[]]]
    return numbered(sheets)


def lay_clock(slide: ClockSlide, screen: Screen) -> tuple[Sheet, ...]:
    """Return a clock: what is going on above, what is left of it very large, the rest beneath."""
    words = WordsSlide(slide.passes, title=slide.left, body=slide.body, over=slide.title, big=True, picture=slide.picture)
    return lay_words(words, screen)


def lay_helplines(slide: HelplinesSlide, screen: Screen) -> tuple[Sheet, ...]:
    """Return who can be called; a line's name, number and hours stay on one sheet."""
    head, top = _head(WordsSlide(title=slide.title), screen)
    bottom, least = _bottom(slide, screen), screen.least
    left, width = screen.width * SIDE, int(screen.width * (1 - 2 * SIDE))
    sheets, pieces, y = [], list(head), top
    for line in slide.lines:
        number_px = largest(line.number, (screen.px(NUMBER_PT), least), 600, width, 2)
        said = f"{line.name}, {line.hours}" if line.hours else line.name
        names, numbers = lines_of(said, least, 400, width), lines_of(line.number, number_px, 600, width)
        high = len(names) * line_height(least) + len(numbers) * line_height(number_px)
        if y + high > bottom and y > top:
            sheets.append(_sheet(slide, screen, pieces))
            pieces, y = list(head), top
        pieces += set_lines(names, QRectF(left, y, width, high), least, 400, "soft")
        beneath = QRectF(left, y + len(names) * line_height(least), width, high)
        pieces += set_lines(numbers, beneath, number_px, 600, "ink")
        y += high + least * 0.6
    return numbered([*sheets, _sheet(slide, screen, pieces)])


def _sheet(slide: WordsSlide | HelplinesSlide, screen: Screen, pieces: list[Piece]) -> Sheet:
    return Sheet(slide, screen, (*pieces, *(passing_at_foot(screen) if slide.passes else ())))


def _bottom(slide: WordsSlide | HelplinesSlide, screen: Screen) -> float:
    # The foot is kept free on every slide, for the sheet's number if for nothing else.
    return foot_top(screen) - screen.least * 0.7


def _head(slide: WordsSlide, screen: Screen) -> tuple[list[Piece], float]:
    """Return the line above and the title, and where the body begins."""
    left, width = screen.width * SIDE, int(screen.width * (1 - 2 * SIDE))
    y, least, pieces = screen.height * TOP, screen.least, list[Piece]()
    if slide.over:
        lines = lines_of(slide.over, least, 500, width)
        pieces += set_lines(lines, QRectF(left, y, width, 0), least, 500, "accent")
        y += len(lines) * line_height(least) + least * 0.2
    if slide.title:
        px = _title_px(slide, screen, width, y)
        lines = lines_of(slide.title, px, 600, width)
        tight = 0.06 * px  # large letters have more room above and below than small ones need
        pieces += set_lines(lines, QRectF(left, y - tight, width, 0), px, 600, "ink")
        y += len(lines) * line_height(px) - tight
    return pieces, y + least * (0.6 if slide.title else 0.2)


def _title_px(slide: WordsSlide, screen: Screen, width: int, top: float) -> int:
    """Return the title's size: a `big` one as large as one line allows, but the body has room for some lines under it."""
    least = screen.px(HEADING_PT) if not screen.is_tall else screen.least
    if not slide.big:
        return largest(slide.title, (screen.px(TITLE_PT), screen.least), 600, width, 2)
    px = largest(slide.title, (screen.px(WORD_PT), least), 600, width, 2 if screen.is_tall else 1)
    if not fits_words(slide.title, px, 600, width):
        px = screen.least
    room = foot_top(screen) - top - _ROOM_FOR_LINES * line_height(screen.least)
    while px > screen.least and len(lines_of(slide.title, px, 600, width)) * line_height(px) > room:
        px = max(screen.least, int(px * 0.9))
    return px


def _with_picture(slide: WordsSlide, screen: Screen, head: list[Piece], top: float, without: int) -> Sheet | None:
    """Return the slide with the arch at its right, None where the words want that room.

    They give way a little, to the size of a heading, but are never smaller than where they would be small `without` it.
    """
    if not slide.picture or screen.is_tall:
        return None
    wide = screen.width * PICTURE_SHARE
    box = QRectF(screen.width * (1 - 0.068) - wide, screen.height - wide * PICTURE_SHAPE, wide, wide * PICTURE_SHAPE)
    full, beside = int(screen.width * (1 - 2 * SIDE)), int(box.left() - screen.width * (SIDE + 0.03))
    sizes = (screen.px(QUESTION_PT), min(screen.px(HEADING_PT), without))
    for width, bottom in ((full, box.top() - screen.least * 0.2), (beside, _bottom(slide, screen))):
        px, pages = share_out(slide.body, sizes, width, bottom - top)
        if len(pages) <= 1 and top < bottom:
            body = _body(pages[0], px, screen, top, 0, PARAGRAPH_GAP) if pages else []
            if all(piece.y < box.top() for piece in head if isinstance(piece, Text)):
                return _sheet(slide, screen, [*head, *body, Picture(box)])
    return None


def _inset(screen: Screen) -> float:
    return 40 * screen.unit


def _body(page: list[Paragraph], px: int, screen: Screen, top: float, inset: float, gap: float) -> list[Piece]:
    left, width = screen.width * SIDE + inset, screen.width * (1 - 2 * SIDE) - inset
    y, pieces, dot = top, list[Piece](), 12 * screen.unit
    for paragraph in page:
        if inset and paragraph.begins:
            pieces.append(Bar(QRectF(screen.width * SIDE, y + line_height(px) * 0.5 - dot / 2, dot, dot), "accent"))
        pieces += set_lines(paragraph.lines, QRectF(left, y, width, 0), px, 400, "ink")
        y += (len(paragraph.lines) + gap) * line_height(px)
    return pieces
