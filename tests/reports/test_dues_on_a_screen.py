"""What falls due, and who has how much to do, as a reader sees them: on a screen, and as markdown."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import call, plain_terminal, terminal
from support import tree
from texts import TextExtension

FILES = {
    "organisations.yaml": """\
Company: {name: The company}
HR: {name: Human Resources, part_of: Company}
Finance: {name: Finance Department, part_of: Company}
HR-Director: {name: Director of Human Resources, kind: post, part_of: HR, holders: [{name: A. Person, from: 2024-07}]}
Council: {name: Council, kind: board}
""",
    "pay/plan.yaml": """\
genderplan: 1
title: Equal pay and careers
follows: pay-duty
lead: HR-Director
publications:
  - {id: report-2024, title: Pay gap report 2024, meets: pay-duty/report, date: 2024-03-20}
  - {id: easy-read, title: Easy read version, expected: 2025-02}
""",
    "pay/actions/publish-gap.yaml": """\
title: Publish the pay gap of every grade
ref: "1.2"
lead: [HR, Finance]
review: 2025-06
milestones:
  - {id: extract, title: Extract the pay data, due: 2024-12, lead: Finance}
  - {id: report, title: Report to the council, due: 2025-03}
""",
    "pay/actions/talks.yaml": "title: Talk with the networks\ndue: 2024-Q4\nevery: 3 months\n",
    "pay/indicators/gap.yaml": """\
title: Median pay gap
lead: Finance
every: 1 year
values: [{period: 2023, value: 14.2}]
""",
    "pay/registers/policies.yaml": """\
title: Policies
kind: policies
items:
  - {id: leave, title: Leave policy, lead: HR, review: {every: 1 year, last: 2024-01}}
""",
    "frameworks/pay-duty.yaml": """\
genderplan: 1
title: Pay gap duty
sections:
  - {id: report, title: Publish the pay gap, cycle: {every: 1 year, from: 2024-03-30, kind: fixed}}
""",
    "boards/Council.yaml": """\
meetings: [{id: spring, date: 2025-04-10}]
promised: [{id: survey, title: Outcomes of the staff survey, by: HR, at: 2024-autumn, reason: Data came late}]
decisions: [{id: act, text: Tell every manager, lead: HR-Director, due: 2025-02-28, agreed: true}]
""",
}
ASKED = {
    "due": ("due",),
    "due-until-board": ("due", "--until", "Council"),
    "due-lead": ("due", "--until", "2025", "--by", "lead"),
    "due-month": ("due", "--until", "2025", "--by", "month"),
    "due-kind": ("due", "--until", "2025", "--by", "kind"),
    "workload": ("workload",),
}
COMMON = ("--as-of", "2025-01-15", "--tree", "plans")


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("name", ASKED)
def test_terminal(name: str, columns: int, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    tree(tmp_path, FILES)
    result = plain_terminal(*ASKED[name], *COMMON, columns=columns, cwd=tmp_path)
    assert max(map(len, result.lines)) <= columns
    assert result.out == snapshot.use_extension(TextExtension)


@pytest.mark.parametrize("name", ASKED)
def test_markdown(name: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    tree(tmp_path, FILES)
    result = call(*ASKED[name], "--format", "markdown", *COMMON, cwd=tmp_path)
    assert result.out == snapshot.use_extension(TextExtension)


def test_colours_and_none(tmp_path: Path) -> None:
    """Each number of the map is written in its cell, so that nothing is said by colour alone."""
    tree(tmp_path, FILES)
    coloured = terminal("workload", *COMMON, cwd=tmp_path).out
    plain = terminal("workload", *COMMON, cwd=tmp_path, env={"NO_COLOR": "1"}).out
    assert "\x1b[30;48;" in coloured
    assert "\x1b" not in plain
