"""Agendas in words: which meeting it is, what there is in numbers, and what each thing is beside its title."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.board.meeting_rows import MeetingRuleRow
from genderplan.kinds.board.rows import AboutRow, ChampionsRow, MemberRow, WorkingGroupRow
from genderplan.kinds.entry.part_rows import SourceRow, UpdateRow
from genderplan.page.words import (
    counted,
    date_in_words,
    day_in_words,
    listed,
    meetings_in_words,
    name_of,
    one_line,
    told_in_words,
    whole_cycle_in_words,
)
from genderplan.reports.agenda.records import AgendaReport, MeetingLabel, ReviewTurn
from genderplan.reports.agenda.result import Agenda
from genderplan.reports.status.since.result import Since
from genderplan.standing.records.items import PlanLabel

BY_DATES = "by the dates in the plans' own files"

_MOST = 6
"""How many further times of what comes again are named."""

MONITORED = (
    "Indicators off course",
    "Objectives, initiatives, risks and concerns",
    "Sections without recorded progress",
)
"""The titles of what is watched beside dates."""


def title_of(report: Agenda) -> str:
    """`Pay Board: 5 Jun 2008`; without a meeting the board alone."""
    date = report.meeting.date if report.meeting else None
    return f"{report.board.name}: {date_in_words(date)}" if date else report.board.name


def plan_in_words(label: PlanLabel, plans: Sequence[PlanLabel]) -> str:
    """A plan's title, with its id where another of some plans has the same."""
    alike = sum(each.title == label.title for each in plans)
    return f"{label.title} ({label.id})" if alike > 1 else label.title


def meeting_in_words(meeting: MeetingLabel | None) -> str:
    """`5 Jun 2008`, `Jun 2008 (by rule, special, Race)`; `not known` for none."""
    if meeting is None:
        return "not known"
    kind = meeting.kind if meeting.kind != "ordinary" else ""
    more = ", ".join(filter(None, ("by rule" if meeting.by_rule else "", kind, meeting.title, meeting.theme)))
    date = date_in_words(meeting.date) or "no date"
    return f"{date} ({one_line(more)})" if more else date


def cancelled_in_words(meeting: MeetingLabel) -> str:
    """`3 Apr 2008: no quorum`."""
    return f"{date_in_words(meeting.date)}: {one_line(meeting.cancelled or 'no reason given')}"


def judged_in_words(label: PlanLabel) -> str:
    """`pay as of 5 Jun 2008`, and where that day is from, if nobody named it."""
    return f"{label.id} as of {date_in_words(label.as_of)}" if label.as_of_from == "option" else day_in_words(label)


def since_in_words(report: Agenda) -> str:
    """Since when changes are told, and what tells how the plans were then."""
    if report.last is None:
        return "No earlier meeting is known, so nothing is told of what changed."
    when = f"Since {meeting_in_words(report.last)}"
    dated = [each.plan for each in report.since if each.told_by == "dates"]
    commits = {each.since.name: each.since for each in report.since if each.told_by != "dates"}
    named = [f"commit {name.removeprefix('git:')} of {date_in_words(each.taken)}" for name, each in commits.items()]
    if not named:
        why = one_line(report.since_why or ("the commit of then has none of them" if dated else ""))
        return f"{when}, {BY_DATES}{f': {why}' if why else ''}."
    rest = f"; of {listed(dated)}, not in that commit, {BY_DATES}" if dated else ""
    return f"{when}, by {listed(named)}{rest}."


def in_short(report: Agenda) -> str:
    """What there is to look at, in numbers."""
    owed = _reports_in_short(report.reports) if report.meeting else ""
    missing = f"{counted(len(report.missing), 'earlier one')} not recorded as received" if report.missing else ""
    reports = ", ".join(filter(None, (owed, missing)))
    now = f"{len(report.overdue):,} overdue now, {len(report.due):,} due {until_in_words(report)}."
    return f"{_changes_in_short(report.since)}{now}{f' {reports}.' if reports else ''}"


def _reports_in_short(reports: Sequence[AgendaReport]) -> str:
    number, came = len(reports), sum(each.received is not None for each in reports)
    told = f"{counted(number, 'report')} {'is' if number == 1 else 'are'}" if number else "No report is"
    which = ("and " if number == 1 else "all ") if came == number else f"{came:,} of them "
    return f"{told} owed to this meeting{f', {which}recorded as received' if came else ''}"


def _changes_in_short(changes: Sequence[Since]) -> str:
    if not changes:
        return ""
    completed = sum(len(each.completed or ()) for each in changes)
    newly = sum(len(each.newly_overdue or ()) for each in changes)
    moved = sum(each.comparison.totals.moved for each in changes)
    return f"Since the last meeting {completed:,} completed, {newly:,} newly overdue, {moved:,} moved. "


def until_in_words(report: Agenda) -> str:
    """`by the next meeting, 2 Oct 2008`; what counts as soon where no meeting is known."""
    if report.until is None:
        return "soon"
    which = "the next meeting" if report.next else "this meeting"
    return f"by {which}, {date_in_words(report.until)}"


def member_in_words(member: MemberRow, names: Mapping[str, str]) -> str:
    """`Human Resources, Staff association, A. Person`: as much of it as there is."""
    return one_line(", ".join(filter(None, (name_of(member.organisation, names), member.role, member.name))))


def rule_in_words(rule: MeetingRuleRow | None, names: Mapping[str, str]) -> str:
    """`every 3 months, first date not given; before Council; at least 4 a year`; nothing for no rule."""
    if rule is None:
        return ""
    every = whole_cycle_in_words(rule.every, rule.from_, rule.until) if rule.every else ""
    before = f"before {one_line(names.get(rule.before, rule.before))}" if rule.before else ""
    least = f"at least {rule.at_least_a_year:,} a year" if rule.at_least_a_year else ""
    return "; ".join(filter(None, (every, before, least)))


def rota_in_words(rota: ChampionsRow | None, names: Mapping[str, str]) -> str:
    """`every 6 months, first date not given: Finance and Research; by HR Director`; nothing for no rota."""
    if rota is None:
        return ""
    often = whole_cycle_in_words(rota.every, rota.from_, rota.until)
    units, by = (listed([names.get(each, each) for each in some]) for some in (rota.rota, rota.by))
    return one_line(f"{often}{f': {units}' if units else ''}{f'; by {by}' if by else ''}")


def group_in_words(group: WorkingGroupRow, names: Mapping[str, str]) -> str:
    """`Race, chaired by Finance, led by Research`."""
    chair, led_by = (name_of(each, names) for each in (group.chair, group.led_by))
    facts = (group.title, f"chaired by {chair}" if chair else "", f"led by {led_by}" if led_by else "")
    return one_line(", ".join(filter(None, facts)))


def turn_in_words(turn: ReviewTurn, names: Mapping[str, str]) -> str:
    """`Finance, Jan 2025, by HR Director (2 of 3 in the rota)`."""
    by = f", by {listed([names.get(each, each) for each in turn.by])}" if turn.by else ""
    unit = one_line(names.get(turn.unit, turn.unit))
    return f"{unit}, {date_in_words(turn.date)}{by} ({turn.place} of {turn.of} in the rota)"


def update_in_words(update: UpdateRow | None, names: Mapping[str, str]) -> str:
    """`latest update, 10 Jan 2025, Human Resources: Extract done (under way, said amber)`; nothing for none."""
    if update is None:
        return ""
    head = ", ".join(filter(None, ("latest update", date_in_words(update.date), name_of(update.by, names))))
    beside = "; ".join(told_in_words(update.state, update.rag, update.next, update.evidence))
    told = f"{update.text} ({beside})" if beside else update.text
    return one_line(f"{head}: {told}")


def further_in_words(further: Sequence[PlanDate]) -> str:
    """`and Feb 2008, Mar 2008 and 3 more times`; nothing for none."""
    named = [date_in_words(each) for each in further[:_MOST]]
    more = len(further) - len(named)
    told = listed([*named, counted(more, "more time")] if more else named)
    return f"and {told}" if told else ""


def extended_in_words(times: int) -> str:
    """`extended once`, `extended 3 times`; nothing for never."""
    if times == 0:
        return ""
    return "extended once" if times == 1 else f"extended {times:,} times"


def often_in_words(every: Length | None, meetings: int | None) -> str:
    """`every 6 months`, `every other meeting`; nothing for what comes once."""
    if meetings:
        return meetings_in_words(meetings)
    return every.as_cycle if every else ""


def about_in_words(about: tuple[AboutRow, ...], titles: Mapping[str, str]) -> str:
    """What something is about: plans by their titles, other ids, and texts; nothing for nothing."""
    said = [titles.get(each.id, each.id) if each.id else each.text or "" for each in about]
    return one_line(f"about {listed(said)}") if about else ""


def source_in_words(source: SourceRow | None) -> str:
    """`report-8, paragraph 13`."""
    return one_line(", ".join(filter(None, (source.document, source.place)))) if source else ""


def put_off_in_words(report: AgendaReport) -> Iterator[str]:
    """Why it was put off, and what it was promised for before."""
    if report.reason:
        yield one_line(report.reason)
    for each in report.revisions:
        reason = f": {one_line(each.reason)}" if each.reason else ""
        yield f"was {date_in_words(each.was) or 'without a date'}{reason}"
