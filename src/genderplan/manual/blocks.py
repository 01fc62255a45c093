"""Blocks of a page's text, as they stand: in a check's docstring, and for codes of reading in a module of its own.

A block is a title, `GPnnn: what it is.`, paragraphs on what it means, one that begins `Example:` where the files of
the example do not tell all, and at the end one that begins `Mend:`. A docstring may have several blocks.
"""

import re
from typing import NamedTuple

_TITLE = re.compile(r"(GP\d{3}): (.+)\.")
_BLANK_LINE = re.compile(r"\n\s*\n")
_EXAMPLE, _MEND = "Example: ", "Mend: "


class PageText(NamedTuple):
    """The text of one page. `example` is the example in words, where there is one."""

    title: str
    meaning: tuple[str, ...]
    example: str | None
    mend: str


def blocks(text: str) -> dict[str, PageText]:
    """The blocks of a text by their codes. Raises ValueError where one has no title, no meaning or no end."""
    found: dict[str, PageText] = {}
    code, title, paragraphs = "", "", list[str]()
    for paragraph in (" ".join(each.split()) for each in _BLANK_LINE.split(text.strip())):
        heading = _TITLE.fullmatch(paragraph)
        if heading:
            if code:
                found[code] = _block(code, title, paragraphs)
            code, title, paragraphs = heading[1], heading[2], []
        else:
            paragraphs.append(paragraph)
    return found | {code: _block(code, title, paragraphs)}


def _block(code: str, title: str, paragraphs: list[str]) -> PageText:
    *before, mend = paragraphs or [""]
    example = before.pop() if before and before[-1].startswith(_EXAMPLE) else None
    if not (code and before and mend.startswith(_MEND)):
        raise ValueError(f"the text of {code or 'a code'} has not the form of a page")
    return PageText(title, tuple(before), example and example.removeprefix(_EXAMPLE), mend.removeprefix(_MEND))
