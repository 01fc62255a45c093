"""What `history` and `trend` look like, on the two drafts of 2003 and on an invented company's year.

The company's plan is told in `tests/story.py`. After a change that is meant: `pytest tests/reports --snapshot-update`,
and read the difference.
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import Result, call, plain_terminal
from repositories import Git, a_year, two_drafts
from texts import TextExtension

COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "drafts-history": ("drafts", ("history", "--plan", "women-2003")),
    "drafts-history-entry": ("drafts", ("history", "identify-needs")),
    "drafts-history-milestone": ("drafts", ("history", "identify-needs#questionnaire")),
    "drafts-trend": ("drafts", ("trend", "--plan", "women-2003")),
    "drafts-trend-entry": ("drafts", ("trend", "identify-needs")),
    "year-history": ("year", ("history",)),
    "year-history-entry": ("year", ("history", "pay-gap")),
    "year-history-milestone": ("year", ("history", "grades#review")),
    "year-trend": ("year", ("trend",)),
    "year-trend-tags": ("year", ("trend", "--tags", "grades", "panels", "mentoring")),
}
"""By the names of their snapshots: the repository, and what is asked of it."""

DRAWN = [name for name, (_, arguments) in COMMANDS.items() if arguments[0] == "trend"]


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@pytest.fixture(scope="module")
def repositories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Git]:
    return {"drafts": two_drafts(tmp_path_factory.mktemp("drafts")), "year": a_year(tmp_path_factory.mktemp("year"))}


def clean(result: Result) -> str:
    """The text of a run that had nothing to complain of."""
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("name", COMMANDS)
def test_on_a_terminal(name: str, columns: int, repositories: dict[str, Git], text: SnapshotAssertion) -> None:
    made, arguments = COMMANDS[name]
    shown = clean(plain_terminal(*arguments, columns=columns, cwd=repositories[made].folder))
    assert shown == text


@pytest.mark.parametrize("name", COMMANDS)
def test_piped(name: str, repositories: dict[str, Git], text: SnapshotAssertion) -> None:
    made, arguments = COMMANDS[name]
    assert clean(call(*arguments, cwd=repositories[made].folder)) == text


@pytest.mark.parametrize("name", ["drafts-trend", "year-history", "year-trend"])
def test_in_ascii(name: str, repositories: dict[str, Git], text: SnapshotAssertion) -> None:
    made, arguments = COMMANDS[name]
    assert clean(call(*arguments, cwd=repositories[made].folder, encoding="ascii")) == text


@pytest.mark.parametrize("name", DRAWN)
def test_as_a_picture(name: str, repositories: dict[str, Git], text: SnapshotAssertion) -> None:
    made, arguments = COMMANDS[name]
    assert clean(call(*arguments, "--format", "svg", cwd=repositories[made].folder)) == text
