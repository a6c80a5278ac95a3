"""Help topics, for Find."""

from __future__ import annotations

from wrapplanner.domain.text import folded
from wrapplanner.ui.pages.find_things import Known, Thing
from wrapplanner.ui.pages.help_topics import load_help
from wrapplanner.ui.pages.page import PageContext


def help_of(context: PageContext) -> Known:
    """Return the help topics."""
    topics = load_help(context.resources / "help" / "en")
    return tuple(
        (
            folded("\n".join((topic.title, *topic.also, *(block.words() for block in topic.blocks)))),
            Thing(f"help/{topic.id}", topic.title, topic.icon),
        )
        for topic in topics
    )
