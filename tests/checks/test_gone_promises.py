"""GP512: what the newest baseline promises and the plan has no longer, by any name that its files give."""

import pytest

from genderplan.checks import VALID
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.findings import Finding
from trees import ORGANISATIONS, PLAN, checked, pay, tree_of

BASELINE = """\
genderplan: 1
name: board-1
entries:
  one:
    kind: action
    title: One
    milestones: [{id: m, title: M, due: 2025-06}, {id: n, title: N, due: 2025-07}, {id: u, title: U}]
  undated: {kind: action, title: Nothing was promised}
"""
TWO = "title: Two\nmilestones: [{id: m, title: M, due: 2025-06}, {id: n, title: N, due: 2025-07}]\n"


def gone(now: str, name: str = "two", policy: str = "") -> list[Finding]:
    tree = pay({f"actions/{name}": now, "baselines/board-1": BASELINE}, policy)
    assert [each.code for each in checked(tree, checks=VALID) if each.code == "GP512"] == []
    return [each for each in checked(tree, checks=ON_TIME) if each.code == "GP512"]


@pytest.mark.parametrize(
    ("name", "now", "expected"),
    [
        ("two", TWO, [("pay/one", 5, 5)]),
        ("two", f"renamed_from: one\n{TWO}", []),
        ("three", f"renamed_from: two\n{TWO}", [("pay/one", 5, 5)]),  # named otherwise twice, the first name lost
        ("three", f"renamed_from: [two, one]\n{TWO}", []),
        ("one", TWO, []),
        ("one", TWO.replace("id: n", "id: x"), [("pay/one#n", 7, 51)]),
        ("one", TWO.replace("id: n", "id: x, renamed_from: n"), []),
        ("one", TWO.replace("due: 2025-07", "cancelled: {reason: No}"), []),
    ],
)
def test_a_promise_that_is_nowhere_is_named_where_the_baseline_has_it(
    name: str, now: str, expected: list[tuple[str, int, int]]
) -> None:
    found = gone(now, name)
    assert [(each.entry, each.line, each.column) for each in found] == expected
    assert {each.file for each in found} <= {"pay/baselines/board-1.yaml"}


def test_in_words() -> None:
    (finding,) = gone(TWO)
    assert (finding.severity, finding.message) == (
        "warning",
        "one, promised in baseline board-1, is nowhere in the plan: One",
    )
    assert finding.hint == "if it is called otherwise now, name one under its 'renamed_from'"


def test_nothing_is_missed_that_could_not_be_read() -> None:
    files = {"pay/actions/broken.yaml": "title: [", "pay/baselines/board-1.yaml": BASELINE}
    tree = tree_of({"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN} | files)
    assert [each for each in checked(tree, checks=ON_TIME) if each.code == "GP512"] == []
