"""Acronyms in texts: those that a glossary has, and words that look like one.

What looks like one has two capitals or more, no more small letters than these (`EqIA`, `TfL`), and beside them only
digits and `&` within (`DCC4`, `S&G`); an `s` at its end makes it several. Numbers in Roman letters are none, nor is
anything in an address or in a heading: three words in capitals or more that follow each other, or a text of two or more
of which all are (`DATA ANALYSIS`), unless commas make it a list. What a glossary has may look as it likes (`Met`,
`(B)OCU`), and is found by one and by several, whichever the glossary has; of several words, or with marks within, it is
a phrase. Time goes with the length of a text, whatever is in it.
"""

import re
from collections import deque
from collections.abc import Container, Iterable, Iterator, Set
from itertools import groupby
from typing import NamedTuple

from genderplan.plan.glossary.phrases import NO_PHRASES, Phrases, PhraseUse

_RUN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^/\-\u2010-\u2015'\u2019().,;:]+")
_MARKS = ".,;:!?\"'*_/\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201c\u201d\u00ab\u00bb\u2026"
_BRACKETS = "()[]{}<>"
_ROMAN = frozenset("IVX")
_HEADING = 3
"""So many words in capitals, one after the other, are no acronyms."""


class AcronymUse(NamedTuple):
    """An acronym in a text, and where what stands for it there ends."""

    acronym: str
    end: int


def acronyms_in(
    text: str, known: Container[str], *, others: bool = False, phrases: Phrases = NO_PHRASES
) -> Iterator[AcronymUse]:
    """Each use of an acronym that is known, and with `others` of each word that looks like one.

    So is each of `phrases` that is known; what is part of one is none by itself. Uses stand in the order of their ends,
    and what is known is asked before each.
    """
    waiting = deque(phrases.uses_in(_without_addresses(text)) if phrases.following else ())
    for use in _words_in(text, known, others=others):
        while waiting and waiting[0].end < use.end:
            yield from _known_use(waiting.popleft(), known)
        if not (waiting and waiting[0].start < use.end) and (others or use.acronym in known):
            yield use
    for each in waiting:
        yield from _known_use(each, known)


def _known_use(found: PhraseUse, known: Container[str]) -> Iterator[AcronymUse]:
    if found.phrase in known:
        yield AcronymUse(found.phrase, found.end)


def _words_in(text: str, known: Container[str], *, others: bool) -> Iterator[AcronymUse]:
    """The same of single words, and of what stands by itself between spaces."""
    is_heading = text.isupper() and len(text.split()) > 1 and "," not in text
    for is_loud, group in groupby(_RUN.finditer(text), _is_loud):
        runs = list(group)
        judges = others and not is_heading and not (is_loud and len(runs) >= _HEADING)
        for run in runs:
            if not _is_address(run[0]):
                yield from _in_run(run[0], run.start(), known, others=judges)


def words_of(acronyms: Iterable[str]) -> frozenset[str]:
    """Words of which a text has one wherever it has one of these acronyms; "" where one is made of none."""
    found: set[str] = set()
    for name in acronyms:
        word = next(iter(_WORD.findall(name)), "")
        one = word.removesuffix("s")
        found |= {word, one, f"{one}s", f"{word}s"}
    return frozenset(found)


def may_have_acronyms(text: str, words: Set[str], *, others: bool = False) -> bool:
    """Whether a text has one of these words, or with `others` one with a capital within: most have neither."""
    found = _WORD.findall(text)
    return not words.isdisjoint(found) or "" in words or (others and any(_has_inner_capital(word) for word in found))


def _has_inner_capital(word: str) -> bool:
    return len(word) > 1 and word[1:] != word[1:].lower()


def _is_address(run: str) -> bool:
    return "://" in run or "@" in run


def _without_addresses(text: str) -> str:
    """A text as long, with blank signs for what no acronym is looked for in."""
    if not _is_address(text):
        return text
    return _RUN.sub(lambda run: "\0" * len(run[0]) if _is_address(run[0]) else run[0], text)


def _is_loud(run: re.Match[str]) -> bool:
    """Whether what stands between spaces is letters alone, and capitals all."""
    return run[0].isalpha() and run[0].isupper()


def _in_run(run: str, start: int, known: Container[str], *, others: bool) -> Iterator[AcronymUse]:
    """What stands between spaces is one acronym, with brackets of its own or without, or has some between its marks."""
    word = run.strip(_MARKS)
    if word.isalnum():  # nearly every one is: without brackets, and in one piece
        name = _acronym(word, known, others=others)
        if name is not None:
            yield AcronymUse(name, start + run.find(word) + len(word))
        return
    for edges, judges in ((_MARKS, False), (_MARKS + _BRACKETS, others)):
        word = run.strip(edges)
        at = start + run.find(word)
        whole = _acronym(word, known, others=judges)
        if whole is not None:
            yield AcronymUse(whole, at + len(word))
            return
    for piece in _PIECE.finditer(word):
        name = _acronym(piece[0], known, others=others)
        if name is not None:
            yield AcronymUse(name, at + piece.end())


def _acronym(word: str, known: Container[str], *, others: bool) -> str | None:
    """What a word is, or is one or several of."""
    one = word.removesuffix("s")
    for name in (word, one, f"{one}s"):
        if name in known:
            return name
    return one if others and looks_like_an_acronym(one) else None


def looks_like_an_acronym(word: str) -> bool:
    """Whether a word has two capitals or more, as many as small letters, and beside these only digits and `&`."""
    if not _has_inner_capital(word):
        return False
    letters = [sign for sign in word if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return (
        capitals > 1
        and capitals >= sum(sign.islower() for sign in letters)
        and all(sign.isupper() or sign.islower() for sign in letters)
        and all(sign.isalnum() or sign == "&" for sign in word)
        and word[0].isalpha()
        and word[-1] != "&"
        and not _ROMAN.issuperset(word)
    )
