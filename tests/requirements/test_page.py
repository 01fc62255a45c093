"""The page of requirements is true: every row stands once, tests that it names cite it, and commands are there."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

from cases import for_each
from cli_runner import REPOSITORY, call

PAGE = REPOSITORY / "docs" / "source-requirements.md"
ROWS_OF_A_DOCUMENT = {"F0": 9, "F1": 8, "F2": 27, "F3": 40, "F4": 26}
STATES = ("works", "partly", "not yet")


class Row(NamedTuple):
    """A line of the page's tables."""

    id: str
    asked: str
    state: str
    served: str
    test: str


ROWS = [
    Row(*(cell.strip() for cell in line.strip("|").split("|")))
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| F\d", line)
]
QUOTED = sorted({text for row in ROWS for text in re.findall(r"`([^`]+)`", row.served)})
COMMANDS = [text for text in QUOTED if text.startswith("genderplan ")]
FILES = [text for text in QUOTED if "/" in text and text not in COMMANDS]


def test_every_row_stands_once_and_in_order() -> None:
    ids = [f"{name}-{at:02}" for name, count in ROWS_OF_A_DOCUMENT.items() for at in range(1, count + 1)]
    assert len(ids) == 110
    assert [row.id for row in ROWS] == ids


@for_each("row", ROWS)
def test_a_row_says_how_far_it_is_and_what_serves_it(row: Row) -> None:
    assert row.asked
    assert row.state in STATES
    assert row.served or row.state == "not yet"


@for_each("row", [row for row in ROWS if row.state == "works"])
def test_what_works_has_a_test_that_cites_it(row: Row) -> None:
    names = re.findall(r"`(tests/[^`]+\.py)`", row.test)
    assert names
    for name in names:
        assert re.search(rf"\b{row.id}\b", (REPOSITORY / name).read_text(encoding="utf-8"))


@for_each("command", COMMANDS)
def test_a_command_is_there_with_its_options(command: str) -> None:
    """A wrong option is refused before help is given."""
    assert call(*shlex.split(command)[1:], "--help").code == 0


def test_no_file_is_named_in_vain() -> None:
    assert FILES
    assert [name for name in FILES if not Path(REPOSITORY, name).is_file()] == []


def test_no_test_cites_a_row_that_there_is_not() -> None:
    known = {row.id for row in ROWS}
    texts = (path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "tests").rglob("*.py")))
    assert {cited for text in texts for cited in re.findall(r"\bF[0-4]-\d\d\b", text)} <= known
