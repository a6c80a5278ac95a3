"""Nets for words: what a window paints, what it says to assistive technology and the system, what lies on the disk.

What is painted is taken from the paint calls themselves, by a device that writes them down (SVG), not from what we think
that we paint.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

CANARY = "Kwyjibo"


def canaries(value, key=""):
    """Return a plan's values, each word that somebody wrote being a canary."""
    if isinstance(value, dict):
        return {k: canaries(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [canaries(each, key) for each in value]
    written = isinstance(value, str) and key in ("name", "text", "note", "relation", "amount", "task")
    return f"{CANARY} {value}" if written else value


def painted(widget: QWidget) -> str:
    """Return every text that a widget paints."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QSvgGenerator()
    device.setOutputDevice(buffer)
    device.setSize(widget.size())
    widget.render(device, QPoint())
    buffer.close()
    return html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", data.toStdString())))


def read_out(widget: QWidget) -> str:
    """Return what assistive technology and the system are told of a window, all that stands in it included."""
    every = [widget, *widget.findChildren(QWidget)]
    told = [text for w in every for text in (w.toolTip(), w.windowTitle(), w.accessibleDescription(), w.accessibleName())]
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        each = waiting.pop()
        if each is None or not each.isValid():
            continue
        told += [each.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)]
        waiting += [each.child(place) for place in range(each.childCount())]
    return " ".join(filter(None, told))


class Nets:
    """What was caught, by the name of the net; `windows` are the kinds of windows that were looked at."""

    def __init__(self) -> None:
        self.caught: dict[str, str] = defaultdict(str)
        self.windows: set[str] = set()

    def look_at(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.windows.add(type(widget).__name__)
            self.caught["painted"] += f" {painted(widget)}"
            self.caught["read out"] += f" {read_out(widget)}"

    def take(self, net: str, words: str) -> None:
        self.caught[net] += f" {words}"

    def take_files(self, net: str, folder: Path, but: str) -> None:
        """Take the bytes and the names of all files in a folder but those under `but`."""
        for file in sorted(folder.rglob("*")):
            if file.is_file() and but not in file.relative_to(folder).parts:
                self.take(net, f"{file.name} {file.read_bytes().decode('latin-1')}")

    def hold(self, word: str) -> set[str]:
        """Return the names of the nets that a word is in."""
        return {net for net, text in self.caught.items() if word.lower() in text.lower()}
