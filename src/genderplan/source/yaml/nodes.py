"""Nodes of a YAML document: where a mapping has a key, where a node ends, and how far a file sets things in."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

LINE_END = re.compile("\r\n?|\n")
"""What ends a line in YAML."""


def pair_of(mapping: yaml.MappingNode, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    """A key and its value, where a mapping has it."""
    return next((pair for pair in mapping.value if pair[0].value == name), None)


def ends_in_flow(mapping: yaml.MappingNode) -> bool:
    """Whether a mapping, or the one that its last key has, is written in braces."""
    last = mapping.value[-1][1] if mapping.value else mapping
    return bool(mapping.flow_style or (isinstance(last, yaml.MappingNode) and last.flow_style))


def steps_of_mappings(mapping: yaml.MappingNode) -> Iterator[int]:
    """How far the mappings in a mapping are set in, the last first."""
    for _, value in reversed(mapping.value):
        if isinstance(value, yaml.MappingNode) and not value.flow_style:
            yield value.start_mark.column - mapping.start_mark.column


def steps_of_lists(node: Any) -> Iterator[int]:
    """How far lists in block style are set in from their keys, in the order of a file."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            if isinstance(value, yaml.SequenceNode) and not value.flow_style:
                yield value.start_mark.column - node.start_mark.column
            yield from steps_of_lists(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from steps_of_lists(item)


def quoted_texts(node: Any) -> Iterator[yaml.ScalarNode]:
    """The texts in quotes in a node, in the order of the file."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in {"'", '"'}:
            yield node
    else:
        for each in node.value:
            for part in each if isinstance(each, tuple) else (each,):
                yield from quoted_texts(part)


def end_of(text: str, node: Any) -> int:
    """Where the last thing written in a node ends: the parser has the blank lines and comments after it in too."""
    if not isinstance(node, yaml.ScalarNode):
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return end_of(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    written = text[start:end]
    if not written.startswith(("|", ">")):
        return int(end)
    header, *lines = LINE_END.split(written)
    if "+" in header.partition("#")[0] and len(lines) > 1 and not lines[-1]:
        return int(end) - len(LINE_END.findall(written)[-1])
    return int(start) + len(written.rstrip("\r\n"))


def beside_texts(text: str, start: int, node: Any) -> str:
    """What is written from a place to the end of a node, less the texts in quotes."""
    kept = []
    for each in quoted_texts(node):
        kept.append(text[start : each.start_mark.index])
        start = each.end_mark.index
    return "".join((*kept, text[start : end_of(text, node)]))
