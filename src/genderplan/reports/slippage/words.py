"""Changes of a plan in words: what the screens and the pages of `slippage` and of `status --since` both say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from genderplan.dates.lengths import parse_length
from genderplan.page.page import Organisations, Value
from genderplan.page.words import approval_in_words, counted, date_in_words, net_in_words, worst_in_words
from genderplan.reports.slippage.other_changes import LENGTHS, Supported
from genderplan.reports.slippage.result import BaselineLabel, Move, Totals

Reasons: TypeAlias = Mapping[tuple[str, str], Sequence[str]]
"""What is told of why a date moved, or who approved the new one, by the id of what it belongs to and its field."""


def against_in_words(baseline: BaselineLabel | None) -> str:
    """`against baseline board-1, taken 30 Sep 2024`; nothing for none."""
    if baseline is None:
        return ""
    taken = f", taken {date_in_words(baseline.taken)}" if baseline.taken else ""
    return f"against baseline {baseline.name}{taken}"


def in_short(totals: Totals) -> str:
    """The totals in one sentence."""
    if not totals.compared:
        return "No agreed date stands on both sides."
    if not totals.moved:
        return f"None of {counted(totals.compared, 'agreed date')} moved."
    ways = [
        f"{totals.later} later" if totals.later else "",
        f"{totals.earlier} earlier" if totals.earlier else "",
    ]
    worst = f", worst {worst_in_words(totals.worst)}" if totals.worst else ""
    return (
        f"{totals.moved} of {counted(totals.compared, 'agreed date')} moved ({', '.join(filter(None, ways))}), "
        f"net {net_in_words(totals.net)}{worst}."
    )


def most_first(moves: Iterable[Move]) -> list[Move]:
    """Moves with what moved most first, and what has no amount last."""
    return sorted(moves, key=lambda move: move.variance.size if move.variance else (0, 0), reverse=True)


def approvals_in_words(moves: Iterable[Move], names: Mapping[str, str]) -> Reasons:
    """By whom new dates were approved, and which, where one is not that of now."""
    return {
        (each.id, each.field): (approval_in_words(each.approved, names, each.now),) for each in moves if each.approved
    }


def wording(field: str, text: str | None) -> Value:
    """A text of then or of now; what is a length as one, and leads, which a comma joins, as organisations."""
    if not text:
        return "nothing"
    if field == "lead":
        return Organisations(tuple(text.split(", ")))
    return parse_length(text) if field in LENGTHS else text


def support_in_words(support: Supported) -> str:
    """`equality-standard/leadership`, `equality-standard/leadership (part)`."""
    return support.section + ("" if support.extent == "full" else f" ({support.extent})")
