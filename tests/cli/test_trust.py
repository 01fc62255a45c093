"""Text from plan files is data: no markup, no formula, no escape sequence and no path, in any command and any format."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli.company import AS_OF, NOUNS
from cli_runner import Result, call, plain_terminal, run
from genderplan.text import one_line, printable, printable_lines
from support import ENTRY, PLAN, tree

TEXTS = {
    "rich markup": "[red]x[/red]",
    "a closing tag": "[/]",
    "a link of rich": "[link=file:///etc/passwd]x[/link]",
    "an emoji code": ":smile: :warning:",
    "a backslash": "back\\slash \\[red] \\n",
    "html": "<script>alert('1')</script> & <b>x</b>",
    "markdown": "**b** _i_ `c` [l](http://x) | ![i](x) # ~s~",
    "a formula": "=1+1",
    "another formula": "@SUM(A1)",
    "a formula in wide signs": "＝1+1",
    "plus": "+44 20",
    "minus": "-2+3",
    "an option": "--tree",
    "quotes": "\"a\" 'b', c; d",
    "percents": "%s %(x)s {x} {0} $HOME `id`",
    "a workflow command": "::error::x",
    "emoji": "👩🏽‍🚒👩‍👩‍👧 ❤️",
    "combining": "Z̸͑a͐l̈go é",
    "wide": "性别平等 ｆｕｌｌ",
    "right to left": "المساواة بين \u202eالجنسين\u202c שוויון",
    "a zero width space": "a\u200bb\u2060c\ufeffd",
    "line separators": "one\u2028two\u2029three",
    "spaces": "a\u00a0b   c\u3000d",
    "very long": "long " * 800,
    "very long without spaces": "x" * 4000,
    "very long and wide": "性" * 3000,
}
COMMANDS = [
    ("status",),
    *(("list", noun) for noun in NOUNS if noun not in {"actions", "projects"}),
    ("show", "x"),
    ("show", "x#m"),
    ("show", "HR"),
    ("show", "p"),
    ("slippage",),
    ("timeline",),
    ("validate", "--notes"),
    ("check",),
    ("baseline", "list"),
    ("baseline", "show", "b"),
]
ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def files(text: str) -> dict[str, str]:
    """A tree with this text wherever a plan may have one."""
    said = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\L").replace("\u2029", "\\P")
    facts = f"title: {said}\noutput: {said}\nobjective: o\ngroups: [{said}]\ninputs: [{{text: {said}}}]\n"
    facts += f"partners: [{{role: {said}}}]\nlead: HR\nnote: {said}\ntags: [{said}]\nsource: {{document: s, place: {said}}}\n"
    milestone = f"milestones:\n  - {{id: m, title: {said}, note: {said}, tags: [{said}], due: DUE}}\n"
    plan = f"title: {said}\nlong_term_aim: {said}\naims: [{{id: a, title: {said}}}]\nobjectives: [{{id: o, title: {said}}}]\n"
    indented = "".join(f"    {line}\n" for line in (facts + milestone.replace("DUE", "2025-01")).splitlines())
    return {
        "organisations.yaml": f"HR: {{name: {said}, kind: post, aliases: [{said}], holders: [{{name: {said}}}]}}\n",
        "p/plan.yaml": f"genderplan: 1\n{plan}sources: [{{id: s, title: {said}}}]\nnote: {said}\n",
        "p/actions/x.yaml": facts
        + milestone.replace("DUE", "2025-03")
        + f"x-more: {{a: {said}}}\nupdates: [{{text: {said}}}]\n"
        f"revisions: [{{reason: {said}, field: due}}]\n",
        "p/projects/y.yaml": facts.replace("lead: HR\n", "") + milestone.replace("DUE", "2024-12"),
        "p/baselines/b.yaml": f"genderplan: 1\nname: b\ntitle: {said}\nplan: {{objectives: [{{id: o, title: x}}]}}\nentries:\n  x:\n    kind: action\n{indented}",
    }


def said(tmp_path: Path, text: str, *arguments: str) -> Result:
    return call(*arguments, cwd=tree(tmp_path, files(text)).parent, env={"GENDERPLAN_AS_OF": AS_OF})


def texts(value: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_tree_is_valid(text: str, tmp_path: Path) -> None:
    """What the other tests read is no broken file."""
    result = said(tmp_path, text, "validate")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("0 errors, 0 warnings, ")


IN_JSON = {"rich markup", "a backslash", "quotes", "right to left", "line separators", "very long and wide"}
"""Texts that one writer of JSON, the same for all commands, could get wrong."""


def formats(name: str, *command: str) -> list[str]:
    """Formats in which a command prints a text; lists of all nouns share the writers of csv and markdown."""
    json_ = ["json"] if name in IN_JSON else []
    if command[0] == "list":
        return ["table", *json_, *(["csv", "markdown"] if command[1] == "entries" else [])]
    return ["text", *json_, *(["github"] if command[0] in {"validate", "check"} else [])]


@pytest.mark.parametrize("name", TEXTS)
def test_no_command_interprets_a_text(name: str, tmp_path: Path) -> None:
    text = TEXTS[name]
    folder = tree(tmp_path, files(text)).parent
    for command, format_ in ((each, format_) for each in COMMANDS for format_ in formats(name, *each)):
        result = call(*command, "--format", format_, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})
        assert (result.code, result.err) == (1 if command == ("check",) else 0, ""), command
        assert not ESCAPES.search(result.out), command
        if format_ == "json" and command[0] not in {"validate", "check", "baseline"}:
            assert {text, text.strip()} & set(texts(result.json)), command


@pytest.mark.parametrize(
    "text", [text for text in TEXTS.values() if len(text) < 100], ids=[n for n, t in TEXTS.items() if len(t) < 100]
)
@pytest.mark.parametrize("noun", ["entries", "milestones", "plans"])
def test_a_piped_table_has_the_text_on_one_line(noun: str, text: str, tmp_path: Path) -> None:
    shown = one_line(text)
    lines = said(tmp_path, text, "list", noun, "--columns", "title").lines
    assert lines[1] == shown
    for command in (("show", "x"), ("show", "p")):
        assert said(tmp_path, text, *command).lines[0] == shown


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_csv_cells_are_neutral_and_whole(text: str, tmp_path: Path) -> None:
    out = said(tmp_path, text, "list", "entries", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert len(rows) == 2
    for row in rows:
        assert not [
            cell for cell in row.values() if cell[:1] in {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"}
        ]
        assert row["title"] == ("'" + text if text[0] in "=+-@＝" else printable_lines(text))


@pytest.mark.parametrize(
    "text", [text for text in TEXTS.values() if len(text) < 100], ids=[n for n, t in TEXTS.items() if len(t) < 100]
)
def test_markdown_is_a_table_of_whole_rows_without_markup(text: str, tmp_path: Path) -> None:
    lines = said(tmp_path, text, "list", "entries", "--columns", "title,note", "--format", "markdown").lines
    assert lines[:2] == ["| title | note |", "| --- | --- |"]
    for line in lines[2:4]:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3
        assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", line)
        assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]~#]", line)


BLOCK = "title: |\n  first line\n  second line\n\n  = third\nnote: |\n  a\n\n  b\nmilestones:\n  - id: m\n    title: |\n      one\n      two\n    due: 2025-01\n"


@pytest.mark.parametrize(
    "command", [each for each in COMMANDS if each[0] not in {"slippage", "baseline"}], ids=" ".join
)
def test_line_breaks_in_a_title_break_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    folder = tree(tmp_path, {"organisations.yaml": "HR: {}\n", "p/plan.yaml": PLAN, "p/actions/x.yaml": BLOCK}).parent
    result = call(*command, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})
    assert result.code in {0, 1}
    assert not [line for line in result.lines if line.strip() in {"second line", "= third", "two"}]


def test_line_breaks_stay_in_csv_and_json_and_are_folded_in_markdown(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/x.yaml": BLOCK}).parent
    [row] = csv.DictReader(io.StringIO(call("list", "--format", "csv", cwd=folder).out, newline=""))
    assert row["title"] == "first line\nsecond line\n\n= third\n"
    assert call("list", "--format", "json", cwd=folder).json["entries"][0]["note"] == "a\n\nb\n"
    assert (
        call("list", "--format", "markdown", "--columns", "title", cwd=folder).lines[2]
        == "| first line second line = third |"
    )


@pytest.mark.parametrize("name", ["wide", "emoji", "combining", "right to left", "very long", "very long and wide"])
@pytest.mark.parametrize("command", [("status",), ("timeline",), ("list",), ("list", "milestones")], ids=" ".join)
def test_on_a_terminal_no_line_is_wider_than_it(command: tuple[str, ...], name: str, tmp_path: Path) -> None:
    from rich.cells import cell_len

    result = plain_terminal(*command, cwd=tree(tmp_path, files(TEXTS[name])).parent)
    assert result.code == 0
    assert max(map(cell_len, result.lines)) <= 80


@pytest.mark.parametrize(
    "name",
    ["a\x1b[31mb", "a\nb", "a\x07b", "a\x9b31mb", "[red]x[/red]", "=1+1", "a\u202eb", "a\u061c\u200b\u2028b\ufeff"],
)
def test_names_of_files_are_spelled_out(name: str, tmp_path: Path) -> None:
    hostile = {
        f"p/actions/{name}.yaml": ENTRY,
        f"p/{name}.yaml": ENTRY,
        f"{name}/plan.yaml": PLAN,
        f"{name}/actions/x.yaml": ENTRY,
    }
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/x.yaml": ENTRY} | hostile).parent
    for command in COMMANDS:
        for options in ([], *([["--format", "json"]] if command[0] in {"status", "validate", "check"} else [])):
            result = call(*command, *options, cwd=folder)
            assert not ESCAPES.search(result.out.replace("\n", ""))
            assert not ESCAPES.search(result.err)
            assert "Traceback" not in result.err
    spelled = printable(name)
    shown = run("validate", cwd=folder).out
    assert f"plans/p/actions/{spelled}.yaml:1:1: error GP107 " in shown
    assert f"plans/p/{spelled}.yaml:1:1: error GP015 " in shown


@pytest.mark.parametrize("name", ["../../etc", "/etc", "p/../../x", "-x", "--tree=/"])
def test_an_id_is_no_path_and_no_option(name: str, tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/x.yaml": ENTRY}).parent
    for command in (("show",), ("baseline", "show"), ("slippage", "--against"), ("list", "--plan")):
        result = call(*command, *(["--"] if command[-1] == "show" else []), name, cwd=folder)
        assert (result.code, result.out) == (2, "")
