"""Acronyms on pages, spelled at their first use: `EODB (Equality and Diversity Overview Board)`.

In running text, in every format alike: whoever reads on paper or by ear does not get a meaning that only shows when a
mouse rests on a word. Headings, captions and heads of columns stay short: what follows them is spelled.
"""

from collections.abc import Mapping

from genderplan.page.page import Page


def spelled(page: Page, meanings: Mapping[str, str]) -> Page:
    """A page on which the first use of each acronym says what it stands for; the page itself where none is known.

    Nothing is added where a text spells it itself: it stands in brackets, or its meaning beside it.
    """
    if not meanings:
        return page
    from genderplan.page.speller import Speller  # noqa: PLC0415 - not every tree has a glossary

    speller = Speller(meanings)
    return page._replace(blocks=tuple(speller.block(each) for each in page.blocks))
