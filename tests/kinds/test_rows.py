"""From models to rows: their order, their places, and text that is kept as it is."""

from pathlib import Path

import pytest

from genderplan.dates.lengths import Length
from genderplan.findings import Position
from genderplan.kinds.entry.part_rows import DependencyRow
from support import ENTRY, PLAN, read_plan, read_tree

BASELINE = "genderplan: 1\n"


def titled(title: str, *more: str) -> str:
    return "\n".join([f"title: {title}", *more, ""])


def test_order_of_entries(tmp_path: Path) -> None:
    plan = PLAN + "objectives: [{id: z, title: Z}, {id: a, title: A}]\n"
    texts = {
        "projects/a": titled("x", "objective: z", "order: 1"),
        "actions/n": titled("x"),
        "actions/m": titled("x", "order: 1"),
        "actions/l": titled("x", "objective: unknown", "order: 0"),
        "actions/k": titled("x", "objective: a", "order: 2"),
        "actions/j": titled("x", "objective: a"),
        "actions/i": titled("x", "objective: a"),
        "actions/h": titled("x", "objective: z"),
        "actions/g": titled("x", "objective: z", "order: 10"),
        "actions/f": titled("x", "objective: z", "order: 9"),
        "actions/e": titled("x", "objective: z", "order: 9"),
        "actions/d": titled("x", "objective: z", "order: 0"),
        "projects/b": titled("x", "objective: a"),
        "projects/c": titled("x", "objective: z"),
    }
    read = read_tree(tmp_path, {"p/plan.yaml": plan} | {f"p/{name}.yaml": text for name, text in texts.items()})
    assert "".join(entry.id for entry in read.by_id["p"].entries) == "defghkijlmnacb"
    entries = "".join(
        f"  {name[-1]}: {{kind: {name.split('s/')[0]}, {', '.join(text.split(chr(10))[:-1])}}}\n"
        for name, text in texts.items()
    )
    frozen = BASELINE + "plan: {objectives: [{id: z, title: Z}, {id: a, title: A}]}\nentries:\n" + entries
    read = read_tree(tmp_path, {"p/plan.yaml": plan, "p/baselines/b.yaml": frozen})
    assert read.findings == ()
    assert "".join(entry.id for entry in read.by_id["p"].baselines[0].entries) == "defghkijlmnacb"


def test_newest_baseline_first(tmp_path: Path) -> None:
    taken = {"a": "2003-12", "b": "2004", "c": "2003-12-31", "d": "", "e": "2003-11-30", "f": "", "g": "1900"}
    plan = read_plan(tmp_path, {f"baselines/{name}.yaml": f"{BASELINE}taken: {day}\n" for name, day in taken.items()})
    assert "".join(baseline.name for baseline in plan.baselines) == "bcaegfd"
    assert plan.baseline is plan.baselines[0]


def test_plan_without_a_baseline(tmp_path: Path) -> None:
    assert read_plan(tmp_path, {}).baseline is None


def test_what_a_dependency_leaves_out_is_filled_in(tmp_path: Path) -> None:
    text = ENTRY + (
        "milestones:\n- {id: m, title: M}\n- id: n\n  title: N\n  depends_on:\n  - m\n  - b#m\n  - q/c#m\n"
        "  - {milestone: m, lag: P1M}\n  - {milestone: p/b#m, lag: 0 days}\n"
    )
    rows = (
        DependencyRow("p", "a", "m", None, "m"),
        DependencyRow("p", "b", "m", None, "b#m"),
        DependencyRow("q", "c", "m", None, "q/c#m"),
        DependencyRow("p", "a", "m", Length(1, "M"), "m"),
        DependencyRow("p", "b", "m", Length(0, "D"), "p/b#m"),
    )
    frozen = BASELINE + "entries:\n  a:\n    kind: action\n    " + text.replace("\n", "\n    ").rstrip() + "\n"
    plan = read_plan(tmp_path, {"actions/a.yaml": text, "baselines/b.yaml": frozen})
    assert plan.entries[0].milestones[1].depends_on == rows
    assert plan.baselines[0].entries[0].milestones[1].depends_on == rows


def test_positions_of_entries_and_milestones(tmp_path: Path) -> None:
    text = "# c\n\ntitle: A\nmilestones:\n  - id: m\n    title: M\n    due: 2004-05\n  - {title: N, id: n, lead: HR}\n"
    frozen = (
        BASELINE
        + "entries:\n  a: {kind: action, title: A}\n  b:\n"
        + "".join(f"    {line}\n" for line in ["kind: project", *text.splitlines()[2:]])
    )
    plan = read_plan(tmp_path, {"actions/a.yaml": text, "baselines/f.yaml": frozen})
    (entry,) = plan.entries
    assert entry.position == Position(3, 1)
    assert [row.position for row in entry.milestones] == [Position(5, 5), Position(8, 5)]
    assert entry.at("title") == Position(3, 8, 9)
    assert entry.at("milestones", 0, "due") == Position(7, 10, 17)
    assert entry.at("milestones", 1, "lead", 0) == Position(8, 29, 31)
    small, large = plan.baselines[0].entries
    assert (small.position, large.position) == (Position(3, 6), Position(5, 5))
    assert [row.position for row in large.milestones] == [Position(8, 9), Position(11, 9)]
    assert large.at("milestones", 0, "due") == Position(10, 14, 21)


ODD_TITLES = [
    "[bold red]not markup[/bold red]",
    "<script>alert(1)</script> & co",
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    "::warning file=x::y",
    "%s {0} \\n $HOME `id`",
    "| a | b |",
    "--option",
    "NO",
    "2003-10",
    "👩‍👩‍👧 e\u0301 \u202e\u200b",
    "two\nlines\tand a tab",
    "x" * 10_000,
]


@pytest.mark.parametrize("title", ODD_TITLES)
def test_text_is_kept_as_it_is(tmp_path: Path, title: str) -> None:
    quoted = '"' + title.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"') + '"'
    text = f"title: {quoted}\nnote: {quoted}\nmilestones: [{{id: m, title: {quoted}}}]\n"
    plan = read_plan(tmp_path, {"actions/a.yaml": text, "baselines/b.yaml": BASELINE + f"title: {quoted}\n"})
    (entry,) = plan.entries
    assert entry.title == entry.note == entry.milestones[0].title == plan.baselines[0].title == title


def test_two_layouts_of_the_same_plan_are_the_same_rows(tmp_path: Path) -> None:
    texts = [
        "title: A\nlead: [HR]\nmilestones:\n  - id: m\n    title: M\n",
        "milestones: [{title: 'M', id: m}]\nlead: HR\ntitle: A",
    ]
    one, two = (read_plan(tmp_path, {"actions/a.yaml": text}).entries[0] for text in texts)
    bare = {"position": Position(1, 1), "places": one.places, "milestones": ()}
    assert one._replace(**bare) == two._replace(**bare)  # type: ignore[arg-type]
