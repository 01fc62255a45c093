"""GP510 and GP511: what judges the dates, and who agreed to them, held against what it was."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from checks.test_changes import BASELINE, GAP, found, gap, only, report, since, since_baseline, state_of
from genderplan.checks import VALID
from genderplan.checks.gate.policy import is_wider, strictly
from genderplan.checks.gate.table import SINCE
from genderplan.checks.judgement import judge
from genderplan.dates.lengths import parse_length
from genderplan.findings import Finding
from genderplan.plan.organisations import Directory
from support import marked
from trees import ORGANISATIONS, PLAN, judged, pay, selected, tree_of

FILE = "pay/plan.yaml"
DATED = gap(report("due: 2025-03"))
PUT_BACK = "put it back, or accept GP510 at plan.yaml with the reason; it counts from the next change on"


def of(then: str, now: str) -> list[Finding]:
    """What is found where nothing but the policy of a plan has changed."""
    return list(since(pay(DATED, then), pay(DATED, now)).findings)


class TestPolicy:
    """GP510, of plan.yaml."""

    @pytest.mark.parametrize(
        ("then", "now", "message"),
        [
            (
                "status_date: 2025-06-01",
                "status_date: «2025-05-31»",
                "the status date goes back from 2025-06-01 to 2025-05-31",
            ),
            (
                "",
                "status_date: «2025-05-31»",
                "the status date is set to 2025-05-31: till now it was the day of the run",
            ),
            ("status_date: 2025-06-01", "", "the status date 2025-06-01 is taken out"),
            ("tolerance: 1 month", "tolerance: «99 months»", "the tolerance grows from P1M to P99M"),
            ("", "tolerance: «1 day»", "the tolerance grows from nothing to P1D"),
            ("tolerance: P1M", "tolerance: «P30D»", "the tolerance grows from P1M to P30D"),
            ("max_revisions: 1", "max_revisions: «2»", "max_revisions was 1, and is 2"),
            ("max_revisions: 1", "", "max_revisions was 1, and is no limit"),
            ("state: approved", "state: «draft»", "the plan was approved, and is a draft"),
            ("state: approved", "", "the plan was approved, and is a draft"),
        ],
    )
    def test_what_is_milder_is_told_at_its_place(self, then: str, now: str, message: str) -> None:
        text, (line, column, end) = marked(f"{PLAN}{now}\n" if "«" in now else f"«{PLAN}{now}»\n")
        each = only(of(f"{then}\n", text.removeprefix(PLAN)))
        assert each[:4] == (FILE, line, column, "GP510")
        assert (each.severity, each.entry, each.message, each.hint) == ("error", None, message, PUT_BACK)
        assert each.end_column == (end if "«" in now else None)

    @pytest.mark.parametrize(
        ("then", "now"),
        [
            ("status_date: 2025-06-01", "status_date: 2025-06-02"),
            ("tolerance: 2 months", "tolerance: 1 month"),
            ("tolerance: 1 month", ""),
            ("tolerance: 1 year", "tolerance: 12 months"),
            ("tolerance: 4 weeks", "tolerance: 28 days"),
            ("tolerance: 0 days", ""),
            ("", "tolerance: 0 months"),
            ("max_revisions: 2", "max_revisions: 1"),
            ("", "max_revisions: 0"),
            ("state: draft", "state: approved"),
            ("", "state: draft"),
            ("state: closed", "state: approved"),
            ("due_soon: 30 days", "due_soon: 1 day"),
            ("state: closed", "state: closed"),
        ],
    )
    def test_what_is_not_is_not(self, then: str, now: str) -> None:
        assert of(f"{then}\n", f"{now}\n") == []

    @pytest.mark.parametrize(("until", "told"), [("2025-03", False), ("2025-02", False), ("«2190»", True), ("", True)])
    def test_what_is_accepted_until_a_day_ends_then(self, until: str, told: bool) -> None:
        accept = "accept:\n  - {{code: GP401, where: gap, reason: {}{}}}\n"
        text, (line, column, _) = marked(
            PLAN + accept.format("Ill", f", until: {until}" if until else "") + "«»" * ("«" not in until)
        )
        now = text.removeprefix(PLAN)
        findings = of(accept.format("Ill", ", until: 2025-03"), now)
        assert [each.code for each in findings] == ["GP510"] * told
        if told:
            how_long = "until 2190" if until else "for ever"
            assert findings[0][:3] == ((FILE, line, column) if until else (FILE, 4, 5))
            assert (
                findings[0].message == f"GP401 at gap was accepted until 2025-03, and is {how_long} for the same reason"
            )
        assert of(accept.format("Ill", ", until: 2025-03"), now.replace("Ill", "Ill still")) == []

    CLOSED = "state: closed\nclosed: {date: 2025-01-10, reason: It has run its time}\n"

    @pytest.mark.parametrize("state", ["state: approved\n", "state: draft\n", ""])
    def test_a_plan_is_closed_with_a_date_and_a_reason(self, state: str) -> None:
        assert of(state, self.CLOSED) == []
        for lacking in (
            "date: 2025-01-10, ",
            ", reason: It has run its time",
            "closed: {date: 2025-01-10, reason: It has run its time}\n",
        ):
            text, (line, column, _) = marked(
                f"{PLAN}{self.CLOSED.replace(lacking, '').replace('state: closed', 'state: «closed»')}"
            )
            each = only(of(state, text.removeprefix(PLAN)))
            assert each[:4] == (FILE, line, column, "GP510")
            assert each.message == "the plan is closed, and nothing says since when and why"
            assert each.hint == "add closed: {date: DAY, reason: WHY}"

    def test_the_word_of_an_earlier_closing_closes_it_not_again(self) -> None:
        opened = self.CLOSED.replace("state: closed", "state: approved")
        assert only(of(opened, self.CLOSED)).code == "GP510"
        assert of(opened, self.CLOSED.replace("01-10", "01-12")) == []

    def test_of_a_baseline_nothing_is_known(self) -> None:
        assert since_baseline(pay(DATED), pay(DATED, "tolerance: 9 months\n")).findings == ()

    def test_it_is_accepted_in_the_change_that_it_came_with(self) -> None:
        accept = "accept: [{code: GP510, where: plan.yaml, reason: Agreed by the board}]\n"
        was, mild, milder = (pay(DATED, f"tolerance: {each} months\n" + accept * (each > 1)) for each in (1, 2, 3))
        judgement = judge((*VALID, *SINCE), mild, selected(mild), judged(mild), state_of(was, mild))
        assert [each.finding.code for each in judgement.accepted] == ["GP510"]
        assert not [each for each in judgement.findings if each.code > "GP7" or each.code < "GP6"]
        again = since(mild, milder)
        assert (only(again.findings).code, again.accepted) == ("GP510", ())
        assert "is of an earlier change" in str(only(again.findings).hint)


@pytest.mark.parametrize(
    ("then", "now", "wider"),
    [
        ("P1M", "P30D", True),
        ("P30D", "P1M", True),
        ("P1M", "P27D", False),
        ("P31D", "P1M", False),
        ("P1Y", "P366D", True),
        ("P365D", "P12M", True),
        ("P367D", "P12M", False),
        ("P2W", "P14D", False),
        ("P1Y", "P12M", False),
        ("P0D", "P0Y", False),
        ("P32D", "P1M", False),
    ],
)
def test_what_is_a_wider_tolerance(then: str, now: str, wider: bool) -> None:
    """In days from some day, or in months, where a month is 30 days."""
    assert is_wider(parse_length(then), parse_length(now)) == wider


def test_the_stricter_of_then_and_now_judges() -> None:
    then, now = (
        pay(DATED, "tolerance: 1 month\napprovers: HR-Board\n"),
        pay(DATED, "tolerance: 2 months\napprovers: [HR-Board, HR]\n"),
    )
    [was], [plan] = then.plans, now.plans
    strict = strictly(plan, now.organisations, was, then.organisations)
    assert (str(strict.tolerance), strict.approvers) == ("P1M", ("HR-Board",))
    assert strictly(was, then.organisations, plan, now.organisations) is was


def test_where_nothing_is_known_of_the_organisations_of_then_those_of_now_count() -> None:
    then, now = pay(DATED, "tolerance: 1 month\n"), pay(DATED, "tolerance: 1 month\napprovers: [HR-Board, HR]\n")
    [was], [plan] = then.plans, now.plans
    unknown = Directory(readable=False)
    assert strictly(was, then.organisations, was, unknown) is was
    assert strictly(plan, now.organisations, was, unknown).approvers == ("HR-Board",)
    wider, unread = since(replace(then, organisations=unknown), now).findings[::-1]
    assert (wider.code, wider.message) == ("GP510", "who may approve new dates now, and could not: HR")
    assert (unread.code, unread.message) == ("GP509", "organisations.yaml could not be read as it was")
    assert [each.code for each in since(replace(then, organisations=unknown), then).findings] == ["GP509"]


class TestNewestBaseline:
    """GP510, of a baseline against which all is judged from now on."""

    THEN = gap(
        "title: To publish the pay gap\ndue: 2025-06\nmilestones:\n  - {id: extract, title: E, due: 2025-02}\n  - {id: report, title: P, due: 2025-03}\n"
    )

    def of(self, text: str, more: Mapping[str, str] | None = None) -> list[Finding]:
        then = self.THEN | {"baselines/board-1": BASELINE}
        return found(then, then | {"baselines/board-2": text} | dict(more or {}))

    def later(self, text: str) -> str:
        return text.replace("taken: 2024-10-01", "taken: 2024-12-01")

    def test_one_with_later_dates_than_anybody_agreed_to(self) -> None:
        text, (line, column, end) = marked(self.later(BASELINE.replace("due: 2025-03", "due: «2027-03»")))
        each = only(self.of(text))
        assert (each[:4], each.end_column) == (("pay/baselines/board-2.yaml", line, column, "GP510"), end)
        assert each.message == "baseline board-2 is not what was agreed: gap#report (2027-03)"

    def test_one_that_lacks_some(self) -> None:
        text = self.later(BASELINE.replace("      - {id: report, title: Publish it, due: 2025-03}\n", ""))
        assert only(self.of(text)).message == "baseline board-2 is not what was agreed: gap#report (no date)"

    def test_one_of_what_was_agreed_is_none(self) -> None:
        assert self.of(self.later(BASELINE)) == []
        assert self.of(self.later(BASELINE.replace("2025-03", "2025-02"))) == []
        move = "revisions: [{date: 2025-01-10, was: 2025-03, reason: Late}]"
        moved = gap(self.THEN["actions/gap"].replace("title: P, due: 2025-03", f"title: P, due: 2027-03, {move}"))
        assert self.of(self.later(BASELINE.replace("due: 2025-03", "due: 2027-03")), moved) == []

    def test_an_older_one_judges_nothing(self) -> None:
        text = BASELINE.replace("due: 2025-03", "due: 2027-03").replace("2024-10-01", "2023-10-01")
        assert self.of(text) == []

    def test_one_that_is_taken_anew_is_judged_too(self) -> None:
        then = self.THEN | {"baselines/board-1": BASELINE}
        anew = BASELINE.replace("due: 2025-03", "due: 2027-03") + "replaced: [{date: 2025-01-10, reason: x}]\n"
        assert {each.code for each in found(then, then | {"baselines/board-1": anew})} == {"GP507", "GP510"}

    def test_the_first_is_none(self) -> None:
        assert found(self.THEN, self.THEN | {"baselines/board-1": BASELINE.replace("2025-03", "2027-03")}) == []


TWO = ORGANISATIONS + "Council: {name: The Council, kind: board}\n"


class TestApprovers:
    """GP510, of who may approve a new date; GP511, of who did."""

    def of(self, then: tuple[str, str], now: tuple[str, str], text: str = report("due: 2025-03")) -> list[Finding]:
        """Found by organisations.yaml and the policy of then and now."""
        files = [{"organisations.yaml": each[0], FILE: PLAN + each[1], GAP: text} for each in (then, now)]
        return list(since(tree_of(files[0]), tree_of(files[1])).findings)

    @pytest.mark.parametrize(
        ("then", "now", "who"),
        [
            ((TWO, "approvers: Council"), (TWO, "approvers: «[Council, HR-Board]»"), "HR-Board"),
            ((TWO, "approvers: Council"), (TWO, ""), "HR-Board"),
            ((TWO, "approvers: []"), (TWO, ""), "Council, HR-Board"),
            ((ORGANISATIONS, ""), (TWO, ""), "Council"),
            ((TWO, ""), (TWO.replace("Finance Department", "Finance, kind: board, note: x"), ""), "Finance"),
            ((TWO, ""), (TWO, "approvers: «[Council, HR-Board, HR]»"), "HR"),
        ],
    )
    def test_more_may_than_before(self, then: tuple[str, str], now: tuple[str, str], who: str) -> None:
        text, (line, column, _) = marked(PLAN + now[1] if "«" in now[1] else f"«{PLAN}{now[1]}»")
        each = only(self.of(then, (now[0], text.removeprefix(PLAN))))
        assert each[:4] == (FILE, line, column, "GP510")
        assert each.message == f"who may approve new dates now, and could not: {who}"

    @pytest.mark.parametrize("now", ["approvers: Council", "approvers: []", "approvers: [HR-Board, Council]"])
    def test_fewer_or_the_same_may(self, now: str) -> None:
        assert self.of((TWO, ""), (TWO, now)) == []

    def test_what_was_below_the_lead_may_not_be_lifted_above_it(self) -> None:
        each = only(self.of((TWO, ""), (TWO.replace("part_of: HR}", "part_of: Council}"), "")))
        assert each.message == "HR-Board is no longer below HR, and may approve new dates for it"
        assert self.of((TWO, ""), (TWO.replace("Council: {", "Council: {part_of: HR, "), "")) == []

    @pytest.mark.parametrize("limit", ["until: 2030", "from: 2030", "from: 2000, until: 2030"])
    def test_nor_be_lifted_above_it_for_a_time(self, limit: str) -> None:
        limited = TWO.replace("part_of: HR}", f"part_of: [{{organisation: HR, {limit}}}]}}")
        each = only(self.of((TWO, ""), (limited, "")))
        assert each.message == "HR-Board is no longer below HR, and may approve new dates for it"
        assert self.of((limited, ""), (limited, "")) == []
        assert self.of((limited, ""), (TWO, "")) == []

    APPROVED = report("due: 2025-05, revisions: [{date: 2025-01-10, was: 2025-03, reason: Late, approved_by: «%s»}]")

    @pytest.mark.parametrize(
        ("by", "name"), [("Council", "The Council (Council)"), ("HR-Board", None), ("Finance", None)]
    )
    def test_a_new_approval_is_a_note(self, by: str, name: str | None) -> None:
        text, (line, column, end) = marked(self.APPROVED % by)
        trees = [tree_of({"organisations.yaml": TWO, FILE: PLAN, GAP: each}) for each in (report("due: 2025-03"), text)]
        findings = since(*trees).findings
        if name is None:
            assert findings == ()
            return
        each = only(findings)
        assert (each[:4], each.end_column) == ((GAP, line, column, "GP511"), end)
        assert (each.severity, each.entry) == ("note", "pay/gap#report")
        assert each.message == f"due agreed anew by {name}, 2025-01-10 (was 2025-03): Publish it"
        assert since(trees[1], trees[1]).findings == ()

    def test_one_that_is_added_to_an_old_revision_is_new(self) -> None:
        text = marked(self.APPROVED % "Council")[0]
        alone = text.replace(", approved_by: Council", "")
        trees = [tree_of({"organisations.yaml": TWO, FILE: PLAN, GAP: each}) for each in (alone, text)]
        assert only(since(*trees).findings).code == "GP511"

    def test_one_that_counted_for_nothing_does_not_count_for_another_lead(self) -> None:
        text, (line, column, _) = marked(self.APPROVED % "HR-Board")
        other = text.replace("lead: HR\n", "lead: Finance\n")
        trees = [tree_of({"organisations.yaml": TWO, FILE: PLAN, GAP: each}) for each in (text, other)]
        each = only(since(*trees).findings)
        assert (each[:4], each.entry) == ((GAP, line, column, "GP510"), "pay/gap#report")
        both = since(tree_of({"organisations.yaml": TWO, FILE: PLAN, GAP: report("due: 2025-03")}), trees[1])
        assert [found.code for found in both.findings] == ["GP510", "GP511"]
        assert each.message == "the approval by HR-Board counts now that the lead is Finance, and was HR"
