"""Page of one thing: every fact that there is, then its milestones, revisions and updates, or where it is named."""

from collections.abc import Iterable, Iterator, Mapping

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance
from genderplan.kinds.entry.part_rows import PartnerRow, RevisionRow, UpdateRow
from genderplan.page.page import (
    Block,
    Column,
    Facts,
    Identifier,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import as_of_in_words, sentence
from genderplan.reports.cells import LEAD, MILESTONE, paragraphs, short_id, signatory
from genderplan.reports.show.facts import facts_of, place_of, section_title, title_of
from genderplan.reports.show.result import Detail, Mention
from genderplan.standing.framework_records import SectionRecord
from genderplan.standing.records import MilestoneRecord
from genderplan.standing.standings import Rag, Status
from genderplan.terminal.cells import in_words

_ORGANISATIONS = frozenset(("leads", "inputs", "part of", "approvers"))
"""Facts whose texts are ids of organisations, or what stands in their place."""

_FACTS = (Column("Fact", is_name=True), Column("Value"))
_MILESTONES = (Column("Due"), Column("Status"), Column("RAG"), MILESTONE, LEAD)
_REVISIONS = (Column("Date"), Column("Field"), Column("Was"), Column("Reason"), Column("Approved by"))
_UPDATES = (Column("Date"), Column("By"), Column("Update"), Column("Source"))
_SECTIONS = (Column("Section", is_name=True), Column("Importance"), Column("Entries", is_number=True))
_NAMED = (Column("Role"), Column("Of", is_name=True))


def show_page(detail: Detail, names: Mapping[str, str]) -> Page:
    """Title, place in its file, the day on which it was judged, facts, and what belongs to it."""
    return Page(title_of(detail.record), tuple(_blocks(detail, names)), names)


def _blocks(detail: Detail, names: Mapping[str, str]) -> Iterator[Block]:
    name = f"{detail.noun} {detail.record.id}"
    days = (f"{plan.id} {as_of_in_words(plan.as_of, plan.as_of_from)}" for plan in detail.plans)
    yield Facts((detail.noun, Identifier(detail.record.id), place_of(detail.record), *days))
    rows = tuple((_head(fact), _value(fact, value, names)) for fact, value in facts_of(detail))
    yield Table(f"Facts of {name}", _FACTS, rows)
    yield from _listed("Milestones", f"Milestones of {name}", _MILESTONES, map(_milestone, detail.milestones))
    yield from _listed("Revisions", f"Revisions of {name}", _REVISIONS, map(_revision, detail.revisions))
    yield from _listed("Updates", f"Updates of {name}", _UPDATES, map(_update, detail.updates))
    yield from _listed("Sections", f"Sections of {name}", _SECTIONS, map(_section, detail.sections))
    yield from _listed("Named", f"Where {name} is named", _NAMED, map(_named, detail.named))


def _head(fact: str) -> str:
    return "RAG" if fact == "rag" else sentence(fact)


def _value(fact: str, value: object, names: Mapping[str, str]) -> Value:
    """A fact as a page has it; of several one below the other."""
    if fact in _ORGANISATIONS:
        return Organisations(value if isinstance(value, tuple) else (str(value),))
    if type(value) is tuple:
        return Stack(tuple(_value(fact, each, names) for each in value), are_alike=True)
    match value:
        case PlanDate() | Length() | Variance() | Status() | Rag() | int():
            return value
        case PartnerRow(organisation, _) if organisation:
            return in_words(value._replace(organisation=names.get(organisation, organisation)))
    return Identifier(str(value)) if fact == "objective" else in_words(value)


def _listed(
    title: str, caption: str, columns: tuple[Column, ...], cells: Iterable[tuple[Value, ...]]
) -> Iterator[Section]:
    rows = tuple(cells)
    if rows:
        yield Section(title, (Table(caption, columns, rows),), len(rows))


def _milestone(record: MilestoneRecord) -> tuple[Value, ...]:
    about = Stack((record.title, short_id(record.id)))
    return record.due or record.duration, record.status, record.rag, about, Organisations(record.leads)


def _revision(row: RevisionRow) -> tuple[Value, ...]:
    return row.date, row.field or "due", row.was, row.reason, signatory(row.approved_by)


def _update(row: UpdateRow) -> tuple[Value, ...]:
    return row.date, signatory(row.by), paragraphs(row.text), in_words(row.source)


def _section(record: SectionRecord) -> tuple[Value, ...]:
    title = Stack(("- " * record.depth + section_title(record), Identifier(record.section)))
    return title, record.importance, record.entries or None


def _named(place: Mention) -> tuple[Value, ...]:
    return place.role, Stack((place.title, Identifier(place.id)))
