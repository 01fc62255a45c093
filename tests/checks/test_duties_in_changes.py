"""Duties and publications in a change: GP520, GP502, GP505 and GP506, each with its place and words."""

import pytest

from checks.test_changes import since, since_baseline
from support import marked
from trees import tree_of

FILE = "pay/plan.yaml"
LAW = "genderplan: 1\ntitle: Law\nsections:\n  - {id: gap, title: Gap, %s}\n  - {id: sex, title: By sex}\n"
CYCLE = "cycle: {every: 1 year, from: 2024-03-30}"
TOLD = "duties:\n  - {section: law/gap, %s}\n"
PUT_BACK = "put it back, or accept %s at plan.yaml with the reason"


def found(then: str, now: str, before: str = CYCLE, after: str = CYCLE, follows: str = "") -> list[tuple[object, ...]]:
    """Code, place and message of what is found where plan.yaml, or the framework, has changed."""
    files = [
        {FILE: f"genderplan: 1\ntitle: Pay\n{follows}{plan}", "frameworks/law.yaml": LAW % law}
        for plan, law in ((then, before), (now, after))
    ]
    findings = since(*map(tree_of, files)).findings
    return [(each.code, each.line, each.column, each.message) for each in findings if "GP5" in each.code]


@pytest.mark.parametrize(
    ("now", "after", "message"),
    [
        ("from: «2027-03-30»", CYCLE, "was due first 2024-03-30, and is 2027-03-30"),
        ("from: «2023-09-30»", CYCLE, "was due first 2024-03-30, and is 2023-09-30"),
        ("«from: 2024-03-30»", "cycle: {every: 2 years}", "comes every 2 years, and came every year"),
        ("«from: 2024-03-30»", "cycle: {every: 1 year, kind: rolling}", "was fixed, and is rolling"),
        ("«from: 2024-03-30»", "cycle: {every: 1 year, until: 2026}", "ended never, and ends 2026"),
        ("«from: 2024-03-30»", "importance: mandatory", "is owed no longer"),
    ],
)
def test_a_duty_that_asks_for_less(now: str, after: str, message: str) -> None:
    bare, (line, column, _) = marked(f"genderplan: 1\ntitle: Pay\n{TOLD}" % now)
    if "«from" in now:
        column -= len("{section: law/gap, ")
    plan = bare.removeprefix("genderplan: 1\ntitle: Pay\n")
    assert found(TOLD % "from: 2024-03-30", plan, after=after) == [("GP520", line, column, f"law/gap {message}")]


UNTIL = "cycle: {every: 1 year, from: 2024-03-30, until: 2099}"


@pytest.mark.parametrize(
    ("now", "after"),
    [
        ("from: 2018-03-30", UNTIL),
        ("from: 2024-03-30", "cycle: {every: 6 months}"),
        ("from: 2023-09-30", "cycle: {every: 6 months, until: 2100}"),
        ("include: []", UNTIL),
    ],
)
def test_one_that_asks_for_as_much_or_more(now: str, after: str) -> None:
    assert found(TOLD % "from: 2024-03-30", TOLD % now, UNTIL, after) == []


def test_one_that_is_due_within_what_it_was_due_first_is_given_more_exactly() -> None:
    assert found(TOLD % "from: 2024-03", TOLD % "from: 2023-03-30", UNTIL) == []


def test_a_duty_of_what_is_followed() -> None:
    """By the framework alone; where that is followed no longer, or the section is gone, it is told once."""
    follows, rarer = "follows: law\n", CYCLE.replace("1 year", "2 years")
    told = ("GP520", 3, 10, "law/gap comes every 2 years, and came every year")
    assert found("", "", CYCLE, rarer, follows) == [told]
    assert found("", "", CYCLE, rarer) == []
    assert found(follows, "") == [("GP520", 1, 1, "law is followed no longer")]
    for importance, message in (("", "law/gap is owed no longer"), ("importance: mandatory, ", "law: section gap was")):
        only_new = LAW.replace("id: gap", "id: new")
        trees = [
            tree_of(
                {FILE: f"genderplan: 1\ntitle: Pay\n{follows}", "frameworks/law.yaml": law % f"{importance}{CYCLE}"}
            )
            for law in (LAW, only_new)
        ]
        [each] = since(*trees).findings
        assert (each.code, each.line, each.column, each.message.startswith(message)) == ("GP520", 3, 10, True)


def test_a_framework_that_is_gone() -> None:
    """It is told once: by its duty, or where the plan still names it."""
    named = {FILE: f"genderplan: 1\ntitle: Pay\n{TOLD % 'from: 2024-03-30'}"}
    law = {"frameworks/law.yaml": LAW % CYCLE}
    other = {"frameworks/new.yaml": LAW % CYCLE.replace("1 year", "9 years")}
    moved = {FILE: named[FILE].replace("law/gap", "new/gap")}
    [each] = since(tree_of(named | law), tree_of(moved | other)).findings
    assert (each.code, each.line, each.message) == ("GP520", 1, "law/gap is owed no longer")
    assert [each.code for each in since(tree_of(named | law), tree_of(named)).findings] == []


def test_a_framework_that_cannot_be_read_says_nothing() -> None:
    codes = {each[0] for each in found(TOLD % "from: 2024-03-30", TOLD % "from: 2027-03-30", after="a: b: c")}
    assert codes <= {"GP509"}


def test_what_each_report_has_to_include() -> None:
    then = TOLD % "from: 2024-03-30, include: [{section: law/sex, from: FY2024-25}]"
    message = "law/gap has to include law/sex"
    now = TOLD % "from: 2024-03-30, include: [{section: law/sex, from: FY2026-27}]"
    assert found(then, now) == [("GP520", 4, 51, f"{message} from FY2026-27 on alone")]
    assert found(then, TOLD % "from: 2024-03-30") == [("GP520", 4, 5, f"{message} no longer")]
    assert found(then, TOLD % "from: 2024-03-30, include: [{section: law/sex}]") == []


PUBLISHED = "publications:\n  - {id: one, title: Report, %s}\n"


@pytest.mark.parametrize(
    ("then", "now", "code", "message"),
    [
        ("expected: 2025-03", "expected: «2025-05»", "GP502", "expected moved from 2025-03 to 2025-05: Report"),
        ("expected: 2025-03", "«address: x»", "GP505", "expected 2025-03 is taken out: Report"),
        ("date: 2025-03-20", "date: «2025-03-01»", "GP506", "was published 2025-03-20, and now 2025-03-01: Report"),
        ("date: 2025-03-20", "«expected: 2025-03»", "GP506", "was published 2025-03-20, and is no longer: Report"),
    ],
)
def test_a_publication_that_is_put_off_or_taken_back(then: str, now: str, code: str, message: str) -> None:
    bare, (line, column, _) = marked(PUBLISHED % now)
    column -= len("{id: one, title: Report, ") if now.startswith("«") else 0
    assert found(PUBLISHED % then, bare) == [(code, line + 2, column, message)]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("expected: 2025-03", "expected: 2025-02"),
        ("expected: 2025-03", "expected: 2025-03-30"),
        ("expected: 2025-03", "expected: 2025-03, date: 2025-05-01"),
        ("expected: 2025-03", "date: 2025-05-01"),
        ("date: 2025-03", "date: 2025-03-20"),
        ("address: x", "expected: 2025-03"),
    ],
)
def test_one_that_came_or_is_given_more_exactly(then: str, now: str) -> None:
    assert found(PUBLISHED % then, PUBLISHED % now) == []


def test_a_publication_that_is_gone() -> None:
    rest = "  - {id: two, title: Another}\n"
    assert found(PUBLISHED % "expected: 2025-03" + rest, PUBLISHED.replace("one", "two") % "note: N") == [
        ("GP505", 4, 3, "publication removed, with its date 2025-03: Report")
    ]
    assert found(PUBLISHED % "date: 2025-03", "") == [
        ("GP506", 1, 1, "was published 2025-03, and is no longer: Report")
    ]
    assert found(PUBLISHED % "note: N", "") == []


def test_plan_yaml_accepts_it_with_the_change() -> None:
    accept = "accept: [{code: GP502, where: plan.yaml, reason: The printer is late}]\n"
    assert found(PUBLISHED % "expected: 2025-03", PUBLISHED % "expected: 2025-05" + accept) == []
    assert found(PUBLISHED % "expected: 2025-03", PUBLISHED % "expected: 2025-03" + accept) == []


def test_a_baseline_that_keeps_no_publications_does_not_say_that_nothing_needs_it() -> None:
    accept = "accept: [{code: GP502, where: plan.yaml, reason: The printer is late}]\n"
    before, now = (tree_of({FILE: f"genderplan: 1\ntitle: Pay\n{text}"}) for text in ("", accept))
    assert "GP702" not in {each.code for each in since_baseline(before, now).findings}
    assert "GP702" in {each.code for each in since(before, now).findings}
