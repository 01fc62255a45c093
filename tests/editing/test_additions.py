"""What `new objective` and `new organisation` make of plan.yaml and of organisations.yaml."""

from pathlib import Path

import pytest

from genderplan.editing.additions import NewOrganisation, NewPart, new_objective, new_organisation
from genderplan.errors import UsageError
from support import PLAN, read_plan, read_tree, tree

NEW = NewOrganisation("EODB", "Board: all, of it", "board", "HR", ["E, B"])
LINES = '  name: "Board: all, of it"\n  kind: board\n  part_of: HR\n  aliases: ["E, B"]\n'
SHORT = '{name: "Board: all, of it", kind: board, part_of: HR, aliases: ["E, B"]}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("HR: {name: A}  # who\n", f"HR: {{name: A}}  # who\nEODB: {SHORT}\n"),
        ("HR:\n  name: A\n  # further\n\n# end\n", f"HR:\n  name: A\n  # further\nEODB:\n{LINES}\n# end\n"),
        (
            "HR:\n    name: A\n",
            "HR:\n    name: A\nEODB:\n" + LINES.replace("  name", "    name").replace("\n  ", "\n    "),
        ),
        ("HR:\n  name: A", f"HR:\n  name: A\nEODB:\n{LINES}".removesuffix("\n")),
        ("{HR: {name: A}, }\n", f"{{HR: {{name: A}}, EODB: {SHORT}, }}\n"),
        ("HR: {}\nX:\n  name: B\n", f"HR: {{}}\nX:\n  name: B\nEODB:\n{LINES}"),
        ("\ufeffHR: {}\r\n", f"\ufeffHR: {{}}\r\nEODB: {SHORT}\r\n"),
    ],
)
def test_an_organisation_is_written_as_the_one_before_it(tmp_path: Path, before: str, after: str) -> None:
    directory = read_tree(tmp_path, {"organisations.yaml": before, "p/plan.yaml": PLAN}).organisations
    change = new_organisation(tmp_path / "plans", directory, NEW)
    assert change.data.decode() == after
    assert change.before == before.encode()
    (found,) = (
        each
        for each in read_tree(tmp_path, {"organisations.yaml": change.data}).organisations.organisations
        if each.id == "EODB"
    )
    assert (found.id, found.name, found.aliases, found.kind) == ("EODB", "Board: all, of it", ("E, B",), "board")
    assert [each.organisation for each in found.memberships] == ["HR"]


def test_a_file_without_anybody_has_no_place(tmp_path: Path) -> None:
    directory = read_tree(tmp_path, {"organisations.yaml": "{}\n", "p/plan.yaml": PLAN}).organisations
    with pytest.raises(UsageError, match=r"laid out so that 'EODB' can only be changed by hand$"):
        new_organisation(tmp_path / "plans", directory, NEW)


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    directory = read_tree(tmp_path, {"organisations.yaml": "HR: [", "p/plan.yaml": PLAN}).organisations
    with pytest.raises(UsageError, match=r"organisations\.yaml cannot be read: 'genderplan validate' tells why$"):
        new_organisation(tmp_path / "plans", directory, NEW)


def test_the_first_begins_the_file(tmp_path: Path) -> None:
    root = tree(tmp_path, {"p/plan.yaml": PLAN})
    change = new_organisation(root, read_tree(tmp_path, {}).organisations, NewOrganisation("Y"))
    assert (change.before, change.data) == (None, b'"Y": {}\n')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PLAN, PLAN + 'objectives:\n  - id: a\n    title: "A, b"\n'),
        (
            PLAN + "sources: []\n",
            'genderplan: 1\ntitle: A plan\nobjectives:\n  - id: a\n    title: "A, b"\nsources: []\n',
        ),
        (PLAN + "objectives: []  # none\n", PLAN + 'objectives: [{id: a, title: "A, b"}]  # none\n'),
        (
            PLAN + "objectives:\n- id: x\n  title: X\nnote: N\n",
            PLAN + 'objectives:\n- id: x\n  title: X\n- id: a\n  title: "A, b"\nnote: N\n',
        ),
        ("{genderplan: 1, title: A}\n", '{genderplan: 1, title: A, objectives: [{id: a, title: "A, b"}]}\n'),
    ],
)
def test_an_objective_is_written_behind_the_others(tmp_path: Path, before: str, after: str) -> None:
    plan = read_plan(tmp_path, {"plan.yaml": before})
    assert new_objective(plan, NewPart("A, b", "a")).data.decode() == after


def test_an_objective_needs_an_id_of_its_own(tmp_path: Path) -> None:
    plan = read_plan(tmp_path, {"plan.yaml": PLAN + "objectives: [{id: pay, title: Pay}]\n"})
    assert 'id: pay-2, title: "Pay!"' in new_objective(plan, NewPart("Pay!", None)).data.decode()
    with pytest.raises(UsageError, match=r"^'pay' is taken in .*plan\.yaml: give another id with --id$"):
        new_objective(plan, NewPart("Other", "pay"))
