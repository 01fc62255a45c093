"""Rows of the glossary."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from genderplan.kinds.entry.part_rows import SourceRow, source_row
from genderplan.source.places import Places

if TYPE_CHECKING:
    from genderplan.kinds.glossary.model import Explanation, Glossary
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile


class AcronymRow(NamedTuple):
    """An acronym and what it stands for."""

    acronym: str
    """The acronym."""
    meaning: str
    """What it stands for."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    line: int
    """The line of the file, from 1."""


@dataclass(frozen=True)
class GlossaryRow:
    """The acronyms of a tree, in the order of its file."""

    acronyms: tuple[AcronymRow, ...]
    file: str
    places: Places

    @cached_property
    def by_acronym(self) -> Mapping[str, AcronymRow]:
        return {each.acronym: each for each in self.acronyms}


def glossary_row(glossary: "Glossary", file: "SourceFile", document: "Document") -> GlossaryRow:
    """The row of the glossary that a file holds."""
    at = document.places.key_position
    return GlossaryRow(
        tuple([_acronym(name, each, at((name,)).line) for name, each in glossary.root.items()]),
        file.shown,
        document.places,
    )


def _acronym(name: str, each: "str | Explanation", line: int) -> AcronymRow:
    if isinstance(each, str):
        return AcronymRow(name, each, None, None, line)
    return AcronymRow(name, each.meaning, each.note, source_row(each.source), line)
