"""Registers, assessments and the glossary: what the papers give of them, row by row, in the shipped plans.

The passages in `papers/` are the second reading: what is counted here is counted in them, not in `plans/`.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from genderplan.kinds.assessment.rows import NOT_RATED
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Plan, Tree

ROOT = Path(__file__).parents[2]
PAPERS = ROOT / "tests" / "papers"
PASSAGES = {
    "report-8": ("report-8",),
    "report-12": ("report-12",),
    "report-15": ("report-15",),
    "gender-focus": ("gender-focus", "later-draft"),
    "appendix-2": ("appendix-2",),
}
STRANDS = ("age", "disability", "faith", "gender", "race", "sexual-orientation")


@cache
def tree() -> Tree:
    return load_tree(ROOT / "plans", shown_from=ROOT)


def scheme() -> Plan:
    return tree().by_id["equalities-2006"]


def register(name: str, plan: str = "equalities-2006") -> RegisterRow:
    return tree().by_id[plan].registers_by_id[name]


def item(name: str, plan: str = "equalities-2006") -> RegisterItemRow:
    """An item by `register#item`."""
    of, _, bare = name.partition("#")
    return register(of, plan).by_id[bare]


@cache
def passage(name: str) -> str:
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")


def squashed(text: str) -> str:
    """Without the marks of a list and of a paragraph, each white space one blank."""
    return " ".join(re.sub(r"</?\w+>|•", " ", text).split())


@cache
def words_of(document: str) -> str:
    """A paper's words, white space squashed."""
    return squashed(" ".join(map(passage, PASSAGES[document])))


def bullets(paper: str, start: str, end: str) -> list[str]:
    """The bullets between the first of two line beginnings and the next of the other."""
    part = passage(paper).partition(f"\n{start}")[2].partition(f"\n{end}")[0]
    return [line.strip(" •") for line in part.splitlines() if line.strip().startswith("•")]


def all_items() -> Iterator[RegisterItemRow]:
    return (each for plan in tree().plans for register in plan.registers for each in register.items)


def document_of(source: SourceRow | None) -> str:
    assert source is not None
    assert source.document is not None
    assert source.place
    return source.document


def strange(each: RegisterItemRow) -> Iterator[str]:
    """What an item says that does not stand in its paper; ids of organisations are ours."""
    paper = words_of(document_of(each.source))
    for text in (each.title, each.text, each.state, each.how, *each.who):
        if text and text not in tree().organisations.by_id and squashed(text) not in paper:
            yield f"{each.full_id()}: {text}"


def test_every_item_is_in_the_words_of_its_paper() -> None:
    """F2-17 F2-27 F3-36 F4-10 F4-13 F4-14 F4-16 F4-25: title, text, state, who and how."""
    assert [text for each in all_items() for text in strange(each)] == []


def test_what_the_registers_name_is_there() -> None:
    """F2-17 F4-13"""
    sections = {each.full_id() for framework in tree().frameworks for each in framework.sections}
    entries = {entry.full_id() for plan in tree().plans for entry in plan.entries}
    for each in all_items():
        documents = {document.id for document in tree().by_id[each.plan].sources}
        assert all(lead in tree().organisations.by_id for lead in each.leads), each.full_id()
        assert all(relevance.section in sections for relevance in each.relevance), each.full_id()
        assert all(answer.entry in entries for answer in each.answers), each.full_id()
        assert document_of(each.source) in documents, each.full_id()


def test_the_only_dates_are_those_that_a_paper_gives() -> None:
    """F2-17 F4-10: the objective's year is read from «2008 – 2009», and its note says so."""
    dated = {each.full_id(): str(each.date) for each in all_items() if each.date}
    assert dated == {
        "equalities-2006/eodb-objectives#mainstreaming": "FY2008-09",
        "equalities-2006/impact-assessments#training": "2007",
        "women-2003/involvement#customer-questionnaire": "2004-02",
        "women-2003/involvement#gender-focus-group": "2003-11-03",
        "women-2003/involvement#gender-forum": "2003-11",
        "women-2003/involvement#internal-partners": "2003-11",
        "women-2003/involvement#listening-seminars": "2004-02",
        "women-2003/involvement#meet-partners": "2003-10",
        "women-2003/involvement#schools": "2004-01",
    }
    assert "on 3rd November 2003" in words_of("gender-focus")
    assert "has during 2007 delivered a training programme" in words_of("report-12")
    assert "equality objective for 2008 – 2009" in words_of("report-8")


def test_involvement_by_who_and_how() -> None:
    """F2-17"""
    involvement = register("involvement")
    assert involvement.kind == "involvement"
    took_part, steps = bullets("report-15", "22. ", "23. "), bullets("report-15", "24. ", "25. ")
    titles = [each.title for each in involvement.items]
    first = titles.index(took_part[0])
    assert titles[first : first + 6] == took_part
    assert titles[first + 8 : first + 16] == steps
    assert {each.who for each in involvement.items[first : first + 6]} == {
        ("Women and men both within and outside the MPS",)
    }
    events = item("involvement#engagement-events")
    assert events.who == ("Individuals and communities from across London",)
    assert events.how == "engagement events"
    assert events.date is None
    assert "during June and July 2006" in events.title


def test_the_examples_of_activity_are_all_there() -> None:
    """F2-17 F3-36: Appendix 1 of report 12, its bullets and then its paragraphs from 3 on, each with its place."""
    appendix = passage("report-12").partition("\nAppendix 1\n")[2].partition("\nAppendix 2\n")[0]
    printed = [line.strip(" •") for line in appendix.splitlines() if line.strip().startswith("•")]
    examples = register("examples-of-activity").items
    own = printed[: next(at for at, text in enumerate(printed) if text.startswith("Consult "))]
    assert [each.title for each in examples[: len(own)]] == own
    places = [f"Appendix 1, paragraph {number}" for number in range(3, 23)]
    assert [each.source and each.source.place for each in examples[len(own) :]] == places


def test_those_who_contributed_go_on_seeing_the_plan() -> None:
    """F2-18"""
    contributors = item("involvement#contributors")
    assert contributors.how == "regular updates"
    assert "sight of the updated action plans" in (contributors.text or "")


def test_who_is_to_be_heard_in_the_strategy_of_2003() -> None:
    """F2-17"""
    seminars = item("involvement#listening-seminars", "women-2003")
    assert seminars.how == "a series of 'Listening Seminars'"
    assert seminars.who == ()
    milestones = tree().by_id["women-2003"].milestones_by_id
    for bare, milestone in (
        ("listening-seminars", ("identify-customer-groups", "services")),
        ("meet-partners", ("identify-customer-groups", "meet-partners")),
        ("customer-questionnaire", ("identify-needs", "questionnaire")),
        ("internal-partners", ("internal-links", "invite-partners")),
        ("schools", ("education-syllabus", "schools")),
    ):
        assert item(f"involvement#{bare}", "women-2003").date == milestones[milestone].due


def test_policies_by_strand_are_due_yearly_and_from_no_day() -> None:
    """F2-27 F3-30"""
    policies = item("policies#corporate-policies")
    [relevance] = policies.relevance
    assert (relevance.section, relevance.priority) == ("strands/race", None)
    review = policies.review
    assert review is not None
    assert (str(review.every), review.last, review.date) == ("P1Y", None, None)
    assert "over 135 in total" in (policies.note or "")
    assert [each.full_id() for each in all_items() if each.review] == [
        "equalities-2006/impact-assessments#monitoring-reports",
        "equalities-2006/policies#corporate-policies",
    ]


def test_policies_that_a_unit_owns_with_their_state() -> None:
    """F3-36"""
    own = [each for each in register("policies").items if each.leads == ("CSU-Service-Delivery-Team",)]
    assert [each.title for each in own] == bullets("report-12", "26. ", "27. ")
    assert {each.state for each in own} == {"recently been reviewed and updated and await publication"}
    assert item("policies#safeguarding").leads == ()


def test_no_paper_answers_what_monitoring_tests_or_rates_the_standard() -> None:
    """F2-23 F3-31 F3-38"""
    assert {each.framework for plan in tree().plans for each in plan.assessments} == {"success-factors"}
    tool = item("standard#self-assessment-tool")
    assert (tool.leads, tool.state) == (("DCFD",), "working to develop")
    assert item("standard#performance-framework").state == "The development"


def test_success_factors_are_not_rated_on_three_levels_in_order() -> None:
    """F4-05 F4-06 F4-07 F4-23"""
    factors = tree().frameworks_by_id["success-factors"]
    assert [each.title for each in factors.levels] == ["Emerging", "Achieving", "Excellent"]
    [assessment] = scheme().assessments
    areas = ("employment", "service-delivery", "community-engagement")
    assert [each.section for each in assessment.ratings] == [f"{area}-factor" for area in areas]
    assert {(each.level, each.evidence) for each in assessment.ratings} == {(NOT_RATED, ())}
    assert (assessment.date, assessment.by) == (None, ())


def test_the_boards_own_objective_and_its_means() -> None:
    """F4-10"""
    [objective] = register("eodb-objectives").items
    assert objective.who == ("EODB",)
    assert "every other EODB" in (objective.how or "")


def test_risks_are_questions_beside_the_plan() -> None:
    """F4-13"""
    paragraph = passage("report-8").partition("\n10. ")[2].partition("\n11. ")[0]
    risks = [each for each in register("risks").items if each.source and each.source.place == "paragraph 10"]
    assert len(risks) == paragraph.count("?") == 4
    assert all(each.title.endswith("?") and each.title in squashed(paragraph) for each in risks)
    assert {each.leads for each in register("risks").items} == {()}


def test_a_concern_of_members_is_on_record() -> None:
    """F4-14"""
    [concern] = register("concerns").items
    assert concern.who == ("some members",)
    assert (concern.text or "").endswith("it would be remiss not to record some members’ concern.")


def test_what_members_watch_first() -> None:
    """F4-12 F4-16 F4-17 F4-18 F4-19 F4-20"""
    watched = register("initiatives")
    assert [f"{each.title}: {each.text}" for each in watched.items] == [
        re.sub(r" \[\d\]$", "", each) for each in bullets("report-8", "15. ", "C. ")
    ]
    counters = watched.by_id["front-counters"]
    assert tuple(each.section for each in counters.relevance) == tuple(f"strands/{each}" for each in STRANDS)
    assert item("involvement#panels").how == (
        "Developing robust systems to accurately record the composition of panels"
    )
    assert item("involvement#disabled-people").who == ("Deaf and Deaf and disabled people",)
    [pending] = [each for each in scheme().indicators if each.id == "service-provision-differentials"]
    assert [str(each.expected) for each in pending.values] == ["2008-autumn"]


def test_impact_assessments_and_their_review() -> None:
    """F4-25"""
    assessments = register("impact-assessments")
    assert assessments.kind == "impact-assessments"
    review = assessments.by_id["monitoring-reports"].review
    assert review is not None
    assert str(review.every) == "P1Y"
    assert assessments.by_id["regular-review"].review is None
    assert assessments.by_id["evaluation-and-support"].leads == ("DCFD",)


def test_acronyms_in_the_order_and_words_of_the_list() -> None:
    """F3-39"""
    printed = passage("report-12").partition("\nAcronyms & abbreviations:\n")[2].partition("\nC. ")[0]
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    glossary = tree().glossary
    assert glossary is not None
    listed = [(each.acronym, each.meaning) for each in glossary.acronyms[:42]]
    assert listed == list(zip(lines[::2], lines[1::2], strict=True))
    assert {each.source.place for each in glossary.acronyms[:42] if each.source} == {"Acronyms & abbreviations"}


def test_acronyms_that_the_papers_explain_elsewhere_follow_with_their_place() -> None:
    """F3-39"""
    glossary = tree().glossary
    assert glossary is not None
    for each in glossary.acronyms[42:]:
        paper = words_of(document_of(each.source))
        assert each.meaning in paper
        assert re.search(rf"{re.escape(each.meaning)} \({re.escape(each.acronym)}\)", paper) or each.acronym == "DTLR"
        assert each.source is None or each.source.place != "Acronyms & abbreviations"
    assert "Explained twice" in (glossary.by_acronym["MMP"].note or "")
