"""Each field of each kind of mapping: its schema takes what the field takes and, where it can tell, refuses the rest."""

from collections.abc import Iterable

import pytest

from cases import for_each
from kinds.file_kinds import BAD, GOOD, LONG, LONG_CONDITIONS, LONG_TEXTS, MAPPINGS, Mapping
from schemas.editor import is_refused, read_as_an_editor

KINDS = {
    "p/plan.yaml": "plan",
    "p/actions/a.yaml": "action",
    "p/projects/a.yaml": "project",
    "p/indicators/a.yaml": "indicator",
    "p/baselines/b.yaml": "baseline",
    "organisations.yaml": "organisations",
    "frameworks/f.yaml": "framework",
    "boards/B.yaml": "board",
    "p/registers/a.yaml": "register",
    "p/assessments/a.yaml": "assessment",
    "glossary.yaml": "glossary",
}

CANNOT_TELL = {
    ("every meetings", "0"): "to an editor it is a whole number",
    ("every meetings", "1001"): "to an editor it is a whole number",
    ("file name", "other"): "a schema does not know the file's name",
    ("id", '"a\\n"'): "to Python `$` is before a last line end too, unlike to the JavaScript of editors",
    ("number", "1.0"): "to an editor it is the number 1",
    ("number", "1e3"): "to an editor it is the number 1000",
    ("number", "+1"): "to an editor it is the number 1",
    **{
        (kind, text): "to an editor it is a number"
        for kind in ("decimal", "decimal or no-target", "decimal or pending", "decimal or unquantified")
        for text in ("1e3", ".nan", ".inf", "+1", "010", "5.", "1234567890123456")
    },
    ("unit", "'%'"): "a schema does not know what else is percent",
    ("unit", "Percent"): "a schema does not know what else is percent",
    ("unit", "per cent"): "a schema does not know what else is percent",
    ("truth", "True"): "to an editor it is true",
    ("version", "01"): "to an editor it is the number 1",
    ("version", "1.0"): "to an editor it is the number 1",
    ("many", LONG.strip("«»")): "no editor counts them",
    ("conditions", LONG_CONDITIONS.strip("«»")): "no editor counts them",
    ("texts or supports", LONG_TEXTS.strip("«»")): "no editor counts them",
    ("no frameworks", LONG_TEXTS.strip("«»")): "no editor counts them",
}
"""What genderplan refuses and the schema here does not, and why."""


def fields(kind: Mapping) -> Iterable[tuple[str, str]]:
    """Each key with its type."""
    return (kind.required | kind.optional).items()


def marks_of(kind: Mapping, keys: dict[str, str]) -> bool:
    """Whether an editor marks anything in a file with these keys."""
    text = kind.written(keys).replace("«", "").replace("»", "")
    return is_refused(KINDS[kind.file], read_as_an_editor(text))


@for_each("name", MAPPINGS)
def test_takes(name: str) -> None:
    kind = MAPPINGS[name]
    for key, good in ((key, good) for key, type_ in fields(kind) for good in GOOD[type_]):
        indented = good.replace("\n    ", "\n    " + " " * kind.indent)
        assert not marks_of(kind, kind.least | {key: indented}), f"{key}: {good}"


@for_each("name", MAPPINGS)
def test_refuses(name: str) -> None:
    kind = MAPPINGS[name]
    for key, type_, bad in ((key, each, bad) for key, each in fields(kind) for bad, _ in BAD[each]):
        can_tell = (type_, bad.strip("«»")) not in CANNOT_TELL
        assert marks_of(kind, kind.least | {key: bad}) == can_tell, f"{key}: {bad}"


@for_each("name", MAPPINGS)
def test_null_stands_for_a_key_that_may_be_left_out(name: str) -> None:
    kind = MAPPINGS[name]
    for key, absent in ((key, absent) for key, _ in fields(kind) for absent in ("", "~", "null")):
        assert marks_of(kind, kind.least | {key: absent}) == (key in kind.required), f"{key}: {absent}"


@for_each("name", MAPPINGS)
def test_misses_what_is_required(name: str) -> None:
    kind = MAPPINGS[name]
    for key in kind.required:
        left = {other: each for other, each in kind.least.items() if other != key}
        assert marks_of(kind, {"x-first": "y"} | left), key


@for_each("name", MAPPINGS)
def test_refuses_a_key_that_is_not_known(name: str) -> None:
    kind = MAPPINGS[name]
    for key in ("zzz", "y-x", "X-y", "''", "root", "extra", "titel"):
        assert marks_of(kind, kind.least | {key: "a"}), key


@for_each("name", MAPPINGS)
def test_takes_keys_of_one_s_own(name: str) -> None:
    kind = MAPPINGS[name]
    for key in ("x-", "x-y", "x-Größe", "'x-a b'", "x-title"):
        assert not marks_of(kind, kind.least | {key: "[a, {b: c}]"}), key


@for_each("name", MAPPINGS)
def test_refuses_an_empty_item(name: str) -> None:
    kind = MAPPINGS[name]
    for key in (key for key, type_ in fields(kind) if any("[x" in good for good in GOOD[type_])):
        assert marks_of(kind, kind.least | {key: "[x, null]"}), key


@pytest.mark.parametrize("id_", ["a", "a-b-1", "4", "10", "true", "1e3", "null-1"])
def test_takes_an_entry_of_a_baseline_by_any_id(id_: str) -> None:
    text = f"genderplan: 1\nentries:\n  {id_}: {{kind: action, title: A}}\n"
    assert not is_refused("baseline", read_as_an_editor(text))


@pytest.mark.parametrize("entry", ["A: {kind: action, title: A}", "a_b: {kind: action, title: A}", "a:", "a: x"])
def test_refuses_an_entry_of_a_baseline_that_is_none(entry: str) -> None:
    assert is_refused("baseline", read_as_an_editor(f"genderplan: 1\nentries:\n  {entry}\n"))


@pytest.mark.parametrize(
    "id_", ["HR", "hr", "DCC4", "HR-Director", "4", "a-", "A--b", "null-unit", "NO", "0x1F", "1e3"]
)
def test_takes_an_organisation_by_any_id(id_: str) -> None:
    assert not is_refused("organisations", read_as_an_editor(f"{id_}: {{}}\n"))


@pytest.mark.parametrize("id_", ["-HR", "H R", "H_R", "É", "H/R", "H.R.", "'H#R'", "''", "＆"])
def test_refuses_what_is_no_organisation_s_id(id_: str) -> None:
    assert is_refused("organisations", read_as_an_editor(f"HR: {{}}\n{id_}: {{}}\n"))


@pytest.mark.parametrize("value", ["", "null", "x", "[x]"])
def test_refuses_an_organisation_that_is_no_mapping(value: str) -> None:
    assert is_refused("organisations", read_as_an_editor(f"HR: {value}\n"))
