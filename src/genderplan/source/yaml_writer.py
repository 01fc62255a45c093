"""Values as YAML that is read back here as the same text.

What YAML would take for true, false or null is quoted; dates and numbers stand plain, as people write them.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import yaml

from genderplan.errors import UsageError
from genderplan.source.files import printable
from genderplan.source.yaml_parser import dumper

Writable: TypeAlias = str | int | Iterable["Writable"] | Mapping[str, "Writable"]
"""What can be written: text, whole numbers, and lists and mappings of them."""

_TEXT, _NUMBER, _DAY = ("tag:yaml.org,2002:" + kind for kind in ("str", "int", "timestamp"))
_RESOLVER = yaml.resolver.Resolver()
_FOLDS = frozenset("\u2028\u2029")
_NEVER_FOLDED = 1 << 30


def as_yaml(value: Writable) -> str:
    """A value as YAML, in block style; lists of plain texts stand in one line."""
    text = yaml.serialize(_node(value), Dumper=dumper(), allow_unicode=True, width=_NEVER_FOLDED)
    return str(text)


def well_formed(text: str) -> str:
    """Text that can be written. Raises UsageError where its bytes were not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f"'{printable(text)}' is not UTF-8") from None
    return text


def in_line(value: str) -> str:
    """Text as it may stand behind a key, in one line."""
    return as_yaml({"key": " ".join(value.split())}).removeprefix("key: ").removesuffix("\n")


def as_flow(value: Writable) -> str:
    """A value in one line, as it may stand behind a key and within brackets."""
    inside = yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(value)], flow_style=True)
    text = yaml.serialize(inside, Dumper=dumper(), allow_unicode=True, width=_NEVER_FOLDED)
    return str(text).removeprefix("[").removesuffix("]\n")


def _node(value: Writable) -> yaml.Node:
    if isinstance(value, str | int):
        return _scalar(str(value))
    if isinstance(value, Mapping):
        pairs = [(_scalar(key), _node(each)) for key, each in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=not pairs)
    items = [_node(each) for each in value]
    is_flat = all(isinstance(each, yaml.ScalarNode) and each.style is None for each in items)
    return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=is_flat)


def _scalar(text: str) -> yaml.ScalarNode:
    """Dates and whole numbers stand plain; what else YAML 1.1 takes for no text is put in quotes."""
    well_formed(text)
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    if tag == _DAY or (tag == _NUMBER and text.isdecimal() and str(int(text)) == text):
        return yaml.ScalarNode(tag, text)
    if not _FOLDS.isdisjoint(text):
        return yaml.ScalarNode(_TEXT, text, style='"')
    return yaml.ScalarNode(_TEXT, text, style="|" if "\n" in text else None)
