"""What a command imports is what it needs: the start is a budget, and each import of these takes longer than python."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.company import company

HEAVY = ("rich", "pydantic", "yaml", "genderplan.model.kinds")


def imported(folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> set[str]:
    """The heavy modules that a run has imported when it ends."""
    program = (
        "import sys, json\n"
        "from genderplan.cli.app import run\n"
        f"code = run({list(arguments)!r})\n"
        f"print(json.dumps([code, [name for name in {HEAVY!r} if name in sys.modules]]), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=os.environ | (environment or {}),
        capture_output=True,
        check=True,
        timeout=60,
        text=True,
    )
    code, names = json.loads(done.stderr.splitlines()[-1])
    assert code in {0, 1}
    return set(names)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return company(tmp_path_factory.mktemp("company")).parent


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("-h",)])
def test_the_start_needs_neither_rich_nor_models_nor_yaml(arguments: tuple[str, ...], folder: Path) -> None:
    assert imported(folder, *arguments) <= {"pydantic"}  # typer's own, from 0.29 on


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
    assert "genderplan.cli.app" in names
    assert not names & {"rich", "yaml", "genderplan.model.kinds", "genderplan.loading", "genderplan.views.screen"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--format", "json"),
        ("list", "milestones", "--format", "json", "--sort", "due"),
        ("list", "organisations", "--format", "json"),
        ("status", "--format", "json"),
        ("show", "pay", "--format", "json"),
        ("slippage", "--format", "json"),
        ("timeline", "--format", "json"),
        ("validate", "--format", "json"),
        ("check", "--format", "json"),
        ("check", "--format", "github"),
        ("baseline", "list", "--format", "json"),
        ("baseline", "show", "board-1", "--format", "json"),
    ],
    ids=" ".join,
)
def test_machine_formats_import_no_rich(arguments: tuple[str, ...], folder: Path) -> None:
    names = imported(folder, *arguments)
    assert "rich" not in names
    assert "genderplan.model.kinds" in names


def test_a_table_does_import_rich(folder: Path) -> None:
    """What the tests above look for is there to be found."""
    assert {"rich", "yaml"} <= imported(folder, "list", environment={"FORCE_COLOR": "1"})
