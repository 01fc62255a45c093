"""`init`: a tree with a plan, and an action and a project as examples, with comments on what can be written where."""

from dataclasses import dataclass
from datetime import date
from importlib.resources import files as resources
from pathlib import Path
from string import Template

from genderplan.dates.forms import LAST_YEAR, PlanDate, first_of_month, month_number, month_of
from genderplan.editing.drafts import SCHEMAS, modeline
from genderplan.editing.entries import id_from
from genderplan.errors import UsageError
from genderplan.source.files import Draft, draft, is_folder, is_plan
from genderplan.source.kinds import Kind
from genderplan.source.yaml.writer import as_yaml, in_line
from genderplan.text import printable

_A_DAY = 14
"""How far into its period a plan's examples are dated."""


@dataclass(frozen=True)
class Beginning:
    """What a plan begins with. `lead` is an organisation's id, and its name where the tree is new.

    `is_example` says that nobody named an objective: then examples of an action and a project stand beside it.
    """

    plan: str
    title: str
    objective_id: str
    objective: str
    lead: str | None
    lead_name: str | None
    start: PlanDate
    end: PlanDate
    is_example: bool


def a_year_from(start: PlanDate) -> PlanDate:
    """The last month of the twelve that begin with a date, no later than dates go."""
    return _month(start.first, 11)


def objective_id(title: str) -> str:
    """The id of a plan's first objective, from its title where that has words for one."""
    try:
        return id_from(title)
    except UsageError:
        return "objective-1"


def refuse_inside_a_tree(root: Path) -> None:
    """Raises UsageError where a folder cannot hold all plans: it is no folder, is a plan, or lies in a tree."""
    try:
        _refuse(root, root.absolute())
    except OSError as error:
        raise UsageError(f"'{printable(str(root))}' cannot be read: {error.strerror or error}") from None


def _refuse(root: Path, absolute: Path) -> None:
    if root.exists() and not root.is_dir():
        raise UsageError(f"'{printable(str(root))}' is not a folder")
    for folder in (absolute, *absolute.parents):
        if (folder / Kind.PLAN.path()).exists():
            raise UsageError(f"'{printable(str(folder))}' is a plan: name the folder that is to hold all plans")
    above = absolute.parent
    has_plans = is_folder(above) and any(is_plan(each) for each in above.iterdir())
    if has_plans or any((above / name).exists() for name in (_ORGANISATIONS, SCHEMAS)):
        name = printable(absolute.name)
        raise UsageError(f"'{printable(str(above))}' holds plans: name it, with --plan {name} for one of that id")


def beginning(root: Path, new: Beginning) -> list[Draft]:
    """The files of a new plan, and the organisations of a tree that has none."""
    files = {Kind.PLAN: new.plan} | (_EXAMPLES if new.is_example else {})
    values = _values(new)
    drafts = [draft(root, new.plan, kind, kind.path(stem), _data(kind, values)) for kind, stem in files.items()]
    if not (root / _ORGANISATIONS).exists():
        drafts.append(draft(root, "", Kind.ORGANISATIONS, _ORGANISATIONS, _data(Kind.ORGANISATIONS, values)))
    return drafts


_ORGANISATIONS = Kind.ORGANISATIONS.path()
_EXAMPLES = {Kind.ACTION: "publish-pay-gap", Kind.PROJECT: "return-to-work"}


def _data(kind: Kind, values: dict[str, str]) -> bytes:
    path = resources("genderplan.editing") / "templates" / f"{kind}.yaml"
    text = Template(path.read_text(encoding="utf-8")).substitute(values)
    return (modeline(kind, kind.is_of_plan + kind.path().count("/")) + text).encode()


def _values(new: Beginning) -> dict[str, str]:
    """What stands in the templates' places, each a value or a whole line of YAML."""
    lead = new.lead
    return {
        "title": in_line("title", new.title),
        "start": new.start.text,
        "end": new.end.text,
        "objective_id": in_line("id", new.objective_id),
        "objective": in_line("title", new.objective),
        "day": date.fromordinal(new.start.first + _A_DAY).isoformat(),
        "first": _within(new, 4),
        "second": _within(new, 2),
        "lead": _line("lead", lead)
        if lead
        else "# lead:                       # who answers for it, an organisation's id",
        "partners": _line("partners", lead) if lead else "# partners:                   # organisations' ids",
        "organisation": as_yaml({lead or "HR": {"name": new.lead_name or lead or "Human Resources"}}).rstrip(),
    }


def _line(key: str, value: str) -> str:
    return f"{key}: {in_line(key, value)}"


def _within(new: Beginning, part: int) -> str:
    """The month that ends such a part of the period, the whole divided by `part`; never after its end."""
    first, last = month_of(new.start.first), month_of(new.end.last)
    months = max(last.last_month - first.last_month, 0)
    due = _month(first.first, months // part)
    return due.text if due.last <= new.end.last else new.end.text


def _month(ordinal: int, later: int) -> PlanDate:
    """The month so many months after that of a day."""
    return month_of(first_of_month(min(month_number(ordinal) + later, LAST_YEAR * 12 + 12)))
