"""The help of each command: it begins with what the command answers and with examples, and the examples work."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import for_each
from cli_runner import Result, call
from repositories import two_drafts

LINE = re.compile(r"^  (\S+)  +(\S.*)$", re.MULTILINE)
EXAMPLES = re.compile(r"\n  Examples:\n\n((?:(?:    .*)?\n)+?)(?=\n?\S)")
FINDS = {"validate", "check"}
"""Commands that exit with 1 when they find something, which is no failure of theirs."""
_EDITS = ("move", "forecast", "complete", "reopen", "cancel", "assign", "update", "record", "new")
CHANGES = dict.fromkeys(_EDITS, r"(?:genderplan: .+: \w+,? .+\n)?")
FIRST = {"reopen": ("complete", "r7")}
"""What has to be done first, so that an example can work."""
WRITES = (*CHANGES, "init", "save", "schema", "add")
TELLS = CHANGES | {
    "record": r"genderplan: equalities-2006/.+, (?:FY2006-07|2008-Q4), (?:outcome|forecast): \d+\n",
    "slippage": r"genderplan: no baseline(?: 'draft-1')?: budget-2004, equalities-2006\n",
    "impact": "genderplan: no baseline: budget-2004, equalities-2006\n",
    "init": r"(?:(?!genderplan:|Error|Usage).*\n)+",
}
"""What is told on stderr beside an answer: what was passed over, what to do next."""


def listed(*command: str) -> dict[str, str]:
    """The commands below one, or below none, as its help lists them."""
    return dict(LINE.findall(call(*command, "--help").out.partition("\nCommands:\n")[2]))


def commands(*above: str) -> Iterator[tuple[str, ...]]:
    """A command and all below it."""
    yield above
    for name in listed(*above):
        yield from commands(*above, name)


def examples(*command: str) -> list[str]:
    """The lines of a command's examples."""
    found = EXAMPLES.search(call(*command, "--help").out)
    return [line.strip() for line in found[1].splitlines() if line.strip()] if found else []


ALL = tuple(commands())
EVERY_EXAMPLE = tuple((command, line) for command in ALL for line in examples(*command))


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that has the shipped plans and nothing else, and the draft before them in git."""
    return two_drafts(tmp_path_factory.mktemp("drafts")).folder


@pytest.fixture
def folder(line: str, drafts: Path, tmp_path: Path) -> Path:
    """Such a folder, and one of its own for a command that writes files."""
    return two_drafts(tmp_path).folder if {*WRITES} & {*line.split()} else drafts


def run_example(line: str, folder: Path) -> Result:
    program, *arguments = shlex.split(line)
    assert program == "genderplan", "an example is one line, of at most 74 characters"
    if before := FIRST.get(arguments[0]):
        assert call(*before, cwd=folder).code == 0
    return call(*arguments, cwd=folder)


def test_all_commands_are_there() -> None:
    assert {("list",), ("baseline", "list"), ("baseline", "show")} <= set(ALL)


@for_each("command", ALL)
def test_examples_stand_before_arguments_and_options(command: tuple[str, ...]) -> None:
    sections = re.findall(r"^(?:  )?([A-Z]\w+):$", call(*command, "--help").out, re.MULTILINE)
    assert sections[0] == "Examples"
    assert sections.count("Examples") == 1
    assert len(examples(*command)) >= 1


@for_each("command", ALL)
def test_the_line_in_the_list_of_commands_is_the_first_of_the_commands_help(command: tuple[str, ...]) -> None:
    """The list of commands does not import them: their lines stand in `commands.py` once more."""
    for name, line in listed(*command).items():
        assert call(*command, name, "--help").out.split("\n\n")[1].strip() == line


@pytest.mark.parametrize(("command", "line"), EVERY_EXAMPLE, ids=[line for _, line in EVERY_EXAMPLE])
def test_an_example_works(command: tuple[str, ...], line: str, folder: Path) -> None:
    assert line.startswith(" ".join(("genderplan", *command)))
    result = run_example(line, folder)
    name = line.split()[1]
    assert result.code in ({0, 1} if name in FINDS else {0}), result.err
    assert result.out != ""
    assert re.fullmatch(f"(?:{TELLS.get(name, '')})?", result.err)


def test_an_example_that_does_not_work_is_noticed(drafts: Path) -> None:
    assert run_example("genderplan show no-such-thing", drafts).code == 2
