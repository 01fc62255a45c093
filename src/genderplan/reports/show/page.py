"""Page of one thing: every fact that there is, then its milestones, revisions and updates, or where it is named."""

from collections.abc import Iterable, Iterator, Mapping

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance
from genderplan.kinds.entry.part_rows import PartnerRow, RevisionRow, UpdateRow
from genderplan.page.page import Block, Column, Facts, Identifier, Organisations, Page, Section, Stack, Table, Value
from genderplan.page.words import day_in_words, sentence, told_in_words
from genderplan.reports.parts import MILESTONE, about, signatory, update_cell
from genderplan.reports.show.facts import facts_of, place_of, title_of
from genderplan.reports.show.result import Detail, Mention
from genderplan.standing.records import MilestoneRecord
from genderplan.standing.standings import Rag, Status
from genderplan.terminal.cells import in_words

_ORGANISATIONS = frozenset(("leads", "inputs", "part of", "approvers"))
"""Facts whose texts are ids of organisations, or what stands in their place."""

_FACTS = (Column("Fact", is_name=True), Column("Value"))
_MILESTONES = (Column("Due"), Column("Status"), Column("RAG"), *MILESTONE)
_REVISIONS = (Column("Date"), Column("Field"), Column("Was"), Column("Reason"), Column("Approved by"))
_UPDATES = (Column("Date"), Column("By"), Column("Update"), Column("Source"))
_NAMED = (Column("Role"), Column("Of", is_name=True))


def show_page(detail: Detail, names: Mapping[str, str]) -> Page:
    """Title, place in its file, the day on which it was judged, facts, and what belongs to it."""
    return Page(title_of(detail.record), tuple(_blocks(detail, names)), names)


def _blocks(detail: Detail, names: Mapping[str, str]) -> Iterator[Block]:
    name = f"{detail.noun} {detail.record.id}"
    yield Facts((detail.noun, Identifier(detail.record.id), place_of(detail.record), *map(day_in_words, detail.plans)))
    rows = tuple((_head(fact), _value(fact, value, names)) for fact, value in facts_of(detail))
    yield Table(f"Facts of {name}", _FACTS, rows)
    yield from _listed("Milestones", f"Milestones of {name}", _MILESTONES, map(_milestone, detail.milestones))
    yield from _listed("Revisions", f"Revisions of {name}", _REVISIONS, map(_revision, detail.revisions))
    yield from _listed("Updates", f"Updates of {name}", _UPDATES, map(_update, detail.updates))
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
    return record.due or record.duration, record.status, record.rag, *about(record)


def _revision(row: RevisionRow) -> tuple[Value, ...]:
    return row.date, row.field or "due", row.was, row.reason, signatory(row.approved_by)


def _update(row: UpdateRow) -> tuple[Value, ...]:
    told = told_in_words(row.state, row.rag, row.next, row.evidence)
    return row.date, signatory(row.by), update_cell(row.text, *told), in_words(row.source)


def _named(place: Mention) -> tuple[Value, ...]:
    return place.role, Stack((place.title, Identifier(place.id)))
