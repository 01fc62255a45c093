"""Pages of baselines: the list, and all that one keeps."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.company import company
from cli_runner import call
from reports.wording import missing
from texts import TextExtension


@pytest.mark.parametrize(("name", "arguments"), [("list", ()), ("show", ("draft-1",))])
def test_markdown(name: str, arguments: tuple[str, ...], snapshot: SnapshotAssertion) -> None:
    result = call("baseline", name, *arguments, "--tree", "plans", "--format", "markdown")
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot.use_extension(TextExtension)


@pytest.mark.parametrize("format_", ["markdown", "html"])
@pytest.mark.parametrize(("name", "arguments"), [("list", ()), ("show", ("draft-1",))])
def test_a_page_has_all_that_the_terminal_tells(name: str, arguments: tuple[str, ...], format_: str) -> None:
    named_in_full = {"tp"}
    assert missing("baseline", name, *arguments, "--tree", "plans", format_=format_) <= named_in_full


def test_a_baseline_of_a_company(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    result = call("baseline", "show", "board-1", "--format", "markdown", cwd=company(tmp_path).parent)
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot.use_extension(TextExtension)


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_no_baseline(format_: str, tmp_path: Path) -> None:
    result = call("baseline", "list", "--plan", "sites", "--format", format_, cwd=company(tmp_path).parent)
    assert (result.code, result.err) == (0, "")
    assert "No plan has a baseline." in result.out
