"""Output: where text goes: answers to stdout, all else to stderr, and nothing that steers to either.

What every channel takes is made harmless here, by `genderplan.text`; colours and width are as terminal and environment
say. A stream that cannot be written ends a run in words.
"""

import codecs
import errno
import io
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from genderplan.cli.options import Common, Format
from genderplan.errors import OutputError
from genderplan.text import json_escapes, parted, printable, printable_lines

if TYPE_CHECKING:
    from genderplan.findings import Finding
    from genderplan.page.page import Page
    from genderplan.terminal.screen import Line, Screen

Result = TypeVar("Result")

_CHUNK = 512
"""Lines are written together: a system call each would take longer than making them."""


def print_json(name: str, content: Mapping[str, Any], *, lines: str | None = None) -> None:
    """A JSON document of format `genderplan/NAME`; the list under `lines` has one record a line."""
    from genderplan.formats.json import as_json

    write_data(as_json(name, content, lines=lines))


def print_lines(
    view: "Callable[[Result, Screen], Iterable[Line]]",
    result: "Result",
    common: Common,
    *,
    fits: bool = False,
    names: Mapping[str, str] | None = None,
) -> None:
    """A result as a view shows it on the screen that there is; `fits` as of `screen`, `names` what it calls whom."""
    shown = screen(no_color=common.no_color, fits=fits)
    if names:
        shown = shown._replace(names=names)
    write_lines(view(result, shown), shown)


def print_page(page: "Page", format_: str) -> None:
    """A page in one of the formats that speak of pages."""
    write_text(import_module(f"genderplan.formats.{format_}").written(page))


def print_report(
    name: str,
    content: Mapping[str, Any],
    page: "Callable[[], Page]",
    common: Common,
    format_: "Format",
    *,
    fits: bool = False,
) -> None:
    """A report whose page is all that there is of it beside its JSON: on a screen, or in another format of pages.

    `fits` is as of `screen`.
    """
    if format_ == "json":
        print_json(name, content)
    elif format_.is_of_pages:
        print_page(page(), format_)
    else:
        from genderplan.terminal.pages import page_lines

        print_lines(page_lines, page(), common, fits=fits)


def write_data(text: str) -> None:
    """What is harmless by the escapes of its own format, to stdout; what its encoding lacks is spelled out."""
    _tolerant()
    _put(text)
    _flush()


def write_text(text: str) -> None:
    """Lines of text to stdout."""
    write_data(_shown(text))


def write_utf8(text: str) -> None:
    """What programs take as a file in UTF-8 with its own line ends, to stdout: no letter of it may be lost.

    On a terminal it is text, in its encoding.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and not sys.stdout.isatty():
        reconfigure(encoding="utf-8", newline="")
    write_data(text)


def write_csv(text: str) -> None:
    """Cells that are printable to stdout, as a file."""
    write_utf8(parted(text) if is_on_github() else text)


def print_csv(records: Iterable[object], columns: Sequence[str], *, for_excel: bool) -> None:
    """Fields of records as CSV, under their names."""
    from genderplan.formats.csv import csv_of

    write_csv(csv_of(records, columns, for_excel=for_excel))


def write_patch(text: str) -> None:
    """A patch to stdout: exact, so that git takes it, but where it is only to be read: a terminal, a workflow's log."""
    (write_text if sys.stdout.isatty() or is_on_github() else write_data)(text)


def write_lines(lines: "Iterable[Line]", screen: "Screen") -> None:
    """Lines to stdout, as the screen shows them."""
    _tolerant()
    commands_matter = is_on_github()
    pending: list[str] = []
    for text in screen.rendered(lines):
        pending.append(parted(text) if commands_matter else text)
        if len(pending) == _CHUNK:
            _put("".join(pending))
            pending.clear()
    _put("".join(pending))
    _flush()


def say(message: str) -> None:
    """A note to stderr: one line, after the program's name. Nobody else writes what is no answer.

    Where it cannot be written there is nowhere to say so.
    """
    say_lines(f"genderplan: {printable(message)}\n")


def say_findings(findings: "Iterable[Finding]", files: Collection[str]) -> None:
    """Findings as notes, with their place where that is in none of the files that were written."""
    for each in findings:
        where = "" if each.file in files else f"{each.file}:{each.line}: "
        say(f"{each.severity}: {where}{each.message}")


def say_lines(text: str) -> None:
    """Lines to stderr that are no note of the program: typer's usage, a traceback, what to do next."""
    encoding = sys.stderr.encoding or "utf-8"
    shown = _shown(text).encode(encoding, "backslashreplace").decode(encoding)
    try:
        sys.stderr.write(shown)
        sys.stderr.flush()
    except OSError:
        let_go("stderr")


def _shown(text: str) -> str:
    """Lines of text as a screen or a log may have them."""
    safe = printable_lines(text)
    return parted(safe) if is_on_github() else safe


def _put(text: str) -> None:
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise OutputError(unwritten(error)) from None


def _flush() -> None:
    try:
        sys.stdout.flush()
    except OSError as error:
        raise OutputError(unwritten(error)) from None


def unwritten(error: OSError) -> str:
    """What is said where stdout is full, closed, or has no reader."""
    return f"stdout cannot be written: {error.strerror or error}"


def let_go(name: Literal["stdout", "stderr"]) -> None:
    """Give up a stream that cannot be written: what it still holds goes nowhere, and nobody tries again."""
    nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as the run
    with suppress(OSError, ValueError):
        os.dup2(nowhere.fileno(), getattr(sys, name).fileno())
    setattr(sys, name, nowhere)


class _Closed(io.TextIOBase):
    """Stdout where a run was begun without one: what is written to it is lost, and no flush says otherwise."""

    _is_lost = False

    def write(self, _: str, /) -> int:
        self._is_lost = True
        raise OSError(errno.EBADF, "it is closed")

    def flush(self) -> None:
        if self._is_lost:
            raise OSError(errno.EBADF, "it is closed")


def stand_in() -> None:
    """Put something in the place of streams that were closed before the run began.

    Files that are opened later must not get their numbers: what is meant for stderr would be written into them.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as the run


def _tolerant() -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        codecs.register_error("spelled-out", _spelled_out)
        reconfigure(errors="spelled-out", newline="\n")  # as on every other system: files are compared


def _spelled_out(error: UnicodeError) -> tuple[str, int]:
    """What an encoding lacks in the escapes of JSON, which mean the character itself there: `\\u00e9`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json_escapes(error.object[error.start : error.end]), error.end


def screen(*, no_color: bool, fits: bool = False) -> "Screen":
    """What stdout is: its colours as rich finds them, its signs as its encoding allows.

    With `fits`, output is laid out for COLUMNS, else the terminal, else 80 cells; without, only a terminal's
    width counts, and what is piped is never cut.
    """
    from genderplan.terminal.screen import ASCII, UNICODE, Screen

    colours = None
    if not no_color and (sys.stdout.isatty() or "FORCE_COLOR" in os.environ):
        from rich.console import COLOR_SYSTEMS, Console

        console = Console()
        colours = None if console.no_color else COLOR_SYSTEMS.get(console.color_system or "")
    width = shutil.get_terminal_size((80, 24)).columns if fits or sys.stdout.isatty() else None
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return Screen(max(width, 20) if width else None, colours, UNICODE if encoding.startswith("utf") else ASCII)


def is_on_github() -> bool:
    """Whether the run is a step of a GitHub workflow."""
    return os.environ.get("GITHUB_ACTIONS") == "true"
