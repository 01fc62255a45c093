"""The documentation is true: its commands print what it says, its YAML loads, its Python runs, its links lead on.

`WRITE_DOCS=1 pytest tests/test_docs.py` writes what the commands print into the pages.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from genderplan.api import load_tree, validate
from genderplan.findings import SEVERITIES

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    return [text for found, text in BLOCK.findall(page.read_text(encoding="utf-8")) if found == language]


def printed(command: str) -> str:
    """What a command prints, run as a reader of the page would, in 80 columns."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GENDERPLAN")}
    environment |= {"COLUMNS": "80", "PYTHONUTF8": "1", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    run = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr


def as_run(block: str) -> str:
    """A console block with what its commands print now."""
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{printed(command)}" for command in commands)


CONSOLE = [(page, block) for page in PAGES if page.name != "CONTRIBUTING.md" for block in blocks(page, "console")]


@pytest.mark.parametrize(("page", "block"), CONSOLE, ids=[f"{p.name}-{b[2:50].splitlines()[0]}" for p, b in CONSOLE])
def test_commands_print_what_the_page_says(page: Path, block: str) -> None:
    now = as_run(block)
    if os.environ.get("WRITE_DOCS"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(f"```console\n{block}```", f"```console\n{now}```"), encoding="utf-8")
        return
    assert block == now, "WRITE_DOCS=1 pytest tests/test_docs.py writes it anew"


def test_the_readme_begins_with_two_commands_that_need_nothing() -> None:
    first, second = blocks(ROOT / "README.md", "sh")
    assert shlex.split(first)[-2:] == [".venv/bin/genderplan", "status"]
    assert "pytest" in second
    fenced = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [language for language, _ in fenced[:2]] == ["sh", "sh"]


def test_the_format_page_shows_a_valid_plan(tmp_path: Path) -> None:
    """Each YAML block of the page begins with the path of its file; together they are a tree."""
    shown = blocks(ROOT / "docs" / "plan-format.md", "yaml")
    assert len(shown) >= 5
    for block in shown:
        path = tmp_path / re.match(r"# (\S+\.yaml)", block)[1]  # type: ignore[index]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    tree = load_tree(tmp_path / "plans")
    found = validate(tree)
    assert found.findings == ()
    assert found.summary.files == len(shown)


def test_the_findings_page_has_every_code_with_its_severity() -> None:
    text = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| (GP\d{3}) \| (\w+) \|", text, re.MULTILINE))
    assert listed == {code: severity.value for code, severity in SEVERITIES.items()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_python_of_the_readme_runs() -> None:
    [code] = blocks(ROOT / "README.md", "python")
    names: dict[str, object] = {}
    exec(code.replace('"plans"', repr(str(ROOT / "plans"))), names)
    assert names["moved"] == 9
    assert len(names["overdue"]) == 6  # type: ignore[arg-type]
