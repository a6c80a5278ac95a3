"""What all tests share: a data folder of each test's own, how hard hypothesis looks, and that Qt is never ignored."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from auditing import Audit
from hypothesis import HealthCheck, settings

# Before much is done with Qt: see there what PySide6 needs under Python 3.11.
import wrapplanner.ui  # noqa: F401
from wrapplanner.storage import keychain

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("usual", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("usual"), derandomize=True, print_blob=True)
settings.register_profile("hard", parent=settings.get_profile("usual"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "usual"))

_QT_FIXTURES = {"qapp", "qtbot"}
# The offscreen plugin says what it cannot do (size hints, raising a window, grabbing keys); no other plugin does.
_OFFSCREEN_SAYS = "This plugin does not support"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's own data folder, which the environment names; not there yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("WRAPPLANNER_DATA_DIR", str(folder))
    monkeypatch.setattr(keychain, "pinned_backend", _no_keychain)
    return folder


def _no_keychain() -> object:
    """The keychain of whoever runs the tests is none of their business; those that need one bring it."""
    raise RuntimeError("no keychain in the tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What Qt warns of fails the test that made it."""
    for item in items:
        if _QT_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN_SAYS, extend=True))


@pytest.fixture(scope="session", autouse=True)
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Listens to the whole run; temporary files of everybody come under pytest's own folder."""
    root = tmp_path_factory.getbasetemp()
    (root / "temp").mkdir(exist_ok=True)
    golden = (Path(__file__).parent / "golden",) if os.environ.get("UPDATE_GOLDEN") else ()  # what is asked to be renewed
    listener = Audit((root, *golden))
    listener.system_temp = tempfile.gettempdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(root / "temp")
    listener.install()
    return listener


@pytest.fixture(autouse=True)
def nothing_leaks(audit: Audit) -> Iterator[None]:
    """No test connects a socket, nor opens a file outside the tests' folders for writing."""
    audit.told.clear()
    yield
    told, audit.told[:] = list(audit.told), []
    assert not told, "\n".join(told)


@pytest.fixture(autouse=True)
def tidy_qt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that uses Qt cannot hang in a modal dialog, nor leave windows or timers behind."""
    if not _QT_FIXTURES & set(request.fixturenames):
        yield
        return
    _refuse_modal(monkeypatch)
    yield
    _empty_clipboard()
    left = _left_behind()
    assert not left, f"left behind: {', '.join(left)}"


def _refuse_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6 import QtPrintSupport, QtWidgets

    def refuse(*_arguments: object, **_names: object) -> None:
        raise AssertionError("a modal dialog would have waited here for ever")

    for kind in (QtWidgets.QDialog, QtWidgets.QMenu, QtWidgets.QMessageBox, QtPrintSupport.QPrintDialog):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QtWidgets.QFileDialog, name, refuse)


def _empty_clipboard() -> None:
    """What Python put there must go while there is a Python: Qt takes the clipboard down at the very end."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


def _left_behind() -> list[str]:
    """Return what is still in sight or still ticking once everything that was to go has gone."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    left = [f"the window {type(each).__name__} {each.objectName()}".rstrip() for each in windows]
    for each in windows:
        each.close()
        each.deleteLater()
    for each in gc.get_objects():
        if type(each) is QTimer and isValid(each) and each.isActive():
            each.stop()
            if each.parent() is not None or not each.isSingleShot():  # others are one call that was put off
                left.append(f"a timer of {type(each.parent()).__name__}")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return left
