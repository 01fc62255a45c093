"""Speller of acronyms: one run through a page, which says at its first use what each stands for."""

import re
from collections.abc import Mapping

from genderplan.folding import folded, with_composed_letters
from genderplan.page.page import Block, Facts, Nested, Note, Section, Stack, Table, Value
from genderplan.plan.glossary.acronyms import AcronymUse, acronyms_in, may_have_acronyms, words_of
from genderplan.plan.glossary.phrases import phrases_of
from genderplan.text import one_line


class Speller:
    """One run, in the order in which the page is read."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._left = {with_composed_letters(name): meaning for name, meaning in meanings.items()}
        self._words = words_of(self._left)
        self._phrases = phrases_of(self._left)

    def block(self, block: Block) -> Block:
        """A block whose texts are spelled; what is no running text stays as it is."""
        match block:
            case Section():
                return block._replace(blocks=tuple(self.block(each) for each in block.blocks))
            case Table():
                return block._replace(rows=tuple(tuple(self._value(each) for each in row) for row in block.rows))
            case Facts():
                return Facts(tuple(self._value(each) for each in block.values))
            case Note():
                return block._replace(text=self._text(block.text))
        return block

    def _value(self, value: Value) -> Value:
        if type(value) is str:  # a status or a RAG is text too, and no running text
            return self._text(value)
        match value:
            case Stack():
                return value._replace(values=tuple(self._value(each) for each in value.values))
            case Nested():
                return value._replace(text=self._text(value.text))
        return value

    def _text(self, text: str) -> str:
        """A text with what each acronym stands for behind its first use."""
        composed = with_composed_letters(text)
        if not self._left or not may_have_acronyms(composed, self._words):
            return text
        parts, told = [], 0
        for use in acronyms_in(composed, self._left, phrases=self._phrases):
            meaning = one_line(self._left.pop(use.acronym))
            if not _is_beside(meaning, composed, use):
                genitive = _GENITIVE.match(composed, use.end)
                end = genitive.end() if genitive else use.end
                parts += [composed[told:end], f" ({meaning})"]
                told = end
        return "".join((*parts, composed[told:])) if parts else text


def _is_beside(meaning: str, text: str, use: AcronymUse) -> bool:
    """Whether a text spells an acronym itself: it stands in brackets, or its meaning right before or behind it."""
    start, reach = use.end - len(use.acronym), len(meaning) + _BETWEEN
    in_brackets = text[max(start - 1, 0) : start] == "(" and text[use.end : use.end + 1] == ")"
    return in_brackets or _plain(meaning) in _plain(text[max(start - reach, 0) : use.end + reach])


def _plain(text: str) -> str:
    """Text in which `&` and `and` are the same."""
    return folded(text.replace("&", "and"))


_GENITIVE = re.compile(r"['\u2019]s?(?!\w)")
"""What stays with its acronym: `EODB's`, `MPS' `; a quotation mark that closes behind it too."""

_BETWEEN = 8
"""How many signs may stand between an acronym and its meaning: a space and a bracket, and what `and` has more."""
