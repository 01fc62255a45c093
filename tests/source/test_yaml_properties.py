"""What holds of every file, whatever is in it."""

import re
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from genderplan.findings import CODES
from genderplan.source.documents import Document
from genderplan.source.yaml.reader import read_document
from support import texts

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LINE_END = re.compile("\r\n|[\r\n\x85]")  # what YAML calls a line's end; the separators U+2028 and U+2029 are text

TOKENS = ["a", "b", "é", "😀", "\u2028", "\ufeff", "\uffff", "\x07", "null", "~", "<<", "''", '"\\e"', '"\\N"', '"x"']
TOKENS += [": ", ":", "\n", "\n  ", "\n- ", "- ", "\r\n", "\r", " ", "\t", ", ", "? ", "[", "]", "{", "}", "#", " #"]
TOKENS += [
    "&x",
    "*x",
    "!",
    "!!str ",
    "!y%ED%A0%80 ",
    "!y%1b ",
    "%TAG ! z\n",
    "%YAML 1.1\n",
    "---",
    "\n---\n",
    "\n...\n",
]
TOKENS += ["|", ">", "|-\n  ", "'", '"', "\\", "@", "`", "%", "title: ", "milestones:\n  - id: ", "\n    "]


def check(data: bytes) -> Document:
    """Read what may be anything, and hold the outcome to what is promised of all."""
    document = read_document(data, "x.yaml")
    lines = LINE_END.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))
    for found in document.findings:
        assert found.code in CODES
        assert 1 <= found.line <= len(lines) + 1
        width = len(lines[found.line - 1]) if found.line <= len(lines) else 0
        assert 1 <= found.column <= width + 2  # a second byte order mark is no part of the text
        assert found.end_column is None or found.column < found.end_column <= width + 2
        assert not CONTROL.search(found.message)
        assert not CONTROL.search(found.hint or "")
    assert document.value is not None or document.findings
    assert not any(CONTROL.search(text) for text in texts(document.value))
    for path in ((), ("a",), ("a", 0), ("title", "x", 1)):
        assert document.places.position(path).line <= len(lines) + 1
        assert document.places.key_position(path).column >= 1
    return document


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfea\x00")
@example(b"a: !x%ff y")
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
@example("!y%ED%A0%80 a: b")
@example("\ufeff\ufeffa: [")
@example("a: b\u2028c: ~\n- ")
def test_anything_made_of_yaml_tokens(text: str) -> None:
    check(text.encode())


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_value_without_findings_is_what_stands_in_quotes(key: str, text: str) -> None:
    data = f"{yaml.dump(key, default_style=chr(34), width=10**6).strip()}: x\n".encode("utf-8", "replace")
    document = check(data)
    assert bool(document.findings) == bool(CONTROL.search(key))


CLEAN = st.text(st.characters(codec="utf-8").filter(lambda each: not CONTROL.match(each)), max_size=20)
VALUES = st.recursive(
    CLEAN,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(CLEAN, below, max_size=4),
    max_leaves=12,
)


class _Dumper(yaml.SafeDumper):
    """What it dumps twice it writes twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@given(VALUES, st.booleans(), st.booleans())
def test_what_yaml_dumps_is_read_back(value: object, flow: bool, unicode: bool) -> None:
    text = yaml.dump(value, Dumper=_Dumper, default_flow_style=flow, allow_unicode=unicode, sort_keys=False)
    document = check(text.encode())
    assert document.findings == []
    assert document.value == value


PLAIN = st.from_regex(r"[a-zé😀][a-z0-9é😀]{0,8}( [a-zé]{1,5})?", fullmatch=True).filter(lambda each: each != "null")
PLAIN_VALUES = st.recursive(
    PLAIN, lambda below: st.lists(below, max_size=4) | st.dictionaries(PLAIN, below, max_size=4), max_leaves=12
)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        return [(path, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, below in items for leaf in leaves(below, (*path, key))]


@given(PLAIN_VALUES, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_positions_point_at_their_values(value: object, flow: bool, line_end: str) -> None:
    text = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=flow, allow_unicode=True, width=10**6, line_break=line_end
    )
    document = check(text.encode())
    lines = text.split(line_end)
    for path, leaf in leaves(value):
        line, column, end = document.places.position(path)
        assert end is not None
        assert lines[line - 1][column - 1 : end - 1].strip("'\"") == leaf
        if path and isinstance(path[-1], str):
            line, column, end = document.places.key_position(path)
            assert end is not None
            assert lines[line - 1][column - 1 : end - 1].strip("'\"") == path[-1]
