"""What WRAP Planner needs of the system beneath Python: which libraries, how to see what is missing, how to supply it.

Only Linux has anything to supply: the Windows and macOS wheels of Qt bring all that they need. The names are Debian's and
Ubuntu's; the list was found by `ldd` over Qt's libraries and plugins in a bare Debian, then by opening a window there.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# soname -> package. Qt itself, its xcb and Wayland windows, and printing (without libcups no printer is ever found).
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}

# program -> packages: what the tests read printed pages with, a keychain, a dictionary and a voice.
TEST_TOOLS = {
    "pdftotext": "poppler-utils",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-run-session": "dbus-daemon",
    "enchant-2": "enchant-2 hunspell-en-gb",
    "espeak-ng": "espeak-ng",
}


class Stop(Exception):
    """The work cannot go on; the message is one plain sentence for the person, with the line to run where there is one."""


def missing_packages(tools: Mapping[str, str], *, with_venv: bool) -> list[str]:
    """Return the packages this system lacks, sorted.

    `tools` are programs to look for besides the libraries; `with_venv` counts Python's own venv, which Debian keeps apart.
    """
    if not sys.platform.startswith("linux"):
        return []
    missing = {package for soname, package in LIBRARIES.items() if not _loads(soname)}
    missing |= {package for tool, needed in tools.items() if shutil.which(tool) is None for package in needed.split()}
    if with_venv and not can_make_venv():
        missing.add(f"python3.{sys.version_info.minor}-venv")
    return sorted(missing)


def supply(packages: list[str], log: Path) -> None:
    """Install the packages if that is ours to do (root, apt), else raise Stop with the one line to run."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise Stop(f"Please install these under the names that your system has for them: {' '.join(packages)}")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise Stop(f"Some system libraries are not there yet. Run this line, then start again:\n  sudo {' '.join(install)}")
    print(f"Installing {len(packages)} system libraries.", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with log.open("ab") as out:
        for command in (["apt-get", "update"], install):
            if subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, stdout=out, stderr=out).returncode:
                raise Stop(f"The system libraries could not be installed ({' '.join(command[:2])}). What was said is in {log}")


def can_make_venv() -> bool:
    """Say whether this Python can make an environment with pip in it."""
    return importlib.util.find_spec("venv") is not None and importlib.util.find_spec("ensurepip") is not None


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
