"""Values in words for people: dates in reading form, lengths, counts, one line of text each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from genderplan.dates.forms import MONTHS, PlanDate
from genderplan.dates.lengths import Length
from genderplan.text import one_line as one_line  # noqa: PLC0414 - views have their words from here

if TYPE_CHECKING:
    from genderplan.dates.variance import Variance
    from genderplan.past.explanations import ExplanationRecord
    from genderplan.plan.approval import Approval
    from genderplan.plan.sums import Net, Worst
    from genderplan.standing.progress import SaidRag
    from genderplan.standing.records.items import MilestoneRecord, PlanLabel

_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_FULL = dict(
    zip(
        MONTHS,
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        strict=True,
    )
)
"""Months as a document prints them, by how they are shortened."""

_ORIGINS = {
    "option": "--as-of",
    "environment": "GENDERPLAN_AS_OF",
    "plan": "the plan's status date",
    "today": "today",
}


def date_in_words(date: PlanDate | None) -> str:
    """`3 Nov 2003`, `Feb 2004`, `Q1 2004`, `autumn 2008`, `FY2007-08`, `Q2 FY2007-08`, `2004`; nothing for no date."""
    if date is None:
        return ""
    parts = date.text.split("-")
    if date.text.startswith(("FY", "AY")):
        year, quarter = "-".join(parts[:2]), parts[2:]
        return " ".join((*quarter, year))
    if len(parts) == 1:
        return date.text
    if not parts[1].isdigit():
        return f"{parts[1]} {parts[0]}"
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {month}" if len(parts) == 3 else month


def date_in_full(date: PlanDate | None) -> str:
    """The same with months unshortened, as a document prints them: `3 November 2003`, `February 2004`."""
    return " ".join(_FULL.get(word, word) for word in date_in_words(date).split())


def length_in_words(length: Length | None) -> str:
    """`1 month`, `30 days`; `none` for no length."""
    return length.in_words if length and length.number else "none"


def meetings_in_words(number: int) -> str:
    """How often something comes that does at every so many meetings: `every meeting`, `every other meeting`."""
    return {1: "every meeting", 2: "every other meeting"}.get(number, f"every {number:,} meetings")


def cycle_in_words(every: Length, first: PlanDate | None, until: PlanDate | None) -> str:
    """`every month`, `every 3 months until Dec 2025`, `every year, first date not given`: the first stands beside."""
    unknown = "" if first else ", first date not given"
    return every.as_cycle + (f" until {date_in_words(until)}" if until else "") + unknown


def whole_cycle_in_words(
    every: Length, first: PlanDate | None, until: PlanDate | None, date: Callable[[PlanDate], str] = date_in_words
) -> str:
    """The same with the first: `every 3 months from Jan 2025 until Dec 2025`."""
    begun = f" from {date(first)}" if first else ""
    ended = f" until {date(until)}" if until else ""
    return f"{every.as_cycle}{begun}{ended}{'' if first else ', first date not given'}"


def earliest_in_words(date: PlanDate) -> str:
    """From when on there can be a date: `from Jun 2025`."""
    return f"from {date_in_words(date)}"


def counted(number: int, noun: str) -> str:
    """`1 day`, `2 days`, `2 entries`."""
    return f"1 {noun}" if number == 1 else f"{number:,} {several(noun)}"


def several(noun: str) -> str:
    """A noun for more than one: `days`, `entries`."""
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun != "day" else f"{noun}s"


def as_of_in_words(plan: "PlanLabel") -> str:
    """`as of 3 Nov 2003 (the plan's status date)`."""
    return f"as of {date_in_words(plan.as_of)} ({_ORIGINS[plan.as_of_from]})"


def command_in_words(command: str, plan: "PlanLabel") -> str:
    """A command line that asks for the same day."""
    return f"genderplan {command}" + (f" --as-of {plan.as_of}" if plan.as_of_from == "option" else "")


def signed(amount: int, in_days: bool) -> str:
    """`+2 months`, `-1 day`."""
    unit = "day" if in_days else "month"
    return f"{amount:+,} {unit}" if abs(amount) == 1 else f"{amount:+,} {unit}s"


def variance_in_words(variance: "Variance | None") -> str:
    """`+2 months`, `-1 day`; nothing for none."""
    return signed(variance.amount, variance.in_days) if variance else ""


def name_of(organisation: str | None, names: Mapping[str, str]) -> str:
    """What an organisation is called, its id where it has no name; nothing for none."""
    return one_line(names.get(organisation, organisation)) if organisation else ""


def approval_in_words(approval: "Approval", names: Mapping[str, str], now: PlanDate | None = None) -> str:
    """`Jun 2025 approved by Pay Board, 5 Mar 2025`; without the date that was agreed to where it is that of `now`."""
    what = "" if approval.to == now else f"{date_in_words(approval.to)} "
    return f"{what}approved by {name_of(approval.by, names)}, {date_in_words(approval.date)}"


def told_in_words(state: str | None, rag: str | None, next_: str | None, evidence: Iterable[str]) -> tuple[str, ...]:
    """What an update tells beside its text, a line each: `on hold, said amber`, `next: Ask finance`, `evidence: X`."""
    stands = ", ".join(filter(None, (state_in_words(state) if state else "", f"said {rag}" if rag else "")))
    step = f"next: {one_line(next_)}" if next_ else ""
    shown = "; ".join(map(one_line, evidence))
    return tuple(filter(None, (stands, step, f"evidence: {shown}" if shown else "")))


def state_in_words(state: str) -> str:
    """`under way`"""
    return state.replace("-", " ")


def said_in_words(said: "SaidRag", names: Mapping[str, str]) -> str:
    """A lead's own judgement: `said amber by Human Resources, 10 Jan 2025`."""
    by = f" by {name_of(said.by, names)}" if said.by else ""
    return f"said {said.rag}{by}, {date_in_words(said.date)}"


def net_in_words(net: "Net") -> str:
    """`+2 months`, `-1 day`; of both units each by itself, `+2 months and -1 day`, nothing for none."""
    parts = [(net.months, False), (net.days, True)]
    told = [signed(amount, in_days) for amount, in_days in parts if amount]
    zero = [signed(amount, in_days) for amount, in_days in parts if amount is not None]
    return " and ".join(told or zero[:1])


def worst_in_words(worst: "Worst | None") -> str:
    """`+2 months`, `+1 day`; nothing for none."""
    return signed(worst.amount, worst.unit == "days") if worst else ""


def reason_in_words(why: "ExplanationRecord", names: Mapping[str, str]) -> str:
    """`10 Apr 2025: Payroll moves, approved by Pay Board`."""
    by = f"approved by {name_of(why.approved_by, names)}" if why.approved_by else ""
    said = ", ".join(filter(None, (one_line(why.reason or "no reason given"), by)))
    return f"{date_in_words(why.date)}: {said}" if why.date else said


def day_in_words(plan: "PlanLabel") -> str:
    """`women-2003 as of 3 Nov 2003 (the plan's status date)`."""
    return f"{plan.id} {as_of_in_words(plan)}"


def baseline_in_words(name: str | None) -> str:
    """`baseline board-1`, or that there is none."""
    return f"baseline {name}" if name else "no baseline"


def taken_in_words(day: PlanDate | None) -> str:
    """When a baseline was taken: `taken 30 Sep 2024`."""
    return f"taken {date_in_words(day)}" if day else "date unknown"


def agreed_in_words(value: PlanDate | Length | None) -> str:
    """A date, or how often something comes again: `Feb 2004`, `3 months`; nothing for neither."""
    return value.in_words if isinstance(value, Length) else date_in_words(value)


def shift_in_words(was: PlanDate | Length | None, now: PlanDate | Length | None, arrow: str) -> str:
    """`Dec 2003 → Feb 2004`; the year once where both have the same, `Apr → May 2004`, and the unit, `3 → 6 months`."""
    first, second = agreed_in_words(was), agreed_in_words(now)
    head, _, year = first.rpartition(" ")
    if head and second.endswith(f" {year}"):
        first = head
    return f"{first or 'no date'} {arrow} {second or 'no date'}"


def joined(names: Iterable[str]) -> str:
    """Names in one cell; one that is no id, as nobody knows it, may be any text."""
    return ", ".join(map(one_line, names))


def listed(names: Sequence[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {word} ".join(filter(None, (joined(names[:-1]), one_line(names[-1])))) if names else ""


def caption_in_words(ref: str | None, title: str | None) -> str:
    """A title behind the number that it was published with, where it has one: `2.1 Analyse data`."""
    return " ".join(filter(None, (ref, title)))


def bare_id(full_id: str) -> str:
    """An id without its plan, which the heading names; one that names no plan as it is."""
    return full_id.partition("/")[2] or full_id


def sentence(text: str) -> str:
    """Text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def items_in_words(records: "Sequence[MilestoneRecord]") -> str:
    """What is listed: milestones, and own dates that none of those tells of, and of how many entries."""
    milestones = sum(each.milestone is not None for each in records)
    own = len(records) - milestones
    if own and milestones:
        sets = f"{counted(milestones, 'milestone')} and {counted(own, 'own date')},"
    else:
        sets = counted(len(records), "milestone" if milestones else "own date").partition(" ")[2]
    kinds = {each.kind for each in records}
    entries = counted(len({each.entry for each in records}), kinds.pop() if len(kinds) == 1 else "entry")
    return f"{sets} of {entries}"
