"""GP220, GP221, GP405 and GP610 to GP612: frameworks, sections that are named, and what a plan that follows one needs."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.checks import VALID, Context, run
from genderplan.checks.fulfilment import Fulfilment, most_matched
from genderplan.checks.gate.table import SINCE
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from genderplan.plan.states import state_of_tree
from trees import PLAN, checked, found, judged, tree_of

STANDARD = """\
genderplan: 1
title: Equality standard
kind: standard
sections:
  - id: leadership
    title: Leadership
    importance: mandatory
    sections:
      - {id: leadership-roles, title: Role models}
  - {id: training, title: Training, importance: recommended, tags: [learning]}
"""
DUTY = "genderplan: 1\ntitle: Pay duty\nkind: duty\n"
AT_FOLLOWS = ("pay/plan.yaml", 3, 10)


def written(files: Mapping[str, str], policy: str = "") -> Tree:
    """A tree of the plan `pay` and the equality standard, with files by their paths in the tree."""
    base = {"pay/plan.yaml": PLAN + policy, "frameworks/standard.yaml": STANDARD}
    return tree_of(base | {f"{name}.yaml": text for name, text in files.items()})


def action(text: str) -> dict[str, str]:
    return {"pay/actions/gap": f"title: Gap\n{text}"}


def of(tree: Tree, *codes: str) -> list[Finding]:
    return [each for each in checked(tree, checks=VALID) if each.code in codes]


def places(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(each.file, each.line, each.column) for each in findings]


# references


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (
            "supports: standard/ledership\n",
            (2, 11),
            "section 'standard/ledership'",
            "did you mean 'standard/leadership'?",
        ),
        ("supports: standrd/leadership\n", (2, 11), "framework 'standrd'", "did you mean 'standard'?"),
        ("supports: zzz\n", (2, 11), "framework 'zzz'", "its file belongs into frameworks/"),
        ("supports: [standard, standard/x]\n", (2, 22), "section 'standard/x'", None),
        ("supports:\n  - {extent: part, section: standard/y}\n", (3, 29), "section 'standard/y'", None),
        ("drivers: standard/z\n", (2, 10), "section 'standard/z'", None),
        ("drivers:\n  - {text: x}\n  - standard/\n", (4, 5), "section 'standard/'", None),
    ],
)
def test_an_unknown_section_of_an_entry(text: str, place: tuple[int, int], message: str, hint: str | None) -> None:
    [one] = of(written(action(text)), "GP220")
    assert (one.line, one.column) == place
    assert (one.message, one.hint, one.entry) == (f"unknown {message}", hint, "pay/gap")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("supports: standard/ledership\n", (2, 11), "section 'standard/ledership'"),
        ("supports: [standard, {section: zzz, extent: part}]\n", (2, 32), "framework 'zzz'"),
        ("categories: [{id: a, title: A, dimension: standard/x}]\n", (2, 43), "section 'standard/x'"),
        ("categories:\n  - {id: a, title: A}\n  - {id: b, title: B, dimension: age}\n", (4, 34), "framework 'age'"),
    ],
)
def test_an_unknown_section_of_an_indicator(text: str, place: tuple[int, int], message: str) -> None:
    [one] = of(written({"pay/indicators/gap": f"title: Gap\n{text}"}), "GP220")
    assert (one.line, one.column, one.message, one.entry) == (*place, f"unknown {message}", "pay/gap")


@pytest.mark.parametrize("text", ["{extent: part}", "{section: standard/training, text: both}"])
def test_a_support_names_either_a_section_or_a_text(text: str) -> None:
    [one] = of(written(action(f"supports: [standard, {text}]\n")), "GP220")
    assert (one.line, one.column, one.message) == (2, 22, "neither a section nor a text, or both of them")


@pytest.mark.parametrize(
    "text", ["supports: standard\n", "supports: {text: the law}\n", "drivers: standard/leadership-roles\n"]
)
def test_what_is_known_or_a_text(text: str) -> None:
    assert of(written(action(text)), "GP220", "GP110") == []


def test_a_repeated_section() -> None:
    text = "supports: [standard/training, {section: standard/training, extent: part}]\n"
    assert [(each.line, each.column) for each in of(written(action(text)), "GP110")] == [(2, 31)]


POLICY = """\
follows: [standard, a]
objectives:
  - {id: data, title: Data, supports: [standard, b/c]}
publications:
  - {id: report, title: Report, of: [data, dta], meets: d/e, told: [Nobody]}
duties:
  - section: f/g
    include: [{section: h/i}]
"""


def test_what_plan_yaml_names() -> None:
    findings = of(written({}, POLICY), "GP201", "GP204", "GP220")
    assert [(each.code, each.line, each.column) for each in findings] == [
        ("GP220", 3, 21),
        ("GP220", 5, 50),
        ("GP201", 7, 44),
        ("GP220", 7, 57),
        ("GP204", 7, 69),
        ("GP220", 9, 14),
        ("GP220", 10, 25),
    ]


SECTIONS = """\
genderplan: 1
title: Goals
sections:
  - id: a
    title: A
    supported_by: [standard/leadership, {section: standard/nowhere}]
    source: {document: paper}
  - {id: b, title: B, source: {document: papr}}
rules:
  - {id: r, of: {sections: [a, c]}, each: [{sections: d}]}
sources: [{id: paper, title: Paper}]
"""


def test_what_a_framework_names() -> None:
    findings = of(written({"frameworks/goals": SECTIONS}), "GP203", "GP220")
    assert [(each.code, each.line, each.column, each.hint) for each in findings] == [
        ("GP220", 6, 51, None),
        ("GP203", 8, 42, "did you mean 'paper'?"),
        ("GP220", 10, 32, None),
        ("GP220", 10, 55, None),
    ]
    assert {each.file for each in findings} == {"frameworks/goals.yaml"}


def test_nothing_is_unknown_in_a_framework_that_cannot_be_read() -> None:
    tree = written(action("supports: goals/a\n") | {"frameworks/goals": "genderplan: 1\n"})
    assert tree.unread_frameworks == {"goals"}
    assert of(tree, "GP220") == []


def test_a_baseline_keeps_what_was_there_once() -> None:
    frozen = "genderplan: 1\nentries: {gap: {kind: action, title: Gap, supports: standard/gone}}\n"
    assert of(written({"pay/baselines/b": frozen}), "GP220") == []


def test_a_framework_has_another_id_than_every_plan() -> None:
    """A10"""
    tree = written({"frameworks/pay": "genderplan: 1\ntitle: Pay\n"} | action("supports: pay\n"))
    [one] = tree.findings
    assert (one.code, one.file, one.line, one.column) == ("GP109", "frameworks/pay.yaml", 1, 1)
    assert one.message == "id 'pay' is taken by the plan of this name"
    assert of(tree, "GP220") == []


def test_ids_given_twice_in_a_framework() -> None:
    text = f"{STANDARD}  - {{id: leadership-roles, title: Again}}\nlevels: [{{id: a, title: A}}, {{id: a, title: B}}]\n"
    twice = tree_of({"pay/plan.yaml": PLAN, "frameworks/standard.yaml": text}).findings
    assert [(each.code, each.line, each.column, each.message) for each in twice] == [
        ("GP109", 11, 10, "section 'leadership-roles' is given twice"),
        ("GP109", 12, 34, "level 'a' is given twice"),
    ]


# circles


def goals(**supported_by: str) -> dict[str, str]:
    sections = "".join(f"  - {{id: {name}, title: T, supported_by: {by}}}\n" for name, by in supported_by.items())
    return {"frameworks/goals": f"genderplan: 1\ntitle: Goals\nsections:\n{sections}"}


@pytest.mark.parametrize(
    ("files", "places"),
    [
        (goals(a="goals/a"), [(4, 37)]),
        (goals(a="goals/b", b="goals/a"), [(4, 37)]),
        (goals(a="standard/training", b="[standard, goals/c]", c="goals/b"), [(5, 48)]),
        (goals(a="goals/b", b="goals/c", c="goals/d", d="{section: goals/b, extent: part}"), [(5, 37)]),
        (goals(a="goals/b", b="{section: goals/a, extent: none}"), []),
        (goals(a="[{section: goals/b, extent: none}, goals/b]", b="goals/a"), [(4, 72)]),
        (goals(a="goals", b="goals/a", c="goals/a"), []),
    ],
)
def test_sections_that_support_each_other(files: Mapping[str, str], places: list[tuple[int, int]]) -> None:
    assert [(each.line, each.column) for each in of(written(files), "GP221")] == places


# what a plan that follows a framework has to have


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("supports: standard/leadership\n", False),
        ("supports: {section: standard/leadership, extent: part}\n", False),
        ("supports: {section: standard/leadership, extent: none}\n", True),
        ("supports: standard/leadership\ncompleted: 2025-01\n", False),
        ("supports: standard/leadership\ncancelled: {date: 2030, reason: Later}\n", True),
        ("supports: standard/leadership-roles\n", True),
        ("supports: standard\n", True),
        ("drivers: standard/leadership\n", True),
        ("objective: data\n", False),
        ("objective: other\n", True),
        ("", True),
    ],
)
def test_a_mandatory_section(text: str, is_missing: bool) -> None:
    objectives = "objectives: [{id: data, title: D, supports: standard/leadership}, {id: other, title: O}]\n"
    findings = of(written(action(text), f"follows: standard\n{objectives}"), "GP610")
    assert places(findings) == ([AT_FOLLOWS] if is_missing else [])


def test_the_place_where_a_framework_is_followed() -> None:
    files = {"frameworks/other": STANDARD, "frameworks/third": "genderplan: 1\ntitle: Third\n"}
    findings = of(written(files, "follows:\n  - third\n  - other\n"), "GP610")
    assert places(findings) == [("pay/plan.yaml", 5, 5)]
    assert findings[0].message == "no entry supports the mandatory section other/leadership: Leadership"
    assert of(written(files), "GP610") == []


def test_nothing_is_missing_of_a_plan_with_a_file_that_cannot_be_read() -> None:
    assert of(written({"pay/actions/gap": "titel: Gap\n"}, "follows: standard\n"), "GP610") == []


def test_a_missing_section_fails_a_strict_run_and_can_be_accepted(tmp_path: Path) -> None:
    from cli_runner import call

    files = {"pay/plan.yaml": f"{PLAN}follows: standard\n", "frameworks/standard.yaml": STANDARD}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert call("validate", "--tree", str(tmp_path)).code == 0
    strict = call("validate", "--strict", "--tree", str(tmp_path))
    assert strict.code == 1
    assert "pay/plan.yaml:3:10: warning GP610" in strict.out
    accepted = "accept: [{code: GP610, where: plan.yaml, reason: The council leads}]\n"
    (tmp_path / "pay/plan.yaml").write_text(f"{files['pay/plan.yaml']}{accepted}", encoding="utf-8")
    assert call("validate", "--strict", "--tree", str(tmp_path)).code == 0


def test_every_entry_refers_to_a_section() -> None:
    """F2-05"""
    every = "genderplan: 1\ntitle: Every\nevery_entry: true\nsections: [{id: a, title: A}]\n"
    files = {
        "frameworks/every": every,
        "frameworks/other": every,
        "pay/actions/both": "title: A\nsupports: [every, other/a]\n",
        "pay/actions/cancelled": "title: A\ncancelled: {reason: Cost}\n",
        "pay/actions/none": "title: A\n",
        "pay/actions/one": "title: A\nsupports: every/a\n",
        "pay/actions/text": "title: A\nsupports: {text: the standard}\n",
    }
    findings = of(written(files, "follows: [every, other, standard]\n"), "GP611")
    assert [(each.entry, each.line, each.column, each.message) for each in findings] == [
        ("pay/none", 1, 1, "supports no section of every or other"),
        ("pay/one", 1, 1, "supports no section of other"),
        ("pay/text", 1, 1, "supports no section of every or other"),
    ]


def met(rule: str, *entries: str) -> str | None:
    """What is said of a rule of a plan with these entries."""
    files = {f"pay/actions/a{number}": f"title: A\n{text}\n" for number, text in enumerate(entries)}
    duty = f"{DUTY}sections: [{{id: a, title: A}}, {{id: b, title: B, tags: [Pay]}}]\nrules: [{{id: r, {rule}}}]\n"
    tree = written(files | {"frameworks/duty": duty}, "follows: duty\n")
    findings = [each for each in checked(tree, "2025-01-15") if each.code in {"GP407", "GP612"}]
    assert places(findings) == [AT_FOLLOWS] * len(findings)
    return findings[0].message.partition(": ")[2] if findings else None


BOTH = "each: [{tags: [pay]}, {tags: [menopause]}]"


@pytest.mark.parametrize(
    ("rule", "entries", "said"),
    [
        (BOTH, ["tags: [pay, menopause]"], "1 of 2 different entries"),
        (BOTH, ["tags: [pay, menopause]", "tags: [pay]"], None),
        (BOTH, ["tags: [pay]", "tags: [pay]"], "1 of 2 different entries"),
        (BOTH, ["supports: duty/b", "tags: [Menopause]"], None),
        (BOTH, ["tags: [pay]", "tags: [menopause]\ncancelled: {reason: Cost}"], "1 of 2 different entries"),
        (BOTH, [], "0 of 2 different entries"),
        ("at_least: 2", ["note: x"], "1 of 2 different entries"),
        ("at_least: 2", ["note: x", "note: y"], None),
        ("at_least: 999999999", ["note: x"], "1 of 999999999 different entries"),
        ("at_least: 0", [], None),
        ("of: {sections: a}", ["supports: duty/b"], "0 of 1 different entries"),
        ("of: {sections: [a, b]}", ["supports: duty/b"], None),
        ("of: {sections: a}", ["supports: {section: duty/a, extent: none}"], "0 of 1 different entries"),
        (f"at_least: 3, {BOTH}", ["tags: [pay]", "tags: [menopause]"], "4 of 5 different entries"),
    ],
)
def test_a_rule(rule: str, entries: list[str], said: str | None) -> None:
    assert met(rule, *entries) == said


@given(st.lists(st.lists(st.integers(0, 6), max_size=5), max_size=6))
def test_as_many_slots_are_filled_as_can_be(candidates: list[list[int]]) -> None:
    def best(slot: int, taken: frozenset[int]) -> int:
        if slot == len(candidates):
            return 0
        filled = (1 + best(slot + 1, taken | {each}) for each in candidates[slot] if each not in taken)
        return max([best(slot + 1, taken), *filled])

    assert most_matched(candidates) == best(0, frozenset())


@given(st.lists(st.sets(st.sampled_from(["a", "b", "c"]), max_size=3), max_size=8))
def test_first_candidates_are_enough(tags: list[set[str]]) -> None:
    """No entry is lost by asking each condition for no more entries than there are conditions."""
    files = {f"pay/actions/a{at}": f"title: A\ntags: [{', '.join(sorted(each))}]\n" for at, each in enumerate(tags)}
    rule = "{id: r, each: [{tags: a}, {tags: [a, b]}, {tags: c}, {tags: b}]}"
    tree = written(files | {"frameworks/duty": f"{DUTY}rules: [{rule}]\n"})
    duty = tree.frameworks_by_id["duty"]
    asked = [{"a"}, {"a", "b"}, {"c"}, {"b"}]
    whole = most_matched([[at for at, each in enumerate(tags) if each & wanted] for wanted in asked])
    assert Fulfilment(tree.by_id["pay"], duty).number(duty.rules[0]) == whole


# the day


@pytest.mark.parametrize(
    ("valid", "as_of", "is_past"),
    [
        ("valid: {until: 2024-12}\n", "2025-01-01", True),
        ("valid: {until: 2024-12}\n", "2024-12-31", False),
        ("valid: {from: 2026}\n", "2025-01-01", False),
        ("", "2025-01-01", False),
    ],
)
def test_an_edition_that_no_longer_holds(valid: str, as_of: str, is_past: bool) -> None:
    tree = written({"frameworks/duty": DUTY + valid}, "follows: [standard, duty]\n")
    findings = checked(tree, as_of)
    assert found(findings, "GP405") == ([("GP405", "pay/plan.yaml", 3, 21)] if is_past else [])


UPDATES = "updates: [{date: 2025-01-10, state: on-hold, text: X}, {date: 2025-01-20, state: embedded, text: Y}]"


@pytest.mark.parametrize(
    ("states", "entry", "is_met"),
    [
        ("complete", "note: x", False),
        ("complete", "completed: 2025-01-10", True),
        ("complete", "completed: 2025-02", False),
        ("complete", "milestones: [{id: a, title: A, completed: 2025-01-10}]", True),
        ("under-way", "milestones: [{id: a, title: A, due: 2025}]", False),
        ("not-started", "milestones: [{id: a, title: A, due: 2025}]", True),
        ("under-way, complete", "start: 2025-01-15", True),
        ("under-way", "start: 2025-01-16", False),
        ("on-hold", UPDATES, True),
        ("embedded, under-way", UPDATES, False),
        ("not-started", "milestones: [{id: a, title: A, cancelled: {date: 2025-01-01, reason: X}}]", False),
    ],
)
def test_a_rule_that_asks_how_far_entries_are(states: str, entry: str, is_met: bool) -> None:
    """On 15 January, by what updates say of that day; whatever else the rule asks for."""
    assert met(f"of: {{progress: [{states}]}}", entry) == (None if is_met else "0 of 1 different entries")


def test_validate_knows_no_progress() -> None:
    duty = f"{DUTY}rules: [{{id: r, of: {{progress: [complete]}}}}]\n"
    assert of(written({"frameworks/duty": duty}, "follows: duty\n"), "GP407", "GP612") == []


# a change


def change(before: Mapping[str, str], after: Mapping[str, str], *policies: str) -> list[str]:
    """What is said of a change from one tree to another, each with its policy."""
    then, now = (written(files, policy) for files, policy in zip((before, after), policies, strict=True))
    state = state_of_tree(then, now, Path(), "../before")
    findings = run((*VALID, *SINCE), Context(now, now.plans, judged(now), state))
    return [f"{each.line}:{each.column} {each.message}" for each in findings if each.code == "GP520"]


FOLLOWS = "follows: duty\n"
RULE = "rules: [{id: r, at_least: 2, of: {sections: a, progress: [complete]}, each: [{tags: [x]}, {tags: [y]}]}]\n"
FULL = {"frameworks/duty": f"{DUTY}every_entry: true\nsections: [{{id: a, title: A, importance: mandatory}}]\n{RULE}"}


def other(old: str, new: str) -> Mapping[str, str]:
    assert old in FULL["frameworks/duty"]
    return {"frameworks/duty": FULL["frameworks/duty"].replace(old, new)}


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (FULL, []),
        (other("every_entry: true\n", ""), ["3:10 duty: every_entry is taken out"]),
        (other("mandatory", "recommended"), ["3:10 duty: section a was mandatory, and is recommended"]),
        (other(", importance: mandatory", ""), ["3:10 duty: section a was mandatory, and is of no importance given"]),
        (other("id: a,", "id: b,"), ["3:10 duty: section a was mandatory, and is gone"]),
        (other(RULE, ""), ["3:10 duty: rule r is gone"]),
        (other("at_least: 2", "at_least: 1"), ["3:10 duty: rule r asks for 1 where it asked for 2"]),
        (other("at_least: 2", "at_least: 3"), []),
        (other("sections: a, ", ""), ["3:10 duty: rule r lets more entries count"]),
        (other("[complete]", "[complete, embedded]"), ["3:10 duty: rule r lets more entries count"]),
        (other("{tags: [y]}", "{tags: [y, z]}"), ["3:10 duty: rule r no longer asks for each that it asked for"]),
        (other(", {tags: [y]}", ""), ["3:10 duty: rule r no longer asks for each that it asked for"]),
        (other("{tags: [y]}", "{tags: [Y], progress: [complete]}, {}"), []),
    ],
)
def test_a_framework_that_asks_for_less(after: Mapping[str, str], said: list[str]) -> None:
    assert change(FULL, after, FOLLOWS, FOLLOWS) == said


def test_a_framework_that_is_followed_no_longer() -> None:
    assert change(FULL, FULL, "follows: [duty, standard]\n", FOLLOWS) == ["1:1 standard is followed no longer"]
    assert change(FULL, FULL, "", FOLLOWS) == []
    assert change(FULL, {}, "", "") == []
