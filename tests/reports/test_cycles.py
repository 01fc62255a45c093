"""What comes again: one item, judged by its earliest open time, on any day, beside a baseline, and as a network."""

from collections.abc import Sequence

import pytest

from genderplan.dates.forms import parse_date
from genderplan.reports.list.columns import arranged
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import Listing, listing
from genderplan.reports.status.result import status
from genderplan.reports.timeline.result import Row, timeline
from genderplan.standing.records.recording import item_record
from genderplan.standing.standings import EntryStanding, Standing, Status
from network.networks import happened, planned, standing
from trees import TODAY, ids_of, judged, pay, selected

DONE = "completed: {2024-Q1: 2024-04-10, 2024-Q2: 2024-06-30}"
QUARTERLY = f"due: 2024-Q1, every: 3 months, {DONE}"


def paper(keys: str = QUARTERLY, as_of: str = TODAY, then: str | None = None) -> Standing:
    """A milestone that comes again, and where it stands."""
    return standing(planned({"paper": keys}, {"paper": then} if then else None, as_of=as_of), "paper")


def talks(keys: str, as_of: str = TODAY) -> EntryStanding:
    """An action without milestones that comes again."""
    (standings,) = judged(pay({"actions/talks": f"title: Talks\nlead: HR\n{keys}\n"}), as_of)
    return standings.entries[0]


@pytest.mark.parametrize(
    ("as_of", "status", "due", "days"),
    [
        ("2023-11-01", "upcoming", "2024-Q1", None),  # nothing has been done yet, whatever the file says of later
        ("2024-04-09", "overdue", "2024-Q1", 9),
        ("2024-04-10", "upcoming", "2024-Q2", None),
        ("2024-06-29", "due", "2024-Q2", None),
        ("2024-06-30", "upcoming", "2024-Q3", None),
        ("2024-09-30", "due", "2024-Q3", None),
        ("2024-10-01", "overdue", "2024-Q3", 1),
        ("2025-01-15", "overdue", "2024-Q3", 107),
    ],
)
def test_the_earliest_open_time_is_judged(as_of: str, status: str, due: str, days: int | None) -> None:
    """F3-26"""
    found = paper(as_of=as_of)
    assert (found.status, str(found.due), found.days_overdue) == (status, due, days)
    assert str(found.item.due) == "2024-Q1"


def test_a_record_has_each_time_up_to_the_next_open_one() -> None:
    record = item_record(paper(f"{QUARTERLY}, skipped: {{2024-Q3: No meeting, 2025-Q1: No meeting}}, until: 2026"))
    told = [(str(each.due), each.status, each.skipped, each.days_overdue) for each in record.occurrences]
    assert told == [
        ("2024-Q1", "complete", None, None),
        ("2024-Q2", "complete", None, None),
        ("2024-Q3", "cancelled", "No meeting", None),
        ("2024-Q4", "overdue", None, 15),
        ("2025-Q1", "cancelled", "No meeting", None),
        ("2025-Q2", "upcoming", None, None),
    ]
    assert [str(each.completed) for each in record.occurrences[:2]] == ["2024-04-10", "2024-06-30"]
    assert (str(record.due), str(record.next_due), str(record.last_due)) == ("2024-Q1", "2024-Q4", "2026-Q4")
    assert (str(record.every), str(record.until), str(record.completed)) == ("P3M", "2026", "2024-06-30")


def test_it_is_complete_when_each_time_until_its_end_is_done_or_skipped() -> None:
    ended = f"{QUARTERLY}, until: 2024-Q3"
    assert paper(ended).status == "overdue"
    found = paper(f"{ended}, skipped: {{2024-Q3: No meeting}}")
    assert (found.status, found.rag, str(found.finish), found.due) == ("complete", "blue", "2024-06-30", None)
    assert found.item.is_settled
    assert paper(f"{ended}, skipped: {{2024-Q3: No meeting}}", as_of="2024-06-29").status == "due"


def test_a_cancelled_one_keeps_what_was_done() -> None:
    found = paper(f"{QUARTERLY}, cancelled: {{reason: Cost}}")
    assert (found.status, found.rag, str(item_record(found).completed)) == ("cancelled", None, "2024-06-30")


def test_without_a_first_date_it_never_comes() -> None:
    found = paper("every: 1 year")
    assert (found.status, found.due, item_record(found).occurrences) == ("undated", None, ())
    assert str(item_record(found).every) == "P1Y"


def test_an_endless_one_ends_with_its_thousandth_time() -> None:
    record = item_record(paper("due: 1999-01-01, every: 1 day"))
    assert len(record.occurrences) == 1000
    assert {each.status for each in record.occurrences} == {"overdue"}
    assert record.last_due is None


class TestEntries:
    """An action without milestones."""

    def test_it_counts_once_by_its_earliest_open_time(self) -> None:
        found = talks("due: 2024-11\nevery: 1 month\ncompleted: {2024-11: 2024-11-30}")
        assert (found.status, found.rag, len(found.items), str(found.items[0].due)) == ("overdue", "red", 1, "2024-12")

    def test_it_is_complete_when_all_is_done(self) -> None:
        keys = "due: 2024-11\nevery: 1 month\nuntil: 2024-12\ncompleted: {2024-11: 2024-11-30, 2024-12: 2025-01-02}"
        found = talks(keys)
        assert (found.status, found.rag, found.own and str(found.own.finish)) == ("complete", "blue", "2025-01-02")
        assert talks(keys, as_of="2025-01-01").status == "overdue"

    def test_nineteen_meetings_count_one(self) -> None:
        files = {"actions/talks": "title: Talks\nlead: HR\ndue: 2020-Q2\nevery: 3 months\nuntil: 2024-Q4\n"}
        tree = pay(files)
        plan = status(judged(tree), selected(tree)).plans[0]
        assert (sum(plan.counts.entries.values()), plan.counts.entries[Status.OVERDUE]) == (1, 1)
        assert [(each.id, len(each.occurrences)) for each in plan.overdue] == [("pay/talks", 19)]


class TestBaseline:
    """Each time is held against the same one of then."""

    def test_a_time_that_did_not_move_is_not_late(self) -> None:
        found = paper(QUARTERLY, as_of="2024-08-01", then="due: 2024-Q1, every: 3 months")
        assert (str(found.baseline_due), found.variance and found.variance.amount) == ("2024-Q3", 0)

    def test_a_first_date_that_moved_moves_them_all(self) -> None:
        found = paper(QUARTERLY, as_of="2024-08-01", then="due: 2023-Q4, every: 3 months")
        assert (str(found.baseline_due), found.variance and found.variance.amount, found.rag) == ("2024-Q2", 3, "red")

    def test_an_approved_first_date_moves_what_each_is_held_to(self) -> None:
        keys = "revisions: [{date: 2023-12-01, was: 2023-Q4, reason: R, approved_by: HR-Board}]"
        found = paper(f"{QUARTERLY}, {keys}", as_of="2024-08-01", then="due: 2023-Q4, every: 3 months")
        assert (found.approved and str(found.approved.to), found.rag) == ("2024-Q3", "green")

    def test_what_came_once_is_held_against_the_first(self) -> None:
        assert paper(QUARTERLY, as_of="2024-08-01", then="due: 2024-Q1").baseline_due is None
        first = paper("due: 2024-Q2, every: 3 months", as_of="2024-08-01", then="due: 2024-Q1")
        assert (str(first.baseline_due), first.variance and first.variance.amount) == ("2024-Q1", 3)


SPEC = {"paper": QUARTERLY, "publish": "due: 2024-12, depends_on: {milestone: paper, lag: 1 month}"}


class TestNetwork:
    """Who waits for what comes again waits for its next open time."""

    def test_the_time_of_then_is_compared(self) -> None:
        then = {"paper": "due: 2024-Q1, every: 3 months", "publish": "due: 2024-12"}
        assert happened(planned(SPEC, then)).slips == ()

    def test_earliest_is_told_of_what_has_no_date(self) -> None:
        found = planned({"paper": QUARTERLY, "publish": "depends_on: {milestone: paper, lag: 2 months}"})
        assert str(standing(found, "publish").earliest) == "2024-11"
        assert str(item_record(standing(found, "publish")).earliest) == "2024-11"

    @pytest.mark.parametrize(
        ("spec", "earliest"),
        [
            ({"a": "due: 2025-03-10", "b": "due: 2025-04", "c": "depends_on: [a, b]"}, "2025-04"),
            ({"a": "due: 2025-03-10", "c": "depends_on: {milestone: a, lag: 2 weeks}"}, "2025-03-24"),
            ({"a": "due: 2025-03, forecast: 2025-05", "c": "depends_on: a"}, "2025-05"),
            ({"a": "due: 2025-03", "b": "duration: 1 month", "c": "depends_on: [a, b]"}, None),
            ({"a": "due: 2025-03", "b": "due: 2025-09, cancelled: {reason: R}", "c": "depends_on: [a, b]"}, "2025-03"),
            ({"a": "due: 2025-03", "c": "depends_on: a, completed: 2025-01-01"}, None),
        ],
    )
    def test_earliest(self, spec: dict[str, str], earliest: str | None) -> None:
        found = standing(planned(spec), "c")
        assert (str(found.earliest) if found.earliest else None) == earliest


FILES = {
    "actions/talks": "title: Talks\ndue: 2024-11\nevery: 1 month\ncompleted: {2024-11: 2024-11-30}\n",
    "actions/once": "title: Once\ndue: 2024-11\n",
    "actions/yearly": "title: Yearly\nevery: 1 year\n",
}


def entries(sort: Sequence[str] = (), **criteria: Sequence[str]) -> list[str]:
    tree = pay(FILES)
    found: Listing = listing(tree, Noun.ENTRIES, selected(tree, **criteria), judged(tree))
    return ids_of(arranged(found, sort, None).records)


def test_lists_are_sorted_by_what_is_due_next() -> None:
    assert entries(["due"]) == ["pay/once", "pay/talks", "pay/yearly"]
    assert entries(["-due"]) == ["pay/talks", "pay/once", "pay/yearly"]


def test_filters_ask_for_what_is_due_next() -> None:
    assert entries(due=["2024-12"]) == ["pay/talks"]
    assert entries(due=["..2024-11"]) == ["pay/once"]
    assert entries(due=["2025.."]) == []


def test_findings_are_filtered_by_any_time() -> None:
    """No day is asked there, so that any time may be meant."""
    tree = pay(FILES)
    rows = {entry.id: entry for entry in tree.plans[0].entries}
    for span, has in (("2026-03", True), ("..2024-10", False), ("2024-11-30..2024-11-30", True)):
        assert selected(tree, due=[span]).has_entry_row(rows["talks"]) is has
    assert not selected(tree, due=["2026"]).has_entry_row(rows["yearly"])


class TestTimeline:
    """Marks for all times on the axis."""

    def row(self, keys: str, start: str | None = None, end: str | None = None) -> Row:
        tree = pay({"actions/talks": f"title: Talks\n{keys}\n", "actions/b": "title: B\ndue: 2025-08\n"})
        ends = [parse_date(each) if each else None for each in (start, end)]
        return next(each for each in timeline(judged(tree), selected(tree), *ends).rows if each.id == "pay/talks")

    def test_a_year_of_months_has_twelve(self) -> None:
        """F3-26"""
        row = self.row("due: 2025-01\nevery: 1 month\nuntil: 2025-12\ncompleted: {2025-01: 2025-01-10}")
        assert [each.id for each in row.occurrences] == [f"pay/talks@2025-{month:02d}" for month in range(1, 13)]
        assert [each.status for each in row.occurrences[:2]] == ["complete", "upcoming"]
        assert (str(row.start), str(row.end)) == ("2025-01", "2025-12")

    def test_an_endless_one_goes_on_to_the_axis_end(self) -> None:
        row = self.row("milestones: [{id: m, title: M, due: 2025-Q1, every: 3 months}]")
        assert [each.id for each in row.occurrences] == ["pay/talks#m@2025-Q1", "pay/talks#m@2025-Q2"]
        assert (str(row.start), row.end) == ("2025-Q1", None)

    def test_a_part_of_the_axis_has_its_part(self) -> None:
        row = self.row("due: 2025-01\nevery: 1 month\nuntil: 2025-12", "2025-03", "2025-04")
        assert [str(each.due) for each in row.occurrences] == ["2025-03", "2025-04"]
