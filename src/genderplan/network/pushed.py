"""Spread of a slip: what is left of the room of everything further down, and where it would land.

Two things are told of what waits for a slip, directly or through others:

- its **room** before and after: what is left between it and what it waits for, if it holds its own date. Where that is
  negative it cannot hold it, and what waits for it is pushed too: the forward pass;
- where it would **land** if the gaps were kept: it moves by what it waits for moves, the most of those; what has moved
  itself counts from its own move, and is moved on only by what that lacks.

Each is in the unit of the dates that it is about: a month hides no day of another dependency.

What is complete is out of reach, and carries nothing on.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.units import unit_of
from genderplan.dates.variance import variance
from genderplan.network.floats import Link, Network, Timing, is_open
from genderplan.plan.waiting import Bound, Room, latest, side_by_side


class Effect(StrEnum):
    """What a slip does to a milestone that waits for it; the order is from worst to best."""

    IMPOSSIBLE = "impossible"
    SQUEEZED = "squeezed"
    UNAFFECTED = "unaffected"
    UNDATED = "undated"


class Hold(NamedTuple):
    """A milestone and one that it waits for: the room between them before and after, None where it is undated."""

    link: Link
    before: Room | None
    after: Room | None

    @property
    def effect(self) -> Effect:
        """Room that did not shrink is none of the slip's doing, were it negative."""
        if self.before is None or self.after is None:
            return Effect.UNDATED
        if self.after.amount >= self.before.amount:
            return Effect.UNAFFECTED
        return Effect.IMPOSSIBLE if self.after.amount < 0 else Effect.SQUEEZED


class Push(NamedTuple):
    """Where something was, and where it would land."""

    was: PlanDate
    to: PlanDate

    @property
    def size(self) -> tuple[int, int]:
        return variance(self.was, self.to).size

    def carries(self, date: PlanDate) -> PlanDate:
        """Where another date would land if the gap between the two were kept: in days where all three are days."""
        unit = unit_of((self.was, self.to, date))
        move = unit.number(self.to) - unit.number(self.was)
        return unit.date(unit.number(date) + move) if move else date


@dataclass(frozen=True)
class Spread:
    """A network on dates before and after, of which those of `sources` slipped.

    What had no date before counts as it stands after. What is complete waits for nothing any more.
    """

    whole: Network
    before: tuple[PlanDate | None, ...]
    after: tuple[PlanDate | None, ...]
    sources: frozenset[int]

    @cached_property
    def network(self) -> Network:
        """The network as far as a slip can spread in it."""
        return self.whole.narrowed(lambda waiting, _: is_open(waiting))

    @cached_property
    def then(self) -> Timing:
        dates = tuple(now and (then or now) for then, now in zip(self.before, self.after, strict=True))
        return Timing(self.network, dates)

    @cached_property
    def now(self) -> Timing:
        return Timing(self.network, self.after)

    @cached_property
    def below(self) -> tuple[int, ...]:
        """Everything further down, in the order of the network."""
        found = []
        touched = set(self.sources)
        for each, links in enumerate(self.network.waits_for):
            if any(link.other in touched for link in links):
                touched.add(each)
                found.append(each)
        return tuple(found)

    @cached_property
    def touched(self) -> frozenset[int]:
        """What slipped, and everything further down."""
        return self.sources.union(self.below)

    @cached_property
    def earliest(self) -> dict[int, Bound]:
        """The forward pass: from when on all that is touched can be, its own date or what a slip pushes it to."""
        return self._earliest(self.now)

    @cached_property
    def _earliest_then(self) -> dict[int, Bound]:
        return self._earliest(self.then)

    def _earliest(self, timing: Timing) -> dict[int, Bound]:
        found: dict[int, Bound] = {}
        for each in sorted(self.touched):
            pushed = (found[other].after(lag, timing.units[each]) for other, lag in self._links(each))
            found[each] = latest((timing.bounds[each], *pushed))
        return found

    def _links(self, number: int) -> list[Link]:
        """What a milestone waits for, of what is touched."""
        return [link for link in self.network.waits_for[number] if link.other in self.touched]

    @cached_property
    def holds(self) -> dict[int, Hold]:
        """For each further down what holds it up: of the rooms that shrank the least, else the least of all.

        Of equals the one that shrank more, then the one further down.
        """
        return {
            each: min((self._hold(each, link) for link in self._links(each)), key=_worst_first) for each in self.below
        }

    def _hold(self, number: int, link: Link) -> Hold:
        then = self.then.gap(number, link, self._earliest_then[link.other])
        now = self.now.gap(number, link, self.earliest[link.other])
        rooms = side_by_side(then, now) if then and now else None
        return Hold(link, *(rooms or (None, None)))

    @cached_property
    def pushes(self) -> dict[int, Push | None]:
        """Where all that is touched would land if the gaps of before were kept, its own move included.

        What is undated passes on the largest move of what it waits for. None where that is none.
        """
        found: dict[int, Push | None] = {}
        for each in sorted(self.touched):
            then, now = self.then.dates[each], self.now.dates[each]
            links = self.network.waits_for[each] if each in self._below else ()
            if then is None or now is None:
                found[each] = max((found.get(link.other) for link in links), key=_size, default=None)
                continue
            own = [now] if not links or variance(then, now).is_moved else []
            lands = [*own, *(_carried(found.get(link.other), then) for link in links)]
            found[each] = Push(then, max(lands, key=lambda date: date.last))
        return found

    @cached_property
    def _below(self) -> frozenset[int]:
        return frozenset(self.below)

    @cached_property
    def landings(self) -> tuple[PlanDate | None, ...]:
        """Where each would land if the gaps were kept; as its date is given, where it would not move."""
        return tuple(self._landing(each, date) for each, date in enumerate(self.after))

    def _landing(self, number: int, date: PlanDate | None) -> PlanDate | None:
        push = self.pushes.get(number)
        if date is None or push is None:
            return date
        return push.to if variance(date, push.to).is_moved else date

    def chain(self, number: int) -> tuple[int, ...]:
        """What carries a milestone to its landing: from a slip down to it."""
        found = [number]
        while (above := self._carrier(found[-1])) is not None:
            found.append(above)
        return tuple(reversed(found))

    def _carrier(self, number: int) -> int | None:
        """What makes a milestone land where it would: the one with the least room of those that move as far.

        None for what moves by itself.
        """
        if number not in self.holds:
            return None
        same = [link for link in self._links(number) if self._carries(link.other, number)]
        return min((self._hold(number, link) for link in same), key=_worst_first).link.other if same else None

    def _carries(self, other: int, number: int) -> bool:
        """Whether a milestone that waits for another lands where that carries it."""
        then, push = self.then.dates[number], self.pushes[number]
        if then is None or push is None:
            return _size(self.pushes[other]) == _size(push)
        return _carried(self.pushes[other], then).last == push.to.last

    @cached_property
    def heads(self) -> dict[int, int]:
        """For each further down the slip that it is told under: the nearest up the way of what holds each up."""
        found: dict[int, int] = {}
        for each, hold in self.holds.items():
            above = hold.link.other
            found[each] = above if above in self.sources else found[above]
        return found


def _size(push: Push | None) -> tuple[int, int]:
    return push.size if push else (0, 0)


def _carried(push: Push | None, date: PlanDate) -> PlanDate:
    return push.carries(date) if push else date


def _worst_first(hold: Hold) -> tuple[bool, int, int, int]:
    before, after = (room.unit.in_days(room.amount) if room else 0 for room in (hold.before, hold.after))
    return hold.effect not in _SHRUNK, after, after - before, -hold.link.other


_SHRUNK = (Effect.IMPOSSIBLE, Effect.SQUEEZED)
