"""YAML, strictly: every scalar stays the text that stands in the file, and what could surprise is refused.

The schema decides types, not YAML, so documents are built from libyaml's events: mappings, lists and text,
with the place of each. Anchors, tags, merge keys, second documents and deep nesting are refused while the
events come in, before anything can grow from them.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, cast

import yaml
from yaml._yaml import CParser

from genderplan.findings import START_OF_FILE, Finding, Position, finding
from genderplan.source.limits import MAX_BYTES, MAX_DEPTH
from genderplan.source.marks import BYTE_ORDER_MARK, NULLS, FilePlaces, for_parser, position_of, restored
from genderplan.source.places import Mapping, Nowhere, Places, Value

_RAW_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
_C0 = bytes(sorted({*range(32), 127} - {9, 10, 13}))
_C1 = b"\xc2"  # the byte with which each of them begins, and few other characters
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_END = re.compile(rb"\r\n?|\n")
_ESCAPED_BYTES = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")
_SHOWN_AS = "\ufffd"  # stands for a control character that has been refused
_LONGEST_NULL = max(map(len, NULLS))
_REFUSED = "\x00"  # no key of a file can be this
_ODD_KEYS = frozenset((None, "", "~", "null", "<<"))

_SCALAR, _ALIAS = yaml.ScalarEvent, yaml.AliasEvent
_MAPPING_START, _MAPPING_END, _SEQUENCE_END = (
    yaml.MappingStartEvent,
    yaml.MappingEndEvent,
    yaml.SequenceEndEvent,
)


class Document(NamedTuple):
    """What one file says, and where; `value` is None where it could not be read as a document at all."""

    value: "Value | None"
    places: Places
    findings: list[Finding]


def read_document(data: bytes, file: str, most: int = MAX_BYTES) -> Document:
    """The document that the bytes of one file hold, with everything in it that is refused.

    Findings name `file`; more than `most` bytes are refused. Reading goes on after a finding wherever what
    follows can still be understood.
    """
    refused = _refused_bytes(data, file, most)
    if refused is not None:
        return Document(None, Nowhere(), [refused])
    parsed = for_parser(data)
    reader = _Reader(parsed, file)
    try:
        value = reader.document()
        if parsed is not data:
            value = _restored(value)
    except yaml.YAMLError as error:
        reader.findings.append(_syntax_finding(error, data, file))
        value = None
    except UnicodeDecodeError:
        reader.findings.append(_odd_tag_finding(data, file))
        value = None
    except _TooDeepError:
        value = None
    return Document(value, FilePlaces(data), reader.findings)


def _restored(value: "Value | None") -> "Value | None":
    """A document with its line separators, which the parser did not see."""
    if isinstance(value, str):
        return restored(value)
    if isinstance(value, list):
        return [cast("Value", _restored(each)) for each in value]
    if isinstance(value, Mapping):
        for key in list(value):
            value[restored(key)] = _restored(value.pop(key))
    return value


def _refused_bytes(data: bytes, file: str, most: int) -> Finding | None:
    """What can be told of the raw bytes: size, encoding, control characters."""
    if len(data) > most:
        return finding("GP004", f"the file is larger than {most >> 20} MiB", file, hint="split it")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _byte_position(data, error.start)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return finding("GP002", message, file, place, hint="save the file as UTF-8")
    if _C1 not in data and len(data.translate(None, _C0)) == len(data):
        return None
    control = _RAW_CONTROL.search(data)
    if control is None:
        return None
    character = ord(control[0].decode("utf-8"))
    message = f"control character U+{character:04X}"
    return finding("GP003", message, file, _byte_position(data, control.start()), hint="remove it")


def _byte_position(data: bytes, offset: int) -> Position:
    lines = _LINE_END.split(data[:offset].removeprefix(BYTE_ORDER_MARK))
    column = len(lines[-1].decode("utf-8", "replace")) + 1
    return Position(len(lines), column, column + 1)


_SYNTAX_HINTS = (
    ("mapping values are not allowed", "put the text in quotes if it holds a colon followed by a space"),
    ("found character that cannot start any token", "indent with spaces, or put the text in quotes"),
    ("did not find expected ',' or", "close the bracket, or put the text in quotes"),
    ("could not find expected ':'", "a key is followed by a colon; text over several lines is indented"),
    ("found unexpected end of stream", "close the quotes"),
    ("did not find expected <document start>", "keep one document in a file"),
)

_UNFINISHED = (
    "found unexpected end of stream",
    "did not find expected ',' or",
    "could not find expected ':'",
)
"""Problems met long after what lacks its end: they are placed where that begins."""


def _syntax_finding(error: yaml.YAMLError, data: bytes, file: str) -> Finding:
    if isinstance(error, yaml.reader.ReaderError):
        place = _byte_position(data.removeprefix(BYTE_ORDER_MARK), error.position)
        message = f"character U+{error.character:04X} is not allowed in YAML"
        return finding("GP003", message, file, place, hint="remove it")
    problem = str(getattr(error, "problem", None) or "it cannot be parsed")
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if problem.startswith(_UNFINISHED):
        marks.reverse()
    mark = marks[0] or marks[1]
    place = Position(mark.line + 1, mark.column + 1) if mark else START_OF_FILE
    hint = next((hint for words, hint in _SYNTAX_HINTS if words in problem), None)
    return finding("GP005", f"not YAML: {problem}", file, place, hint=hint)


_NO_TAG = "remove it: the key decides the type"


def _odd_tag_finding(data: bytes, file: str) -> Finding:
    """A tag whose %-escapes are not UTF-8: libyaml lets it pass, and it cannot be shown."""
    place = START_OF_FILE
    for escapes in _ESCAPED_BYTES.finditer(data):
        try:
            bytes.fromhex(escapes[0].replace(b"%", b"").decode("ascii")).decode("utf-8")
        except UnicodeDecodeError:
            place = _byte_position(data, escapes.start())
            break
    return finding("GP011", "a tag that is not UTF-8", file, place, hint=_NO_TAG)


class _TooDeepError(Exception):
    """Nesting beyond MAX_DEPTH: nothing below is read."""


class _Reader:
    """Builds one document from libyaml's events, noting what is refused.

    Plain text, nearly all that a plan consists of, is taken in the loops themselves.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._next: Callable[[], Any] = CParser(data).get_event
        self._escapes = b"\\" in data
        self._bare = b"&" not in data and b"!" not in data  # then there is no anchor and no tag
        self._file = file
        self.findings: list[Finding] = []

    def document(self) -> "Value | None":
        """The one document of the stream; None, with a finding, where there is nothing in it."""
        value = self._only_document()
        if value is None and not self.findings:
            self.findings.append(finding("GP006", "the file is empty", self._file))
        return value

    def _only_document(self) -> "Value | None":
        self._next()  # the stream's start
        if self._next().__class__ is yaml.StreamEndEvent:
            return None
        value = self._value(self._next(), 0)
        self._next()  # the document's end
        after = self._next()
        if after.__class__ is yaml.DocumentStartEvent:
            self._refuse("GP007", "a second document in the file", after, "keep one document in a file")
        return value

    def _refuse(self, code: str, message: str, event: Any, hint: str | None = None) -> None:
        self.findings.append(finding(code, message, self._file, position_of(event), hint=hint))

    def _value(self, event: Any, depth: int) -> "Value | None":
        """The value that begins with `event`: text, list or mapping; None where it is absent."""
        kind = event.__class__
        if kind is _ALIAS:
            self._refuse("GP009", f"alias *{event.anchor}", event, "write the value out")
            return None
        if event.anchor is not None:
            self._refuse("GP009", f"anchor &{event.anchor}", event, "write the value out where it is used")
        if event.tag is not None:
            self._refuse("GP011", f"tag {_CONTROL.sub(_SHOWN_AS, event.tag)}", event, _NO_TAG)
        if kind is _SCALAR:
            return self._scalar(event)
        if depth == MAX_DEPTH:
            self._refuse("GP012", f"nested deeper than {MAX_DEPTH}", event)
            raise _TooDeepError
        if kind is _MAPPING_START:
            return self._mapping(event, depth + 1)
        return self._sequence(depth + 1)

    def _scalar(self, event: Any) -> str | None:
        text: str = event.value
        if not event.style:
            return None if text in NULLS else text
        if self._escapes and event.style == '"':
            control = _CONTROL.search(text)
            if control:
                message = f"control character U+{ord(control[0]):04X}, written by an escape"
                self._refuse("GP003", message, event, "remove it")
                return _CONTROL.sub(_SHOWN_AS, text)
        return text

    def _mapping(self, start: Any, depth: int) -> Mapping:
        mapping = Mapping()
        mapping.mark = start.start_mark
        following, bare = self._next, self._bare
        key: Any
        value: Value | None
        absent = False
        while (event := following()).__class__ is not _MAPPING_END:
            plain = (
                event.__class__ is _SCALAR
                and not event.style
                and (bare or (event.anchor is None and event.tag is None))
            )
            key = event.value if plain else None
            if key in _ODD_KEYS or key in mapping:
                key = self._odd_key(event, mapping, depth)
            event = following()
            plain = (
                event.__class__ is _SCALAR
                and not event.style
                and (bare or (event.anchor is None and event.tag is None))
            )
            if not plain:
                value = self._value(event, depth)
            else:
                value = event.value
                if len(value) <= _LONGEST_NULL and value in NULLS:
                    value = None
            mapping[key] = value
            if value is None or key is _REFUSED:
                absent = True
        return _present(mapping) if absent else mapping

    def _odd_key(self, event: Any, mapping: Mapping, depth: int) -> str:
        """A key that needs a second look; one that is refused gets a stand-in, so that its value is read over."""
        key = self._value(event, depth)
        if not isinstance(key, str):
            if event.__class__ is not _ALIAS:
                self._refuse("GP014", "a key that is not text", event)
        elif key != event.value:
            pass  # its control character has been refused
        elif key == "<<" and not event.style:
            self._refuse("GP010", "merge key", event, "write the keys out")
        elif key in mapping:
            self._refuse("GP008", f"key '{key}' is given twice", event)
        else:
            return key
        return _REFUSED

    def _sequence(self, depth: int) -> "list[Value]":
        items: list[Value] = []
        following = self._next
        while (event := following()).__class__ is not _SEQUENCE_END:
            value = self._value(event, depth)
            if value is not None:
                items.append(value)
            elif event.__class__ is not _ALIAS:
                self._refuse("GP013", "an empty item in a list", event, "remove it, or give it a value")
        return items


def _present(mapping: Mapping) -> Mapping:
    """A mapping without the keys whose values are absent, which it remembers."""
    mapping.absent = tuple(key for key, value in mapping.items() if value is None and key is not _REFUSED)
    for key in [key for key, value in mapping.items() if value is None or key is _REFUSED]:
        del mapping[key]
    return mapping
