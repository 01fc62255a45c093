"""Bearers of what falls due: its leads, what these are part of, and who holds the posts, on the day it is due."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from genderplan.kinds.organisations.rows import HolderRow, OrganisationRow
from genderplan.plan.organisations import Directory
from genderplan.standing.dues.rows import Due

HOLDER = "holder"
"""The kind of a row that is of somebody who holds posts and is no organisation."""


class Bearers:
    """Who bears what falls due, by ids, and names of holders who are no organisations."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[tuple[str, int | None], frozenset[str]] = {}

    def of(self, due: Due) -> frozenset[str]:
        """Everybody who bears it, each once, whoever of its leads they are above of."""
        day = due.date.last if self._is_dated else None
        return frozenset().union(*(self._of_lead(lead, day) for lead in due.leads))

    @cached_property
    def _is_dated(self) -> bool:
        """Whether who bears what is another on one day than on the next."""
        holders = (each for organisation in self._directory.organisations for each in organisation.holders)
        return self._directory.is_dated or any(each.from_ or each.to for each in holders)

    def _of_lead(self, lead: str, day: int | None) -> frozenset[str]:
        key = lead, day
        if key not in self._known:
            above = self._directory.above(lead, day)
            self._known[key] = above.union(self._holders(above, day))
        return self._known[key]

    def _holders(self, organisations: Iterable[str], day: int | None) -> Iterator[str]:
        """Who holds some posts on a day."""
        for name in organisations:
            post = self._directory.by_id.get(name)
            for holder in post.holders if post else ():
                if day is None or _holds_on(holder, day):
                    yield self._person(holder.name)

    def _person(self, name: str) -> str:
        """The id of the person that the tree knows by a name, else the name."""
        ids = [each for each in self._directory.find(name) if self._directory.by_id[each].kind == "person"]
        return ids[0] if len(ids) == 1 else name


def _holds_on(holder: HolderRow, day: int) -> bool:
    return not (holder.from_ and day < holder.from_.first) and not (holder.to and holder.to.last < day)


def in_their_order(directory: Directory, names: Iterable[str], day: int) -> Iterator[tuple[str, int, str | None]]:
    """Bearers in an order of their own, with their depths and what each stands under, on a day.

    Below an organisation is what is part of it, by its id. Who holds a post and is no organisation comes last.
    """
    known = {name: directory.by_id.get(name) for name in names}
    above = {name: _parent(row, known, day) for name, row in known.items()}
    below: dict[str, list[str]] = {}
    for name, parent in above.items():
        if parent is not None:
            below.setdefault(parent, []).append(name)
    told: set[str] = set()
    for top in sorted(known, key=lambda name: (known[name] is None, above[name] is not None)):
        waiting = [(top, 0)]
        while waiting:
            name, depth = waiting.pop()
            if name not in told:
                told.add(name)
                yield name, depth, above[name]
                waiting += [(each, depth + 1) for each in reversed(below.get(name, ()))]


def _parent(row: OrganisationRow | None, known: Iterable[str], day: int) -> str | None:
    """What an organisation stands under: the last that it is part of on a day and that is among those known."""
    return next((each for each in reversed(row.above(day)) if each in known), None) if row else None
