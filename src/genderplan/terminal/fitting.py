"""Fitting of text into the cells of a screen: how many it takes, cut and filled up, wrapped and folded.

wcwidth knows how many cells signs take and which of them belong together; it is imported where it is asked for.
"""

import re
from collections.abc import Collection, Iterable

_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*")
"""Signs of one cell each that join with no other: Latin letters, dashes and quotes, arrows, and what is drawn here."""


def _is_plain(text: str) -> bool:
    """Whether nothing needs to be looked up, nearly always: then it is no use to import what knows all signs."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def cells(text: str) -> int:
    """How many cells of a screen text takes: two for wide signs, none for what joins or combines with another."""
    if _is_plain(text):
        return len(text)
    from wcwidth import width

    return width(text)


def widest(texts: Collection[str]) -> int:
    """How many cells the widest of texts takes; none where there is no text."""
    return max(map(len if _is_plain("".join(texts)) else cells, texts), default=0)


def _signs(text: str) -> Iterable[str]:
    """What a reader takes for one sign each: a letter with its accents, a family of joined emoji."""
    if _is_plain(text):
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def fitted(text: str, width: int, ellipsis: str = "…") -> str:
    """Text in exactly so many cells: filled up with spaces, or cut with an ellipsis, no sign in the middle."""
    taken = cells(text)
    if taken > width:
        text = _beginning(text, width - len(ellipsis)) + ellipsis[:width]
        taken = cells(text)
    return text + " " * (width - taken)


def _beginning(text: str, width: int) -> str:
    """As many signs of a text as so many cells hold."""
    kept = []
    for sign in _signs(text):
        width -= cells(sign)
        if width < 0:
            break
        kept.append(sign)
    return "".join(kept)


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Text in lines of at most so many cells, at least one line; all but the first begin with `indent`.

    Lines end between words; a word that is longer than a line is broken after a mark within it (`victim/witness`,
    `co-ordinate`), or where there is none between two signs where a line is full. Takes time in proportion to the text.
    """
    if width < 1 or cells(text) <= width:
        return [text]
    lines = _Lines(width, indent)
    for gap, word in _WORD.findall(text):
        lines.add(gap, word)
    return lines.lines


def wrapped_to(text: str, width: int, most: int, ellipsis: str, indent: str = "") -> list[str]:
    """The same in at most so many lines, of which the last takes what is left, as far as it goes."""
    lines = wrapped(text, width, indent)
    if len(lines) <= most:
        return lines
    rest = text
    for line in lines[: most - 1]:
        rest = rest[rest.index(line.removeprefix(indent)) + len(line.removeprefix(indent)) :]
    return [*lines[: most - 1], fitted(indent * (most > 1) + rest.lstrip(), width, ellipsis)]


_WORD = re.compile("( *)([^ ]+)")
_PART = re.compile("[^-/#@ ]*[-/#@ ]|[^-/#@ ]+")
"""A part of an id, or of a word, with the mark after which a line may end."""


def folded(text: str, width: int) -> list[str]:
    """An id, or several, in lines of at most so many cells: put together again they are what they were.

    Lines end after a mark, or between two; a part that is longer than a line is broken where a line is full.
    """
    if width < 1 or cells(text) <= width:
        return [text]
    lines = _Lines(width, "")
    for part in _PART.findall(text):
        lines.add("", part)
    return lines.lines


class _Lines:
    """Lines that are filled with one word after the other."""

    def __init__(self, width: int, indent: str) -> None:
        self.lines = [""]
        self._width = width
        self._indent = indent
        self._room = width

    def add(self, gap: str, word: str) -> None:
        """A word, and the white space before it where it stands on a line with what went before."""
        if not self._fits(gap, word):
            for part in _PART.findall(word):
                if not self._fits(gap, part):
                    self._break(gap, part)
                gap = ""

    def _fits(self, gap: str, word: str) -> bool:
        """Put a word on this line or, if it has room there, on the next; whether it had room on one of them."""
        taken = cells(word)
        if len(gap) + taken <= self._room:
            self._put(gap + word, len(gap) + taken)
        elif taken <= self._width - len(self._indent):
            self._begin()
            self._put(word, taken)
        else:
            return False
        return True

    def _break(self, gap: str, word: str) -> None:
        if self._room > len(gap):
            self._put(gap, len(gap))
        else:
            self._begin()
        for sign in _signs(word):
            taken = cells(sign)
            if taken > self._room:
                self._begin()
            self._put(sign, taken)

    def _begin(self) -> None:
        self.lines.append(self._indent)
        self._room = self._width - len(self._indent)

    def _put(self, text: str, taken: int) -> None:
        self.lines[-1] += text
        self._room -= taken
