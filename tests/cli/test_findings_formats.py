"""How `validate` and `check` print findings: text for people, annotations for GitHub, a caret on a terminal."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.company import company
from cli_runner import Result, call, environment, plain_terminal, run, terminal
from support import ENTRY, PLAN, tree

SHARED = {"organisations.yaml": "HR: {name: People}\n", "p/plan.yaml": PLAN}
ON_GITHUB = {"GITHUB_ACTIONS": "true"}
CARET = re.compile(r"^ +\^+$")


ON = {"GENDERPLAN_AS_OF": "2025-01-15"}
DAY = "p as of 15 Jan 2025 (GENDERPLAN_AS_OF)"


def of(tmp_path: Path, entry: str, *arguments: str, env: dict[str, str] | None = None) -> Result:
    """What `validate` says of one entry."""
    folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": entry})
    return call("validate", *arguments, cwd=folder.parent, env=ON | (env or {}))


def test_text_is_one_finding_a_line_and_the_sum(tmp_path: Path) -> None:
    folder = tree(
        tmp_path,
        SHARED
        | {
            "p/actions/a.yaml": "title: x\nlead: HRR\n",
            "p/actions/b.yaml": "title: x\nduo: 2025\n",
            "p/actions/c.yaml": ENTRY,
        },
    )
    result = run("validate", cwd=folder.parent, env=ON)
    assert (result.code, result.err) == (1, "")
    assert result.lines == [
        "plans/p/actions/a.yaml:2:7: error GP204 unknown organisation 'HRR' (did you mean 'HR'?)",
        "plans/p/actions/b.yaml:2:1: error GP102 unknown key 'duo' (did you mean 'due'?)",
        "2 errors, 0 warnings, 3 notes (--notes shows them) in 5 files (2 entries, 0 milestones)",
        DAY,
    ]


def test_a_clean_tree_says_so_with_what_was_read(tmp_path: Path) -> None:
    entry = "title: x\nlead: HR\ndue: 2025-01\nsource: {place: p. 1}\n"
    assert of(tmp_path, entry) == Result(
        0, f"0 errors, 0 warnings, 0 notes in 3 files (1 entry, 0 milestones)\n{DAY}\n", ""
    )


def test_notes_are_counted_and_shown_only_when_asked_for(tmp_path: Path) -> None:
    quiet, told = of(tmp_path, ENTRY), of(tmp_path, ENTRY, "--notes")
    sum_of_notes = "0 errors, 0 warnings, 2 notes (--notes shows them) in 3 files (1 entry, 0 milestones)"
    assert quiet.lines == [sum_of_notes, DAY]
    assert [line.split(": ")[1] for line in told.lines[:-2]] == ["note GP601 no lead", "note GP602 no date"]
    assert told.lines[-2] == "0 errors, 0 warnings, 2 notes in 3 files (1 entry, 0 milestones)"
    assert (quiet.code, told.code) == (0, 0)


def test_notes_are_in_machine_formats_always_and_in_annotations_when_asked_for(tmp_path: Path) -> None:
    assert [each["severity"] for each in of(tmp_path, ENTRY, "--format", "json").json["findings"]] == ["note"] * 2
    results = of(tmp_path, ENTRY, "--format", "sarif").json["runs"][0]["results"]
    assert [each["level"] for each in results] == ["note"] * 2
    assert of(tmp_path, ENTRY, "--format", "junit").out.count(": note GP60") == 2
    assert of(tmp_path, ENTRY, "--format", "github").out == of(tmp_path, ENTRY).out
    assert of(tmp_path, ENTRY, "--format", "github", "--notes").out.count("::notice ") == 2


def test_check_names_the_status_date_of_each_plan(tmp_path: Path) -> None:
    result = call("check", "--as-of", "2025-01-20", cwd=company(tmp_path).parent)
    assert result.lines[-2:] == ["pay as of 20 Jan 2025 (--as-of)", "sites as of 20 Jan 2025 (--as-of)"]


def test_check_finds_what_is_overdue_and_beyond_tolerance(tmp_path: Path) -> None:
    result = call("check", "--plan", "pay", cwd=company(tmp_path).parent)
    assert result.lines[:2] == [
        (
            "plans/pay/actions/publish-gap.yaml:14:10: error GP501 2 months later than in baseline board-1 "
            "(was 2025-03, now 2025-05): Publish the report"
        ),
        "plans/pay/actions/train-panels.yaml:9:10: error GP401 overdue by 15 days (due 2024-12-31): Choose a trainer",
    ]


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "junit"])
def test_a_format_asked_for_is_kept_in_a_workflow(format_: str, tmp_path: Path) -> None:
    entry = "title: x\nlead: HRR\n"
    asked = of(tmp_path, entry, "--format", format_, env=ON_GITHUB)
    assert asked == of(tmp_path, entry, "--format", format_)
    assert "::error" not in asked.out


@pytest.mark.parametrize("format_", ["text", "json", "github", "sarif", "junit"])
@pytest.mark.parametrize(
    ("entry", "arguments", "code"),
    [
        (ENTRY, (), 0),
        (ENTRY, ("--strict", "--notes"), 0),
        ("title: x\ntags: [a, a]\n", (), 0),
        ("title: x\ntags: [a, a]\n", ("--strict",), 1),
        ("title: x\nlead: HRR\n", (), 1),
        ("title: x: y\n", (), 1),
    ],
    ids=["clean", "notes", "warning", "strict", "error", "unreadable"],
)
def test_the_exit_code_is_the_same_in_every_format(
    format_: str, entry: str, arguments: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    result = of(tmp_path, entry, "--format", format_, *arguments)
    assert (result.code, result.err) == (code, "")


IN_EVERY_FORMAT = """\
from genderplan.cli import app
for each in ("text", "json", "github", "sarif", "junit"):
    code = app.run(["check", "--notes", "--accepted", "--format", each])
    print(f"\\n{each} ended with {code}", flush=True)
"""


def test_the_same_tree_gives_the_same_bytes(tmp_path: Path) -> None:
    """In two processes that put the same texts into different places of a set."""
    folder = company(tmp_path).parent
    first, second = (
        subprocess.run(
            [sys.executable, "-c", IN_EVERY_FORMAT],
            cwd=folder,
            env=environment(ON | {"PYTHONHASHSEED": seed}),
            capture_output=True,
            check=True,
        )
        for seed in ("1", "2")
    )
    assert (first.stdout, first.stderr) == (second.stdout, b"")
    assert first.stdout.count(b" ended with 1\n") == 5
    assert len(first.stdout) > 2500


def test_an_unknown_format_is_wrong_usage_and_help_names_all(tmp_path: Path) -> None:
    result = of(tmp_path, ENTRY, "--format", "xml")
    assert (result.code, result.out) == (2, "")
    assert "'xml' is not one of 'text', 'json', 'github', 'sarif', 'junit'" in " ".join(result.err.split())
    for command in ("validate", "check"):
        said = " ".join(call(command, "--help").out.split())
        assert "text, json, markdown, html, github, sarif or junit; github by itself in a GitHub workflow." in said
        assert "In json, sarif and junit are all findings, notes and accepted ones too." in said


ACCEPTING = """\
accept:
  - {code: GP401, where: late, reason: "The trainer is ill:\\nwe wait", until: 2025-06}
"""
LATE = "title: x\nlead: HR\nmilestones: [{id: m, title: To choose, due: 2025-01-01}]\n"


class TestAccepted:
    """What plan.yaml accepts is counted, and shown where it is asked for."""

    def of(self, tmp_path: Path, *arguments: str) -> Result:
        files = SHARED | {"p/plan.yaml": PLAN + ACCEPTING, "p/actions/late.yaml": LATE}
        return call("check", *arguments, cwd=tree(tmp_path, files).parent, env=ON)

    def test_it_is_counted(self, tmp_path: Path) -> None:
        assert self.of(tmp_path) == Result(
            0,
            f"0 errors, 0 warnings, 0 notes, 1 accepted (--accepted shows them) in 3 files (1 entry, 1 milestone)\n{DAY}\n",
            "",
        )

    @pytest.mark.parametrize("format_", ["text", "github"])
    def test_it_is_shown_on_one_line_and_is_no_annotation(self, format_: str, tmp_path: Path) -> None:
        assert self.of(tmp_path, "--accepted", "--format", format_).lines == [
            (
                "plans/p/actions/late.yaml:3:45: accepted until 2025-06 GP401 overdue by 14 days (due 2025-01-01): "
                "To choose: The trainer is ill: we wait"
            ),
            "0 errors, 0 warnings, 0 notes, 1 accepted in 3 files (1 entry, 1 milestone)",
            DAY,
        ]

    def test_after_its_day_it_is_a_finding_again(self, tmp_path: Path) -> None:
        result = self.of(tmp_path, "--as-of", "2025-07-01")
        assert result.code == 1
        assert result.lines[0].endswith("To choose (accepted until 2025-06, which has passed)")


def caret(result: Result) -> tuple[str, str, str]:
    """The first source line shown, what stands above the caret, and the text of the caret's line."""
    at = next(number for number, line in enumerate(result.lines) if CARET.match(line))
    source, mark = result.lines[at - 1], result.lines[at]
    start = mark.index("^")
    return source, source[start : len(mark)], mark


class TestOnATerminal:
    """A finding is shown with its source line and a caret under the place."""

    def of(self, tmp_path: Path, entry: str, columns: int = 80) -> Result:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": entry})
        return plain_terminal("validate", columns=columns, cwd=folder.parent)

    def test_a_short_line(self, tmp_path: Path) -> None:
        result = self.of(tmp_path, "title: x\nlead: HRR\n")
        assert result.code == 1
        assert result.lines[:3] == [
            "plans/p/actions/x.yaml:2:7: error GP204 unknown organisation 'HRR' (did you mean 'HR'?)",
            "    2 | lead: HRR",
            "              ^^^",
        ]

    def test_piped_there_is_no_caret(self, tmp_path: Path) -> None:
        assert not any(CARET.match(line) for line in of(tmp_path, "title: x\nlead: HRR\n").lines)

    @pytest.mark.parametrize("columns", [60, 80, 100, 140])
    @pytest.mark.parametrize("before", [0, 30, 70, 500, 5000])
    def test_a_long_line_is_cut_around_the_place_and_fits(self, before: int, columns: int, tmp_path: Path) -> None:
        entry = f"title: x\nmilestones: [{{id: a, title: {'t' * (before + 1)}, lead: HRR, note: {'n' * 300}}}]\n"
        result = self.of(tmp_path, entry, columns)
        source, above, mark = caret(result)
        assert above == "HRR"
        assert source.startswith("    2 | ")
        assert max(len(source), len(mark)) <= columns

    def test_a_place_longer_than_the_line_is_marked_to_the_edge(self, tmp_path: Path) -> None:
        source, above, mark = caret(self.of(tmp_path, f"title: x\nlead: {'H' * 300}\n"))
        assert set(above) == {"H"}
        assert len(source) == len(mark) == 80

    def test_tabs_count_as_one_column(self, tmp_path: Path) -> None:
        _, above, _ = caret(self.of(tmp_path, "title: x\t\nlead:\t\tHRR\n"))
        assert above == "HRR"

    def test_wide_characters_take_two_cells(self, tmp_path: Path) -> None:
        source, _, mark = caret(self.of(tmp_path, "title: x\nmilestones: [{id: a, title: 性别平等, lead: HRR}]\n"))
        assert mark.index("^") == source.index("HRR") + 4
        assert mark.strip() == "^^^"

    def test_a_wide_value_is_marked_in_its_width(self, tmp_path: Path) -> None:
        _, _, mark = caret(self.of(tmp_path, "title: x\nlead: 性别\n"))
        assert mark == " " * 14 + "^" * 4

    def test_combining_characters_take_none(self, tmp_path: Path) -> None:
        source, _, mark = caret(
            self.of(tmp_path, "title: x\nmilestones: [{id: a, title: e\u0301e\u0301, lead: HRR}]\n")
        )
        assert mark.index("^") == source.index("HRR") - 2

    def test_a_control_character_is_spelled_out(self, tmp_path: Path) -> None:
        source, above, _ = caret(self.of(tmp_path, "title: a\x1b[31mb\n"))
        assert "\x1b" not in source
        assert above == "\\x1b"

    def test_a_file_that_cannot_be_shown_has_no_source_line(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": b"title: \xff\n", "p/action/y.yaml": b""})
        result = plain_terminal("validate", cwd=folder.parent)
        assert result.code == 1
        assert [line.split()[2] for line in result.lines if "error GP" in line] == ["GP015", "GP002"]

    def test_severities_are_coloured_and_named(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": "title: x\nlead: HRR\n"})
        result = terminal("validate", cwd=folder.parent)
        assert "\x1b[1;31merror\x1b[0m" in result.out
        for off in (("--no-color",), ()):
            env = {} if off else {"NO_COLOR": "1"}
            assert "\x1b" not in terminal("validate", *off, cwd=folder.parent, env=env).out


def test_the_target_of_a_link_is_never_shown(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret\n")
    folder = tree(tmp_path, SHARED | {"p/actions/a.yaml": ENTRY})
    (folder / "p/actions/link.yaml").symlink_to(secret)
    shown = terminal("validate", columns=100, cwd=folder.parent)
    assert "GP017" in shown.out
    assert "secret" not in shown.out
