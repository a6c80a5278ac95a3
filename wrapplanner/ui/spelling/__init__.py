"""Spelling: underlines in the field that one writes in, ideas in its menu, and never a correction by itself."""
