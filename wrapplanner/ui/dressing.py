"""From preferences to a look, and from a look to how the whole app is dressed."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from wrapplanner.ui.preferences import Preferences
from wrapplanner.ui.theme import AS_MY_COMPUTER, THEMES, Look, load_tokens, theme_of_system


def make_look(resources: Path, chosen: Preferences) -> Look:
    """Return the look that somebody chose."""
    theme = chosen.theme if chosen.theme in THEMES else theme_of_system() if chosen.theme == AS_MY_COMPUTER else "light"
    tokens = load_tokens(resources, theme)
    return Look(tokens, resources, chosen.scale, chosen.family, chosen.hints, chosen.motion)


def dress(app: QApplication, look: Look) -> None:
    """Give the app a look's palette, letters and style sheet, and moving things only where they are wished for."""
    for effect in (
        Qt.UIEffect.UI_AnimateMenu,
        Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_FadeMenu,
        Qt.UIEffect.UI_FadeTooltip,
    ):
        app.setEffectEnabled(effect, look.motion)
    # Qt's own file dialog would note in the home of whoever owns this computer where files were opened and saved.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    app.setPalette(look.palette())
    app.setFont(look.font())
    app.setStyleSheet(look.style_sheet())
