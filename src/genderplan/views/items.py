"""Rows of milestones in a report: two facts, the title over as many lines as it needs, its action, and who leads."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, repeat, zip_longest
from typing import TypeAlias

from genderplan.analysis.records import MilestoneRecord
from genderplan.page.words import joined, one_line
from genderplan.views.screen import Line, Screen, cells, fitted, wrapped, wrapped_to

Cell: TypeAlias = tuple[str, str]
"""Text and the name of its style."""

_WIDE = 120
_LEAD = 22
_ID = 44
_TITLE_LINES = 2
_LEAST_TITLE = 24


def item_lines(
    rows: Sequence[tuple[Cell, Cell, MilestoneRecord]],
    screen: Screen,
    width: int,
    *,
    whole: bool = False,
    notes: Sequence[str] = (),
) -> Iterator[Line]:
    """Each row with its columns aligned, on a wide screen its id too, and a note under it where there is one.

    A milestone's action stands on a line of its own below, as does the id of what would look like another row. `whole`
    are rows under their entry: all of a long title, and no action.
    """
    first = max(cells(row[0][0]) for row in rows)
    second = max(cells(row[1][0]) for row in rows)
    name = min(max(cells(_name(row[2])) for row in rows), _ID) if width >= _WIDE else 0
    before = 2 + first + (second + 2 if second else 0)
    most = max(width - before - 2 - _LEAST_TITLE - 2 - (name + 2 if name else 0), 12)
    lead = min(max(cells(leads_in_words(row[2], screen)) for row in rows), _LEAD, most)
    room = width - before - sum(each + 2 for each in (lead, name) if each) - 2
    room = min(room, max(cells(one_line(row[2].title)) for row in rows))
    alike = frozenset() if whole or name else _alike([row[2] for row in rows])
    for ((left, left_style), (right, right_style), record), note in zip(rows, chain(notes, repeat("")), strict=False):
        title = one_line(record.title)
        titles = wrapped(title, room) if whole else wrapped_to(title, room, _TITLE_LINES, screen.glyphs.ellipsis)
        leads = wrapped(leads_in_words(record, screen), lead) if lead else []
        facts: Line = [
            (f"  {left:>{first}}", left_style),
            (f"  {_aligned(right, second)}" if second else "", right_style),
        ]
        names = wrapped(_name(record), name) if name else []
        for line, who, what in zip_longest(titles, leads, names, fillvalue=""):
            yield [
                *facts,
                (f"  {fitted(line, room)}", ""),
                (f"  {fitted(who, lead)}" if lead else "", "dim"),
                (f"  {what}" if name else "", "dim"),
            ]
            facts = [(" " * sum(cells(text) for text, _ in facts), "")]
        for text in () if whole else _below(record, note, alike, width - before - 2, screen):
            yield [(f"{' ' * before}  {text}", "dim")]


def leads_in_words(record: MilestoneRecord, screen: Screen) -> str:
    """Who leads, by their names where the screen has them."""
    return one_line(joined(screen.names.get(each, each) for each in record.leads))


def _alike(records: Sequence[MilestoneRecord]) -> Collection[str]:
    """The ids of what has title and action in common with another row."""
    found = Counter((each.title, each.entry_title) for each in records)
    return frozenset(each.id for each in records if found[each.title, each.entry_title] > 1)


def _below(record: MilestoneRecord, note: str, alike: Collection[str], room: int, screen: Screen) -> Iterator[str]:
    """What stands under a row: a milestone's action, the id where it is needed, a note."""
    if record.milestone is not None:
        action = f"{record.kind}: {one_line(record.entry_title)}"
        yield from wrapped_to(action, room, _TITLE_LINES, screen.glyphs.ellipsis, "  ")
    if record.id in alike:
        yield from wrapped(_name(record), room)
    if note:
        yield from wrapped(note, room)


def _aligned(text: str, width: int) -> str:
    """Numbers to the right, words to the left."""
    return f"{text:>{width}}" if text[:1].isdigit() else fitted(text, width)


def _name(record: MilestoneRecord) -> str:
    """The id without its plan, which the heading names."""
    return record.id.partition("/")[2]
