"""Excerpts: the lines of files that findings point at, one sign a column."""

import re
from collections.abc import Iterable

from genderplan.findings import Finding
from genderplan.source.files import read_bytes

_LINE_END = re.compile("\r\n?|\n")

Excerpts = dict[tuple[str, int], str]
"""Lines by file and number."""

_OF_THE_FILE = frozenset(("GP001", "GP004", "GP006", "GP015", "GP016", "GP017", "GP018", "GP020", "GP021", "GP022"))
_OF_ITS_NAME = frozenset(("GP107", "GP109"))
"""Codes that a file's name can have too, and then at no text of it."""


def _is_of_the_file(found: Finding) -> bool:
    """Whether a finding is of a file as a whole: no line of it is meant."""
    return found.code in _OF_THE_FILE or (found.code in _OF_ITS_NAME and found.end_column is None)


def excerpts(findings: Iterable[Finding]) -> Excerpts:
    """The source line of each finding whose file can be read; file names are relative to the current folder."""
    wanted: dict[str, set[int]] = {}
    for found in findings:
        if not _is_of_the_file(found):
            wanted.setdefault(found.file, set()).add(found.line)
    lines: Excerpts = {}
    for file, numbers in wanted.items():
        for number, line in enumerate(_lines(file), start=1):
            if number in numbers:
                lines[file, number] = line.replace("\t", " ")
    return lines


def _lines(file: str) -> list[str]:
    try:
        return _LINE_END.split(read_bytes(file).decode("utf-8-sig", "replace"))
    except (OSError, ValueError):
        return []
