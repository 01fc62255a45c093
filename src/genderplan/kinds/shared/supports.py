"""Support of sections of frameworks, and drivers: what entries, objectives and sections say alike."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Tag

from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, OneOrMany, Text, failure
from genderplan.kinds.shared.mappings import FileMapping


class Support(FileMapping):
    """A section that is supported, and how far; or, with `text` in its place, something that is none of a framework."""

    section: Text | None = None
    """The section, as `framework/section`; the framework alone is the whole of it.

    Examples: "equality-standard/leadership", "equality-standard"
    """

    text: Text | None = None
    """What is supported, in words, where no framework of the tree has it.

    Examples: "The city's strategy of 2003"
    """

    extent: Literal["full", "part", "none"] = "full"
    """How far: in full, in part, or not at all where the document says so; full when left out."""


class Driver(FileMapping):
    """What something is done for, where no framework of the tree has it."""

    text: Text
    """What it is, in words.

    Examples: "The Mayor's priorities"
    """


MOST_SUPPORTS = 30
"""So many that no entry serves more, and so few that what an objective hands down to each entry takes no time."""


def _few(supports: tuple[str | Support, ...]) -> tuple[str | Support, ...]:
    if len(supports) > MOST_SUPPORTS:
        hint = "name the framework where all of it is meant"
        raise failure("GP108", f"{len(supports)} sections: at most {MOST_SUPPORTS} can be named", hint)
    return supports


_Each = Annotated[Annotated[Text, Tag("#text")] | Annotated[Support, Tag("#mapping")], TEXT_OR_MAPPING]
Supports = Annotated[OneOrMany[_Each], AfterValidator(_few)]
Drivers = OneOrMany[Annotated[Annotated[Text, Tag("#text")] | Annotated[Driver, Tag("#mapping")], TEXT_OR_MAPPING]]
