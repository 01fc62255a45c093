"""GP220, GP240, GP241, GP408, GP620 and GP621: assessments, with the place of each finding.

F4-05: three ordered levels, and 'not rated' in their place. F4-06: the evidence behind a rating.
"""

import pytest

from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import ORGANISATIONS, PLAN, checked, found, tree_of

FACTORS = """\
genderplan: 1
title: Critical success factors
levels: [{id: emerging, title: Emerging}, {id: l-2, title: Achieving}, {id: excellent, title: Excellent}]
sections: [{id: pay, title: Pay}, {id: impact, title: Whom does it affect?, kind: question}]
"""
FILES = {
    "organisations.yaml": ORGANISATIONS + "gap: {name: The Gap}\n",
    "pay/plan.yaml": PLAN + "sources: [{id: paper, title: Paper}]\n",
    "pay/actions/gap.yaml": "title: Gap\nlead: HR\ndue: 2025-06\nsource: {document: paper}\n",
    "pay/registers/policies.yaml": "title: Policies\nkind: policies\nitems: [{id: dress, title: Dress code}]\n",
    "sites/plan.yaml": PLAN,
    "sites/actions/walk.yaml": "title: Walk\nlead: HR\ndue: 2025-06\n",
    "frameworks/factors.yaml": FACTORS,
    "frameworks/standard.yaml": "genderplan: 1\ntitle: Standard\nsections: [{id: pay, title: Pay}]\n",
    "frameworks/broken.yaml": "genderplan: 1\ntitle:\n",
}
SELF = "pay/assessments/self.yaml"


def written(text: str, **more: str) -> Tree:
    return tree_of(FILES | {SELF: text} | more)


def of(text: str, **more: str) -> list[Finding]:
    """What is found of an assessment."""
    return [each for each in checked(written(text, **more)) if each.file == SELF]


def told(findings: list[Finding]) -> list[tuple[str, int, int, str, str | None]]:
    return [(each.code, each.line, each.column, each.message, each.hint) for each in findings]


GOOD = """\
framework: factors
by: [HR, Finance]
date: 2024-11
about: Finance
ratings:
  - {section: pay, level: emerging, evidence: Minutes, source: {document: paper}}
  - {section: impact, answer: Women}
"""


def test_nothing_is_wrong_with_what_is_known() -> None:
    assert of(GOOD) == []


@pytest.mark.parametrize("word", ["not-rated", "not-applicable"])
@pytest.mark.parametrize("framework", ["factors", "standard"])
def test_two_words_may_stand_in_the_place_of_any_level_and_need_no_evidence(word: str, framework: str) -> None:
    """F4-05"""
    assert of(f"framework: {framework}\nratings: [{{section: pay, level: {word}}}]\n") == []


@pytest.mark.parametrize(
    ("level", "hint"),
    [
        ("emergng", "did you mean 'emerging'?"),
        ("Achieving", "did you mean 'l-2'?"),
        ("not rated", "did you mean 'not-rated'?"),
        ("5", None),
    ],
)
def test_an_unknown_level(level: str, hint: str | None) -> None:
    """F4-05"""
    [one] = of(f"framework: factors\nratings:\n  - {{section: pay, evidence: X, level: {level}}}\n")
    assert told([one]) == [("GP240", 3, 40, f"unknown level '{level}'", hint)]
    assert one.entry == "pay/self"


def test_a_level_of_a_framework_that_has_none() -> None:
    [one] = of("framework: standard\nratings: [{section: pay, level: good, evidence: X}]\n")
    hint = "give it 'levels', or write what was found under 'answer' or 'note'"
    assert told([one]) == [("GP240", 2, 33, "standard has no levels", hint)]


def test_an_unknown_framework_is_told_once() -> None:
    [one] = of("framework: factrs\nratings: [{section: pay, level: good, evidence: X}]\n")
    assert told([one]) == [("GP220", 1, 12, "unknown framework 'factrs'", "did you mean 'factors'?")]


def test_of_a_framework_that_cannot_be_read_nothing_is_unknown() -> None:
    assert of("framework: broken\nratings: [{section: x, level: good, evidence: X}]\n") == []


@pytest.mark.parametrize("section", ["pey", "factors/pay"])
def test_an_unknown_section_is_meant_without_its_framework(section: str) -> None:
    [one] = of(f"framework: factors\nratings:\n  - {{level: not-rated, section: {section}}}\n")
    assert told([one]) == [("GP220", 3, 33, f"unknown section 'factors/{section}'", "did you mean 'pay'?")]


@pytest.mark.parametrize(
    "about",
    ["HR", "walk", "organisation:gap", "entry:gap", "sites/walk", "policies#dress", "pay/policies#dress", "pay/gap"],
)
def test_what_an_assessment_can_be_about(about: str) -> None:
    plan = "sites" if about == "walk" else "pay"
    tree = tree_of(FILES | {f"{plan}/assessments/self.yaml": f"framework: factors\nabout: {about}\n"})
    assert found(checked(tree), "GP241") == []


@pytest.mark.parametrize(
    ("about", "message", "hint"),
    [
        ("Finence", "unknown organisation, entry or item 'Finence'", "did you mean 'Finance'?"),
        ("Personnel", "unknown organisation, entry or item 'Personnel'", "write 'HR'"),
        ("policies#dres", "unknown organisation, entry or item 'policies#dres'", "did you mean 'policies#dress'?"),
        ("gap", "'gap' can mean organisation:gap or entry:pay/gap", "write which of them is meant"),
        ("walk", "unknown organisation, entry or item 'walk'", None),
        ("entry:HR", "unknown organisation, entry or item 'entry:HR'", "write 'HR'"),
        ("elsewhere/walk", "unknown organisation, entry or item 'elsewhere/walk'", None),
        ("gap#step", "unknown organisation, entry or item 'gap#step'", None),
    ],
)
def test_an_assessment_of_what_is_not_there(about: str, message: str, hint: str | None) -> None:
    assert told(of(f"framework: factors\nabout: {about}\n")) == [("GP241", 2, 8, message, hint)]


@pytest.mark.parametrize(
    ("about", "more"),
    [
        ("lost", {"pay/actions/lost.yaml": "title:\n"}),
        ("list#x", {"pay/registers/list.yaml": "title:\n"}),
        ("gone/x", {"gone/plan.yaml": "title:\n"}),
        ("Anybody", {"organisations.yaml": "HR: {nam: x}\n"}),
    ],
)
def test_what_may_be_in_a_file_that_cannot_be_read_is_not_unknown(about: str, more: dict[str, str]) -> None:
    assert of(f"framework: factors\nabout: {about}\n", **more) == []


def test_who_assessed_and_what_it_is_taken_from() -> None:
    text = (
        "framework: factors\nby: [HR, Personnel, Nobody]\nsource: {document: paprs}\ntags: [a, a]\n"
        "ratings:\n  - {section: pay, level: not-rated, source: {document: x}, evidence: [a, a]}\n"
    )
    assert [(each.code, each.line, each.column) for each in of(text)] == [
        ("GP205", 2, 10),
        ("GP204", 2, 21),
        ("GP203", 3, 20),
        ("GP110", 4, 11),
        ("GP203", 6, 57),
        ("GP110", 6, 75),
    ]


def test_a_rating_without_evidence() -> None:
    """F4-06"""
    [one] = of("framework: factors\nratings:\n  - {section: pay, level: excellent}\n")
    assert told([one]) == [("GP620", 3, 27, "pay is rated excellent without evidence", None)]


def test_an_answer_to_what_is_no_question() -> None:
    """F3-31"""
    [one] = of("framework: factors\nratings:\n  - {section: pay, answer: Yes}\n  - {section: impact, answer: Yes}\n")
    assert told([one]) == [("GP621", 3, 28, "an answer to 'pay', which is no question", None)]


def test_an_assessment_that_is_still_to_come() -> None:
    assert told(of("framework: factors\ndate: 2025-02\n")) == [
        ("GP408", 2, 7, "an assessment of 2025-02, after the status date 2025-01-15", None)
    ]
    assert of("framework: factors\ndate: 2025\n") == []


def test_a_rating_says_something() -> None:
    tree = written("framework: factors\nratings:\n  - {section: pay, note: x}\n")
    [one] = [each for each in tree.findings if each.file == SELF]
    hint = "write 'level: not-rated' of what nobody has rated yet"
    assert told([one]) == [("GP103", 3, 5, "neither a level nor an answer", hint)]


def test_a_section_rated_twice() -> None:
    tree = written(
        "framework: factors\nratings: [{section: pay, level: not-rated}, {section: pay, level: not-rated}]\n"
    )
    assert found(tree.findings, "GP109") == [("GP109", SELF, 2, 55)]
