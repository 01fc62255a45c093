"""A table of cases in one test fails where one of them does, and tells which."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cases import for_each


def failing(test: Callable[..., None], **fixtures: object) -> list[str]:
    """The cases of a test that fail, as they are told."""
    with pytest.raises(ExceptionGroup) as raised:
        test(**fixtures)
    return [note for failure in raised.value.exceptions for note in failure.__notes__]


def test_every_case_that_fails_is_told() -> None:
    @for_each("number", [1, 2, 3])
    def is_even(number: int) -> None:
        assert number % 2 == 0

    assert failing(is_even) == ["where number is 1", "where number is 3"]


def test_a_case_may_have_several_values_and_fixtures_beside_them() -> None:
    @for_each(("text", "length"), [("a", 1), ("b", 2)])
    def has_length(text: str, length: int, limit: int) -> None:
        assert len(text) == length <= limit

    assert failing(has_length, limit=9) == ["where text is 'b', length is 2"]


def test_tables_are_crossed() -> None:
    @for_each("second", [1, 2])
    @for_each("first", [1, 2])
    def differ(first: int, second: int) -> None:
        assert first != second

    assert failing(differ) == ["where second is 1", "where second is 2"]


def test_no_case_is_no_test() -> None:
    with pytest.raises(AssertionError, match="there is no case"):
        for_each("number", [])


def test_a_case_whose_values_are_not_as_many_is_none() -> None:
    with pytest.raises(ValueError, match="zip"):
        for_each(("text", "length"), [("a",)])


@for_each("name", ["a", "b"])
def test_fixtures_reach_it(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch(exist_ok=False)


class TestMethods:
    @for_each("number", [1, 2])
    def test_a_method_has_its_object(self, number: int) -> None:
        assert isinstance(self, TestMethods)
        assert number in {1, 2}
