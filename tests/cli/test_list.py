"""`list`: filters, order, columns and formats; an unknown value is an error with a suggestion, never an empty list."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from cli import contract
from cli.company import AS_OF, NOUNS, company
from cli_runner import REPOSITORY, Result, call, plain_terminal, run
from support import tree

FIELDS = {
    "entries": contract.ENTRY,
    "actions": contract.ENTRY,
    "projects": contract.ENTRY,
    "milestones": contract.MILESTONE,
    "indicators": contract.INDICATOR,
    "objectives": contract.OBJECTIVE,
    "organisations": contract.ORGANISATION,
    "plans": contract.PLAN,
    "updates": contract.UPDATE,
}
MILESTONES = [
    "publish-gap#extract",
    "publish-gap#report",
    "publish-gap#pilot",
    "train-panels#trainer",
    "train-panels#course",
    "train-panels#handbook",
    "return-to-work#pilot-site",
    "return-to-work#evaluation",
    "survey#walk",
]
ENTRIES = ["publish-gap", "review-grades", "train-panels", "return-to-work", "survey"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the company's tree is beside."""
    return company(tmp_path).parent


def listed(folder: Path, *arguments: str) -> Result:
    return call("list", *arguments, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})


def bare_ids(folder: Path, noun: str, *arguments: str) -> list[str]:
    """The ids of what is listed, without their plans."""
    records: list[dict[str, Any]] = listed(folder, noun, *arguments, "--format", "json").json[noun]
    return [record["id"].rpartition("/")[2] for record in records]


def test_without_a_noun_entries_are_listed_in_the_plans_order(folder: Path) -> None:
    assert listed(folder) == listed(folder, "entries")
    assert bare_ids(folder, "entries") == ENTRIES
    assert bare_ids(folder, "actions") == ["publish-gap", "review-grades", "train-panels", "survey"]
    assert bare_ids(folder, "projects") == ["return-to-work"]
    assert bare_ids(folder, "milestones") == MILESTONES
    assert bare_ids(folder, "plans") == ["pay", "sites"]
    assert bare_ids(folder, "objectives") == ["data", "careers", "openness"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--plan", "sites"], ["survey#walk"]),
        (["--plan", "SITES", "--plan", "pay"], MILESTONES),
        (["--objective", "careers"], ["train-panels#trainer", "train-panels#course", "train-panels#handbook"]),
        (["--objective", "PAY  data"], ["publish-gap#extract", "publish-gap#report", "publish-gap#pilot"]),
        (["--lead", "hr-director"], ["train-panels#trainer"]),
        (["--lead", "personnel", "--objective", "careers"], ["train-panels#course", "train-panels#handbook"]),
        (["--lead-only", "The Company"], ["survey#walk"]),
        (["--lead-only", "Company", "--lead", "University"], ["return-to-work#evaluation", "survey#walk"]),
        (["--partner", "University"], ["return-to-work#pilot-site", "return-to-work#evaluation"]),
        (["--partner", "sponsor", "--status", "due"], ["return-to-work#pilot-site"]),
        (["--group", "carers", "--lead", "University"], ["return-to-work#evaluation"]),
        (["--kind", "project"], ["return-to-work#pilot-site", "return-to-work#evaluation"]),
        (["--status", "overdue"], ["train-panels#trainer"]),
        (["--status", "complete", "--status", "cancelled"], ["publish-gap#extract", "train-panels#handbook"]),
        (["--status", "UNDATED"], ["publish-gap#pilot"]),
        (["--rag", "red"], ["publish-gap#report", "train-panels#trainer"]),
        (["--rag", "amber", "--rag", "blue"], ["publish-gap#extract", "train-panels#course"]),
        (["--tag", "Trial"], ["publish-gap#pilot"]),
        (["--search", "REPORT"], ["publish-gap#report", "publish-gap#pilot"]),
        (
            ["--search", "handbook", "--search", "site"],
            ["train-panels#handbook", "return-to-work#pilot-site", "survey#walk"],
        ),
        (["--due", "2025-01"], ["return-to-work#pilot-site"]),
        (
            ["--due", "2024-12-31..2025-01-31"],
            ["publish-gap#extract", "train-panels#trainer", "return-to-work#pilot-site"],
        ),
        (["--due", "2025-03.."], ["publish-gap#report", "return-to-work#evaluation", "survey#walk"]),
        (["--due", "..2024-12-30"], []),
        (
            ["--due", "..2024-12", "--due", "2025-Q3"],
            ["publish-gap#extract", "train-panels#trainer", "return-to-work#evaluation"],
        ),
        (["--status", "overdue", "--rag", "green"], []),
    ],
    ids=lambda value: " ".join(value) if value and value[0].startswith("--") else "",
)
def test_filters_of_milestones(filters: list[str], expected: list[str], folder: Path) -> None:
    result = listed(folder, "milestones", *filters, "--format", "json")
    assert (result.code, result.err) == (0, "")
    assert bare_ids(folder, "milestones", *filters) == expected


@pytest.mark.parametrize(
    ("noun", "filters", "expected"),
    [
        ("entries", ["--lead", "HR-Director"], ["train-panels"]),
        ("entries", ["--tag", "pay"], ["review-grades"]),
        ("entries", ["--due", "2025-06"], ["review-grades"]),
        ("entries", ["--rag", "red", "--kind", "action"], ["publish-gap", "train-panels"]),
        ("projects", ["--kind", "action"], []),
        ("objectives", ["--status", "overdue"], ["careers"]),
        ("objectives", ["--objective", "openness"], ["openness"]),
        ("organisations", ["--plan", "sites"], ["Company"]),
        ("plans", ["--status", "overdue"], ["pay"]),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_filters_of_other_nouns(noun: str, filters: list[str], expected: list[str], folder: Path) -> None:
    assert bare_ids(folder, noun, *filters) == expected


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--plan", "pya"], "unknown plan 'pya' (did you mean 'pay'?)"),
        (["--objective", "carers"], "unknown objective 'carers' (did you mean 'careers'?)"),
        (["--lead", "Personel"], "unknown organisation 'Personel' (did you mean 'Personnel'?)"),
        (["--lead", "Accounts"], "organisation 'Accounts' can mean Finance, Audit: name one by its id"),
        (["--partner", "Universty"], "unknown organisation 'Universty' (did you mean 'University'?)"),
        (["--group", "Carer"], "unknown group 'Carer' (did you mean 'Carers'?)"),
        (["--kind", "milestone"], "unknown kind 'milestone' (one of: action, project)"),
        (["--status", "late"], "unknown status 'late' (one of: complete, cancelled, overdue, due, upcoming, undated)"),
        (["--rag", "yellow"], "unknown RAG 'yellow' (one of: red, amber, green, blue)"),
        (["--tag", "trail"], "unknown tag 'trail' (did you mean 'trial'?)"),
        (["--due", "soon"], "'soon' is not a date"),
        (["--due", ".."], "'..' is no span of dates"),
        (["--due", "2025-02..2025-01"], "the span ends before it begins"),
        (["--sort", "deu"], "unknown sort key of milestones 'deu' (did you mean 'due'?)"),
        (["--sort", "--due"], "unknown sort key of milestones '-due'"),
        (["--columns", "id,stauts"], "unknown column of milestones 'stauts' (did you mean 'status'?)"),
        (["--columns", ","], "--columns names no column"),
        (["--columns", "id", "--format", "json"], "--columns goes with table, csv, markdown and html"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_unknown_values_are_errors_with_suggestions(arguments: list[str], told: str, folder: Path) -> None:
    result = listed(folder, "milestones", *arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        (["title"], ["return-to-work#pilot-site", "train-panels#trainer", "return-to-work#evaluation"]),
        (["-title"], ["survey#walk", "publish-gap#pilot", "publish-gap#report"]),
        (["due"], ["publish-gap#extract", "train-panels#trainer", "return-to-work#pilot-site"]),
        (["-due"], ["return-to-work#evaluation", "publish-gap#report", "survey#walk"]),
        (["status"], ["train-panels#trainer", "train-panels#course", "return-to-work#pilot-site"]),
        (["rag", "-due"], ["publish-gap#report", "train-panels#trainer", "train-panels#course"]),
        (["-variance_months"], ["publish-gap#report", "publish-gap#extract", "train-panels#trainer"]),
        (["forecast"], ["publish-gap#report", "publish-gap#extract", "publish-gap#pilot"]),
        (["plan", "-line"], ["publish-gap#pilot", "train-panels#handbook", "publish-gap#report"]),
    ],
    ids=lambda value: " ".join(value) if "#" not in value[0] else "",
)
def test_sorting(keys: list[str], first: list[str], folder: Path) -> None:
    options = [option for key in keys for option in ("--sort", key)]
    found = bare_ids(folder, "milestones", *options)
    assert found[:3] == first
    assert sorted(found) == sorted(MILESTONES)


def test_an_entry_without_due_is_listed_and_sorted_by_its_end(tmp_path: Path) -> None:
    dates = {"a": "end: 2025-03\n", "b": "due: 2025-02\nend: 2025-09\n", "c": "due: 2025-06\n", "d": "start: 2025-01\n"}
    files = {f"p/actions/{name}.yaml": f"title: {name}\n{keys}" for name, keys in dates.items()}
    tree(tmp_path, {"p/plan.yaml": "genderplan: 1\ntitle: P\n", **files})
    table = listed(tmp_path, "--sort", "due", "--columns", "entry,due,end").lines
    assert [line.rstrip() for line in table[1:5]] == [
        "b      Feb 2025  Sep 2025",
        "a      Mar 2025  Mar 2025",
        "c      Jun 2025",
        "d",
    ]
    kept = listed(tmp_path, "--sort", "-due", "--columns", "entry,due,end", "--format", "csv").lines
    assert kept == ["entry,due,end", "c,2025-06,", "a,,2025-03", "b,2025-02,2025-09", "d,,"]


@pytest.mark.parametrize(
    "key", ["due", "-due", "rag", "-rag", "days_overdue", "-days_overdue", "tags", "-tags", "note"]
)
def test_what_has_no_value_comes_last_in_either_direction(key: str, folder: Path) -> None:
    records = listed(folder, "milestones", "--sort", key, "--format", "json").json["milestones"]
    absent = [record[key.removeprefix("-")] in (None, []) for record in records]
    assert any(absent)
    assert absent == sorted(absent)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_field_can_be_sorted_by_in_either_direction(noun: str, folder: Path) -> None:
    for count, field in enumerate(FIELDS[noun]):
        for key in (field, f"-{field}") if count < 3 else ((field, f"-{field}")[count % 2],):
            result = listed(folder, noun, "--sort", key, "--format", "csv")
            assert (result.code, result.err) == (0, "")


def test_limit_counts_after_filters_and_order(folder: Path) -> None:
    assert bare_ids(folder, "milestones", "--sort", "-due", "--kind", "action", "--limit", "2") == [
        "publish-gap#report",
        "survey#walk",
    ]
    assert bare_ids(folder, "milestones", "--limit", "0") == []
    assert bare_ids(folder, "milestones", "--limit", "99") == MILESTONES


@pytest.mark.parametrize("noun", NOUNS)
def test_csv_has_the_contracts_fields_and_parses(noun: str, folder: Path) -> None:
    result = listed(folder, noun, "--format", "csv")
    rows = list(csv.reader(io.StringIO(result.out, newline="")))
    assert rows[0] == FIELDS[noun]
    records = listed(folder, noun, "--format", "json").json[noun]
    assert [row[rows[0].index("id")] for row in rows[1:]] == [record["id"] for record in records]
    assert {len(row) for row in rows} == {len(FIELDS[noun])}
    assert AS_OF not in result.out or noun == "plans"


def test_csv_values_are_as_given_and_lists_are_joined(folder: Path) -> None:
    result = run("list", "milestones", "--format", "csv", "--as-of", AS_OF, cwd=folder)
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(result.out, newline=""))}
    report, site = rows["pay/publish-gap#report"], rows["pay/return-to-work#pilot-site"]
    assert (report["due"], report["inputs"], report["completed"]) == ("2025-04", "Finance; payroll extract", "")
    assert rows["pay/publish-gap#pilot"]["duration"] == "P3M"
    assert rows["pay/train-panels#course"]["depends_on"] == "pay/train-panels#trainer + P1M"
    assert rows["pay/train-panels#course"]["variance_days"] == "-10"
    assert (site["groups"], site["partners"]) == ("Carers; Parents", "Sponsor (role); HR; University (Evaluator)")
    assert rows["pay/train-panels#handbook"]["cancelled"] == "2024-10-01: No room for it"


def test_columns(folder: Path) -> None:
    assert listed(folder, "milestones", "--plan", "sites", "--columns", "due, id", "--format", "csv").lines == [
        "due,id",
        "2025-03,sites/survey#walk",
    ]
    table = listed(folder, "milestones", "--plan", "sites", "--columns", "title,days_overdue").lines
    assert table[:2] == ["TITLE                    DAYS OVERDUE", "Walk the sites by night"]
    assert listed(folder, "plans", "--columns", "id", "--format", "markdown").lines[:4] == [
        "| id |",
        "| --- |",
        "| pay |",
        "| sites |",
    ]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_piped_table_is_neither_cut_nor_wrapped(noun: str, folder: Path) -> None:
    narrow = call("list", noun, cwd=folder, env={"COLUMNS": "20", "GENDERPLAN_AS_OF": AS_OF})
    assert narrow == listed(folder, noun)
    assert "…" not in narrow.out
    count = len(listed(folder, noun, "--format", "json").json[noun])
    assert len(narrow.lines) == count + 3
    assert narrow.lines[-1].startswith(f"{count} ")


def test_a_table_says_what_it_counts_and_on_which_day(folder: Path) -> None:
    assert listed(folder, "milestones").lines[-1] == (
        "9 milestones · pay as of 15 Jan 2025 (GENDERPLAN_AS_OF) · sites as of 15 Jan 2025 (GENDERPLAN_AS_OF)"
    )
    assert listed(folder, "entries", "--limit", "1").lines[-1].startswith("1 entry · ")
    assert listed(folder, "milestones", "--due", "..2000").lines[-1].startswith("0 milestones · ")
    assert listed(folder, "plans", "--format", "markdown").lines[-1] == (
        r"pay as of 15 Jan 2025 (GENDERPLAN\_AS\_OF); sites as of 15 Jan 2025 (GENDERPLAN\_AS\_OF)"
    )


def test_a_field_that_python_keeps_for_itself_is_called_as_in_json() -> None:
    """`from` of what a board receives."""
    options = ("list", "reports", "--sort", "from", "--limit", "1")
    assert "from" in call(*options, "--format", "json").json["reports"][0]
    assert "from" in call(*options, "--format", "csv").lines[0].split(",")
    assert call(*options, "--columns", "from,title").lines[0].split() == ["FROM", "TITLE"]
    assert call(*options, "--columns", "from,title", "--format", "csv").lines[0] == "from,title"
    refused = call(*options, "--columns", "from_")
    assert (refused.code, refused.err) == (
        2,
        "genderplan: unknown column of reports 'from_' (did you mean 'from'?)\n",
    )


def test_on_a_terminal_of_80_ids_are_whole_where_anything_else_can_give_way() -> None:
    for arguments in (
        ("boards",),
        ("reports", "--board", "EODB"),
        ("assessments",),
    ):
        shown = plain_terminal("list", *arguments, columns=80, cwd=REPOSITORY).out
        found = call("list", *arguments, "--format", "json").json[arguments[0]]
        assert [each["id"] for each in found if each["id"] not in shown] == []


def test_a_register_that_cannot_be_read_is_not_called_unknown(folder: Path) -> None:
    register = folder / "plans/pay/registers/policies.yaml"
    register.parent.mkdir()
    register.write_text("title: [\n", encoding="utf-8")
    for name in ("policies", "pay/policies"):
        done = call("list", "items", "--register", name, cwd=folder)
        assert (done.code, done.err) == (
            2,
            f"genderplan: '{name}' could not be read: 'genderplan validate' tells why\n",
        )


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
def test_on_a_terminal_a_table_fits(columns: int, folder: Path) -> None:
    for noun in ("milestones", "projects"):
        result = plain_terminal("list", noun, columns=columns, cwd=folder)
        assert result.code == 0
        assert max(map(len, result.lines)) <= columns
