"""GP302, and GP115 of cycles: ends before starts, in every span of two dates that files have, at each precision."""

import pytest

from cases import for_each
from genderplan.checks import VALID
from genderplan.plan.plans import Tree
from support import marked
from trees import ORGANISATIONS, PLAN, checked, tree_of

ENDS = [
    ("2025-06", "2025-05", True),
    ("2025-06", "2025-06", False),
    ("2025-06-10", "2025-06", False),  # the month ends after the day
    ("2025-06", "2025-06-01", False),  # the day is in the month
    ("2025-06", "2025-05-31", True),
    ("2025-06-10", "2025-06-09", True),
    ("2025-Q3", "2025-06-30", True),
    ("2025-Q3", "2025-07-01", False),
    ("2025-autumn", "2025-08", True),
    ("2025-autumn", "2025-Q3", False),
    ("2025", "2025-01-01", False),
    ("2025", "2024", True),
    ("FY2025-26", "2025-03", True),
    ("FY2025-26", "2025-Q2", False),
    ("FY2025-26-Q2", "FY2025-26-Q1", True),
    ("AY2025-26", "2025-summer", True),
    ("AY2025-26", "FY2025-26-Q2", False),
]

FRAMEWORK = "genderplan: 1\ntitle: Standard\nsections: [{id: pay, title: Pay}]\n"
BASELINE = "genderplan: 1\nentries:\n  a:\n    kind: project\n    title: A\n"
SPANS = [
    ("pay/plan.yaml", PLAN + "period: {start: START, end: «END»}\n", None),
    ("pay/projects/a.yaml", "title: A\nstart: START\nend: «END»\n", "pay/a"),
    ("pay/projects/a.yaml", "title: A\nstart: START\ndue: «END»\n", "pay/a"),
    ("pay/actions/a.yaml", "title: A\nstart: START\nend: «END»\ndue: END\n", "pay/a"),
    ("pay/actions/a.yaml", "title: A\nstart: START\nend: 2030\ndue: «END»\n", "pay/a"),
    ("pay/baselines/b.yaml", BASELINE + "    start: START\n    end: «END»\n", "pay/a"),
    ("pay/baselines/b.yaml", BASELINE + "    start: START\n    due: «END»\n", "pay/a"),
    ("organisations.yaml", "A:\n  holders:\n    - {name: A. Person, from: START, to: «END»}\n", None),
    ("organisations.yaml", "A: {}\nB:\n  part_of:\n    - {organisation: A, from: START, until: «END»}\n", None),
    ("organisations.yaml", "A: {}\nB:\n  part_of:\n    organisation: A\n    from: START\n    until: «END»\n", None),
    ("frameworks/standard.yaml", FRAMEWORK + "valid: {from: START, until: «END»}\n", None),
]


def spanning(file: str, text: str) -> Tree:
    return tree_of({"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN} | {file: text})


@for_each(("start", "end", "is_early"), ENDS)
@for_each(("file", "form", "entry"), SPANS)
def test_an_end_before_its_start(start: str, end: str, is_early: bool, file: str, form: str, entry: str | None) -> None:
    text, place = marked(form.replace("START", start).replace("END", end))
    findings = checked(spanning(file, text), checks=VALID)
    told = [
        (each.file, each.line, each.column, each.end_column, each.code, each.entry)
        for each in findings
        if each.severity == "error"
    ]
    assert told == ([(file, *place, "GP302", entry)] if is_early else [])


@pytest.mark.parametrize(
    ("file", "form", "message"),
    [
        (*SPANS[0][:2], "ends 2024, before it starts 2025"),
        (*SPANS[2][:2], "is due 2024, before it starts 2025"),
        (*SPANS[-1][:2], "ends 2024, before it starts 2025"),
    ],
)
def test_what_is_said_of_it(file: str, form: str, message: str) -> None:
    text, _ = marked(form.replace("START", "2025").replace("END", "2024"))
    (one,) = [each for each in checked(spanning(file, text), checks=VALID) if each.code == "GP302"]
    assert (one.message, one.hint) == (
        message,
        "correct the date that is wrong; often the two have changed places",
    )


@pytest.mark.parametrize("given", ["start: START\n", "end: END\n", "due: END\n"])
def test_one_date_alone_is_no_span(given: str) -> None:
    text = "title: A\n" + given.replace("START", "2025").replace("END", "2024")
    assert not [each for each in checked(spanning("pay/actions/a.yaml", text), checks=VALID) if each.code == "GP302"]


RECEIPT = "receives:\n  - {id: r, title: R, every_meetings: 2, from: feb, until: «END»}\n"


@for_each(("start", "end", "is_early"), ENDS)
def test_a_report_ends_before_the_meeting_that_receives_it_first(start: str, end: str, is_early: bool) -> None:
    text, place = marked(RECEIPT.replace("END", end) + f"meetings: [{{id: feb, date: {start}}}]\n")
    files = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN, "boards/HR-Board.yaml": text}
    found = [each for each in checked(tree_of(files), checks=VALID) if each.code == "GP302"]
    assert [(each.file, each.line, each.column, each.end_column) for each in found] == (
        [("boards/HR-Board.yaml", *place)] if is_early else []
    )
    assert {each.message for each in found} <= {f"ends {end}, before its first meeting, feb of {start}"}


def test_a_report_from_a_meeting_that_has_no_date_or_is_not_there_has_no_start() -> None:
    for meetings in ("meetings: [{id: feb}]\n", "meetings: [{id: mar, date: 2025}]\n"):
        text, _ = marked(RECEIPT.replace("END", "1999") + meetings)
        files = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN, "boards/HR-Board.yaml": text}
        assert not [each for each in checked(tree_of(files), checks=VALID) if each.code == "GP302"]


CYCLES = [
    ("pay/actions/a.yaml", "title: A\ndue: START\nevery: 5 years\nuntil: «END»\n"),
    (
        "pay/actions/a.yaml",
        "title: A\nmilestones: [{id: m, title: M, due: START, every: 5 years, until: «END»}]\n",
    ),
    ("pay/baselines/b.yaml", BASELINE + "    due: START\n    every: 5 years\n    until: «END»\n"),
    ("boards/HR-Board.yaml", "meets: {from: START, every: 5 years, until: «END»}\n"),
    ("boards/HR-Board.yaml", "champions: {from: START, every: 5 years, until: «END»}\n"),
    ("boards/HR-Board.yaml", "receives: [{id: r, title: R, from: START, every: 5 years, until: «END»}]\n"),
    ("boards/HR-Board.yaml", "receives: [{id: r, title: R, from: START, every_meetings: 2, until: «END»}]\n"),
    (
        "frameworks/standard.yaml",
        FRAMEWORK.replace("Pay}", "Pay, cycle: {from: START, every: 5 years, until: «END»}}"),
    ),
]


@for_each(("start", "end", "is_early"), [each for each in ENDS if each[2]] + [("2025-06", "2025-06", False)])
@for_each(("file", "form"), CYCLES)
def test_a_cycle_that_ends_before_its_first_time(start: str, end: str, is_early: bool, file: str, form: str) -> None:
    text, place = marked(form.replace("START", start).replace("END", end))
    errors = [each for each in spanning(file, text).findings if each.severity == "error"]
    told = [(each.file, each.line, each.column, each.end_column, each.code) for each in errors]
    assert told == ([(file, *place, "GP115")] if is_early else [])
    assert {each.message for each in errors} <= {f"'until' {end} is before the first date, {start}"}
    assert {each.hint for each in errors} <= {"write a later 'until', or an earlier first date"}


def test_a_cycle_that_ends_within_its_first_time() -> None:
    """The first time is due by the last day of June: of a cycle that ends before that day nothing is left."""
    text, _ = marked(CYCLES[0][1].replace("START", "2025-06").replace("END", "2025-06-10"))
    (one,) = spanning("pay/actions/a.yaml", text).findings
    assert (one.code, one.message) == ("GP115", "'until' 2025-06-10 is before the end of the first date, 2025-06")
