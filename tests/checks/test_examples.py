"""Every code has a bad tree that shows it and a good one that is mended: `manual/examples/CODE/`.

Codes of what changed have the tree as it was, too: `before`, against which the others are held.

`expected.txt` is what the command says of the bad tree on a terminal, notes too, without the sum at the end.
"""

import errno
import os
from contextlib import chdir
from pathlib import Path

import pytest

from cases import for_each
from cli_runner import call, plain_terminal
from genderplan.checks import VALID
from genderplan.checks.context import Check
from genderplan.checks.gate.table import SINCE
from genderplan.checks.judgement import Judgement, judge
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.dates.forms import parse_day
from genderplan.findings import CODES, Finding, Severity, is_unreadable
from genderplan.loading.tree import load_tree
from genderplan.manual.trees import FOLDER
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.states import State, state_of_tree
from genderplan.source.files import read_bytes
from genderplan.source.yaml.excerpts import excerpts
from genderplan.standing.selection import Selection
from genderplan.standing.standings import AsOf, Standings
from genderplan.terminal.findings import finding_lines
from genderplan.terminal.screen import Screen
from trees import PLAN, TODAY, judged

SHOWN = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "bad").is_dir())
IN_CODE = {"GP001", "GP004", "GP017"}
"""Shown below: rights, a file over 1 MiB and a symbolic link do not keep in a folder of examples."""

ON_A_DAY = ("GP4", "GP501", "GP512")
CHANGED = ("GP502", "GP503", "GP504", "GP505", "GP506", "GP507", "GP508", "GP509", "GP510", "GP511", "GP520", "GP530")


def judgement(root: Path, checks: tuple[Check, ...] = (*VALID, *SINCE, *ON_TIME)) -> Judgement:
    """What is found in a tree, on each plan's own status date, and held against the tree `before` beside it, if any."""
    tree = load_tree(root, shown_from=root)
    standings = [Standings(plan, as_of(plan)) for plan in tree.plans]
    return judge(checks, tree, Selection(tree.plans), standings, before(tree, root.resolve().with_name("before")))


def before(now: Tree, folder: Path) -> State | None:
    """The plans as they were."""
    return state_of_tree(load_tree(folder), now, Path(), "../before") if folder.is_dir() else None


def as_of(plan: Plan) -> AsOf:
    return AsOf(plan.status_date or parse_day(TODAY), "plan")


def expected(code: str) -> list[str]:
    return (FOLDER / code / "expected.txt").read_text(encoding="utf-8").splitlines()


def told(code: str) -> list[str]:
    """What is said of a bad tree; where the day counts, with the line that names it."""
    with chdir(FOLDER / code / "bad"):
        report = judgement(Path())
        lines = finding_lines(report, report.findings, excerpts(report.findings), None)
        said = [line.removesuffix("\n") for line in Screen(None).rendered(lines)]
    days = said[len(said) - len(report.plans) :] if code.startswith(ON_A_DAY) else []
    return said[: len(said) - len(report.plans) - 1] + days


@for_each("code", SHOWN)
def test_a_bad_tree_gives_exactly_what_is_expected(code: str) -> None:
    assert told(code) == expected(code)
    assert [line for line in expected(code) if f": {CODES[code].severity} {code} " in line]


@for_each("code", SHOWN)
def test_the_command_prints_what_is_expected(code: str) -> None:
    command = "check" if code.startswith(ON_A_DAY) else "validate"
    against = ("--against", "../before") if code in CHANGED else ()
    result = call(command, "--notes", "--tree", ".", *against, cwd=FOLDER / code / "bad")
    *findings, total = [line for line in result.lines if " as of " not in line]
    assert findings == [line for line in expected(code) if not line.startswith(" ") and " as of " not in line]
    assert total.count(" in ") == 1
    assert result.code == int(any(": error GP" in line for line in findings))


@pytest.mark.parametrize(("command", "code"), [("validate", "GP105"), ("validate", "GP602"), ("check", "GP501")])
def test_a_terminal_shows_what_is_expected(command: str, code: str) -> None:
    shown = plain_terminal(command, "--notes", "--tree", ".", columns=200, cwd=FOLDER / code / "bad").lines
    *findings, _, day = shown
    assert ([*findings, day] if command == "check" else findings) == expected(code)


@for_each("code", SHOWN)
def test_a_good_tree_gives_nothing(code: str) -> None:
    root = FOLDER / code / "good"
    assert judgement(root).findings == ()
    assert any(plan.entries for plan in load_tree(root).plans)


@for_each("code", SHOWN)
def test_validate_gives_what_does_not_depend_on_the_day(code: str) -> None:
    given = {each.code for each in judgement(FOLDER / code / "bad", (*VALID, *SINCE)).findings}
    assert (code in given) != code.startswith(ON_A_DAY)


@pytest.mark.parametrize("code", CHANGED)
def test_what_changed_is_told_only_where_it_is_asked_for(code: str) -> None:
    root = FOLDER / code / "bad"
    assert call("check", "--tree", ".", "--strict", cwd=root).code == 0
    tree = load_tree(root)
    assert judge((*VALID, *SINCE), tree, Selection(tree.plans), ()).findings == ()
    assert {path.name for path in root.parent.iterdir()} == {"before", "bad", "good", "expected.txt"}


def test_an_acceptance_in_an_example_accepts() -> None:
    for code in ("GP207", "GP701"):
        [accepted] = judgement(FOLDER / code / "good").accepted
        assert accepted.finding.code == "GP601"


def test_every_code_has_an_example() -> None:
    assert {*SHOWN} | IN_CODE == CODES.keys() == {folder.name for folder in FOLDER.iterdir()}
    assert not {*SHOWN} & IN_CODE


@for_each("code", sorted(CODES))
def test_the_table_of_severities_is_that_of_the_design(code: str) -> None:
    warnings = {
        "GP019",
        "GP020",
        "GP110",
        "GP214",
        "GP215",
        "GP264",
        "GP303",
        "GP304",
        "GP305",
        "GP307",
        "GP308",
        "GP309",
        "GP331",
        "GP332",
        "GP311",
        "GP312",
        "GP402",
        "GP403",
        "GP404",
        "GP405",
        "GP406",
        "GP407",
        "GP408",
        "GP507",
        "GP509",
        "GP512",
        "GP604",
        "GP610",
        "GP612",
        "GP702",
    }
    is_note = code.startswith("GP6") or code == "GP511"
    by_table = Severity.WARNING if code in warnings else Severity.NOTE if is_note else Severity.ERROR
    assert CODES[code].severity is by_table


@for_each("code", SHOWN)
def test_errors_of_reading_and_schema_alone_keep_a_file_out(code: str) -> None:
    out = {is_unreadable(each.code) for each in judgement(FOLDER / code / "bad").findings if each.code == code}
    assert out == {code < "GP2" and code not in {"GP019", "GP020", "GP110"}}


def with_plan(root: Path) -> Path:
    (root / "pay" / "actions").mkdir(parents=True)
    (root / "pay" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return root / "pay" / "actions"


def only(root: Path) -> Finding:
    (finding,) = judgement(root).findings
    return finding


def in_a_line(found: Finding) -> str:
    hint = f" ({found.hint})" if found.hint else ""
    return f"{found.file}:{found.line}:{found.column}: {found.severity} {found.code} {found.message}{hint}"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (with_plan(tmp_path) / "publish-gap.yaml").write_text("title: To publish the pay gap by grade\n", encoding="utf-8")

    def refused(path: str, most: int) -> bytes:
        if path.endswith("publish-gap.yaml"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return read_bytes(path, most)

    monkeypatch.setattr("genderplan.loading.tree.read_bytes", refused)
    assert [in_a_line(only(tmp_path))] == expected("GP001")


def test_a_named_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(with_plan(tmp_path) / "publish-gap.yaml")
    finding = only(tmp_path)
    assert finding[:4] == ("pay/actions/publish-gap.yaml", 1, 1, "GP001")
    assert finding.message == "the file cannot be read: not a regular file"


@pytest.mark.parametrize(("more", "lines"), [(0, []), (1, expected("GP004"))])
def test_a_file_may_have_1_mib_and_no_more(tmp_path: Path, more: int, lines: list[str]) -> None:
    text = "title: To publish the pay gap by grade\nlead: HR\ndue: 2025-06\n#"
    size = 1024 * 1024 + more
    (tmp_path / "organisations.yaml").write_text("HR: {name: Human Resources}\n", encoding="utf-8")
    (with_plan(tmp_path) / "publish-gap.yaml").write_text(text.ljust(size, "-"), encoding="utf-8")
    assert [in_a_line(each) for each in judgement(tmp_path).findings] == lines


@pytest.mark.parametrize("name", ["publish-gap.yaml", "publish-gap.yml", "more"])
def test_a_symbolic_link_is_not_followed(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "more").mkdir(parents=True)
    (elsewhere / "publish-gap.yaml").write_text("title: To publish the pay gap by grade\n", encoding="utf-8")
    root = tmp_path / "plans"
    target = elsewhere / ("more" if name == "more" else "publish-gap.yaml")
    (with_plan(root) / name).symlink_to(target)
    finding = only(root)
    assert (finding.code, finding.file, finding.line, finding.column) == ("GP017", f"pay/actions/{name}", 1, 1)
    assert [in_a_line(finding).replace(name, "publish-gap.yaml")] == expected("GP017")
    assert judged(load_tree(root))[0].entries == ()
