"""The lines of files that findings point at, made safe to be shown."""

from collections.abc import Iterable

from genderplan.findings import Finding
from genderplan.source.files import printable, read_bytes

Excerpts = dict[tuple[str, int], str]
"""Lines by file and number."""


def excerpts(findings: Iterable[Finding]) -> Excerpts:
    """The source line of each finding whose file can be read; file names are relative to the current folder."""
    wanted: dict[str, set[int]] = {}
    for found in findings:
        wanted.setdefault(found.file, set()).add(found.line)
    lines: Excerpts = {}
    for file, numbers in wanted.items():
        for number, line in enumerate(_lines(file), start=1):
            if number in numbers:
                lines[file, number] = printable(line.replace("\t", " "))
    return lines


def _lines(file: str) -> list[str]:
    try:
        return read_bytes(file).decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    except (OSError, ValueError):
        return []
