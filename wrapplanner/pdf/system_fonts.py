"""The computer's own typefaces, for scripts that are too large to ship (Chinese, Japanese, Korean) and for rare ones.

A face whose maker forbids embedding is passed over.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from wrapplanner.errors import PrintError
from wrapplanner.pdf.faces import ShapedFace, shaped_face

_NOTO = ("NotoSansCJK-{}.ttc", "NotoSansCJK-VF.otf.ttc", "NotoSansCJK-VF.ttc", "SourceHanSans.ttc")
_OLD = ("Arial Unicode.ttf", "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf")

NAMES = {
    "ja": (*_NOTO, "NotoSansCJKjp-{}.otf", "NotoSansJP-{}.otf", "NotoSansJP-{}.ttf", "YuGothM.ttc", "meiryo.ttc",
           "msgothic.ttc", "ヒラギノ角ゴシック W3.ttc", "Hiragino Sans GB.ttc", "ipaexg.ttf", "ipagp.ttf", "ipag.ttf",
           "VL-PGothic-Regular.ttf", "TakaoPGothic.ttf", *_OLD),
    "ko": (*_NOTO, "NotoSansCJKkr-{}.otf", "NotoSansKR-{}.otf", "NotoSansKR-{}.ttf", "malgun.ttf", "gulim.ttc",
           "AppleSDGothicNeo.ttc", "AppleGothic.ttf", "NanumGothic.ttf", "UnDotum.ttf", *_OLD),
    "zh-hans": (*_NOTO, "NotoSansCJKsc-{}.otf", "NotoSansSC-{}.otf", "NotoSansSC-{}.ttf", "msyh.ttc", "simsun.ttc",
                "simhei.ttf", "Hiragino Sans GB.ttc", "STHeiti Medium.ttc", "wqy-zenhei.ttc", "wqy-microhei.ttc", *_OLD),
    "zh-hant": (*_NOTO, "NotoSansCJKtc-{}.otf", "NotoSansTC-{}.otf", "NotoSansTC-{}.ttf", "msjh.ttc", "mingliu.ttc",
                "STHeiti Medium.ttc", "wqy-zenhei.ttc", "wqy-microhei.ttc", *_OLD),
    "": ("Nirmala.ttf", "Nirmala.ttc", "segoeui.ttf", "seguisym.ttf", "ebrima.ttf", "LeelawUI.ttf", "mmrtext.ttf",
         "himalaya.ttf", "Arial Unicode.ttf", "Apple Symbols.ttf", "DejaVuSans.ttf", "FreeSans.ttf", "unifont.ttf"),
}  # fmt: skip
"""File names by hand (see `scripts.hand`), the first that is there and has the letter is taken; "" is for all else."""

_WANTED = {"ja": " JP", "ko": " KR", "zh-hans": " SC", "zh-hant": " TC"}
"""The face of a collection is the one with this in its name, else the first."""
_HANDS = ("zh-hans", "ja", "ko", "zh-hant")
_RESTRICTED = 0x0002
_BOLD = ("Bold", "Regular")


def system_face(letter: str, hand: str, *, bold: bool, folders: tuple[Path, ...] | None = None) -> ShapedFace | None:
    """Return a face of this computer that has a letter, None where there is none. `folders` are the usual ones."""
    names = list(NAMES.get(hand, ()))
    if hand:
        names += [name for other in _HANDS for name in NAMES[other]]
    names += NAMES[""]
    files = _files(folders or _folders())
    for name in dict.fromkeys(names):
        for weight in _BOLD if bold else _BOLD[1:]:
            file = files.get(name.format(weight).lower())
            face = _face(file, hand) if file else None
            if face and face.covers(letter):
                return face
    return None if folders else _asked(letter)


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA", "")
        system = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        return (system, Path(local) / "Microsoft/Windows/Fonts") if local else (system,)
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"


@lru_cache(maxsize=4)
def _files(folders: tuple[Path, ...]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for inside, _, names in os.walk(folder):
            for name in names:
                found.setdefault(name.lower(), Path(inside) / name)
    return found


@lru_cache(maxsize=64)
def _face(file: Path, hand: str, index: int | None = None) -> ShapedFace | None:
    with suppress(PrintError, OSError):
        for place in range(_count(file) if index is None else 0):
            face = shaped_face(file, place)
            if _WANTED.get(hand, "") in (face.face.get_name(1) or "") and _may_be_embedded(face.face):
                return face
        face = shaped_face(file, index or 0)
        return face if _may_be_embedded(face.face) else None
    return None


def _count(file: Path) -> int:
    with file.open("rb") as reading:
        head = reading.read(12)
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 1


def _may_be_embedded(face: Any) -> bool:  # noqa: ANN401 - uharfbuzz is passed on as it is
    tables = set(face.table_tags)
    if not tables & {"glyf", "CFF ", "CFF2"} or "OS/2" not in tables:
        return False
    about = face.reference_table("OS/2").data
    return int.from_bytes(about[8:10], "big") & 0x000F != _RESTRICTED


@lru_cache(maxsize=256)
def _asked(letter: str) -> ShapedFace | None:
    """Ask fontconfig, where there is one."""
    if not sys.platform.startswith("linux"):
        return None
    for file, index in _listed(letter):
        face = _face(file, "", index)
        if face and face.covers(letter):
            return face
    return None


def _listed(letter: str) -> Iterator[tuple[Path, int]]:
    ask = ["fc-list", f":charset={ord(letter):x}:scalable=true:color=false", "--format=%{file}\t%{index}\t%{style}\n"]
    try:
        told = subprocess.run(ask, capture_output=True, timeout=3, check=True, text=True).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return
    rows = [row.split("\t") for row in told.splitlines() if row.count("\t") == 2]
    for file, index, _ in sorted(rows, key=lambda row: ("Regular" not in row[2], row[0])):
        if index.isdigit() and int(index) < 1 << 16:  # above are the named instances of a variable face
            yield Path(file), int(index)
