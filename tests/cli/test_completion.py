"""What shells are answered: what begins with what was typed, and never an error, an import of rich, or a control."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

import pytest

from cli.company import company
from cli_runner import COMMAND, REPOSITORY, call, environment, run
from genderplan.cli import app
from genderplan.cli.shell import completion, vocabulary
from genderplan.findings import CODES
from genderplan.reports.list.columns import fields_of
from genderplan.reports.list.nouns import OWN_STATUSES, Noun
from genderplan.schemas.outputs import DOCUMENTS
from genderplan.standing.filters.criteria import EntryKind
from genderplan.standing.progress import Progress
from genderplan.standing.standings import Rag, Status
from support import ENTRY, PLAN, tree

ASK = "_GENDERPLAN_COMPLETE"
REGISTER = "title: A register\nitems: [{id: one, title: One}, {id: two, title: Two}]\n"
Asked = Callable[..., dict[str, str]]


def answered(env: Mapping[str, str], cwd: Path) -> str:
    """What a shell that asks with these variables is told; nothing else is written, and rich is not asked for."""
    out, err = io.StringIO(), io.StringIO()
    rich = {name: sys.modules.pop(name) for name in tuple(sys.modules) if name == "rich"}
    try:
        with (
            chdir(cwd),
            patch.dict(os.environ, env),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = completion.answer(app.run)
    finally:
        del sys.modules["rich"]
        sys.modules.update(rich)
    assert (code, err.getvalue()) == (0, "")
    return out.getvalue().removesuffix("\n")


def fish(*words: str, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None) -> dict[str, str]:
    """The values that fish is offered for the last word, each with what is told of it."""
    asked = {ASK: "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    line = " ".join(("genderplan", *words))
    lines = answered(asked | {"_TYPER_COMPLETE_ARGS": line} | dict(env or {}), cwd).split("\n")
    return {value: about for value, _, about in (each.partition("\t") for each in lines if each)}


def bash(*words: str, cwd: Path = REPOSITORY) -> list[str]:
    """The values that bash is offered for the last of its words."""
    asked = {ASK: "complete_bash", "COMP_WORDS": "\n".join(("genderplan", *words)), "COMP_CWORD": str(len(words))}
    return answered(asked, cwd).split("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder above the company's plans."""
    return company(tmp_path).parent


@pytest.fixture
def asked(folder: Path) -> Asked:
    """Questions asked in that folder."""

    def ask(*words: str, **more: str) -> dict[str, str]:
        return fish(*words, cwd=folder, env=more)

    return ask


class TestCommands:
    """The names of commands, options and choices."""

    def test_every_command_is_offered_with_its_help(self) -> None:
        listed = call("--help").out.partition("\nCommands:\n")[2]
        assert [f"  {name:<11}  {about}" for name, about in fish("").items()] == listed.rstrip("\n").split("\n")

    def test_the_commands_that_begin_so(self) -> None:
        assert fish("sh") == {"show": "Everything about one thing."}
        assert list(fish("ti")) == ["timeline"]
        assert fish("baseline", "l") == {"list": "Every baseline of each plan, the newest..."}

    def test_options(self) -> None:
        assert fish("list", "--form") == {"--format": "table, json, csv, markdown or html."}
        assert fish("--vers") == {"--version": "Print the version."}
        assert list(fish("--")) == [
            *("--version", "--tree", "--as-of", "--no-color", "--debug"),
            *("--install-completion", "--show-completion", "--help"),
        ]

    def test_an_option_that_is_given_already_is_not_offered_again(self) -> None:
        assert fish("show", "x", "--format", "json", "--f") == {}

    @pytest.mark.parametrize(
        ("words", "values"),
        [
            (["list", "--format", ""], ["table", "json", "csv", "markdown", "html"]),
            (["list", "--format", "j"], ["json"]),
            (["list", ""], [noun.value for noun in Noun]),
            (["list", "mil"], ["milestones"]),
            (["list", "--kind", ""], [kind.value for kind in EntryKind]),
            (["status", "--status", ""], [status.value for status in Status]),
            (["check", "--status", "d"], ["due"]),
            (["timeline", "--rag", ""], [colour.value for colour in Rag]),
            (["slippage", "--rag", "r"], ["red"]),
            (["status", "--progress", ""], [progress.value for progress in Progress]),
            (["update", "x", "A", "--state", "o"], ["on-hold"]),
            (["update", "x", "A", "--rag", "a"], ["amber"]),
            (["new", "organisation", "X", "--kind", "p"], ["post", "person", "partner"]),
            (["schema", "--output", ""], list(DOCUMENTS)),
            (["schema", "--output", "org"], ["organisations", "organisation"]),
            (["schema", "--output", "nope", "--al"], ["--all"]),
        ],
        ids=" ".join,
    )
    def test_choices(self, words: list[str], values: list[str]) -> None:
        assert list(fish(*words)) == values

    @pytest.mark.parametrize("words", [["nope", "x"], ["status", "--nope", "x", ""], ["list", "--limit", ""]])
    def test_what_is_not_known_completes_to_nothing(self, words: list[str], tmp_path: Path) -> None:
        assert fish(*words, cwd=tmp_path) == {}

    def test_codes(self) -> None:
        assert fish("explain", "gp204") == {"gp204": "unknown organisation"}
        assert vocabulary.codes("") == [(code, about.title) for code, about in CODES.items()]
        assert [code for code, _ in vocabulary.codes("GP00")] == [f"GP00{n}" for n in range(1, 10)]
        assert vocabulary.codes("gp204") == [("gp204", CODES["GP204"].title)]
        assert vocabulary.codes("204") == [("204", CODES["GP204"].title)]
        assert vocabulary.codes("x") == vocabulary.codes("99") == []


class TestIds:
    """What files are named."""

    def test_plans(self, asked: Asked) -> None:
        assert asked("status", "--plan", "") == {"pay": "plan", "sites": "plan"}
        assert asked("status", "--plan", "s") == {"sites": "plan"}

    @pytest.mark.parametrize("line", ["agenda ", "status --since ", "status --until ", "list updates --since "])
    def test_boards_that_have_a_file(self, line: str) -> None:
        assert fish(*line.split(" "))["EODB"] == "board"
        assert list(fish(*line.split(" ")[:-1], "eod")) == ["eodb"]

    def test_meetings_of_the_board_on_the_line(self) -> None:
        assert list(fish("agenda", "EODB", "--on", "j")) == ["jan-2007", "jun-2008"]
        assert fish("agenda", "Nobody", "--on", "") == fish("agenda", "--on", "") == {}

    def test_statuses_of_what_has_words_of_its_own(self) -> None:
        assert list(fish("list", "meetings", "--status", "")) == list(OWN_STATUSES[Noun.MEETINGS])
        assert list(fish("list", "decisions", "--status", "")) == ["open", "agreed", "done"]
        assert "overdue" in fish("list", "reports", "--status", "")

    @pytest.mark.parametrize("line", ["status --since ", "list updates --since "])
    def test_baselines_and_boards(self, line: str) -> None:
        found = fish(*line.split(" "))
        assert (found["EODB"], found["draft-1"]) == ("board", "of women-2003")

    def test_everything_that_show_knows(self, asked: Asked) -> None:
        assert asked("show", "") == {
            "publish-gap": "action of pay",
            "review-grades": "action of pay",
            "train-panels": "action of pay",
            "senior-posts": "indicator of pay",
            "return-to-work": "project of pay",
            "survey": "action of sites",
            "pay": "plan",
            "sites": "plan",
            "Company": "The Company",
            "HR": "Human Resources",
            "Finance": "Finance Department",
            "Audit": "Internal Audit",
            "HR-Board": "",
            "HR-Director": "Director of Human Resources",
            "University": "University of the North",
        }

    def test_what_begins_so(self, asked: Asked) -> None:
        assert asked("show", "re") == {"review-grades": "action of pay", "return-to-work": "project of pay"}
        assert asked("show", "su") == {"survey": "action of sites"}

    def test_a_full_id_that_has_been_begun(self, asked: Asked) -> None:
        assert asked("show", "pay/re") == {"pay/review-grades": "action", "pay/return-to-work": "project"}
        assert asked("show", "sites/") == {"sites/survey": "action"}
        assert asked("show", "nope/") == {}

    def test_the_milestones_of_an_entry(self, asked: Asked) -> None:
        titles = ["Extract payroll by grade", "Publish the report"]
        titles += ["Try the report with two departments over three months"]
        ids = ["extract", "report", "pilot"]
        for entry in ("publish-gap", "pay/publish-gap"):
            named = dict(zip([f"{entry}#{name}" for name in ids], titles, strict=True))
            assert asked("show", f"{entry}#") == named
            assert asked("show", f"{entry}#r") == {f"{entry}#report": "Publish the report"}
        assert asked("show", "nope#") == asked("show", "sites/publish-gap#") == {}

    def test_registers_and_their_items(self, tmp_path: Path) -> None:
        files = {f"{plan}/registers/risks.yaml": REGISTER for plan in ("a", "b")}
        files |= {"a/plan.yaml": PLAN, "b/plan.yaml": PLAN, "a/registers/old/policies.yaml": REGISTER}
        folder = tree(tmp_path, files).parent
        assert fish("show", "po", cwd=folder) == {"policies": "register of a"}
        assert fish("show", "b/", cwd=folder) == {"b/risks": "register"}
        for name in ("policies", "a/policies", "b/risks"):
            assert fish("show", f"{name}#", cwd=folder) == {f"{name}#one": "One", f"{name}#two": "Two"}
        assert fish("show", "risks#", cwd=folder) == {}
        assert set(fish("list", "items", "--register", "", cwd=folder)) == {"policies", "risks"}
        assert set(fish("list", "items", "--register", "a/", cwd=folder)) == {"a/policies", "a/risks"}

    def test_an_id_that_can_mean_two_things_is_offered_in_full_alone(self, tmp_path: Path) -> None:
        entry = f"{ENTRY}milestones: [{{id: one, title: One}}]\n"
        files = {f"{plan}/actions/{name}.yaml": entry for plan in ("a", "b") for name in ("same", f"only-{plan}", "a")}
        files |= {"a/plan.yaml": PLAN, "b/plan.yaml": PLAN, "a/actions/hr.yaml": ENTRY}
        folder = tree(tmp_path, files | {"organisations.yaml": "HR: {name: People}\n"}).parent
        assert list(fish("show", "", cwd=folder)) == ["only-a", "only-b", "b"]
        assert list(fish("show", "a/", cwd=folder)) == ["a/a", "a/hr", "a/only-a", "a/same"]
        assert fish("show", "same#", cwd=folder) == {}
        assert fish("show", "b/same#", cwd=folder) == {"b/same#one": "One"}

    def test_a_second_file_of_an_id_counts_for_nothing(self, tmp_path: Path) -> None:
        files = {
            "p/plan.yaml": PLAN,
            "p/actions/a/x.yaml": "title: One\nmilestones: [{id: first, title: First}]\n",
            "p/actions/b/x.yaml": "title: Two\nmilestones: [{id: second, title: Second}]\n",
        }
        folder = tree(tmp_path, files).parent
        assert fish("show", "x", cwd=folder) == {"x": "action of p"}
        assert fish("show", "x#", cwd=folder) == {"x#first": "First"}

    def test_the_times_of_what_comes_again(self, tmp_path: Path) -> None:
        """Bash takes what follows @ for a word of its own."""
        cycle = "due: 2025-Q1, every: 3 months, until: 2025-Q4"
        paper = f"{{id: paper, title: Paper, {cycle}, completed: {{2025-Q1: 2025-03-01}}, skipped: {{2025-Q2: No}}}}"
        files = {"p/plan.yaml": PLAN, "p/actions/x.yaml": f"title: X\nmilestones: [{paper}, {{id: m, title: M}}]\n"}
        files["p/actions/talks.yaml"] = "title: Talks\ndue: 2025-01\nevery: 1 month\n"
        folder = tree(tmp_path, files).parent
        told = {"2025-Q1": "complete", "2025-Q2": "skipped", "2025-Q3": "open", "2025-Q4": "open"}
        assert fish("complete", "x#paper@", cwd=folder) == {f"x#paper@{date}": about for date, about in told.items()}
        assert fish("show", "p/x#paper@2025-Q2", cwd=folder) == {"p/x#paper@2025-Q2": "skipped"}
        assert len(fish("show", "talks@", cwd=folder)) == 12
        assert bash("complete", "x#paper", "@", cwd=folder) == [f"@{date}" for date in told]
        assert bash("complete", "x#paper", "@", "2025-Q1", cwd=folder) == ["@2025-Q1"]
        assert (
            fish("show", "x@", cwd=folder) == fish("show", "x#m@", cwd=folder) == fish("show", "no@", cwd=folder) == {}
        )

    def test_baselines(self, asked: Asked, folder: Path) -> None:
        assert asked("baseline", "show", "") == {"board-1": "of pay", "sketch": "of pay"}
        assert asked("slippage", "--against", "b") == {"board-1": "of pay"}
        assert asked("baseline", "show", "--plan", "sites", "") == {}
        assert fish("baseline", "show", "", cwd=folder / "plans/sites") == {}
        assert fish("baseline", "show", "", cwd=folder / "plans/pay") == {"board-1": "of pay", "sketch": "of pay"}


class TestNames:
    """What stands in one file."""

    @pytest.mark.parametrize("option", ["--lead", "--partner"])
    def test_organisations_with_their_names(self, option: str, asked: Asked) -> None:
        assert asked("list", option, "HR") == {
            "HR": "Human Resources",
            "HR-Board": "",
            "HR-Director": "Director of Human Resources",
        }
        assert len(asked("list", option, "")) == 7

    def test_organisations_in_any_case(self, asked: Asked) -> None:
        assert list(asked("list", "--lead", "h")) == ["hr", "hr-board", "hr-director"]
        assert list(asked("list", "--lead", "UNI")) == ["UNIversity"]
        assert list(asked("list", "--lead", "hR-b")) == ["hR-board"]

    def test_objectives_with_their_titles(self, asked: Asked) -> None:
        assert asked("list", "--objective", "") == {
            "data": "Pay data",
            "careers": "Careers",
            "openness": "Openness",
        }
        assert asked("list", "--objective", "c") == {"careers": "Careers"}

    def test_objectives_of_the_plan_that_is_meant(self, asked: Asked, folder: Path) -> None:
        assert asked("list", "--plan", "sites", "--objective", "") == {}
        assert list(asked("list", "--plan", "PAY", "--objective", "d")) == ["data"]
        assert list(asked("list", "--plan", "sites", "--plan", "pay", "--objective", "d")) == ["data"]
        assert asked("list", "--plan", "nope", "--objective", "") == {}
        assert fish("list", "--objective", "", cwd=folder / "plans/sites") == {}
        assert list(fish("list", "--objective", "d", cwd=folder / "plans/pay/actions")) == ["data"]


class TestFields:
    """The columns and sort keys of lists."""

    @pytest.mark.parametrize("noun", list(Noun))
    def test_those_of_what_is_listed(self, noun: Noun) -> None:
        assert list(fish("list", noun, "--sort", "")) == list(fields_of(noun))
        assert list(fish("list", noun, "--columns", "")) == list(fields_of(noun))

    def test_those_of_entries_where_nothing_is_named(self) -> None:
        assert list(fish("list", "--sort", "")) == list(fields_of(Noun.ENTRIES))
        assert list(fish("list", "--sort", "o")) == ["objective", "order", "output", "occurrences"]

    def test_columns_after_a_comma_are_those_that_are_not_there_yet(self) -> None:
        assert list(fish("list", "--columns", "id,o")) == ["id,objective", "id,order", "id,output", "id,occurrences"]
        rest = [name for name in fields_of(Noun.ENTRIES) if name not in {"id", "title"}]
        assert list(fish("list", "--columns", "id,title,")) == [f"id,title,{name}" for name in rest]


class TestTrees:
    """Which tree is read, and that none at all is no error."""

    @pytest.mark.parametrize("place", ["before", "after", "environment"])
    def test_the_tree_that_is_named(self, place: str, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        option = ["--tree", str(folder / "plans")]
        before, after = option if place == "before" else [], option if place == "after" else []
        env = {"GENDERPLAN_TREE": option[1]} if place == "environment" else {}
        assert list(fish(*before, "show", *after, "su", cwd=elsewhere, env=env)) == ["survey"]
        assert list(fish(*before, "baseline", "show", *after, "", cwd=elsewhere, env=env)) == ["board-1", "sketch"]

    def test_the_option_counts_before_the_environment(self, folder: Path) -> None:
        named = ["--tree", str(folder / "plans")]
        assert list(fish("show", *named, "su", env={"GENDERPLAN_TREE": "/nowhere"})) == ["survey"]
        assert fish("show", "--tree", "/nowhere", "su", cwd=folder) == {}
        assert fish("show", "su", cwd=folder, env={"GENDERPLAN_TREE": "/nowhere"}) == {}

    QUESTIONS = (
        ("show", ""),
        ("show", "x#"),
        ("list", "--lead", ""),
        ("list", "--objective", ""),
        ("list", "--plan", ""),
        ("baseline", "show", ""),
    )

    @pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
    def test_no_tree(self, words: tuple[str, ...], tmp_path: Path) -> None:
        assert fish(*words, cwd=tmp_path) == {}

    @pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
    @pytest.mark.parametrize(
        "broken",
        ["", "\xff", "[", "a: [", "text", "- a\n- b", "HR: [name]\nx: 1\n", "{? [a] : b}", "milestones: {id: a}"],
    )
    def test_files_that_say_nothing(self, broken: str, words: tuple[str, ...], tmp_path: Path) -> None:
        names = ("organisations.yaml", "p/plan.yaml", "p/actions/x.yaml", "p/baselines/b.yaml")
        folder = tree(tmp_path, dict.fromkeys(names, broken.encode("latin-1"))).parent
        assert set(fish(*words, cwd=folder)) <= {"x", "p", "b", "HR", "milestones"}

    def test_items_of_another_form(self, tmp_path: Path) -> None:
        items = "[text, {title: No id}, {id: [a]}, {id: a, title: [b]}, {id: b}, [c], {id: c, title: C}]"
        files = {"p/plan.yaml": f"{PLAN}objectives: {items}\n", "p/actions/x.yaml": f"{ENTRY}milestones: {items}\n"}
        folder = tree(tmp_path, files).parent
        assert fish("list", "--objective", "", cwd=folder) == {"a": "", "b": "", "c": "C"}
        assert fish("show", "x#", cwd=folder) == {"x#a": "", "x#b": "", "x#c": "C"}

    def test_links_and_devices_are_not_followed(self, folder: Path, tmp_path: Path) -> None:
        (folder / "plans/organisations.yaml").unlink()
        (folder / "plans/organisations.yaml").symlink_to("/dev/zero")
        os.mkfifo(folder / "plans/sites/actions/pipe.yaml")
        assert fish("list", "--lead", "", cwd=folder) == {}
        assert fish("show", "pipe#", cwd=folder) == {}


class TestTrust:
    """What files say reaches shells as bare text: zsh evaluates what it is told."""

    TITLE = r"""'it\'s $(touch a) `touch b` "x" \$(touch c) \\' ; touch d"""

    def test_what_is_told_has_nothing_that_a_shell_evaluates_once_more(self, tmp_path: Path) -> None:
        title = self.TITLE.replace("'", "''")
        folder = tree(tmp_path, {"p/plan.yaml": f"{PLAN}objectives: [{{id: a, title: '{title}'}}]\n"}).parent
        told = fish("list", "--objective", "", cwd=folder)["a"]
        assert not set(told) & set("'\"`\\")
        assert told == "’it/’s $(touch a) ’touch b’ ”x” /$(touch c) //’ ; touch d"

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ('"one\\ntwo\\tthree"', "one two three"),
            ('"\\u202egnirts"', "?gnirts"),
            ('"\\u2028x\\u2029y\\u0085z"', "x y\ufffdz"),
            ('"caf\\u00e9 \\u2013 \\u4e2d"', "café – 中"),
            ('"[draft] {x}"', "[draft] {x}"),
        ],
    )
    def test_it_is_one_line_without_controls(self, written: str, told: str, tmp_path: Path) -> None:
        folder = tree(tmp_path, {"p/plan.yaml": f"{PLAN}objectives:\n  - id: a\n    title: {written}\n"}).parent
        assert fish("list", "--objective", "", cwd=folder) == {"a": told}

    @pytest.mark.parametrize("name", ["$(touch a)", "a b", "a;b", "-x", "a\nb", "é", "a'b", "\x1b[31m", ""])
    def test_a_name_that_is_no_id_is_not_offered(self, name: str, tmp_path: Path) -> None:
        files = {f"{plan}/actions/{entry}.yaml": ENTRY for plan in ("p", name or "q") for entry in ("ok", name)}
        files |= {"p/plan.yaml": PLAN, f"{name or 'q'}/plan.yaml": PLAN, f"p/baselines/{name}.yaml": PLAN}
        organisations = f"HR: {{}}\n? {json.dumps(name)}\n: {{name: x}}\n"
        folder = tree(tmp_path, files | {"organisations.yaml": organisations}).parent
        allowed = {"p", "q", "p/ok", "q/ok", "HR"} | ({"ok"} if name else set())
        for words in (("show", ""), ("show", "p/"), ("list", "--plan", ""), ("baseline", "show", "")):
            assert set(fish(*words, cwd=folder)) <= allowed
        assert list(fish("list", "--lead", "", cwd=folder)) == ["HR"]

    @pytest.mark.parametrize(("encoding", "told"), [("latin-1", b"Caf\xe9 ?s"), ("utf-8", "Café ’s".encode())])
    def test_what_the_terminal_cannot_show_is_no_error(self, encoding: str, told: bytes, tmp_path: Path) -> None:
        folder = tree(tmp_path, {"p/plan.yaml": f"{PLAN}objectives: [{{id: a, title: Café ’s}}]\n"}).parent
        asked = {ASK: "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args", "PYTHONIOENCODING": encoding}
        asked["_TYPER_COMPLETE_ARGS"] = "genderplan list --objective "
        done = subprocess.run([COMMAND], cwd=folder, env=environment(asked), capture_output=True, check=True)
        assert (done.stdout, done.stderr) == (b"a\t" + told + b"\n", b"")


class TestBash:
    """Bash breaks words at `=`, and tells them one a line."""

    @pytest.mark.parametrize(
        ("words", "values"),
        [
            (["list", "--lead", "=", "HR-D"], ["HR-Director"]),
            (["list", "--format", "=", "j"], ["json"]),
            (["list", "--format", "="], ["table", "json", "csv", "markdown", "html"]),
            (["list", "--plan", "=", "sites", "--objective", ""], [""]),
            (["list", "--plan", "=", "pay", "--objective", "=", "d"], ["data"]),
            (["show", "pay/re"], ["pay/review-grades", "pay/return-to-work"]),
            (["show", "publish-gap#r"], ["publish-gap#report"]),
            (["list", "--search", '"a b"', "--kind", "p"], ["project"]),
            (["show", '"pu'], ["publish-gap"]),
        ],
        ids=" ".join,
    )
    def test_words(self, words: list[str], values: list[str], folder: Path) -> None:
        assert bash(*words, cwd=folder) == values

    @pytest.mark.parametrize(
        ("words", "place", "told"),
        [
            ("genderplan list --kind a --plan = x", "3", "action"),
            ("genderplan list --kind = a", "3", "action\nproject"),
        ],
    )
    def test_words_that_stand_after_the_cursor_count_for_nothing(
        self, words: str, place: str, told: str, folder: Path
    ) -> None:
        asked = {ASK: "complete_bash", "COMP_WORDS": words.replace(" ", "\n"), "COMP_CWORD": place}
        assert answered(asked, folder) == told


@pytest.mark.parametrize(
    "env",
    [
        {ASK: "complete_bash"},
        {ASK: "complete_bash", "COMP_WORDS": "genderplan x", "COMP_CWORD": "many"},
        {ASK: "complete_none"},
        {ASK: "nonsense"},
        {ASK: ""},
    ],
    ids=str,
)
def test_nonsense_is_answered_quietly(env: dict[str, str], tmp_path: Path) -> None:
    result = run(cwd=tmp_path, env=env)
    assert result.err == ""
    assert "Traceback" not in result.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_each_shell_asks_the_program(shell: str, tmp_path: Path) -> None:
    result = run(cwd=tmp_path, env={ASK: f"source_{shell}"})
    assert (result.code, result.err) == (0, "")
    assert f"{ASK}=complete_{shell}" in result.out


class TestInstallation:
    """What typer installs for zsh would complete from the second TAB on."""

    DECLARED = "#compdef genderplan\ncompdef _genderplan_completion genderplan"

    @pytest.fixture
    def script(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("HOME", str(tmp_path))
        (tmp_path / ".zfunc").mkdir()
        return tmp_path / ".zfunc/_genderplan"

    def test_it_answers_when_it_is_loaded(self, script: Path) -> None:
        script.write_text(self.DECLARED, encoding="utf-8")
        completion.finish_installation()
        mended = script.read_text(encoding="utf-8")
        assert mended.startswith(f"{self.DECLARED}\n")
        assert mended.endswith('_genderplan_completion "$@"\n')
        completion.finish_installation()
        assert script.read_text(encoding="utf-8") == mended

    def test_a_script_of_another_form_is_left_alone(self, script: Path) -> None:
        completion.finish_installation()
        assert not script.exists()
        script.write_text(f"{self.DECLARED}\nmine\n", encoding="utf-8")
        completion.finish_installation()
        assert script.read_text(encoding="utf-8") == f"{self.DECLARED}\nmine\n"

    def test_it_is_done_where_installation_was_asked_for(self, script: Path) -> None:
        line = ["bash", "-c", f"{COMMAND} --install-completion; true"]
        script.write_text(self.DECLARED, encoding="utf-8")
        done = subprocess.run(line, env=environment(), capture_output=True, text=True, check=True)
        assert done.stdout.startswith("bash completion installed in ")
        assert script.read_text(encoding="utf-8") != self.DECLARED


def test_typers_exit_is_the_exit_code() -> None:
    shell = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    result = call("--show-completion", "bash", env=shell)
    assert (result.code, result.err) == (0, "")
    assert "complete -o default -F _genderplan_completion genderplan" in result.out
