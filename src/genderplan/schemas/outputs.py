"""JSON Schemas of what commands print as JSON: made from the types of the records that they print.

Every field is always there, null where there is none. Later versions of the program may add fields, so nothing forbids
fields that are not named here.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from genderplan.analysis.baselines import BaselineDetail, BaselineRecord
from genderplan.analysis.critical import PlanFloats
from genderplan.analysis.detail import Named
from genderplan.analysis.history import History
from genderplan.analysis.records import (
    VERSIONS,
    EntryRecord,
    MilestoneRecord,
    ObjectiveRecord,
    OrganisationRecord,
    PlanLabel,
    PlanRecord,
)
from genderplan.analysis.since import Since
from genderplan.analysis.slippage import Comparison
from genderplan.analysis.slips import Impact
from genderplan.analysis.status import PlanStatus
from genderplan.analysis.timeline import Axis, Row
from genderplan.analysis.trend import Trend
from genderplan.analysis.why import Why
from genderplan.checks.judgement import Against, Summary
from genderplan.findings import Finding, Severity
from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.plan.rows import AcceptanceRow, ClosureRow, DocumentRow, TitledRow
from genderplan.manual import MeasurePage, Page
from genderplan.model.dates import PlanDate
from genderplan.model.lengths import Length
from genderplan.schemas.files import DIALECT
from genderplan.schemas.scalars import Schema
from genderplan.schemas.types import TypeSchemas


class AcceptedFinding(NamedTuple):
    """A finding that its plan accepts, and why."""

    code: str
    severity: Severity
    message: str
    file: str
    line: int
    column: int
    end_column: int | None
    entry: str | None
    hint: str | None
    reason: str
    until: PlanDate | None


class Document(NamedTuple):
    """What one command prints: the command, and the types of what stands beside `format` and `version`."""

    command: str
    fields: Mapping[str, Any]


_LABELS = {"plans": tuple[PlanLabel, ...]}
_JUDGED = _LABELS | {
    "against": tuple[Against, ...] | None,
    "findings": tuple[Finding, ...],
    "accepted": tuple[AcceptedFinding, ...],
    "summary": Summary,
}
_KEPT = {"note": str | None, "tags": tuple[str, ...], "extra": Mapping[str, Any]}

DOCUMENTS: Mapping[str, Document] = {
    "milestones": Document("list milestones", _LABELS | {"milestones": tuple[MilestoneRecord, ...]}),
    "entries": Document("list entries", _LABELS | {"entries": tuple[EntryRecord, ...]}),
    "actions": Document("list actions", _LABELS | {"actions": tuple[EntryRecord, ...]}),
    "projects": Document("list projects", _LABELS | {"projects": tuple[EntryRecord, ...]}),
    "objectives": Document("list objectives", _LABELS | {"objectives": tuple[ObjectiveRecord, ...]}),
    "organisations": Document("list organisations", _LABELS | {"organisations": tuple[OrganisationRecord, ...]}),
    "plans": Document("list plans", {"plans": tuple[PlanRecord, ...]}),
    "status": Document("status", {"plans": tuple[PlanStatus, ...], "since": tuple[Since, ...] | None}),
    "slippage": Document("slippage", _LABELS | {"comparisons": tuple[Comparison, ...]}),
    "impact": Document("impact", _LABELS | {"impacts": tuple[Impact, ...]}),
    "critical": Document("impact --critical", _LABELS | {"networks": tuple[PlanFloats, ...]}),
    "why": Document("impact ID --why", _LABELS | {"why": Why}),
    "history": Document("history", _LABELS | {"histories": tuple[History, ...]}),
    "trend": Document("trend", _LABELS | {"trends": tuple[Trend, ...]}),
    "timeline": Document("timeline", _LABELS | {"axis": Axis | None, "rows": tuple[Row, ...]}),
    "validate": Document("validate", _JUDGED),
    "check": Document("check", _JUDGED),
    "entry": Document(
        "show",
        _LABELS
        | {
            "entry": EntryRecord,
            "milestones": tuple[MilestoneRecord, ...],
            "updates": tuple[UpdateRow, ...],
            "revisions": tuple[RevisionRow, ...],
        },
    ),
    "milestone": Document("show", _LABELS | {"milestone": MilestoneRecord, "revisions": tuple[RevisionRow, ...]}),
    "organisation": Document(
        "show", _LABELS | {"organisation": OrganisationRecord, "named": tuple[Named, ...]} | _KEPT
    ),
    "plan": Document(
        "show",
        _LABELS
        | {
            "plan": PlanRecord,
            "closed": ClosureRow | None,
            "aims": tuple[TitledRow, ...],
            "objectives": tuple[TitledRow, ...],
            "sources": tuple[DocumentRow, ...],
            "max_revisions": int | None,
            "approvers": tuple[str, ...] | None,
            "due_soon": Length,
            "accept": tuple[AcceptanceRow, ...],
        }
        | _KEPT,
    ),
    "codes": Document("explain", {"codes": tuple[Page, ...]}),
    "measures": Document("explain", {"measures": tuple[MeasurePage, ...]}),
    "baselines": Document("baseline list", _LABELS | {"baselines": tuple[BaselineRecord, ...]}),
    "baseline": Document("baseline show", _LABELS | {"baseline": BaselineDetail}),
}
"""Every document of the JSON contract, by the name that its `format` ends in."""


def output_schema(name: str, *, closed: bool = False) -> Schema:
    """The JSON Schema (2020-12) of a document; `closed` allows no field beside those that are named."""
    command, fields = DOCUMENTS[name]
    version = VERSIONS.get(name, 1)
    types = TypeSchemas(closed=closed)
    heading: dict[str, Schema] = {
        "format": {"description": "Which document this is.", "const": f"genderplan/{name}"},
        "version": {"description": "The version of the format.", "const": version},
    }
    body = types.fields("DocumentOfPlans" if name in {"plans", "status"} else "Document", fields)
    return {
        "$schema": DIALECT,
        "$id": f"urn:genderplan:output:{name}:{version}",
        "title": f"genderplan/{name}",
        "description": f"What `genderplan {command} --format json` prints.",
        **types.mapping(heading | body),
        "$defs": dict(sorted(types.definitions.items())),
    }
