"""Conversion of a board, as its file has it, to its row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.meeting_rows import meeting_row, revision_rows, rule_row
from genderplan.kinds.board.rows import (
    AboutRow,
    BoardReplacementRow,
    BoardRow,
    ChampionsRow,
    DecisionRow,
    MemberRow,
    PromisedReportRow,
    ReceiptRow,
    WorkingGroupRow,
)
from genderplan.kinds.entry.part_rows import source_row
from genderplan.kinds.plan.rows import document_row

if TYPE_CHECKING:
    from genderplan.kinds.board.model import Board
    from genderplan.kinds.board.parts import BoardReplacement, Champions, Decision, Member, WorkingGroup
    from genderplan.kinds.board.reports import PromisedReport, Receipt
    from genderplan.kinds.entry.parts import TextInput
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile


def board_row(board: "Board", file: "SourceFile", document: "Document") -> BoardRow:
    """The row of the board that a file holds."""
    return BoardRow(
        id=file.stem,
        role=board.role,
        oversees=board.oversees,
        chair=board.chair,
        members=_members(board.members),
        serves=board.serves,
        replaces=_replacement(board.replaces),
        meets=rule_row(board.meets),
        meetings=tuple(map(meeting_row, board.meetings)),
        receives=tuple(map(_receipt, board.receives)),
        promised=tuple(map(_promise, board.promised)),
        decisions=tuple(map(_decision, board.decisions)),
        champions=_champions(board.champions),
        working_groups=tuple(map(_working_group, board.working_groups)),
        sources=tuple(map(document_row, board.sources)),
        note=board.note,
        tags=board.tags,
        extra=board.extra,
        file=file.shown,
        places=document.places,
    )


def _members(members: "Sequence[str | Member]") -> tuple[MemberRow, ...]:
    return tuple(map(_member, members))


def _member(each: "str | Member") -> MemberRow:
    return MemberRow(each, None, None) if isinstance(each, str) else MemberRow(each.organisation, each.role, each.name)


def _replacement(replaces: "BoardReplacement | None") -> BoardReplacementRow | None:
    return BoardReplacementRow(replaces.board, replaces.date) if replaces else None


def _about(about: "Sequence[str | TextInput]") -> tuple[AboutRow, ...]:
    return tuple([AboutRow(each, None) if isinstance(each, str) else AboutRow(None, each.text) for each in about])


def _date_and_meeting(when: PlanDate | str | None) -> tuple[PlanDate | None, str | None]:
    return (None, when) if isinstance(when, str) else (when, None)


def _receipt(each: "Receipt") -> ReceiptRow:
    first, meeting = _date_and_meeting(each.from_)
    return ReceiptRow(
        id=each.id,
        title=each.title,
        by=each.by,
        about=_about(each.about),
        from_=first,
        meeting=meeting,
        every_meetings=each.every_meetings,
        every=each.every,
        until=each.until,
        source=source_row(each.source),
        note=each.note,
        tags=each.tags,
    )


def _promise(each: "PromisedReport") -> PromisedReportRow:
    at, meeting = _date_and_meeting(each.at)
    return PromisedReportRow(
        id=each.id,
        title=each.title,
        by=each.by,
        about=_about(each.about),
        at=at,
        meeting=meeting,
        reason=each.reason,
        revisions=revision_rows(each.revisions),
        received=each.received,
        source=source_row(each.source),
        note=each.note,
        tags=each.tags,
    )


def _decision(each: "Decision") -> DecisionRow:
    return DecisionRow(
        id=each.id,
        meeting=each.meeting,
        kind=each.kind,
        text=each.text,
        about=_about(each.about),
        leads=each.lead,
        due=each.due,
        agreed=each.agreed,
        completed=each.completed,
        source=source_row(each.source),
        note=each.note,
        tags=each.tags,
    )


def _champions(each: "Champions | None") -> ChampionsRow | None:
    if each is None:
        return None
    return ChampionsRow(each.from_, each.every, each.until, each.by, each.rota, each.note, source_row(each.source))


def _working_group(each: "WorkingGroup") -> WorkingGroupRow:
    return WorkingGroupRow(
        each.id,
        each.title,
        each.chair,
        each.led_by,
        _members(each.members),
        source_row(each.source),
        each.note,
        each.tags,
    )
