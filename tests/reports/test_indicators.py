"""Pages of `indicators` and `costs`: what the terminal tells, in words that no format changes."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.company import AS_OF, company
from cli_runner import Result, call, plain_terminal
from genderplan.terminal.pages import sparkline
from genderplan.terminal.screen import ASCII, UNICODE
from support import tree
from texts import TextExtension

MONEY = {
    "organisations.yaml": "HR: {name: Human Resources}\nFinance: {name: Finance Department}\n",
    "pay/plan.yaml": "genderplan: 1\ntitle: Equal pay\nstatus_date: 2025-01-15\ncurrency: GBP\n"
    "objectives: [{id: data, title: Pay data}]\n"
    "budget: [{year: FY2024-25, amount: 300000, approximate: true}, {year: FY2025-26, amount: 300000}]\n",
    "pay/actions/a.yaml": "title: A\nobjective: data\nlead: HR\ncost: {amount: 25000.50, year: FY2024-25, kind: new}\n",
    "pay/actions/b.yaml": "title: B\nlead: [HR, Finance]\ncost:\n- {amount: 1000, year: FY2024-25, kind: existing}\n"
    "- {amount: unquantified, year: FY2025-26}\n",
    "pay/actions/c.yaml": "title: C\nlead: Finance\ncost: staff-time\n",
    "pay/actions/d.yaml": "title: D\ncost: {amount: 500, year: 2025, approximate: true, fte: 0.5}\n",
    "pay/actions/e.yaml": "title: E\n",
}
PAGES = {
    "indicators": ("indicators", "--plan", "pay"),
    "one": ("indicators", "senior-posts"),
    "year": ("costs",),
    "lead": ("costs", "--by", "lead"),
    "objective": ("costs", "--by", "objective"),
    "kind": ("costs", "--by", "kind"),
}


def shown(name: str, folder: Path, *more: str, columns: int | None = None) -> Result:
    """What is printed of a page, on a terminal where its columns are given."""
    where = tree(folder, MONEY) if PAGES[name][0] == "costs" else company(folder)
    arguments = (*PAGES[name], "--as-of", AS_OF, "--tree", ".", *more)
    return plain_terminal(*arguments, columns=columns, cwd=where) if columns else call(*arguments, cwd=where)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("columns", [80, 140])
def test_terminal(name: str, columns: int, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    """F3-18, F3-20, F3-22, F4-08, F2-08"""
    result = shown(name, tmp_path, columns=columns)
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot.use_extension(TextExtension)
    assert max(map(len, result.lines)) <= columns


@pytest.mark.parametrize("name", PAGES)
def test_markdown(name: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    result = shown(name, tmp_path, "--format", "markdown")
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot.use_extension(TextExtension)


@pytest.mark.parametrize("name", PAGES)
def test_html_has_every_word_of_markdown(name: str, tmp_path: Path) -> None:
    """A sparkline says nothing in a page: its numbers stand there."""
    html = shown(name, tmp_path, "--format", "html").out
    words = set(shown(name, tmp_path, "--format", "markdown").out.replace("<br>", " ").replace("|", " ").split())
    plain = {word.strip("`*#:;,.()") for word in words if word.strip("`*#:;,.()-").isalnum()}
    assert [word for word in plain if word not in html] == []
    assert not any(step in html for step in UNICODE.steps)


def test_a_series_is_drawn_and_told_on_a_terminal(tmp_path: Path) -> None:
    assert "▁▃█ 31.4, 32, 33.10" in shown("one", tmp_path, columns=80).out
    ascii_ = call(*PAGES["one"], "--as-of", AS_OF, "--tree", ".", cwd=company(tmp_path), encoding="ascii")
    assert " 31.4, 32, 33.10" in ascii_.out
    assert not any(step in ascii_.out for step in UNICODE.steps)


@pytest.mark.parametrize(
    ("values", "drawn"),
    [(("1", "2", "3"), "▁▄█"), (("3", "3", "3"), "▁▁▁"), (("-1.5", "0", "1.5"), "▁▄█"), (("5", "1", "9"), "▄▁█")],
)
def test_a_series_rises_from_its_least_to_its_most(values: tuple[str, ...], drawn: str) -> None:
    assert sparkline(values, UNICODE.steps) == drawn
    assert len(sparkline(values, ASCII.steps)) == len(values)


def test_a_plan_of_which_nothing_is_known_says_so(tmp_path: Path) -> None:
    bare = tree(tmp_path, {"p/plan.yaml": "genderplan: 1\ntitle: Bare\n", "p/actions/a.yaml": "title: A\n"})
    assert "Nothing is measured." in call("indicators", "--tree", ".", cwd=bare).out
    said = call("costs", "--tree", ".", cwd=bare).out
    assert "None of 1 entry says what it costs." in said
    assert "0" not in said.partition("None of")[2]


def test_json_of_the_report_and_of_the_list_are_the_same_document(tmp_path: Path) -> None:
    folder = company(tmp_path)
    arguments = ("--as-of", AS_OF, "--format", "json")
    assert call("indicators", *arguments, cwd=folder).json == call("list", "indicators", *arguments, cwd=folder).json


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("publish-gap",), "'publish-gap' is no indicator: 'genderplan list indicators' names them"),
        (("nope",), "unknown indicator 'nope' (known: "),
        (("senior-posts", "--plan", "pay"), "filters are for a run without an ID, which means one indicator"),
    ],
)
def test_what_is_no_indicator(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    result = call("indicators", *arguments, cwd=company(tmp_path))
    assert (result.code, message in result.err) == (2, True)


@pytest.mark.parametrize(
    "name", ["senior-posts", "pay/senior-posts", "indicator:senior-posts", "indicator:pay/senior-posts"]
)
def test_every_name_of_an_indicator(name: str, tmp_path: Path) -> None:
    """A10"""
    result = call("show", name, "--format", "json", "--as-of", AS_OF, cwd=company(tmp_path))
    assert (result.code, result.json["indicator"]["id"]) == (0, "pay/senior-posts")


def test_text_of_a_file_never_steers_a_terminal(tmp_path: Path) -> None:
    text = 'title: "[red]\u202ea <b>|` $(id)"\nunit: "[b]\u202e|x"\nvalues: [{period: 2024, value: 1}]\n'
    folder = tree(tmp_path, {"p/plan.yaml": "genderplan: 1\ntitle: P\n", "p/indicators/a.yaml": text})
    for more in ((), ("--format", "markdown"), ("--format", "html")):
        out = call("indicators", "--tree", ".", *more, cwd=folder).out
        assert "\u202e" not in out
        assert "<b>" not in out.replace("<b>|", "", 0) or more == ()
