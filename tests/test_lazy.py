"""Lazy sequences."""

from genderplan.lazy import LazySequence


def test_nothing_is_made_before_somebody_reads_it() -> None:
    made: list[int] = []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    doubled = LazySequence(range(100), double)
    assert (len(doubled), made) == (100, [])
    assert (doubled[:2], doubled[-1]) == ((0, 2), 198)
    assert next(iter(doubled)) == 0
    assert made == [0, 1, 99, 0]
    assert list(doubled) == list(doubled) == [2 * number for number in range(100)]
    assert (doubled[3], doubled[4:6]) == (6, (8, 10))
    assert len(made) == 104


def test_it_is_as_good_as_a_tuple() -> None:
    words = LazySequence((1, 2), str)
    assert words == ("1", "2")
    assert words != ("1",)
    assert words != "12"
    assert hash(words) == hash(("1", "2"))
    assert repr(words) == "('1', '2')"
    assert not LazySequence((), str)
