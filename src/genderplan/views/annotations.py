"""Findings as annotations: workflow commands that GitHub shows at the lines of a pull request."""

import re
from collections.abc import Iterator, Sequence

from genderplan.checks.acceptances import Accepted
from genderplan.checks.judgement import Judgement
from genderplan.findings import Finding, Severity
from genderplan.views.findings import finding_lines
from genderplan.views.repository import path_in_repository, worst_first
from genderplan.views.screen import Screen

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_COMMAND = re.compile(r"^(\s*):(?=:)|##(?=\[)")
"""What the runner takes for a command: `::` at the start of a line, and the older `##[` anywhere in it."""


def annotations(
    report: Judgement, shown: Sequence[Finding], *, folder: str = "", accepted: Sequence[Accepted] = ()
) -> Iterator[str]:
    """Each finding as a line of text and as a workflow command, the worst first; the sum and the days at the end.

    GitHub shows the first ten commands of a level, and none of their places in the log: so the lines and the sum.
    `folder` is the current folder, from the root of the repository.
    """
    ordered = worst_first(shown)
    lines = Screen(None).rendered(finding_lines(report, ordered, {}, None, accepted=accepted))
    for found, line in zip(ordered, lines, strict=False):
        yield _no_command(line)
        yield _command(found, folder)
    yield from map(_no_command, lines)


def _command(found: Finding, folder: str) -> str:
    """One workflow command on a line; what could end a value early is escaped."""
    file = path_in_repository(found.file, folder)
    place = {"file": file, "line": found.line, "col": found.column, "endColumn": found.end_column}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value)
    hint = f" ({found.hint})" if found.hint else ""
    return f"::{_LEVELS[found.severity]} {properties},title={found.code}::{_data(found.message + hint)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _no_command(line: str) -> str:
    r"""A line of text that the runner leaves alone: `\::` and `#\#[` where it would find a command."""
    return _COMMAND.sub(_parted, line)


def _parted(found: re.Match[str]) -> str:
    return "#\\#" if found[0] == "##" else f"{found[1]}\\:"
