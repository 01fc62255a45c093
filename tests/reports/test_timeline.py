"""The page of a time line: its drawings, where each sign stands where it is true, and the table of every date."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import call
from genderplan.dates.forms import parse_date, parse_day
from genderplan.reports.timeline.axis import TimeAxis
from genderplan.reports.timeline.result import Axis
from genderplan.reports.timeline.signs import LEGEND, status_sign
from genderplan.standing.rag import Status
from reports.pictures import pictures, texts
from support import tree
from texts import TextExtension

PAGES: dict[str, tuple[str, ...]] = {
    "women": ("--plan", "women-2003"),
    "women-projects": ("--plan", "women-2003", "--kind", "project", "--from", "2003-10", "--to", "2004-12"),
    "equalities": ("--plan", "equalities-2006"),
    "all-of-a-lead": ("--lead", "PIB"),
}
AXIS = ("--from", "2025-01", "--to", "2025-12")
PLAN = "genderplan: 1\ntitle: P\nstatus_date: 2025-02-10\n"


def page(plans: str, *arguments: str, format_: str = "html") -> str:
    result = call("timeline", *arguments, "--tree", plans, "--format", format_)
    assert (result.code, result.err) == (0, "")
    return result.out


def drawn(folder: Path, entry: str, *arguments: str, baseline: str = "") -> ET.Element:
    """The drawing of an action `a` with these keys."""
    folder.mkdir(exist_ok=True)
    files = {"p/plan.yaml": PLAN, "p/actions/a.yaml": f"title: A\n{entry}"}
    if baseline:
        files["p/baselines/b.yaml"] = f"genderplan: 1\ntaken: 2024-12-01\nentries:\n  a: {{kind: action, {baseline}}}\n"
    [picture] = pictures(page(str(tree(folder, files)), *arguments))
    return picture


def milestones(*listed: str) -> str:
    return "milestones:\n" + "".join(f"  - {{id: m{number}, title: M, {keys}}}\n" for number, keys in enumerate(listed))


def places(picture: ET.Element) -> list[tuple[float, float]]:
    """Where the signs of milestones stand, those of the legend left out."""
    moved = [re.fullmatch(r"translate\((\S+) (\S+)\)", each.get("transform", "")) for each in picture.iter()]
    [bottom] = [float(each.get("y", "0")) for each in picture.iter("text") if each.text == "action"]
    return [(float(each[1]), float(each[2])) for each in moved if each and float(each[2]) < bottom - 10]


def status_date(picture: ET.Element) -> float:
    line = next(each for each in picture.iter("path") if each.get("stroke-dasharray") == "5 2")
    return float(line.get("d", "").removeprefix("M").split()[0])


@pytest.mark.parametrize("name", PAGES)
def test_markdown(name: str, snapshot: SnapshotAssertion) -> None:
    assert page("plans", *PAGES[name], format_="markdown") == snapshot.use_extension(TextExtension)


class TestTable:
    def test_it_follows_the_drawings_that_it_is_of(self) -> None:
        html = page("plans")
        for part in html.split("<h2>")[1:]:
            assert part.index("<svg ") < part.rindex("</svg>") < part.index("<caption")
            assert part.count("<table>") == 1

    def test_what_is_done_and_what_is_forecast(self, tmp_path: Path) -> None:
        listed = milestones("due: 2025-01, completed: 2025-01-20", "due: 2025-03, forecast: 2025-05", "due: 2025-09")
        plans = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": f"title: A\n{listed}completed: 2025-02-01\n"})
        told = page(str(plans), format_="markdown")
        assert "| A<br>`a` |  |  | 1 Feb 2025<br>completed | complete |" in told
        assert "| M<br>`a#m0` |  | Jan 2025 | 20 Jan 2025<br>completed | complete | blue |" in told
        assert "| M<br>`a#m1` |  | Mar 2025 | May 2025<br>forecast | upcoming | red |" in told
        assert "Start" not in told
        assert "Baseline" not in told

    def test_where_nothing_has_a_date(self, tmp_path: Path) -> None:
        plans = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": "title: A\n"})
        told = page(str(plans), format_="markdown")
        assert "Nothing has a date." in told
        assert "| A<br>`a` |  | undated |" in told
        assert pictures(page(str(plans))) == []

    def test_where_nothing_is_selected(self) -> None:
        told = page("plans", "--search", "no such words", "--from", "2003", "--to", "2004")
        assert (told.count("<svg"), told.count("<table>"), told.count("<h2>")) == (0, 0, 3)


class TestSigns:
    def test_every_status_has_a_shape_of_its_own(self) -> None:
        root = ET.Element("svg")
        shapes = [status_sign(status, root, 0, 0).get("d") for status in Status]
        assert len(set(shapes)) == len(Status)

    def test_what_is_past_stands_left_of_the_status_date_and_what_comes_right_of_it(self, tmp_path: Path) -> None:
        days = ("2025-01-31", "2025-01-30", "2025-01-02", "2025-02-09")
        picture = drawn(tmp_path / "past", milestones(*(f"due: {day}" for day in days)), *AXIS)
        assert max(x for x, _ in places(picture)) < status_date(picture)
        for number, as_of in enumerate(("2025-02-10", "2025-02-27")):
            listed = milestones("due: 2025-02-28", "due: 2025-02", "due: 2025-03-01")
            picture = drawn(tmp_path / str(number), listed, *AXIS, "--as-of", as_of)
            assert min(x for x, _ in places(picture)) >= status_date(picture)

    def test_those_in_one_place_are_counted_and_others_do_not_touch(self, tmp_path: Path) -> None:
        days = ["2025-06-10"] * 3 + ["2025-06-11", "2025-06-12", "2025-06-20"]
        picture = drawn(tmp_path, milestones(*(f"due: {day}" for day in days)), *AXIS)
        found = places(picture)
        assert (len(found), "3" in texts(picture), "so many milestones" in texts(picture)) == (4, True, True)
        rows = {y: sorted(x for x, each in found if each == y) for _, y in found}
        assert len(rows) > 1
        assert all(after - before >= 12 for each in rows.values() for before, after in pairwise(each))

    @pytest.mark.parametrize(
        ("keys", "told"),
        [
            ("due: 2025-01, completed: 2025-01-20", None),
            ("due: 2025-01, completed: 2025-02-05", "agreed date of what is done or forecast for another"),
            ("due: 2025-03, forecast: 2025-06", "agreed date of what is done or forecast for another"),
            ("due: 2025-01, forecast: 2025-06", "forecast, where overdue"),
            ("due: 2025-03, forecast: 2026-06", "agreed date of what is done or forecast for another"),
        ],
    )
    def test_both_dates_of_what_has_two(self, tmp_path: Path, keys: str, told: str | None) -> None:
        picture = drawn(tmp_path, milestones(keys, "due: 2025-04"), "--from", "2025-01", "--to", "2026-12")
        both = {"agreed date of what is done or forecast for another", "forecast, where overdue"}
        assert both.intersection(texts(picture)) == ({told} if told else set())

    def test_a_slip_says_it_already(self, tmp_path: Path) -> None:
        baseline = "title: A, milestones: [{id: m0, title: M, due: 2025-03}]"
        picture = drawn(tmp_path, milestones("due: 2025-03, forecast: 2025-06"), *AXIS, baseline=baseline)
        assert "slipped since the baseline" in texts(picture)
        assert "agreed date of what is done or forecast for another" not in texts(picture)

    def test_what_is_off_the_axis_is_told_at_its_edge(self, tmp_path: Path) -> None:
        baseline = "title: A, milestones: [{id: m1, title: M, due: 2024-03}]"
        listed = milestones("due: 2024-02", "due: 2027-06", "due: 2025-06")
        picture = drawn(tmp_path, listed, *AXIS, baseline=baseline)
        assert len(places(picture)) == 1
        assert "goes on beyond the axis" in texts(picture)
        numbers = [float(each) for path in picture.iter("path") for each in re.findall(r"M(\S+) ", path.get("d", ""))]
        assert all(-10 <= each <= 960 for each in numbers)

    def test_the_legend_has_what_is_drawn_and_only_that(self, tmp_path: Path) -> None:
        told = texts(drawn(tmp_path, milestones("due: 2025-06"), *AXIS))
        assert [name for name in LEGEND if name in told] == ["upcoming", "action", "status date"]


class TestLabels:
    @pytest.mark.parametrize("title", ["word " * 60, "CAPITALS EVERYWHERE " * 9, "Unbroken" * 30, "x"])
    def test_no_word_is_lost_and_rows_are_as_high_as_their_labels(self, tmp_path: Path, title: str) -> None:
        plans = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": f"title: {title}\ndue: 2025-06\n"})
        [picture] = pictures(page(str(plans)))
        lines = [each for each in picture.iter("text") if each.get("x") == "0"]
        told = "".join(each.text or "" for each in lines[1:-1])
        assert told.replace(" ", "") == title.replace(" ", "")
        assert max(len(each.text or "") for each in lines) <= 40
        below = [float(each.get("y", "0")) for each in lines]
        assert all(after - before >= 12 for before, after in pairwise(below))
        assert below[-1] < float(picture.get("height", "0"))

    def test_a_title_is_text(self, tmp_path: Path) -> None:
        title = "]]></svg><script>alert(1)</script>&amp;"
        html = page(str(tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": f"title: '{title}'\ndue: 2025-06\n"})))
        [picture] = pictures(html)
        assert title in texts(picture)
        assert "<script" not in html

    def test_without_any_date(self, tmp_path: Path) -> None:
        files = {"p/plan.yaml": PLAN, "p/actions/a.yaml": "title: A\n", "p/actions/b.yaml": "title: B\ndue: 2025-06\n"}
        [picture] = pictures(page(str(tree(tmp_path, files))))
        assert {"undated", "-", "green"} <= set(texts(picture))


class TestSize:
    def test_a_plan_of_many_entries_has_several_drawings(self) -> None:
        html = page("plans", "--plan", "women-2003")
        found = pictures(html)
        heights = [float(each.get("height", "0")) for each in found]
        assert (len(found), max(heights) < 760) == (3, True)
        assert re.findall(r"entries (\d+ to \d+) of 36, Sep 2003 to Jan 2005</figcaption>", html) == [
            "1 to 13",
            "14 to 28",
            "29 to 36",
        ]

    def test_it_grows_with_the_milestones(self, tmp_path: Path) -> None:
        def size(number: int) -> float:
            days = (
                f"due: {2025 + at % 5}-{at % 12 + 1:02d}-{at % 27 + 1:02d}, forecast: 2031-01-0{at % 9 + 1}"
                for at in range(number)
            )
            return float(drawn(tmp_path / str(number), milestones(*days)).get("height", "0"))

        assert size(400) < 3 * size(200)


class TestAxis:
    def heads(self, start: str, end: str) -> tuple[Sequence[str], Sequence[str]]:
        axis = Axis(parse_date(start), parse_date(end))
        time = TimeAxis(axis, 0, 590, parse_day("2025-01-01").first)
        years, parts = list(time.years()), list(time.parts())
        for columns in (years, parts):
            assert all(before.end <= after.start for before, after in pairwise(columns))
        return [each.name for each in years], [each.name for each in parts]

    def test_months_where_there_is_room(self) -> None:
        years, parts = self.heads("2024-11", "2025-03")
        assert (years, parts) == (["2024", "2025"], ["Nov", "Dec", "Jan", "Feb", "Mar"])

    def test_else_quarters(self) -> None:
        years, parts = self.heads("2023-02", "2026-12")
        assert years == ["2023", "2024", "2025", "2026"]
        assert parts == ["Q1", "Q2", "Q3", "Q4"] * 4

    def test_else_years_and_of_many_only_some(self) -> None:
        assert self.heads("2000-01", "2014-12") == ([str(year) for year in range(2000, 2015)], [])
        years, parts = self.heads("1900-01", "2199-12")
        assert (years[:3], parts) == (["1900", "1925", "1950"], [])
        assert len(years) == 12
