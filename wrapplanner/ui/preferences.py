"""What the person chose about the program itself; never a word of their plan."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from wrapplanner.ui.theme import AS_MY_COMPUTER, ATKINSON


@dataclass(frozen=True, slots=True)
class Preferences:
    """All choices with their defaults.

    `wording` is wording id → choice id; `place` is where the person was, `writing` where they wrote last.
    Of reminders (`domain.reminders`), days are ISO weekdays; with `in_tray` the program stays when its window is closed.
    `lock_minutes` is how long a plan with a passphrase stays open alone, 0 for always; `code_offered` whether a recovery
    code was spoken of. `country` is whose helplines are shown, or a part of one; "" as the computer is set.
    """

    theme: str = AS_MY_COMPUTER
    scale: float = 1.0
    family: str = ATKINSON
    motion: bool = True
    hints: bool = True
    paper: str = "a4"
    large_print: bool = False
    more: bool = False
    wording: Mapping[str, str] = field(default_factory=dict)
    geometry: str = ""
    place: str = ""
    writing: str = ""
    lock_minutes: int = 10
    spelling: bool = True
    reminders: bool = False
    reminder_times: str = "18:00"
    reminder_days: str = "1234567"
    quiet_from: str = "22:00"
    quiet_until: str = "08:00"
    in_tray: bool = False
    code_offered: bool = False
    country: str = ""


class PreferenceFile:
    """Keeps preferences in one small JSON file; a damaged file means the defaults, never an error."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.now = self._read()

    @property
    def wants_spelling(self) -> bool:
        """Whether words that no dictionary knows are to be underlined."""
        return self.now.spelling

    def change(self, **choices: object) -> Preferences:
        """Change some choices and keep them; a folder that cannot be written to is no reason to stop."""
        self.now = replace(self.now, **choices)  # type: ignore[arg-type]
        draft = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(asdict(self.now), indent=1), "utf-8")
            os.replace(draft, self._file)
        except OSError:
            draft.unlink(missing_ok=True)
        return self.now

    def moved_to(self, file: Path) -> PreferenceFile:
        """Return the choices kept elsewhere; where there are none yet, those of now but for where the person was.

        Nothing is written until something is chosen there: what is begun on a memory stick stays on it.
        """
        moved = PreferenceFile(file)
        if not file.exists():
            moved.now = replace(self.now, place="", writing="", geometry="", code_offered=False)
        return moved

    def _read(self) -> Preferences:
        try:
            found: Any = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return Preferences()
        defaults = Preferences()
        kept = {f.name: found[f.name] for f in fields(Preferences) if _fits(found, f.name, getattr(defaults, f.name))}
        kept["scale"] = min(2.0, max(1.0, float(kept.get("scale", 1.0))))
        return replace(defaults, **kept)


def _fits(found: object, name: str, default: object) -> bool:
    if not isinstance(found, dict) or name not in found:
        return False
    value = found[name]
    if isinstance(default, float):
        return isinstance(value, (int, float))
    return isinstance(value, dict if isinstance(default, Mapping) else type(default))
