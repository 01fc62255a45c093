"""What YAML allows and a plan does not: each refused form has its own code, at the place where it stands."""

import time

import pytest

from cases import for_each
from genderplan.source.documents import Document
from genderplan.source.limits import MAX_DEPTH
from genderplan.source.yaml.reader import read_document
from support import Span, spans, texts


def read(text: str | bytes) -> Document:
    return read_document(text.encode("utf-8") if isinstance(text, str) else text, "x.yaml")


REFUSED: dict[str, tuple[str | bytes, Span]] = {
    # not UTF-8
    "latin-1": (b"a: caf\xe9\n", ("GP002", 1, 7, 8)),
    "utf-16": ("a: b\n".encode("utf-16"), ("GP002", 1, 1, 2)),
    "cut short": (b"a: b\nc: \xc3", ("GP002", 2, 4, 5)),
    "overlong": (b"a: \xc0\x80\n", ("GP002", 1, 4, 5)),
    "surrogate": (b"a: \xed\xa0\x80\n", ("GP002", 1, 4, 5)),
    "utf-8 in comment": (b"a: b # \xff\n", ("GP002", 1, 8, 9)),
    "after other letters": ("é: é".encode() + b"\xff\n", ("GP002", 1, 5, 6)),
    # not YAML
    "unquoted colon": ("title: Board paper: pay\n", ("GP005", 1, 19, None)),
    "tab": ("a:\n\tb: c\n", ("GP005", 2, 1, None)),
    "tab in text": ("a: b\n\tc: d\n", ("GP005", 2, 1, None)),
    "single quote": ("a: b\nc: 'd\ne: f\n", ("GP005", 2, 4, None)),
    "double quote": ('a: b\nc: "d\n', ("GP005", 2, 4, None)),
    "square bracket": ("a: b\nc: [d, e\n", ("GP005", 2, 4, None)),
    "curly bracket": ("a: b\nc: {d: e\nf: g\n", ("GP005", 2, 4, None)),
    "at sign": ("a: @b\n", ("GP005", 1, 4, None)),
    "backquote": ("a: `b`\n", ("GP005", 1, 4, None)),
    "percent": ("a: %b\n", ("GP005", 1, 4, None)),
    "no colon": ("a: b\nhello\nc: d\n", ("GP005", 2, 1, None)),
    "item after key": ("a: - b\n", ("GP005", 1, 4, None)),
    "key in list": ("- a\nb: c\n", ("GP005", 2, 1, None)),
    "bad escape": ('a: "\\q"\n', ("GP005", 1, 5, None)),
    "surrogate escape": ('a: "\\ud800"\n', ("GP005", 1, 7, None)),
    "nothing between commas": ("a: [b, , c]\n", ("GP005", 1, 8, None)),
    "after the end": ("a: b\n...\nc: d\n", ("GP005", 3, 1, None)),
    "unknown directive": ("%FOO\n---\na: b\n", ("GP005", 1, 5, None)),
    # nothing in it
    "no bytes": (b"", ("GP006", 1, 1, None)),
    "white space": ("\n\n  \n", ("GP006", 1, 1, None)),
    "comments": ("# one\n# two\n", ("GP006", 1, 1, None)),
    "start of document": ("---\n", ("GP006", 1, 1, None)),
    "start and end": ("---\n...\n", ("GP006", 1, 1, None)),
    "null": ("null\n", ("GP006", 1, 1, None)),
    "tilde": ("--- ~\n", ("GP006", 1, 1, None)),
    # a second document
    "second": ("a: b\n---\nc: d\n", ("GP007", 2, 1, None)),
    "second, empty": ("a: b\n---\n", ("GP007", 2, 1, None)),
    "second after an end": ("a: b\n...\n---\nc: d\n", ("GP007", 3, 1, None)),
    # duplicate keys
    "twice": ("a: 1\nbb: 2\nbb: 3\n", ("GP008", 3, 1, 3)),
    "twice, quoted": ("a: 1\n'a': 2\n", ("GP008", 2, 1, 4)),
    "twice, null first": ("a:\na: 2\n", ("GP008", 2, 1, 2)),
    "twice, null second": ("a: 1\na: ~\n", ("GP008", 2, 1, 2)),
    "twice, both null": ("a:\na:\n", ("GP008", 2, 1, 2)),
    "twice, nested": ("a:\n  - b: 1\n    b: 2\n", ("GP008", 3, 5, 6)),
    "twice, flow": ("a: {b: 1, b: 2}\n", ("GP008", 1, 11, 12)),
    "twice, as complex key": ("a: 1\n? a\n: 2\n", ("GP008", 2, 3, 4)),
    "twice, empty key": ("'': 1\n\"\": 2\n", ("GP008", 2, 1, 3)),
    # anchors and aliases
    "anchor": ("a: &b c\n", ("GP009", 1, 4, 8)),
    "anchor on a list": ("a: &b [c]\n", ("GP009", 1, 4, None)),
    "anchor on a mapping": ("a: &b\n  c: d\n", ("GP009", 1, 4, None)),
    "anchor on a key": ("&b a: c\n", ("GP009", 1, 1, 5)),
    "anchor on nothing": ("a: &b\n", ("GP009", 1, 4, 6)),
    "anchor on everything": ("&b\na: c\n", ("GP009", 1, 1, None)),
    "alias": ("a: *b\n", ("GP009", 1, 4, None)),
    "alias in a list": ("a: [c, *b]\n", ("GP009", 1, 8, None)),
    "alias as a key": ("*b : c\n", ("GP009", 1, 1, None)),
    "alias alone": ("*b\n", ("GP009", 1, 1, None)),
    # merge keys
    "merge": ("a: 1\n<<: {b: 2}\n", ("GP010", 2, 1, 3)),
    "merge, nested": ("a: [{<<: {b: 2}}]\n", ("GP010", 1, 6, 8)),
    "merge of nothing": ("a: 1\n<<:\n", ("GP010", 2, 1, 3)),
    # tags
    "core tag": ("a: !!str 1\n", ("GP011", 1, 4, 11)),
    "local tag": ("a: !local b\n", ("GP011", 1, 4, 12)),
    "bare tag": ("a: ! b\n", ("GP011", 1, 4, 7)),
    "verbatim tag": ("a: !<tag:yaml.org,2002:str> b\n", ("GP011", 1, 4, 30)),
    "dangerous tag": ("a: !!python/object/apply:os.system [ls]\n", ("GP011", 1, 4, None)),
    "tag on a key": ("!!str a: b\n", ("GP011", 1, 1, 8)),
    "tag on a list item": ("- !!int 1\n", ("GP011", 1, 3, 10)),
    "tag on everything": ("!!map\na: b\n", ("GP011", 1, 1, None)),
    "declared tag": ("%TAG ! tag:x.org,2000:\n---\na: !b c\n", ("GP011", 3, 4, 8)),
    "tag with a control character": ("a: !b%1b c\n", ("GP011", 1, 4, 11)),
    "tag of a surrogate": ("a: b\nc: !d%ED%A0%80 e\n", ("GP011", 2, 6, 7)),
    "tag of bytes beyond Unicode": ("a: b\nc: !d%F7%80%80%80 e\n", ("GP011", 2, 6, 7)),
    # null items
    "null item": ("- a\n- null\n", ("GP013", 2, 3, 7)),
    "tilde item": ("- a\n- ~\n", ("GP013", 2, 3, 4)),
    "empty item": ("- a\n-\n- b\n", ("GP013", 2, 2, None)),
    "null item, flow": ("a: [b, null]\n", ("GP013", 1, 8, 12)),
    "tilde item, flow": ("a: [~, b]\n", ("GP013", 1, 5, 6)),
    # keys that are not text
    "null key": ("null: a\n", ("GP014", 1, 1, 5)),
    "tilde key": ("a: b\n~: c\n", ("GP014", 2, 1, 2)),
    "empty key": ("? \n: a\n", ("GP014", 1, 2, None)),
    "null key, flow": ("{~: a}\n", ("GP014", 1, 2, 3)),
    "list as key": ("? [a, b]\n: c\n", ("GP014", 1, 3, None)),
    "list as simple key": ("[a]: c\n", ("GP014", 1, 1, None)),
    "mapping as key": ("{a: b}: c\n", ("GP014", 1, 1, None)),
    "block mapping as key": ("? a: b\n: c\n", ("GP014", 1, 3, None)),
}


@for_each("name", REFUSED)
def test_refused(name: str) -> None:
    text, span = REFUSED[name]
    found = read(text).findings
    assert spans(found) == [span]
    assert found[0].file == "x.yaml"
    assert found[0].message.isprintable()


C0 = [code for code in range(0x20) if chr(code) not in "\t\n\r"]
CONTROLS = [*C0, 0x7F, *range(0x80, 0xA0)]


@for_each("code", CONTROLS)
def test_control_character_raw(code: int) -> None:
    raw = chr(code)
    for text, span in (
        (f"a: b\nc: é{raw}d\n", ("GP003", 2, 5, 6)),
        (f"é{raw}a: b\n", ("GP003", 1, 2, 3)),
        (f"a: 'b{raw}'\n", ("GP003", 1, 6, 7)),
        (f"a: b # {raw}\n", ("GP003", 1, 8, 9)),
        (raw, ("GP003", 1, 1, 2)),
    ):
        document = read(text)
        assert spans(document.findings) == [span]
        assert f"U+{code:04X}" in document.findings[0].message
        assert document.value is None


SHORT_ESCAPES = {"\\0": 0, "\\a": 7, "\\b": 8, "\\v": 11, "\\f": 12, "\\e": 27, "\\N": 0x85}


@for_each(
    ("escape", "code"),
    [
        *SHORT_ESCAPES.items(),
        *((f"\\x{code:02x}", code) for code in CONTROLS),
        ("\\u001b", 27),
        ("\\u009B", 155),
        ("\\U0000007f", 127),
    ],
)
def test_control_character_by_an_escape(escape: str, code: int) -> None:
    end = len(escape) + 2
    for text, span in (
        (f'a: "{escape}"\n', ("GP003", 1, 4, 4 + end)),
        (f'- "{escape}"\n', ("GP003", 1, 3, 3 + end)),
        (f'a: b\n"{escape}": c\n', ("GP003", 2, 1, 1 + end)),
        (f'a: ["{escape}"]\n', ("GP003", 1, 5, 5 + end)),
    ):
        document = read(text)
        assert spans(document.findings) == [span]
        assert f"U+{code:04X}" in document.findings[0].message
        assert chr(code) not in "".join(texts(document.value))


@pytest.mark.parametrize("escape", ["\\t", "\\n", "\\r", "\\_", "\\L", "\\P", "\\x41", "\\u00a0", "\\\\", "\\/"])
def test_other_escapes_are_let_pass(escape: str) -> None:
    assert read(f'a: "{escape}"\n"{escape}": b\n').findings == []


def test_a_refused_key_is_refused_once_and_told_of_nowhere_else() -> None:
    document = read('"\\e": a\n"\\e": b\n~: c\n~: d\n[x]: e\n<<: f\ng: h\n')
    assert spans(document.findings) == [
        ("GP003", 1, 1, 5),
        ("GP003", 2, 1, 5),
        ("GP014", 3, 1, 2),
        ("GP014", 4, 1, 2),
        ("GP014", 5, 1, None),
        ("GP010", 6, 1, 3),
    ]
    assert document.value == {"g": "h"}


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_what_libyaml_calls_no_character(character: str) -> None:
    assert spans(read(f"a: é😀\nb: é😀{character}\n").findings) == [("GP003", 2, 6, 7)]


def nested(depth: int, opening: str, closing: str) -> str:
    return opening * depth + "x" + closing * depth


@pytest.mark.parametrize(
    ("opening", "closing", "column"),
    [("[", "]", MAX_DEPTH + 1), ("{a: ", "}", 4 * MAX_DEPTH + 1), ("- ", "", 2 * MAX_DEPTH + 1)],
)
def test_nesting(opening: str, closing: str, column: int) -> None:
    assert read(nested(MAX_DEPTH, opening, closing)).findings == []
    document = read(nested(MAX_DEPTH + 1, opening, closing))
    assert spans(document.findings) == [("GP012", 1, column, None)]
    assert document.value is None


def test_nesting_by_indentation() -> None:
    lines = [f"{' ' * depth}a:" for depth in range(MAX_DEPTH)]
    assert read("\n".join([*lines[:-1], lines[-1] + " b"])).findings == []
    assert spans(read("\n".join([*lines, f"{' ' * MAX_DEPTH}a: b"])).findings) == [("GP012", 33, 33, None)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{? ", "[{a: "])
@pytest.mark.parametrize("closed", [False, True])
def test_very_deep_nesting_is_refused_at_once(opening: str, closed: bool) -> None:
    closing = opening.translate(str.maketrans("[{", "]}", "a: -?"))[::-1]
    started = time.process_time()
    text = nested(100_000, opening, closing if closed else "")
    document = read(text)
    assert [found.code for found in document.findings] == ["GP012"]
    document.places.position(("a", 0))
    assert time.process_time() - started < 2


def test_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    started = time.process_time()
    document = read("\n".join(lines))
    assert {found.code for found in document.findings} == {"GP009"}
    assert len(document.findings) == 30 + 29 * 9
    assert time.process_time() - started < 2


def test_everything_refused_in_a_file_is_reported() -> None:
    text = (
        'a: &x 1\na: 2\nb: *x\nc: [1, ~, !!int 2]\n<<: {d: 3}\n~: e\nf: "\\e"\n'
        "g:\n  - h: 1\n    h: 2\n  -\n---\nsecond\n"
    )
    document = read(text)
    assert spans(document.findings) == [
        ("GP009", 1, 4, 8),
        ("GP008", 2, 1, 2),
        ("GP009", 3, 4, None),
        ("GP013", 4, 8, 9),
        ("GP011", 4, 11, 18),
        ("GP010", 5, 1, 3),
        ("GP014", 6, 1, 2),
        ("GP003", 7, 4, 8),
        ("GP008", 10, 5, 6),
        ("GP013", 11, 4, None),
        ("GP007", 12, 1, None),
    ]


def test_what_was_refused_before_a_syntax_error_is_reported_too() -> None:
    assert spans(read("a: 1\na: 2\nb: c: d\n").findings) == [("GP008", 2, 1, 2), ("GP005", 3, 5, None)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: Board paper: pay\n", "in quotes"),
        ("a: @b\n", "in quotes"),
        ("a:\n\tb: c\n", "indent with spaces"),
        ("a: 'b\n", "close the quotes"),
        ("a: [b\n", "close the bracket"),
        ("a: b\nhello\n", "colon"),
        ("a: b\n---\nc: d\n", "one document"),
        (b"\xff", "UTF-8"),
        ("a: &b c\n", "write the value out"),
        ("<<: {a: b}\n", "write the keys out"),
    ],
)
def test_hint(text: str | bytes, hint: str) -> None:
    (found,) = read(text).findings
    assert hint in (found.hint or "")
