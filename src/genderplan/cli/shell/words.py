"""Words of a line that a shell asks about: bash breaks some that are one."""

import os

before_time: list[str] = []
"""What stands before the @ of the word that is completed, where the shell takes what follows for a word of its own."""


def join_options() -> None:
    """Bash breaks `--lead=HR` into three words; typer knows two, the option and its value."""
    words, cursor = os.environ.get("COMP_WORDS", "").split("\n"), os.environ.get("COMP_CWORD", "")
    if cursor.isdecimal():
        place = int(cursor)
        signs = {at for at in range(1, len(words)) if words[at] == "=" and words[at - 1].startswith("--")} - {place}
        os.environ["COMP_WORDS"] = "\n".join(word for at, word in enumerate(words) if at not in signs)
        os.environ["COMP_CWORD"] = str(place - sum(at < place for at in signs))


def part_time() -> None:
    """Bash breaks `talks@2025-Q1` into three words, and completes the @ with the last: the first is kept beside."""
    words, cursor = os.environ.get("COMP_WORDS", "").split("\n"), os.environ.get("COMP_CWORD", "")
    place = int(cursor) if cursor.isdecimal() and int(cursor) < len(words) else 0
    at = place if words[place] == "@" else place - 1
    before_time.clear()
    if at > 1 and words[at] == "@":
        before_time.append(words[at - 1])
        typed = "@" + (words[place] if place > at else "")
        os.environ["COMP_WORDS"] = "\n".join((*words[: at - 1], typed, *words[place + 1 :]))
        os.environ["COMP_CWORD"] = str(at - 1)
