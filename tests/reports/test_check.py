"""The page of `check` and `validate`: the findings and the counts of the terminal, and the same exit codes."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import Result, call
from reports.wording import missing
from support import tree
from texts import TextExtension

PAY = {
    "pay/plan.yaml": """\
genderplan: 1
title: Pay | <b>gap</b>
status_date: 2025-01-10
accept:
  - code: GP401
    where: publish#report
    reason: The auditors are away
    until: 2025-02-01
""",
    "pay/actions/publish.yaml": """\
title: To publish
lead: HR
milestones:
  - id: report
    title: Publish the report
    due: 2024-12
  - id: letter
    title: "Write to *all* | staff"
    due: 2024-11
  - id: later
    title: Write again
""",
    "organisations.yaml": "HR:\n  name: Human Resources\n  kind: unit\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tree(tmp_path, PAY)


def checked(folder: Path, *arguments: str, format_: str = "markdown") -> Result:
    return call("check", *arguments, "--format", format_, cwd=folder)


@pytest.mark.parametrize("command", ["check", "validate"])
def test_markdown_of_the_shipped(command: str, snapshot: SnapshotAssertion) -> None:
    result = call(command, "--tree", "plans", "--notes", "--format", "markdown")
    assert (result.code, result.err) == (int(command == "check"), "")
    assert result.out == snapshot.use_extension(TextExtension)


@pytest.mark.parametrize("format_", ["markdown", "html"])
@pytest.mark.parametrize("command", ["check", "validate"])
def test_a_page_has_all_that_the_terminal_tells(command: str, format_: str) -> None:
    assert missing(command, "--notes", "--tree", "plans", format_=format_) <= {"in"}


def test_markdown(folder: Path, snapshot: SnapshotAssertion) -> None:
    result = checked(folder, "--notes", "--accepted")
    assert (result.code, result.err) == (1, "")
    assert result.out == snapshot.use_extension(TextExtension)


def test_what_is_not_shown_is_counted(folder: Path) -> None:
    page = checked(folder).out
    assert "1 error · 0 warnings · 1 note (--notes shows them) · 1 accepted (--accepted shows them) · 3 files" in page
    assert "## Accepted" not in page
    assert "GP602" not in page


@pytest.mark.parametrize(
    "arguments", [(), ("--strict",), ("--plan", "pay"), ("--lead", "HR"), ("--against", "pay"), ("--search", "none")]
)
@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_the_exit_code_is_that_of_the_text(arguments: tuple[str, ...], format_: str, folder: Path) -> None:
    text, page = (checked(folder, *arguments, format_=each) for each in ("text", format_))
    assert (page.code, page.err) == (text.code, text.err)


def test_a_clean_run(folder: Path) -> None:
    result = checked(folder, "--search", "nothing like it")
    assert result.code == 0
    assert "## Findings" not in result.out
    assert "| `pay` | as of 10 Jan 2025 (the plan's status date) |" in result.out


def test_html_holds_text_alone(folder: Path) -> None:
    page = checked(folder, format_="html").out
    assert '<span class="mark error">error</span>' in page
    assert "Write to *all* | staff" in page


def test_an_unknown_format(folder: Path) -> None:
    assert checked(folder, format_="xlsx").code == 2
