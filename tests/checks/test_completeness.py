"""GP601 to GP603: what is missing, as notes; and `validate` that does not know the day."""

import pytest

from genderplan.checks import VALID, Context, run
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import checked, found, pay

SOURCES = "sources: [{id: board-paper, title: Board paper 12}]\n"
MILESTONES = "milestones:\n  - {id: extract, title: A%s}\n  - {id: report, title: B%s}\n"


def of(code: str, tree: Tree) -> list[Finding]:
    return [each for each in checked(tree, checks=VALID) if each.code == code]


@pytest.mark.parametrize(
    ("kind", "text", "is_missing"),
    [
        ("actions", "due: 2025-06\n", True),
        ("actions", "lead: HR\n", False),
        ("actions", MILESTONES % (", lead: HR", ", lead: Finance"), False),
        ("actions", MILESTONES % (", lead: HR", ""), True),
        ("actions", "partners: HR\ninputs: HR\n", True),
        ("projects", "end: 2025-06\n", False),
    ],
)
def test_no_lead(kind: str, text: str, is_missing: bool) -> None:
    findings = of("GP601", pay({f"{kind}/gap": f"title: Gap\n{text}"}))
    assert found(findings) == ([("GP601", f"pay/{kind}/gap.yaml", 1, 1)] if is_missing else [])
    assert {(each.message, each.entry, each.severity) for each in findings} <= {("no lead", "pay/gap", "note")}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("lead: HR\n", [(1, 1, "pay/gap")]),
        (MILESTONES % ("", ""), [(1, 1, "pay/gap")]),
        (MILESTONES % (", duration: P3M", ", forecast: 2025-03"), [(1, 1, "pay/gap")]),
        ("due: 2025-06\n", []),
        ("end: 2025-06\n", []),
        ("completed: 2025-06\n", []),
        ("due: 2025-06\n" + MILESTONES % ("", ""), []),
        (MILESTONES % (", due: 2025-06", ", due: 2025-06"), []),
        (MILESTONES % (", due: 2025-06", ""), [(4, 5, "pay/gap#report")]),
        (MILESTONES % (", duration: P3M", ", due: 2025-06"), [(3, 5, "pay/gap#extract")]),
        (MILESTONES % (", due: 2025-06", ", completed: 2025-01"), []),
        (MILESTONES % (", due: 2025-06", ", cancelled: {reason: Cost}"), []),
        (MILESTONES % (", completed: 2025-01", ", completed: 2025-01"), []),
        (MILESTONES % (", completed: 2025-01", ""), [(4, 5, "pay/gap#report")]),
    ],
)
def test_no_date(text: str, places: list[tuple[int, int, str]]) -> None:
    findings = of("GP602", pay({"actions/gap": f"title: Gap\n{text}"}))
    assert [(each.line, each.column, each.entry) for each in findings] == places
    assert {(each.message, each.severity) for each in findings} <= {("no date", "note")}


@pytest.mark.parametrize(
    ("policy", "text", "is_missing"),
    [
        (SOURCES, "", True),
        (SOURCES, "source: {document: board-paper}\n", False),
        (SOURCES, "source: {place: Row 1}\n", False),
        (SOURCES, "updates: [{text: A, source: {document: board-paper}}]\n", True),
        ("", "", False),
    ],
)
def test_no_source(policy: str, text: str, is_missing: bool) -> None:
    findings = of("GP603", pay({"actions/gap": f"title: Gap\n{text}"}, policy))
    assert found(findings) == ([("GP603", "pay/actions/gap.yaml", 1, 1)] if is_missing else [])
    assert {(each.message, each.entry, each.severity) for each in findings} <= {("no source", "pay/gap", "note")}


def test_baselines_are_not_asked_for_completeness() -> None:
    text = "genderplan: 1\nentries: {a: {kind: action, title: A}}\n"
    assert [each.code for each in checked(pay({"baselines/b": text}, SOURCES))] == []


def test_what_is_valid_does_not_depend_on_the_day() -> None:
    text = MILESTONES % (", due: 2025-06, forecast: 2024-01", ", completed: 2199, depends_on: extract")
    files = {"actions/gap": f"title: Gap\ndue: 1900\n{text}", "baselines/b": "genderplan: 1\nentries: {}\n"}
    tree = pay(files, "state: approved\nstatus_date: 2025-01-15\nperiod: {end: 2024-12}\n")
    without = run(VALID, Context(tree, tree.plans))
    assert {each.code for each in without} == {"GP304", "GP312", "GP601"}
    assert all(checked(tree, day, VALID) == without for day in ("1900-01-01", "2025-01-15", "2199-12-31"))


def test_findings_stand_in_the_order_of_their_places() -> None:
    late = "title: Gap\nlead: HRR\nobjective: x\ndue: 2024-12\n"
    findings = checked(pay({"projects/c": late, "actions/b": late, "actions/a": late}))
    assert found(findings) == [
        (code, f"pay/{name}.yaml", line, column)
        for name in ("actions/a", "actions/b", "projects/c")
        for code, line, column in [("GP204", 2, 7), ("GP201", 3, 12), ("GP401", 4, 6)]
    ]
