"""`list`: which entries, milestones, objectives, plans, items of registers, boards and more there are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from genderplan.plan.plans import Tree
from genderplan.reports.list.nouns import Noun
from genderplan.standing.records.assessments import AssessmentRecord
from genderplan.standing.records.boards import BoardRecord, BoardReportRecord, DecisionRecord, MeetingRecord
from genderplan.standing.records.frameworks import (
    FrameworkRecord,
    SectionRecord,
    framework_record,
    section_record,
)
from genderplan.standing.records.indicators import IndicatorRecord
from genderplan.standing.records.items import EntryRecord, MilestoneRecord, PlanLabel
from genderplan.standing.records.plans import ObjectiveRecord, OrganisationRecord, PlanRecord
from genderplan.standing.records.recording import (
    entry_record,
    item_record,
    objective_record,
    organisation_record,
    plan_labels,
    plan_record,
)
from genderplan.standing.records.registers import RegisterItemRecord, register_item_record
from genderplan.standing.selection import Selection, measures_selected, supporters_selected
from genderplan.standing.standings import Standings
from genderplan.standing.updates import UpdateRecord, update_record

if TYPE_CHECKING:
    from genderplan.standing.records.sittings import BoardStanding

BoardsRecord = BoardRecord | MeetingRecord | BoardReportRecord | DecisionRecord
"""What there is of boards."""

Record: TypeAlias = NamedTuple
"""What is known of one of what is listed: the row of its file, or what is made of that and of where it stands."""


class Listing(NamedTuple):
    """The records of one noun, and the plans that they come from."""

    noun: Noun
    plans: tuple[PlanLabel, ...]
    records: tuple[Record, ...]


def listing(tree: Tree, noun: Noun, selection: Selection, standings: Sequence[Standings]) -> Listing:
    """The records of what is selected, in the plans' own order."""
    return Listing(noun, plan_labels(standings), tuple(LISTED[noun].records(tree, selection, standings)))


_Records: TypeAlias = Callable[[Tree, Selection, Sequence[Standings]], Iterator[Record]]


class Listed(NamedTuple):
    """What is listed under a noun: the records and their class, and the columns of a table when none are named."""

    record: type[Record]
    columns: tuple[str, ...]
    records: _Records


LISTED: dict[Noun, Listed] = {}
"""Each noun with what is listed under it, by the functions below."""


def _listed(noun: str, record: type[Record], *columns: str) -> Callable[[_Records], _Records]:
    def under_its_noun(records: _Records) -> _Records:
        LISTED[Noun(noun)] = Listed(record, columns, records)
        return records

    return under_its_noun


def _entries(kind: str | None) -> _Records:
    def records(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:  # noqa: ARG001
        for each in standings:
            for standing in selection.entries(each):
                if kind in {None, standing.entry.kind}:
                    yield entry_record(standing.entry, standing)

    return records


_listed("entries", EntryRecord, "id", "status", "rag", "leads", "title")(_entries(None))
_listed("actions", EntryRecord, "id", "status", "rag", "leads", "title")(_entries("action"))
_listed("projects", EntryRecord, "id", "start", "end", "status", "rag", "groups", "title")(_entries("project"))


@_listed("milestones", MilestoneRecord, "id", "due", "status", "rag", "leads", "title")
def _milestones(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:  # noqa: ARG001
    for each in standings:
        for standing in selection.items(each):
            if standing.item.milestone is not None:
                yield item_record(standing)


@_listed("objectives", ObjectiveRecord, "plan", "id", "rag", "actions", "milestones", "title")
def _objectives(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:  # noqa: ARG001
    for each in standings:
        chosen = tuple(selection.chosen(each))
        for objective in each.plan.objectives:
            under = [one for one in chosen if one.standing.entry.objective == objective.id]
            named = selection.names_objective(each.plan.id, objective.id)
            if under or named or not selection.is_narrowed:
                yield objective_record(each.plan.id, objective, under)


@_listed("indicators", IndicatorRecord, "id", "unit", "good", "leads", "title")
def _indicators(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:  # noqa: ARG001
    from genderplan.standing.indicators import selected_indicators

    for each in standings:
        yield from selected_indicators(selection, each)


@_listed("plans", PlanRecord, "id", "state", "rag", "as_of", "period", "baselines", "title")
def _plans(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:  # noqa: ARG001
    for each in standings:
        chosen = tuple(selection.chosen(each))
        if chosen or not selection.is_narrowed or selection.answers_as_a_whole(each.plan.id):
            yield plan_record(each.plan, each.as_of, chosen)


@_listed("organisations", OrganisationRecord, "id", "kind", "part_of", "name", "aliases")
def _organisations(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:
    """Every organisation; once anything is filtered, those that what passes names."""
    named: set[str] | None = None
    if selection.is_narrowed or len(standings) < len(tree.plans):
        named = {name for each in standings for found in selection.entries(each) for name in found.entry.organisations}
        named = named.union(*map(tree.organisations.above, named))
    day = max((each.as_of.ordinal for each in standings), default=None)
    for organisation in sorted(tree.organisations.organisations, key=lambda each: each.id.casefold()):
        if named is None or organisation.id in named:
            yield organisation_record(organisation, day)


@_listed("updates", UpdateRecord, "date", "by", "id", "state", "rag", "text")
def _updates(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:  # noqa: ARG001
    for each in standings:
        for standing in each.entries:
            yield from (update_record(standing.entry, number) for number in selection.updates(standing))


@_listed("frameworks", FrameworkRecord, "id", "kind", "edition", "sections", "followed_by", "title")
def _frameworks(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:
    """Every framework; once anything is filtered, those that what passes supports."""
    held, measured = supporters_selected(standings, selection), measures_selected(standings, selection)
    named = {name.partition("/")[0] for name in (*held, *measured)}
    for framework in tree.frameworks:
        if framework.id in named or not selection.is_narrowed:
            yield framework_record(framework, [each.plan for each in standings])


@_listed("sections", SectionRecord, "id", "ref", "importance", "entries", "title")
def _sections(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:
    """Every section; once anything is filtered, those that what passes supports."""
    held, measured = supporters_selected(standings, selection), measures_selected(standings, selection)
    for framework in tree.frameworks:
        for section in framework.sections:
            if section.full_id() in held or section.full_id() in measured or not selection.is_narrowed:
                yield section_record(framework, section, held, measured)


@_listed("items", RegisterItemRecord, "id", "state", "leads", "next_review", "title")
def _items(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:  # noqa: ARG001
    from genderplan.standing.filters.registers import selected_items

    for each in standings:
        for register, item in selected_items(selection, each.plan):
            yield register_item_record(register, item)


@_listed("assessments", AssessmentRecord, "id", "framework", "date", "assessed_by", "about", "title")
def _assessments(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:
    from genderplan.standing.assessments.recording import assessment_records

    passing = {row.full_id() for each in standings for row in each.plan.assessments if selection.has_assessment(row)}
    records = assessment_records(standings, tree.by_id, tree.frameworks_by_id)
    return (record for record in records if record.id in passing)


def _of_boards(records_of: "Callable[[BoardStanding, Tree], Iterable[BoardsRecord]]") -> _Records:
    """The records of the boards that oversee anything of the plans, as far as they pass."""

    def records(tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Iterator[Record]:
        from genderplan.reports.list.boards import passes, sitting

        for each in sitting(tree, standings):
            yield from (record for record in records_of(each, tree) if passes(record, selection))

    return records


_listed("boards", BoardRecord, "id", "chair", "serves", "last_meeting", "next_meeting", "role")(
    _of_boards(lambda board, tree: [board.record(tree)])
)
_listed("meetings", MeetingRecord, "date", "id", "kind", "status", "theme")(_of_boards(lambda each, _: each.meetings()))
_listed("reports", BoardReportRecord, "due", "status", "id", "by", "title")(_of_boards(lambda each, _: each.reports()))
_listed("decisions", DecisionRecord, "id", "date", "kind", "state", "leads", "due", "text")(
    _of_boards(lambda board, _: board.decisions())
)
