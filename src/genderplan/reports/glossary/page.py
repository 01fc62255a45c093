"""Page of the glossary: acronyms with what they stand for and where they are used, or those that lack that."""

from collections.abc import Iterator, Sequence

from genderplan.page.page import Block, Column, Command, Facts, Identifier, Next, Note, Page, Section, Stack, Value
from genderplan.page.words import counted, day_in_words
from genderplan.reports.glossary.result import AcronymPlace, AcronymRecord, GlossaryReport
from genderplan.reports.parts import table

_ACRONYMS = (Column("Acronym", is_name=True), Column("Meaning"), Column("Uses", is_number=True), Column("In"))
_MISSING = (Column("Acronym", is_name=True), Column("Uses", is_number=True), Column("In"))
_MOST_NAMED = 3


_UNREAD = "glossary.yaml could not be read: nothing is known of what it explains."


def glossary_page(
    report: GlossaryReport, *, missing: bool = False, is_narrowed: bool = False, is_unread: bool = False
) -> Page:
    """The acronyms that are explained, in the order of the file, or with `missing` those that are not.

    Whether the report `is_narrowed` to its plans decides what to run next; a glossary that `is_unread` may explain any.
    """
    days = Facts(tuple(map(day_in_words, report.plans)))
    of = "".join(f" --plan {each.id}" for each in report.plans) if is_narrowed else ""
    said = _UNREAD if is_unread else "" if missing else _in_short(report)
    blocks = _missing_blocks(report) if missing else _blocks(report, of)
    return Page("Glossary", (days, *((Note(said),) if said else ()), *blocks))


def _blocks(report: GlossaryReport, of: str) -> Iterator[Block]:
    if report.acronyms:
        yield table("Acronyms and what they stand for", _ACRONYMS, [_row(each) for each in report.acronyms])
    if report.missing:
        why = f"{counted(len(report.missing), 'acronym')} explained nowhere"
        yield Next(Command(f"genderplan glossary --missing{of}"), why)


def _missing_blocks(report: GlossaryReport) -> Iterator[Block]:
    if not report.missing:
        yield Note("Every acronym that is used is explained.")
        return
    rows = [(each.acronym, each.uses, _places(each.places)) for each in report.missing]
    yield Section("Explained nowhere", (table("Acronyms explained nowhere", _MISSING, rows),), len(rows))
    yield Note(
        "What they stand for belongs into glossary.yaml, or as a name of an organisation into organisations.yaml."
    )


def _in_short(report: GlossaryReport) -> str:
    """`12 acronyms, 3 of them used nowhere.`"""
    idle = sum(not each.uses for each in report.acronyms)
    if not report.acronyms:
        return "glossary.yaml explains no acronym that is used."
    return f"{counted(len(report.acronyms), 'acronym')}{f', {idle:,} of them used nowhere' if idle else ''}."


def _row(record: AcronymRecord) -> tuple[Value, ...]:
    meaning = Stack((record.meaning, record.note), are_alike=True) if record.note else record.meaning
    return record.acronym, meaning, record.uses, _places(record.places)


def _places(places: Sequence[AcronymPlace]) -> Value:
    named: tuple[Value, ...] = tuple(Identifier(each.id) for each in places[:_MOST_NAMED])
    more = len(places) - _MOST_NAMED
    return Stack((*named, f"and {more:,} more") if more > 0 else named, are_alike=True) if named else None
