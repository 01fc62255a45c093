"""`genderplan new action` and `new project`, on a company's plans."""

from pathlib import Path

import pytest

from cli.company import company
from cli_runner import call, run
from support import PLAN, tree


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def test_an_action_with_everything_validates_and_is_listed(folder: Path) -> None:
    made = run(
        *("new", "action", "Ask the unions: for their own figures?", "--plan", "pay", "--objective", "data"),
        *("--lead", "HR", "--lead", "Finance", "--input", "Audit", "--partner", "University", "--group", "Carers"),
        *("--output", "Figures", "--start", "2025-02", "--end", "2025-06", "--due", "2025-Q2", "--tag", "pay"),
        *("--milestone", "Write to them=2025-03", "--milestone", "Read the answers", "--note", "One\nTwo"),
        *("--source", "board-paper", "--place", "p. 3", "--folder", "unions"),
        cwd=folder,
    )
    path = "plans/pay/actions/unions/ask-the-unions-for-their-own-figures.yaml"
    assert made == (0, f"{path}\n", "")
    assert (folder / path).read_text(encoding="utf-8") == (
        'title: "Ask the unions: for their own figures?"\nobjective: data\norder: 30\ngroups: "Carers"\n'
        'lead: [HR, Finance]\ninputs: Audit\npartners: University\noutput: "Figures"\nstart: 2025-02\nend: 2025-06\n'
        'due: 2025-Q2\nmilestones:\n- id: write-to-them\n  title: "Write to them"\n  due: 2025-03\n'
        '- id: read-the-answers\n  title: "Read the answers"\nnote: |-\n  One\n  Two\ntags: [pay]\n'
        'source:\n  document: board-paper\n  place: "p. 3"\n'
    )
    before = call("validate", "--plan", "pay", "--format", "json", cwd=folder).json["summary"]
    assert before["errors"] == before["warnings"] == 0
    [record] = call("list", "--search", "unions", "--plan", "pay", "--format", "json", cwd=folder).json["entries"]
    assert (record["leads"], record["order"], record["due"]) == (["HR", "Finance"], 30, "2025-Q2")


def test_a_row_of_a_published_table_is_one_command(folder: Path) -> None:
    made = call(
        *("new", "action", "Audit equal pay", "--plan", "pay", "--objective", "data", "--ref", "5.3", "-l", "HR"),
        *("-d", "2025-03", "--every", "1 year", "--until", "2027-03", "--completed", "2025-01-20"),
        *("-s", "The law is kept", "-s", "The gap is known"),
        cwd=folder,
    )
    assert (made.code, made.err) == (0, "")
    assert (folder / made.lines[0]).read_text(encoding="utf-8") == (
        'ref: "5.3"\ntitle: "Audit equal pay"\nobjective: data\norder: 30\nlead: HR\ndue: 2025-03\nevery: 1 year\n'
        'until: 2027-03\ncompleted:\n  2025-03: 2025-01-20\nsuccess: ["The law is kept", "The gap is known"]\n'
    )


def test_what_was_done_once_has_the_day_alone(folder: Path) -> None:
    made = call("new", "action", "Ask", "--plan", "pay", "--due", "2025-03", "--completed", "2025-01", cwd=folder)
    assert "completed: 2025-01\n" in (folder / made.lines[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--supports", "standard/none"), "unknown framework 'standard' (its file belongs into frameworks/)"),
        (("--indicator", "gapp"), "unknown indicator 'gapp'"),
    ],
)
def test_sections_and_indicators_are_there(arguments: tuple[str, str], message: str, folder: Path) -> None:
    made = call("new", "action", "Ask", "--plan", "pay", *arguments, cwd=folder)
    assert made.code == 2
    assert message in made.err


def test_a_project_by_its_id(folder: Path) -> None:
    made = call("new", "project", "Night  buses\n", "--id", "buses", "--plan", "pay", cwd=folder)
    assert made == (0, "plans/pay/projects/buses.yaml\n", "")
    assert (folder / "plans/pay/projects/buses.yaml").read_text(encoding="utf-8").startswith('title: "Night buses"\n')


def test_a_warning_is_told_and_the_file_written(folder: Path) -> None:
    made = call("new", "action", "Late", "--plan", "pay", "--due", "2027-01", cwd=folder)
    assert made.code == 0
    assert made.err == "genderplan: warning: 2027-01 is outside the plan's period (2024-09..2026-03)\n"
    assert (folder / "plans/pay/actions/late.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Ask", "--lead", "HRR"], "unknown organisation 'HRR' (did you mean 'HR'?): nothing was written"),
        (["Ask", "--lead", "Accounts"], "organisation 'Accounts' can mean Finance, Audit: name one by its id"),
        (["Ask", "--objective", "dat"], "unknown objective 'dat' (did you mean 'data'?): nothing was written"),
        (["Ask", "--due", "May 2025"], "'May 2025' is not a date (write 2025-05): nothing was written"),
        (["Ask", "--milestone", "A=soon"], "'soon' is not a date (write YYYY"),
        (["Ask", "--start", "2025-05", "--end", "2025-02"], "nothing was written"),
        (["Ask", "--source", "board"], "unknown source 'board' (did you mean 'board-paper'?): nothing was written"),
        (["Ask", "--note", "a\x1bb"], "control character U+001B, written by an escape (remove it): nothing"),
        (["Ask", "--id", "A B"], "'A B' is not an id: it is made of lower-case letters"),
        (["Ask", "--id", "../../evil"], "'../../evil' is not an id"),
        (["Ask", "--id", ""], "'' is not an id"),
        (["Ask", "--folder", "../.."], "--folder: '../..' is no folder's name"),
        (["Ask", "--note", "a\udcffb"], "is not UTF-8"),
        (["!!!"], "no id can be made of '!!!': give one with --id"),
        (["  "], "no id can be made of '': give one with --id"),
        (["Ask", "--id", "publish-gap"], "'publish-gap' is taken by plans/pay/actions/publish-gap.yaml"),
    ],
)
def test_what_would_not_be_valid_is_refused_and_nothing_written(
    folder: Path, arguments: list[str], message: str
) -> None:
    before = sorted(folder.rglob("*"))
    refused = call("new", "action", *arguments, "--plan", "pay", cwd=folder)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("genderplan: ")
    assert message in refused.err
    assert sorted(folder.rglob("*")) == before


def test_a_file_that_could_not_be_read_is_not_overwritten(folder: Path) -> None:
    path = folder / "plans/pay/actions/ask.yaml"
    path.write_text("title: [", encoding="utf-8")
    refused = call("new", "action", "Ask", "--plan", "pay", "--folder", "deeper", cwd=folder)
    taken = "genderplan: 'ask' is taken by a file that cannot be read: 'genderplan validate' tells why\n"
    assert refused == (2, "", taken)
    assert path.read_text(encoding="utf-8") == "title: ["


def test_which_plan(folder: Path, tmp_path: Path) -> None:
    refused = call("new", "action", "Ask", cwd=folder)
    assert refused.code == 2
    assert refused.err.startswith("genderplan: which plan? name one with --plan: ")
    refused = call("new", "action", "Ask", "--plan", "pya", cwd=folder)
    assert refused == (2, "", "genderplan: unknown plan 'pya' (did you mean 'pay'?)\n")
    assert call("new", "action", "Ask", cwd=folder / "plans" / "pay").out == "actions/ask.yaml\n"


def test_the_only_plan_needs_no_name(tmp_path: Path) -> None:
    tree(tmp_path, {"p/plan.yaml": PLAN})
    assert call("new", "action", "Ask", cwd=tmp_path).out == "plans/p/actions/ask.yaml\n"


def test_a_plan_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": "title: [", "q/plan.yaml": PLAN})
    cannot = (2, "", "genderplan: plan 'p' cannot be read: 'genderplan validate' tells why\n")
    which = (2, "", "genderplan: which plan? name one with --plan: p, q\n")
    for command in (("new", "action", "Ask"), ("baseline", "save", "b")):
        assert call(*command, "--plan", "p", cwd=tmp_path) == cannot
        assert call(*command, cwd=tmp_path) == which
        assert call(*command, "--plan", "Q", cwd=tmp_path).code == 0
    (folder / "q" / "plan.yaml").unlink()
    for path in (folder / "q").glob("*/*"):
        path.unlink()
    assert call("new", "action", "Ask", cwd=tmp_path) == cannot


def test_organisations_that_cannot_be_read(folder: Path) -> None:
    (folder / "plans" / "organisations.yaml").write_text("HR: [", encoding="utf-8")
    refused = call("new", "action", "Ask", "--plan", "pay", "--lead", "HR", cwd=folder)
    message = "organisations.yaml cannot be read, so no organisation can be named: mend it first"
    assert refused == (2, "", f"genderplan: {message}\n")


def test_without_a_tree(tmp_path: Path) -> None:
    refused = call("new", "action", "Ask", cwd=tmp_path)
    assert refused.code == 2
    assert refused.err.startswith("genderplan: no tree: ")


def test_the_tree_by_option(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    made = call("new", "project", "Ask", "--plan", "pay", "--tree", str(folder / "plans"), cwd=elsewhere)
    assert made.out == "../plans/pay/projects/ask.yaml\n"


def test_an_objective_is_named_by_its_title_too(tmp_path: Path) -> None:
    objectives = "{id: pay, title: Equal Pay}, {id: data, title: Data}, {id: more, title: data}, {id: a, title: A}"
    folder = tree(tmp_path, {"p/plan.yaml": PLAN + f"objectives: [{objectives}]\n"})
    for title, name, id_ in (("One", "equal  PAY", "pay"), ("Two", "data", "data"), ("Three", "A", "a")):
        assert call("new", "action", title, "--objective", name, cwd=tmp_path).code == 0
        assert f"objective: {id_}\n" in (folder / f"p/actions/{title.lower()}.yaml").read_text(encoding="utf-8")
    refused = call("new", "project", "Four", "--objective", "Data", cwd=tmp_path)
    assert refused == (2, "", "genderplan: objective 'Data' can mean data, more: name one by its id\n")


def test_an_action_stands_under_the_only_objective_there_is(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN + "objectives: [{id: pay, title: Pay}]\n"})
    call("new", "action", "Ask", cwd=tmp_path)
    call("new", "project", "Try", cwd=tmp_path)
    assert "objective: pay\n" in (folder / "p/actions/ask.yaml").read_text(encoding="utf-8")
    assert "objective" not in (folder / "p/projects/try.yaml").read_text(encoding="utf-8")
