"""No text of a plan, of a commit or of the command line steers a screen, a log or a reader's eye, on any channel."""

import json
import re
from pathlib import Path

import pytest

from cli_runner import Result, call, run
from repositories import PERSON, Git
from support import PLAN, tree

STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)

HOSTILE = "::error::x \u202e\u2066\u200b\ufeff\u061c\u2028::y ##[error]z\U000e0041"
UNKNOWN = "HR\n::error::x\t\u202e##[error]y"
"""An id that nobody knows may be any text: the entry that names it stays in."""


def quoted(text: str) -> str:
    """A text as YAML takes it in quotes, in ASCII."""
    return "".join(f"\\U{ord(sign):08x}" if ord(sign) > 0xFFFF else json.dumps(sign)[1:-1] for sign in text).join('""')


def files(said: str, unknown: str) -> dict[str, str]:
    """A tree with a text wherever a plan may have one, and an unknown id wherever it may have an id."""
    facts = f"title: {said}\noutput: {said}\nobjective: o\ngroups: [{said}]\ninputs: [{{text: {said}}}, {unknown}]\n"
    facts += f"partners: [{{role: {said}}}, {unknown}]\nlead: {unknown}\nnote: {said}\ntags: [{said}]\n"
    steps = "milestones:\n"
    steps += f"  - {{id: m, title: {said}, lead: {unknown}, due: DUE, depends_on: n}}\n  - {{id: n, title: {said}, due: 2025-01}}\n"
    kept = "".join(f"    {line}\n" for line in (facts + steps.replace("DUE", "2025-01")).splitlines())
    plan = f"genderplan: 1\ntitle: {said}\nlong_term_aim: {said}\naims: [{{id: a, title: {said}}}]\n"
    plan += f"objectives: [{{id: o, title: {said}}}]\naccept: [{{code: GP401, where: y, reason: {said}}}]\n"
    more = f"x-more: {{a: {said}}}\nupdates: [{{text: {said}, by: {unknown}}}]\n"
    revised = f"revisions: [{{was: 2025-01, reason: {said}, approved_by: {unknown}}}]"
    return {
        "organisations.yaml": f"HR: {{name: {said}, kind: post, aliases: [{said}], holders: [{{name: {said}}}]}}\n",
        "p/plan.yaml": plan,
        "p/actions/x.yaml": facts + steps.replace("DUE", f"2025-06, {revised}") + more,
        "p/projects/y.yaml": facts + steps.replace("DUE", "2024-12"),
        "p/baselines/b.yaml": f"genderplan: 1\nname: b\ntitle: {said}\nplan: {{title: {said}}}\nentries:\n  x:\n    kind: action\n{kept}",
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose commits have hostile subjects and authors."""
    root = tmp_path_factory.mktemp("hostile")
    tree(root, files(quoted(HOSTILE), quoted(UNKNOWN)))
    repository = Git(root)
    repository.git("init", "-q", "-b", "main")
    repository.git("add", ".")
    who = PERSON | {"GIT_AUTHOR_NAME": "A\u202e ##[error]B", "GIT_AUTHOR_DATE": "2025-01-02T12:00:00Z"}
    repository.git("commit", "-q", "-m", "::error::s \u202e\x1b[31m ##[error]t", **who)
    entry = root / "plans/p/actions/x.yaml"
    entry.write_text(entry.read_text("utf-8").replace("due: 2025-06", "due: 2025-09"), "utf-8")
    repository.git("commit", "-q", "-a", "-m", "##[error]u\u2066", **who)
    return root


READING = (
    ("status",),
    ("status", "--measures"),
    ("status", "--since", "b"),
    ("status", "--measures", "--format", "markdown"),
    ("status", "--measures", "--format", "html"),
    ("status", "--since", "b", "--format", "markdown"),
    ("status", "--since", "b", "--format", "html"),
    ("list",),
    ("list", "--format", "markdown", "--columns", "title,leads,inputs,partners,note,extra"),
    ("list", "--format", "csv"),
    ("list", "--format", "html", "--columns", "title,leads,inputs,partners,note,extra"),
    ("list", "--format", "csv", "--columns", "leads,title", "--excel"),
    ("list", "--format", "json"),
    ("list", "milestones", "--columns", "leads,title,tags"),
    ("list", "objectives", "--columns", "title"),
    ("list", "organisations", "--columns", "name,aliases,holders"),
    ("list", "plans", "--columns", "title,aims"),
    ("show", "x"),
    ("show", "x#m"),
    ("show", "HR"),
    ("show", "p"),
    ("show", "x", "--format", "json"),
    ("show", "x", "--format", "markdown"),
    ("show", "x#m", "--format", "html"),
    ("show", "HR", "--format", "markdown"),
    ("show", "p", "--format", "html"),
    ("slippage",),
    ("slippage", "--format", "json"),
    ("impact",),
    ("impact", "--critical"),
    ("impact", "x#m", "--why"),
    ("impact", "--format", "markdown"),
    ("impact", "--critical", "--format", "html"),
    ("impact", "x#m", "--why", "--format", "markdown"),
    ("history",),
    ("history", "x#m"),
    ("history", "--format", "json"),
    ("trend",),
    ("trend", "--format", "svg"),
    ("timeline",),
    *((report, "--format", of) for report in ("history", "trend", "timeline") for of in ("markdown", "html")),
    ("validate", "--notes"),
    ("check", "--notes", "--accepted"),
    ("check", "--format", "json"),
    ("check", "--format", "sarif"),
    ("check", "--format", "junit"),
    ("check", "--notes", "--accepted", "--format", "markdown"),
    ("check", "--notes", "--accepted", "--format", "html"),
    ("validate", "--against", "git:HEAD~1"),
    ("baseline", "list"),
    ("baseline", "show", "b"),
    ("baseline", "list", "--format", "html"),
    ("baseline", "show", "b", "--format", "markdown"),
    ("baseline", "show", "b", "--format", "html"),
    ("explain", HOSTILE),
    ("show", UNKNOWN),
    ("baseline", "show", HOSTILE),
    ("list", "--lead", HOSTILE),
    ("list", "--columns", HOSTILE),
    ("slippage", "--against", HOSTILE),
    ("trend", "--at", HOSTILE),
    ("status", "--as-of", HOSTILE),
    ("status", "--tree", UNKNOWN),
    (UNKNOWN,),
    ("list", UNKNOWN),
    (f"--{HOSTILE}",),
    ("list", f"--{UNKNOWN}"),
    ("list", "--limit", UNKNOWN),
    ("move", "x#m", "--to", UNKNOWN, "--reason", "R"),
    ("move", "x#m", "--to", "2025-12", "--reason", "a\x1bb"),
    ("new", "action", HOSTILE, "--id", UNKNOWN),
)


def steers_not(result: Result, *, is_csv: bool = False) -> None:
    out = result.out.removeprefix("\ufeff").replace("\r\n", "\n").replace("\t", "") if is_csv else result.out
    for said in (out, result.err):
        assert not STEERING.search(said), ascii(said)
    assert "Traceback" not in result.err
    assert "internal error" not in result.err


@pytest.mark.parametrize("arguments", READING, ids=lambda arguments: ascii(" ".join(arguments))[:60])
def test_nothing_steers(arguments: tuple[str, ...], folder: Path) -> None:
    env = {"GENDERPLAN_AS_OF": "2025-02-15"}
    result = call(*arguments, cwd=folder, env=env)
    steers_not(result, is_csv="csv" in arguments)
    logged = call(*arguments, cwd=folder, env=env | {"GITHUB_ACTIONS": "true"})
    steers_not(logged, is_csv="csv" in arguments)
    assert not COMMAND.search(logged.err)
    if arguments[0] not in {"validate", "check"} or "--format" in arguments:
        assert not COMMAND.search(logged.out)
        assert len(logged.out.splitlines()) == len(result.out.splitlines())


@pytest.mark.parametrize(
    "arguments", [("status",), ("show", "x"), ("slippage",), ("baseline", "show", "b")], ids=" ".join
)
def test_an_unknown_id_is_on_its_line(arguments: tuple[str, ...], tmp_path: Path) -> None:
    usual, odd = tmp_path / "usual", tmp_path / "odd"
    for root, name in ((usual, "HR x"), (odd, "HR\nx")):
        root.mkdir()
        tree(root, files('"T"', quoted(name)))
    env = {"GENDERPLAN_AS_OF": "2025-02-15"}
    assert call(*arguments, cwd=odd, env=env).out == call(*arguments, cwd=usual, env=env).out


def test_json_has_the_very_text(folder: Path) -> None:
    shown = call("list", "--format", "json", cwd=folder)
    assert "\\u202e\\u2066\\u200b\\ufeff" in shown.out
    [entry] = (entry for entry in shown.json["entries"] if entry["id"] == "p/x")
    assert (entry["title"], entry["leads"]) == (HOSTILE, [UNKNOWN])


def test_every_command_of_the_annotations_is_their_own(folder: Path) -> None:
    result = call("check", "--notes", "--accepted", "--format", "github", cwd=folder)
    lines = [line for line in result.lines if not re.match(r"::(error|warning|notice) file=plans/", line)]
    assert 0 < len(lines) < len(result.lines)
    assert not COMMAND.search("\n".join(lines))
    steers_not(result)


class TestPatches:
    """A patch is exact where git may take it, and only to be read elsewhere."""

    def patch(self, folder: Path, **env: str) -> str:
        arguments = ("move", "x#n", "--to", "2025-12", "--reason", "R", "--dry-run")
        return call(*arguments, cwd=folder, env={"GENDERPLAN_AS_OF": "2025-02-15", **env}).out

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        facts = "title: T\nmilestones:\n  - id: n\n    title: a\u202eb\n    due: 2025-11\n    note: |\n      z\n\n      ::error::x\n"
        return tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/x.yaml": facts}).parent

    def test_piped_it_applies(self, folder: Path) -> None:
        patch = self.patch(folder)
        assert "a\u202eb" in patch
        (folder / "p.patch").write_text(patch, "utf-8")
        Git(folder).git("apply", "p.patch")
        assert "due: 2025-12" in (folder / "plans/p/actions/x.yaml").read_text("utf-8")

    def test_in_a_workflow_it_is_only_to_be_read(self, folder: Path) -> None:
        patch = self.patch(folder, GITHUB_ACTIONS="true")
        assert "a\\u202eb" in patch
        assert not COMMAND.search(patch)


@pytest.mark.parametrize("arguments", [("show", "\x1b[31m"), ("explain", "\x1b[31m"), ("\x1b[31m",)], ids=ascii)
def test_an_argument_in_a_process_of_its_own(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "\\x1b[31m" in result.err
    assert "\x1b" not in result.err


def test_a_reason_stays_in_the_file_and_is_shown_spelled_out(tmp_path: Path) -> None:
    facts = "title: T\nmilestones:\n  - {id: n, title: N, due: 2025-11}\n"
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/x.yaml": facts}).parent
    assert call("move", "x#n", "--to", "2025-12", "--reason", "a\u202eb", cwd=folder).code == 0
    shown = call("show", "x#n", cwd=folder)
    assert "a\\u202eb" in shown.out
    assert call("show", "x#n", "--format", "json", cwd=folder).json["revisions"][0]["reason"] == "a\u202eb"
    steers_not(shown)
