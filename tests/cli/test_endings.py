"""How runs end that something cuts short, and what a narrow encoding does to the output."""

import json
import os
import select
import signal
import subprocess
from pathlib import Path

import pytest

from cli.company import COMMANDS, FILES
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
