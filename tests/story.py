"""An invented company's plan over a year: what each commit makes of its files.

Dates slip, one of them again and again; one is brought forward. Things are done, added and given up. Some moves are
explained by a revision and some are not, and one commit changes nothing but words.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

PLAN = "careers-2025"
FOLDER = f"plans/{PLAN}"

_ORGANISATIONS = """\
People: {name: People and Culture, kind: unit}
Finance: {name: Finance, kind: unit}
Board: {name: Equality Board, kind: board}
Unions: {name: Joint Union Side, kind: partner}
"""

_HEADING = """\
genderplan: 1
title: Fair pay and careers
period: {start: 2025-01, end: 2026-06}
status_date: 2025-01-20
objectives:
  - {id: pay, title: Equal pay}
  - {id: careers, title: Careers for all}
"""

_PAY_GAP = """\
title: Publish the pay gap
objective: pay
lead: [People, Finance]
milestones:
  - id: extract
    title: Extract payroll by grade
    due: 2025-03
  - id: report
    title: Publish the report
    due: 2025-06
"""

_GRADES = """\
title: Review the grades
objective: pay
lead: Finance
milestones:
  - id: review
    title: Agree on new grades with the unions
    due: 2025-07
"""

_PANELS = """\
title: Train every selection panel
objective: careers
lead: People
milestones:
  - id: trainer
    title: Choose a trainer
    due: 2025-04
  - id: course
    title: Hold the first course
    due: 2025-09
"""

_MENTORING = """\
title: Mentoring for returners
objective: careers
lead: People
milestones:
  - id: pilot
    title: Find twenty mentors
    due: 2025-10
"""

_CARERS = """\
title: Leave for carers
objective: careers
lead: Unions
milestones:
  - id: policy
    title: Put the policy to the board
    due: 2025-11
"""


class Commit(NamedTuple):
    """What a commit writes: files that are new, and in others one text in the place of another; a tag that it gets."""

    day: str
    author: str
    subject: str
    changed: Mapping[str, tuple[tuple[str, str], ...]]
    new: Mapping[str, str] = {}
    tag: str | None = None


def _heading(was: str, now: str) -> dict[str, tuple[tuple[str, str], ...]]:
    return {"plan.yaml": ((f"status_date: {was}", f"status_date: {now}"),)}


COMMITS = (
    Commit(
        "2025-01-20",
        "R. Okafor",
        "The plan as the board agreed it",
        {},
        {
            "plan.yaml": _HEADING,
            "actions/pay-gap.yaml": _PAY_GAP,
            "actions/grades.yaml": _GRADES,
            "actions/panels.yaml": _PANELS,
            "projects/mentoring.yaml": _MENTORING,
        },
        tag="board/1",
    ),
    Commit(
        "2025-04-14",
        "R. Okafor",
        "First quarter: two done, the report waits for payroll",
        _heading("2025-01-20", "2025-04-14")
        | {
            "actions/pay-gap.yaml": (
                ("due: 2025-03\n", "due: 2025-03\n    completed: 2025-03-28\n"),
                (
                    "due: 2025-06\n",
                    (
                        "due: 2025-08\n    revisions:\n      - {date: 2025-04-10, was: 2025-06, "
                        "reason: Payroll moves to a new system, approved_by: Board}\n"
                    ),
                ),
            ),
            "actions/panels.yaml": (("due: 2025-04\n", "due: 2025-04\n    completed: 2025-04-11\n"),),
        },
        tag="board/2",
    ),
    Commit(
        "2025-05-06",
        "L. Brandt",
        "Say it in plain words",
        {"projects/mentoring.yaml": (("Mentoring for returners", "Mentors for those who return to work"),)},
    ),
    Commit(
        "2025-06-16",
        "L. Brandt",
        "Carers' leave is new; grades take longer",
        _heading("2025-04-14", "2025-06-16")
        | {
            "actions/grades.yaml": (("due: 2025-07\n", "due: 2025-09\n"),),
            "actions/panels.yaml": (("due: 2025-09\n", "due: 2025-08\n"),),
        },
        {"actions/carers.yaml": _CARERS},
        tag="board/3",
    ),
    Commit(
        "2025-09-08",
        "L. Brandt",
        "Third quarter: the first course is held",
        _heading("2025-06-16", "2025-09-08")
        | {
            "actions/panels.yaml": (("due: 2025-08\n", "due: 2025-08\n    completed: 2025-08-29\n"),),
            "actions/pay-gap.yaml": (("due: 2025-08\n", "due: 2025-10\n"),),
            "actions/grades.yaml": (
                (
                    "due: 2025-09\n",
                    (
                        "due: 2025-12\n    revisions:\n      - {date: 2025-09-04, was: 2025-09, "
                        "reason: The unions ask for a second round}\n"
                    ),
                ),
            ),
        },
        tag="board/4",
    ),
    Commit(
        "2025-11-03",
        "R. Okafor",
        "The report is out; mentoring is given up",
        _heading("2025-09-08", "2025-11-03")
        | {
            "actions/pay-gap.yaml": (("due: 2025-10\n", "due: 2025-10\n    completed: 2025-10-20\n"),),
            "projects/mentoring.yaml": (
                (
                    "due: 2025-10\n",
                    "due: 2025-10\n    cancelled: {date: 2025-10-31, reason: Four mentors were found}\n",
                ),
            ),
            "actions/carers.yaml": (
                (
                    "due: 2025-11\n",
                    (
                        "due: 2026-01\n    revisions:\n      - {date: 2025-10-31, was: 2025-11, "
                        "reason: The board meets in January, approved_by: Board}\n"
                    ),
                ),
            ),
        },
        tag="board/5",
    ),
    Commit(
        "2025-12-01",
        "L. Brandt",
        "Grades after the holidays",
        _heading("2025-11-03", "2025-12-15") | {"actions/grades.yaml": (("due: 2025-12\n", "due: 2026-02\n"),)},
    ),
)


def states() -> Iterator[tuple[Commit, dict[str, str]]]:
    """Each commit with the files that it writes, by their paths in the repository."""
    at_hand: dict[str, str] = {}
    for commit in COMMITS:
        written = dict(commit.new)
        for name, edits in commit.changed.items():
            written[name] = at_hand[name]
            for old, new in edits:
                assert written[name].count(old) == 1
                written[name] = written[name].replace(old, new)
        at_hand |= written
        yield commit, {f"{FOLDER}/{name}": text for name, text in written.items()}


def organisations(others: str = "") -> dict[str, str]:
    """The register of organisations, behind what stands in one already."""
    return {"plans/organisations.yaml": others + _ORGANISATIONS}
