"""GitHub workflows: what one tells its steps by the environment, and the summary that a step may leave."""

import os
from pathlib import Path

SUMMARY_BYTES = 1 << 20
"""What GitHub takes as a step's summary; with more than that it shows none."""


def folder_in_repository() -> str:
    """The current folder from the root of the repository that a workflow has checked out; "" where there is none."""
    from genderplan.source.files import repository_above, resolved
    from genderplan.text import printable

    workspace = os.environ.get("GITHUB_WORKSPACE")
    here = resolved(Path.cwd())
    root = resolved(Path(workspace)) if workspace else repository_above(here) or here
    if not here.is_relative_to(root):
        return ""
    inside = here.relative_to(root).as_posix()
    return "" if inside == "." else printable(inside)


def summary_file() -> Path | None:
    """The file to which a step's summary is added."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(name) if name else None


def add_summary(file: Path, whole: str, short: str) -> None:
    """Add the whole summary to what other commands of the step have written, or the short one where that is full.

    A file that cannot be written is told, and changes nothing else.
    """
    from genderplan.cli.output import say

    try:
        with file.open("ab") as stream:
            room = SUMMARY_BYTES - stream.tell()
            fitting = [text for text in (whole, short) if len(text.encode()) <= room]
            if fitting:
                stream.write(fitting[0].encode())
    except OSError as error:
        say(f"the summary of the step cannot be written: {error.strerror or error}")
