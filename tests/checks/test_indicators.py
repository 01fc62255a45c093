"""Findings of indicators: what is refused in their files, unknown names, dates that cannot be, targets made easier."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cases import for_each
from cli_runner import call
from genderplan.checks import VALID
from genderplan.checks.context import Context
from genderplan.checks.gate.table import SINCE
from genderplan.checks.judgement import judge
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from genderplan.plan.states import state_of_baselines, state_of_tree
from genderplan.standing.filters.criteria import select
from genderplan.standing.selection import Selection
from support import marked
from trees import TODAY, checked, found, judged, pay, tree_of

HEAD = "title: Women\nunit: percent\ngood: up\n"
FILE = "pay/indicators/women.yaml"


def of_file(text: str) -> tuple[str, tuple[Finding, ...]]:
    """What reading and `check` find in a tree with an indicator whose text has a mark; the text without it."""
    text = text.replace("«", "").replace("»", "")
    tree = pay({"indicators/women": text})
    return text, (*tree.findings, *checked(tree))


def test_lengths_are_told_in_words() -> None:
    _, (finding, *_) = of_file(f"{HEAD}baseline: {{period: 2020, value: 1}}\nevery: 6 months\n")
    assert finding.message == "every 6 months does not lead from 2020 to a date of its kind"


WRONG = {
    "a comma": (HEAD + "values: [{period: 2024, value: «'23,10'»}]\n", "GP108"),
    "an exponent": (HEAD + "values: [{period: 2024, value: «1e3»}]\n", "GP108"),
    "a target that is neither": (HEAD + "targets: [{by: 2025, value: «none»}]\n", "GP108"),
    "percent by another name": ("title: x\nunit: «Per cent»\n", "GP108"),
    "more back than went out": (
        HEAD + "values: [{period: 2024, value: 9, survey: «{sent: 9, returned: 10}}]\n",
        "GP108",
    ),
    "expected though it is known": (HEAD + "values: [«{period: 2024, value: 9, expected: 2025}]\n", "GP108"),
    "a reason though it is known": (HEAD + "values: [«{period: 2024, value: 9, reason: x}]\n", "GP108"),
    "never again": (HEAD + "every: «0 years»\n", "GP115"),
    "into the midst of a period": (HEAD + "baseline: {period: 2020, value: 1}\nevery: «6 months»\n", "GP115"),
    "a value twice": (HEAD + "values: [{period: 2024, value: 9}, «{period: 2024, value: 8, kind: outcome}]\n", "GP109"),
    "a forecast twice": (
        HEAD
        + "values:\n- {period: 2024-Q1, value: 9, kind: forecast}\n- «{period: 2024-Q1, value: 9, kind: forecast}\n",
        "GP109",
    ),
    "a target twice": (HEAD + "targets: [{by: 2025, value: 1}, «{by: 2025-12-31, value: 2}]\n", "GP109"),
    "no target twice": (HEAD + "targets: [{value: no-target}, «{value: no-target}]\n", "GP109"),
    "a baseline twice": (HEAD + "baseline: [{period: 2020, value: 1}, «{period: 2021, value: 1}]\n", "GP109"),
    "a category twice": (HEAD + "categories: [{id: a, title: A}, {id: «a», title: B}]\n", "GP109"),
    "a benchmark twice": (HEAD + "benchmarks: [{id: a, title: A, value: 1}, {id: «a», title: B, value: 1}]\n", "GP109"),
    "an unknown category": (HEAD + "values: [{period: 2024, value: 9, category: «staff»}]\n", "GP231"),
    "of a target": (HEAD + "targets: [{by: 2025, value: 9, category: «staff»}]\n", "GP231"),
    "of a baseline": (HEAD + "baseline: {period: 2024, value: 9, category: «staff»}\n", "GP231"),
    "an unknown lead": (HEAD + "lead: «HRR»\n", "GP204"),
    "a lead by its name": (HEAD + "lead: [HR, «Personnel»]\n", "GP205"),
    "an unknown document": (HEAD + "source: {document: «paper»}\n", "GP203"),
    "of a value": (HEAD + "values: [{period: 2024, value: 9, source: {document: «paper»}}]\n", "GP203"),
    "of a benchmark": (HEAD + "benchmarks: [{id: a, title: A, value: 1, source: {document: «paper»}}]\n", "GP203"),
    "a tag twice": (HEAD + "tags: [a, «a»]\n", "GP110"),
    "a target before its baseline": (
        HEAD + "baseline: {period: FY2023-24, value: 9}\ntargets: [{by: «2024-02», value: 9}]\n",
        "GP306",
    ),
    "an outcome to come": (HEAD + "values: [{period: «2025-02», value: 9}]\n", "GP406"),
    "too many categories": (
        f"{HEAD}categories:\n  «- {{id: c0, title: C}}\n"
        + "".join(f"  - {{id: c{at}, title: C}}\n" for at in range(1, 101)),
        "GP108",
    ),
    "an unknown key": (HEAD + "«target»: 5\n", "GP102"),
    "no title": ("«unit: percent\n", "GP103"),
}
"""The text of an indicator with a mark at the one place that has a finding."""


@for_each("name", WRONG)
def test_what_is_wrong_is_told_at_its_place(name: str) -> None:
    """F3-18, F1-08"""
    text, code = WRONG[name]
    _, (line, column, end) = marked(text)
    told = of_file(text)[1]
    assert [(each.code, each.file, each.line, each.column, each.end_column) for each in told] == [
        (code, FILE, line, column, end)
    ]
    assert told[0].entry == "pay/women"


RIGHT = {
    "a target in its baseline's period": HEAD + "baseline: {period: 2024, value: 9}\ntargets: [{by: 2024, value: 9}]\n",
    "a target of another category": (
        HEAD + "categories: [{id: a, title: A}]\nbaseline: {period: 2024, value: 9, category: a}\n"
        "targets: [{by: 2023, value: 9}]\n"
    ),
    "a forecast to come": HEAD + "values: [{period: 2026, value: 9, kind: forecast}]\n",
    "an outcome of a period that has begun": HEAD + "values: [{period: 2025, value: 9}]\n",
    "a pending outcome to come": HEAD + "values: [{period: 2026, value: pending, reason: x}]\n",
    "a value of each kind": HEAD + "values: [{period: 2024, value: 9}, {period: 2024, value: 9, kind: forecast}]\n",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_has_no_finding(name: str) -> None:
    assert of_file(RIGHT[name])[1] == ()


def test_an_entry_names_indicators_of_its_plan() -> None:
    entry = "title: X\nlead: HR\ndue: 2025-06\nindicators: [women, woman]\n"
    frozen = "genderplan: 1\nentries:\n  x: {kind: action, title: X, indicators: women}\n"
    tree = pay({"indicators/women": HEAD, "actions/x": entry, "baselines/b": frozen})
    assert found(checked(tree), "GP230") == [
        ("GP230", "pay/actions/x.yaml", 4, 21),
        ("GP230", "pay/baselines/b.yaml", 3, 43),
    ]


def test_what_cannot_be_read_is_not_unknown() -> None:
    tree = pay({"indicators/women": "titel: x\n", "actions/x": "title: X\nlead: HR\ndue: 2025-06\nindicators: women\n"})
    assert found((*tree.findings, *checked(tree))) == [("GP102", FILE, 1, 1)]


def test_ids_are_unique_among_entries_and_indicators() -> None:
    """A10"""
    tree = pay({"indicators/x": HEAD, "indicators/deep/x": HEAD, "actions/x": "title: X\n"})
    assert [(each.code, each.file) for each in tree.findings] == [
        ("GP109", "pay/indicators/deep/x.yaml"),
        ("GP109", "pay/indicators/x.yaml"),
    ]


def test_an_id_is_unique_in_a_baseline_too() -> None:
    frozen = "genderplan: 1\nentries: {x: {kind: action, title: X}}\nindicators:\n  x: {title: X}\n"
    assert found(pay({"baselines/b": frozen}).findings) == [("GP109", "pay/baselines/b.yaml", 4, 3)]


def test_a_finding_of_an_indicator_can_be_accepted() -> None:
    policy = "accept: [{code: GP406, where: women, reason: Told before the year was over}]\n"
    tree = pay({"indicators/women": HEAD + "values: [{period: 2026, value: 9}]\n"}, policy)
    report = judge(VALID, tree, Selection(tree.plans), ())
    assert report.findings == ()
    assert checked(tree)


def test_filters_leave_out_what_is_of_other_indicators() -> None:
    wrong = HEAD + "values: [{period: 2024, value: 9, category: x}]\n"
    tree = pay({"indicators/women": wrong + "lead: HR\n", "indicators/men": wrong})
    for asked, files in (({}, ["men", "women"]), ({"lead": ["HR"]}, ["women"]), ({"kind": ["action"]}, [])):
        report = judge(VALID, tree, select(tree, asked), ())
        assert [each.file for each in report.findings] == [f"pay/indicators/{name}.yaml" for name in files]


# the gate

PROMISE = f"""{HEAD}categories:
  - {{id: officers, title: Officers}}
baseline: {{period: 2020, value: 30}}
targets:
  - {{by: 2025-12, value: 35}}
  - {{by: 2025-12, value: 40, category: officers}}
"""


def held(then: Mapping[str, str], now: Mapping[str, str]) -> list[Finding]:
    """What is found of targets in a tree held against another."""
    before, after = pay(then), pay(now)
    state = state_of_tree(before, after, Path(), "git:main")
    return gated(after, Context(after, after.plans, judged(after, TODAY), state))


def gated(tree: Tree, context: Context) -> list[Finding]:
    assert tree.plans
    return [each for check in SINCE for each in check(context) if each.code == "GP530"]


def changed(old: str, new: str) -> list[tuple[str, int, int, str]]:
    """The findings of a change of the text of an indicator."""
    assert old in PROMISE
    told = held({"indicators/women": PROMISE}, {"indicators/women": PROMISE.replace(old, new)})
    return [(each.file, each.line, each.column, each.message) for each in told]


EASIER = {
    "less": ("value: 35", "value: 34.9", 8, "the target was 35 (2025-12), and is 34.9 (2025-12)"),
    "later": (
        "by: 2025-12, value: 35",
        "by: 2026-01, value: 35",
        8,
        "the target was 35 (2025-12), and is 35 (2026-01)",
    ),
    "more, and later": (
        "by: 2025-12, value: 35",
        "by: 2027, value: 99",
        8,
        "the target was 35 (2025-12), and is 99 (2027)",
    ),
    "without a date": ("by: 2025-12, value: 35", "value: 35", 8, "the target was 35 (2025-12), and is 35"),
    "no target": ("by: 2025-12, value: 35", "value: no-target", 8, "the target was 35 (2025-12), and is no-target"),
    "of a category": ("value: 40", "value: 39", 9, "the target of officers was 40 (2025-12), and is 39 (2025-12)"),
    "another baseline": ("value: 30", "value: 33", 6, "the baseline was 30 (2020), and is 33 (2020)"),
}


@pytest.mark.parametrize("name", EASIER)
def test_a_target_made_easier_needs_a_reason(name: str) -> None:
    """A9, F1-08"""
    old, new, line, message = EASIER[name]
    column = 12 if line == 6 else 5
    start = 11 if line == 6 else 5
    assert changed(old, new) == [(FILE, line, start, f"{message}: Women")], column


HARDER = {
    "more": ("value: 35", "value: 35.1"),
    "sooner": ("by: 2025-12, value: 35", "by: 2025-11, value: 35"),
    "the same in other words": ("value: 35", "value: 35.00"),
    "the same day": ("by: 2025-12, value: 35", "by: 2025-12-31, value: 35"),
    "one more": ("targets:\n", "targets:\n  - {by: 2024-12, value: 33}\n"),
    "another title": ("title: Women", "title: All women"),
}


@pytest.mark.parametrize("name", HARDER)
def test_what_is_no_easier_needs_none(name: str) -> None:
    assert changed(*HARDER[name]) == []


@pytest.mark.parametrize(("old", "new", "column"), [("up", "down", 7), ("percent", "points", 7)])
def test_what_is_good_and_what_it_is_counted_in_stay(old: str, new: str, column: int) -> None:
    assert [each[1:3] for each in changed(old, new)] == [(3 if old == "up" else 2, column)]


def test_a_good_direction_that_is_gone() -> None:
    [found_at] = changed("good: up\n", "")
    assert found_at[3] == "'good' was up, and is nothing: Women"


def test_an_indicator_that_is_gone_takes_its_targets_with_it() -> None:
    told = held({"indicators/women": PROMISE}, {"actions/x": "title: X\n"})
    assert [(each.file, each.entry) for each in told] == [("pay/plan.yaml", "pay/women")] * 3
    assert [each.message.partition(":")[0] for each in told] == [
        "the baseline was 30 (2020), and is gone",
        "the target was 35 (2025-12), and is gone",
        "the target of officers was 40 (2025-12), and is gone",
    ]


OWED = "title: Women\nbaseline: {period: 2020, value: 30}\n"


@pytest.mark.parametrize(
    ("was", "now", "line", "message"),
    [
        ("every: 1 year\n", "every: 2 years\n", 3, "owed every year, and is owed every 2 years"),
        ("every: 1 year\n", "", 1, "owed every year, and is owed no longer"),
        ("every: 12 months\n", "every: 36 months\n", 3, "owed every 12 months, and is owed every 36 months"),
    ],
)
def test_a_value_that_is_owed_more_rarely_needs_a_reason(was: str, now: str, line: int, message: str) -> None:
    """A9: whatever decides the measure of lateness is guarded."""
    [each] = held({"indicators/women": OWED + was}, {"indicators/women": OWED + now})
    assert (each.file, each.line, each.column, each.entry) == (FILE, line, 8 if line > 1 else 1, "pay/women")
    assert each.message == f"a value was {message}: Women"
    assert each.hint == "put it back, or accept GP530 at women in plan.yaml with the reason"


@pytest.mark.parametrize(("was", "now"), [("every: 2 years\n", "every: 1 year\n"), ("", "every: 1 year\n")])
def test_a_value_that_is_owed_as_often_or_more_needs_none(was: str, now: str) -> None:
    assert held({"indicators/women": OWED + was}, {"indicators/women": OWED + now}) == []
    assert held({"indicators/women": OWED + "every: 1 year\n"}, {"indicators/women": OWED + "every: 12 months\n"}) == []


def test_an_indicator_that_is_gone_takes_the_values_with_it_that_were_owed() -> None:
    [each] = held({"indicators/women": OWED + "every: 1 year\n"}, {"actions/x": "title: X\n"})
    assert (each.file, each.entry) == ("pay/plan.yaml", "pay/women")
    assert each.message == "a value was owed every year, and is owed no longer: Women"
    told = held({"indicators/women": PROMISE + "every: 1 year\n"}, {"actions/x": "title: X\n"})
    assert not [each for each in told if "owed" in each.message]
    assert held({"indicators/women": OWED + "every: 1 year\n"}, {"indicators/women": "titel: x\n"}) == []


def test_how_often_a_value_is_owed_is_held_against_a_baseline_too() -> None:
    frozen = "genderplan: 1\nindicators:\n  women:\n    title: Women\n    every: 6 months\n"
    tree = pay({"indicators/women": OWED + "every: 1 year\n", "baselines/b": frozen})
    told = gated(tree, Context(tree, tree.plans, (), state_of_baselines(tree.plans)))
    assert [(each.file, each.line) for each in told] == [(FILE, 3)]


def test_an_indicator_that_has_another_id_is_the_same() -> None:
    assert held({"indicators/women": PROMISE}, {"indicators/posts": PROMISE + "renamed_from: women\n"}) == []


def test_where_less_is_good_a_higher_target_is_easier() -> None:
    then = PROMISE.replace("good: up", "good: down")
    assert len(held({"indicators/women": then}, {"indicators/women": then.replace("value: 35", "value: 36")})) == 1
    assert held({"indicators/women": then}, {"indicators/women": then.replace("value: 35", "value: 34")}) == []


def test_where_nothing_is_said_to_be_good_any_other_value_is_told() -> None:
    then = "title: Women\ntargets: [{by: 2025, value: 35}]\n"
    for value in (34, 36):
        now = then.replace("35", str(value))
        assert len(held({"indicators/women": then}, {"indicators/women": now})) == 1


def test_nothing_is_gone_that_may_be_in_a_file_that_cannot_be_read() -> None:
    assert held({"indicators/women": PROMISE}, {"indicators/women": "titel: x\n"}) == []


def test_against_a_baseline_too() -> None:
    frozen = f"genderplan: 1\nindicators:\n  women:\n    {PROMISE.replace(chr(10), chr(10) + '    ').rstrip()}\n"
    tree = pay({"indicators/women": PROMISE.replace("value: 35", "value: 30"), "baselines/b": frozen})
    assert tree.findings == ()
    told = gated(tree, Context(tree, tree.plans, (), state_of_baselines(tree.plans)))
    assert [(each.file, each.line) for each in told] == [(FILE, 8)]


def test_a_change_that_is_accepted_with_a_reason(tmp_path: Path) -> None:
    for side, value, policy in (
        ("then", 35, ""),
        ("now", 34, "accept: [{code: GP530, where: women, reason: Agreed}]\n"),
    ):
        folder = tmp_path / side / "pay" / "indicators"
        folder.mkdir(parents=True)
        (folder.parent / "plan.yaml").write_text(f"genderplan: 1\ntitle: Pay\n{policy}", encoding="utf-8")
        (folder / "women.yaml").write_text(PROMISE.replace("value: 35", f"value: {value}"), encoding="utf-8")
    result = call("validate", "--tree", "now", "--against", "./then", cwd=tmp_path)
    assert (result.code, "1 accepted" in result.out) == (0, True)


@pytest.mark.parametrize(("good", "told"), [("up", []), ("down", [(5, 7, "'good' was nothing, and is down: Women")])])
def test_a_direction_that_turns_a_target_round_needs_a_reason(good: str, told: list[tuple[int, int, str]]) -> None:
    """A9: without `good` the target says, above its baseline, that more is good."""
    text = "title: Women\nbaseline: {period: 2020, value: 30}\ntargets:\n  - {by: 2025-12, value: 35}\n"
    found = held({"indicators/women": text}, {"indicators/women": f"{text}good: {good}\n"})
    assert [(each.line, each.column, each.message) for each in found] == told


def test_a_baseline_whose_targets_are_rewritten_is_told() -> None:
    frozen = f"genderplan: 1\nindicators:\n  women:\n    {PROMISE.replace(chr(10), chr(10) + '    ').rstrip()}\n"
    before = pay({"baselines/b": frozen})
    after = pay({"baselines/b": frozen.replace("value: 35", "value: 30")})
    context = Context(after, after.plans, (), state_of_tree(before, after, Path(), "git:main"))
    told = [each for check in SINCE for each in check(context) if each.code == "GP504"]
    assert [(each.line, each.column, each.message) for each in told] == [(4, 5, "baseline b is changed: women")]


def test_a_tree_of_indicators_alone_is_a_tree() -> None:
    tree = tree_of({"p/plan.yaml": "genderplan: 1\ntitle: P\n", "p/indicators/a.yaml": "title: A\n"})
    assert (tree.findings, [each.id for each in tree.plans[0].indicators]) == ((), ["a"])
