"""Texts as they are compared: what a reader takes for the same is the same."""

from unicodedata import normalize


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
    return normalize("NFC", " ".join(text.split()))
