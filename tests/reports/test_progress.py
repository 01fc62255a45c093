"""What is told of progress, in every view that tells it: on a small tree with all that an update can carry (F3-27)."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import call
from support import tree
from texts import TextExtension

FILES = {
    "organisations.yaml": "HR: {name: Human Resources}\nFinance: {name: Finance Department}\n",
    "pay/plan.yaml": (
        "genderplan: 1\ntitle: Equal pay and careers plan\nstatus_date: 2025-01-15\n"
        "objectives: [{id: data, title: Pay data}]\n"
    ),
    "pay/baselines/board-1.yaml": (
        "genderplan: 1\nname: board-1\ntaken: 2024-10-01\nplan: {title: Equal pay and careers plan}\nentries:\n"
        "  publish: {kind: action, title: To publish the gap, lead: HR, due: 2025-01}\n"
    ),
    "pay/actions/publish.yaml": """\
title: To publish the gap
objective: data
lead: HR
due: 2025-01
forecast: 2025-04
updates:
  - date: 2024-12-03
    by: HR
    state: under-way
    text: Payroll has been asked.
  - date: 2025-01-10
    by: HR
    state: on-hold
    rag: amber
    text: The extract waits for the new system, which comes in March.
    next: Ask finance for the grades of 2024.
    evidence: [Minutes of the board, https://example.org/minutes]
""",
    "pay/actions/train.yaml": """\
title: To train every panel
objective: data
lead: Finance
completed: 2024-11
updates: [{date: 2024-12, state: embedded, text: Part of every induction now.}]
""",
    "pay/actions/late.yaml": """\
title: To ask everybody
objective: data
lead: Finance
milestones: [{id: ask, title: Ask the unions, due: 2024-12}]
updates: [{date: 2025-01-02, rag: green, text: Nothing to worry about.}]
""",
}
VIEWS = {
    "status-80": (80, ("status",)),
    "status-140": (140, ("status",)),
    "status-markdown": (80, ("status", "--format", "markdown")),
    "since": (80, ("status", "--since", "board-1")),
    "since-markdown": (80, ("status", "--since", "board-1", "--format", "markdown")),
    "show": (80, ("show", "publish")),
    "show-markdown": (80, ("show", "publish", "--format", "markdown")),
    "show-embedded": (80, ("show", "train")),
    "list-updates": (80, ("list", "updates")),
    "list-columns": (140, ("list", "--columns", "id,status,rag,progress,said_rag,latest")),
    "list-csv": (80, ("list", "--columns", "id,progress,progress_from,said_rag,latest", "--format", "csv")),
}


@pytest.mark.parametrize("name", VIEWS)
def test_progress(name: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    tree(tmp_path, FILES)
    columns, arguments = VIEWS[name]
    result = call(*arguments, cwd=tmp_path, env={"COLUMNS": str(columns)})
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot.use_extension(TextExtension)
