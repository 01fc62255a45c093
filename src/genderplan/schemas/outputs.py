"""JSON Schemas of what commands print as JSON: made from the types of the records that they print.

Every field is always there, null where there is none. Later versions of the program may add fields, so nothing forbids
fields that are not named here.
"""

from collections.abc import Mapping
from typing import NamedTuple

from genderplan.commands import COMMANDS
from genderplan.imports import object_at
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import LISTED
from genderplan.schemas import documents
from genderplan.schemas.documentation import field_texts
from genderplan.schemas.files import DIALECT
from genderplan.schemas.scalars import Schema
from genderplan.schemas.types import TypeSchemas
from genderplan.standing.records.items import VERSIONS
from genderplan.standing.records.plans import PlanRecord


class CommandOutput(NamedTuple):
    """What one command prints: the command, and the class that has the document's fields; of a list, its records'."""

    command: str
    record: type


_LISTS: Mapping[str, CommandOutput] = {
    noun.value: CommandOutput(f"list {noun}", LISTED[noun].record) for noun in (Noun.MILESTONES, *Noun)
}
"""The documents of lists by their nouns, milestones first: the order in which they are published."""

_WORDS = {
    "entries": "The actions and projects.",
    "organisations": "The organisations, by their ids.",
    "frameworks": "The frameworks, by their ids.",
    "boards": "The boards of which files tell, by their ids.",
    "meetings": "The meetings of boards; of a rule those within a year of the status date, at most twelve a side.",
    "reports": "The reports that boards are owed.",
    "decisions": "What boards were asked to decide, or decided.",
    "sections": "The sections of all frameworks, in the order of their files.",
    "items": "The items of registers, in the order of their files.",
}
"""What stands under the noun of a list where that is more than the noun says."""

DOCUMENTS: Mapping[str, CommandOutput] = {
    **_LISTS,
    **{
        name: CommandOutput(f"{command} {line.asked.get(name, '')}".rstrip(), object_at(place))
        for command, line in COMMANDS.items()
        for name, place in line.documents.items()
    },
}
"""Every document of the JSON contract, by the name that its `format` ends in."""


def output_schema(name: str, *, closed: bool = False) -> Schema:
    """The JSON Schema (2020-12) of a document; `closed` allows no field beside those that are named."""
    version = VERSIONS.get(name, 1)
    types = TypeSchemas(closed=closed)
    heading: dict[str, Schema] = {"format": {"const": f"genderplan/{name}"}, "version": {"const": version}}
    words = field_texts(documents.Envelope)
    head = {field: {"description": words[field].meaning} | schema for field, schema in heading.items()}
    return {
        "$schema": DIALECT,
        "$id": f"urn:genderplan:output:{name}:{version}",
        "title": f"genderplan/{name}",
        "description": f"What `genderplan {DOCUMENTS[name].command} --format json` prints.",
        **types.mapping(head | _fields(name, types)),
        "$defs": dict(sorted(types.definitions.items())),
    }


def _fields(name: str, types: TypeSchemas) -> dict[str, Schema]:
    """The schemas of what a document has beside its format and version."""
    record = DOCUMENTS[name].record
    if name not in _LISTS:
        return types.fields(record)
    plans = {} if record is PlanRecord else types.fields(documents.DocumentOfPlans)
    words = {"description": _WORDS.get(name, f"The {name}.")}
    return plans | {name: words | {"type": "array", "items": types.schema(record)}}
