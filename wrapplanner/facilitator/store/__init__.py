"""The group's own vault, in a folder of its own: what a session needs to come back, and what facilitators keep."""

from wrapplanner.facilitator.store.group import FOLDER, GroupStore

__all__ = ["FOLDER", "GroupStore"]
