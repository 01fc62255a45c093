"""Facts of one thing under their names: what the screen and the page of `show` both tell, in the same order."""

from collections.abc import Iterator

from genderplan.page.ratings import changes_in_words, counts_in_words
from genderplan.page.words import cycle_in_words, earliest_in_words, one_line, state_in_words
from genderplan.reports.show.links import EntryLink
from genderplan.reports.show.mentions import Mention
from genderplan.reports.show.result import Detail, Record
from genderplan.standing.progress import Progress, ProgressOrigin
from genderplan.standing.records.assessments import AssessmentRecord
from genderplan.standing.records.boards import BoardRecord, BoardReportRecord, DecisionRecord, MeetingRecord
from genderplan.standing.records.frameworks import FrameworkRecord
from genderplan.standing.records.indicators import IndicatorRecord
from genderplan.standing.records.items import EntryRecord, MilestoneRecord
from genderplan.standing.records.plans import OrganisationRecord, PlanRecord
from genderplan.standing.records.registers import RegisterItemRecord, RegisterRecord
from genderplan.standing.standings import Counts
from genderplan.terminal.cells import in_words

_TOLD_ELSEWHERE = (
    *("plan", "entry", "milestone", "section", "indicator", "register", "item", "assessment", "id", "title", "file"),
    "line",
    *("counts", "judged_by", "approved"),
)
_OF_PROGRESS = ("progress", "progress_from", "latest")
_OF_RATINGS = ("ratings", "changes", "is_newest", "is_to_come")
_OF_DAYS = ("as_of", "as_of_from", "variance_months", "variance_days")
_OF_CYCLES = ("every", "until", "earliest")
_LINKS = ("answers", "continues")
_SKIPPED = frozenset((*_TOLD_ELSEWHERE, *_OF_PROGRESS, *_OF_CYCLES, *_LINKS, *_OF_DAYS, *_OF_RATINGS))
_HEADS = {"long_term_aim": "long-term aim", "said_rag": "said RAG", "memberships": "belongs to"}


def title_of(record: Record) -> str:
    """Its title or its name, else its id."""
    if isinstance(record, EntryRecord):
        return record.caption
    if isinstance(record, DecisionRecord):
        return record.text
    return getattr(record, "title", None) or getattr(record, "name", None) or record.id


def place_of(record: Record) -> str:
    """Its file, and the line where the file has more than it."""
    if isinstance(record, PlanRecord | FrameworkRecord | AssessmentRecord | BoardRecord | RegisterRecord):
        return record.file
    return f"{record.file}:{record.line}"


def facts_of(detail: Detail) -> Iterator[tuple[str, object]]:
    """Every fact that there is, by its name."""
    if isinstance(detail.record, BoardRecord | MeetingRecord | BoardReportRecord | DecisionRecord):
        from genderplan.reports.show.boards import board_facts

        yield from board_facts(detail.record)
        beside = detail.beside.items()
        yield from ((name.replace("_", " "), value) for name, value in beside if not _is_nothing(value))
        return
    for name, value in {**detail.record._asdict(), **detail.beside}.items():
        if name not in _SKIPPED and not _is_nothing(value) and not _says_the_same(name, detail.record):
            yield _HEADS.get(name, name.replace("_", " ")), value
    yield from _recurrence(detail.record)
    yield from _figures(detail.record)
    if detail.board:
        from genderplan.reports.show.boards import board_facts

        own = {"note": "board's note", "tags": "board's tags"}
        yield from ((own.get(name, name), value) for name, value in board_facts(detail.board.record))
        overseen = (("overseen", detail.board.overseen), ("to review", detail.board.to_review))
        yield from ((name, ids) for name, ids in overseen if ids)


def _is_nothing(value: object) -> bool:
    return value in (None, (), {}) or value is False


def _says_the_same(name: str, record: Record) -> bool:
    """Whether a fact says no more than another does: `part_of` of an organisation that ever was part of that alone."""
    is_plain = isinstance(record, OrganisationRecord) and [each.is_dated for each in record.memberships] == [False]
    return name == ("memberships" if is_plain else "part_of") and isinstance(record, OrganisationRecord)


def _recurrence(record: Record) -> Iterator[tuple[str, object]]:
    """How often a thing comes again, and from when on there can be a date where there is none."""
    if isinstance(record, EntryRecord | MilestoneRecord) and record.every:
        yield "comes again", cycle_in_words(record.every, record.due, record.until)
    if isinstance(record, IndicatorRecord) and record.every:
        yield "a value is owed", record.every.as_cycle
    if isinstance(record, MilestoneRecord) and record.earliest:
        yield "can be done", earliest_in_words(record.earliest)


def _figures(record: Record) -> Iterator[tuple[str, object]]:
    """What a thing's parts come to; of a milestone the date approved since the baseline, and how much later it is."""
    if isinstance(record, EntryRecord) and record.progress and record.progress.value != record.status:
        yield "progress", _progress_in_words(record.progress, record.progress_from)
    if isinstance(record, EntryRecord) and record.counts:
        yield "milestones", _counts_in_words(record.counts)
    if isinstance(record, PlanRecord):
        yield "entries", _counts_in_words(record.counts.entries)
        yield "milestones", _counts_in_words(record.counts.milestones)
    if isinstance(record, MilestoneRecord) and record.approved:
        yield "agreed since", record.approved
    if isinstance(record, AssessmentRecord):
        yield from _findings(record)
    if isinstance(record, MilestoneRecord) and record.variance:
        yield "variance", record.variance


def _findings(record: AssessmentRecord) -> Iterator[tuple[str, str]]:
    """How often an assessment found what, and what has changed since the last, where that can be told."""
    yield "found", counts_in_words(record.counts)
    changed = changes_in_words(record.changes)
    if changed:
        yield "changed", changed
    if record.is_to_come:
        yield "stands", "still to come, so that it does not count"


def _progress_in_words(progress: Progress, origin: ProgressOrigin | None) -> str:
    """`under way (by its start)`; what an update says stands by itself."""
    by = f" ({_ORIGINS[origin]})" if origin in _ORIGINS else ""
    return f"{state_in_words(progress)}{by}"


_ORIGINS = {ProgressOrigin.START: "since its start", ProgressOrigin.MILESTONE: "as a milestone is complete"}


def _counts_in_words(counts: Counts) -> str:
    """`overdue 1; upcoming 3`."""
    return "; ".join(f"{status} {number}" for status, number in counts.items() if number) or "none"


def named_in_words(place: Mention) -> str:
    """`lead of pay/publish-gap: To publish the pay gap`, `supported by pay/publish-gap: To publish the pay gap`."""
    name = f"{place.role}{_AFTER.get(place.role, '')} {place.id}".strip()
    return f"{name}: {one_line(place.title)}" if place.title else name


_OF = ("lead", "input", "partner", "receiver", "assessor", "subject")
_AFTER = dict.fromkeys(_OF, " of") | {"accountable": " for", "involved": " in"}


def review_in_words(record: RegisterItemRecord) -> str:
    """`review Nov 2025`, `review every 6 months, last time not given`."""
    when = in_words(record.next_review or record.review)
    return f"review {when}" if when else ""


def link_in_words(link: EntryLink) -> str:
    """`answers in part`, `answered in part by`."""
    verb, _, by = link.role.partition(" ")
    return " ".join(filter(None, (verb, "in part" if link.extent == "part" else "", by)))
