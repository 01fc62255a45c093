"""Long ids on a screen: over lines at their marks, never cut, so that each can be told from others and copied."""

from itertools import chain, takewhile
from pathlib import Path

import pytest

from cli_runner import plain_terminal
from genderplan.terminal.fitting import folded
from support import tree

MARKED = "-".join(["to"] * 30)
"""Of 89 letters, with marks at which a line may end; those below have none, and differ in their last letter."""
PLAIN, OTHER = "w" * 90, "w" * 89 + "v"
BOARD = "-".join(["Equality-Board"] * 6)
ORGANISATION = "-".join(["HR"] * 30)
FILES = {
    "organisations.yaml": (
        f"{ORGANISATION}: {{name: Human Resources}}\n{BOARD}: {{name: Equality Board, kind: board}}\n"
    ),
    "pay/plan.yaml": f"genderplan: 1\ntitle: Pay\nstatus_date: 2025-01-15\nobjectives: [{{id: {MARKED}, title: O}}]\n",
    f"pay/actions/{MARKED}.yaml": (
        f"title: X\nlead: {ORGANISATION}\nobjective: {MARKED}\nmilestones:\n"
        f"  - {{id: {PLAIN}, title: M, due: 2024-12}}\n  - {{id: {OTHER}, title: M, due: 2024-12}}\n"
    ),
    f"pay/actions/{PLAIN}.yaml": f"title: Y\nlead: {ORGANISATION}\ndue: 2025-02-03\n",
    f"pay/actions/{OTHER}.yaml": "title: Y\ndue: 2025-02-03\n",
    f"pay/indicators/{MARKED}-i.yaml": "title: I\nunit: percent\n",
    f"pay/registers/{MARKED}-r.yaml": f"title: P\nkind: policies\nitems: [{{id: {PLAIN}, title: A, review: 2025-02}}]\n",
    f"pay/assessments/{MARKED}-s.yaml": f"framework: {MARKED}\ndate: 2024-10-01\nratings: []\n",
    f"pay/baselines/{MARKED}.yaml": (
        f"genderplan: 1\nname: {MARKED}\ntaken: 2024-09-01\nplan: {{title: Pay}}\n"
        f"entries:\n  {PLAIN}: {{kind: action, title: Y, due: 2025-01-01}}\n"
    ),
    f"frameworks/{MARKED}.yaml": (
        f"genderplan: 1\ntitle: Law\nkind: duty\nsections: [{{id: {MARKED}, title: R}}, {{id: {PLAIN}, title: R}}]\n"
    ),
    f"boards/{BOARD}.yaml": (
        f"meetings: [{{id: {MARKED}, date: 2025-02-03}}]\npromised: [{{id: {PLAIN}, title: P, at: {MARKED}}}]\n"
        f"decisions: [{{id: {MARKED}-d, text: Do it, agreed: true, due: 2025-01, lead: {ORGANISATION}}}]\n"
    ),
}
LISTED = {
    "entries": (MARKED, PLAIN, OTHER),
    "milestones": (f"{MARKED}#{PLAIN}", f"{MARKED}#{OTHER}"),
    "objectives": (MARKED,),
    "organisations": (ORGANISATION, BOARD),
    "indicators": (f"{MARKED}-i",),
    "items": (f"{MARKED}-r#{PLAIN}",),
    "assessments": (f"{MARKED}-s",),
    "frameworks": (MARKED,),
    "sections": (f"{MARKED}/{MARKED}", f"{MARKED}/{PLAIN}"),
    "boards": (BOARD,),
    "meetings": (f"{BOARD}#{MARKED}",),
    "reports": (f"{BOARD}#{PLAIN}",),
    "decisions": (f"{BOARD}#{MARKED}-d",),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tree(tmp_path_factory.mktemp("long"), FILES).parent


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("noun", LISTED)
def test_ids_in_a_list_can_be_copied(folder: Path, noun: str, columns: int) -> None:
    result = plain_terminal("list", noun, columns=columns, cwd=folder)
    assert max(map(len, result.lines)) <= columns
    head = result.lines[0]
    first = head.index("ID")
    rest = head[first + 2 :]
    last = first + 2 + len(rest) - len(rest.lstrip()) if rest.strip() else None
    rows = takewhile(bool, result.lines[1:])
    column = "".join(line[first:last].strip() for line in rows if line[:4].strip() or not line[4:5].strip())
    assert all(each in column for each in LISTED[noun]), column


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize(
    "command",
    [
        *(("due",), ("due", "--by", "lead"), ("status",), ("status", "--since", f"baseline:{MARKED}"), ("slippage",)),
        *(("calendar",), ("assessments", MARKED), ("agenda", BOARD), ("workload",), ("trend",), ("impact",)),
        ("list", "actions", "--columns", "objective,leads,status"),
    ],
)
def test_nothing_is_cut_elsewhere(folder: Path, command: tuple[str, ...], columns: int) -> None:
    assert "…" not in plain_terminal(*command, columns=columns, cwd=folder).out


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("pay/gap#report", 14, ["pay/gap#report"]),
        ("pay/gap#report", 10, ["pay/gap#", "report"]),
        ("pay/publish-gap@2025-01", 10, ["pay/", "publish-", "gap@2025-", "01"]),
        ("wwwwwwwwww", 4, ["wwww", "wwww", "ww"]),
        ("a-wwwwwwwwww#b", 4, ["a-ww", "wwww", "wwww", "#b"]),
        ("HR, Finance", 5, ["HR, F", "inanc", "e"]),
        ("--//##", 2, ["--", "//", "##"]),
        ("ab", 0, ["ab"]),
        ("", 3, [""]),
    ],
)
def test_ids_go_over_lines_at_their_marks(text: str, width: int, lines: list[str]) -> None:
    found = folded(text, width)
    assert ("".join(found), found) == (text, lines)


def test_an_id_that_fits_is_on_one_line() -> None:
    """Also in a list in which another does not."""
    ids = ("pay/gap", *chain.from_iterable(LISTED.values()))
    assert [folded(each, 200) for each in ids] == [[each] for each in ids]
