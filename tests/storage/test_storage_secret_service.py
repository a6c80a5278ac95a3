"""The keychain slot with a real Secret Service, in a D-Bus session of its own; and with none at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("dbus-run-session", "gnome-keyring-daemon")

SCRIPT = """
import sys, time
from contextlib import closing
from pathlib import Path
from files import PLAN, keys_of, made
from wrapplanner.errors import NoKeychain, PlanLocked
from wrapplanner.storage.keychain import Keychain
from wrapplanner.storage.keyfile import PLAIN
from wrapplanner.storage.keyslots import computer_slot, recovery_slot
from wrapplanner.storage.locking import key_file_of, put_slots
from wrapplanner.storage.plans import PlanStore

folder = Path(sys.argv[1])
keys, keychain = keys_of(made(folder)), Keychain()
with closing(PlanStore.open(folder)) as store:
    put_slots(store, computer_slot(keys, keychain), recovery_slot(keys)[0], drop=(PLAIN,))
begun = time.perf_counter()
with closing(PlanStore.open(folder)) as store:
    assert store.load() == PLAN
    name = key_file_of(store).of_kind("computer")[0].data("name").hex()
assert time.perf_counter() - begun < 20  # it hangs otherwise
assert keys.key.hex() not in (folder / "plan.keys").read_text()
keychain.forget(name)
try:
    PlanStore.open(folder)
except PlanLocked as locked:
    print(",".join(locked.ways))
"""

NONE = """
import time
from wrapplanner.errors import NoKeychain
from wrapplanner.storage.keychain import Keychain
begun = time.perf_counter()
try:
    Keychain().put("x", bytes(32))
except NoKeychain as told:
    print(told.sentence)
assert time.perf_counter() - begun < 20  # it hangs otherwise
"""


def _run(command: list[str], place: Path, **env: str) -> subprocess.CompletedProcess[str]:
    for name in ("run", "home"):
        (place / name).mkdir(mode=0o700)
    paths = os.pathsep.join(map(str, (Path(__file__).parent, Path(__file__).parents[2])))
    own = {"XDG_RUNTIME_DIR": str(place / "run"), "HOME": str(place / "home"), "XDG_DATA_HOME": str(place / "home")}
    return subprocess.run(
        command,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": paths, **own, **env},
        input="a password of the test",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(sys.platform != "linux" or not all(map(shutil.which, TOOLS)), reason="needs gnome-keyring and D-Bus")
def test_a_real_secret_service_opens_the_plan_unasked(tmp_path):
    session = 'gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" -c "$1" "$2"'
    command = ["dbus-run-session", "--", "sh", "-c", session, sys.executable, SCRIPT, str(tmp_path / "plan")]
    done = _run(command, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "recovery-code"


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")
def test_without_a_secret_service_it_is_said(tmp_path):
    done = _run([sys.executable, "-c", NONE], tmp_path, DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/none")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("This computer has no keychain")
