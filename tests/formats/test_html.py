"""HTML of pages: a document that is valid, does nothing, and says each text as text."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_runner import call
from formats.everything import HOSTILE, everything, shown
from formats.parsed import Parsed
from genderplan.formats import html
from genderplan.page.page import (
    Column,
    Command,
    Drawing,
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
from genderplan.text import one_line, parted, printable_lines

STYLE = Path(html.__file__).with_name("page.css").read_text(encoding="utf-8")
DOCUMENT = html.written(everything())
PARSED = Parsed(DOCUMENT)
SLIPPAGE = ("slippage", "--plan", "women-2003", "--format", "html")


def parsed(*blocks: object) -> Parsed:
    """A page of these blocks alone."""
    return Parsed(html.written(Page("A page", blocks)))  # type: ignore[arg-type]


def test_the_head_tells_language_letters_and_title() -> None:
    assert PARSED.doctype == "DOCTYPE html"
    assert PARSED.named("html") == [{"lang": "en"}]
    assert PARSED.named("meta")[0] == {"charset": "utf-8"}
    assert PARSED.text_of("title")[0] == "Everything that a page can hold"
    assert PARSED.text_of("h1") == ["Everything that a page can hold"]
    assert Parsed(html.written(Page("Cynllun", (), language="cy"))).named("html") == [{"lang": "cy"}]


def test_nothing_but_its_own_style_may_run_or_be_fetched() -> None:
    [policy] = [each["content"] for each in PARSED.named("meta") if each.get("http-equiv")]
    seal = b64encode(sha256(PARSED.text_of("style")[0].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe", "object", "form", "a"} & {tag.name for tag in PARSED.tags}
    assert not [tag for tag in PARSED.tags if tag.attributes.keys() & {"style", "src", "href", "onclick"}]
    assert not re.search("url|@import|expression", STYLE)


def test_the_style_is_text_of_a_style_element() -> None:
    assert STYLE.isascii()
    assert "<" not in STYLE
    assert PARSED.text_of("style") == [STYLE]


def test_ids_are_there_once_and_what_is_named_is_there() -> None:
    ids = [tag.attributes["id"] for tag in PARSED.tags if "id" in tag.attributes]
    assert len(ids) == len(set(ids))
    assert {tag.attributes["aria-labelledby"] for tag in PARSED.tags if "aria-labelledby" in tag.attributes} <= set(ids)
    named = re.findall(r"url\(#(.+?)\)", DOCUMENT)
    assert named == ["drawing-3-cut", "drawing-4-cut"]
    assert set(named) <= set(ids)


def test_headings_go_down_one_by_one_and_never_lower_than_there_are() -> None:
    levels = [int(tag.name[1]) for tag in PARSED.tags if re.fullmatch("h[1-6]", tag.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels[-4:] == [6, 6, 6, 6]


def test_a_section_tells_how_many() -> None:
    assert parsed(Section("Moved", (), 1234), Section("Added", ())).text_of("h2") == ["Moved (1,234)", "Added"]


def test_each_table_has_a_caption_and_scopes_and_can_be_scrolled_by_keys() -> None:
    tables = len(PARSED.named("table"))
    assert tables == len(PARSED.named("caption"))
    scrolled = [each for each in PARSED.named("div") if str(each["class"]).startswith("wide")]
    assert len(scrolled) == tables + len(PARSED.named("svg"))
    assert all(each["role"] == "group" and each["tabindex"] == "0" and each["aria-labelledby"] for each in scrolled)
    assert {each["scope"] for each in PARSED.named("th")} == {"col", "row"}


def test_what_has_no_words_heads_nothing() -> None:
    table = parsed(Table("A", (Column("", is_name=True), Column("B", is_number=True)), ((None, None), ("a", 1))))
    assert table.named("th") == [{"scope": "col", "class": "number"}, {"scope": "row"}]
    assert table.text_of("td") == ["", "", "", "1"]


def test_cells_with_a_sentence_have_room_for_it() -> None:
    short, long = "a" * 24, "a" * 25
    columns = (Column("A", is_name=True), Column("B"), Column("C", is_number=True))
    table = parsed(Table("A", columns, ((long, short, long), (short, Stack((short, long)), 1))))
    assert [each.get("class") for each in table.named("th")] == [None, None, "number", "long", None]
    assert [each.get("class") for each in table.named("td")] == [None, "number", "long", "number"]


@pytest.mark.parametrize(
    ("texts", "numbers", "look"),
    [(6, 0, {}), (2, 8, {}), (7, 0, {"class": "broad"}), (2, 9, {"class": "broad"})],
)
def test_paper_is_turned_for_tables_of_many_columns(texts: int, numbers: int, look: dict[str, str]) -> None:
    columns = (*(Column("B"),) * texts, *(Column("C", is_number=True),) * numbers)
    table = Table("A", columns, ())
    assert parsed(table).named("main") == [look]
    assert parsed(Section("D", (Note("E"), Section("F", (table,))))).named("main") == [look]


def test_a_caption_is_seen_where_it_is_not_alone_under_its_heading() -> None:
    table = Table("Moved in a plan", (Column("A"),), ())
    alone = parsed(table, Section("Moved", (Note("One."), table)), Section("Both", (table, table)))
    assert [each.get("class") for each in alone.named("caption")] == ["unseen", "unseen", None, None]
    assert alone.text_of("caption") == ["Moved in a plan"] * 4


def test_a_few_words_stay_on_a_line_and_an_id_is_broken_at_its_hyphens() -> None:
    table = parsed(
        Table("A", (Column("B"),), (("not started",), (f"{'ab-' * 20}c",), ("x" * 25,), (Stack(("a b", "c" * 20)),)))
    )
    assert [each.get("class") for each in table.named("td")] == ["short", None, "long", None]


def test_a_page_of_sheets_says_so() -> None:
    assert Parsed(html.written(Page("A", (), is_on_sheets=True))).named("html") == [{"lang": "en", "class": "sheets"}]


@pytest.mark.parametrize(
    ("name", "element"),
    [
        ("nothing", ""),
        ("number", "12,345"),
        ("day", '<time datetime="2025-03-05">5 Mar 2025</time>'),
        ("quarter", '<span class="short">Q3 2025</span>'),
        ("late", '<span class="short late">+3 months</span>'),
        ("early", '<span class="short early">-3 months</span>'),
        ("kept", '<span class="short">+0 months</span>'),
        ("id", "<code>pay-gap#publish</code>"),
        ("moved", '<span class="short">Jun &#8594; Q3 2025</span>'),
        ("status overdue", '<span class="mark overdue">overdue</span>'),
        ("RAG amber", '<span class="mark amber">amber</span>'),
        ("severity note", '<span class="mark note">note</span>'),
        (
            "organisations",
            "Directorate of &lt;Human&gt; Resources &amp; Learning, Equal Opportunities and Diversity Board",
        ),
        (
            "stack",
            'Publish the report<div class="below"><code>pay-gap#publish</code></div><div class="below">approved by the Board, 5 Mar 2025</div>',
        ),
    ],
)
def test_a_value_is_in_the_element_that_says_what_it_is(name: str, element: str) -> None:
    row = f'<tr><th scope="row">{name}</th><td>{element}</td><td></td>'
    assert row in re.sub(r'(<t[dh](?: scope="row")?) class="(?:long|short)"', r"\1", DOCUMENT)


def test_facts_and_what_to_run_next_are_lists() -> None:
    steps = [Next(Command("genderplan status"), "where it stands"), Next(Command("genderplan check"), "what is late")]
    page = parsed(Facts((None, "a", Identifier("b"))), *steps, Note("c"), Facts((None,)), steps[0])
    assert [each["class"] for each in page.named("ul")] == ["facts", "next", "next"]
    assert len(page.named("li")) == 5
    assert page.text_of("code") == ["b", "genderplan status", "genderplan check", "genderplan status"]


def test_a_drawing_is_called_by_its_caption_and_is_no_document_of_its_own() -> None:
    for picture, name in zip(PARSED.named("svg"), ("drawing-3", "drawing-4"), strict=True):
        assert (picture["role"], picture["aria-labelledby"]) == ("img", name)
    assert DOCUMENT.count('<text x="16" y="40" fill="#000000">&lt;b&gt; id="x" &#233;</text>') == 2


def page_of(text: str) -> Page:
    """A page that says one text wherever text can be said."""
    cells = (text, Identifier(text), Command(text), Organisations(("known", text)), Stack((text, Identifier(text))))
    columns = tuple(Column(text, is_name=number == 0) for number in range(len(cells)))
    blocks = (
        Note(text),
        Note(text, is_aside=True),
        Facts(cells),
        Table(text, columns, (cells,)),
        Drawing(text, "<svg xmlns='http://www.w3.org/2000/svg'><title>TITLE</title></svg>"),
        Next(Command(text), text),
    )
    return Page(text, (*blocks, Section(text, blocks, 1)), {"known": text})


def _without_lengths(page: Parsed) -> list[tuple[object, ...]]:
    """What a page is made of, however long the texts of its cells are."""
    return [tuple(part for part in step if part not in {("class", "long"), ("class", "short")}) for step in page.steps]


PLAIN = Parsed(html.written(page_of("TEXT")))

texts = st.one_of(
    st.text(min_size=1),
    st.text(alphabet="<>&;#:[]!-/?='\"` \n\r\t\\x\x00\x1b\u202e\ufeff\uffff\ufe0f", min_size=1),
    st.lists(st.sampled_from((*HOSTILE, "&amp", "&#", "&#x0;", "&#128;", "<", "::", "##["))).map("".join),
).filter(one_line)


@given(texts)
def test_any_text_is_the_same_text_everywhere_and_adds_no_element(text: str) -> None:
    found = Parsed(html.written(page_of(text)))
    assert _without_lengths(found) == _without_lengths(PLAIN)
    assert found.texts == [each.replace("TEXT", shown(text)) for each in PLAIN.texts]


@given(texts)
def test_no_channel_has_anything_to_change_in_it(text: str) -> None:
    document = html.written(page_of(text))
    assert document.isascii()
    assert printable_lines(document) == document
    assert parted(document) == document


def test_a_workflow_gets_the_same_document() -> None:
    assert call(*SLIPPAGE, env={"GITHUB_ACTIONS": "true"}) == call(*SLIPPAGE)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
def test_every_encoding_gets_the_same_document(encoding: str) -> None:
    document = call(*SLIPPAGE).out
    assert call(*SLIPPAGE, encoding=encoding).out == document
    assert Parsed(document).text_of("h1") == ["Slippage"]


PALETTES = dict(
    zip(
        ("light", "dark"),
        (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in STYLE.split("@media")[:2]),
        strict=True,
    )
)


def contrast(one: str, other: str) -> float:
    """How much two colours differ, as WCAG 2 reckons it: 1 to 21."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *((ink, "paper") for ink in ("ink", "quiet", "late", "early", "focus")),
        ("ink", "head"),
        *((colour, f"on-{colour}") for colour in ("red", "amber", "green", "blue", "grey")),
    ],
)
def test_letters_stand_out(scheme: str, ink: str, paper: str) -> None:
    assert contrast(PALETTES[scheme][ink], PALETTES[scheme][paper]) >= 4.5


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("line", ["strong", "focus", "by-red", "by-amber", "by-green", "by-blue", "by-grey"])
def test_lines_that_mean_something_stand_out(scheme: str, line: str) -> None:
    assert contrast(PALETTES[scheme][line], PALETTES[scheme]["paper"]) >= 3


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_what_stands_within_others_is_set_in_and_has_no_dashes() -> None:
    column = Column("Section", is_name=True)
    rows = tuple((Stack((Nested("Air quality", depth), "a note")),) for depth in (0, 2, 9))
    page = html.written(Page("Coverage", (Table("Sections", (column,), rows),)))
    cells = re.findall(r'<th scope="row"([^>]*)>Air quality', page)
    assert cells == [' class="short"', ' class="short depth-2"', ' class="short depth-4"']
    assert "- Air" not in page
