"""One slip, one finding."""

from pathlib import Path

from genderplan.api import load_tree, validate
from support import PLAN, tree


def found(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, int, int]]:
    judgement = validate(load_tree(tree(tmp_path, files)))
    return [(each.code, each.line, each.column) for each in judgement.findings if each.severity != "note"]


def test_of_a_circle_only_the_circle_is_told(tmp_path: Path) -> None:
    milestones = (
        "milestones:\n  - {id: x, title: X, due: 2024-08, depends_on: y}\n"
        "  - {id: y, title: Y, due: 2024-09, depends_on: z}\n"
        "  - {id: z, title: Z, due: 2024-10, depends_on: x}\n"
        "  - {id: w, title: W, due: 2024-01, depends_on: x}\n"
    )
    files = {"p/plan.yaml": PLAN, "p/actions/a.yaml": "title: A\n" + milestones}
    assert found(tmp_path, files) == [("GP301", 5, 49), ("GP303", 6, 28)]


def test_no_date_is_outside_a_period_that_ends_before_it_starts(tmp_path: Path) -> None:
    plan = PLAN + "period: {start: 2026-01, end: 2025-12}\n"
    files = {"p/plan.yaml": plan, "p/actions/a.yaml": "title: A\ndue: 2024-08\n"}
    assert [code for code, _, _ in found(tmp_path, files)] == ["GP302"]


def test_a_misspelt_required_key_is_not_missing_too(tmp_path: Path) -> None:
    files = {"p/plan.yaml": PLAN, "p/actions/a.yaml": "titel: A\n", "p/actions/b.yaml": "xyz: A\n"}
    assert found(tmp_path, files) == [("GP102", 1, 1), ("GP102", 1, 1), ("GP103", 1, 1)]


def test_what_is_named_and_empty_is_not_dropped_without_a_word(tmp_path: Path) -> None:
    files = {
        "organisations.yaml": "HR: {}\nCJU:\n",
        "p/plan.yaml": PLAN,
        "p/baselines/b.yaml": "genderplan: 1\nentries:\n  a:\n",
    }
    assert found(tmp_path, files) == [("GP104", 2, 1), ("GP104", 3, 3)]


def test_line_separators_are_text_and_end_no_line(tmp_path: Path) -> None:
    text = "title: A\nnote: one\u2028two \u2029 three\n# \u2028\ndue: 2025-13\n"
    files = {"p/plan.yaml": PLAN, "p/actions/a.yaml": text}
    assert found(tmp_path, files) == [("GP105", 4, 6)]
    files["p/actions/a.yaml"] = text.replace("-13", "-12")
    [entry] = load_tree(tree(tmp_path, files)).plans[0].entries
    assert entry.note == "one\u2028two \u2029 three"
