"""Changes of dates in words, and its file as a patch."""

import os
import re
from difflib import unified_diff

from genderplan.dates.forms import PlanDate
from genderplan.editing.changes import Change, Edit
from genderplan.page.words import date_in_words, one_line, shift_in_words

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MISREAD = re.compile(rb'[\x00-\x1f"\\\x7f-\xff]')
_ESCAPES = {
    bytes([sign]): b"\\" + bytes([letter]) for sign, letter in zip(b'\a\b\t\n\v\f\r"\\', b'abtnvfr"\\', strict=True)
}
_UNENDED = "\n\\ No newline at end of file\n"


def change_in_words(change: Change | Edit, arrow: str) -> str:
    """`Publish the report: due Apr → May 2025`, `Publish the report: completed 20 Dec 2024`."""
    if isinstance(change, Edit):
        facts = (date_in_words(each) if isinstance(each, PlanDate) else each for each in change.facts)
        return f"{one_line(change.title)}: {', '.join(facts)}"
    time = f" ({date_in_words(change.time)})" if change.time else ""
    if change.field == "completed" and change.now is None:
        return f"{one_line(change.target.item.title)}{time}: open again, was completed {date_in_words(change.was)}"
    dates = shift_in_words(change.was, change.now, arrow) if change.was else date_in_words(change.now)
    goes_on = f"; it goes on as {change.goes_on}" if change.goes_on else ""
    return f"{one_line(change.target.item.title)}{time}: {change.field} {dates}".rstrip() + goes_on


def as_patch(file: str, before: bytes | None, after: bytes) -> str:
    """What differs between two contents of a file, with their own line ends, as `git apply` takes it.

    A file that is not there yet has no content before.
    """
    was = "/dev/null" if before is None else _in_header(f"a/{file}")
    lines = unified_diff(_lines(before or b""), _lines(after), was, _in_header(f"b/{file}"))
    return "".join(line if line.endswith("\n") else line + _UNENDED for line in lines)


def _in_header(name: str) -> str:
    """A file's name as git writes it: in quotes where it could be misread; a tab ends one that has a space."""
    data = os.fsencode(name)
    if _MISREAD.search(data):
        name = f'"{_MISREAD.sub(_escaped, data).decode("ascii")}"'
    return name + "\t" * (" " in name)


def _escaped(found: re.Match[bytes]) -> bytes:
    return _ESCAPES.get(found[0]) or b"\\%03o" % ord(found[0])


def _lines(data: bytes) -> list[str]:
    """Lines as git has them: a line feed ends them and nothing else does."""
    return _LINE.findall(data.decode("utf-8"))
