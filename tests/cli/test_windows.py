"""What Python lacks on Windows taken away, one thing after another: every command goes on as before.

No Windows is at hand here; what the program asks of the system is.
"""

import subprocess
import sys
from pathlib import Path

from cli.company import company

PROGRAM = """\
import os, pathlib, subprocess, sys, tempfile, types  # what looks itself whether it is on Windows

for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOFOLLOW", "fchown", "fchmod", "getuid", "geteuid", "mkfifo"):
    if hasattr(os, name):
        delattr(os, name)

class Without:
    def find_spec(self, name, path=None, target=None):
        if name in {"fcntl", "pwd", "grp", "termios", "resource"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

for name in ("fcntl", "termios", "pwd", "grp", "resource"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Without())
locked = []
msvcrt = types.ModuleType("msvcrt")
msvcrt.LK_LOCK = 1
msvcrt.locking = lambda descriptor, mode, size: locked.append((os.fstat(descriptor).st_size, mode, size))
if sys.argv[1] == "locks":
    sys.modules["msvcrt"] = msvcrt

from genderplan.cli.app import run

for line in (
    "status --plan pay", "validate --plan pay", "list --format json", "timeline --plan pay",
    "move publish-gap#report --to 2025-06 --reason Later", "complete publish-gap#extract --on 2025-01-02 --replace --reason Minutes",
    "new action Ask --plan pay", "baseline save now --plan pay", "init --plan other", "schema plan",
    "validate --plan other --strict", "validate --plan pay",
):
    code = run(line.split())
    print(f"exit {code}: {line}", file=sys.stderr)
sys.stdout.flush()
print(f"locked: {locked}", file=sys.stderr)
"""


def run(folder: Path, locks: str) -> list[str]:
    company(folder)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, locks],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "internal error" not in done.stderr
    return [line for line in done.stderr.splitlines() if line.startswith(("exit", "locked"))]


def test_every_command_goes_on_without_what_windows_lacks(tmp_path: Path) -> None:
    told = run(tmp_path, "no locks")
    assert [line.partition(":")[0] for line in told[:-1]] == ["exit 0"] * 12, told
    assert (tmp_path / "plans/pay/baselines/now.yaml").is_file()
    assert not list(tmp_path.rglob("*.tmp"))


def test_what_windows_has_for_locks_is_used(tmp_path: Path) -> None:
    assert run(tmp_path, "locks")[-1] == "locked: [(0, 1, 1), (0, 1, 1)]"
