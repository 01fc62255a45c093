"""What somebody probably meant, also among very many names."""

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.suggestions import Suggestions, did_you_mean, nearest

UNITS = [
    f"{area}-{kind}-{number}" for area in ("Finance", "Training") for kind in ("unit", "desk") for number in range(90)
]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Finance-unit-7x", "Finance-unit-7"),
        ("FINANCE-UNIT-88", "Finance-unit-88"),
        ("Finanec-desk-12", "Finance-desk-12"),
        ("Training-deks-45", "Training-desk-45"),
        ("training_unit-3", "Training-unit-3"),
    ],
)
def test_a_slip_among_hundreds_is_known_again(slip: str, meant: str) -> None:
    assert nearest(slip, UNITS) == meant


@given(st.sampled_from(UNITS), st.data())
def test_one_letter_too_few_or_too_many_finds_a_name_as_near_as_any(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    slip = name[:at] + data.draw(st.sampled_from(["", name[at] * 2])) + name[at + 1 :]
    found = nearest(slip, UNITS)
    assert found is not None
    folded = {each.casefold(): each for each in UNITS}
    assert get_close_matches(slip.casefold(), folded, n=len(UNITS), cutoff=0.6)


def test_a_slip_among_thousands_that_differ_in_a_number_is_known_again() -> None:
    suggestions = Suggestions([f"Q{number}" for number in range(12_000)])
    given = range(0, 12_000, 1_201)
    assert [suggestions.nearest(f"Q{number}x") for number in given] == [f"Q{number}" for number in given]


def test_few_names_are_all_compared() -> None:
    assert did_you_mean("HRR", ["HR", "Finance"]) == "did you mean 'HR'?"
    assert did_you_mean("Zoo", ["HR", "Finance"]) is None


def test_after_a_hundred_there_are_no_more() -> None:
    suggestions = Suggestions(["HR"])
    answers = [suggestions.nearest("HRR") for _ in range(102)]
    assert answers == ["HR"] * 100 + [None] * 2


def test_names_are_asked_for_once_and_only_when_needed() -> None:
    asked = iter(["HR", "Finance"])
    suggestions = Suggestions(asked)
    assert [suggestions.nearest("HRR"), suggestions.nearest("finace")] == ["HR", "Finance"]
