"""The page of a history, on the two drafts of 2003 and on an invented company's year."""

from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import call
from repositories import Git, a_year, two_drafts
from texts import TextExtension

PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "drafts": ("drafts", ("--plan", "women-2003")),
    "year": ("year", ()),
    "year-entry": ("year", ("pay-gap",)),
    "year-milestone": ("year", ("grades#review",)),
}
"""By the names of their snapshots: the repository, and what is asked of it."""


@pytest.fixture(scope="module")
def repositories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Git]:
    return {"drafts": two_drafts(tmp_path_factory.mktemp("drafts")), "year": a_year(tmp_path_factory.mktemp("year"))}


def page(made: Git, *arguments: str, format_: str = "markdown") -> str:
    result = call("history", *arguments, "--format", format_, cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.mark.parametrize("name", PAGES)
def test_markdown(name: str, repositories: dict[str, Git], snapshot: SnapshotAssertion) -> None:
    made, arguments = PAGES[name]
    assert page(repositories[made], *arguments) == snapshot.use_extension(TextExtension)


class TestLimit:
    def test_without_one_every_change_is_told(self, repositories: dict[str, Git]) -> None:
        told = page(repositories["year"])
        assert (told.count("#### "), "--limit" in told) == (5, False)

    def test_with_one_what_is_older_is_counted(self, repositories: dict[str, Git]) -> None:
        told = page(repositories["year"], "--limit", "2")
        assert "### Changes (12)" in told
        assert told.count("#### ") == 2
        assert "and 10 earlier changes: --limit shows more" in told

    def test_none_at_all(self, repositories: dict[str, Git]) -> None:
        told = page(repositories["year"], "--limit", "0")
        assert "and 12 earlier changes: --limit shows more" in told


def test_the_headings_of_html_are_in_order(repositories: dict[str, Git]) -> None:
    told = page(repositories["year"], format_="html")
    levels = [int(part[0]) for part in told.split("<h")[1:] if part[0].isdigit()]
    assert levels[:4] == [1, 2, 3, 3]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_next_command_asks_for_the_same_day(repositories: dict[str, Git]) -> None:
    told = page(repositories["year"], "--as-of", "2025-12-20")
    assert "`genderplan trend --plan careers-2025 --as-of 2025-12-20`" in told


def test_what_is_not_committed_comes_first(tmp_path: Path) -> None:
    made = a_year(tmp_path)
    name = "plans/careers-2025/actions/grades.yaml"
    made.write({name: (tmp_path / name).read_text(encoding="utf-8").replace("2026-02", "2026-03")})
    told = page(made)
    first = told.index("#### Not committed yet")
    assert first < told.index("#### 1 Dec 2025")
    assert "| +1 month | Feb → Mar 2026 |" in told[first:]
