"""Each field of each kind of mapping: what it takes, and where and as what it refuses the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from genderplan.findings import Finding
from genderplan.model import entries, kinds, organisations, parts, plan_parts
from model.file_kinds import BAD, GOOD, MAPPINGS, Mapping
from support import PLAN, marked, read_tree, spans

FIELDS = [(name, key) for name, kind in MAPPINGS.items() for key in (kind.required | kind.optional)]


def type_of(kind: Mapping, key: str) -> str:
    return (kind.required | kind.optional)[key]


def read(tmp_path: Path, kind: Mapping, keys: dict[str, str]) -> tuple[str, tuple[Finding, ...]]:
    """A tree with one file of this kind; its text without marks, and the findings."""
    text = kind.written(keys)
    if "«" in text:
        text, _ = marked(text)
    found = read_tree(tmp_path, {"p/plan.yaml": PLAN} | {kind.file: text}).findings
    assert {each.file for each in found} <= {kind.file}
    assert {each.entry for each in found} <= {kind.entry}
    return text, found


def expected(kind: Mapping, keys: dict[str, str], code: str) -> tuple[str, int, int, int | None]:
    line, column, end = marked(kind.written(keys))[1]
    return code, line, column, end


def models() -> Iterator[type[BaseModel]]:
    for module in (parts, plan_parts, entries, organisations, kinds):
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, BaseModel) and each.__module__ == module.__name__:
                yield each


BASES = {parts.FileMapping, parts.TitledMapping}


def test_every_model_is_in_the_table() -> None:
    concrete = {each for each in models() if not each.__name__.startswith(("_", "RootModel["))} - BASES
    assert concrete == {kind.model for kind in MAPPINGS.values()} | {kinds.Organisations}


@pytest.mark.parametrize("name", MAPPINGS)
def test_every_field_is_in_the_table(name: str) -> None:
    kind = MAPPINGS[name]
    fields = {field.alias or key: field.is_required() for key, field in kind.model.model_fields.items()}
    assert {key for key, required in fields.items() if required} == kind.required.keys()
    assert {key for key, required in fields.items() if not required} == kind.optional.keys()


@pytest.mark.parametrize(("name", "key"), FIELDS)
def test_takes(tmp_path: Path, name: str, key: str) -> None:
    kind = MAPPINGS[name]
    for good in GOOD[type_of(kind, key)]:
        indented = good.replace("\n    ", "\n    " + " " * kind.indent)
        assert read(tmp_path, kind, kind.least | {key: indented})[1] == ()


@pytest.mark.parametrize(("name", "key"), FIELDS)
def test_refuses(tmp_path: Path, name: str, key: str) -> None:
    kind = MAPPINGS[name]
    for bad, code in BAD[type_of(kind, key)]:
        keys = kind.least | {key: bad}
        text, found = read(tmp_path, kind, keys)
        assert spans(found) == [expected(kind, keys, code)], text
        assert found[0].message.replace("\n", "").isprintable(), text


@pytest.mark.parametrize(("name", "key"), FIELDS)
@pytest.mark.parametrize("absent", ["", "~", "null"])
def test_absent(tmp_path: Path, name: str, key: str, absent: str) -> None:
    """An absent value is no value: only what is required is missed."""
    kind = MAPPINGS[name]
    keys = {"«x-first": "y"} | kind.least | {key: absent}
    _, found = read(tmp_path, kind, keys)
    assert spans(found) == ([expected(kind, keys, "GP103")] if key in kind.required else [])


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, kind in MAPPINGS.items() for key in kind.required])
def test_missing(tmp_path: Path, name: str, key: str) -> None:
    kind = MAPPINGS[name]
    keys = {"«x-first": "y"} | {other: value for other, value in kind.least.items() if other != key}
    _, found = read(tmp_path, kind, keys)
    assert spans(found) == [expected(kind, keys, "GP103")]
    assert f"'{key}'" in found[0].message


@pytest.mark.parametrize("name", MAPPINGS)
@pytest.mark.parametrize("key", ["zzz", "y-x", "X-y", "''", "'#text'", "'#mapping'", "'[key]'", "root", "'0'", "extra"])
def test_unknown_key(tmp_path: Path, name: str, key: str) -> None:
    kind = MAPPINGS[name]
    keys = kind.least | {f"«{key}»": "[a, {b: c}]"}
    _, found = read(tmp_path, kind, keys)
    assert spans(found) == [expected(kind, keys, "GP102")]
    assert key != "zzz" or found[0].hint is None


SLIPS = [(name, key) for name, key in FIELDS if len(key) > 3]


@pytest.mark.parametrize(("name", "key"), SLIPS)
@pytest.mark.parametrize("slip", ["short", "long", "case"])
def test_unknown_key_near_a_known_one(tmp_path: Path, name: str, key: str, slip: str) -> None:
    kind = MAPPINGS[name]
    slipped = {"short": key[:-1], "long": key + "z", "case": key.upper()}[slip]
    keys = kind.least | {f"«{slipped}»": "a"}
    _, found = read(tmp_path, kind, keys)
    assert spans(found) == [expected(kind, keys, "GP102")]
    assert found[0].hint == f"did you mean '{key}'?"


@pytest.mark.parametrize("name", MAPPINGS)
@pytest.mark.parametrize("key", ["x-", "x-y", "x-Größe", "'x-a b'", "x-title"])
def test_keys_of_one_s_own(tmp_path: Path, name: str, key: str) -> None:
    kind = MAPPINGS[name]
    assert read(tmp_path, kind, kind.least | {key: "[a, {b: c}]"})[1] == ()


@pytest.mark.parametrize("name", MAPPINGS)
def test_everything_at_once(tmp_path: Path, name: str) -> None:
    """A value wrong in every field gives a finding for every field."""
    kind = MAPPINGS[name]
    keys = {
        key: BAD[each][0][0].replace("«", "").replace("»", "") for key, each in (kind.required | kind.optional).items()
    }
    _, found = read(tmp_path, kind, keys)
    first = kind.written({"«": ""}).partition("«")[0].count("\n") + 1
    assert [each.line for each in found] == list(range(first, first + len(keys)))
    assert [each.code for each in found] == [BAD[each][0][1] for each in (kind.required | kind.optional).values()]
