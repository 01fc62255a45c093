"""Plans as they were on a day, by what their own files date (F3-08)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.forms import parse_date, parse_day
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.earlier import plan_on, state_on
from genderplan.reports.status.since.result import since
from trees import judged, pay, selected


def then(text: str, day: str = "2025-02-07") -> EntryRow:
    plan = pay({"actions/gap": f"title: Gap\n{text}"}).plans[0]
    return plan_on(plan, parse_day(day).last).entries[0]


MOVED_TWICE = """\
milestones:
  - id: report
    title: Report
    due: 2025-06
    revisions:
      - {date: 2025-01-10, was: 2025-02, reason: Payroll moves}
      - {date: 2025-03-01, was: 2025-04, reason: Late again}
"""


def test_a_date_is_what_it_was_before_it_was_moved() -> None:
    days = ("2025-01-09", "2025-01-10", "2025-02-28", "2025-03-01")
    found = [then(MOVED_TWICE, day).milestones[0] for day in days]
    assert [str(each.due) for each in found] == ["2025-02", "2025-04", "2025-04", "2025-06"]
    assert [len(each.revisions) for each in found] == [0, 1, 1, 2]


def test_dates_of_an_entry_each_by_its_own_revisions() -> None:
    text = (
        "start: 2025-03\nend: 2025-09\nrevisions:\n"
        "  - {date: 2025-02-08, field: start, was: 2025-01}\n"
        "  - {date: 2025-02-09, field: end, was: 2025-08}\n"
        "  - {date: 2025-02-10, field: end, was: 2025-07}\n"
    )
    found = then(text)
    assert (str(found.start), str(found.end)) == ("2025-01", "2025-08")
    found = then("end: 2025-09\nrevisions: [{date: 2025-02-10, was: 2025-07}]\n")
    assert (found.due, str(found.end)) == (None, "2025-07")


def test_what_comes_again_came_as_often_as_before() -> None:
    text = (
        "due: 2025-01\nevery: 6 months\nuntil: 2027-01\nrevisions:\n"
        "  - {date: 2025-03-01, field: every, was: 3 months}\n"
        "  - {date: 2025-03-01, field: until, was: 2026-01}\n"
    )
    found = then(text)
    assert found.cycle is not None
    assert (found.cycle.every.in_words, str(found.until)) == ("3 months", "2026-01")


def test_a_date_that_was_given_later_was_not_there() -> None:
    assert then("due: 2025-06\nrevisions: [{date: 2025-03-01, reason: Agreed}]\n").due is None


def test_a_completion_that_was_taken_back_later_was_there() -> None:
    found = then("due: 2025-01\nrevisions: [{date: 2025-03-01, field: completed, was: 2025-02-01, reason: Not so}]\n")
    assert str(found.completed) == "2025-02-01"


def test_updates_up_to_the_day_and_those_without_a_date() -> None:
    text = "updates:\n" + "".join(
        f"  - {{text: {name}{day}}}\n"
        for name, day in (("A", ", date: 2025-01"), ("B", ", date: 2025-02-07"), ("C", ", date: 2025-02-08"), ("D", ""))
    )
    assert [each.text for each in then(text).updates] == ["A", "B", "D"]


def test_an_extension_was_not_asked_for_before_it_was() -> None:
    asked = "requested: {to: 2025-11, date: 2025-02-08, reason: Late}"
    found = then(f"due: 2025-06\n{asked}\nmilestones: [{{id: a, title: A, due: 2025-05, {asked}}}]\n")
    assert (found.requested, found.milestones[0].requested) == (None, None)
    found = then(f"due: 2025-06\n{asked}\n", "2025-02-08")
    assert found.requested is not None


def test_what_nothing_dates_later_is_the_same_row() -> None:
    text = MOVED_TWICE + "updates: [{text: Told, date: 2025-01-10}]\n"
    plan = pay({"actions/gap": "title: Gap\n" + text}).plans[0]
    assert plan_on(plan, parse_day("2025-03-01").last) is plan
    assert plan_on(plan, parse_day("2024-01-01").last).entries[0] is not plan.entries[0]


def test_a_state_is_judged_on_its_day_whatever_the_plan_says() -> None:
    tree = pay({"actions/gap": "title: Gap\ndue: 2025-03\n"}, "status_date: 2025-05-01\n")
    state = state_on(tree.plans, parse_date("2025-02"), "EODB")
    assert (state.name, str(state.day), str(state.baselines["pay"].taken)) == ("EODB", "2025-02", "2025-02")
    [found] = since(judged(tree, "2025-05-01"), selected(tree), state).since
    assert [each.id for each in found.newly_overdue or ()] == ["pay/gap"]


@given(st.lists(st.integers(1, 200), max_size=6), st.integers(0, 201))
def test_the_first_later_revision_tells(days: list[int], day: int) -> None:
    """Revisions in any order of their days: the first in the file's order that is later says what was agreed."""
    start = parse_day("2025-01-01").last
    revisions = "".join(
        f"  - {{date: {_text(start + each)}, was: {_text(start + 300 + at)}}}\n" for at, each in enumerate(days)
    )
    text = f"due: 2026-12\n{'revisions:' if days else ''}\n{revisions}"
    plan = pay({"actions/gap": f"title: Gap\n{text}"}).plans[0]
    found = plan_on(plan, start + day).entries[0].due
    later = [_text(start + 300 + at) for at, each in enumerate(days) if each > day]
    assert str(found) == next(iter(later), "2026-12")


def _text(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
