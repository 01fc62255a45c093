"""Suggestions of what somebody probably meant: the nearest of what is known."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from itertools import pairwise

from genderplan.folding import folded

_LONGEST = 100
_FEW = 30
_ALL_COMPARED = 100
_CANDIDATES = 20
_COUNTED = 20_000
_MOST_HINTS = 100


class Suggestions:
    """Known names to guess from, for many names that are not known.

    Time stays in proportion to the names, known and unknown: names are folded once; among more than a hundred only
    those that share most pairs of letters with the one given are compared letter by letter, and a pair that thousands
    have is not counted where rarer ones tell enough; and after a hundred answers there are no more: whoever has so many
    to mend has met one cause, and not a hundred slips.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._left = _MOST_HINTS

    def nearest(self, given: str) -> str | None:
        """The known name that is nearest to one given, ignoring case; None where none is near, or after too many."""
        if not self._left:
            return None
        self._left -= 1
        text = folded(given[:_LONGEST])
        near = get_close_matches(text, self._candidates(text), n=1, cutoff=0.6)
        return self._by_folded[near[0]] if near else None

    def did_you_mean(self, given: str) -> str | None:
        """A question that names the nearest known name; None where there is none to name."""
        near = self.nearest(given)
        return f"did you mean '{near}'?" if near else None

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        return {folded(name): name for name in self._known}

    @cached_property
    def _by_pair(self) -> dict[str, list[str]]:
        """The folded names by each pair of neighbouring letters in them."""
        names: dict[str, list[str]] = {}
        for name in self._by_folded:
            for pair in set(_pairs(name[:_LONGEST])):
                names.setdefault(pair, []).append(name)
        return names

    def _candidates(self, text: str) -> list[str]:
        if len(self._by_folded) <= _ALL_COMPARED:
            return list(self._by_folded)
        shared: Counter[str] = Counter()
        for names in self._telling(text):
            shared.update(names)
        return [name for name, _ in shared.most_common(_CANDIDATES)]

    def _telling(self, text: str) -> Iterator[list[str]]:
        """The names that have a pair of a text, pair by pair: the rarest first, and not those that thousands have."""
        left = _COUNTED
        for names in sorted((self._by_pair.get(pair, []) for pair in set(_pairs(text))), key=len):
            if left < len(names) and left < _COUNTED:
                return
            left -= len(names)
            yield names


def _pairs(text: str) -> Iterator[str]:
    """Neighbouring letters, the ends counted as letters of their own."""
    return (first + second for first, second in pairwise(f"\n{text}\n"))


def nearest(given: str, known: Iterable[str]) -> str | None:
    """The known name that is nearest to one given, ignoring case; None where none is near."""
    return Suggestions(known).nearest(given)


def did_you_mean(given: str, known: Iterable[str]) -> str | None:
    """A question that names the nearest known name; None where none is near."""
    return Suggestions(known).did_you_mean(given)


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """A message about a name that is not known, with the nearest one, or all where they are few."""
    names = sorted(set(known))
    hint = did_you_mean(given, names)
    if hint is None:
        hint = (
            f"known: {', '.join(names)}"
            if 0 < len(names) <= _FEW
            else f"{len(names) or 'none'} {'are' if names else 'is'} known"
        )
    return f"unknown {what} '{given}' ({hint})"
