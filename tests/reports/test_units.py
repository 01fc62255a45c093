"""What is part of an organisation on a day: filters, approvals, and what it costs."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_runner import call
from genderplan.checks import VALID
from genderplan.dates.forms import PlanDate, day_of, parse_date
from genderplan.kinds.organisations.rows import MembershipRow
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Tree
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import listing
from genderplan.standing.filters.criteria import select
from genderplan.standing.records.plans import OrganisationRecord
from repositories import Git
from trees import PLAN, checked, found, judged, tree_of

ORGANISATIONS = """\
MPS: {name: Police}
TP: {part_of: MPS}
DCFD: {part_of: [{organisation: MPS, until: 2008-06-04}, {organisation: TP, from: 2008-06-05}]}
Team: {part_of: DCFD}
"""


def moved() -> Tree:
    """F4-15: a unit that moved into another between the status dates of two plans."""
    files = {"organisations.yaml": ORGANISATIONS}
    for plan, day in (("before", "2008-06-04"), ("since", "2008-06-05")):
        files[f"{plan}/plan.yaml"] = f"{PLAN}status_date: {day}\n"
        files[f"{plan}/actions/a.yaml"] = "title: A\nlead: Team\n"
    return tree_of(files)


@pytest.mark.parametrize(("as_of", "expected"), [("2008-06-04", []), ("2008-06-05", ["Board#r"])])
def test_what_is_owed_to_a_board_belongs_to_a_unit_on_the_status_date(
    as_of: str, expected: list[str], tmp_path: Path
) -> None:
    files = {
        "organisations.yaml": f"{ORGANISATIONS}Board: {{kind: board}}\n",
        "pay/plan.yaml": PLAN,
        "boards/Board.yaml": "promised: [{id: r, title: R, by: Team, at: 2008-05}]\n",
    }
    Git(tmp_path).write({f"plans/{name}": text for name, text in files.items()})
    for command, key in (("due", "items"), ("list reports", "reports")):
        asked = (*command.split(), "--lead", "TP", "--as-of", as_of, "--format", "json")
        assert [each["id"] for each in call(*asked, cwd=tmp_path).json[key]] == expected


def led_by(name: str, only: str = "lead", *, with_days: bool = True) -> list[str]:
    tree = moved()
    days = {plan.id: plan.status_date.last for plan in tree.plans if plan.status_date} if with_days else {}
    selection = select(tree, {only: [name]}, days)
    return [each.entry.plan for plan in judged(tree) for each in selection.entries(plan)]


@pytest.mark.parametrize(
    ("name", "plans"),
    [("MPS", ["before", "since"]), ("TP", ["since"]), ("DCFD", ["before", "since"]), ("Team", ["before", "since"])],
)
def test_a_lead_takes_in_what_is_below_it_on_the_status_date(name: str, plans: list[str]) -> None:
    assert led_by(name) == plans
    assert led_by(name, "lead_only") == (plans if name == "Team" else [])


def test_where_no_day_is_known_any_day_counts() -> None:
    assert led_by("TP", with_days=False) == ["before", "since"]


@given(st.integers(1, 2000), st.integers(1, 2000), st.integers(1, 2000))
def test_both_ends_are_included(first: int, length: int, day: int) -> None:
    last = first + length
    row = MembershipRow("A", day_of_ordinal(first), day_of_ordinal(last))
    assert row.holds_on(day) == (first <= day <= last)
    assert MembershipRow("A", None, None).holds_on(day)


def day_of_ordinal(ordinal: int) -> PlanDate:

    return day_of(date.fromordinal(ordinal))


def test_a_month_counts_from_its_first_day_to_its_last() -> None:
    june = parse_date("2008-06")
    row = MembershipRow("A", june, june)
    days = [parse_date(text).last for text in ("2008-05-31", "2008-06-01", "2008-06-30", "2008-07-01")]
    assert [row.holds_on(day) for day in days] == [False, True, True, False]


def test_an_organisation_is_listed_with_what_it_belongs_to() -> None:
    tree = moved()
    days = {"before": "MPS", "since": "TP"}
    for plan, above in days.items():
        standings = [
            each for each in judged(tree, "2008-06-04" if plan == "before" else "2008-06-05") if each.plan.id == plan
        ]
        records = listing(tree, Noun.ORGANISATIONS, select(tree, {}), standings).records
        (dcfd,) = [each for each in records if isinstance(each, OrganisationRecord) and each.id == "DCFD"]
        assert dcfd.part_of == above
        assert [each.organisation for each in dcfd.memberships] == ["MPS", "TP"]


def test_unknown_organisations_and_spans_that_end_early() -> None:
    text = "A: {}\nB: {part_of: [A, {organisation: Nobody, from: 2008, until: 2007}]}\n"
    tree = tree_of({"organisations.yaml": text, "pay/plan.yaml": PLAN})
    assert found(checked(tree, checks=VALID)) == [
        ("GP204", "organisations.yaml", 2, 33),
        ("GP302", "organisations.yaml", 2, 60),
    ]


def test_the_same_twice_and_the_same_at_two_times() -> None:
    text = (
        "A: {}\nB: {part_of: [A, A]}\nC: {part_of: [{organisation: A, until: 2007}, {organisation: A, from: 2009}]}\n"
    )
    tree = tree_of({"organisations.yaml": text, "pay/plan.yaml": PLAN})
    assert found(checked(tree, checks=VALID)) == [("GP110", "organisations.yaml", 2, 18)]


def test_above_is_bounded_and_ends_in_circles() -> None:
    rows = "".join(
        f"A{at}: {{part_of: [{{organisation: A{(at + 1) % 3000}, from: 2000}}, A{(at + 7) % 3000}]}}\n"
        for at in range(3000)
    )
    directory: Directory = tree_of({"organisations.yaml": rows, "pay/plan.yaml": PLAN}).organisations
    begun = perf_counter()
    assert len(directory.above("A0", parse_date("2008").last)) <= 1001
    assert directory.above("A0", parse_date("1999").last) >= {"A0", "A7", "A14"}
    assert len(directory.below(["A0"])) == 3000
    assert perf_counter() - begun < 2
