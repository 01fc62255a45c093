"""Whoever has a part in something, by name on every screen and page that tells it; by id with --ids, and in JSON.

Ids here begin with `X-`, and names are single words that stand nowhere else, so that both can be found in any text.
"""

import re

import pytest

from cli_runner import call, plain_terminal
from repositories import Git, repository

ORGANISATIONS = {
    "X-HR": "Personnel",
    "X-Finance": "Treasury",
    "X-Audit": "Auditors",
    "X-Director": "Directorate",
    "X-University": "Academy",
    "X-Company": "Corporation",
    "X-Office": "Bureau",
    "X-Council": "Assembly",
    "X-Group": "Forum",
}
BOARD = """\
role: Oversees the plan
oversees: pay
chair: X-Director
members: [X-Finance, {role: Staff association}, {organisation: X-Audit, name: A. Person}]
serves: X-Council
replaces: {board: X-Group, date: 2024-01}
meets: {every: 3 months, from: 2024-02, before: X-Council}
meetings: [{id: jan, date: 2025-01-20}, {id: jun, date: 2025-06-20, papers_by: 2025-06-12}]
receives: [{id: progress, title: Progress, by: X-HR, every_meetings: 1, from: jan}]
promised: [{id: survey, title: Survey, by: X-Finance, at: jun, reason: Late}]
decisions:
  - {id: share, meeting: jan, kind: action, text: Share it, agreed: true, lead: X-Audit, due: 2025-05}
champions: {every: 6 months, from: 2025-01, by: X-Director, rota: [X-HR, X-Finance]}
working_groups: [{id: race, title: Race, chair: X-Director, led_by: X-Audit, members: [X-University]}]
"""
PLAN = """\
genderplan: 1
title: Pay
status_date: 2025-06-15
lead: X-Company
approvers: [X-Director]
objectives: [{id: data, title: Pay data, lead: X-Director}]
"""
BASELINE = """\
genderplan: 1
name: b
taken: 2025-01-01
entries:
  gap:
    kind: action
    title: Publish the gap
    lead: X-Office
    inputs: X-Office
    milestones: [{id: ask, title: Ask, due: 2025-03}, {id: report, title: Report, due: 2025-09, depends_on: ask}]
  review: {kind: action, title: Review, lead: X-Finance, due: 2025-04}
"""
_GAP = """\
title: Publish the gap
objective: data
lead: X-HR
accountable: %(accountable)s
partners: [{organisation: X-University, role: Evaluator}]
inputs: X-Finance
handovers: [{date: 2025-01, from: %(before)s, to: X-HR}]
reviewed: [{date: 2025-05-02, by: %(reviewer)s, text: Looked at}]
milestones:
  - id: ask
    title: Ask
    due: %(ask)s
    requested: {to: 2025-12, date: 2025-06-10, by: %(asker)s, reason: Late data}
  - {id: report, title: Report, due: %(report)s, depends_on: ask, goes_to: %(board)s, lead: X-Finance}
"""
_REVIEW = "title: Review\nlead: X-Finance\ndue: %s\nrequested: {to: 2025-10, by: X-HR, reason: Staff left}\n"
_THEN = {
    "accountable": "X-Company",
    "before": "X-Office",
    "reviewer": "X-Audit",
    "asker": "X-Finance",
    "board": "X-Council",
    "ask": "2025-03",
    "report": "2025-09",
}
_NOW = {
    "accountable": "X-Director",
    "before": "X-Company",
    "reviewer": "X-University",
    "asker": "X-Audit",
    "board": "X-Group",
    "ask": (
        "2025-05\n    revisions: [{date: 2025-04-05, was: 2025-03, reason: Payroll moves, approved_by: X-Director}]"
    ),
    "report": "2025-11",
}
_UPDATES = (
    "updates: [{date: 2025-05-01, by: X-Office, text: Begun, state: on-hold, rag: amber}]\n"
    "revisions: [{date: 2025-05-02, was: 2025-08, field: start, reason: Staff, approved_by: X-Director}]\n"
)
_BOARDS = {
    "plans/boards/Board.yaml": BOARD,
    "plans/boards/X-Council.yaml": "role: Above\n",
    "plans/boards/X-Group.yaml": "role: Before\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Git:
    moved = repository(tmp_path_factory.mktemp("names"))
    organisations = [f"{id_}: {{name: {name}}}\n" for id_, name in ORGANISATIONS.items()]
    shared = {
        "plans/organisations.yaml": "".join([*organisations, "Board: {name: Pay Board, kind: board}\n"]),
        "plans/pay/plan.yaml": PLAN,
        "plans/pay/baselines/b.yaml": BASELINE,
        "plans/pay/registers/risks.yaml": (
            "title: Risks\nkind: risks\nitems: [{id: r1, title: A risk, lead: X-Audit, who: X-Finance}]\n"
        ),
        "plans/pay/actions/gone.yaml": "title: Gone\nlead: X-Office\ndue: 2025-07\n",
        **_BOARDS,
    }
    gap, review = "plans/pay/actions/gap.yaml", "plans/pay/actions/review.yaml"
    moved.commit(shared | {gap: _GAP % _THEN, review: _REVIEW % "2025-05"})
    approved = "2025-08\nforecast: 2025-10\nrevisions: [{date: 2025-06-02, was: 2025-05, reason: Left, approved_by: X-Director}]"
    moved.commit({gap: _GAP % _NOW + _UPDATES, review: _REVIEW % approved}, day="2025-06-10")
    return moved


WITH_IDS = [
    ("status",),
    ("status", "--measures"),
    ("status", "--since", "HEAD~1"),
    ("status", "--since", "HEAD~1", "--measures"),
    ("status", "--since", "b"),
    ("slippage",),
    ("slippage", "--against", "git:HEAD~1"),
    ("history",),
    ("history", "gap#ask"),
    ("impact", "gap#ask", "--to", "2025-12"),
    ("baseline", "show", "b"),
    ("show", "gap"),
    ("show", "gap#ask"),
    ("show", "gap#report"),
    ("show", "review"),
    ("show", "pay"),
    ("show", "risks"),
    ("show", "risks#r1"),
    ("show", "board:Board"),
    ("show", "Board#progress"),
    ("show", "Board#share"),
]
BY_NAME_ALONE = [
    ("due",),
    ("calendar",),
    ("workload",),
    ("agenda", "Board"),
    ("report",),
    ("report", "--board", "Board"),
    ("annex", "actions"),
    ("coverage", "--by", "objective"),
]


def named(told: str) -> tuple[set[str], set[str]]:
    """The names of organisations in a text, and their ids."""
    words = set(re.findall(r"[\w-]+", told))
    return words & set(ORGANISATIONS.values()), words & set(ORGANISATIONS)


def in_each_way(made: Git, *command: str) -> list[str]:
    """A screen of 80 cells and a wide one, and pages."""
    screens = [plain_terminal(*command, columns=columns, cwd=made.folder).out for columns in (80, 140)]
    return [*screens, *(call(*command, "--format", each, cwd=made.folder).out for each in ("markdown", "html"))]


@pytest.mark.parametrize("command", WITH_IDS, ids=" ".join)
def test_by_name_or_by_id(made: Git, command: tuple[str, ...]) -> None:
    for told, with_ids in zip(in_each_way(made, *command), in_each_way(made, *command, "--ids"), strict=True):
        names, ids = named(told)
        assert names, told
        assert not ids, told
        expected = {id_ for id_, name in ORGANISATIONS.items() if name in names}
        assert named(with_ids) == (set(), expected), with_ids


@pytest.mark.parametrize("command", BY_NAME_ALONE, ids=" ".join)
def test_by_name_alone(made: Git, command: tuple[str, ...]) -> None:
    for told in in_each_way(made, *command):
        assert not named(told)[1], told


@pytest.mark.parametrize("command", WITH_IDS, ids=" ".join)
def test_json_has_ids(made: Git, command: tuple[str, ...]) -> None:
    told, with_ids = (call(*command, *ids, "--format", "json", cwd=made.folder).out for ids in ((), ("--ids",)))
    assert told == with_ids
    names, ids = named(told)
    assert (names, bool(ids)) == (set(), True), told


def test_who_approved_reported_and_asked(made: Git) -> None:
    told = call("status", "--since", "HEAD~1", cwd=made.folder).out
    for line in (
        "  1 May 2025  Bureau  gap: Publish the gap",
        "    Directorate (was: Corporation)",
        "    2025-05-02, Academy: Looked at (was: 2025-05-02, Auditors: Looked at)",
        "    2025-12 (asked 2025-06-10, by Auditors): Late data (was: 2025-12 (asked",
        "    Forum (was: Assembly)",
        "5 Apr 2025: Payroll moves, approved by Directorate",
    ):
        assert any(each.endswith(line) for each in told.splitlines()), (line, told)
    assert "May 2025 approved by Directorate, 5 Apr 2025" in call("show", "gap#ask", cwd=made.folder).out
    assert "approved by Directorate, 5 Apr 2025" in call("slippage", cwd=made.folder).out
    assert "Aug 2025 approved by Directorate, 2 Jun 2025" in call("status", cwd=made.folder).out
    assert "was  nothing" in (told := call("slippage", cwd=made.folder).out)
    assert "now  Treasury" in told


def test_what_is_no_id_stays(made: Git) -> None:
    path = "plans/pay/actions/gap.yaml"
    made.write({path: (_GAP % _NOW + _UPDATES).replace("approved_by: X-Director", "approved_by: The chair")})
    try:
        assert "Payroll moves · approved by The chair" in call("show", "gap#ask", cwd=made.folder).out
    finally:
        made.git("checkout", "--quiet", ".")
