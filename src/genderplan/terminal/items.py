"""Rows of milestones in a report: two facts, the title over as many lines as it needs, its action, and who leads."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, repeat

from genderplan.page.words import bare_id, one_line
from genderplan.standing.records.items import MilestoneRecord
from genderplan.terminal.fitting import wrapped, wrapped_to
from genderplan.terminal.layout import ALL, Cell, Layout, TextColumn
from genderplan.terminal.screen import Line, Screen

_WIDE = 120
_LEAD = TextColumn(least=12, most=22, lines=ALL)
_ID = TextColumn(most=44, lines=ALL)
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
    title = TextColumn(is_text=True, wants=_LEAST_TITLE, lines=ALL if whole else _TITLE_LINES)
    is_wide = width >= _WIDE
    columns = [
        TextColumn(align="right", stays=True),
        TextColumn(align="numbers"),
        title,
        _LEAD,
        *([_ID] if is_wide else []),
    ]
    told = [(left, right, *_titled(record, screen)) for left, right, record in rows]
    layout = Layout(columns, told, width, ellipsis=screen.glyphs.ellipsis)
    alike = frozenset() if whole or is_wide else _alike([row[2] for row in rows])
    for facts, (_, _, record), note in zip(told, rows, chain(notes, repeat("")), strict=False):
        below = () if whole else _below(record, note, alike, layout.room, screen)
        yield from layout.row(facts, [(text, "dim") for text in below])


def _titled(record: MilestoneRecord, screen: Screen) -> tuple[Cell, Cell, Cell]:
    return (one_line(record.caption), ""), (screen.called(record.leads), "dim"), (bare_id(record.id), "dim")


def _alike(records: Sequence[MilestoneRecord]) -> Collection[str]:
    """The ids of what has title and action in common with another row."""
    found = Counter((each.title, each.entry_title) for each in records)
    return frozenset(each.id for each in records if found[each.title, each.entry_title] > 1)


def _below(record: MilestoneRecord, note: str, alike: Collection[str], room: int, screen: Screen) -> Iterator[str]:
    """What stands under a row: a milestone's action, the id where it is needed, a note."""
    if record.milestone is not None:
        action = f"{record.kind}: {one_line(record.entry_caption)}"
        yield from wrapped_to(action, room, _TITLE_LINES, screen.glyphs.ellipsis, "  ")
    if record.id in alike:
        yield from wrapped(bare_id(record.id), room)
    if note:
        yield from wrapped(note, room)
