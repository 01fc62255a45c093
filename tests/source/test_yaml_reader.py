"""What a document says: every scalar is the text that stands in the file, and every value has its place."""

import pytest

from cases import for_each
from genderplan.findings import Position
from genderplan.source.documents import Document
from genderplan.source.limits import MAX_BYTES
from genderplan.source.places import Nowhere, Path
from genderplan.source.yaml.reader import read_document
from support import spans


def read(text: str | bytes) -> Document:
    return read_document(text.encode("utf-8") if isinstance(text, str) else text, "x.yaml")


def value_of(text: str | bytes) -> object:
    document = read(text)
    assert document.findings == []
    return document.value


@for_each(
    "text",
    [
        "NO",
        "no",
        "yes",
        "on",
        "Off",
        "true",
        "False",
        "010",
        "0x1f",
        "0o17",
        "1_000",
        "1e3",
        "1.0",
        "-1",
        "+1",
        "2003-10",
        "2003-10-01",
        "2003-10-01T10:00:00Z",
        "12:30",
        ".inf",
        ".nan",
        "=",
        "Null",
        "NULL",
        "nulls",
        "a b",
        "a:b",
        "x#y",
        "http://example.org/?a=b&c=d",
        "=1+1",
        "<b>",
        "é",
        "👩\u200d👩\u200d👧",
        "é",
    ],
)
def test_plain_scalar_is_its_text(text: str) -> None:
    assert value_of(f"a: {text}\n") == {"a": text}
    assert value_of(f"- {text}\n") == [text]
    assert value_of(f"a: [{text}]\n") == {"a": [text]}
    assert value_of(f"{text}: a\n") == {text: "a"}


@pytest.mark.parametrize("written", ["", "~", "null", " # only a comment"])
def test_absent_value_leaves_its_key_out(written: str) -> None:
    assert value_of(f"a: {written}\nb: c\n") == {"b": "c"}
    assert value_of(f"d:\n  a: {written}\n  b: c\n") == {"d": {"b": "c"}}


@pytest.mark.parametrize("flow", ["{a: , b: c}", "{a: ~, b: c}", "{a: null, b: c}", "{a, b: c}"])
def test_absent_value_in_a_flow_mapping(flow: str) -> None:
    assert value_of(flow) == {"b": "c"}


@pytest.mark.parametrize("quoted", ["'null'", '"null"', "'~'", '"~"'])
def test_quoted_null_is_text(quoted: str) -> None:
    assert value_of(f"a: {quoted}\n") == {"a": quoted[1:-1]}
    assert value_of(f"- {quoted}\n") == [quoted[1:-1]]
    assert value_of(f"{quoted}: a\n") == {quoted[1:-1]: "a"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: ''\n", {"a": ""}),
        ("a: 'it''s'\n", {"a": "it's"}),
        ('a: "tab\\tnew\\nline\\u00e9\\U0001F600"\n', {"a": "tab\tnew\nlineé😀"}),
        ("a: |\n  one\n  two\nb: c\n", {"a": "one\ntwo\n", "b": "c"}),
        ("a: |-\n  one\n\n  two\n", {"a": "one\n\ntwo"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: one\n  two\n", {"a": "one two"}),
        ("a: |\n  null\n", {"a": "null\n"}),
        ("? a\n: b\n", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("# c\n\n---\na: b # c\n", {"a": "b"}),
        ("%YAML 1.1\n---\na: b\n", {"a": "b"}),
        ("a: {}\nb: []\n", {"a": {}, "b": []}),
        ("a\n", "a"),
        ("'<<': b\n", {"<<": "b"}),
        ("a: <<\nb: [<<]\n", {"a": "<<", "b": ["<<"]}),
    ],
)
def test_document(text: str, value: object) -> None:
    assert value_of(text) == value


def test_crlf_line_ends_are_fine() -> None:
    assert value_of("a: b\r\nc:\r\n  - d\r\n") == {"a": "b", "c": ["d"]}
    document = read("a: b\r\nc:\r\n  - ~\r\n  - d\r\n")
    assert spans(document.findings) == [("GP013", 3, 5, 6)]
    assert document.places.position(("c", 0)) == Position(4, 5, 6)
    assert spans(read("a: b\r\nc: \x07\r\n").findings) == [("GP003", 2, 4, 5)]


def test_byte_order_mark_is_let_pass_and_shifts_nothing() -> None:
    document = read(b"\xef\xbb\xbfa: b\nc: d\n")
    assert document.findings == []
    assert document.value == {"a": "b", "c": "d"}
    assert isinstance(document.value, dict)
    assert document.start(document.value) == Position(1, 1)
    assert document.places.key_position(("a",)) == Position(1, 1, 2)
    assert document.places.position(("a",)) == Position(1, 4, 5)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (b"\xef\xbb\xbfa: ~x\n\xef\xbb\xbf: \x00", ("GP003", 2, 4, 5)),
        (b"\xef\xbb\xbfa: \x07", ("GP003", 1, 4, 5)),
        (b"\xef\xbb\xbfa: \xe9", ("GP002", 1, 4, 5)),
        (b"\xef\xbb\xbfa: &b c", ("GP009", 1, 4, 8)),
        (b"\xef\xbb\xbfa: b: c", ("GP005", 1, 5, None)),
        ("\ufeffé: \uffff".encode(), ("GP003", 1, 4, 5)),
        (b"\xef\xbb\xbf", ("GP006", 1, 1, None)),
    ],
)
def test_byte_order_mark_shifts_no_finding(text: bytes, span: tuple[str, int, int, int | None]) -> None:
    assert spans(read(text).findings) == [span]


@pytest.mark.parametrize("before", ["é", "日本", "😀😀", "e\u0301", "👩‍👩‍👧", "ß" * 50])
def test_columns_count_code_points(before: str) -> None:
    width = len(before)
    assert spans(read(f"[{before}, ~]\n").findings) == [("GP013", 1, width + 4, width + 5)]
    assert spans(read(f"{before}: \x07\n").findings) == [("GP003", 1, width + 3, width + 4)]
    assert spans(read(f"{before}: \uffff\n").findings) == [("GP003", 1, width + 3, width + 4)]
    assert spans(read(f"{before}: ".encode() + b"\xff").findings) == [("GP002", 1, width + 3, width + 4)]
    assert read(f"{before}: {before}").places.position((before,)) == Position(1, width + 3, 2 * width + 3)


LAID_OUT = """\
title: One
lead: [HR, Finance]
block: |
  one
  two
folded: one
  two
quoted: "a
  b"
short: "a"
empty: {}
none:
milestones:
  - id: a
    lead: HR
  -
  - {id: b, due: 2004-05}
deep:
  deeper: [[x, y], {z: [w]}]
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), Position(1, 1), Position(1, 1)),
        (("title",), Position(1, 8, 11), Position(1, 1, 6)),
        (("lead",), Position(2, 7), Position(2, 1, 5)),
        (("lead", 1), Position(2, 12, 19), Position(2, 12, 19)),
        (("block",), Position(3, 8), Position(3, 1, 6)),
        (("folded",), Position(6, 9), Position(6, 1, 7)),
        (("quoted",), Position(8, 9), Position(8, 1, 7)),
        (("short",), Position(10, 8, 11), Position(10, 1, 6)),
        (("empty",), Position(11, 8), Position(11, 1, 6)),
        (("none",), Position(12, 6), Position(12, 1, 5)),
        (("milestones",), Position(14, 3), Position(13, 1, 11)),
        (("milestones", 0), Position(14, 5), Position(14, 5)),
        (("milestones", 0, "id"), Position(14, 9, 10), Position(14, 5, 7)),
        # an empty item is refused, and not counted
        (("milestones", 1), Position(17, 5), Position(17, 5)),
        (("milestones", 1, "due"), Position(17, 18, 25), Position(17, 13, 16)),
        (("deep", "deeper", 0, 1), Position(19, 16, 17), Position(19, 16, 17)),
        (("deep", "deeper", 1, "z", 0), Position(19, 25, 26), Position(19, 25, 26)),
        # one item alone is a list of one
        (("milestones", 0, "lead", 0), Position(15, 11, 13), Position(15, 5, 9)),
        (("title", 0), Position(1, 8, 11), Position(1, 1, 6)),
        # what does not stand there: the nearest around it
        (("milestones", 0, "due"), Position(14, 5), Position(14, 5)),
        (("milestones", 7), Position(14, 3), Position(13, 1, 11)),
        (("nothing", "at", "all"), Position(1, 1), Position(1, 1)),
    ],
)
def test_places(path: Path, value: Position, key: Position) -> None:
    found = read(LAID_OUT).places
    assert found.position(path) == value
    assert found.key_position(path) == key


def test_mappings_know_where_they_start() -> None:
    document = read("# c\na:\n  - {b: c}\n  - b: c\n")
    assert document.start(document.value) == Position(2, 1)
    assert [document.start(item) for item in document.at("a")] == [Position(3, 5), Position(4, 5)]


@pytest.mark.parametrize("refused", ["a: &x {b: }", "? {b: }\n:", "a: 1\na: {b: }"])
def test_what_is_refused_leaves_nothing_behind(refused: str) -> None:
    """A mapping that is read over is gone, and the next may well lie where it lay."""
    document = read(f"{refused}\n" + "".join(f"c{number}: {{d: e}}\n" for number in range(50)))
    assert [document.left_empty(document.at(key)) for key in document.at() if key[0] == "c"] == [()] * 50


def test_of_a_key_given_twice_the_first_counts() -> None:
    document = read("a: b\na: {c: d}\n")
    assert document.value == {"a": "b"}
    assert document.places.position(("a",)) == Position(1, 4, 5)


def test_places_of_what_no_file_gives() -> None:
    assert Nowhere().position(("a",)) == Nowhere().key_position(("a",)) == Position(1, 1)


def test_one_mebibyte_is_read_and_one_byte_more_is_not() -> None:
    text = "a: " + "b" * (MAX_BYTES - 4) + "\n"
    assert len(text) == 1048576
    assert value_of(text) == {"a": text[3:-1]}
    assert spans(read(text + "\n").findings) == [("GP004", 1, 1, None)]
    assert read(text + "\n").value is None
