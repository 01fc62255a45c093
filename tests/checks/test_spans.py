"""GP110, GP304 and GP305: repeats, dates outside the period, completions too early."""

import pytest

from cases import for_each
from genderplan.checks import VALID
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import ORGANISATIONS, PLAN, checked, found, pay, tree_of


def of(code: str, tree: Tree) -> list[Finding]:
    return [each for each in checked(tree, checks=VALID) if each.code == code]


PERIOD = "period: {start: 2024-09, end: 2026-03}\n"


@for_each(
    ("date", "is_outside"),
    [
        ("2024-08", True),
        ("2024-08-31", True),
        ("2024-09-01", False),
        ("2024-09", False),
        ("2024-Q3", False),  # the last day counts
        ("2024-summer", True),
        ("2026-03-31", False),
        ("2026-03", False),
        ("2026-04-01", True),
        ("2026-Q1", False),
        ("2026-spring", True),
        ("2026", True),
    ],
)
@for_each(
    ("form", "line", "column", "owner"),
    [
        ("start: {}", 2, 8, ""),
        ("end: {}", 2, 6, ""),
        ("due: {}", 2, 6, ""),
        ("milestones: [{{id: a, title: A, due: {}}}]", 2, 37, "#a"),
    ],
)
def test_outside_the_period(date: str, is_outside: bool, form: str, line: int, column: int, owner: str) -> None:
    findings = of("GP304", pay({"actions/gap": f"title: Gap\n{form.format(date)}\n"}, PERIOD))
    assert found(findings) == ([("GP304", "pay/actions/gap.yaml", line, column)] if is_outside else [])
    assert {each.message for each in findings} <= {f"{date} is outside the plan's period (2024-09..2026-03)"}
    assert {each.entry for each in findings} <= {f"pay/gap{owner}"}
    assert {each.severity for each in findings} <= {"warning"}


@pytest.mark.parametrize(
    ("policy", "dates", "message"),
    [
        (
            "period: {start: 2025-01}\n",
            ("2024-12", "2199"),
            "2024-12 is outside the plan's period (2025-01..)",
        ),
        ("period: {end: 2025-01}\n", ("2025-02", "1900"), "2025-02 is outside the plan's period (..2025-01)"),
    ],
)
def test_a_period_may_be_open_at_either_end(policy: str, dates: tuple[str, str], message: str) -> None:
    milestones = "".join(f"  - {{id: m{date}, title: A, due: {date}}}\n" for date in dates)
    (finding,) = of("GP304", pay({"actions/gap": f"title: Gap\nmilestones:\n{milestones}"}, policy))
    assert finding.message == message


def test_without_a_period_nothing_is_outside_and_progress_may_be() -> None:
    progress = "completed: 2027-01\nmilestones: [{id: a, title: A, completed: 2027-01, forecast: 2027-01}]\n"
    assert of("GP304", pay({"actions/gap": "title: Gap\ndue: 2199\n"})) == []
    assert of("GP304", pay({"actions/gap": "title: Gap\n" + progress}, PERIOD)) == []


OPEN = "  - {id: extract, title: A, due: 2025-03}\n"
CLOSED = "  - {id: report, title: B, completed: 2025-01}\n  - {id: pilot, title: C, cancelled: {reason: Cost}}\n"


@pytest.mark.parametrize(
    ("milestones", "message"),
    [
        (OPEN + CLOSED, "complete, with 1 milestone open: extract"),
        (OPEN + OPEN.replace("extract", "ask") + CLOSED, "complete, with 2 milestones open: extract, ask"),
        (CLOSED, None),
        ("", None),
    ],
)
def test_completed_with_an_open_milestone(milestones: str, message: str | None) -> None:
    text = "title: Gap\ncompleted: 2025-01-10\n" + (f"milestones:\n{milestones}" if milestones else "")
    findings = of("GP305", pay({"actions/gap": text}))
    assert [each.message for each in findings] == ([message] if message else [])
    assert found(findings) == ([("GP305", "pay/actions/gap.yaml", 2, 12)] if message else [])


def test_an_open_entry_may_have_open_milestones() -> None:
    assert of("GP305", pay({"actions/gap": f"title: Gap\nmilestones:\n{OPEN}"})) == []


@pytest.mark.parametrize(
    ("text", "line", "column", "owner", "key"),
    [
        ("lead: [HR, Finance, HR]", 2, 21, "", "lead"),
        ("lead:\n  - HR\n  - HR", 4, 5, "", "lead"),
        ("inputs: [{text: extract}, HR, {text: extract}]", 2, 31, "", "inputs"),
        ("groups: [Carers, Carers]", 2, 18, "", "groups"),
        ("partners: [{role: Sponsor}, {role: Sponsor}]", 2, 29, "", "partners"),
        ("tags: [pay, pay]", 2, 13, "", "tags"),
        ("milestones: [{id: a, title: A, lead: [HR, HR]}]", 2, 43, "#a", "lead"),
        ("milestones: [{id: a, title: A, tags: [x, x]}]", 2, 42, "#a", "tags"),
        ("milestones: [{id: b, title: B}, {id: a, title: A, depends_on: [b, b]}]", 2, 67, "#a", "depends_on"),
        (
            "milestones: [{id: b, title: B}, {id: a, title: A, depends_on: [b, {milestone: b, lag: P1M}]}]",
            2,
            67,
            "#a",
            "depends_on",
        ),
    ],
)
def test_an_item_repeated_in_a_list_is_a_warning(text: str, line: int, column: int, owner: str, key: str) -> None:
    (finding,) = of("GP110", pay({"actions/gap": f"title: Gap\n{text}\n"}))
    assert finding[:4] == ("pay/actions/gap.yaml", line, column, "GP110")
    assert (finding.message, finding.severity, finding.entry) == (
        f"repeated in {key}",
        "warning",
        f"pay/gap{owner}",
    )


def test_a_repeat_keeps_nothing_out() -> None:
    tree = pay({"actions/gap": "title: Gap\nlead: [HR, HR]\n"})
    assert [each.id for each in tree.plans[0].entries] == ["gap"]
    assert tree.left_out == ()


def test_an_item_repeated_twice_is_found_twice_and_in_baselines() -> None:
    text = "genderplan: 1\nentries:\n  a: {kind: action, title: A, lead: [HR, HR, HR]}\n"
    assert found(of("GP110", pay({"baselines/b": text}))) == [
        ("GP110", "pay/baselines/b.yaml", 3, 42),
        ("GP110", "pay/baselines/b.yaml", 3, 46),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "partners: [HR, {organisation: HR, role: Sponsor}]",
        "inputs: [HR, {text: HR}]",
        "groups: [Carers, carers]",
        "lead: HR\ninputs: HR",
    ],
)
def test_what_differs_is_no_repeat(text: str) -> None:
    assert of("GP110", pay({"actions/gap": f"title: Gap\n{text}\n"})) == []


@pytest.mark.parametrize(
    ("file", "text", "line", "column", "key"),
    [
        ("organisations.yaml", "Careers: {aliases: [Careers Office, Careers Office]}", 6, 37, "aliases"),
        ("organisations.yaml", "Careers: {tags: [x, x]}", 6, 21, "tags"),
        ("pay/plan.yaml", "tags: [pay, careers, pay]", 3, 22, "tags"),
        ("pay/plan.yaml", "aims: [{id: a, title: A, tags: [x, x]}]", 3, 36, "tags"),
        ("pay/plan.yaml", "objectives:\n  - {id: a, title: A, tags: [x, x]}", 4, 33, "tags"),
    ],
)
def test_other_lists_are_held_to_the_same(file: str, text: str, line: int, column: int, key: str) -> None:
    files = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN}
    (finding,) = of("GP110", tree_of(files | {file: f"{files[file]}{text}\n"}))
    assert finding[:4] == (file, line, column, "GP110")
    assert (finding.message, finding.severity, finding.entry) == (f"repeated in {key}", "warning", None)
