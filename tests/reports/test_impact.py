"""Pages of `impact`: what the terminal tells, and all that it only counts."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import Result, call
from genderplan.model.dates import parse_date
from genderplan.page.page import Rooms, Shift
from genderplan.page.values import words_of
from genderplan.plan.reckoning import Unit
from views.texts import TextExtension

WOMEN = ("--plan", "women-2003")
PAGES = {
    "impact": WOMEN,
    "supposed": ("identify-needs#questionnaire", "--to", "2004-06"),
    "moved": ("identify-needs#questionnaire",),
    "why": ("identify-needs#report", "--why"),
    "why-still": ("media-strategy#external-campaign", "--why"),
    "critical": ("--critical", *WOMEN),
}


def impact(*arguments: str, format_: str = "markdown") -> Result:
    return call("impact", *arguments, "--tree", "plans", "--format", format_)


@pytest.mark.parametrize("name", PAGES)
def test_markdown(name: str, snapshot: SnapshotAssertion) -> None:
    result = impact(*PAGES[name])
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot.use_extension(TextExtension)


@pytest.mark.parametrize("name", PAGES)
def test_html_says_the_same_words(name: str) -> None:
    html, markdown = (impact(*PAGES[name], format_=each).out for each in ("html", "markdown"))
    assert html.count("<table>") == len(re.findall(r"^\| -", markdown, re.MULTILINE))
    assert html.count("<tr>") == len(re.findall(r"^\| (?!-)", markdown, re.MULTILINE))


def test_every_slip_is_in_the_page_of_impact() -> None:
    slips = impact(*WOMEN, format_="json").json["impacts"][0]["slips"]
    page = impact(*WOMEN).out
    assert len(slips) > 7
    assert [slip["id"] for slip in slips if f"`{slip['id'].partition('/')[2]}`" not in page] == []


def test_every_open_milestone_has_its_float_in_the_page() -> None:
    (floats,) = impact("--critical", *WOMEN, format_="json").json["networks"]
    page = impact("--critical", *WOMEN).out
    assert page.count("<br>`") == len(floats["milestones"]) + sum(len(each["milestones"]) for each in floats["chains"])


def test_the_next_command_asks_for_the_same_source_and_day() -> None:
    page = impact(*PAGES["moved"], "--against", "draft-1", "--as-of", "2003-12-01").out
    asked = "women-2003/identify-needs#questionnaire"
    assert f"`genderplan impact {asked} --why --against draft-1 --as-of 2003-12-01`: what drives" in page


@pytest.mark.parametrize(
    ("rooms", "words"),
    [
        (Rooms(4, 2, Unit.MONTHS), "4 → 2 months"),
        (Rooms(None, 1, Unit.DAYS), "1 day"),
        (Rooms(1, 1, Unit.DAYS), "1 day"),
        (Rooms(2, None, Unit.DAYS), ""),
        (Rooms(None, None, None), ""),
    ],
)
def test_rooms(rooms: Rooms, words: str) -> None:
    assert words_of(rooms, {}) == words


def test_a_date_that_stands() -> None:
    assert words_of(Shift(parse_date("2004-04"), parse_date("2004-04")), {}) == "still Apr 2004"
    assert words_of(Shift(None, parse_date("2004-04")), {}) == "no date → Apr 2004"
