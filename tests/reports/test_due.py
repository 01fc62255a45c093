"""`due`: all that falls due in one list, by status, lead, month or kind, in every format. F0-09, A1."""

import csv
import io
from pathlib import Path

import pytest

from cli_runner import call
from genderplan.dates.forms import parse_date
from genderplan.formats.markdown import written
from genderplan.plan.plans import Tree
from genderplan.reports.due.page import due_page
from genderplan.reports.due.result import DueQuery, Dues, due
from genderplan.reports.due.ways import Grouping
from support import tree as written_tree
from trees import ORGANISATIONS, PLAN, judged, pay, selected, tree_of

ENTRIES = {
    "actions/a": "title: Extract\nlead: HR\nref: '1.2'\nmilestones:\n"
    "  - {id: late, title: Late, due: 2024-11}\n"
    "  - {id: soon, title: Soon, due: 2025-01, lead: [Audit, HR]}\n"
    "  - {id: far, title: Far, due: 2025-06}\n",
    "projects/p": "title: Paper\nref: '2'\nend: 2025-02\nreview: 2025-12\n",
}


def found(tree: Tree, until: str | None = None, by: Grouping | None = None, **filters: list[str]) -> Dues:
    asked = DueQuery(parse_date(until) if until else None, by)
    return due(tree, judged(tree), selected(tree, **filters), asked)


def groups(report: Dues) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(each.group, each.items) for each in report.groups]


def page(report: Dues, tree: Tree) -> str:
    return written(due_page(report, tree.organisations.names_by_id))


def test_what_is_overdue_and_due_soon_is_told_and_how_far_is_looked() -> None:
    report = found(pay(ENTRIES))
    assert groups(report) == [("overdue", ("pay/a#late",)), ("due", ("pay/a#soon",))]
    assert [(each.plan, str(each.until)) for each in report.reach] == [("pay", "2025-02-14")]
    assert (report.until, report.by, report.next) == (None, None, None)
    late = report.items[0]
    assert (late.days_overdue, late.of, late.ref, late.file, late.line) == (
        46,
        "action: 1.2 Extract",
        None,
        "pay/actions/a.yaml",
        5,
    )


def test_what_is_overdue_is_told_also_where_the_date_is_before_the_status_date() -> None:
    """`Nothing is overdue` was said of what was overdue since a later day."""
    tree = pay(ENTRIES)
    report = found(tree, "2024-10")
    assert groups(report) == [("overdue", ("pay/a#late",))]
    assert report.next is not None
    assert report.next.id == "pay/a#soon"
    assert groups(found(tree, "2024-10", due=["..2024-10"])) == []
    assert due(tree, [], selected(tree), DueQuery(parse_date("2024-10"))).items == ()


def test_up_to_the_last_day_of_a_date_by_lead_month_or_kind() -> None:
    tree = pay(ENTRIES)
    assert groups(found(tree, "2025", Grouping.LEAD)) == [
        ("Audit", ("pay/a#soon",)),
        ("HR", ("pay/a#late", "pay/a#soon", "pay/a#far")),
        (None, ("pay/p", "pay/p")),
    ]
    assert [group for group, _ in groups(found(tree, "2025", Grouping.MONTH))] == [
        "2024-11",
        "2025-01",
        "2025-02",
        "2025-06",
        "2025-12",
    ]
    assert groups(found(tree, "2025", Grouping.KIND)) == [
        ("project", ("pay/p",)),
        ("milestone", ("pay/a#late", "pay/a#soon", "pay/a#far")),
        ("review", ("pay/p",)),
    ]
    assert [group for group, _ in groups(found(tree, "2025"))] == ["overdue", "due", "upcoming"]


def test_where_nothing_falls_due_the_next_is_named() -> None:
    tree = pay({"actions/a": "title: Far\ndue: 2025-06\n", "actions/b": "title: Farther\nref: '3'\ndue: 2025-07\n"})
    report = found(tree)
    assert (report.items, report.next and report.next.id) == ((), "pay/a")
    assert "Nothing is overdue, and nothing falls due until 14 Feb 2025. Next: Far, Jun 2025." in page(report, tree)
    nothing = found(tree, "2025-06", due=["2025-07"])
    assert "Nothing is overdue, and nothing falls due until the end of Jun 2025. Next: 3 Farther, Jul 2025." in page(
        nothing, tree
    )
    past = pay({"actions/a": "title: Past\ndue: 2024-06\n", "actions/b": "title: Far\ndue: 2025-06\n"})
    assert [each and each.title for each in (found(past, "2024-01").next, found(past, "2025-01").next)] == [
        "Far",
        "Far",
    ]
    empty = pay({"actions/a": "title: Past\ndue: 2024-06\n", "actions/b": "title: Far\ndue: 2030\n"})
    assert found(empty).next is None
    assert "1 thing is overdue, and nothing falls due until 14 Feb 2025." in page(found(empty), empty)


def test_the_page_says_what_is_due_when_of_whom() -> None:
    tree = pay(ENTRIES)
    told = page(found(tree, "2025-06"), tree)
    assert "1 thing is overdue, and 3 fall due until the end of Jun 2025." in told
    assert "| Late<br>action: 1.2 Extract<br>`a#late` | Human Resources | milestone | Nov 2024 | 46 days |" in told
    by_lead = page(found(tree, "2025-06", Grouping.LEAD), tree)
    assert "## Internal Audit (1)" in by_lead
    assert "## No lead (1)" in by_lead
    assert "What several lead stands under each of them; the whole has it once." in by_lead
    assert "| 2 Paper<br>`p` | project | Feb 2025 | upcoming |" in by_lead
    assert "## Jun 2025 (1)" in page(found(tree, "2025-06", Grouping.MONTH), tree)
    assert "## Milestones (3)" in page(found(tree, "2025-06", Grouping.KIND), tree)


def test_of_several_plans_ids_are_whole_and_each_has_its_own_reach() -> None:
    files = {"pay/plan.yaml": PLAN, "care/plan.yaml": PLAN + "due_soon: 10 days\n"}
    files |= {f"{plan}/actions/a.yaml": "title: A\ndue: 2025-01\n" for plan in ("pay", "care")}
    tree = tree_of(files)
    told = page(found(tree), tree)
    assert "Nothing is overdue, and 1 falls due soon." in told
    assert "`pay/a`" in told


@pytest.mark.parametrize("format_", ["table", "text", "json", "csv", "markdown", "html"])
def test_every_format_of_the_shipped_plans(format_: str) -> None:
    done = call("due", "--plan", "women-2003", "--until", "2003-12", "--format", format_)
    assert done.code == 0
    assert "link-acpo#representative" in done.out


def test_csv_has_a_row_for_each() -> None:
    done = call("due", "--plan", "women-2003", "--until", "2003-12", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert (len(rows), rows[0]["kind"], rows[0]["date"], rows[0]["days_overdue"]) == (16, "milestone", "2003-09", "34")


def test_the_same_are_overdue_and_due_as_in_status() -> None:
    """A1: one command lists all that falls due, and agrees with the others on what both tell."""
    status = call("status", "--plan", "women-2003", "--format", "json").json["plans"][0]
    listed = call("due", "--plan", "women-2003", "--format", "json").json["items"]
    for name in ("overdue", "due"):
        assert {each["id"] for each in status[name]} == {each["id"] for each in listed if each["status"] == name}


def test_up_to_the_next_meeting_of_a_board(tmp_path: Path) -> None:
    """F1-04, F3-10: what is due before the next meeting."""
    board = "meetings: [{id: past, date: 2024-12-10}, {id: next, date: 2025-04-10}, {id: later, date: 2025-09-10}]\n"
    files = {"organisations.yaml": ORGANISATIONS, "boards/HR-Board.yaml": board, "p/plan.yaml": PLAN}
    months = (3, 4, 5)
    files |= {f"p/actions/a{month}.yaml": f"title: A\ndue: 2025-0{month}-05\n" for month in months}
    folder = str(written_tree(tmp_path, files))
    done = call("due", "--until", "HR-Board", "--as-of", "2025-01-15", "--tree", folder, "--format", "json").json
    assert (done["until"], [each["id"] for each in done["items"]]) == ("2025-04-10", ["p/a3", "p/a4"])
    late = call("due", "--until", "board:HR-Board", "--as-of", "2025-09-10", "--tree", folder)
    assert (late.code, "no meeting of HR-Board is known after the status date" in late.err) == (2, True)


def test_a_date_that_is_none() -> None:
    done = call("due", "--until", "soon")
    assert (done.code, "--until: no date, and an unknown board 'soon'" in done.err) == (2, True)


def test_the_next_meeting_goes_by_the_day_that_is_given_where_no_plan_can_be_read(tmp_path: Path) -> None:
    meetings = "meetings: [{id: a, date: 2003-02-01}, {id: b, date: 2090-02-01}]\n"
    folder = written_tree(
        tmp_path,
        {"organisations.yaml": "B: {kind: board}\n", "p/plan.yaml": "title: [\n", "boards/B.yaml": meetings},
    )
    for given, until in (("2003-01-01", "2003-02-01"), ("2010-01-01", "2090-02-01")):
        asked = ("--until", "B", "--as-of", given, "--tree", str(folder), "--format", "json")
        assert call("due", *asked).json["until"] == until
