"""Reminders: off until asked for, in words that reveal nothing, with the plan closed."""
