"""From a fresh copy of the project to a running app, with nothing but Python 3.11 or newer.

    python3 packaging/bootstrap.py run [the app's own arguments]
    python3 packaging/bootstrap.py test [pytest's own arguments]     everything that must hold
    python3 packaging/bootstrap.py bench                             the figures
    python3 packaging/bootstrap.py faults                            the faults, as often as the bar says
    python3 packaging/bootstrap.py papers                            ten thousand random plans on paper, every script, all rules
    python3 packaging/bootstrap.py lock                              maintainers: choose and pin the packages anew

Makes `.venv` in the project and fills it from a lock file: pinned versions, checked by hash, ready-made wheels only, so nothing
is built and no downloaded code runs while installing. The project itself is not installed but put on the path by one line in a
.pth file: no build tool, no copy of the resources that could grow old. A stamp in `.venv` says what was installed, so the next
start is quick. Standard library only, since it runs before there is anything else.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is the one file that an older Python meets
    sys.exit("WRAP Planner needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))

import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOG = VENV / "bootstrap.log"
RUN_LOCK = ROOT / "packaging" / "requirements.lock"
TEST_LOCK = ROOT / "packaging" / "requirements-test.lock"
LOCK_TOOL = "uv==0.13.9"

# Options of the app that take a value; with any word beside them, the app is asked for a command and opens no window.
_VALUED_OPTIONS = ("--data-dir", "--plan", "--passphrase-file", "--recovery-code-file")
_WINDOW_COMMAND = "group"
_ANSWERED_AT_ONCE = ("-h", "--help", "--version")


def main(arguments: Sequence[str]) -> int:
    """Do the command named first; return its exit code: 1 with one sentence on stderr, 2 for a command that is not known."""
    name, *rest = arguments or [""]
    command = COMMANDS.get(name)
    if command is None:
        print(f"usage: python3 packaging/bootstrap.py {'|'.join(COMMANDS)} [arguments]", file=sys.stderr)
        return 2
    from system_needs import Stop

    try:
        return command(rest)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    """Open the app, or do the command of the app that is asked for."""
    if opens_window(arguments) and not has_display(os.environ):
        print("There is no screen here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).", file=sys.stderr)
        return 1
    prepare(RUN_LOCK)
    command = [str(PYTHON), "-m", "wrapplanner", *arguments]
    sys.stdout.flush()
    # Windows has no real exec: it would give the prompt back at once.
    return subprocess.call(command) if os.name == "nt" else os.execv(PYTHON, command)


def test(arguments: Sequence[str]) -> int:
    """Run every check, also after one that did not pass; return 1 if any did not."""
    prepare(TEST_LOCK)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    workers = str(min(os.cpu_count() or 1, 4))
    steps: dict[str, list[str | Path]] = {
        "ruff check": [BIN / "ruff", "check", "."],
        "ruff format": [BIN / "ruff", "format", "--check", "."],
        "mypy": [BIN / "mypy"],
        "layers": [BIN / "lint-imports"],
        "pytest": [PYTHON, "-m", "pytest", "-n", workers, *arguments],
    }
    results = []
    for name, command in steps.items():
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        code = subprocess.call(command, cwd=ROOT, env=env)
        results.append((name, time.monotonic() - began, code))
    print()
    for name, seconds, code in results:
        print(f"{name:12}{seconds:7.1f} s   {'passed' if code == 0 else f'did not pass ({code})'}")
    return int(any(code for _, _, code in results))


def bench(_: Sequence[str]) -> int:
    """Print each benchmark's table, one after the other, so that none disturbs another."""
    prepare(TEST_LOCK)
    env = dict(os.environ) if has_display(os.environ) else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    codes = []
    for script in sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py")):
        print(f"\n== {script.stem.removeprefix('bench_').replace('_', ' ')}", flush=True)
        codes.append(subprocess.call([PYTHON, script], cwd=ROOT, env=env))
    return int(any(codes))


def faults(arguments: Sequence[str]) -> int:
    """Run the tests of faults with their full counts, which takes some minutes, and print what was counted."""
    prepare(TEST_LOCK)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "FAULTS": "full"}
    return subprocess.call([PYTHON, "-m", "pytest", "tests/faults", "-s", "-v", *arguments], cwd=ROOT, env=env)


def papers(arguments: Sequence[str]) -> int:
    """Print ten thousand random plans, look at the pages, and validate every document in every script, for some 20 minutes."""
    prepare(TEST_LOCK)
    env = {**os.environ, "PAPERS": "full", "RANDOM_PLANS": "100"}
    return subprocess.call([PYTHON, "-m", "pytest", "tests/pdf", "-s", "-v", *arguments], cwd=ROOT, env=env)


def lock(_: Sequence[str]) -> int:
    """Choose the newest packages that pyproject.toml allows, for every system and Python at once; pin them with all hashes."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.check_call([sys.executable, "-m", "venv", folder])
        tool = Path(folder) / BIN.name / "uv"
        subprocess.check_call([Path(folder) / BIN.name / "python", "-m", "pip", "install", "--quiet", LOCK_TOOL])
        everywhere = ["--universal", "--python-version", "3.11", "--upgrade", "--quiet"]
        choose: list[str | Path] = [tool, "pip", "compile", "pyproject.toml", *everywhere]
        plain = ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
        subprocess.check_call([*choose, *plain, "-o", RUN_LOCK], cwd=ROOT)
        subprocess.check_call([*choose, *plain, "--group", "test", "-c", RUN_LOCK, "-o", TEST_LOCK], cwd=ROOT)
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "faults": faults,
    "papers": papers,
    "lock": lock,
}


def opens_window(arguments: Sequence[str]) -> bool:
    """Say whether the app, so called, opens a window: not for help, the version or a command, but for group sessions."""
    waiting = iter(arguments)
    for argument in waiting:
        if argument in _VALUED_OPTIONS:
            next(waiting, None)
        elif argument in _ANSWERED_AT_ONCE or not argument.startswith("-"):
            return argument == _WINDOW_COMMAND and not set(waiting) & set(_ANSWERED_AT_ONCE)
    return True


def has_display(env: os._Environ[str] | dict[str, str]) -> bool:
    """Say whether a window can open: on Linux the session must name its display; a chosen Qt platform is trusted."""
    return not sys.platform.startswith("linux") or any(
        env.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def prepare(lock_file: Path) -> None:
    """Make `.venv` and what the system lacks, install the lock file's packages; at once if the stamp says it is done."""
    stamp = VENV / f"{lock_file.stem}.stamp"
    digest = _digest(lock_file)
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    import system_needs

    # On the error output: a command of the app may be writing a file to the other.
    print("Getting ready; the first time takes a minute or two.", file=sys.stderr)
    stamp.unlink(missing_ok=True)
    venv_is_wanted = not _venv_is_ours()
    if venv_is_wanted:
        shutil.rmtree(VENV, ignore_errors=True)
        VENV.mkdir(exist_ok=True)
    tools = system_needs.TEST_TOOLS if lock_file == TEST_LOCK else {}
    system_needs.supply(system_needs.missing_packages(tools, with_venv=venv_is_wanted), LOG)
    if venv_is_wanted:
        # In a process of its own: where the venv package was only now installed, this process may not see it yet.
        _quietly([sys.executable, "-m", "venv", str(VENV)], "Python could not make its environment")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps"]
    wheels = ["--only-binary", ":all:", "--require-hashes", "-r", str(lock_file)]
    _quietly([*pip, *wheels], "The packages could not be installed")
    _put_on_path()
    stamp.write_text(digest, encoding="ascii")


def _digest(lock_file: Path) -> str:
    """Return what the stamp must say: the lock, these scripts, the Python and the place are all as they were."""
    here = Path(__file__).resolve()
    parts = [lock_file.read_bytes(), here.read_bytes(), (here.parent / "system_needs.py").read_bytes()]
    return hashlib.sha256(b"\0".join([*parts, sys.version.encode(), os.fsencode(ROOT)])).hexdigest()


def _venv_is_ours() -> bool:
    """Say whether `.venv` was made whole, by this version of Python."""
    config = VENV / "pyvenv.cfg"
    version = "version = " + ".".join(map(str, sys.version_info[:3]))
    whole = PYTHON.exists() and config.exists() and (_site_packages() / "pip").exists()
    return whole and version in config.read_text(encoding="utf-8").splitlines()


def _put_on_path() -> None:
    """Let the environment find the project where it lies; escapes keep the line readable whatever letters the path has."""
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"
    (_site_packages() / "wrapplanner-project.pth").write_text(line, encoding="ascii")


def _site_packages() -> Path:
    import sysconfig  # late: not wanted on a quick start

    return Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))


def _quietly(command: list[str], what: str) -> None:
    from system_needs import Stop

    with LOG.open("ab") as out:
        code = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
    if code:
        raise Stop(f"{what}. What was said is in {LOG}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
