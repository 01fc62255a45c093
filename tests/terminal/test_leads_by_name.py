"""Who leads, by name on every screen and page that tells it, and by id with --ids; JSON has ids."""

import pytest

from cli_runner import call, plain_terminal
from repositories import Git, repository

NAME, ID = "Human Resources", "HR-Unit"
OTHER_NAME, OTHER_ID = "Finance Department", "Finance-Unit"
ORGANISATIONS = f"{ID}: {{name: {NAME}}}\n{OTHER_ID}: {{name: {OTHER_NAME}}}\n"
BASELINE = (
    "genderplan: 1\ntaken: 2024-12-01\nentries:\n  gap:\n    kind: action\n    title: Publish the gap\n"
    f"    lead: {ID}\n    inputs: {OTHER_ID}\n"
    "    milestones: [{id: ask, title: Ask, due: 2025-03}, {id: report, title: Report, due: 2025-06, depends_on: ask}]\n"
)


def gap(lead: str, ask: str, report: str) -> str:
    return (
        f"title: Publish the gap\nlead: {lead}\nmilestones:\n  - {{id: ask, title: Ask, due: {ask}}}\n"
        f"  - {{id: report, title: Report, due: {report}, depends_on: ask}}\n"
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Git:
    moved = repository(tmp_path_factory.mktemp("leads"))
    shared = {
        "plans/organisations.yaml": ORGANISATIONS,
        "plans/pay/plan.yaml": "genderplan: 1\ntitle: Pay\nstatus_date: 2025-01-15\n",
        "plans/pay/baselines/b.yaml": BASELINE,
    }
    moved.commit(shared | {"plans/pay/actions/gap.yaml": gap(ID, "2025-03", "2025-06")})
    moved.commit({"plans/pay/actions/gap.yaml": gap(ID, "2025-05", "2025-07")}, day="2025-01-10")
    return moved


COMMANDS = [
    ("status",),
    ("status", "--since", "HEAD~1"),
    ("slippage",),
    ("slippage", "--against", "git:HEAD~1"),
    ("history",),
    ("history", "gap#report"),
    ("trend",),
    ("impact",),
    ("impact", "gap#ask", "--to", "2025-09"),
    ("impact", "gap#report", "--why"),
    ("impact", "--critical"),
    ("baseline", "show", "b"),
    ("show", "gap"),
    ("show", "gap#ask"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_screen(made: Git, command: tuple[str, ...]) -> None:
    told = plain_terminal(*command, columns=140, cwd=made.folder).out
    assert (NAME in told, ID in told) == (True, False), told
    told = plain_terminal(*command, "--ids", columns=140, cwd=made.folder).out
    assert (NAME in told, ID in told) == (False, True), told


@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_page_and_in_json(made: Git, command: tuple[str, ...]) -> None:
    for ids in ((), ("--ids",)):
        told = call(*command, *ids, "--format", "markdown", cwd=made.folder).out
        assert (NAME in told, ID in told) == (not ids, bool(ids)), told
    as_json = [call(*command, *ids, "--format", "json", cwd=made.folder).out for ids in ((), ("--ids",))]
    assert as_json[0] == as_json[1]
    assert (NAME in as_json[0], ID in as_json[0]) == (False, True)


def test_other_leads_and_inputs_that_came(made: Git) -> None:
    text = gap(OTHER_ID, "2025-05", "2025-07") + f"inputs: {ID}\n"
    made.write({"plans/pay/actions/gap.yaml": text})
    try:
        told = call("slippage", cwd=made.folder).out
        assert f"{NAME} → {OTHER_NAME}" in told
        assert ("ADDED INPUTS (1)\n  gap  Human Resources" in told, "REMOVED INPUTS (1)" in told) == (True, True)
        told = call("slippage", "--ids", cwd=made.folder).out
        assert (f"{ID} → {OTHER_ID}" in told, f"  gap  {OTHER_ID}" in told, NAME in told) == (True, True, False)
    finally:
        made.git("checkout", "--quiet", ".")
