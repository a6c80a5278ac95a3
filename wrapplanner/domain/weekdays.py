"""Days of the week in what a person wrote: “Sundays”, “Mon, Wed”, “Monday to Friday”, “weekends”. English so far."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBER: Final = {name: at for at, name in enumerate(_NAMES)}
_SHORT: Final = {**{name[:3]: at for at, name in enumerate(_NAMES)}, "tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_SEVERAL: Final = {"weekday": frozenset(range(5)), "weekend": frozenset((5, 6))}
_BETWEEN: Final = frozenset(("to", "till", "until", "through", "-", "–", "—"))
_BESIDE: Final = frozenset(("and", "or", "on", "every", "only"))
_TOKEN: Final = re.compile(r"[^\W\d_]+|[-–—]")


def weekdays_in(words: str) -> frozenset[int]:
    """Return the days of the week that words name, Monday being 0; none where they name none.

    “Sun” and “sat” are words of their own: short names count only where nothing but days is said.
    """
    tokens = _TOKEN.findall(words.casefold())
    known = {**_NUMBER, **_SHORT} if all(map(_is_of_days, tokens)) else _NUMBER
    found: set[int] = set()
    first, goes_on = None, False
    for token in tokens:
        name = token if token in known else token.removesuffix("s")
        if name in known:
            day = known[name]
            if goes_on and first is not None:
                found.update((first + step) % 7 for step in range((day - first) % 7))
            found.add(day)
            first = day
        elif name in _SEVERAL:
            found |= _SEVERAL[name]
        goes_on = token in _BETWEEN and first is not None
        if not goes_on and name not in known:
            first = None
    return frozenset(found)


def _is_of_days(token: str) -> bool:
    return bool({token, token.removesuffix("s")} & {*_NUMBER, *_SHORT, *_SEVERAL, *_BETWEEN, *_BESIDE})
