"""Network of a plan: its milestones, what each waits for, and what the dates leave between them.

Milestones have dates and no lengths, so the passes run over dates. The date that counts is the finish: completed,
else forecast, else due. Each dependency is judged in the unit of its own two dates, as of `genderplan.plan.waiting`,
and each milestone has its floats in the unit of its own date: a month somewhere in a network hides no day of it.

- What comes again counts by its earliest open time: who waits for it waits for that, and for no later one.
- What is cancelled is in no network: nobody waits for it, and it waits for nothing.
- What waits in a circle is in no network either, and is named: no order of it exists.
- What is undated has no room and no float, but passes on what it waits for: who waits for it waits for that too, the
  lags added up. Its `duration` does not count: nobody said when it begins.

The terms are those of the critical path method: GAO-16-89G, best practices 6 and 7; a chain is followed back from what
finishes last, as the "longest path" of AACE International's Recommended Practice 49R-06.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit, unit_of
from genderplan.network.ordering import in_order, reached
from genderplan.plan.items import Item, Key
from genderplan.plan.waiting import Bound, Gap, Room, earliest, latest
from genderplan.standing.standings import Standing, Standings, Status

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

    milestones: tuple[Standing, ...]
    waits_for: Links
    circular: tuple[Standing, ...]

    @cached_property
    def awaited_by(self) -> Links:
        """What waits for each, with the lag."""
        found: list[list[Link]] = [[] for _ in self.milestones]
        for each, links in enumerate(self.waits_for):
            for other, lag in links:
                found[other].append(Link(each, lag))
        return tuple(tuple(each) for each in found)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each milestone by its full id."""
        return {each.item.id: number for number, each in enumerate(self.milestones)}

    @cached_property
    def finishes(self) -> tuple[PlanDate | None, ...]:
        """The date that counts for each."""
        return tuple(each.finish for each in self.milestones)

    @cached_property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """What is connected, each part in the order of the network; what stands alone is a part of one."""
        seen: set[int] = set()
        both = [
            [link.other for link in (*before, *after)]
            for before, after in zip(self.waits_for, self.awaited_by, strict=True)
        ]
        parts = (reached(each, both, seen) for each in range(len(self.milestones)))
        return tuple(tuple(sorted(part)) for part in parts if part)

    def narrowed(self, keeps: Callable[[Standing, Standing], bool]) -> "Network":
        """The same with those dependencies only of which `keeps` says so, given what waits and what it waits for."""
        links = tuple(
            tuple(link for link in found if keeps(each, self.milestones[link.other]))
            for each, found in zip(self.milestones, self.waits_for, strict=True)
        )
        return Network(self.milestones, links, self.circular)


def is_open(milestone: Standing) -> bool:
    """Whether a milestone can still slip."""
    return milestone.status is not Status.COMPLETE


def network(standings: Standings) -> Network:
    """The network of a plan on its status date."""
    milestones = [each for each in standings.items if each.item.milestone and each.status is not Status.CANCELLED]
    numbers = {each.item.key: number for number, each in enumerate(milestones)}
    links = [_links(each.item, numbers) for each in milestones]
    order, circular = in_order([[link.other for link in found] for found in links])
    placed = {old: new for new, old in enumerate(order)}
    return Network(
        milestones=tuple(milestones[old] for old in order),
        waits_for=tuple(
            tuple(Link(placed[link.other], link.lag) for link in links[old] if link.other in placed) for old in order
        ),
        circular=tuple(milestones[old] for old in sorted(circular)),
    )


def _links(item: Item, numbers: dict[Key, int]) -> list[Link]:
    """What a milestone waits for, of what there is."""
    return [
        Link(numbers[each.entry, each.milestone], each.lag)
        for each in item.depends_on
        if each.plan == item.entry.plan and (each.entry, each.milestone) in numbers
    ]


class ChainMilestone(NamedTuple):
    """A milestone of a chain, and what is left between it and the one before it, which it waits for.

    `room` is None at the beginning, at what is undated, and where nothing before is dated.
    """

    number: int
    lag: Length | None
    room: Room | None


@dataclass(frozen=True)
class Timing:
    """A network on certain dates."""

    network: Network
    dates: Dates

    @cached_property
    def units(self) -> tuple[Unit | None, ...]:
        """What each is counted in: days where its date is a day, else months; None where it is undated."""
        return tuple(unit_of((date,)) if date else None for date in self.dates)

    @cached_property
    def bounds(self) -> tuple[Bound, ...]:
        """Each date as a number in its unit."""
        return tuple(map(Bound.of, self.dates))

    @cached_property
    def reached(self) -> tuple[Bound, ...]:
        """Each date; of what is undated the earliest that what it waits for allows, empty where that has none."""
        found = list(self.bounds)
        for each, links in enumerate(self.network.waits_for):
            if self.dates[each] is None:
                found[each] = latest(found[other].after(lag, None) for other, lag in links)
        return tuple(found)

    def gap(self, number: int, link: Link, since: Bound) -> Gap | None:
        """What lies between a milestone and what it waits for, if that is done by then; None where it is undated."""
        date = self.dates[number]
        return Gap(date, since, link.lag) if date else None

    def room(self, number: int, link: Link) -> Room | None:
        """What is left between a milestone and one that it waits for; None where either has no date."""
        gap = self.gap(number, link, self.reached[link.other])
        return gap.room if gap else None

    def slack(self, number: int, bound: Bound) -> int | None:
        """How far a milestone is from a bound, in its unit; None where it is undated, or the bound is none."""
        own, unit = self.bounds[number], self.units[number]
        here, there = (own.days, bound.days) if unit is Unit.DAYS else (own.months, bound.months)
        return None if here is None or there is None else there - here

    def free_float(self, number: int) -> int | None:
        """The least room to what waits for a milestone: what it may slip before one of those cannot hold.

        In its own unit; None where it has no date, or nothing dated waits for it.
        """
        return self.slack(number, earliest(self._limits(self._held, number)))

    def latest(self, end: PlanDate | None) -> tuple[Bound, ...]:
        """The backward pass: up to when each milestone lets all that waits for it keep the plan's end.

        The least of what waits for it less the lag, and of the end. What is undated and last is counted in days where
        all that it is connected to is.
        """
        found = [self._ending(each, end) for each in range(len(self.dates))]
        for each in reversed(range(len(found))):
            limits = list(self._limits(found, each))
            if limits:
                found[each] = earliest(limits if self.dates[each] is None else (found[each], *limits))
        return tuple(found)

    def _ending(self, number: int, end: PlanDate | None) -> Bound:
        if end is None:
            return Bound()
        unit = self.units[number] or self._part_units[number]
        return Bound(days=end.last) if unit is Unit.DAYS else Bound(months=end.last_month)

    @cached_property
    def _part_units(self) -> Mapping[int, Unit]:
        """For what is undated the unit of all that it is connected to."""
        parts = [part for part in self.network.parts if not all(self.dates[each] for each in part)]
        return {each: unit_of(date for one in part if (date := self.dates[one])) for part in parts for each in part}

    @cached_property
    def _held(self) -> tuple[Bound, ...]:
        """Each date; of what is undated the latest that lets what waits for it hold its date."""
        found = list(self.bounds)
        for each in reversed(range(len(found))):
            if self.dates[each] is None:
                found[each] = earliest(self._limits(found, each))
        return tuple(found)

    def _limits(self, bounds: Sequence[Bound], number: int) -> Iterator[Bound]:
        """Up to when what waits for a milestone lets it be, one for each that has a bound."""
        for other, lag in self.network.awaited_by[number]:
            if any(each is not None for each in bounds[other]):
                yield bounds[other].before(lag, self.units[number])

    def chain(self, last: int) -> tuple[ChainMilestone, ...]:
        """What drives a milestone, from the first to it: back through what leaves it the least room each time.

        Of two that leave the same, the one further down the network, so that the longer way is told. What leaves no
        room that could be told, being undated with nothing dated before it, is followed only where there is nothing
        else.
        """
        steps = []
        here: int | None = last
        while here is not None:
            link = self._driver(here)
            steps.append(ChainMilestone(here, link.lag if link else None, self.room(here, link) if link else None))
            here = link.other if link else None
        return tuple(reversed(steps))

    def _driver(self, number: int) -> Link | None:
        return min(self.network.waits_for[number], key=lambda link: self._tightness(number, link), default=None)

    def _tightness(self, number: int, link: Link) -> tuple[bool, tuple[int, int], int]:
        """The order in which what is waited for drives: the tightest is the least."""
        dates = self.reached[link.other].after(link.lag, None).dates
        if not dates:
            return True, (0, 0), -link.other
        room = self.room(number, link)
        return False, room.size if room else (-max(date.last for date in dates), 0), -link.other
