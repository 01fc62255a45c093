"""A baseline holds a plan's own text, less progress."""

from pathlib import Path

from genderplan.dates.forms import parse_date
from genderplan.editing.freezing import NewBaseline, frozen
from genderplan.kinds.baseline.rows import ReplacementRow
from genderplan.source.yaml.reader import read_document
from support import read_plan

HEADING = """\
genderplan: 1
title: "Equal pay: the plan"
state: draft
long_term_aim: Close the gap
aims: [{id: know, title: To know it, note: ours, x-colour: green}]
objectives: [{id: data, title: Data}]
period: {start: 2024-09, end: 2026-03}
tolerance: 1 month
note: not of the heading
"""
ACTION = """\
title: To publish
objective: data
lead: NO
due: 2025-06
completed: 2025-07
milestones:
  - {id: a, title: A, due: 2025-01, completed: 2025-01-20, forecast: 2025-02, note: kept}
  - {id: b, title: B, due: 2025-03, cancelled: {reason: x}, revisions: [{was: 2025-01}], depends_on: a, duration: P3M}
updates: [{text: Done}]
revisions: [{field: due, was: 2025-05}]
cancelled: {reason: y}
x-kept: {completed: 2025-01}
source: {place: p. 3}
"""


def test_what_is_kept_and_what_is_not(tmp_path: Path) -> None:
    files = {"plan.yaml": HEADING, "actions/deep/a.yaml": ACTION, "projects/b.yaml": "title: B\n"}
    data = frozen(read_plan(tmp_path, files), NewBaseline("board-1"))
    read = read_document(data, "x.yaml")
    assert read.findings == []
    assert read.value == {
        "genderplan": "1",
        "name": "board-1",
        "plan": {
            "title": "Equal pay: the plan",
            "long_term_aim": "Close the gap",
            "aims": [{"id": "know", "title": "To know it", "note": "ours", "x-colour": "green"}],
            "objectives": [{"id": "data", "title": "Data"}],
        },
        "entries": {
            "a": {
                "kind": "action",
                "title": "To publish",
                "objective": "data",
                "lead": "NO",
                "due": "2025-06",
                "milestones": [
                    {"id": "a", "title": "A", "due": "2025-01", "note": "kept"},
                    {"id": "b", "title": "B", "due": "2025-03", "depends_on": "a", "duration": "P3M"},
                ],
                "x-kept": {"completed": "2025-01"},
                "source": {"place": "p. 3"},
            },
            "b": {"kind": "project", "title": "B"},
        },
    }


def test_name_title_day_and_why_it_was_replaced(tmp_path: Path) -> None:
    replaced = (ReplacementRow(parse_date("2025-02-01"), "misread"), ReplacementRow(None, None))
    new = NewBaseline("board-1", "As agreed", parse_date("2025-01"), replaced)
    text = frozen(read_plan(tmp_path, {}), new).decode()
    assert text == (
        'genderplan: 1\nname: "board-1"\ntitle: "As agreed"\ntaken: 2025-01\n'
        'replaced:\n- date: 2025-02-01\n  reason: "misread"\n- {}\n'
        'plan:\n  title: "A plan"\nentries: {}\n'
    )
