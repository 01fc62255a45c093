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

    def below(self, ids: Iterable[str]) -> frozenset[str]:
        """Organisations with all that is part of them, at any depth; a circle is gone round once."""
        parts: dict[str, list[str]] = {}
        for each in self.organisations:
            if each.part_of is not None:
                parts.setdefault(each.part_of, []).append(each.id)
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting += parts.get(at, ())
        return frozenset(found)

    def above(self, organisation: str) -> frozenset[str]:
        """An organisation with all that it is part of, a thousand levels up; a circle is gone round once.

        The bound is far above any body there is: it keeps files of nothing but levels from costs by their square.
        """
        found: set[str] = set()
        at: str | None = organisation
        while at is not None and at not in found and len(found) <= _MOST_LEVELS:
            found.add(at)
            row = self.by_id.get(at)
            at = row.part_of if row else None
        return frozenset(found)

    def names(self) -> tuple[str, ...]:
        """Every id, name and alias, for suggestions."""
        return tuple(
            name
            for organisation in self.organisations
            for name in (organisation.id, organisation.name, *organisation.aliases)
            if name
        )
