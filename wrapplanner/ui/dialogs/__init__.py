"""Dialogs: rare, one question each."""
