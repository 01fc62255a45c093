"""`genderplan schema`"""

from pathlib import Path
from typing import Annotated

import typer

from genderplan.cli.options import Common, new_app, spread
from genderplan.cli.shell import vocabulary
from genderplan.source.kinds import Kind

app = new_app()


def _document(name: str) -> str:
    """The name of a document, as it is given. Raises BadParameter for one that no command prints."""
    from genderplan.schemas.outputs import DOCUMENTS

    if name not in DOCUMENTS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(map(repr, DOCUMENTS))}.")
    return name


@app.command()
@spread
def schema(
    common: Common,  # noqa: ARG001 - taken by every command
    kind: Annotated[
        Kind | None, typer.Argument(metavar="KIND", show_choices=False, help=f"The kind of file: {', '.join(Kind)}.")
    ] = None,
    all_: Annotated[
        str | None, typer.Option("--all", metavar="DIR", help="Write the schemas of all kinds of files to this folder.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="NAME",
            parser=_document,
            help="The schema of what a command prints as JSON, by its format.",
            autocompletion=vocabulary.documents,
        ),
    ] = None,
) -> int:
    """What may stand in a file?

    The JSON Schema of a kind of file (plan, action, board, glossary and so on),
    with which an editor completes keys, explains them and marks what is wrong.

    Examples:

      genderplan schema action

      genderplan schema --all plans/.schemas

      genderplan schema --output milestones
    """
    from genderplan.cli.output import write_data
    from genderplan.errors import UsageError
    from genderplan.schemas.files import as_text, schema_of

    if sum(given is not None for given in (kind, all_, output)) != 1:
        raise UsageError(f"name a kind of file, or give --all DIR, or --output NAME; the kinds are {', '.join(Kind)}")
    if kind is not None:
        write_data(as_text(schema_of(kind.value)))
    elif output is not None:
        from genderplan.schemas.outputs import output_schema

        write_data(as_text(output_schema(output)))
    elif all_:
        _write_all(Path(all_))
    else:
        raise UsageError("--all needs a folder")
    return 0


def _write_all(folder: Path) -> None:
    """Write the schemas that differ from what the folder holds, and say which."""
    from genderplan.cli.output import write_text
    from genderplan.cli.writing import changing
    from genderplan.schemas.files import all_schemas
    from genderplan.source.writing import create, replace

    for name, text in all_schemas().items():
        path, data = folder / name, text.encode("utf-8")
        there = _content(path)
        if there == data:
            continue
        with changing({path: data}):
            if there is None:
                create({path: data}, within=folder)
            else:
                replace(path, data, there)
            write_text(f"{path.as_posix()}\n")


def _content(path: Path) -> bytes | None:
    """What a file holds; None where there is no file. Raises WriteError where it cannot be told."""
    from genderplan.errors import WriteError

    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise WriteError(f"{path} cannot be read: {error.strerror or error}") from None
