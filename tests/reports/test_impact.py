"""Pages of `impact`: what the terminal tells, and all that it only counts."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import Result, call
from genderplan.dates.forms import parse_date
from genderplan.dates.units import Unit
from genderplan.formats.markdown import written
from genderplan.page.page import Note, Page, Rooms, Shift
from genderplan.page.values import words_of
from reports.wording import missing
from support import tree
from texts import TextExtension

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


@pytest.mark.parametrize("format_", ["markdown", "html"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_all_that_the_terminal_tells(name: str, format_: str) -> None:
    instead_of_slips = {"json", "more", "has", "them", "format"} if name == "impact" else set[str]()
    assert missing("impact", *PAGES[name], "--tree", "plans", format_=format_) == instead_of_slips


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


CIRCLE = {
    "pay/plan.yaml": "genderplan: 1\ntitle: |\n  Pay *and*\n\n  # no heading\nstatus_date: 2025-01-10\n",
    "pay/actions/publish.yaml": """\
title: To publish
milestones:
  - {id: report, title: "- <b>Report</b> | `x`", due: 2025-03, depends_on: letter}
  - {id: letter, title: Write, due: 2025-02, depends_on: report}
  - {id: walk, title: "- Walk", due: 2025-02}
  - {id: talk, title: Talk, due: 2025-04, depends_on: walk}
""",
}


class TestTexts:
    def critical(self, tmp_path: Path, format_: str) -> str:
        result = call("impact", "--critical", "--format", format_, cwd=tree(tmp_path, CIRCLE))
        assert (result.code, result.err) == (0, "")
        return result.out

    def test_what_waits_in_a_circle_is_named(self, tmp_path: Path) -> None:
        page = self.critical(tmp_path, "markdown")
        told = "waits in a circle, 'genderplan validate' shows which"
        assert f"### Not worked out (2): {told}\n\npublish\\#report, publish\\#letter\n" in page

    def test_a_text_is_no_markdown(self, tmp_path: Path) -> None:
        page = self.critical(tmp_path, "markdown")
        assert "\n## Pay \\*and\\* \\# no heading\n" in page
        assert "| Feb 2025 |  | upcoming | - Walk<br>`publish#walk` |" in page

    def test_a_text_is_no_html(self, tmp_path: Path) -> None:
        page = self.critical(tmp_path, "html")
        assert "<h2>Pay *and* # no heading</h2>" in page
        assert "<b>" not in page

    def test_a_note_begins_no_list(self) -> None:
        notes = ("- one", "+ two", "3. three", "---", "-2 days")
        assert (
            written(Page("-", tuple(map(Note, notes))))
            == "# -\n\n\\- one\n\n\\+ two\n\n3\\. three\n\n\\---\n\n-2 days\n"
        )
