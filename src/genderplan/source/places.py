"""Places where the values of a file stand: positions are kept beside values, and never inside them."""

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from genderplan.findings import START_OF_FILE, Position

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of its document: keys and list indexes."""


class Places(Protocol):
    """The positions of one file's values and keys, by path, and the bytes in which they stand."""

    data: bytes

    def position(self, path: Path) -> Position:
        """Where the value at `path` stands, else the nearest value around it.

        Where one item may stand without a list (`lead: HR`), its index is passed over.
        """

    def key_position(self, path: Path) -> Position:
        """Where the key at the end of `path` stands, else the nearest value around it."""

    def is_in_braces(self, path: Path) -> bool:
        """Whether the key at the end of `path` stands in a mapping in flow style."""

    def has_colon(self, path: Path) -> bool:
        """Whether a colon follows the key at the end of `path`, which has no value."""

    def before_comments(self) -> Iterator[Path]:
        """The paths of plain texts, and of keys without a value, that a comment follows on their last line."""


class Nowhere:
    """The places of what no file gives."""

    data = b""

    def position(self, path: Path) -> Position:  # noqa: ARG002
        return START_OF_FILE

    def key_position(self, path: Path) -> Position:  # noqa: ARG002
        return START_OF_FILE

    def is_in_braces(self, path: Path) -> bool:  # noqa: ARG002
        return False

    def has_colon(self, path: Path) -> bool:  # noqa: ARG002
        return True

    def before_comments(self) -> Iterator[Path]:
        return iter(())
