"""How a slip spreads: what is left of the room of everything further down, and where it would land.

Two things are told of what waits for a slip, directly or through others:

- its **room** before and after: what is left between it and what it waits for, if it holds its own date. Where that is
  negative it cannot hold it, and what waits for it is pushed too: the forward pass;
- where it would **land** if the gaps were kept: it moves by what it waits for moves, the most of those; what has moved
  itself counts from its own move, and is moved on only by what that lacks.

What is complete is out of reach, and carries nothing on.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from genderplan.analysis.network import Link, Network, Timing, is_open
from genderplan.model.dates import PlanDate


class Effect(StrEnum):
    """What a slip does to a milestone that waits for it; the order is from worst to best."""

    IMPOSSIBLE = "impossible"
    SQUEEZED = "squeezed"
    UNAFFECTED = "unaffected"
    UNDATED = "undated"


class Hold(NamedTuple):
    """A milestone and one that it waits for: the room between them before and after, None where it is undated."""

    link: Link
    before: int | None
    after: int | None

    @property
    def effect(self) -> Effect:
        """Room that did not shrink is none of the slip's doing, were it negative."""
        if self.before is None or self.after is None:
            return Effect.UNDATED
        if self.after >= self.before:
            return Effect.UNAFFECTED
        return Effect.IMPOSSIBLE if self.after < 0 else Effect.SQUEEZED


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
        return Timing(self.network, dates, self.whole.units(dates, self.after))

    @cached_property
    def now(self) -> Timing:
        return Timing(self.network, self.after, self.then.units)

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
    def earliest(self) -> dict[int, int]:
        """The forward pass: the earliest number of all that is touched, its own date or what a slip pushes it to."""
        return self._earliest(self.now)

    @cached_property
    def _earliest_then(self) -> dict[int, int]:
        return self._earliest(self.then)

    def _earliest(self, timing: Timing) -> dict[int, int]:
        found: dict[int, int] = {}
        for each in sorted(self.touched):
            unit, own = timing.units[each], timing.numbers[each]
            pushed = [unit.after(found[other], lag) for other, lag in self._links(each)]
            found[each] = max([*pushed, *([] if own is None else [own])])
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
        unit, then, now = self.then.units[number], self.then.numbers[number], self.now.numbers[number]
        if then is None or now is None:
            return Hold(link, None, None)
        return Hold(
            link,
            unit.before(then, link.lag) - self._earliest_then[link.other],
            unit.before(now, link.lag) - self.earliest[link.other],
        )

    def own_move(self, number: int) -> int:
        """How far a milestone moved itself, in its unit; 0 where it has no date."""
        then, now = self.then.numbers[number], self.now.numbers[number]
        return 0 if then is None or now is None else now - then

    @cached_property
    def moves(self) -> dict[int, int]:
        """How far all that is touched would move, its own move included, if the gaps of before were kept."""
        found: dict[int, int] = {}
        below = set(self.below)
        for each in sorted(self.touched):
            own = self.own_move(each)
            moves = [found.get(link.other, 0) for link in self.network.waits_for[each]] if each in below else []
            found[each] = max([*moves, *([own] if own or not moves else [])])
        return found

    @cached_property
    def landings(self) -> tuple[PlanDate | None, ...]:
        """Where each would land if the gaps were kept; as its date is given, where it would not move."""
        return tuple(self._landing(each, date) for each, date in enumerate(self.after))

    def _landing(self, number: int, date: PlanDate | None) -> PlanDate | None:
        then = self.then.numbers[number]
        if date is None or then is None or number not in self.touched:
            return date
        lands = then + self.moves[number]
        return date if lands == self.now.numbers[number] else self.then.units[number].date(lands)

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
        same = [link for link in self._links(number) if self.moves[link.other] == self.moves[number]]
        return min((self._hold(number, link) for link in same), key=_worst_first).link.other if same else None

    @cached_property
    def heads(self) -> dict[int, int]:
        """For each further down the slip that it is told under: the nearest up the way of what holds each up."""
        found: dict[int, int] = {}
        for each, hold in self.holds.items():
            above = hold.link.other
            found[each] = above if above in self.sources else found[above]
        return found


def _worst_first(hold: Hold) -> tuple[bool, int, int, int]:
    before, after = hold.before or 0, hold.after or 0
    return hold.effect not in _SHRUNK, after, after - before, -hold.link.other


_SHRUNK = (Effect.IMPOSSIBLE, Effect.SQUEEZED)
