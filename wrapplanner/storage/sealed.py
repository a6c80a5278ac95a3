"""A plan in one sealed file, `.wrapplan`, to take it to another computer.

    10 bytes   WRAPPLAN1 and a newline
     4 bytes   length of the key file, big-endian as the next one
               the key file, JSON: slots for a passphrase or a recovery code, never one in the open
     8 bytes   length of the database
               the database, SQLCipher, whole pages
    32 bytes   SHA-256 of all before

What comes in is looked at whole, in a folder of its own, before anything of the plan is touched.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.text import normalise
from wrapplanner.errors import ImportRefused, NotSaved, PlanInUse, StorageError, WrapPlannerError
from wrapplanner.storage.backups import Backup
from wrapplanner.storage.checks import plan_faults
from wrapplanner.storage.codec import plan_to_plain
from wrapplanner.storage.diagnosis import DATABASE, KEY_FILE, PAGE, examine
from wrapplanner.storage.keyfile import (
    COMPUTER,
    LARGEST,
    PASSPHRASE,
    PLAIN,
    RECOVERY,
    KeyFile,
    Keys,
    Slot,
    format_key_file,
    parse_key_file,
    read_key_file,
)
from wrapplanner.storage.opening import Clock, utc_now
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.restoring import replace_plan
from wrapplanner.storage.safefiles import stream_safely, sync_file, sync_folder, write_safely
from wrapplanner.storage.soundness import verify

MAGIC: Final = b"WRAPPLAN1\n"
SUFFIX: Final = ".wrapplan"
MAX_DATABASE: Final = 1 << 30
_PART: Final = 1 << 20

_NO_WAY_IN = "A sealed file needs a passphrase or a recovery code that opens it. Choose one first. Nothing was written."
_NOT_WRITTEN = "The sealed file cannot be written there: the disk is full, read-only or was pulled out."
_NO_ROOM = "There is no room to take this file in: the disk is full or read-only. Your plan is as it was."


def write_sealed(store: PlanStore, path: Path, *slots: Slot) -> None:
    """Write an open plan to one sealed file, which opens with the plan's passphrase and code, and with `slots`.

    Raises StorageError where nothing would open it, NotSaved where the disk refuses.
    """
    key_file = read_key_file(store.folder / KEY_FILE).without(PLAIN, COMPUTER)
    for slot in slots:
        key_file = key_file.with_slot(slot)
    if not (key_file.of_kind(PASSPHRASE) or key_file.of_kind(RECOVERY)):
        raise StorageError(_NO_WAY_IN)
    work = store.folder / f".work-{secrets.token_hex(6)}"
    try:
        work.mkdir(mode=0o700)
        store.vault.copy_to(work / DATABASE)
        write_safely(work / KEY_FILE, format_key_file(key_file))
        verify(work, store.vault.keys)
        stream_safely(path, _parts(work))
    except OSError as error:
        raise NotSaved(_NOT_WRITTEN) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def is_sealed(path: Path) -> bool:
    """Whether a file says that it is a sealed plan."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def read_slots(path: Path) -> KeyFile:
    """Return what opens a sealed file, for `keyslots.unlock`. Raises ImportRefused."""
    try:
        with path.open("rb") as file:
            return _key_file(_Reader(file))
    except OSError as error:
        raise ImportRefused("it cannot be read.") from error


def take_sealed(
    path: Path,
    folder: Path,
    keys: Keys,
    framework_of: Callable[[str], Framework],
    *,
    present: Keys | None = None,
    clock: Clock = utc_now,
) -> Backup | None:
    """Take the plan of a sealed file: make it in a folder that is not there, or put it in the place of the plan there.

    `present` are the keys of that plan; it is set aside, as `restore` does, and returned. `framework_of` gives a framework
    by its id or raises. Raises ImportRefused, PlanInUse, NotSaved; the plan is then as it was.
    """
    replaces = folder.exists()
    work = (folder if replaces else folder.parent) / f".new-{secrets.token_hex(6)}"
    try:
        work.mkdir(mode=0o700, parents=True)
        _unpack(path, work)
        _check(work, keys, framework_of)
        if replaces:
            return replace_plan(folder, work, keys, present, clock)
        work.rename(folder)
        sync_folder(folder.parent)
    except (ImportRefused, NotSaved, PlanInUse):
        raise
    except StorageError as error:
        raise ImportRefused(f"{error.sentence[:1].lower()}{error.sentence[1:]}") from error
    except OSError as error:
        raise NotSaved(_NO_ROOM) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return None


def _parts(work: Path) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for part in _unsigned(work):
        digest.update(part)
        yield part
    yield digest.digest()


def _unsigned(work: Path) -> Iterator[bytes]:
    key_data = (work / KEY_FILE).read_bytes()
    yield MAGIC + struct.pack(">I", len(key_data)) + key_data
    yield struct.pack(">Q", (work / DATABASE).stat().st_size)
    with (work / DATABASE).open("rb") as file:
        while part := file.read(_PART):
            yield part


class _Reader:
    """Reads a file once, from the beginning, and counts its digest."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def take(self, size: int) -> bytes:
        """Return exactly so many bytes. Raises ImportRefused."""
        data = self._file.read(size)
        if len(data) != size:
            raise ImportRefused("it is cut short.")
        self.digest.update(data)
        return data

    def rest(self) -> bytes:
        """Return what is left, one byte more than there should be at most."""
        return self._file.read(self.digest.digest_size + 1)


def _key_file(reader: _Reader) -> KeyFile:
    if reader.take(len(MAGIC)) != MAGIC:
        raise ImportRefused("it is not a sealed plan of WRAP Planner.")
    (size,) = struct.unpack(">I", reader.take(4))
    if size > LARGEST:
        raise ImportRefused("its keys are larger than any.")
    try:
        key_file = parse_key_file(reader.take(size)).check()
    except StorageError as error:
        raise ImportRefused("its keys are damaged or of a newer version.") from error
    if not (key_file.of_kind(PASSPHRASE) or key_file.of_kind(RECOVERY)):
        raise ImportRefused("no passphrase and no recovery code opens it.")
    return key_file


def _unpack(path: Path, work: Path) -> None:
    try:
        source = path.open("rb")
    except OSError as error:
        raise ImportRefused("it cannot be read.") from error
    with source:
        reader = _Reader(source)
        key_file = _key_file(reader)
        (size,) = struct.unpack(">Q", reader.take(8))
        if not 0 < size <= MAX_DATABASE or size % PAGE:
            raise ImportRefused("its size is none that a plan has.")
        if path.stat().st_size < size:
            raise ImportRefused("it is cut short.")
        (work / DATABASE).touch(mode=0o600, exist_ok=False)
        with (work / DATABASE).open("wb") as target:
            for begun in range(0, size, _PART):
                target.write(reader.take(min(_PART, size - begun)))
        if reader.rest() != reader.digest.digest():
            raise ImportRefused("it is not as it was written: something in it was changed or is missing.")
        write_safely(work / KEY_FILE, format_key_file(key_file.without(PLAIN, COMPUTER)))
        sync_file(work / DATABASE)


def _check(work: Path, keys: Keys, framework_of: Callable[[str], Framework]) -> None:
    """See that a plan from elsewhere is one that could have been written here. Raises StorageError, ImportRefused."""
    examine(work)
    verify(work, keys, history=True)
    try:
        with closing(PlanStore.open(work, keys=keys)) as store:
            plan = store.load()
            faults = tuple(plan_faults(plan, framework_of(store.framework)))
    except StorageError:
        raise
    except (WrapPlannerError, ValueError, TypeError, KeyError) as error:
        raise ImportRefused("what it holds cannot be read.") from error
    if faults:
        raise ImportRefused("its answers do not fit the questions.")
    if not _is_normal(plan):
        raise ImportRefused("it holds letters that no plan has.")


def _is_normal(plan: Plan) -> bool:
    waiting: list[object] = [plan_to_plain(plan)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting += [*each, *each.values()]
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, str) and normalise(each) != each:
            return False
    return True
