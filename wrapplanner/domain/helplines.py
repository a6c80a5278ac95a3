"""Lines that anybody may call: the emergency number, somebody to talk to. A dated list that is shipped, never looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

PRINTED = 3
"""How many lines stand on a paper of themselves: an emergency number and two more."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line. At least one of `phone`, `text` and `chat` is there; what is not known is ''.

    `region` is a country or a part of one. `says` is what a paper says before the number, '' for lines that papers do not
    print of themselves. `source` is the page where it was read, `note` begins with a grade (A own page or government,
    B press or another page, C other lists), `compiled` is the day of the list.
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

    @property
    def number(self) -> str:
        """What one dials, or else what one texts and where to."""
        return self.phone or self.text


def to_print(lines: Iterable[Helpline], country: str = "UK", region: str = "") -> tuple[Helpline, ...]:
    """Return the lines that papers of a country print, the emergency number first; a region's own come before the country's."""
    here = [line for line in lines if line.country == country and line.says and line.number]
    emergency = [line for line in here if line.region == country][:1]
    own = [line for line in here if line.region == region and line not in emergency]
    rest = [line for line in here if line.region == country and line not in (*emergency, *own)]
    return (*emergency, *own, *rest)[:PRINTED]
