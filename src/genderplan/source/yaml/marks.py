"""Marks: the path → position table of a file, made only where a place is asked for: most files never need theirs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from genderplan.findings import START_OF_FILE, Position
from genderplan.source.limits import MAX_DEPTH
from genderplan.source.places import Path
from genderplan.source.yaml.parser import NOT_UNDERSTOOD, Events, events_of, text_of

_COMMENT_IN_LINE = re.compile(rb"[^ \t\r\n][ \t]+#")
_COMMENT = re.compile("[ \t]+#")
_COMMENT_FOR_VALUE = re.compile("[ \t]*:[ \t]+#")
_A_COMMENT = re.compile("#.*")

NULLS = frozenset(("", "~", "null"))

Marks = dict[Path, tuple[Any, Any]]
"""For each path what the parser met as its key and as its value; an item of a list is its own key."""


class FilePlaces:
    """The places of one file, from the very bytes that were read."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data

    def position(self, path: Path) -> Position:
        met = self._met(path)
        return position_of(met[1]) if met else START_OF_FILE

    def key_position(self, path: Path) -> Position:
        met = self._met(path)
        return position_of(met[0]) if met else START_OF_FILE

    def is_in_braces(self, path: Path) -> bool:
        met = self._met(path[:-1])
        return met is not None and bool(getattr(met[1], "flow_style", False))

    def has_colon(self, path: Path) -> bool:
        met = _marks(self.data).get(path)
        between = text_of(self.data)[met[0].end_mark.index : met[1].start_mark.index] if met else ""
        return ":" in _A_COMMENT.sub("", between)

    def before_comments(self) -> Iterator[Path]:
        if not _may_have_comments(self.data) or not _COMMENT_IN_LINE.search(self.data):
            return
        text = text_of(self.data)
        for path, (key, value) in _marks(self.data).items():
            if value.__class__ is yaml.ScalarEvent and not value.style and _is_before_comment(key, value, text):
                yield path

    def _met(self, path: Path) -> tuple[Any, Any] | None:
        """Key and value at the end of a path, as far as the file goes along it."""
        marks = _marks(self.data)
        here: Path = ()
        for part in path:
            if (*here, part) in marks:
                here = (*here, part)
            elif part != 0:
                break
        return marks.get(here)


def _may_have_comments(data: bytes) -> bool:
    """Whether a sign that begins a comment stands behind white space: of most files told at a tenth of the price."""
    return b"#" in data and (b" #" in data or b"\t#" in data)


def _is_before_comment(key: Any, value: Any, text: str) -> bool:
    """Whether a comment follows a plain text, or a key where there is none, on the same line."""
    if value.value:
        return value.value not in NULLS and bool(_COMMENT.match(text, value.end_mark.index))
    return bool(_COMMENT_FOR_VALUE.match(text, key.end_mark.index))


def position_of(event: Any) -> Position:
    """A place from an event's marks; the end is known where text ends on the line on which it starts."""
    start, end = event.start_mark, event.end_mark
    if event.__class__ is yaml.ScalarEvent and end.line == start.line and end.column > start.column:
        return Position(start.line + 1, start.column + 1, end.column + 1)
    return Position(start.line + 1, start.column + 1)


@lru_cache(maxsize=16)
def _marks(data: bytes) -> Marks:
    """The table of one file, as far as it can be parsed."""
    marks: Marks = {}
    try:
        following = events_of(data)
        following()  # the stream's start
        following()  # the document's start
        root = following()
        if root is not None:
            marks[()] = (root, root)
            _walk(root, (), marks, following)
    except NOT_UNDERSTOOD:
        pass  # what could not be parsed has had its own finding
    return marks


def _walk(event: Any, path: Path, marks: Marks, following: Events) -> bool:
    """Note all that stands below `event`; whether it is a value at all, counted among a list's items.

    Raises YAMLError below any depth that is read.
    """
    if len(path) > 2 * MAX_DEPTH:  # a key that is no text stands two steps below its mapping
        raise yaml.YAMLError("too deep")
    if event.__class__ is yaml.MappingStartEvent:
        while (key := following()).__class__ is not yaml.MappingEndEvent:
            here = (*path, getattr(key, "value", ""))
            _walk(key, (*here, "key"), marks, following)
            value = following()
            marks.setdefault(here, (key, value))
            _walk(value, here, marks, following)
    elif event.__class__ is yaml.SequenceStartEvent:
        count = 0
        while (item := following()).__class__ is not yaml.SequenceEndEvent:
            marks[*path, count] = (item, item)
            count += _walk(item, (*path, count), marks, following)
    elif event.__class__ is yaml.ScalarEvent:
        return bool(event.style) or event.value not in NULLS
    return event.__class__ is not yaml.AliasEvent
