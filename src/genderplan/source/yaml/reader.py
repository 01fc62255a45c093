"""YAML, strictly: every scalar stays the text that stands in the file, and what could surprise is refused.

The schema decides types, not YAML, so documents are built from a parser's events: mappings, lists and text,
with the place of each. Anchors, tags, merge keys, second documents and deep nesting are refused while the
events come in, before anything can grow from them.
"""

import re
from typing import Any

import yaml

from genderplan.findings import Finding, finding
from genderplan.source.documents import Document, TextPoint, YamlValue
from genderplan.source.limits import MAX_BYTES, MAX_DEPTH
from genderplan.source.places import Nowhere
from genderplan.source.yaml.marks import NULLS, FilePlaces, position_of
from genderplan.source.yaml.parser import NOT_UNDERSTOOD, events_of
from genderplan.source.yaml.raw import refused_bytes
from genderplan.source.yaml.syntax import NO_TAG, before, syntax_finding

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
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


def read_document(data: bytes, file: str, most: int = MAX_BYTES) -> Document:
    """The document that the bytes of one file hold, with everything in it that is refused.

    Findings name `file`; more than `most` bytes are refused. Reading goes on after a finding wherever what
    follows can still be understood.
    """
    refused = refused_bytes(data, file, most)
    if refused is not None:
        return Document(None, Nowhere(), [refused])
    reader = _Reader(file)
    try:
        value = reader.document(data)
    except NOT_UNDERSTOOD as error:
        reader.findings.append(_too_deep_before(error, data, file) or syntax_finding(error, data, file))
        value = None
    except _TooDeepError as error:
        reader.findings.append(error.finding)
        value = None
    return Document(value, FilePlaces(data), reader.findings, reader.starts, reader.empty)


def _too_deep_before(error: Exception, data: bytes, file: str) -> Finding | None:
    """Where nesting goes too deep before the point at which a parser stopped.

    A parser looks ahead, so it may meet its own limit, or another slip, before it has given the events that lead there.
    """
    for start in before(error, data):
        try:
            _Reader(file).document(start)
        except _TooDeepError as deep:
            return deep.finding
        except NOT_UNDERSTOOD:
            continue
    return None


class _TooDeepError(Exception):
    """Nesting beyond MAX_DEPTH: nothing below is read."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.message)
        self.finding = found


class _Reader:
    """Builds one document from a parser's events, noting what is refused.

    Plain text, nearly all that a plan consists of, is taken in the loops themselves.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self.findings: list[Finding] = []
        self.starts: dict[int, TextPoint] = {}
        self.empty: dict[int, tuple[str, ...]] = {}

    def document(self, data: bytes) -> "YamlValue | None":
        """The one document of a file; None, with a finding, where there is nothing in it. Raises NOT_UNDERSTOOD."""
        self._escapes = b"\\" in data
        self._bare = b"&" not in data and b"!" not in data  # then there is no anchor and no tag
        self._next = events_of(data)
        value = self._only_document()
        if value is None and not self.findings:
            self.findings.append(finding("GP006", "the file is empty", self._file))
        return value

    def _only_document(self) -> "YamlValue | None":
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

    def _value(self, event: Any, depth: int) -> "YamlValue | None":
        """The value that begins with `event`: text, list or mapping; None where it is absent."""
        kind = event.__class__
        if kind is _ALIAS:
            self._refuse("GP009", f"alias *{event.anchor}", event, "write the value out")
            return None
        if event.anchor is not None:
            self._refuse("GP009", f"anchor &{event.anchor}", event, "write the value out where it is used")
        if event.tag is not None:
            self._refuse("GP011", f"tag {_CONTROL.sub(_SHOWN_AS, event.tag)}", event, NO_TAG)
        if kind is _SCALAR:
            return self._scalar(event)
        if depth == MAX_DEPTH:
            message = f"nested deeper than {MAX_DEPTH}"
            raise _TooDeepError(finding("GP012", message, self._file, position_of(event)))
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

    def _mapping(self, start: Any, depth: int) -> dict[str, YamlValue]:
        mapping: dict[str, Any] = {}
        self.starts[id(mapping)] = start.start_mark
        following, bare = self._next, self._bare
        key: Any
        value: YamlValue | None
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
        if absent or self.empty:
            self._leave_out(mapping)
        return mapping

    def _odd_key(self, event: Any, mapping: dict[str, Any], depth: int) -> str:
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

    def _sequence(self, depth: int) -> "list[YamlValue]":
        items: list[YamlValue] = []
        following = self._next
        while (event := following()).__class__ is not _SEQUENCE_END:
            value = self._value(event, depth)
            if value is not None:
                items.append(value)
            elif event.__class__ is not _ALIAS:
                self._refuse("GP013", "an empty item in a list", event, "remove it, or give it a value")
        return items

    def _leave_out(self, mapping: dict[str, Any]) -> None:
        """The keys of a mapping whose values are absent, which are remembered apart."""
        absent = tuple(key for key, value in mapping.items() if value is None and key is not _REFUSED)
        self.empty.pop(id(mapping), None)  # of one that was refused, and is gone
        if absent:
            self.empty[id(mapping)] = absent
        for key in [key for key, value in mapping.items() if value is None or key is _REFUSED]:
            del mapping[key]
