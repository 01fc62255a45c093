"""GP301 and GP303: no circles among dependencies, and nothing due before what it waits for."""

from collections.abc import Mapping

import pytest

from genderplan.checks import VALID
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import checked, found, pay

HEAD = "title: To publish the pay gap by grade\nmilestones:\n"


def entry(**depends_on: str) -> str:
    """An action of milestones without dates, each waiting for what is given; `_` stands for `-`."""
    lines = [f"  - {{id: {name}, title: A, depends_on: {each}}}\n" for name, each in depends_on.items()]
    return HEAD + "".join(lines).replace(", depends_on: }", "}")


def of(code: str, tree: Tree) -> list[Finding]:
    return [each for each in checked(tree, checks=VALID) if each.code == code]


def circles(files: Mapping[str, str]) -> list[tuple[str, int, int, str]]:
    return [(each.file[12:-5], each.line, each.column, each.message) for each in of("GP301", pay(files))]


@pytest.mark.parametrize(
    ("form", "line", "column"),
    [
        ("depends_on: extract", 5, 17),
        ("depends_on: [extract]", 5, 18),
        ("depends_on: [first, extract]", 5, 25),
        ("depends_on: {milestone: extract, lag: P1M}", 5, 29),
        ("depends_on:\n      - first\n      - lag: P1M\n        milestone: extract", 8, 20),
    ],
)
def test_a_circle_of_one(form: str, line: int, column: int) -> None:
    text = HEAD + f"  - id: extract\n    title: Extract\n    {form}\n  - {{id: first, title: First}}\n"
    (finding,) = of("GP301", pay({"actions/gap": text}))
    assert finding[:4] == ("pay/actions/gap.yaml", line, column, "GP301")
    assert finding.message == "a circle of dependencies: gap#extract → gap#extract"
    assert finding.entry == "pay/gap#extract"


def test_a_circle_of_three_over_two_entries_is_reported_where_it_closes() -> None:
    files = {"actions/a": entry(one="b#two", three="one"), "actions/b": entry(two="a#three")}
    message = "a circle of dependencies: a#one → b#two → a#three → a#one"
    assert circles(files) == [("a", 4, 39, message)]


def test_the_order_of_the_plan_tells_where_a_circle_closes() -> None:
    files = {"actions/a": "order: 20\n" + entry(one="b#two"), "actions/b": "order: 10\n" + entry(two="a#one")}
    assert circles(files) == [("a", 4, 37, "a circle of dependencies: b#two → a#one → b#two")]


def test_two_separate_circles_are_two_findings() -> None:
    files = {
        "actions/a": entry(one="two", two="one"),
        "actions/b": entry(one="two", two="three", three="two"),
    }
    assert circles(files) == [
        ("a", 4, 37, "a circle of dependencies: a#one → a#two → a#one"),
        ("b", 5, 39, "a circle of dependencies: b#two → b#three → b#two"),
    ]


def test_circles_that_share_a_milestone_are_one_finding() -> None:
    found_here = circles({"actions/a": entry(hub="[one, two]", one="hub", two="hub")})
    message = "a circle of dependencies: a#hub → a#one → a#hub (1 more milestone in circles with these)"
    assert [each[1:] for each in found_here] == [(4, 37, message)]


def test_of_milestones_that_all_wait_for_each_other_one_circle_is_told_the_shortest_through_the_first() -> None:
    every = entry(one="two", two="[three, four]", three="four", four="[three, one]")
    message = "a circle of dependencies: a#one → a#two → a#four → a#one (1 more milestone in circles with these)"
    assert circles({"actions/a": every}) == [("a", 6, 46, message)]


def test_a_milestone_that_waits_for_itself_and_for_a_circle() -> None:
    message = "a circle of dependencies: a#one → a#one (2 more milestones in circles with these)"
    assert circles({"actions/a": entry(one="[two, one]", two="three", three="one")}) == [("a", 3, 43, message)]


@pytest.mark.parametrize(("number", "shown"), [(30, "a#m28 → a#m29 → a#m0"), (31, "a#m28 → 1 more → a#m30 → a#m0")])
def test_the_names_of_a_long_circle_are_cut(number: int, shown: str) -> None:
    ring = {f"m{each}": f"m{(each + 1) % number}" for each in range(number)}
    (circle,) = circles({"actions/a": entry(**ring)})
    assert circle[3].endswith(shown)


def test_a_milestone_that_leads_into_a_circle_is_no_part_of_it() -> None:
    files = {"actions/a": entry(before="one", one="two", two="one", after="before")}
    assert [each[3] for each in circles(files)] == ["a circle of dependencies: a#one → a#two → a#one"]


def test_a_diamond_is_no_circle() -> None:
    files = {"actions/a": entry(top="[left, right]", left="bottom", right="bottom", bottom="")}
    assert circles(files) == []


def test_a_chain_of_thousands_is_walked_without_recursion() -> None:
    chain = {f"m{number}": f"m{number + 1}" for number in range(3000)}
    assert circles({"actions/a": entry(**chain, m3000="")}) == []
    (circle,) = circles({"actions/a": entry(**chain, m3000="m0")})
    assert "→ 2,971 more → a#m3000 → a#m0" in circle[3]


def test_a_circle_of_a_baseline() -> None:
    baseline = """\
genderplan: 1
entries:
  gap:
    kind: action
    title: A
    milestones:
      - {id: one, title: B, depends_on: two}
      - {id: two, title: C, depends_on: one}
"""
    assert found(of("GP301", pay({"baselines/board-1": baseline}))) == [("GP301", "pay/baselines/board-1.yaml", 8, 41)]


def test_entries_of_a_circle_stay_in_the_plan() -> None:
    tree = pay({"actions/a": entry(one="one")})
    assert [each.id for each in tree.plans[0].entries] == ["a"]


def pair(first: str, then: str, lag: str = "") -> str:
    depends_on = f"{{milestone: extract, lag: {lag}}}" if lag else "extract"
    return (
        f"{HEAD}  - {{id: extract, title: Extract, due: {first}}}\n"
        f"  - id: report\n    title: Report\n    depends_on: {depends_on}\n    due: {then}\n"
    )


@pytest.mark.parametrize(
    ("first", "then", "lag", "is_early"),
    [
        ("2025-03", "2025-03", "", False),
        ("2025-03", "2025-02", "", True),
        ("2025-03-10", "2025-03-10", "", False),
        ("2025-03-10", "2025-03-09", "", True),
        ("2025-03", "2025-03-01", "", False),  # a month and a day are compared by the month
        ("2025-03-31", "2025-03", "", False),
        ("2025-04-01", "2025-03", "", True),
        ("2025", "2025-Q4", "", False),
        ("2025", "2025-Q3", "", True),
        ("2025-03", "2025-05", "P2M", False),
        ("2025-03", "2025-04", "2 months", True),
        ("2025-03", "2026-03", "P1Y", False),
        ("2025-03", "2026-02", "P1Y", True),
        ("2025-03-10", "2025-03-24", "P2W", False),
        ("2025-03-10", "2025-03-23", "P2W", True),
        ("2025-01-31", "2025-02-28", "P1M", False),  # as relativedelta adds a month
        ("2025-01-31", "2025-02-27", "P1M", True),
        ("2025-03", "2025-03", "29 days", False),  # days count as months of 30, rounded down
        ("2025-03", "2025-03", "30 days", True),
        ("2025-03", "2025-03", "0 days", False),
    ],
)
def test_due_before_what_it_depends_on(first: str, then: str, lag: str, is_early: bool) -> None:
    early = of("GP303", pay({"actions/gap": pair(first, then, lag)}))
    expected = [("GP303", "pay/actions/gap.yaml", 7, 10)] if is_early else []
    assert found(early) == expected


@pytest.mark.parametrize(
    ("lag", "due", "shown"), [("", "2025-03", "2025-03"), ("2 months", "2025-03", "2025-03 plus P2M")]
)
def test_due_too_early_in_words(lag: str, due: str, shown: str) -> None:
    (finding,) = of("GP303", pay({"actions/gap": pair(due, "2025-02", lag)}))
    assert finding.message == f"due 2025-02, before extract, which it depends on, is due ({shown})"
    assert (finding.entry, finding.end_column, finding.severity) == ("pay/gap#report", 17, "warning")


def test_each_dependency_is_judged_and_those_without_a_date_are_not() -> None:
    text = HEAD + (
        "  - {id: a, title: A, due: 2025-06}\n  - {id: b, title: B, due: 2025-07}\n  - {id: c, title: C}\n"
        "  - {id: d, title: D, due: 2025-05, depends_on: [a, b, c]}\n  - {id: e, title: E, depends_on: a}\n"
    )
    early = of("GP303", pay({"actions/gap": text}))
    assert [(each.line, each.column, each.message.split(",")[1]) for each in early] == [
        (6, 28, " before a"),
        (6, 28, " before b"),
    ]


def test_another_entry_and_the_baseline_are_held_to_the_same() -> None:
    early = "{id: report, title: A, due: 2025-02, depends_on: other#extract}"
    other = "{id: extract, title: B, due: 2025-03}"
    baseline = (
        "genderplan: 1\nentries:\n"
        f"  gap: {{kind: action, title: A, milestones: [{early}]}}\n"
        f"  other: {{kind: action, title: A, milestones: [{other}]}}\n"
    )
    files = {f"actions/{name}": f"{HEAD}  - {text}\n" for name, text in [("gap", early), ("other", other)]}
    assert found(of("GP303", pay(files | {"baselines/board-1": baseline}))) == [
        ("GP303", "pay/actions/gap.yaml", 3, 33),
        ("GP303", "pay/baselines/board-1.yaml", 3, 74),
    ]


DONE = ["completed: 2025-01-10", "completed: 2030-01", "cancelled: {date: 2025-01-15, reason: No}", "cancelled: {}"]
"""Marks count of whatever day they are: what `validate` says depends on none."""


@pytest.mark.parametrize("mark", DONE)
@pytest.mark.parametrize("on", ["waits for", "waited for", "entry of what waits", "entry waited for"])
def test_what_is_done_or_cancelled_holds_up_nobody_and_is_late_for_nothing(mark: str, on: str) -> None:
    first, then, of_first, of_then = (
        f", {mark}" if on == "waited for" else "",
        f", {mark}" if on == "waits for" else "",
        f"{mark}\n" if on == "entry waited for" else "",
        f"{mark}\n" if on == "entry of what waits" else "",
    )
    waits = f"  - {{id: report, title: A, due: 2025-02, depends_on: other#extract{then}}}\n"
    files = {
        "actions/gap": f"{of_then}{HEAD}{waits}",
        "actions/other": f"{of_first}{HEAD}  - {{id: extract, title: B, due: 2025-03{first}}}\n",
    }
    agreed = {name: text.replace(f", {mark}", "").replace(f"{mark}\n", "") for name, text in files.items()}
    baseline = "genderplan: 1\nentries:\n" + "".join(
        f"  {name.partition('/')[2]}:\n    kind: action\n    {text.replace(chr(10), chr(10) + '    ').rstrip()}\n"
        for name, text in agreed.items()
    )
    assert len(of("GP303", pay(agreed | {"baselines/board-1": baseline}))) == 2
    assert of("GP303", pay(files | {"baselines/board-1": baseline})) == []


def test_only_what_is_closed_is_quiet() -> None:
    text = HEAD + (
        "  - {id: a, title: A, due: 2025-06, cancelled: {reason: No}}\n  - {id: b, title: B, due: 2025-07}\n"
        "  - {id: c, title: C, due: 2025-05, depends_on: [a, b]}\n"
    )
    assert [(each.line, each.message.split(",")[1]) for each in of("GP303", pay({"actions/gap": text}))] == [
        (5, " before b")
    ]


@pytest.mark.parametrize("mark", DONE)
def test_what_is_done_or_cancelled_is_in_no_circle(mark: str) -> None:
    circle = (
        "  - {id: one, title: A, depends_on: three}\n  - {id: two, title: A, depends_on: one}\n"
        "  - {id: three, title: A, depends_on: [two, one]"
    )
    baseline = "genderplan: 1\nentries:\n  a:\n    kind: action\n    " + (HEAD + circle).replace("\n", "\n    ") + "}\n"
    files = {"actions/a": f"{HEAD}{circle}}}\n", "baselines/board-1": baseline}
    assert len(circles(files)) == 2
    assert circles(files | {"actions/a": f"{HEAD}{circle}, {mark}}}\n"}) == []
    assert circles(files | {"actions/a": f"{mark}\n{HEAD}{circle}}}\n"}) == []
