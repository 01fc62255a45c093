"""How runs end that something cuts short, and what a narrow encoding does to the output."""

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.company import COMMANDS, FILES, company
from cli_runner import COMMAND, call, environment, run
from support import PLAN, tree

ENOUGH = 1 << 18
"""More than any pipe holds: who writes as much waits for a reader."""


@pytest.fixture
def bulky(tmp_path: Path) -> Path:
    """A tree whose lists fill every pipe."""
    entry = f"title: {'long ' * 2000}\n"
    return tree(tmp_path, {"p/plan.yaml": PLAN} | {f"p/actions/a{n}.yaml": entry for n in range(60)})


FORMATS = ("table", "json", "csv", "markdown")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_reader_that_leaves_ends_the_run_quietly(format_: str, bulky: Path) -> None:
    with subprocess.Popen(
        [COMMAND, "list", "--format", format_, "--tree", str(bulky)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


def test_head_of_a_list_in_a_shell() -> None:
    done = subprocess.run(
        f"{COMMAND} list milestones --tree plans | head -1",
        shell=True,
        cwd=Path(__file__).parents[2],
        env=environment(),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert done.stdout.startswith(b"ID ")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_an_interrupt_ends_the_run_with_130_and_no_traceback(format_: str, bulky: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # one that is ignored would be inherited
    try:
        process = subprocess.Popen(
            [COMMAND, "list", "--format", format_, "--tree", str(bulky)],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        assert process.stdout is not None
        assert select.select([process.stdout], [], [], 60)[0], "nothing was written"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_stdout_that_is_full_is_told() -> None:
    if not os.path.exists("/dev/full"):  # noqa: PTH110 - a device
        pytest.skip("no /dev/full here")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [COMMAND, "status"],
            cwd=Path(__file__).parents[2],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"genderplan: stdout cannot be written: No space left on device\n"


ACCENTED = {
    "pay/actions/publish-gap.yaml": "title: Équité – 性别平等 😀 “quoted”\nobjective: data\nlead: HR\nnote: naïve ﷽\n"
    "milestones:\n  - {id: report, title: Žena → 女性, due: 2025-01}\n",
    "organisations.yaml": FILES["organisations.yaml"].replace("Human Resources,", "Ressources humaines – équipe,"),
}


@pytest.fixture
def accented(tmp_path: Path) -> Path:
    return tree(tmp_path, FILES | ACCENTED)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_ascii_output_has_only_ascii_and_no_traceback(command: tuple[str, ...], accented: Path) -> None:
    formats = FORMATS if command[0] == "list" else ("json",)
    for options in ((), *(("--format", each) for each in formats)):
        result = call(*command, "--tree", str(accented), *options, encoding="ascii")
        assert result.code in {0, 1}
        assert result.out
        assert result.out.isascii() or "csv" in options
        assert "Traceback" not in result.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_json_loses_nothing_in_ascii(command: tuple[str, ...], accented: Path) -> None:
    arguments = (*command, "--format", "json", "--tree", str(accented), "--as-of", "2025-01-15")
    assert json.loads(call(*arguments, encoding="ascii").out) == json.loads(call(*arguments).out)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp437"])
def test_json_loses_nothing_in_other_encodings(encoding: str, accented: Path) -> None:
    arguments = ("list", "entries", "--format", "json", "--tree", str(accented), "--as-of", "2025-01-15")
    assert json.loads(call(*arguments, encoding=encoding).out) == json.loads(call(*arguments).out)


def test_ascii_signs_stand_for_drawn_ones() -> None:
    env = {"PYTHONIOENCODING": "ascii"}
    drawn = run("timeline", "--plan", "women-2003", "--kind", "action", env=env)
    assert (drawn.code, drawn.err) == (0, "")
    assert "! overdue  D due  U upcoming  | status date  o-> slipped since" in drawn.out
    assert "\\u" not in drawn.out
    status = run("status", "--plan", "women-2003", env=env)
    assert "Dec 2003 -> Feb 2004" in status.out
    assert "as of 3 Nov 2003 (the plan's status date) - baseline draft-1" in status.out


def test_ascii_in_a_process_of_its_own(accented: Path) -> None:
    result = run("list", "--tree", str(accented), env={"PYTHONIOENCODING": "ascii"})
    assert (result.code, result.err) == (0, "")
    assert "\\u00c9quit\\u00e9 \\u2013" in result.out


STREAMS = {
    "stdout closed": (">&-", "stdout cannot be written: it is closed"),
    "stdout full": (">/dev/full", "stdout cannot be written: No space left on device"),
}


def shell(line: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """A line of a shell in which `genderplan` is the installed command."""
    return subprocess.run(
        ["bash", "-c", line],
        cwd=cwd,
        env=environment(
            {"GENDERPLAN_AS_OF": "2025-01-15", "PATH": f"{Path(COMMAND).parent}:{os.environ['PATH']}", **env}
        ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


SAYING = ["status", "list --format csv", "check --format sarif", "--version", "list --help", "schema plan", "explain"]


@pytest.mark.parametrize(
    ("command", "stream", "unbuffered"),
    [
        *((command, "stdout full", "") for command in SAYING),
        *((command, "stdout closed", "1") for command in SAYING[:3]),
        *((SAYING[3], *each) for each in [("stdout closed", ""), ("stdout full", "1")]),
    ],
)
def test_stdout_that_cannot_be_written_is_told(command: str, stream: str, unbuffered: str, tmp_path: Path) -> None:
    redirection, told = STREAMS[stream]
    company(tmp_path)
    done = shell(f"genderplan {command} {redirection}", tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr) == (2, f"genderplan: {told}\n")


CHANGING = {
    "move publish-gap#report --to 2025-12 --reason R": ("plans/pay/actions/publish-gap.yaml", "changed"),
    "complete publish-gap#report": ("plans/pay/actions/publish-gap.yaml", "changed"),
    "new action Foo --plan sites": ("plans/sites/actions/foo.yaml", "written"),
    "baseline save b2 --plan sites": ("plans/sites/baselines/b2.yaml", "written"),
    "init other --plan p --title T": ("other/p/plan.yaml", "written"),
    "schema --all schemas": ("schemas/plan.schema.json", "written"),
}


@pytest.mark.parametrize(
    ("command", "redirection"),
    [
        *((command, ">/dev/full") for command in CHANGING),
        *((next(iter(CHANGING)), each) for each in (">&-", "| true", ">&- 2>&- <&-")),
        *((list(CHANGING)[-1], each) for each in ("| true", ">&- 2>&- <&-")),
    ],
)
def test_what_was_changed_is_told_where_only_saying_so_failed(command: str, redirection: str, tmp_path: Path) -> None:
    company(tmp_path)
    file, done = CHANGING[command]
    before = (tmp_path / file).read_bytes() if (tmp_path / file).exists() else None
    ended = shell(f"set -o pipefail; genderplan {command} {redirection}", tmp_path)
    assert ended.returncode == 2
    assert (tmp_path / file).read_bytes() != before
    if "2>" not in redirection:
        assert ended.stderr.startswith(f"genderplan: {file} ")
        assert f" {done}; only saying so failed: stdout cannot be written: " in ended.stderr
    assert not [path for path in tmp_path.rglob(".*") if path.suffix == ".tmp"]


def test_other_streams_change_nothing(tmp_path: Path) -> None:
    folder = company(tmp_path)
    (folder / "pay/actions/bad.yaml").write_text("title: x: y\n", "utf-8")
    usual = shell("genderplan list --format json", tmp_path)
    assert usual.returncode == 1
    assert json.loads(usual.stdout)["entries"]
    for redirection in ("2>&-", "2>/dev/full", "<&-"):
        odd = shell(f"genderplan list --format json {redirection}", tmp_path)
        assert (odd.returncode, odd.stdout) == (usual.returncode, usual.stdout), redirection
        assert shell(f"genderplan nonsense {redirection}", tmp_path).returncode == 2, redirection


@pytest.mark.parametrize("command", ["status", "validate", "new action X", "init", "show x"])
def test_a_current_folder_that_is_gone_is_nothing_to_read(command: str, tmp_path: Path) -> None:
    done = shell(f"mkdir gone; cd gone; rmdir ../gone; genderplan {command}", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("genderplan: the current folder is gone: go to one that is there\n")


def test_what_needs_no_folder_works_where_it_is_gone(tmp_path: Path) -> None:
    for command in ("--version", "explain GP204", "schema plan"):
        assert shell(f"mkdir gone; cd gone; rmdir ../gone; genderplan {command}", tmp_path).returncode == 0


@pytest.mark.parametrize("module", ["signal", "typer", "yaml", "genderplan.cli.options", "genderplan.loading"])
def test_an_interrupt_while_something_is_imported_ends_the_run_in_words(module: str, tmp_path: Path) -> None:
    """From the first line of the command on, at a moment that does not depend on how fast this computer is."""
    company(tmp_path)
    program = f"""\
import os, signal, sys
class Finder:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Finder())
if {module!r} == "signal":
    del sys.modules["signal"]
sys.argv = ["genderplan", "check"]
from genderplan.cli.start import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "genderplan: interrupted\n")


def test_the_end_of_a_run_leaves_nothing_unsaid(bulky: Path) -> None:
    """The process ends without taking itself apart, yet after all output, and what others have asked for at the end."""
    program = (
        "import atexit, sys; from genderplan.cli.start import main; atexit.register(print, 'later'); "
        f"sys.argv = ['genderplan', 'list', '--tree', {str(bulky)!r}, '--format', 'csv']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=False
    )
    expected = run("list", "--format", "csv", "--tree", str(bulky)).out
    assert len(expected) > ENOUGH
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{expected}later\n", "")


@pytest.mark.parametrize("at", ["os.fsync", "os.replace", "genderplan.cli.output.write_text"])
def test_an_interrupt_while_a_file_is_changed_leaves_it_whole(
    at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    company(tmp_path)
    file = tmp_path / "plans/pay/actions/publish-gap.yaml"
    before = file.read_bytes()

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(at, interrupt)
    result = call("move", "publish-gap#report", "--to", "2025-12", "--reason", "R", cwd=tmp_path)
    monkeypatch.undo()
    is_changed = file.read_bytes() != before
    told = "genderplan: plans/pay/actions/publish-gap.yaml is changed\n" if is_changed else ""
    assert is_changed == (at == "genderplan.cli.output.write_text")
    assert (result.code, result.out, result.err) == (130, "", f"{told}genderplan: interrupted\n")
    assert not [path for path in file.parent.iterdir() if path.name.startswith(".")]


def test_an_interrupt_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    company(tmp_path)
    line = "trap '' INT; genderplan list --format json & pid=$!; sleep 0.1; kill -INT $pid; wait $pid"
    assert shell(line, tmp_path).returncode == 0


class TestEncodings:
    """Formats for files lose no letter, whatever the encoding of stdout lacks."""

    @pytest.mark.parametrize(
        "command", ["due", "calendar", "workload", "assessments", "glossary", "glossary --missing"]
    )
    def test_every_table_is_for_excel_where_it_is_asked_for(self, command: str, accented: Path) -> None:
        arguments = (*command.split(), "--format", "csv", "--tree", str(accented))
        plain, excel = run(*arguments), run(*arguments, "--excel")
        assert excel.out == "\ufeff" + plain.out.replace("\n", "\r\n")
        result = call(*command.split(), "--excel", "--tree", str(accented))
        assert (result.code, result.out, result.err) == (2, "", "genderplan: --excel goes with --format csv\n")

    def test_csv_is_utf_8(self, accented: Path) -> None:
        arguments = ("list", "--format", "csv", "--tree", str(accented))
        odd = run(*arguments, env={"PYTHONIOENCODING": "ascii"})
        assert odd == run(*arguments)
        assert "Équité – 性别平等 😀" in odd.out

    def test_for_excel_it_has_a_mark_and_the_line_ends_of_windows(self, accented: Path) -> None:
        arguments = ("list", "--format", "csv", "--tree", str(accented))
        plain, excel = run(*arguments), run(*arguments, "--excel")
        assert excel.out == "\ufeff" + plain.out.replace("\n", "\r\n")

    @pytest.mark.parametrize("format_", ["table", "json", "markdown"])
    def test_excel_goes_with_csv(self, format_: str, accented: Path) -> None:
        result = call("list", "--format", format_, "--excel", "--tree", str(accented))
        assert (result.code, result.out, result.err) == (2, "", "genderplan: --excel goes with --format csv\n")


def test_completion_that_cannot_be_installed_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder\n", "utf-8")
    undetected = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}  # no shell may be among the parents
    result = run("--install-completion", "bash", cwd=tmp_path, env={"HOME": str(home)} | undetected)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("genderplan: completion cannot be installed: ")
