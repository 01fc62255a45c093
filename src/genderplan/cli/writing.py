"""Writes of files: whatever cuts one short, what stands in the files by then is said."""

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from genderplan.cli.output import say
from genderplan.errors import OutputError


@contextmanager
def changing(files: Mapping[Path, bytes], done: str = "written") -> Iterator[None]:
    """Within it files are written, and then told: whatever cuts that short, what is `done` is said to be done.

    An interrupt is raised here, so that no half of a file stays anywhere, and a reader that left is told as an error.
    """
    with _raising():
        try:
            yield
        except OutputError as error:
            there = _told_of(files, done)
            raise OutputError(f"{there}; only saying so failed: {error}" if there else str(error)) from None
        except KeyboardInterrupt:
            there = _told_of(files, done)
            if there:
                say(there)
            raise


@contextmanager
def _raising() -> Iterator[None]:
    """Signals that end a run raise an error instead."""
    before = {signal.SIGINT: signal.getsignal(signal.SIGINT)}
    if before[signal.SIGINT] is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGPIPE"):
        before[signal.SIGPIPE] = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _told_of(files: Mapping[Path, bytes], done: str) -> str:
    """Which files hold by now what they are to hold; nothing where none does."""
    from genderplan.source.files import relative

    names = [relative(path) for path, data in files.items() if _holds(path, data)]
    if not names:
        return ""
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0]}{more} {'are' if more else 'is'} {done}"


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
