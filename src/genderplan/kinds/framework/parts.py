"""Sections of a framework, its levels, and how often a duty comes again."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.shared.cycles import CycleMapping
from genderplan.kinds.shared.fields import Date, Id, OneOrMany, Text, WholeNumber
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.kinds.shared.supports import Supports
from genderplan.source.places import Path


class Validity(FileMapping):
    """From when to when an edition is the one that holds."""

    from_: Date | None = Field(default=None, alias="from")
    """Since when.

    Examples: "2021-07"
    """

    until: Date | None = None
    """Until when, this day, month or year included; left out: still.

    Examples: "2021-06-30"
    """


class Level(TitledMapping):
    """A level of attainment, where the framework has them."""

    id: Id
    """Its id, unique among the framework's levels.

    Examples: "achieving"
    """

    title: Text
    """The level in words.

    Examples: "Achieving"
    """

    score: WholeNumber | None = None
    """The number that the framework gives it.

    Examples: 2
    """


class DutyCycle(CycleMapping):
    """How often a duty comes again, and from when; `from` is left out where a plan says it in its `duties`."""

    kind: Literal["fixed", "rolling"] | None = None
    """Whether days follow from the first one, or each from the last publication."""


class Section(TitledMapping):
    """A part of a framework that can be supported: a requirement, a goal, an issue, a strand; it may have parts."""

    id: Id
    """Its id, unique in the framework; entries name it as `framework/section`.

    Examples: "leadership"
    """

    title: Text
    """The section in words.

    Examples: "Leadership"
    """

    ref: Text | None = None
    """Its number as it is printed.

    Examples: "5.a.1"
    """

    kind: Literal["outcome", "engagement", "question"] | None = None
    """What sort of section it is, where that counts."""

    importance: Literal["mandatory", "recommended", "information"] | None = None
    """How much it weighs; left out: nothing is said. A plan that follows the framework serves what is mandatory."""

    evidence: OneOrMany[Text] = ()
    """What shows that it is met, in words; one or a list.

    Examples: "A named senior lead", ["A named senior lead", "Minutes"]
    """

    published: Date | None = None
    """When it was published.

    Examples: "2002-09"
    """

    consultation: Date | None = None
    """When it was sent out in draft.

    Examples: "2003-06"
    """

    state: Text | None = None
    """How far it is, in words, where it was neither.

    Examples: "ongoing work to develop"
    """

    supported_by: Supports = ()
    """Sections of other frameworks that support it, where a document says so: ids, or mappings with an extent.

    Examples: "goals/goal-4", [{"section": "goals/goal-4", "extent": "part"}]
    """

    cycle: DutyCycle | None = None
    """How often it has to be done again.

    Examples: {"every": "1 year", "from": "2018-03-30", "kind": "rolling"}
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 29"}
    """

    sections: tuple["Section", ...] = ()
    """Its parts, in their order.

    Examples: [{"id": "leadership-roles", "title": "Visible role models"}]
    """

    def with_parts(self, path: Path) -> Iterator[tuple["Section", Path]]:
        """Itself and all that is in it, each with the way to it; in the order of the file."""
        yield self, path
        for index, part in enumerate(self.sections):
            yield from part.with_parts((*path, "sections", index))
