"""A field for words that nobody else may see: dots, until the person asks to see them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button

LONGEST = 1024


class SecretField(QLineEdit):
    """Alt+S, or the button inside, shows the words and hides them again. `add_twin` ties another field to the same button."""

    def __init__(self, look: Look, name: str, *, dots: bool = True, shows: bool = True) -> None:
        """`dots` hides the words at first; without `shows` there is no button (a twin has the one of its pair)."""
        super().__init__()
        self.setProperty("spelling", False)  # a passphrase that is shown is still nobody else's to look at
        self._look = look
        self._twins: list[QLineEdit] = [self]
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        # No dictionary, no history of words: an input method would learn them.
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setEchoMode(QLineEdit.EchoMode.Password if dots else QLineEdit.EchoMode.Normal)
        self._show = button(look, self.tr("Show"), "quiet", icon="eye") if shows and dots else None
        if self._show is not None:
            self._show.setParent(self)
            self._show.setObjectName("showWords")
            self._show.setToolTip(self.tr("Show the words (Alt+S)"))
            self._show.setProperty("focusRing", "inner")
            self._show.clicked.connect(self.toggle)
            shortcut = QShortcut(QKeySequence("Alt+S"), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.toggle)

    def add_twin(self, twin: QLineEdit) -> None:
        """Show and hide another field together with this one."""
        if twin is not self:
            self._twins.append(twin)

    def show_after(self, last: QLineEdit) -> None:
        """Let Tab come to the button after the last of its fields, so that nobody types the next words at a button."""
        if self._show is not None:
            QWidget.setTabOrder(last, self._show)

    def toggle(self) -> None:
        """Show the words, or hide them again."""
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        for field in self._twins:
            field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        if self._show is not None:
            said = self.tr("Hide") if hidden else self.tr("Show")
            self._show.setText(f" {said}")
            self._show.setAccessibleName(said)
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end of the field."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._show is None:
            return
        size = QSize(self._show.sizeHint().width(), self.height() - 2 * self._look.border)
        self._show.setFixedSize(size)
        self._show.move(self.width() - size.width() - self._look.border, self._look.border)
        self.setTextMargins(0, 0, size.width(), 0)
