"""`list` as a table on a screen, as csv and as markdown."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from genderplan.analysis.listing import Listing, Noun
from genderplan.views.cells import as_text, in_words
from genderplan.views.screen import STYLES, Line, Screen, cells, fitted, wrapped
from genderplan.views.words import as_of_in_words, counted

_SHORT_HEADS = {
    "leads": "LEAD",
    "part_of": "PART OF",
    "days_overdue": "DAYS OVERDUE",
    "baseline_due": "BASELINE",
}
_RIGHT = frozenset(("order", "days_overdue", "variance_months", "variance_days", "actions", "milestones", "line"))
_WHOLE = _RIGHT | {"due", "forecast", "completed", "finish", "baseline_due", "start", "end", "as_of", "status", "rag"}
"""Columns that are short, and of no use when cut: they give way last."""

_NARROWEST = (12, 4)


def table_lines(listing: Listing, columns: Sequence[str], screen: Screen) -> Iterator[Line]:
    """One record a line under a line of heads; cut to the screen's width, whole where it has none."""
    heads = [_SHORT_HEADS.get(name, name.replace("_", " ").upper()) for name in columns]
    rows = [[in_words(getattr(record, name)) for name in columns] for record in listing.records]
    widths = [max(map(cells, column)) for column in zip(heads, *rows, strict=True)]
    widths = _narrowed(widths, [name in _WHOLE for name in columns], screen.width)
    right = [name in _RIGHT for name in columns]
    yield _line(heads, ["head"] * len(columns), widths, right, screen)
    for row in rows:
        yield _line(row, [_style(text) for text in row], widths, right, screen)
    yield [("", "")]
    dot = f" {screen.glyphs.dot} "
    about = [f"{plan.id} {as_of_in_words(plan.as_of, plan.as_of_from)}" for plan in listing.plans]
    for text in wrapped(dot.join([counted(len(rows), _singular(listing)), *about]), screen.width or 1 << 20):
        yield [(text, "dim")]


def _singular(listing: Listing) -> str:
    """The noun for one of what is listed."""
    return {Noun.ENTRIES: "entry"}.get(listing.noun, listing.noun.removesuffix("s"))


def _line(
    row: Sequence[str], styles: Sequence[str], widths: Sequence[int], right: Sequence[bool], screen: Screen
) -> Line:
    line: Line = []
    for text, style, width, is_right in zip(row, styles, widths, right, strict=True):
        if is_right:
            text = " " * (width - cells(text)) + text  # noqa: PLW2901 - the same text, moved
        line.append((fitted(text, width, screen.glyphs.ellipsis), style))
        line.append(("  ", ""))
    line.pop()
    return line


def _style(text: str) -> str:
    """Statuses and RAG are coloured, whatever column they stand in."""
    return text if text in STYLES else ""


def _narrowed(widths: list[int], whole: Sequence[bool], screen: int | None) -> list[int]:
    """Widths that fit a screen: the widest column gives way first, dates and the like only when no other can."""
    if screen is None:
        return widths
    narrowed = list(widths)
    over = sum(narrowed) + 2 * (len(narrowed) - 1) - screen
    every, texts = range(len(narrowed)), [at for at, is_whole in enumerate(whole) if not is_whole]
    for least, columns in (*((least, texts) for least in _NARROWEST), (1, every)):
        while over > 0:
            widest = max(columns, key=lambda at: narrowed[at], default=None)
            if widest is None or narrowed[widest] <= least:
                break
            narrowed[widest] -= 1
            over -= 1
    return narrowed


_FORMULA = re.compile(r"[=+\-@\t\r]")


def csv_text(listing: Listing, columns: Sequence[str]) -> str:
    """Comma-separated values; text that a spreadsheet would take for a formula is marked as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for record in listing.records:
        writer.writerow([_harmless(getattr(record, name)) for name in columns])
    return out.getvalue()


def _harmless(value: object) -> str:
    text = as_text(value)
    if not isinstance(value, int) and _FORMULA.match(text):
        return "'" + text
    return text


_MARKUP = re.compile(r"([\\`*_\[\]|~#])")


def markdown_text(listing: Listing, columns: Sequence[str]) -> str:
    """A table for GitHub and its like; text stands there as text."""
    lines = [" | ".join(_SHORT_HEADS.get(name, name.replace("_", " ")).lower() for name in columns)]
    lines.append(" | ".join("---:" if name in _RIGHT else "---" for name in columns))
    for record in listing.records:
        lines.append(" | ".join(_escaped(in_words(getattr(record, name))) for name in columns))  # noqa: PERF401
    about = "; ".join(f"{plan.id} as of {plan.as_of} ({plan.as_of_from})" for plan in listing.plans)
    return "\n".join(f"| {line} |" for line in lines) + f"\n\n{_escaped(about)}\n"


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", text)
