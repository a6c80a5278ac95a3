"""Reading aloud through a program that the computer has for it. Words go to its standard input, never into arguments,
where everybody on the computer can read them. Nothing is written to a file, and no connection is opened.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Signal

_POWERSHELL = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
_LETTERS_AT_ONCE = 2_000
_LAST_WORD_MS = 500


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks what it is given. `quiet` are the arguments that silence it, where ending it does not.

    `whole`: it takes long to begin, so it is given everything at once.
    """

    program: str
    arguments: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    whole: bool = False


def voice_of(language: str, *, platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> Voice | None:
    """Return the voice of this computer for a language (“en-GB”), or None if it has none.

    On Linux espeak-ng comes before Speech Dispatcher: it needs no daemon, which may keep a log.
    """
    if platform == "darwin":
        found = which("say")
        return Voice(found) if found else None
    if platform == "win32":
        found = which("powershell")
        arguments = ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL)
        return Voice(found, arguments, whole=True) if found else None
    for name in ("espeak-ng", "espeak"):
        if found := which(name):
            return Voice(found, ("--stdin", "-v", language.lower()))
    found = which("spd-say")
    return Voice(found, ("--pipe-mode", "--wait", "-l", language.partition("-")[0]), ("--cancel",)) if found else None


class Speaker(QObject):
    """Speaks pieces one after the other. `begun(place)` with each piece, `ended()` when all was said or it was stopped."""

    begun = Signal(int)
    ended = Signal()

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._pieces: list[tuple[int, str]] = []
        self._process: QProcess | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said."""
        return self._process is not None

    def say(self, pieces: Sequence[str]) -> None:
        """Say pieces from the first on; what was being said stops."""
        self.stop()
        said = [(place, piece[:_LETTERS_AT_ONCE]) for place, piece in enumerate(pieces) if piece.strip()]
        if self._voice.whole and said:
            said = [(said[0][0], "\n".join(piece for _, piece in said))]
        self._pieces = said
        self._next()

    def stop(self) -> None:
        """Be silent at once."""
        process, self._process, self._pieces = self._process, None, []
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        process.kill()
        process.waitForFinished(_LAST_WORD_MS)
        process.deleteLater()
        if self._voice.quiet:
            QProcess.startDetached(self._voice.program, list(self._voice.quiet))
        self.ended.emit()

    def _next(self) -> None:
        if not self._pieces:
            if self._process is not None:
                self._process.deleteLater()
                self._process = None
            self.ended.emit()
            return
        place, piece = self._pieces.pop(0)
        if self._process is not None:
            self._process.deleteLater()
        self._process = process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(self._voice.program, list(self._voice.arguments))
        process.write((piece + "\n").encode())
        process.closeWriteChannel()
        self.begun.emit(place)

    def _on_finished(self) -> None:
        self._next()

    def _on_error(self, problem: QProcess.ProcessError) -> None:
        if problem is QProcess.ProcessError.FailedToStart:  # there is no other end of it that would be told
            self._pieces = []
            self._next()
