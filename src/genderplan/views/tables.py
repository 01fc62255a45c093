"""`list` as a table on a screen, and as csv."""

import csv
import io
from collections.abc import Iterator, Sequence

from genderplan.analysis.listing import Listing, Noun
from genderplan.page.words import counted, day_in_words
from genderplan.text import as_cell
from genderplan.views.cells import as_text, in_words
from genderplan.views.screen import STYLES, Line, Screen, cells, fitted, flowing

_SHORT_HEADS = {"leads": "lead", "baseline_due": "baseline"}
NUMBERS = frozenset(("order", "days_overdue", "variance_months", "variance_days", "actions", "milestones", "line"))
"""Columns that hold numbers."""

_WHOLE = NUMBERS | {"due", "forecast", "completed", "finish", "baseline_due", "start", "end", "as_of", "status", "rag"}
"""Columns that are short, and of no use when cut: they give way last."""

_JUDGED = frozenset(("status", "rag"))
_NARROWEST = (12, 4)
_INDENT = "    "


def table_lines(listing: Listing, screen: Screen, columns: Sequence[str]) -> Iterator[Line]:
    """One record a line under a line of heads; whole where the screen has no width.

    Where it has one that is too narrow, a title at the end of a line moves to a line of its own, and what is
    still too wide is cut. Ids are without their plan where a terminal shows one plan alone.
    """
    heads = [head_of(name).upper() for name in columns]
    rows = [[in_words(getattr(record, name)) for name in columns] for record in listing.records]
    if screen.width is not None and len(listing.plans) == 1 and "id" in columns:
        at = columns.index("id")
        for row in rows:
            row[at] = row[at].removeprefix(f"{listing.plans[0].id}/")
    yield from _Table(columns, heads, rows, screen).lines()
    yield [("", "")]
    for text in flowing((count_in_words(listing), *map(day_in_words, listing.plans)), screen, screen.width):
        yield [(text, "dim")]


class _Table:
    """Rows of text laid out for a screen."""

    def __init__(self, columns: Sequence[str], heads: list[str], rows: list[list[str]], screen: Screen) -> None:
        self._rows = rows
        self._heads = heads
        self._screen = screen
        self._is_right = [name in NUMBERS for name in columns]
        self._is_judged = [name in _JUDGED for name in columns]
        widths = [max(map(cells, column)) for column in zip(heads, *rows, strict=True)]
        width = screen.width
        self._is_stacked = width is not None and len(columns) > 1 and columns[-1] == "title" and _total(widths) > width
        if self._is_stacked:
            widths.pop()
        self._widths = _narrowed(widths, [name in _WHOLE for name in columns[: len(widths)]], width)

    def lines(self) -> Iterator[Line]:
        yield from self._row(self._heads, ["head"] * len(self._heads))
        for row in self._rows:
            styles = [
                text if judged and text in STYLES else "" for text, judged in zip(row, self._is_judged, strict=True)
            ]
            yield from self._row(row, styles)

    def _row(self, row: Sequence[str], styles: Sequence[str]) -> Iterator[Line]:
        line: Line = []
        for text, style, width, is_right in zip(row, styles, self._widths, self._is_right, strict=False):
            moved = " " * (width - cells(text)) + text if is_right else text
            line.append((fitted(moved, width, self._screen.glyphs.ellipsis), style))
            line.append(("  ", ""))
        yield line[:-1]
        if self._is_stacked:
            room = (self._screen.width or 0) - len(_INDENT)
            yield [(_INDENT + fitted(row[-1], room, self._screen.glyphs.ellipsis).rstrip(), styles[-1] or "dim")]


def _total(widths: Sequence[int]) -> int:
    """The width of a line of columns, with what stands between them."""
    return sum(widths) + 2 * (len(widths) - 1)


def head_of(name: str) -> str:
    """What stands over a column."""
    return _SHORT_HEADS.get(name, name.replace("_", " "))


def count_in_words(listing: Listing) -> str:
    """How many of what are listed."""
    return counted(len(listing.records), {Noun.ENTRIES: "entry"}.get(listing.noun, listing.noun.removesuffix("s")))


def _narrowed(widths: list[int], whole: Sequence[bool], screen: int | None) -> list[int]:
    """Widths that fit a screen: the widest column gives way first, dates and the like only when no other can."""
    if screen is None:
        return widths
    narrowed = list(widths)
    over = _total(narrowed) - screen
    every, texts = range(len(narrowed)), [at for at, is_whole in enumerate(whole) if not is_whole]
    for least, columns in (*((least, texts) for least in _NARROWEST), (1, every)):
        while over > 0:
            widest = max(columns, key=lambda at: narrowed[at], default=None)
            if widest is None or narrowed[widest] <= least:
                break
            narrowed[widest] -= 1
            over -= 1
    return narrowed


_MARK = "\ufeff"
"""By the byte order mark Excel knows UTF-8; without it, it takes the letters for those of an older encoding."""


def csv_text(listing: Listing, columns: Sequence[str], *, for_excel: bool = False) -> str:
    """Comma-separated values; text that a spreadsheet would take for a formula is marked as text.

    For Excel they begin with a byte order mark, and lines end as on Windows.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if for_excel else "\n")
    writer.writerow(columns)
    for record in listing.records:
        writer.writerow([_cell(getattr(record, name), for_excel=for_excel) for name in columns])
    return _MARK * for_excel + out.getvalue()


def _cell(value: object, *, for_excel: bool) -> str:
    text = as_text(value)
    return text if isinstance(value, int) else as_cell(text, for_excel=for_excel)
