"""Who may agree to a new date: approvers, boards, and never who leads the work or is below who does."""

import pytest

from genderplan.dates.forms import parse_date
from genderplan.plan.approval import is_approval, may_approve
from genderplan.plan.plans import Tree
from trees import PLAN, tree_of

ORGANISATIONS = """\
Company: {}
HR: {part_of: Company}
Payroll: {part_of: HR}
Clerk: {kind: post, part_of: Payroll}
Payroll-Board: {kind: board, part_of: Payroll}
Board: {kind: board}
Council: {}
Loop: {kind: board, part_of: Knot}
Knot: {part_of: Loop}
Self: {kind: board, part_of: Self}
Lost: {kind: board, part_of: Nobody}
"""


def read(policy: str = "") -> Tree:
    return tree_of({"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN + policy})


@pytest.mark.parametrize(
    ("policy", "who"),
    [
        ("", {"Board", "Payroll-Board", "Loop", "Self", "Lost"}),
        ("approvers:\n", {"Board", "Payroll-Board", "Loop", "Self", "Lost"}),
        ("approvers: Council\n", {"Council"}),
        ("approvers: [Council, HR]\n", {"Council", "HR"}),
        ("approvers: []\n", set()),
        ("approvers: council\n", set()),
    ],
)
def test_who_may_approve(policy: str, who: set[str]) -> None:
    tree = read(policy)
    names = [*tree.organisations.by_id, "Nobody", ""]
    assert {each for each in names if may_approve(tree.plans[0], tree.organisations, each)} == who


@pytest.mark.parametrize(
    ("approver", "leads", "counts"),
    [
        ("Board", (), True),
        ("Board", ("HR",), True),
        ("Board", ("HR", "Board"), False),
        ("Council", ("HR",), False),
        ("Payroll-Board", ("Payroll-Board",), False),
        ("Payroll-Board", ("Payroll",), False),
        ("Payroll-Board", ("Company",), False),
        ("Payroll-Board", ("Clerk",), True),
        ("Loop", ("HR",), True),
        ("Loop", ("Knot",), False),
        ("Self", ("HR",), True),
        ("Lost", ("Nobody",), False),
        ("Lost", ("HR",), True),
    ],
)
def test_nobody_agrees_to_a_date_of_their_own(approver: str, leads: tuple[str, ...], counts: bool) -> None:
    tree = read()
    assert is_approval(tree.plans[0], tree.organisations, approver, leads=leads) is counts


def test_no_board_is_known_where_organisations_cannot_be_read() -> None:
    tree = tree_of({"organisations.yaml": "Board: [\n", "pay/plan.yaml": PLAN})
    assert not may_approve(tree.plans[0], tree.organisations, "Board")


def test_a_chain_of_units_is_climbed_a_thousand_levels() -> None:
    chain = "".join(f"U{number}: {{part_of: U{number + 1}}}\n" for number in range(1500))
    directory = tree_of({"organisations.yaml": f"{chain}U1500: {{}}\n", "pay/plan.yaml": PLAN}).organisations
    assert directory.above("U400") >= {f"U{number}" for number in range(400, 1401)}
    assert len(directory.above("U0")) == 1001


@pytest.mark.parametrize(("day", "counts"), [("2024-12-31", False), ("2025-01-01", True)])
def test_who_is_below_the_lead_is_so_on_the_day_of_the_approval(day: str, counts: bool) -> None:
    organisations = "HR: {}\nBoard: {kind: board, part_of: [{organisation: HR, until: 2024}]}\n"
    tree = tree_of({"organisations.yaml": organisations, "pay/plan.yaml": PLAN})
    (plan,) = tree.plans
    assert is_approval(plan, tree.organisations, "Board", parse_date(day).last, leads=("HR",)) is counts
    assert not is_approval(plan, tree.organisations, "Board", leads=("HR",))
