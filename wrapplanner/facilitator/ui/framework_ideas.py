"""The ideas of a framework for a part or a question, fetched only when a group asks for them."""

from __future__ import annotations

from pathlib import Path


def ideas_of(folder: Path, part: str, question: str) -> tuple[str, ...]:
    """Return the ideas of a question, or of a whole part where none is named; none where the framework has no such part."""
    from wrapplanner.content.loader import load_framework

    framework = load_framework(folder)
    found = [each for each in framework.parts if each.id == part]
    questions = [each for every in found for each in every.questions if question in ("", each.id)]
    return tuple(dict.fromkeys(idea for each in questions for idea in each.ideas))
