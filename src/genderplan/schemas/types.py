"""JSON Schemas of Python's types, as `genderplan.formats.json` prints their values."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.reports.slippage.targets import ChangedTarget
from genderplan.schemas.documentation import field_texts, on_one_line
from genderplan.schemas.scalars import Schema, date_pattern
from genderplan.standing.records.indicators import CategoryRecord
from genderplan.standing.records.registers import RegisterItemRecord


class TypeSchemas:
    """The schemas of types, and of the records met on the way by their names."""

    def __init__(self, *, closed: bool) -> None:
        self.definitions: dict[str, Schema] = {}
        self._records: dict[str, type] = {}
        self._closed = closed

    def schema(self, hint: Any) -> Schema:
        """The schema of a type."""
        origin, parts = get_origin(hint), get_args(hint)
        if origin in {Union, UnionType}:
            return self._nullable(*(part for part in parts if part is not NoneType))
        if origin in {tuple, Sequence}:
            return {"type": "array", "items": self.schema(parts[0])}
        if origin is Mapping or origin is dict:
            return self._by_key(*parts)
        if hint is PlanDate or hint is Length:
            return self._scalar(hint)
        if issubclass(hint, StrEnum):
            return {"type": "string", "enum": [each.value for each in hint]}
        return {"type": _PLAIN[hint]} if hint in _PLAIN else self._record(hint)

    def fields(self, record: type) -> dict[str, Schema]:
        """The schemas of a record's fields, each with what it means; a name that ends in `_` is printed without."""
        texts = field_texts(record)
        return {
            name.rstrip("_"): ({"description": texts[name].meaning} if name in texts else {}) | self.schema(hint)
            for name, hint in field_types(record).items()
        }

    def mapping(self, properties: Mapping[str, Schema]) -> Schema:
        """An object that has all of these properties."""
        closed = {"additionalProperties": False} if self._closed else {}
        return {"type": "object", "required": list(properties), "properties": properties, **closed}

    def _nullable(self, hint: Any, *others: Any) -> Schema:
        if others:
            return {"anyOf": [*map(self.schema, (hint, *others)), {"type": "null"}]}
        made = self.schema(hint)
        if "enum" in made:
            return made | {"type": [made["type"], "null"], "enum": [*made["enum"], None]}
        return made | {"type": [made["type"], "null"]} if "type" in made else {"anyOf": [made, {"type": "null"}]}

    def _by_key(self, key: Any, value: Any) -> Schema:
        """An object by keys: of an enumeration all of them, of text any."""
        if value is Any:
            return {"type": "object"}
        return self.mapping({each.value: self.schema(value) for each in key})

    def _scalar(self, hint: type) -> Schema:
        name, schema = _SCALARS[hint]
        self.definitions[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _record(self, record: type) -> Schema:
        name = _PUBLISHED.get(record.__name__) or _SUFFIX.sub("", record.__name__)
        if self._records.setdefault(name, record) is not record:
            raise TypeError(f"two records are called {name}")
        if name not in self.definitions:
            words = {"description": on_one_line(str(record.__doc__))} if _has_words(record) else {}
            self.definitions[name] = words | self.mapping(self.fields(record))
        return {"$ref": f"#/$defs/{name}"}


def field_types(record: type) -> Mapping[str, Any]:
    """The types of a record's fields, by their names."""
    return get_type_hints(record, localns=_NAMED)


def _has_words(record: type) -> bool:
    """Whether a record's docstring is its own: Python writes one for those that have none."""
    return bool(record.__doc__) and not str(record.__doc__).startswith(f"{record.__name__}(")


_NAMED = {each.__name__: each for each in (CategoryRecord, ChangedTarget, RegisterItemRecord)}
"""Records that others name for the types alone: most runs need none of them."""
_SUFFIX = re.compile(r"(?<=.)(Record|Row)$")
_PUBLISHED = {"CodePage": "Page", "Mention": "Named", "NamedOrganisation": "Named", "SlipMeasure": "Slip"}
"""Names under which schemas have records that are called otherwise here: names that were published stay."""
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
_SCALARS: Mapping[type, tuple[str, Schema]] = {
    PlanDate: (
        "Date",
        {
            "description": (
                "A date as it was given: a year of the calendar, of finance or of study, a quarter, a season, a month "
                "or a day."
            ),
            "type": "string",
            "pattern": date_pattern(year="[0-9]{4}"),
        },
    ),
    Length: (
        "Length",
        {
            "description": "A length of time in ISO 8601: days, weeks, months or years.",
            "type": "string",
            "pattern": "^P[0-9]+[DWMY]$",
        },
    ),
}
