"""Names of organisations in facts: which facts are of organisations, and the rows in which one stands beside others."""

from collections.abc import Mapping
from typing import Any

from genderplan.kinds.board.rows import MemberRow
from genderplan.kinds.entry.part_rows import PartnerRow
from genderplan.kinds.entry.particular_rows import HandoverRow, RequestRow, ReviewRow
from genderplan.kinds.organisations.rows import MembershipRow

_OF_BOARDS = ("board", "chair", "serves", "served by", "next reviewed", "by")
_PLAIN = ("leads", "inputs", "part of", "approvers", "accountable", "goes to", "who", "assessed by")
ORGANISATIONS = frozenset((*_PLAIN, *_OF_BOARDS))
"""Facts whose texts are ids of organisations, or what stands in their place."""

_ROWS = PartnerRow | RequestRow | HandoverRow | ReviewRow | MembershipRow | MemberRow


def is_naming(value: object) -> bool:
    """Whether a value is a row that names an organisation."""
    return isinstance(value, _ROWS)


def with_names(row: Any, names: Mapping[str, str]) -> object:
    """A row whose organisations are called by their names."""
    fields = [field for field in ("organisation", "by", "from_", "to") if getattr(row, field, None) in names]
    return row._replace(**{field: names[getattr(row, field)] for field in fields})


def named(fact: str, value: object, names: Mapping[str, str]) -> object:
    """A fact whose organisations are called by their names; what is no organisation's id stays as it is."""
    if type(value) is tuple:
        return tuple([named(fact, each, names) for each in value])
    if fact in ORGANISATIONS and isinstance(value, str):
        return names.get(value, value)
    return with_names(value, names) if is_naming(value) else value
