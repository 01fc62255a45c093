"""Findings as annotations: workflow commands that GitHub shows at the lines of a pull request."""

from collections.abc import Iterable, Iterator

from genderplan.findings import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotations(findings: Iterable[Finding]) -> Iterator[str]:
    """One workflow command a line; what could end a value early is escaped."""
    for found in findings:
        place = {"file": found.file, "line": found.line, "col": found.column, "endColumn": found.end_column}
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value)
        hint = f" ({found.hint})" if found.hint else ""
        yield f"::{_LEVELS[found.severity]} {properties},title={found.code}::{_data(found.message + hint)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
