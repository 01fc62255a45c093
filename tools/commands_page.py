"""`docs/commands.md`: what every command says of itself with `--help`, after what they have in common."""

import io
import os
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import Any
from unittest.mock import patch

import typer

from genderplan.cli import app
from genderplan.cli.filters import Filters
from tools.write import ROOT

_INTRODUCTION = """\
# Commands

What each command says with `-h`, after what they have in common. `python -m tools.write` makes this page.

## Which plans

A *tree* is a folder with a folder for each plan. It is the one that `--tree DIR` names, else `GENDERPLAN_TREE`, else
the nearest going upward from the current folder: a folder `plans/`, or one with a `plan.yaml`. Within a plan's folder
that plan is meant; `--plan` names others.

## Filters

The same for every command that has them. Given several times an option widens, different options narrow:
`--lead HR --lead Finance --status overdue` is what is overdue and led by either. Names match ids, names and aliases in
any case; a name that nothing has is an error that says what is near it, never an empty list.

| option | what |
| --- | --- |
@FILTERS@

Dates are written as in [plan files](plan-format.md#dates-and-lengths).

## Formats

| format | of | for |
| --- | --- | --- |
| `table`, `text` | every command that reads | people: in colour and as wide as the terminal; piped, whole and plain |
| `json` | the same | programs: [JSON output](json.md) |
| `csv`, `markdown` | `list` | spreadsheets, documents |
| `github`, `sarif`, `junit` | `validate`, `check` | [CI](ci.md) |

What was asked for goes to stdout, everything else to stderr.

A text of a plan, a name of a file or an argument is shown as what it is, and steers nothing:

- What nobody sees, and what turns the direction of text or breaks a line, is spelled out: `\\u202e`, `\\x1b`.
  Joiners and variation selectors stay, since emoji and some scripts are written with them. Line breaks in a title
  become spaces.
- JSON and SARIF have the very text, by the escapes of JSON. A patch of `--dry-run` has it too, but on a terminal and in
  a GitHub workflow, where it is only to be read.
- With `GITHUB_ACTIONS` set no line of any output is a workflow command but those of the format `github`.
- In `csv` a cell that a spreadsheet would take for a formula begins with `'`. csv is always UTF-8. `--excel` puts a
  byte order mark before it, by which Excel knows that, ends lines as Windows does, and marks formulas within a cell as
  well: some settings part cells at semicolons.

## Exit codes

| code | means |
| --- | --- |
| 0 | clean |
| 1 | findings of severity error (with `--strict` warnings too), or files that could not be read |
| 2 | wrong usage, nothing to read, or stdout that cannot be written |
| 3 | an internal error; `--debug` shows where |
| 130 | interrupted |

A report is never 1 because a plan is late: that is what `check` is for. Where a file was changed and only saying so
failed (a full disk, a closed stdout, Ctrl-C), stderr says that it is changed. A reader that has enough,
`genderplan list | head`, ends a run quietly.

## Environment

| variable | does |
| --- | --- |
| `GENDERPLAN_TREE` | what `--tree` does |
| `GENDERPLAN_AS_OF` | what `--as-of` does |
| `NO_COLOR` | no colours, as `--no-color` |
| `FORCE_COLOR` | colours, also where it is not a terminal |
| `COLUMNS` | the width of `status` and `timeline`, and of everything on a terminal |
| `GITHUB_ACTIONS` | `validate` and `check` choose the format `github`; no line of any output is a workflow command |
"""


_PAGE = "docs/commands.md"


def files() -> dict[str, str]:
    """The page by its path in the repository.

    Each release of typer lays help out a little differently. A page that another release than this one laid out stays
    as it is while it says all that the help says now.
    """
    file = ROOT / _PAGE
    there = file.read_text(encoding="utf-8") if file.is_file() else ""
    laid_out = re.search(f"^{_LAID_OUT}$", there, re.MULTILINE)
    if laid_out and laid_out[1] != _RELEASE and _says_all(there):
        return {_PAGE: there}
    introduction = _INTRODUCTION.replace("@FILTERS@", "\n".join(_filters()))
    return {_PAGE: "".join([introduction, f"\n{_LAID_OUT.replace('(.*)', _RELEASE)}\n", *map(_section, _commands())])}


_LAID_OUT = "<!-- laid out by typer (.*) -->"
_RELEASE = ".".join(typer.__version__.split(".")[:2])


def _says_all(page: str) -> bool:
    """Whether all that the help says now is in the page, however it is laid out."""
    folded = "".join(page.split())
    return all("".join(text.split()) in folded for text in _texts())


def _filters() -> Iterator[str]:
    """A line of the table for each filter, in the words of its help."""
    options = {option.name: option for option in _found("check")[0].params}
    for name in Filters().given():
        yield f"| `{options[name].opts[0]} {options[name].metavar}` | {options[name].help} |"


def _section(names: tuple[str, ...]) -> str:
    return f"\n{_heading(names)}\n\n```text\n{printed(*names)}```\n"


def _heading(names: tuple[str, ...]) -> str:
    return f"{'#' * max(len(names) + 1, 2)} {' '.join(names) or 'genderplan'}"


def _commands() -> Iterator[tuple[str, ...]]:
    """The names that lead to each command, none for the program itself."""
    yield ()
    for name in _below():
        yield (name,)
        yield from ((name, below) for below in _below(name))


def _texts() -> Iterator[str]:
    """What is said of every command and of each of its options."""
    for names in _commands():
        command, _ = _found(*names)
        yield f"{_heading(names)}\n\n```text"
        yield from (command.help or "").split("\n")
        for each in command.params:
            yield from (*each.opts, getattr(each, "help", None) or "")


def _below(*names: str) -> list[str]:
    """The commands of a group, none of a command that is no group."""
    command, context = _found(*names)
    listed = getattr(command, "list_commands", None)
    return list(listed(context)) if listed else []


def _found(*names: str) -> tuple[Any, Any]:
    """A command by the names that lead to it, and the context in which it was looked for."""
    command: Any = typer.main.get_command(app.app)
    context = command.make_context("genderplan", ["-"], resilient_parsing=True)
    for name in names:
        _, command, _ = command.resolve_command(context, [name])
    return command, context


def printed(*arguments: str) -> str:
    """The help of one command in 80 columns, whatever the terminal."""
    shown = io.StringIO()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TERMINAL_WIDTH", "_TYPER"))}
    with patch.dict(os.environ, kept | {"COLUMNS": "80"}, clear=True), redirect_stdout(shown):
        app.run([*arguments, "-h"])
    return shown.getvalue()
