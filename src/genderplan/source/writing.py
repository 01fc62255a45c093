"""Files written whole or not at all, beside what they become: temporary names are hidden, so no plan sees them."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from genderplan.errors import WriteError
from genderplan.source.files import relative, resolved
from genderplan.source.locking import alone_in
from genderplan.text import printable

_READABLE = 0o666
_WRITABLE = 0o222
_WITHOUT_LINKS = frozenset((errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL))
"""What file systems that know no links answer."""


def create(files: Mapping[Path, bytes], within: Path) -> None:
    """Write files that are not there yet, all of them or none, in folders below `within` and no link.

    Raises WriteError, naming the file: where one is there already, nothing is written.
    """
    for path in files:
        if os.path.lexists(path):
            raise _there_already(path)
    written: list[Path] = []
    folders = {folder for path in files for folder in path.parents}
    missing = sorted((folder for folder in folders if not os.path.exists(folder)), reverse=True)  # noqa: PTH110
    try:
        for path, data in files.items():
            _create(path, data, within)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        raise


def replace(path: Path, data: bytes, expected: bytes) -> None:
    """Put new content in a file's place, keeping its mode, and its owner and group where the system allows it.

    Of several who do so at once to what they have all read, one gets its way and the others are told. A run that is
    killed leaves the old file or the new one, and at worst a hidden file beside it.
    Raises WriteError where the file no longer holds what is expected of it, is read-only for all, or cannot be written.
    """
    with _told(path):
        about = path.stat()
        mode = stat.S_IMODE(about.st_mode)
        if mode & _WRITABLE == 0:
            raise WriteError(f"{_shown(path)} is read-only: nothing was written")
        with _temporary(path, data, mode, like=about) as temporary, alone_in(path.parent):
            if path.is_symlink() or path.read_bytes() != expected:
                raise WriteError(f"{_shown(path)} was changed meanwhile: nothing was written")
            temporary.replace(path)
        _settle(path.parent)


def _create(path: Path, data: bytes, within: Path) -> None:
    with _told(path):
        if not resolved(path.parent).is_relative_to(resolved(within)):
            raise WriteError(f"{_shown(path)} would be outside the tree: nothing was written")
        path.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(path, data, _READABLE & ~_umask()) as temporary:
            _put(temporary, path)
        _settle(path.parent)


def _there_already(path: Path) -> WriteError:
    return WriteError(f"{_shown(path)} is there already: nothing was written")


def _put(temporary: Path, path: Path) -> None:
    """Give a file its name; unlike a rename, a link never takes another file's place."""
    try:
        try:
            os.link(temporary, path)
        except OSError as error:
            if error.errno not in _WITHOUT_LINKS:
                raise
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _READABLE))
            temporary.replace(path)  # the name was taken first
    except FileExistsError:
        raise _there_already(path) from None


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(f"{_shown(path)} cannot be written: {error.strerror or error}") from None


@contextmanager
def _temporary(path: Path, data: bytes, mode: int, like: os.stat_result | None = None) -> Iterator[Path]:
    """A hidden file beside another that holds its content to be, owned `like` a file, gone at the end."""
    descriptor, name = mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if like is not None:
                _own(file.fileno(), like)  # before the mode: it takes the set-id bits away
            _give_mode(file.fileno(), temporary, mode)
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _give_mode(descriptor: int, path: Path, mode: int) -> None:
    """Set a file's mode by its descriptor, or by its path where the system asks for that."""
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)
    else:
        path.chmod(mode)


def _own(descriptor: int, like: os.stat_result) -> None:
    """Give a file the owner and the group of another, or the group alone, or neither, as far as the system allows."""
    for owner in (like.st_uid, -1):
        with suppress(OSError, AttributeError):  # Windows knows no owners by number
            os.fchown(descriptor, owner, like.st_gid)
            return


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _settle(folder: Path) -> None:
    """Have a folder's new names on disk."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _shown(path: Path) -> str:
    return printable(relative(path))
