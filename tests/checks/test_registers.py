"""Registers and the glossary as they are checked: what is named in them is there, and nothing is said twice."""

import pytest

from genderplan.checks import VALID
from genderplan.checks.judgement import judge
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from genderplan.standing.selection import Selection
from trees import ORGANISATIONS, PLAN, checked, found, tree_of

SOURCES = "sources: [{id: paper, title: Paper}]\n"
STRANDS = "genderplan: 1\ntitle: Strands\nkind: strands\nsections: [{id: race, title: Race}, {id: age, title: Age}]\n"


def tree(register: str, policy: str = "", **others: str) -> Tree:
    """A plan with a register of policies, beside a framework of strands."""
    return tree_of(
        {
            "organisations.yaml": ORGANISATIONS,
            "frameworks/strands.yaml": STRANDS,
            "pay/plan.yaml": PLAN + SOURCES + policy,
            "pay/actions/review.yaml": "title: Review\n",
            "pay/registers/policies.yaml": register,
        }
        | others
    )


def of_items(*lines: str) -> str:
    """A register of one item, which has these lines beside its id and title."""
    return "title: Policies\nitems:\n  - id: dress\n    title: Dress code\n" + "".join(
        f"    {each}\n" for each in lines
    )


def all_findings(read: Tree) -> list[Finding]:
    return [*read.findings, *checked(read, checks=VALID)]


@pytest.mark.parametrize(
    ("code", "line", "column", "hint"),
    [
        ("GP204", "lead: Finanse", 11, "did you mean 'Finance'?"),
        ("GP204", "lead: [HR, Finanse]", 16, "did you mean 'Finance'?"),
        ("GP205", "lead: Personnel", 11, "write 'HR'"),
        ("GP206", "lead: Accounts", 11, "name one by its id: Finance, Audit"),
        ("GP220", "relevance: [{section: strands/racs, priority: high}]", 27, "did you mean 'strands/race'?"),
        ("GP220", "relevance: [{section: strands/race}, {section: strand}]", 52, "did you mean 'strands'?"),
        ("GP211", "answers: revue", 14, "did you mean 'pay/review'?"),
        ("GP211", "answers: [review, {entry: pay/revue, extent: part}]", 31, "did you mean 'pay/review'?"),
        ("GP203", "source: {document: papers, place: page 2}", 24, "did you mean 'paper'?"),
    ],
)
def test_what_an_item_names_and_is_not_there(code: str, line: str, column: int, hint: str) -> None:
    (finding,) = [each for each in all_findings(tree(of_items(line))) if each.code.startswith("GP2")]
    assert finding[:4] == ("pay/registers/policies.yaml", 5, column, code)
    assert (finding.entry, finding.hint) == ("pay/policies#dress", hint)


@pytest.mark.parametrize(
    "line",
    [
        "lead: [HR, Finance]",
        "relevance: [{section: strands/race, priority: none}, {section: strands}]",
        "answers: [review, pay/review]",
        "source: {document: paper}",
        "source: {place: page 2}",
        "who: [HR, Staff networks, Personnel]",
    ],
)
def test_what_an_item_names_and_is_there(line: str) -> None:
    assert [each for each in all_findings(tree(of_items(line))) if each.code.startswith(("GP1", "GP2"))] == []


def test_the_source_of_a_register() -> None:
    (finding,) = [each for each in all_findings(tree("title: P\nsource: {document: papers}\n")) if each.code == "GP203"]
    assert finding[:4] == ("pay/registers/policies.yaml", 2, 20, "GP203")
    assert finding.entry == "pay/policies"


@pytest.mark.parametrize(
    ("register", "place", "message"),
    [
        (
            of_items("relevance: [{section: strands/race}, {section: strands/age}, {section: strands/race}]"),
            (5, 76),
            "section 'strands/race' is given twice",
        ),
        ("title: P\nitems: [{id: a, title: A}, {id: a, title: B}]\n", (2, 33), "item 'a' is given twice"),
    ],
)
def test_what_is_given_twice(register: str, place: tuple[int, int], message: str) -> None:
    (finding,) = [each for each in all_findings(tree(register)) if each.code.startswith("GP1")]
    assert (finding.code, finding.line, finding.column, finding.message) == ("GP109", *place, message)


@pytest.mark.parametrize("other", ["actions/policies", "indicators/policies", "registers/old/policies"])
def test_ids_are_unique_across_the_kinds_of_a_plan(other: str) -> None:
    read = tree("title: P\n", **{f"pay/{other}.yaml": "title: Another\n"})
    (finding,) = [each for each in read.findings if each.code == "GP109"]
    assert finding.entry == "pay/policies"


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("review: {every: 2 weeks, last: 2024-11}", "GP115", 21),
        ("review: {every: 0 months}", "GP115", 21),
        ("review: soon", "GP105", 13),
        ("review: {last: 2024}", "GP103", 13),
        ("relevance: [{section: strands/race, priority: urgent}]", "GP108", 51),
    ],
)
def test_what_cannot_be(line: str, code: str, column: int) -> None:
    (finding,) = tree(of_items(line)).findings
    assert (finding.code, finding.line, finding.column) == (code, 5, column)
    assert finding.entry == "pay/policies"


def test_a_comment_that_cuts_what_an_item_says() -> None:
    (finding,) = tree(of_items("how: Two groups # and a survey")).findings
    assert (finding.code, finding.line, finding.column) == ("GP019", 5, 10)


def test_a_finding_of_an_item_can_be_accepted() -> None:
    accept = "accept: [{code: GP204, where: policies#dress, reason: It has been dissolved}]\n"
    read = tree(of_items("lead: HQ"), accept)
    judgement = judge(VALID, read, Selection(read.plans), ())
    assert [each.finding.code for each in judgement.accepted] == ["GP204"]
    assert [each.code for each in judgement.findings if each.code in {"GP204", "GP207", "GP702"}] == []


def glossary(text: str, policy: str = SOURCES) -> Tree:
    return tree_of({"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN + policy, "glossary.yaml": text})


def test_a_document_of_any_plan_explains() -> None:
    known = "HR: {meaning: Human Resources, source: {document: paper, place: page 3}}\n"
    assert found(all_findings(glossary(known)), "GP203") == []
    unknown = known.replace("paper", "papers") + "MPS: {meaning: Police, source: {place: page 4}}\n"
    (finding,) = [each for each in all_findings(glossary(unknown)) if each.code == "GP203"]
    assert finding[:4] == ("glossary.yaml", 1, 51, "GP203")
    assert (finding.entry, finding.hint) == (None, "did you mean 'paper'?")


def test_a_plan_that_could_not_be_read_may_have_the_document() -> None:
    text = "HR: {meaning: Human Resources, source: {document: papers}}\n"
    assert found(all_findings(glossary(text, "titel: Pay\n")), "GP203") == []


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("HR:\n", "GP104", (1, 1), "write 'HR: what it stands for', or remove it"),
        ("HR: ' '\n", "GP111", (1, 5), "remove the key, or give it words"),
        ("HR: {}\n", "GP103", (1, 5), None),
        ("HR: {meaning: }\n", "GP103", (1, 5), None),
        ("HR: {mening: Human Resources}\n", "GP102", (1, 6), "did you mean 'meaning'?"),
        ("HR: [Human Resources]\n", "GP104", (1, 5), None),
        ("HR: A\nHR: B\n", "GP008", (2, 1), None),
        ("null: Nothing\n", "GP014", (1, 1), None),
        ("~: Nothing\n", "GP014", (1, 1), None),
        ("[HR]: Human Resources\n", "GP014", (1, 1), None),
        ("- HR\n", "GP101", (1, 1), None),
    ],
)
def test_what_explains_nothing(text: str, code: str, place: tuple[int, int], hint: str | None) -> None:
    read = glossary(text)
    finding = next(each for each in read.findings if each.file == "glossary.yaml")
    assert (finding.code, finding.line, finding.column) == (code, *place)
    assert hint is None or finding.hint == hint
    assert read.glossary is None
    assert read.meanings == {}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("HR: Human # Resources\n", 5),
        ("HR: {meaning: Human # Resources\n}\n", 15),
        ("HR: {meaning: Human Resources, note: See # 3\n}\n", 38),
    ],
)
def test_a_comment_that_cuts_a_meaning(text: str, column: int) -> None:
    (finding,) = glossary(text).findings
    assert (finding.code, finding.line, finding.column) == ("GP019", 1, column)


@pytest.mark.parametrize("word", ["NO", "Yes", "on", "1", "16+1", "S&G", "LGBT+", "2003-11-03", "true"])
def test_every_word_that_is_text_stays_one(word: str) -> None:
    """A10: `NO` is a country, and no answer."""
    read = glossary(f"{word}: Its meaning\nHR: 12\n")
    assert read.findings == ()
    assert read.meanings == {word: "Its meaning", "HR": "12"}
