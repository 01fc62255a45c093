"""`genderplan init`"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.options import Common, new_app, spread

if TYPE_CHECKING:
    from genderplan.dates.forms import PlanDate
    from genderplan.editing.starting import Beginning

app = new_app()

_TITLE, _OBJECTIVE, _LEAD = "Gender equality plan", "Equal pay", "HR=Human Resources"


@dataclass(frozen=True)
class Answers:
    """What a plan begins with; on a terminal what is left out is asked for."""

    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help=f"The plan's title. [{_TITLE}]")] = None
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="ID", help="The plan's id, the name of its folder. [from its title]")
    ] = None
    objective: Annotated[
        str | None, typer.Option("--objective", metavar="TEXT", help=f"The first objective's title. [{_OBJECTIVE}]")
    ] = None
    lead: Annotated[
        str | None,
        typer.Option(
            "--lead", metavar="ID[=NAME]", help=f"Who leads the first action. [{_LEAD}, nobody in a tree that has some]"
        ),
    ] = None
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="The first month of the plan. [this month]")
    ] = None
    end: Annotated[
        str | None, typer.Option("--end", metavar="DATE", help="The last month of the plan. [a year from its start]")
    ] = None


@app.command()
@spread
def init(
    answers: Answers,
    common: Common,
    folder: Annotated[
        str | None, typer.Argument(metavar="[DIR]", help="The folder of all plans; the tree at hand, else 'plans'.")
    ] = None,
) -> int:
    """Start a plan.

    Writes a plan and organisations, commented throughout, and schemas for editors; where no objective is named,
    an action and a project too, as examples. A tree that is there already gets one more plan. Nothing is ever
    overwritten.

    Examples:

      genderplan init

      genderplan init --title "Equal pay and careers" --start 2025-01

      genderplan init equality --plan pay --lead "HR=Human Resources"
    """
    from genderplan.cli.output import say_findings, say_lines, write_text
    from genderplan.cli.reading import day_of_a_run
    from genderplan.cli.writing import changing
    from genderplan.editing.drafts import write_drafts
    from genderplan.editing.starting import beginning
    from genderplan.source.files import relative
    from genderplan.text import printable

    root = _root(folder, common)
    new = _beginning(answers, root, day_of_a_run(common))
    drafts = beginning(root, new)
    schemas = _schemas(root)
    with changing({Path(draft.file.path): draft.data for draft in drafts} | dict(schemas)):
        say_findings(write_drafts(root, drafts, schemas), [draft.file.shown for draft in drafts])
        shown = [draft.file.shown for draft in drafts] + [printable(relative(path)) for path, _ in schemas]
        write_text("".join(f"{path}\n" for path in shown))
    say_lines(_next(root, common))
    return 0


def _root(folder: str | None, common: Common) -> Path:
    """The folder of all plans: the one named, else the tree at hand, else `plans`."""
    from genderplan.cli.reading import BARE, find
    from genderplan.editing.starting import refuse_inside_a_tree
    from genderplan.errors import NothingToReadError, UsageError
    from genderplan.source.files import may_be_bare

    if folder is not None and common.tree is not None:
        raise UsageError("DIR and --tree both name the folder of all plans: give one of them")
    named = folder or common.tree or os.environ.get("GENDERPLAN_TREE")
    if may_be_bare(Path(named or "")):
        raise UsageError(BARE)
    if named is None:
        try:
            return find(common).root
        except NothingToReadError:
            return Path("plans")
    refuse_inside_a_tree(Path(named))
    return Path(named)


def _schemas(root: Path) -> list[tuple[Path, bytes]]:
    """The schemas that a tree has not yet."""
    from genderplan.editing.drafts import SCHEMAS
    from genderplan.schemas.files import all_schemas

    files = [(root / SCHEMAS / name, text.encode()) for name, text in all_schemas().items()]
    return [(path, data) for path, data in files if not path.exists()]


def _beginning(answers: Answers, root: Path, today: "PlanDate") -> "Beginning":
    """What is given by options, asked on a terminal, or usual."""
    from genderplan.config import given_date
    from genderplan.dates.forms import month_of
    from genderplan.editing.entries import checked_id, file_id
    from genderplan.editing.starting import Beginning, a_year_from, objective_id
    from genderplan.source.kinds import Kind

    def plan_id(text: str) -> str:
        return file_id(text, Kind.PLAN, "--plan", answers.plan)

    def checked(name: str) -> str:
        return checked_id(name, Kind.PLAN)

    title = _answer(answers.title, "Title of the plan", _TITLE, plan_id)
    plan = _answer(answers.plan, "Its id, the name of its folder", plan_id(title), checked)
    objective = _answer(answers.objective, "Its first objective", _OBJECTIVE)
    usual = "" if (root / Kind.ORGANISATIONS.path()).exists() else _LEAD
    lead, _, name = _answer(answers.lead, "Who leads the first action (ID=NAME)", usual).partition("=")
    month = month_of(today.first)
    start = given_date(_answer(answers.start, "First month", month.text, _date("--start")), "--start") or month
    last = a_year_from(start)
    end = given_date(_answer(answers.end, "Last month", last.text, _date("--end")), "--end") or last
    return Beginning(
        plan=plan,
        title=title,
        objective_id=objective_id(objective),
        objective=objective,
        lead=lead.strip() or None,
        lead_name=name.strip() or None,
        start=start,
        end=end,
        is_example=answers.objective is None and objective == _OBJECTIVE,
    )


def _date(option: str) -> Callable[[str], object]:
    from genderplan.config import given_date

    return lambda text: given_date(text, option)


def _answer(given: str | None, question: str, usual: str, check: Callable[[str], object] | None = None) -> str:
    """What an option says, else what somebody at a terminal answers, else what is usual.

    An answer that does not pass the check, which raises UsageError, is asked for again; an option is left to it.
    """
    from genderplan.errors import UsageError
    from genderplan.text import printable

    def checked(answer: str) -> str:
        try:
            return passed(answer)
        except UsageError as error:
            raise typer.BadParameter(printable(str(error))) from None

    def passed(answer: str) -> str:
        if check is not None:
            check(answer)
        return answer

    if given is not None:
        return passed(given)
    if sys.stdin.isatty() and sys.stdout.isatty():
        return str(typer.prompt(question, default=usual, err=True, value_proc=checked))
    return usual


def _next(root: Path, common: Common) -> str:
    """What to run next, with the option that leads to the tree where it is not found without."""
    import shlex

    from genderplan.cli.reading import find
    from genderplan.errors import NothingToReadError
    from genderplan.source.files import resolved
    from genderplan.text import printable

    try:
        is_found = resolved(find(replace(common, tree=None)).root) == resolved(root)
    except NothingToReadError:
        is_found = False
    command = "genderplan" if is_found else f"genderplan --tree {shlex.quote(printable(str(root)))}"
    return (
        "Make these files your own; then\n"
        f"  {command} validate            are they well-formed?\n"
        f"  {command} new action TITLE    begin an action\n"
        f"  {command} status              where does the plan stand?\n"
        f"  {command} baseline save NAME  keep what is agreed\n"
    )
