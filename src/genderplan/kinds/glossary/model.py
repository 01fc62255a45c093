"""Glossary as its file has it: acronyms and what they stand for, in the order of the document."""

from typing import Annotated

from pydantic import RootModel, Tag

from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.shared.contents import Content
from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, Text
from genderplan.kinds.shared.mappings import FileMapping


class Explanation(FileMapping):
    """What an acronym stands for, with where that is said."""

    meaning: Text
    """What it stands for.

    Examples: "Human Resources"
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper prints it twice."
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "Appendix 3"}
    """


class Glossary(
    RootModel[
        dict[
            Text,
            Annotated[Annotated[Text, Tag("#text")] | Annotated[Explanation, Tag("#mapping")], TEXT_OR_MAPPING],
        ]
    ],
    Content,
):
    """glossary.yaml: what the acronyms in the plans of a tree stand for."""

    ids_at = ()
    least = "what it stands for"
