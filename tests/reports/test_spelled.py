"""Acronyms are spelled at their first use on a page, in the order in which it is read. F3-39"""

from time import perf_counter
from typing import Literal
from unicodedata import normalize

import pytest

from genderplan.formats import html, markdown
from genderplan.page.page import (
    Column,
    Command,
    Facts,
    Identifier,
    Nested,
    Next,
    Note,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
)
from genderplan.page.spelled import spelled
from genderplan.standing.rag import Status

MEANINGS = {"EODB": "Equality and Diversity Overview Board", "HR": "Human Resources", "OVERDUE": "nothing"}


def note(text: str, meanings: dict[str, str] | None = None) -> str:
    (block,) = spelled(Page("", (Note(text),)), meanings or MEANINGS).blocks
    assert isinstance(block, Note)
    return block.text


def test_a_page_without_a_glossary_is_the_same_page() -> None:
    page = Page("EODB", (Note("For the EODB."),))
    assert spelled(page, {}) is page


def test_only_the_first_use_is_spelled_and_only_in_running_text() -> None:
    page = Page(
        "Report to the EODB",
        (
            Facts((Identifier("EODB"), Organisations(("HR",)), Status.OVERDUE, 3)),
            Section(
                "EODB",
                (
                    Table(
                        "What the EODB gets",
                        (Column("EODB"), Column("What")),
                        ((Stack((Nested("For the EODB", 1), "EODB")), "HR, then the EODB"), (None, "HR")),
                    ),
                ),
            ),
            Note("HR and the EODB."),
            Next(Command("genderplan show EODB"), "the EODB"),
        ),
    )
    told = spelled(page, MEANINGS)
    first, second = "EODB (Equality and Diversity Overview Board)", "HR (Human Resources)"
    assert (told.title, told.blocks[0], told.blocks[2:]) == (page.title, page.blocks[0], page.blocks[2:])
    section = told.blocks[1]
    assert isinstance(section, Section)
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert table.rows == ((Stack((Nested(f"For the {first}", 1), "EODB")), f"{second}, then the EODB"), (None, "HR"))
    assert (table.caption, table.columns) == ("What the EODB gets", (Column("EODB"), Column("What")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The EODB, HR and the EODB",
            "The EODB (Equality and Diversity Overview Board), HR (Human Resources) and the EODB",
        ),
        ("Two EODBs met", "Two EODBs (Equality and Diversity Overview Board) met"),
        ("the EODB's view", "the EODB's (Equality and Diversity Overview Board) view"),
        ("the EODB’s, and HR's", "the EODB’s (Equality and Diversity Overview Board), and HR's (Human Resources)"),
        ("for HR' own, 'HR'", "for HR' (Human Resources) own, 'HR'"),
        ("HR'self", "HR (Human Resources)'self"),
        ("Human Resources (HR)", "Human Resources (HR)"),
        ("human  resources, HR", "human  resources, HR"),
        ("HR (Human Resources)", "HR (Human Resources)"),
        ("HR is what we call Human Resources", "HR (Human Resources) is what we call Human Resources"),
        ("eodb", "eodb"),
        ("Equality & Diversity Overview Board (EODB)", "Equality & Diversity Overview Board (EODB)"),
        ("The board of equality (EODB), and HR", "The board of equality (EODB), and HR (Human Resources)"),
        ("(the EODB)", "(the EODB (Equality and Diversity Overview Board))"),
    ],
)
def test_how_it_is_spelled(text: str, told: str) -> None:
    assert note(text) == told


def test_what_is_spelled_by_the_text_itself_is_not_spelled_further_down() -> None:
    page = spelled(Page("", (Note("Human Resources (HR)"), Note("HR"))), MEANINGS)
    assert page.blocks == (Note("Human Resources (HR)"), Note("HR"))


def test_a_phrase_is_spelled_too() -> None:
    """Once, also where it goes over a line, and what is part of it not by itself."""
    meanings = {"EIA Group": "Equality Impact Assessment Group", "EIA": "Equality Impact Assessment"}
    page = spelled(Page("P", (Note("The EIA\nGroup met."), Note("An EIA Group, an EIA."))), meanings)
    assert [note.text for note in page.blocks if isinstance(note, Note)] == [
        "The EIA\nGroup (Equality Impact Assessment Group) met.",
        "An EIA Group, an EIA (Equality Impact Assessment).",
    ]


def test_and_is_the_same_word_by_its_sign() -> None:
    meanings = {"DCFD": "Diversity & Citizen Focus Directorate"}
    text = "Diversity and Citizen Focus Directorate (DCFD)"
    assert note(text, meanings) == text


def test_a_meaning_of_several_lines_stays_on_one() -> None:
    assert note("HR", {"HR": "Human\n  Resources\n\x1b[31m"}) == "HR (Human Resources \\x1b[31m)"


def test_markup_in_a_meaning_is_text_in_every_format() -> None:
    page = spelled(Page("Report", (Note("For HR."),)), {"HR": "<b>Human</b> *Resources*"})
    assert "<b>" not in html.written(page)
    assert "&lt;b&gt;Human" in html.written(page)
    assert "*Resources*" not in markdown.written(page).replace("\\*", "")


def test_time_goes_with_the_length_of_a_page() -> None:
    words = [f"A{chr(65 + each % 26)}{each}" for each in range(20_000)]
    page = Page("", (Note(" ".join(words)),))
    start = perf_counter()
    spelled(page, dict.fromkeys(words, "Its meaning"))
    assert perf_counter() - start < 5


@pytest.mark.parametrize(("text", "known"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD")])
def test_letters_may_be_composed_or_not(text: Literal["NFC", "NFD"], known: Literal["NFC", "NFD"]) -> None:
    meanings = {normalize(known, "FÖR"): "Support"}
    assert note(normalize(text, "Die FÖR tagt"), meanings) == normalize("NFC", "Die FÖR (Support) tagt")
    assert note(normalize(text, "Über alles"), meanings) == normalize(text, "Über alles")
