"""Examples: for each code a tree that has it and the same tree mended, in `examples/CODE/bad` and `good`.

Codes of what changed have the tree as it was, too, in `before`: what the other two are held against. `expected.txt`
is what the command says of the bad tree on a terminal; the tests keep it true.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from genderplan.findings import Severity
from genderplan.text import printable

FOLDER = Path(__file__).parent / "examples"

_FINDING = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+) GP\d{3} ")
_CARET = re.compile(r" +\^+")


class ExampleFile(NamedTuple):
    """One file of an example, as it may be shown: None where the tree of then, the bad or the mended one has none."""

    path: str
    """The file, relative to the folder of all plans."""
    bad: str | None
    """What the file holds that has the finding; null where there is no such file."""
    good: str | None
    """What the file holds when it is mended; null where there is no such file."""
    before: str | None
    """What the file held before, in an example of a change; null where there was no such file."""


class Example(NamedTuple):
    """What has a finding, and the same mended.

    `words` tell what the files do not show; `printed` is what the command prints; `files` are those that differ and
    those that have the finding.
    """

    words: str | None
    """What the files do not show; null where there is nothing to add."""
    printed: tuple[str, ...]
    """What the command prints, line by line."""
    files: tuple[ExampleFile, ...]
    """The files that have the finding or differ."""


class FindingSpan(NamedTuple):
    """A place that a finding marks: columns count from 1, the end is exclusive."""

    file: str
    line: int
    column: int
    end_column: int
    severity: Severity


def example(code: str, words: str | None) -> Example:
    """The example of a code, with what is said of it in words."""
    printed = tuple((FOLDER / code / "expected.txt").read_text(encoding="utf-8").splitlines())
    sides = bad, good, before = [_texts(FOLDER / code / side) for side in ("bad", "good", "before")]
    files = (ExampleFile(path, *(side.get(path) for side in sides)) for path in sorted({*bad, *good, *before}))
    found = {match["file"] for match in map(_FINDING.match, printed) if match}
    return Example(words, printed, tuple(each for each in files if each.path in found or _differs(each, bool(before))))


def _differs(file: ExampleFile, has_before: bool) -> bool:
    return file.bad != file.good or (has_before and file.before != file.bad)


def _texts(root: Path) -> Mapping[str, str]:
    """The files of a tree by their paths in it."""
    return {path.relative_to(root).as_posix(): _shown(path) for path in root.rglob("*") if path.is_file()}


def _shown(path: Path) -> str:
    """A file's text without what could steer a terminal; what is not UTF-8 is shown as such."""
    text = path.read_bytes().decode("utf-8", "replace")
    return "".join(f"{printable(line)}\n" for line in text.removesuffix("\n").split("\n"))


def messages(shown: Example) -> Iterator[str]:
    """The lines of findings, without the source lines and carets under them."""
    return (line for line in shown.printed if not line.startswith(" "))


def marks(shown: Example) -> Iterator[FindingSpan]:
    """The places that are marked with a caret: two lines under the line of their finding."""
    for number, line in enumerate(shown.printed):
        finding = _FINDING.match(line)
        below = shown.printed[number + 2 : number + 3]
        if finding and below and _CARET.fullmatch(below[0]):
            column = int(finding["column"])
            end, severity = column + below[0].count("^"), Severity(finding["severity"])
            yield FindingSpan(finding["file"], int(finding["line"]), column, end, severity)
