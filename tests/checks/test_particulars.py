"""GP214 and GP215, and what else is checked of keys that few entries have: organisations, lists, days."""

import pytest

from genderplan.checks import VALID
from trees import checked, found, pay


@pytest.mark.parametrize(
    ("one", "other", "is_twice"), [("5.3", "5.3", True), ("5.3", "5.30", False), ("A 1", "a  1", True)]
)
def test_a_ref_is_unique_in_its_plan(one: str, other: str, is_twice: bool) -> None:
    tree = pay({"actions/a": f"title: A\nref: {one}\n", "projects/b": f"title: B\nref: {other}\n"})
    expected = [("GP214", "pay/projects/b.yaml", 2, 6)] if is_twice else []
    assert found(checked(tree, checks=VALID), "GP214") == expected


HANDED = [
    ("{to: HR}", "HR", None),
    ("{to: HR}", "[Finance, HR]", None),
    ("{from: Finance, to: HR}", "Finance", 33),
    ("{to: Finance, agreed: false}", "HR", None),
    ("{date: 2024-11, from: HR, to: Finance}, {date: 2024-12, from: Finance, to: HR}", "HR", None),
    ("{date: 2024-12, from: Finance, to: HR}, {date: 2024-11, from: HR, to: Finance}", "HR", None),
    ("{date: 2024-12, from: Finance, to: HR}, {from: HR, to: Finance}", "HR", None),
    ("{to: HR}, {to: Finance}", "HR", 28),
    ("{to: HR}, {date: 2025, to: Finance, agreed: false}", "HR", None),
]
"""Handovers, the lead, and in which column it is told that they do not fit."""


@pytest.mark.parametrize(("handovers", "lead", "column"), HANDED)
def test_the_newest_agreed_handover_ends_at_the_lead(handovers: str, lead: str, column: int | None) -> None:
    """F3-28, F4-15: a handover with its date, and one under discussion."""
    tree = pay({"actions/a": f"title: A\nlead: {lead}\nhandovers: [{handovers}]\n"})
    expected = [("GP215", "pay/actions/a.yaml", 3, column)] if column else []
    assert found(checked(tree, checks=VALID), "GP215") == expected


def test_a_handover_of_what_has_no_lead() -> None:
    (finding,) = [
        each for each in checked(pay({"projects/a": "title: A\nhandovers: [{to: HR}]\n"})) if each.code == "GP215"
    ]
    assert finding.message == "handed over to HR, but has no lead"


NAMED = [
    ("accountable: Nobody", 14),
    ("requested: {to: 2026, by: Nobody}", 27),
    ("handovers: [{from: Nobody, to: HR}]", 20),
    ("handovers: [{to: Nobody}]", 18),
    ("reviewed: [{by: Nobody, text: x}]", 17),
    ("milestones: [{id: a, title: A, goes_to: Nobody}]", 41),
    ("milestones: [{id: a, title: A, requested: {to: 2026, by: Nobody}}]", 58),
]


@pytest.mark.parametrize(("line", "column"), NAMED)
def test_unknown_organisations(line: str, column: int) -> None:
    """F3-24 and F2-14: the body that receives it, and the accountable owner, are organisations."""
    tree = pay({"actions/a": f"title: A\nlead: HR\n{line}\n"})
    assert found(checked(tree, checks=VALID), "GP204") == [("GP204", "pay/actions/a.yaml", 3, column)]


@pytest.mark.parametrize(
    ("line", "column"),
    [("lead: Nobody", 7), ("lead: [HR, Nobody]", 12), ("objectives: [{id: a, title: A, lead: Nobody}]", 38)],
)
def test_unknown_leads_of_plans_and_objectives(line: str, column: int) -> None:
    assert found(checked(pay({}, f"{line}\n"), checks=VALID)) == [("GP204", "pay/plan.yaml", 3, column)]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("success: [x, y, x]", 17),
        ("evidence: [x, x]", 15),
        ("answers: [b, {entry: b}]", 14),
        ("continues: [b, pay/b]", 16),
        ("see: [b, {place: x}, b]", 22),
    ],
)
def test_what_is_said_twice(line: str, column: int) -> None:
    tree = pay({"actions/a": f"title: A\n{line}\n", "actions/b": "title: B\n"})
    assert found(checked(tree, checks=VALID), "GP110") == [("GP110", "pay/actions/a.yaml", 2, column)]


@pytest.mark.parametrize(
    ("line", "column", "what"),
    [
        ("requested: {to: 2026, date: 2025-02}", 29, "requested"),
        ("reviewed: [{date: 2025-02, text: x}]", 19, "reviewed"),
        ("milestones: [{id: a, title: A, requested: {to: 2026, date: 2025-02}}]", 60, "requested"),
    ],
)
def test_what_has_not_happened_yet(line: str, column: int, what: str) -> None:
    (finding,) = [each for each in checked(pay({"actions/a": f"title: A\n{line}\n"})) if each.code == "GP403"]
    assert finding[1:3] == (2, column)
    assert finding.message == f"{what} 2025-02, after the status date 2025-01-15"
