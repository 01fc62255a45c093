"""Names in a board's file: organisations, other boards, documents, and what reports and decisions are about."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from genderplan.source.places import Path

if TYPE_CHECKING:
    from genderplan.kinds.board.meeting_rows import MeetingRevisionRow
    from genderplan.kinds.board.rows import BoardRow, DecisionRow, MemberRow, PromisedReportRow, ReceiptRow
    from genderplan.kinds.entry.part_rows import SourceRow

TAG = "tag:"
"""What stands before a tag in `oversees`."""


class Naming(NamedTuple):
    """A name, as what it stands there, and the way to it in the file."""

    name: str
    role: str
    path: Path


def other_boards(board: "BoardRow") -> Iterator[Naming]:
    """The other boards that a board names."""
    if board.serves:
        yield Naming(board.serves, "serves", ("serves",))
    if board.replaces:
        yield Naming(board.replaces.board, "replaces", ("replaces", "board"))
    if board.meets and board.meets.before:
        yield Naming(board.meets.before, "before", ("meets", "before"))


def organisations_named(board: "BoardRow") -> Iterator[Naming]:
    """The organisations that a board names, besides itself and other boards."""
    if board.chair:
        yield Naming(board.chair, "chair", ("chair",))
    yield from _members(board.members, ("members",))
    for index, meeting in enumerate(board.meetings):
        yield from _approvals(meeting.revisions, ("meetings", index, "revisions"))
    yield from _of_reports("receives", board.receives)
    yield from _of_reports("promised", board.promised)
    for index, promise in enumerate(board.promised):
        yield from _approvals(promise.revisions, ("promised", index, "revisions"))
    for index, decision in enumerate(board.decisions):
        yield from _listed(decision.leads, "acts", ("decisions", index, "lead"))
    if board.champions:
        yield from _listed(board.champions.by, "reviews", ("champions", "by"))
        yield from _listed(board.champions.rota, "reviewed", ("champions", "rota"))
    yield from _of_groups(board)


def abouts(board: "BoardRow") -> Iterator[Naming]:
    """The plans and entries that its reports and decisions are about."""
    keyed: tuple[tuple[str, Sequence[ReceiptRow | PromisedReportRow | DecisionRow]], ...] = (
        ("receives", board.receives),
        ("promised", board.promised),
        ("decisions", board.decisions),
    )
    for key, rows in keyed:
        for index, row in enumerate(rows):
            for at, each in enumerate(row.about):
                if each.id is not None:
                    yield Naming(each.id, "about", (key, index, "about", at))


def meetings_named(board: "BoardRow") -> Iterator[Naming]:
    """The meetings of its own that its reports and decisions name."""
    for index, receipt in enumerate(board.receives):
        if receipt.meeting is not None:
            yield Naming(receipt.meeting, "from", ("receives", index, "from"))
    for index, promise in enumerate(board.promised):
        if promise.meeting is not None:
            yield Naming(promise.meeting, "at", ("promised", index, "at"))
    for index, decision in enumerate(board.decisions):
        if decision.meeting is not None:
            yield Naming(decision.meeting, "meeting", ("decisions", index, "meeting"))


def documents_named(board: "BoardRow") -> Iterator[Naming]:
    """The documents that it quotes, as its sources list them."""
    keyed: tuple[tuple[str, Sequence[SourceRow | None]], ...] = (
        ("meetings", [each.source for each in board.meetings]),
        ("receives", [each.source for each in board.receives]),
        ("promised", [each.source for each in board.promised]),
        ("decisions", [each.source for each in board.decisions]),
        ("working_groups", [each.source for each in board.working_groups]),
    )
    for key, sources in keyed:
        for index, source in enumerate(sources):
            yield from _document(source, (key, index))
    yield from _document(board.champions.source if board.champions else None, ("champions",))


def _document(source: "SourceRow | None", path: Path) -> Iterator[Naming]:
    if source and source.document is not None:
        yield Naming(source.document, "source", (*path, "source", "document"))


def _listed(names: Sequence[str], role: str, path: Path) -> Iterator[Naming]:
    return (Naming(name, role, (*path, index)) for index, name in enumerate(names))


def _members(members: "Sequence[MemberRow]", path: Path) -> Iterator[Naming]:
    for index, each in enumerate(members):
        if each.organisation is not None:
            yield Naming(each.organisation, "member", (*path, index, "organisation"))


def _approvals(revisions: "Sequence[MeetingRevisionRow]", path: Path) -> Iterator[Naming]:
    for index, each in enumerate(revisions):
        if each.approved_by is not None:
            yield Naming(each.approved_by, "approved", (*path, index, "approved_by"))


def _of_reports(key: str, reports: "Sequence[ReceiptRow | PromisedReportRow]") -> Iterator[Naming]:
    for index, report in enumerate(reports):
        yield from _listed(report.by, "reports", (key, index, "by"))


def _of_groups(board: "BoardRow") -> Iterator[Naming]:
    for index, group in enumerate(board.working_groups):
        at: Path = ("working_groups", index)
        if group.chair is not None:
            yield Naming(group.chair, "chairs a group", (*at, "chair"))
        if group.led_by is not None:
            yield Naming(group.led_by, "leads a group", (*at, "led_by"))
        yield from ((each._replace(role="in a group")) for each in _members(group.members, (*at, "members")))
