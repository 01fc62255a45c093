"""Names of what is within one file."""

import pytest

from genderplan.editing.naming import id_meant
from genderplan.errors import UsageError

TITLES = (("pay", "Equal pay"), ("data", "Figures"), ("more", "figures"), ("bare", None), ("x", "pay"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [("pay", "pay"), ("equal  PAY", "pay"), ("BARE", "bare"), ("data", "data"), ("Data", "data"), ("other", None)],
)
def test_an_id_a_title_or_neither(name: str, meant: str | None) -> None:
    assert id_meant("objective", name, TITLES) == meant


@pytest.mark.parametrize(("name", "ids"), [("FIGURES", "data, more"), ("PAY", "pay, x")])
def test_a_title_of_several(name: str, ids: str) -> None:
    with pytest.raises(UsageError, match=f"objective '{name}' can mean {ids}: name one by its id"):
        id_meant("objective", name, TITLES)
