"""Targets and baselines of indicators against a baseline of the plan: what `slippage` tells, and what one keeps."""

from pathlib import Path
from typing import Any

import pytest

from cli_runner import call
from genderplan.editing.freezing import NewBaseline, frozen
from genderplan.reports.slippage.result import slippage
from genderplan.reports.slippage.targets import ChangedTarget
from genderplan.source.yaml.reader import read_document
from support import tree
from trees import PLAN, judged, pay, selected

WOMEN = "title: Women\ngood: up\nbaseline: {period: 2020, value: 30}\ntargets:\n- {by: 2023, value: 32}\n- {by: 2025, value: 35}\n"


def kept(text: str) -> str:
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    return f"genderplan: 1\nindicators:\n  women:\n{lines}"


def changes(now: str | None, then: str = WOMEN, name: str = "women", **asked: list[str]) -> list[ChangedTarget]:
    """What changed since a baseline that has one indicator."""
    files = {"baselines/b": kept(then), "actions/x": "title: X\n"} | ({f"indicators/{name}": now} if now else {})
    read = pay(files)
    assert read.findings == ()
    [comparison] = slippage(judged(read), selected(read, **asked)).comparisons
    return list(comparison.targets)


def told(
    now: str | None, then: str = WOMEN, name: str = "women"
) -> list[tuple[str, str | None, str | None, bool | None]]:
    def words(point: object) -> str | None:
        return None if point is None else " ".join(str(each) for each in point if each)  # type: ignore[attr-defined]

    return [(each.kind, words(each.was), words(each.now), each.easier) for each in changes(now, then, name)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        ("value: 35", "value: 35.0", []),
        ("by: 2025,", "by: 2025-12,", []),
        ("value: 35", "value: 33", [("target", "2025 35", "2025 33", True)]),
        ("value: 35", "value: 36", [("target", "2025 35", "2025 36", False)]),
        ("by: 2025,", "by: 2026,", [("target", "2025 35", "2026 35", True)]),
        ("by: 2025,", "by: 2024,", [("target", "2025 35", "2024 35", False)]),
        ("- {by: 2025, value: 35}\n", "", [("target", "2025 35", None, True)]),
        ("- {by: 2025, value: 35}\n", "- {value: no-target}\n", [("target", "2025 35", "no-target", True)]),
        ("- {by: 2023", "- {by: 2022, value: 31}\n- {by: 2023", [("target", None, "2022 31", None)]),
        ("value: 30", "value: 31", [("baseline", "2020 30", "2020 31", None)]),
        ("baseline: {period: 2020, value: 30}\n", "", [("baseline", "2020 30", None, None)]),
        (
            "- {by: 2023, value: 32}\n- {by: 2025, value: 35}\n",
            "- {by: 2024, value: 32}\n- {by: 2027, value: 36}\n",
            [("target", "2023 32", "2024 32", True), ("target", "2025 35", "2027 36", True)],
        ),
    ],
)
def test_what_changed(old: str, new: str, found: list[tuple[str, str | None, str | None, bool | None]]) -> None:
    """F1-08"""
    assert told(WOMEN.replace(old, new)) == found


def test_an_indicator_that_is_gone_and_one_that_is_new() -> None:
    assert [each[1:3] for each in told(None)] == [("2020 30", None), ("2023 32", None), ("2025 35", None)]
    assert [each[0] for each in told("title: Y\ntargets: [{value: no-target}]\nrenamed_from: women\n", name="y")] == [
        "baseline",
        "target",
        "target",
    ]


def test_another_id_is_the_same_indicator() -> None:
    assert told(WOMEN + "renamed_from: [women]\n", name="posts") == []


def test_filters() -> None:
    now = WOMEN.replace("35", "33") + "lead: HR\n"
    assert len(changes(now, lead=["HR"])) == 1
    assert changes(now, lead=["Finance"]) == []


def test_a_commit_is_compared_as_a_baseline_is(tmp_path: Path) -> None:
    for side, value in (("then", 35), ("now", 33)):
        (tmp_path / side).mkdir()
        tree(tmp_path / side, {"p/plan.yaml": PLAN, "p/indicators/women.yaml": WOMEN.replace("35", str(value))})
    arguments = ("slippage", "--tree", "now/plans", "--against", "./then/plans")
    [comparison] = call(*arguments, "--format", "json", cwd=tmp_path).json["comparisons"]
    assert comparison["targets"] == [
        {
            "id": "p/women",
            "title": "Women",
            "category": None,
            "kind": "target",
            "was": {"date": "2025", "value": "35"},
            "now": {"date": "2025", "value": "33"},
            "easier": True,
        }
    ]
    assert "women  35 by 2025 → 33 by 2025 (easier)" in call(*arguments, cwd=tmp_path).out
    page = call(*arguments, "--format", "markdown", cwd=tmp_path).out
    assert "| Women<br>`women` | 35 by 2025 | 33 by 2025 | easier |" in page


def test_a_baseline_keeps_what_is_promised_and_no_values() -> None:
    """A baseline that is saved compares to nothing changed."""
    text = WOMEN + "values: [{period: 2024, value: 33.10}]\nx-own: [1]\nevery: 1 year\n"
    read = pay({"indicators/women": text, "actions/x": "title: X\nindicators: women\ncost: {amount: 5.50}\n"})
    data = frozen(read.plans[0], NewBaseline("b"))
    document: Any = read_document(data, "b.yaml").value
    assert document["indicators"] == {
        "women": {
            "title": "Women",
            "good": "up",
            "baseline": {"period": "2020", "value": "30"},
            "targets": [{"by": "2023", "value": "32"}, {"by": "2025", "value": "35"}],
            "x-own": ["1"],
            "every": "1 year",
        }
    }
    assert document["entries"]["x"] == {
        "kind": "action",
        "title": "X",
        "indicators": "women",
        "cost": {"amount": "5.50"},
    }
    again = pay({"indicators/women": text, "actions/x": "title: X\nindicators: women\n", "baselines/b": data.decode()})
    [comparison] = slippage(judged(again), selected(again)).comparisons
    assert (again.findings, comparison.targets) == ((), ())
