"""Values as YAML that is read back as the same text, here and by programs that know YAML 1.1 or 1.2.

Every text is quoted, so that whoever changes it later can write a comma, a colon or a hash in it; what else a program
could take for true, false or null is quoted too. Ids, dates, lengths and whole numbers stand plain.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import yaml

from genderplan.errors import UsageError
from genderplan.source.yaml.parser import dumper
from genderplan.text import printable

Writable: TypeAlias = str | int | Iterable["Writable"] | Mapping[str, "Writable"]
"""What can be written: text, whole numbers, and lists and mappings of them."""

_TEXT, _NUMBER, _DAY, _FLOAT = ("tag:yaml.org,2002:" + kind for kind in ("str", "int", "timestamp", "float"))
_RESOLVER = yaml.resolver.Resolver()
_NEVER_FOLDED = 1 << 30
_FOLDS = frozenset("\u2028\u2029")
_PLAIN = re.compile("[A-Za-z0-9][A-Za-z0-9_/#-]*|[0-9]{1,6} (?:day|week|month|year)s?")
"""Ids of every kind, dates, lengths and whole numbers."""

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
"""Decimal numbers, which stand plain behind a key of `NUMBERS`: whoever reads them as text keeps their last zero."""

_ESCAPE = re.compile(r"(?s)\\(?:U(?P<code>[0-9A-F]{8})|.)")
"""An escape in double quotes; in a text of several lines, which has none, no backslash stands before a U."""

_OLD_TRUTHS = frozenset("yn")
"""What YAML 1.1 takes for true and false too, unlike PyYAML."""

TEXTS = frozenset(
    (
        *("title", "text", "name", "long_term_aim", "note", "reason", "output", "place", "role", "groups", "aliases"),
        *("next", "evidence"),
        *("success", "evidence", "due_note"),
    )
)
"""The keys whose values are texts, whatever they look like."""

NUMBERS = frozenset(("value", "amount", "fte"))
"""The keys whose values are decimal numbers."""


def as_yaml(value: Writable) -> str:
    """A value as YAML, in block style; lists of what has one line stand in one line."""
    return _serialized(_node(value))


def well_formed(text: str) -> str:
    """Text that can be written. Raises UsageError where its bytes were not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f"'{printable(text)}' is not UTF-8") from None
    return text


def in_line(key: str, value: str) -> str:
    """A value as it may stand behind a key, in one line."""
    return as_yaml({key: " ".join(value.split())}).removeprefix(f"{key}: ").removesuffix("\n")


def as_flow(value: Writable, key: str = "") -> str:
    """A value in one line, as it may stand behind a key and within brackets."""
    inside = yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(value, key)], flow_style=True)
    return _serialized(inside).removeprefix("[").removesuffix("]\n")


def as_lines(value: Mapping[str, Writable]) -> list[str]:
    """A mapping in block style, each key with its value in a line of its own."""
    return [f"{as_flow(key)}: {as_flow_of(key, each)}" for key, each in value.items()]


def as_item_lines(item: Mapping[str, Writable], step: int) -> list[str]:
    """A mapping as the first item of a list, a line for each of its keys, set in by so much from the list's own key."""
    heads = [" " * step + "- ", *[" " * (step + 2)] * (len(item) - 1)]
    return [head + pair for head, pair in zip(heads, as_lines(item), strict=True)]


def as_key_lines(key: str, value: Mapping[str, Writable], step: int) -> list[str]:
    """A key with a mapping, set in by so much in lines below it; in one line where that is nothing, or it is empty."""
    name = as_flow(key)
    return (
        [f"{name}:", *(" " * step + pair for pair in as_lines(value))]
        if step and value
        else [f"{name}: {as_flow(value)}"]
    )


def as_flow_of(key: str, value: Writable) -> str:
    """The value of a key in one line, as it may stand behind it."""
    return as_flow({key: value}).removeprefix(f"{{{as_flow(key)}: ").removesuffix("}")


def _serialized(node: yaml.Node) -> str:
    """A node as libyaml writes it, but for signs beyond U+FFFF, which stand as they are where they can be seen."""
    text = yaml.serialize(node, Dumper=dumper(), allow_unicode=True, width=_NEVER_FOLDED)
    return _ESCAPE.sub(_seen, str(text))


def _seen(escape: re.Match[str]) -> str:
    sign = chr(int(escape["code"], 16)) if escape["code"] else ""
    return sign if sign.isprintable() and sign else escape[0]


def _node(value: Writable, key: str = "") -> yaml.Node:
    """The node of a value, which stands under a key, in a list or not."""
    if isinstance(value, str | int):
        return _scalar(str(value), is_text=key in TEXTS, is_decimal=key in NUMBERS)
    if isinstance(value, Mapping):
        pairs = [(_scalar(name), _node(each, name)) for name, each in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=not pairs)
    items = [_node(each, key) for each in value]
    is_flat = all(isinstance(each, yaml.ScalarNode) and each.style != "|" for each in items)
    return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=is_flat)


def _scalar(text: str, *, is_text: bool = False, is_decimal: bool = False) -> yaml.ScalarNode:
    """Several lines stand as they are; what is neither a text nor taken for something else stands plain."""
    well_formed(text)
    if is_decimal and _DECIMAL.fullmatch(text):
        return yaml.ScalarNode(_FLOAT if "." in text else _NUMBER, text)
    if "\n" in text and "\\U" not in text and _FOLDS.isdisjoint(text):
        return yaml.ScalarNode(_TEXT, text, style="|")
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    is_number = tag == _NUMBER and text.isdecimal() and str(int(text)) == text
    is_safe = is_number or tag == _DAY or (tag == _TEXT and text.lower() not in _OLD_TRUTHS)
    if not is_text and is_safe and _PLAIN.fullmatch(text):
        return yaml.ScalarNode(tag, text)
    return yaml.ScalarNode(_TEXT, text, style='"')
