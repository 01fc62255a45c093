"""Findings as annotations: workflow commands that GitHub shows at the lines of a pull request."""

from collections.abc import Iterable, Iterator, Sequence

from genderplan.checks.acceptances import Accepted
from genderplan.checks.judgement import Judgement
from genderplan.findings import Finding, Severity
from genderplan.formats.repository import path_in_repository, worst_first
from genderplan.terminal.findings import finding_lines
from genderplan.terminal.screen import Screen
from genderplan.text import one_line, parted

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def of_changes(accepted: Iterable[Accepted]) -> tuple[Accepted, ...]:
    """What plans accept of changes to their dates, baselines and completions (GP5, but GP501, which is of every day).

    It is shown without being asked for: who reviews a change sees that what it breaks is accepted in the plan, perhaps
    by the change itself.
    """
    return tuple(each for each in accepted if each.finding.code.startswith("GP5") and each.finding.code != "GP501")


def annotations(
    report: Judgement, shown: Sequence[Finding], *, folder: str = "", accepted: Sequence[Accepted] = ()
) -> Iterator[str]:
    """Each finding as a line of text and as a workflow command, the worst first; the sum and the days at the end.

    GitHub shows the first ten commands of a level, and none of their places in the log: so the lines and the sum.
    Of what is `accepted`, that of changes has a command too, a notice with the reason.
    `folder` is the current folder, from the root of the repository.
    """
    ordered = worst_first(shown)
    lines = Screen(None).rendered(finding_lines(report, ordered, {}, None, accepted=accepted))
    for found, line in zip(ordered, lines, strict=False):
        yield parted(line)
        yield _command(found, _LEVELS[found.severity], found.code, found.said, folder)
    noticed = of_changes(accepted)
    for each, line in zip(accepted, lines, strict=False):
        yield parted(line)
        if each in noticed:
            found = each.finding
            yield _command(found, "notice", f"{found.code} accepted", f"{found.said}: {each.reason}", folder)
    yield from map(parted, lines)


def _command(found: Finding, level: str, title: str, text: str, folder: str) -> str:
    """One workflow command on a line, its text on one too; what could end a value early is escaped."""
    file = path_in_repository(found.file, folder)
    place = {"file": file, "line": found.line, "col": found.column, "endColumn": found.end_column}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value)
    return f"::{level} {properties},title={title}::{_data(one_line(text))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
