"""Names of organisations in facts: which facts are of organisations, and where rows that are told have one."""

from collections.abc import Mapping
from typing import Any

from genderplan.kinds.board.meeting_rows import MeetingRevisionRow, MeetingRuleRow
from genderplan.kinds.board.rows import BoardReplacementRow, ChampionsRow, MemberRow, WorkingGroupRow
from genderplan.kinds.entry.part_rows import PartnerRow
from genderplan.kinds.entry.particular_rows import HandoverRow, RequestRow, ReviewRow
from genderplan.kinds.organisations.rows import MembershipRow
from genderplan.kinds.plan.rows import ObjectiveRow
from genderplan.plan.approval import Approval
from genderplan.standing.progress import SaidRag

_WHO = "who"
_OF_BOARDS = ("board", "chair", "serves", "served by", "next reviewed", "by")
_PLAIN = ("leads", "inputs", "part of", "approvers", "accountable", "goes to", _WHO, "assessed by")
ORGANISATIONS = frozenset((*_PLAIN, *_OF_BOARDS))
"""Facts whose texts are ids of organisations, or what stands in their place."""

_FIELDS: Mapping[type, tuple[str, ...]] = {
    **dict.fromkeys((PartnerRow, MembershipRow, MemberRow), ("organisation",)),
    **dict.fromkeys((RequestRow, ReviewRow, Approval, SaidRag), ("by",)),
    HandoverRow: ("from_", "to"),
    ObjectiveRow: ("leads",),
    BoardReplacementRow: ("board",),
    MeetingRuleRow: ("before",),
    MeetingRevisionRow: ("approved_by",),
    ChampionsRow: ("by", "rota"),
    WorkingGroupRow: ("chair", "led_by", "members"),
}
"""The fields of rows that name organisations."""


def named(fact: str, value: Any, names: Mapping[str, str]) -> Any:
    """A fact whose organisations are called by their names; what is no organisation's id stays as it is."""
    if type(value) is tuple:
        return tuple([named(fact, each, names) for each in value])
    if isinstance(value, str):
        return names.get(value, value) if fact in ORGANISATIONS else value
    fields = _FIELDS.get(type(value), ())
    return value._replace(**{field: named(_WHO, getattr(value, field), names) for field in fields}) if fields else value
