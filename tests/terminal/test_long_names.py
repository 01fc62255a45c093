"""Long names on a screen: of organisations, groups and objectives, and ids below labels; over lines, and never cut."""

import pytest

from cli_runner import plain_terminal
from repositories import Git, repository

NAME = "Directorate of Operational Services and Citizen Focus in all the Boroughs"
OBJECTIVE = "Implementation of the toolkit in every borough and operational command unit"
ALIAS = "Operational Services and Citizen Focus Directorate"
GROUP = "Carers and Parents in Part-Time and Term-Time Posts"
FIRST, SECOND = "ask-every-one-of-the-staff-associations", "ask-every-one-of-the-trade-unions-again"
SHARED = {
    "organisations.yaml": f"HR: {{name: {NAME}, aliases: [{ALIAS}]}}\n{'-'.join(['Unnamed'] * 8)}: {{}}\n",
    "pay/plan.yaml": (
        "genderplan: 1\ntitle: Pay\nstatus_date: 2025-01-15\nperiod: {start: 2024-09, end: 2026-03}\n"
        f"objectives: [{{id: o, title: {OBJECTIVE}}}]\n"
    ),
}


def asked(due: str) -> dict[str, str]:
    keys = f"lead: HR\nobjective: o\ngroups: [{GROUP}]\npartners: [HR]\n"
    return {f"pay/actions/{name}.yaml": f"title: Ask\n{keys}due: {due}\n" for name in (FIRST, SECOND)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Git:
    moved = repository(tmp_path_factory.mktemp("names"))
    for due in ("2025-03", "2025-05"):
        moved.commit({f"plans/{name}": text for name, text in (SHARED | asked(due)).items()})
    return moved


def words(text: str) -> str:
    """A text without white space: what goes over lines is what it was."""
    return "".join(text.split())


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_whose_dates_moved(made: Git, columns: int) -> None:
    shown = plain_terminal("history", columns=columns, cwd=made.folder)
    assert max(map(len, shown.lines)) <= columns
    assert "…" not in shown.out
    at = next(number for number, line in enumerate(shown.lines) if line.startswith("BY OBJECTIVE"))
    room = shown.lines[at].index("MOVED")
    told = shown.lines[at + 1 : shown.lines.index("", at)]
    assert words("".join(line[:room] for line in told)) == words(OBJECTIVE)


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize(
    ("command", "names"),
    [
        (("list", "organisations"), (NAME, ALIAS)),
        (("list", "actions", "--columns", "id,groups,partners"), (GROUP,)),
        (("list", "plans"), ("Sep 2024 to Mar 2026",)),
        (("timeline",), (FIRST, SECOND)),
    ],
)
def test_no_name_is_cut(made: Git, command: tuple[str, ...], names: tuple[str, ...], columns: int) -> None:
    shown = plain_terminal(*command, columns=columns, cwd=made.folder)
    assert max(map(len, shown.lines)) <= columns
    assert "…" not in shown.out
    assert all(word in words(shown.out) for name in names for word in name.replace("-", "- ").split())
