"""Page of gaps: a section for each kind of which something is missing."""

from collections.abc import Iterator, Mapping

from genderplan.page.page import Block, Column, Facts, Identifier, Note, Organisations, Page, Section, Stack, Value
from genderplan.page.words import counted, date_in_words, day_in_words
from genderplan.reports.gaps.kinds import PlanGap
from genderplan.reports.gaps.result import Gaps, GapsOfKind
from genderplan.reports.parts import table

_COLUMNS = (Column("What", is_name=True), Column("Lead"))
_MOST_NAMED = 5


def gaps_page(report: Gaps, names: Mapping[str, str]) -> Page:
    """What is missing, kind by kind, and last what is not."""
    return Page("Gaps", tuple(_blocks(report)), names)


def _blocks(report: Gaps) -> Iterator[Block]:
    yield Facts(
        (*map(day_in_words, report.plans), f"updates since {date_in_words(report.since)}" if report.since else "")
    )
    number = sum(len(each.gaps) for each in report.kinds)
    yield Note(_in_short(report, number) if number else "Nothing is missing of what was asked for.")
    yield from (_section(each) for each in report.kinds if each.gaps)
    whole = [each.title for each in report.kinds if not each.gaps]
    if whole and number:
        yield Note(f"None: {'; '.join(whole)}.", is_aside=True)


def _in_short(report: Gaps, number: int) -> str:
    """`9 gaps. Entries without a lead: 2; entries without a date: 7.` The kinds where there are several."""
    told = "; ".join(
        f"{each.title[:1].lower()}{each.title[1:]}: {len(each.gaps):,}" for each in report.kinds if each.gaps
    )
    kinds = f" {told[:1].upper()}{told[1:]}." if ";" in told else ""
    return f"{counted(number, 'gap')}.{kinds}"


def _section(kind: GapsOfKind) -> Section:
    rows = [_row(gap) for gap in kind.gaps]
    return Section(kind.title, (table(kind.title, _COLUMNS, rows),), len(rows))


def _row(gap: PlanGap) -> tuple[Value, ...]:
    """What lacks something over its id, its entries where it is about several, and its place in the files.

    What has no name is called by its id, once.
    """
    more = len(gap.entries) - _MOST_NAMED
    named = ", ".join(name.partition("/")[2] for name in gap.entries[:_MOST_NAMED])
    entries = f"{counted(len(gap.entries), 'entry')}: {named}{f' and {more:,} more' if more > 0 else ''}"
    name = "" if gap.id == gap.title else Identifier(gap.id)
    notes = (name, entries if gap.entries else "", Identifier(f"{gap.file}:{gap.line}"))
    return Stack((gap.title, *notes)), Organisations(gap.leads)
