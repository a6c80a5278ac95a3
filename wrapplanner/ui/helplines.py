"""The helplines of the country that the person chose, or that the computer is set to; the person's own come first."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from wrapplanner.content.helplines import load_helplines
from wrapplanner.domain.helplines import Helpline, lines_of, place_of, places
from wrapplanner.domain.now import lines_for_papers

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Framework
    from wrapplanner.domain.plan import Plan

AS_MY_COMPUTER = ""


@lru_cache(maxsize=2)
def shipped(resources: Path) -> tuple[Helpline, ...]:
    """Return all lines that are shipped. Raises ContentError."""
    return load_helplines(resources / "helplines")


def country_of_computer(resources: Path) -> str:
    """Return the country that this computer is set to, as the lists call it."""
    territory = QLocale.system().territory()
    if territory == QLocale.Country.AnyTerritory:  # it does not say: then that of the language of our words
        territory = QLocale.Country.UnitedKingdom
    return place_of(shipped(resources), QLocale.territoryToCode(territory))


def chosen_place(resources: Path, country: str) -> str:
    """Return the country, or part of one, of a preference; what is not known any more is as the computer."""
    return country if country in places(shipped(resources)) else country_of_computer(resources)


def lines_at(resources: Path, country: str) -> tuple[Helpline, ...]:
    """Return the lines of a preference, the emergency number first."""
    return lines_of(shipped(resources), chosen_place(resources, country))


def lines_on_paper(resources: Path, country: str, framework: Framework, plan: Plan) -> tuple[Helpline, ...]:
    """Return the lines that papers print: the emergency number, the person's own, then those of the country."""
    return lines_for_papers(shipped(resources), chosen_place(resources, country), framework, plan)
