"""Texts made harmless: one table of what is spelled out, and for each format the form that means the same."""

import csv
import io
import json
import re
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from cases import for_each
from genderplan.text import as_cell, in_icalendar, in_json, in_xml, one_line, parted, printable, printable_lines

SPELLED = {
    "an escape sign": ("\x1b[31m", r"\x1b[31m"),
    "C1": ("\x9b31m\x85", r"\x9b31m\x85"),
    "DEL": ("\x7f", r"\x7f"),
    "a line break": ("a\nb\r\nc", r"a\nb\r\nc"),
    "a tab": ("a\tb", r"a\tb"),
    "overrides": ("\u202a\u202b\u202c\u202d\u202e", r"\u202a\u202b\u202c\u202d\u202e"),
    "isolates": ("\u2066\u2067\u2068\u2069", r"\u2066\u2067\u2068\u2069"),
    "marks of direction": ("\u200e\u200f\u061c", r"\u200e\u200f\u061c"),
    "no width": ("\u200b\ufeff\u2060\u00ad", r"\u200b\ufeff\u2060\xad"),
    "line separators": ("\u2028\u2029", r"\u2028\u2029"),
    "unseen letters": ("\U000e0041\U000e007f", r"\U000e0041\U000e007f"),
    "a flag that is none": ("\U0001f3f4\U000e0041\U000e007f", "🏴" + r"\U000e0041\U000e007f"),
    "bytes that are no text": ("a\udcff", r"a\udcff"),
}
KEPT = {
    "emoji": "👩🏽‍🚒 ❤️ 👨‍👩‍👧",
    "flags": "🇪🇺 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "Persian": "می‌خواهم",
    "Hindi": "क्‍ष",
    "Hebrew and Arabic": "שוויון المساواة",
    "spaces": "a\u00a0b\u202fc\u3000d",
    "combining": "Z̸͑a͐l̈go",
    "private use": "\ue000",
}
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

COMMANDS = [
    "::error::x",
    "  ::error::x",
    "\u3000::error::x",
    "\u200d::error::x",
    ":\ufe0f:error::x",
    "a\n::error::x",
    "a\r::error::x",
    "a\r\n\u034f ::error::x",
    "a ##[error]x",
    "###[error]x",
    "#\u200d#[error]x",
    "##\ufe0e[error]x",
]


@pytest.mark.parametrize(("text", "spelled"), SPELLED.values(), ids=SPELLED)
def test_what_steers_is_spelled_out(text: str, spelled: str) -> None:
    assert printable(text) == spelled
    assert printable(spelled) == spelled


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_people_write_stays(text: str) -> None:
    assert printable(text) == printable_lines(text) == text


@given(st.text())
def test_nothing_that_steers_is_left(text: str) -> None:
    for shown in (
        printable(text),
        one_line(text),
        printable_lines(text).replace("\r\n", "").translate({9: "", 10: ""}),
    ):
        assert not [sign for sign in shown if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}]
        assert not [sign for sign in shown if unicodedata.bidirectional(sign) in BIDI]
    assert one_line(text).splitlines() in ([], [one_line(text)])


def test_lines_stay_where_they_are_meant() -> None:
    assert printable_lines("a\tb\nc\r\nd\re\x1b\n") == "a\tb\nc\r\nd\\re\\x1b\n"


def test_a_title_is_one_line() -> None:
    assert one_line(" HR\n::error::x\t\u2028 y\u202e\x1b ") == r"HR ::error::x y\u202e\x1b"


def is_command(text: str) -> bool:
    """Whether the runner finds a command: it compares as if what is ignorable were not there."""
    seen = re.sub("[\u034f\u200d\ufe0e\ufe0f]", "", text)
    return "##[" in seen or any(line.lstrip().startswith("::") for line in re.split(r"\r\n?|\n", seen))


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_no_line_is_a_workflow_command(text: str) -> None:
    assert is_command(text)
    assert not is_command(parted(text))
    assert parted(parted(text)) == parted(text)


def test_how_a_command_is_parted() -> None:
    assert parted("::error::x ##[y] ###[z]") == r"\::error::x #\#[y] ##\#[z]"
    assert parted("a: b ::c ## d #[e] C::D\n") == "a: b ::c ## d #[e] C::D\n"


@given(st.text(st.sampled_from(":#[ \n\r\u200d\ufe0fa")))
def test_a_parted_text_is_no_command(text: str) -> None:
    assert not is_command(parted(text))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_means_the_same_and_steers_nothing(text: str) -> None:
    document = in_json(json.dumps({"a": text}, ensure_ascii=False))
    assert json.loads(document) == {"a": text}
    assert printable(document) == document


@pytest.mark.parametrize("text", ["##[error]x", "é\u202e ##[x]", "#\u200d#[x]", "\x7f\U000e0041 🏴󠁧󠁢󠁥󠁮󠁧󠁿"], ids=ascii)
def test_json_is_no_workflow_command(text: str) -> None:
    document = in_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(document) == text
    assert not is_command(document)


@pytest.mark.parametrize("text", COMMANDS[:2] + COMMANDS[8:10])
def test_xml_means_the_same_and_is_no_workflow_command(text: str) -> None:
    element = ET.Element("a")
    element.text = f"\n{text}"
    document = in_xml(ET.tostring(element, encoding="us-ascii").decode())
    assert ET.fromstring(document).text == element.text
    assert not is_command(document)


@for_each("text", [*COMMANDS, ":::error::x", "::::", "a:\u200d::x", "####[x"])
@for_each("length", [0, 61, 62, 63, 64])
def test_icalendar_means_the_same_and_is_no_workflow_command(text: str, length: int) -> None:
    """Wherever its lines are folded: a line that goes on begins with a space, which the runner trims."""
    said = "x" * length + text.replace("\n", "").replace("\r", "")
    event = Event()
    event.add("summary", said)
    document = in_icalendar(event.to_ical().decode())
    assert str(Event.from_ical(document)["summary"]) == said
    assert not is_command(document)


@for_each("sign", "=+-@＝＋－＠﹦﹢﹣﹫−")
@for_each("before", ["", " ", "\u00a0", '"', "\t", "\n"])
def test_a_cell_is_no_formula(sign: str, before: str) -> None:
    assert as_cell(f"{before}{sign}1") == f"'{before}{sign}1"


@pytest.mark.parametrize("text", ["a = b", "a; -5", "a\n=1", "'=1", "5-3", "¿=?"])
def test_a_cell_that_is_no_formula_stays(text: str) -> None:
    assert as_cell(text) == text


@pytest.mark.parametrize("text", ["a;=1+1", "a; -5", "a\t=1", "a\n=1+1", 'x;"=1+1;', "a;\u00a0＝1"], ids=ascii)
def test_for_excel_no_cell_within_a_cell_is_a_formula(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow(["id", as_cell(text, for_excel=True), "z"])
    for cell in re.split("[;\t\r\n]", out.getvalue()):
        assert cell.lstrip(' "\u00a0')[:1] not in tuple("=+-@＝")


@pytest.mark.parametrize(
    "text", ["\t", "\n", "; ", " ", '"', "#", "#\u200d", ":", ":\u200d", "\u200d", "\u202e"], ids=ascii
)
def test_time_is_linear(text: str) -> None:
    """A text of one sign over and over: what is quadratic would take minutes."""
    long = text * ((1 << 17) // len(text))
    for harmless in (printable, printable_lines, one_line, parted, in_json, in_xml, in_icalendar, as_cell):
        assert harmless(long) is not None
    assert as_cell(long, for_excel=True)
