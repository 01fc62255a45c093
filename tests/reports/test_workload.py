"""`workload`: who has how much to do, month by month; it adds up to `due`. F0-09."""

import csv
import io
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli_runner import call
from genderplan.dates.forms import PlanDate, parse_date
from genderplan.errors import UsageError
from genderplan.formats.html import written as html
from genderplan.formats.markdown import written
from genderplan.page.page import Heat
from genderplan.plan.plans import Tree
from genderplan.reports.due.result import DueQuery, due
from genderplan.reports.workload.drawing import as_svg
from genderplan.reports.workload.page import workload_page
from genderplan.reports.workload.result import Workload, workload
from genderplan.reports.workload.windows import level_of, windows
from genderplan.standing.records.dues import DueRecord
from trees import PLAN, judged, selected, tree_of

ORGANISATIONS = """\
Body: {name: The body}
HR: {name: Human Resources, part_of: [{organisation: Body, until: 2025-03}, {organisation: Finance, from: 2025-04}]}
Finance: {part_of: Body}
Director:
  kind: post
  part_of: HR
  holders: [{name: A. Person, to: 2025-02}, {name: B. Person, from: 2025-03}]
Person: {name: B. Person, kind: person}
"""


def of(entries: dict[str, str], organisations: str = ORGANISATIONS) -> Tree:
    files = {f"pay/actions/{name}.yaml": f"title: {name}\n{text}\n" for name, text in entries.items()}
    return tree_of({"organisations.yaml": organisations, "pay/plan.yaml": PLAN} | files)


def found(tree: Tree, start: str | None = None, end: str | None = None, **filters: list[str]) -> Workload:
    span = [parse_date(each) if each else None for each in (start, end)]
    return workload(tree, judged(tree), selected(tree, **filters), *span)


def cells(report: Workload) -> dict[str | None, dict[str, int]]:
    """How much falls to whom in which month."""
    return {row.lead: {str(cell.month): cell.number for cell in row.cells} for row in report.rows}


def test_units_have_what_falls_to_whatever_is_part_of_them_on_the_day() -> None:
    tree = of({"a": "lead: HR\ndue: 2025-03", "b": "lead: HR\ndue: 2025-04", "c": "lead: Finance\ndue: 2025-04"})
    report = found(tree)
    assert cells(report) == {
        "Body": {"2025-03": 1, "2025-04": 2},
        "HR": {"2025-03": 1, "2025-04": 1},
        "Finance": {"2025-04": 2},
    }
    assert [(row.lead, row.depth, row.part_of) for row in report.rows] == [
        ("Body", 0, None),
        ("Finance", 1, "Body"),
        ("HR", 1, "Body"),
    ]
    assert [cell.items for row in report.rows if row.lead == "Finance" for cell in row.cells] == [("pay/c",)]


def test_holders_have_what_falls_to_their_posts_on_the_day() -> None:
    tree = of({"a": "lead: Director\ndue: 2025-02", "b": "lead: Director\ndue: 2025-03"})
    report = found(tree)
    assert cells(report)["A. Person"] == {"2025-02": 1}
    assert cells(report)["Person"] == {"2025-03": 1}
    assert cells(report)["Director"] == {"2025-02": 1, "2025-03": 1}
    kinds = {row.lead: (row.title, row.kind) for row in report.rows}
    assert kinds["A. Person"] == ("A. Person", "holder")
    assert kinds["Person"] == ("B. Person", "person")
    assert report.rows[-1].lead == "A. Person"
    assert "Posts count for whoever holds them on that day." in written(workload_page(report))


def test_what_several_lead_is_in_the_row_of_each_and_in_the_whole_once() -> None:
    tree = of({"a": "lead: [HR, Finance, Nobody]\ndue: 2025-04", "b": "due: 2024-12", "c": "due: 2025-02-20"})
    report = found(tree)
    assert cells(report) == {
        "Body": {"2025-04": 1},
        "Finance": {"2025-04": 1},
        "HR": {"2025-04": 1},
        "Nobody": {"2025-04": 1},
        None: {"None": 1, "2025-02": 1},
    }
    assert [(str(each.month), each.number, each.overdue, each.items) for each in report.total] == [
        ("None", 1, 1, ("pay/b",)),
        ("2025-02", 1, 0, ("pay/c",)),
        ("2025-04", 1, 0, ("pay/a",)),
    ]
    assert [(row.lead, row.title, row.kind) for row in report.rows[-2:]] == [
        ("Nobody", "Nobody", None),
        (None, "No lead", None),
    ]
    told = written(workload_page(report))
    assert "2 things fall due from Jan 2025 to Dec 2025; 1 was due before and is open." in told
    assert "the last row counts each once" in told


def test_the_span_and_what_it_cannot_be() -> None:
    tree = of({"a": "lead: HR\ndue: 2025-Q2", "b": "lead: HR\ndue: 2026-06"})
    assert [str(month) for month in (found(tree).from_, found(tree).to)] == ["2025-01", "2025-12"]
    assert [str(month) for month in found(tree, "2026")[1:3]] == ["2026-01", "2026-12"]
    assert cells(found(tree, "2025-07", "2026-06"))["HR"] == {"None": 1, "2026-06": 1}
    with pytest.raises(UsageError, match="ends before it starts"):
        found(tree, "2026", "2025")
    nothing = found(tree, "2025-01", "2025-02")
    assert (nothing.rows, nothing.total, list(windows(nothing))) == ((), (), [])
    assert "Nothing falls due from Jan 2025 to Feb 2025." in written(workload_page(nothing))


def test_windows_leave_out_months_in_which_nothing_falls_due_at_all() -> None:
    tree = of({"a": "lead: HR\ndue: 2025-03", "b": "lead: HR\ndue: 2027-01", "c": "due: 2024-05"})
    report = found(tree, "2025-01", "2027-02")
    assert [(window.title, window.heads[0]) for window in windows(report, 6)] == [
        ("Jan 2025 to Jun 2025", "Before"),
        ("Jan 2027 to Feb 2027", "Jan"),
    ]
    first = next(windows(report, 6))
    assert [heat.number for heat in first.heats(report.total)] == [1, 0, 0, 1, 0, 0, 0, 2]


def test_how_much_is_much() -> None:
    assert [level_of(number) for number in (0, 1, 2, 3, 5, 6, 9, 10, 1000)] == [0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert Heat(0, 0) in next(windows(found(of({"a": "due: 2025-03"})))).heats(())


def test_a_circle_of_organisations_is_told_once() -> None:
    circle = "A: {part_of: B}\nB: {part_of: A}\n"
    report = found(of({"a": "lead: A\ndue: 2025-03"}, circle))
    assert [(row.lead, row.number) for row in report.rows] == [("A", 1), ("B", 1)]


def test_the_picture_has_each_number_and_says_in_words_what_it_shows() -> None:
    tree = of({"a": "lead: HR\ndue: 2025-03", "b": "lead: <Bänd\\e[31m>\ndue: 2025-05"})
    drawn = as_svg(found(tree))
    assert drawn == as_svg(found(tree))
    assert drawn.isascii()
    root = fromstring(drawn)
    texts = ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Human Resources", "All, each once", "Mar", "1"} <= set(texts)
    assert "Human Resources: 1 thing" in drawn


@pytest.mark.parametrize("format_", ["table", "text", "json", "csv", "svg", "markdown", "html"])
def test_every_format_of_the_shipped_plans(format_: str) -> None:
    done = call("workload", "--plan", "women-2003", "--format", format_)
    assert done.code == 0
    assert "DCC4" in done.out


def test_csv_has_a_row_for_each_lead_and_month() -> None:
    rows = list(csv.DictReader(io.StringIO(call("workload", "--plan", "women-2003", "--format", "csv").out)))
    first = next(row for row in rows if row["lead"] == "DCC4")
    assert (first["month"], first["number"], first["overdue"], first["part_of"]) == ("", "5", "5", "MPS")


def test_html_says_no_number_by_colour_alone() -> None:
    told = html(workload_page(found(of({"a": "lead: HR\ndue: 2025-03"}))))
    assert '<span class="heat heat-1">1</span>' in told


UNITS = [f"U{number}" for number in range(6)]
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]


@st.composite
def memberships(draw: st.DrawFn) -> str:
    above, bounds = draw(st.sampled_from(UNITS)), draw(st.lists(st.sampled_from(MONTHS), min_size=2, max_size=2))
    first, last = sorted(bounds)
    keys = draw(st.sampled_from(["", f", from: {first}", f", until: {last}", f", from: {first}, until: {last}"]))
    return f"{{organisation: {above}{keys}}}"


@st.composite
def holders(draw: st.DrawFn) -> str:
    first, last = sorted(draw(st.lists(st.sampled_from(MONTHS), min_size=2, max_size=2)))
    keys = draw(st.sampled_from(["", f", from: {first}", f", to: {last}", f", from: {first}, to: {last}"]))
    return f"{{name: {draw(st.sampled_from(['X', 'Y', 'Zed']))}{keys}}}"


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    lines = []
    for unit in UNITS:
        above = ", ".join(draw(st.lists(memberships(), max_size=2)))
        held = ", ".join(draw(st.lists(holders(), max_size=2)))
        lines.append(f"{unit}: {{part_of: [{above}], holders: [{held}]}}\n")
    entries = {}
    for number in range(draw(st.integers(1, 8))):
        leads = draw(st.lists(st.sampled_from([*UNITS, "Unknown"]), max_size=3, unique=True))
        date = draw(st.sampled_from([*MONTHS, "2024-11", "2025-Q2", "2025-winter", "2025"]))
        again = draw(st.sampled_from(["", "\nevery: 1 year"]))
        entries[f"e{number}"] = f"lead: [{', '.join(leads)}]\ndue: {date}{again}"
    return of(entries, "".join(lines) + "Zed: {name: Zed, kind: person}\n")


def bears(tree: Tree, bearer: str, each: DueRecord) -> bool:
    """Whether something falls to somebody: to its leads, to what these are part of that day, to holders of these."""
    day, directory = each.date.last, tree.organisations
    above = set(each.leads)
    for _ in UNITS:
        for name in above & directory.by_id.keys():
            links = directory.by_id[name].memberships
            above |= {link.organisation for link in links if is_within(day, link.from_, link.until)}
    posts = [directory.by_id[name] for name in above if name in directory.by_id]
    held = {holder.name for post in posts for holder in post.holders if is_within(day, holder.from_, holder.to)}
    return bearer in above | held


def is_within(day: int, first: PlanDate | None, last: PlanDate | None) -> bool:
    return (first.first if first else 0) <= day <= (last.last if last else day)


def of_month(month: PlanDate | None, first: int, day: int) -> bool:
    """Whether a day is in a month; in none where it is before the first of all."""
    return month.first <= day <= month.last if month else day < first


@given(trees())
@settings(max_examples=40, deadline=None)
def test_it_adds_up_to_what_is_due(tree: Tree) -> None:
    """For every month the ids in all rows are those of `due`, and each row has the union of what is below it."""
    report = found(tree, "2025-01", "2025-12")
    listed = due(tree, judged(tree), selected(tree), DueQuery(parse_date("2025-12"))).items
    for month in (None, *map(parse_date, MONTHS)):
        then = [each for each in listed if of_month(month, report.from_.first, each.date.last)]
        cells = {row.lead: [cell for cell in row.cells if cell.month == month] for row in report.rows}
        assert {name for found in cells.values() for cell in found for name in cell.items} == {each.id for each in then}
        assert sum(cell.number for cell in report.total if cell.month == month) == len(then)
        for lead, found_of_it in cells.items():
            falls = [each for each in then if (bears(tree, lead, each) if lead else not each.leads)]
            assert sum(cell.number for cell in found_of_it) == len({each.id for each in falls}), lead
    assert {each.id for each in listed} == {name for cell in report.total for name in cell.items}
    assert sum(cell.number for cell in report.total) == len(listed)
