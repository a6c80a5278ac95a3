"""Lines that anybody may call: the emergency number, somebody to talk to. A dated list that is shipped, never looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

PRINTED = 3
"""How many lines stand on a paper of themselves: an emergency number and two more."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line. At least one of `phone`, `text` and `chat` is there; what is not known is ''.

    `region` is a country or a part of one. `says` is what a paper says before the number, '' for lines that papers do not
    print of themselves. `source` is the page where it was read, `note` begins with a grade (A own page or government,
    B press or another page, C other lists), `compiled` is the day of the list.
    `territories` are the codes (ISO 3166) of computers that are set to its country.
    """

    region: str
    country: str
    name: str
    compiled: date
    note: str
    says: str = ""
    phone: str = ""
    text: str = ""
    chat: str = ""
    hours: str = ""
    who: str = ""
    cost: str = ""
    languages: str = ""
    deaf: str = ""
    source: str = ""
    territories: frozenset[str] = frozenset()

    @property
    def number(self) -> str:
        """What one dials, or else what one texts and where to."""
        return self.phone or self.text


EVERYWHERE: Final = "International"
"""The country of lines for all whose own country has none."""


def places(lines: Iterable[Helpline]) -> tuple[str, ...]:
    """Return the countries and, after each, its parts, in the order of the lists; without EVERYWHERE."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.country != EVERYWHERE:
            parts = found.setdefault(line.country, [])
            if line.region not in (line.country, *parts):
                parts.append(line.region)
    return tuple(place for country in sorted(found) for place in (country, *found[country]))


def place_of(lines: Iterable[Helpline], territory: str) -> str:
    """Return the country that a computer is set to, by its code, EVERYWHERE if there is no list for it."""
    return next((line.country for line in lines if territory.upper() in line.territories), EVERYWHERE)


def lines_of(lines: Sequence[Helpline], place: str) -> tuple[Helpline, ...]:
    """Return the lines of a country, or of a part of one: the emergency number, those of the part, those of the country.

    Of a country as a whole the lines of its parts come last. A place without a list has those of EVERYWHERE.
    """
    country = next((line.country for line in lines if place in (line.country, line.region)), EVERYWHERE)
    emergency, *rest = [line for line in lines if line.region == country]
    parts = [line for line in lines if line.country == country and line.region != country]
    own = [line for line in parts if line.region == place]
    others = parts if place == country else []
    return (emergency, *own, *rest, *others)


def printed_at(lines: Sequence[Helpline], place: str, own: Sequence[Helpline] = ()) -> tuple[Helpline, ...]:
    """Return what papers of a place print: its emergency number first, then the person's own lines, then the others."""
    country = next((line.country for line in lines if place in (line.country, line.region)), EVERYWHERE)
    shipped = to_print(lines, country, place)
    return (*shipped[:1], *own, *shipped[1:])[:PRINTED]


def to_print(lines: Iterable[Helpline], country: str = "UK", region: str = "") -> tuple[Helpline, ...]:
    """Return the lines that papers of a country print, the emergency number first; a region's own come before the country's."""
    here = [line for line in lines if line.country == country and line.says and line.number]
    emergency = [line for line in here if line.region == country][:1]
    own = [line for line in here if line.region == region and line not in emergency]
    rest = [line for line in here if line.region == country and line not in (*emergency, *own)]
    return (*emergency, *own, *rest)[:PRINTED]
