"""What a command imports is what it needs: the start is a budget, and each import of these takes longer than python."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from cli.company import company

HEAVY = {"dateutil", "rich", "slugify", "wcwidth", "yaml"}
"""Packages of others, less typer and pydantic, which typer itself imports on most runs from 0.29 on."""

PROGRAM = """\
import atexit, json, sys
def write():
    with open(sys.argv[1], "w") as file:
        json.dump(sorted(name for name, module in sys.modules.items() if module is not None), file)
atexit.register(write)
from genderplan.cli import app
from genderplan.cli.shell import completion
sys.exit(completion.answer(app.run) if sys.argv[2:] == ["asked"] else app.run(sys.argv[2:]))
"""

ONE_AFTER_ANOTHER = """\
import json, sys
from genderplan.cli.app import run
seen = []
for arguments in json.loads(sys.argv[2]):
    code = run(arguments)
    seen.append([code, sorted(sys.modules)])
with open(sys.argv[1], "w") as file:
    json.dump(seen, file)
"""
"""Each of many runs with what is imported after it, in one process: for what none of them may import."""


def under(package: str, *names: str) -> set[str]:
    """Modules of one of genderplan's packages, the package, and those that it is in."""
    parts = package.split(".")
    above = {".".join(("genderplan", *parts[:depth])) for depth in range(1, len(parts) + 1)}
    return above | {f"genderplan.{package}.{name}" for name in names}


START = {"genderplan", "genderplan.commands", "genderplan.errors", "genderplan.imports"} | (
    under("cli", "app", "options") | under("cli.shell", "completion")
)
FILTERS = under("cli", "filters") | under("cli.shell", "framework_completion", "vocabulary")
ASKING = START | under("cli.shell", "words")
FILES = {"genderplan.findings", "genderplan.text"} | under("source", "files", "kinds", "limits", "names", "walk")
NOUNS = under("reports.list", "nouns") | under("source", "kinds", "limits")
READER = under("source", "documents", "places") | under("source.yaml", "marks", "parser", "raw", "reader", "syntax")
STANDING = {"genderplan.findings", "genderplan.folding"} | (
    under("standing", "cycles", "days", "rag", "standings")
    | under("dates", "cycles", "forms", "lengths", "variance")
    | under("kinds.baseline", "rows")
    | under("kinds.entry", "cost_rows", "cycle_rows", "part_rows", "particular_rows", "rows")
    | under("kinds.shared", "answer_rows")
    | under("kinds.organisations", "rows")
    | under("kinds.plan", "rows")
    | under("kinds.shared", "support_rows")
    | under("plan", "approval", "items", "organisations", "plans")
    | under("plan.comparison", "pairing")
    | under("plan", "supports")
    | under("source", "places")
)
READING = {"genderplan.config", "genderplan.suggestions"} | (
    under("standing", "progress", "selection")
    | under("standing.filters", "criteria", "predicates", "spans", "units", "words")
    | under("standing.records", "items", "plans", "recording")
    | {"genderplan.decimals"}
    | under("cli", "output", "reading")
    | under("plan", "lookup")
    | under("kinds.baseline", "model")
    | under("kinds.entry", "completions", "cost", "model", "particulars", "parts", "planned")
    | under("kinds.organisations", "model")
    | under("kinds.plan", "duties", "model", "parts")
    | under(
        "kinds.shared",
        "answers",
        "comments",
        "contents",
        "cycles",
        "empty_keys",
        "fields",
        "known_keys",
        "mappings",
        "problems",
        "reading",
        "supports",
    )
    | under("kinds.indicator", "model", "numbers", "parts", "rows")  # what a baseline has of them
    | under("loading", "baselines", "kinds", "plans", "tree")
)
EVERYTHING = START | FILTERS | FILES | READER | STANDING | READING

PINNED: dict[str, tuple[set[str], set[str]]] = {
    "--version": (START, set()),
    "--help": (START, set()),
    "status --help": (START | FILTERS | under("cli.commands", "status"), set()),
    "list --format json": (
        EVERYTHING
        | under("cli.commands", "list")
        | under("reports.list", "columns", "nouns", "result")
        | under("standing", "updates")
        | under("kinds.framework", "rows")
        | under("plan", "subjects")
        | under("kinds.board", "meeting_rows", "rows")
        | under("kinds.register", "rows")
        | under("plan", "reviews")
        | under("standing.records", "assessments", "boards", "frameworks", "indicators", "registers")
        | under("formats", "json"),
        {"dateutil", "yaml"},
    ),
    "status": (
        EVERYTHING
        | under("cli.commands", "status")
        | under("page", "words")
        | under("reports.status", "objectives", "progress", "result", "text", "words")
        | under("reports.status.measures", "records")
        | under("terminal", "fitting", "items", "layout", "screen"),
        {"dateutil", "yaml"},
    ),
}
"""By command: genderplan's own modules, and those of the heavy packages."""

ASKED: dict[str, tuple[set[str], set[str]]] = {
    "": (ASKING, set()),
    "sta": (ASKING, set()),
    "list --for": (ASKING | FILTERS | under("cli.commands", "list") | NOUNS, set()),
    "schema --out": (
        ASKING
        | under("cli.shell", "vocabulary")
        | under("cli.commands", "schema")
        | under("source", "kinds", "limits"),
        set(),
    ),
    "status --plan ": (ASKING | FILTERS | FILES | under("cli.commands", "status"), set()),
    "show pay/": (ASKING | FILTERS | FILES | under("cli.commands", "show"), set()),
    "show pub": (ASKING | FILTERS | FILES | READER | under("cli.commands", "show"), {"yaml"}),
    "show publish-gap#": (ASKING | FILTERS | FILES | READER | under("cli.commands", "show"), {"yaml"}),
    "list --lead ": (
        ASKING | FILTERS | FILES | READER | under("cli.commands", "list") | NOUNS,
        {"yaml"},
    ),
    "list --objective ": (
        ASKING | FILTERS | FILES | READER | under("cli.commands", "list") | NOUNS,
        {"yaml"},
    ),
    "list --status ": (
        ASKING | FILTERS | under("standing", "rag") | under("cli.commands", "list") | NOUNS,
        set(),
    ),
}
"""The same by the line of a shell that asks for completion."""


def imported(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> set[str]:
    """The modules that a run has imported when it ends."""
    written = folder / "modules.json"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(written), *arguments],
        cwd=folder,
        env=os.environ | (environment or {}),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in {0, 1}, done.stderr
    return set(json.loads(written.read_text(encoding="utf-8")))


def imported_by_each(folder: Path, runs: Sequence[Sequence[str]]) -> list[tuple[int, set[str]]]:
    """The exit code of each run, and the modules that it and those before it have imported."""
    written = folder / "modules.json"
    command = [sys.executable, "-c", ONE_AFTER_ANOTHER, str(written), json.dumps(runs)]
    subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, check=True, timeout=60)
    return [(code, set(names)) for code, names in json.loads(written.read_text(encoding="utf-8"))]


def is_as_pinned(imports: set[str], pinned: tuple[set[str], set[str]]) -> None:
    """Fail with what differs."""
    found = {name for name in imports if name.partition(".")[0] == "genderplan"} | (imports & HEAVY)
    wanted = pinned[0] | pinned[1]
    differs = [f"+ {name}" for name in sorted(found - wanted)] + [f"- {name}" for name in sorted(wanted - found)]
    assert not differs, (
        "what is imported has changed; where a command needs it, write it into tests/cli/test_imports.py, "
        "else import it in the function that does: " + ", ".join(differs)
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return company(tmp_path_factory.mktemp("company")).parent


@pytest.mark.parametrize("line", PINNED)
def test_a_command_imports_what_is_pinned_here(line: str, folder: Path) -> None:
    is_as_pinned(imported(folder, *line.split()), PINNED[line])


@pytest.mark.parametrize("line", ASKED, ids=repr)
def test_completion_imports_what_is_pinned_here(line: str, folder: Path) -> None:
    fish = {"_GENDERPLAN_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    fish["_TYPER_COMPLETE_ARGS"] = f"genderplan {line}"
    is_as_pinned(imported(folder, "asked", environment=fish), ASKED[line])


def test_a_change_is_told_by_name() -> None:
    with pytest.raises(AssertionError, match=r"\+ genderplan\.new, \+ rich, - genderplan\.gone, - yaml"):
        is_as_pinned({"genderplan.new", "rich", "os", "pydantic"}, ({"genderplan.gone"}, {"yaml"}))


def test_the_version_by_import_time(folder: Path) -> None:
    """The installed command itself, not only `run`."""
    command = str(Path(sys.executable).with_name("genderplan"))
    done = subprocess.run(
        [sys.executable, "-X", "importtime", command, "--version"],
        cwd=folder,
        capture_output=True,
        check=True,
        text=True,
    )
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    is_as_pinned(names, (START | under("cli", "start"), set()))


FOR_MACHINES = [
    ("list", "--format", "json"),
    ("list", "milestones", "--format", "json", "--sort", "due"),
    ("list", "organisations", "--format", "json"),
    ("status", "--format", "json"),
    ("show", "pay", "--format", "json"),
    ("slippage", "--format", "json"),
    ("impact", "--format", "json"),
    ("impact", "--critical", "--format", "json"),
    ("impact", "publish-gap#report", "--why", "--format", "json"),
    ("timeline", "--format", "json"),
    ("validate", "--format", "json"),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("check", "--format", "sarif"),
    ("check", "--format", "junit"),
    ("baseline", "list", "--format", "json"),
    ("baseline", "show", "board-1", "--format", "json"),
]


def test_machine_formats_import_no_rich(folder: Path) -> None:
    found = imported_by_each(folder, FOR_MACHINES)
    assert {code for code, _ in found} == {0, 1}
    assert [line for line, (_, names) in zip(FOR_MACHINES, found, strict=True) if "rich" in names] == []
    assert "genderplan.kinds.entry.model" in found[0][1]


def test_where_there_are_no_boards_none_are_held_against_what_they_were(folder: Path, tmp_path: Path) -> None:
    before = shutil.copytree(folder, tmp_path / "before")
    names = imported(folder, "validate", "--against", str(before / "plans"))
    assert "genderplan.checks.gate.table" in names
    assert [name for name in names if "gate.boards" in name or "board.rows" in name] == []


def test_a_table_does_import_rich(folder: Path) -> None:
    """What the tests above look for is there to be found."""
    assert {"rich", "yaml"} <= imported(folder, "list", environment={"FORCE_COLOR": "1"})
