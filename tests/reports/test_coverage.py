"""`coverage`: what serves which section, column by column, and the gaps. F1-05, F1-06, F2-03, F2-06, F3-17, F3-37."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from genderplan.errors import UsageError
from genderplan.plan.plans import Tree
from genderplan.reports.coverage.records import Coverage, CoverageRow
from genderplan.reports.coverage.result import CoverageQuery, coverage
from trees import ORGANISATIONS, judged, selected, tree_of

FRAMEWORKS = {
    "standard": """\
genderplan: 1
title: Equality standard
kind: standard
edition: "2021"
sections:
  - id: leadership
    title: Leadership
    sections:
      - {id: roles, title: Role models, ref: "1.1", importance: mandatory}
      - {id: words, title: Words, supported_by: {section: goals/fair, extent: part}}
  - {id: pay, title: Pay, supported_by: [strategies/money, {section: goals/fair, extent: none}]}
  - {id: noise, title: Noise, supported_by: {section: goals, extent: none}}
  - {id: text, title: Text, supported_by: {text: Another paper}}
""",
    "goals": "genderplan: 1\ntitle: Goals\nkind: goals\nsections: [{id: fair, title: Fair}, {id: free, title: Free}]\n",
    "strategies": "genderplan: 1\ntitle: Strategies\nkind: strategies\nsections: [{id: money, title: Money}]\n",
    "strands": "genderplan: 1\ntitle: Strands\nkind: strands\nsections: [{id: race, title: Race}, {id: age, title: Age}]\n",
}
PLAN = """\
genderplan: 1
title: Pay plan
objectives:
  - {id: data, title: Data, supports: {section: standard/roles, extent: part}}
  - {id: other, title: Other}
"""
ENTRIES = {
    "actions/a": "title: A\nlead: HR\nobjective: data\nsupports: strands/race\n",
    "actions/b": "title: B\nlead: [HR, Finance]\nsupports: [standard/roles, strands/race, standard, goals/fair]\n",
    "actions/c": "title: C\nobjective: other\nsupports: {section: standard/roles, extent: none}\n",
    "projects/d": "title: D\nsupports: standard/roles\ncancelled: {date: 2030, reason: Cost}\n",
}


def written(frameworks: Mapping[str, str] = FRAMEWORKS, entries: Mapping[str, str] = ENTRIES, policy: str = "") -> Tree:
    files = {f"frameworks/{name}.yaml": text for name, text in frameworks.items()}
    own = {f"pay/{name}.yaml": text for name, text in entries.items()}
    return tree_of({"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN + policy} | files | own)


def covered(tree: Tree, framework: str | None = None, by: str | None = None, **filters: list[str]) -> Coverage:
    return coverage(tree, judged(tree), selected(tree, **filters), CoverageQuery(framework, by))


def rows(report: Coverage) -> dict[str, CoverageRow]:
    return {row.section: row for row in report.rows}


def cells(report: Coverage, section: str) -> dict[str, tuple[str, int]]:
    return {cell.column: (cell.extent, len(cell.entries)) for cell in rows(report)[section].cells}


def test_sections_stand_in_their_order_and_depth_behind_the_whole_of_it() -> None:
    report = covered(written(), "standard")
    assert [(row.section, row.depth, row.importance) for row in report.rows] == [
        ("standard", 0, None),
        ("standard/leadership", 0, None),
        ("standard/roles", 1, "mandatory"),
        ("standard/words", 1, None),
        ("standard/pay", 0, None),
        ("standard/noise", 0, None),
        ("standard/text", 0, None),
    ]
    assert rows(report)["standard/roles"].ref == "1.1"
    assert [row.is_heading for row in report.rows] == [False, True, False, False, False, False, False]


def test_a_reference_to_the_whole_counts_in_its_own_row_only() -> None:
    report = covered(written(), "standard")
    assert rows(report)["standard"].entries == ("pay/b",)
    assert "pay/b" not in rows(report)["standard/pay"].entries
    assert "standard" not in rows(covered(written(entries={}), "standard"))


def test_an_entry_inherits_from_its_objective_and_a_cancelled_one_supports_nothing() -> None:
    row = rows(covered(written(), "standard"))["standard/roles"]
    assert row.entries == ("pay/a", "pay/b")
    assert row.extent == "full"


def test_what_is_below_is_told_apart() -> None:
    report = covered(written(), "standard")
    assert rows(report)["standard/leadership"].entries == ()
    assert rows(report)["standard/leadership"].below == (2, 2, 2)
    assert rows(report)["standard/roles"].below is None


@pytest.mark.parametrize(
    ("by", "section", "expected"),
    [
        (None, "standard/roles", {"pay": ("full", 2)}),
        (None, "standard/words", {"goals": ("part", 0)}),
        (None, "standard/pay", {"strategies": ("full", 0), "goals": ("none", 0)}),
        ("plan", "standard/words", {}),
        ("lead", "standard/roles", {"HR": ("full", 2), "Finance": ("full", 1), "-": ("none", 0)}),
        ("objective", "standard/roles", {"pay/data": ("part", 1), "pay/-": ("full", 1), "pay/other": ("none", 0)}),
        ("strand", "standard/roles", {"strands/race": ("full", 2)}),
        ("strands", "standard/roles", {"strands/race": ("full", 2)}),
        ("goals", "standard/roles", {"goals/fair": ("full", 1)}),
        ("framework:goals", "standard/roles", {"goals/fair": ("full", 1)}),
        ("goals", "standard/words", {"goals/fair": ("part", 0)}),
        ("goals", "standard/noise", {"goals": ("none", 0)}),
        ("strategies", "standard/pay", {"strategies/money": ("full", 0)}),
    ],
)
def test_a_cell_for_each_column_that_says_anything(by: str | None, section: str, expected: object) -> None:
    assert cells(covered(written(), "standard", by), section) == expected


def test_columns_in_their_order() -> None:
    tree = written()
    assert [each.column for each in covered(tree, "standard", "lead").columns] == ["Finance", "HR", "-"]
    by_objective = covered(tree, "standard", "objective").columns
    assert [each.column for each in by_objective] == ["pay/data", "pay/other", "pay/-"]
    assert [each.title for each in covered(tree, "standard", "lead").columns] == [
        "Finance Department",
        "Human Resources",
        "no lead",
    ]
    assert [each.column for each in covered(tree, "standard").columns] == ["pay", "goals", "strategies"]


def test_an_empty_strand_is_shown_and_an_empty_goal_is_told() -> None:
    report = covered(written(), "standard", "strand")
    assert [each.column for each in report.columns] == ["strands/race", "strands/age"]
    goals = covered(written(), "standard", "goals")
    assert [each.column for each in goals.columns] == ["goals", "goals/fair"]
    assert goals.idle == (("goals/free", "Free"),)


def test_what_is_served_by_nothing_in_part_and_by_strategies_only() -> None:
    report = covered(written(), "standard")
    assert report.gaps._asdict() == {
        "nothing": ("standard/noise",),
        "part": ("standard/words",),
        "strategies": ("standard/pay",),
    }
    [framework] = report.frameworks
    assert framework[4:] == (5, 2, 1, 1, 1)
    assert rows(report)["standard/pay"].strategies == (("strategies/money", "Money"),)


def test_a_framework_that_is_called_as_a_word_for_columns_is_named_with_its_kind() -> None:
    tree = written({**FRAMEWORKS, "lead": FRAMEWORKS["goals"]})
    assert covered(tree, "standard", "framework:goals")._replace(by="goals") == covered(tree, "standard", "goals")
    assert [each.id for each in covered(tree, "lead", "lead").frameworks] == ["lead"]
    assert covered(tree, "goals", "framework:lead").columns == ()
    assert [each.id for each in covered(tree, "goals", "framework:lead").idle] == ["lead/fair", "lead/free"]


def test_gaps_are_the_same_whatever_the_columns() -> None:
    tree = written()
    gaps = {covered(tree, "standard", by).gaps for by in (None, "lead", "plan", "objective", "strand", "goals")}
    assert len(gaps) == 1


def test_gaps_alone() -> None:
    tree = written()
    report = coverage(tree, judged(tree), selected(tree), CoverageQuery("standard", None, True))
    assert [row.section for row in report.rows] == ["standard/words", "standard/pay", "standard/noise"]


def test_filters_say_which_entries_count() -> None:
    report = covered(written(), "standard", None, lead=["Finance"])
    assert rows(report)["standard/roles"].entries == ("pay/b",)
    assert rows(covered(written(), "standard", None, status=["complete"]))["standard/roles"].entries == ()


def test_the_frameworks_that_are_followed_else_those_that_are_supported_else_all() -> None:
    followed = written(policy="follows: [goals, gone, strands]\n")
    assert [each.id for each in covered(followed).frameworks] == ["goals", "strands"]
    assert [each.id for each in covered(written()).frameworks] == ["goals", "standard", "strands"]
    assert [each.id for each in covered(written(entries={})).frameworks] == sorted(FRAMEWORKS)
    assert [each.id for each in covered(written(), "framework:goals").frameworks] == ["goals"]
    assert covered(written({}, {})).rows == ()


@pytest.mark.parametrize(
    ("framework", "by", "message"),
    [
        ("standrd", None, "unknown framework 'standrd' .did you mean 'standard'"),
        ("standard", "golas", "unknown kind of columns 'golas' .did you mean 'goals'"),
        ("standard", "framework:golas", "unknown kind of columns 'golas' .did you mean 'goals'"),
        ("goals", "framework:goals", "--by framework:goals: the columns of a framework are those of another one"),
    ],
)
def test_what_is_not_known(framework: str, by: str | None, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        covered(written(), framework, by)


def test_a_framework_that_is_called_as_a_kind_of_columns() -> None:
    tree = written(FRAMEWORKS | {"lead": FRAMEWORKS["goals"].replace("Goals", "Leads")})
    assert [each.column for each in covered(tree, "standard", "lead").columns] == ["Finance", "HR", "-"]
    assert covered(tree, "standard", "framework:lead").idle == (("lead/fair", "Fair"), ("lead/free", "Free"))
    assert covered(tree, "lead", "lead").rows
    with pytest.raises(UsageError, match="the columns of a framework are those of another one"):
        covered(tree, "lead", "framework:lead")


def test_no_strands() -> None:
    with pytest.raises(UsageError, match="no framework of kind strands"):
        covered(written({"standard": FRAMEWORKS["standard"]}, {}), "standard", "strand")


PLANS = Path(__file__).parents[2] / "plans"


@pytest.mark.skipif(not (PLANS / "frameworks").is_dir(), reason="the frameworks of the papers are not there yet")
def test_the_papers_own_matrix() -> None:
    """F1-05, F1-06: 26 rows, one part, five that no goal serves, three of them served by a strategy only."""
    from genderplan.loading.tree import load_tree

    tree = load_tree(PLANS)
    report = covered(tree, "mayors-directions", "safest-city")
    own = [row for row in report.rows if not row.is_heading]
    assert len(own) == 26
    assert [row.section for row in own if row.extent == "none"] == [
        f"mayors-directions/{name}"
        for name in ("biodiversity", "noise", "london-plan-5", "transport", "investing-in-the-capital")
    ]
    assert report.gaps.part == ("mayors-directions/safety-of-women",)
    assert [name.partition("/")[2] for name in report.gaps.strategies] == ["biodiversity", "london-plan-5", "transport"]
    assert [name.partition("/")[2] for name in report.gaps.nothing] == ["noise", "investing-in-the-capital"]
    assert [each.ref for each in report.columns] == ["Goal 1", "Goal 2", "Goal 3", "Goal 4", "Goal 5"]


def test_a_framework_is_no_column_of_its_own() -> None:
    with pytest.raises(UsageError, match="are those of another one"):
        covered(written(), "standard", "standard")
    assert [each.id for each in covered(written(), None, "strand").frameworks] == ["goals", "standard"]


MEASURED = ENTRIES | {
    "indicators/gap": "title: Gap\nlead: Finance\nsupports: [{section: standard/pay, extent: part}, strands/age]\n",
    "indicators/none": "title: None\nsupports: {section: standard/noise, extent: none}\n",
}


@pytest.mark.parametrize(
    ("by", "column"), [(None, "pay"), ("lead", "Finance"), ("objective", "pay/-"), ("strand", "strands/age")]
)
def test_an_indicator_supports_a_section(by: str | None, column: str) -> None:
    report = covered(written(entries=MEASURED), "standard", by)
    row = rows(report)["standard/pay"]
    assert (column, "part", ()) in row.cells
    assert (row.entries, row.indicators) == ((), ("pay/gap",))
    assert rows(report)["standard/noise"].indicators == ()
    assert "standard/pay" in report.gaps.part


def test_filters_leave_indicators_out() -> None:
    tree = written(entries=MEASURED)
    assert rows(covered(tree, "standard", lead=["HR"]))["standard/pay"].indicators == ()
    assert rows(covered(tree, "standard", supports=["standard/pay"]))["standard/pay"].indicators == ("pay/gap",)
