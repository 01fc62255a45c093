"""The plans of examples/: each is clean, follows its standard as the program has it, and its coverage is as shown."""

import re
from importlib.resources import files
from pathlib import Path
from shutil import copytree

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import REPOSITORY, Result, call

EXAMPLES = {"university": "horizon-europe-gep", "employer": "uk-equality-action-plan"}
"""The tree of each, and what its plan follows."""


def told(example: str, *arguments: str) -> Result:
    return call("--tree", f"examples/{example}", *arguments)


@pytest.mark.parametrize("example", EXAMPLES)
def test_it_is_clean(example: str) -> None:
    found = told(example, "validate", "--strict")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("0 errors, 0 warnings")


@pytest.mark.parametrize(("example", "framework"), EXAMPLES.items())
def test_its_standard_is_the_one_that_comes_with_the_program(example: str, framework: str) -> None:
    kept = REPOSITORY / "examples" / example / "frameworks" / f"{framework}.yaml"
    assert kept.read_bytes() == (files("genderplan") / "profiles" / f"{framework}.yaml").read_bytes()


@pytest.mark.parametrize("example", EXAMPLES)
def test_its_coverage(example: str, snapshot: SnapshotAssertion) -> None:
    assert told(example, "coverage").out == snapshot


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("report", ["status", "indicators", "costs", "gaps", "timeline"])
def test_every_report_has_something_to_tell(example: str, report: str) -> None:
    found = told(example, report)
    assert found.code == 0
    assert len(found.lines) > 8


@pytest.mark.parametrize(
    "page", sorted((REPOSITORY / "examples").rglob("README.md")), ids=lambda page: page.parent.name
)
def test_its_page_says_that_it_is_invented_and_its_links_lead_on(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "nvented" in text
    assert [link for link in re.findall(r"\]\(([^)]+)\)", text) if not (page.parent / link).exists()] == []
    for command in re.findall(r"`genderplan ([^`]+)`", text):
        assert call("--tree", str(page.parent), *command.split()).code <= 1


@pytest.mark.parametrize(
    ("without", "lacks"),
    [
        ((), False),
        (("train-managers", "adjustments"), False),
        (("train-managers", "adjustments", "pay-bands", "mentoring"), True),
    ],
    ids=["as it is", "one for both themes and one on pay", "one for both themes alone"],
)
def test_the_rule_of_two(without: tuple[str, ...], lacks: bool, tmp_path: Path) -> None:
    """An action on pay and one on menopause; one that is both counts once, and one that is done no longer."""
    copytree(REPOSITORY / "examples" / "employer", tmp_path / "employer")
    for name in without:
        (tmp_path / "employer" / "action-plan-2026" / "actions" / f"{name}.yaml").unlink()
    found = call("--tree", str(tmp_path / "employer"), "check")
    assert ("GP407" in found.out) == lacks
