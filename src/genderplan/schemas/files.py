"""JSON Schemas of plan files, for editors: made from the models that read the files.

No schema refuses what `genderplan validate` accepts, but for the few words that are something else to an editor before
any schema is asked (a title `NULL`, an organisation `1e-5`). Of what is refused, a schema tells what can be told of one
value at a time: keys, shapes, forms; not whether a day is in the calendar, or an id is given twice or known.
"""

import json
import re
from collections.abc import Collection, Iterator, Sequence

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from genderplan.kinds.shared.fields import EXTRA_PATTERN, as_list
from genderplan.loading.kinds import file_kind
from genderplan.schemas.documentation import field_texts, on_one_line
from genderplan.schemas.scalars import NAMES_OF_PATTERNS, SCALARS, Schema
from genderplan.source.kinds import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_FIRST = ("genderplan", "id")
_LAST = ("revisions", "renamed_from", "source", "note", "tags")
"""What every mapping that has them begins and ends with, for readers; the models' own order comes from inheritance."""


def schema_of(kind: str) -> Schema:
    """The JSON Schema (2020-12) of a kind of file."""
    made: Schema = file_kind(Kind[kind.upper()]).model.model_json_schema(schema_generator=_ForEditors)
    mappings = made.pop("$defs", {})
    whole = _finished(made, mappings)
    within = {name: _finished({"$ref": _WITHIN + name}, mappings) for name in _named_within(whole)}
    whole |= {"$defs": within} if within else {}
    heading = {"$schema": DIALECT, "$id": f"urn:genderplan:schema:{kind}:1", "title": f"genderplan: {kind}"}
    return heading | {key: value for key, value in whole.items() if key not in heading}


def all_schemas() -> dict[str, str]:
    """The text of the schema of every kind of file, by the name of the file that it is kept in."""
    return {f"{kind}.schema.json": as_text(schema_of(kind)) for kind in Kind}


def as_text(schema: Schema) -> str:
    """A schema as a file holds it: indented, short lists on their lines."""
    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return _FLAT_LIST.sub(lambda found: f"[{_BREAK.sub(', ', found[1])}]", text)


_FLAT_LIST = re.compile(r"\[\n *([^\[\]{}]*?)\n *\]")
_BREAK = re.compile(r",\n *")


class _ForEditors(GenerateJsonSchema):
    """pydantic's schemas, with scalars by their names and the texts that stand under the fields."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        return value  # the order of the models

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        pattern = schema.get("pattern")
        named = NAMES_OF_PATTERNS.get(pattern) if isinstance(pattern, str) else None
        return super().str_schema(schema) if named is None else {"$comment": named, "pattern": pattern}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # what may be left out may be null: see _finished

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return made if default is None or default == () else {**made, "default": default}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        many = self.generate_inner(schema["schema"])
        one = many["items"]
        return {"anyOf": [*one.get("anyOf", [one]), many]} if schema["function"]["function"] is as_list else many

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(choice) for choice in schema["choices"].values()]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema) | {"additionalProperties": False}
        keys = self.generate_inner(schema["keys_schema"]) if "keys_schema" in schema else {}
        named = SCALARS.get(keys.get("$comment", ""))
        if named and "values_schema" in schema:
            made["patternProperties"] = {named["pattern"]: self.generate_inner(schema["values_schema"])}
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made, model = super().model_schema(schema), schema["cls"]
        made["title"] = _CAPITAL.sub(lambda found: f" {found[0].lower()}", model.__name__)
        made["description"] = on_one_line(model.__doc__ or "")
        if "properties" in made:
            made["properties"] = dict(_described(model, made["properties"], made.get("required", ())))
            made |= {"patternProperties": {EXTRA_PATTERN: _ONE_S_OWN}, "additionalProperties": False}
        return made


_CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")
_ONE_S_OWN = {"description": "A key of your own: it is kept and shown, and otherwise ignored."}


def _described(model: type[BaseModel], properties: Schema, required: Collection[str]) -> Iterator[tuple[str, Schema]]:
    """The properties of a model with what its fields say, what is required first."""
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    texts = field_texts(model)
    for key in sorted(properties, key=lambda key: (key not in required, _rank(key))):
        text = texts[names[key]]
        words = {"title": key.replace("_", " ").capitalize(), "description": text.meaning}
        yield key, properties[key] | words | ({"examples": list(text.examples)} if text.examples else {})


def _rank(key: str) -> int:
    if key in _FIRST:
        return _FIRST.index(key) - len(_FIRST)
    return _LAST.index(key) + 1 if key in _LAST else 0


_WITHIN = "#/$defs/"


def _named_within(schema: object) -> frozenset[str]:
    """The mappings that a schema names and does not write out: those that can stand within themselves."""
    if isinstance(schema, list):
        return frozenset().union(*map(_named_within, schema))
    if not isinstance(schema, dict):
        return frozenset()
    own = {schema["$ref"].removeprefix(_WITHIN)} if isinstance(schema.get("$ref"), str) else set()
    return frozenset(own).union(*map(_named_within, schema.values()))


def _finished(schema: Schema, mappings: Schema) -> Schema:
    """A schema with mappings and scalars written out in place, and null for every key that may be left out.

    Editors show the words of what stands in place; of what is only referred to they would show the mapping's own. What
    stands within itself can only be referred to there.
    """
    name = schema.get("$ref", "").removeprefix(_WITHIN)
    if name and name not in mappings:
        return schema
    made = _written_out(schema, mappings)
    mappings = {other: each for other, each in mappings.items() if other != name}
    if "items" in made:
        made["items"] = _finished(made["items"], mappings)
    for keyword in ("properties", "patternProperties"):
        if keyword in made:
            made[keyword] = {key: _finished(each, mappings) for key, each in made[keyword].items()}
    if "required" in made:
        made["required"] = [key for key in made["properties"] if key in made["required"]]
    for key in made.get("properties", {}).keys() - made.get("required", ()):
        made["properties"][key] = _or_null(made["properties"][key])
    return {key: made[key] for key in sorted(made, key=_KEYWORDS.index)}


def _written_out(schema: Schema, mappings: Schema) -> Schema:
    """What a schema refers to, what its name stands for and what it has the choice of, in one schema; not below it."""
    own = dict(schema)
    mapping: Schema = mappings.get(own.pop("$ref", "").removeprefix(_WITHIN), {})
    choice = [_written_out(each, mappings) for each in own.pop("anyOf", ())]
    return SCALARS.get(own.get("$comment", ""), {}) | mapping | (_either(choice) if choice else {}) | own


def _either(schemas: Sequence[Schema]) -> Schema:
    """One schema for text, a mapping or a list: what is asked of each says nothing of the others.

    Editors tell much better what is wrong by it than by `anyOf`.
    """
    made: Schema = {}
    for each in schemas:
        made |= {keyword: value for keyword, value in each.items() if keyword not in {"title", "description"}}
    return made | {"type": list(dict.fromkeys(kind for each in schemas for kind in _types(each)))}


def _or_null(schema: Schema) -> Schema:
    nothing = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [*_types(schema), "null"]} | nothing


def _types(schema: Schema) -> Sequence[str]:
    """The types that a schema takes, of which JSON Schema writes one by itself."""
    types = schema["type"]
    return types if isinstance(types, list) else [types]


_KEYWORDS = (
    *("$schema", "$id", "$comment", "title", "description", "default", "examples", "type", "enum", "enumDescriptions"),
    *("pattern", "patternErrorMessage", "minimum", "maximum"),
    *("required", "properties", "patternProperties", "additionalProperties", "items", "$defs"),
)
