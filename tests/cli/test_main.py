"""The command as a whole: help, wrong usage, where options stand, which tree and which day, and how a run ends."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases import for_each
from cli.company import COMMANDS, company
from cli_runner import Result, call, run
from genderplan import __version__
from genderplan.reports.status import result as status
from support import ENTRY, PLAN, tree

NAMES = [
    *("status", "list", "show", "slippage", "impact", "history", "trend", "indicators", "costs", "due", "calendar"),
    *("workload", "agenda", "report", "annex", "timeline", "coverage", "gaps", "assessments", "glossary"),
    *("validate", "check", "framework", "explain", "baseline", "init", "new", "update", "record"),
    *("move", "assign", "forecast", "complete", "reopen", "cancel", "schema"),
]


def words_of(result: Result) -> list[str]:
    """The command names that help lists."""
    after = result.out.partition("\nCommands:\n")[2]
    return [line.split()[0] for line in after.splitlines()]


def origins(result: Result) -> dict[str, tuple[str, str]]:
    """The status date of each plan in a JSON output, and where it came from."""
    return {plan["id"]: (plan["as_of"], plan["as_of_from"]) for plan in result.json["plans"]}


def test_version() -> None:
    assert run("--version") == Result(0, f"{__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_plain_and_lists_the_commands_in_the_order_of_use(option: str) -> None:
    result = run(option)
    assert (result.code, result.err) == (0, "")
    assert words_of(result) == NAMES
    assert not set(result.out) & set("╭│╮╰╯\x1b")
    assert max(map(len, result.lines)) <= 80


@pytest.mark.parametrize(
    "name", [*NAMES, "baseline list", "baseline show", "baseline save", "new action", "new project", "new milestone"]
)
def test_every_command_has_help_that_fits_and_needs_no_tree(name: str, tmp_path: Path) -> None:
    result = call(*name.split(), "--help", cwd=tmp_path)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Usage: genderplan {name} ")
    assert max(map(len, result.lines)) <= 80


def test_no_arguments_show_the_help_as_a_usage_error() -> None:
    result = run()
    assert (result.code, result.out) == (2, "")
    assert words_of(Result(2, result.err, "")) == NAMES


@for_each(
    ("arguments", "told"),
    [
        (["nope"], "'nope'"),
        (["statu"], "unknown command 'statu' (did you mean 'status'?)"),
        (["Status"], "unknown command 'Status' (did you mean 'status'?)"),
        (["--as-of", "2004-01-01", "tiemline", "--plan", "x"], "unknown command 'tiemline' (did you mean 'timeline'?)"),
        (["baseline", "shwo"], "unknown command 'shwo' (did you mean 'show'?)"),
        (["baseline", "zzz"], "unknown command 'zzz' (known: list, save, show)"),
        (["zzz"], f"unknown command 'zzz' ({len(NAMES)} are known)"),
        (["zzz", "--help"], "unknown command 'zzz'"),
        (["-x", "status"], "No such option: -x"),
        (["baseline", "-x"], "No such option: -x"),
        (["list", "--nope"], "--nope"),
        (["--nope", "list"], "--nope"),
        (["list", "nouns"], "'nouns' is not one of 'entries', 'actions', "),
        (["list", "--format", "xml"], "Invalid value for '--format': 'xml' is not one of 'table', 'json', "),
        (["status", "--format", "csv"], "'csv'"),
        (["slippage", "--format", "csv"], "'csv'"),
        (["timeline", "--format", "csv"], "'csv'"),
        (["show", "women-2003", "--format", "csv"], "'csv'"),
        (["validate", "--format", "table"], "'table'"),
        (["check", "--format", "csv"], "'csv'"),
        (["baseline", "list", "--format", "csv"], "'csv'"),
        (["show"], "ID"),
        (["baseline", "show"], "NAME"),
        (["list", "--limit", "-1"], "--limit"),
        (["list", "--limit", "many"], "--limit"),
        (["status", "one", "too", "many"], "one"),
        (["timeline", "--from", "soon"], "--from: 'soon'"),
        (["timeline", "--to", "2004-13"], "--to: '2004-13'"),
        (["timeline", "--from", "2005-01", "--to", "2004-01"], "ends before it starts"),
        (["status", "--as-of", "yesterday"], "--as-of: 'yesterday'"),
        (["status", "--as-of", "2003-11"], "--as-of: '2003-11'"),
        (["--as-of", "2003-02-30", "status"], "--as-of: '2003-02-30'"),
    ],
)
def test_wrong_usage_is_told_on_stderr_alone(arguments: list[str], told: str) -> None:
    result = call(*arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert "Traceback" not in result.err
    assert "Value error" not in result.err


def test_wrong_usage_in_a_process_of_its_own() -> None:
    result = run("list", "--format", "xml")
    assert (result.code, result.out) == (2, "")
    assert "xml" in result.err


def test_a_bad_day_in_the_environment_is_told_by_the_variables_name() -> None:
    result = call("status", env={"GENDERPLAN_AS_OF": "3 November"})
    assert (result.code, result.out) == (2, "")
    assert "GENDERPLAN_AS_OF: '3 November'" in result.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_common_options_work_before_and_after_the_command(command: tuple[str, ...], tmp_path: Path) -> None:
    folder = str(company(tmp_path))
    options = ("--tree", folder, "--as-of", "2025-01-20", "--no-color", "--debug")
    before, after = call(*options, *command, cwd=tmp_path), call(*command, *options, cwd=tmp_path)
    assert before == after
    assert before.code in {0, 1}
    assert "20 Jan 2025 (--as-of)" in after.out


def test_the_option_after_the_command_is_the_one_that_counts(tmp_path: Path) -> None:
    options = ("--format", "json", "--tree", str(company(tmp_path)), "--as-of", "2025-01-20")
    result = call("--as-of", "2020-01-01", "--tree", "/nowhere", "status", *options)
    assert origins(result) == dict.fromkeys(("pay", "sites"), ("2025-01-20", "option"))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("option", "variable", "pay", "sites"),
    [
        ("2025-02-01", "2025-03-01", ("2025-02-01", "option"), ("2025-02-01", "option")),
        (None, "2025-03-01", ("2025-03-01", "environment"), ("2025-03-01", "environment")),
        (None, None, ("2025-01-15", "plan"), ("today", "today")),
        (None, "", ("2025-01-15", "plan"), ("today", "today")),
    ],
    ids=["option", "environment", "plan or today", "empty variable"],
)
def test_the_status_date_is_the_first_that_is_given_and_says_whence_it_comes(
    command: tuple[str, ...],
    option: str | None,
    variable: str | None,
    pay: tuple[str, str],
    sites: tuple[str, str],
    tmp_path: Path,
) -> None:
    env = {"GENDERPLAN_TREE": str(company(tmp_path))} | ({} if variable is None else {"GENDERPLAN_AS_OF": variable})
    before = date.today()
    result = call(*command, "--format", "json", *(["--as-of", option] if option else []), env=env)
    days = [{"today": str(day)}.get(sites[0], sites[0]) for day in (before, date.today())]
    found = origins(result)
    assert found.pop("pay") == pay
    assert found in [{}, *({"sites": (day, sites[1])} for day in days)]
    assert found or command[0] in {"show", "slippage", "impact", "baseline"}


def test_validate_finds_the_same_on_every_day(tmp_path: Path) -> None:
    folder = str(company(tmp_path))
    days = [
        call("validate", "--format", "json", "--tree", folder, "--as-of", day).json
        for day in ("2020-01-01", "2030-01-01")
    ]
    assert days[0]["findings"] == days[1]["findings"] != []
    assert days[0]["plans"] != days[1]["plans"]


@pytest.mark.parametrize("option", ["--as-of", "--tree"])
def test_an_empty_option_is_an_error_and_not_passed_over(option: str, tmp_path: Path) -> None:
    result = call("status", option, "", cwd=company(tmp_path).parent)
    assert (result.code, result.out) == (2, "")


def test_a_plan_named_as_the_tree_is_told_its_tree(tmp_path: Path) -> None:
    folder = company(tmp_path)
    result = call("status", "--tree", str(folder / "pay"))
    assert (result.code, result.out) == (2, "")
    assert f"is a plan; its tree is '{folder}'" in result.err


@pytest.mark.parametrize("form", ["process", "call"])
def test_no_tree_names_what_was_looked_for(form: str, tmp_path: Path) -> None:
    result = {"process": run, "call": call}[form]("status", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("genderplan: no tree")
    assert all(name in result.err for name in ("plans", "plan.yaml", str(tmp_path), "--tree", "GENDERPLAN_TREE"))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_tree_that_is_no_folder_is_named(command: tuple[str, ...], tmp_path: Path) -> None:
    for result in (
        call(*command, "--tree", "nowhere", cwd=tmp_path),
        call(*command, cwd=tmp_path, env={"GENDERPLAN_TREE": "nowhere"}),
    ):
        assert (result.code, result.out) == (2, "")
        assert "'nowhere'" in result.err


@pytest.mark.parametrize("files", [{}, {"organisations.yaml": "HR: {name: People}\n"}], ids=["nothing", "no plan"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_empty_tree_is_nothing_to_read(command: tuple[str, ...], files: dict[str, str], tmp_path: Path) -> None:
    result = call(*command, "--tree", str(tree(tmp_path, files)))
    assert (result.code, result.out) == (2, "")
    assert "plan" in result.err


def test_the_option_for_the_tree_goes_before_the_environment(tmp_path: Path) -> None:
    result = call("list", "plans", "--format", "json", "--tree", str(company(tmp_path)), env={"GENDERPLAN_TREE": "/"})
    assert [plan["id"] for plan in result.json["plans"]] == ["pay", "sites"]


@pytest.mark.parametrize("below", ["", "actions", "actions/data"])
def test_inside_a_plan_that_plan_is_shown(below: str, tmp_path: Path) -> None:
    company(tmp_path)
    (tmp_path / "plans").rename(tmp_path / "elsewhere")
    result = call("list", "--format", "json", cwd=tmp_path / "elsewhere/pay" / below)
    assert {entry["plan"] for entry in result.json["entries"]} == {"pay"}
    other = call("list", "--plan", "sites", "--format", "json", cwd=tmp_path / "elsewhere/pay" / below)
    assert [entry["id"] for entry in other.json["entries"]] == ["sites/survey"]
    assert other.json["entries"][0]["file"].endswith("../sites/actions/survey.yaml")


def test_from_a_plan_folder_upward_the_nearest_of_both_is_taken(tmp_path: Path) -> None:
    folder = company(tmp_path)
    ids: Any = [plan["id"] for plan in call("status", "--format", "json", cwd=folder / "pay").json["plans"]]
    assert ids == ["pay"]
    inner = tree(folder / "pay", {"one/plan.yaml": PLAN, "one/actions/x.yaml": ENTRY})
    ids = [plan["id"] for plan in call("status", "--format", "json", cwd=inner.parent).json["plans"]]
    assert ids == ["one"]


class TestInternalErrors:
    """What nobody foresaw."""

    @pytest.fixture(autouse=True)
    def _broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("the sky fell")

        monkeypatch.setattr(status, "status", fail)

    def test_a_short_message_without_debug(self) -> None:
        assert call("status") == Result(
            3, "", "genderplan: internal error: RuntimeError: the sky fell (--debug shows where)\n"
        )

    @pytest.mark.parametrize("arguments", [("--debug", "status"), ("status", "--debug")])
    def test_the_traceback_with_debug(self, arguments: tuple[str, ...]) -> None:
        result = call(*arguments)
        assert (result.code, result.out) == (3, "")
        assert result.err.startswith("Traceback (most recent call last):")
        assert "RuntimeError: the sky fell" in result.err
