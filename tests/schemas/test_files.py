"""The schemas of plan files against every file that there is: none that is right is refused, most that is wrong is."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cases import for_each
from genderplan.findings import CODES, is_unreadable
from genderplan.schemas.files import all_schemas, schema_of
from genderplan.source.kinds import Kind
from schemas.editor import EXAMPLES, PLANS, files_of, is_refused, read_as_an_editor

CODES_OF_SCHEMA = [code for code in CODES if code.startswith("GP1")]
TOLD = {"GP101", "GP102", "GP103", "GP104", "GP105", "GP106", "GP107", "GP108", "GP111"}
"""What a schema can tell. It cannot see an id given twice (GP109), and a repeat (GP110) is but a warning."""

LATER = [code for code in CODES if code >= "GP2"]
WITH_FILES = sorted(folder.name for folder in EXAMPLES.iterdir() if (folder / "good").is_dir())


def refused_in(code: str, which: str) -> set[str]:
    """The files of an example in which an editor marks something."""
    root = EXAMPLES / code / which
    kinds = files_of(root)
    assert kinds
    return {name for name, kind in kinds.items() if is_refused(kind, read_as_an_editor((root / name).read_bytes()))}


def found_in(code: str) -> set[str]:
    """The files of a bad example in which genderplan finds the code."""
    lines = (EXAMPLES / code / "expected.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0] for line in lines if f" {code} " in line}


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_is_one_of_the_dialect_that_it_names(kind: str) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:genderplan:schema:{kind}:1"
    assert schema["title"] == f"genderplan: {kind}"
    assert schema["description"].endswith(".")


def test_all_schemas_are_those_of_every_kind_as_text() -> None:
    texts = all_schemas()
    assert list(texts) == [f"{kind}.schema.json" for kind in Kind]
    for kind in Kind:
        text = texts[f"{kind}.schema.json"]
        assert json.loads(text) == schema_of(kind)
        assert list(json.loads(text).get("properties", [])) == list(schema_of(kind).get("properties", []))
        assert text.endswith("}\n")


def mappings(schema: Any) -> list[dict[str, Any]]:
    """Every part of a schema that takes a mapping."""
    if isinstance(schema, list):
        return [found for each in schema for found in mappings(each)]
    if not isinstance(schema, dict):
        return []
    below = [found for key, each in schema.items() if key != "examples" for found in mappings(each)]
    return [schema, *below] if "object" in str(schema.get("type")) else below


@pytest.mark.parametrize("kind", Kind)
def test_no_mapping_takes_keys_that_it_does_not_know(kind: str) -> None:
    found = mappings(schema_of(kind))
    assert found
    assert {each["additionalProperties"] for each in found} == {False}
    assert {tuple(each["patternProperties"]) for each in found if "properties" in each} == {("^x-",)}


@pytest.mark.parametrize("kind", Kind)
def test_keys_that_matter_most_come_first(kind: str) -> None:
    for each in mappings(schema_of(kind)):
        keys = list(each.get("properties", ()))
        required = each.get("required", [])
        assert keys[: len(required)] == required
        last = [key for key in ("note", "tags") if key in keys]
        assert keys[len(keys) - len(last) :] == last


SHIPPED = files_of(PLANS)


@for_each("name", SHIPPED)
def test_no_shipped_file_is_refused(name: str) -> None:
    assert not is_refused(SHIPPED[name], read_as_an_editor((PLANS / name).read_bytes()))


def test_every_kind_of_file_is_shipped() -> None:
    assert {*SHIPPED.values()} == set(Kind)


@for_each("code", WITH_FILES)
def test_no_mended_example_is_refused(code: str) -> None:
    assert refused_in(code, "good") == set()


@pytest.mark.parametrize("code", sorted(TOLD))
def test_an_example_of_what_can_be_told_is_refused(code: str) -> None:
    refused = refused_in(code, "bad")
    assert refused
    assert refused <= found_in(code)


@pytest.mark.parametrize("code", sorted({*CODES_OF_SCHEMA} - TOLD))
def test_an_example_of_what_cannot_be_told_is_not_refused(code: str) -> None:
    assert refused_in(code, "bad") == set()


@for_each("code", LATER)
def test_what_is_no_matter_of_one_file_is_not_refused(code: str) -> None:
    assert refused_in(code, "bad") == set()


def test_what_can_be_told_is_what_keeps_a_file_out() -> None:
    assert {code for code in CODES_OF_SCHEMA if is_unreadable(code)} - TOLD == {"GP109", "GP115"}
