"""Frozen values to JSON and back. What cannot be read raises ValueError, KeyError or TypeError: the store tells it."""

from __future__ import annotations

import json
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from wrapplanner.facilitator.model.board import Board, Card, Group, Mark
from wrapplanner.facilitator.model.keeping import JournalEntry, KeptBoard, Tally
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.model.programme import Item, Programme, Session
from wrapplanner.facilitator.model.running import Running

Plain = dict[str, Any]

_LISTS: Final = ("body", "questions", "notes", "groups")
_WORDS: Final = ("part", "question")


def text_of(plain: object) -> str:
    """Return plain values as JSON, as short as can be."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def board_to_text(board: Board) -> str:
    """Return a board as JSON."""
    return text_of(board_to_plain(board))


def board_from_text(text: str) -> Board:
    """Return the board in a JSON text."""
    return board_from_plain(json.loads(text))


def board_to_plain(board: Board) -> Plain:
    """Return a board as plain values."""
    cards = [[card.id, card.text, card.group, card.mark] for card in board.cards]
    return {"cards": cards, "groups": [[group.id, group.title, group.mark] for group in board.groups]}


def board_from_plain(plain: Plain) -> Board:
    """Return the board of plain values."""
    cards = tuple(Card(name, text, group, Mark(mark) if mark else None) for name, text, group, mark in plain["cards"])
    return Board(cards, tuple(Group(name, title, Mark(mark)) for name, title, mark in plain["groups"]))


def running_to_text(running: Running) -> str:
    """Return a running session as JSON, without its boards, which have rows of their own."""
    return text_of(
        {
            "programme": running.programme,
            "number": running.number,
            "of": running.of,
            "session": session_to_plain(running.session),
            "at": running.at,
            "since": running.since,
            "paused": running.paused,
            "spent": dict(running.spent),
        }
    )


def running_from_text(text: str, boards: dict[str, Board]) -> Running:
    """Return the running session of a JSON text, with its boards."""
    plain = json.loads(text)
    plain["session"] = session_from_plain(plain["session"])
    plain["spent"] = MappingProxyType(plain["spent"])
    running = Running(**plain, boards=MappingProxyType(boards))
    running.session.place_of(running.at)
    return running


def programme_to_text(programme: Programme) -> str:
    """Return a programme as JSON."""
    sessions = [session_to_plain(session) for session in programme.sessions]
    words = {key: getattr(programme, key) for key in ("id", "title", "notice", "framework")}
    return text_of({**words, "about": programme.about, "sessions": sessions})


def programme_from_text(text: str) -> Programme:
    """Return the programme of a JSON text: a facilitator's own copy."""
    plain = json.loads(text)
    sessions = tuple(map(session_from_plain, plain.pop("sessions")))
    return Programme(**{**plain, "about": tuple(plain["about"])}, sessions=sessions, own=True)


def session_to_plain(session: Session) -> Plain:
    """Return a session as plain values."""
    items = [_item_to_plain(item) for item in session.items]
    return {"id": session.id, "title": session.title, "length": session.length, "aims": session.aims, "items": items}


def session_from_plain(plain: Plain) -> Session:
    """Return the session of plain values."""
    items = tuple(map(_item_from_plain, plain["items"]))
    return Session(plain["id"], plain["title"], plain["length"], tuple(plain["aims"]), items)


def _item_to_plain(item: Item) -> Plain:
    said = {key: value for key in (*_LISTS, *_WORDS) if (value := getattr(item, key))}
    return {"id": item.id, "kind": item.kind.word, "title": item.title, "minutes": item.minutes, **said}


def _item_from_plain(plain: Plain) -> Item:
    lists: Plain = {key: tuple(plain[key]) for key in _LISTS if key in plain}
    return Item(**{**plain, "kind": KINDS[plain["kind"]], **lists})


def kept_to_text(kept: KeptBoard) -> str:
    """Return a kept board as JSON, without its id."""
    words = {key: getattr(kept, key) for key in ("programme", "session", "title")}
    return text_of({**words, "day": kept.day.isoformat(), "board": board_to_plain(kept.board)})


def kept_from_text(name: str, text: str) -> KeptBoard:
    """Return the kept board of an id and a JSON text."""
    plain = json.loads(text)
    day, board = date.fromisoformat(plain["day"]), board_from_plain(plain["board"])
    return KeptBoard(name, plain["programme"], plain["session"], plain["title"], day, board)


def tally_from_text(question: str, text: str) -> Tally:
    """Return the counts of a line of the feedback from a JSON text."""
    return Tally(question, *json.loads(text))


def entry_to_text(entry: JournalEntry) -> str:
    """Return an entry of the journal as JSON, without its id."""
    return text_of({"day": entry.day.isoformat(), "prompt": entry.prompt, "text": entry.text})


def entry_from_text(name: str, text: str) -> JournalEntry:
    """Return the entry of an id and a JSON text."""
    plain = json.loads(text)
    return JournalEntry(name, date.fromisoformat(plain["day"]), plain["prompt"], plain["text"])
