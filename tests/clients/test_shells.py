"""Completion as a user has it: `--install-completion`, a new shell, and TAB, in a real bash, zsh and fish."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_runner import REPOSITORY
from clients.finding import program
from clients.shells import Shell
from support import PLAN, tree

SCRIPTS = {
    "bash": ".bash_completions/genderplan.sh",
    "zsh": ".zfunc/_genderplan",
    "fish": ".config/fish/completions/genderplan.fish",
}


@pytest.fixture(scope="module", params=SCRIPTS)
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    name: str = request.param
    with Shell(name, program(name), tmp_path_factory.mktemp("home"), REPOSITORY) as started:
        assert started.evaluated("ready") == ["ready"]
        yield started


def test_completion_is_installed_for_the_shell_that_asks(shell: Shell) -> None:
    script = shell.home / SCRIPTS[shell.name]
    assert shell.installed.startswith(f"{shell.name} completion installed in {script}\n")
    assert f"_GENDERPLAN_COMPLETE=complete_{shell.name}" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "shown", "word"),
    [
        ("genderplan slipp", "age", "slippage"),
        ("genderplan list --form", "at", "--format"),
        ("genderplan list --format js", "on", "json"),
        ("genderplan show identify-cus", "tomer-groups", "identify-customer-groups"),
        ("genderplan show women-2003/identify-cus", "tomer-groups", "women-2003/identify-customer-groups"),
        ("genderplan show identify-customer-groups#serv", "ices", "identify-customer-groups#services"),
        ("genderplan status --plan wom", "en-2003", "women-2003"),
        ("genderplan status --lead Director-H", "R", "Director-HR"),
        ("genderplan status --lead director-h", "r", "director-hr"),
        ("genderplan list --objective creat", "ing-links", "creating-links"),
        ("genderplan baseline show dra", "ft-1", "draft-1"),
        ("genderplan explain hit", "-rate", "hit-rate"),
        ("genderplan list --columns id,leads,ti", "tle", "id,leads,title"),
    ],
)
def test_tab_completes(line: str, shown: str, word: str, shell: Shell) -> None:
    assert shell.completed(line, shown=shown) == [*line.split()[:-1], word]


def test_tab_completes_a_time_of_what_comes_again(shell: Shell, tmp_path: Path) -> None:
    talks = "title: Talks\ndue: 2025-Q3\nevery: 1 year\nuntil: 2025-Q4\n"
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/talks.yaml": talks})
    words = ["genderplan", "--tree", str(folder), "complete"]
    assert shell.completed(" ".join((*words, "talks@2025-Q3")), shown="") == [*words, "talks@2025-Q3"]
    assert shell.completed(" ".join((*words, "talks@2025-")), shown="Q3") == [*words, "talks@2025-Q3"]
    assert shell.completed(" ".join((*words, "talks@FY")), shown="") == [*words, "talks@FY"]


@pytest.mark.parametrize("shell", ["bash"], indirect=True)
def test_bash_completes_the_value_after_an_equals_sign(shell: Shell) -> None:
    """The others are answered by typer with the value alone, which they do not take for the whole word."""
    assert shell.completed("genderplan list --lead=Director-H", shown="R") == [
        "genderplan",
        "list",
        "--lead=Director-HR",
    ]


def test_several_are_listed_and_what_is_told_of_them_where_the_shell_shows_it(shell: Shell) -> None:
    screen = shell.listed("genderplan list --objective d", shown="developing-toolkit")
    assert "data-collection" in screen
    assert ("DEVELOPING TOOLKIT" in screen) == (shell.name != "bash")


@pytest.mark.parametrize("place", ["/nowhere", "/dev/null"])
def test_without_a_tree_the_line_stays_as_it_is(place: str, shell: Shell) -> None:
    words = ["genderplan", "--tree", place, "show", "identify-cus"]
    assert shell.completed(" ".join(words), shown="") == words


@pytest.mark.parametrize(
    "title", [r"a \$(touch RAN)", r"a \`touch RAN\`", r"it's a \" \\"], ids=["parentheses", "ticks", "quotes"]
)
def test_a_title_is_never_run(title: str, shell: Shell, tmp_path: Path) -> None:
    """zsh evaluates what it is told, and typer leaves backslashes as they are."""
    ran = tmp_path / "ran"
    objectives = f"  - id: xa\n    title: {title.replace('RAN', str(ran))}\n  - {{id: xb, title: b}}\n"
    folder = tree(tmp_path, {"p/plan.yaml": f"{PLAN}objectives:\n{objectives}"})
    screen = shell.listed(f"genderplan list --tree {folder} --objective x", shown="xb")
    assert "xa" in screen
    assert not ran.exists()
