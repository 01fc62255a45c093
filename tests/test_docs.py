"""The documentation is true: its commands print what it says, its YAML loads, its Python runs, its links lead on.

`WRITE_DOCS=1 pytest tests/test_docs.py tests/test_tutorial.py` writes what the commands print into the pages.
"""

import json
import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from cli_runner import call, printed
from docs_blocks import MEND, ROOT, WRITES, Step, blocks, commands, fenced, run, written
from genderplan.api import check, load_tree, validate
from genderplan.findings import CODES
from repositories import tell_a_year, two_drafts

PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
ELSEWHERE = {"CONTRIBUTING.md", "tutorial.md"}
"""Pages whose commands are not about the plans of this repository; the tutorial has a test of its own."""

OVER_TIME = {"history.md"}
"""Pages whose commands ask what plans were before."""

CONSOLE = [(page, block) for page in PAGES if page.name not in ELSEWHERE for block in blocks(page, "console")]


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the two drafts as two commits, and after them of an invented company's year."""
    made = two_drafts(tmp_path_factory.mktemp("dated"))
    tell_a_year(made)
    return made.folder


def steps(typed: list[str], folder: Path) -> list[Step]:
    """Commands and what they print; no shell is needed where they are all our own and have no signs of one."""
    if any(not line.startswith("genderplan ") or re.search(r"[|&;<>$*\\]", line) for line in typed):
        return run(typed, folder)
    return [Step(line, printed(*shlex.split(line)[1:], cwd=folder)) for line in typed]


@pytest.mark.parametrize(("page", "block"), CONSOLE, ids=[f"{p.name}-{b[2:50].splitlines()[0]}" for p, b in CONSOLE])
def test_commands_print_what_the_page_says(page: Path, block: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue("dated") if page.name in OVER_TIME else ROOT
    now = "".join(map(str, steps(commands(block), folder)))
    if WRITES:
        written(page, block, now)
    else:
        assert block == now, MEND


def test_the_readme_begins_with_two_commands_that_need_nothing() -> None:
    first, second = blocks(ROOT / "README.md", "sh")[:2]
    assert shlex.split(first)[-2:] == [".venv/bin/genderplan", "status"]
    assert "pytest" in second
    assert [language for language, _ in fenced(ROOT / "README.md")[:2]] == ["sh", "sh"]


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
    judged = check(tree, date(2025, 1, 15))
    assert judged.findings == ()
    assert [each.finding.code for each in judged.accepted] == ["GP501"]


def test_the_findings_page_has_every_code_with_its_severity() -> None:
    text = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| (GP\d{3}) \| (\w+) \|", text, re.MULTILINE))
    assert listed == {code: each.severity.value for code, each in CODES.items()}


def test_the_settings_for_editors_give_each_file_its_schema(tmp_path: Path) -> None:
    [settings] = blocks(ROOT / "docs" / "editors.md", "json")
    [schemas_anew] = blocks(ROOT / "docs" / "editors.md", "sh")
    start = ["genderplan init --plan pay", 'genderplan new indicator "Senior posts" --folder deep']
    start += ["genderplan baseline save board-1", "rm -r plans/.schemas"]
    run([*start, schemas_anew.strip()], tmp_path)
    schemas = json.loads(settings)["yaml.schemas"]
    assert sorted(schemas) == sorted(str(path.relative_to(tmp_path)) for path in tmp_path.glob("plans/.schemas/*"))
    given = {
        str(path.relative_to(tmp_path)): Path(schema).name.removesuffix(".schema.json")
        for schema, files in schemas.items()
        for path in tmp_path.glob(files)
    }
    assert given == {
        "plans/organisations.yaml": "organisations",
        "plans/pay/actions/publish-pay-gap.yaml": "action",
        "plans/pay/indicators/deep/senior-posts.yaml": "indicator",
        "plans/pay/baselines/board-1.yaml": "baseline",
        "plans/pay/plan.yaml": "plan",
        "plans/pay/projects/return-to-work.yaml": "project",
    }


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


def test_the_tree_of_the_readme_is_what_its_commands_make(tmp_path: Path) -> None:
    own = (ROOT / "README.md").read_text(encoding="utf-8").partition("## A plan of your own")[2]
    lines, shown = (block.splitlines() for block in re.findall(r"^```\n(.*?)^```$", own, re.MULTILINE | re.DOTALL)[:2])
    for line in lines:
        done = call(*shlex.split(re.split(r"  +", line)[0])[1:], cwd=tmp_path)
        assert done.code == 0, done.err
    made = {path.relative_to(tmp_path / "plans").as_posix() for path in (tmp_path / "plans").rglob("*.yaml")}
    assert made == {line.split()[0] for line in shown[1:]}
    assert call("validate", cwd=tmp_path).code == 0
