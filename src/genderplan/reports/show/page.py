"""Page of one thing: every fact that there is, then its milestones, revisions and updates, or where it is named."""

from collections.abc import Iterable, Iterator, Mapping

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance
from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.page.page import (
    Block,
    Column,
    Facts,
    Identifier,
    Nested,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.ratings import change_in_words, found_in_words
from genderplan.page.words import caption_in_words, day_in_words, earliest_in_words, sentence, told_in_words
from genderplan.reports.parts import MILESTONE, about, signatory, table, update_cell
from genderplan.reports.show.facts import facts_of, link_in_words, place_of, title_of
from genderplan.reports.show.links import EntryLink
from genderplan.reports.show.mentions import Mention
from genderplan.reports.show.names import ORGANISATIONS, named
from genderplan.reports.show.result import Detail
from genderplan.standing.records.assessments import AssessmentRecord, RatingRecord
from genderplan.standing.records.frameworks import SectionRecord
from genderplan.standing.records.items import MilestoneRecord
from genderplan.standing.records.registers import RegisterItemRecord
from genderplan.standing.standings import Rag, Status
from genderplan.terminal.cells import in_words

_FACTS = (Column("Fact", is_name=True), Column("Value"))
_MILESTONES = (Column("Due"), Column("Status"), Column("RAG"), *MILESTONE)
_REVISIONS = (Column("Date"), Column("Field"), Column("Was"), Column("Reason"), Column("Approved by"))
_UPDATES = (Column("Date"), Column("By"), Column("Update"), Column("Source"))
_LINKS = (Column("Link"), Column("To", is_name=True))
_SECTIONS = (Column("Section", is_name=True), Column("Importance"), Column("Entries", is_number=True))
_ITEMS = (Column("Item", is_name=True), Column("Lead"), Column("State"), Column("Next review"))
_RATINGS = (Column("Section", is_name=True), Column("Found"), Column("Change"), Column("Evidence"))
_NAMED = (Column("Role"), Column("Of", is_name=True))


def show_page(detail: Detail, names: Mapping[str, str]) -> Page:
    """Title, place in its file, the day on which it was judged, facts, and what belongs to it."""
    return Page(title_of(detail.record), tuple(_blocks(detail, names)), names)


def _blocks(detail: Detail, names: Mapping[str, str]) -> Iterator[Block]:
    name = f"{detail.kind} {detail.record.id}"
    yield Facts((detail.kind, Identifier(detail.record.id), place_of(detail.record), *map(day_in_words, detail.plans)))
    yield Table(f"Facts of {name}", _FACTS, tuple(_facts(detail, names)))
    yield from _listed("Milestones", f"Milestones of {name}", _MILESTONES, map(_milestone, detail.milestones))
    yield from _listed("Revisions", f"Revisions of {name}", _REVISIONS, map(_revision, detail.revisions))
    yield from _listed("Updates", f"Updates of {name}", _UPDATES, map(_update, detail.updates))
    yield from _listed("Sections", f"Sections of {name}", _SECTIONS, map(_section, detail.sections))
    yield from _listed("Items", f"Items of {name}", _ITEMS, map(_item, detail.items))
    if isinstance(detail.record, AssessmentRecord):
        yield from _listed("Ratings", f"Ratings of {name}", _RATINGS, map(_rating, detail.record.ratings))
    if detail.board:
        from genderplan.reports.show.board_page import board_sections

        yield from board_sections(detail.board)
    yield from _listed("Named", f"Where {name} is named", _NAMED, map(_named, detail.named))
    yield from _listed("Links", f"Links of {name}", _LINKS, map(_link, detail.links))


def _facts(detail: Detail, names: Mapping[str, str]) -> Iterator[tuple[Value, ...]]:
    for fact, value in facts_of(detail):
        if fact == "objective":
            yield _head(fact), Stack((*filter(None, [detail.objective]), Identifier(str(value))))
        else:
            yield _head(fact), _value(fact, value, names)


def _head(fact: str) -> str:
    return "RAG" if fact == "rag" else sentence(fact)


def _value(fact: str, value: object, names: Mapping[str, str]) -> Value:
    """A fact as a page has it; of several one below the other, but for organisations, which are no sentences."""
    if type(value) is tuple and (fact == "who" or fact not in ORGANISATIONS):
        return Stack(tuple(_value(fact, each, names) for each in value), are_alike=True)
    if fact in ORGANISATIONS:
        return Organisations(value if isinstance(value, tuple) else (str(value),))
    match value:
        case PlanDate() | Length() | Variance() | Status() | Rag() | int():
            return value
    return in_words(named(fact, value, names))


def _listed(
    title: str, caption: str, columns: tuple[Column, ...], cells: Iterable[tuple[Value, ...]]
) -> Iterator[Section]:
    rows = tuple(cells)
    if rows:
        yield Section(title, (table(caption, columns, rows),), len(rows))


def _milestone(record: MilestoneRecord) -> tuple[Value, ...]:
    due = record.awaited or (earliest_in_words(record.earliest) if record.earliest else record.duration)
    return due, record.status, record.rag, *about(record)


def _revision(row: RevisionRow) -> tuple[Value, ...]:
    return row.date, row.field or "due", row.was, row.reason, signatory(row.approved_by)


def _update(row: UpdateRow) -> tuple[Value, ...]:
    told = told_in_words(row.state, row.rag, row.next, row.evidence)
    return row.date, signatory(row.by), update_cell(row.text, *told), in_words(row.source)


def _link(link: EntryLink) -> tuple[Value, ...]:
    return link_in_words(link), Stack((link.title or "", Identifier(link.id)))


def _section(record: SectionRecord) -> tuple[Value, ...]:
    title = Stack((Nested(caption_in_words(record.ref, record.title), record.depth), Identifier(record.section)))
    return title, record.importance, record.entries or None


def _item(record: RegisterItemRecord) -> tuple[Value, ...]:
    title = Stack((record.title, Identifier(f"{record.register}#{record.item}")))
    return title, Organisations(record.leads), record.state, record.next_review or in_words(record.review)


def _rating(record: RatingRecord) -> tuple[Value, ...]:
    shown = Stack((*record.evidence, record.note or "", in_words(record.source)), are_alike=True)
    name = Stack((record.title or record.section, Identifier(record.section)))
    return name, found_in_words(record), change_in_words(record), shown


def _named(place: Mention) -> tuple[Value, ...]:
    return place.role, Stack((place.title, Identifier(place.id)))
