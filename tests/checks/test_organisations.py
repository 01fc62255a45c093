"""GP204 to GP206: organisations are named by their ids, wherever one can be named."""

import pytest

from genderplan.checks import Context, run
from genderplan.checks.rules.organisations import organisation_references
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import ORGANISATIONS, PLAN, checked, found, pay, tree_of

ENTRY = "title: To publish the pay gap by grade\n"
MILESTONE = ENTRY + "milestones:\n  - id: report\n    title: Publish the report\n"
BASELINE = "genderplan: 1\nentries:\n  publish-gap:\n    kind: action\n    title: Publish\n"
BASELINE_MILESTONE = BASELINE + "    milestones:\n      - id: report\n        title: Publish\n"

PLACES = [
    pytest.param(ENTRY + "lead: {}\n", 2, 7, "", id="lead"),
    pytest.param(ENTRY + "lead: [HR, {}]\n", 2, 12, "", id="second lead"),
    pytest.param(MILESTONE + "    lead: {}\n", 5, 11, "#report", id="milestone lead"),
    pytest.param(MILESTONE + "    lead:\n      - HR\n      - {}\n", 7, 9, "#report", id="second milestone lead"),
    pytest.param(ENTRY + "inputs: {}\n", 2, 9, "", id="input"),
    pytest.param(ENTRY + "inputs: [{{text: payroll extract}}, {}]\n", 2, 35, "", id="second input"),
    pytest.param(ENTRY + "partners: {}\n", 2, 11, "", id="partner"),
    pytest.param(ENTRY + "partners: [{{role: Sponsor}}, {}]\n", 2, 29, "", id="second partner"),
    pytest.param(ENTRY + "partners:\n  - organisation: {}\n", 3, 19, "", id="organisation of a partner"),
    pytest.param(ENTRY + "partners: {{role: Judge, organisation: {}}}\n", 2, 39, "", id="one partner"),
    pytest.param(ENTRY + "updates:\n  - text: Done.\n    by: {}\n", 4, 9, "", id="update"),
    pytest.param(ENTRY + "revisions: [{{field: due, approved_by: {}}}]\n", 2, 39, "", id="revision of an entry"),
    pytest.param(
        MILESTONE + "    revisions:\n      - was: 2025-03\n        approved_by: {}\n",
        7,
        22,
        "#report",
        id="revision of a milestone",
    ),
]
BASELINE_PLACES = [
    pytest.param(BASELINE + "    lead: {}\n", 6, 11, "", id="lead"),
    pytest.param(BASELINE + "    inputs: [HR, {}]\n", 6, 18, "", id="input"),
    pytest.param(BASELINE + "    partners: [{{organisation: {}}}]\n", 6, 31, "", id="partner"),
    pytest.param(BASELINE_MILESTONE + "        lead: {}\n", 9, 15, "#report", id="milestone lead"),
]
WRONG = [
    pytest.param("HRR", "GP204", "unknown organisation 'HRR'", "did you mean 'HR'?", id="unknown"),
    pytest.param("Ministry", "GP204", "unknown organisation 'Ministry'", "declare it in organisations.yaml", id="far"),
    pytest.param("Personnel", "GP205", "organisation 'Personnel' is not named by its id", "write 'HR'", id="alias"),
    pytest.param("H  R", "GP205", "organisation 'H  R' is not named by its id", "write 'HR'", id="alias, spaced"),
    pytest.param(
        "Human Resources",
        "GP205",
        "organisation 'Human Resources' is not named by its id",
        "write 'HR'",
        id="name",
    ),
    pytest.param("hr-board", "GP205", "organisation 'hr-board' is not named by its id", "write 'HR-Board'", id="case"),
    pytest.param(
        "Accounts",
        "GP206",
        "'Accounts' can mean 2 organisations",
        "name one by its id: Finance, Audit",
        id="several",
    ),
]


def references(tree: Tree) -> tuple[Finding, ...]:
    return run([organisation_references], Context(tree, tree.plans))


@pytest.mark.parametrize(("name", "code", "message", "hint"), WRONG)
@pytest.mark.parametrize(("text", "line", "column", "owner"), PLACES)
def test_an_organisation_that_is_not_named_by_its_id(
    text: str, line: int, column: int, owner: str, name: str, code: str, message: str, hint: str
) -> None:
    (finding,) = references(pay({"actions/publish-gap": text.format(name)}))
    assert finding[:4] == ("pay/actions/publish-gap.yaml", line, column, code)
    assert finding.end_column == column + len(name)
    assert (finding.message, finding.hint, finding.entry) == (message, hint, f"pay/publish-gap{owner}")


@pytest.mark.parametrize(("text", "line", "column", "owner"), PLACES)
def test_an_organisation_named_by_its_id(text: str, line: int, column: int, owner: str) -> None:
    assert references(pay({"projects/publish-gap": text.format("Finance")})) == ()


@pytest.mark.parametrize(("name", "code", "message", "hint"), WRONG)
@pytest.mark.parametrize(("text", "line", "column", "owner"), BASELINE_PLACES)
def test_baselines_are_held_to_the_same(
    text: str, line: int, column: int, owner: str, name: str, code: str, message: str, hint: str
) -> None:
    (finding,) = references(pay({"baselines/board-1": text.format(name)}))
    assert finding[:4] == ("pay/baselines/board-1.yaml", line, column, code)
    assert (finding.message, finding.hint, finding.entry) == (message, hint, f"pay/publish-gap{owner}")


@pytest.mark.parametrize(("name", "code", "message", "hint"), WRONG)
def test_a_unit_is_part_of_one_named_by_its_id(name: str, code: str, message: str, hint: str) -> None:
    organisations = ORGANISATIONS + f"Careers:\n  name: Careers Office\n  part_of: {name}\n"
    (finding,) = references(tree_of({"organisations.yaml": organisations, "pay/plan.yaml": PLAN}))
    assert finding[:4] == ("organisations.yaml", 8, 12, code)
    assert (finding.message, finding.hint, finding.entry) == (message, hint, None)


@pytest.mark.parametrize(("name", "code", "message", "hint"), WRONG)
@pytest.mark.parametrize(("policy", "column"), [("approvers: {}\n", 12), ("approvers: [HR-Board, {}]\n", 23)])
def test_approvers_are_named_by_their_ids(
    policy: str, column: int, name: str, code: str, message: str, hint: str
) -> None:
    (finding,) = references(pay({}, policy.format(name)))
    assert finding[:4] == ("pay/plan.yaml", 3, column, code)
    assert (finding.message, finding.hint, finding.entry) == (message, hint, None)


def test_an_approver_named_twice() -> None:
    assert found(checked(pay({}, "approvers: [HR-Board, Audit, HR-Board]\n"))) == [("GP110", "pay/plan.yaml", 3, 30)]


def test_each_wrong_name_has_its_own_finding() -> None:
    text = ENTRY + "lead: [Personnel, HR, Finanse]\ninputs: Accounts\n"
    assert found(references(pay({"actions/a": text}))) == [
        ("GP205", "pay/actions/a.yaml", 2, 8),
        ("GP204", "pay/actions/a.yaml", 2, 23),
        ("GP206", "pay/actions/a.yaml", 3, 9),
    ]


def test_text_inputs_roles_and_groups_are_no_organisations() -> None:
    text = ENTRY + "inputs: {text: Personnel}\npartners: [{role: Accounts}]\ngroups: [HRR, Personnel]\n"
    assert references(pay({"actions/a": text})) == ()


def test_an_id_means_itself_where_it_is_also_an_alias() -> None:
    organisations = "HR: {aliases: [Finance]}\nFinance: {name: Finance}\n"
    files = {"pay/plan.yaml": PLAN, "pay/actions/a.yaml": ENTRY + "lead: [Finance, finance]\n"}
    (finding,) = references(tree_of(files | {"organisations.yaml": organisations}))
    assert (finding.code, finding.column, finding.hint) == ("GP205", 17, "write 'Finance'")


@pytest.mark.parametrize(
    "broken", ["HR: {nam: Human Resources}\n", "HR: [\n", "", "HR: {name: A}\nhr: {name: B}\n", "- HR\n"]
)
def test_nobody_is_unknown_where_organisations_cannot_be_read(broken: str) -> None:
    files = {"organisations.yaml": broken, "pay/plan.yaml": PLAN}
    tree = tree_of(files | {"pay/actions/a.yaml": ENTRY + "lead: HRR\ndue: 2025-06\n"})
    assert {each.file for each in tree.findings} == {"organisations.yaml"}
    assert checked(tree) == ()
    assert [entry.leads for entry in tree.plans[0].entries] == [("HRR",)]


def test_without_the_file_everybody_is_unknown() -> None:
    tree = tree_of({"pay/plan.yaml": PLAN, "pay/actions/a.yaml": ENTRY + "lead: HR\n"})
    (finding,) = references(tree)
    assert (finding.code, finding.hint) == ("GP204", "declare it in organisations.yaml")


def test_only_the_plans_asked_for_are_checked() -> None:
    wrong = ENTRY + "lead: HRR\n"
    files = {
        f"{plan}/{name}": text for plan in ("a", "b") for name, text in [("plan.yaml", PLAN), ("actions/x.yaml", wrong)]
    }
    tree = tree_of(files | {"organisations.yaml": ORGANISATIONS})
    assert [each.entry for each in run([organisation_references], Context(tree, tree.plans[1:]))] == ["b/x"]
