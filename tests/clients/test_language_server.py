"""The language server of YAML editors, with our schemas: what somebody sees who writes a plan in one."""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cli_runner import call
from clients.finding import node_modules, program
from clients.language_server import LanguageServer
from genderplan.findings import CODES, OF_ACCEPTANCES
from genderplan.schemas.files import schema_of
from genderplan.source.kinds import Kind
from schemas.editor import EXAMPLES, PLANS, files_of, is_refused, read_as_an_editor

SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}
"""An editor's own settings, but for the schemas that it would fetch."""

HALF_WRITTEN = """\
title: To publish the pay gap by grade
lead: HR
due: 2025-13
milestone:
  - id: report
source: {document: board-paper}

"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """A server in a folder with our schemas beside a tree of plans."""
    folder = tmp_path_factory.mktemp("repository")
    command = [program("node"), str(node_modules("yaml-language-server") / "bin" / "yaml-language-server"), "--stdio"]
    assert call("schema", "--all", "schemas", cwd=folder).code == 0
    with LanguageServer(command, folder, SETTINGS) as started:
        yield started


def with_modeline(kind: str, file: str, text: str) -> str:
    """A file's text under the comment that names its schema, by the path from the file."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json\n{text}"


_NUMBERS = count(1)


class Opened(NamedTuple):
    """A file that is open in the editor, and what the server says of it."""

    name: str
    diagnostics: list[dict[str, Any]]


BY_KEYS = {"organisations", "glossary"}
"""Files whose keys are ids: what is completed stands under one."""


def opened(server: LanguageServer, kind: str, text: str) -> Opened:
    """A new file of a kind with this text."""
    name = f"plans/pay/{kind}-{next(_NUMBERS)}.yaml"
    return Opened(name, server.open({name: with_modeline(kind, name, text)})[name])


def test_completes_the_keys_of_an_action(server: LanguageServer) -> None:
    offered = server.completions(opened(server, "action", HALF_WRITTEN).name, 8, 1)
    assert {"milestones", "updates", "objective", "partners", "note"} <= set(offered)
    assert not {"title", "lead", "due"} & set(offered)


@pytest.mark.parametrize("kind", Kind)
def test_completes_every_key_of_every_kind_of_file(kind: str, server: LanguageServer) -> None:
    schema = schema_of(kind)
    text, line, column = ("HR:\n  \n", 3, 3) if kind in BY_KEYS else ("\n", 2, 1)
    keys = schema.get("properties") or next(iter(schema["patternProperties"].values()))["properties"]
    assert set(keys) <= set(server.completions(opened(server, kind, text).name, line, column))


@pytest.mark.parametrize(
    ("kind", "text", "line", "column", "offered"),
    [
        ("action", "title: A\nmilestones:\n  - \n", 4, 5, {"id", "title", "due", "depends_on", "revisions"}),
        ("action", "title: A\npartners:\n  - \n", 4, 5, {"organisation", "role"}),
        ("action", "title: A\ncancelled:\n  \n", 4, 3, {"date", "reason"}),
        ("plan", "title: A\nstate: \n", 3, 8, {"draft", "approved", "closed"}),
        ("plan", "title: A\naccept:\n  - code: \n", 4, 11, {code for code in CODES if code >= "GP2"} - OF_ACCEPTANCES),
        ("organisations", "HR:\n  kind: \n", 3, 9, {"unit", "post", "person", "partner", "board"}),
        ("organisations", "HR:\n  holders:\n    - \n", 4, 7, {"name", "acting", "from", "to"}),
        ("baseline", "genderplan: 1\nentries:\n  a:\n    \n", 5, 5, {"kind", "title", "milestones"}),
    ],
)
def test_completes_within(
    kind: str, text: str, line: int, column: int, offered: set[str], server: LanguageServer
) -> None:
    assert offered <= set(server.completions(opened(server, kind, text).name, line, column))


@pytest.mark.parametrize(
    ("line", "column", "key", "example"),
    [
        (3, 2, "lead", "HR"),
        (4, 1, "due", "2025-06"),
        (7, 3, "source", "document: board-paper\nplace: Objective 1, action 1"),
    ],
)
def test_explains_a_key(line: int, column: int, key: str, example: str, server: LanguageServer) -> None:
    shown = server.hover(opened(server, "action", HALF_WRITTEN).name, line, column)
    assert shown.startswith(f"#### {key.capitalize()}\n\n{schema_of('action')['properties'][key]['description']}\n")
    assert f"```yaml\n{example}\n```" in shown


def test_marks_what_is_wrong_where_it_stands(server: LanguageServer) -> None:
    found = opened(server, "action", HALF_WRITTEN).diagnostics
    places = {
        (each["range"]["start"]["line"] + 1, each["range"]["start"]["character"] + 1): each["message"] for each in found
    }
    ends = {each["range"]["end"]["character"] + 1 for each in found}
    assert places == {
        (4, 6): "A date is YYYY, YYYY-Qn, YYYY-spring (summer, autumn, winter), FYyyyy-yy, FYyyyy-yy-Qn, "
        "AYyyyy-yy, YYYY-MM or YYYY-MM-DD.",
        (5, 1): "Property milestone is not allowed.",
    }
    assert ends == {13, 10}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: ' '\n", "Blank text"),
        ("title: [A]\n", "Incorrect type"),
        ("lead: HR\n", 'Missing property "title"'),
        ("title: A\nmilestones:\n  - {id: A_1, title: B}\n", "An id is made of"),
        ("title: A\nmilestones:\n  - {id: a, title: B, duration: long}\n", "A length is"),
        ("title: A\norder: first\n", "A whole number"),
        ("title: A\ninputs: [HR, null]\n", "Incorrect type"),
        ("title: A\ninputs: [HR, {text: x, date: y}]\n", "Property date is not allowed"),
    ],
)
def test_says_what_is_wrong(text: str, message: str, server: LanguageServer) -> None:
    [found] = opened(server, "action", text).diagnostics
    assert message in found["message"]


def marked(server: LanguageServer, roots: Mapping[str, Path]) -> dict[str, list[str]]:
    """What the server says of the files of trees, by the folders in which they are shown, where it says anything."""
    texts = {
        f"{folder}/{name}": with_modeline(kind, f"{folder}/{name}", (root / name).read_text(encoding="utf-8"))
        for folder, root in roots.items()
        for name, kind in files_of(root).items()
    }
    assert len(texts) > len(roots)
    return {name: [each["message"] for each in found] for name, found in server.open(texts).items() if found}


def test_marks_nothing_in_any_shipped_file(server: LanguageServer) -> None:
    assert marked(server, {"shipped": PLANS}) == {}


def test_marks_nothing_in_any_mended_example(server: LanguageServer) -> None:
    roots = {tree.name: tree / "good" for tree in EXAMPLES.iterdir() if (tree / "good").is_dir()}
    assert marked(server, roots) == {}


def test_marks_in_bad_examples_what_a_schema_can_tell(server: LanguageServer) -> None:
    """The server and the jsonschema package are of one mind about every file that both can read."""
    roots = {f"bad/{tree.name}": tree / "bad" for tree in EXAMPLES.iterdir() if tree.name >= "GP1"}
    told = {
        f"{folder}/{name}"
        for folder, root in roots.items()
        for name, kind in files_of(root).items()
        if is_refused(kind, read_as_an_editor((root / name).read_bytes()))
    }
    assert len(told) >= 9
    assert marked(server, roots).keys() == told


@pytest.mark.parametrize("word", ["NO", "2003", "010", "0x1F", "1e3", "true", ".nan", "12:30", "2003-10-01"])
def test_marks_no_text_that_yaml_takes_for_something_else(word: str, server: LanguageServer) -> None:
    text = f"title: {word}\nlead: {word}\ntags: [{word}]\nnote: {word}\nobjective: {word}\n"
    assert opened(server, "action", text).diagnostics == []


def test_the_line_that_names_the_schema_is_what_the_server_goes_by(server: LanguageServer) -> None:
    line = with_modeline("plan", "a/b/without.yaml", "")
    assert line == "# yaml-language-server: $schema=../../schemas/plan.schema.json\n"
    found = server.open({"a/b/without.yaml": "zzz: 1\n", "a/b/with.yaml": f"{line}zzz: 1\n"})
    assert found["a/b/without.yaml"] == []
    assert len(found["a/b/with.yaml"]) == 3
