"""Registers as their files have them: lists of policies, risks, concerns and the like beside the entries of a plan."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Tag, ValidationInfo, field_validator

from genderplan.dates.lengths import Length
from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.shared.answers import Answers
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.cycles import checked_every
from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, Date, Id, Interval, OneOrMany, Text, at_most
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.source.places import Path, Places

RegisterKind = Literal[
    "policies",
    "risks",
    "concerns",
    "involvement",
    "impact-assessments",
    "initiatives",
    "objectives",
    "other",
]


class ReviewRule(FileMapping):
    """How often something is looked at again, and when that was done last."""

    last: Date | None = None
    """When it was last looked at; the next time is `every` later. Left out: nobody said, and no date follows.

    Examples: "2024-11", "2024-11-05"
    """

    every: Interval
    """How long it is from one time to the next.

    Examples: "1 year"
    """

    @field_validator("every")
    @classmethod
    def _fits(cls, every: Length, info: ValidationInfo) -> Length | None:
        return checked_every(every, info, "last")


class Relevance(FileMapping):
    """How relevant something is to a section of a framework."""

    section: Text
    """The section, as `framework/section`.

    Examples: "strands/race"
    """

    priority: Literal["high", "medium", "low", "none"] | None = None
    """How high its priority is there; none where the document says that it has none."""


class RegisterItem(TitledMapping):
    """One policy, risk, concern, or whatever its register is of."""

    id: Id
    """Its id, unique in its register.

    Examples: "dress-code"
    """

    title: Text
    """It, in the words of the document.

    Examples: "Dress code"
    """

    lead: OneOrMany[Text] = ()
    """Who answers for it: an organisation's id, or a list of them.

    Examples: "HR", ["HR", "Finance"]
    """

    state: Text | None = None
    """How it stands, in words.

    Examples: "awaits publication"
    """

    date: Date | None = None
    """The date that it is of: when it was raised, held or begun.

    Examples: "2025-02", "2025-02-07"
    """

    text: Text | None = None
    """What there is to say of it, in words.

    Examples: "Could the new rota keep carers from the course?"
    """

    who: OneOrMany[Text] = ()
    """Who was or is involved, in words or by ids of organisations; one or a list.

    Examples: "Staff networks", ["Staff networks", "Unions"]
    """

    how: Text | None = None
    """In which way, in words.

    Examples: "Two focus groups"
    """

    review: (
        Annotated[Annotated[Date, Tag("#text")] | Annotated[ReviewRule, Tag("#mapping")], TEXT_OR_MAPPING] | None
    ) = None
    """When it is looked at again: a date, or how often and when it was last.

    Examples: "2025-11", {"every": "1 year", "last": "2024-11"}
    """

    relevance: Annotated[tuple[Relevance, ...], at_most(100, "sections")] = ()
    """To which sections of frameworks it is relevant, and how much.

    Examples: [{"section": "strands/race", "priority": "high"}]
    """

    answers: Answers = ()
    """The entries that it delivers or stands for: ids, or mappings with an extent; one or a list.

    Examples: "review-policies", [{"entry": "scheme/review-policies", "extent": "part"}]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 26"}
    """


class Register(TitledMapping, Content):
    """A register: one file."""

    title: Text
    """What it is a list of.

    Examples: "Policies"
    """

    kind: RegisterKind = "other"
    """Of what sort its items are; other when left out."""

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "Appendix 2"}
    """

    items: tuple[RegisterItem, ...] = ()
    """Its items, in their order.

    Examples: [{"id": "dress-code", "title": "Dress code", "lead": "HR", "review": "2025-11"}]
    """

    def given_twice(self, places: Places) -> Iterator[Twice]:
        yield from ids_twice("item", self.items, places, ("items",))
        for index, item in enumerate(self.items):
            yield from _sections_twice(item, places, ("items", index, "relevance"))


def _sections_twice(item: RegisterItem, places: Places, path: Path) -> Iterator[Twice]:
    """Every further mention of a section to which an item is relevant: it has one priority there."""
    seen: set[str] = set()
    for index, each in enumerate(item.relevance):
        if each.section in seen:
            yield Twice("section", each.section, places.position((*path, index, "section")))
        seen.add(each.section)
