"""Every code has a bad tree that shows it and a good one that is mended: `examples/<CODE>/`."""

import os
from pathlib import Path

import pytest

from analysis.trees import PLAN, TODAY, judged
from genderplan.analysis.standing import AsOf, Standings
from genderplan.checks import ON_TIME, VALID, Context, run
from genderplan.findings import SEVERITIES, Finding, Severity, in_order, leaves_out
from genderplan.loading import load_tree
from genderplan.model.dates import parse_day
from genderplan.plan.whole import Plan

EXAMPLES = Path(__file__).parent.parent / "examples"
CODES = sorted(folder.name for folder in EXAMPLES.iterdir())
IN_CODE = {"GP001", "GP004", "GP017"}
"""Shown below: a pipe, a file over 1 MiB and a symbolic link do not keep in a folder of examples."""


def everything(root: Path) -> tuple[Finding, ...]:
    """The findings of reading and of all checks, on each plan's own status date."""
    tree = load_tree(root, shown_from=root)
    standings = [Standings(plan, as_of(plan)) for plan in tree.plans]
    return in_order([*tree.findings, *run((*VALID, *ON_TIME), Context(tree, tree.plans, standings))])


def as_of(plan: Plan) -> AsOf:
    return AsOf(plan.status_date or parse_day(TODAY), "plan")


def expected(code: str) -> list[str]:
    return (EXAMPLES / code / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("code", CODES)
def test_a_bad_tree_gives_exactly_what_is_expected(code: str) -> None:
    given = [f"{each.file}:{each.line}:{each.column} {each.code}" for each in everything(EXAMPLES / code / "bad")]
    assert given == expected(code)
    assert any(line.endswith(f" {code}") for line in given)


@pytest.mark.parametrize("code", CODES)
def test_a_good_tree_gives_nothing(code: str) -> None:
    root = EXAMPLES / code / "good"
    assert everything(root) == ()
    assert any(plan.entries for plan in load_tree(root).plans)


@pytest.mark.parametrize("code", CODES)
def test_an_example_has_the_severity_of_the_table(code: str) -> None:
    severities = {each.severity for each in everything(EXAMPLES / code / "bad") if each.code == code}
    assert severities == {SEVERITIES[code]}


def test_every_code_has_an_example() -> None:
    assert {*CODES} | IN_CODE == SEVERITIES.keys()
    assert not {*CODES} & IN_CODE


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_the_table_of_severities_is_that_of_the_design(code: str) -> None:
    warnings = {"GP110", "GP303", "GP304", "GP305", "GP402", "GP403", "GP404"}
    by_table = Severity.NOTE if code.startswith("GP6") else Severity.WARNING if code in warnings else Severity.ERROR
    assert SEVERITIES[code] is by_table


@pytest.mark.parametrize("code", CODES)
def test_errors_of_reading_and_schema_alone_keep_a_file_out(code: str) -> None:
    out = {leaves_out(each) for each in everything(EXAMPLES / code / "bad") if each.code == code}
    assert out == {code < "GP2" and code != "GP110"}


def with_plan(root: Path) -> Path:
    (root / "pay" / "actions").mkdir(parents=True)
    (root / "pay" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return root / "pay" / "actions"


def only(root: Path) -> Finding:
    (finding,) = everything(root)
    return finding


def test_a_named_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(with_plan(tmp_path) / "publish-gap.yaml")
    finding = only(tmp_path)
    assert finding[:4] == ("pay/actions/publish-gap.yaml", 1, 1, "GP001")
    assert finding.message == "the file cannot be read: not a regular file"


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["GP004"])])
def test_a_file_may_have_1_mib_and_no_more(tmp_path: Path, more: int, codes: list[str]) -> None:
    text = "title: To publish the pay gap by grade\nlead: HR\ndue: 2025-06\n#"
    size = 1024 * 1024 + more
    (tmp_path / "organisations.yaml").write_text("HR: {name: Human Resources}\n", encoding="utf-8")
    (with_plan(tmp_path) / "publish-gap.yaml").write_text(text.ljust(size, "-"), encoding="utf-8")
    assert [each.code for each in everything(tmp_path)] == codes


@pytest.mark.parametrize("name", ["publish-gap.yaml", "publish-gap.yml", "more"])
def test_a_symbolic_link_is_not_followed(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "more").mkdir(parents=True)
    (elsewhere / "publish-gap.yaml").write_text("title: To publish the pay gap by grade\n", encoding="utf-8")
    root = tmp_path / "plans"
    target = elsewhere / ("more" if name == "more" else "publish-gap.yaml")
    (with_plan(root) / name).symlink_to(target)
    finding = only(root)
    assert (finding.code, finding.file, finding.line, finding.column) == (
        "GP017",
        f"pay/actions/{name}",
        1,
        1,
    )
    assert finding.hint == "put the file itself here"
    assert judged(load_tree(root))[0].entries == ()
