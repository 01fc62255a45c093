"""Options that commands share, declared once as classes and spread into each command's signature.

Only typer is imported here: what a command needs, it imports when it runs.
"""

import functools
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Annotated, Any, TypeVar, cast, get_type_hints

import typer
from typer.core import TyperGroup

from genderplan.cli.shell import completion

PAGE_FORMATS = (
    "markdown",
    "html",
)
"""The formats that every report has as a page: each is a module of `genderplan.formats`."""


def page_formats(conjunction: str) -> str:
    """The formats of pages in words: `markdown or html`."""
    return f"{', '.join(PAGE_FORMATS[:-1])} {conjunction} {PAGE_FORMATS[-1]}"


class Format(StrEnum):
    """How an answer is printed."""

    @property
    def is_of_pages(self) -> bool:
        return self.value in PAGE_FORMATS


_Own = TypeVar("_Own", bound=Format)


def with_pages(own: type[_Own]) -> type[_Own]:
    """A command's own formats, and after them those of pages."""
    names = {each.name: each.value for each in own} | {each.upper(): each for each in PAGE_FORMATS}
    return cast("Any", Format)(own.__name__, names, module=own.__module__)  # type: ignore[no-any-return]


@with_pages
class ReportFormat(Format):
    """How a report is printed; `text` is another name for `table`."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"


ReportOption = Annotated[
    ReportFormat,
    typer.Option("--format", help=f"table (or text), json, {page_formats('or')}.", show_default=False),
]


IdsOption = Annotated[bool, typer.Option("--ids", help="Owners by their ids, not by their names.")]


@with_pages
class TableFormat(Format):
    """How a report that has rows for CSV is printed; `text` is another name for `table`."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    CSV = "csv"


TableOption = Annotated[
    TableFormat,
    typer.Option("--format", help=f"table (or text), json, csv, {page_formats('or')}.", show_default=False),
]


ExcelOption = Annotated[
    bool, typer.Option("--excel", help="csv for Excel: with a byte order mark, by which it knows UTF-8.")
]


def refuse_excel(excel: bool, format_: Format) -> None:
    """Raises UsageError where --excel is given with another format than csv."""
    if excel and format_ != "csv":
        from genderplan.errors import UsageError

        raise UsageError("--excel goes with --format csv")


OnePlan = Annotated[
    str | None,
    typer.Option("--plan", metavar="ID", help="The plan, where there are several.", autocompletion=completion.plans),
]


def source_option(name: str, help_: str) -> Any:
    """An option that takes what plans are held against, or what is: a baseline, a revision, a file or a folder."""
    return typer.Option(name, metavar="SOURCE", help=help_, autocompletion=completion.baselines)


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


def spread(command: Callable[..., int]) -> Callable[..., int]:
    """A command whose parameters that are classes of options are spread into one option for each field.

    Common options given before the command's name count where the command's own say nothing.
    """
    hints = get_type_hints(command, include_extras=True)
    parameters = inspect.signature(command).parameters.values()
    own = [each.replace(annotation=hints[each.name]) for each in parameters if not is_dataclass(hints[each.name])]
    shared: dict[str, type[Any]] = {name: cast("type[Any]", hint) for name, hint in hints.items() if is_dataclass(hint)}
    takes_context = any(parameter.name == _CONTEXT.name for parameter in own)
    spread_out = [
        *own,
        *(() if takes_context else (_CONTEXT,)),
        *(each for kind in shared.values() for each in _options(kind)),
    ]

    @functools.wraps(command)
    def spread_command(**given: Any) -> int:
        before = given[_CONTEXT.name].obj if takes_context else given.pop(_CONTEXT.name).obj
        for name, kind in shared.items():
            options = kind(**{field.name: given.pop(field.name) for field in fields(kind)})
            given[name] = options.over(before) if isinstance(options, Common) else options
        return command(**given)

    spread_command.__signature__ = inspect.Signature(spread_out)  # type: ignore[attr-defined]
    spread_command.__annotations__ = {parameter.name: parameter.annotation for parameter in spread_out}
    return spread_command


_CONTEXT = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)


def _options(kind: type[Any]) -> Iterator[inspect.Parameter]:
    """One parameter for each field of a class of options."""
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        yield inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )


class Group(TyperGroup):
    """A group of commands that names the nearest to one that it does not have."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if not (ctx.resilient_parsing or name.startswith("-") or self.get_command(ctx, name)):
            from genderplan.suggestions import unknown

            ctx.fail(unknown("command", name, self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


def new_app(*, cls: type[Group] = Group, add_completion: bool = False, **settings: Any) -> typer.Typer:
    """A typer program with plain help, which needs no rich, and errors that are left to `main`."""
    return typer.Typer(
        cls=cls,
        add_completion=add_completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )
