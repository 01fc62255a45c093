"""Findings as a code host wants them: files named from the root of the repository, the worst first."""

import posixpath
from collections.abc import Iterable

from genderplan.findings import Finding, Severity

RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, warnings, notes; each in the order of their places."""
    return sorted(findings, key=lambda each: (RANKS[each.severity], each.order))


def path_in_repository(file: str, folder: str) -> str:
    """A finding's file from the root of the repository, where `folder` is the current one; "" is the root itself."""
    return posixpath.normpath(posixpath.join(folder, file))
