"""Findings that a plan accepts: GP207, GP701, GP702, and what an acceptance takes out of the findings."""

from collections.abc import Mapping, Sequence

import pytest

from cases import for_each
from genderplan.checks import VALID, Check
from genderplan.checks.judgement import Judgement, judge
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.dates.forms import parse_date
from genderplan.findings import CODES, Finding
from genderplan.plan.plans import Tree
from trees import PLAN, TODAY, judged, pay, selected, tree_of

CHECK = (*VALID, *ON_TIME)
NO_LEAD = "title: To publish the pay gap by grade\ndue: 2025-06\n"
LATE = """\
title: To publish the pay gap by grade
lead: HR
milestones:
  - {id: extract, title: Extract payroll by grade, due: 2024-11}
  - {id: report, title: Publish the report, due: 2024-12}
"""
SOUND = "title: To review the grades\nlead: HR\ndue: 2025-06\n"
EXTRACT = ("GP401", "pay/actions/gap.yaml", 4, 57)
REPORT = ("GP401", "pay/actions/gap.yaml", 5, 50)


def accepting(*items: str) -> str:
    """An `accept` at line 3 of plan.yaml, its items at column 5 of the lines below."""
    return "accept:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def of(
    files: Mapping[str, str],
    *items: str,
    as_of: str = TODAY,
    checks: Sequence[Check] = CHECK,
    policy: str = "",
    **criteria: Sequence[str],
) -> Judgement:
    """The judgement of the one plan `pay` that accepts what the items say."""
    return judgement(pay(files, accepting(*items) + policy), as_of, checks, **criteria)


def judgement(tree: Tree, as_of: str = TODAY, checks: Sequence[Check] = CHECK, **criteria: Sequence[str]) -> Judgement:
    return judge(checks, tree, selected(tree, **criteria), judged(tree, as_of))


def places(report: Judgement) -> list[tuple[str, str, int, int]]:
    return [place(each) for each in report.findings]


def accepted(report: Judgement) -> list[tuple[str, str, int, int]]:
    return [place(each.finding) for each in report.accepted]


def place(each: Finding) -> tuple[str, str, int, int]:
    return (each.code, each.file, each.line, each.column)


def test_an_accepted_finding_is_no_finding_and_is_kept_with_its_reason() -> None:
    report = of({"actions/gap": NO_LEAD}, "code: GP601, where: gap, reason: The board names one, until: 2025-03")
    assert report.findings == ()
    [each] = report.accepted
    assert place(each.finding) == ("GP601", "pay/actions/gap.yaml", 1, 1)
    assert (each.finding.severity, each.finding.hint, each.finding.entry) == ("note", None, "pay/gap")
    assert (each.reason, each.until) == ("The board names one", parse_date("2025-03"))
    assert (report.summary.errors, report.summary.warnings, report.summary.notes) == (0, 0, 0)
    assert report.summary.accepted == 1


def test_an_acceptance_without_an_end_has_none() -> None:
    [each] = of({"actions/gap": NO_LEAD}, "code: GP601, where: gap, reason: So it is").accepted
    assert each.until is None


def test_without_acceptances_the_findings_are_as_they_were() -> None:
    report = judgement(pay({"actions/gap": LATE}))
    assert (places(report), report.accepted, report.summary.accepted) == ([EXTRACT, REPORT], (), 0)


def test_only_the_code_that_is_named_is_accepted() -> None:
    report = of({"actions/gap": "title: To publish the pay gap\n"}, "code: GP602, where: gap, reason: So it is")
    assert accepted(report) == [("GP602", "pay/actions/gap.yaml", 1, 1)]
    assert places(report) == [("GP601", "pay/actions/gap.yaml", 1, 1)]


@pytest.mark.parametrize(
    ("where", "inside", "outside"),
    [
        ("gap", [EXTRACT, REPORT], []),
        ("gap#extract", [EXTRACT], [REPORT]),
        ("gap#report", [REPORT], [EXTRACT]),
    ],
)
def test_an_entry_covers_its_milestones_and_a_milestone_only_itself(
    where: str, inside: list[object], outside: list[object]
) -> None:
    report = of({"actions/gap": LATE}, f"code: GP401, where: {where}, reason: So it is")
    assert (accepted(report), places(report)) == (inside, outside)
    assert report.summary.errors == len(outside)


def test_several_findings_under_one_acceptance_have_its_reason() -> None:
    report = of({"actions/gap": LATE}, "code: GP401, where: gap, reason: The payroll system moves")
    assert [each.reason for each in report.accepted] == ["The payroll system moves"] * 2
    assert report.summary.accepted == 2


def test_an_entry_whose_id_begins_alike_is_another() -> None:
    files = {"actions/gap": NO_LEAD, "actions/gap-page": NO_LEAD, "projects/ga": SOUND}
    report = of(files, "code: GP601, where: gap, reason: So it is")
    assert accepted(report) == [("GP601", "pay/actions/gap.yaml", 1, 1)]
    assert places(report) == [("GP601", "pay/actions/gap-page.yaml", 1, 1)]


def test_an_entry_of_the_same_id_in_another_plan_is_another() -> None:
    files = {
        "organisations.yaml": "HR: {}\n",
        "pay/plan.yaml": PLAN + accepting("code: GP601, where: gap, reason: So it is"),
        "pay/actions/gap.yaml": NO_LEAD,
        "other/plan.yaml": PLAN,
        "other/actions/gap.yaml": NO_LEAD,
    }
    report = judgement(tree_of(files))
    assert accepted(report) == [("GP601", "pay/actions/gap.yaml", 1, 1)]
    assert places(report) == [("GP601", "other/actions/gap.yaml", 1, 1)]


PINNED = "state: approved\nstatus_date: 2025-01-15\n"


def test_the_plan_file_is_a_place() -> None:
    report = of({"actions/gap": SOUND}, "code: GP404, where: plan.yaml, reason: Kept for the record", policy=PINNED)
    assert (accepted(report), report.findings) == ([("GP404", "pay/plan.yaml", 6, 14)], ())


def test_the_plan_file_covers_none_of_its_entries() -> None:
    report = of({"actions/gap": NO_LEAD}, "code: GP601, where: plan.yaml, reason: So it is")
    assert report.accepted == ()
    assert places(report) == [("GP601", "pay/actions/gap.yaml", 1, 1), ("GP702", "pay/plan.yaml", 4, 5)]


def test_what_plan_yaml_says_of_an_entry_is_the_entrys() -> None:
    report = of({"actions/gap": SOUND}, "code: GP601, where: gap")
    assert [(each.code, each.entry) for each in report.findings] == [("GP701", "pay/gap")]


def test_an_entry_does_not_cover_the_plan_file() -> None:
    report = of({"actions/gap": SOUND}, "code: GP404, where: gap, reason: So it is", policy=PINNED)
    assert places(report) == [("GP702", "pay/plan.yaml", 4, 5), ("GP404", "pay/plan.yaml", 6, 14)]


def test_what_is_said_of_an_entry_in_a_baseline_is_accepted_with_it() -> None:
    baseline = "genderplan: 1\nentries:\n  gap: {kind: action, title: Gap, lead: Personnel}\n"
    files = {"actions/gap": SOUND, "baselines/board-1": baseline}
    report = of(files, "code: GP205, where: gap, reason: The paper says Personnel", checks=VALID)
    assert accepted(report) == [("GP205", "pay/baselines/board-1.yaml", 3, 41)]
    assert report.findings == ()


class TestWithoutAReason:
    """GP701: it accepts nothing."""

    @pytest.mark.parametrize("checks", [VALID, CHECK], ids=["validate", "check"])
    def test_it_is_an_error_and_the_finding_stays(self, checks: Sequence[Check]) -> None:
        report = of({"actions/gap": NO_LEAD}, "code: GP601, where: gap", checks=checks)
        assert places(report) == [("GP601", "pay/actions/gap.yaml", 1, 1), ("GP701", "pay/plan.yaml", 4, 5)]
        found = report.findings[1]
        assert found.message == "GP601 at gap is accepted without a reason"
        assert (found.severity, found.hint, found.entry) == ("error", "give a reason", "pay/gap")
        assert (report.accepted, report.summary.errors) == ((), 1)

    def test_it_is_not_unused_too(self) -> None:
        assert places(of({"actions/gap": SOUND}, "code: GP601, where: gap")) == [("GP701", "pay/plan.yaml", 4, 5)]

    def test_of_the_plan_file_it_is_of_no_entry(self) -> None:
        [found] = of({"actions/gap": SOUND}, "code: GP404, where: plan.yaml").findings
        assert (found.code, found.entry) == ("GP701", None)
        assert found.message == "GP404 at plan.yaml is accepted without a reason"

    def test_each_has_its_own_place(self) -> None:
        items = ("code: GP601, where: gap, reason: So it is", "code: GP602, where: gap")
        report = of({"actions/gap": NO_LEAD}, *items)
        assert places(report) == [("GP701", "pay/plan.yaml", 5, 5)]
        assert accepted(report) == [("GP601", "pay/actions/gap.yaml", 1, 1)]


class TestOfNothing:
    """GP207: it names what is not in the plan."""

    @pytest.mark.parametrize(
        ("where", "hint"),
        [
            ("gapp", "did you mean 'gap'?"),
            ("pay/gap", "did you mean 'gap'?"),
            ("gap#extracts", "did you mean 'gap#extract'?"),
            ("gap#", "did you mean 'gap'?"),
            ("plan.yml", "did you mean 'plan.yaml'?"),
            ("Gap", "did you mean 'gap'?"),
            ("return-to-work", None),
        ],
    )
    def test_it_is_an_error_at_the_name(self, where: str, hint: str | None) -> None:
        report = of({"actions/gap": LATE}, f'code: GP401, where: "{where}", reason: So it is', checks=VALID)
        [found] = report.findings
        assert place(found) == ("GP207", "pay/plan.yaml", 4, 26)
        assert found.end_column == 26 + len(where) + 2
        assert (found.message, found.hint) == (f"nothing is named '{where}'", hint)
        assert (found.severity, found.entry) == ("error", None)

    def test_in_check_it_is_not_unused_too_and_the_finding_stays(self) -> None:
        report = of({"actions/gap": NO_LEAD}, "code: GP601, where: gop, reason: So it is")
        assert places(report) == [("GP601", "pay/actions/gap.yaml", 1, 1), ("GP207", "pay/plan.yaml", 4, 26)]

    def test_a_milestone_of_another_entry_is_not_there(self) -> None:
        files = {"actions/gap": LATE, "actions/grades": SOUND}
        report = of(files, "code: GP401, where: grades#extract, reason: So it is", checks=VALID)
        assert places(report) == [("GP207", "pay/plan.yaml", 4, 26)]
        assert report.findings[0].hint == "did you mean 'gap#extract'?"

    def test_without_a_reason_both_are_told(self) -> None:
        report = of({"actions/gap": SOUND}, "code: GP601, where: gapp")
        assert places(report) == [("GP701", "pay/plan.yaml", 4, 5), ("GP207", "pay/plan.yaml", 4, 26)]


class TestOfWhatCouldNotBeRead:
    """A file that is left out might hold what is named, and have what is accepted."""

    @pytest.mark.parametrize("where", ["broken", "broken#extract"])
    @pytest.mark.parametrize("checks", [VALID, CHECK], ids=["validate", "check"])
    @pytest.mark.parametrize("text", ["titel: Broken\n", "- no mapping\n", "", "title: a: b\n"])
    def test_it_is_neither_unknown_nor_unused(self, where: str, checks: Sequence[Check], text: str) -> None:
        files = {"actions/gap": SOUND, "actions/broken": text}
        report = of(files, f"code: GP601, where: {where}, reason: So it is", checks=checks)
        assert {each.file for each in report.findings} == {"pay/actions/broken.yaml"}
        assert {each.code for each in report.findings} <= {"GP005", "GP006", "GP101", "GP102"}

    def test_without_a_reason_it_is_told_all_the_same(self) -> None:
        report = of({"actions/gap": SOUND, "actions/broken": ""}, "code: GP601, where: broken")
        assert [each.code for each in report.findings] == ["GP006", "GP701"]

    @pytest.mark.parametrize(
        ("broken", "code", "line"),
        [
            ("organisations.yaml", "GP204", "lead: HRR\n"),
            ("pay/actions/other.yaml", "GP202", "milestones: [{id: a, title: A, depends_on: other#b}]\n"),
            ("pay/baselines/board-1.yaml", "GP501", "due: 2025-06\n"),
        ],
    )
    def test_what_another_file_would_show_is_not_unused(self, broken: str, code: str, line: str) -> None:
        files = {
            "organisations.yaml": "HR: {}\n",
            "pay/plan.yaml": PLAN + accepting(f"code: {code}, where: gap, reason: So it is"),
            "pay/actions/gap.yaml": f"title: Gap\n{line}",
        }
        report = judgement(tree_of(files | {broken: "- no mapping\n"}))
        assert "GP702" not in [each.code for each in report.findings]


class TestOfWhatIsNotFound:
    """GP702: nothing needs it."""

    @pytest.mark.parametrize("checks", [VALID, CHECK], ids=["validate", "check"])
    @pytest.mark.parametrize(
        ("where", "entry"), [("gap", "pay/gap"), ("gap#extract", "pay/gap#extract"), ("plan.yaml", None)]
    )
    def test_it_is_a_warning_at_the_acceptance(self, where: str, entry: str | None, checks: Sequence[Check]) -> None:
        report = of({"actions/gap": LATE}, f"code: GP304, where: {where}, reason: So it is", checks=checks)
        [found] = [each for each in report.findings if each.code != "GP401"]
        assert place(found) == ("GP702", "pay/plan.yaml", 4, 5)
        assert found.message == f"nothing needs the acceptance of GP304 at {where}"
        assert (found.severity, found.hint, found.entry) == ("warning", "remove it", entry)
        assert report.summary.warnings == 1

    @pytest.mark.parametrize(
        ("code", "where"),
        [("GP401", "gap"), ("GP402", "gap"), ("GP403", "gap"), ("GP404", "plan.yaml"), ("GP501", "gap")],
    )
    def test_of_a_code_that_depends_on_the_day_check_alone_tells(self, code: str, where: str) -> None:
        item = f"code: {code}, where: {where}, reason: So it is"
        assert of({"actions/gap": SOUND}, item, checks=VALID).findings == ()
        assert places(of({"actions/gap": SOUND}, item)) == [("GP702", "pay/plan.yaml", 4, 5)]

    def test_of_two_of_the_same_the_second_is_not_needed(self) -> None:
        items = ("code: GP601, where: gap, reason: The first", "code: GP601, where: gap, reason: The second")
        report = of({"actions/gap": NO_LEAD}, *items)
        assert [each.reason for each in report.accepted] == ["The first"]
        assert places(report) == [("GP702", "pay/plan.yaml", 5, 5)]

    def test_of_a_milestone_under_an_entry_the_second_is_not_needed(self) -> None:
        items = ("code: GP401, where: gap, reason: The entry", "code: GP401, where: gap#extract, reason: One of it")
        report = of({"actions/gap": LATE}, *items)
        assert [each.reason for each in report.accepted] == ["The entry"] * 2
        assert places(report) == [("GP702", "pay/plan.yaml", 5, 5)]

    def test_the_narrower_first_and_both_are_needed(self) -> None:
        items = ("code: GP401, where: gap#extract, reason: One of it", "code: GP401, where: gap, reason: The entry")
        report = of({"actions/gap": LATE}, *items)
        assert [each.reason for each in report.accepted] == ["One of it", "The entry"]
        assert report.findings == ()

    def test_one_without_a_reason_takes_nothing_from_the_next(self) -> None:
        items = ("code: GP601, where: gap", "code: GP601, where: gap, reason: So it is")
        report = of({"actions/gap": NO_LEAD}, *items)
        assert [each.reason for each in report.accepted] == ["So it is"]
        assert places(report) == [("GP701", "pay/plan.yaml", 4, 5)]


class TestUntil:
    """An end is judged by `check` alone, and its last day is included."""

    ITEM = "code: GP401, where: gap#report, reason: The union asks for time, until: "

    @pytest.mark.parametrize(
        ("until", "as_of", "holds"),
        [
            ("2025-01-15", "2025-01-14", True),
            ("2025-01-15", "2025-01-15", True),
            ("2025-01-15", "2025-01-16", False),
            ("2025-01", "2025-01-31", True),
            ("2025-01", "2025-02-01", False),
            ("2025-Q1", "2025-03-31", True),
            ("2025-Q1", "2025-04-01", False),
            ("FY2024-25", "2025-04-01", False),
        ],
    )
    def test_it_holds_to_the_end_of_its_last_day(self, until: str, as_of: str, holds: bool) -> None:
        report = of({"actions/gap": LATE}, self.ITEM + until, as_of=as_of)
        assert (REPORT in accepted(report)) == holds
        assert (REPORT in places(report)) != holds
        assert EXTRACT in places(report)
        assert "GP702" not in [each.code for each in report.findings]

    def test_then_the_finding_comes_back_and_says_so(self) -> None:
        report = of({"actions/gap": LATE}, self.ITEM + "2024-12", as_of="2025-01-15")
        [_, found] = report.findings
        assert place(found) == REPORT
        assert found.message == "overdue by 15 days (due 2024-12): Publish the report"
        assert found.hint == "accepted until 2024-12, which has passed"
        assert (report.accepted, report.summary.accepted, report.summary.errors) == ((), 0, 2)

    def test_a_hint_that_there_is_comes_first(self) -> None:
        files = {"actions/gap": "title: Gap\nlead: HRR\ndue: 2025-06\n"}
        report = of(files, "code: GP204, where: gap, reason: To be declared, until: 2024")
        assert [each.hint for each in report.findings] == [
            "did you mean 'HR'?; accepted until 2024, which has passed",
        ]

    def test_in_validate_it_stays_accepted(self) -> None:
        files = {"actions/gap": NO_LEAD}
        item = "code: GP601, where: gap, reason: So it is, until: 2020"
        report = of(files, item, checks=VALID)
        assert (report.findings, len(report.accepted)) == ((), 1)
        assert places(of(files, item)) == [("GP601", "pay/actions/gap.yaml", 1, 1)]

    def test_validate_needs_no_day(self) -> None:
        tree = pay({"actions/gap": NO_LEAD}, accepting("code: GP601, where: gap, reason: So it is, until: 2020"))
        report = judge(VALID, tree, selected(tree), ())
        assert (report.findings, len(report.accepted)) == ((), 1)

    @pytest.mark.parametrize("until", ["2020", "2030"])
    def test_unused_it_is_not_needed_whether_past_or_to_come(self, until: str) -> None:
        report = of({"actions/gap": SOUND}, f"code: GP601, where: gap, reason: So it is, until: {until}")
        assert places(report) == [("GP702", "pay/plan.yaml", 4, 5)]

    def test_one_that_still_holds_counts_before_one_that_has_ended(self) -> None:
        items = (
            "code: GP601, where: gap, reason: Then, until: 2024",
            "code: GP601, where: gap, reason: Now, until: 2025",
        )
        report = of({"actions/gap": NO_LEAD}, *items)
        assert [each.reason for each in report.accepted] == ["Now"]
        assert places(report) == [("GP702", "pay/plan.yaml", 4, 5)]

    def test_each_plan_has_its_own_day(self) -> None:
        item = accepting("code: GP601, where: gap, reason: So it is, until: 2024-12")
        files = {f"{plan}/plan.yaml": PLAN + item for plan in ("early", "late")}
        files |= {f"{plan}/actions/gap.yaml": NO_LEAD for plan in ("early", "late")}
        tree = tree_of(files)
        standings = (judged(tree, "2024-12-31")[0], judged(tree, "2025-01-01")[1])
        report = judge(CHECK, tree, selected(tree), standings)
        assert accepted(report) == [("GP601", "early/actions/gap.yaml", 1, 1)]
        assert places(report) == [("GP601", "late/actions/gap.yaml", 1, 1)]


class TestFilters:
    """What is asked for narrows what is accepted as it narrows what is found."""

    FILES: Mapping[str, str] = {"actions/gap": LATE, "actions/grades": LATE.replace("lead: HR", "lead: Finance")}
    ITEMS = (
        "code: GP401, where: gap, reason: The gap",
        "code: GP401, where: grades#report, reason: The grades",
        "code: GP304, where: grades, reason: Not needed",
    )

    def test_by_lead(self) -> None:
        hr, finance = (of(self.FILES, *self.ITEMS, lead=[name]) for name in ("HR", "Finance"))
        assert [each.reason for each in hr.accepted] == ["The gap"] * 2
        assert (hr.findings, hr.summary.accepted) == ((), 2)
        assert [each.reason for each in finance.accepted] == ["The grades"]
        assert [each.code for each in finance.findings] == ["GP401", "GP702"]
        assert (finance.summary.errors, finance.summary.warnings, finance.summary.accepted) == (1, 1, 1)

    def test_what_is_filtered_out_is_not_unused(self) -> None:
        report = of(self.FILES, *self.ITEMS[:2], lead=["HR"])
        assert report.findings == ()

    def test_by_plan(self) -> None:
        files = {
            "pay/plan.yaml": PLAN + accepting("code: GP601, where: gap, reason: So it is"),
            "pay/actions/gap.yaml": NO_LEAD,
            "other/plan.yaml": PLAN + accepting("code: GP602, where: gap, reason: Not needed"),
            "other/actions/gap.yaml": NO_LEAD,
        }
        tree = tree_of(files)
        of_pay = judge(CHECK, tree, selected(tree, plan=["pay"]), judged(tree)[1:])
        assert (accepted(of_pay), of_pay.findings) == ([("GP601", "pay/actions/gap.yaml", 1, 1)], ())
        of_other = judge(CHECK, tree, selected(tree, plan=["other"]), judged(tree)[:1])
        assert accepted(of_other) == []
        assert places(of_other) == [("GP601", "other/actions/gap.yaml", 1, 1), ("GP702", "other/plan.yaml", 4, 5)]


def of_reading(item: str) -> Finding:
    [found] = pay({"actions/gap": SOUND}, accepting(item)).findings
    return found


@for_each("code", [code for code in CODES if code < "GP2" and code not in {"GP019", "GP110"}])
def test_what_leaves_a_file_out_cannot_be_accepted(code: str) -> None:
    found = of_reading(f"code: {code}, where: gap, reason: So it is")
    assert (*place(found), found.end_column) == ("GP108", "pay/plan.yaml", 4, 12, 17)
    assert found.message == f"{code} cannot be accepted"
    assert found.hint == "what has it is left out of the plan until it is mended"


@pytest.mark.parametrize("code", ["GP207", "GP701", "GP702"])
def test_what_is_wrong_with_an_acceptance_cannot_be_accepted(code: str) -> None:
    found = of_reading(f"code: {code}, where: gap, reason: So it is")
    assert (*place(found), found.end_column) == ("GP108", "pay/plan.yaml", 4, 12, 17)
    assert (found.message, found.hint) == (f"{code} cannot be accepted", "mend the acceptance that has it")


ACCEPTABLE = [code for code in CODES if code in {"GP019", "GP110"} or ("GP2" < code < "GP7" and code != "GP207")]


@for_each("code", ACCEPTABLE)
def test_all_else_can_be(code: str) -> None:
    tree = pay({"actions/gap": SOUND}, accepting(f"code: {code}, where: gap, reason: So it is"))
    assert tree.findings == ()
    [row] = tree.plans[0].accepted
    assert (row.code, row.where, row.reason, row.until) == (code, "gap", "So it is", None)


@pytest.mark.parametrize(
    ("code", "hint"),
    [("GP6O4", "did you mean 'GP604'?"), ("gp601", "did you mean 'GP601'?"), ("no-lead", None), ("overdue", None)],
)
def test_an_unknown_code_gets_a_suggestion(code: str, hint: str | None) -> None:
    found = of_reading(f"code: {code}, where: gap, reason: So it is")
    assert (*place(found), found.end_column) == ("GP108", "pay/plan.yaml", 4, 12, 12 + len(code))
    assert (found.message, found.hint) == (f"'{code}' is no code of a finding", hint)


@pytest.mark.parametrize(
    ("item", "code", "column"),
    [
        ("where: gap, reason: So it is", "GP103", 5),
        ("code: GP601, reason: So it is", "GP103", 5),
        ('code: GP601, where: gap, reason: " "', "GP111", 39),
        ("code: GP601, where: gap, reason: So it is, until: March", "GP105", 56),
        ("code: GP601, where: gap, reasons: So it is", "GP102", 31),
        ("code: [GP601], where: gap, reason: So it is", "GP104", 12),
    ],
)
def test_an_acceptance_of_another_form_is_refused(item: str, code: str, column: int) -> None:
    assert place(of_reading(item)) == (code, "pay/plan.yaml", 4, column)
