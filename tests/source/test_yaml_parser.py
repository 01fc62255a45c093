"""Whichever parser there is, and whatever it says first: the same documents, codes and places."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cli_runner import run
from genderplan.source.documents import Document
from genderplan.source.limits import MAX_DEPTH
from genderplan.source.yaml import marks
from genderplan.source.yaml import parser as yaml_parser
from genderplan.source.yaml.editor import MappingKey, with_item, with_value, without_key
from genderplan.source.yaml.reader import read_document
from genderplan.source.yaml.writer import as_flow, as_yaml
from source.test_yaml_properties import TOKENS, VALUES
from source.test_yaml_refused import REFUSED, nested
from support import ENTRY, PLAN, spans, tree

PATHS = ((), ("a",), ("a", 0), ("b", "c"), ("title", "x", 1))
MORE = ["?", "?x", "a?b", ":?", '"\\ud800"', '"\\q"', '"\\x4"', "a\tb", " \t# d", "!<x> ", "!e!f ", "!!", "!%", "!%ff "]
MORE += ["%TAG !e! x\n---\n", "- - ", "\n    - ", "x: y\n", "|+\n", ">2\n   ", "|0\n", '"a\n  b"', '"\\\n"', "%FOO\n"]
MORE += ["[" * 20, "{a: " * (MAX_DEPTH + 1), "- " * MAX_DEPTH, "<<<<<<< a\n", "\n=======\n", "\ufdd0", "\u2029"]


@contextmanager
def parser(has_libyaml: bool) -> Iterator[None]:
    """Read, write and edit with libyaml, or without."""
    was, yaml_parser.HAS_LIBYAML = yaml_parser.HAS_LIBYAML, has_libyaml
    marks._marks.cache_clear()
    try:
        yield
    finally:
        yaml_parser.HAS_LIBYAML = was
        marks._marks.cache_clear()


def read(text: str | bytes) -> Document:
    return read_document(text.encode("utf-8") if isinstance(text, str) else text, "x.yaml")


def told(data: bytes) -> tuple[object, ...]:
    """All that is known of a file."""
    document = read(data)
    places = [(document.places.position(path), document.places.key_position(path)) for path in PATHS]
    return document.value, document.findings, len(document.empty), places


@given(st.lists(st.sampled_from(TOKENS + MORE), max_size=14).map("".join))
@example("{a: " * 40 + "!!")
@example("- " * 32 + "[@")
@example("a\tb: c\td\n\te")
@example("\ufeff\ufeffa: [")
@example("x: y\n{")
@example("a: |\n\tb")
def test_both_parsers_tell_the_same(text: str) -> None:
    found = []
    for has_libyaml in (True, False):
        with parser(has_libyaml):
            found.append(told(text.encode()))
    assert found[0] == found[1]


def test_what_is_refused_has_its_code_and_place_without_libyaml() -> None:
    with parser(has_libyaml=False):
        found = {name: spans(read(text).findings) for name, (text, _) in REFUSED.items()}
    assert found == {name: [span] for name, (_, span) in REFUSED.items()}


@settings(max_examples=25)
@given(st.dictionaries(st.text("ab#:é\u2028😀 ", max_size=6), VALUES, max_size=3))
@example({"a": ["b\u2028c", "null", "a\nb\n"], "b": {"c": "2003-10"}})
def test_what_either_writes_both_read_as_the_same(value: dict[str, Any]) -> None:
    for writes in (True, False):
        with parser(writes):
            block, flow = as_yaml(value), as_flow(value)
        for reads in (True, False):
            with parser(reads):
                assert read(block).value == value
                assert read(flow).value == value


LAID_OUT = 'title: "A" # c\nnote: |\n  one\n\nmilestones:\n- {id: a, title: B\u2028é, due: 2004-05} # d\n'


def test_edits_are_the_same_without_libyaml() -> None:
    edited = []
    for has_libyaml in (True, False):
        with parser(has_libyaml):
            data = with_value(LAID_OUT.encode(), MappingKey(("milestones", 0), "due"), "2004-06")
            data = with_item(data, MappingKey((), "updates", ("milestones",)), {"date": "2004-01-01", "text": "a # b"})
            edited.append(without_key(data, MappingKey((), "title")))
    assert edited[0] == edited[1]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", " [\n"])
@pytest.mark.parametrize("has_libyaml", [True, False])
def test_very_deep_nesting_is_refused_at_its_place(opening: str, has_libyaml: bool) -> None:
    started = time.process_time()
    with parser(has_libyaml):
        (found,) = read(nested(100_000, opening, "")).findings
    before = opening * (MAX_DEPTH // (1 + (opening == "[{a: ")))
    inner = len(opening) - len(opening.lstrip())
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + inner + 1
    assert (found.code, found.line, found.column) == ("GP012", line, column)
    assert time.process_time() - started < 2


class Shallow:
    """A parser that gives up by itself, before it has told of anything: as deep as releases of libyaml may."""

    def __init__(self, data: bytes, limit: int) -> None:
        self._following: Any = yaml.SafeLoader(data).get_event
        self._at = next((at for at in range(len(data)) if data[: at + 1].count(b"[") > limit), None)
        self._problem = yaml.MarkedYAMLError(
            problem="words of its own", problem_mark=yaml.Mark("", self._at or 0, 0, self._at or 0, None, 0)
        )

    def get_event(self) -> Any:
        if self._at is not None:
            raise self._problem
        return self._following()


@pytest.mark.parametrize("limit", [MAX_DEPTH + 1, 100, 1000])
def test_a_parser_with_a_limit_of_its_own_changes_nothing(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "_events", lambda data: Shallow(data, limit).get_event)
    assert spans(read("a: " + nested(2000, "[", "]")).findings) == [("GP012", 1, 4 + MAX_DEPTH - 1, None)]


def test_what_a_parser_says_in_words_of_its_own_is_told_in_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "_events", lambda data: Shallow(data, 0).get_event)
    (found,) = read("a: [").findings
    assert (found.code, found.line, found.column) == ("GP005", 1, 4)
    assert "words of its own" not in found.message


# U+2028 and U+2029 are text; what stands for them while the file is parsed is nothing that it holds

STAND_INS = "\ufdd0\ufdd1\ue000"


@pytest.mark.parametrize("has_libyaml", [True, False])
@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_nothing_is_taken_for_a_separator(separator: str, has_libyaml: bool) -> None:
    texts = [f"a{STAND_INS}b{separator}c", separator, "\ufdd0", "\u2028\u2029\ufdd1"]
    with parser(has_libyaml):
        document = read("- " + "\n- ".join(texts) + '\n- "\\ufdd0\\U0000FDD1\\u2028"\n')
        assert document.findings == []
        assert document.value == [*texts, "\ufdd0\ufdd1\u2028"]


def test_a_key_with_a_separator_is_found_and_is_one_key_however_it_is_written() -> None:
    document = read('x:\n  "a\u2028b": c\n  "a\\u2028b": d\n')
    assert spans(document.findings) == [("GP008", 3, 3, 13)]
    assert "a\u2028b" in document.findings[0].message
    assert document.value == {"x": {"a\u2028b": "c"}}
    assert document.places.position(("x", "a\u2028b")) == (2, 10, 11)


def test_a_file_that_holds_every_character_is_refused_where_it_has_a_separator_too() -> None:
    every = "".join(map(chr, [*range(0xFDD0, 0xFDF0), *range(0xE000, 0xF900), *range(0x10000, 0x110000)]))
    (found,) = read_document(f"a: '\u2028{every}'".encode(), "x.yaml", 8 << 20).findings
    assert found.code == "GP005"


HIDE = """\
import sys

class Hide:
    def find_spec(self, name, path=None, target=None):
        if name == "yaml._yaml":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Hide())
"""


def test_the_command_runs_without_libyaml(tmp_path: Path) -> None:
    milestone = "milestones:\n- {id: b, title: B, due: 2004}\n"
    tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": ENTRY + milestone})
    (tmp_path / "hide").mkdir()
    (tmp_path / "hide" / "sitecustomize.py").write_text(HIDE, encoding="utf-8")
    hidden = {"PYTHONPATH": str(tmp_path / "hide")}
    for line in (["move", "p/a#b", "--to", "2005", "--reason", "Later"], ["new", "action", "Another"], ["validate"]):
        done = run(*line, cwd=tmp_path, env=hidden)
        assert (done.code, done.err.count("internal error")) == (0, 0), done.err
    assert "due: 2005" in (tmp_path / "plans" / "p" / "actions" / "a.yaml").read_text(encoding="utf-8")
