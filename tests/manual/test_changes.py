"""What differs between two texts, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.manual.changes import changes


@pytest.mark.parametrize(
    ("bad", "good", "lines"),
    [
        ("a\n", "a\n", [" 1 a"]),
        ("a\nb\nc\n", "a\nB\nc\n", [" 1 a", "-2 b", "+2 B", " 3 c"]),
        ("a\nb\n", "a\n", [" 1 a", "-2 b"]),
        ("b\n", "a\nb\n", ["+1 a", " 2 b"]),
        ("", "a\nb\n", ["+1 a", "+2 b"]),
        ("a\nb\nc\n", "a\nc\nd\n", [" 1 a", "-2 b", " 2 c", "+3 d"]),
        ("", "", []),
    ],
)
def test_lines_with_their_signs_and_numbers(bad: str, good: str, lines: list[str]) -> None:
    assert [f"{each.sign}{each.number} {each.text}" for each in changes(bad, good)] == lines


TEXTS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=8).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(TEXTS, TEXTS)
def test_both_texts_can_be_told_from_what_differs(bad: str, good: str) -> None:
    told = list(changes(bad, good))
    assert "".join(f"{each.text}\n" for each in told if each.sign != "-") == good
    assert "".join(f"{each.text}\n" for each in told if each.sign != "+") == bad
    for sign, text in (("-", bad.splitlines()), ("+", good.splitlines())):
        assert all(text[each.number - 1] == each.text for each in told if each.sign == sign)
