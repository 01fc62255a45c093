"""Exit codes: 0 clean, 1 findings or files left out, 2 wrong usage or nothing to read; a late plan is no failure."""

from pathlib import Path

import pytest

from cli.company import COMMANDS, FILES, company
from cli_runner import call, run
from support import ENTRY, PLAN, tree

LATE = "title: x\nmilestones:\n  - {id: m, title: y, due: 2020-01}\n"
WARNED = "title: x\npartners: [Nobody, Nobody]\ncompleted: 2024-01\nmilestones:\n  - {id: m, title: y, due: 2030-01}\n"
BROKEN = "title: x: y\n"
UNKNOWN = "title: x\nlead: Nobody\n"
EARLY = (
    "title: x\nmilestones:\n  - {id: a, title: y, due: 2030-02}\n  - {id: b, title: z, due: 2030-01, depends_on: a}\n"
)
SHARED = {"organisations.yaml": "HR: {}\n", "p/plan.yaml": PLAN}


@pytest.mark.parametrize(
    ("entry", "validate", "strict", "check", "strictly_checked"),
    [
        (ENTRY, 0, 0, 0, 0),
        (LATE, 0, 0, 1, 1),
        (EARLY, 0, 1, 0, 1),
        (UNKNOWN, 1, 1, 1, 1),
        (BROKEN, 1, 1, 1, 1),
        ("", 1, 1, 1, 1),
    ],
    ids=["clean", "overdue", "warning", "unknown name", "not YAML", "empty file"],
)
def test_errors_are_1_and_warnings_only_when_strict(
    entry: str, validate: int, strict: int, check: int, strictly_checked: int, tmp_path: Path
) -> None:
    folder = str(tree(tmp_path, SHARED | {"p/actions/x.yaml": entry}))
    codes = [
        call(*command, "--tree", folder, "--format", format_).code
        for command in (("validate",), ("validate", "--strict"), ("check",), ("check", "--strict"))
        for format_ in ("text", "json", "github")
    ]
    assert codes == [code for code in (validate, strict, check, strictly_checked) for _ in range(3)]


def test_exit_codes_of_the_installed_command(tmp_path: Path) -> None:
    folder = str(tree(tmp_path, SHARED | {"p/actions/x.yaml": LATE}))
    assert run("validate", "--tree", folder).code == 0
    assert run("check", "--tree", folder).code == 1
    assert run("status", "--tree", folder).code == 0
    assert run("status", "--tree", f"{folder}/nowhere").code == 2


def test_check_of_a_day_on_which_nothing_is_late(tmp_path: Path) -> None:
    folder = str(tree(tmp_path, SHARED | {"p/actions/x.yaml": LATE}))
    assert call("check", "--tree", folder, "--as-of", "2020-01-31").code == 0
    assert call("check", "--tree", folder, "--as-of", "2020-02-01").code == 1


READING = [each for each in COMMANDS if each[0] not in {"validate", "check"}]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_reading_command_is_0_also_where_a_plan_is_late(command: tuple[str, ...], tmp_path: Path) -> None:
    folder = str(company(tmp_path))
    assert call("check", "--tree", folder, "--as-of", "2030-01-01").code == 1
    result = call(*command, "--tree", folder, "--as-of", "2030-01-01")
    assert result.code == 0
    compares = command[0] in {"slippage", "impact"} and "--critical" not in command
    assert result.err == ("genderplan: no baseline: sites\n" if compares else "")


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"pay/actions/one.yaml": BROKEN}, "1 file was left out"),
        ({"pay/actions/one.yaml": BROKEN, "pay/projects/two.yaml": "titel: x\n"}, "2 files were left out"),
        ({"pay/actions/one.yml": ENTRY}, "1 file was left out"),
        ({"pay/action/one.yaml": ENTRY}, "1 file was left out"),
        ({"pay/actions/No Id.yaml": ENTRY}, "1 file was left out"),
    ],
    ids=["one", "two", "yml", "no known kind", "no id"],
)
def test_a_reading_command_answers_from_the_rest_and_tells(
    command: tuple[str, ...], broken: dict[str, str], told: str, tmp_path: Path
) -> None:
    arguments = (*command, "--as-of", "2025-01-15", "--format", "json")
    clean = call(*arguments, cwd=company(tmp_path).parent)
    result = call(*arguments, cwd=company(tmp_path, **broken).parent)
    assert (result.code, clean.code) == (1, 0)
    assert result.out == clean.out
    they = "it" if told.startswith("1 ") else "they"
    assert f"genderplan: {told}, as {they} could not be read: 'genderplan validate' tells why\n" in result.err


def test_left_out_files_of_other_plans_are_not_told(tmp_path: Path) -> None:
    folder = str(tree(tmp_path, FILES | {"sites/actions/one.yaml": BROKEN}))
    assert call("status", "--plan", "pay", "--tree", folder).code == 0
    assert call("status", "--plan", "sites", "--tree", folder).code == 1
    assert call("status", "--tree", folder).code == 1


def test_a_plan_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    folder = str(tree(tmp_path, FILES | {"sites/plan.yaml": "genderplan: 2\ntitle: x\n"}))
    result = call("list", "plans", "--format", "json", "--tree", folder)
    assert result.code == 1
    assert [plan["id"] for plan in result.json["plans"]] == ["pay"]
    assert "left out" in result.err
    alone = call("status", "--plan", "sites", "--format", "json", "--tree", folder)
    assert (alone.code, alone.json["plans"]) == (1, [])


def test_broken_organisations_leave_the_plans_in_place(tmp_path: Path) -> None:
    folder = str(tree(tmp_path, FILES | {"organisations.yaml": "HR: [\n"}))
    result = call("list", "--format", "json", "--tree", folder)
    assert result.code == 1
    assert len(result.json["entries"]) == 5
    assert [each["code"] for each in call("validate", "--format", "json", "--tree", folder).json["findings"]].count(
        "GP204"
    ) == 0


def test_usage_is_2_before_anything_else(tmp_path: Path) -> None:
    folder = str(tree(tmp_path, FILES | {"pay/actions/one.yaml": BROKEN}))
    for arguments in (
        ("list", "--plan", "pya"),
        ("list", "--sort", "sizes"),
        ("show", "nothing-such"),
        ("slippage", "--against", "x"),
    ):
        result = call(*arguments, "--tree", folder)
        assert (result.code, result.out) == (2, "")


class TestSlippage:
    """Plans without the baseline asked for."""

    def test_are_named_on_stderr_and_left_out(self, tmp_path: Path) -> None:
        result = call("slippage", "--format", "json", "--tree", str(company(tmp_path)))
        assert (result.code, result.err) == (0, "genderplan: no baseline: sites\n")
        assert [each["plan"] for each in result.json["comparisons"]] == ["pay"]
        assert [each["id"] for each in result.json["plans"]] == ["pay"]

    def test_are_all_there_are(self, tmp_path: Path) -> None:
        result = call("slippage", "--plan", "sites", "--tree", str(company(tmp_path)))
        assert (result.code, result.out, result.err) == (2, "", "genderplan: no baseline in sites\n")

    @pytest.mark.parametrize("format_", ["table", "json"])
    def test_and_a_name_that_no_plan_has(self, format_: str, tmp_path: Path) -> None:
        result = call("slippage", "--against", "board-9", "--format", format_, "--tree", str(company(tmp_path)))
        assert (result.code, result.out) == (2, "")
        assert "'board-9'" in result.err

    def test_and_an_older_baseline_by_name(self, tmp_path: Path) -> None:
        result = call("slippage", "--against", "sketch", "--format", "json", "--tree", str(company(tmp_path)))
        assert result.code == 0
        assert result.json["comparisons"][0]["baseline"] == {
            "name": "sketch",
            "title": "The first sketch",
            "taken": None,
        }


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("show", "board-9"), 2, "'board-9'"),
        (("show", "board1"), 2, "did you mean 'board-1'?"),
        (("show", "board-1", "--plan", "sites"), 2, "no plan has a baseline"),
        (("list", "--plan", "nowhere"), 2, "'nowhere'"),
        (("list", "--plan", "sites"), 0, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_baselines(arguments: tuple[str, ...], code: int, told: str, tmp_path: Path) -> None:
    result = call("baseline", *arguments, "--tree", str(company(tmp_path)))
    assert result.code == code
    assert told in result.err


def test_a_baseline_of_two_plans_asks_which(tmp_path: Path) -> None:
    baseline = "genderplan: 1\nname: start\ntitle: x\nentries: {}\n"
    files = {
        f"{plan}/{name}": text
        for plan in "pq"
        for name, text in (("plan.yaml", PLAN), ("baselines/start.yaml", baseline))
    }
    folder = str(tree(tmp_path, files))
    result = call("baseline", "show", "start", "--tree", folder)
    assert (result.code, result.err) == (2, "genderplan: baseline 'start' is in p, q: name one with --plan\n")
    assert call("baseline", "show", "start", "--plan", "q", "--tree", folder).code == 0
