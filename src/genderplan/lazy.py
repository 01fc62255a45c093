"""Lazy sequences, of which a screen reads the first few: how many there are is known before any is made."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Given = TypeVar("Given")
Made = TypeVar("Made")


class LazySequence(Sequence[Made], Generic[Given, Made]):
    """What is made of each of some things, in their order, when somebody reads it.

    It is as good as a tuple of them, and has one once all are read.
    """

    def __init__(self, given: Sequence[Given], make: Callable[[Given], Made]) -> None:
        self._given = given
        self._make = make
        self._all: tuple[Made, ...] | None = None

    def __len__(self) -> int:
        return len(self._given)

    @overload
    def __getitem__(self, at: int) -> Made: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Made, ...]: ...

    def __getitem__(self, at: int | slice) -> Made | tuple[Made, ...]:
        if self._all is not None:
            return self._all[at]
        if isinstance(at, slice):
            return tuple(map(self._make, self._given[at]))
        return self._make(self._given[at])

    def __iter__(self) -> Iterator[Made]:
        if self._all is not None:
            yield from self._all
            return
        made: list[Made] = []
        for each in self._given:
            made.append(self._make(each))
            yield made[-1]
        self._all = tuple(made)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | LazySequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
