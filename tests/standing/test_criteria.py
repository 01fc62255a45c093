"""Filters, the same everywhere: repeated is or, different is and; a name that nothing bears is an error."""

from collections.abc import Sequence
from functools import cache

import pytest

from cases import for_each
from genderplan.cli.filters import Filters
from genderplan.errors import UsageError
from genderplan.plan.plans import Tree
from genderplan.standing.filters.criteria import FILTERS, select
from genderplan.standing.filters.predicates import has_tag, is_led_by, serves
from trees import ORGANISATIONS, PLAN, judged, selected, tree_of

POLICY = "objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]\n"
PUBLISH = """\
title: To publish the pay gap by grade
objective: data
lead: HR
inputs: Finance
output: Annual pay gap report
tags: [Statutory]
milestones:
  - {id: extract, title: Extract payroll, due: 2024-12}
  - {id: report, title: Publish the report, due: 2025-04-30, lead: Finance, tags: [board], note: Twelve pages}
  - {id: pilot, title: Try it, duration: P3M, completed: 2025-01-10}
  - {id: poster, title: Print a poster, cancelled: {reason: Cost}}
"""
REVIEW = """\
title: To review promotions
objective: careers
lead: [Finance, Audit]
due: 2025-02
note: A promise to the board
milestones:
  - {id: ask, title: Ask the staff, due: 2025-01}
"""
RETURN = """\
title: Return to work
groups: [Carers, Part-time staff]
partners: [{role: Sponsor}, {organisation: University, role: Evaluator}]
end: 2025-09
milestones:
  - {id: site, title: Choose a pilot site, due: 2025-03}
"""
OTHER = "title: To train the board\ntags: [Training]\ncompleted: 2025-01-02\n"
FILES = {
    "organisations.yaml": ORGANISATIONS,
    "pay/plan.yaml": PLAN + POLICY,
    "pay/actions/publish.yaml": PUBLISH,
    "pay/actions/review.yaml": REVIEW,
    "pay/projects/return.yaml": RETURN,
    "training/plan.yaml": PLAN,
    "training/actions/board.yaml": OTHER,
}
PUBLISHED = ["publish#extract", "publish#report", "publish#pilot", "publish#poster"]
REVIEWED = ["review#ask", "review"]
RETURNED = ["return#site", "return"]
EVERYTHING = PUBLISHED + REVIEWED + RETURNED
BY_HR = ["publish#extract", "publish#pilot", "publish#poster"]


@cache
def tree() -> Tree:
    return tree_of(FILES)


def entries(**criteria: Sequence[str]) -> list[str]:
    selection = selected(tree(), **criteria)
    standings = [each for each in judged(tree()) if each.plan in selection.plans]
    return [found.entry.id for each in standings for found in selection.entries(each)]


def items(**criteria: Sequence[str]) -> list[str]:
    selection = selected(tree(), **criteria)
    standings = [each for each in judged(tree()) if each.plan in selection.plans]
    return [found.item.id.split("/")[1] for each in standings for found in selection.items(each)]


def test_without_filters_everything_passes() -> None:
    assert entries() == ["publish", "review", "return", "board"]
    assert items() == EVERYTHING
    assert not selected(tree()).is_narrowed


@for_each(
    ("criteria", "expected_entries", "expected_items"),
    [
        ({"plan": ["training"]}, ["board"], []),
        ({"plan": ["PAY"]}, ["publish", "review", "return"], EVERYTHING),
        ({"plan": ["pay", "Training"]}, ["publish", "review", "return", "board"], EVERYTHING),
        ({"objective": ["data"]}, ["publish"], PUBLISHED),
        ({"objective": ["DATA"]}, ["publish"], PUBLISHED),
        ({"objective": ["pay  data"]}, ["publish"], PUBLISHED),
        ({"objective": ["data", "careers"]}, ["publish", "review"], PUBLISHED + REVIEWED),
        # a milestone's lead is its own, else its entry's; an entry has those of its milestones too
        ({"lead": ["HR"]}, ["publish"], BY_HR),
        ({"lead": ["hr"]}, ["publish"], BY_HR),
        ({"lead": ["Human Resources"]}, ["publish"], BY_HR),
        ({"lead": ["personnel"]}, ["publish"], BY_HR),
        ({"lead": ["h  r"]}, ["publish"], BY_HR),
        ({"lead": ["Finance"]}, ["publish", "review"], ["publish#report", "review#ask", "review"]),
        ({"lead": ["Audit"]}, ["review"], REVIEWED),
        ({"lead": ["HR", "Audit"]}, ["publish", "review"], BY_HR + REVIEWED),
        ({"lead": ["HR-Board"]}, [], []),
        ({"partner": ["University"]}, ["return"], RETURNED),
        ({"partner": ["university of the north"]}, ["return"], RETURNED),
        ({"partner": ["sponsor"]}, ["return"], RETURNED),
        ({"partner": ["Evaluator"]}, ["return"], RETURNED),
        ({"partner": ["HR"]}, [], []),
        ({"partner": ["HR", "Sponsor"]}, ["return"], RETURNED),
        ({"group": ["carers"]}, ["return"], RETURNED),
        ({"group": ["part-time  STAFF"]}, ["return"], RETURNED),
        ({"kind": ["action"]}, ["publish", "review", "board"], PUBLISHED + REVIEWED),
        ({"kind": ["Project"]}, ["return"], RETURNED),
        ({"kind": ["action", "project"]}, ["publish", "review", "return", "board"], EVERYTHING),
        ({"status": ["overdue"]}, ["publish"], ["publish#extract"]),
        ({"status": ["Complete"]}, ["board"], ["publish#pilot"]),
        ({"status": ["cancelled"]}, [], ["publish#poster"]),
        ({"status": ["undated"]}, [], []),
        ({"status": ["due", "upcoming"]}, ["review", "return"], ["publish#report", *REVIEWED, *RETURNED]),
        ({"rag": ["RED"]}, ["publish"], ["publish#extract"]),
        ({"rag": ["green"]}, ["review", "return"], ["publish#report", *REVIEWED, *RETURNED]),
        ({"rag": ["blue", "red"]}, ["publish", "board"], ["publish#extract", "publish#pilot"]),
        ({"tag": ["statutory"]}, ["publish"], PUBLISHED),
        ({"tag": ["training", "Statutory"]}, ["publish", "board"], PUBLISHED),
        ({"search": ["PAYROLL"]}, ["publish"], ["publish#extract"]),
        ({"search": ["the  report"]}, ["publish"], ["publish#report"]),
        ({"search": ["twelve"]}, ["publish"], ["publish#report"]),
        ({"search": ["annual pay gap"]}, ["publish"], []),
        ({"search": ["promise"]}, ["review"], ["review"]),
        ({"search": ["promise", "pilot"]}, ["publish", "review", "return"], ["publish#pilot", "review", "return#site"]),
        ({"search": ["nothing like it"]}, [], []),
        # different filters narrow each other
        ({"lead": ["Finance"], "status": ["upcoming"]}, [], ["publish#report", "review"]),
        ({"lead": ["HR"], "objective": ["careers"]}, [], []),
        ({"plan": ["training"], "kind": ["project"]}, [], []),
        (
            {"kind": ["action"], "rag": ["red", "green"], "due": ["2025"]},
            ["publish", "review"],
            ["publish#report", *REVIEWED],
        ),
    ],
)
def test_a_filter(criteria: dict[str, list[str]], expected_entries: list[str], expected_items: list[str]) -> None:
    assert entries(**criteria) == expected_entries
    assert items(**criteria) == expected_items


@for_each(
    ("span", "expected"),
    [
        ("2024-12..2025-01", ["publish#extract", "review#ask"]),
        ("2025-01..2025-01", ["review#ask"]),
        ("2025-01", ["review#ask"]),
        ("2024-12..", ["publish#extract", "publish#report", "review#ask", "review", "return#site", "return"]),
        ("2025-09..", ["return"]),
        ("2025-10..", []),
        ("..2024-12", ["publish#extract"]),
        ("..2024-12-31", ["publish#extract"]),
        ("..2024-12-30", []),  # the last day of due counts
        ("2025-04-30..2025-04-30", ["publish#report"]),
        ("2025-04-30", ["publish#report"]),
        ("2025-04", ["publish#report"]),
        ("2025-05..2025-04-30", None),
        ("2025-02-28", ["review"]),
        ("2025-02-27..2025-02-28", ["review"]),
        ("2025-02-01..2025-02-27", []),
        ("2025-Q1", ["review#ask", "review", "return#site"]),
        ("2025-spring..2025-autumn", ["publish#report", "return#site", "return"]),
        ("FY2024-25", ["publish#extract", "review#ask", "review", "return#site"]),
        ("2024..2025-01", ["publish#extract", "review#ask"]),
        ("..", None),
        ("", None),
        ("...", None),
        ("2025-13", None),
        ("May 2025..", None),
        ("2025-01..2025-02..2025-03", None),
        ("2025-01 .. 2025-02", None),
        ("2025-02..2025-01", None),
    ],
)
def test_due_within_a_span(span: str, expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(UsageError):
            items(due=[span])
    else:
        assert items(due=[span]) == expected


def test_repeated_spans_widen() -> None:
    assert items(due=["..2024-12", "2025-09.."]) == ["publish#extract", "return"]
    assert entries(due=["..2024-12", "2025-09.."]) == ["publish", "return"]


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        ({"plan": ["pya"]}, "unknown plan 'pya' (did you mean 'pay'?)"),
        ({"plan": ["ministry"]}, "unknown plan 'ministry' (known: pay, training)"),
        ({"objective": ["dta"]}, "unknown objective 'dta' (did you mean 'data'?)"),
        ({"objective": ["x"]}, "unknown objective 'x' (known: careers, data)"),
        ({"lead": ["HRR"]}, "unknown organisation 'HRR' (did you mean 'HR'?)"),
        ({"lead": ["HR", "Finanse"]}, "unknown organisation 'Finanse' (did you mean 'Finance'?)"),
        ({"lead": ["Accounts"]}, "organisation 'Accounts' can mean Finance, Audit: name one by its id"),
        ({"partner": ["Accounts"]}, "organisation 'Accounts' can mean Finance, Audit: name one by its id"),
        ({"partner": ["Universe"]}, "unknown organisation 'Universe' (did you mean 'University'?)"),
        ({"group": ["Carer"]}, "unknown group 'Carer' (did you mean 'Carers'?)"),
        ({"group": ["x"]}, "unknown group 'x' (known: Carers, Part-time staff)"),
        ({"tag": ["bord"]}, "unknown tag 'bord' (did you mean 'board'?)"),
        ({"kind": ["actions"]}, "unknown kind 'actions' (one of: action, project)"),
        (
            {"status": ["late"]},
            "unknown status 'late' (one of: complete, cancelled, overdue, due, upcoming, undated)",
        ),
        ({"rag": ["yellow"]}, "unknown RAG 'yellow' (one of: red, amber, green, blue)"),
        ({"due": [".."]}, "'..' is no span of dates: write A..B, A.. or ..B"),
        ({"due": ["2025-02..2025-01"]}, "--due 2025-02..2025-01: the span ends before it begins"),
        ({"due": ["Feb 2025.."]}, "--due Feb 2025..: 'Feb 2025' is not a date (write 2025-02)"),
        ({"plan": ["training"], "objective": ["data"]}, "unknown objective 'data' (none is known)"),
        ({"plan": ["training"], "group": ["Carers"]}, "unknown group 'Carers' (none is known)"),
    ],
)
def test_an_unknown_value_is_an_error_with_suggestions(criteria: dict[str, list[str]], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        selected(tree(), **criteria)
    assert str(caught.value) == message


def test_a_bad_month_says_why() -> None:
    with pytest.raises(UsageError, match=r"^--due 2025-13: '2025-13' is not a date"):
        selected(tree(), due=["2025-13"])


def test_a_milestones_own_tag_is_known_and_found() -> None:
    assert items(tag=["board"]) == ["publish#report"]


def test_each_filter_is_an_option_in_the_same_order() -> None:
    assert list(Filters().given()) == ["plan", *FILTERS]


def test_the_default_plan_stands_in_where_none_is_named() -> None:
    alone = Tree(tree().plans, tree().organisations, default_plan="training")
    assert [plan.id for plan in select(alone, {}).plans] == ["training"]
    assert [plan.id for plan in select(alone, {"plan": ["pay"]}).plans] == ["pay"]
    assert not select(alone, {}).is_narrowed


def test_a_plan_that_could_not_be_read_is_known_and_empty() -> None:
    broken = tree_of(FILES | {"careers/plan.yaml": "genderplan: 1\n"})
    assert select(broken, {"plan": ["careers"]}).plans == ()


def test_an_id_goes_before_another_ones_name() -> None:
    organisations = "HR: {name: Finance}\nFinance: {name: Money}\n"
    files = {"pay/plan.yaml": PLAN, "pay/actions/a.yaml": "title: A\nlead: Finance\n"}
    two = tree_of(files | {"organisations.yaml": organisations})
    (units,) = select(two, {"lead": ["finance"]}).wanted[is_led_by]
    assert units.ids == {"Finance"}


def test_names_of_the_baseline_are_known() -> None:
    baseline = "genderplan: 1\nentries: {a: {kind: project, title: A, groups: [Parents], tags: [Old]}}\n"
    with_it = tree_of(FILES | {"pay/baselines/b.yaml": baseline})
    assert select(with_it, {"group": ["parents"], "tag": ["old"]}).wanted == {serves: {"parents"}, has_tag: {"old"}}


def test_a_role_that_is_an_organisations_name_too_means_both() -> None:
    files = {
        "organisations.yaml": "University: {aliases: [Evaluator]}\n",
        "pay/plan.yaml": PLAN,
        "pay/projects/a.yaml": "title: A\npartners: [{role: Evaluator}]\n",
        "pay/projects/b.yaml": "title: B\npartners: [University]\n",
    }
    both = tree_of(files)
    (standings,) = judged(both)
    found = selected(both, partner=["evaluator"]).entries(standings)
    assert [each.entry.id for each in found] == ["a", "b"]
