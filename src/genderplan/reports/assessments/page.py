"""Page of assessments: of each framework what was found by date, or of several side by side, and what shows it."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import (
    Block,
    Column,
    Command,
    Facts,
    Identifier,
    Nested,
    Next,
    Note,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.ratings import (
    NOTHING_SAID,
    change_in_words,
    changes_in_words,
    counts_in_words,
    found_in_words,
    level_in_words,
)
from genderplan.page.words import bare_id, caption_in_words, counted, date_in_words, day_in_words, listed, sentence
from genderplan.reports.assessments.areas import areas_table
from genderplan.reports.assessments.result import AssessedFramework, AssessedSection, Ratings
from genderplan.reports.assessments.ways import RatingColumns
from genderplan.reports.parts import next_step, table
from genderplan.standing.records.assessments import AssessmentRecord, RatingRecord
from genderplan.terminal.cells import in_words

_SIDE_BY_SIDE = 5
"""How many columns stand side by side: of more, the rest stands in further tables."""

_MOST_COLUMNS = 60
_ROOM_FOR_HEADS = 40
"""How wide all heads may be together, in cells, so that titles have room beside them at 80."""

_SECTION = Column("Section", is_name=True)
_CHANGE = Column("Change")
_ASSESSMENTS = (Column("Assessment", is_name=True), Column("By"), Column("Date"), Column("Found"), Column("Change"))
_COLUMNS = (Column("Column", is_name=True), Column("Date"), Column("Found"))
_EVIDENCE = (_SECTION, Column("Of"), Column("Found"), Column("Evidence"))
_NOBODY = "No plan has an assessment: its files stand in the assessments/ of a plan."
NONE_ASKED_FOR = "No assessment is of what was asked for."
NONE_READ = "No assessment could be read."
_STEP = Next(Command("genderplan schema assessment"), "what may stand in one")


def ratings_page(
    report: Ratings, names: Mapping[str, str], by: RatingColumns = RatingColumns.DATE, none: str = ""
) -> Page:
    """Every framework after the other; `none` is said where there is no assessment though one may have been made."""
    sections = tuple(_framework(each, report, by, none) for each in report.frameworks)
    days = Facts(tuple(map(day_in_words, report.plans)))
    instead = (Note(none),) if none else (Note(_NOBODY), _STEP)
    return Page("Assessments", sections or (days, *instead), names)


def _framework(framework: AssessedFramework, report: Ratings, by: RatingColumns, none: str) -> Section:
    told = [each for each in report.assessments if each.framework == framework.id]
    plans = {each.plan for each in told}
    counting = [each for each in told if not each.is_to_come]
    levels = listed([level_in_words(each.id, each.title, each.score) for each in framework.levels])
    facts = Facts(
        (
            Identifier(framework.id),
            framework.kind,
            f"edition {framework.edition}" if framework.edition else "",
            f"levels {levels}" if levels else "",
            *(day_in_words(each) for each in report.plans if not told or each.id in plans),
        )
    )
    blocks: list[Block] = [facts, Note(none if none and not told else _in_short(framework, counting))]
    blocks += _to_come(told)
    blocks += _side_by_side(framework, counting) if by is RatingColumns.ABOUT else _by_date(framework, counting)
    if counting:
        newest = counting[-1]
        label = next(each for each in report.plans if each.id == newest.plan)
        name = newest.assessment if len(report.plans) == 1 else newest.id
        blocks.append(next_step(label, f"show {name}", "all that the newest says"))
    return Section(framework.title or framework.id, tuple(blocks))


def _in_short(framework: AssessedFramework, records: Sequence[AssessmentRecord]) -> str:
    """`3 assessments of 2 subjects say something of 4 of 6 sections: of 2 nothing is said.`

    What a framework does not have is none of its sections; of one that is not there nobody knows how many it has.
    """
    is_known = framework.title is not None
    counts = [each.assessments for each in framework.sections if not each.is_heading and (each.title or not is_known)]
    sections = counted(len(counts), "section")
    if not records:
        return f"Nobody has assessed it yet: nothing is said of its {sections}."
    silent = counts.count(0)
    says = "says" if len(records) == 1 else "say"
    subjects = counted(len({each.about for each in records}), "subject")
    said = f"{len(counts) - silent:,} of {sections}" if is_known else f"{sections} of a framework that is not known"
    rest = f": of {silent:,} nothing is said" if silent else ""
    return f"{counted(len(records), 'assessment')} of {subjects} {says} something of {said}{rest}."


def _to_come(records: Sequence[AssessmentRecord]) -> Iterator[Note]:
    """What does not count yet, as it is dated after the status date."""
    left_out = [f"{bare_id(each.id)} of {date_in_words(each.date)}" for each in records if each.is_to_come]
    if left_out:
        yield Note(f"After the status date, and so not counted: {listed(left_out)}.")


# by date


def _by_date(framework: AssessedFramework, records: Sequence[AssessmentRecord]) -> Iterator[Block]:
    """One subject after the other, each with its newest dates, as far as there is room on a page."""
    left = _MOST_COLUMNS
    histories: dict[tuple[str | None, str], list[AssessmentRecord]] = {}
    for each in records:
        histories.setdefault(each.about[:2], []).append(each)
    for history in sorted(histories.values(), key=lambda each: _place(each[0])):
        if left > 0:
            yield from _history(framework, history[-left:])
        left -= len(history)
    if left < 0:
        yield Note(f"{counted(-left, 'more assessment')}: --about names one subject, --format json has all.")


def _place(record: AssessmentRecord) -> tuple[bool, str]:
    """The plan itself before its parts, these by their names."""
    return record.about.kind != "plan", record.about.title.casefold()


def _history(framework: AssessedFramework, history: Sequence[AssessmentRecord]) -> Iterator[Section]:
    """The levels of one subject date by date, and of its newest assessment what stands where and what shows it."""
    newest = next((each for each in history if each.is_newest), history[-1])
    title, kind = newest.about.title, newest.about.kind
    when = date_in_words(newest.date) or "no date"
    changes = changes_in_words(newest.changes)
    told = f"{sentence(when)}: {counts_in_words(newest.counts)}{f'; {changes}' if changes else ''}."
    matrix = _matrices(framework, history, _dates(history), newest if newest.date else None)
    about = Facts((kind or "", Identifier(newest.about.id)))
    yield Section(title, (about, Note(told), *matrix))
    areas = areas_table(framework, newest)
    if areas:
        yield Section(f"{title}, {when}: by area", (areas,))
    yield from _evidence(f"{title}, {when}: evidence", framework, [newest], [""])
    yield _assessments(f"{title}: assessments", list(reversed(history)))


def _dates(history: Sequence[AssessmentRecord]) -> list[str]:
    """The heads of columns by date; with the id where two have the same, the full one where two plans tell of it."""
    dates = [date_in_words(each.date) or "No date" for each in history]
    is_of_one = len({each.plan for each in history}) == 1
    return [
        f"{date} ({each.assessment if is_of_one else each.id})" if dates.count(date) > 1 else date
        for date, each in zip(dates, history, strict=True)
    ]


# side by side


def _side_by_side(framework: AssessedFramework, records: Sequence[AssessmentRecord]) -> Iterator[Block]:
    """The newest assessment of each subject, by the names of these."""
    newest = sorted((each for each in records if each.is_newest), key=_place)
    shown = newest[:_MOST_COLUMNS]
    if not shown:
        return
    heads = _heads(shown)
    yield from _matrices(framework, shown, heads, None)
    if len(newest) > len(shown):
        yield Note(f"{counted(len(newest) - len(shown), 'more subject')}: --format json has all.")
    rows = [
        (_head(head, each), each.date or "no date", counts_in_words(each.counts))
        for head, each in zip(heads, shown, strict=True)
    ]
    yield Section("Columns", (table(f"Columns of {framework.id}", _COLUMNS, rows),), len(rows))
    yield from _evidence("Evidence", framework, shown, [each.about.title for each in shown])


def _head(head: str, record: AssessmentRecord) -> Stack:
    """What a column is about, and the assessment that it is taken from."""
    title = record.about.title if record.about.title != head else ""
    return Stack((head, title, f"{record.about.kind or ''} {record.about.id}".strip(), Identifier(record.id)))


def _heads(records: Sequence[AssessmentRecord]) -> list[str]:
    """What they are about, else the ids of that, where all of either are short enough; else numbers of our own."""
    titles = [each.about.title for each in records]
    ids = [each.about.id.rpartition("#")[2].rpartition("/")[2] for each in records]
    for heads in (titles, ids):
        if len(set(heads)) == len(heads) and sum(len(head) + 2 for head in heads) <= _ROOM_FOR_HEADS:
            return heads
    return [str(number) for number in range(1, len(records) + 1)]


# tables of both


def _matrices(
    framework: AssessedFramework,
    records: Sequence[AssessmentRecord],
    heads: Sequence[str],
    changed: AssessmentRecord | None,
) -> Iterator[Table]:
    """Sections by columns, in several tables where there are many; with the changes of one of them at the end."""
    found = [{rating.section: rating for rating in each.ratings} for each in records]
    changes = {rating.section: rating for rating in changed.ratings} if changed else {}
    for first in range(0, len(records), _SIDE_BY_SIDE):
        last = first + _SIDE_BY_SIDE
        is_end = changed is not None and last >= len(records)
        columns = (_SECTION, *map(Column, heads[first:last]), *((_CHANGE,) if is_end else ()))
        rows = tuple(
            (
                _name(section),
                *(_cell(section, each.get(section.section)) for each in found[first:last]),
                *((change_in_words(changes.get(section.section)),) if is_end else ()),
            )
            for section in framework.sections
        )
        where = f", columns {first + 1} to {min(last, len(records))}" if len(records) > _SIDE_BY_SIDE else ""
        yield Table(f"Sections of {framework.id}{where}", columns, rows)


def _name(section: AssessedSection) -> Nested:
    """The title behind its printed number; the id of what the framework does not have."""
    return Nested(caption_in_words(section.ref, section.title or section.section), section.depth)


def _cell(section: AssessedSection, rating: RatingRecord | None) -> str:
    return found_in_words(rating) if rating else "" if section.is_heading else NOTHING_SAID


def _evidence(
    title: str, framework: AssessedFramework, records: Sequence[AssessmentRecord], heads: Sequence[str]
) -> Iterator[Section]:
    """What shows each level, and what else is told of a rating; a level that nothing shows says so."""
    titles = {section.section: section for section in framework.sections}
    rows = [
        (_plain_name(titles[rating.section]), head, found_in_words(rating), shown)
        for head, each in zip(heads, records, strict=True)
        for rating in each.ratings
        if (shown := _shown(rating))
    ]
    if rows:
        yield Section(title, (table(f"Evidence for ratings by {framework.id}", _EVIDENCE, rows),), len(rows))


def _plain_name(section: AssessedSection) -> str:
    return _name(section).text


def _shown(rating: RatingRecord) -> Stack | None:
    told: tuple[Value, ...] = (*rating.evidence, *filter(None, (rating.note, in_words(rating.source))))
    if rating.state == "rated" and not rating.evidence:
        told = ("no evidence", *told)
    return Stack(told, are_alike=True) if told else None


def _assessments(title: str, records: Sequence[AssessmentRecord]) -> Section:
    """Who assessed when, the newest first, how often each level was found, and what changed."""
    rows = [
        (
            Stack((each.title or each.assessment, Identifier(each.id), in_words(each.source))),
            Organisations(each.assessed_by),
            each.date or "no date",
            counts_in_words(each.counts),
            changes_in_words(each.changes),
        )
        for each in records
    ]
    return Section(title, (table(title, _ASSESSMENTS, rows),), len(rows))
