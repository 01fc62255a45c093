"""`list` as a table on a screen, as csv and as markdown."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from genderplan.analysis.listing import Listing, Noun
from genderplan.page.words import as_of_in_words, counted
from genderplan.text import as_cell
from genderplan.views.cells import as_text, in_words
from genderplan.views.layout import ALL, Cell, Column, Layout, Stack
from genderplan.views.screen import STYLES, Line, Screen, flowing, widest

_SHORT_HEADS = {
    "leads": "LEAD",
    "part_of": "PART OF",
    "days_overdue": "DAYS OVERDUE",
    "baseline_due": "BASELINE",
}
_RIGHT = frozenset(("order", "days_overdue", "variance_months", "variance_days", "actions", "milestones", "line"))
_WHOLE = _RIGHT | {"due", "forecast", "completed", "finish", "baseline_due", "start", "end", "as_of", "status", "rag"}
"""Columns that are short, and of no use when cut: they give way last."""

_JUDGED = frozenset(("status", "rag"))
_NARROWEST = 4


def table_lines(listing: Listing, screen: Screen, columns: Sequence[str]) -> Iterator[Line]:
    """One record a line under a line of heads; whole where the screen has no width.

    Where it has one that is too narrow, a title at the end of a line moves to a line of its own, and what is
    still too wide is cut. Ids are without their plan where a terminal shows one plan alone.
    """
    about = [f"{plan.id} {as_of_in_words(plan.as_of, plan.as_of_from)}" for plan in listing.plans]
    told = [[in_words(getattr(record, name)) for record in listing.records] for name in columns]
    if screen.width is not None and len(listing.plans) == 1 and "id" in columns:
        at, plan = columns.index("id"), f"{listing.plans[0].id}/"
        told[at] = [name.removeprefix(plan) for name in told[at]]
    layout = _layout(columns, told, screen)
    yield from layout.head()
    yield from layout.lines(zip(*map(_styled, columns, told), strict=True))
    yield [("", "")]
    for text in flowing((counted(len(listing.records), _singular(listing)), *about), screen, screen.width):
        yield [(text, "dim")]


def _layout(columns: Sequence[str], told: Sequence[Sequence[str]], screen: Screen) -> Layout:
    """The columns of a list; a title at its end is the text."""
    described = [_column(name, widest(texts)) for name, texts in zip(columns, told, strict=True)]
    if len(columns) > 1 and columns[-1] == "title":
        described[-1] = described[-1]._replace(is_text=True, least=None)
    stack = Stack(4, has_head=True, style="dim")
    return Layout(described, (), screen.width or ALL, indent=0, stack=stack, ellipsis=screen.glyphs.ellipsis)


def _column(name: str, width: int) -> Column:
    head = _SHORT_HEADS.get(name, name.replace("_", " ").upper())
    least = None if name in _WHOLE else _NARROWEST
    align: Literal["left", "right"] = "right" if name in _RIGHT else "left"
    return Column(head, align, width, least=least, at_worst=1, stays=True)


def _styled(name: str, texts: Sequence[str]) -> Iterator[Cell]:
    return ((text, text if name in _JUDGED and text in STYLES else "") for text in texts)


def _singular(listing: Listing) -> str:
    """The noun for one of what is listed."""
    return {Noun.ENTRIES: "entry"}.get(listing.noun, listing.noun.removesuffix("s"))


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


_MARKUP = re.compile(r"([\\`*_\[\]|~#])")


def markdown_text(listing: Listing, columns: Sequence[str]) -> str:
    """A table for GitHub and its like; text stands there as text."""
    lines = [" | ".join(_SHORT_HEADS.get(name, name.replace("_", " ")).lower() for name in columns)]
    lines.append(" | ".join("---:" if name in _RIGHT else "---" for name in columns))
    for record in listing.records:
        lines.append(" | ".join(_escaped(in_words(getattr(record, name))) for name in columns))  # noqa: PERF401
    about = "; ".join(f"{plan.id} {as_of_in_words(plan.as_of, plan.as_of_from)}" for plan in listing.plans)
    return "\n".join(f"| {line} |" for line in lines) + f"\n\n{_escaped(about)}\n"


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", text)
