"""Records as plain data: the JSON contract's field names, dates as given, lengths in ISO form."""

import json
from collections.abc import Mapping
from typing import Any

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.standing.records.items import VERSIONS
from genderplan.text import in_json


def plain(value: Any) -> Any:
    """A value as JSON has it; a record becomes an object of its fields, in their order."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is PlanDate or kind is Length:
        return str(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        names = _names(kind)
        if names:
            return {name: plain(each) for name, each in zip(names, value, strict=True)}
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    return [plain(each) for each in value]


_AS_THEY_ARE = frozenset((str, int, float, bool, type(None)))
_known_names: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """The field names of a record; one that would be a keyword of Python ends in an underscore there."""
    if kind not in _known_names:
        _known_names[kind] = tuple(name.rstrip("_") for name in getattr(kind, "_fields", ()))
    return _known_names[kind]


def as_json(name: str, content: Mapping[str, Any], *, lines: str | None = None) -> str:
    """A JSON document of format `genderplan/NAME`; the list under the key `lines` has one record a line."""
    document = {"format": f"genderplan/{name}", "version": VERSIONS.get(name, 1), **content}
    records = document.pop(lines) if lines else ()
    text = in_json(json.dumps(plain(document), indent=2, ensure_ascii=False))
    if lines is None:
        return text + "\n"
    body = ",\n".join("    " + in_json(json.dumps(plain(record), ensure_ascii=False)) for record in records)
    listed = f"[\n{body}\n  ]" if body else "[]"
    head = text.removesuffix("\n}")
    return f'{head},\n  "{lines}": {listed}\n}}\n'
