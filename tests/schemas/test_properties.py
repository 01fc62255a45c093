"""Whatever genderplan reads, however oddly it is written, no schema refuses."""

import json
import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cases import for_each
from genderplan.kinds.shared.fields import ID_PATTERN, ORGANISATION_PATTERN
from genderplan.kinds.shared.reading import read_model
from genderplan.loading.kinds import file_kind
from genderplan.source.kinds import Kind
from genderplan.source.yaml.reader import read_document
from schemas.editor import is_refused, read_as_an_editor

_ODD = [
    "null",
    "Null",
    "NULL",
    "~",
    "true",
    "True",
    "TRUE",
    "false",
    "yes",
    "NO",
    "on",
    "0",
    "00",
    "010",
    "0x1F",
    "0o17",
    "1e3",
    "1E-5",
    "1e-5",
    "-1",
    "+1",
    ".5",
    "1.",
    "1.0",
    ".inf",
    "-.INF",
    ".nan",
    "1899",
    "1900",
    "2003",
    "2199",
    "2200",
    "2003-10",
    "2003-10-01",
    "2003-02-30",
    "2003-13",
    "12:30",
    "1_000",
    "=",
    "<<",
    "...",
    "1900.0",
    "1e400",
    "999999999",
    "1000000000",
]
_DATES = st.from_regex(
    r"(FY)?(19|20|21|22)[0-9]{2}(-([0-9]{1,2}|Q[0-5]|spring|winter|[01][0-9]-[0-3][0-9]))?", fullmatch=True
)
_LENGTHS = st.from_regex(r"[0-9]{1,7} (day|week|month|year)s?|P[0-9]{1,7}[DWMYH]", fullmatch=True)
_IDS = st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}|[0-9][0-9ex.]{0,4}", fullmatch=True)
_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12)
TEXTS = st.one_of(st.sampled_from(_ODD), _DATES, _LENGTHS, _IDS, st.integers(0, 1 << 40).map(str), _WORDS)

STYLES: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "single": lambda text: "'" + text.replace("'", "''") + "'",
    "double": lambda text: json.dumps(text, ensure_ascii=False),
    "block": lambda text: "|-\n        " + text,
}


class Field(NamedTuple):
    """A place for one scalar in a kind of file, and one that is right there."""

    kind: str
    good: str
    before: str
    after: str = "\n"
    is_required: bool = False


FIELDS = {
    "text": Field("action", "Paper", "title: A\noutput: "),
    "required text": Field("action", "Paper", "title: ", is_required=True),
    "one of a list": Field("action", "pay", "title: A\ntags:\n- ", is_required=True),
    "one or many": Field("project", "HR", "title: A\nlead: "),
    "one of many": Field("project", "HR", "title: A\npartners:\n- ", is_required=True),
    "date": Field("action", "2003", "title: A\ndue: "),
    "number": Field("action", "10", "title: A\norder: "),
    "id": Field("action", "12", "title: A\nmilestones:\n- title: M\n  id: ", is_required=True),
    "day": Field("plan", "2003-10-01", "genderplan: 1\ntitle: A\nstatus_date: "),
    "length": Field("plan", "1 month", "genderplan: 1\ntitle: A\ntolerance: "),
    "choice": Field("plan", "draft", "genderplan: 1\ntitle: A\nstate: "),
    "version": Field("plan", "1", "title: A\ngenderplan: ", is_required=True),
    "code": Field("plan", "GP401", "genderplan: 1\ntitle: A\naccept:\n- where: a\n  code: ", is_required=True),
    "truth": Field("organisations", "true", "HR:\n  holders:\n  - name: A\n    acting: "),
}
KEYS = {
    "organisation": Field("organisations", "4", "", ": {name: A}\n"),
    "entry": Field("baseline", "4", "genderplan: 1\nentries:\n  ", ": {kind: action, title: A}\n"),
}
EVERYWHERE = [(name, style) for name in FIELDS for style in STYLES]
EVERYWHERE += [(name, style) for name in KEYS for style in ("plain", "single", "double")]


def is_read(field: Field, text: str) -> bool:
    """Whether genderplan takes a file."""
    document = read_document(text.encode("utf-8"), "a.yaml")
    if document.findings or document.value is None:
        return False
    return not read_model(file_kind(Kind[field.kind.upper()]).model, document, "a.yaml")[1]


def is_told_falsely(name: str, style: str, text: str) -> bool:
    """Whether genderplan reads a file that an editor refuses."""
    field = (FIELDS | KEYS)[name]
    file = f"{field.before}{STYLES[style](text)}{field.after}"
    return is_read(field, file) and not is_known(name, style, text) and is_refused(field.kind, read_as_an_editor(file))


def is_known(name: str, style: str, text: str) -> bool:
    """Whether an editor is known to read a text as something else that no schema could take: see below."""
    if style != "plain":
        return False
    if name in KEYS:
        return is_written_otherwise(name, text)
    return FIELDS[name].is_required and text.strip() in _NULLS_OF_EDITORS


@for_each(("name", "style"), EVERYWHERE)
def test_a_value_that_is_right_is_read_and_not_refused(name: str, style: str) -> None:
    field = (FIELDS | KEYS)[name]
    file = f"{field.before}{STYLES[style](field.good)}{field.after}"
    assert is_read(field, file)
    assert not is_refused(field.kind, read_as_an_editor(file))


@for_each(("name", "style"), EVERYWHERE)
def test_no_schema_refuses_the_oddest_that_genderplan_reads(name: str, style: str) -> None:
    assert [text for text in _ODD if is_told_falsely(name, style, text)] == []


@pytest.mark.parametrize("name", FIELDS | KEYS)
@given(style=st.sampled_from(["plain", "single", "double"]), text=TEXTS)
def test_no_schema_refuses_what_genderplan_reads(name: str, style: str, text: str) -> None:
    assert not is_told_falsely(name, style, text)


_NULLS_OF_EDITORS = ("Null", "NULL")
"""YAML 1.2 takes these words for null; to genderplan they are text, as every word but `null` is."""


def is_written_otherwise(name: str, key: str) -> bool:
    """Whether a key is a number to an editor, which names it by another text that is no id: 1e-5 is 0.00001."""
    [shown] = read_as_an_editor(f"{key}: x")
    return not re.search({"entry": ID_PATTERN, "organisation": ORGANISATION_PATTERN}[name], shown)


@pytest.mark.parametrize("word", ["Null", "NULL"])
def test_a_false_alarm_of_null(word: str) -> None:
    """A title of this word alone has to be put in quotes for an editor."""
    field = FIELDS["required text"]
    assert is_read(field, f"title: {word}\n")
    assert is_refused(field.kind, read_as_an_editor(f"title: {word}\n"))
    assert not is_refused(field.kind, read_as_an_editor(f"title: '{word}'\n"))


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("key", ["1e-5", "1" + 21 * "0"])
def test_a_false_alarm_of_numbers_as_ids(name: str, key: str) -> None:
    """Such an id has to be put in quotes for an editor."""
    field = KEYS[name]
    assert is_read(field, f"{field.before}{key}{field.after}")
    assert is_refused(field.kind, read_as_an_editor(f"{field.before}{key}{field.after}"))
    assert not is_refused(field.kind, read_as_an_editor(f"{field.before}'{key}'{field.after}"))


@given(_DATES)
def test_a_schema_refuses_what_has_no_date_s_form(text: str) -> None:
    """Of what looks like a date it lets pass only what is one but for the calendar: 30 February, FY2003-09."""
    field = FIELDS["date"]
    file = f"{field.before}'{text}'\n"
    if is_refused(field.kind, read_as_an_editor(file)):
        assert not is_read(field, file)
    elif not is_read(field, file):
        assert text.startswith("FY") or text.count("-") == 2


def test_an_editor_reads_yaml_1_2() -> None:
    read = read_as_an_editor("a: 2003-10-01\nb: NO\nc: 010\nd: Null\n4: 12:30\ntrue: x\n")
    assert read == {"a": "2003-10-01", "b": "NO", "c": 10, "d": None, "4": "12:30", "true": "x"}


def test_what_is_no_yaml_is_none_to_an_editor_either() -> None:
    with pytest.raises(yaml.YAMLError):
        read_as_an_editor("title: a: b\n")
