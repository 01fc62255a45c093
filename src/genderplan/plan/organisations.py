"""The organisations of a tree, found by id, by name or by alias."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from genderplan.plan.rows import OrganisationRow
from genderplan.source.places import Nowhere, Places


def folded(text: str) -> str:
    """Text as names are compared: case and white space folded."""
    return " ".join(text.split()).casefold()


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
        found = self._by_name.get(folded(name), ())
        by_id = tuple(each for each in found if each.casefold() == name.casefold())
        return by_id or found

    def above(self, organisation: str) -> frozenset[str]:
        """An organisation with all that it is part of, at any depth; a circle is gone round once."""
        found: set[str] = set()
        at: str | None = organisation
        while at is not None and at not in found:
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
