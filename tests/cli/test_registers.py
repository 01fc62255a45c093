"""Registers and the glossary through the installed command."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

import genderplan
from cli_runner import Result, call, plain_terminal
from genderplan.formats.json import plain
from reports.test_registers import FILES
from support import tree

GLOSSARY = "EqIA: Equality impact assessment\nMPS: {meaning: Metropolitan Police Service, note: The force}\n"
LOCAL = "genderplan: 1\ntitle: An EqIA of TP\n"
AS_OF = "2007-01-15"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tree(tmp_path, FILES | {"glossary.yaml": GLOSSARY, "local/plan.yaml": LOCAL}).parent


def said(folder: Path, *arguments: str) -> Result:
    return call(*arguments, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})


VIEWS = (
    ("list", "items", "--plan", "scheme"),
    ("show", "scheme/policies"),
    ("show", "scheme/policies#dress-code"),
    ("show", "scheme/risks#influence"),
    ("glossary",),
    ("glossary", "--missing"),
)


@pytest.mark.parametrize("format_", ["table", "markdown"])
@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_a_view(arguments: tuple[str, ...], format_: str, folder: Path, snapshot: SnapshotAssertion) -> None:
    form = ("--format", format_) if format_ != "table" or arguments[0] == "list" else ()
    assert said(folder, *arguments, *form).out == snapshot


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_it_fits_a_terminal(arguments: tuple[str, ...], columns: int, folder: Path) -> None:
    result = plain_terminal(*arguments, "--as-of", AS_OF, columns=columns, cwd=folder)
    assert max(map(len, result.out.splitlines())) <= columns


def test_a_long_state_leaves_room_to_the_ids(folder: Path) -> None:
    """States of items are a document's words: they give way as ids do."""
    state = "recently been reviewed and updated and await publication by the board"
    register = f"title: R\nkind: risks\nitems: [{{id: some-item, title: T, state: {state}, lead: HR}}]\n"
    tree(folder, {"scheme/registers/long.yaml": register})
    arguments = ("list", "items", "--plan", "scheme", "--register", "long", "--as-of", AS_OF)
    row = plain_terminal(*arguments, columns=60, cwd=folder).out.splitlines()[2]
    assert "long#some-item" in row


def test_who_is_named_by_an_id_is_shown_by_name(folder: Path) -> None:
    lines = said(folder, "show", "scheme/risks#influence").lines
    place = lines.index("who               Human Resources")
    assert lines[place + 1].strip() == "Board members", "sentences have commas of their own"
    record = said(folder, "show", "scheme/risks#influence", "--format", "json").json["item"]
    assert record["who"] == ["HR", "Board members"]


def test_csv_and_columns(folder: Path) -> None:
    result = said(folder, "list", "items", "--register", "policies", "--format", "csv", "--columns", "item,review")
    assert list(csv.reader(io.StringIO(result.out))) == [
        ["item", "review"],
        ["dress-code", "every year, last 2006-11"],
        ["stop-and-search", "every year, last 2006-03"],
        ["leave", "every 6 months, last time not given"],
        ["catering", "2007-06-30"],
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("list", "--register", "policies"), "--register goes with items"),
        (("list", "milestones", "--section", "strands"), "--section goes with items: --supports asks"),
        (("list", "items", "--since", "2006"), "--since goes with updates"),
        (("history", "scheme/policies"), "is a register or an item of one, not an entry or a milestone"),
        (("impact", "policies#leave"), "'policies#leave' is no milestone"),
        (("complete", "policies#leave", "--on", "2007-01-02"), "neither an entry nor a milestone"),
    ],
)
def test_what_has_no_answer(arguments: tuple[str, ...], message: str, folder: Path) -> None:
    result = said(folder, *arguments)
    assert result.code == 2
    assert message in result.err


def test_python_says_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    read = genderplan.load_tree(folder / "plans")
    listed = said(folder, "list", "items", "--plan", "scheme", "--format", "json").json["items"]
    assert plain(genderplan.items(read.by_id["scheme"])) == listed
    found = said(folder, "glossary", "--as-of", AS_OF, "--format", "json").json
    report = plain(genderplan.glossary(read, date(2007, 1, 15)))
    assert report == {name: found[name] for name in report}


def test_a_glossary_of_a_plan_and_as_csv(folder: Path) -> None:
    result = said(folder, "glossary", "--plan", "local", "--format", "csv")
    assert [row[:5] for row in csv.reader(io.StringIO(result.out))][1:] == [
        ["EqIA", "Equality impact assessment", "", "", "1"]
    ]
    missing = said(folder, "glossary", "--missing", "--format", "csv")
    assert missing.out.splitlines() == ["acronym,uses,places", "TP,1,local (1)"]
    assert said(folder, "glossary", "--plan", "elsewhere").code == 2


def test_a_glossary_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "plans/glossary.yaml").write_text("EqIA:\n", encoding="utf-8")
    result = said(folder, "glossary", "--missing")
    assert (result.code, "1 file was left out" in result.err) == (1, True)


def test_what_is_in_a_text_steers_no_terminal(folder: Path) -> None:
    (folder / "plans/glossary.yaml").write_text('TP: "Terri\\u202etorial"\n', encoding="utf-8")
    for format_ in ("table", "json", "csv", "markdown", "html"):
        assert "\u202e" not in said(folder, "glossary", "--format", format_).out


def test_reports_for_boards_spell_an_acronym_at_its_first_use(tmp_path: Path) -> None:
    """F3-39: in what a board reads, and nowhere twice; the tables of a document stay as it prints them."""
    action = "title: Review of the EqIA\nlead: HR\ndue: 2006-12\nnote: The EqIA again\n"
    board = "role: Reads each EqIA\nmeetings: [{id: jan, date: 2007-01-20}, {id: apr, date: 2007-04-20}]\n"
    files = {
        "organisations.yaml": "HR: {name: Human Resources}\nEODB: {name: Overview Board, kind: board}\n",
        "scheme/plan.yaml": "genderplan: 1\ntitle: Scheme\n",
        "scheme/actions/review.yaml": action,
        "boards/EODB.yaml": board,
    }
    for name in ("spelled", "bare"):
        (tmp_path / name).mkdir()
    spelled = tree(tmp_path / "spelled", files | {"glossary.yaml": GLOSSARY}).parent
    bare = tree(tmp_path / "bare", files).parent
    meaning = "EqIA (Equality impact assessment)"
    for arguments in (
        ("report",),
        ("report", "--format", "html"),
        ("agenda", "EODB"),
        ("agenda", "EODB", "--on", AS_OF),
    ):
        with_it, without = said(spelled, *arguments).out, said(bare, *arguments).out
        assert " ".join(with_it.split()).count(meaning) == 1, arguments
        assert "Equality impact assessment" not in without
    for arguments in (
        ("report", "--one-page"),
        ("annex", "actions"),
        ("list",),
        ("status",),
        ("report", "--format", "json"),
    ):
        assert said(spelled, *arguments).out == said(bare, *arguments).out
