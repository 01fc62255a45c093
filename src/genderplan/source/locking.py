"""Locks on folders, by what the system has for them: they end with the process, and leave nothing in the folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until nobody else replaces a file of a folder; where there are no locks, go on without."""
    opened: list[int] = []
    try:
        with suppress(OSError, ModuleNotFoundError):
            _lock(folder, opened)
        yield
    finally:
        for descriptor in opened:
            os.close(descriptor)


def _lock(folder: Path, opened: list[int]) -> None:
    """Lock the folder itself; where a folder cannot be, as on Windows, a file among the temporary ones.

    Descriptors that it opens are noted at once, so that they are closed whatever happens.
    """
    try:
        fcntl = import_module("fcntl")
    except ModuleNotFoundError:
        msvcrt = import_module("msvcrt")
        name = sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:32]
        opened.append(os.open(Path(gettempdir(), f"genderplan-{name}.lock"), os.O_RDWR | os.O_CREAT))
        msvcrt.locking(opened[0], msvcrt.LK_LOCK, 1)
    else:
        opened.append(os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0)))
        fcntl.flock(opened[0], fcntl.LOCK_EX)
