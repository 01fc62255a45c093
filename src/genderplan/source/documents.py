"""Documents: what one file says as plain values, and beside them what plain values cannot carry.

Mappings are plain dicts, which pydantic validates a fifth faster than any kind of its own; where each starts, and which
keys of it have no value, is kept by its identity.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeAlias

from genderplan.findings import START_OF_FILE, Finding, Position
from genderplan.source.places import Places

YamlValue: TypeAlias = "str | list[YamlValue] | dict[str, YamlValue]"


class TextPoint(Protocol):
    """A point in a text: line and column count from 0."""

    line: int
    column: int


class Document(NamedTuple):
    """What one file says, and where; `value` is None where it could not be read as a document at all.

    `starts` and `empty` have the mappings of the value by `id`.
    """

    value: "YamlValue | None"
    places: Places
    findings: list[Finding]
    starts: Mapping[int, TextPoint] = MappingProxyType({})
    empty: Mapping[int, tuple[str, ...]] = MappingProxyType({})

    def start(self, mapping: object) -> Position:
        """Where a mapping starts."""
        mark = self.starts.get(id(mapping))
        return Position(mark.line + 1, mark.column + 1) if mark else START_OF_FILE

    def left_empty(self, mapping: object) -> tuple[str, ...]:
        """The keys of a mapping that have no value, in their order; of what is none there are none."""
        return self.empty.get(id(mapping), ())

    def at(self, *path: str | int) -> Any:
        """The value at a path; None where nothing stands there."""
        value: Any = self.value
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value
