"""`genderplan record` and `new indicator`, on a company's plans."""

from pathlib import Path

import pytest

from cli.company import AS_OF, SENIOR_POSTS, company
from cli_runner import call, run
from genderplan.loading.tree import load_tree
from support import PLAN, tree

FILE = "plans/pay/indicators/senior-posts.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def text(folder: Path) -> str:
    return (folder / FILE).read_bytes().decode()


def record(folder: Path, *arguments: str) -> tuple[int, str, str]:
    return call("record", "senior-posts", *arguments, "--as-of", AS_OF, cwd=folder)


def test_a_value_stands_after_the_others(folder: Path) -> None:
    arguments = ("--period", "2023", "--value", "33.40", "--category", "officers")
    done = run("record", "pay/senior-posts", *arguments, cwd=folder)
    assert done == (0, f"{FILE}\n", "genderplan: pay/senior-posts, officers, 2023, outcome: 33.40\n")
    last = "reason: The census is late.}\n"
    assert text(folder) == SENIOR_POSTS.replace(
        last, f"{last}  - {{period: 2023, category: officers, value: 33.40, kind: outcome}}\n"
    )


def test_a_value_that_was_pending_is_known(folder: Path) -> None:
    """F4-12"""
    done = record(folder, "--period", "2024", "--value", "41", "--category", "staff")
    assert done == (0, f"{FILE}\n", "genderplan: pay/senior-posts, staff, 2024, outcome: 41\n")
    pending = "value: pending, expected: 2025-02, reason: The census is late.}"
    assert text(folder) == SENIOR_POSTS.replace(pending, "value: 41}")


def test_another_value_replaces_what_was_told(folder: Path) -> None:
    arguments = ("--period", "2024", "--value", "34.5", "--kind", "projected", "--category", "officers")
    refused = record(folder, *arguments)
    assert refused[0] == 2
    assert "pay/senior-posts, officers, 2024, projected: is 34 already; --replace gives another value" in refused[2]
    assert text(folder) == SENIOR_POSTS
    assert record(folder, *arguments, "--replace")[0] == 0
    assert text(folder) == SENIOR_POSTS.replace("    value: 34\n", "    value: 34.5\n")


def test_the_first_value_begins_the_list(tmp_path: Path) -> None:
    before = "title: x  # a comment\ntargets:\n- {by: 2025, value: 5}\n\n# the end\nnote: n\n"
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/indicators/a.yaml": before})
    assert call("record", "a", "--period", "2024-Q4", "--value=-0.50", cwd=folder).code == 0
    assert (folder / "p/indicators/a.yaml").read_text(encoding="utf-8") == before.replace(
        "value: 5}\n", "value: 5}\nvalues:\n- {period: 2024-Q4, value: -0.50, kind: outcome}\n"
    )


def test_pending_values_are_recorded_too(folder: Path) -> None:
    assert record(folder, "--period", "2025", "--value", "pending", "--category", "staff")[0] == 0
    assert "{period: 2025, category: staff, value: pending, kind: outcome}" in text(folder)


def test_an_outcome_to_come_is_warned_of(folder: Path) -> None:
    code, _, err = record(folder, "--period", "2026", "--value", "40", "--category", "staff")
    assert (code, "warning: an outcome of 2026, after the status date 2025-01-15" in err) == (0, True)


def test_a_patch_is_printed_and_nothing_written(folder: Path) -> None:
    code, out, err = record(folder, "--period", "2023", "--value", "33.4", "--category", "staff", "--dry-run")
    assert (code, err) == (0, "")
    assert "+  - {period: 2023, category: staff, value: 33.4, kind: outcome}\n" in out
    assert text(folder) == SENIOR_POSTS


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--period", "2023", "--value", "33,4"], "--value: '33,4' is not a number (write 33.4: a number has a point"),
        (["--period", "2023", "--value", "1e3"], "--value: '1e3' is not a number"),
        (["--period", "soon", "--value", "33"], "--period: 'soon' is not a date"),
        (["--period", "2023", "--value", "33"], "which category of senior-posts? name one with --category: officers"),
        (
            ["--period", "2023", "--value", "33", "--category", "officer"],
            "unknown category of senior-posts 'officer' (did you mean 'officers'?)",
        ),
        (["--period", "2021", "--value", "32", "--category", "officers"], "is 32 already"),
        (
            ["--period", "2023", "--value", "33", "--category", "officers", "--replace"],
            "there is no such value to be replaced",
        ),
        (["--period", "2023", "--value", "33", "--kind", "guess"], "'guess' is not one of"),
    ],
)
def test_what_is_refused(folder: Path, arguments: list[str], message: str) -> None:
    code, out, err = record(folder, *arguments)
    assert (code, out, message in err) == (2, "", True), err
    assert text(folder) == SENIOR_POSTS


def test_a_value_is_of_an_indicator(folder: Path) -> None:
    result = call("record", "publish-gap", "--period", "2023", "--value", "1", cwd=folder)
    assert (result.code, "'publish-gap' is no indicator" in result.err) == (2, True)


def test_a_category_is_named_in_any_case_and_by_its_title(folder: Path) -> None:
    code, _, err = record(folder, "--period", "2023", "--value", "41", "--category", "STAFF")
    assert (code, err) == (0, "genderplan: pay/senior-posts, staff, 2023, outcome: 41\n")
    assert "{period: 2023, category: staff, value: 41, kind: outcome}" in text(folder)


def test_a_new_indicator_validates_and_is_listed(folder: Path) -> None:
    """F1-08"""
    made = run(
        *("new", "indicator", "Complaints: all of them", "--plan", "pay", "--unit", "complaints", "--good", "down"),
        *("--lead", "human resources", "--data-source", "Register", "--every", "1 year", "--category", "Officers"),
        *("--category", "staff=All staff", "--target", "officers:12.5=2025-12", "--target", "staff:no-target"),
        *("--note", "One", "--tag", "pay", "--source", "board-paper", "--place", "p. 3", "--folder", "deep"),
        cwd=folder,
    )
    path = "plans/pay/indicators/deep/complaints-all-of-them.yaml"
    assert made == (0, f"{path}\n", "")
    assert (folder / path).read_text(encoding="utf-8") == (
        'title: "Complaints: all of them"\nunit: complaints\ngood: down\nlead: HR\ndata_source: Register\n'
        'every: 1 year\ncategories:\n- id: officers\n  title: "Officers"\n- id: staff\n  title: "All staff"\n'
        "targets:\n- by: 2025-12\n  value: 12.5\n  category: officers\n- value: no-target\n  category: staff\n"
        'note: "One"\ntags: [pay]\nsource:\n  document: board-paper\n  place: "p. 3"\n'
        "# values:\n#   - {period: 2024, value: 33.10, kind: outcome}\n"
    )
    before = call("validate", "--plan", "pay", "--format", "json", cwd=folder).json["summary"]
    assert (before["errors"], before["warnings"]) == (0, 0)
    listed = call("list", "indicators", "--search", "complaints", "--format", "json", cwd=folder).json["indicators"]
    assert [each["id"] for each in listed] == ["pay/complaints-all-of-them"]


def test_what_is_left_out_stands_as_lines_to_be_filled_in(folder: Path) -> None:
    made = call("new", "indicator", "Women", "--plan", "pay", cwd=folder)
    lines = (folder / made.out.strip()).read_text(encoding="utf-8").splitlines()
    assert lines[0] == 'title: "Women"'
    assert [line.split(":")[0] for line in lines[1:]] == [
        *("# unit", "# good", "# lead", "# targets", "#   - {by", "# values", "#   - {period"),
    ]
    kept = [line.removeprefix("# ") for line in lines if line[:5] not in {"# uni", "# goo", "# lea"}]
    (folder / made.out.strip()).write_text("\n".join(kept).replace("#   -", "  -"), encoding="utf-8")
    assert load_tree(folder / "plans").findings == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["X", "--unit", "%"], "'%' is percent by another name (write 'percent'): nothing was written"),
        (["X", "--target", "1,5=2025"], "'1,5' is not a number, nor 'no-target'"),
        (["X", "--target", "staff:5=2025"], "unknown category 'staff'"),
        (["X", "--id", "publish-gap"], "'publish-gap' is taken by plans/pay/actions/publish-gap.yaml"),
        (["X", "--id", "senior-posts"], f"'senior-posts' is taken by {FILE}"),
        (["X", "--every", "soon"], "'soon' is not a length of time"),
        (["X", "--lead", "HRR"], "unknown organisation 'HRR'"),
        (["X", "--lead", "Accounts"], "organisation 'Accounts' can mean Finance, Audit: name one by its id"),
    ],
)
def test_what_is_refused_of_a_new_one(folder: Path, arguments: list[str], message: str) -> None:
    result = call("new", "indicator", *arguments, "--plan", "pay", cwd=folder)
    assert (result.code, message in result.err) == (2, True), result.err
    assert [path.name for path in (folder / "plans/pay/indicators").iterdir()] == ["senior-posts.yaml"]


def test_an_action_cannot_take_the_id_of_an_indicator(folder: Path) -> None:
    result = call("new", "action", "X", "--id", "senior-posts", "--plan", "pay", cwd=folder)
    assert (result.code, f"'senior-posts' is taken by {FILE}" in result.err) == (2, True)
