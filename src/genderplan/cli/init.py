"""`genderplan init`"""

import os
import sys
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.options import Common, new_app, spread

if TYPE_CHECKING:
    from pathlib import Path

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
        str | None, typer.Argument(metavar="[DIR]", help="The folder of all plans; 'plans' when left out.")
    ] = None,
) -> int:
    """Start a plan.

    Writes a plan with an action, a project and organisations, commented throughout, and schemas for editors.
    A tree that is there already gets one more plan. Nothing is ever overwritten.

    Examples:

      genderplan init

      genderplan init --title "Equal pay and careers" --start 2025-01

      genderplan init equality --plan pay --lead "HR=Human Resources"
    """
    from pathlib import Path

    from genderplan.cli.output import write
    from genderplan.editing.drafts import write_drafts
    from genderplan.editing.starting import beginning
    from genderplan.source.files import printable

    root = Path(folder or common.tree or os.environ.get("GENDERPLAN_TREE") or "plans")
    _refuse_a_plan(root)
    new = _beginning(answers, root)
    drafts = beginning(root, new)
    schemas = _schemas(root)
    for found in write_drafts(root, drafts, schemas):
        print(f"genderplan: {found.severity}: {found.message}", file=sys.stderr)  # noqa: T201
    shown = [draft.file.shown for draft in drafts] + [printable(os.path.relpath(path)) for path, _ in schemas]
    write("".join(f"{path}\n" for path in shown))
    print(_next(root), file=sys.stderr)  # noqa: T201
    return 0


def _refuse_a_plan(root: "Path") -> None:
    from genderplan.errors import UsageError
    from genderplan.source.files import printable

    if root.exists() and not root.is_dir():
        raise UsageError(f"'{printable(str(root))}' is not a folder")
    for folder in (root, *root.absolute().parents):
        if (folder / "plan.yaml").exists():
            raise UsageError(f"'{printable(str(folder))}' is a plan: name the folder that is to hold all plans")


def _schemas(root: "Path") -> "list[tuple[Path, bytes]]":
    """The schemas that a tree has not yet."""
    from genderplan.editing.drafts import SCHEMAS
    from genderplan.schemas.files import all_schemas

    files = [(root / SCHEMAS / name, text.encode()) for name, text in all_schemas().items()]
    return [(path, data) for path, data in files if not path.exists()]


def _beginning(answers: Answers, root: "Path") -> "Beginning":
    """What is given by options, asked on a terminal, or usual."""
    from genderplan.config import given_date
    from genderplan.editing.entries import id_from
    from genderplan.editing.starting import Beginning, a_year_from
    from genderplan.model.dates import month_of

    title = _answer(answers.title, "Title of the plan", _TITLE)
    plan = _answer(answers.plan, "Its id, the name of its folder", id_from(title))
    objective = _answer(answers.objective, "Its first objective", _OBJECTIVE)
    usual = "" if (root / "organisations.yaml").exists() else _LEAD
    lead, _, name = _answer(answers.lead, "Who leads the first action (ID=NAME)", usual).partition("=")
    month = month_of(date.today().toordinal())
    start = given_date(_answer(answers.start, "First month", month.text), "--start") or month
    end = given_date(_answer(answers.end, "Last month", a_year_from(start).text), "--end") or a_year_from(start)
    return Beginning(
        plan=plan,
        title=title,
        objective_id=id_from(objective),
        objective=objective,
        lead=lead.strip() or None,
        lead_name=name.strip() or None,
        start=start,
        end=end,
    )


def _answer(given: str | None, question: str, usual: str) -> str:
    """What an option says, else what somebody at a terminal answers, else what is usual."""
    if given is not None:
        return given
    if sys.stdin.isatty() and sys.stdout.isatty():
        return str(typer.prompt(question, default=usual, err=True))
    return usual


def _next(root: "Path") -> str:
    import shlex

    from genderplan.source.files import printable

    command = "genderplan" if str(root) == "plans" else f"genderplan --tree {shlex.quote(printable(str(root)))}"
    return (
        "Make these files your own; then\n"
        f"  {command} validate            are they well-formed?\n"
        f"  {command} new action TITLE    one more action\n"
        f"  {command} status              where does the plan stand?\n"
        f"  {command} baseline save NAME  keep what is agreed"
    )
