"""Items: what an entry and a milestone of it have in common, and whose each value is."""

import pytest

from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import AGREED_FIELDS, Item, Key, all_items, milestone_items
from genderplan.plan.plans import Plan
from trees import pay

GAP = """\
title: Gap
lead: [HR, Finance]
start: 2024-11
end: 2025-06
revisions: [{date: 2024-12-01, field: end, was: 2025-05, reason: R}]
renamed_from: [hole]
milestones:
  - {id: report, title: Report, due: 2025-03, forecast: 2025-04, duration: 2 weeks, depends_on: [{milestone: data}]}
  - id: data
    title: Data
    lead: Audit
    due: 2025-01
    completed: 2025-01-10
    renamed_from: [figures, survey#numbers]
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return pay({"actions/gap": GAP}).plans[0]


def of(plan: Plan, milestone: str | None = None) -> Item:
    item = plan.item(("gap", milestone))
    assert item is not None
    return item


def test_ids(plan: Plan) -> None:
    assert (of(plan).id, of(plan).id_in_plan, of(plan).key) == ("pay/gap", "gap", ("gap", None))
    data = of(plan, "data")
    assert (data.id, data.id_in_plan, data.key) == ("pay/gap#data", "gap#data", ("gap", "data"))


def test_what_a_milestone_was_called_by_its_own_names_and_its_entrys(plan: Plan) -> None:
    assert list(of(plan).former_keys) == [("hole", None)]
    assert list(of(plan, "data").former_keys) == [("gap", "figures"), ("survey", "numbers"), ("hole", "data")]


def test_leads_are_a_milestones_own_else_its_entrys(plan: Plan) -> None:
    assert [item.leads for item in all_items(plan.entries)] == [("HR", "Finance"), ("HR", "Finance"), ("Audit",)]


@pytest.mark.parametrize(
    ("milestone", "due", "field", "forecast", "agreed"),
    [
        (None, "2025-06", "end", None, {"start": "2024-11", "end": "2025-06"}),
        ("report", "2025-03", "due", "2025-04", {"due": "2025-03"}),
        ("data", "2025-01", "due", None, {"due": "2025-01"}),
    ],
)
def test_dates(
    plan: Plan, milestone: str | None, due: str, field: str, forecast: str | None, agreed: dict[str, str]
) -> None:
    item = of(plan, milestone)
    assert (str(item.due), item.due_field) == (due, field)
    assert (str(item.forecast) if item.forecast else None) == forecast
    assert {name: str(date) for name, date in item.agreed.items()} == agreed
    assert set(agreed) <= set(AGREED_FIELDS)
    assert item.dates.keys() == {"due", "until", "forecast", "completed", "cancelled", "every"} | (
        set() if milestone else {"start", "end"}
    )


def test_an_entry_waits_for_nothing_by_itself_and_takes_no_time(plan: Plan) -> None:
    assert (of(plan).depends_on, of(plan).duration) == ((), None)
    report = of(plan, "report")
    assert ([each.milestone for each in report.depends_on], str(report.duration)) == (["data"], "P2W")


@pytest.mark.parametrize("mark", ["completed: 2025-02-01", "cancelled: {reason: Cost}"])
def test_a_milestone_is_closed_with_its_entry(plan: Plan, mark: str) -> None:
    assert [item.is_closed for item in all_items(plan.entries)] == [False, False, True]
    marked = pay({"actions/gap": f"{mark}\n{GAP}"}).plans[0]
    assert [item.is_closed for item in milestone_items(marked.entries)] == [True, True]


def test_places(plan: Plan) -> None:
    found = [of(plan).at("end"), of(plan, "data").at(), of(plan, "data").at("due"), of(plan).at("revisions", 0, "was")]
    assert [each.line for each in found] == [4, 9, 12, 5]
    assert (of(plan).path, of(plan, "data").path) == ((), ("milestones", 1))


@pytest.mark.parametrize("key", [("gap", "none"), ("none", None), ("none", "data")])
def test_what_is_not_there(plan: Plan, key: Key) -> None:
    assert (plan.item(key), plan.as_baseline("b").item(key)) == (None, None)


def test_what_each_was_in_a_baseline(plan: Plan) -> None:
    then = GAP.replace("  - id: data", "  - id: figures").replace("{milestone: data}", "{milestone: figures}")
    baseline = pay({"actions/hole": then.replace("renamed_from: [hole]\n", "")}).plans[0].as_baseline("b")
    was = [Pairing(plan, baseline).item(item) for item in all_items(plan.entries)]
    assert [each and each.id_in_plan for each in was] == ["hole", "hole#report", "hole#figures"]
