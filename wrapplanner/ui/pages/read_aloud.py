"""Reading a document aloud: a button that begins and stops, and a ground under the paragraph that is being read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QTextEdit, QWidget

from wrapplanner.ui.speech import Speaker, Voice, voice_of
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.message import announce

_NOT_SAID = dict.fromkeys(map(ord, "\u200b\ufffc"), " ")


def aloud_button(look: Look) -> QPushButton:
    """Return the button; it is as wide as both of its words."""
    made = button(look, _said("Read aloud"), "quiet", icon="volume-2")
    made.setToolTip("Ctrl+R")
    return made


def show_speaking(look: Look, pressed: QPushButton, *, speaking: bool) -> None:
    """Say on the button what pressing it does."""
    said = _said("Stop reading") if speaking else _said("Read aloud")
    pressed.setText(f" {said}")
    pressed.setAccessibleName(said)
    pressed.setIcon(look.icon("circle-stop" if speaking else "volume-2", "accent"))


def _said(text: str) -> str:
    return QCoreApplication.translate("ReadAloud", text)


class ReadAloud(QObject):
    """Reads what a browser shows, from where one is reading; its button begins and stops it."""

    def __init__(self, look: Look, voice: Voice, text: QTextBrowser) -> None:
        super().__init__(text)
        self._look, self._text = look, text
        self._pressed: QPushButton | None = None
        self._blocks: list[QTextBlock] = []
        self._speaker = Speaker(voice, self)
        self._speaker.begun.connect(self._on_begun)
        self._speaker.ended.connect(self._on_ended)

    def set_button(self, pressed: QPushButton) -> None:
        """Have a button, in the place of the one before."""
        self._pressed = pressed
        pressed.clicked.connect(self.toggle)
        self._show()

    def toggle(self) -> None:
        """Begin, or stop."""
        if self._speaker.is_speaking:
            self._speaker.stop()
            return
        self._blocks = list(self._from_here())
        self._speaker.say([_words(block) for block in self._blocks])
        self._show()

    def stop(self) -> None:
        """Be silent at once."""
        self._speaker.stop()

    def _from_here(self) -> list[QTextBlock]:
        """Return the paragraphs from the caret on where words are chosen, else from the top of what is seen."""
        chosen = self._text.textCursor()
        at_top = self._text.verticalScrollBar().value() == 0
        first = chosen.block() if chosen.hasSelection() else self._text.cursorForPosition(QPoint(4, 4)).block()
        block = self._text.document().begin() if at_top and not chosen.hasSelection() else first
        found = []
        while block.isValid():
            if _words(block) and not _is_link(block):
                found.append(block)
            block = block.next()
        return found

    def _on_begun(self, place: int) -> None:
        block = self._blocks[place]
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(block)
        mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        mark.format.setBackground(self._look.colour("accent-soft"))
        self._text.setExtraSelections([mark])
        self._follow(QTextCursor(block))

    def _follow(self, cursor: QTextCursor) -> None:
        box, room, bar = self._text.cursorRect(cursor), self._text.viewport().height(), self._text.verticalScrollBar()
        if box.top() < 0 or box.bottom() > room * 3 // 4:
            bar.setValue(bar.value() + box.top() - self._look.space(28))

    def _on_ended(self) -> None:
        self._text.setExtraSelections([])
        self._show()

    def _show(self) -> None:
        if self._pressed is not None:
            show_speaking(self._look, self._pressed, speaking=self._speaker.is_speaking)
            announce(self._pressed, self._pressed.accessibleName())


class LabelsAloud(QObject):
    """Reads the labels in sight inside a widget, in the order in which they were made. `button` begins and stops it."""

    def __init__(self, look: Look, voice: Voice, inside: QWidget) -> None:
        super().__init__(inside)
        self._look, self._inside = look, inside
        self.button = aloud_button(look)
        self.button.clicked.connect(self.toggle)
        self._speaker = Speaker(voice, self)
        self._speaker.ended.connect(self._show)

    def toggle(self) -> None:
        """Begin, or stop."""
        if self._speaker.is_speaking:
            self._speaker.stop()
            return
        labels = self._inside.findChildren(QLabel)
        self._speaker.say([each.text() for each in labels if each.isVisible() and each.text().strip()])
        self._show()

    def stop(self) -> None:
        """Be silent at once."""
        self._speaker.stop()

    def _show(self) -> None:
        show_speaking(self._look, self.button, speaking=self._speaker.is_speaking)
        announce(self.button, self.button.accessibleName())


def labels_aloud(look: Look, language: str, inside: QWidget) -> LabelsAloud | None:
    """Return what reads the labels of a widget aloud, None where the computer has no voice."""
    voice = voice_of(language)
    return LabelsAloud(look, voice, inside) if voice is not None else None


def _words(block: QTextBlock) -> str:
    return block.text().translate(_NOT_SAID).strip()


def _is_link(block: QTextBlock) -> bool:
    parts = block.begin()
    while not parts.atEnd():
        if parts.fragment().charFormat().anchorHref():
            return True
        parts += 1
    return False
