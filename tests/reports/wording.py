"""What a report says, however it is laid out and marked: to hold its page against its text on the terminal."""

import html
import re

from cli_runner import call


def words(text: str) -> set[str]:
    """The words of a text, without markup."""
    plain = html.unescape(re.sub(r"</?[a-z][^>]*>", " ", text.replace("\\", "")))
    return set(re.findall(r"\w+", plain.lower()))


def missing(*arguments: str, format_: str = "markdown") -> set[str]:
    """The words that a command says in its text, piped, and not in another format."""
    text, page = (call(*arguments, "--format", each, env={"COLUMNS": "100"}) for each in ("text", format_))
    assert (page.code, page.err) == (text.code, text.err)
    return words(text.out) - words(page.out)
