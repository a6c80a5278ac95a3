"""Plugging screens in and out of Qt's offscreen platform, so that Qt itself does what it does when somebody pulls a plug.

The platform reads its screens from a JSON file when it starts, and takes another configuration while it runs through a
function for tests, which only C++ reaches: here by ctypes. Linux alone.
"""

from __future__ import annotations

import ctypes
import json
from pathlib import Path

import PySide6
from PySide6.QtCore import QByteArray, QJsonDocument
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import Shiboken

_FIRST_OF_NATIVE_INTERFACE = 12
"""The place of nativeResourceForIntegration among virtual functions: it comes after the twelve of QObject."""


SESSION = ("wrap-eight", 5)


def screen(name: str, x: int, width: int, height: int, scale: float = 1) -> dict[str, object]:
    """Return one screen of a configuration; sizes are in pixels of the device, `scale` of them to one."""
    dpi = {"logicalDpi": 96 * scale, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, **dpi}


def configuration(*screens: dict[str, object]) -> dict[str, object]:
    return {"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": list(screens)}


def plug(*screens: dict[str, object]) -> None:
    """Have these screens from now on; those with a name that was there before are the same ones."""
    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    gui, core = (ctypes.CDLL(str(libraries / f"libQt6{name}.so.6")) for name in ("Gui", "Core"))
    interface_of = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    interface_of.restype = ctypes.c_void_p
    interface = interface_of()
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0]
    function = ctypes.cast(table, ctypes.POINTER(ctypes.c_void_p))[_FIRST_OF_NATIVE_INTERFACE]
    resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(function)
    name = QByteArray(b"setConfiguration")
    configure = resource(interface, Shiboken.getCppPointer(name)[0])
    document = QJsonDocument.fromJson(QByteArray(json.dumps(configuration(*screens)).encode()))
    held = ctypes.create_string_buffer(64)
    object_of = core._ZNK13QJsonDocument6objectEv
    object_of.restype, object_of.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p]
    object_of(ctypes.addressof(held), Shiboken.getCppPointer(document)[0])
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(configure)(ctypes.addressof(held), interface)
    for _ in range(3):
        QApplication.processEvents()


def on(name: str) -> list[object]:
    """Return the windows that can be seen on a screen, even a corner of them."""
    room = named(name).geometry()
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.frameGeometry().intersects(room)]


def named(name: str):
    return next(each for each in QGuiApplication.screens() if each.name() == name)


def only_the_slide(group) -> None:
    assert on("projector") == [group.audience]
    assert [each for each in group.audience.findChildren(object) if hasattr(each, "isVisible") and each.isVisible()] == [
        group.audience.view
    ]


def is_blank(window) -> bool:
    """Return whether nothing of a window can be read: something plain lies over all of it."""
    top = window.childAt(window.rect().center())
    return type(top) is QWidget and top.size() == window.size() and not top.findChildren(QLabel)


LAPTOP, PROJECTOR = screen("laptop", 0, 1280, 800), screen("projector", 1280, 1920, 1080)
