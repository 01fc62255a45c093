"""The network of a plan: its milestones, what each waits for, and what the dates leave between them.

Milestones have dates and no lengths, so the passes run over dates. The date that counts is the finish: completed,
else forecast, else due. Connected milestones are reckoned in one unit: days where all their dates are days, else
months; lags as of `genderplan.plan.reckoning`.

- What is cancelled is in no network: nobody waits for it, and it waits for nothing.
- What waits in a circle is in no network either, and is named: no order of it exists.
- What is undated has no room and no float, but passes on what it waits for: who waits for it waits for that too, the
  lags added up. Its `duration` does not count: nobody said when it begins.

The terms are those of the critical path method: GAO-16-89G, best practices 6 and 7; a chain is followed back from what
finishes last, as the "longest path" of AACE International's Recommended Practice 49R-06.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from genderplan.analysis.ordering import in_order, reached
from genderplan.analysis.standing import Item, Standings, Status
from genderplan.model.dates import PlanDate
from genderplan.model.lengths import Length
from genderplan.plan.reckoning import Unit, unit_of

Dates = Sequence[PlanDate | None]
"""A date for each milestone of a network, or none."""


class Link(NamedTuple):
    """The milestone at the other end of a dependency, by its number, and the time that must pass in between."""

    other: int
    lag: Length | None


Links = tuple[tuple[Link, ...], ...]


@dataclass(frozen=True)
class Network:
    """Milestones by their numbers: each comes after those it waits for, else in the plan's order."""

    items: tuple[Item, ...]
    waits_for: Links
    circular: tuple[Item, ...]

    @cached_property
    def awaited_by(self) -> Links:
        """What waits for each, with the lag."""
        found: list[list[Link]] = [[] for _ in self.items]
        for each, links in enumerate(self.waits_for):
            for other, lag in links:
                found[other].append(Link(each, lag))
        return tuple(tuple(each) for each in found)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each milestone by its full id."""
        return {item.id: number for number, item in enumerate(self.items)}

    @cached_property
    def finishes(self) -> tuple[PlanDate | None, ...]:
        """The date that counts for each."""
        return tuple(item.standing.finish for item in self.items)

    @cached_property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """What is connected, each part in the order of the network; what stands alone is a part of one."""
        seen: set[int] = set()
        both = [
            [link.other for link in (*before, *after)]
            for before, after in zip(self.waits_for, self.awaited_by, strict=True)
        ]
        parts = (reached(each, both, seen) for each in range(len(self.items)))
        return tuple(tuple(sorted(part)) for part in parts if part)

    def units(self, *sides: Dates) -> tuple[Unit, ...]:
        """The unit of each milestone: one for all that are connected, by all of their dates on every side."""
        units = [Unit.MONTHS] * len(self.items)
        for part in self.parts:
            unit = unit_of(date for dates in sides for each in part if (date := dates[each]))
            for each in part:
                units[each] = unit
        return tuple(units)

    def narrowed(self, keeps: Callable[[Item, Item], bool]) -> "Network":
        """The same with those dependencies only of which `keeps` says so, given what waits and what it waits for."""
        links = tuple(
            tuple(link for link in found if keeps(item, self.items[link.other]))
            for item, found in zip(self.items, self.waits_for, strict=True)
        )
        return Network(self.items, links, self.circular)


def is_open(item: Item) -> bool:
    """Whether a milestone can still slip."""
    return item.standing.status is not Status.COMPLETE


def network(standings: Standings) -> Network:
    """The network of a plan on its status date."""
    items = [item for item in standings.items if item.milestone and item.standing.status is not Status.CANCELLED]
    numbers = {(item.entry.id, item.milestone.id): each for each, item in enumerate(items) if item.milestone}
    links = [_links(item, numbers) for item in items]
    order, circular = in_order([[link.other for link in found] for found in links])
    placed = {old: new for new, old in enumerate(order)}
    return Network(
        items=tuple(items[old] for old in order),
        waits_for=tuple(
            tuple(Link(placed[link.other], link.lag) for link in links[old] if link.other in placed) for old in order
        ),
        circular=tuple(items[old] for old in sorted(circular)),
    )


def _links(item: Item, numbers: dict[tuple[str, str], int]) -> list[Link]:
    """What a milestone waits for, of what there is."""
    waited_for = item.milestone.depends_on if item.milestone else ()
    return [
        Link(numbers[each.entry, each.milestone], each.lag)
        for each in waited_for
        if each.plan == item.entry.plan and (each.entry, each.milestone) in numbers
    ]


class Step(NamedTuple):
    """A milestone of a chain, and what is left between it and the one before it, which it waits for.

    `room` is None at the beginning, at what is undated, and where nothing before is dated.
    """

    number: int
    lag: Length | None
    room: int | None


@dataclass(frozen=True)
class Timing:
    """A network on certain dates, each reckoned in a unit."""

    network: Network
    dates: Dates
    units: Sequence[Unit]

    @cached_property
    def numbers(self) -> tuple[int | None, ...]:
        """Each date as a number in its unit."""
        return tuple(unit.number(date) if date else None for unit, date in zip(self.units, self.dates, strict=True))

    @cached_property
    def reached(self) -> tuple[int | None, ...]:
        """Each date; of what is undated the earliest that what it waits for allows, None where that has none either."""
        found: list[int | None] = list(self.numbers)
        for each, links in enumerate(self.network.waits_for):
            if found[each] is None:
                before = [(number, lag) for other, lag in links if (number := found[other]) is not None]
                earliest = [self.units[each].after(number, lag) for number, lag in before]
                found[each] = max(earliest, default=None)
        return tuple(found)

    def room(self, number: int, link: Link) -> int | None:
        """What is left between a milestone and one that it waits for; None where either has no date."""
        due, reached = self.numbers[number], self.reached[link.other]
        return None if due is None or reached is None else self.units[number].before(due, link.lag) - reached

    def free_float(self, number: int) -> int | None:
        """The least room to what waits for a milestone: what it may slip before one of those cannot hold.

        None where it has no date, or nothing dated waits for it.
        """
        own = self.numbers[number]
        limits = self._limits(self._held, number)
        return min(limits) - own if limits and own is not None else None

    def latest(self, end: PlanDate | None) -> tuple[int | None, ...]:
        """The backward pass: the latest number of each milestone that lets all that waits for it keep the plan's end.

        The least of what waits for it less the lag; of what nothing waits for, the end.
        """
        found: list[int | None] = [None if end is None else unit.number(end) for unit in self.units]
        for each in reversed(range(len(found))):
            found[each] = min(self._limits(found, each), default=found[each])
        return tuple(found)

    @cached_property
    def _held(self) -> tuple[int | None, ...]:
        """Each date; of what is undated the latest that lets what waits for it hold its date."""
        found: list[int | None] = list(self.numbers)
        for each in reversed(range(len(found))):
            if found[each] is None:
                found[each] = min(self._limits(found, each), default=None)
        return tuple(found)

    def _limits(self, latest: Sequence[int | None], number: int) -> list[int]:
        links = self.network.awaited_by[number]
        return [self.units[number].before(then, lag) for other, lag in links if (then := latest[other]) is not None]

    def chain(self, last: int) -> tuple[Step, ...]:
        """What drives a milestone, from the first to it: back through what leaves it the least room each time.

        Of two that leave the same, the one further down the network, so that the longer way is told. What leaves no
        room that could be told, being undated with nothing dated before it, is followed only where there is nothing
        else.
        """
        steps = []
        here: int | None = last
        while here is not None:
            link = self._driver(here)
            steps.append(Step(here, link.lag if link else None, self.room(here, link) if link else None))
            here = link.other if link else None
        return tuple(reversed(steps))

    def _driver(self, number: int) -> Link | None:
        return min(self.network.waits_for[number], key=lambda link: self._tightness(number, link), default=None)

    def _tightness(self, number: int, link: Link) -> tuple[bool, int, int]:
        """The order in which what is waited for drives: the tightest is the least."""
        reached = self.reached[link.other]
        if reached is None:
            return True, 0, -link.other
        room = self.room(number, link)
        return False, -self.units[number].after(reached, link.lag) if room is None else room, -link.other
