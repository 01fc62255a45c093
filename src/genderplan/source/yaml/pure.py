"""PyYAML's own parser, for where libyaml is missing, made to accept what libyaml accepts, at the same places.

The two differ in corners: tabs, the byte order mark, unknown directives, odd tags, escapes that mean no character. A
plan must be read alike on every machine, so each corner is settled here as libyaml settles it.
"""

# mypy: disable-error-code="no-untyped-call"

import re
from typing import Any

from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken, TagToken

_DOCUMENT = re.compile("(?:---|\\.\\.\\.)(?=[\0 \t\r\n])")
_WORD = re.compile("[^\0 \t\r\n:]+|:(?![\0 \t\r\n])")
_WORD_IN_FLOW = re.compile("[^\0 \t\r\n:,\\[\\]{}]+|:(?![\0 \t\r\n,?\\[\\]{}])")
_NO_VALUE_IN_FLOW = re.compile(":[,?\\[\\]{}]")
_BLANKS = re.compile("[ \t]*")
_QUOTED = re.compile("[^'\"\\\\\0 \t\r\n]+")
_HEADER = re.compile("([+-]?)([0-9]?)([+-]?)")
_HEX = re.compile("[0-9A-Fa-f]+")
_KNOWN_DIRECTIVES = frozenset(("YAML", "TAG"))

_URI = "[0-9A-Za-z_;/?:@&=+$.!~*'()%-"
_TAG = re.compile(f"!(?:<({_URI},\\[\\]]+)>|([0-9A-Za-z_-]*!)({_URI}]+)|(?![0-9A-Za-z_-]*!)({_URI}]*))")
_ESCAPES = re.compile("(?:%[0-9A-Fa-f]{2})+")
_OCTETS = re.compile(rb"(?:[\0-\x7f]|[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3})+")
_NO_UTF8 = "\udc80"
"""Stands in a tag for octets that have the form of UTF-8 and mean nothing."""


class PureParser(Reader, Scanner, Parser, Composer, BaseResolver):
    """Events, or nodes, of a text that holds neither control characters nor line separators."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text.removeprefix("\ufeff"))
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)

    def get_event(self) -> Any:
        """The next event. Raises UnicodeDecodeError for a tag that is not UTF-8."""
        event = super().get_event()
        if _NO_UTF8 in (getattr(event, "tag", None) or ""):
            raise UnicodeDecodeError("utf-8", b"", 0, 0, "a tag")
        return event

    def forward(self, length: int = 1) -> None:
        """A byte order mark is a character like others."""
        end = self.pointer + length
        passed = self.buffer[self.pointer : end]
        self.pointer = end
        self.index += length
        if "\n" not in passed and "\r" not in passed:
            self.column += length
            return
        for at, character in enumerate(passed, start=end - length):
            if character == "\n" or (character == "\r" and self.buffer[at + 1] != "\n"):
                self.line += 1
                self.column = 0
            else:
                self.column += 1

    def fetch_stream_end(self) -> None:
        """The stream ends below its last line."""
        if self.column:
            self.line, self.column = self.line + 1, 0
            self.stale_possible_simple_keys()
        super().fetch_stream_end()

    def scan_to_next_token(self) -> None:
        """Tabs may stand wherever no key can begin, a byte order mark before each line."""
        while True:
            if self.column == 0 and self.peek() == "\ufeff":
                self.forward()
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            self._pass_comment()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def _pass_comment(self) -> None:
        if self.peek() == "#":
            while self.peek() not in "\0\r\n":
                self.forward()

    def scan_directive_name(self, start_mark: Any) -> Any:
        name = super().scan_directive_name(start_mark)
        if name not in _KNOWN_DIRECTIVES:
            raise self._problem("a directive", start_mark, "found unknown directive name")
        return name

    def scan_tag(self) -> TagToken:
        start = self.get_mark()
        found = _TAG.match(self.buffer, self.pointer)
        after = self.buffer[found.end()] if found else ""
        if not found or not (after in "\0 \t\r\n" or (self.flow_level and after == ",")):
            raise self._problem("a tag", start, "found a tag of no known form")
        verbatim, handle, suffix, local = (self._unescaped(part, start) for part in found.groups())
        self.forward(len(found[0]))
        given = (None, verbatim) if verbatim else (f"!{handle}", suffix) if handle else ("!", local)
        if given == ("!", ""):
            given = (None, "!")
        return TagToken(given, start, self.get_mark())

    def _unescaped(self, uri: str | None, start: Any) -> str | None:
        """A part of a tag, its octets that are escaped as text."""

        def decoded(escapes: re.Match[str]) -> str:
            octets = bytes.fromhex(escapes[0].replace("%", ""))
            if not _OCTETS.fullmatch(octets):
                raise self._problem("a tag", start, "found an incorrect UTF-8 octet")
            try:
                return octets.decode("utf-8")
            except UnicodeDecodeError:
                return _NO_UTF8

        if uri is None or "%" not in uri:
            return uri
        text = _ESCAPES.sub(decoded, uri)
        if "%" in _ESCAPES.sub("", uri):
            raise self._problem("a tag", start, "did not find URI escaped octet")
        return text

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        found = _HEADER.match(self.buffer, self.pointer)
        before, digit, after = found.groups() if found else ("", "", "")
        chomping = before or (after if digit else "")
        if digit == "0":
            self.forward(len(before))
            raise self._problem("a block scalar", start_mark, "found an indentation indicator equal to 0")
        self.forward(len(digit) + len(chomping))
        return (chomping == "+" if chomping else None), (int(digit) if digit else None)

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:
        while self.peek() in " \t":
            self.forward()
        self._pass_comment()
        if self.peek() not in "\0\r\n":
            raise self._problem("a block scalar", start_mark, "did not find expected comment or line break")
        self.scan_line_break()

    def scan_block_scalar_indentation(self) -> Any:
        found = super().scan_block_scalar_indentation()
        self._no_tab(self.column + 1)
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        found = super().scan_block_scalar_breaks(indent)
        self._no_tab(indent)
        return found

    def _no_tab(self, indent: int) -> None:
        if self.column < indent and self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise self._problem("a block scalar", self.get_mark(), problem)

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        """What stands in quotes up to a blank, to the end of a line or to the quote that closes."""
        pieces: list[str] = []
        while True:
            plain = _QUOTED.match(self.buffer, self.pointer)
            if plain:
                pieces.append(plain[0])
                self.forward(len(plain[0]))
            here = self.peek()
            if double and here == "\\":
                pieces += self._escaped(start_mark)
            elif not double and self.prefix(2) == "''":
                pieces.append("'")
                self.forward(2)
            elif here in ("'\"\\".replace('"' if double else "'", "")):
                pieces.append(here)
                self.forward()
            else:
                return pieces

    def _escaped(self, start: Any) -> list[str]:
        kind = self.peek(1)
        if kind in "\r\n":
            self.forward()
            self.scan_line_break()
            return list(self.scan_flow_scalar_breaks(True, start))
        if kind in self.ESCAPE_REPLACEMENTS:
            self.forward(2)
            return [self.ESCAPE_REPLACEMENTS[kind]]
        if kind not in self.ESCAPE_CODES:
            raise self._problem("a quoted scalar", start, "found unknown escape character")
        self.forward(2)
        length = self.ESCAPE_CODES[kind]
        digits = _HEX.match(self.prefix(length))
        if not digits or len(digits[0]) < length:
            raise self._problem("a quoted scalar", start, "did not find expected hexadecimal number")
        code = int(digits[0], 16)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            raise self._problem("a quoted scalar", start, "found invalid Unicode character escape code")
        self.forward(length)
        return [chr(code)]

    def scan_plain(self) -> ScalarToken:
        """Words up to a comment, a key's colon or the end of their indentation; tabs between them are kept."""
        pieces: list[str] = []
        start = end = self.get_mark()
        indent, gap, broken = self.indent + 1, "", False
        while self.peek() != "#" and not (self.column == 0 and _DOCUMENT.match(self.buffer, self.pointer)):
            length = self._length_of_word(start)
            if not length:
                break
            pieces += (gap, self.prefix(length))
            self.forward(length)
            self.allow_simple_key = False
            end = self.get_mark()
            gap, broken = self._gap(indent, start)
            if not gap or (not self.flow_level and self.column < indent):
                break
        if broken:
            self.allow_simple_key = True
        return ScalarToken("".join(pieces), True, start, end)

    def _length_of_word(self, start: Any) -> int:
        word, begin = (_WORD_IN_FLOW if self.flow_level else _WORD), int(self.pointer)
        at = begin
        while found := word.match(self.buffer, at):
            at = found.end()
        if self.flow_level and _NO_VALUE_IN_FLOW.match(self.buffer, at):
            self.forward(at - begin)
            raise self._problem("a plain scalar", start, "found unexpected ':'")
        return at - begin

    def _gap(self, indent: int, start: Any) -> tuple[str, bool]:
        """What stands between two words, folded, and whether a line ends in it."""
        blanks = _BLANKS.match(self.buffer, self.pointer)
        white = blanks[0] if blanks else ""
        self.forward(len(white))
        breaks = 0
        while self.peek() in " \t\r\n":
            if self.peek() == "\t" and self.column < indent:
                raise self._problem("a plain scalar", start, "found a tab character that violates indentation")
            if self.scan_line_break():
                breaks += 1
            else:
                self.forward()
        return ("\n" * (breaks - 1) or " " if breaks else white), bool(breaks)

    def _problem(self, context: str, start: Any, problem: str) -> ScannerError:
        return ScannerError(f"while scanning {context}", start, problem, self.get_mark())
