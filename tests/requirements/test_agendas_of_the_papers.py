"""Agendas of the boards of 2008 from the shipped plans: what the papers state for a meeting is there, no more dates are."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from cases import for_each
from cli_runner import REPOSITORY, call

DATE = re.compile(r"(FY)?\d{4}(-\d\d(-\d\d)?|-(spring|summer|autumn|winter)|-Q\d)?")


@cache
def agenda(board: str, day: str) -> dict[str, Any]:
    done = call("agenda", board, "--on", day, "--format", "json")
    assert done.code == 0, done.err
    return dict(done.json)


@cache
def paper(board: str, day: str) -> str:
    return " ".join(call("agenda", board, "--on", day, "--format", "markdown").out.split())


@for_each(
    "said",
    [
        "Equal Opportunities &amp; Diversity Board: 5 Jun 2008",
        "MPS (Metropolitan Police Service)",
        # report 8, recommendations 1 and 2
        "That members note the content of this report.",
        "That members agree to receive at every other EODB",
        "reports from Diversity and Citizen Focus Directorate (DCFD) on the impact of ‘mainstreaming’ DCFD",
        # paragraph 11
        "it would be remiss not to record some members’ concern",
        # paragraph 10: four questions; Race and equality impact, 2: a fifth
        "be able to exert its influence on",
        "Will the new achievement levels of the Equalities Framework",
        "be perceived or experienced as a dilution of the equality agenda",
        "is this the right time to be ‘mainstreaming’?",
        "how will the response to employment issues be managed?",
        # paragraph 13
        "as its first equality objective for 2008 – 2009",
        "This will be done by briefings, report backs from key stakeholders and regular updates at every other",
        # paragraph 15
        "to ensure greater representation on Safer Neighbourhood Panels.",
        "Deaf and Deaf and disabled people",
        "Evidence of progress made by boroughs with their Equality Action Plans.",
        "Monitoring the experiences of front counter encounters across all six equality strands.",
        # paragraph 5
        "there was not enough time for the MPS Research and Survey Unit to break down all data further",
        "autumn 2008",
        # paragraph 13 and recommendation 2: every other meeting; paragraph 15: six-monthly
        "every other meeting",
        "Police Race and Diversity Learning and Development Programme",
        "every 6 months",
        # heading
        "Equality and diversity as a function of Citizen Focus – concurrent report",
        "Chief Executive",
        # summary, footnotes 2, 3, 5 and 6
        "Equality and diversity as a function of Citizen Focus",
        "EODB Work Programme",
        "MPS progress on the Stephen Lawrence Inquiry recommendations",
        "MPA Estate Strategy",
        "Sep 2008",
    ],
)
def test_what_report_8_states_for_the_meeting_is_on_its_agenda(said: str) -> None:
    """F4-01, F4-02 and F4-22: what is received at every other meeting, every six months, and where it is said."""
    assert said in paper("EODB", "2008-06-05")


def test_the_meeting_of_june_2008_lies_between_april_and_september() -> None:
    """F3-08"""
    document = agenda("EODB", "2008-06-05")
    dates = [document[key]["date"] for key in ("last", "meeting", "next")]
    assert dates == ["2008-04", "2008-06-05", "2008-09"]
    assert [(each["id"], each["due"]) for each in document["missing"]] == [("EODB#integration-of-the-standard", None)]


def test_actions_that_have_become_overdue_since_april() -> None:
    """F3-08: R1 was to be done by April 2008."""
    [since] = agenda("EODB", "2008-06-05")["since"]
    assert "equalities-2006/r1" in {each["id"] for each in since["newly_overdue"]}


def test_the_programme_board_has_its_chair_its_rule_and_its_rota_and_no_date() -> None:
    """F3-09: it is to precede the MPS Diversity Board; neither paper gives a day of either."""
    document, said = (
        agenda("Equalities-Scheme-Programme-Board", "2008-02-07"),
        paper("Equalities-Scheme-Programme-Board", "2008-02-07"),
    )
    assert [document[key] for key in ("meeting", "last", "next", "until")] == [None] * 4
    for words in (
        "Director DCFD",
        "business groups with responsibility for the Scheme",
        "every 3 months, first date not given; before MPS",
        "every 6 months, first date not given: Territorial Policing, Human Resources",
        "Operational Services, Central Operations, Directorate of Resources and Directorate of Public Affairs; by",
        "working groups, for the different action plans within the Scheme, led by",
        "Diversity and Citizen Focus Advisors",
    ):
        assert words in said


def test_the_programme_board_sees_when_the_others_meet() -> None:
    """F3-09: "to provide synergy with the work plans for Diversity Board and the MPA EODB"."""
    others = agenda("Equalities-Scheme-Programme-Board", "2008-05-20")["other_boards"]
    assert [(each["id"], each["date"]) for each in others] == [("EODB#jun-2008", "2008-06-05")]


def test_what_is_first_written_in_june_is_not_on_the_paper_of_february() -> None:
    """Report 8 is of 5 June 2008; nothing that it says was known on 7 February."""
    said = paper("EODB", "2008-02-07")
    for words in ("mainstreaming", "Estate Strategy", "Lawrence", "Work Programme", "Jun 2008"):
        assert words not in said
    assert "Scrutiny of the race element of the" in said


def test_no_status_is_told_of_sections_whose_actions_no_paper_names() -> None:
    """Report 12, paragraph 20: "much race-related activity is also included within the common action plan"."""
    said = paper("EODB", "2008-06-05")
    assert "the plans name no action or project for it" in said
    assert "are reckoned from that and the dates" in said


def test_the_paper_of_one_owner() -> None:
    """F3-10: individual owners report on progress."""
    found = call("agenda", "EODB", "--on", "2008-06-05", "--lead", "HR", "--format", "json").json
    assert {lead for each in (*found["overdue"], *found["due"]) for lead in each["item"]["leads"]} == {"HR"}


def test_progress_by_section_of_the_scheme() -> None:
    """F2-10: reports on the action plans, those within the Gender section too."""
    [progress] = agenda("EODB", "2008-06-05")["progress"]
    assert "gender" in {each["id"] for each in progress["objectives"]}
    assert "scheme-sections/gender" in {each["section"] for each in agenda("EODB", "2008-06-05")["idle"]}


@pytest.mark.parametrize("board", ["EODB", "Equalities-Scheme-Programme-Board", "MPS-Diversity-Board"])
def test_no_date_is_there_that_no_file_gives(board: str) -> None:
    """Beside the day that is asked for, and the times of what comes again from a first date on."""
    given = set(dates_in_files())
    found = {each for each in dates(agenda(board, "2008-06-05")) if each not in given}
    assert found <= {"2008-06-05", *(f"2008-{month:02}" for month in range(1, 13))}


def dates_in_files() -> Iterator[str]:
    for path in (REPOSITORY / "plans").rglob("*.yaml"):
        yield from (each.group() for each in DATE.finditer(path.read_text(encoding="utf-8")))


def dates(value: Any) -> Iterator[str]:
    """Every text in a document that is a date and nothing else."""
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from dates(each)
    if isinstance(value, str) and DATE.fullmatch(value):
        yield value
