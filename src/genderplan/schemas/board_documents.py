"""Documents of boards in the JSON contract, and of what is theirs."""

from collections.abc import Mapping
from typing import Any

from genderplan.kinds.plan.rows import DocumentRow
from genderplan.schemas.documents import DocumentOfPlans
from genderplan.standing.records.boards import BoardRecord, BoardReportRecord, DecisionRecord, MeetingRecord


class BoardDocument(DocumentOfPlans):
    board: BoardRecord
    """The board."""
    sources: tuple[DocumentRow, ...]
    """The documents that its file quotes."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""
    overseen: tuple[str, ...]
    """The ids of the plans of which it oversees anything."""
    to_review: tuple[str, ...]
    """The full ids of the open actions and projects that it oversees of whom is reviewed next."""
    meetings: tuple[MeetingRecord, ...]
    """Its meetings, of its rule those within a year of the status date, twelve on either side at most."""
    reports: tuple[BoardReportRecord, ...]
    """The reports that it is owed."""
    decisions: tuple[DecisionRecord, ...]
    """What it was asked to decide, or decided."""


class MeetingDocument(DocumentOfPlans):
    meeting: MeetingRecord
    """The meeting."""


class OwedDocument(DocumentOfPlans):
    owed: BoardReportRecord
    """The report that a board is owed."""


class DecisionDocument(DocumentOfPlans):
    decision: DecisionRecord
    """What a board was asked to decide, or decided."""
