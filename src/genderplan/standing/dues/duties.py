"""Dues of duties: days that follow from a first one, or each from the last publication, and publications to come.

A plan has the duties that it names, those under which it has published, and those of the frameworks that it follows.
The first day belongs to the body where the plan says it, else to the framework; where neither does, and nothing was
published from which the next day follows, there is none.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from genderplan.dates.cycles import Cycle, CycleError, fitting_every
from genderplan.dates.forms import PlanDate, day_of
from genderplan.kinds.framework.rows import DutyCycleRow, FrameworkRow, SectionRow
from genderplan.kinds.plan.rows import DutyRow, PublicationRow
from genderplan.plan.plans import Plan, Tree
from genderplan.standing.days import StatusDay
from genderplan.standing.dues.rows import DueKind, OtherDue, Sought
from genderplan.standing.rag import Status
from genderplan.text import one_line

ROLLING = "rolling"


class OwedDuty(NamedTuple):
    """A duty of a plan's body: its section, how often it comes, and from when; what was published under it.

    Publications are in the order of the days for which they were expected, else on which they were made.
    """

    framework: FrameworkRow
    section: SectionRow
    rule: DutyCycleRow
    first: PlanDate | None
    told: DutyRow | None
    publications: Sequence[PublicationRow]

    @property
    def last(self) -> PlanDate | None:
        """When it ends: as its rule says, or with the edition that it is in."""
        ends = (self.rule.until, self.framework.valid.until if self.framework.valid else None)
        return min(filter(None, ends), key=lambda end: end.last, default=None)


class DutyDay(NamedTuple):
    """A day by which a duty has to be met, and what meets it."""

    date: PlanDate
    met: PublicationRow | None = None
    note: str | None = None


def days_of_duties(sought: Sought) -> Iterator[OtherDue]:
    """The days by which duties have to be met, met or not, of every plan that has some."""
    for standings in sought.standings:
        plan, day = standings.plan, standings.day
        for duty in duties(sought.tree, plan, day):
            for each in days_of(duty, sought.last(day)):
                if sought.holds(each.date, day):
                    yield _due(duty, each, plan, day, is_alone=len(sought.tree.plans) == 1)


def publications_to_come(sought: Sought) -> Iterator[OtherDue]:
    """What is to be published, by when it is expected; what was published is complete."""
    for standings in sought.standings:
        plan, day = standings.plan, standings.day
        for index, each in enumerate(plan.publications):
            if each.expected and sought.holds(each.expected, day):
                status = Status.COMPLETE if day.has_come(each.date) else day.open_status(each.expected)
                yield OtherDue(
                    kind=DueKind.PUBLICATION,
                    id=f"{plan.id}/{each.id}",
                    title=each.title,
                    plan=plan.id,
                    leads=_leads(plan, each),
                    date=each.expected,
                    status=status,
                    day=day.ordinal,
                    file=plan.file,
                    line=plan.places.position(("publications", index)).line,
                    tags=each.tags,
                )


def _leads(plan: Plan, publication: PublicationRow) -> tuple[str, ...]:
    """Who answers for the objectives that it tells of, else for the plan."""
    of = frozenset(publication.of)
    leads = dict.fromkeys(lead for each in plan.objectives if each.id in of for lead in each.leads)
    return tuple(leads) or plan.leads


def duties(tree: Tree, plan: Plan, day: StatusDay) -> Iterator[OwedDuty]:
    """The duties of a plan that come again, with what has been published under each by a day."""
    published: dict[str, list[PublicationRow]] = {}
    for each in plan.publications:
        if each.meets and day.has_come(each.date):
            published.setdefault(each.meets, []).append(each)
    told = {each.section: each for each in plan.duties}
    frameworks = tree.frameworks_by_id
    followed = (frameworks[name] for name in plan.follows if name in frameworks)
    own = (section.full_id() for each in followed for section in each.sections if section.cycle)
    for name in dict.fromkeys((*told, *published, *own)):
        framework = frameworks.get(name.partition("/")[0])
        section = framework.by_id.get(name.partition("/")[2]) if framework else None
        if framework and section and section.cycle:
            said = told.get(name)
            first = (said.from_ if said else None) or section.cycle.from_
            publications = sorted(published.get(name, ()), key=_reckoned)
            yield OwedDuty(framework, section, section.cycle, first, said, publications)


def _reckoned(publication: PublicationRow) -> int:
    """The day by which something counts: what came late counts for the day by which it was expected."""
    when = publication.expected or publication.date
    return when.last if when else 0


def days_of(duty: OwedDuty, last: int) -> Iterator[DutyDay]:
    """The days of a duty up to a day, an ordinal; of one that is rolling the next one alone is known."""
    if duty.rule.kind == ROLLING:
        following = _next_day(duty)
        days: Iterator[DutyDay] = iter([DutyDay(following)] if following else ())
    else:
        days = _days_from_the_first(duty, last)
    end = duty.last
    return (each for each in days if end is None or each.date.last <= end.last)


def _days_from_the_first(duty: OwedDuty, last: int) -> Iterator[DutyDay]:
    """Each day with the publication that meets it: the earliest unmet one after the day that lies before that."""
    cycle = Cycle(duty.rule.every, duty.first)
    if not _fits(cycle):
        return
    met: dict[int, PublicationRow] = {}
    latest = -1
    for each in duty.publications:
        latest = max(cycle.number_until(_reckoned(each) - 1), latest + 1)
        met[latest] = each
    for number in range(cycle.number_until(last)):
        when = cycle.occurrence(number)
        if when:
            after = met.get(number + 1)
            yield DutyDay(when, met.get(number), _taken_for_the_next(when, after))


def _taken_for_the_next(when: PlanDate, publication: PublicationRow | None) -> str | None:
    """That something came after a day and counts for the next one, which only its body can know better."""
    if publication is None or publication.expected or publication.date is None:
        return None
    said = f"{one_line(publication.title)}, {publication.date}"
    return f"{said}, counts for the next one: write expected: {when} under it if it is of this one"


def _fits(cycle: Cycle) -> bool:
    """Whether a first day that a body gives is of a form from which the rule of its framework leads on."""
    try:
        fitting_every(cycle.every, cycle.first)
    except CycleError:
        return False
    return cycle.first is not None


def _next_day(duty: OwedDuty) -> PlanDate | None:
    """The day before the anniversary of the last publication, but not before the first day; else the first day."""
    latest = max(filter(None, (each.date for each in duty.publications)), key=lambda day: day.last, default=None)
    following = _day_before_anniversary(Cycle(duty.rule.every, latest)) if latest else None
    if following and duty.first:
        return max(following, duty.first, key=lambda day: day.last)
    return following or duty.first


def _day_before_anniversary(cycle: Cycle) -> PlanDate | None:
    """The last day of a length that begins with a day; of a month, or longer, the one that comes after the length."""
    anniversary = cycle.occurrence(1) if _fits(cycle) else None
    if anniversary is None or cycle.first is None or not cycle.first.is_day:
        return anniversary
    begun, ended = (date.fromordinal(each.first) for each in (cycle.first, anniversary))
    is_cut = cycle.every.unit in "MY" and ended.day < begun.day  # the month has no such day: its last one is before it
    return anniversary if is_cut else day_of(date.fromordinal(anniversary.first - 1))


def _due(duty: OwedDuty, each: DutyDay, plan: Plan, day: StatusDay, *, is_alone: bool) -> OtherDue:
    """Several plans may owe the same: what it belongs to tells them apart."""
    status = Status.COMPLETE if each.met else day.open_status(each.date)
    return OtherDue(
        kind=DueKind.DUTY,
        id=f"{duty.section.full_id()}@{each.date}",
        title=duty.section.title,
        plan=plan.id,
        leads=plan.leads,
        date=each.date,
        status=status,
        day=day.ordinal,
        file=duty.framework.file,
        line=duty.section.line,
        of=duty.framework.title if is_alone else f"{duty.framework.title}, {plan.title}",
        ref=duty.section.ref,
        note="; ".join(_notes(duty, each)) or None,
        tags=duty.section.tags,
    )


def _notes(duty: OwedDuty, each: DutyDay) -> Iterator[str]:
    """What it has to include by then, and what else is to be known."""
    included = [part.section for part in (duty.told.include if duty.told else ()) if _counts(part.from_, each.date)]
    if included:
        yield f"to include {', '.join(included)}"
    if each.note and not each.met:
        yield each.note


def _counts(since: PlanDate | None, when: PlanDate) -> bool:
    return since is None or since.first <= when.last
