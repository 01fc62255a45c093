"""Pin the releases that are installed, anew: `python -m tools.lock` writes both files of constraints.

`constraints.txt` has the newest release that `pyproject.toml` allows of everything that building, running and
developing need, for every Python and system; `constraints-lowest.txt` has the lowest of what `pyproject.toml` names,
with what those need. uv resolves them, in an environment of its own that is removed again: pip would do it for one
Python and one system.
"""

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path
from typing import Any

from tools.write import ROOT

LOCKED, LOWEST = "constraints.txt", "constraints-lowest.txt"

RESOLUTIONS = {LOCKED: "highest", LOWEST: "lowest-direct"}
"""By file: which release of what `pyproject.toml` names is taken, in uv's words."""

EDITABLE = "editables>=0.3"
"""What hatchling asks for beside itself, where what it installs is to be edited."""

_HEADING = "# {words}; written by `python -m tools.lock`.\n"
_WORDS = {LOCKED: "The releases that are installed", LOWEST: "The lowest releases that pyproject.toml allows"}


def project() -> dict[str, Any]:
    """What `pyproject.toml` says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked_for() -> list[str]:
    """All that `pyproject.toml` asks for: to build, to run, to develop."""
    said = project()
    building, running = said["build-system"]["requires"], said["project"]["dependencies"]
    developing = said["project"]["optional-dependencies"].values()
    return [*building, EDITABLE, *running, *(each for extra in developing for each in extra)]


def lowest_python() -> str:
    """The oldest Python that is supported, as `3.11`."""
    supported: str = project()["project"]["requires-python"]
    return supported.removeprefix(">=")


def resolved(uv: Path, resolution: str) -> str:
    """One pinned release a line, with the Pythons and systems that it is for where it is not for all."""
    options = ("--universal", "--python-version", lowest_python(), "--resolution", resolution)
    plain = ("--quiet", "--no-config", "--no-header", "--no-annotate")
    command = [str(uv), "pip", "compile", *plain, *options, "-"]
    return subprocess.run(command, input="\n".join(asked_for()), capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Write both files, and say where uv cannot."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        for path, resolution in RESOLUTIONS.items():
            try:
                pins = resolved(programs / "uv", resolution)
            except subprocess.CalledProcessError as error:
                sys.exit(error.stderr)
            (ROOT / path).write_text(_HEADING.format(words=_WORDS[path]) + pins, encoding="utf-8")


if __name__ == "__main__":
    main()
