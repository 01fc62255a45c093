"""Each field of each kind of mapping: its schema takes what the field takes and, where it can tell, refuses the rest."""

import pytest

from model.file_kinds import BAD, GOOD, MAPPINGS, Mapping
from schemas.editor import is_refused, read_as_an_editor

FIELDS = [(name, key) for name, kind in MAPPINGS.items() for key in (kind.required | kind.optional)]
KINDS = {
    "p/plan.yaml": "plan",
    "p/actions/a.yaml": "action",
    "p/projects/a.yaml": "project",
    "p/baselines/b.yaml": "baseline",
    "organisations.yaml": "organisations",
}

CANNOT_TELL = {
    ("file name", "other"): "a schema does not know the file's name",
    ("id", '"a\\n"'): "to Python `$` is before a last line end too, unlike to the JavaScript of editors",
    ("number", "1.0"): "to an editor it is the number 1",
    ("number", "1e3"): "to an editor it is the number 1000",
    ("number", "+1"): "to an editor it is the number 1",
    ("truth", "True"): "to an editor it is true",
    ("version", "01"): "to an editor it is the number 1",
    ("version", "1.0"): "to an editor it is the number 1",
}
"""What genderplan refuses and the schema here does not, and why."""


def marks_of(kind: Mapping, keys: dict[str, str]) -> bool:
    """Whether an editor marks anything in a file with these keys."""
    text = kind.written(keys).replace("«", "").replace("»", "")
    return is_refused(KINDS[kind.file], read_as_an_editor(text))


@pytest.mark.parametrize(("name", "key"), FIELDS)
def test_takes(name: str, key: str) -> None:
    kind = MAPPINGS[name]
    for good in GOOD[(kind.required | kind.optional)[key]]:
        indented = good.replace("\n    ", "\n    " + " " * kind.indent)
        assert not marks_of(kind, kind.least | {key: indented}), good


@pytest.mark.parametrize(("name", "key"), FIELDS)
def test_refuses(name: str, key: str) -> None:
    kind = MAPPINGS[name]
    type_ = (kind.required | kind.optional)[key]
    for bad, _ in BAD[type_]:
        can_tell = (type_, bad.strip("«»")) not in CANNOT_TELL
        assert marks_of(kind, kind.least | {key: bad}) == can_tell, bad


@pytest.mark.parametrize(("name", "key"), FIELDS)
@pytest.mark.parametrize("absent", ["", "~", "null"])
def test_null_stands_for_a_key_that_may_be_left_out(name: str, key: str, absent: str) -> None:
    kind = MAPPINGS[name]
    assert marks_of(kind, kind.least | {key: absent}) == (key in kind.required)


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, kind in MAPPINGS.items() for key in kind.required])
def test_misses_what_is_required(name: str, key: str) -> None:
    kind = MAPPINGS[name]
    assert marks_of(kind, {"x-first": "y"} | {other: each for other, each in kind.least.items() if other != key})


@pytest.mark.parametrize("name", MAPPINGS)
@pytest.mark.parametrize("key", ["zzz", "y-x", "X-y", "''", "root", "extra", "titel"])
def test_refuses_a_key_that_is_not_known(name: str, key: str) -> None:
    kind = MAPPINGS[name]
    assert marks_of(kind, kind.least | {key: "a"})


@pytest.mark.parametrize("name", MAPPINGS)
@pytest.mark.parametrize("key", ["x-", "x-y", "x-Größe", "'x-a b'", "x-title"])
def test_takes_keys_of_one_s_own(name: str, key: str) -> None:
    kind = MAPPINGS[name]
    assert not marks_of(kind, kind.least | {key: "[a, {b: c}]"})


LISTS = [
    (name, key)
    for name, key in FIELDS
    if any("[x" in each for each in GOOD[(MAPPINGS[name].optional | MAPPINGS[name].required)[key]])
]


@pytest.mark.parametrize(("name", "key"), LISTS)
def test_refuses_an_empty_item(name: str, key: str) -> None:
    kind = MAPPINGS[name]
    assert marks_of(kind, kind.least | {key: "[x, null]"})


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
