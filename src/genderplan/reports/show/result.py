"""`show`: all about one plan, entry, milestone, indicator, organisation, board, section, register or item of it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from genderplan.kinds.assessment.rows import AssessmentRow
from genderplan.kinds.board.rows import BoardRow
from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow
from genderplan.plan.boards.naming import BoardPart
from genderplan.plan.items import Item
from genderplan.plan.lookup import Found, Occasion
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.supports import inherited
from genderplan.reports.show.links import EntryLink, links_of_entry, links_of_plan
from genderplan.reports.show.mentions import Mention, where_named
from genderplan.standing.records.assessments import AssessmentRecord
from genderplan.standing.records.boards import BoardRecord, BoardReportRecord, DecisionRecord, MeetingRecord
from genderplan.standing.records.frameworks import FrameworkRecord, SectionRecord
from genderplan.standing.records.indicators import IndicatorRecord
from genderplan.standing.records.items import EntryRecord, MilestoneRecord, PlanLabel
from genderplan.standing.records.plans import OrganisationRecord, PlanRecord
from genderplan.standing.records.recording import (
    entry_record,
    item_record,
    organisation_record,
    plan_labels,
    plan_record,
)
from genderplan.standing.records.registers import RegisterItemRecord, RegisterRecord
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import Rag, Standings

if TYPE_CHECKING:
    from genderplan.reports.show.boards import BoardDetail

_OfBoards: TypeAlias = BoardRecord | MeetingRecord | BoardReportRecord | DecisionRecord
_OfFiles: TypeAlias = RegisterRecord | RegisterItemRecord | AssessmentRecord
_OfPlans: TypeAlias = EntryRecord | MilestoneRecord | PlanRecord | IndicatorRecord | _OfFiles
Record: TypeAlias = _OfPlans | OrganisationRecord | FrameworkRecord | SectionRecord | _OfBoards


class Detail(NamedTuple):
    """One record under its noun, and beside it what belongs to it: empty where nothing does.

    `beside` has by name what the contract's record of a plan or an organisation leaves out, `objective` the title of
    what an entry or a milestone names by its id.
    """

    noun: str
    plans: tuple[PlanLabel, ...]
    record: Record
    milestones: tuple[MilestoneRecord, ...] = ()
    updates: tuple[UpdateRow, ...] = ()
    revisions: tuple[RevisionRow, ...] = ()
    named: tuple[Mention, ...] = ()
    beside: Mapping[str, object] = MappingProxyType({})
    links: tuple[EntryLink, ...] = ()
    sections: tuple[SectionRecord, ...] = ()
    items: tuple[RegisterItemRecord, ...] = ()
    board: "BoardDetail | None" = None
    objective: str = ""

    @property
    def kind(self) -> str:
        """What it is: one of the times that an entry comes has the record of a milestone, and is none."""
        is_own = isinstance(self.record, MilestoneRecord) and self.record.milestone is None
        return "entry" if is_own else self.noun


def detail(found: Found, standings: Sequence[Standings], tree: Tree) -> Detail:
    """What is known of one thing of a tree, where its plans stand as given."""
    if isinstance(found, BoardRow | BoardPart):
        return _of_a_board(found, standings, tree)
    if isinstance(found, FrameworkRow | SectionRow):
        from genderplan.reports.show.frameworks import detail_among

        return detail_among(found, standings, tree.frameworks)
    if isinstance(found, Plan):
        return _plan(next(each for each in standings if each.plan is found), standings)
    if isinstance(found, OrganisationRow):
        return _organisation(found, standings, tree)
    return _in_a_plan(found, standings, tree)


_InAPlan: TypeAlias = Item | Occasion | IndicatorRow | RegisterRow | RegisterItemRow | AssessmentRow


def _in_a_plan(found: _InAPlan, standings: Sequence[Standings], tree: Tree) -> Detail:
    """What is known of one thing of a plan."""
    if isinstance(found, RegisterRow | RegisterItemRow):
        from genderplan.reports.show.registers import register_detail

        return register_detail(found, standings)
    if isinstance(found, IndicatorRow):
        return _indicator(next(each for each in standings if each.plan.id == found.plan), found)
    if isinstance(found, AssessmentRow):
        return _assessment(found, standings, tree)
    return _of_entry(found, standings)


def _organisation(found: OrganisationRow, standings: Sequence[Standings], tree: Tree) -> Detail:
    """What is known of an organisation, and of it as a board."""
    detail = Detail(
        "organisation",
        plan_labels(standings),
        organisation_record(found, max((each.as_of.ordinal for each in standings), default=None)),
        named=where_named(found.id, standings),
        beside=_kept(found),
    )
    if not tree.boards:
        return detail
    from genderplan.reports.show.boards import board_detail, on_boards

    own = tree.boards_by_id.get(found.id)
    board = board_detail(own, tree, standings) if own else None
    return detail._replace(named=(*detail.named, *on_boards(found.id, tree)), board=board)


def _of_a_board(found: BoardRow | BoardPart, standings: Sequence[Standings], tree: Tree) -> Detail:
    """What is known of a board, or of a meeting, a report or a decision of one."""
    from genderplan.reports.show.boards import board_detail, part_record

    if isinstance(found, BoardPart):
        noun = {"report": "owed"}.get(found.kind, found.kind)
        return Detail(noun, plan_labels(standings), part_record(found, tree, standings))
    board = board_detail(found, tree, standings)
    beside = {"sources": found.sources, "extra": found.extra, "overseen": board.overseen}
    beside["to_review"] = board.to_review
    return Detail("board", plan_labels(standings), board.record, beside=beside, board=board)


def _of_entry(found: Item | Occasion, standings: Sequence[Standings]) -> Detail:
    """What is known of an entry, a milestone, or one of the times that it comes."""
    item = found.item if isinstance(found, Occasion) else found
    own = next(each for each in standings if each.plan.id == item.entry.plan)
    objective = next((each.title for each in own.plan.objectives if each.id == item.entry.objective), "")
    if isinstance(found, Occasion):
        return _occasion(own, found)._replace(objective=objective)
    detail = _milestone(own, found) if found.milestone else _entry(own, found.entry, standings)
    return detail._replace(objective=objective)


def _indicator(standings: Standings, row: IndicatorRow) -> Detail:
    from genderplan.standing.indicators import indicator_record, naming_entries

    record = indicator_record(row, standings, naming_entries(standings.plan).get(row.id, ()))
    return Detail("indicator", plan_labels([standings]), record)


def _assessment(row: AssessmentRow, standings: Sequence[Standings], tree: Tree) -> Detail:
    from genderplan.standing.assessments.recording import assessment_records

    own = next(each for each in standings if each.plan.id == row.plan)
    records = assessment_records(standings, tree.by_id, tree.frameworks_by_id)
    return Detail("assessment", plan_labels([own]), next(each for each in records if each.id == row.full_id()))


def _plan(standings: Standings, everything: Sequence[Standings]) -> Detail:
    chosen = [Chosen(each, each.dates) for each in standings.entries]
    plan = standings.plan
    beside = {
        "closed": plan.closed,
        "aims": plan.aims,
        "objectives": plan.objectives,
        "sources": plan.sources,
        "max_revisions": plan.max_revisions,
        "approvers": plan.approvers,
        "due_soon": plan.due_soon,
        "accept": plan.accepted,
    } | _kept(plan)
    beside |= {"follows": plan.follows, "publications": plan.publications, "duties": plan.duties}
    labels, record = plan_labels([standings]), plan_record(plan, standings.as_of, chosen)
    return Detail(
        "plan", labels, record, beside=beside, links=tuple(links_of_plan(plan, [each.plan for each in everything]))
    )


def _kept(found: Plan | OrganisationRow) -> dict[str, object]:
    """What anybody may add to anything with an id or a title."""
    return {"note": found.note, "tags": found.tags, "extra": found.extra}


def _entry(standings: Standings, entry: EntryRow, everything: Sequence[Standings]) -> Detail:
    standing = standings.by_entry[entry.id]
    return Detail(
        "entry",
        plan_labels([standings]),
        entry_record(entry, standing),
        milestones=tuple(item_record(each) for each in standing.items if each.item.milestone),
        updates=entry.updates,
        revisions=entry.revisions,
        links=tuple(links_of_entry(entry, [each.plan for each in everything])),
        beside={"inherited": inherited(standings.plan, entry)},
    )


def _milestone(standings: Standings, item: Item) -> Detail:
    record = item_record(standings.of_milestone(item))
    return Detail("milestone", plan_labels([standings]), record, revisions=item.revisions)


def _occasion(standings: Standings, found: Occasion) -> Detail:
    """One of the times that something comes, as what comes once."""
    item = found.item
    own = standings.by_entry[item.entry.id].own
    standing = standings.of_milestone(item) if item.milestone else own
    time = standing.cycle.occurrence(found.number) if standing and standing.cycle else None
    assert standing is not None  # noqa: S101 - what comes again has one
    assert time is not None  # noqa: S101 - it is one of its times
    is_next = found.number == standing.number
    record = item_record(standing)._replace(
        id=found.id,
        due=time.due,
        forecast=standing.item.forecast if is_next else None,
        completed=time.completed,
        finish=time.completed or (standing.finish if is_next else time.due),
        status=standing.status if item.cancelled or item.entry.cancelled else time.status,
        days_overdue=time.days_overdue,
        rag=Rag.BLUE if time.completed else standing.rag if is_next else None,
        baseline_due=standing.baseline_due if is_next else None,
        judged_by=standing.judged_by if is_next else None,
        variance_months=None,
        variance_days=None,
        next_due=None,
        last_due=None,
        occurrences=(time,),
    )
    return Detail("milestone", plan_labels([standings]), record, revisions=item.revisions)
