"""Findings in a GitHub workflow: lines and commands in the log, and the summary on the page of the run."""

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from cli_runner import Result, call, run
from genderplan.checks.acceptances import Accepted
from genderplan.findings import finding
from genderplan.formats.github import of_changes
from genderplan.text import one_line
from support import ENTRY, PLAN, tree

SHARED = {"organisations.yaml": "HR: {name: People}\n", "p/plan.yaml": PLAN}
ON = {"GENDERPLAN_AS_OF": "2025-01-15"}
DAY = "p as of 15 Jan 2025 (GENDERPLAN_AS_OF)"
MIB = 1 << 20

HOSTILE = {
    "percents": "100% %0A %25 %3A",
    "a line break": "5%\n::error::z",
    "a carriage return": "5%\r::error::z\r\n::notice::y",
    "a command": "::error::z",
    "a command with a value": "::set-output name=x::y",
    "an end of commands": "::stop-commands::x",
    "the older form": "##[error]z",
    "the older form after signs": "###[add-mask]HR",
    "properties": "x,line=7,col=9::z",
    "markdown": "**b** _i_ `c` ~~s~~ [l](http://x) ![i](x) # h",
    "a table": "a | b || c \\| d",
    "html": "<script>alert('1')</script> & <b>x</b> <!-- y --> &lt;",
    "links": "http://x.org www.x.org a@b.org @who org/repo#1 :smile:",
    "mathematics": "$x$ $$y$$",
    "what looks like control characters": "\\x1b[31m ^[[0m \\u0007",
    "astral": "😀 𝔊 👩🏽‍🚒",
    "line separators": "one\u2028two\u2029three",
    "right to left": "a\u202eb\u202c",
    "very long": "long " * 2000,
    "very long without spaces": "x" * 10_000,
}
hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


class Command(NamedTuple):
    """A workflow command as the runner reads it."""

    name: str
    properties: dict[str, str]
    text: str


def command(line: str) -> Command | None:
    """What the runner makes of a line: a command where it begins with `::`, or where the older `##[` stands in it."""
    newer = re.fullmatch(r"\s*::(?P<name>[\w-]+)(?: (?P<properties>.*?))?::(?P<text>.*)", line, re.DOTALL)
    if newer:
        pairs = (pair.split("=", 1) for pair in (newer["properties"] or "").split(",") if pair)
        return Command(newer["name"], {name: decoded(value, ":,") for name, value in pairs}, decoded(newer["text"]))
    older = re.search(r"##\[([\w-]+)[^\]]*\](.*)", line, re.DOTALL)
    return Command(older[1], {}, older[2]) if older else None


def decoded(value: str, more: str = "") -> str:
    for sign in f"\r\n{more}%":
        value = value.replace(f"%{ord(sign):02X}", sign)
    return value


def commands(result: Result) -> list[Command]:
    """The commands among the lines of a log; the runner ends a line at a carriage return too."""
    found = map(command, re.split(r"\r\n?|\n", result.out))
    return [each for each in found if each is not None]


def of(tmp_path: Path, files: dict[str, str], *arguments: str, env: Mapping[str, str] | None = None) -> Result:
    folder = tree(tmp_path, SHARED | files)
    return call("validate", "--format", "github", *arguments, cwd=folder.parent, env=ON | dict(env or {}))


def quoted(text: str) -> str:
    """A text as YAML takes it in quotes."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\L").replace("\u2029", "\\P")


def led_by(text: str) -> str:
    """An entry whose lead is a text: an unknown organisation, which the finding names."""
    return f"title: x\ndue: 2025-03\nlead: {quoted(text)}\n"


class TestAnnotations:
    def test_they_are_picked_by_themselves(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": "title: x\nlead: HRR\n"})
        assert run("validate", cwd=folder.parent, env=ON | {"GITHUB_ACTIONS": "true"}) == Result(
            1,
            "plans/p/actions/x.yaml:2:7: error GP204 unknown organisation 'HRR' (did you mean 'HR'?)\n"
            "::error file=plans/p/actions/x.yaml,line=2,col=7,endColumn=10,title=GP204::"
            "unknown organisation 'HRR' (did you mean 'HR'?)\n"
            "1 error, 0 warnings, 1 note (--notes shows them) in 3 files (1 entry, 0 milestones)\n"
            f"{DAY}\n",
            "",
        )

    @pytest.mark.parametrize("value", ["false", "1", ""])
    def test_another_value_is_no_github_workflow(self, value: str, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("HRR")})
        assert "::" not in call("validate", cwd=folder.parent, env={"GITHUB_ACTIONS": value}).out

    def test_the_worst_come_first(self, tmp_path: Path) -> None:
        files = {
            "p/actions/a.yaml": ENTRY,
            "p/actions/b.yaml": "title: x\nlead: HR\ndue: 2025-03\ntags: [a, a]\n",
            "p/actions/c.yaml": f"{led_by('HRR')}objective: o\n",
            "p/actions/d.yaml": "title: x: y\n",
        }
        found = commands(of(tmp_path, files, "--notes"))
        assert [(each.name, each.properties["file"][-6], each.properties["title"]) for each in found] == [
            ("error", "c", "GP204"),
            ("error", "c", "GP201"),
            ("error", "d", "GP005"),
            ("warning", "b", "GP110"),
            ("notice", "a", "GP601"),
            ("notice", "a", "GP602"),
        ]

    def test_of_more_than_github_shows_the_sum_is_told(self, tmp_path: Path) -> None:
        result = of(tmp_path, {f"p/actions/x{number}.yaml": led_by("HRR") for number in range(30)})
        assert len(commands(result)) == 30
        assert result.lines[-2:] == ["30 errors, 0 warnings, 0 notes in 32 files (30 entries, 0 milestones)", DAY]

    def test_a_clean_run_has_the_sum_alone(self, tmp_path: Path) -> None:
        clean = {"p/actions/x.yaml": led_by("HR")}
        assert of(tmp_path, clean) == Result(
            0, f"0 errors, 0 warnings, 0 notes in 3 files (1 entry, 0 milestones)\n{DAY}\n", ""
        )

    @hostile
    def test_the_runner_reads_back_what_was_found_and_no_more(self, text: str, tmp_path: Path) -> None:
        result = of(tmp_path, {"p/actions/x.yaml": led_by(text)})
        [found] = commands(result)
        [known] = call("validate", "--format", "json", cwd=tmp_path, env=ON).json["findings"]
        assert found.name == "error"
        assert found.text == one_line(f"{known['message']} ({known['hint']})")
        assert one_line(text) in found.text
        place = {"file": known["file"], "line": "3", "col": "7", "title": "GP204"}
        assert found.properties == place | {"endColumn": str(known["end_column"])}

    @hostile
    def test_a_title_is_no_command(self, text: str, tmp_path: Path) -> None:
        entry = f"title: x\nlead: HR\nmilestones: [{{id: m, title: {quoted(text)}, due: 2025-01-01}}]\n"
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": entry})
        [found] = commands(call("check", "--format", "github", cwd=folder.parent, env=ON))
        assert (found.name, found.properties["title"]) == ("error", "GP401")
        assert found.text == f"overdue by 14 days (due 2025-01-01): {one_line(text)}"

    @pytest.mark.parametrize("name", ["::error::x", "  ::notice::x", "##[error]x", "a,b=c:d%e"])
    def test_a_folders_name_is_no_command(self, name: str, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("HRR")}).rename(tmp_path / name)
        [found] = commands(call("validate", "--tree", folder.name, "--format", "github", cwd=tmp_path))
        assert found.properties["file"] == f"{name}/p/actions/x.yaml"

    def test_how_a_line_is_kept_from_being_a_command(self, tmp_path: Path) -> None:
        tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("##[error]x")}).rename(tmp_path / "::a::b")
        result = call("validate", "--tree", "::a::b", "--format", "github", cwd=tmp_path, env=ON)
        assert result.lines[0].startswith(
            r"\::a::b/p/actions/x.yaml:3:7: error GP204 unknown organisation '#\#[error]x' ("
        )


class TestPlaces:
    """Annotations name files from the root of the repository, text from the current folder."""

    def files(self, result: Result) -> tuple[str, str]:
        [found] = commands(result)
        return found.properties["file"], result.lines[0].partition(":")[0]

    def folder(self, tmp_path: Path) -> Path:
        return tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("HRR")}).parent

    @pytest.mark.parametrize(
        ("workspace", "file"),
        [
            ("{}", "equality/plans/p/actions/x.yaml"),
            ("{}/", "equality/plans/p/actions/x.yaml"),
            ("{}/equality", "plans/p/actions/x.yaml"),
            ("{}/equality/plans", "plans/p/actions/x.yaml"),
            ("{}/link", "equality/plans/p/actions/x.yaml"),
            ("/nowhere", "plans/p/actions/x.yaml"),
            ("", "plans/p/actions/x.yaml"),
        ],
    )
    def test_from_a_folder_of_the_repository(self, workspace: str, file: str, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path)
        (tmp_path / "equality").mkdir()
        here = self.folder(tmp_path / "equality")
        env = {"GITHUB_WORKSPACE": workspace.format(tmp_path)}
        arguments = ("validate", "--format", "github")
        assert self.files(call(*arguments, cwd=here, env=env)) == (file, "plans/p/actions/x.yaml")

    def test_above_the_current_folder(self, tmp_path: Path) -> None:
        here = self.folder(tmp_path) / "docs" / "more"
        here.mkdir(parents=True)
        result = call("validate", "--format", "github", cwd=here, env={"GITHUB_WORKSPACE": str(tmp_path)})
        assert self.files(result) == ("plans/p/actions/x.yaml", "../../plans/p/actions/x.yaml")

    def test_without_a_workspace_as_text_has_them(self, tmp_path: Path) -> None:
        result = call("validate", "--format", "github", cwd=self.folder(tmp_path))
        assert self.files(result) == ("plans/p/actions/x.yaml",) * 2


class _Reader(HTMLParser):
    """What a browser makes of a summary: the elements, and the texts of the table's cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.rows: list[list[str]] = []
        self.is_in_cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"th", "td"}:
            self.rows[-1].append("")
            self.is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self.is_in_cell = self.is_in_cell and tag not in {"th", "td"}

    def handle_data(self, data: str) -> None:
        if self.is_in_cell:
            self.rows[-1][-1] += data


def read(markdown: str) -> _Reader:
    page = _Reader()
    page.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))
    return page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "summary.md"


def env_of(file: Path) -> dict[str, str]:
    return {"GITHUB_STEP_SUMMARY": str(file)}


class TestSummary:
    def test_findings_in_a_table(self, file: Path, tmp_path: Path) -> None:
        result = of(tmp_path, {"p/actions/x.yaml": "title: x\nlead: HRR\ntags: [a, a]\n"}, env=env_of(file))
        assert (result.code, result.err) == (1, "")
        assert file.read_text(encoding="utf-8") == (
            "\n### genderplan validate: 1 error, 1 warning, 1 note (--notes shows them)\n"
            "\n"
            "| severity | code | place | message |\n"
            "| --- | --- | --- | --- |\n"
            "| error | GP204 | plans/p/actions/x&#46;yaml&#58;2&#58;7 | "
            "unknown organisation 'HRR' (did you mean 'HR'&#63;) |\n"
            "| warning | GP110 | plans/p/actions/x&#46;yaml&#58;3&#58;11 | repeated in tags |\n"
            "\n"
            "Read: 3 files (1 entry, 0 milestones).\n"
            "\n"
            "- p as of 15 Jan 2025 (GENDERPLAN&#95;AS&#95;OF)\n"
        )

    def test_a_clean_run_says_so(self, file: Path, tmp_path: Path) -> None:
        assert of(tmp_path, {"p/actions/x.yaml": led_by("HR")}, env=env_of(file)).code == 0
        assert file.read_text(encoding="utf-8") == (
            "\n### genderplan validate: 0 errors, 0 warnings, 0 notes\n"
            "\n"
            "Clean: no errors and no warnings.\n"
            "\n"
            "Read: 3 files (1 entry, 0 milestones).\n"
            "\n"
            "- p as of 15 Jan 2025 (GENDERPLAN&#95;AS&#95;OF)\n"
        )

    def test_hidden_notes_leave_a_run_clean(self, file: Path, tmp_path: Path) -> None:
        of(tmp_path, {"p/actions/x.yaml": ENTRY}, env=env_of(file))
        said = file.read_text(encoding="utf-8")
        assert "0 errors, 0 warnings, 2 notes (--notes shows them)\n\nClean: no errors and no warnings.\n" in said
        of(tmp_path, {"p/actions/x.yaml": ENTRY}, "--notes", env=env_of(file))
        assert [row[:2] for row in read(file.read_text(encoding="utf-8")).rows[1:]] == [
            ["note", "GP601"],
            ["note", "GP602"],
        ]

    def test_what_is_accepted_stands_last_where_it_is_asked_for(self, file: Path, tmp_path: Path) -> None:
        accept = "accept: [{code: GP204, where: x, reason: Not | yet, until: 2025-06}]\n"
        files = {"p/plan.yaml": PLAN + accept, "p/actions/x.yaml": led_by("HRR"), "p/actions/y.yaml": led_by("HRR")}
        of(tmp_path, files, env=env_of(file))
        of(tmp_path, files, "--accepted", env=env_of(file))
        first, second = file.read_text(encoding="utf-8").split("### ")[1:]
        message = "unknown organisation 'HRR' (did you mean 'HR'?)"
        assert first.startswith(
            "genderplan validate: 1 error, 0 warnings, 0 notes, 1 accepted (--accepted shows them)\n"
        )
        assert len(read(first).rows) == 2
        assert second.startswith("genderplan validate: 1 error, 0 warnings, 0 notes, 1 accepted\n")
        assert read(second).rows[1:] == [
            ["error", "GP204", "plans/p/actions/y.yaml:3:7", message],
            ["accepted until 2025-06", "GP204", "plans/p/actions/x.yaml:3:7", f"{message}: Not | yet"],
        ]

    def test_places_are_from_the_root_of_the_repository(self, file: Path, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("HRR")})
        env = env_of(file) | {"GITHUB_WORKSPACE": str(tmp_path)}
        call("validate", "--tree", ".", "--format", "github", cwd=folder, env=env)
        assert read(file.read_text(encoding="utf-8")).rows[1][2] == "plans/p/actions/x.yaml:3:7"

    @hostile
    def test_text_is_text(self, text: str, file: Path, tmp_path: Path) -> None:
        of(tmp_path, {"p/actions/x.yaml": led_by(text)}, env=env_of(file))
        page = read(file.read_text(encoding="utf-8"))
        [known] = call("validate", "--format", "json", cwd=tmp_path, env=ON).json["findings"]
        whole = one_line(f"{known['message']} ({known['hint']})")
        shown = whole if len(whole) <= 300 else f"{whole[:299]}…"
        assert page.rows[1:] == [["error", "GP204", "plans/p/actions/x.yaml:3:7", shown]]
        assert page.tags == {"h3", "table", "thead", "tbody", "tr", "th", "td", "p", "ul", "li"}

    @hostile
    def test_github_finds_no_link_of_its_own(self, text: str, file: Path, tmp_path: Path) -> None:
        of(tmp_path, {"p/actions/x.yaml": led_by(text)}, env=env_of(file))
        row = file.read_text(encoding="utf-8").splitlines()[5]
        cells = re.sub(r"&#\d+;", "", row).strip("| ").split(" | ")
        assert len(cells) == 4
        assert not set("".join(cells)) & set('\\`*_{}[]<>#+.!|&~:@"$^=?%\n')

    def test_a_hundred_findings_are_shown_and_the_rest_counted(self, file: Path, tmp_path: Path) -> None:
        entries = {f"p/actions/x{number:03}.yaml": led_by("HRR") for number in range(112)}
        of(tmp_path, entries, env=env_of(file))
        said = file.read_text(encoding="utf-8")
        rows = read(said).rows[1:]
        assert (len(rows), rows[-1][2]) == (100, "plans/p/actions/x099.yaml:3:7")
        assert "\n\nAnd 12 more rows: the log has them all.\n\nRead: 114 files" in said

    @pytest.mark.parametrize(("number", "rest"), [(100, ""), (101, "And 1 more row: the log has them all.\n\n")])
    def test_a_hundred_and_one_more(self, number: int, rest: str, file: Path, tmp_path: Path) -> None:
        of(tmp_path, {f"p/actions/x{at:03}.yaml": led_by("HRR") for at in range(number)}, env=env_of(file))
        assert f" |\n\n{rest}Read: {number + 2} files" in file.read_text(encoding="utf-8")

    @pytest.mark.parametrize("length", [299, 300, 301])
    def test_a_cell_has_three_hundred_characters_at_most(self, length: int, file: Path, tmp_path: Path) -> None:
        about = len("overdue by 14 days (due 2025-01-01): ")
        entry = f"title: x\nlead: HR\nmilestones: [{{id: m, title: {'x' * (length - about)}, due: 2025-01-01}}]\n"
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": entry})
        call("check", "--format", "github", cwd=folder.parent, env=ON | env_of(file))
        shown = read(file.read_text(encoding="utf-8")).rows[1][3]
        assert (len(shown), shown.endswith("…")) == (min(length, 300), length > 300)

    def test_the_days_of_a_hundred_plans_are_shown(self, file: Path, tmp_path: Path) -> None:
        of(tmp_path, {f"p{number:03}/plan.yaml": PLAN for number in range(101)}, env=env_of(file))
        said = file.read_text(encoding="utf-8")
        assert said.count("\n- p") == 100
        assert said.endswith("\n\nAnd 2 more plans: the log has them all.\n")

    def test_it_is_added_to_what_is_there(self, file: Path, tmp_path: Path) -> None:
        file.write_text("| a |\n| --- |\n| b |", encoding="utf-8")
        of(tmp_path, {"p/actions/x.yaml": led_by("HR")}, env=env_of(file))
        of(tmp_path, {"p/actions/x.yaml": led_by("HR")}, env=env_of(file))
        page = read(file.read_text(encoding="utf-8"))
        assert page.rows == [["a"], ["b"]]
        assert file.read_text(encoding="utf-8").count("\n### genderplan validate: 0 errors") == 2

    def test_the_worst_case_fits_with_room_to_spare(self, file: Path, tmp_path: Path) -> None:
        name = "&" * 240
        entries = {f"p/actions/{name}{number:03}.yaml": "title: x\n" for number in range(150)}
        of(tmp_path, entries, env=env_of(file))
        assert 100_000 < file.stat().st_size < MIB // 2

    @pytest.mark.parametrize(
        ("room", "shown"), [(600, "whole"), (250, "without its table"), (20, "not at all"), (0, "not at all")]
    )
    def test_where_others_have_filled_the_file(self, room: int, shown: str, file: Path, tmp_path: Path) -> None:
        file.write_bytes(b"x" * (MIB - room))
        result = of(tmp_path, {"p/actions/x.yaml": led_by("HRR")}, env=env_of(file))
        added = file.read_bytes()[MIB - room :].decode()
        assert (result.code, result.err) == (1, "")
        assert len(added) <= room
        assert ("### genderplan validate: 1 error" in added, "GP204" in added) == {
            "whole": (True, True),
            "without its table": (True, False),
            "not at all": (False, False),
        }[shown]

    @pytest.mark.parametrize("entry", ["HR", "HRR"])
    def test_a_file_that_cannot_be_written_is_told_and_changes_nothing(self, entry: str, tmp_path: Path) -> None:
        files = {"p/actions/x.yaml": led_by(entry)}
        without = of(tmp_path, files)
        result = of(tmp_path, files, env=env_of(tmp_path / "nowhere" / "summary.md"))
        assert (result.code, result.out) == (without.code, without.out)
        assert result.err == "genderplan: the summary of the step cannot be written: No such file or directory\n"
        assert of(tmp_path, files, env=env_of(tmp_path)).err.endswith(": Is a directory\n")

    def test_other_formats_and_other_places_write_none(self, file: Path, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED).parent
        for format_ in ("text", "json", "sarif", "junit"):
            call("validate", "--format", format_, cwd=folder, env=env_of(file) | {"GITHUB_ACTIONS": "true"})
        call("validate", cwd=folder, env=env_of(file))
        assert not file.exists()
        result = of(tmp_path, {}, env={"GITHUB_STEP_SUMMARY": ""})
        assert (result.code, result.err) == (0, "")


def lines_of(result: Result) -> Iterator[str]:
    """The lines that are no commands."""
    return (line for line in result.lines if command(line) is None)


@pytest.mark.parametrize("arguments", [(), ("--notes",), ("--notes", "--accepted")])
def test_beside_the_commands_stand_the_lines_of_text(arguments: tuple[str, ...], tmp_path: Path) -> None:
    accept = "accept: [{code: GP601, where: y, reason: Nobody yet}]\n"
    files = {
        "p/plan.yaml": PLAN + accept,
        "p/actions/x.yaml": "title: x\nlead: HRR\ntags: [a, a]\n",
        "p/actions/y.yaml": ENTRY,
        "p/actions/z.yaml": "title: x: y\n",
    }
    log = of(tmp_path, files, *arguments)
    text = call("validate", *arguments, cwd=tmp_path, env=ON)
    assert sorted(lines_of(log)) == sorted(text.lines)
    assert log.lines[-2:] == text.lines[-2:]
    for at, line in enumerate(log.lines):
        found = command(line)
        if found is not None:
            level = "note" if found.name == "notice" else found.name
            place = [found.properties[name] for name in ("file", "line", "col")]
            assert log.lines[at - 1] == f"{':'.join(place)}: {level} {found.properties['title']} {found.text}"


class TestAcceptedChanges:
    """What a request does to dates, and accepts itself, is seen by who reviews it."""

    MOVED = "title: x\nlead: HR\nsource: {document: s}\nmilestones: [{id: m, title: y, due: DUE}]\n"

    def of(self, tmp_path: Path, code: str, *arguments: str, env: Mapping[str, str] | None = None) -> Result:
        sources = "sources: [{id: s, title: S}]\n"
        files = SHARED | {"p/plan.yaml": PLAN + sources, "p/actions/x.yaml": self.MOVED.replace("DUE", "2025-03")}
        before = tree(tmp_path, files).rename(tmp_path / "before")
        files |= {
            "p/plan.yaml": PLAN + sources + f"accept: [{{code: {code}, where: x, reason: '.'}}]\n",
            "p/actions/x.yaml": self.MOVED.replace("DUE", "2025-09"),
        }
        folder = tree(tmp_path, files).parent
        options = ("--format", "github", "--against", str(before), *arguments)
        return call("validate", *options, cwd=folder, env=ON | dict(env or {}))

    @pytest.mark.parametrize("arguments", [(), ("--accepted",)])
    def test_they_are_notices_with_their_reason(self, arguments: tuple[str, ...], tmp_path: Path) -> None:
        result = self.of(tmp_path, "GP502", *arguments)
        assert result.code == 0
        [found] = commands(result)
        assert (found.name, found.properties["title"]) == ("notice", "GP502 accepted")
        assert found.properties["file"] == "plans/p/actions/x.yaml"
        assert found.text.endswith(": .")
        at = next(number for number, line in enumerate(result.lines) if command(line))
        assert "accepted GP502" in result.lines[at - 1]
        assert "1 accepted in 3 files" in result.lines[-2]

    def test_they_are_in_the_summary(self, tmp_path: Path) -> None:
        file = tmp_path / "summary.md"
        self.of(tmp_path, "GP502", env={"GITHUB_STEP_SUMMARY": str(file)})
        assert "accepted" in file.read_text("utf-8").partition("| --- |")[2]

    def test_others_are_only_counted(self, tmp_path: Path) -> None:
        accept = "accept: [{code: GP601, where: x, reason: Nobody yet}]\n"
        result = of(tmp_path, {"p/plan.yaml": PLAN + accept, "p/actions/x.yaml": "title: x\ndue: 2025-03\n"})
        assert commands(result) == []
        assert "1 accepted (--accepted shows them)" in result.lines[-2]

    def test_what_is_late_every_day_is_no_change(self) -> None:
        accepted = [Accepted(finding(code, "m", "f"), "r", None) for code in ("GP501", "GP502", "GP401", "GP505")]
        assert [each.finding.code for each in of_changes(accepted)] == ["GP502", "GP505"]
