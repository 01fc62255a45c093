"""`list` as a table on a screen."""

from collections.abc import Iterator, Sequence
from typing import Literal

from genderplan.dates.forms import PlanDate
from genderplan.page.words import counted, cycle_in_words, day_in_words, earliest_in_words
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import Listing, Record
from genderplan.standing.records.items import EntryRecord, MilestoneRecord
from genderplan.standing.records.registers import RegisterItemRecord
from genderplan.terminal.cells import in_words
from genderplan.terminal.fitting import widest
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn
from genderplan.terminal.screen import STYLES, Line, Screen, flowing

_SHORT_HEADS = {"leads": "lead", "baseline_due": "baseline", "last_meeting": "last", "next_meeting": "next"}
_COUNTS = ("order", "number", "actions", "milestones", "line", "sections", "entries", "depth", "every_meetings")
_OF_BOARDS = ("meetings", "reports", "decisions", "open_decisions")
NUMBERS = frozenset((*_COUNTS, *_OF_BOARDS, "days_overdue", "variance_months", "variance_days"))
"""Columns that hold numbers."""

_DATES = ("due", "forecast", "completed", "finish", "baseline_due", "start", "end", "as_of", "date", "next_review")
_MEETINGS = ("last_meeting", "next_meeting", "papers_by")
_WHOLE = NUMBERS | {*_DATES, *_MEETINGS, "status", "rag", "state", "progress"}
"""Columns that are short, and of no use when cut: they give way last."""

_JUDGED = frozenset(("status", "rag"))
_TEXTS = frozenset(("title", "text", "latest", "role", "theme"))
_GAP = 2
_NARROWEST = 4
_IDS = frozenset(
    (
        *("id", "plan", "entry", "milestone", "objective", "leads", "accountable", "goes_to", "depends_on", "supports"),
        *("framework", "section", "follows", "register", "item", "assessment", "indicator", "organisation", "part_of"),
        *("board", "meeting", "report", "decision", "by", "chair", "serves", "served_by", "due_at", "baselines"),
        *("followed_by", "assessed_by", "next_reviewed"),
    )
)
"""Columns of ids: where there is too little room they go over lines, since what is left of one that is cut is no id."""

_LEAST_ID = 10
"""How narrow other columns of ids become, on a narrow screen an eighth of it, where those by which rows are called go
over lines anyway."""

_NAMES = frozenset(("name", "aliases", "holders", "groups", "partners", "inputs", "members", "about", "period"))
"""Columns of names, which are none when cut, and of spans of time: they go over lines too, between words."""

_LEAST_NAME, _NAME_AT_WORST = 14, 8
"""How narrow columns of names become, and how narrow where nothing else has room to give."""

_SHORT = 24
"""How wide a column of short ones may be: states of items in registers are words of documents, and may be long."""


def table_lines(listing: Listing, screen: Screen, columns: Sequence[str]) -> Iterator[Line]:
    """One record a line under a line of heads; whole where the screen has no width.

    Where it has one that is too narrow, a title at the end of a line moves to a line of its own, and what is still too
    wide is cut, or goes over lines where it is an id or a name. Ids are without their plan where a terminal shows one
    plan alone.
    """
    told = [[in_words(value_of(record, name, columns)) for record in listing.records] for name in columns]
    if screen.width is not None and len(listing.plans) == 1 and "id" in columns:
        at, plan = columns.index("id"), f"{listing.plans[0].id}/"
        told[at] = [name.removeprefix(plan) for name in told[at]]
    layout = _layout(columns, told, screen)
    yield from layout.head()
    yield from layout.lines(zip(*map(_styled, columns, told), strict=True))
    yield [("", "")]
    for text in flowing((count_in_words(listing), *map(day_in_words, listing.plans)), screen, screen.width):
        yield [(text, "dim")]


def value_of(record: Record, name: str, columns: Sequence[str]) -> object:
    """A field of a record as a reader has it: a title behind its `ref`, where that is in no column of its own.

    A due date is the one that counts, or from when on there can be one; a review without a date is how often it comes.
    """
    if name == "due" and isinstance(record, MilestoneRecord | EntryRecord):
        return _due_of(record)
    if name == "next_review" and isinstance(record, RegisterItemRecord):
        return record.next_review or _how_often(record)
    is_title = name == "title" and "ref" not in columns
    return record.caption if is_title and isinstance(record, EntryRecord) else getattr(record, name)


def _layout(columns: Sequence[str], told: Sequence[Sequence[str]], screen: Screen) -> Layout:
    """The columns of a list; a title or what an update says, at its end, is the text."""
    room = screen.width or ALL
    described = [_column(name, widest(texts)) for name, texts in zip(columns, told, strict=True)]
    if len(columns) > 1 and columns[-1] in _TEXTS:
        described[-1] = described[-1]._replace(is_text=True, least=None)
    if screen.width is None:
        described = [each._replace(lines=1) for each in described]
    if _least(described) > room:
        other = min(_LEAST_ID, room // 8)
        described = [each._replace(least=other) if each.is_id and each.least else each for each in described]
    stack = Stacking(4, has_head=True, style="dim")
    return Layout(described, (), room, indent=0, gap=_GAP, stack=stack, ellipsis=screen.glyphs.ellipsis)


def _least(described: Sequence[TextColumn]) -> int:
    """How many cells columns take where each but that by which rows are called has given way as far as it does."""
    sizes = ((max(each.width, len(each.head)), each.least) for each in described if not each.is_text)
    beside = [size if least is None else min(size, least) for size, least in sizes]
    return sum(beside) + _GAP * (len(beside) - 1)


def _column(name: str, width: int) -> TextColumn:
    """A column so wide; that by which rows are called gives way last, however long it is."""
    is_whole = name == "id" or (name in _WHOLE and width <= _SHORT)
    is_id = name in _IDS
    head = head_of(name).upper()
    least = None if is_whole else max(_NARROWEST, len(head))
    if name in _NAMES:
        return TextColumn(head, "left", width, least=_LEAST_NAME, at_worst=_NAME_AT_WORST, lines=ALL, stays=True)
    align: Literal["left", "right"] = "right" if name in NUMBERS else "left"
    at_worst = _NARROWEST if is_id else 1
    return TextColumn(head, align, width, least=least, at_worst=at_worst, is_id=is_id, stays=True)


def _styled(name: str, texts: Sequence[str]) -> Iterator[Cell]:
    return ((text, text if name in _JUDGED and text in STYLES else "") for text in texts)


def _due_of(record: MilestoneRecord | EntryRecord) -> PlanDate | str | None:
    if record.every and record.awaited is None:
        return cycle_in_words(record.every, None, record.until)
    if isinstance(record, MilestoneRecord) and record.earliest:
        return earliest_in_words(record.earliest)
    return record.awaited


def _how_often(record: RegisterItemRecord) -> str | None:
    every = record.review.every if record.review else None
    return every.as_cycle if every else None


def head_of(name: str) -> str:
    """What stands over a column."""
    return _SHORT_HEADS.get(name, name.replace("_", " ").strip())


def count_in_words(listing: Listing) -> str:
    """How many of what are listed."""
    return counted(len(listing.records), {Noun.ENTRIES: "entry"}.get(listing.noun, listing.noun.removesuffix("s")))
