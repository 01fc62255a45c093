"""Frameworks as their files have them: laws, standards, goals, directions, issues and what else entries answer."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator

from genderplan.kinds.framework.parts import Level, Section, Validity
from genderplan.kinds.framework.rules import MOST_RULES, Rule
from genderplan.kinds.plan.parts import Source
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.fields import FormatVersion, Text, Truth, failure
from genderplan.kinds.shared.mappings import TitledMapping
from genderplan.source.places import Path, Places

Kind = Literal[
    "standard",
    "duty",
    "law",
    "goals",
    "directions",
    "strategies",
    "consultation",
    "factors",
    "strands",
    "other",
]


def _few(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    if len(rules) > MOST_RULES:
        raise failure("GP108", f"{len(rules)} rules: a framework has at most {MOST_RULES}")
    return rules


class Framework(TitledMapping, Content):
    """frameworks/ID.yaml: a law, a standard, goals, or anything else whose sections entries support."""

    genderplan: FormatVersion
    """The version of this format, always 1.

    Examples: 1
    """

    title: Text
    """The framework's title.

    Examples: "Equality standard of the example council"
    """

    kind: Kind | None = None
    """What sort of framework it is: what only `strategies` serve, and issues of a `consultation`, are told apart."""

    edition: Text | None = None
    """Which edition this is.

    Examples: "2021"
    """

    publisher: Text | None = None
    """Who gave it out.

    Examples: "Example Council"
    """

    copyright: Text | None = None
    """Whose it is, and on what terms it may be copied.

    Examples: "Open Government Licence 3.0"
    """

    valid: Validity | None = None
    """From when to when this edition holds; `check` warns of one that no longer does.

    Examples: {"from": "2021-07"}
    """

    address: Text | None = None
    """Where it can be read.

    Examples: "https://example.org/standard"
    """

    every_entry: Truth = False
    """Whether every entry of a plan that follows it refers to one of its sections; false when left out.

    Examples: true
    """

    levels: tuple[Level, ...] = ()
    """Its levels of attainment, the lowest first, where it has them.

    Examples: [{"id": "developing", "title": "Developing", "score": 1}]
    """

    sections: tuple[Section, ...] = ()
    """Its sections, in their order.

    Examples: [{"id": "leadership", "title": "Leadership", "importance": "mandatory"}]
    """

    rules: Annotated[tuple[Rule, ...], AfterValidator(_few)] = ()
    """What a plan that follows it has to have so many of.

    Examples: [{"id": "both-themes", "each": [{"tags": ["pay-gap"]}, {"tags": ["menopause"]}]}]
    """

    sources: tuple[Source, ...] = ()
    """The documents that its sections quote.

    Examples: [{"id": "board-paper", "title": "Board paper 12", "date": "2024-09-30"}]
    """

    def all_sections(self) -> Iterator[tuple[Section, Path]]:
        """Every section with the way to it, parts behind what they are part of."""
        for index, section in enumerate(self.sections):
            yield from section.with_parts(("sections", index))

    def given_twice(self, places: Places) -> Iterator[Twice]:
        seen: set[str] = set()
        for section, path in self.all_sections():
            if section.id in seen:
                yield Twice("section", section.id, places.position((*path, "id")))
            seen.add(section.id)
        yield from ids_twice("level", self.levels, places, ("levels",))
        yield from ids_twice("rule", self.rules, places, ("rules",))
        yield from ids_twice("source", self.sources, places, ("sources",))
