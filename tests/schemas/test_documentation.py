"""Every key of every file says what it means, with examples that its own schema takes."""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from cases import for_each
from genderplan.kinds.entry.model import Milestone
from genderplan.kinds.plan.model import BaselineHeader
from genderplan.schemas.documentation import FieldText, field_texts
from genderplan.schemas.files import schema_of
from genderplan.source.kinds import Kind


def properties(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema at any depth, by the keys that lead to it."""
    for key, each in schema.get("properties", {}).items():
        yield f"{path}.{key}", each
        yield from properties(each, f"{path}.{key}")
    for pattern, each in schema.get("patternProperties", {}).items():
        yield from properties(each, f"{path}.{pattern}")
    if "items" in schema:
        yield from properties(schema["items"], path)


SCHEMAS = {kind: schema_of(kind) for kind in Kind}


def faults(schema: dict[str, Any], path: str, definitions: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the words under a key; definitions are of what may be within itself."""
    if schema["title"] != path.rpartition(".")[2].replace("_", " ").capitalize():
        yield f"the title {schema['title']!r}"
    meaning = schema["description"]
    if meaning[-1:] != "." or "  " in meaning or "\n" in meaning:
        yield f"the meaning {meaning!r}"
    if not (schema.get("examples") or schema.get("enum")):
        yield "no example"
    validator = Draft202012Validator(schema | {"$defs": definitions})
    yield from (f"the example {each!r}" for each in schema.get("examples", ()) if not validator.is_valid(each))


@for_each("kind", Kind)
def test_every_key_says_what_it_means(kind: Kind) -> None:
    definitions = SCHEMAS[kind].get("$defs", {})
    every_key = list(properties(SCHEMAS[kind]))
    assert every_key
    assert [(path, told) for path, schema in every_key for told in faults(schema, path, definitions)] == []


def test_what_is_wrong_with_words_is_noticed() -> None:
    words = {"title": "Due date", "description": "When\nit is due.", "type": "string", "examples": [2003]}
    assert list(faults(words, ".due", {})) == [
        "the title 'Due date'",
        "the meaning 'When\\nit is due.'",
        "the example 2003",
    ]
    assert list(faults({"title": "Due", "description": "A date.", "examples": []}, ".due", {})) == ["no example"]


def test_keys_at_any_depth_are_seen() -> None:
    assert ".milestones.depends_on.lag" in dict(properties(SCHEMAS[Kind.ACTION]))


def test_a_field_has_its_own_text_or_that_of_its_base() -> None:
    assert field_texts(BaselineHeader)["title"] == FieldText("The plan's title then.", ("Equal pay and careers",))
    assert field_texts(BaselineHeader)["long_term_aim"].meaning.startswith("What the plan is for")
    assert field_texts(Milestone)["depends_on"].examples == (
        "extract",
        ["extract", {"milestone": "other-entry#report", "lag": "P2W"}],
    )
