"""`show`: everything about one plan, entry, milestone or organisation."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.plan.items import Item
from genderplan.plan.lookup import Found
from genderplan.plan.plans import Plan
from genderplan.plan.supports import inherited
from genderplan.reports.show.links import Link, links_of_entry, links_of_plan
from genderplan.reports.show.mentions import Mention, where_named
from genderplan.standing.framework_records import FrameworkRecord, SectionRecord
from genderplan.standing.indicator_records import IndicatorRecord
from genderplan.standing.plan_records import OrganisationRecord, PlanRecord
from genderplan.standing.recording import entry_record, item_record, organisation_record, plan_labels, plan_record
from genderplan.standing.records import EntryRecord, MilestoneRecord, PlanLabel
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import Standings

_OfPlans: TypeAlias = EntryRecord | MilestoneRecord | PlanRecord | IndicatorRecord
Record: TypeAlias = _OfPlans | OrganisationRecord | FrameworkRecord | SectionRecord


class Detail(NamedTuple):
    """One record under its noun, and beside it what belongs to it: empty where nothing does.

    `beside` has by name what the contract's record of a plan or an organisation leaves out.
    """

    noun: str
    plans: tuple[PlanLabel, ...]
    record: Record
    milestones: tuple[MilestoneRecord, ...] = ()
    updates: tuple[UpdateRow, ...] = ()
    revisions: tuple[RevisionRow, ...] = ()
    named: tuple[Mention, ...] = ()
    beside: Mapping[str, object] = MappingProxyType({})
    links: tuple[Link, ...] = ()
    sections: tuple[SectionRecord, ...] = ()


def detail(found: Found, standings: Sequence[Standings], frameworks: Sequence[FrameworkRow] = ()) -> Detail:
    """What is known of one thing, where the plans stand as given, among the frameworks of their tree."""
    if isinstance(found, FrameworkRow):
        from genderplan.reports.show.frameworks import framework_detail

        return framework_detail(found, standings, frameworks)
    if isinstance(found, SectionRow):
        from genderplan.reports.show.frameworks import section_detail

        return section_detail(found, standings, frameworks)
    if isinstance(found, Plan):
        return _plan(next(each for each in standings if each.plan is found), standings)
    if isinstance(found, OrganisationRow):
        return Detail(
            "organisation",
            plan_labels(standings),
            organisation_record(found, max((each.as_of.ordinal for each in standings), default=None)),
            named=where_named(found.id, standings),
            beside=_kept(found),
        )
    if isinstance(found, IndicatorRow):
        return _indicator(next(each for each in standings if each.plan.id == found.plan), found)
    own = next(each for each in standings if each.plan.id == found.entry.plan)
    return _milestone(own, found) if found.milestone else _entry(own, found.entry, standings)


def _indicator(standings: Standings, row: IndicatorRow) -> Detail:
    from genderplan.standing.indicators import indicator_record, naming_entries

    record = indicator_record(row, standings, naming_entries(standings.plan).get(row.id, ()))
    return Detail("indicator", plan_labels([standings]), record)


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
