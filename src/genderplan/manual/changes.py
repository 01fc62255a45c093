"""Changes between a bad file and the mended one, line by line."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple


class DiffLine(NamedTuple):
    """One line: `-` as it was, `+` as it is mended, or a space where it stays; numbers count from 1."""

    sign: str
    number: int
    text: str


def changes(bad: str, good: str) -> Iterator[DiffLine]:
    """The lines of both texts in their order."""
    was, now = bad.splitlines(), good.splitlines()
    for _, start, end, from_, to in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if was[start:end] == now[from_:to]:
            yield from (DiffLine(" ", number + 1, now[number]) for number in range(from_, to))
        else:
            yield from (DiffLine("-", number + 1, was[number]) for number in range(start, end))
            yield from (DiffLine("+", number + 1, now[number]) for number in range(from_, to))
