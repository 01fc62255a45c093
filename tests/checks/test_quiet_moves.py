"""Ways to move a date without a word, each of which is told: of revisions, names, cancellations, limits, acceptances."""

import pytest

from checks.test_changes import GAP, found, gap, only, report, since, since_baseline, state_of
from genderplan.checks import VALID
from genderplan.checks.gate.table import SINCE
from genderplan.checks.judgement import judge
from genderplan.plan.states import State, Unread
from support import marked
from trees import PLAN, judged, pay, selected, tree_of

OLD = "{date: 2024-11-05, was: 2025-01, reason: Payroll moved, approved_by: HR}"


def revised(due: str, *revisions: str) -> str:
    return report(f"due: {due}, revisions: [{', '.join(revisions)}]")


class TestRevisionsAreKept:
    """GP508."""

    @pytest.mark.parametrize(
        "now",
        [
            revised("2025-09", OLD.replace("was: 2025-01", "was: 2025-03")),
            revised("2025-03", OLD.replace("2024-11-05", "2024-11-06")),
            revised("2025-03", OLD.replace("2024-11-05", "2024-11")),
            revised("2025-03", OLD.replace("date: 2024-11-05, ", "")),
            revised("2025-03", OLD.replace("was: 2025-01, ", "")),
            revised("2025-03", "{date: 2025-01-10, was: 2025-02, reason: Another}"),
        ],
        ids=["for a new move", "of another day", "less exactly", "without its day", "without the date", "another one"],
    )
    def test_one_that_is_written_over_is_told(self, now: str) -> None:
        each = only(found(gap(revised("2025-03", OLD)), gap(now)))
        column = now.split("\n")[3].index("[") + 1
        assert each[:4] == (GAP, 4, column, "GP508")
        assert (each.severity, each.entry) == ("error", "pay/gap#report")
        assert each.message == "a revision of due changed or taken out, 2024-11-05 (was 2025-01): Publish it"
        assert each.hint == "put it back, and write a new change below it"

    def test_all_taken_out_are_told_at_the_milestone(self) -> None:
        then = revised("2025-03", OLD, "{was: 2025-02, reason: x}")
        each = only(found(gap(then), gap(report("due: 2025-03"))))
        assert each[:4] == (GAP, 4, 5, "GP508")
        assert each.message == (
            "2 revisions of due changed or taken out, 2024-11-05 (was 2025-01), no date (was 2025-02): Publish it"
        )

    def test_other_words_and_another_order_are_none(self) -> None:
        two = "{date: 2025-01-02, was: 2025-02, reason: Late}"
        then = gap(revised("2025-03", OLD, two))
        assert found(then, gap(revised("2025-03", two, OLD.replace("Payroll moved", "The payroll system moved")))) == []

    @pytest.mark.parametrize(("then", "now"), [("", "2024-11-05"), ("", "2024-11"), ("2024-11", "2024-11-05")])
    def test_the_day_may_be_given_later_or_more_exactly(self, then: str, now: str) -> None:
        """It is the same revision: no move is explained by it anew, and it is counted once."""
        was, is_now = (OLD.replace("date: 2024-11-05, ", f"date: {day}, " if day else "") for day in (then, now))
        assert found(gap(revised("2025-03", was)), gap(revised("2025-03", is_now)), "max_revisions: 0\n") == []
        assert only(found(gap(revised("2025-03", was)), gap(revised("2025-09", is_now)))).code == "GP502"

    def test_one_that_is_put_right_counts_once(self) -> None:
        now = gap(revised("2025-03", OLD.replace("2024-11-05", "2024-11-06")))
        assert only(found(gap(revised("2025-03", OLD)), now, "max_revisions: 1\n")).code == "GP508"

    def test_of_what_has_no_date_any_more_only_that_is_told(self) -> None:
        assert [each.code for each in found(gap(revised("2025-03", OLD)), gap(report("duration: 3 months")))] == [
            "GP505"
        ]

    def test_an_entry_that_gets_another_date_keeps_those_that_name_none(self) -> None:
        then = f"title: A\nend: 2025-06\nrevisions: [{OLD}]\n"
        now = "title: A\nstart: 2025-01\nend: 2025-06\n"
        assert only(found(gap(then), gap(now))).code == "GP508"
        assert found(gap(then), gap(f"{now}revisions: [{OLD}]\n")) == []


DECOY = (
    "title: To publish the pay gap\nlead: HR\nmilestones:\n  - {{id: old, title: {title}, due: 2025-03{more}}}\n{rest}"
)
MOVED = "  - {id: report, title: Publish it, due: 2025-09}\n"


class TestNames:
    """GP502 of what has the id and the title of then, whatever else says that it was it."""

    @pytest.mark.parametrize("more", ["", ", completed: 2025-01-01", ", cancelled: {reason: x}"])
    def test_another_that_takes_the_id_of_then_excuses_no_move(self, more: str) -> None:
        now = DECOY.format(title="A draft", more=f"{more}, renamed_from: report", rest=MOVED)
        each = only(found(gap(report("due: 2025-03")), gap(now)))
        assert each[:4] == (GAP, 5, 42, "GP502")
        assert each.message == "due moved from 2025-03 to 2025-09 without a revision: Publish it"

    def test_nor_does_one_in_another_entry(self) -> None:
        now = gap(report("due: 2025-09")) | {
            "actions/other": "title: x\nmilestones: [{id: a, title: x, due: 2025-03, renamed_from: gap#report}]\n"
        }
        assert only(found(gap(report("due: 2025-03")), now)).code == "GP502"

    def test_nor_does_a_copy_of_the_entry(self) -> None:
        then = "title: A course\ndue: 2025-03\n"
        copy = {"actions/copy": f"{then}renamed_from: gap\n"}
        each = only(found(gap(then), gap("title: A  Course\ndue: 2025-09\n") | copy))
        assert (each.code, each.entry) == ("GP502", "pay/gap")

    def test_an_id_that_is_given_anew_to_something_else_is_new(self) -> None:
        now = DECOY.format(
            title="Publish it", more=", renamed_from: report", rest=MOVED.replace("Publish it", "A film")
        )
        assert found(gap(report("due: 2025-03")), gap(now)) == []


class TestDates:
    """GP502 and GP505 of what is only said in another way."""

    @pytest.mark.parametrize(
        ("was", "now"),
        [("2025-autumn", "2025-10"), ("2025", "2025-06"), ("FY2025-26", "2025-Q4"), ("2025-03", "2025-03-10")],
    )
    def test_more_exactly_within_what_was_agreed_is_no_move(self, was: str, now: str) -> None:
        assert found(gap(report(f"due: {was}")), gap(report(f"due: {now}"))) == []
        assert only(found(gap(report(f"due: {now}")), gap(report(f"due: {was}")))).code == "GP502"

    @pytest.mark.parametrize(("was", "now"), [("end", "due"), ("due", "end")])
    def test_the_same_date_under_the_other_key_is_not_lost(self, was: str, now: str) -> None:
        assert found(gap(f"title: A\n{was}: 2025-03\n"), gap(f"title: A\n{now}: 2025-03\n")) == []
        assert only(found(gap(f"title: A\n{was}: 2025-03\n"), gap(f"title: A\n{now}: 2025-09\n"))).code == "GP502"

    def test_what_is_taken_back_from_cancellation_has_its_date_again(self) -> None:
        then = gap(report("due: 2025-03, cancelled: {reason: No room}"))
        assert only(found(then, gap(report("duration: 3 months")))).code == "GP505"
        assert found(then, gap(report("due: 2025-03"))) == []

    def test_the_hint_of_what_was_complete_can_be_followed(self) -> None:
        then = report("due: 2025-03, completed: 2025-03-01")
        each = only(found(gap(then), gap("title: To publish the pay gap\n")))
        assert (each.code, each.hint) == ("GP505", "put it back, or accept this with a reason")


class TestWhatIsSplit:
    """An entry in two, the new half with `renamed_from`: what stands where it stood is not gone."""

    THEN = f"{report('due: 2025-03')}  - {{id: film, title: A film, due: 2025-06}}\n".replace(
        "lead", "due: 2025-12\nlead"
    )

    def test_a_split_says_nothing(self) -> None:
        half = "title: The film\nrenamed_from: gap\nmilestones:\n  - {id: film, title: A film, due: 2025-06}\n"
        rest = self.THEN.replace("  - {id: film, title: A film, due: 2025-06}\n", "")
        assert found(gap(self.THEN), gap(rest) | {"actions/film": half}) == []

    def test_what_moved_meanwhile_is_told(self) -> None:
        half = "title: The film\nrenamed_from: gap\nmilestones:\n  - {id: film, title: A film, due: 2025-09}\n"
        rest = self.THEN.replace("  - {id: film, title: A film, due: 2025-06}\n", "").replace("2025-03", "2025-05")
        findings = found(gap(self.THEN), gap(rest.replace("2025-12", "2026-01")) | {"actions/film": half})
        assert [(each.code, each.entry) for each in findings] == [
            ("GP502", "pay/film#film"),
            ("GP502", "pay/gap"),
            ("GP502", "pay/gap#report"),
        ]


class TestWhatIsPutTogether:
    """GP505 of what is one with another thing now: its hint says what can be done."""

    def test_milestones(self) -> None:
        two = report("due: 2025-03") + "  - {id: film, title: A film, due: 2025-06}\n"
        now = report("due: 2025-03, renamed_from: [report, film]").replace("id: report", "id: both")
        each = only(found(gap(two), gap(now)))
        assert (each.code, each.entry) == ("GP505", "pay/gap#film")
        assert each.hint == "pay/gap#both was this and another: accept this, and say there which date holds"

    def test_entries(self) -> None:
        then = gap("title: A\ndue: 2025-03\n") | {"actions/other": "title: B\ndue: 2025-04\n"}
        each = only(found(then, {"actions/both": "title: A\ndue: 2025-03\nrenamed_from: [gap, other]\n"}))
        assert (each.entry, str(each.hint)[:29]) == ("pay/other", "pay/both was this and another")


class TestLimits:
    """GP503."""

    MOVE = revised("2025-06", OLD, "{date: 2025-01-10, was: 2025-03, reason: Late}")

    @pytest.mark.parametrize(
        ("then", "now", "told"), [(1, 9, True), (1, None, True), (9, 1, True), (None, 1, True), (2, 9, False)]
    )
    def test_the_stricter_limit_of_then_and_now_counts(self, then: int | None, now: int | None, told: bool) -> None:
        policies = [f"max_revisions: {each}\n" if each else "" for each in (then, now)]
        was, is_now = pay(gap(revised("2025-03", OLD)), policies[0]), pay(gap(self.MOVE), policies[1])
        findings = [each for each in since(was, is_now).findings if each.code == "GP503"]
        assert [each.message for each in findings] == ["due revised 2 times, of at most 1: Publish it"] * told
        is_raised = told and now != 1
        hint = "max_revisions as it was; a new limit counts from the next change on"
        assert [each.hint for each in findings] == [
            hint if is_raised else "max_revisions in plan.yaml is the limit"
        ] * told

    def test_of_a_baseline_there_is_no_limit(self) -> None:
        """It keeps no policy; nor does it keep revisions, so all of them are new."""
        was, now = pay(gap(report("due: 2025-03")), "max_revisions: 1\n"), pay(gap(self.MOVE), "max_revisions: 2\n")
        assert since_baseline(was, now).findings == ()

    def test_the_first_date_is_no_revision(self) -> None:
        first = "{date: 2025-01-02, reason: Agreed at last}"
        then = gap(revised("2025-03", first))
        once = gap(revised("2025-06", first, "{date: 2025-01-10, was: 2025-03, reason: Late}"))
        assert found(then, once, "max_revisions: 1\n") == []
        assert found(gap(report("duration: 3 months")), then, "max_revisions: 0\n") == []


class TestAcceptances:
    """What was accepted for an earlier change is not accepted for this one."""

    ACCEPT = "accept: [{code: %s, where: gap, reason: Agreed by the board}]\n"

    @pytest.mark.parametrize(
        ("code", "now"),
        [("GP502", report("due: 2025-09")), ("GP505", report("duration: 3 months"))],
    )
    def test_one_that_was_there_before_hides_nothing(self, code: str, now: str) -> None:
        policy = self.ACCEPT % code
        was, is_now = pay(gap(report("due: 2025-03")), policy), pay(gap(now), policy)
        judgement = judge((*VALID, *SINCE), is_now, selected(is_now), judged(is_now), state_of(was, is_now))
        found_since = [each for each in judgement.findings if not each.code.startswith("GP6")]
        assert str(found_since[0].hint).endswith("; the acceptance in plan.yaml is of an earlier change")
        assert [each.code for each in found_since] == [code]
        assert judgement.accepted == ()

    def test_one_that_was_there_before_may_stay(self) -> None:
        """A hook holds each commit against the one before: there it is not needed, in the whole request it is."""
        tree = pay(gap(report("due: 2025-09")), self.ACCEPT % "GP502")
        assert since(tree, tree).findings == ()

    def test_one_that_came_with_the_change_does_what_it_says(self) -> None:
        was, now = pay(gap(report("due: 2025-03"))), pay(gap(report("due: 2025-09")), self.ACCEPT % "GP502")
        judgement = since(was, now)
        assert (judgement.findings, len(judgement.accepted)) == ((), 1)

    def test_one_of_something_else_goes_on(self) -> None:
        policy = self.ACCEPT % "GP601"
        text = "title: To publish the pay gap\nmilestones: [{id: a, title: x, due: 2025-03}]\n"
        tree = pay(gap(text), policy)
        judgement = judge(VALID, tree, selected(tree), judged(tree), state_of(tree, tree))
        assert {each.finding.code for each in judgement.accepted} == {"GP601"}


class TestNotCompared:
    """GP509."""

    BROKEN = "title: a: b\n"

    def test_an_entry_that_could_not_be_read_then(self) -> None:
        was, now = pay(gap(self.BROKEN)), pay(gap(report("due: 2025-03")))
        each = only(since(was, now).findings)
        assert each[:4] == (GAP, 1, 1, "GP509")
        assert (each.severity, each.entry) == ("warning", "pay/gap")
        assert each.message == "the entry could not be read as it was: To publish the pay gap"
        assert each.hint == "look at what changed"

    def test_under_another_name_too(self) -> None:
        was, now = pay(gap(self.BROKEN)), pay({"actions/new": "title: A\nrenamed_from: gap\n"})
        assert only(since(was, now).findings).entry == "pay/new"

    def test_a_plan_that_could_not_be_read_then(self) -> None:
        now = pay(gap(report("due: 2025-03")))
        before = State(unread=(Unread("pay", None, "pay/plan.yaml", True),), left_out=("pay/plan.yaml",))
        each = only(judge(SINCE, now, selected(now), judged(now), before).findings)
        assert (each[:4], each.entry) == (("pay/plan.yaml", 1, 1, "GP509"), None)
        assert each.message == "the plan could not be read as it was"

    def test_an_entry_that_could_not_be_read_then_and_is_gone(self) -> None:
        each = only(since(pay(gap(self.BROKEN)), pay({"actions/other": "title: A\n"})).findings)
        assert (each[:4], each.entry) == (("pay/plan.yaml", 1, 1, "GP509"), None)
        assert each.message == "pay/actions/gap.yaml could not be read as it was"

    @pytest.mark.parametrize("now", [{}, {"baselines/b": "genderplan: 1\nentries: {}\n"}], ids=["gone", "mended"])
    def test_a_baseline_that_could_not_be_read_then(self, now: dict[str, str]) -> None:
        was = pay(gap(report("due: 2025-03")) | {"baselines/b": "genderplan: 1\nentries: {a: b: c}\n"})
        each = only(since(was, pay(gap(report("due: 2025-03")) | now)).findings)
        assert (each[:4], each.message) == (
            ("pay/plan.yaml", 1, 1, "GP509"),
            "pay/baselines/b.yaml could not be read as it was",
        )

    def test_a_plan_that_could_not_be_read_then_and_is_gone(self) -> None:
        was = tree_of({"pay/plan.yaml": "genderplan: 1\n", "pay/actions/a.yaml": "title: A\n", "other/plan.yaml": PLAN})
        each = only(since(was, tree_of({"other/plan.yaml": PLAN})).findings)
        assert (each[:4], each.message) == (
            ("pay/plan.yaml", 1, 1, "GP509"),
            "the plan could not be read as it was",
        )

    def test_what_plans_share_that_could_not_be_read_then(self) -> None:
        bare, place = marked("genderplan: 1\ntitle: Pay\nfollows: [«law»]\n")
        law = "genderplan: 1\ntitle: Law\nsections: [{id: one, title: One}]\n"
        files = {"pay/plan.yaml": bare, "organisations.yaml": "HR: {}\n", "frameworks/law.yaml": law}
        now = tree_of(files)
        for name, at, what in (
            ("organisations.yaml", (1, 1), "organisations.yaml"),
            ("frameworks/law.yaml", place[:2], "law"),
        ):
            broken = tree_of(files | {name: self.BROKEN})
            each = only(since(broken, now).findings)
            assert (each[:4], each.entry) == (("pay/plan.yaml", *at, "GP509"), None)
            assert (each.message, each.severity) == (f"{what} could not be read as it was", "warning")
            assert "GP509" not in {each.code for each in since(broken, broken).findings}
            assert "GP509" not in {each.code for each in since(now, broken).findings}

    def test_what_cannot_be_read_on_both_sides_is_not_told_twice(self) -> None:
        tree = pay(gap(self.BROKEN))
        assert [each.code for each in since(tree, tree).findings] == ["GP005"]
