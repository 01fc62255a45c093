"""Plans with next to nothing in them: every command has something sensible to say."""

from pathlib import Path

import pytest

from cli.company import AS_OF
from cli_runner import Result, call, plain_terminal, run
from support import ENTRY, PLAN, tree

BASELINE = "genderplan: 1\nname: start\ntitle: The start\nentries: {}\n"
TREES: dict[str, dict[str, str]] = {
    "only a plan.yaml": {"p/plan.yaml": PLAN},
    "an entry of only a title": {"p/plan.yaml": PLAN, "p/actions/x.yaml": ENTRY},
    "a project of only a title": {"p/plan.yaml": PLAN, "p/projects/x.yaml": "title: A project\n"},
    "an objective without entries": {"p/plan.yaml": PLAN + "objectives:\n  - {id: o, title: One}\n"},
    "a milestone of only a title": {
        "p/plan.yaml": PLAN,
        "p/actions/x.yaml": ENTRY + "milestones:\n  - {id: m, title: y}\n",
    },
    "an empty organisations.yaml": {"p/plan.yaml": PLAN, "organisations.yaml": "{}\n"},
    "an empty baseline": {"p/plan.yaml": PLAN, "p/baselines/start.yaml": BASELINE},
    "an entry and an empty baseline": {
        "p/plan.yaml": PLAN,
        "p/actions/x.yaml": ENTRY,
        "p/baselines/start.yaml": BASELINE,
    },
    "two empty plans": {"p/plan.yaml": PLAN, "q/plan.yaml": PLAN},
    "all cancelled": {"p/plan.yaml": PLAN, "p/actions/x.yaml": ENTRY + "due: 2025-01\ncancelled: {}\n"},
    "all complete": {"p/plan.yaml": PLAN, "p/actions/x.yaml": ENTRY + "completed: 2024\n"},
}
COMMANDS = [
    ("status",),
    *(
        ("list", noun)
        for noun in ("entries", "actions", "projects", "milestones", "objectives", "organisations", "plans")
    ),
    ("show", "p"),
    ("slippage",),
    ("timeline",),
    ("timeline", "--from", "2025-01", "--to", "2025-12"),
    ("validate",),
    ("check",),
    ("baseline", "list"),
    ("baseline", "show", "start"),
]


def said(tmp_path: Path, files: dict[str, str], *arguments: str) -> Result:
    return call(*arguments, cwd=tree(tmp_path, files).parent, env={"GENDERPLAN_AS_OF": AS_OF})


def formats(*command: str) -> list[list[str]]:
    """All nouns share the writers of csv and markdown."""
    more = ("csv", "markdown") if command == ("list", "entries") else ()
    return [[], *(["--format", each] for each in ("json", *more))]


@pytest.mark.parametrize("files", TREES.values(), ids=TREES)
def test_every_command_answers(files: dict[str, str], tmp_path: Path) -> None:
    has_baseline = "p/baselines/start.yaml" in files
    folder = tree(tmp_path, files).parent
    for command, options in ((each, options) for each in COMMANDS for options in formats(*each)):
        result = call(*command, *options, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})
        needs_one = command[0] == "slippage" or command[:2] == ("baseline", "show")
        code = 0 if has_baseline or not needs_one else 2
        assert (result.code, result.err == "", result.out == "") == (code, code == 0, code == 2), command
        assert "None" not in result.out, command


@pytest.mark.parametrize(
    "name", ["an entry of only a title", "a milestone of only a title", "all cancelled", "all complete"]
)
@pytest.mark.parametrize("options", [(), ("--format", "json")], ids=["text", "json"])
def test_show_of_a_bare_entry(options: tuple[str, ...], name: str, tmp_path: Path) -> None:
    result = said(tmp_path, TREES[name], "show", "x", *options)
    assert (result.code, result.err) == (0, "")
    assert "An action" in result.out


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_status_and_timeline_of_nothing_on_a_terminal(columns: int, tmp_path: Path) -> None:
    folder = tree(tmp_path, TREES["two empty plans"]).parent
    for command in ("status", "timeline"):
        result = plain_terminal(command, columns=columns, cwd=folder)
        assert (result.code, result.err) == (0, "")
        assert result.out


def test_status_of_an_empty_plan_is_text_a_person_can_read(tmp_path: Path) -> None:
    assert said(tmp_path, TREES["only a plan.yaml"], "status").lines[:11] == [
        "A plan",
        "p · as of 15 Jan 2025 (GENDERPLAN_AS_OF) · no baseline · tolerance none",
        "",
        "  OBJECTIVE  RAG    ACTIONS  MILESTONES  OVERDUE  DUE  UPCOMING  UNDATED",
        "  All        -          0/0         0/0        0    0         0        0",
        "  Actions and milestones are counted once each, done or not; OVERDUE to UNDATED",
        "  count actions. RAG: red overdue, or late by more than the tolerance; amber",
        "  late within it, or waiting for a red milestone; blue where all is complete but",
        '  what is cancelled; "-" where what is open has no date; green otherwise.',
        "",
        "DUE IN 30 DAYS: nothing",
    ]


def test_what_other_commands_say_of_an_empty_plan(tmp_path: Path) -> None:
    files = TREES["only a plan.yaml"]
    assert said(tmp_path, files, "timeline").lines[0] == "p as of 15 Jan 2025 (GENDERPLAN_AS_OF): nothing has a date"
    assert said(tmp_path, files, "baseline", "list").lines[0] == "no plan has a baseline"
    assert said(tmp_path, files, "baseline", "show", "start").err == "genderplan: no plan has a baseline\n"
    assert said(tmp_path, files, "slippage").err == "genderplan: no baseline in p\n"
    assert said(tmp_path, files, "list").lines[-1] == "0 entries · p as of 15 Jan 2025 (GENDERPLAN_AS_OF)"
    assert said(tmp_path, files, "validate").lines == [
        "0 errors, 0 warnings, 0 notes in 1 file (0 entries, 0 milestones)",
        "p as of 15 Jan 2025 (GENDERPLAN_AS_OF)",
    ]


def test_what_slippage_says_when_there_is_nothing_to_compare(tmp_path: Path) -> None:
    lines = said(tmp_path, TREES["an empty baseline"], "slippage").lines
    assert lines[-1] == "No agreed date stands on both sides."


@pytest.mark.parametrize(("name", "objective"), [("actions/a", ""), ("projects/a", "objective: o\n")])
def test_the_rows_of_status_add_up_to_the_last(name: str, objective: str, tmp_path: Path) -> None:
    files = {
        "p/plan.yaml": PLAN + "objectives:\n  - {id: o, title: One}\n",
        f"p/{name}.yaml": f"title: x\ndue: 2025-01\n{objective}",
        "p/actions/b.yaml": "title: x\ndue: 2025-01\nobjective: o\n",
    }
    lines = said(tmp_path, files, "status").lines
    start = lines.index("") + 2
    table = [line for line in lines[start : lines.index("", start)] if line[-1].isdigit()]
    rows = [[int(number) for number in line.split()[-4:]] for line in table]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]


def test_a_tree_of_one_bare_plan_in_a_process_of_its_own(tmp_path: Path) -> None:
    folder = tree(tmp_path, TREES["an entry of only a title"]).parent
    for command in ("status", "check"):
        result = run(command, cwd=folder)
        assert (result.code, result.err) == (0, "")
        assert result.out


@pytest.mark.parametrize("command", ["show x", "baseline list", "baseline show start", "timeline"])
def test_what_is_said_of_a_plan_fits_the_screen(tmp_path: Path, command: str) -> None:
    """Its day is told below where it is short; a plan's id may be as long as a folder's name."""
    name = "equal-pay-and-careers-of-all-the-staff"
    files = {path.replace("p/", f"{name}/"): text for path, text in TREES["an entry and an empty baseline"].items()}
    tree(tmp_path, files)
    lines = plain_terminal(*command.split(), "--as-of", AS_OF, columns=50, cwd=tmp_path).lines
    assert f"{name} as of 15" in lines
    assert [line for line in lines if len(line) > 50 and "/" not in line] == []


def test_what_is_told_of_a_baseline_stands_beside_its_name_or_below(tmp_path: Path) -> None:
    files = {path.replace("p/", "equal-pay/"): text for path, text in TREES["an entry and an empty baseline"].items()}
    folder = tree(tmp_path, files).parent
    told = {columns: plain_terminal("baseline", "list", columns=columns, cwd=folder).lines for columns in (50, 66, 140)}
    assert [len(lines[: lines.index("")]) for lines in told.values()] == [3, 2, 1]
    assert all(len(line) <= columns for columns, lines in told.items() for line in lines[: lines.index("")])
    assert all("equal-pay/baselines/start.yaml" in "\n".join(lines) for lines in told.values())
