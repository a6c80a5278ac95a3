"""What lists and pages show of a tool."""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Tool

UNKIND = "toolbox"
"""The mark of a tool of no kind."""


def kind_mark(framework: Framework, tool: Tool) -> str:
    """Return the name of the icon of a tool's kind."""
    kind = framework.tool_kind(tool.kind)
    return kind.mark if kind else UNKIND
