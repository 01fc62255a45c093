"""Every key of every file says what it means, with examples that its own schema takes."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

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


ALL = [(kind, path, each) for kind in Kind for path, each in properties(schema_of(kind))]


@pytest.mark.parametrize(("kind", "path", "schema"), ALL, ids=[f"{kind}{path}" for kind, path, _ in ALL])
def test_every_key_says_what_it_means(kind: str, path: str, schema: dict[str, Any]) -> None:
    definitions = schema_of(kind).get("$defs", {})  # of what may be within itself
    assert schema["title"] == path.rpartition(".")[2].replace("_", " ").capitalize()
    assert schema["description"].endswith(".")
    assert "  " not in schema["description"]
    assert "\n" not in schema["description"]
    assert schema.get("examples") or schema.get("enum")
    for example in schema.get("examples", ()):
        assert list(Draft202012Validator(schema | {"$defs": definitions}).iter_errors(example)) == []


def test_there_are_keys_in_every_kind_of_file() -> None:
    assert {kind for kind, _, _ in ALL} == set(Kind)
    assert ".milestones.depends_on.lag" in {path for kind, path, _ in ALL if kind == "action"}


def test_a_field_has_its_own_text_or_that_of_its_base() -> None:
    assert field_texts(BaselineHeader)["title"] == FieldText("The plan's title then.", ("Equal pay and careers",))
    assert field_texts(BaselineHeader)["long_term_aim"].meaning.startswith("What the plan is for")
    assert field_texts(Milestone)["depends_on"].examples == (
        "extract",
        ["extract", {"milestone": "other-entry#report", "lag": "P2W"}],
    )
