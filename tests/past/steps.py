"""States of one plan, one after the other, as the steps that commits made between them."""

from collections.abc import Mapping, Sequence

from genderplan.dates.forms import parse_day
from genderplan.kinds.entry.rows import EntryRow
from genderplan.past.date_changes import DateChange
from genderplan.plan.plans import Plan
from genderplan.plan.steps import CommitRow, Step
from trees import pay

Files = Mapping[str, str]
"""Files of the plan `pay` by their names in it."""

POLICY = "objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]\n"


def plan(files: Files) -> Plan:
    """The plan that files make; all of them can be read."""
    tree = pay(files, POLICY)
    assert tree.findings == ()
    return tree.by_id["pay"]


def commit(number: int, day: str | None = None) -> CommitRow:
    """The commit of a number, made on that day of January 2024 if no other is given."""
    made = parse_day(day or f"2024-01-{number:02d}")
    return CommitRow(f"{number:040x}", made, made, "A. Person", f"Commit {number}")


def steps(*states: Files, days: Sequence[str] = ()) -> list[Step]:
    """A step from each state to the next, the first from nothing."""
    found: list[Step] = []
    before: tuple[EntryRow, ...] = ()
    for number, files in enumerate(states, 1):
        after = plan(files).entries
        found.append(Step(commit(number, days[number - 1] if days else None), (before,), after))
        before = after
    return found


def merge(number: int, *parents: Files, into: Files) -> Step:
    """A step of a commit with several parents."""
    return Step(commit(number), tuple(plan(files).entries for files in parents), plan(into).entries)


def entry(name: str, *milestones: str, **keys: str) -> dict[str, str]:
    """The file of an action with milestones, each given as its keys in one line."""
    about = "".join(f"{key}: {value}\n" for key, value in ({"title": "An action"} | keys).items())
    listed = "".join(f"  - {{{each}}}\n" for each in milestones)
    return {f"actions/{name}": f"{about}milestones:\n{listed}" if milestones else about}


def due(name: str, date: str | None, more: str = "") -> str:
    """The keys of a milestone with a date."""
    when = f", due: {date}" if date else ""
    return f"id: {name}, title: A milestone{when}{more}"


def short(changes: Sequence[DateChange]) -> list[tuple[int, str, str, str, str | None, str | None]]:
    """Commit, kind, id, field and dates of each change."""
    return [
        (
            int(each.commit.id, 16) if each.commit else 0,
            each.change.value,
            each.id.removeprefix("pay/"),
            each.field,
            str(each.was) if each.was else None,
            str(each.now) if each.now else None,
        )
        for each in changes
    ]
