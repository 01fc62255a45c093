"""Page of an agenda, the part of what is watched beside dates: measures, items of registers, sections of frameworks."""

from collections.abc import Iterator

from genderplan.page.page import Block, Column, Identifier, Organisations, Section, Stack, Value
from genderplan.page.words import caption_in_words, listed
from genderplan.reports.agenda.board_page import rows_section
from genderplan.reports.agenda.records import IdleSection, OffCourse
from genderplan.reports.agenda.result import Agenda
from genderplan.reports.agenda.words import MONITORED, source_in_words
from genderplan.reports.indicators.words import course_in_words, difference_in_words, target_in_words, told_in_words
from genderplan.reports.parts import short_identifier, table
from genderplan.standing.records.registers import RegisterItemRecord

_ABOUT = (Column("What", is_name=True), Column("Lead"))
_MEASURES = (*_ABOUT, Column("Value"), Column("Target"), Column("State"))
_REGISTERED = (*_ABOUT, Column("Kind"), Column("State"))
_SECTIONS = (Column("Section", is_name=True), Column("Why"))


def monitored_sections(report: Agenda) -> Iterator[Section]:
    """Those that are empty without blocks."""
    measures, registers, idle = MONITORED
    yield rows_section(measures, _MEASURES, [_off_course(each, report) for each in report.off_course])
    yield rows_section(registers, _REGISTERED, [_registered_row(each, report) for each in report.registered])
    yield Section(idle, tuple(_idle(report)), len(report.idle) or None)


def _off_course(each: OffCourse, report: Agenda) -> tuple[Value, ...]:
    category = each.category
    title = f"{each.title}: {category.title}" if category.title else each.title
    margin = difference_in_words(category.margin, each.unit)
    notes = (f"{margin} against the target" if margin else "", course_in_words(category, each.unit))
    return (
        Stack((title, short_identifier(each.id, report.plans), *filter(None, notes))),
        Organisations(each.leads),
        told_in_words(category.newest, each.unit),
        target_in_words(category, each.unit),
        category.state,
    )


def _registered_row(each: RegisterItemRecord, report: Agenda) -> tuple[Value, ...]:
    is_told = each.title in (each.text or "")
    notes = (
        None if is_told else each.text,
        each.how,
        short_identifier(each.id, report.plans),
        source_in_words(each.source),
    )
    what = Stack((each.text if each.text and is_told else each.title, *(note for note in notes if note)))
    return what, Organisations(each.leads), each.kind.removesuffix("s"), each.state


def _idle(report: Agenda) -> Iterator[Block]:
    """Framework by framework, each by its title where there are several."""
    by_framework: dict[str, list[IdleSection]] = {}
    for each in report.idle:
        by_framework.setdefault(each.framework, []).append(each)
    for title, sections in by_framework.items():
        rows = table(f"Without recorded progress: {title}", _SECTIONS, [_idle_row(each) for each in sections])
        yield rows if len(by_framework) == 1 else Section(title, (rows,), len(sections))


def _idle_row(each: IdleSection) -> tuple[Value, ...]:
    why = f"not begun: {listed(each.entries)}" if each.entries else "the plans name no action or project for it"
    return Stack((caption_in_words(each.ref, each.title), Identifier(each.section))), why
