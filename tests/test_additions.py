"""What docs/architecture.md says that additions touch: each is made in a copy of the program, and works there.

An addition is a patch in tests/additions, small and whole. Where one applies no longer, the place that it names has
moved: `git apply --3way` it, mend what is in the way, write `git diff --cached -U1` over it, and undo.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from repositories import a_year

ADDITIONS = Path(__file__).parent / "additions"
SOURCE = Path(__file__).parents[1] / "src"
ARCHITECTURE = (Path(__file__).parents[1] / "docs/architecture.md").read_text(encoding="utf-8")
_EXAMPLES = "manual/examples/"
PLAN = "plans/careers-2025"
FILES = {
    "baselines/board-1.yaml": "genderplan: 1\ntaken: 2025-01\n"
    "entries: {grades: {kind: action, title: Review the grades, due: 2025-07}}\n",
}

_RUNS = """
import contextlib, io, json, sys
from genderplan.cli.app import run
said = []
for line in json.loads(sys.argv[1]):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = run(line.split())
    said.append((code, out.getvalue()))
print(json.dumps(said))
"""
"""Runs of several lines in one process: a start takes ten times as long as a run."""

Say = Callable[..., list[tuple[int, str]]]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small tree with a past and a baseline."""
    made = a_year(tmp_path_factory.mktemp("additions"))
    made.write({f"{PLAN}/{name}": text for name, text in FILES.items()})
    return made.folder


@pytest.fixture
def say(tmp_path: Path, plans: Path, request: pytest.FixtureRequest) -> Say:
    """What the program with an addition says to each of some lines."""
    shutil.copytree(SOURCE, tmp_path / "src")  # with what is compiled: times of files are kept
    patch = ADDITIONS / f"{request.param}.patch"
    subprocess.run(["git", "apply", patch], cwd=tmp_path, check=True, env=os.environ | {"GIT_DIR": os.devnull})
    env = os.environ | {"PYTHONPATH": str(tmp_path / "src"), "COLUMNS": "100"}

    def said(*lines: str, folder: Path = plans) -> list[tuple[int, str]]:
        """What each line answers, and its exit code."""
        done = subprocess.run(
            [sys.executable, "-c", _RUNS, json.dumps(lines)], cwd=folder, env=env, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return [(code, text) for code, text in json.loads(done.stdout)]

    return said


def touched(name: str) -> tuple[list[str], dict[str, int]]:
    """The new files of an addition, and the lines that it adds to each that was there.

    The `__init__.py` of a new folder is no file of its own where one line is all that it has.
    """
    patch = (ADDITIONS / f"{name}.patch").read_text(encoding="utf-8")
    new, lines = [], {}
    for part in patch.split("diff --git ")[1:]:
        path = part.partition(" b/src/genderplan/")[2].partition("\n")[0]
        count = len(re.findall(r"^\+(?!\+\+ )", part, re.MULTILINE))
        if "\nnew file mode" not in part:
            lines[path] = count
        elif count > 1 or not path.endswith("/__init__.py"):
            new.append(path)
    return new, lines


TOUCHED: dict[str, tuple[set[str], dict[str, int]]] = {
    "check": (
        set(),
        {"checks/rules/completeness.py": 12, "checks/__init__.py": 2, "findings.py": 1},
    ),
    "format": ({"formats/asciidoc.py"}, {"cli/options.py": 1}),
    "command": (
        {
            "cli/commands/outlook.py",
            "reports/outlook/result.py",
            "reports/outlook/page.py",
        },
        {"commands.py": 1},
    ),
    "key": (set(), {"kinds/entry/model.py": 6, "kinds/entry/rows.py": 2, "standing/records/items.py": 2}),
    "kind": (
        {"kinds/risk/model.py", "kinds/risk/rows.py"},
        {"source/kinds.py": 1, "plan/plans.py": 2, "reports/list/result.py": 7},
    ),
}
"""The new files of each, and the lines in files that were there, imports with them; a check's examples stand apart."""


TOLD = {
    "check": "a check",
    "format": "a format of all reports",
    "command": "a command",
    "key": "a key of an entry",
    "kind": "a kind of file",
}
"""What the table of docs/architecture.md calls each."""


@pytest.mark.parametrize("name", TOUCHED)
def test_what_an_addition_touches(name: str) -> None:
    new, lines = touched(name)
    assert ({path for path in new if not path.startswith(_EXAMPLES)}, lines) == TOUCHED[name]
    row = next(row for row in ARCHITECTURE.splitlines() if row.startswith(f"| {TOLD[name]} |"))
    assert row.split(" | ")[1:3] == [str(len(new)), str(len(lines))]
    assert [path for path in lines if f"`{path}`" not in row] == []


def test_every_addition_is_tried_and_told() -> None:
    assert {path.stem for path in ADDITIONS.glob("*.patch")} == TOUCHED.keys()


def added(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("say", [name], indirect=True, ids=[name])


@added("check")
def test_a_check_finds_and_explains(say: Say) -> None:
    (_, found), (code, page), (_, listed) = say("validate --notes", "explain GP605", "explain --format json")
    assert f"{PLAN}/actions/grades.yaml:1:1: note GP605 no output" in found
    assert code == 0
    assert "a matter of opinion" in page
    assert "output: Annual pay gap report" in page
    assert "GP605" in [each["code"] for each in json.loads(listed)["codes"]]


REPORTS = (
    "status",
    "list",
    "show grades",
    "slippage",
    "impact --critical",
    "history",
    "trend",
    "timeline",
    "validate",
    "check",
    "explain",
    "baseline list",
    "baseline show board-1",
)


@added("format")
def test_a_format_is_of_every_report(say: Say) -> None:
    said = say(*(f"{report} --format asciidoc" for report in REPORTS), "trend --help")
    for report, (code, text) in zip(REPORTS, said, strict=False):
        assert (code in {0, 1}, text[:2]) == (True, "= "), report
    assert "<table|text|json|svg|markdown|html|asciidoc>" in said[-1][1]
    assert "json, svg, markdown, html or asciidoc." in " ".join(said[-1][1].split())


@added("command")
def test_a_command_runs(say: Say) -> None:
    (_, helped), (code, table), (_, made), (_, page), (_, schema) = say(
        "--help", "outlook", "outlook --format json", "outlook --format markdown", "schema --output outlook"
    )
    assert "What comes next?" in helped
    assert code == 0
    assert "Put the policy to the board" in table
    document = json.loads(made)
    assert document["format"] == "genderplan/outlook"
    assert document["milestones"]
    assert page.startswith("# Outlook\n")
    assert document.keys() == json.loads(schema)["properties"].keys()


@added("key")
def test_a_key_is_read_listed_and_in_json(say: Say, plans: Path, tmp_path: Path) -> None:
    tree = with_file(plans, tmp_path, "actions/leave.yaml", "title: Leave\nbudget: GBP 900\n")
    (_, valid), (_, table), (_, made), (_, shown), (_, schema) = say(
        "validate",
        "list --columns id,budget --search Leave",
        "list --format json --search Leave",
        "show leave",
        "schema action",
        folder=tree,
    )
    assert "budget" not in valid
    assert "GBP 900" in table
    assert [each["budget"] for each in json.loads(made)["entries"] if each["entry"] == "leave"] == ["GBP 900"]
    assert "GBP 900" in shown
    assert json.loads(schema)["properties"]["budget"]["examples"] == ["GBP 12,000"]


@added("kind")
def test_a_kind_of_file_is_read_judged_and_listed(say: Say, plans: Path, tmp_path: Path) -> None:
    tree = with_file(plans, tmp_path, "risks/payroll.yaml", "title: Payroll moves\nowner: People\nlikely: yes\n")
    (code, judged), *_ = say("validate", folder=tree)
    assert code == 1
    assert f"{PLAN}/risks/payroll.yaml:3:1: error GP102" in judged
    with_file(tree, None, "risks/payroll.yaml", "title: Payroll moves\nowner: People\n")
    (code, _), (_, table), (_, made), (_, schema), (_, output) = say(
        "validate", "list risks", "list risks --format json", "schema risk", "schema --output risks", folder=tree
    )
    assert code == 0
    assert "Payroll moves" in table
    assert json.loads(made)["risks"] == [
        {
            "plan": "careers-2025",
            "id": "payroll",
            "title": "Payroll moves",
            "owner": "People",
            "file": f"{PLAN}/risks/payroll.yaml",
        }
    ]
    assert json.loads(schema)["required"] == ["title"]
    assert json.loads(output)["properties"].keys() == json.loads(made).keys()


def with_file(plans: Path, folder: Path | None, name: str, text: str) -> Path:
    """A copy of the plans, or with None the plans themselves, with one file more."""
    tree = plans if folder is None else shutil.copytree(plans, folder / "tree", ignore=shutil.ignore_patterns(".git"))
    path = tree / PLAN / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tree
