"""What changed since before: GP502 to GP509, each with its place, its words and what makes it go."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.checks import VALID
from genderplan.checks.gate.table import SINCE
from genderplan.checks.judgement import Judgement, judge
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.findings import Finding, is_unreadable
from genderplan.plan.plans import Tree
from genderplan.plan.states import State, state_of_tree
from support import marked
from trees import PLAN, judged, pay, selected, tree_of

GAP = "pay/actions/gap.yaml"
BOARD = "pay/baselines/board-1.yaml"
REASON = "{date: 2025-01-10, was: 2025-03, reason: Payroll moved}"


def state_of(then: Tree, now: Tree, *, whole: bool = True) -> State:
    """Plans as they were; not `whole`, as a baseline keeps them."""
    state = state_of_tree(then, now, Path(), "before")
    return state if whole else State(state.name, state.baselines)


def since(then: Tree, now: Tree, **criteria: Sequence[str]) -> Judgement:
    """What is found in a tree that is held against another."""
    return judge(SINCE, now, selected(now, **criteria), judged(now), state_of(then, now))


def since_baseline(then: Tree, now: Tree) -> Judgement:
    """The same where no more is known of then than a baseline keeps."""
    return judge(SINCE, now, selected(now), judged(now), state_of(then, now, whole=False))


def found(then: Mapping[str, str], now: Mapping[str, str], policy: str = "") -> list[Finding]:
    """The findings of one plan, by its files of then and now; those of reading are none."""
    report = since(pay(then), pay(now, policy))
    assert not any(is_unreadable(each.code) for each in report.findings)
    return list(report.findings)


def gap(text: str) -> dict[str, str]:
    return {"actions/gap": text}


def report(keys: str) -> str:
    """An entry with one milestone, at line 4."""
    return f"title: To publish the pay gap\nlead: HR\nmilestones:\n  - {{id: report, title: Publish it, {keys}}}\n"


def only(findings: Sequence[Finding]) -> Finding:
    [one] = findings
    return one


class TestMoves:
    """GP502, of a milestone."""

    def test_a_quiet_move_is_told_at_the_date(self) -> None:
        text, (line, column, end) = marked(report("due: «2025-05»"))
        each = only(found(gap(report("due: 2025-03")), gap(text)))
        assert each[:4] == (GAP, line, column, "GP502")
        assert (each.end_column, each.severity, each.entry) == (end, "error", "pay/gap#report")
        assert each.message == "due moved from 2025-03 to 2025-05 without a revision: Publish it"
        hint = "add to revisions {date: DAY, was: 2025-03, reason: WHY}, as 'genderplan move' does"
        assert each.hint == hint

    @pytest.mark.parametrize(
        ("was", "now", "is_moved"),
        [
            ("2025-03", "2025-03", False),
            ("2025-03", "2025-02", True),
            ("2025-03-10", "2025-03-11", True),
            ("2025-03-10", "2025-03-09", True),
            ("2025-03-10", "2025-03", True),  # given less exactly, it ends three weeks later
            ("2025-03-31", "2025-03", False),
            ("2025-03", "2025-03-10", False),  # given more exactly, within what was agreed
            ("2025-Q1", "2025-03", False),
            ("2025-03", "2025-Q1", False),
            ("2025-Q1", "2025-02", False),
            ("2025-03", "2025", True),
        ],
    )
    def test_what_a_move_is(self, was: str, now: str, is_moved: bool) -> None:
        findings = found(gap(report(f"due: {was}")), gap(report(f"due: {now}")))
        assert [each.code for each in findings] == ["GP502"] * is_moved

    def test_one_with_a_revision_that_says_all_is_none(self) -> None:
        assert found(gap(report("due: 2025-03")), gap(report(f"due: 2025-05, revisions: [{REASON}]"))) == []

    @pytest.mark.parametrize(
        ("revision", "lack"),
        [
            ("{date: 2025-01-10, was: 2025-03}", "and its revision gives no reason"),
            ("{was: 2025-03, reason: Late}", "and its revision gives no date"),
            ("{was: 2025-03}", "and its revision gives no date and no reason"),
            ("{date: 2025-01-10, reason: Late}", "and no new revision says that it was 2025-03"),
            ("{date: 2025-01-10, was: 2025-04, reason: Late}", "and no new revision says that it was 2025-03"),
            ("{date: 2025-01-10, was: 2025-03-31, reason: Late}", "and no new revision says that it was 2025-03"),
            ("{was: 2025-03}, {date: 2025-01-10, was: 2025-03}", "and its revision gives no reason"),
        ],
    )
    def test_what_a_revision_leaves_open_is_told(self, revision: str, lack: str) -> None:
        each = only(found(gap(report("due: 2025-03")), gap(report(f"due: 2025-05, revisions: [{revision}]"))))
        assert each.message == f"due moved from 2025-03 to 2025-05 {lack}: Publish it"

    def test_of_several_moves_one_must_be_from_the_date_of_then(self) -> None:
        chain = f"[{REASON}, {{date: 2025-01-12, was: 2025-05, reason: Not ready}}]"
        assert found(gap(report("due: 2025-03")), gap(report(f"due: 2025-06, revisions: {chain}"))) == []
        assert found(gap(report("due: 2025-02")), gap(report(f"due: 2025-06, revisions: {chain}")))[0].code == "GP502"

    def test_a_revision_that_was_there_before_explains_nothing_new(self) -> None:
        """The date had come back to what it once was."""
        then = report(f"due: 2025-03, revisions: [{REASON}]")
        assert [each.code for each in found(gap(then), gap(then.replace("due: 2025-03", "due: 2025-06")))] == ["GP502"]
        again = f"[{REASON}, {{date: 2025-01-14, was: 2025-03, reason: Again}}]"
        assert found(gap(then), gap(report(f"due: 2025-06, revisions: {again}"))) == []

    def test_the_same_revision_written_twice_is_a_new_one(self) -> None:
        then = report(f"due: 2025-03, revisions: [{REASON}]")
        assert found(gap(then), gap(report(f"due: 2025-06, revisions: [{REASON}, {REASON}]"))) == []

    def test_a_date_that_moved_and_came_back_has_not_moved(self) -> None:
        assert found(gap(report("due: 2025-03")), gap(report(f"due: 2025-03, revisions: [{REASON}]"))) == []

    @pytest.mark.parametrize("more", ["completed: 2025-01-10", "cancelled: {reason: No room}", "forecast: 2025-03"])
    def test_what_else_is_said_explains_no_move(self, more: str) -> None:
        assert only(found(gap(report("due: 2025-03")), gap(report(f"due: 2025-05, {more}")))).code == "GP502"

    def test_a_date_given_to_what_had_none_is_no_move(self) -> None:
        assert found(gap(report("duration: 3 months")), gap(report("due: 2025-05"))) == []

    def test_a_new_milestone_has_not_moved(self) -> None:
        new = report("due: 2025-03") + "  - {id: film, title: A film, due: 2025-06}\n"
        assert found(gap(report("due: 2025-03")), gap(new)) == []

    @pytest.mark.parametrize("due", ["2025-03", "2025-05"])
    def test_one_that_was_renamed_is_the_same(self, due: str) -> None:
        renamed = report(f"due: {due}, renamed_from: report").replace("id: report", "id: publication")
        codes = [(each.code, each.entry) for each in found(gap(report("due: 2025-03")), gap(renamed))]
        assert codes == [("GP502", "pay/gap#publication")] * (due != "2025-03")

    @pytest.mark.parametrize("due", ["2025-03", "2025-05"])
    def test_one_that_changed_its_entry_is_the_same(self, due: str) -> None:
        then = gap(report("due: 2025-03")) | {"actions/grades": "title: Grades\nlead: HR\n"}
        now = {
            "actions/gap": "title: To publish the pay gap\nlead: HR\n",
            "actions/grades": f"title: Grades\nlead: HR\nmilestones:\n  - {{id: out, title: Publish it, due: {due}, renamed_from: gap#report}}\n",
        }
        codes = [(each.code, each.entry) for each in found(then, now)]
        assert codes == [("GP502", "pay/grades#out")] * (due != "2025-03")

    def test_a_title_of_several_lines_is_told_in_one(self) -> None:
        now = "title: Gap\nmilestones:\n- id: report\n  title: |\n    Publish\n    it\n  due: 2025-05\n"
        assert only(found(gap(report("due: 2025-03")), gap(now))).message.endswith(" without a revision: Publish it")

    def test_a_baseline_will_do(self) -> None:
        then, now = pay(gap(report("due: 2025-03"))), pay(gap(report("due: 2025-05")))
        assert [each.code for each in since_baseline(then, now).findings] == ["GP502"]

    def test_what_is_the_same_object_is_passed_over(self) -> None:
        tree = pay(gap(report("due: 2025-03")))
        assert since(tree, tree).findings == ()


MONTHS = st.sampled_from([f"2025-{month:02d}" for month in range(1, 7)])


@given(st.lists(MONTHS, min_size=1, max_size=6), st.data())
def test_a_date_that_tells_its_whole_history_never_moved_quietly(dates: list[str], data: st.DataObject) -> None:
    """Held against any state of its past; without the revisions since, it did wherever it is another date now."""
    revisions = [f"{{date: 2024-12-{at + 1:02d}, was: {was}, reason: Late}}" for at, was in enumerate(dates[:-1])]

    def state(at: int) -> dict[str, str]:
        return gap(report(f"due: {dates[at]}, revisions: [{', '.join(revisions[:at])}]"))

    then = data.draw(st.integers(0, len(dates) - 1))
    assert found(state(then), state(len(dates) - 1)) == []
    quiet = gap(report(f"due: {dates[-1]}, revisions: [{', '.join(revisions[:then])}]"))
    assert [each.code for each in found(state(then), quiet)] == ["GP502"] * (dates[then] != dates[-1])


class TestMovesOfEntries:
    """GP502, of an entry's own dates."""

    THEN = "title: A course\nstart: 2025-01\nend: 2025-06\ndue: 2025-07\n"

    @pytest.mark.parametrize(
        ("field", "was", "now", "line"), [("start", "2025-01", "2025-02", 2), ("end", "2025-06", "2025-09", 3)]
    )
    def test_each_date_by_its_field(self, field: str, was: str, now: str, line: int) -> None:
        each = only(found(gap(self.THEN), gap(self.THEN.replace(f"{field}: {was}", f"{field}: {now}"))))
        assert each[:4] == (GAP, line, 3 + len(field), "GP502")
        assert (each.entry, each.end_column) == ("pay/gap", each.column + 7)
        assert each.message == f"{field} moved from {was} to {now} without a revision: A course"
        hint = f"add to revisions {{date: DAY, field: {field}, was: {was}, reason: WHY}}, as 'genderplan move' does"
        assert each.hint == hint

    @pytest.mark.parametrize(("field", "explains"), [("field: end, ", True), ("field: due, ", False), ("", False)])
    def test_of_several_dates_a_revision_says_which(self, field: str, explains: bool) -> None:
        revision = f"revisions: [{{date: 2025-01-10, {field}was: 2025-06, reason: No room}}]\n"
        now = self.THEN.replace("end: 2025-06", "end: 2025-09") + revision
        assert [each.code for each in found(gap(self.THEN), gap(now))] == ["GP502"] * (not explains)

    @pytest.mark.parametrize(("field", "explains"), [("field: due, ", True), ("", True), ("field: end, ", False)])
    def test_of_one_date_it_need_not(self, field: str, explains: bool) -> None:
        revision = f"revisions: [{{date: 2025-01-10, {field}was: 2025-06, reason: No room}}]\n"
        then, now = "title: A course\ndue: 2025-06\n", f"title: A course\ndue: 2025-09\n{revision}"
        assert [each.code for each in found(gap(then), gap(now))] == ["GP502"] * (not explains)

    def test_one_of_a_milestone_says_nothing_of_its_entry(self) -> None:
        then = f"due: 2025-03\n{report('due: 2025-03')}"
        now = f"due: 2025-05\n{report(f'due: 2025-05, revisions: [{REASON}]')}"
        assert [(each.code, each.entry, each.line) for each in found(gap(then), gap(now))] == [("GP502", "pay/gap", 1)]

    def test_an_entry_of_another_kind_and_folder_is_the_same(self) -> None:
        then, now = (
            {"actions/gap": "title: A course\ndue: 2025-06\n"},
            {"projects/more/gap": "title: A course\ndue: 2025-07\n"},
        )
        assert only(found(then, now))[:4] == ("pay/projects/more/gap.yaml", 2, 6, "GP502")


class TestOwnDates:
    """GP502, of an entry's own date: its `due`, else its `end`, is one promise under whichever key."""

    @pytest.mark.parametrize("folder", ["actions", "projects"])
    @pytest.mark.parametrize(
        ("was", "now", "told"),
        [
            ("end: 2025-05", "end: 2025-05\ndue: «2026-12»", ("2025-05", "2026-12")),
            ("end: 2025-05", "end: 2025-05\ndue: «2025»", ("2025-05", "2025")),
            ("end: 2025-05", "end: 2025-05\ndue: 2025-05-20", None),
            ("end: 2025-05", "end: 2025-05\ndue: 2025-04", None),
            ("end: 2025-05", "due: «2025-09»", ("2025-05", "2025-09")),
            ("end: 2025-05", "due: 2025-05", None),
            ("end: 2025-09\ndue: 2025-05", "end: «2025-09»", ("2025-05", "2025-09")),
            ("end: 2025-03\ndue: 2025-05", "end: «2025-03»", ("2025-05", "2025-03")),
            ("due: 2025-05", "end: «2025-09»", ("2025-05", "2025-09")),
            ("start: 2025-01", "start: 2025-01\ndue: 2026-12", None),
        ],
    )
    def test_what_counts_has_moved(self, was: str, now: str, told: tuple[str, str] | None, folder: str) -> None:
        text, (line, column, end) = marked(f"title: Return\n{now}\n" if told else f"title: Return\n«{now}»\n")
        findings = found({f"{folder}/gap": f"title: Return\n{was}\n"}, {f"{folder}/gap": text})
        if told is None:
            assert findings == []
            return
        each = only(findings)
        assert (each[:4], each.end_column) == ((f"pay/{folder}/gap.yaml", line, column, "GP502"), end)
        assert each.message == f"due moved from {told[0]} to {told[1]} without a revision: Return"
        field = "" if was.count(":") == 1 and now.count(":") == 1 else "field: due, "
        hint = f"add to revisions {{date: DAY, {field}was: {told[0]}, reason: WHY}}, as 'genderplan move' does"
        assert each.hint == hint
        reason = f"revisions: [{{date: 2025-01-10, field: due, was: {told[0]}, reason: Late}}]\n"
        assert found({f"{folder}/gap": f"title: Return\n{was}\n"}, {f"{folder}/gap": text + reason}) == []

    def test_an_end_that_moves_with_it_is_told_too(self) -> None:
        then, now = gap("title: A\nend: 2025-05\n"), gap("title: A\nend: 2025-06\ndue: 2026-12\n")
        assert [(each.code, each.line) for each in found(then, now)] == [("GP502", 2), ("GP502", 3)]

    FIRST = "title: A\ndue: 2025-04\nmilestones: «[{{id: kickoff, title: Kick off, {}}}]»\n"

    @pytest.mark.parametrize("closed", ["completed: 2025-01-02", "cancelled: {reason: No room}"])
    def test_first_milestones_that_are_closed_do_not_outweigh_it(self, closed: str) -> None:
        then = gap("title: A\ndue: 2025-04\n")
        text, (line, column, _) = marked(self.FIRST.format(closed))
        each = only(found(then, gap(text)))
        assert each[:4] == (GAP, line, column, "GP505")
        assert each.message == "2025-04 counts no more: all milestones are closed, and none of them was open: A"
        more = "title: B\ndue: 2025-04\n"
        assert found(then, gap(text.replace("title: A", "title: A\ncompleted: 2025-01-10"))) == []
        assert found(then, gap(text.replace(f", {closed}", ""))) == []
        assert found(gap("title: A\n"), gap(text)) == []
        assert found({}, gap(more)) == []

    def test_a_milestone_that_was_there_may_be_the_last(self) -> None:
        then, now = (
            self.FIRST.format("due: 2025-03" + done).replace("«", "").replace("»", "")
            for done in ("", ", completed: 2025-02")
        )
        assert found(gap(then), gap(now)) == []

    THREE = "title: A\ndue: 2025-04\nmilestones:\n  - {id: a, title: A, completed: 2025-01}\n  - {id: b, title: B%s}\n"

    def test_what_is_open_may_not_go_to_close_the_rest(self) -> None:
        rest = self.THREE.replace("  - {id: b, title: B%s}\n", "")
        assert only(found(gap(self.THREE % ""), gap(rest))).code == "GP505"
        assert found(gap(self.THREE % ""), gap(self.THREE % ", completed: 2025-01")) == []
        assert found(gap(self.THREE % ""), gap(self.THREE % ", cancelled: {reason: x}")) == []
        assert found(gap(self.THREE % ", completed: 2025-01"), gap(self.THREE % ", completed: 2025-01, note: x")) == []


class TestCancellations:
    """GP505, of what is cancelled without a reason: a milestone, an action, a project, dated or not."""

    @pytest.mark.parametrize("cancelled", ["{}", "{date: 2025-01-20}", "{date: 2090}"])
    @pytest.mark.parametrize("due", ["due: 2025-03", "duration: 3 months"])
    def test_of_a_milestone(self, due: str, cancelled: str) -> None:
        text, (line, column, _) = marked(report(f"{due}, cancelled: «{cancelled}»"))
        each = only(found(gap(report(due)), gap(text)))
        assert each[:4] == (GAP, line, column, "GP505")
        assert (each.message, each.hint) == (
            "cancelled without a reason: Publish it",
            "write the reason under cancelled",
        )
        assert found(gap(report(due)), gap(report(f"{due}, cancelled: {{reason: No room}}"))) == []

    @pytest.mark.parametrize("folder", ["actions", "projects"])
    @pytest.mark.parametrize("dates", ["", "due: 2025-04\n", "end: 2025-04\n"])
    def test_of_an_entry(self, dates: str, folder: str) -> None:
        then = {f"{folder}/gap": f"title: Gap\n{dates}"}
        text, (line, column, _) = marked(f"title: Gap\n{dates}cancelled: «{{date: 2025-01-20}}»\n")
        each = only(found(then, {f"{folder}/gap": text}))
        assert (each[:4], each.entry) == ((f"pay/{folder}/gap.yaml", line, column, "GP505"), "pay/gap")

    OFF = "title: Off\ncancelled: {reason: No money}\nmilestones: [%s]\n"

    def test_what_is_put_under_a_cancelled_entry_needs_a_reason_of_its_own(self) -> None:
        then = gap(report("due: 2025-03")) | {"actions/off": self.OFF % ""}
        for own, told in (("", True), (", cancelled: {reason: Not wanted}", False)):
            moved = f"{{id: report, title: Publish it, due: 2025-03, renamed_from: gap#report{own}}}"
            now = gap("title: To publish the pay gap\nlead: HR\n") | {"actions/off": self.OFF % moved}
            findings = found(then, now)
            assert [(each[:4], each.entry) for each in findings] == [
                (("pay/actions/off.yaml", 3, 14, "GP505"), "pay/off#report")
            ] * told
        assert found(then, then | gap(f"cancelled: {{reason: x}}\n{report('due: 2025-03')}")) == []

    @pytest.mark.parametrize("cancelled", ["{}", "{date: 2024-12}", "{date: 2090}", "{reason: No money}"])
    def test_what_was_under_a_cancelled_entry_may_stay_there(self, cancelled: str) -> None:
        text = report("due: 2025-03")
        then = f"{text}cancelled: {cancelled}\n"
        assert found(gap(then), gap(then)) == []
        assert found(gap(then), gap(f"{then}note: Sent again\n")) == []
        assert found(gap(then), {"actions/gap-by-grade": f"{then}renamed_from: gap\n"}) == []

    def test_what_is_cancelled_may_not_stand_anew_and_later(self) -> None:
        off = report("due: 2025-03, cancelled: {reason: Taken anew}")
        for due, title, told in (
            ("2026-03", "publish  it", True),
            ("2025-03", "Publish it", False),
            ("2026-03", "A film", False),
        ):
            now = f"{off}  - {{id: again, title: {title}, due: {due}}}\n"
            assert [each.code for each in found(gap(report("due: 2025-03")), gap(now))] == ["GP505"] * told
        each = only(
            found(gap(report("due: 2025-03")), gap(f"{off}  - {{id: again, title: Publish it, due: 2026-03}}\n"))
        )
        assert each.message == "2025-03 counts no more: that is pay/gap#again now, with 2026-03: Publish it"
        assert each.hint == "write 'renamed_from: report' there, with a revision"
        entry = "title: A course\ndue: 2025-03\n"
        anew = gap(f"{entry}cancelled: {{reason: x}}\n") | {"projects/course": entry.replace("2025-03", "2026-03")}
        assert only(found(gap(entry), anew)).entry == "pay/gap"

    TWO = "title: To publish\nmilestones:\n  - {{id: a, title: {}, due: 2025-03}}\n  - {{id: b, title: {}, due: 2026-12}}\n"

    def test_titles_that_are_exchanged_carry_a_promise_away(self) -> None:
        """The ids kept their dates; what was to be published in March is to be in December of another year."""
        then, now = gap(self.TWO.format("Publish it", "Clear up")), gap(self.TWO.format("Clear up", "Publish it"))
        each = only(found(then, now))
        assert (each[:4], each.entry) == ((GAP, 3, 5, "GP505"), "pay/gap#a")
        assert each.message == "2025-03 counts no more: that is pay/gap#b now, with 2026-12: Publish it"
        assert found(then, gap(self.TWO.format("Publish it all", "Clear up"))) == []

    def test_a_title_that_goes_to_something_new_does_too(self) -> None:
        then = gap(report("due: 2025-03"))
        decoy = report("due: 2025-03").replace("Publish it", "Talk of it")
        elsewhere = {"projects/new": "title: New\nmilestones: [{id: x, title: Publish it, due: 2026-12}]\n"}
        each = only(found(then, gap(decoy) | elsewhere))
        assert (each.code, each.hint) == ("GP505", "write 'renamed_from: gap#report' there, with a revision")
        honest = {name: text.replace("id: x", "id: x, renamed_from: gap#report") for name, text in elsewhere.items()}
        assert only(found(then, gap(decoy) | honest)).code == "GP502"
        entry = {"actions/gap": "title: Gap\ndue: 2025-03\n"}
        now = {"actions/gap": "title: Talk\ndue: 2025-03\n", "actions/new": "title: gap\nend: 2025-04\n"}
        assert only(found(entry, now)).entry == "pay/gap"

    def test_the_reason_may_not_go(self) -> None:
        then, now = (
            report("due: 2025-03, cancelled: {reason: No room}"),
            report("due: 2025-03, cancelled: {date: 2025-01}"),
        )
        assert only(found(gap(then), gap(now))).message == "cancelled without a reason: Publish it"

    def test_one_of_an_earlier_change_and_a_new_one_are_a_matter_of_validate(self) -> None:
        off = report("due: 2025-03, cancelled: {}")
        assert found(gap(off), gap(off.replace("Publish it", "Publish it all"))) == []
        assert found(gap("title: To publish the pay gap\n"), gap(off)) == []


class TestLimits:
    """GP503: `max_revisions`."""

    def of(self, then: int, now: int, limit: str = "max_revisions: 2\n") -> list[Finding]:
        return found(gap(self.revised(then)), gap(self.revised(now)), limit)

    def revised(self, times: int) -> str:
        """A milestone that was due in January, and a month later with each revision."""
        revisions = [f"{{date: 2024-12-{10 + each}, was: 2025-0{1 + each}, reason: Late}}" for each in range(times)]
        lines = "".join(f"      - {each}\n" for each in revisions)
        listed = f"    revisions:\n{lines}" if revisions else ""
        return f"title: Gap\nmilestones:\n  - id: report\n    title: Publish it\n    due: 2025-0{1 + times}\n{listed}"

    def test_as_often_as_it_says_is_no_finding(self) -> None:
        assert self.of(0, 2) == []

    @pytest.mark.parametrize("then", [0, 1, 2])
    def test_more_often_is_one_at_the_last_revision(self, then: int) -> None:
        each = only(self.of(then, 3))
        assert each[:4] == (GAP, 9, 9, "GP503")
        assert (each.severity, each.entry) == ("error", "pay/gap#report")
        assert each.message == "due revised 3 times, of at most 2: Publish it"
        assert each.hint == "max_revisions in plan.yaml is the limit"

    def test_without_a_limit_any_number_will_do(self) -> None:
        assert self.of(0, 5, "") == []

    def test_none_may_be_allowed(self) -> None:
        assert only(self.of(0, 1, "max_revisions: 0\n")).message == "due revised 1 time, of at most 0: Publish it"

    def test_where_nothing_was_revised_since_nothing_is_told(self) -> None:
        assert self.of(3, 3) == []

    def test_taking_one_out_makes_no_room(self) -> None:
        now = self.revised(3).replace("      - {date: 2024-12-10, was: 2025-01, reason: Late}\n", "")
        lost, each = found(gap(self.revised(2)), gap(now), "max_revisions: 2\n")
        assert lost.code == "GP508"
        assert each[:4] == (GAP, 8, 9, "GP503")
        assert each.message == "due revised 3 times, of at most 2: Publish it"

    def test_other_words_for_a_reason_are_no_revision(self) -> None:
        now = self.revised(2).replace("Late", "The payroll system was late")
        assert found(gap(self.revised(2)), gap(now), "max_revisions: 1\n") == []

    def test_a_new_milestone_is_judged_too(self) -> None:
        assert only(found(gap("title: Gap\n"), gap(self.revised(3)), "max_revisions: 2\n")).code == "GP503"

    def test_another_key_makes_no_room(self) -> None:
        """Of an own date the revisions count that it had under the other key."""
        revision = "{date: 2025-01-0%d, field: %s, was: 2025-0%d, reason: Late}"
        then = f"title: A course\ndue: 2025-02\nrevisions: [{revision % (1, 'end', 1)}]\n"
        now = f"title: A course\ndue: 2025-03\nrevisions: [{revision % (1, 'end', 1)}, {revision % (2, 'due', 2)}]\n"
        each = only(found(gap(then), gap(now), "max_revisions: 1\n"))
        assert (each.code, each.message) == ("GP503", "due revised 2 times, of at most 1: A course")
        both = [f"{text}end: 2025-02\n" for text in (then, now)]
        assert found(gap(both[0]), gap(both[1]), "max_revisions: 1\n") == []

    def test_dates_of_one_entry_are_counted_by_themselves(self) -> None:
        then = "title: A course\nstart: 2025-01\nend: 2025-06\n"
        items = ("field: start, was: 2025-01", "field: end, was: 2025-06", "field: end, was: 2025-07")
        revisions = "".join(f"  - {{date: 2025-01-1{at}, {each}, reason: Late}}\n" for at, each in enumerate(items))
        now = f"title: A course\nstart: 2025-02\nend: 2025-08\nrevisions:\n{revisions}"
        each = only(found(gap(then), gap(now), "max_revisions: 1\n"))
        assert each[:4] == (GAP, 7, 5, "GP503")
        assert each.message == "end revised 2 times, of at most 1: A course"

    def test_the_limit_counts_in_the_plan_as_it_is_now(self) -> None:
        then = pay(gap(self.revised(0)), "max_revisions: 5\n")
        assert [each.code for each in since(then, pay(gap(self.revised(2)), "max_revisions: 1\n")).findings] == [
            "GP503"
        ]
        assert [each.code for each in since(then, pay(gap(self.revised(2)))).findings] == ["GP510"]


class TestLostDates:
    """GP505."""

    @pytest.mark.parametrize("left", ["duration: 3 months", "forecast: 2025-05", "completed: 2025-01-10"])
    def test_a_date_taken_out_is_told_at_the_milestone(self, left: str) -> None:
        each = only(found(gap(report("due: 2025-03")), gap(report(left))))
        assert each[:4] == (GAP, 4, 5, "GP505")
        assert (each.severity, each.entry) == ("error", "pay/gap#report")
        assert each.message == "due 2025-03 is taken out: Publish it"
        assert each.hint == "put it back, or cancel it with a reason"

    def test_a_revision_does_not_make_up_for_it(self) -> None:
        assert only(found(gap(report("due: 2025-03")), gap(report(f"revisions: [{REASON}]")))).code == "GP505"

    @pytest.mark.parametrize(
        ("cancelled", "will_do"), [("{reason: No room}", True), ("{date: 2025-01}", False), ("{}", False)]
    )
    def test_one_that_had_been_cancelled_with_a_reason_may_lose_it(self, cancelled: str, will_do: bool) -> None:
        """What is being cancelled keeps its date: else a cancellation of some day would hide what is overdue till then."""
        then = gap(report(f"due: 2025-03, cancelled: {cancelled}"))
        assert (found(then, gap(report(f"cancelled: {cancelled}"))) == []) == will_do
        codes = {each.code for each in found(gap(report("due: 2025-03")), gap(report(f"cancelled: {cancelled}")))}
        assert codes == {"GP505"}
        then = gap(f"cancelled: {cancelled}\n{report('due: 2025-03')}")
        entry = f"cancelled: {cancelled}\n{report('duration: 3 months')}"
        assert (found(then, gap(entry)) == []) == will_do

    def test_the_hint_of_what_is_being_cancelled(self) -> None:
        now = gap(report("cancelled: {reason: No room}"))
        assert only(found(gap(report("due: 2025-03")), now)).hint == "put it back: what is cancelled keeps its date"

    def test_an_entry_is_told_at_its_start_by_its_field(self) -> None:
        then, now = "title: A course\nstart: 2025-01\nend: 2025-06\n", "title: A course\nend: 2025-06\n"
        each = only(found(gap(then), gap(now)))
        assert (each[:4], each.entry) == ((GAP, 1, 1, "GP505"), "pay/gap")
        assert each.message == "start 2025-01 is taken out: A course"

    TWO = report("due: 2025-03") + "  - {id: film, title: A film, due: 2025-06}\n"

    def test_a_milestone_removed_is_told_where_the_others_are(self) -> None:
        each = only(found(gap(self.TWO), gap(report("due: 2025-03"))))
        assert (each[:4], each.entry) == ((GAP, 4, 3, "GP505"), "pay/gap#film")
        assert each.message == "milestone removed, with its date 2025-06: A film"
        assert each.hint == "cancel it with a reason, and leave it there"

    def test_where_none_is_left_it_is_told_at_the_entry(self) -> None:
        each = only(found(gap(report("due: 2025-03")), gap("\ntitle: To publish the pay gap\n")))
        assert (each[:4], each.entry) == ((GAP, 2, 1, "GP505"), "pay/gap#report")

    def test_one_without_a_date_may_go(self) -> None:
        assert found(gap(report("duration: 3 months")), gap("title: To publish the pay gap\n")) == []

    def test_one_that_had_been_cancelled_with_a_reason_may_go(self) -> None:
        then = report("due: 2025-03, cancelled: {reason: No room}")
        assert found(gap(then), gap("title: To publish the pay gap\n")) == []

    def test_with_an_entry_that_had_been_cancelled_it_may_go(self) -> None:
        off = "cancelled: {reason: No room}\n"
        assert found(gap(off + report("due: 2025-03")), gap(f"title: Gap\n{off}")) == []
        assert only(found(gap(report("due: 2025-03")), gap(f"title: Gap\n{off}"))).code == "GP505"

    def test_under_another_id_it_is_removed_and_the_hint_tells_what_to_write(self) -> None:
        now = gap(report("due: 2025-03").replace("id: report", "id: publication"))
        each = only(found(gap(report("due: 2025-03")), now))
        assert (each.code, each.entry) == ("GP505", "pay/gap#report")
        assert each.hint == "if it is pay/gap#publication now, write 'renamed_from: report' there"

    def test_in_another_entry_the_hint_names_both(self) -> None:
        then = gap(report("due: 2025-03")) | {"actions/grades": "title: Grades\n"}
        now = {
            "actions/gap": "title: Gap\n",
            "actions/grades": "title: Grades\nmilestones: [{id: out, title: publish  IT, due: 2025-03}]\n",
        }
        hint = only(found(then, now)).hint
        assert hint == "if it is pay/grades#out now, write 'renamed_from: gap#report' there"

    def test_an_entry_removed_is_one_finding_at_the_plan(self) -> None:
        then = gap(f"due: 2025-07\n{self.TWO}") | {"actions/grades": "title: Grades\n"}
        each = only(found(then, {"actions/grades": "title: Grades\n"}))
        assert (each[:4], each.entry) == (("pay/plan.yaml", 1, 1, "GP505"), "pay/gap")
        assert each.message == "action removed, with 3 dates: To publish the pay gap"
        assert each.hint == "cancel it with a reason, and leave it there"

    def test_an_entry_under_another_name_is_removed_and_the_hint_tells_what_to_write(self) -> None:
        then, now = gap(self.TWO), {"projects/pay-gap": self.TWO}
        each = only(found(then, now))
        assert (each.entry, each.message) == ("pay/gap", "action removed, with 2 dates: To publish the pay gap")
        assert each.hint == "if it is pay/pay-gap now, write 'renamed_from: gap' there"
        assert found(then, {"projects/pay-gap": f"renamed_from: gap\n{self.TWO}"}) == []

    def test_an_entry_whose_milestones_are_elsewhere_now_may_go(self) -> None:
        now = {
            "actions/all": "title: All\nmilestones:\n"
            "  - {id: report, title: Publish it, due: 2025-03, renamed_from: gap#report}\n"
            "  - {id: film, title: A film, due: 2025-06, renamed_from: gap#film}\n"
        }
        assert found(gap(self.TWO), now) == []
        less = {"actions/all": now["actions/all"].replace(", renamed_from: gap#film", "")}
        assert only(found(gap(self.TWO), less)).message == (
            "action removed, with its date 2025-06: To publish the pay gap"
        )

    @pytest.mark.parametrize("text", ["title: Gap\n", f"cancelled: {{reason: No room}}\n{TWO}"])
    def test_an_entry_without_dates_or_cancelled_may_go(self, text: str) -> None:
        assert found(gap(text), {"actions/grades": "title: Grades\n"}) == []

    @pytest.mark.parametrize(("removed", "codes"), [(True, ["GP006"]), (False, ["GP502", "GP006"])])
    def test_what_is_missing_may_be_in_a_file_that_could_not_be_read(self, removed: bool, codes: list[str]) -> None:
        then = pay(gap(self.TWO))
        now = report("due: 2025-03") if removed else report("due: 2025-05")
        findings = since(then, pay(gap(now) | {"projects/new": ""})).findings
        assert [each.code for each in findings] == codes

    def test_an_entry_that_could_not_be_read_is_not_removed(self) -> None:
        report = since(pay(gap(self.TWO)), pay(gap("titel: Gap\n")))
        assert {each.code for each in report.findings} == {"GP102"}


class TestPlans:
    """GP505, of a plan that is no longer there, or is new."""

    def of(self, policy: str = "", text: str = report("due: 2025-03")) -> list[Finding]:
        then = {"pay/plan.yaml": PLAN + policy, GAP: text}
        return list(since(tree_of(then), tree_of({"sites/plan.yaml": "genderplan: 1\ntitle: Sites\n"})).findings)

    def test_one_removed_is_told_where_it_was(self) -> None:
        each = only(self.of())
        assert (each[:4], each.entry) == (("pay/plan.yaml", 1, 1, "GP505"), None)
        assert each.message == "plan removed, with its date 2025-03: Equal pay and careers plan"
        assert each.hint == "close it first with 'state: closed' and the reason, and remove it in a later change"

    @pytest.mark.parametrize(
        ("closed", "may_go"),
        [
            ("closed: {date: 2025-01-02, reason: It has run its time}", True),
            ("closed: {date: 2025-01-02}", False),
            ("closed: {reason: It has run its time}", False),
            ("closed: {}", False),
            ("", False),
        ],
    )
    def test_one_that_had_been_closed_with_a_reason_may_go(self, closed: str, may_go: bool) -> None:
        assert (self.of(f"state: closed\n{closed}\n") == []) == may_go
        assert self.of(f"{closed}\n") != []

    def test_one_without_dates_may_go(self) -> None:
        assert self.of(text="title: Gap\n") == []

    @pytest.mark.parametrize(
        ("policy", "targets", "lost"),
        [
            ("", "[{by: 2026-03, value: 35}]", "1 target"),
            ("publications: [{id: a, title: A, date: 2025-03}, {id: b, title: B}]\n", "", "2 publications"),
            (
                "publications: [{id: a, title: A}]\n",
                "[{value: 3}, {by: 2026, value: 4}]",
                "2 targets and 1 publication",
            ),
            ("", "[{value: no-target}]", ""),
        ],
    )
    def test_one_that_has_promised_something_else(self, policy: str, targets: str, lost: str) -> None:
        then = {"pay/plan.yaml": PLAN + policy, "pay/indicators/women.yaml": f"title: Women\ntargets: {targets}\n"}
        found = since(tree_of(then), tree_of({"sites/plan.yaml": "genderplan: 1\ntitle: Sites\n"})).findings
        told = [f"plan removed, with {lost}: Equal pay and careers plan"] * bool(lost)
        assert [(each.code, each.message) for each in found] == [("GP505", message) for message in told]

    def renamed(self, name: str, policy: str = "", text: str = report("due: 2025-03")) -> list[Finding]:
        """The plan `pay`, approved, in a folder of another name; its baseline is what it was."""
        baseline = BASELINE.replace("due: 2025-03}", "due: 2025-03, depends_on: extract}")
        then = {"pay/plan.yaml": f"{PLAN}state: approved\n", GAP: text, "pay/baselines/b.yaml": baseline}
        now = {
            f"{name}/plan.yaml": f"{PLAN}{policy}",
            f"{name}/actions/gap.yaml": text.replace("2025-03", "2028-03"),
            f"{name}/baselines/b.yaml": baseline,
        }
        return list(since(tree_of(then), tree_of(now)).findings)

    def test_one_in_another_folder_is_removed_and_the_hint_tells_what_to_write(self) -> None:
        each = only(self.renamed("pay-2"))
        assert (each[:4], each.code) == (("pay/plan.yaml", 1, 1, "GP505"), "GP505")
        assert each.hint == "if it is pay-2 now, write 'renamed_from: pay' there"

    @pytest.mark.parametrize("former", ["pay", "[old, pay]"])
    def test_one_that_was_renamed_is_the_same(self, former: str) -> None:
        policy = f"state: approved\nrenamed_from: {former}\n"
        each = only(self.renamed("pay-2", policy))
        assert (each[:4], each.entry) == (("pay-2/actions/gap.yaml", 4, 42, "GP502"), "pay-2/gap#report")
        assert self.renamed("pay-2", policy, report("due: 2026-03")) == []
        assert [each.code for each in self.renamed("pay-2", policy, report("duration: 1 month"))] == []

    def test_what_is_removed_with_it_is_told_by_its_new_name(self) -> None:
        files = {GAP: report("due: 2025-03"), "pay/plan.yaml": PLAN, "pay/actions/a.yaml": "title: A\ndue: 2025-03\n"}
        policy = "renamed_from: pay\naccept: [{code: GP505, where: a, reason: Never agreed}]\n"
        now = {"new/plan.yaml": PLAN + policy, "new/actions/gap.yaml": "title: To publish the pay gap\n"}
        judgement = since(tree_of(files), tree_of(now))
        assert [(each.code, each.entry) for each in judgement.findings] == [("GP505", "new/gap#report")]
        assert [each.finding.entry for each in judgement.accepted] == ["new/a"]

    def test_a_copy_takes_no_promise_from_the_plan(self) -> None:
        """A decoy that was renamed from it, and the plan itself with later dates."""
        then = {"pay/plan.yaml": PLAN, GAP: report("due: 2025-03")}
        decoy = {"old/plan.yaml": f"{PLAN}renamed_from: pay\n", "old/actions/gap.yaml": report("due: 2025-03")}
        now = then | decoy | {GAP: report("due: 2028-03")}
        assert only(since(tree_of(then), tree_of(now)).findings).entry == "pay/gap#report"
        another = now | {"pay/plan.yaml": "genderplan: 1\ntitle: Another plan\n"}
        assert since(tree_of(then), tree_of(another)).findings == ()

    def test_a_new_one_is_held_against_nothing(self) -> None:
        then, now = tree_of({"sites/plan.yaml": PLAN}), tree_of({"sites/plan.yaml": PLAN, "pay/plan.yaml": PLAN})
        report = since(then, now)
        assert report.findings == ()
        assert report.against == (("sites", "before", None, None),)

    def test_each_plan_is_held_against_itself(self) -> None:
        files = {f"{plan}/plan.yaml": PLAN for plan in ("one", "two")}
        files |= {f"{plan}/actions/gap.yaml": report("due: 2025-03") for plan in ("one", "two")}
        now = files | {"two/actions/gap.yaml": report("due: 2025-05")}
        assert only(since(tree_of(files), tree_of(now)).findings).entry == "two/gap#report"


class TestCompletions:
    """GP506."""

    DONE = report("due: 2025-03, completed: 2025-01-10")

    def test_one_taken_back_is_told_at_the_milestone(self) -> None:
        each = only(found(gap(self.DONE), gap(report("due: 2025-03"))))
        assert (each[:4], each.entry, each.severity) == ((GAP, 4, 5, "GP506"), "pay/gap#report", "error")
        assert each.message == "was completed 2025-01-10, and is no longer, without a revision: Publish it"
        revision = "{date: DAY, field: completed, was: 2025-01-10, reason: WHY}"
        assert each.hint == f"put it back, or add to revisions {revision}"

    def test_of_an_entry_at_its_start(self) -> None:
        each = only(found(gap("title: Gap\ncompleted: 2025-01\n"), gap("title: Gap\ndue: 2025-03\n")))
        assert (each[:4], each.entry) == ((GAP, 1, 1, "GP506"), "pay/gap")

    @pytest.mark.parametrize("now", ["2025-01-12", "2024-11", "2099-04-10", "2025", "2025-01-09"])
    def test_another_day_is_told_at_the_day(self, now: str) -> None:
        text, (line, column, end) = marked(self.DONE.replace("2025-01-10", f"«{now}»"))
        each = only(found(gap(self.DONE), gap(text)))
        assert (each[:4], each.end_column) == ((GAP, line, column, "GP506"), end)
        assert each.message == f"was completed 2025-01-10, and now {now}, without a revision: Publish it"

    def test_one_that_is_given_more_exactly_is_the_same(self) -> None:
        month = self.DONE.replace("2025-01-10", "2025-01")
        assert found(gap(month), gap(self.DONE)) == []

    CORRECTED = "[{date: 2025-01-14, field: completed, was: 2025-01-10, reason: The minutes say so}]"

    @pytest.mark.parametrize("now", ["completed: 2024-11-02, ", ""])
    def test_with_a_revision_that_says_why_it_may_be_corrected(self, now: str) -> None:
        text = report(f"due: 2025-03, {now}revisions: {self.CORRECTED}")
        assert found(gap(self.DONE), gap(text), "max_revisions: 0\n") == []
        for lacking in (", reason: The minutes say so", "date: 2025-01-14, ", "field: completed, "):
            assert only(found(gap(self.DONE), gap(text.replace(lacking, "")))).code == "GP506"
        assert only(found(gap(text), gap(report("due: 2025-03, completed: 2024-11-02")))).code in {"GP506", "GP508"}

    def test_that_of_an_entry_too(self) -> None:
        then, now = "title: Gap\ncompleted: 2025-01-10\n", "title: Gap\ncompleted: 2025-01-08\n"
        assert only(found(gap(then), gap(now)))[:4] == (GAP, 2, 12, "GP506")
        assert found(gap(then), gap(f"{now}revisions: {self.CORRECTED}\n")) == []

    def test_such_a_revision_says_nothing_of_the_date(self) -> None:
        revision = "[{date: 2025-01-14, field: completed, was: 2025-03, reason: x}]"
        now = report(f"due: 2025-05, revisions: {revision}")
        assert only(found(gap(report("due: 2025-03")), gap(now))).code == "GP502"
        assert found(gap(report("due: 2025-03")), gap(now.replace("completed", "due"))) == []

    def test_a_cancellation_does_not_make_up_for_it(self) -> None:
        assert only(found(gap(self.DONE), gap(report("due: 2025-03, cancelled: {reason: No room}")))).code == "GP506"

    def test_removed_with_its_date_it_is_told_once(self) -> None:
        assert only(found(gap(self.DONE), gap("title: Gap\n"))).code == "GP505"

    def test_removed_without_a_date_it_is_taken_back(self) -> None:
        done = report("completed: 2025-01-10")
        each = only(found(gap(done), gap("title: Gap\n")))
        assert (each[:4], each.entry) == ((GAP, 1, 1, "GP506"), "pay/gap#report")
        assert each.message == "milestone removed, and was completed 2025-01-10: Publish it"
        each = only(found(gap(done), {"actions/grades": "title: Grades\n"}))
        assert (each[:4], each.entry) == (("pay/plan.yaml", 1, 1, "GP506"), "pay/gap")
        assert each.message == "action removed, and was completed 2025-01-10: To publish the pay gap"


BASELINE = """\
genderplan: 1
title: As the board agreed it
taken: 2024-10-01
plan:
  title: Equal pay and careers plan
  aims: [{id: know, title: To know the gap}]
entries:
  gap:
    kind: action
    title: To publish the pay gap
    due: 2025-06
    milestones:
      - {id: extract, title: Extract payroll, due: 2025-02}
      - {id: report, title: Publish it, due: 2025-03}
  grades: {kind: action, title: Grades}
"""
TOLD = "replaced: [{date: 2025-01-10, reason: Two typing slips}]\n"


class TestBaselines:
    """GP504 and GP507."""

    def of(self, then: str | None, now: str | None) -> list[Finding]:
        before, after = ({"baselines/board-1": text} if text else {} for text in (then, now))
        return found(gap("title: Gap\n") | before, gap("title: Gap\n") | after)

    @pytest.mark.parametrize(
        ("old", "new", "what", "place"),
        [
            ("due: 2025-03", "due: «2025-05»", "gap#report", None),
            ("due: 2025-06", "due: «2025-09»", "gap", None),
            ("title: Publish it", "title: Publish", "gap#report", (14, 9, None)),
            ("title: To publish the pay gap", "title: The pay gap", "gap", (9, 5, None)),
            ("As the board agreed it", "«As somebody agreed it»", "its title", None),
            ("2024-10-01", "«2024-11-01»", "when it was taken", None),
            ("Equal pay and careers plan", "«Equal pay plan»", "the plan's title", None),
            ("To know the gap", "To know it", "the aims", (6, 9, None)),
            ("plan:\n", "plan:\n  long_term_aim: «None»\n", "the long-term aim", None),
            ("plan:\n", "plan:\n  objectives: «[{id: o, title: O}]»\n", "the objectives", (5, 15, None)),
            ("      - {id: extract, title: Extract payroll, due: 2025-02}\n", "", "gap#extract (gone)", (13, 7, None)),
            ("{kind: action, title: Grades}", "{kind: project, title: Grades}", "grades", (15, 11, None)),
            ("  grades: {kind: action, title: Grades}\n", "", "grades (gone)", (8, 3, None)),
            ("  grades: {", "  pay: {kind: action, title: Pay}\n  grades: {", "pay (new)", (15, 8, None)),
            (
                "      - {id: report",
                "      - {id: film, title: A film}\n      - {id: report",
                "gap#film (new)",
                (14, 9, None),
            ),
        ],
    )
    def test_what_is_changed_is_named_with_its_place(
        self, old: str, new: str, what: str, place: tuple[int, int, int | None] | None
    ) -> None:
        assert BASELINE.count(old) == 1
        text = BASELINE.replace(old, new)
        if place is None:
            text, place = marked(text)
        else:
            text = text.replace("«", "").replace("»", "")
        each = only(self.of(BASELINE, text))
        assert each[:4] == (BOARD, *place[:2], "GP504")
        assert (each.end_column, each.severity, each.entry) == (place[2], "error", None)
        assert each.message == f"baseline board-1 is changed: {what}"
        hint = "put it back, accept this with a reason, or take it anew as things stand now: 'genderplan baseline save board-1 --replace --reason TEXT'"
        assert each.hint == hint

    def test_several_differences_are_one_finding_at_the_first(self) -> None:
        now = BASELINE.replace("2024-10-01", "2024-11-01").replace("2025-0", "2026-0").replace("Grades", "Pay")
        each = only(self.of(BASELINE, now))
        assert each[:4] == (BOARD, 3, 8, "GP504")
        assert each.message == "baseline board-1 is changed: when it was taken, gap, gap#extract and 2 more"

    def test_the_order_and_the_layout_do_not_count(self) -> None:
        grades = "  grades: {kind: action, title: Grades}\n"
        now = BASELINE.replace(grades, "").replace("entries:\n", f"# the entries\nentries:\n\n{grades}")
        assert self.of(BASELINE, now.replace("title: Grades", "title: 'Grades'")) == []

    def test_a_new_baseline_is_no_change(self) -> None:
        assert self.of(None, BASELINE) == []

    def test_one_removed_is_told_at_the_plan(self) -> None:
        each = only(self.of(BASELINE, None))
        assert (each[:4], each.entry) == (("pay/plan.yaml", 1, 1, "GP504"), None)
        assert (each.message, each.hint) == ("baseline board-1 is gone", "put it back; a new one stands beside it")

    def test_one_that_cannot_be_read_is_not_removed(self) -> None:
        then = pay({"actions/gap": "title: Gap\n", "baselines/board-1": BASELINE})
        now = pay({"actions/gap": "title: Gap\n", "baselines/board-1": ""})
        assert [each.code for each in since(then, now).findings] == ["GP006"]

    def test_one_taken_anew_with_a_reason_is_a_warning(self) -> None:
        each = only(self.of(BASELINE, TOLD + BASELINE.replace("due: 2025-03", "due: 2025-05")))
        assert (each[:4], each.severity, each.entry) == ((BOARD, 15, 46, "GP507"), "warning", None)
        assert each.message == "baseline board-1 is taken anew: gap#report"
        assert each.hint == "the reason given: Two typing slips"

    def test_the_last_reason_is_told(self) -> None:
        items = '{reason: Two typing slips}, {reason: "A\\n third"}, {date: 2025-01-10}'
        twice = f"replaced: [{items}]\n"
        assert (
            only(self.of(BASELINE, twice + BASELINE.replace("2025-03", "2025-05"))).hint == "the reason given: A third"
        )

    def test_a_reason_for_nothing_is_no_finding(self) -> None:
        assert self.of(BASELINE, TOLD + BASELINE) == []

    @pytest.mark.parametrize("told", [TOLD, "replaced: [{date: 2025-01-10}]\n"])
    def test_a_reason_that_was_there_or_is_none_will_not_do(self, told: str) -> None:
        then = told if told == TOLD else ""
        each = only(self.of(then + BASELINE, told + BASELINE.replace("due: 2025-03", "due: 2025-05")))
        assert (each.code, each.message) == ("GP504", "baseline board-1 is changed: gap#report")

    @pytest.mark.parametrize(
        "now", ["", TOLD.replace("Two typing slips", "Slips"), TOLD.replace("[", "[{reason: Another}, ")]
    )
    def test_reasons_of_before_may_not_be_rewritten(self, now: str) -> None:
        each = only(self.of(TOLD + BASELINE, now + BASELINE))
        assert (each.code, each.line) == ("GP504", 1)
        assert each.message == "baseline board-1 is changed: why it was replaced"

    def test_one_that_keeps_nothing_is_told_at_its_start(self) -> None:
        each = only(self.of("genderplan: 1\n", "genderplan: 1\ntitle: A title\n"))
        assert each[:4] == (BOARD, 1, 1, "GP504")

    def test_against_a_baseline_none_is_compared(self) -> None:
        then, now = (pay({"actions/gap": "title: Gap\n"} | each) for each in ({"baselines/board-1": BASELINE}, {}))
        assert since_baseline(then, now).findings == ()


def accepting(*items: str) -> str:
    """An `accept` at line 3 of plan.yaml, its items at column 5 of the lines below."""
    return "accept:\n" + "".join(f"  - {{{item}, reason: So it is}}\n" for item in items)


class TestAccepted:
    """Acceptances of what changed are judged where it is asked for, and only there."""

    THEN = gap(report("due: 2025-03"))

    def of(self, now: Mapping[str, str], *items: str, then: Mapping[str, str] = THEN, whole: bool = True) -> Judgement:
        before, after = pay(then), pay(now, accepting(*items))
        checks = (*VALID, *SINCE, *ON_TIME)
        return judge(checks, after, selected(after), judged(after), state_of(before, after, whole=whole))

    @pytest.mark.parametrize("where", ["gap", "gap#report"])
    def test_a_move(self, where: str) -> None:
        report_ = self.of(gap(report("due: 2025-05")), f"code: GP502, where: {where}")
        assert (report_.findings, [each.finding.code for each in report_.accepted]) == ((), ["GP502"])

    @pytest.mark.parametrize(("where", "code"), [("gap", "GP505"), ("gap#report", "GP505")])
    def test_a_milestone_that_is_gone(self, where: str, code: str) -> None:
        report_ = self.of(gap("title: Gap\nlead: HR\ndue: 2025-05\n"), f"code: {code}, where: {where}")
        assert (report_.findings, [each.finding.entry for each in report_.accepted]) == ((), ["pay/gap#report"])

    def test_an_entry_that_is_gone(self) -> None:
        report_ = self.of({}, "code: GP505, where: gap")
        assert (report_.findings, [each.finding.entry for each in report_.accepted]) == ((), ["pay/gap"])

    @pytest.mark.parametrize("now", [BASELINE.replace("due: 2025-03", "due: 2025-05"), None])
    def test_a_baseline_by_the_plans_own_file(self, now: str | None) -> None:
        kept = {"actions/gap": "title: Gap\nlead: HR\ndue: 2025-03\n"}
        after = kept | ({"baselines/board-1": now} if now else {})
        report_ = self.of(after, "code: GP504, where: plan.yaml", then=kept | {"baselines/board-1": BASELINE})
        assert [each.code for each in report_.findings if each.code not in {"GP601", "GP512"}] == []
        assert [each.finding.code for each in report_.accepted] == ["GP504"]

    @pytest.mark.parametrize("code", ["GP502", "GP503", "GP505", "GP506"])
    def test_what_nothing_needs_is_told(self, code: str) -> None:
        report_ = self.of(self.THEN, f"code: {code}, where: gap")
        assert [(each.code, each.line, each.column) for each in report_.findings] == [("GP702", 4, 5)]

    @pytest.mark.parametrize("code", ["GP504", "GP507"])
    def test_of_baselines_too(self, code: str) -> None:
        report_ = self.of(self.THEN, f"code: {code}, where: plan.yaml")
        assert [each.code for each in report_.findings] == ["GP702"]

    @pytest.mark.parametrize("code", ["GP502", "GP503", "GP504", "GP505", "GP506", "GP507"])
    @pytest.mark.parametrize("checks", [VALID, (*VALID, *SINCE, *ON_TIME)], ids=["validate", "check"])
    def test_held_against_nothing_it_is_not(self, code: str, checks: tuple[object, ...]) -> None:
        tree = pay(self.THEN, accepting(f"code: {code}, where: gap"))
        assert judge(checks, tree, selected(tree), judged(tree)).findings == ()  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("code", "is_judged"),
        [("GP502", True), ("GP503", True), ("GP505", True), ("GP504", False), ("GP506", False), ("GP507", False)],
    )
    def test_against_a_baseline_only_what_it_tells_of(self, code: str, is_judged: bool) -> None:
        report_ = self.of(self.THEN, f"code: {code}, where: gap", whole=False)
        assert [each.code for each in report_.findings] == ["GP702"] * is_judged

    def test_of_a_plan_that_was_not_there_none_is_judged(self) -> None:
        tree = pay(self.THEN, accepting("code: GP502, where: gap"))
        assert judge((*VALID, *SINCE), tree, selected(tree), judged(tree), State()).findings == ()

    def test_where_not_all_could_be_read_none_is_judged(self) -> None:
        tree = pay(self.THEN, accepting("code: GP502, where: gap"))
        before = state_of(tree, tree)._replace(left_out=("pay/actions/x.yaml",))
        assert judge((*VALID, *SINCE), tree, selected(tree), judged(tree), before).findings == ()

    @pytest.mark.parametrize(("code", "found"), [("GP505", "GP702"), ("GP506", "GP702"), ("GP502", "GP207")])
    def test_of_what_is_not_there_any_more(self, code: str, found: str) -> None:
        """What is gone cannot be named otherwise; of anything else the name must be one that there is."""
        report_ = self.of(self.THEN, f"code: {code}, where: went-long-ago")
        assert [each.code for each in report_.findings] == [found]
        tree = pay(self.THEN, accepting(f"code: {code}, where: went-long-ago"))
        codes = [each.code for each in judge(VALID, tree, selected(tree), ()).findings]
        assert codes == (["GP207"] if found == "GP207" else [])

    def test_until_counts_in_check(self) -> None:
        now = gap(report("due: 2025-05"))
        item = "code: GP502, where: gap, until: 2024-12"
        assert [each.code for each in self.of(now, item).findings] == ["GP502"]
        tree = pay(now, accepting(item))
        before = state_of(pay(self.THEN), tree)
        assert judge((*VALID, *SINCE), tree, selected(tree), judged(tree), before).findings == ()


class TestFilters:
    """What is asked for narrows what is found, also of what is gone."""

    THEN: Mapping[str, str] = {
        "actions/gap": report("due: 2025-03"),
        "actions/grades": report("due: 2025-03").replace("lead: HR", "lead: Finance"),
        "actions/panels": "title: Panels\nlead: Finance\ndue: 2025-03\n",
    }

    def of(self, now: Mapping[str, str], **criteria: Sequence[str]) -> list[str | None]:
        return [each.entry for each in since(pay(self.THEN), pay(now), **criteria).findings]

    def test_by_lead(self) -> None:
        now = {name: text.replace("2025-03", "2025-05") for name, text in self.THEN.items()}
        assert self.of(now, lead=["HR"]) == ["pay/gap#report"]
        assert self.of(now, lead=["Finance"]) == ["pay/grades#report", "pay/panels"]

    def test_what_is_gone_by_what_it_was(self) -> None:
        now = {"actions/gap": "title: Gap\n", "actions/grades": "title: Grades\n"}
        assert self.of(now) == ["pay/gap#report", "pay/grades#report", "pay/panels"]
        assert self.of(now, lead=["HR"]) == ["pay/gap#report"]
        assert self.of(now, lead=["Finance"]) == ["pay/grades#report", "pay/panels"]

    def test_by_plan(self) -> None:
        files = {f"{plan}/plan.yaml": PLAN for plan in ("one", "two")}
        then = files | {f"{plan}/actions/gap.yaml": report("due: 2025-03") for plan in ("one", "two")}
        now = files | {f"{plan}/actions/gap.yaml": report("due: 2025-05") for plan in ("one", "two")}
        report_ = since(tree_of(then), tree_of(now), plan=["two"])
        assert [each.entry for each in report_.findings] == ["two/gap#report"]
        assert report_.against == (("two", "before", None, None),)
