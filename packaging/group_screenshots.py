"""Pictures of group sessions: every kind of slide in both rooms and three shapes of screen; the other windows in every look.

Called by screenshots.py. Files are named group-ROOM-WIDTHxHEIGHT-kind.png and THEME-SCALE-group-place.png.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from wrapplanner.facilitator.model.programme import Item, Session
    from wrapplanner.facilitator.ui.console import Console
    from wrapplanner.facilitator.ui.meeting import Meeting

SCREENS = ((1280, 720), (1920, 1080), (720, 1280))
PROGRAMME = "wrap-eight"


def take(app: QApplication, folder: Path, looks: list[tuple[str, float]], settle: Callable[[int], None]) -> None:
    """Take all pictures of group sessions, the presenter's in each of `looks` (theme, scale)."""
    from group_windows_screenshots import WindowPictures, keep_something

    from wrapplanner.facilitator.example import ExamplePlan
    from wrapplanner.facilitator.ui.console import Console
    from wrapplanner.facilitator.ui.house import House
    from wrapplanner.paths import resource_root
    from wrapplanner.ui.preferences import PreferenceFile
    from wrapplanner.ui.watch import Watch

    with tempfile.TemporaryDirectory() as scratch:
        preferences = PreferenceFile(Path(scratch) / "preferences.json")
        preferences.change(theme=looks[0][0], scale=looks[0][1])
        console = Console(app, House(Path(scratch), resource_root()), preferences, Watch(app, app), ExamplePlan())
        console.start(PROGRAMME, 5)
        keep_something(console)
        _take_slides(console, folder, settle)
        for theme, scale in looks:
            preferences.change(theme=theme, scale=scale)
            console.redress()
            WindowPictures(console, folder, f"{theme}-{round(scale * 100)}", settle).take()
        console.close()


def _take_slides(console: Console, folder: Path, settle: Callable[[int], None]) -> None:
    """Show the first item of each kind that the programme has, and the helplines and the blank."""
    from group_windows_screenshots import fill_board

    assert console.meeting is not None
    meeting = console.meeting
    seen = set()
    for session in console.house.shelf.programme(PROGRAMME).sessions:
        for item in session.items:
            if item.kind not in seen:
                seen.add(item.kind)
                shown = replace(item, id=f"shown-{item.id}")
                meeting.conductor.change_agenda(partial(_with_added, item=shown))
                meeting.conductor.go_to(shown.id)
                _photograph(meeting, folder, item.kind.word, settle)
    fill_board(meeting)
    _photograph(meeting, folder, "board-full", settle)
    meeting.conductor.hide(True)
    _photograph(meeting, folder, "blank", settle)
    meeting.conductor.hide(False)
    if meeting.room != "light":
        meeting.change_room()


def _with_added(session: Session, item: Item) -> Session:
    return session.with_added(item, len(session.items))


def _photograph(meeting: Meeting, folder: Path, kind: str, settle: Callable[[int], None]) -> None:
    audience = meeting.audience
    audience.show()
    for room in ("light", "dark"):
        if meeting.room != room:
            meeting.change_room()
        for width, height in SCREENS:
            audience.resize(width, height)
            settle(2)
            audience.grab().save(str(folder / f"group-{room}-{width}x{height}-{kind}.png"))
    audience.hide()
