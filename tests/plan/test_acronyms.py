"""Acronyms in texts: what is one, and where it ends."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.plan.glossary.acronyms import acronyms_in, looks_like_an_acronym, may_have_acronyms, words_of


def found(text: str, *known: str) -> list[str]:
    return [use.acronym for use in acronyms_in(text, known, others=True)]


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("Report to the EODB.", ["EODB"]),
        ("(EODB)", ["EODB"]),
        ("\u201cEODB\u201d, and the MPA\u2019s answer", ["EODB", "MPA"]),
        ("All BOCUs and the MPA's", ["BOCU", "MPA"]),
        ("MPS/MPA, HR-led, non-police EODB\u2013MPA", ["MPS", "MPA", "HR", "EODB", "MPA"]),
        ("DCC4 and CO19", ["DCC4", "CO19"]),
        ("S&G with R&D", ["S&G", "R&D"]),
        ("A plan, B22, 4X4 and I", []),
        ("Annex II, Phase XIV, stage iv", []),
        ("https://example.org/MPS.pdf?HR someone@HR.example.org", []),
        ("IMPLEMENTATION OF THE TOOLKIT TO STAFF \u2013 Media strategy of the MPS", ["MPS"]),
        ("DATA ANALYSIS", []),
        ("TRAINING & EDUCATION", []),
        ("MPS, MPA", ["MPS", "MPA"]),
        ("MPS", ["MPS"]),
        ("Met Police, PhD, EqIA, iPad", []),
        ("\u00c9GALIT\u00c9 is \u00c9T, \u4eba\u4e8b\u90e8 is not", ["\u00c9GALIT\u00c9", "\u00c9T"]),
        ("", []),
        ("... --- &&", []),
        ("U.K.", []),
    ],
)
def test_what_looks_like_one(text: str, acronyms: list[str]) -> None:
    assert found(text) == acronyms


@pytest.mark.parametrize(
    ("text", "known", "acronyms"),
    [
        ("EqIAs and PhDs", ("EqIA", "PhD"), ["EqIA", "PhD"]),
        ("The LGBT+ network", ("LGBT+",), ["LGBT+"]),
        ("The LGBT+ network", (), []),
        ("A/S and A", ("A/S",), ["A/S"]),
        ("TOOLKIT OF THE MPS", ("MPS",), ["MPS"]),
        ("the it", ("IT",), []),
        ("The bus", ("bu",), ["bu"]),
        ("A BOCU, two BOCUs", ("BOCUs",), ["BOCUs", "BOCUs"]),
        ("each (B)OCU, all \u201c(B)OCUs\u201d", ("(B)OCU",), ["(B)OCU", "(B)OCU"]),
        ("Training \u2013 RR(A)A:", ("RR(A)A",), ["RR(A)A"]),
        ("the unit (HR)", ("HR",), ["HR"]),
        ("The SPS", ("SP", "SPS"), ["SPS"]),
        ("Phase II", ("II",), ["II"]),
    ],
)
def test_what_a_glossary_has(text: str, known: tuple[str, ...], acronyms: list[str]) -> None:
    assert found(text, *known) == acronyms


def test_without_others_only_what_is_known_is_found() -> None:
    assert [use.acronym for use in acronyms_in("HR and EODB", {"HR"})] == ["HR"]


@pytest.mark.parametrize("text", ["The EODB.", "(EODB)", "x/EODB\u2019s", "EODB", "\u201cEODB\u201d"])
def test_where_it_ends(text: str) -> None:
    (use,) = acronyms_in(text, {"EODB"})
    assert text[: use.end].endswith("EODB")
    (several,) = acronyms_in(f"{text} and", {"EODB"})
    assert several.end == use.end


@given(st.text(max_size=80))
def test_any_text_is_scanned_and_each_use_is_in_it(text: str) -> None:
    ends = [use.end for use in acronyms_in(text, (), others=True)]
    assert ends == sorted(set(ends))
    for use in acronyms_in(text, (), others=True):
        assert text[: use.end].removesuffix("s").endswith(use.acronym)
        assert looks_like_an_acronym(use.acronym)


_KNOWN = ("ABC", "ABs", "S&G", "(B)A", "A_B", "A/B", "&", "bs")


@given(st.text("ABCsabG&12/-.'(),;:_ \u00e9\u5e73\u2019", max_size=14), st.sets(st.sampled_from(_KNOWN)), st.booleans())
def test_a_text_with_an_acronym_is_never_passed_over(text: str, known: set[str], others: bool) -> None:
    is_there = any(True for _ in acronyms_in(text, known, others=others))
    assert may_have_acronyms(text, words_of(known), others=others) or not is_there


@pytest.mark.parametrize("part", ["AB ", "A/", "AB-", "(", "''", "A&", "\u2019s", "a" * 99 + " "])
def test_time_goes_with_the_length_of_a_text(part: str) -> None:
    def seconds(text: str) -> float:
        start = process_time()
        list(acronyms_in(text, (), others=True))
        return process_time() - start

    long = part * (200_000 // len(part))
    assert min(seconds(long) for _ in range(2)) < 40 * max(min(seconds(long[:20_000]) for _ in range(3)), 0.005)
