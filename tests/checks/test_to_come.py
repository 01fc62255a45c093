"""Facts that are dated after the status date (GP403), besides those of entries and milestones."""

import pytest

from genderplan.checks import Context, run
from genderplan.checks.rules.dates.to_come import completed_in_the_future
from genderplan.dates.forms import parse_day
from genderplan.plan.plans import Tree
from genderplan.standing.standings import AsOf, Standings
from trees import ORGANISATIONS, tree_of

DAYS = {"pay": "2025-01-15", "sites": "2025-03-31"}


def told(files: dict[str, str]) -> list[tuple[str, int, int, str]]:
    """What is found in two plans, each on its day, as file, line, column and message."""
    plans = {f"{name}/plan.yaml": f"genderplan: 1\ntitle: {name}\n" for name in DAYS}
    tree = tree_of({"organisations.yaml": ORGANISATIONS} | plans | files)
    assert not tree.findings, tree.findings
    found = run((completed_in_the_future,), Context(tree, tree.plans, standings(tree)))
    assert {each.code for each in found} <= {"GP403"}
    return [(each.file, each.line, each.column, each.message) for each in found]


def standings(tree: Tree) -> tuple[Standings, ...]:
    return tuple(Standings(plan, AsOf(parse_day(DAYS[plan.id]), "plan")) for plan in tree.plans)


def of_a_board(text: str, oversees: str = "pay") -> list[tuple[int, int, str]]:
    found = told({"boards/HR-Board.yaml": f"oversees: {oversees}\n{text}"})
    return [(line, column, message.partition(", after")[0]) for _, line, column, message in found]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("promised: [{id: a, title: A, received: 2025-01-16}]\n", [(2, 40, "received 2025-01-16")]),
        ("promised: [{id: a, title: A, received: 2025-01-15}]\n", []),
        ("promised: [{id: a, title: A, received: 2025-01}]\n", []),
        ("promised: [{id: a, title: A, received: 2025-02}]\n", [(2, 40, "received 2025-02")]),
        ("promised: [{id: a, title: A, received: 2025-Q2}]\n", [(2, 40, "received 2025-Q2")]),
        ("promised: [{id: a, title: A, revisions: [{date: 2025-02}]}]\n", [(2, 49, "revised 2025-02")]),
        ("meetings: [{id: a, revisions: [{was: 2025-01, date: 2025-02}]}]\n", [(2, 53, "revised 2025-02")]),
        ("meetings: [{id: a, cancelled: {date: 2025-02, reason: R}}]\n", [(2, 38, "cancelled 2025-02")]),
        ("meetings: [{id: a, cancelled: {reason: R}}]\n", []),
        (
            "meetings: [{id: a, date: 2025-02, minutes: x}]\n",
            [(2, 44, "minutes of a meeting of 2025-02")],
        ),
        ("meetings: [{id: a, date: 2025-01-15, minutes: x}, {id: b, minutes: x}]\n", []),
        (
            "meetings: [{id: a, date: 2025-02}]\ndecisions: [{id: d, meeting: a, text: T, agreed: false}]\n",
            [(3, 50, "decided at a meeting of 2025-02")],
        ),
        ("meetings: [{id: a, date: 2025-02}]\ndecisions: [{id: d, meeting: a, text: T, due: 2025-06}]\n", []),
        ("decisions: [{id: d, text: T, agreed: true, completed: 2026}]\n", [(2, 55, "completed 2026")]),
        ("decisions: [{id: d, text: T, agreed: true, completed: 2025}]\n", []),
    ],
)
def test_what_a_board_is_said_to_have_had(text: str, places: list[tuple[int, int, str]]) -> None:
    """F4-11, F4-21: a month, a quarter and a year from their first days on."""
    assert of_a_board(text) == places


@pytest.mark.parametrize(
    ("oversees", "is_told"), [("pay", True), ("sites", False), ("[pay, sites]", False), ("tag:nothing", False)]
)
def test_a_board_is_judged_on_its_own_day(oversees: str, is_told: bool) -> None:
    found = of_a_board("promised: [{id: a, title: A, received: 2025-03}]\n", oversees)
    assert found == ([(2, 40, "received 2025-03")] if is_told else [])


@pytest.mark.parametrize(("date", "is_told"), [("2025-01", True), ("2025-02", False), ("2025-01-16", False)])
def test_what_a_later_document_says_is_ahead_of_the_day(date: str, is_told: bool) -> None:
    sources = f"sources: [{{id: paper, title: Paper, date: {date}}}]\n"
    promised = "promised: [{id: a, title: A, received: 2025-02, source: {document: paper}}]\n"
    assert of_a_board(promised + sources) == ([(2, 40, "received 2025-02")] if is_told else [])


def test_what_a_plan_and_its_registers_are_said_to_have_had() -> None:
    plan = "genderplan: 1\ntitle: pay\nstate: closed\nclosed: {date: 2025-02, reason: Done}\n"
    publications = "publications: [{id: a, title: A, date: 2025-01-16}, {id: b, title: B, expected: 2025-06}]\n"
    register = "title: P\nkind: policies\nitems: [{id: a, title: A, review: {every: 1 year, last: 2025-02}}]\n"
    assert told({"pay/plan.yaml": plan + publications, "pay/registers/policies.yaml": register}) == [
        ("pay/plan.yaml", 4, 16, "closed 2025-02, after the status date 2025-01-15"),
        ("pay/plan.yaml", 5, 40, "published 2025-01-16, after the status date 2025-01-15"),
        ("pay/registers/policies.yaml", 3, 57, "looked at 2025-02, after the status date 2025-01-15"),
    ]
