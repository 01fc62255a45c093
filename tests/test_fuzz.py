"""The fuzz that anyone can run: a few of its inputs, and that it tells of a fault."""

import pytest
from tools import fuzz
from tools.fuzz_inputs import make

INPUTS = 300


def test_a_few_inputs_have_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--inputs", str(INPUTS), "--seed", "1"]) == 0
    out = capsys.readouterr().out
    assert out.endswith(f"{INPUTS} inputs, seed 1: 0 faults\n")
    assert [line.partition(":")[0] for line in out.splitlines()[:-1]] == list(fuzz.TRIALS)
    assert out.count("accepted") == len(fuzz.TRIALS)


def test_an_input_is_the_same_for_the_same_seed() -> None:
    assert make(1, 2) == make(1, 2) != make(2, 2)


def test_a_fault_is_printed_with_its_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given = make(0, 7)

    def broken(_: object) -> str:
        raise RecursionError("deep")

    monkeypatch.setitem(fuzz.TRIALS, given.trial, broken)
    assert fuzz.main(["--only", "7"]) == 1
    printed = capsys.readouterr()
    assert "1 inputs, seed 0: 1 faults" in printed.out
    assert "RecursionError: deep" in printed.err
    assert repr(given) in printed.err
