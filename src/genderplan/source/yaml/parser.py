"""Parser: which there is, and what it is given: the one place that knows.

It is libyaml where PyYAML was built with it, else PyYAML's own parser, which takes some 20 times as long. Both give
the same events at the same places.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import Any

import yaml

try:
    from yaml._yaml import CParser
except ImportError:
    HAS_LIBYAML = False
else:
    HAS_LIBYAML = True
"""Tests turn this off to read, edit and write with the slower parser."""

NOT_UNDERSTOOD = (yaml.YAMLError, UnicodeDecodeError)
"""What a parser raises for what it cannot read; the second is of a tag that is not UTF-8."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SEPARATORS = "\u2028\u2029"
"""What YAML 1.1 takes for line ends and no editor does."""
_LINE_SEPARATOR, _PARAGRAPH_SEPARATOR = (each.encode() for each in _SEPARATORS)

_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")

Events = Callable[[], Any]
"""Gives the events of a text one by one, and raises NOT_UNDERSTOOD."""


def events_of(data: bytes) -> Events:
    """The events of a file, which is UTF-8 and without control characters.

    Marks count the file's characters from behind its byte order mark. Raises NOT_UNDERSTOOD.
    """
    text, stand_ins = _as_parsed(data)
    following = _events(text)
    return _restoring(following, stand_ins) if stand_ins else following


@lru_cache(maxsize=2)
def text_of(data: bytes) -> str:
    """The characters that marks count."""
    return data.removeprefix(BYTE_ORDER_MARK).decode("utf-8")


def node_of(data: bytes) -> Any:
    """The tree of nodes of a file that is known to be well-formed; texts may hold stand-ins for line separators."""
    text, _ = _as_parsed(data)
    return yaml.compose(text, Loader=yaml.CSafeLoader) if HAS_LIBYAML else _pure(text).get_single_node()


def dumper() -> Any:
    """What writes YAML."""
    return yaml.CSafeDumper if HAS_LIBYAML else yaml.SafeDumper


def _events(text: bytes) -> Events:
    parser = CParser(text) if HAS_LIBYAML else _pure(text)
    following: Events = parser.get_event
    return following


def _pure(text: bytes) -> Any:
    from genderplan.source.yaml.pure import PureParser  # noqa: PLC0415 - most never need it

    return PureParser(text.decode("utf-8"))


def _as_parsed(data: bytes) -> tuple[bytes, str]:
    """What a parser is given, and what stands in it for the separators, if the file has any.

    It has no byte order mark, and no line end that is none in the file; every character keeps its number.
    """
    if data.isascii():
        return data, ""
    data = data.removeprefix(BYTE_ORDER_MARK)
    if _LINE_SEPARATOR not in data and _PARAGRAPH_SEPARATOR not in data:
        return data, ""
    text = data.decode("utf-8")
    stand_ins = _not_in(text)
    return text.translate(str.maketrans(_SEPARATORS, stand_ins)).encode("utf-8"), stand_ins


def _not_in(text: str) -> str:
    """As many characters as there are separators that a text does not hold, neither as they are nor by an escape.

    Raises YAMLError where a text holds every character that could be one, which needs 4 MiB.
    """
    there = {*text, *(chr(min(int(short or long, 16), 0x10FFFF)) for short, long in _ESCAPED.findall(text))}
    candidates = map(chr, chain(range(0xFDD0, 0xFDF0), range(0xE000, 0xF900), range(0x10000, 0x110000)))
    free = (each for each in candidates if each not in there)
    found = "".join(each for each, _ in zip(free, _SEPARATORS, strict=False))
    if len(found) < len(_SEPARATORS):
        raise yaml.YAMLError("no character is left that could stand for U+2028")
    return found


def _restoring(following: Events, stand_ins: str) -> Events:
    """Events whose texts are as they are in the file."""
    separators = str.maketrans(stand_ins, _SEPARATORS)

    def next_event() -> Any:
        event = following()
        if event.__class__ is yaml.ScalarEvent:
            event.value = event.value.translate(separators)
        return event

    return next_event
