"""Pages of `show`: every fact of one thing, and what belongs to it."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.company import AS_OF, ORGANISATIONS, company
from cli_runner import call
from texts import TextExtension

SHIPPED = {
    "entry": "identify-customer-groups",
    "project": "prisoner-packs",
    "race-objective": "r1",
    "milestone": "identify-customer-groups#services",
    "organisation": "DCC4",
    "plan": "women-2003",
}


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def page(folder: Path, name: str, form: str = "markdown") -> str:
    """What a run says that succeeds."""
    done = call("show", name, "--format", form, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})
    assert (done.code, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_plans(name: str, text: SnapshotAssertion) -> None:
    done = call("show", SHIPPED[name], "--tree", "plans", "--format", "markdown")
    assert (done.code, done.err) == (0, "")
    assert done.out == text


@pytest.mark.parametrize("name", ["publish-gap", "publish-gap#report", "return-to-work", "HR", "HR-Director", "pay"])
def test_every_fact_of_the_terminal_stands_on_the_page(name: str, folder: Path) -> None:
    """By its name: in its place in the order."""
    shown = call("show", name, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF}).lines
    start = shown.index("") + 1
    facts = [line[:18].strip() for line in shown[start : shown.index("", start)]]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in page(folder, name).split("\n\n")[2].splitlines()[2:]]
    assert [each.lower() for each in rows] == list(filter(None, facts))


def test_organisations_by_their_names(folder: Path) -> None:
    shown = page(folder, "return-to-work")
    assert "| Partners | Sponsor (role)<br>Human Resources<br>University of the North (Evaluator) |\n" in shown
    shown = page(folder, "publish-gap")
    assert "| Leads | Human Resources |\n| Inputs | Finance Department, payroll extract |\n" in shown
    assert "| 10 Jan 2025 | Human Resources | Extract done for all grades. | board-paper |\n" in shown
    assert "| Part of | The Company |\n" in page(folder, "HR")


def test_values_keep_what_they_are(tmp_path: Path) -> None:
    folder = company(tmp_path, **{"organisations.yaml": ORGANISATIONS.replace("board, part_of: HR", "board")}).parent
    shown = page(folder, "publish-gap#report", "html")
    assert '<span class="mark amber">amber</span>' in shown
    assert '<th scope="row">Variance</th><td><span class="short late">+1 month</span></td>' in shown
    assert "Apr 2025 approved by HR-Board, 5 Nov 2024" in shown


def test_revisions_and_durations(folder: Path) -> None:
    shown = page(folder, "publish-gap#report")
    assert "## Revisions (1)\n" in shown
    assert "| 5 Nov 2024 | due | Mar 2025 | Payroll system moved | HR-Board |\n" in shown
    assert "| 3 months | undated |  | Try the report" in page(folder, "publish-gap")


def test_what_is_alike_is_of_one_size(folder: Path) -> None:
    shown = page(folder, "return-to-work", "html")
    assert '<th scope="row">Groups</th><td><div>Carers</div><div>Parents</div></td>' in shown
    assert '>Choose a pilot site<div class="below"><code>return-to-work#pilot-site</code></div>' in shown


def test_captions_say_of_what(folder: Path) -> None:
    captions = ("Facts of organisation HR", "Where organisation HR is named")
    assert all(f">{each}</caption>" in page(folder, "HR", "html") for each in captions)


def test_a_format_that_there_is_not(folder: Path) -> None:
    assert call("show", "pay", "--format", "nope", cwd=folder).code == 2
