"""Ends a child with SIGKILL at a chosen system call: Linux on x86-64, through ptrace, so that SQLite's own calls count too."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
import time
from collections.abc import Callable

CAN_TRACE = sys.platform == "linux" and platform.machine() == "x86_64"

# What changes a disk: pwrite64, fsync, fdatasync, truncate, ftruncate, rename, unlink, openat, mkdir, renameat, unlinkat.
SYNCS = frozenset({74, 75})
CHANGES = SYNCS | {18, 76, 77, 82, 83, 84, 87, 257, 258, 263, 264, 316}

_TRACE_ME, _PEEK_USER, _SYSCALL, _SET_OPTIONS, _SYSGOOD = 0, 3, 24, 0x4200, 1
_ORIG_RAX = 15 * 8


def at_call(work: Callable[[], object], calls: frozenset[int], number: int = 0) -> int:
    """Do some work in a forked child and kill it at the entry of its call of that number, from 1; return how many it began.

    Call it in a process with one thread.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.restype = ctypes.c_long
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    child = os.fork()
    if child == 0:
        libc.ptrace(_TRACE_ME, 0, None, None)
        os.kill(os.getpid(), signal.SIGSTOP)
        _work(work)
    os.waitpid(child, 0)
    libc.ptrace(_SET_OPTIONS, child, None, _SYSGOOD)
    seen, entering, pending = 0, False, 0
    while True:
        libc.ptrace(_SYSCALL, child, None, pending)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child's work did not go well"
            return seen
        stopped_by = os.WSTOPSIG(status)
        pending = 0 if stopped_by == signal.SIGTRAP | 0x80 else stopped_by
        if pending:
            continue
        entering = not entering
        if entering and libc.ptrace(_PEEK_USER, child, _ORIG_RAX, None) in calls:
            seen += 1
            if seen == number:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return seen


def after(work: Callable[[], object], seconds: float) -> bool:
    """Do some work in a forked child and kill it after a time; return whether it was still at it."""
    child = os.fork()
    if child == 0:
        _work(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child's work did not go well"
    return os.WIFSIGNALED(status)


def _work(work: Callable[[], object]) -> None:
    code = 1
    try:
        work()
        code = 0
    except BaseException as error:  # whatever it was, the child must not go on as a second parent
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)
