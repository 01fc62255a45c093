"""Edits of a YAML text at exact places: comments, blank lines, order, quotes and line ends stay as they are.

The places come from the parser's marks; after each edit the text is read again and held against what was meant.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias, cast

import yaml

from genderplan.source.limits import MAX_BASELINE_BYTES
from genderplan.source.places import Path
from genderplan.source.yaml.marks import NULLS
from genderplan.source.yaml.nodes import (
    LINE_END,
    beside_texts,
    end_of,
    ends_in_flow,
    pair_of,
    steps_of_lists,
    steps_of_mappings,
)
from genderplan.source.yaml.parser import BYTE_ORDER_MARK, node_of, text_of
from genderplan.source.yaml.reader import read_document
from genderplan.source.yaml.writer import NUMBERS, as_flow, as_item_lines, as_key_lines, as_lines

Texts: TypeAlias = Mapping[str, str | list[str] | dict[str, str]]
"""A mapping: texts, and lists and mappings of them, by their keys."""

_COMMENT = re.compile("( *)#")
_COMMENT_BEHIND = re.compile("[ \t]*#")
_COMMA = re.compile("[ \t]*,[ \t]*")
_USUAL_STEP = 2
"""How far the dashes of a list are set in from its key, where a file has no habit of its own."""


class LayoutError(ValueError):
    """A layout in which a change has no place of its own; nothing has been changed."""


class MappingKey(NamedTuple):
    """A key of a mapping: the way to the mapping, and behind which other keys it stands if it is new, nearest first."""

    mapping: Path
    name: str
    behind: tuple[str, ...] = ()


class _Span(NamedTuple):
    """Characters to be replaced by others."""

    start: int
    end: int
    text: str


def with_value(data: bytes, key: MappingKey, value: str | Texts) -> bytes:
    """A file with a key set to text, or to a mapping where it had no value. Raises LayoutError."""

    def change(mapping: dict[str, Any]) -> None:
        mapping[key.name] = value

    return _edited(data, key, lambda text: text.with_value(key, value), change)


def with_item(data: bytes, key: MappingKey, item: Texts, *, in_lines: bool = False) -> bytes:
    """A file with one more item at the end of a list of mappings, which is begun where there is none.

    The first item of a list has one line, or with `in_lines` a line for each of its keys; others are written as the
    one before them. Raises LayoutError.
    """

    def change(mapping: dict[str, Any]) -> None:
        mapping[key.name] = [*mapping.get(key.name, ()), item]

    return _edited(data, key, lambda text: text.with_item(key, item, in_lines=in_lines), change)


def with_names(data: bytes, key: MappingKey, names: list[str]) -> bytes:
    """A file with a key set to a name, or to several, whatever names it had. Raises LayoutError."""
    value = names[0] if len(names) == 1 else names

    def change(mapping: dict[str, Any]) -> None:
        mapping[key.name] = value

    return _edited(data, key, lambda text: text.with_names(key, value), change)


def with_mapping(data: bytes, key: MappingKey, mapping: Texts) -> bytes:
    """A file with a new key behind the others, which has a mapping, written as that before it. Raises LayoutError."""

    def change(above: dict[str, Any]) -> None:
        above[key.name] = mapping

    return _edited(data, key, lambda text: text.with_mapping(key, mapping), change)


def without_key(data: bytes, key: MappingKey) -> bytes:
    """A file without a key and its value; a comment behind it stays. Raises LayoutError where one is within it."""

    def change(mapping: dict[str, Any]) -> None:
        del mapping[key.name]

    return _edited(data, key, lambda text: text.without(key), change)


def _edited(
    data: bytes, key: MappingKey, edit: "Callable[[_Text], _Span]", change: Callable[[dict[str, Any]], None]
) -> bytes:
    """A file after an edit that does what a change of its document does, and nothing else."""
    wanted = _plain(read_document(data, "", MAX_BASELINE_BYTES).value)
    mapping = wanted
    for part in key.mapping:
        mapping = mapping[part]
    change(mapping)
    text = _Text(data)
    edited = text.spliced(edit(text))
    if read_document(edited, "", MAX_BASELINE_BYTES).value != wanted:
        raise LayoutError(key.name)
    return edited


def _plain(value: Any) -> Any:
    """A document as a copy that can be changed."""
    if isinstance(value, dict):
        return {key: _plain(below) for key, below in value.items()}
    return [_plain(below) for below in value] if isinstance(value, list) else value


class _Text:
    """The text of one file and the nodes that the parser finds in it, whose marks count its characters."""

    def __init__(self, data: bytes) -> None:
        self._before = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
        self._text = text_of(data)
        self._root = node_of(data)

    def spliced(self, span: _Span) -> bytes:
        return self._before + (self._text[: span.start] + span.text + self._text[span.end :]).encode("utf-8")

    def with_value(self, key: MappingKey, value: str | Texts) -> _Span:
        mapping = self._mapping(key.mapping)
        there = pair_of(mapping, key.name)
        if there is None:
            return self._new_key(mapping, key, [f"{key.name}: {as_flow(value)}"])
        return self._in_place(*there, value)

    def with_item(self, key: MappingKey, item: Texts, *, in_lines: bool = False) -> _Span:
        mapping = self._mapping(key.mapping)
        there = pair_of(mapping, key.name)
        if there is None and mapping.flow_style:
            return self._new_key(mapping, key, [f"{key.name}: [{as_flow(item)}]"])
        if there is None:
            step = next(steps_of_lists(self._root), _USUAL_STEP)
            lines = as_item_lines(item, step) if in_lines else [" " * step + f"- {as_flow(item)}"]
            return self._new_key(mapping, key, [f"{key.name}:", *lines])
        if not isinstance(there[1], yaml.SequenceNode):
            return self._in_place(*there, [item])
        return self._appended(there[1], item)

    def with_names(self, key: MappingKey, value: str | list[str]) -> _Span:
        mapping = self._mapping(key.mapping)
        there = pair_of(mapping, key.name)
        if there is None:
            return self._new_key(mapping, key, [f"{key.name}: {as_flow(value)}"])
        name, node = there
        start, end = node.start_mark.index, self._end(node)
        if start == node.end_mark.index or self._text[start:end] in NULLS:
            return self._in_place(name, node, value)
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            start = self._text.index(":", name.end_mark.index) + 1
        if "#" in self._text[start:end]:
            raise LayoutError(key.name)  # perhaps a comment, which would be lost
        return _Span(start, end, " " * (start < node.start_mark.index) + as_flow(value))

    def with_mapping(self, key: MappingKey, value: Texts) -> _Span:
        mapping = self._mapping(key.mapping)
        step = 0 if ends_in_flow(mapping) else next(steps_of_mappings(mapping), _USUAL_STEP)
        return self._new_key(mapping, key, as_key_lines(key.name, value, step))

    def without(self, key: MappingKey) -> _Span:
        mapping = self._mapping(key.mapping)
        at = [name.value for name, _ in mapping.value].index(key.name)
        start, value = mapping.value[at][0].start_mark.index, mapping.value[at][1]
        if "#" in beside_texts(self._text, start, value):
            raise LayoutError(key.name)  # a comment between key and value, or within the value
        return self._cut_of_flow(mapping, at) if mapping.flow_style else self._cut_of_block(mapping, at)

    def _mapping(self, path: Path) -> yaml.MappingNode:
        """The mapping at a path, which leads to one."""
        node: Any = self._root
        for part in path:
            node = node.value[part] if isinstance(part, int) else _pair(node, part)[1]
        return cast("yaml.MappingNode", node)

    def _in_place(self, name: yaml.Node, node: yaml.Node, value: str | Texts | list[Texts] | list[str]) -> _Span:
        """A value in the place of another, in the quotes of the other."""
        start, end = node.start_mark.index, self._end(node)
        text = as_flow(value, name.value if name.value in NUMBERS else "")
        old = self._text[start:end]
        if start == node.end_mark.index:
            return self._filled(name.end_mark.index, start, text)
        if old in NULLS:
            return _Span(start, end, text)
        if text != value or not isinstance(node, yaml.ScalarNode) or (old[0] in "|>" and "#" in old):
            raise LayoutError(name.value)
        quote = old[0] if old[0] in "'\"" else ""
        return _Span(start, end, quote + text + quote)

    def _filled(self, key_end: int, at: int, text: str) -> _Span:
        """A value where a key has none: behind its colon, if it has that."""
        if ":" not in self._text[key_end:at]:
            return _Span(key_end, key_end, f": {text}")
        return _Span(at, at, text if self._text[at - 1].isspace() else f" {text}")

    def _new_key(self, mapping: yaml.MappingNode, key: MappingKey, lines: list[str]) -> _Span:
        """A key that is not there yet, behind the nearest that is; it has one line in a mapping in flow style."""
        found = (pair_of(mapping, name) for name in key.behind)
        behind = next((each[1] for each in found if each is not None), None)
        if behind is None:
            raise LayoutError(key.name)
        end = self._end(behind)
        if mapping.flow_style:
            return _Span(end, end, f", {lines[0]}")
        return self._new_lines(end, mapping.start_mark.column, lines)

    def _appended(self, sequence: yaml.SequenceNode, item: Texts) -> _Span:
        if not sequence.value:
            start = sequence.start_mark.index + 1
            return _Span(start, start, as_flow(item))
        last = sequence.value[-1]
        end, column = self._end(last), sequence.start_mark.column
        if sequence.flow_style:
            return _Span(end, end, f", {as_flow(item)}")
        if not isinstance(last, yaml.MappingNode) or last.flow_style:
            return self._new_lines(end, column, [f"- {as_flow(item)}"])
        width = last.start_mark.column - column
        heads = ["-".ljust(width)] + [" " * width] * (len(item) - 1)
        return self._new_lines(end, column, [head + pair for head, pair in zip(heads, as_lines(item), strict=True)])

    def _new_lines(self, end: int, column: int, lines: list[str]) -> _Span:
        """Lines set in to a column, below the line on which something ends and the comments that go on with it."""
        at = self._next_line(end)
        while (comment := _COMMENT.match(self._text, at)) and len(comment[1]) > column:
            at = self._next_line(at)
        ends = LINE_END.findall(self._text, 0, at) or ["\n"]
        text = ends[-1].join(" " * column + line for line in lines)
        is_ended = self._text.endswith(ends[-1], 0, at)
        return _Span(at, at, text + ends[-1] if is_ended else ends[-1] + text)

    def _cut_of_flow(self, mapping: yaml.MappingNode, at: int) -> _Span:
        """A key of a mapping in flow style with a comma, and with its line where it has one to itself."""
        start, end = mapping.value[at][0].start_mark.index, self._end(mapping.value[at][1])
        before = self._end(mapping.value[at - 1][1])
        if at + 1 == len(mapping.value) and _COMMA.fullmatch(self._text, before, start):
            return _Span(before, end, "")
        comma = _COMMA.match(self._text, end)
        end = comma.end() if comma else end
        line, next_line = self._line(start), self._next_line(end)
        is_alone = not self._text[line:start].strip() and not self._text[end:next_line].strip()
        return _Span(line, next_line, "") if is_alone else _Span(start, end, "")

    def _cut_of_block(self, mapping: yaml.MappingNode, at: int) -> _Span:
        """A key of a mapping in block style with its line, or up to the comment behind it."""
        start, end = mapping.value[at][0].start_mark.index, self._end(mapping.value[at][1])
        comment = _COMMENT_BEHIND.match(self._text, end)
        if comment:
            return _Span(start, comment.end() - 1, "")
        line = self._line(start)
        if not self._text[line:start].strip(" "):
            return _Span(line, self._next_line(end), "")
        next_key = mapping.value[at + 1][0].start_mark.index if at + 1 < len(mapping.value) else end
        if self._text[end:next_key].strip():
            raise LayoutError(mapping.value[at][0].value)
        return _Span(start, next_key, "")

    def _line(self, at: int) -> int:
        """Where the line of a character begins."""
        return max((found.end() for found in LINE_END.finditer(self._text, 0, at)), default=0)

    def _next_line(self, at: int) -> int:
        """Where the line after that of a character begins; the end of the text after the last."""
        found = LINE_END.search(self._text, at)
        return found.end() if found else len(self._text)

    def _end(self, node: yaml.Node) -> int:
        return end_of(self._text, node)


def _pair(mapping: yaml.MappingNode, name: str) -> tuple[yaml.Node, yaml.Node]:
    """A key and its value. Raises LayoutError where they cannot be told."""
    found = pair_of(mapping, name)
    if found is None:
        raise LayoutError(name)
    return found
