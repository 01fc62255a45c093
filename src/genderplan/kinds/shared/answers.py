"""Answers: the entries that an entry, or a plan as a whole, delivers."""

from typing import Annotated, Literal

from pydantic import Tag

from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, OneOrMany, Text
from genderplan.kinds.shared.mappings import FileMapping


class Answer(FileMapping):
    """An entry that is delivered by what says so, in full or in part."""

    entry: Text
    """The entry's id; of another plan, `plan/entry`.

    Examples: "scheme/close-the-gap"
    """

    extent: Literal["full", "part"] = "full"
    """How much of it is delivered; all of it when left out."""


Answers = OneOrMany[Annotated[Annotated[Text, Tag("#text")] | Annotated[Answer, Tag("#mapping")], TEXT_OR_MAPPING]]
"""Entries that are delivered: ids, or mappings with an extent; one or a list."""
