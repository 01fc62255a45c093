"""What boards' files promise, in a change: GP502, GP505, GP506, GP508, GP509 and GP604, each with its place and words."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.test_changes import only, since, since_baseline, state_of
from genderplan.checks import VALID, run
from genderplan.checks.context import Context
from genderplan.checks.gate.revisions import told_apart
from genderplan.checks.judgement import judge
from genderplan.dates.forms import parse_date
from genderplan.findings import Finding
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.plan.plans import Tree
from support import marked
from trees import PLAN, judged, selected, tree_of

FILE = "boards/EODB.yaml"
ORGANISATIONS = "HR: {name: Human Resources}\nEODB: {name: Equality Board, kind: board}\n"
REASON = "{date: 2008-01-10, was: 2008-02-07, reason: The chair is away}"
MEETINGS = "meetings:\n  - {id: feb, date: 2008-02-07}\n  - {id: jun, date: 2008-06}\n  - {id: away}\n"


def with_board(text: str | None, policy: str = "", more: str = "") -> Tree:
    """A tree of the plan `pay` and the board EODB; without its file where there is no text."""
    files = {
        "organisations.yaml": ORGANISATIONS + more,
        "pay/plan.yaml": PLAN + policy,
        "pay/actions/gap.yaml": "title: Gap\nlead: HR\n",
    }
    return tree_of(files if text is None else files | {FILE: text})


def found(then: str | None, now: str | None, policy: str = "") -> list[Finding]:
    """What is found in a board's file that is held against what it was."""
    before, after = with_board(then), with_board(now, policy)
    assert not [each for each in (*before.findings, *after.findings) if each.code != "GP019"]
    return list(since(before, after).findings)


def codes(findings: Sequence[Finding]) -> list[str]:
    return [each.code for each in findings]


def told(findings: Sequence[Finding]) -> list[str]:
    return [f"{each.code} {each.message}" for each in findings]


def meeting(keys: str) -> str:
    """A board with one meeting, at line 2."""
    return f"meetings:\n  - {{id: feb, {keys}}}\n"


def promised(keys: str, meetings: str = MEETINGS) -> str:
    """A board with meetings, at lines 1 to 4, and one report that it was promised, at line 6."""
    return f"{meetings}promised:\n  - {{id: survey, title: Outcomes, {keys}}}\n"


def received(keys: str) -> str:
    """A board with meetings, at lines 1 to 4, and one report that comes again, at line 6."""
    return f"{MEETINGS}receives:\n  - {{id: progress, title: Progress, {keys}}}\n"


def decided(keys: str) -> str:
    """A board with one decision, at line 2."""
    return f"decisions:\n  - {{id: ask, text: Ask Finance, {keys}}}\n"


class TestMeetings:
    """GP502 of a meeting's date."""

    def test_a_quiet_move_is_told_at_the_date(self) -> None:
        text, (line, column, end) = marked(meeting("date: «2008-02-14»"))
        each = only(found(meeting("date: 2008-02-07"), text))
        assert each[:4] == (FILE, line, column, "GP502")
        assert (each.end_column, each.severity, each.entry) == (end, "error", "EODB#feb")
        assert each.message == "date moved from 2008-02-07 to 2008-02-14 without a revision: meeting feb"
        assert each.hint == "add to revisions {date: DAY, was: 2008-02-07, reason: WHY}"

    def test_it_is_named_by_its_title_where_it_has_one(self) -> None:
        now = meeting("title: Annual meeting, date: 2008-03")
        assert only(found(meeting("date: 2008-02"), now)).message.endswith(": Annual meeting")

    @pytest.mark.parametrize(
        ("was", "now", "is_moved"),
        [
            ("2008-02-07", "2008-02-07", False),
            ("2008-02-07", "2008-02-06", True),
            ("2008-02-07", "2008-02", True),  # given less exactly, it ends later
            ("2008-02-29", "2008-02", False),
            ("2008-02", "2008-02-07", False),  # given more exactly, within what was known
            ("2008-spring", "2008-04-03", False),
            ("2008-04-03", "2008-autumn", True),
        ],
    )
    def test_what_a_move_is(self, was: str, now: str, is_moved: bool) -> None:
        assert codes(found(meeting(f"date: {was}"), meeting(f"date: {now}"))) == ["GP502"] * is_moved

    @given(
        st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]),
    )
    def test_a_board_is_judged_as_a_plan_is(self, was: date, now: date, form: str) -> None:
        """The same dates, of a milestone, a meeting and a promise, have moved for all of them or for none."""
        then, after = was.isoformat(), now.strftime(form)
        boards = [f"{meeting(f'date: {day}')}promised: [{{id: x, title: X, at: {day}}}]\n" for day in (then, after)]
        entries = [f"title: Gap\nlead: HR\ndue: {day}\n" for day in (then, after)]
        trees = [
            tree_of(
                {
                    "organisations.yaml": ORGANISATIONS,
                    "pay/plan.yaml": PLAN,
                    "pay/actions/gap.yaml": entry,
                    FILE: board,
                }
            )
            for entry, board in zip(entries, boards, strict=True)
        ]
        where = [each.entry for each in since(*trees).findings]
        assert where in ([], ["EODB#feb", "EODB#x", "pay/gap"])
        assert bool(where) == (not parse_date(then).holds(parse_date(after)))

    def test_one_with_a_revision_that_says_all_is_none(self) -> None:
        now = meeting(f"date: 2008-02-14, revisions: [{REASON}]")
        assert found(meeting("date: 2008-02-07"), now) == []

    @pytest.mark.parametrize(
        ("revision", "lack"),
        [
            ("{date: 2008-01-10, was: 2008-02-07}", "and its revision gives no reason"),
            ("{was: 2008-02-07, reason: Late}", "and its revision gives no date"),
            ("{date: 2008-01-10, was: 2008-02, reason: Late}", "and no new revision says that it was 2008-02-07"),
        ],
    )
    def test_what_a_revision_leaves_open_is_told(self, revision: str, lack: str) -> None:
        each = only(found(meeting("date: 2008-02-07"), meeting(f"date: 2008-02-14, revisions: [{revision}]")))
        assert each.message == f"date moved from 2008-02-07 to 2008-02-14 {lack}: meeting feb"

    def test_a_revision_that_was_there_explains_nothing_new(self) -> None:
        then = meeting(f"date: 2008-02-14, revisions: [{REASON}]")
        assert codes(found(then, then.replace("2008-02-14", "2008-02-21"))) == ["GP502"]

    def test_a_first_date_is_no_move(self) -> None:
        assert found(meeting("theme: Race"), meeting("theme: Race, date: 2008-02-07")) == []

    @pytest.mark.parametrize(
        "more", ["cancelled: {reason: No quorum}", "kind: special", "minutes: https://example.org"]
    )
    def test_what_else_is_said_explains_no_move(self, more: str) -> None:
        assert codes(found(meeting("date: 2008-02-07"), meeting(f"date: 2008-02-14, {more}"))) == ["GP502"]

    def test_under_another_id_it_is_the_same(self) -> None:
        then = meeting("date: 2008-02-07")
        renamed = "meetings:\n  - {id: first, renamed_from: feb, date: 2008-02-07}\n"
        assert found(then, renamed) == []
        assert only(found(then, renamed.replace("02-07", "02-14"))).entry == "EODB#first"

    def test_papers_are_due_when_the_board_says(self) -> None:
        assert found(meeting("date: 2008-02-07, papers_by: 2008-01"), meeting("date: 2008-02-07")) == []


class TestPromisedReports:
    """GP502 of what a report is promised for: a date, or a meeting."""

    def test_a_quiet_move_is_told_at_the_date(self) -> None:
        text, (line, column, end) = marked(promised("at: «2008-autumn»"))
        each = only(found(promised("at: 2008-spring"), text))
        assert (*each[:4], each.end_column, each.entry) == (FILE, line, column, "GP502", end, "EODB#survey")
        assert each.message == "at moved from 2008-spring to 2008-autumn without a revision: Outcomes"

    def test_another_meeting_is_a_move_with_the_dates_of_both(self) -> None:
        text, (line, column, _) = marked(promised("at: «jun»"))
        each = only(found(promised("at: feb"), text))
        assert each[:4] == (FILE, line, column, "GP502")
        assert each.message == "at moved from feb (2008-02-07) to jun (2008-06) without a revision: Outcomes"
        assert each.hint == "add to revisions {date: DAY, was: 2008-02-07, reason: WHY}"
        assert found(promised("at: feb"), promised(f"at: jun, revisions: [{REASON}]")) == []

    @pytest.mark.parametrize(
        ("was", "now", "expected"),
        [
            ("feb", "2008-02-07", None),
            ("2008-02-07", "feb", None),
            ("2008-spring", "jun", "from 2008-spring to jun (2008-06) without a revision"),
            ("jun", "2008-06-05", None),  # more exactly
            ("jun", "2008-07", "from jun (2008-06) to 2008-07 without a revision"),
            ("away", "2008-07", None),  # a first date
            ("away", "jun", "from away (no date) to jun (2008-06) without a revision"),
            ("feb", "away", "from feb (2008-02-07) to away (no date) without a revision"),
            ("2008-02", "away", "from 2008-02 to away (no date) without a revision"),
        ],
    )
    def test_a_meeting_stands_for_its_date(self, was: str, now: str, expected: str | None) -> None:
        findings = found(promised(f"at: {was}"), promised(f"at: {now}"))
        assert told(findings) == ([f"GP502 at moved {expected}: Outcomes"] if expected else [])

    def test_of_a_meeting_without_a_date_a_revision_need_not_say_which_it_was(self) -> None:
        then, now = promised("at: away"), promised("at: jun, revisions: [{date: 2008-01-10, reason: Data came late}]")
        assert found(then, now) == []
        assert only(found(then, promised("at: jun"))).hint == "add to revisions {date: DAY, reason: WHY}"

    def test_with_its_meeting_it_moves_by_the_meetings_reason(self) -> None:
        moved = MEETINGS.replace("date: 2008-02-07", f"date: 2008-02-14, revisions: [{REASON}]")
        assert found(promised("at: feb"), promised("at: feb", moved)) == []

    @pytest.mark.parametrize("was", ["2008-02-07", "2008-02-14"])
    def test_from_a_meeting_that_moved_too_both_of_its_dates_will_do(self, was: str) -> None:
        moved = MEETINGS.replace("date: 2008-02-07", f"date: 2008-02-14, revisions: [{REASON}]")
        reason = f"revisions: [{{date: 2008-01-11, was: {was}, reason: Data came late}}]"
        assert found(promised("at: feb"), promised(f"at: jun, {reason}", moved)) == []
        assert codes(found(promised("at: feb"), promised("at: jun", moved))) == ["GP502"]

    def test_at_a_meeting_that_has_another_id_now_it_is_the_same(self) -> None:
        renamed = MEETINGS.replace("id: feb", "id: first, renamed_from: feb")
        assert found(promised("at: feb"), promised("at: first", renamed)) == []


class TestDecisions:
    """GP502 of when somebody has to act: decisions have no revisions."""

    def test_a_move_is_told_at_the_date(self) -> None:
        text, (line, column, _) = marked(decided("due: «2008-07»"))
        each = only(found(decided("due: 2008-05"), text))
        assert (*each[:4], each.entry) == (FILE, line, column, "GP502", "EODB#ask")
        assert each.message == "due moved from 2008-05 to 2008-07: Ask Finance"
        assert each.hint == "put it back, or accept GP502 at board:EODB#ask in a plan.yaml with the reason"


class TestWhatComesAgain:
    """GP502 of what a board receives again and again: where less is owed than was agreed."""

    @pytest.mark.parametrize(
        ("then", "now", "expected"),
        [
            ("every: 6 months, from: 2008-01", "every: «1 year», from: 2008-01", "every changed from 6 months to 1 year"),
            ("every: 1 month", "every: «5 weeks»", "every changed from 1 month to 5 weeks"),
            ("every_meetings: 2", "every_meetings: «3»", "every_meetings changed from 2 meetings to 3 meetings"),
            ("every_meetings: 1", "every_meetings: «2»", "every_meetings changed from every meeting to 2 meetings"),
            ("every_meetings: 2", "every_meetings: 2, until: «2009»", "until changed from none to 2009"),
            ("every_meetings: 2, until: 2010", "every_meetings: 2, until: «2009»", "until changed from 2010 to 2009"),
        ],
    )  # fmt: skip
    def test_fewer_reports_are_told(self, then: str, now: str, expected: str) -> None:
        text, (line, column, _) = marked(received(now))
        each = only(found(received(then), text))
        assert (*each[:4], each.entry) == (FILE, line, column, "GP502", "EODB#progress")
        assert each.message == f"{expected}, and less is owed: Progress"
        assert each.hint == "put it back, or accept GP502 at board:EODB#progress in a plan.yaml with the reason"

    @pytest.mark.parametrize(
        ("then", "now", "expected"),
        [
            ("every: 6 months", "every_meetings: 2", "every changed from 6 months to 2 meetings"),
            ("every_meetings: 2", "every: 1 week", "every_meetings changed from 2 meetings to 1 week"),
            ("every: 6 months", "by: HR", "every changed from 6 months to none"),
        ],
    )
    def test_what_cannot_be_compared_may_be_less(self, then: str, now: str, expected: str) -> None:
        text, (line, column, _) = marked(received(now).replace("{id: progress", "«{id: progress"))
        each = only(found(received(then), text))
        assert each[:4] == (FILE, line, column, "GP502")
        assert each.message == f"{expected}, and less is owed: Progress"

    @pytest.mark.parametrize(
        ("then", "now"),
        [
            ("every: 1 year", "every: 12 months"),
            ("every: 1 year", "every: 6 months"),
            ("every: 1 month", "every: 30 days"),
            ("every: 1 week", "every: 7 days"),
            ("every_meetings: 2", "every_meetings: 1"),
            ("every_meetings: 2, until: 2009", "every_meetings: 2"),
            ("every_meetings: 2, until: 2009", "every_meetings: 2, until: 2010"),
            ("every_meetings: 2, until: 2009", "every_meetings: 2, until: 2009-06"),  # more exactly
            ("every_meetings: 1, from: jun", "every_meetings: 1, from: feb"),
            ("every_meetings: 2, from: 2008-05", "every_meetings: 1, from: feb"),
            ("every_meetings: 2, from: 2030", "every_meetings: 2, from: feb"),  # nobody knows a meeting then
            ("every: 1 year, from: 2009-03", "every: 6 months, from: 2008-03"),
            ("every: 1 year, from: 2009-03", "every: 1 year, from: 2008-03-20"),  # more exactly
            ("from: 2009-03", "from: 2008-03"),  # nobody says how often
            ("every_meetings: 2, from: feb", "every_meetings: 2, from: 2008-02-07"),
            ("every: 1 year", "every: 1 year, from: 2009-01"),
            ("note: As the board asks", "every: 1 year"),
        ],
    )
    def test_as_many_or_more_are_no_matter(self, then: str, now: str) -> None:
        assert found(received(then), received(now)) == []

    @pytest.mark.parametrize(
        ("then", "now", "expected"),
        [
            ("every: 1 year, from: 2008-01", "every: 1 year, from: «2008-02»", "2008-01 to 2008-02"),
            ("every_meetings: 2, from: feb", "every_meetings: 2, from: «jun»", "feb (2008-02-07) to jun (2008-06)"),
            ("every_meetings: 2, from: feb", "every_meetings: 2, from: «away»", "feb (2008-02-07) to away (no date)"),
            # earlier, and then not when it was to come first
            ("every: 1 year, from: 2009-01", "every: 1 year, from: «2008-12»", "2009-01 to 2008-12"),
            ("every: 6 months, from: 2008-07-01", "every: 6 months, from: «2008-01»", "2008-07-01 to 2008-01"),
            ("every: 1 year, from: 2009-01", "every: 1 year, from: «2008-01», until: 2008", "2009-01 to 2008-01"),
            ("every_meetings: 2, from: jun", "every_meetings: 2, from: «feb»", "jun (2008-06) to feb (2008-02-07)"),
            ("every_meetings: 2, from: 2008-05", "every_meetings: 2, from: «2008-01»", "2008-05 to 2008-01"),
        ],
    )
    def test_another_first_time_is_a_move(self, then: str, now: str, expected: str) -> None:
        text, (line, column, _) = marked(received(now))
        findings = found(received(then), text)
        each = next(each for each in findings if not each.message.startswith("until"))
        assert each[:4] == (FILE, line, column, "GP502")
        assert each.message == f"from moved from {expected}: Progress"

    def test_a_meeting_that_has_another_id_now_is_the_one_that_it_came_at(self) -> None:
        then, renamed = received("every_meetings: 2, from: jun"), MEETINGS.replace("jun,", "june, renamed_from: jun,")
        assert found(then, received("every_meetings: 1, from: feb").replace(MEETINGS, renamed)) == []
        each = only(found(then, received("every_meetings: 2, from: feb").replace(MEETINGS, renamed)))
        assert each.message == "from moved from jun (2008-06) to feb (2008-02-07): Progress"


class TestLosses:
    """GP505."""

    def test_a_meeting_with_a_date(self) -> None:
        text, (line, column, _) = marked("meetings:\n  «- {id: jun, date: 2008-06}\n")
        each = only(found("meetings: [{id: feb, date: 2008-02-07}, {id: jun, date: 2008-06}]\n", text))
        assert (*each[:4], each.entry) == (FILE, line, column, "GP505", "EODB#feb")
        assert each.message == "meeting removed, with its date 2008-02-07: meeting feb"
        assert each.hint == (
            "put it back, or cancel it with a reason; if it has another id now, write 'renamed_from: feb' there"
        )

    def test_where_nothing_of_its_kind_is_left_it_is_told_at_the_file(self) -> None:
        each = only(found(meeting("date: 2008-02-07"), "note: No meetings\n"))
        assert each[:4] == (FILE, 1, 1, "GP505")

    @pytest.mark.parametrize("then", ["theme: Race", "date: 2008-02-07, cancelled: {reason: No quorum}"])
    def test_one_without_a_date_or_that_was_cancelled_may_go(self, then: str) -> None:
        assert found(meeting(then), "note: No meetings\n") == []

    def test_a_cancelled_one_keeps_its_date_and_is_no_loss(self) -> None:
        then = meeting("date: 2008-02-07")
        assert found(then, meeting("date: 2008-02-07, cancelled: {reason: No quorum}")) == []
        each = only(found(then, meeting("cancelled: {reason: No quorum}")))
        assert (told([each]), each.hint) == (
            ["GP505 date 2008-02-07 is taken out: meeting feb"],
            "put it back: what is cancelled keeps its date",
        )
        off = "cancelled: {reason: No quorum}"
        assert found(meeting(f"date: 2008-02-07, {off}"), meeting(off)) == []

    def test_a_date_that_is_taken_out_is_told_at_what_had_it(self) -> None:
        text, (line, column, _) = marked("meetings:\n  - «{id: feb}\n")
        each = only(found(meeting("date: 2008-02-07"), text))
        assert each[:4] == (FILE, line, column, "GP505")
        assert each.hint == "put it back, or cancel it with a reason"

    @pytest.mark.parametrize(
        ("then", "now", "expected"),
        [
            (promised("at: 2008-06"), promised("by: HR"), "at 2008-06 is taken out: Outcomes"),
            (promised("at: feb"), promised("by: HR"), "at feb (2008-02-07) is taken out: Outcomes"),
            (promised("at: away"), promised("by: HR"), "at away (no date) is taken out: Outcomes"),
            (decided("due: 2008-05"), decided("lead: HR"), "due 2008-05 is taken out: Ask Finance"),
            (received("every: 1 year, from: 2008"), received("every: 1 year"), "from 2008 is taken out: Progress"),
            (promised("at: 2008-06"), MEETINGS, "report removed, promised for 2008-06: Outcomes"),
            (promised("at: feb"), MEETINGS, "report removed, promised for feb (2008-02-07): Outcomes"),
            (promised("by: HR"), MEETINGS, "report removed, and was promised: Outcomes"),
            (received("every_meetings: 2"), MEETINGS, "report removed, and is owed again and again: Progress"),
            (decided("due: 2008-05, agreed: true"), "note: None\n", "decision removed, with its date 2008-05: Ask Finance"),
            (decided("lead: HR"), "note: None\n", "decision removed, and was open: Ask Finance"),
            (decided("agreed: true, lead: HR"), decided("agreed: true"), "agreed for HR to act on, and now for nobody: Ask Finance"),
            (decided("agreed: true, lead: [HR, EODB]"), decided("agreed: true"), "agreed for HR, EODB to act on, and now for nobody: Ask Finance"),
            (decided("agreed: true, lead: HR, due: 2008-05"), decided("agreed: true"), "due 2008-05 is taken out: Ask Finance"),
        ],
    )  # fmt: skip
    def test_what_nobody_may_take_out(self, then: str, now: str, expected: str) -> None:
        each = only(found(then, now))
        assert told([each]) == [f"GP505 {expected}"]
        assert each.hint == f"put it back, or accept GP505 at board:{each.entry} in a plan.yaml with the reason"

    @pytest.mark.parametrize(
        ("then", "now"),
        [
            ("agreed: true, lead: HR", "agreed: true, lead: EODB"),
            ("agreed: true, lead: HR", "agreed: true, due: 2008-05"),
            ("agreed: true, lead: HR", "agreed: true, completed: 2008-05"),
            ("agreed: true, lead: HR, completed: 2008-05", "agreed: true, completed: 2008-05"),
            ("agreed: false, lead: HR", "agreed: false"),
            ("lead: HR", "agreed: true"),
            ("lead: HR", "note: Later"),
        ],
    )
    def test_a_decision_that_is_for_others_or_done_or_was_for_nobody_to_act_on(self, then: str, now: str) -> None:
        assert found(decided(then), decided(now)) == []

    def test_a_promise_that_is_made_one_that_comes_again_is_gone_by_its_key(self) -> None:
        now = received("every: 1 year, from: 2008-06").replace("id: progress", "id: survey")
        assert codes(found(promised("at: 2008-06"), now)) == ["GP505"]

    def test_a_quiet_cancellation_is_told_once(self) -> None:
        text, (line, column, _) = marked(meeting("date: 2008-02-07, cancelled: «{date: 2008-01-10}"))
        before, after = with_board(meeting("date: 2008-02-07")), with_board(text)
        each = only(since(before, after).findings)
        assert (*each[:4], each.entry) == (FILE, line, column, "GP505", "EODB#feb")
        assert (each.message, each.hint) == (
            "cancelled without a reason: meeting feb",
            "write the reason under cancelled",
        )

    def test_a_reason_that_is_taken_out_again_is_told(self) -> None:
        then = meeting("date: 2008-02-07, cancelled: {reason: No quorum}")
        assert codes(found(then, meeting("date: 2008-02-07, cancelled: {date: 2008-01-10}"))) == ["GP505"]


class TestBoards:
    """GP505 and GP506 of a board's file."""

    def test_one_that_is_gone_is_told_where_it_was(self) -> None:
        each = only(found(promised("at: feb"), None))
        assert each[:4] == ("boards/EODB.yaml", 1, 1, "GP505")
        assert each.message == "board removed, with 3 of its meetings, reports and decisions: EODB"
        assert each.entry == "EODB"
        assert each.hint == "put it back, or accept GP505 at board:EODB in a plan.yaml with the reason"

    def test_one_that_was_told_something_only_took_that_with_it(self) -> None:
        assert codes(found(decided("agreed: true"), None)) == ["GP506"]

    def test_one_that_promised_nothing_may_go(self) -> None:
        assert found("note: A board\nmeets: {every: 3 months, from: 2008-01}\n", None) == []

    def test_a_new_one_is_held_against_nothing(self) -> None:
        assert found(None, promised("at: feb")) == []

    def test_rules_are_no_promises(self) -> None:
        then = (
            "oversees: pay\nmeets: {every: 3 months, from: 2008-01, at_least_a_year: 4}\n"
            "champions: {every: 6 months, from: 2008-01, by: HR, rota: [HR]}\n"
        )
        assert found(then, "note: Otherwise\n") == []


class TestCompletions:
    """GP506."""

    @pytest.mark.parametrize(
        ("then", "now", "expected"),
        [
            (promised("received: 2008-06-05"), promised("«received: 2008-06-06»"), "received 2008-06-05, and now 2008-06-06"),
            (promised("received: 2008-06-05"), promised("«by: HR»"), "received 2008-06-05, and is no longer"),
            (decided("completed: 2008-05"), decided("«completed: 2008-04»"), "completed 2008-05, and now 2008-04"),
            (decided("completed: 2008-05"), decided("«lead: HR»"), "completed 2008-05, and is no longer"),
            (decided("agreed: true"), decided("«agreed: false»"), "agreed, and is no longer"),
            (decided("agreed: true"), decided("«lead: HR»"), "agreed, and is no longer"),
        ],
    )  # fmt: skip
    def test_what_was_told_and_is_told_no_more(self, then: str, now: str, expected: str) -> None:
        text, (line, column, _) = marked(now)
        each = only(found(then, text))
        assert told([each]) == [f"GP506 was {expected}: {'Ask Finance' if 'decisions' in now else 'Outcomes'}"]
        assert each.line == line
        is_at_the_value = "no longer" not in expected or "false" in now
        key = text.split("\n")[line - 1][column - 1 :].partition(": ")[0]
        whole = text.split("\n")[line - 1].index("{") + 1
        assert each.column == (column + len(key) + 2 if is_at_the_value else whole)
        assert each.hint == f"put it back, or accept GP506 at board:{each.entry} in a plan.yaml with the reason"

    @pytest.mark.parametrize(
        ("then", "now"),
        [
            (promised("received: 2008-06"), promised("received: 2008-06-05")),  # more exactly
            (promised("by: HR"), promised("received: 2008-06-05")),
            (decided("agreed: false"), decided("agreed: true")),
            (decided("agreed: false"), decided("lead: HR")),
            (decided("lead: HR"), decided("agreed: true, completed: 2008-05")),
        ],
    )
    def test_what_is_told_for_the_first_time_takes_nothing_back(self, then: str, now: str) -> None:
        assert found(then, now) == []

    @pytest.mark.parametrize(
        ("then", "expected"),
        [
            ("agreed: true", "and was agreed"),
            ("agreed: false", "and was not agreed"),
            ("agreed: true, completed: 2008-05", "and was completed 2008-05"),
        ],
    )
    def test_a_decision_that_is_removed(self, then: str, expected: str) -> None:
        each = only(found(decided(then), "note: None\n"))
        assert (*each[:4], each.message) == (FILE, 1, 1, "GP506", f"decision removed, {expected}: Ask Finance")


class TestRevisions:
    """GP508."""

    @pytest.mark.parametrize("of", [meeting, promised])
    def test_one_that_is_written_over_is_told(self, of: object) -> None:
        field = "date" if of is meeting else "at"
        made = meeting if of is meeting else promised
        then = made(f"{field}: 2008-03-06, revisions: [{REASON}]")
        text, (line, column, _) = marked(then.replace("revisions: [", "revisions: «[").replace("02-07, r", "02-01, r"))
        each = only(found(then, text))
        assert each[:4] == (FILE, line, column, "GP508")
        words = "meeting feb" if of is meeting else "Outcomes"
        assert each.message == f"a revision of {field} changed or taken out, 2008-01-10 (was 2008-02-07): {words}"
        assert each.hint == "put it back, and write a new change below it"

    def test_all_taken_out_are_told_at_the_meeting(self) -> None:
        then = meeting(f"date: 2008-03-06, revisions: [{REASON}, {{was: 2008-03-01, reason: x}}]")
        each = only(found(then, meeting("date: 2008-03-06")))
        assert (each.line, each.column) == (2, 5)
        assert each.message == (
            "2 revisions of date changed or taken out, 2008-01-10 (was 2008-02-07), no date (was 2008-03-01): meeting feb"
        )

    def test_other_words_are_none_nor_a_day_given_later(self) -> None:
        then = meeting("date: 2008-03-06, revisions: [{was: 2008-02-07, reason: Away}]")
        assert found(then, meeting(f"date: 2008-03-06, revisions: [{REASON}]")) == []

    def test_of_what_has_no_date_any_more_only_that_is_told(self) -> None:
        then = meeting(f"date: 2008-03-06, revisions: [{REASON}]")
        assert codes(found(then, meeting("theme: Race"))) == ["GP505"]


class TestWithoutAReason:
    """GP604."""

    TEXT = meeting("date: 2008-02-07, cancelled: «{date: 2008-01-10}")

    def test_a_meeting_is_told_as_a_milestone_is(self) -> None:
        text, (line, column, _) = marked(self.TEXT)
        tree = with_board(text)
        each = only([one for one in run(VALID, Context(tree, tree.plans)) if one.code == "GP604"])
        assert (*each[:4], each.severity, each.entry) == (FILE, line, column, "GP604", "warning", "EODB#feb")
        assert each.message == "cancelled without a reason: meeting feb"

    def test_beside_the_error_of_a_change_it_is_not_told(self) -> None:
        text, _ = marked(self.TEXT)
        before, after = with_board(meeting("date: 2008-02-07")), with_board(text)
        for then, expected in ((before, []), (after, ["GP604"])):
            context = Context(after, after.plans, (), state_of(then, after))
            assert [one.code for one in run(VALID, context) if one.code == "GP604"] == expected

    def test_with_a_reason_it_is_none(self) -> None:
        tree = with_board(meeting("date: 2008-02-07, cancelled: {reason: No quorum}"))
        assert [one for one in run(VALID, Context(tree, tree.plans)) if one.code == "GP604"] == []


class TestWhatCannotBeRead:
    BROKEN = "meetings: ["

    def test_a_board_that_could_not_be_read_then_is_told(self) -> None:
        each = only(since(with_board(self.BROKEN), with_board(meeting("date: 2008-02-07"))).findings)
        assert (*each[:4], each.severity) == (FILE, 1, 1, "GP509", "warning")
        assert (each.message, each.entry) == ("the board could not be read as it was", "EODB")

    def test_also_where_it_is_gone(self) -> None:
        assert codes(since(with_board(self.BROKEN), with_board(None)).findings) == ["GP509"]

    def test_one_that_cannot_be_read_is_not_gone(self) -> None:
        report = since(with_board(meeting("date: 2008-02-07")), with_board(self.BROKEN))
        assert {each.code for each in report.findings} & {"GP505", "GP509"} == set()

    def test_nor_is_one_where_another_cannot_be_read_that_it_may_be_now(self) -> None:
        then = with_board(meeting("date: 2008-02-07"))
        files = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN, "boards/Council.yaml": self.BROKEN}
        assert "GP505" not in codes(since(then, tree_of(files)).findings)

    def test_what_cannot_be_read_on_both_sides_is_not_told_twice(self) -> None:
        report = since(with_board(self.BROKEN), with_board(self.BROKEN))
        assert "GP509" not in codes(report.findings)

    def test_a_baseline_says_nothing_of_boards(self) -> None:
        assert since_baseline(with_board(promised("at: feb")), with_board(None)).findings == ()


class TestAcceptances:
    """What is of a board is accepted in any plan.yaml, for the change that it came with."""

    THEN, NOW = promised("at: 2008-06"), promised("at: 2008-07")

    def accepting(self, code: str, where: str) -> str:
        return f'accept: [{{code: {code}, where: "{where}", reason: The board agreed}}]\n'

    @pytest.mark.parametrize("where", ["board:EODB#survey", "board:EODB"])
    def test_one_of_it_or_of_its_board(self, where: str) -> None:
        report = since(with_board(self.THEN), with_board(self.NOW, self.accepting("GP502", where)))
        assert (report.findings, [each.reason for each in report.accepted]) == ((), ["The board agreed"])

    @pytest.mark.parametrize(("code", "where"), [("GP502", "board:EODB#other"), ("GP505", "board:EODB#survey")])
    def test_one_of_something_else_is_none(self, code: str, where: str) -> None:
        found_then = found(self.THEN, self.NOW, self.accepting(code, where))
        assert "GP502" in codes(found_then)

    def test_of_a_board_that_is_gone(self) -> None:
        assert found(self.THEN, None, self.accepting("GP505", "board:EODB")) == []

    def test_one_that_was_there_before_accepts_nothing(self) -> None:
        policy = self.accepting("GP502", "board:EODB")
        each = only(since(with_board(self.THEN, policy), with_board(self.NOW, policy)).findings)
        assert str(each.hint).endswith("the acceptance in plan.yaml is of an earlier change")

    @pytest.mark.parametrize("code", ["GP502", "GP505", "GP506", "GP508"])
    def test_what_nothing_needs_is_told(self, code: str) -> None:
        each = only(found(self.THEN, self.THEN, self.accepting(code, "board:EODB#survey")))
        assert (each.code, each.entry) == ("GP702", "EODB#survey")

    def test_against_a_baseline_none_is_judged(self) -> None:
        then, now = with_board(self.THEN), with_board(self.THEN, self.accepting("GP502", "board:EODB"))
        assert since_baseline(then, now).findings == ()

    def test_what_is_not_there_is_told(self) -> None:
        text, (line, column, _) = marked(self.accepting("GP502", "board:EODB#surve").replace('"board', '«"board'))
        tree = with_board(self.NOW, text)
        each = only([one for one in run(VALID, Context(tree, tree.plans)) if one.code == "GP207"])
        assert (each.line, each.column) == (line + 2, column)
        assert each.message == "nothing is named 'board:EODB#surve'"
        assert each.hint == "did you mean 'board:EODB#survey'?"

    def test_a_quiet_cancellation_of_before_is_lived_with(self) -> None:
        text = meeting("date: 2008-02-07, cancelled: {date: 2008-01-10}")
        tree = with_board(text, self.accepting("GP604", "board:EODB#feb"))
        report = judge(VALID, tree, selected(tree), judged(tree))
        assert [each.finding.code for each in report.accepted] == ["GP604"]
        assert codes(report.findings) == ["GP602"]


def test_no_filter_leaves_a_board_out() -> None:
    then, now = with_board(promised("at: 2008-06")), with_board(promised("at: 2008-07"))
    assert codes(since(then, now, lead=["EODB"]).findings) == ["GP502"]


DATES = st.sampled_from(["2008-02-07", "2008-02", "2008-Q1", "2008", "2008-03", "2008-03-01", "FY2008-09", "2009"])
REVISIONS = st.builds(
    lambda when, was: RevisionRow(when and parse_date(when), was and parse_date(was), None, None),
    st.none() | DATES,
    st.none() | DATES,
)


def is_same(then: RevisionRow, now: RevisionRow) -> bool:
    if str(then.was) != str(now.was) or then.date is None or now.date is None:
        return str(then.was) == str(now.was) and then.date is None
    return then.date.holds(now.date)


@given(st.lists(REVISIONS, max_size=8), st.lists(REVISIONS, max_size=8))
def test_what_is_new_and_what_is_lost_are_never_the_same(then: list[RevisionRow], now: list[RevisionRow]) -> None:
    new, lost = told_apart(then, now)
    assert len(now) - len(new) == len(then) - len(lost)
    assert not [1 for one in lost for other in new if is_same(one, other)]
    assert list(new) == [each for each in now if any(each is one for one in new)]


@given(st.lists(REVISIONS, max_size=8).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_in_another_order_nothing_is_new(sides: tuple[list[RevisionRow], list[RevisionRow]]) -> None:
    assert told_apart(*sides) == ((), ())
