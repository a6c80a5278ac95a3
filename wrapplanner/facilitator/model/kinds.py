"""The kinds of items. One is added by one class here and its word in TOML; everything else asks these classes."""

from __future__ import annotations

from typing import ClassVar, Final


def _keys(words: str) -> frozenset[str]:
    return frozenset(words.split())


class ItemKind:
    """One kind; never instantiated. The loader and the windows ask its attributes, never its name."""

    word: ClassVar[str] = ""
    """What TOML, the store and the ideas file call it."""
    title: ClassVar[str] = ""
    """What it is called where a facilitator adds one."""
    needs: ClassVar[frozenset[str]] = frozenset()
    """Keys that its table has besides id, kind, title and minutes."""
    may_have: ClassVar[frozenset[str]] = _keys("body questions notes part question")
    """Keys that its table may have."""
    has_board: ClassVar[bool] = False
    """The group writes on a board, and what it wrote is shown."""
    has_clock: ClassVar[bool] = False
    """The group sees how many minutes are left."""
    says_pass: ClassVar[bool] = True
    """“Passing is fine” stands on the slide."""
    is_kept: ClassVar[bool] = False
    """Its board is carried to the next session, as the agreement is."""


KINDS: Final[dict[str, type[ItemKind]]] = {}
"""Word → kind, in the order in which they are offered."""


def item_kind(kind: type[ItemKind]) -> type[ItemKind]:
    """Take a class into KINDS."""
    KINDS[kind.word] = kind
    return kind


@item_kind
class Welcome(ItemKind):
    """How the session begins: who is here, what today is about."""

    word, title = "welcome", "Welcome"


@item_kind
class Agreement(ItemKind):
    """What the group agrees for its time together. Its questions are prompts; the group writes the lines."""

    word, title = "agreement", "Our agreement"
    needs = _keys("questions")
    has_board = is_kept = True


@item_kind
class Concept(ItemKind):
    """One of the key concepts, with reflections to talk about."""

    word, title = "concept", "A key concept"
    needs = _keys("body questions")


@item_kind
class Teach(ItemKind):
    """A few words on what comes: what a part is for, how others use it."""

    word, title = "teach", "Something to explain"
    needs = _keys("body")
    says_pass = False


@item_kind
class Question(ItemKind):
    """One question or more to the whole group."""

    word, title = "question", "A question to talk about"
    needs = _keys("questions")


@item_kind
class BoardItem(ItemKind):
    """The group gathers ideas on the board. `groups` are the headings that it begins with."""

    word, title = "board", "Ideas on the board"
    needs = _keys("questions")
    may_have = ItemKind.may_have | _keys("groups")
    has_board = True


@item_kind
class Pairs(ItemKind):
    """Two and two, with a question to talk about."""

    word, title = "pairs", "In pairs"
    needs = _keys("questions")
    has_clock = True


@item_kind
class Quiet(ItemKind):
    """Everybody writes for themselves, in quiet."""

    word, title = "quiet", "Quiet writing"
    has_clock = True


@item_kind
class Break(ItemKind):
    """A rest."""

    word, title = "break", "Break"
    has_clock = True
    says_pass = False


@item_kind
class Reflection(ItemKind):
    """Something to think about until the next time, or a look back on what was learned."""

    word, title = "reflection", "A moment to reflect"
    needs = _keys("questions")


@item_kind
class Helplines(ItemKind):
    """Who can be called at any hour: the lines of the country are put in by the windows."""

    word, title = "helplines", "Who to call"
    says_pass = False


@item_kind
class Feedback(ItemKind):
    """One minute, without names: what helped, what to change."""

    word, title = "feedback", "One-minute feedback"
    needs = _keys("questions")


@item_kind
class CheckOut(ItemKind):
    """How the session ends: a word each, what comes next time."""

    word, title = "check-out", "Check-out"
    needs = _keys("questions")
