"""Keys that stand in a file without a value: what nobody meant is told of, where a mapping would drop it in silence."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from genderplan.findings import Finding, finding
from genderplan.kinds.shared.known_keys import fields_by_date, keys_of, nested_models
from genderplan.source.documents import Document
from genderplan.source.places import Path, Places
from genderplan.suggestions import did_you_mean, nearest

COMMA = "a comma ends a value here: put the text in quotes"


class EmptyKey(NamedTuple):
    """A key without a value, the way to its mapping, and the keys that the mapping takes."""

    mapping: Path
    name: str
    known: tuple[str, ...]
    is_date: bool = False
    """Whether it is one of several dates, which nobody writes down for nothing."""

    @property
    def path(self) -> Path:
        """The way to the key."""
        return (*self.mapping, self.name)

    @property
    def meant(self) -> Path | None:
        """The way to the key that it may be a misspelling of."""
        near = None if self.name in self.known else nearest(self.name, self.known)
        return None if near is None else (*self.mapping, near)


def empty_keys(document: Document, model: type[BaseModel]) -> Iterator[EmptyKey]:
    """All keys without a value in the mappings of a document that its model knows.

    Ids that are keys, and whatever stands under a key that is not known, are passed over.
    """
    if document.empty:
        yield from _of_value(document, document.value, model, ())


def _of_value(document: Document, value: object, model: type[BaseModel], path: Path) -> Iterator[EmptyKey]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _of_value(document, item, model, (*path, index))
    elif isinstance(value, dict) and "root" in model.model_fields:
        yield from _of_ids(document, value, *nested_models(model)["root"], path)
    elif isinstance(value, dict):
        known = keys_of(model)
        yield from (EmptyKey(path, name, known) for name in document.left_empty(value))
        for key in fields_by_date(model):
            dated = value.get(key)
            names = document.left_empty(dated) if isinstance(dated, dict) else ()
            yield from (EmptyKey((*path, key), name, (name,), is_date=True) for name in names)
        for key, (below, has_ids) in nested_models(model).items():
            yield from _of_ids(document, value.get(key), below, has_ids, (*path, key))


def _of_ids(document: Document, value: object, model: type[BaseModel], has_ids: bool, path: Path) -> Iterator[EmptyKey]:
    """The same of what stands under a key: a mapping, a list, or, if it `has_ids`, a mapping of mappings."""
    if not has_ids:
        yield from _of_value(document, value, model, path)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _of_value(document, each, model, (*path, name))


def findings_of_empty_keys(found: list[EmptyKey], places: Places, file: str, entry: str | None) -> Iterator[Finding]:
    """Keys that are unknown, and those that a comma has made of a text: in braces, and without a colon."""
    for key in found:
        in_braces = places.is_in_braces(key.path)
        by_comma = in_braces and not places.has_colon(key.path)
        place = places.key_position(key.path)
        if key.name not in key.known and not key.name.startswith("x-"):
            hint = None if by_comma else did_you_mean(key.name, key.known)
            hint = hint or (COMMA if in_braces else None)
            yield finding("GP102", f"unknown key '{shortened(key.name)}'", file, place, entry=entry, hint=hint)
        elif key.is_date:
            yield finding("GP104", f"'{shortened(key.name)}' has no value", file, place, entry=entry)
        elif by_comma:
            yield finding("GP104", f"'{shortened(key.name)}' has no value", file, place, entry=entry, hint=COMMA)


def shortened(value: object) -> str:
    """A text as a message may quote it."""
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"
