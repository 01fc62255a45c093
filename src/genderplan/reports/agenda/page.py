"""Page of an agenda: the meeting, what it decides and receives, what changed, what is open; what is empty by name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from genderplan.page.page import (
    Amount,
    Block,
    Column,
    Facts,
    Identifier,
    Note,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import counted, date_in_words, name_of
from genderplan.reports.agenda.board_page import board_sections, meeting_section, rows_section
from genderplan.reports.agenda.records import AgendaItem, ExtensionAsked, ReceivedMilestone
from genderplan.reports.agenda.result import Agenda, PlanProgress
from genderplan.reports.agenda.words import (
    MONITORED,
    extended_in_words,
    further_in_words,
    in_short,
    judged_in_words,
    plan_in_words,
    since_in_words,
    title_of,
    until_in_words,
    update_in_words,
)
from genderplan.reports.parts import share_complete, short_identifier, table
from genderplan.reports.status.since.sections import change_sections
from genderplan.standing.records.items import Tally
from genderplan.standing.standings import Rag, Status

_ABOUT = (Column("What", is_name=True), Column("Lead"))
_OVERDUE = (*_ABOUT, Column("Due"), Column("Overdue by", is_number=True))
_DUE = (*_ABOUT, Column("Kind"), Column("Due"))
_ASKED = (*_ABOUT, Column("Due"), Column("Asked for"))
_RECEIVED = (*_ABOUT, Column("Due"), Column("Status"))
_PROGRESS = (
    Column("Objective", is_name=True),
    Column("RAG"),
    Column("Entries", is_number=True),
    Column("Milestones", is_number=True),
    Column("Overdue", is_number=True),
)
_RECKONED = (
    "Complete is what the plans' files record as done; red, green and overdue are reckoned from that and the dates."
)
_MOST_ROWS = 20
"""How many rows of a list a screen has room for."""

_SEVERAL_LEAD = "What several lead stands under each of them; the number counts it once."


def agenda_page(report: Agenda, names: Mapping[str, str], *, is_whole: bool) -> Page:
    """The paper in the order in which a meeting goes through it; for a screen not the whole of long lists."""
    return Page(title_of(report), tuple(_blocks(report, names, None if is_whole else _MOST_ROWS)), names)


def _blocks(report: Agenda, names: Mapping[str, str], most: int | None) -> Iterator[Block]:
    yield Facts((Identifier(report.board.id), *map(judged_in_words, report.plans)))
    yield Note(in_short(report))
    yield meeting_section(report, names)
    sections = list(_sections(report, names, most))
    yield from (each for each in sections if each.blocks)
    empty = [each.title[:1].lower() + each.title[1:] for each in sections if not each.blocks]
    if empty:
        yield Note(f"Nothing is to be told of: {'; '.join(empty)}.", is_aside=True)


def _sections(report: Agenda, names: Mapping[str, str], most: int | None) -> Iterator[Section]:
    """Those that are empty without blocks, save where a board wants to read that nothing is.

    Of each list so many rows are told as there is room for; how far each objective is, always.
    """
    yield from (each.first(most) for each in board_sections(report))
    yield Section("Since the last meeting", tuple(_changes(report, names))).first(most)
    yield Section("Progress", tuple(_progress(report)))
    overdue, due = report.overdue[:most], report.due[:most]
    is_whole = len(overdue) == len(report.overdue)
    late = _by_owner(overdue, report, names) if is_whole else _longest_overdue(overdue, report, names)
    yield Section("Overdue", tuple(late), len(report.overdue))
    yield Section(f"Due {until_in_words(report)}", tuple(_due(due, overdue, report, names)), len(report.due))
    yield from (each.first(most) for each in _other_sections(report, names))


def _other_sections(report: Agenda, names: Mapping[str, str]) -> Iterator[Section]:
    yield rows_section("Extensions asked for", _ASKED, [_asked(each, report, names) for each in report.requested])
    yield rows_section("Milestones that go to this board", _RECEIVED, [_received(each) for each in report.received])
    yield rows_section("Reviews", _DUE, [_due_row(each, report, names) for each in report.reviews])
    yield from _monitored(report)


def _monitored(report: Agenda) -> Iterable[Section]:
    """What is watched beside dates; of many plans nothing is."""
    if not (report.off_course or report.registered or report.idle):
        return (Section(title, ()) for title in MONITORED)
    from genderplan.reports.agenda.monitored_page import monitored_sections

    return monitored_sections(report)


def _changes(report: Agenda, names: Mapping[str, str]) -> Iterator[Block]:
    yield Note(since_in_words(report))
    for each, label in zip(report.since, report.plans, strict=True) if report.since else ():
        others = tuple(change for change in each.other_keys or () if change.key != "requested")
        blocks = tuple(change_sections(each._replace(other_keys=others), names))
        yield from blocks if len(report.since) == 1 else (Section(plan_in_words(label, report.plans), blocks),)


def _progress(report: Agenda) -> Iterator[Block]:
    for each, label in zip(report.progress, report.plans, strict=True):
        if sum(each.counts.entries.values()):
            blocks = (Note(_progress_in_short(each)), _objectives(each))
            yield from blocks if len(report.progress) == 1 else (Section(plan_in_words(label, report.plans), blocks),)
    yield Note(_RECKONED, is_aside=True)


def _progress_in_short(progress: PlanProgress) -> str:
    done = share_complete(progress.counts.entries)
    return f"{done.done:,} of {counted(done.of, 'entry')} complete{f', {progress.rag}' if progress.rag else ''}."


def _objectives(progress: PlanProgress) -> Table:
    rows = [_progress_row(each.title, each.rag, each.counts) for each in progress.objectives]
    rows += [_progress_row(each.title, each.rag, each.counts) for each in progress.others]
    caption = f"Objectives of {progress.plan}: entries and milestones complete of all"
    return Table(caption, _PROGRESS, tuple(rows))


def _progress_row(title: str, rag: Rag | None, counts: Tally) -> tuple[Value, ...]:
    late = counts.entries[Status.OVERDUE]
    return title, rag or "-", share_complete(counts.entries), share_complete(counts.milestones), late


def _by_owner(overdue: Sequence[AgendaItem], report: Agenda, names: Mapping[str, str]) -> Iterator[Block]:
    """Owner by owner, in the order of their names."""
    if not overdue:
        yield Note("Nothing is overdue.")
        return
    by_owner: dict[str | None, list[AgendaItem]] = {}
    for each in overdue:
        for owner in each.item.leads or (None,):
            by_owner.setdefault(owner, []).append(each)
    called = {owner: name_of(owner, names) if owner else "No lead" for owner in by_owner}
    for owner in sorted(by_owner, key=lambda each: (each is None, called[each].casefold())):
        rows = [
            _overdue_row(each, report, names, Organisations(each.item.leads) if len(each.item.leads) > 1 else None)
            for each in _told_once(by_owner[owner])
        ]
        yield Section(called[owner], (table(f"Overdue: {called[owner]}", _OVERDUE, rows),), len(rows))
    if any(len(each.item.leads) > 1 for each in overdue):
        yield Note(_SEVERAL_LEAD, is_aside=True)


def _longest_overdue(overdue: Sequence[AgendaItem], report: Agenda, names: Mapping[str, str]) -> Iterator[Block]:
    """For a screen that has no room for every owner: what is overdue for the longest, with who leads it."""
    rows = [_overdue_row(each, report, names, Organisations(each.item.leads)) for each in _told_once(overdue)]
    left_out = len(report.overdue) - len(overdue)
    yield table("Overdue: the longest first", _OVERDUE, rows)._replace(left_out=left_out)


def _overdue_row(
    each: AgendaItem, report: Agenda, names: Mapping[str, str], leads: Organisations | None
) -> tuple[Value, ...]:
    return _what(each, report, names), leads, each.item.date, Amount(each.item.days_overdue or 0, "day")


def _due(
    due: Sequence[AgendaItem], overdue: Sequence[AgendaItem], report: Agenda, names: Mapping[str, str]
) -> Iterator[Block]:
    """What falls due, so much of it as there is room for, below what is told as overdue."""
    if due:
        rows = [_due_row(each, report, names) for each in _told_once(due, map(_entry, overdue))]
        told = table(f"Due {until_in_words(report)}", _DUE, rows)
        yield told._replace(left_out=len(report.due) - len(due))
    else:
        yield Note(f"Nothing falls due {until_in_words(report)}.")


def _due_row(each: AgendaItem, report: Agenda, names: Mapping[str, str]) -> tuple[Value, ...]:
    return _what(each, report, names), Organisations(each.item.leads), each.item.kind.value, each.item.date


def _told_once(items: Iterable[AgendaItem], before: Iterable[str] = ()) -> Iterator[AgendaItem]:
    """Items of which each update is told at the first alone; of the entries that were `before` not again."""
    told = set(before)
    for each in items:
        yield each._replace(latest=None) if _entry(each) in told else each
        told.add(_entry(each))


def _entry(each: AgendaItem) -> str:
    return each.item.id.partition("@")[0].partition("#")[0]


def _what(each: AgendaItem, report: Agenda, names: Mapping[str, str]) -> Stack:
    """Its title over what it belongs to, its id, how often it was extended, and what was told of it last."""
    item, told = each.item, update_in_words(each.latest, names)
    base = item.id.partition("@")[0] if each.further else item.id
    notes = (
        item.of,
        short_identifier(base, report.plans),
        further_in_words(each.further),
        item.note,
        extended_in_words(each.extended),
        told,
    )
    return Stack((item.caption, *filter(None, notes)))


def _asked(each: ExtensionAsked, report: Agenda, names: Mapping[str, str]) -> tuple[Value, ...]:
    request = each.requested
    head = ", ".join(filter(None, (date_in_words(request.date), name_of(request.by, names))))
    why = ": ".join(filter(None, (head, request.reason or "no reason given")))
    notes = (each.of, short_identifier(each.id, report.plans), extended_in_words(each.extended), why)
    return Stack((each.title, *filter(None, notes))), Organisations(each.leads), each.due, request.to


def _received(each: ReceivedMilestone) -> tuple[Value, ...]:
    done = f"done {date_in_words(each.completed)}" if each.completed else ""
    about = Stack((each.title, *filter(None, (each.of, Identifier(each.id), done))))
    return about, Organisations(each.leads), each.due, each.status
