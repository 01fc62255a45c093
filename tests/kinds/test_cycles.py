"""Cycles as other kinds of files will have them: `{every, from, until}`."""

import pytest
from pydantic import ValidationError

from genderplan.kinds.shared.cycles import CycleMapping


def test_a_cycle_of_its_own_has_its_dates() -> None:
    found = CycleMapping.model_validate({"every": "6 months", "from": "2008-01", "until": "2009"})
    assert [str(found.cycle.occurrence(number)) for number in range(found.cycle.size)] == [
        "2008-01",
        "2008-07",
        "2009-01",
        "2009-07",
    ]


def test_without_a_first_date_there_are_none() -> None:
    assert CycleMapping.model_validate({"every": "1 year"}).cycle.size == 0


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"every": "1 month", "from": "2008-Q1"}, "every"),
        ({"every": "1 year", "from": "2008", "until": "2007"}, "until"),
        ({"every": "0 days"}, "every"),
    ],
)
def test_what_cannot_be_is_told_at_its_key(keys: dict[str, str], key: str) -> None:
    with pytest.raises(ValidationError) as error:
        CycleMapping.model_validate(keys)
    (details,) = error.value.errors()
    assert (details["loc"], details["type"]) == ((key,), "GP115")
