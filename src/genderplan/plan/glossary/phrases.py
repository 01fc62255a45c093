"""Phrases of a glossary: what it has of several words or with marks (`Impact Assessment Group`, `Co-Op`, `U.K.`).

Each is found where it stands whole, over the end of a line too, by one and by several, the longest where several begin
in one place. Time goes with the length of a text and the number of words of the longest.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_ONE_WORD = re.compile(r"[^\s/\-\u2010-\u2015'\u2019().,;:!?\"*_\\\[\]{}<>]+")
"""What is no phrase: one word, with no sign at which texts are taken to pieces."""

_SAME = str.maketrans("\u2019\u2010\u2011", "'--")
_JOINS = frozenset("./&")
"""Signs that make one of what stands on both sides of them: `3.1` is no part of `3.1.2`."""

_MOST = 40
"""A phrase of more words and signs than this is not looked for."""


class PhraseUse(NamedTuple):
    """A phrase in a text, and from where to where it stands there."""

    phrase: str
    start: int
    end: int


class _Token(NamedTuple):
    """A word, a sign, or any white space, of a text."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum() or self.text[0] == "_"


@dataclass
class Phrases:
    """Phrases by the words and signs of which they are, one after the other; `name` is the one that ends here."""

    name: str | None = None
    following: "dict[str, Phrases]" = field(default_factory=dict)

    def uses_in(self, text: str) -> Iterator[PhraseUse]:
        """Where a text has one of them; none overlaps another."""
        tokens = list(_tokens_of(text)) if self.following else []
        at = 0
        while at < len(tokens):
            name, last = self._longest(tokens, at)
            if name is not None:
                yield PhraseUse(name, tokens[at].start, tokens[last].end)
                at = last
            at += 1

    def _longest(self, tokens: Sequence[_Token], first: int) -> tuple[str | None, int]:
        """The longest phrase that begins at a token, and its last one."""
        node, name, end = self, None, first
        for at in range(first, len(tokens)):
            following = node.following.get(tokens[at].text)
            if following is None:
                break
            node = following
            if node.name is not None and _is_whole(tokens, first, at):
                name, end = node.name, at
        return name, end

    def add(self, tokens: Sequence[str], name: str) -> None:
        """Take in a phrase, unless another is written so."""
        node = self
        for token in tokens:
            node = node.following.setdefault(token, Phrases())
        node.name = node.name or name


NO_PHRASES = Phrases()


def phrases_of(names: Iterable[str]) -> Phrases:
    """Those of some names that are phrases; one written as another is several of goes before that."""
    tokens = {name: [each.text for each in _tokens_of(name.strip())] for name in names if not _ONE_WORD.fullmatch(name)}
    known = {name: each for name, each in tokens.items() if 0 < len(each) <= _MOST}
    phrases = Phrases()
    for name, each in known.items():
        phrases.add(each, name)
    for name, each in known.items():
        one = each[-1].removesuffix("s")
        if one.isalnum():
            for last in (one, f"{one}s"):
                phrases.add((*each[:-1], last), name)
    return phrases


def _tokens_of(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        yield _Token(" " if found[0].isspace() else found[0].translate(_SAME), found.start(), found.end())


def _is_whole(tokens: Sequence[_Token], first: int, last: int) -> bool:
    """Whether what stands before and behind some tokens leaves them a word, or words, of their own."""
    joins = _JOINS.intersection(each.text for each in tokens[first : last + 1])
    before, behind = tokens[max(first - 2, 0) : first], tokens[last + 1 : last + 3]
    return not (_goes_on(tokens[first], before[::-1], joins) or _goes_on(tokens[last], behind, joins))


def _goes_on(edge: _Token, beside: Sequence[_Token], joins: Iterable[str]) -> bool:
    """Whether a word at an edge goes on there: right behind a sign, or behind a sign that joins."""
    if not beside:
        return False
    if beside[0].is_word:
        return not edge.is_word
    return len(beside) > 1 and beside[0].text in joins and beside[1].is_word
