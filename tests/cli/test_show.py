"""`show`: one entry, milestone, organisation or plan by any name that means only it."""

from pathlib import Path

import pytest

from cli import contract
from cli.company import AS_OF, FILES, company
from cli_runner import Result, call, run
from support import tree

BESIDE_A_PLAN = [
    "closed",
    "aims",
    "objectives",
    "sources",
    "max_revisions",
    "approvers",
    "due_soon",
    "accept",
    "note",
    "tags",
    "extra",
    "follows",
    "publications",
    "duties",
    "links",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The company's tree is beside; another plan has an entry of a name that is there already."""
    sites = {"sites/actions/publish-gap.yaml": "title: Another gap\nmilestones:\n  - {id: report, title: Another}\n"}
    return company(tmp_path, **sites).parent


def show(folder: Path, *arguments: str) -> Result:
    return call("show", *arguments, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})


@pytest.mark.parametrize(
    ("name", "noun", "full_id"),
    [
        ("train-panels", "entry", "pay/train-panels"),
        ("pay/train-panels", "entry", "pay/train-panels"),
        ("sites/publish-gap", "entry", "sites/publish-gap"),
        ("return-to-work", "entry", "pay/return-to-work"),
        ("train-panels#course", "milestone", "pay/train-panels#course"),
        ("pay/publish-gap#report", "milestone", "pay/publish-gap#report"),
        ("HR", "organisation", "HR"),
        ("hr", "organisation", "HR"),
        ("Human Resources", "organisation", "HR"),
        ("human  resources", "organisation", "HR"),
        ("Personnel", "organisation", "HR"),
        ("H R", "organisation", "HR"),
        ("HR-Director", "organisation", "HR-Director"),
        ("pay", "plan", "pay"),
        ("sites", "plan", "sites"),
    ],
)
def test_what_names_mean(name: str, noun: str, full_id: str, folder: Path) -> None:
    found = show(folder, name, "--format", "json").json
    assert (found["format"], found[noun]["id"]) == (f"genderplan/{noun}", full_id)
    text = show(folder, name)
    assert (text.code, text.err) == (0, "")
    assert text.lines[1].startswith(f"{noun} {full_id}  plans/")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("publish-gap", "'publish-gap' can mean pay/publish-gap, sites/publish-gap: name one of them"),
        ("publish-gap#report", "'publish-gap#report' can mean pay/publish-gap#report, sites/publish-gap#report"),
        ("Accounts", "'Accounts' can mean organisation:Finance, organisation:Audit"),
        ("publish-gaps", "unknown id 'publish-gaps' (did you mean 'publish-gap'?)"),
        ("pay/train-panel", "unknown id 'pay/train-panel' (did you mean 'pay/train-panels'?)"),
        ("train-panels#curse", "unknown id 'train-panels#curse' (did you mean 'train-panels#course'?)"),
        ("pey", "unknown id 'pey' (did you mean 'pay'?)"),
        ("Univerity", "unknown id 'Univerity' (did you mean 'University'?)"),
        ("#", "unknown id '#'"),
        ("/", "unknown id '/'"),
        ("pay/", "unknown id 'pay/'"),
        ("train-panels#", "unknown id 'train-panels#'"),
        ("", "unknown id ''"),
        ("x" * 10_000, "unknown id 'xxx"),
        ("[red]", "unknown id '[red]'"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_ambiguous_and_unknown_names(name: str, told: str, folder: Path) -> None:
    result = show(folder, name)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_a_plan_and_an_organisation_of_one_name_are_ambiguous(tmp_path: Path) -> None:
    folder = tree(tmp_path, FILES | {"organisations.yaml": FILES["organisations.yaml"] + "Pay: {}\n"}).parent
    result = show(folder, "pay")
    assert (result.code, result.err) == (
        2,
        "genderplan: 'pay' can mean plan:pay, organisation:Pay: name one of them\n",
    )
    for name, noun in (
        ("plan:pay", "plan"),
        ("organisation:Pay", "organisation"),
        ("organisation:pay", "organisation"),
    ):
        assert show(folder, name, "--format", "json").json["format"] == f"genderplan/{noun}"


@pytest.mark.parametrize(
    ("name", "full_id"),
    [
        ("entry:train-panels", "pay/train-panels"),
        ("entry:pay/publish-gap", "pay/publish-gap"),
        ("milestone:train-panels#course", "pay/train-panels#course"),
        ("milestone:pay/publish-gap#report", "pay/publish-gap#report"),
        ("organisation:human resources", "HR"),
    ],
)
def test_a_kind_before_a_name(name: str, full_id: str, folder: Path) -> None:
    kind = name.partition(":")[0]
    assert show(folder, name, "--format", "json").json[kind]["id"] == full_id


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("plan:HR", "unknown plan 'HR' (known: pay, sites)"),
        ("entry:pay", "unknown entry 'pay'"),
        ("organisation:pay/publish-gap", "unknown organisation 'pay/publish-gap'"),
        ("milestone:train-panels", "unknown milestone 'train-panels' (did you mean 'train-panels#course'?)"),
        ("entry:publish-gap", "'publish-gap' can mean pay/publish-gap, sites/publish-gap: name one of them"),
        ("board:HR", "unknown board 'HR' (none is known)"),
        ("plan:", "unknown id 'plan:'"),
    ],
)
def test_a_kind_before_a_name_of_another(name: str, told: str, folder: Path) -> None:
    assert told in show(folder, name).err


def test_commands_that_take_one_thing_take_its_kind(folder: Path) -> None:
    moved = call("move", "milestone:train-panels#course", "--to", "2025-04", "--reason", "R", "--dry-run", cwd=folder)
    assert moved.code == 0
    assert "organisation, not an entry" in call("history", "organisation:HR", cwd=folder).err


@pytest.mark.parametrize(
    ("name", "keys", "noun", "fields"),
    [
        (
            "pay/publish-gap",
            ["plans", "entry", "milestones", "updates", "revisions", "inherited", "links"],
            "entry",
            contract.ENTRY,
        ),
        ("train-panels#course", ["plans", "milestone", "revisions"], "milestone", contract.MILESTONE),
        (
            "HR",
            ["plans", "organisation", "named", "note", "tags", "extra", "board", "meetings", "reports", "decisions"],
            "organisation",
            contract.ORGANISATION,
        ),
        ("pay", ["plans", "plan", *BESIDE_A_PLAN], "plan", contract.PLAN),
    ],
)
def test_json_has_the_one_record_under_its_noun(
    name: str, keys: list[str], noun: str, fields: list[str], folder: Path
) -> None:
    found = show(folder, name, "--format", "json").json
    assert list(found) == ["format", "version", *keys]
    assert list(found[noun]) == fields
    assert {tuple(plan) for plan in found["plans"]} == {tuple(contract.PLAN_LABEL)}


def test_json_of_an_entry_has_what_belongs_to_it(folder: Path) -> None:
    found = show(folder, "pay/publish-gap", "--format", "json").json
    assert [each["id"] for each in found["milestones"]] == [
        "pay/publish-gap#extract",
        "pay/publish-gap#report",
        "pay/publish-gap#pilot",
    ]
    assert found["updates"] == [
        {
            "date": "2025-01-10",
            "by": "HR",
            "text": "Extract done for all grades.",
            "source": {"document": "board-paper", "place": None},
            "state": None,
            "rag": None,
            "next": None,
            "evidence": [],
        }
    ]
    milestone = show(folder, "pay/publish-gap#report", "--format", "json").json
    assert {
        "date": "2024-11-05",
        "was": "2025-03",
        "reason": "Payroll system moved",
        "approved_by": "HR-Board",
    }.items() <= (milestone["revisions"][0].items())


def test_text_of_an_entry(folder: Path) -> None:
    lines = show(folder, "review-grades").lines
    assert lines[:2] == ["To review the grades", "entry pay/review-grades  plans/pay/actions/data/review-grades.yaml:1"]
    assert "leads             Finance Department, Human Resources" in lines
    assert "leads             Finance, HR" in show(folder, "review-grades", "--ids").lines
    assert "due               30 Jun 2025" in lines
    assert "note              Waits for the report." in lines
    assert "status            upcoming" in lines
    assert any(line.startswith("extra ") and "x-cost" in line and "1000" in line for line in lines)
    assert lines[-1] == "pay as of 15 Jan 2025 (GENDERPLAN_AS_OF)"


def test_text_of_a_milestone_names_its_line_and_revisions(folder: Path) -> None:
    lines = show(folder, "pay/publish-gap#report").lines
    assert lines[1] == "milestone pay/publish-gap#report  plans/pay/actions/publish-gap.yaml:12"
    assert "baseline due      Mar 2025" in lines
    assert "  5 Nov 2024 · due was Mar 2025 · Payroll system moved · approved by HR-Board" in lines


def test_text_of_an_organisation_tells_where_it_is_named(folder: Path) -> None:
    lines = show(folder, "University").lines
    assert "  partner of pay/return-to-work: Return to work after a career break" in lines
    assert "  lead of pay/return-to-work#evaluation: Evaluate the pilot" in lines
    director = show(folder, "HR-Director").out
    assert "holders           A. Person (acting, from Jul 2024)\n" in director


def test_an_entry_that_could_not_be_read_is_told_to_be_so(tmp_path: Path) -> None:
    folder = company(tmp_path, **{"pay/actions/train-panels.yaml": "title: x: y\n"}).parent
    result = run("show", "train-panels", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "the file of 'train-panels' cannot be read: 'genderplan validate' tells why" in result.err


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("pay/policies", "policies"),
        ("policies#leave", "policies"),
        ("item:pay/policies#leave", "policies"),
        ("register:policies", "policies"),
        ("assessment:pay/spring", "spring"),
        ("indicator:gap", "gap"),
        ("board:EODB", "EODB"),
        ("meeting:EODB#feb", "EODB"),
        ("EODB#feb", "EODB"),
        ("law", "law"),
        ("law/gap", "law"),
        ("care", "care"),
        ("care/leave", "care"),
        ("plan:care", "care"),
    ],
)
def test_what_could_not_be_read_is_not_told_to_be_unknown(name: str, of: str, tmp_path: Path) -> None:
    names = ["pay/registers/policies", "pay/assessments/spring", "pay/indicators/gap", "boards/EODB", "frameworks/law"]
    files = dict.fromkeys([f"{each}.yaml" for each in (*names, "care/plan")], "title: [x\n")
    files["organisations.yaml"] = "EODB: {kind: board}\n"
    folder = tree(tmp_path, {"pay/plan.yaml": "genderplan: 1\ntitle: P\n", **files}).parent
    result = call("show", name, cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"genderplan: the file of '{of}' cannot be read: 'genderplan validate' tells why\n"
    assert "unknown" in call("show", f"{name}-x", cwd=folder).err or "#" in name or "/" in name


def test_what_is_of_another_kind_than_what_could_not_be_read_is_unknown(tmp_path: Path) -> None:
    files = {"pay/plan.yaml": "genderplan: 1\ntitle: P\n", "boards/EODB.yaml": "title: [x\n"}
    result = call("show", "plan:EODB", cwd=tree(tmp_path, files).parent)
    assert "unknown plan 'EODB' (known: pay)" in result.err


def test_a_length_is_told_as_it_was_given(tmp_path: Path) -> None:
    """In words for people, in ISO form for programs; `12 months` never becomes a year."""
    entry = "title: A\nmilestones:\n- {id: m, title: M, duration: 12 months}\n"
    entry += "- {id: n, title: N, depends_on: {milestone: m, lag: 12 months}}\n"
    folder = tree(
        tmp_path, {"p/plan.yaml": "genderplan: 1\ntitle: P\ntolerance: 12 months\n", "p/actions/a.yaml": entry}
    )
    said = [line for name in ("p", "a#m", "a#n") for line in show(folder.parent, name).lines]
    assert {"tolerance         12 months", "duration          12 months", "depends on        p/a#m + 12 months"} <= {
        *said
    }
    assert show(folder.parent, "a#n", "--format", "json").json["milestone"]["depends_on"][0]["lag"] == "P12M"
    assert call("baseline", "save", "b", cwd=folder.parent).code == 0
    (folder / "p/actions/a.yaml").write_text(entry.replace("duration: 12 months", "duration: P18M"))
    assert {"    was  12 months", "    now  18 months"} <= {*call("slippage", cwd=folder.parent).lines}


def test_facts_of_a_plan_and_a_post_are_told_in_words(tmp_path: Path) -> None:
    """Dates as everywhere, documents with their date and note, and what is not there as none."""
    plan = (
        'genderplan: 1\ntitle: P\naims: [{id: i, title: "Fair", note: "By 2030"}]\nstate: closed\nclosed: {date: 2026-01-31, reason: "All done"}\n'
        'sources: [{id: paper, title: "Paper 12", date: 2024-11-05, note: "Second print"}]\n'
        'accept: [{code: GP602, where: a, reason: "Known", until: 2025-06}]\n'
    )
    post = "Head:\n  kind: post\n  holders: [{name: A. Person, from: 2024-07-01, to: 2024-Q4}]\n"
    entry = "title: A\ncancelled: {date: 2025-02-03}\n"
    folder = tree(tmp_path, {"p/plan.yaml": plan, "p/actions/a.yaml": entry, "organisations.yaml": post})
    lines = [line for name in ("p", "a", "Head") for line in show(folder, name).lines]
    assert {
        "aims              Fair (By 2030)",
        "closed            31 Jan 2026: All done",
        "sources           paper: Paper 12 (5 Nov 2024, Second print)",
        "accept            GP602 at a until Jun 2025: Known",
        "cancelled         3 Feb 2025",
        "holders           A. Person (from 1 Jul 2024, to Q4 2024)",
        "milestones        none",
    } <= set(lines)
