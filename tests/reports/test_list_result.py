"""`list`: the records of each noun, their fields those of the contract, in the plans' own order."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from genderplan.dates.forms import PlanDate
from genderplan.plan.plans import Tree
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import listing
from genderplan.standing.records.items import EntryRecord, MilestoneRecord
from genderplan.standing.records.plans import ObjectiveRecord, OrganisationRecord, PlanRecord
from trees import ORGANISATIONS, PLAN, ids_of, judged, selected, tree_of

POLICY = """\
state: approved
long_term_aim: Close the pay gap
aims: [{id: know, title: To know the gap}]
period: {start: 2024-09, end: 2026-03}
tolerance: 1 month
objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]
"""
PUBLISH = """\
title: To publish the pay gap by grade
objective: data
order: 10
lead: HR
inputs: [Finance, {text: payroll extract}]
output: Annual pay gap report
groups: All staff
partners: [{role: Sponsor}, University]
start: 2024-10
due: 2025-06
note: The first of its kind
tags: [Statutory]
source: {document: paper, place: Row 1}
x-cost: 12
milestones:
  - id: extract
    title: Extract payroll
    due: 2024-12
    note: Ask payroll
    tags: [x]
    source: {place: Row 2}
    x-days: 3
  - id: report
    title: Publish the report
    lead: Finance
    due: 2025-04
    forecast: 2025-05
    duration: 3 months
    depends_on: [extract, {milestone: review#ask, lag: 1 month}]
  - {id: pilot, title: Try it, completed: 2025-01-10}
  - {id: stop, title: Stop it, cancelled: {date: 2025-01, reason: Cost}}
"""
REVIEW = (
    "title: To review promotions\nmilestones: [{id: ask, title: Ask the staff}]\nupdates: [{by: Audit, text: Begun}]\n"
)
BASELINE = """\
genderplan: 1
entries:
  publish: {kind: action, title: A, milestones: [{id: report, title: B, due: 2025-03}]}
"""
FILES = {
    "organisations.yaml": ORGANISATIONS
    + "HR-Director: {kind: post, holders: [{name: A. Person, acting: true, from: 2024-07}]}\n",
    "pay/plan.yaml": PLAN + POLICY,
    "pay/actions/deep/publish.yaml": PUBLISH,
    "pay/actions/review.yaml": REVIEW,
    "pay/baselines/board-1.yaml": BASELINE,
    "pay/baselines/board-2.yaml": BASELINE + "taken: 2024-01\n",
    "training/plan.yaml": PLAN,
    "training/projects/return.yaml": "title: Return to work\npartners: HR-Board\nend: 2025-09\n",
}


@cache
def tree() -> Tree:
    return tree_of(FILES)


def records(noun: Noun, **criteria: Sequence[str]) -> tuple[Any, ...]:
    selection = selected(tree(), **criteria)
    return listing(tree(), noun, selection, [each for each in judged(tree()) if each.plan in selection.plans]).records


def ids(noun: Noun, **criteria: Sequence[str]) -> list[str]:
    return [each.id for each in records(noun, **criteria)]


def plain(value: object) -> object:
    """A value with its dates as they are written."""
    return str(value) if isinstance(value, PlanDate) else value


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (
            MilestoneRecord,
            (
                "plan, entry, kind, milestone, id, title, objective, leads, inputs, partners, groups, due, forecast, completed, "
                "cancelled, finish, duration, status, days_overdue, rag, depends_on, baseline_due, variance_months, "
                "variance_days, note, tags, source, extra, file, line, entry_title, judged_by, approved, "
                "ref, priority, accountable, requested, goes_to, every, until, next_due, last_due, occurrences, earliest"
            ),
        ),
        (
            EntryRecord,
            (
                "plan, entry, kind, id, title, objective, order, leads, inputs, output, groups, partners, start, end, due, "
                "completed, cancelled, status, rag, counts, note, tags, source, extra, file, line"
                ", forecast, progress, progress_from, said_rag, latest, "
                "ref, success, accountable, priority, due_note, requested, evidence, answers, continues, see, "
                "handovers, review, reviewed, supports, drivers, indicators, cost, every, until, next_due, last_due, occurrences"
            ),
        ),
        (ObjectiveRecord, "plan, id, title, rag, actions, milestones, counts, leads, part_of"),
        (OrganisationRecord, "id, name, aliases, kind, part_of, holders, file, line, memberships"),
        (
            PlanRecord,
            (
                "id, title, state, long_term_aim, aims, period, as_of, as_of_from, tolerance, baselines, rag, counts, file, "
                "leads, answers"
            ),
        ),
    ],
)
def test_fields_are_those_of_the_contract_in_its_order(record: type[Any], fields: str) -> None:
    assert record._fields == tuple(fields.split(", "))


ONCE = {"every": None, "until": None, "next_due": None, "last_due": None, "occurrences": ()}
"""What a record says of what comes once."""


def test_a_milestone() -> None:
    extract, report, pilot, stop, ask = records(Noun.MILESTONES)
    assert {name: plain(value) for name, value in report._asdict().items()} == {
        "plan": "pay",
        "entry": "publish",
        "kind": "action",
        "milestone": "report",
        "id": "pay/publish#report",
        "title": "Publish the report",
        "objective": "data",
        "leads": ("Finance",),
        "inputs": ("Finance", "payroll extract"),
        "partners": ((None, "Sponsor"), ("University", None)),
        "groups": ("All staff",),
        "due": "2025-04",
        "forecast": "2025-05",
        "completed": None,
        "cancelled": None,
        "finish": "2025-05",
        "duration": (3, "M"),
        "status": "upcoming",
        "days_overdue": None,
        "rag": "red",
        "depends_on": (("pay/publish#extract", None), ("pay/review#ask", (1, "M"))),
        "baseline_due": "2025-03",
        "variance_months": 2,
        "variance_days": 61,
        "note": None,
        "tags": (),
        "source": None,
        "extra": {},
        "file": "pay/actions/deep/publish.yaml",
        "line": 23,
        "entry_title": "To publish the pay gap by grade",
        "judged_by": "2025-03",
        "approved": None,
        "ref": None,
        "priority": None,
        "accountable": None,
        "requested": None,
        "goes_to": None,
        **ONCE,
        "earliest": None,
    }
    assert (extract.leads, extract.days_overdue, extract.line) == (("HR",), 15, 16)
    assert (extract.note, extract.tags, extract.source, extract.extra) == (
        "Ask payroll",
        ("x",),
        (None, "Row 2"),
        {"x-days": "3"},
    )
    assert (pilot.status, str(pilot.finish), pilot.rag) == ("complete", "2025-01-10", "blue")
    assert (stop.status, stop.rag, stop.cancelled.reason) == ("cancelled", None, "Cost")
    assert (ask.status, ask.rag, ask.baseline_due, ask.objective) == ("undated", None, None, None)


def test_milestones_are_milestones_only() -> None:
    assert all(each.milestone for each in records(Noun.MILESTONES))
    assert ids(Noun.MILESTONES, due=["2025-06"]) == []  # the entry's own date is in no list of milestones
    assert ids(Noun.ENTRIES, due=["2025-06"]) == ["pay/publish"]


def test_an_entry() -> None:
    publish = records(Noun.ENTRIES)[0]
    counts = {"complete": 1, "cancelled": 1, "overdue": 1, "due": 0, "upcoming": 1, "undated": 0}
    assert {name: plain(value) for name, value in publish._asdict().items()} == {
        "plan": "pay",
        "entry": "publish",
        "kind": "action",
        "id": "pay/publish",
        "title": "To publish the pay gap by grade",
        "objective": "data",
        "order": 10,
        "leads": ("HR",),
        "inputs": ("Finance", "payroll extract"),
        "output": "Annual pay gap report",
        "groups": ("All staff",),
        "partners": ((None, "Sponsor"), ("University", None)),
        "start": "2024-10",
        "end": None,
        "due": "2025-06",
        "completed": None,
        "cancelled": None,
        "status": "overdue",
        "rag": "red",
        "counts": counts,
        "note": "The first of its kind",
        "tags": ("Statutory",),
        "source": ("paper", "Row 1"),
        "extra": {"x-cost": "12"},
        "file": "pay/actions/deep/publish.yaml",
        "line": 1,
        "forecast": None,
        "progress": "under-way",
        "progress_from": "start",
        "said_rag": None,
        "latest": None,
        "ref": None,
        "success": (),
        "accountable": None,
        "priority": None,
        "due_note": None,
        "requested": None,
        "evidence": (),
        "answers": (),
        "continues": (),
        "see": (),
        "handovers": (),
        "review": None,
        "reviewed": (),
        "supports": (),
        "drivers": (),
        "indicators": (),
        "cost": (),
        **ONCE,
    }


@pytest.mark.parametrize(
    ("noun", "criteria", "expected"),
    [
        (Noun.ENTRIES, {}, ["pay/publish", "pay/review", "training/return"]),
        (Noun.ACTIONS, {}, ["pay/publish", "pay/review"]),
        (Noun.PROJECTS, {}, ["training/return"]),
        (Noun.PROJECTS, {"kind": ["action"]}, []),
        (Noun.ENTRIES, {"plan": ["training"]}, ["training/return"]),
        (Noun.ENTRIES, {"status": ["undated"]}, ["pay/review"]),
        (Noun.MILESTONES, {"lead": ["Finance"]}, ["pay/publish#report"]),
        (
            Noun.MILESTONES,
            {"tag": ["statutory"]},
            [f"pay/publish#{each}" for each in ("extract", "report", "pilot", "stop")],
        ),
        (Noun.OBJECTIVES, {}, ["data", "careers"]),
        (Noun.OBJECTIVES, {"objective": ["careers"]}, ["careers"]),
        (Noun.OBJECTIVES, {"lead": ["HR"]}, ["data"]),
        (Noun.PLANS, {}, ["pay", "training"]),
        (Noun.PLANS, {"plan": ["training"]}, ["training"]),
        (Noun.PLANS, {"status": ["overdue"]}, ["pay"]),
        # every organisation, or those that what passes names, with what these are part of
        (Noun.ORGANISATIONS, {}, ["Audit", "Finance", "HR", "HR-Board", "HR-Director", "University"]),
        (Noun.ORGANISATIONS, {"plan": ["training"]}, ["HR", "HR-Board"]),
        (Noun.ORGANISATIONS, {"objective": ["data"]}, ["Finance", "HR", "University"]),
        (Noun.ORGANISATIONS, {"status": ["undated"]}, ["Audit"]),
    ],
)
def test_what_is_listed(noun: Noun, criteria: dict[str, list[str]], expected: list[str]) -> None:
    assert ids(noun, **criteria) == expected


def test_an_organisation_is_listed_with_all_that_it_is_part_of() -> None:
    organisations = "Top: {kind: board}\nMiddle: {part_of: Top}\nLow: {part_of: Middle}\nOther: {part_of: Low}\n"
    files = {"organisations.yaml": organisations, "pay/plan.yaml": PLAN, "pay/actions/a.yaml": "title: A\nlead: Low\n"}
    chain = tree_of(files)
    found = listing(chain, Noun.ORGANISATIONS, selected(chain, lead=["Low"]), judged(chain)).records
    assert ids_of(found) == ["Low", "Middle", "Top"]


def test_what_is_part_of_itself_ends() -> None:
    files = {"organisations.yaml": "A: {part_of: B}\nB: {part_of: A}\n", "pay/plan.yaml": PLAN}
    circle = tree_of(files | {"pay/actions/a.yaml": "title: A\nlead: A\n"})
    found = listing(circle, Noun.ORGANISATIONS, selected(circle, lead=["A"]), judged(circle)).records
    assert ids_of(found) == ["A", "B"]


def test_an_objective() -> None:
    data, careers = records(Noun.OBJECTIVES)
    assert (data.plan, data.id, data.title, data.rag, data.actions, data.milestones) == (
        "pay",
        "data",
        "Pay data",
        "red",
        1,
        4,
    )
    assert [sum(each.values()) for each in (*data.counts, *careers.counts)] == [1, 4, 0, 0]
    assert (careers.rag, careers.actions, careers.milestones) == (None, 0, 0)


def test_an_organisation() -> None:
    finance = next(each for each in records(Noun.ORGANISATIONS) if each.id == "Finance")
    assert tuple(finance) == (
        "Finance",
        "Finance Department",
        ("Accounts",),
        "unit",
        None,
        (),
        "organisations.yaml",
        2,
        (),
    )
    board = next(each for each in records(Noun.ORGANISATIONS) if each.id == "HR-Board")
    assert (board.name, board.kind, board.part_of, board.line) == (None, "board", "HR", 5)
    director = next(each for each in records(Noun.ORGANISATIONS) if each.id == "HR-Director")
    ((name, acting, from_, to),) = director.holders
    assert (name, acting, str(from_), to) == ("A. Person", True, "2024-07", None)


def test_a_plan() -> None:
    pay, training = records(Noun.PLANS)
    assert [plain(each) for each in pay.period] == ["2024-09", "2026-03"]
    assert {name: plain(value) for name, value in pay._asdict().items() if name != "period"} == {
        "id": "pay",
        "title": "Equal pay and careers plan",
        "state": "approved",
        "long_term_aim": "Close the pay gap",
        "aims": (("know", "To know the gap"),),
        "as_of": "2025-01-15",
        "as_of_from": "option",
        "tolerance": (1, "M"),
        "baselines": ("board-2", "board-1"),
        "rag": "red",
        "counts": (
            {"complete": 0, "cancelled": 0, "overdue": 1, "due": 0, "upcoming": 0, "undated": 1},
            {"complete": 1, "cancelled": 1, "overdue": 1, "due": 0, "upcoming": 1, "undated": 1},
        ),
        "file": "pay/plan.yaml",
        "leads": (),
        "answers": (),
    }
    assert (training.period, training.tolerance, training.baselines, training.rag) == (None, None, (), "green")


def test_plans_are_named_beside_their_records() -> None:
    found = listing(tree(), Noun.ENTRIES, selected(tree()), judged(tree()))
    assert [(each.id, str(each.as_of), each.as_of_from) for each in found.plans] == [
        ("pay", "2025-01-15", "option"),
        ("training", "2025-01-15", "option"),
    ]
    assert found.noun == "entries"
