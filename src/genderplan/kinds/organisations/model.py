"""organisations.yaml: who the plans name."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, RootModel, Tag

from genderplan.kinds.shared.contents import Content, Twice
from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, Date, OneOrMany, OrganisationId, Text, Truth
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.source.places import Places


class Holder(FileMapping):
    """Who holds a post, from when to when."""

    name: Text
    """The person's name.

    Examples: "A. Person"
    """

    acting: Truth = False
    """Whether the person only stands in; false when left out.

    Examples: true
    """

    from_: Date | None = Field(default=None, alias="from")
    """Since when.

    Examples: "2024-07"
    """

    to: Date | None = None
    """Until when; left out: still.

    Examples: "2025-03"
    """


class Membership(FileMapping):
    """What an organisation belongs to, from when until when."""

    organisation: Text
    """The id of the organisation that it belongs to.

    Examples: "Company"
    """

    from_: Date | None = Field(default=None, alias="from")
    """Since when; left out: always.

    Examples: "2024-07"
    """

    until: Date | None = None
    """Until when, this day, month or year included; left out: still.

    Examples: "2024-06"
    """


class Organisation(TitledMapping):
    """A unit, a post, a person, a partner or a board that plans name by its id."""

    name: Text | None = None
    """The name in full; left out where no document spells it.

    Examples: "Human Resources"
    """

    kind: Literal["unit", "post", "person", "partner", "board"] = "unit"
    """What sort of organisation it is; a unit when left out."""

    part_of: OneOrMany[
        Annotated[Annotated[Text, Tag("#text")] | Annotated[Membership, Tag("#mapping")], TEXT_OR_MAPPING]
    ] = ()
    """The id of the organisation that it belongs to; where that changed, a list of what it belonged to and when.

    Examples: "Company", [{"organisation": "Company", "until": "2024-06"}, {"organisation": "HR", "from": "2024-07"}]
    """

    aliases: tuple[Text, ...] = ()
    """Other names that documents use; filters take them too.

    Examples: ["Personnel", "H R"]
    """

    holders: tuple[Holder, ...] = ()
    """Who holds the post, the newest last.

    Examples: [{"name": "A. Person", "from": "2024-07"}]
    """


class Organisations(RootModel[dict[OrganisationId, Organisation]], Content):
    """organisations.yaml: the units, posts, people, partners and boards that the plans of a tree name, by their ids."""

    ids_at = ()

    def given_twice(self, places: Places) -> Iterator[Twice]:
        """Ids of organisations are unique ignoring case."""
        seen: set[str] = set()
        for name in self.root:
            if name.casefold() in seen:
                yield Twice("organisation", name, places.key_position((name,)))
            seen.add(name.casefold())
