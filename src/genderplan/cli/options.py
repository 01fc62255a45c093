"""Options that commands share, declared once as classes and spread into each command's signature.

Only typer is imported here: what a command needs, it imports when it runs.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Annotated, Any, cast, get_type_hints

import typer


class ReportFormat(StrEnum):
    """How a report is printed; `text` is another name for `table`."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True)
class Common:
    """Options of every command, accepted before and after its name."""

    tree: Annotated[
        str | None, typer.Option("--tree", metavar="DIR", help="The folder that holds the plans' folders.")
    ] = None
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="The status date, YYYY-MM-DD.")] = None
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours, also on a terminal.")] = False
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")] = False

    def over(self, before: "Common | None") -> "Common":
        """These options, and where they say nothing those given before the command's name."""
        if before is None:
            return self
        return Common(
            tree=before.tree if self.tree is None else self.tree,
            as_of=before.as_of if self.as_of is None else self.as_of,
            no_color=self.no_color or before.no_color,
            debug=self.debug or before.debug,
        )


@dataclass(frozen=True)
class Filters:
    """Which entries and milestones: repeated options widen, different ones narrow."""

    plan: Annotated[list[str] | None, typer.Option("--plan", metavar="ID", help="Only this plan.")] = None
    objective: Annotated[
        list[str] | None, typer.Option("--objective", metavar="NAME", help="Under this objective.")
    ] = None
    lead: Annotated[list[str] | None, typer.Option("--lead", metavar="NAME", help="Led by this organisation.")] = None
    partner: Annotated[
        list[str] | None, typer.Option("--partner", metavar="NAME", help="With this partner or role.")
    ] = None
    group: Annotated[
        list[str] | None, typer.Option("--group", metavar="NAME", help="Serving this group of people.")
    ] = None
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help="action or project.")] = None
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="complete, cancelled, overdue, due, upcoming or undated."),
    ] = None
    rag: Annotated[list[str] | None, typer.Option("--rag", metavar="COLOUR", help="red, amber, green or blue.")] = None
    tag: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="With this tag.")] = None
    search: Annotated[
        list[str] | None,
        typer.Option("--search", metavar="TEXT", help="With these words in id, title or note."),
    ] = None
    due: Annotated[
        list[str] | None,
        typer.Option("--due", metavar="A..B", help="Due from A to B, both included; A.. and ..B are open."),
    ] = None

    def given(self) -> dict[str, list[str]]:
        """The filters by name, empty lists where nothing was asked."""
        return {field.name: getattr(self, field.name) or [] for field in fields(self)}


@dataclass(frozen=True)
class PlanFilter:
    """Which plan, where nothing else can be filtered."""

    plan: Annotated[list[str] | None, typer.Option("--plan", metavar="ID", help="Only this plan.")] = None


def spread(command: Callable[..., int]) -> Callable[..., int]:
    """A command whose parameters that are classes of options are spread into one option for each field."""
    hints = get_type_hints(command, include_extras=True)
    own: list[inspect.Parameter] = []
    shared: dict[str, type[Any]] = {}
    for parameter in inspect.signature(command).parameters.values():
        hint = hints[parameter.name]
        if is_dataclass(hint):
            shared[parameter.name] = cast("type[Any]", hint)
        else:
            own.append(parameter.replace(annotation=hint))
    for kind in shared.values():
        kinds = get_type_hints(kind, include_extras=True)
        own += [
            inspect.Parameter(
                field.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=field.default,
                annotation=kinds[field.name],
            )
            for field in fields(kind)
        ]

    @functools.wraps(command)
    def spread_command(**given: Any) -> int:
        built = {
            name: kind(**{field.name: given.pop(field.name) for field in fields(kind)}) for name, kind in shared.items()
        }
        return command(**given, **built)

    spread_command.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined]
    spread_command.__annotations__ = {parameter.name: parameter.annotation for parameter in own}
    return spread_command


def new_app(**settings: Any) -> typer.Typer:
    """A typer program with plain help, which needs no rich, and errors that are left to `main`."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )
