"""`genderplan explain`: the list of codes and the page of each, on screens of any width, and as JSON.

The snapshots are read as a reader sees them; after a change that is meant: `pytest tests/reports --snapshot-update`.
"""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from cases import for_each
from cli_runner import Result, call, plain_terminal, run, terminal
from genderplan.findings import CODES
from genderplan.manual import pages
from texts import TextExtension

PAGES = {each.code: each for each in pages()}
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
CARETS = re.compile(r" +\^+")
FIELDS = ["code", "severity", "title", "meaning", "mend", "by", "example", "option"]
SOURCE = re.compile(r"^ [-+ ] *\d+ \| | +\^+$")
"""A line of a file, with its number, or carets: never cut or broken."""


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@cache
def explained(*arguments: str, columns: int = 80) -> Result:
    """A run in a folder that holds nothing."""
    with TemporaryDirectory() as folder:
        result = call("explain", *arguments, cwd=Path(folder), env={"COLUMNS": str(columns)})
    assert (result.code, result.err) == (0, "")
    return result


@pytest.mark.parametrize("code", ["GP204", "GP501", "GP701"])
def test_a_page(code: str, text: SnapshotAssertion) -> None:
    assert explained(code).out == text


def test_the_list(text: SnapshotAssertion) -> None:
    assert explained().out == text


def test_a_page_in_colours(tmp_path: Path, text: SnapshotAssertion) -> None:
    assert run("explain", "gp105", cwd=tmp_path, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"}).out == text


def test_the_list_has_every_code_once_with_severity_command_and_title() -> None:
    rows = [re.split(r"  +", line.strip(), maxsplit=1) for line in explained().lines if line.startswith("  GP")]
    assert [code for code, _ in rows] == list(CODES)
    facts = [re.split(" +", rest, maxsplit=2) for _, rest in rows]
    assert facts == [[str(each.severity), each.by, each.title] for each in PAGES.values()]


@for_each("code", CODES)
def test_every_page_says_all(code: str) -> None:
    shown, lines = PAGES[code], explained(code, columns=100).lines
    assert lines[0] == f"{code} {shown.title}"
    assert lines[1].startswith(f"{shown.severity}, given by ")
    flat = " ".join(" ".join(lines).split())
    for said in (*shown.meaning, f"Mend: {shown.mend}", shown.example.words or ""):
        assert said.replace("`", "'") in flat
    for finding in (line for line in shown.example.printed if not line.startswith(" ")):
        assert finding in flat
    for file in shown.example.files:
        assert f"  {file.path}" in "\n".join(lines) or f" → {file.path}" in "\n".join(lines)
        for number, line in enumerate((file.bad or "").splitlines(), start=1):
            assert f"{number:>5} | {line}".rstrip() in lines
    assert ("MENDED" in lines) == bool(shown.example.files)
    assert lines[-1] == "genderplan explain    all codes"


@for_each("code", [code for code in CODES if PAGES[code].example.files])
def test_carets_stand_under_what_the_command_marks(code: str) -> None:
    printed, lines = PAGES[code].example.printed, explained(code).lines
    marked = [(printed[at - 1], line) for at, line in enumerate(printed) if CARETS.fullmatch(line)]
    shown = [(lines[at - 1], line) for at, line in enumerate(lines) if CARETS.fullmatch(line)]
    assert sorted(shown) == sorted(marked)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("GP015", ["  pay/action/return-to-work.yaml → pay/actions/return-to-work.yaml"]),
        ("GP018", ["  careers/plan.yaml (new)", " +  1 | genderplan: 1", " +  2 | title: Careers plan"]),
        (
            "GP305",
            [
                "  pay/actions/publish-gap.yaml",
                "    9 |     title: Publish the report",
                "   10 |     due: 2025-06",
                " + 11 |     completed: 2025-01-10",
            ],
        ),
        (
            "GP106",
            [
                "  pay/plan.yaml",
                "    2 | title: Equal pay and careers plan",
                "    3 | status_date: 2025-01-15",
                " -  4 | tolerance: a month",
                " +  4 | tolerance: 1 month",
                "    5 | objectives:",
                "    6 |   - {id: data, title: Pay data}",
            ],
        ),
    ],
)
def test_the_example_mended(code: str, lines: list[str]) -> None:
    shown = explained(code).lines
    at = shown.index("MENDED")
    assert shown[at + 1 : -2] == lines


def test_the_day_is_named_where_it_counts() -> None:
    line = "  pay as of 15 Jan 2025 (the plan's status date)"
    assert [code for code in CODES if line in explained(code).lines] == [
        code for code in CODES if PAGES[code].by == "check"
    ]


def test_notes_say_how_they_are_shown() -> None:
    assert explained("GP601").lines[1] == "note, given by validate and check, shown with --notes"
    assert explained("GP401").lines[1] == "error, given by check"


@for_each("columns", [80, 140])
@for_each("code", ["", *CODES])
def test_all_lines_fit(code: str, columns: int) -> None:
    lines = explained(*filter(None, [code]), columns=columns).lines
    assert max(map(cell_len, lines)) <= min(columns, 100)


@pytest.mark.parametrize("columns", [30, 45, 60])
@pytest.mark.parametrize("code", ["", "GP015", "GP105", "GP404", "GP501", "GP601"])
def test_words_fit_a_narrow_screen(code: str, columns: int) -> None:
    words = explained(*filter(None, [code]), columns=80).out
    lines = explained(*filter(None, [code]), columns=columns).lines
    too_long = [line for line in lines if len(line) > columns and not SOURCE.match(line)]
    assert [line for line in too_long if not line.strip(" →").startswith("pay/")] == []
    assert "".join(" ".join(lines).split()) == "".join(words.split())


def test_a_terminal_has_its_own_width(tmp_path: Path) -> None:
    shown = plain_terminal("explain", "GP204", columns=60, cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert shown.lines == explained("GP204", columns=60).lines


def test_colours_add_nothing_but_colours(tmp_path: Path) -> None:
    for arguments in (("explain",), ("explain", "GP207"), ("explain", "GP015")):
        coloured = terminal(*arguments, cwd=tmp_path)
        assert "\x1b[" in coloured.out
        plain = plain_terminal(*arguments, cwd=tmp_path).lines
        assert [ESCAPE.sub("", line).rstrip() for line in coloured.lines] == plain
        assert "\x1b" not in terminal(*arguments, "--no-color", cwd=tmp_path).out


def test_in_ascii(tmp_path: Path) -> None:
    result = call("explain", "GP015", cwd=tmp_path, encoding="ascii")
    assert "  pay/action/return-to-work.yaml -> pay/actions/return-to-work.yaml" in result.lines
    assert "caf\\u00e9" in call("explain", "GP002", cwd=tmp_path, encoding="ascii").out


@pytest.fixture(scope="module")
def document() -> Any:
    """What is said of all codes in JSON."""
    return explained("--format", "json").json


def test_json_of_all(document: Any) -> None:
    assert list(document) == ["format", "version", "codes"]
    assert (document["format"], document["version"]) == ("genderplan/codes", 1)
    assert [each["code"] for each in document["codes"]] == list(CODES)
    for each in document["codes"]:
        assert list(each) == FIELDS
        assert list(each["example"]) == ["words", "printed", "files"]
        assert all(list(file) == ["path", "bad", "good", "before"] for file in each["example"]["files"])


@for_each("code", CODES)
def test_json_of_one_is_its_record_in_that_of_all(code: str, document: Any) -> None:
    of_one = explained(code, "--format", "json").json
    [record] = of_one["codes"]
    assert of_one == document | {"codes": [record]}
    assert record == next(each for each in document["codes"] if each["code"] == code)
    shown = PAGES[code]
    assert [record[name] for name in FIELDS[:6]] == [*shown[:3], list(shown.meaning), shown.mend, shown.by]
    example = shown.example
    assert record["example"] == {
        "words": example.words,
        "printed": list(example.printed),
        "files": [file._asdict() for file in example.files],
    }


def test_an_unknown_code_is_a_wrong_usage(tmp_path: Path) -> None:
    message = "genderplan: unknown code 'GP4O4' (did you mean 'GP404'?)\n"
    assert call("explain", "GP4O4", cwd=tmp_path) == Result(2, "", message)
    assert call("explain", "GP4O4", "--format", "json", cwd=tmp_path) == Result(2, "", message)
    assert call("explain", "GP204", "--format", "csv", cwd=tmp_path).code == 2


def test_common_options_are_taken_and_mean_nothing(tmp_path: Path) -> None:
    plain = explained("GP401")
    assert explained("GP401", "--tree", "nowhere", "--as-of", "2020-01-01") == plain
    env = {"COLUMNS": "80", "GENDERPLAN_TREE": "nowhere", "GENDERPLAN_AS_OF": "nonsense"}
    assert call("--tree", "nowhere", "explain", "GP401", cwd=tmp_path, env=env) == plain


def test_piped_it_imports_neither_rich_nor_models_nor_yaml(tmp_path: Path) -> None:
    every = [[], ["GP204"], ["GP301"], ["GP002"], ["--format", "json"]]
    program = (
        "import sys, json\nfrom genderplan.cli.app import run\n"
        f"codes = [run(['explain', *each]) for each in {every!r}]\n"
        "print(json.dumps([codes, *sys.modules]), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=os.environ, capture_output=True, text=True, check=True
    )
    codes, *names = json.loads(done.stderr.splitlines()[-1])
    assert codes == [0] * len(every)
    assert "genderplan.manual" in names
    assert not {"rich", "yaml", "genderplan.kinds.entry.model", "genderplan.loading"} & set(names)
