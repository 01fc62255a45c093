"""`genderplan schema`: prints or writes schemas."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest

from cases import for_each
from cli_runner import call, run
from genderplan.schemas.files import all_schemas, as_text, schema_of
from genderplan.schemas.outputs import DOCUMENTS, output_schema
from genderplan.source.kinds import Kind


@pytest.mark.parametrize("kind", Kind)
def test_prints_the_schema_of_a_kind(kind: str) -> None:
    result = call("schema", kind)
    assert (result.code, result.err) == (0, "")
    assert result.out == as_text(schema_of(kind))
    assert result.out.endswith("\n}\n")


@for_each("name", DOCUMENTS)
def test_prints_the_schema_of_an_output(name: str) -> None:
    result = call("schema", "--output", name)
    assert (result.code, result.err) == (0, "")
    assert result.json == output_schema(name)


def test_the_installed_command_needs_no_tree(tmp_path: Path) -> None:
    result = run("schema", "plan", cwd=tmp_path)
    assert (result.code, result.err) == (0, "")
    assert result.json["$id"] == "urn:genderplan:schema:plan:1"


def test_text_that_an_encoding_lacks_is_spelled_out() -> None:
    result = call("schema", "action", encoding="ascii")
    assert result.json == schema_of("action")


def test_writes_all_kinds_and_later_only_what_differs(tmp_path: Path) -> None:
    written = call("schema", "--all", "editor/schemas", cwd=tmp_path)
    assert (written.code, written.err) == (0, "")
    assert written.lines == [f"editor/schemas/{kind}.schema.json" for kind in Kind]
    folder = tmp_path / "editor" / "schemas"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == all_schemas()

    (folder / "plan.schema.json").write_text("{}", encoding="utf-8")
    (folder / "baseline.schema.json").unlink()
    untouched = (folder / "action.schema.json").stat().st_mtime_ns
    again = call("schema", "--all", "editor/schemas", cwd=tmp_path)
    assert again.lines == ["editor/schemas/plan.schema.json", "editor/schemas/baseline.schema.json"]
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == all_schemas()
    assert (folder / "action.schema.json").stat().st_mtime_ns == untouched
    assert call("schema", "--all", "editor/schemas", cwd=tmp_path).out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("action", "--all", "schemas"),
        ("action", "--output", "status"),
        ("--all", "schemas", "--output", "status"),
        ("plan", "--all", ""),
    ],
)
def test_one_thing_at_a_time(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = call("schema", *arguments, cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"genderplan: name a kind of file, or give --all DIR, or --output NAME; the kinds are {', '.join(Kind)}\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (("actions",), ", ".join(f"'{kind}'" for kind in Kind)),
        (("--output", "action"), ", ".join(f"'{name}'" for name in DOCUMENTS)),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(arguments: tuple[str, ...], known: str) -> None:
    result = call("schema", *arguments)
    assert (result.code, result.out) == (2, "")
    assert f"'{arguments[-1]}' is not one of {known}." in result.err


def test_a_folder_without_a_name_is_refused(tmp_path: Path) -> None:
    result = call("schema", "--all", "", cwd=tmp_path)
    assert (result.code, result.out, result.err) == (2, "", "genderplan: --all needs a folder\n")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_folder_s_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("mine", encoding="utf-8")
    result = call("schema", "--all", "schemas", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("genderplan: schemas/plan.schema.json cannot be written: ")
    assert (tmp_path / "schemas").read_text(encoding="utf-8") == "mine"


def test_a_folder_in_a_file_s_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "plan.schema.json").mkdir()
    result = call("schema", "--all", ".", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err == "genderplan: plan.schema.json is there already: nothing was written\n"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine", encoding="utf-8")
    (tmp_path / "plan.schema.json").symlink_to("elsewhere")
    assert call("schema", "--all", ".", cwd=tmp_path).code == 2
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "plan.schema.json").write_text("mine", encoding="utf-8")
    with patch.object(Path, "read_bytes", side_effect=PermissionError(13, "Permission denied")):
        result = call("schema", "--all", ".", cwd=tmp_path)
    assert (result.code, result.err) == (2, "genderplan: plan.schema.json cannot be read: Permission denied\n")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.schema.json"]


def test_the_help_has_examples_that_run(tmp_path: Path) -> None:
    lines = call("schema", "--help").lines
    examples = [line.split()[1:] for line in lines if line.startswith("    genderplan ")]
    assert len(examples) == 3
    for arguments in examples:
        result = call(*arguments, cwd=tmp_path)
        assert (result.code, result.err) == (0, "")
        assert result.out


def test_the_published_schemas_are_json() -> None:
    folder = Path(__file__).parents[2] / "docs" / "schemas"
    read = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()}
    assert read == {f"{name}.schema.json": output_schema(name) for name in DOCUMENTS}
