"""Syntax that no parser understands, in our own words: code, place and hint follow from what happened.

A parser's messages differ between libyaml and PyYAML's own, and from release to release, so none is passed on. What
happened is told by what all of them say of it; where one finds words of its own, the place is still right.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from genderplan.findings import START_OF_FILE, Finding, Position, finding
from genderplan.source.yaml.parser import text_of
from genderplan.source.yaml.raw import byte_position, left_of_a_merge

NO_TAG = "remove it: the key decides the type"
_ESCAPED_BYTES = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")
_LINE = re.compile("[^\r\n]*(?:\r\n?|\n|$)")
_COMMENT = re.compile("[^ \t\r\n][ \t]+#")
_QUOTES = "put the text in quotes"


class _Slip(NamedTuple):
    """What a parser's words of a problem or of what it was at tell, and what is said of it.

    It is placed where the parser stopped, or, if it `lacks` its end, where that begins which has none.
    """

    words: str
    message: str
    hint: str
    lacks: bool = False


_NO_DIRECTIVE = "a line that begins with '%' and is no directive"

_NO_TEXT = _Slip("cannot start any token", "text that begins with {}", _QUOTES)
_TAB = ("a tab where spaces are meant", f"indent with spaces, or {_QUOTES}")

_SLIPS = (
    _Slip("directive", _NO_DIRECTIVE, f"remove it, or {_QUOTES}"),
    _Slip("duplicate tag handle", _NO_DIRECTIVE, f"remove it, or {_QUOTES}"),
    _Slip("tag", "a tag of no known form", f"remove it, or {_QUOTES}", lacks=True),
    _Slip("anchor", "text that begins with '&'", _QUOTES),
    _Slip("alias", "text that begins with '*'", _QUOTES),
    _Slip("mapping values", "a colon where no key ends", f"{_QUOTES} if it holds a colon followed by a space"),
    _NO_TEXT,
    _Slip("unexpected ':'", "a colon where no key ends", f"{_QUOTES}, or write a space after the colon"),
    _Slip("expected ',' or", "a bracket that is not closed", f"close the bracket, or {_QUOTES}", lacks=True),
    _Slip(
        "expected ':'",
        "a line without a key",
        "a key is followed by a colon; text over several lines is indented",
        lacks=True,
    ),
    _Slip("end of stream", "quotes that are not closed", "close the quotes", lacks=True),
    _Slip("document indicator", "quotes that are not closed before the document ends", "close the quotes"),
    _Slip("document separator", "quotes that are not closed before the document ends", "close the quotes"),
    _Slip("<document start>", "text after the end of the document", "keep one document in a file"),
    _Slip("sequence entries", "a list where none can begin", f"begin it on a line of its own, or {_QUOTES}"),
    _Slip("mapping keys", "a key where none can stand", f"write it on a line of its own, or {_QUOTES}"),
    _Slip("escape character", "a backslash that escapes nothing", "write two backslashes, or use single quotes"),
    _Slip("hex", "an escape without its digits", "write two backslashes, or use single quotes"),
    _Slip("escape code", "an escape that means no character", "write the character itself"),
    _Slip("tab", *_TAB),
    _Slip(
        "block scalar", "text behind the sign that begins a block of text", f"begin it on the next line, or {_QUOTES}"
    ),
    _Slip(
        "block collection",
        "a line that is no item of the list above",
        "begin each item with a hyphen, all set in alike",
    ),
    _Slip(
        "block mapping",
        "what follows is not set in like the keys above",
        f"set all keys of a mapping in alike, or {_QUOTES}",
    ),
    _Slip("node content", "nothing stands where a value is meant", f"give the value, or {_QUOTES}"),
)
"""The first of which the words stand in what a parser says holds."""

_BEHIND_A_COMMENT = frozenset(("expected ',' or", "expected ':'", "block mapping"))
"""What comes of a text, or of a bracket, that a comment cuts."""

_OTHER = _Slip("", "it cannot be understood", _QUOTES + " if it holds signs such as : # [ ] { }")


def syntax_finding(error: Exception, data: bytes, file: str) -> Finding:
    """What has kept a parser from reading a file."""
    if isinstance(error, UnicodeDecodeError) or "UTF-8 octet" in _said(error):
        return _odd_tag(error, data, file)
    merge = left_of_a_merge(data, file)
    if merge is not None:
        return merge
    slip = next((each for each in _SLIPS if each.words in _said(error)), _OTHER)
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if slip.lacks:
        marks.reverse()
    mark = marks[0] or marks[1]
    place = Position(mark.line + 1, mark.column + 1) if mark else START_OF_FILE
    message, hint = _filled(slip, mark, data)
    return finding("GP005", f"not YAML: {message}", file, place, hint=hint)


def _said(error: Exception) -> str:
    """The words of a parser: what it was at, and what was wrong, without what stands there in the file."""
    problem = str(getattr(error, "problem", None) or "").partition(", but ")[0]
    return f"{getattr(error, 'context', None) or ''}: {problem}"


def _filled(slip: _Slip, mark: Any, data: bytes) -> tuple[str, str]:
    """Message and hint, with what they want of the file where a mark stands."""
    if not mark:
        return slip.message, slip.hint
    text = text_of(data)
    if slip is _NO_TEXT:
        character = text[mark.index : mark.index + 1]
        return _TAB if character == "\t" else (slip.message.format(f"'{character}'"), slip.hint)
    if slip.words in _BEHIND_A_COMMENT and _COMMENT.search(
        "".join(_LINE.findall(text)[max(mark.line - 1, 0) : mark.line + 1])
    ):
        return slip.message, f"what stands after '#' is a comment: {_QUOTES}"
    return slip.message, slip.hint


def before(error: Exception, data: bytes) -> Iterator[bytes]:
    """A file up to where a parser stopped, and up to where that begins at which it was."""
    text = text_of(data)
    for mark in (getattr(error, "problem_mark", None), getattr(error, "context_mark", None)):
        if mark is not None:
            yield text[: mark.index].encode("utf-8")


def _odd_tag(error: Exception, data: bytes, file: str) -> Finding:
    """A tag whose %-escapes are not UTF-8, which cannot be shown; some parsers let it pass at first."""
    mark = getattr(error, "context_mark", None)
    start = len(data) - len(text_of(data)[mark.index :].encode("utf-8")) if mark else 0
    place = START_OF_FILE
    for escapes in _ESCAPED_BYTES.finditer(data, start):
        try:
            bytes.fromhex(escapes[0].replace(b"%", b"").decode("ascii")).decode("utf-8")
        except UnicodeDecodeError:
            place = byte_position(data, escapes.start())
            break
    return finding("GP011", "a tag that is not UTF-8", file, place, hint=NO_TAG)
