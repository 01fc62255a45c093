"""Organisations of a tree, found by id, by name or by alias."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from genderplan.folding import folded
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.source.places import Nowhere, Places

_MOST_LEVELS = 1000


@dataclass(frozen=True)
class Directory:
    """Who there is. `readable` is False where organisations.yaml could not be read: nobody is unknown then."""

    organisations: tuple[OrganisationRow, ...] = ()
    readable: bool = True
    places: Places = Nowhere()  # noqa: RUF009 - it has no state

    @cached_property
    def by_id(self) -> Mapping[str, OrganisationRow]:
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by each folded id, name and alias."""
        ids: dict[str, dict[str, None]] = {}
        for organisation in self.organisations:
            for name in (organisation.id, organisation.name or "", *organisation.aliases):
                if name:
                    ids.setdefault(folded(name), {})[organisation.id] = None
        return {name: tuple(found) for name, found in ids.items()}

    def find(self, name: str) -> tuple[str, ...]:
        """The ids that a name can mean; an id, written in any case, means itself alone."""
        if name in self.by_id:
            return (name,)
        return self._by_any_case.get(name.casefold()) or self._by_name.get(folded(name), ())

    @cached_property
    def _by_any_case(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by how they are written in no case."""
        ids: dict[str, list[str]] = {}
        for name in self.by_id:
            ids.setdefault(name.casefold(), []).append(name)
        return {name: tuple(found) for name, found in ids.items()}

    @cached_property
    def names_by_id(self) -> Mapping[str, str]:
        """What each organisation that has a name is called; with its id where another has the same."""
        named = {each.id: each.name for each in self.organisations if each.name}
        bearers = Counter(map(folded, named.values()))
        return {id_: name if bearers[folded(name)] == 1 else f"{name} ({id_})" for id_, name in named.items()}

    @cached_property
    def is_dated(self) -> bool:
        """Whether who belongs to whom is another on one day than on the next."""
        return any(each.is_dated for organisation in self.organisations for each in organisation.memberships)

    def below(self, ids: Iterable[str]) -> frozenset[str]:
        """Organisations with all that was ever part of them, at any depth; a circle is gone round once."""
        parts: dict[str, list[str]] = {}
        for each in self.organisations:
            for above in each.above(None):
                parts.setdefault(above, []).append(each.id)
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting += parts.get(at, ())
        return frozenset(found)

    def above(self, organisation: str, day: int | None = None, most: int = _MOST_LEVELS) -> frozenset[str]:
        """An organisation with all that it is part of on a day, an ordinal; without one, all that it ever was part of.

        A circle is gone round once, and after a thousand, or `most`, nothing more is found. The bound is far above any
        body there is: it keeps files of nothing but levels from costs by their square.
        """
        found, seen, left = [organisation], {organisation}, most
        for at in found:  # it grows while it is read
            row = self.by_id.get(at)
            links = row.memberships[:left] if row else ()
            left -= len(links)
            new = [each.organisation for each in links if day is None or each.holds_on(day)]
            found += [each for each in dict.fromkeys(new) if each not in seen]
            seen.update(new)
        return frozenset(seen)

    def names(self) -> tuple[str, ...]:
        """Every id, name and alias, for suggestions."""
        return tuple(
            name
            for organisation in self.organisations
            for name in (organisation.id, organisation.name, *organisation.aliases)
            if name
        )
