"""What an input costs grows with its size and no faster: output, and time as far as a busy machine can tell."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import growth
from benchmarks.growth import MOST, Cost
from benchmarks.kinds import KINDS

from readings import read_anew

CASES = [(name, command) for name, kind in KINDS.items() for command in kind.commands]
SIZE = 14_000
"""Bytes of the larger file: what is quadratic shows here already, and everything else takes a few hundredths."""

TRIES = 5


@pytest.fixture(autouse=True)
def _what_other_tests_left() -> None:
    """Out of the collector's sight, which is asked before each of the runs."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept of what was read: that is part of what an input costs."""
    monkeypatch.setenv("GENDERPLAN_AS_OF", "2003-11-03")
    read_anew(monkeypatch)


def costs(name: str, command: Sequence[str], folder: Path) -> tuple[Cost, Cost]:
    kind = KINDS[name]
    number = growth.number_for(kind, SIZE)
    folders = [growth.written(kind, each, folder / str(each)) for each in (number // 2, number)]
    half, whole = (growth.cost(each, command) for each in folders)
    return half, whole


@pytest.mark.parametrize(("name", "command"), CASES, ids=[f"{name}-{' '.join(command)}" for name, command in CASES])
def test_doubling_the_input_at_most_doubles_what_it_costs(name: str, command: tuple[str, ...], tmp_path: Path) -> None:
    for attempt in range(TRIES):
        half, whole = costs(name, command, tmp_path / str(attempt))
        assert whole.output <= MOST * max(half.output, 1000)
        if whole.seconds <= MOST * half.seconds:
            return
    pytest.fail(f"{half.seconds:.3f} s, and for twice as much {whole.seconds:.3f} s")


def test_the_largest_file_of_a_kind_has_about_the_size_that_is_asked_for() -> None:
    for kind in KINDS.values():
        texts = kind.files(growth.number_for(kind, 1 << 15)).values()
        sizes = [len(text.encode()) for text in texts]
        assert (1 << 15) * 0.8 <= max(*sizes, sum(sizes) // 4) <= 1 << 15


def test_a_command_that_ends_with_an_internal_error_is_no_figure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuntimeError, match="ended with 2"):
        growth.cost(tmp_path / "empty", ["validate"])
