#!/usr/bin/env python3
"""Renders every page of the example plan, and group sessions, to PNG: light, dark and high contrast, at 100 % and 200 % text.

    python3 packaging/screenshots.py DIR [--only WORD] [--theme NAME] [--scale 1.0]

Files are named THEME-SCALE-NN-place.png. Nothing of the person's own is read: the plan is the shipped example.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PLACES = (
    ("start", (1280, 800), "front"),
    ("read", (1280, 800), ""),
    ("read/early", (900, 600), ""),
    ("write/early.signs", (1280, 800), ""),
    ("write/early.signs", (1280, 800), "ideas"),
    ("write/early.must", (1280, 800), ""),
    ("write/crisis.supporters", (1280, 800), ""),
    ("write/crisis.medicines", (1280, 800), ""),
    ("write/daily.every_day", (900, 600), ""),
    ("start/toolbox.tools", (1280, 800), ""),
    ("part/toolbox", (1280, 800), ""),
    ("part/toolbox", (1280, 800), "file"),
    ("part/toolbox", (900, 600), "file"),
    ("part/early", (1280, 800), ""),
    ("part/crisis/supporters", (1280, 800), ""),
    ("part/crisis/medicines", (900, 800), ""),
    ("history", (1280, 800), ""),
    ("history", (900, 600), ""),
    ("past", (1280, 800), ""),
    ("review/people", (1280, 800), ""),
    ("review/end", (900, 600), ""),
    ("find/jo", (1280, 800), ""),
    ("find/kettle", (900, 600), ""),
    ("today", (1280, 800), ""),
    ("today", (900, 600), ""),
    ("after/after.timetable", (1280, 800), ""),
    ("after/after.change_plan", (900, 600), ""),
    ("settings/days", (1280, 800), ""),
    ("settings/helplines", (1280, 800), ""),
    ("look-back", (1280, 800), ""),
    ("look-back", (900, 600), ""),
    ("now", (1280, 800), ""),
    ("now", (900, 600), "call"),
    ("now", (1280, 800), "lines"),
    ("show", (1280, 800), ""),
    ("print/crisis-plan", (1280, 800), "wait"),
    ("print/whole-plan", (900, 600), "wait"),
    ("settings", (1280, 800), ""),
    ("settings/words", (1280, 800), ""),
    ("settings/spelling", (1280, 800), ""),
    ("settings/reminders", (1280, 800), ""),
    ("settings/keyboard", (1280, 800), ""),
    ("settings/about", (1280, 800), ""),
    ("help", (1280, 800), ""),
)

ACTS = {"ideas": "ideas", "call": "today", "lines": "read"}
"""What is done there before the picture is taken: actions of `ui/actions.py`."""


def main() -> int:
    """Render, in the project's own environment."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--only", default="", help="only places that have this word in them")
    parser.add_argument("--theme", choices=("light", "dark", "high-contrast"))
    parser.add_argument("--scale", type=float)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        import PySide6  # noqa: F401
    except ImportError:
        sys.path.insert(0, str(PROJECT / "packaging"))
        import bootstrap

        bootstrap.prepare(bootstrap.RUN_LOCK)
        return subprocess.call([str(bootstrap.PYTHON), __file__, *sys.argv[1:]])
    sys.path.insert(0, str(PROJECT))
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        Photographer(Path(scratch), asked.folder).take_all(asked)
    return 0


class Photographer:
    """Walks the app through its places and keeps a picture of each."""

    def __init__(self, scratch: Path, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from wrapplanner.app import Desktop

        self._folder = folder
        self._app = QApplication([])
        self._desktop = Desktop(self._app, scratch, "example", example=True)

    def take_all(self, asked: argparse.Namespace) -> None:
        """Take every picture that was asked for."""
        desktop, looks = self._desktop, []
        for theme in ("light", "dark", "high-contrast"):
            for scale in (1.0, 2.0):
                if asked.theme in (None, theme) and asked.scale in (None, scale):
                    desktop.preferences.change(theme=theme, scale=scale)
                    desktop.redress()
                    self._take_places(f"{theme}-{round(scale * 100)}", asked.only)
                    looks.append((theme, scale))
        if asked.only in "group":
            import group_screenshots

            self._desktop.window.hide()
            group_screenshots.take(self._app, self._folder, looks, self._settle)

    def _take_places(self, prefix: str, only: str) -> None:
        from group_windows_screenshots import picture_of

        window = self._desktop.window
        for number, (place, size, what) in enumerate(PLACES, 1):
            if only not in place:
                continue
            window.resize(*size)
            if what == "front":
                if not window.has_plan:
                    self._desktop.show_start()
            else:
                if not window.has_plan:
                    self._desktop.open_plan()
                window.go(place)
            window.show()
            self._settle(60 if what == "wait" else 12)
            if what in ACTS:
                window.act(ACTS[what])
                self._settle(12)
            if what == "file":
                self._open_ideas_file()
            named = place.replace("/", "-").replace(".", "-")
            told = f"-{what}" if what in ACTS or what == "file" else ""
            picture_of(window).save(str(self._folder / f"{prefix}-{number:02d}-{named}{told}.png"))
            dialog = self._app.activeModalWidget()
            if dialog is not None:
                dialog.close()

    def _open_ideas_file(self) -> None:
        """Show what a group's file of ideas offers, as if it had been opened."""
        from wrapplanner.domain.ideas import IdeaGroup, Ideas
        from wrapplanner.ui.dialogs.ideas_file import IdeasDialog

        context = self._desktop.window.context
        moving = IdeaGroup("Moving", ("Swim", "Stairs, slowly", "Dancing in the kitchen", "A walk before the others wake"))
        quiet = IdeaGroup("Calm and quiet", ("Rain sounds", "Ten minutes with the door shut", "Tea in the good cup"))
        ideas = Ideas("What keeps us well", (moving, quiet), "wrap", "toolbox.tools")
        IdeasDialog(context.look, context.session.framework, ideas, self._desktop.window).open()
        self._settle(12)

    def _settle(self, turns: int) -> None:
        from PySide6.QtCore import QThread

        for _ in range(turns):
            self._app.processEvents()
            QThread.msleep(15)


if __name__ == "__main__":
    sys.exit(main())
