"""JSON Schemas of what commands print as JSON: made from the types of the records that they print.

Every field is always there, null where there is none. Later versions of the program may add fields, so nothing forbids
fields that are not named here.
"""

from collections.abc import Mapping
from typing import NamedTuple

from genderplan.schemas import documents
from genderplan.schemas.documentation import field_texts
from genderplan.schemas.files import DIALECT
from genderplan.schemas.scalars import Schema
from genderplan.schemas.types import TypeSchemas
from genderplan.standing.records import (
    VERSIONS,
)


class Document(NamedTuple):
    """What one command prints: the command, and the class of `genderplan.schemas.documents` that has its fields."""

    command: str
    record: type


DOCUMENTS: Mapping[str, Document] = {
    "milestones": Document("list milestones", documents.MilestonesDocument),
    "entries": Document("list entries", documents.EntriesDocument),
    "actions": Document("list actions", documents.ActionsDocument),
    "projects": Document("list projects", documents.ProjectsDocument),
    "objectives": Document("list objectives", documents.ObjectivesDocument),
    "organisations": Document("list organisations", documents.OrganisationsDocument),
    "plans": Document("list plans", documents.PlansDocument),
    "status": Document("status", documents.StatusDocument),
    "slippage": Document("slippage", documents.SlippageDocument),
    "impact": Document("impact", documents.ImpactDocument),
    "critical": Document("impact --critical", documents.CriticalDocument),
    "why": Document("impact ID --why", documents.WhyDocument),
    "history": Document("history", documents.HistoryDocument),
    "trend": Document("trend", documents.TrendDocument),
    "timeline": Document("timeline", documents.TimelineDocument),
    "validate": Document("validate", documents.JudgementDocument),
    "check": Document("check", documents.JudgementDocument),
    "entry": Document("show", documents.EntryDocument),
    "milestone": Document("show", documents.MilestoneDocument),
    "organisation": Document("show", documents.OrganisationDocument),
    "plan": Document("show", documents.PlanDocument),
    "codes": Document("explain", documents.CodesDocument),
    "measures": Document("explain", documents.MeasuresDocument),
    "baselines": Document("baseline list", documents.BaselinesDocument),
    "baseline": Document("baseline show", documents.BaselineDocument),
}
"""Every document of the JSON contract, by the name that its `format` ends in."""


def output_schema(name: str, *, closed: bool = False) -> Schema:
    """The JSON Schema (2020-12) of a document; `closed` allows no field beside those that are named."""
    command, record = DOCUMENTS[name]
    version = VERSIONS.get(name, 1)
    types = TypeSchemas(closed=closed)
    heading: dict[str, Schema] = {"format": {"const": f"genderplan/{name}"}, "version": {"const": version}}
    words = field_texts(documents.Envelope)
    head = {field: {"description": words[field].meaning} | schema for field, schema in heading.items()}
    return {
        "$schema": DIALECT,
        "$id": f"urn:genderplan:output:{name}:{version}",
        "title": f"genderplan/{name}",
        "description": f"What `genderplan {command} --format json` prints.",
        **types.mapping(head | types.fields(record)),
        "$defs": dict(sorted(types.definitions.items())),
    }
