"""`timeline`: each sign stands where it is true, at any width."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cli_runner import call
from support import tree

WIDTHS = ("60", "80", "140")
BASELINE = "genderplan: 1\ntaken: 2024-12-01\nentries:\n  a: {kind: action, title: A, "
AXIS = ("--from", "2024-01", "--to", "2026-12")


def drawn(folder: Path, entry: str, as_of: str, columns: str, files: Mapping[str, str] | None = None) -> list[str]:
    """The lines of an action's drawing: its bar, and what stands under it."""
    others = {f"p/{name}": text for name, text in (files or {}).items()}
    plans = tree(
        folder, {"p/plan.yaml": "genderplan: 1\ntitle: P\n", "p/actions/a.yaml": f"title: A\n{entry}", **others}
    )
    result = call("timeline", "--as-of", as_of, *AXIS, "--tree", str(plans), env={"COLUMNS": columns})
    assert result.code == 0
    lines = result.out.split("\n\n")[0].split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("A "))
    return lines[first:]


@pytest.mark.parametrize("columns", WIDTHS)
def test_what_finished_late_stands_where_it_finished(tmp_path: Path, columns: str) -> None:
    done = "{id: m, title: M, due: 2024-03, completed: 2025-12-10}"
    (bar, *_) = drawn(tmp_path, f"milestones: [{done}]\n", "2026-06-01", columns)
    (own, *_) = drawn(tmp_path, "due: 2024-03\ncompleted: 2025-12-10\n", "2026-06-01", columns)
    (still, *_) = drawn(tmp_path, "milestones: [{id: m, title: M, due: 2025-12-10}]\n", "2025-01-01", columns)
    assert bar.index("●") == own.index("●") == still.index("◇")


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("as_of", ["2025-02-01", "2025-02-10", "2025-02-28"])
def test_what_is_overdue_is_never_right_of_the_status_date(tmp_path: Path, as_of: str, columns: str) -> None:
    days = ("2025-01-30", "2025-01-31", "2025-01", "2025-01-29")
    many = "".join(f"  - {{id: m{number}, title: M, due: {day}}}\n" for number, day in enumerate(days))
    forecast = "  - {id: f, title: M, due: 2025-01, forecast: 2026-05}\n"
    bar, *_ = drawn(tmp_path, f"milestones:\n{many}{forecast}", as_of, columns)
    empty, *_ = drawn(tmp_path, "milestones: [{id: m, title: M, due: 2024-01}]\n", as_of, columns)
    assert 0 <= bar.rfind("!") <= empty.index("│")
    assert bar.rfind("+") <= empty.index("│")


@pytest.mark.parametrize("columns", WIDTHS)
def test_what_is_to_come_is_never_left_of_the_status_date(tmp_path: Path, columns: str) -> None:
    days = ("2025-02-11", "2025-02", "2025-02-12", "2025-02-27")
    many = "".join(f"  - {{id: m{number}, title: M, due: {day}}}\n" for number, day in enumerate(days))
    bar, *_ = drawn(tmp_path, f"milestones:\n{many}", "2025-02-10", columns)
    empty, *_ = drawn(tmp_path, "milestones: [{id: m, title: M, due: 2024-01}]\n", "2025-02-10", columns)
    assert min(bar.index(sign) for sign in "◆+" if sign in bar) >= empty.index("│")


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("field", ["due", "end"])
def test_an_actions_own_date_is_drawn_beside_its_milestones(tmp_path: Path, field: str, columns: str) -> None:
    one = "milestones: [{id: m, title: M, due: 2024-06, completed: 2024-06-01}, {id: n, title: N}]\n"
    bar, *_ = drawn(tmp_path, f"{field}: 2025-10\n{one}", "2025-01-01", columns)
    assert bar.index("●") < bar.index("│") < bar.index("◇")
    late, *_ = drawn(tmp_path, f"{field}: 2025-10\n{one}", "2026-06-01", columns)
    assert late.index("●") < late.index("!") < late.index("│")
    done, *_ = drawn(tmp_path, f"{field}: 2025-10\n{one.replace(', {id: n, title: N}', '')}", "2025-01-01", columns)
    assert done.count("●") == 1  # once all milestones are done, its own date counts no more


@pytest.mark.parametrize(
    ("more", "sign"), [("", "◇"), ("completed: 2025-01-10\n", "●"), ("cancelled: {date: 2025-01-10, reason: R}\n", "×")]
)
@pytest.mark.parametrize("due", ["2025-12", "2025-12-31", "2025-Q4", "2025"])
def test_an_own_date_that_a_milestone_says_already_is_one_sign(tmp_path: Path, due: str, more: str, sign: str) -> None:
    done = ", completed: 2025-01-10" if sign == "●" else ""
    milestone = f"milestones: [{{id: m, title: M, due: 2025-12{done}}}]\n"
    bar, *_ = drawn(tmp_path, f"due: {due}\n{more}{milestone}", "2025-02-01", "140")
    assert bar.count(sign) == 1


@pytest.mark.parametrize("columns", WIDTHS)
def test_a_project_that_is_overdue_or_done_says_so_by_a_sign(tmp_path: Path, columns: str) -> None:
    def of(text: str) -> str:
        files = {"projects/b.yaml": f"title: B\nstart: 2024-06\nend: 2025-06\n{text}"}
        lines = drawn(tmp_path, "note: none\n", "2025-09-01", columns, files)
        return next(line for line in lines if line.startswith("B "))

    assert of("").rstrip(" │").endswith("█!")
    assert of("completed: 2025-08-10\n").index("●") > of("").index("!")
    assert not set("◇◆") & set(of("note: open\n"))


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    ("agreed", "finish", "is_slip"),
    [
        ("2025-Q1", "completed: 2025-02-10", False),
        ("2025-Q1", "completed: 2025-01", False),
        ("2025", "completed: 2025-11-30", False),
        ("FY2025-26", "forecast: 2025-05", False),
        ("2025-Q1", "due: 2025-02", False),
        ("2025-Q1", "completed: 2025-04-02", True),
        ("2025-Q1", "due: 2025-05", True),
        ("2025-Q1", "due: 2024-11", True),
    ],
)
def test_kept_within_what_was_agreed_is_no_slip(
    tmp_path: Path, agreed: str, finish: str, is_slip: bool, columns: str
) -> None:
    due = "" if finish.startswith("due") else f", due: {agreed}"
    milestone = f"milestones: [{{id: m, title: M{due}, {finish}}}]\n"
    kept = f"{BASELINE}milestones: [{{id: m, title: M, due: {agreed}}}]}}\n"
    lines = drawn(tmp_path, milestone, "2026-06-01", columns, {"baselines/b.yaml": kept})
    assert any("○" in line for line in lines) == is_slip


def test_what_is_cancelled_slipped_no_more(tmp_path: Path) -> None:
    milestone = 'milestones: [{id: m, title: M, due: 2025-09, cancelled: {reason: "Not needed"}}]\n'
    kept = f"{BASELINE}milestones: [{{id: m, title: M, due: 2025-03}}]}}\n"
    lines = drawn(tmp_path, milestone, "2026-06-01", "80", {"baselines/b.yaml": kept})
    assert "○" not in "".join(lines)


@pytest.mark.parametrize("columns", WIDTHS)
def test_what_has_a_start_and_no_end_goes_on(tmp_path: Path, columns: str) -> None:
    bar, *_ = drawn(tmp_path, "start: 2025-02\n", "2025-09-01", columns)
    assert bar.rstrip().endswith("─▶")
    done, *_ = drawn(tmp_path, "start: 2025-02\ncompleted: 2025-06-30\n", "2025-09-01", columns)
    assert "▶" not in done
    assert done.rstrip().rstrip("│").rstrip().endswith("●")
    ended, *_ = drawn(
        tmp_path, "start: 2025-02\nmilestones: [{id: m, title: M, due: 2025-10}]\n", "2025-09-01", columns
    )
    assert "▶" not in ended


@pytest.mark.parametrize("columns", WIDTHS)
def test_a_project_without_an_end_goes_on(tmp_path: Path, columns: str) -> None:
    files = {"projects/b.yaml": "title: B\nstart: 2025-02\n"}
    lines = drawn(tmp_path, "note: none\n", "2025-09-01", columns, files)
    assert next(line for line in lines if line.startswith("B ")).rstrip().endswith("█▶")
