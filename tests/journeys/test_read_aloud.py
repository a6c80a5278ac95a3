"""Reading aloud with a program that writes down what it was given, and with a real one where there is one."""

from __future__ import annotations

import json
import shutil
import sys
import wave
from pathlib import Path

import pytest
from journeys.driver import Driver
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextBrowser

from wrapplanner.ui.pages import read, read_aloud
from wrapplanner.ui.speech import Speaker, Voice, voice_of

PROGRAM = """
import json, pathlib, sys, time
said = sys.stdin.read()
with open(sys.argv[1], "a", encoding="utf-8") as heard:
    heard.write(json.dumps([said, sys.argv[2:]]) + "\\n")
time.sleep(float(sys.argv[2]))
"""


def voice(tmp_path: Path, seconds: float) -> tuple[Voice, Path]:
    program, heard = tmp_path / "speak.py", tmp_path / "heard"
    program.write_text(PROGRAM, "utf-8")
    heard.touch()
    return Voice(sys.executable, (str(program), str(heard), str(seconds))), heard


def heard_in(file: Path) -> list[str]:
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert all(len(arguments) == 1 for _, arguments in lines), "words stood in arguments"
    return [said.strip() for said, _ in lines]


def test_the_plan_is_read_aloud_paragraph_by_paragraph_and_stops(
    app: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, heard = voice(tmp_path, 0)
    monkeypatch.setattr(read, "voice_of", lambda _language: found)
    app.begin("read")
    app.click("Read aloud")
    app.wait(lambda: "Café lights hurt" in heard_in(heard) and app.has("Read aloud"), ms=20_000)
    said = heard_in(heard)
    assert said[0] == "Robin Marsh"
    assert said.index("Early warning signs") < said.index("Café lights hurt") < said.index("No songs")
    assert not any("Write here" in each for each in said), "links are not read"


def test_it_follows_what_is_read_and_is_silent_when_one_leaves_or_hides(
    app: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, heard = voice(tmp_path, 30)
    monkeypatch.setattr(read, "voice_of", lambda _language: found)
    app.begin("read")
    for leave, back in (("Ctrl+F", "Esc"), ("F8", "Space"), ("Ctrl+R", "")):
        before = len(heard_in(heard))
        app.key("Ctrl+R")
        app.wait(lambda: len(heard_in(heard)) == before + 1)  # noqa: B023
        text = app.find("My plan", QTextBrowser)
        assert [each.cursor.selectedText() for each in text.extraSelections()] == ["Robin Marsh"]
        app.see("Stop reading")
        app.key(leave)
        app.key(*[back] if back else [])
        app.see("Read aloud")
        app.see_not("Stop reading")
        assert not text.extraSelections()
    assert len(heard_in(heard)) == 3


def test_now_is_read_aloud_one_screen_at_a_time(app: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, heard = voice(tmp_path, 30)
    monkeypatch.setattr(read_aloud, "voice_of", lambda _language: found)
    app.begin("read")
    app.key("F9")
    app.tab_to("Read aloud")
    app.key("Space")
    app.wait(lambda: len(heard_in(heard)) == 1)
    assert heard_in(heard)[0] in app.shown()
    app.see("Stop reading")
    app.key("Right")
    app.see("Read aloud")
    app.see_not("Stop reading")
    app.key("Esc")
    app.goes("read")


def test_without_a_voice_there_is_no_button(app: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "voice_of", lambda _language: None)
    app.begin("read")
    assert not app.has("Read aloud")
    app.key("Ctrl+R")
    app.goes("read")


def test_a_program_that_does_not_start_ends_at_once(qtbot) -> None:
    owner = QObject()
    speaker = Speaker(Voice("/no/such/program"), owner)
    with qtbot.waitSignal(speaker.ended):
        speaker.say(["One", "Two"])
    assert not speaker.is_speaking


@pytest.mark.parametrize(
    ("platform", "there", "program", "language"),
    [
        ("linux", {"espeak-ng", "spd-say"}, "espeak-ng", "en-gb"),
        ("linux", {"spd-say"}, "spd-say", "en"),
        ("darwin", {"say"}, "say", None),
        ("win32", {"powershell"}, "powershell", None),
    ],
)
def test_each_system_has_its_voice(platform: str, there: set[str], program: str, language: str | None) -> None:
    found = voice_of("en-GB", platform=platform, which=lambda name: name if name in there else None)
    assert found is not None
    assert found.program == program
    assert language is None or language in found.arguments
    assert voice_of("en-GB", platform=platform, which=lambda _name: None) is None


def test_a_real_voice_speaks(qtbot, tmp_path: Path) -> None:
    if shutil.which("espeak-ng") is None:
        pytest.skip("this computer has no espeak-ng")
    found = voice_of("en-GB", platform="linux")
    assert found is not None
    sound = tmp_path / "said.wav"
    owner = QObject()
    speaker = Speaker(Voice(found.program, (*found.arguments, "-w", str(sound))), owner)
    with qtbot.waitSignal(speaker.ended, timeout=10_000):
        speaker.say(["Walk by the canal, with Zoë."])
    with wave.open(str(sound)) as written:
        assert written.getnframes() / written.getframerate() > 0.8
