"""Rows of milestones in a report: two facts, the title over as many lines as it needs, and who leads."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from genderplan.analysis.records import MilestoneRecord
from genderplan.views.screen import Line, Screen, cells, fitted, wrapped, wrapped_to
from genderplan.views.words import joined, one_line

Cell: TypeAlias = tuple[str, str]
"""Text and the name of its style."""

_WIDE = 120
_LEAD = 20
_ID = 44
_TITLE_LINES = 2


def item_lines(
    rows: Sequence[tuple[Cell, Cell, MilestoneRecord]], screen: Screen, width: int, *, whole: bool = False
) -> Iterator[Line]:
    """Each row with its columns aligned, `whole` with all of a long title; on a wide screen its id too."""
    first = max(cells(row[0][0]) for row in rows)
    second = max(cells(row[1][0]) for row in rows)
    lead = min(max(cells(joined(row[2].leads)) for row in rows), _LEAD)
    name = min(max(cells(_name(row[2])) for row in rows), _ID) if width >= _WIDE else 0
    room = width - 2 - first - sum(each + 2 for each in (second, lead, name) if each) - 2
    room = min(room, max(cells(one_line(row[2].title)) for row in rows))
    for (left, left_style), (right, right_style), record in rows:
        title = one_line(record.title)
        titles = wrapped(title, room) if whole else wrapped_to(title, room, _TITLE_LINES, screen.glyphs.ellipsis)
        leads = wrapped(joined(record.leads), lead) if lead else []
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


def _aligned(text: str, width: int) -> str:
    """Numbers to the right, words to the left."""
    return f"{text:>{width}}" if text[:1].isdigit() else fitted(text, width)


def _name(record: MilestoneRecord) -> str:
    """The id without its plan, which the heading names."""
    return record.id.partition("/")[2]
