"""Texts as they are compared: what a reader takes for the same is the same."""

import re
from unicodedata import normalize

_PARTS = re.compile(r"[0-9]+|[^0-9]+")
_LETTERS = 1 << 30
"""Behind numbers of any length."""


def folded(text: str) -> str:
    """Text as names and words are compared: in any case, white space folded, letters composed or not.

    Canonical caseless matching of the Unicode Standard (section 3.13, D145), after white space is folded: macOS and
    many PDFs give an é as two characters, keyboards as one.
    """
    if text.isascii():
        return " ".join(text.split()).casefold()
    return normalize("NFC", normalize("NFD", " ".join(text.split())).casefold())


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same, letter by letter: white space and ways to compose letters make no difference."""
    return one == other or composed(one) == composed(other)


def composed(text: str) -> str:
    """Text with its white space folded and its letters composed, in the case in which it is."""
    return with_composed_letters(" ".join(text.split()))


def with_composed_letters(text: str) -> str:
    """Text with its letters composed, and its white space as it is."""
    return text if text.isascii() else normalize("NFC", text)


def in_numbers(text: str) -> tuple[tuple[int, str], ...]:
    """What sorts texts as their numbers are, part by part: 5.3 before 5.10. Numbers may be of any length."""
    return tuple([_part(each) for each in _PARTS.findall(folded(text))])


def _part(part: str) -> tuple[int, str]:
    digits = part.lstrip("0")
    return (len(digits), digits) if part[0] in "0123456789" else (_LETTERS, part)
