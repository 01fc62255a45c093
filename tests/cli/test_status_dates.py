"""Status dates: every report says of which plans it is and on which day they are judged, in whatever format."""

import pytest

from cli_runner import REPOSITORY, call

_REPORTS = (
    *("status", "list", "show women-2003", "show EODB", "slippage", "impact", "impact --critical", "history", "trend"),
    *("indicators", "costs", "due", "calendar", "workload", "report", "annex actions", "annex projects"),
    *("annex timescale", "timeline", "coverage", "coverage --gaps", "gaps", "gaps --returns", "assessments"),
    *("glossary", "glossary --missing", "validate", "check"),
)


@pytest.mark.parametrize("report", _REPORTS)
@pytest.mark.parametrize("format_", ["", "markdown", "html"])
def test_a_report_says_its_day_and_where_it_is_from(report: str, format_: str) -> None:
    formats = ("--format", format_) if format_ else ()
    plan = () if report.startswith("show") else ("--plan", "women-2003")
    said = call(*report.split(), *plan, *formats, "--as-of", "2004-01-15", cwd=REPOSITORY)
    assert "as of 15 Jan 2004 (--as-of)" in said.out
