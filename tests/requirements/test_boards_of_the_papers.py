"""Boards of the papers: what the requirements ask for of them, row by row, of the shipped files as they are read."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from genderplan.kinds.board.meeting_rows import MeetingRow
from genderplan.kinds.board.names import organisations_named
from genderplan.kinds.board.rows import BoardRow, DecisionRow, PromisedReportRow, ReceiptRow
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Plan, Tree

ROOT = Path(__file__).parents[2]
PAPERS = ROOT / "tests" / "papers"
PASSAGES = ("boards", "report-8", "report-12", "report-15")
AREAS = ("TP", "HR", "Operational-Services", "CO", "Directorate-of-Resources", "Directorate-of-Public-Affairs")
"""The six of report 12, paragraph 16, in its order."""


@cache
def shipped() -> Tree:
    return load_tree(ROOT / "plans", shown_from=ROOT)


def board(name: str) -> BoardRow:
    return shipped().boards_by_id[name]


def plan(name: str) -> Plan:
    return shipped().by_id[name]


def received(name: str, receipt: str) -> ReceiptRow:
    [row] = [each for each in board(name).receives if each.id == receipt]
    return row


def promised(promise: str) -> PromisedReportRow:
    [row] = [each for each in board("EODB").promised if each.id == promise]
    return row


def decided(name: str, meeting: str | None) -> list[DecisionRow]:
    return [each for each in board(name).decisions if each.meeting == meeting]


def dates(meetings: Iterable[MeetingRow]) -> dict[str, str]:
    return {each.id: str(each.date) for each in meetings}


def squashed(text: str) -> str:
    """White space folded, bold type written as any other."""
    return " ".join(text.replace("**", "").split())


def test_every_board_is_an_organisation_of_that_kind_and_says_where_it_is_from() -> None:
    """F2-19"""
    organisations = shipped().organisations.by_id
    assert shipped().boards
    for each in shipped().boards:
        assert organisations[each.id].kind == "board"
        assert each.sources
        assert each.note
        assert {named.name for named in organisations_named(each)} <= {*organisations}


def test_the_schedule_by_which_committees_approve_the_submission() -> None:
    """F1-04: component, committee, date; and the overall dates."""
    steps = {
        entry.id: [(step.goes_to, str(step.due)) for step in entry.milestones] for entry in plan("budget-2004").entries
    }
    assert steps == {
        "budget-plan": [("Finance-Committee", "2003-10-13")],
        "towards-the-safest-city": [("PPRC", "2003-10-09")],
        "updated-annex": [("Finance-Committee", "2003-10-13")],
        "step-change": [("COP", "2003-10-03")],
        "safety-of-women": [("PPRC", "2003-10-09")],
        "business-risks": [("COP", "2003-10-03")],
        "budget-and-equalities": [("EODB", "2003-10-16")],
        "capital-spending-plan": [("Finance-Committee", "2003-10-13")],
        "package": [("Full-Authority", "2003-10-30"), (None, "2003-11-10")],
    }
    assert not [step for entry in plan("budget-2004").entries for step in entry.milestones if step.completed]


def test_each_committee_meets_on_the_day_of_its_approvals() -> None:
    """F1-04"""
    for entry in plan("budget-2004").entries:
        for step in entry.milestones:
            if step.goes_to:
                assert board(step.goes_to).meetings_by_id["oct-2003"].date == step.due


def test_what_is_published_and_what_the_annual_report_owes() -> None:
    """F2-02, F3-16"""
    scheme = plan("equalities-2006")
    [duty] = scheme.duties
    assert (duty.section, duty.from_) == ("equality-law/annual-report", None)
    years = {each.section.partition("/")[2]: each.from_ and str(each.from_) for each in duty.include}
    assert years.keys() == {each.id for each in scheme.objectives}
    assert {section for section, year in years.items() if year} == {"common", "disability"}
    reports = [each for each in scheme.publications if each.meets == duty.section]
    assert [(each.id, each.date and str(each.date)) for each in reports] == [
        ("annual-report-1", "2007-12-03"),
        ("annual-reports-future", None),
    ]


def test_local_plans_are_told_and_none_is_invented() -> None:
    """F2-13, F2-14"""
    scheme = plan("equalities-2006")
    assert "are now developing local action plans to deliver the related objectives" in " ".join(
        (scheme.note or "").split()
    )
    assert "updated-action-plans" in {each.id for each in scheme.publications if each.date is None}
    assert not [each for each in shipped().plans if each.answers]


def test_the_steering_group_follows_the_reference_group() -> None:
    """F2-19: it is proposed, so it has no date; a chair without a post of its own stands in the note."""
    steering = board("Equalities-Scheme-Steering-Group")
    assert steering.replaces == ("MPS-Equalities-Scheme-Reference-Group", None)
    assert steering.role
    assert "delivered in full and on time" in steering.role
    assert (steering.chair, steering.meetings) == (None, ())
    assert "will be chaired by a senior member of" in (steering.note or "")
    assert next(each.role for each in board("MPS-Equalities-Scheme-Reference-Group").members) == (
        "invited representatives from all MPS Business Groups"
    )


def test_the_highest_board_and_its_membership() -> None:
    """F2-20"""
    highest = board("MPS-Diversity-Board")
    assert highest.role == "provides the highest level of governance on equality issues"
    assert [each.role for each in highest.members] == ["external stakeholders", "MPS Staff Association representation"]
    assert (highest.serves, highest.chair, highest.meets, highest.meetings) == (None, None, None, ())


def test_the_programme_board_meets_before_the_diversity_board() -> None:
    """F3-07, F3-08: every three months by rule, and since no paper gives a day no meeting."""
    programme = board("Equalities-Scheme-Programme-Board")
    assert programme.meets
    assert (str(programme.meets.every), programme.meets.before) == ("P3M", "MPS-Diversity-Board")
    assert (programme.meets.from_, programme.meetings) == (None, ())
    assert (programme.oversees, programme.chair) == (("equalities-2006",), "Director-DCFD")
    assert programme.serves == "MPS-Diversity-Board"
    assert shipped().organisations.by_id["Director-DCFD"].holders == ()


def test_the_programme_board_fits_the_work_plans_of_two_others() -> None:
    """F3-09"""
    words = "to provide synergy with the work plans for Diversity Board and the MPA EODB"
    assert words in (board("Equalities-Scheme-Programme-Board").note or "")
    assert {"MPS-Diversity-Board", "EODB"} <= {each.id for each in shipped().boards}


@pytest.mark.parametrize(
    ("name", "receipt"), [("MPS-Diversity-Board", "progress-reports"), ("EODB", "progress-of-owners")]
)
def test_owners_report_to_two_boards(name: str, receipt: str) -> None:
    """F3-10: each owner, so no one organisation; no paper says when."""
    row = received(name, receipt)
    assert [each.id for each in row.about] == ["equalities-2006"]
    assert (row.by, row.from_, row.meeting, row.every, row.every_meetings) == ((), None, None, None, None)


def test_areas_answer_for_their_actions_and_the_co_ordinator_has_the_overview() -> None:
    """F3-11, F3-12: the one decision that a paper says was agreed."""
    [decision] = decided("MPS-Management-Board", None)
    assert (decision.kind, decision.agreed, decision.leads) == ("decision", True, AREAS)
    assert "(DCFD) is responsible for the co-ordination" in " ".join((plan("equalities-2006").note or "").split())
    others = [each for name in shipped().boards if name.id != "MPS-Management-Board" for each in name.decisions]
    assert {each.agreed for each in others} == {None}


def test_champions_are_met_in_turn() -> None:
    """F3-14"""
    champions = board("Equalities-Scheme-Programme-Board").champions
    assert champions
    assert (str(champions.every), champions.from_) == ("P6M", None)
    assert (champions.by, champions.rota) == (("DAC-Operational-Services",), AREAS)


def test_working_groups_of_the_action_plans() -> None:
    """F3-15: the paper names no group, chair, advisor or member."""
    [group] = board("Equalities-Scheme-Programme-Board").working_groups
    assert (group.chair, group.led_by) == (None, "Diversity-and-Citizen-Focus-Advisors")
    assert [each.organisation for each in group.members] == [None]
    assert "will be chaired by a senior manager" in " ".join((group.note or "").split())


def test_minutes_are_published() -> None:
    """F3-32: the annual report in its formats; of minutes no address is given."""
    [first] = [each for each in plan("equalities-2006").publications if each.id == "annual-report-1"]
    assert first.formats == ("internal and external websites", "various other formats")
    assert "their published minutes" in (board("Equalities-Scheme-Programme-Board").note or "")
    assert not [each for name in shipped().boards for each in name.meetings if each.minutes]


def test_meetings_that_the_papers_name() -> None:
    """F4-01, F4-22: days and months as they are given, and no others."""
    assert dates(board("EODB").meetings) == {
        "oct-2003": "2003-10-16",
        "dec-2005": "2005-12",
        "jan-2007": "2007-01",
        "may-2007": "2007-05-24",
        "feb-2008": "2008-02-07",
        "apr-2008": "2008-04",
        "jun-2008": "2008-06-05",
        "sep-2008": "2008-09",
    }
    assert dates(board("MPA-Domestic-Violence-Board").meetings) == {"mar-2008": "2008-03-04"}
    assert dates(board("Gender-Focus-Group").meetings) == {"inaugural": "2003-11-03"}
    assert not [each for name in shipped().boards for each in name.meetings if each.papers_by or each.kind == "special"]


def test_reports_at_every_other_meeting() -> None:
    """F4-01: no paper says at which meeting they begin."""
    row = received("EODB", "mainstreaming")
    assert (row.by, row.every_meetings, row.meeting, row.from_) == (("DCFD",), 2, None, None)


def test_reports_every_six_months() -> None:
    """F4-02"""
    row = received("EODB", "race-and-diversity-programme")
    assert (str(row.every), row.from_, row.by) == ("P6M", None, ())


def test_reports_put_off_to_whom_until_when_and_why() -> None:
    """F4-11"""
    survey = promised("survey-outcomes")
    assert (str(survey.at), survey.received) == ("2008-autumn", None)
    assert survey.reason
    assert "only became available at the end of May 2008" in survey.reason
    estate = promised("estate-strategy")
    assert (estate.meeting, estate.reason, estate.received) == ("sep-2008", None, None)


def test_reports_that_came_to_a_meeting() -> None:
    """F4-11, F4-22: those that a paper says were made to it, by its own heading or another's words."""
    came = [each for each in board("EODB").promised if each.received]
    assert {each.id: (str(each.received), each.by) for each in came} == {
        "citizen-focus-update": ("2007-01", ()),
        "gender-equality-scheme": ("2007-05-24", ("DAC-Diversity-and-Citizen-Focus",)),
        "scrutiny-of-the-race-element": ("2008-02-07", ("ACOS",)),
        "citizen-focus": ("2008-06-05", ("MPS",)),
        "citizen-focus-concurrent": ("2008-06-05", ("Chief-Executive",)),
    }


def test_members_concern_is_on_record() -> None:
    """F4-14"""
    [concern] = [each for each in decided("EODB", "jun-2008") if each.kind == "concern"]
    assert concern.text.endswith("it would be remiss not to record some members’ concern.")


def test_the_unit_that_moved_keeps_reporting() -> None:
    """F4-15"""
    unit = shipped().organisations.by_id["DCFD"]
    assert [(each.organisation, each.from_ and str(each.from_)) for each in unit.memberships] == [
        ("MPS", None),
        ("TP", "2008-06-05"),
    ]
    assert received("EODB", "mainstreaming").by == ("DCFD",)


def test_recommendations_and_whether_they_were_agreed() -> None:
    """F4-21: the papers are the reports to the meetings, so none can say what was agreed."""
    recommendations = [each for each in board("EODB").decisions if each.kind == "recommendation"]
    assert [(each.meeting, each.source and each.source.place) for each in recommendations] == [
        ("may-2007", "Recommendations, 1"),
        ("may-2007", "Recommendations, 2"),
        ("feb-2008", "Recommendations"),
        ("jun-2008", "Recommendations, 1"),
        ("jun-2008", "Recommendations, 2"),
    ]
    assert {each.agreed for each in recommendations} == {None}


def test_items_of_an_agenda_and_paragraphs_of_other_reports() -> None:
    """F4-22"""
    places = {each: promised(each).source for each in ("citizen-focus", "lawrence-inquiry", "work-programme")}
    assert [source and source.place for source in places.values()] == [
        "summary, and footnote 2: its paragraph 41",
        "footnote 6: item 14 on this agenda",
        "footnote 3: item 16 on this agenda",
    ]
    assert {promised(each).meeting for each in places} == {"jun-2008"}
    assert "paragraph 41" in (promised("citizen-focus").note or "")
    assert "item 14" in (promised("lawrence-inquiry").note or "")
    assert "item 16 on this agenda" in (promised("work-programme").note or "")


def texts_of(each: BoardRow) -> Iterator[str]:
    """What a board's file has in the words of a paper."""
    yield from (text for text in (each.role, *(member.role for member in each.members)) if text)
    yield from (report.title for report in each.receives)
    yield from (report.title for report in each.promised)
    yield from (report.reason for report in each.promised if report.reason)
    yield from (decision.text for decision in each.decisions)
    yield from (group.title for group in each.working_groups)


def notes_of(each: BoardRow) -> Iterator[str | None]:
    """What a board's file tells of its readings; what stands in quotes there are a paper's words."""
    yield from (each.note, each.meets and each.meets.note, each.champions and each.champions.note)
    yield from (meeting.note for meeting in each.meetings)
    yield from (report.note for report in each.receives)
    yield from (report.note for report in each.promised)
    yield from (decision.note for decision in each.decisions)
    yield from (group.note for group in each.working_groups)


@pytest.mark.parametrize("each", shipped().boards, ids=lambda each: each.id)
def test_every_text_of_a_board_stands_in_a_paper(each: BoardRow) -> None:
    """F1-04, F2-19, F2-20, F4-21, F4-22: and every quotation of its notes."""
    papers = [squashed((PAPERS / f"{name}.txt").read_text(encoding="utf-8")) for name in PASSAGES]
    quoted = [words for note in notes_of(each) if note for words in re.findall('"([^"]+)"', note)]
    for text in (*texts_of(each), *quoted):
        assert any(squashed(text) in paper for paper in papers), text


def test_every_part_of_the_submission_is_named_as_in_the_schedule() -> None:
    """F1-04"""
    paper = squashed((PAPERS / "boards.txt").read_text(encoding="utf-8"))
    submission = plan("budget-2004")
    steps = [step.title for entry in submission.entries for step in entry.milestones]
    headings = [each.title for each in submission.objectives]
    for title in (submission.title, *headings, *(entry.title for entry in submission.entries), *steps):
        assert squashed(title) in paper, title


def test_the_schedule_row_by_row_as_it_is_printed() -> None:
    """F1-04: parts with committee and day, read anew from the paper; of the year it says nothing."""
    paper = (PAPERS / "boards.txt").read_text(encoding="utf-8")
    rows = re.findall(r"^(.+)\t(.+ \((\d+) October\))$", paper, re.MULTILINE)
    parts = [(entry.title, entry.milestones[0]) for entry in plan("budget-2004").entries if entry.objective]
    ours = [(title, step.title, str(step.due)) for title, step in parts]
    assert sorted((title, step, f"2003-10-{int(day):02}") for title, step, day in rows) == sorted(ours)
    assert len(rows) == 8
