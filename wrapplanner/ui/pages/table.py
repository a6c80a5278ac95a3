"""Which page answers to which word of a place; each is imported when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable

from wrapplanner.ui.pages.page import Page, PageContext

PageMaker = Callable[[PageContext], Page]


def _read() -> PageMaker:
    from wrapplanner.ui.pages.read import ReadPage

    return ReadPage


def _write() -> PageMaker:
    from wrapplanner.ui.pages.write import WritePage

    return WritePage


def _part() -> PageMaker:
    from wrapplanner.ui.pages.part import PartPage

    return PartPage


def _start() -> PageMaker:
    from wrapplanner.ui.pages.starter import StarterPage

    return StarterPage


def _find() -> PageMaker:
    from wrapplanner.ui.pages.find import FindPage

    return FindPage


def _now() -> PageMaker:
    from wrapplanner.ui.pages.now import NowPage

    return NowPage


def _show() -> PageMaker:
    from wrapplanner.ui.pages.show import ShowPage

    return ShowPage


def _after() -> PageMaker:
    from wrapplanner.ui.pages.after import AfterPage

    return AfterPage


def _look_back() -> PageMaker:
    from wrapplanner.ui.pages.look_back import LookBackPage

    return LookBackPage


def _today() -> PageMaker:
    from wrapplanner.ui.pages.today import TodayPage

    return TodayPage


def _print() -> PageMaker:
    from wrapplanner.ui.pages.print_share import PrintSharePage

    return PrintSharePage


def _history() -> PageMaker:
    from wrapplanner.ui.pages.history import HistoryPage

    return HistoryPage


def _past() -> PageMaker:
    from wrapplanner.ui.pages.past import PastPage

    return PastPage


def _review() -> PageMaker:
    from wrapplanner.ui.pages.review import ReviewPage

    return ReviewPage


def _settings() -> PageMaker:
    from wrapplanner.ui.pages.settings import SettingsPage

    return SettingsPage


def _help() -> PageMaker:
    from wrapplanner.ui.pages.help import HelpPage

    return HelpPage


PAGES: dict[str, Callable[[], PageMaker]] = {
    "read": _read,
    "write": _write,
    "part": _part,
    "start": _start,
    "find": _find,
    "now": _now,
    "show": _show,
    "today": _today,
    "look-back": _look_back,
    "after": _after,
    "print": _print,
    "history": _history,
    "past": _past,
    "review": _review,
    "settings": _settings,
    "help": _help,
}
