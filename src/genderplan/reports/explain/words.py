"""Manual's pages in words and lines: what the screen and the pages of `explain` both say."""

from collections.abc import Iterator, Sequence

from genderplan.findings import Severity
from genderplan.manual.changes import changes
from genderplan.manual.pages import CodePage
from genderplan.manual.trees import ExampleFile, FindingSpan
from genderplan.terminal.screen import Line

WEIGHTS = (
    "An error fails a run, a warning fails it with --strict, a note never does. check gives all that validate gives, "
    "and what depends on the day; GP502 to GP511 need --against. "
    "A file with an error of GP0 or GP1 is left out of the plan until it is mended."
)
OF_DELIVERY = "a measure of delivery, given by status --measures"
_COMMANDS = {"validate": "validate and check", "check": "check"}
_SIGN_STYLES = {"-": "later", "+": "green", " ": ""}
_GUTTER = len("    1 | ")
_AROUND = 2
"""How many unchanged lines are shown beside those that change."""


def given_by(page: CodePage) -> str:
    """Which commands give a finding, and with what option."""
    shown = ", shown with --notes" if page.severity is Severity.NOTE else ""
    option = f" with {page.option}" if page.option else ""
    return f"given by {_COMMANDS[page.by]}{option}{shown}"


def quoted(text: str) -> str:
    """The manual's text with its marks of code as quotes."""
    return text.replace("`", "'")


def mended_files(files: Sequence[ExampleFile]) -> Iterator[tuple[ExampleFile, str]]:
    """The files that the mended tree has otherwise, each with the name of before if that alone is another."""
    old_names = {file.bad: file.path for file in files if file.good is None}
    for file in files:
        if file.good is not None and file.bad != file.good:
            yield file, old_names.get(file.good, "") if file.bad is None else ""


def name_of(file: ExampleFile) -> str:
    """The name of a file that is mended, or new."""
    return file.path if file.bad is not None else f"{file.path} (new)"


def numbered_lines(text: str, marked: Sequence[FindingSpan]) -> Iterator[Line]:
    """The lines of a file, with a caret under each place that is marked."""
    for number, line in enumerate(text.splitlines(), start=1):
        yield [(f"{number:>5} | ", "dim"), (line, "")]
        for mark in marked:
            if mark.line == number:
                yield [(" " * (_GUTTER + mark.column - 1) + "^" * (mark.end_column - mark.column), mark.severity)]


def change_lines(was: str | None, now: str | None) -> Iterator[Line]:
    """The lines that change between two contents of a file, None for no file, and some beside them."""
    lines = tuple(changes(was or "", now or ""))
    changed = [at for at, line in enumerate(lines) if line.sign != " "]
    for at, line in enumerate(lines):
        if any(abs(at - other) <= _AROUND for other in changed):
            style = _SIGN_STYLES[line.sign]
            yield [(f" {line.sign} ", style), (f"{line.number:>2} | ", "dim"), (line.text, style)]
