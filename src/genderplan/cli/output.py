"""Where text goes: data to stdout, in the encoding that it has; colours and width as terminal and environment say."""

import codecs
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from genderplan.cli.options import Common

if TYPE_CHECKING:
    from genderplan.views.screen import Line, Screen

Result = TypeVar("Result")

_CHUNK = 512
"""Lines are written together: a system call each would take longer than making them."""


def print_json(name: str, content: Mapping[str, Any], *, lines: str | None = None) -> None:
    """A JSON document of format `genderplan/NAME`; the list under `lines` has one record a line."""
    from genderplan.views.plain import as_json

    write(as_json(name, content, lines=lines))


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


def write(text: str) -> None:
    """Text as it is to stdout; what its encoding lacks is spelled out."""
    _tolerant()
    sys.stdout.write(text)
    sys.stdout.flush()


def write_lines(lines: "Iterable[Line]", screen: "Screen") -> None:
    """Lines to stdout, as the screen shows them."""
    _tolerant()
    pending: list[str] = []
    for text in screen.rendered(lines):
        pending.append(text)
        if len(pending) == _CHUNK:
            sys.stdout.write("".join(pending))
            pending.clear()
    sys.stdout.write("".join(pending))
    sys.stdout.flush()


def _tolerant() -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        codecs.register_error("spelled-out", _spelled_out)
        reconfigure(errors="spelled-out")


def _spelled_out(error: UnicodeError) -> tuple[str, int]:
    """What an encoding lacks in the escapes of JSON, which mean the character itself there: `\\u00e9`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2)), error.end


def screen(*, no_color: bool, fits: bool = False) -> "Screen":
    """What stdout is: its colours as rich finds them, its signs as its encoding allows.

    With `fits`, output is laid out for COLUMNS, else the terminal, else 80 cells; without, only a terminal's
    width counts, and what is piped is never cut.
    """
    from genderplan.views.screen import ASCII, UNICODE, Screen

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
