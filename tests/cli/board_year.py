"""A year of a board, told by three meetings: what its plan was on the day of each, as files and as commits.

Between the first two a milestone is done, one is moved with the board's consent, one becomes overdue, and an update is
told. Between the second and the third the overdue one is done, the moved one becomes overdue and an extension is asked
for, and a report that was promised for the second has not come.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from repositories import Git, repository

MEETINGS = ("2025-01-15", "2025-04-16", "2025-07-16")
"""The days of the three meetings; a fourth is on 15 October."""

ORGANISATIONS = """\
HR: {name: Human Resources}
Finance: {name: Finance Department}
Pay-Board: {name: Pay Board, kind: board}
"""
PLAN = "genderplan: 1\ntitle: Equal pay plan\nobjectives:\n  - {id: gap, title: Close the gap}\n"
BOARD = """\
role: Oversees the plan
oversees: pay
chair: HR
members: [Finance, {role: Staff association}]
meetings:
  - {id: jan, date: 2025-01-15, papers_by: 2025-01-08}
  - {id: apr, date: 2025-04-16, papers_by: 2025-04-09, theme: Pay data}
  - {id: may, date: 2025-05-14, cancelled: {reason: No quorum}}
  - {id: jul, date: 2025-07-16}
  - {id: oct, date: 2025-10-15}
receives:
  - {id: progress, title: Progress of the plan, by: HR, every_meetings: 2, from: jan}
promised:
  - {id: survey, title: Outcomes of the survey, by: Finance, at: apr, reason: Data came late}
decisions:
  - {id: more-often, meeting: apr, kind: recommendation, text: Meet more often}
  - {id: extract, meeting: jan, kind: action, text: Share the extract, agreed: true, lead: Finance, due: 2025-06}
"""

_ACTION = """\
title: Analyse the gap
objective: gap
lead: HR
milestones:
  - {{id: extract, title: Extract the data, due: 2025-02{extract}}}
  - id: analysis
    title: Analyse the data
    due: {analysis}
  - {{id: letter, title: Write to staff, due: 2025-03{letter}}}
  - {{id: report, title: Report to the board, lead: Finance, due: 2025-09, goes_to: Pay-Board}}
"""
_MOVED = """\
    revisions:
      - {date: 2025-03-20, was: 2025-03, reason: Payroll moves, approved_by: Pay-Board}
"""
_ASKED = """\
    requested: {to: 2025-11, date: 2025-07-01, by: HR, reason: Analyst left}
"""
_UPDATES = (
    "updates:\n  - {date: 2025-02-20, by: HR, text: Extract is under way.}\n",
    "  - {date: 2025-06-30, by: HR, text: 'Analysis has begun.', state: under-way}\n",
)


def _action(stage: int) -> str:
    told = _ACTION.format(
        extract=", completed: 2025-03-10" if stage else "",
        analysis="2025-06" if stage else "2025-03",
        letter=", completed: 2025-05-02" if stage > 1 else "",
    )
    line = f"    due: {'2025-06' if stage else '2025-03'}\n"
    revised = (_MOVED if stage else "") + (_ASKED if stage > 1 else "")
    return told.replace(line, line + revised) + "".join(_UPDATES[:stage])


def files(stage: int) -> Mapping[str, str]:
    """The files on the day of the first meeting, the second or the third, by 0, 1 and 2."""
    return {
        "plans/organisations.yaml": ORGANISATIONS,
        "plans/pay/plan.yaml": PLAN,
        "plans/pay/actions/analyse.yaml": _action(stage),
        "plans/boards/Pay-Board.yaml": BOARD,
    }


def year(folder: Path, stages: int = 3, days: Sequence[str] = MEETINGS) -> Git:
    """A repository with a commit on the day of each meeting, or on other days; of the first `stages` of them."""
    made = repository(folder)
    for stage, day in enumerate(days[:stages]):
        made.commit(files(stage), f"For {day}", day)
    return made
