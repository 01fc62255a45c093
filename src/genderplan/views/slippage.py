"""`slippage` on a screen: what moved, the most first, then what came, went, and changed its words."""

from collections.abc import Iterable, Iterator, Sequence

from genderplan.analysis.differences import Changes, LeadChange, Rewording
from genderplan.analysis.records import PlanLabel
from genderplan.analysis.slippage import Comparison, Move, SlippageReport
from genderplan.dates.lengths import parse_length
from genderplan.page.change_words import Reasons, in_short
from genderplan.page.words import (
    approval_in_words,
    as_of_in_words,
    date_in_words,
    joined,
    length_in_words,
    one_line,
    shift_in_words,
    signed,
)
from genderplan.views.screen import Line, Screen, cells, fitted, flowing, wrapped

_WIDE = 120
_LEAD = 18
_LEAST = 40


def slippage_lines(report: SlippageReport, screen: Screen) -> Iterator[Line]:
    """Every comparison after the other."""
    for number, (label, comparison) in enumerate(zip(report.plans, report.comparisons, strict=True)):
        if number:
            yield [("", "")]
        yield from _comparison(label, comparison, screen)


def _comparison(label: PlanLabel, comparison: Comparison, screen: Screen) -> Iterator[Line]:
    width = screen.width or 1 << 16
    yield from _flowing(one_line(label.title), width, "title")
    baseline = comparison.baseline
    taken = f", taken {date_in_words(baseline.taken)}" if baseline.taken else ""
    facts = (
        label.id,
        as_of_in_words(label.as_of, label.as_of_from),
        f"against baseline {baseline.name}{taken}",
    )
    for line in flowing(facts, screen, width):
        yield [(line, "")]
    yield [("", "")]
    yield from _flowing(in_short(comparison.totals), width, "head")
    yield from change_lines(comparison, screen, width)


def change_lines(comparison: Comparison, screen: Screen, width: int, reasons: Reasons | None = None) -> Iterator[Line]:
    """What moved, gained or lost its date, came, went, and has other words: a section for each."""
    told = reasons or {}
    yield from _moves("MOVED", comparison.moved, screen, width, told)
    yield from _moves("GAINED A DATE", comparison.dated, screen, width, told)
    yield from _moves("LOST ITS DATE", comparison.undated, screen, width, told)
    yield from _leads(comparison.leads, screen, width)
    yield from _changes("ADDED", comparison.added, width)
    yield from _changes("REMOVED", comparison.removed, width)
    yield from _rewordings(comparison.reworded, width)


def _leads(changes: Sequence[LeadChange], screen: Screen, width: int) -> Iterator[Line]:
    arrow = f" {screen.glyphs.arrow} "
    rows = [
        (each.id.partition("/")[2], arrow.join(joined(names) or "nobody" for names in (each.was, each.now)))
        for each in changes
    ]
    yield from _list("OTHER LEADS", rows, width)


def _moves(title: str, moves: Sequence[Move], screen: Screen, width: int, reasons: Reasons) -> Iterator[Line]:
    if not moves:
        return
    yield from _head(title, len(moves))
    ordered = sorted(moves, key=lambda move: move.variance.size if move.variance else (0, 0), reverse=True)
    amounts = [signed(move.variance.amount, move.variance.in_days) if move.variance else "" for move in ordered]
    shifts = [_shift(move, screen) for move in ordered]
    first, second = max(map(cells, amounts)), max(map(cells, shifts))
    lead = min(max(cells(joined(move.leads)) for move in ordered), _LEAD)
    longest = max(cells(one_line(move.title)) for move in ordered)
    room = min(width - 2 - (first + 2 if first else 0) - second - 2 - (lead + 2 if lead else 0), longest)
    for move, amount, shift in zip(ordered, amounts, shifts, strict=True):
        titles = wrapped(one_line(move.title), room)
        leads = wrapped(joined(move.leads), lead) if lead else [""]
        for number in range(max(len(titles), len(leads))):
            text = titles[number] if number < len(titles) else ""
            who = leads[number] if number < len(leads) else ""
            yield [
                (
                    f"  {amount:>{first}}" if first else "",
                    "later" if move.variance and move.variance.is_late else "earlier",
                ),
                (f"  {fitted(shift, second)}", ""),
                (f"  {fitted(text, room)}", ""),
                (f"  {who}", "dim"),
            ]
            amount = shift = ""  # noqa: PLW2901 - said once, on the first line
        told = reasons.get((move.id, move.field), ())
        beside = 4 + first + second + (2 if first else 0)
        for name in (move.id.partition("/")[2], *(() if told else _approval(move))):
            yield [(" " * max(min(beside, width - cells(name)), 2) + name, "dim")]
        for reason in told:
            left = " " * (beside if width - beside >= _LEAST else 4)
            yield from ([(left + line, "dim")] for line in wrapped(reason, width - len(left)))


def _approval(move: Move) -> Iterator[str]:
    """By whom a new date was approved, and which, where it is not the one of now."""
    if move.approved:
        by, date, to = move.approved
        yield approval_in_words(by, date, None if to == move.now else to)


def _shift(move: Move, screen: Screen) -> str:
    field = "" if move.field == "due" else f"{move.field}: "
    return field + shift_in_words(move.was, move.now, screen.glyphs.arrow)


def _changes(title: str, changes: Changes, width: int) -> Iterator[Line]:
    """What is on one side only, a section for each kind of thing."""
    yield from _list(f"{title} ENTRIES", [(each.id.partition("/")[2], each.title) for each in changes.entries], width)
    milestones = [
        (each.id.partition("/")[2], f"{date_in_words(each.due) or 'no date'}: {one_line(each.title)}")
        for each in changes.milestones
    ]
    yield from _list(f"{title} MILESTONES", milestones, width)
    for what, named in (("INPUTS", changes.inputs), ("PARTNERS", changes.partners)):
        yield from _list(f"{title} {what}", [(each.entry, each.organisation) for each in named], width)
    yield from _list(f"{title} GROUPS", [(each.entry, each.group) for each in changes.groups], width)
    yield from _list(f"{title} OBJECTIVES", [(each.id, each.title) for each in changes.objectives], width)
    yield from _list(f"{title} AIMS", [(each.id, each.title) for each in changes.aims], width)


def _list(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[Line]:
    if not rows:
        return
    yield from _head(title, len(rows))
    name = min(max(cells(row[0]) for row in rows), max(width // 2 - 4, 20))
    for left, right in rows:
        names = wrapped(left, name)
        texts = wrapped(one_line(right), width - name - 4)
        for number in range(max(len(names), len(texts))):
            shown = names[number] if number < len(names) else ""
            yield [
                (f"  {fitted(shown, name)}  ", "dim"),
                (texts[number] if number < len(texts) else "", ""),
            ]


def _rewordings(rewordings: Sequence[Rewording], width: int) -> Iterator[Line]:
    if not rewordings:
        return
    yield from _head("REWORDED", len(rewordings))
    for each in rewordings:
        name = each.id.partition("/")[2] or each.id
        yield [(f"  {each.kind} {name}, {each.field}", "dim")]
        for sign, text in (("was", each.was), ("now", each.now)):
            words = length_in_words(parse_length(text)) if text and each.field == "duration" else text
            for number, line in enumerate(wrapped(one_line(words or "nothing"), width - 9)):
                yield [(f"    {sign if not number else '':3}  ", "dim"), (line, "")]


def _head(title: str, number: int) -> Iterator[Line]:
    yield [("", "")]
    yield [(f"{title} ({number})", "head")]


def _flowing(text: str, width: int, style: str = "") -> Iterable[Line]:
    return ([(line, style)] for line in wrapped(text, width))
