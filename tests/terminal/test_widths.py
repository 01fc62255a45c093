"""What holds for every view: no line is wider than the screen, and nothing is said by colour alone."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from cases import for_each
from cli.company import AS_OF, company
from cli_runner import Result, call, plain_terminal, terminal
from genderplan.terminal import screen
from support import PLAN, tree

STATUSES = ("complete", "cancelled", "overdue", "due", "upcoming", "undated")
RAGS = ("red", "amber", "green", "blue")
TABLES = [("status",), ("timeline",), ("list", "projects"), ("list", "milestones")]
REPORTS = [
    ("list", "organisations"),
    ("list", "plans"),
    ("list", "updates"),
    ("slippage",),
    ("impact",),
    ("impact", "identify-needs#questionnaire", "--to", "2004-06"),
    ("impact", "identify-needs#report", "--why"),
    ("impact", "--critical"),
    ("show", "identify-customer-groups"),
    ("show", "women-2003"),
    ("show", "DCC4"),
    ("baseline", "show", "draft-1"),
]
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def widest(result: Result) -> int:
    return max(map(cell_len, result.lines))


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("status", "--plan", "women-2003", "--as-of", "2004-06-15"),
        ("timeline",),
        ("timeline", "--kind", "action", "--plan", "women-2003"),
        ("timeline", "--plan", "women-2003", "--as-of", "2020-01-01", "--from", "1990"),
    ],
    ids=" ".join,
)
def test_status_and_timeline_fit_when_piped(arguments: tuple[str, ...], columns: int) -> None:
    result = call(*arguments, "--tree", "plans", env={"COLUMNS": str(columns)})
    assert result.code == 0
    assert widest(result) <= columns


@for_each(
    ("arguments", "columns"),
    [
        *((arguments, columns) for arguments in TABLES for columns in (60, 80, 100, 140)),
        *((arguments, columns) for arguments in REPORTS for columns in (60, 80)),
    ],
)
def test_tables_and_reports_fit_a_terminal(arguments: tuple[str, ...], columns: int) -> None:
    result = plain_terminal(*arguments, "--tree", "plans", columns=columns)
    assert result.code == 0
    assert max(cell_len(line) for line in result.lines if not line.startswith("plans/")) <= columns  # paths stay whole


def test_a_status_is_one_status_also_where_it_takes_two_lines() -> None:
    result = terminal("show", "identify-needs", "--tree", "plans", columns=20)
    assert (result.code, result.err) == (0, "")


def test_columns_decide_where_nothing_else_does(tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    wide = plain_terminal("list", columns=140, cwd=folder)
    given = terminal("list", columns=140, cwd=folder, env={"NO_COLOR": "1", "COLUMNS": "50"})
    assert widest(given) <= 50 < widest(wide)


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_words_say_what_colours_say(columns: int, tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    table = call("list", "milestones", "--as-of", AS_OF, cwd=folder, env={"COLUMNS": str(columns)}).out
    assert {word for word in table.split() if word in STATUSES} == set(STATUSES)
    assert {word for word in table.split() if word in RAGS} == set(RAGS)
    status = call("status", "--as-of", AS_OF, cwd=folder, env={"COLUMNS": str(columns)}).out
    assert {"RAG", "ACTIONS", "MILESTONES", "OVERDUE", "DUE", "UPCOMING", "UNDATED"} <= set(status.split())
    assert {"red", "green"} <= set(status.split())


@pytest.mark.parametrize("command", ["status", "timeline", "list", "slippage", "check"])
def test_colours_add_nothing_but_colours(command: str, tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    plain = plain_terminal(command, "--as-of", AS_OF, cwd=folder)
    coloured = terminal(command, "--as-of", AS_OF, cwd=folder)
    assert "\x1b[" in coloured.out
    assert [ESCAPE.sub("", line).rstrip() for line in coloured.lines] == plain.lines


@pytest.mark.parametrize("command", ["status", "timeline", "list", "slippage", "check"])
@pytest.mark.parametrize(
    ("options", "env"),
    [(("--no-color",), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"})],
    ids=["option", "NO_COLOR", "dumb"],
)
def test_colours_can_be_turned_off(options: tuple[str, ...], env: dict[str, str], command: str, tmp_path: Path) -> None:
    assert "\x1b" not in terminal(command, *options, cwd=company(tmp_path).parent, env=env).out


def test_piped_there_are_colours_only_when_forced(tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    assert "\x1b" not in call("status", cwd=folder, env={"TERM": "xterm-256color"}).out
    assert "\x1b[" in call("status", cwd=folder, env={"TERM": "xterm-256color", "FORCE_COLOR": "1"}).out
    for format_ in ("json", "csv", "markdown"):
        result = call("list", "--format", format_, cwd=folder, env={"TERM": "xterm-256color", "FORCE_COLOR": "1"})
        assert "\x1b" not in result.out


@pytest.mark.parametrize(
    ("start", "end", "heads"),
    [
        ("2024-10", "2026-02", {"2024": "O", "2025": "J", "2026": "J"}),
        ("2024-11", "2026-02", {"2025": "J", "2026": "J"}),
        ("2024-12", "2026-02", {"2025": "J", "2026": "J"}),
        ("2025-01", "2025-12", {"2025": "J"}),
        ("2024-12", "2025-06", {"2025": "Jan"}),
    ],
)
def test_a_year_stands_over_its_first_month_and_never_runs_into_the_next(
    start: str, end: str, heads: dict[str, str], tmp_path: Path
) -> None:
    entry = "title: An entry of a name that is long enough\nmilestones:\n  - {id: m, title: y, due: 2025-03}\n"
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/x.yaml": entry}).parent
    lines = call("timeline", "--from", start, "--to", end, cwd=folder, env={"COLUMNS": "72"}).lines
    assert lines[2].split() == list(heads)
    assert {year: lines[3][lines[2].index(year) :].split()[0] for year in heads} == heads


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_status_names_columns_and_objectives_whole(columns: int, tmp_path: Path) -> None:
    lines = call("status", cwd=company(tmp_path).parent, env={"COLUMNS": str(columns)}).lines
    for name in ("Pay data", "Careers", "Openness", "Projects", "All"):
        assert [line for line in lines if line.startswith(f"  {name}")]
    assert not [line for line in lines if "…" in line]
    assert len([line for line in lines if line.startswith("  OBJECTIVE ")]) == (0 if columns == 60 else 2)


@pytest.mark.parametrize("columns", range(50, 80, 3))
def test_the_last_year_never_stands_out_over_the_screen(columns: int, tmp_path: Path) -> None:
    files = {"p/plan.yaml": PLAN, "p/actions/x.yaml": f"title: {'long ' * 30}\ndue: 2004-06\n"}
    folder = tree(tmp_path, files).parent
    for start in ("2003-12", "2003-05", "1996", "1970"):
        result = call("timeline", "--from", start, "--to", "2005-01", cwd=folder, env={"COLUMNS": str(columns)})
        assert widest(result) <= columns


def test_the_legend_explains_every_sign_that_is_drawn_and_no_other() -> None:
    crowded = call("timeline", "--tree", "plans", env={"COLUMNS": "100"}).lines
    assert [line for line in crowded if "+◆" in line or "+◇" in line]
    assert "+ more than fit" in crowded[-1] + crowded[-2]
    alone = call("timeline", "--plan", "equalities-2006", "--tree", "plans", env={"COLUMNS": "80"}).out
    assert ("│" in alone.partition("status date)")[2]) == ("│ status date" in alone)
    assert "slipped" not in alone
    roomy = call("timeline", "--plan", "women-2003", "--kind", "project", "--tree", "plans", env={"COLUMNS": "140"}).out
    assert "+" not in roomy


@pytest.mark.parametrize("glyphs", ["UNICODE", "ASCII"])
def test_no_sign_of_the_timeline_means_two_things(glyphs: str) -> None:
    signs = getattr(screen, glyphs)
    on_bars = [signs.bar, signs.line, signs.cross, "+", *signs.marks.values()]
    assert len(set(on_bars)) == len(on_bars)
    under_bars = [signs.line, signs.today, signs.moved, signs.tip, signs.back]
    assert len(set(under_bars)) == len(under_bars)
