"""Order of things that wait for each other, and what has no place in any order: circles."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

Name = TypeVar("Name", bound=Hashable)

Waiting = Sequence[Sequence[int]]
"""For each thing, by its number, the numbers of those that it waits for."""


def in_order(waits_for: Waiting) -> tuple[list[int], frozenset[int]]:
    """All things so that each comes after those it waits for, else in their own order; and those that wait in circles.

    What waits for a circle and is in none is in the order, as if it did not wait for the circle. Takes time in
    proportion to things and links.
    """
    order = _ordered(waits_for, frozenset())
    if len(order) == len(waits_for):
        return order, frozenset()
    rest = set(range(len(waits_for))).difference(order)
    circular = _circular({each: [other for other in waits_for[each] if other in rest] for each in sorted(rest)})
    return _ordered(waits_for, circular), circular


def _ordered(waits_for: Waiting, without: Collection[int]) -> list[int]:
    """What can be put in order: all but circles and what waits for one that is not left out."""
    awaited_by: list[list[int]] = [[] for _ in waits_for]
    left = [0] * len(waits_for)
    for each, others in enumerate(waits_for):
        for other in others:
            if other not in without:
                awaited_by[other].append(each)
                left[each] += 1
    order = [each for each, number in enumerate(left) if not number and each not in without]
    for each in order:  # it grows while it is read
        for following in awaited_by[each]:
            left[following] -= 1
            if not left[following] and following not in without:
                order.append(following)
    return order


def _circular(waits_for: Mapping[int, Collection[int]]) -> frozenset[int]:
    """Those that wait for themselves, directly or through others."""
    return frozenset(each for circular in circles(waits_for) for each in circular)


def circles(waits_for: Mapping[Name, Collection[Name]]) -> list[set[Name]]:
    """The sets of things that wait for each other: each for all of its set, itself too, directly or through others.

    They are the strongly connected components that hold a link, by Kosaraju's way: walked against the links from what
    a walk along them ended with last, things reach just those with which they share a circle.
    """
    awaited_by: dict[Name, list[Name]] = {each: [] for each in waits_for}
    for each, others in waits_for.items():
        for other in others:
            awaited_by[other].append(each)
    found: list[set[Name]] = []
    seen: set[Name] = set()
    for start in reversed(_by_end(waits_for)):
        together = reached(start, awaited_by, seen)
        if len(together) > 1 or (together and start in waits_for[start]):
            found.append(together)
    return found


def _by_end(links: Mapping[Name, Iterable[Name]]) -> list[Name]:
    """Everything in the order in which a walk along the links, deeper first, is done with it."""
    ended: list[Name] = []
    seen: set[Name] = set()
    for start in links:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(links[start]))]
        while path:
            here, rest = path[-1]
            following = next((each for each in rest if each not in seen), None)
            if following is None:
                ended.append(here)
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(links[following])))
    return ended


class _Links(Protocol[Name]):
    """For each thing those that it is linked to."""

    def __getitem__(self, each: Name, /) -> Iterable[Name]: ...


def reached(start: Name, links: _Links[Name], seen: set[Name]) -> set[Name]:
    """What links lead to from a start, the start included, less what was seen; all of it is seen then."""
    if start in seen:
        return set()
    seen.add(start)
    found = [start]
    for each in found:
        new = [other for other in dict.fromkeys(links[each]) if other not in seen]
        seen.update(new)
        found += new
    return set(found)
