"""`show` on a screen: every fact that there is, each under its name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.page.ratings import change_in_words, found_in_words
from genderplan.page.words import (
    caption_in_words,
    counted,
    date_in_words,
    earliest_in_words,
    name_of,
    one_line,
    told_in_words,
)
from genderplan.reports.show.facts import (
    facts_of,
    link_in_words,
    named_in_words,
    place_of,
    review_in_words,
    title_of,
)
from genderplan.reports.show.names import named
from genderplan.reports.show.result import Detail
from genderplan.standing.records.assessments import AssessmentRecord, RatingRecord
from genderplan.standing.records.frameworks import SectionRecord
from genderplan.standing.records.items import MilestoneRecord
from genderplan.standing.records.registers import RegisterItemRecord
from genderplan.terminal.cells import in_words
from genderplan.terminal.fitting import cells
from genderplan.terminal.items import item_lines
from genderplan.terminal.layout import ALL, Cell, Layout, TextColumn, flow, section
from genderplan.terminal.parts import day_lines
from genderplan.terminal.screen import Line, Screen

if TYPE_CHECKING:
    from genderplan.reports.show.boards import BoardDetail


def detail_lines(detail: Detail, screen: Screen) -> Iterator[Line]:
    """Title, place in its file, facts, then milestones, revisions and updates."""
    width = screen.room
    record = detail.record
    yield from flow(one_line(title_of(record)), width, "title")
    yield from _named(f"{detail.kind} {record.id}", place_of(record), width)
    yield [("", "")]
    for name, value in facts_of(detail):
        yield from _fact(name, named(name, value, screen.names), width)
    yield from _milestones(detail.milestones, screen, width)
    yield from _revisions(detail.revisions, screen, width)
    yield from _updates(detail.updates, screen, width)
    yield from _sections(detail.sections, width)
    yield from _items(detail.items, screen, width)
    if isinstance(record, AssessmentRecord):
        yield from _ratings(record.ratings, width)
    if detail.board:
        yield from _of_a_board(detail.board, screen, width)
    if detail.named:
        yield from section(f"NAMED ({len(detail.named)})")
        for each in detail.named:
            yield from flow(named_in_words(each), width, indent=2, hanging="    ")
    if detail.links:
        yield from section(f"LINKS ({len(detail.links)})")
        for link in detail.links:
            about = f"{link_in_words(link)} {link.id}" + (f": {one_line(link.title)}" if link.title else "")
            yield from flow(about, width, indent=2, hanging="    ")
    yield from day_lines(detail.plans, width)


def _named(name: str, place: str, width: int) -> Iterator[Line]:
    """What it is and where it stands, on one line where there is room."""
    if cells(name) + cells(place) + 2 <= width:
        yield [(name, ""), (f"  {place}", "dim")]
    else:
        yield from flow(name, width)
        yield [(place, "dim")]


def _fact(name: str, value: object, width: int) -> Iterator[Line]:
    """A name and its value, a list of texts one item a line."""
    items = [in_words(each) for each in value] if type(value) is tuple else [in_words(value)]
    if name not in _SENTENCES and sum(map(cells, items)) + 2 * len(items) <= min(width, _SHORT) - _NAME:
        items = [", ".join(items)]
    first, *others = [(item, item if name in {"status", "rag"} else "") for item in items]
    row = ((name, "dim"), first)
    yield from Layout(_FACT, [row], width, indent=0).row(row, others)


_SENTENCES = frozenset(("success", "evidence", "see", "handovers", "reviewed", "who"))
"""Facts of which each item stands on a line of its own."""

_NAME = 18
_FACT = (TextColumn(width=_NAME - 2), TextColumn(lines=ALL, is_text=True, hanging="  "))
_SHORT = 80
"""How wide a list may be to stand on one line, however wide the screen."""


def _milestones(milestones: tuple[MilestoneRecord, ...], screen: Screen, width: int) -> Iterator[Line]:
    if milestones:
        yield from section(f"MILESTONES ({len(milestones)})")
        rows = [((date_in_words(each.awaited) or _undated(each), ""), _status(each), each) for each in milestones]
        yield from item_lines(rows, screen, width, whole=True)


def _status(record: MilestoneRecord) -> Cell:
    name = str(record.status or "")
    return name, name


def _undated(record: MilestoneRecord) -> str:
    """From when on something can be done that has no date, else how long it takes."""
    return earliest_in_words(record.earliest) if record.earliest else in_words(record.duration)


def _revisions(revisions: tuple[RevisionRow, ...], screen: Screen, width: int) -> Iterator[Line]:
    if revisions:
        yield from section(f"REVISIONS ({len(revisions)})")
    for each in revisions:
        was = f"{each.field or 'due'} was {date_in_words(each.was)}" if each.was else ""
        by = f"approved by {name_of(each.approved_by, screen.names)}" if each.approved_by else ""
        facts = filter(None, (date_in_words(each.date), was, one_line(each.reason or ""), by))
        yield from flow(f" {screen.glyphs.dot} ".join(facts), width, indent=2, hanging="  ")


def _sections(sections: tuple[SectionRecord, ...], width: int) -> Iterator[Line]:
    """Each section with how much it weighs and how many entries support it, further in the deeper it is."""
    if sections:
        yield from section(f"SECTIONS ({len(sections)})")
    for each in sections:
        indent = 2 + 2 * min(each.depth, _DEEPEST)
        yield from flow(one_line(caption_in_words(each.ref, each.title)), width, indent=indent, hanging="    ")
        facts = (each.section, each.importance or "", counted(each.entries, "entry") if each.entries else "")
        yield [(" " * (indent + 4) + ", ".join(filter(None, facts)), "dim")]


_DEEPEST = 10


def _items(items: tuple[RegisterItemRecord, ...], screen: Screen, width: int) -> Iterator[Line]:
    """Each item of a register with how it stands, who answers for it, and when it is to be looked at next."""
    if items:
        yield from section(f"ITEMS ({len(items)})")
    for each in items:
        yield from flow(one_line(each.title), width, indent=2, hanging="    ")
        facts = (f"#{each.item}", one_line(each.state or ""), screen.called(each.leads), review_in_words(each))
        yield from flow(f" {screen.glyphs.dot} ".join(filter(None, facts)), width, "dim", indent=6, hanging="  ")


def _ratings(ratings: tuple[RatingRecord, ...], width: int) -> Iterator[Line]:
    """Each section with what was found of it, what changed, and what shows it."""
    if ratings:
        yield from section(f"RATINGS ({len(ratings)})")
    for each in ratings:
        yield from flow(one_line(each.title or each.section), width, indent=2, hanging="    ")
        found = f"{each.section}: {found_in_words(each)}"
        yield from flow(", ".join(filter(None, (found, change_in_words(each)))), width, indent=6, hanging="  ")
        for told in filter(None, (*each.evidence, each.note, in_words(each.source))):
            yield from flow(one_line(told), width, "dim", indent=6, hanging="  ")


def _of_a_board(board: "BoardDetail", screen: Screen, width: int) -> Iterator[Line]:
    """The meetings of a board, the reports that it is owed, and its decisions, each with its id below it."""
    from genderplan.reports.show.boards import decision_in_words, meeting_in_words, report_in_words

    listed = (
        ("MEETINGS", [(meeting_in_words(each), "") for each in board.meetings]),
        ("REPORTS", [(report_in_words(each, screen.names), each.id) for each in board.reports]),
        ("DECISIONS", [(decision_in_words(each, screen.names), each.id) for each in board.decisions]),
    )
    for head, rows in listed:
        yield from section(f"{head} ({len(rows)})") if rows else ()
        for text, name in rows:
            yield from flow(text, width, indent=2, hanging="    ")
            yield from ([[(f"      {name}", "dim")]] if name else [])


def _updates(updates: tuple[UpdateRow, ...], screen: Screen, width: int) -> Iterator[Line]:
    """Each update with its own paragraphs kept."""
    if updates:
        yield from section(f"UPDATES ({len(updates)})")
    for each in updates:
        facts = (date_in_words(each.date), name_of(each.by, screen.names), in_words(each.source))
        about = ", ".join(filter(None, facts))
        if about:
            yield [(f"  {about}", "dim")]
        for paragraph in filter(str.strip, each.text.splitlines()):
            yield from flow(one_line(paragraph), width, indent=4)
        for told in told_in_words(each.state, each.rag, each.next, each.evidence):
            yield from flow(told, width, "dim", indent=4, hanging="  ")
