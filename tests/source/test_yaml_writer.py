"""What is written is read back as the same text, here and by programs that read YAML 1.2."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from yamlcore import CoreLoader

from cases import for_each
from genderplan.source.yaml.reader import read_document
from genderplan.source.yaml.writer import TEXTS, Writable, as_flow, as_lines, as_yaml, in_line

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n", exclude_characters="\ufeff\ufffe\uffff")
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXT,
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(TEXT.filter(lambda key: len(key) < 100), below, max_size=3)
    ),
    max_leaves=8,
)
ODD = ["NO", "yes", "true", "null", "~", "", " a ", "- a", "a: b", "a #b", "%", "@x", "`", "&a", "*a", "!a", "<<", "="]
NUMBERS = ["1", "010", "0x1F", "1e3", "1.5", "12:30", "1_000", ".inf", "+1", "٣"]


def read(text: str) -> object:
    document = read_document(text.encode(), "x.yaml")
    assert document.findings == []
    return document.value


@given(TEXT)
@example("a\u2028b\u2029c")
@example("a \n b\n\n")
@example("\n a")
@example("😀")
def test_any_text_is_read_back(text: str) -> None:
    assert read(as_yaml({"key": text})) == {"key": text}


@given(VALUES.filter(lambda value: value not in ({}, [])))
def test_lists_and_mappings_are_read_back(value: Writable) -> None:
    assert read(as_yaml({"key": value})) == {"key": value}


@for_each("text", [*ODD, *NUMBERS])
def test_texts_that_could_be_something_else(text: str) -> None:
    assert read(as_yaml({"key": text})) == {"key": text}
    assert str(yaml.load(as_yaml({"key": text}), CoreLoader)["key"]) in {text, "1000.0"}


@pytest.mark.parametrize("text", [*ODD, "010", "1.5", "12:30"])
def test_what_yaml_takes_for_no_text_is_quoted(text: str) -> None:
    assert yaml.safe_load(as_yaml({"key": text})) == {"key": text}


@pytest.mark.parametrize(
    "text", ["2024-12-20", "2024-12", "2024", "2024-Q2", "FY2024-25", "10", "HR-Board", "P3M", "1 month", "a/b#c-1"]
)
def test_dates_numbers_lengths_and_ids_stand_plain(text: str) -> None:
    assert as_yaml({"key": text}) == f"key: {text}\n"


@pytest.mark.parametrize("text", ["A plain title", "Zoë’s", "y", "N", "no", "On", "a.b", "-a", "1 mth", "🚲"])
def test_all_else_is_quoted(text: str) -> None:
    assert as_yaml({"key": text}) == f'key: "{text}"\n'


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_text_is_quoted_whatever_it_looks_like(key: str) -> None:
    assert as_yaml({key: "2024", "more": [{key: ["a", "b"]}]}) == f'{key}: "2024"\nmore:\n- {key}: ["a", "b"]\n'


@pytest.mark.parametrize("key", ["on", "Off", "yes", "NO", "y", "n"])
def test_a_key_that_could_be_true_or_false_is_quoted(key: str) -> None:
    assert as_yaml({key: "a"}) == f'"{key}": a\n'


def test_how_lists_and_mappings_stand() -> None:
    value = {"lead": ["HR", "Finance"], "milestones": [{"id": "a", "due": "2025-01"}], "order": 10, "notes": "a\nb"}
    assert as_yaml(value) == (
        "lead: [HR, Finance]\nmilestones:\n- id: a\n  due: 2025-01\norder: 10\nnotes: |-\n  a\n  b\n"
    )


@given(TEXT, st.sampled_from(["title", "lead"]))
@example("a # b: c, d - e", "title")
@example(" \\U0001F6B2 \n🚲", "title")
@example("'\"\\", "lead")
def test_what_is_written_in_one_line_is_read_back(text: str, key: str) -> None:
    lines = as_lines({"id": "a", key: text})
    assert read("".join(f"{line}\n" for line in lines)) == {"id": "a", key: text}
    assert read(f"items: [{as_flow({key: text})}]\n") == {"items": [{key: text}]}


def test_long_text_is_not_folded() -> None:
    assert as_yaml({"key": "word " * 200 + "end"}).count("\n") == 1


@given(TEXT)
def test_in_a_line_is_one_line(text: str) -> None:
    line = in_line("key", text)
    assert "\n" not in line
    assert read(f"key: {line}\n") == {"key": " ".join(text.split())}
