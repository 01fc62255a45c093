"""The tables of `docs/plan-format.md`: every key that a kind of file takes, from the schemas that editors use."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.schemas.files import schema_of
from genderplan.schemas.scalars import Schema

_HEAD = "| key | takes | required | means |\n| --- | --- | --- | --- |\n"


class _Mapping(NamedTuple):
    """A mapping within a file: the keys that lead to it, what is said of it, and its schema."""

    path: tuple[str, ...]
    words: str
    schema: Schema

    @property
    def name(self) -> str:
        return f"`{'.'.join(self.path)}`"


def table(kind: str) -> str:
    """The tables of a kind of file in Markdown: of the file itself, then of each mapping inside it.

    What stands in several places is shown once, under all of its names.
    """
    return "\n".join(_shown(group) for group in _alike(list(_mappings(_Mapping((), "", schema_of(kind))))))


def _mappings(mapping: _Mapping) -> Iterator[_Mapping]:
    """A mapping and those inside it, each before those inside it."""
    path, _, schema = mapping
    if "properties" in schema:
        yield mapping
    for key, each in schema.get("properties", {}).items():
        for below in _below((*path, key), each):
            yield from _mappings(below)
    if "properties" not in schema:
        for each in schema["patternProperties"].values():
            if "properties" in each:
                yield from _mappings(_Mapping(path, _each(each, " by its id"), each))


def _below(path: tuple[str, ...], schema: Schema) -> Iterator[_Mapping]:
    """The mapping that a key takes: by itself, or each of a list."""
    items = schema.get("items", {})
    if "properties" in schema and "items" in schema:
        yield _Mapping(path, ", as a mapping:", schema)
    elif "properties" in items:
        yield _Mapping(path, _each(items), items)
    elif "properties" in schema or "patternProperties" in schema:
        yield _Mapping(path, f": {schema['description']}", schema)


def _each(schema: Schema, key: str = "") -> str:
    """What is said of each of several, which may be a text too and then is told nothing of."""
    return f", each{key}: {schema['description']}" if "description" in schema else ", each as a mapping:"


def _alike(mappings: list[_Mapping]) -> Iterator[list[_Mapping]]:
    """Mappings that take the same keys, together where the first of them stands."""
    while mappings:
        alike = [each for each in mappings if each.schema["properties"] == mappings[0].schema["properties"]]
        yield alike
        mappings = [each for each in mappings if each not in alike]


def _shown(group: list[_Mapping]) -> str:
    """One table under the names of the mappings that it is of; that of a whole file needs none."""
    names = ", ".join(each.name for each in group if each.path)
    words = group[0].words if len({each.words for each in group}) == 1 else ":"
    caption = f"**{names}**{words}" if names else words.removeprefix(", ").capitalize()
    return (f"{caption}\n\n" if caption else "") + _rows(group[0].schema)


def _rows(schema: Schema) -> str:
    required = schema.get("required", ())
    return _HEAD + "".join(
        f"| `{key}` | {_takes(each)} | {'yes' if key in required else ''} | {_escaped(each['description'])} |\n"
        for key, each in schema["properties"].items()
    )


def _takes(schema: Schema) -> str:
    """What a key takes, in words."""
    one = ", ".join(words for words in (_scalar(schema), _mapping(schema)) if words)
    if "items" not in schema:
        return one
    if one:
        return f"{one}, or a list of them"
    items = schema["items"]
    return f"a list of {'mappings' if 'properties' in items or '$ref' in items else _scalar(items)}"


def _scalar(schema: Schema) -> str:
    if "$comment" in schema:
        return str(schema["$comment"])
    if "enum" not in schema:
        return ""
    *choices, last = (f"`{each}`" for each in schema["enum"] if each is not None)
    return f"{', '.join(choices)} or {last}"


def _mapping(schema: Schema) -> str:
    if "properties" in schema:
        return "a mapping"
    for below in schema.get("patternProperties", {}).values():
        return "mappings by their ids" if "properties" in below else f"a mapping of dates, each to {_scalar(below)}"
    return ""


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")
