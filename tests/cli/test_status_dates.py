"""Status dates: every report says of which plans it is and on which day they are judged, in whatever format."""

from pathlib import Path

import pytest

from cli_runner import REPOSITORY, call
from repositories import two_drafts

_REPORTS = (
    *("status", "list", "show women-2003", "show EODB", "slippage", "impact", "impact --critical"),
    *("indicators", "costs", "due", "calendar", "workload", "report", "annex actions", "annex projects"),
    *("annex timescale", "timeline", "coverage", "coverage --gaps", "gaps", "gaps --returns", "assessments"),
    *("glossary", "glossary --missing", "validate", "check"),
)


_FORMATS = ("", "markdown", "html")


def says_its_day(folder: Path, report: str, format_: str) -> bool:
    formats = ("--format", format_) if format_ else ()
    plan = () if report.startswith("show") else ("--plan", "women-2003")
    said = call(*report.split(), *plan, *formats, "--as-of", "2004-01-15", cwd=folder)
    return "as of 15 Jan 2004 (--as-of)" in said.out


@pytest.mark.parametrize("report", _REPORTS)
@pytest.mark.parametrize("format_", _FORMATS)
def test_a_report_says_its_day_and_where_it_is_from(report: str, format_: str) -> None:
    assert says_its_day(REPOSITORY, report, format_)


@pytest.mark.parametrize("format_", _FORMATS)
def test_reports_of_commits_say_theirs(format_: str, tmp_path: Path) -> None:
    folder = two_drafts(tmp_path / "drafts").folder
    assert [each for each in ("history", "trend") if not says_its_day(folder, each, format_)] == []
