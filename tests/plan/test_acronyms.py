"""Acronyms in texts: what is one, and where it ends."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.plan.glossary.acronyms import acronyms_in, looks_like_an_acronym, may_have_acronyms, words_of
from genderplan.plan.glossary.phrases import phrases_of


def found(text: str, *known: str) -> list[str]:
    return [use.acronym for use in acronyms_in(text, known, others=True, phrases=phrases_of(known))]


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
        ("PhDs, an EqIA\u2019s, the DfE/TfL", ["PhD", "EqIA", "DfE", "TfL"]),
        ("Met Police, iPad, McKay of YouTube, x2Y", []),
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
        ("the BOCU's, BOCUs and a BOCU", ("BOCUs",), ["BOCUs"] * 3),
        ("G&DM/HR, (G&DM)", ("G&DM", "HR"), ["G&DM", "HR", "G&DM"]),
        ("The Impact Assessment Group met", ("Impact Assessment Group",), ["Impact Assessment Group"]),
        ("Impact\n Assessment Groups\u2019", ("Impact Assessment Group",), ["Impact Assessment Group"]),
        ("The impact assessment group", ("Impact Assessment Group",), []),
        ("Impact Assessment Grouping", ("Impact Assessment Group",), []),
        ("an EIA Group, an EIA", ("EIA", "EIA Group"), ["EIA Group", "EIA"]),
        ("the RI GT of HQ", ("RI GT",), ["RI GT", "HQ"]),
        ("NHS England (NHS)", ("NHS England",), ["NHS England", "NHS"]),
        ("RAS (LG), RAS LG", ("RAS (LG)",), ["RAS (LG)", "RAS", "LG"]),
        ("in the U.K., U.K.-wide, U.K.R", ("U.K.",), ["U.K.", "U.K."]),
        ("Co-Ops/HR, non-Co-Op", ("Co-Op",), ["Co-Op", "HR", "Co-Op"]),
        ("the (B)OCU/HR, x(B)OCU", ("(B)OCU",), ["(B)OCU", "HR", "OCU"]),
        ("A/S/B, A/S", ("A/S",), ["A/S"]),
        ("3.1.2, 1.3.1, 3.1.", ("3.1",), ["3.1"]),
        ("Women\u2019s Aid, Co\u2011Op", ("Women's Aid", "Co-Op"), ["Women's Aid", "Co-Op"]),
        ("https://example.org/Co-Op Co-Op@example.org", ("Co-Op",), []),
        ("MPA EODB", ("MPA EODBs",), ["MPA EODBs"]),
        ("a b c d", ("a b", "a b c d e", "b c d"), ["a b"]),
        (" ".join("ab" * 25), (" ".join("ab" * 25),), []),
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


def test_an_acronym_that_is_known_no_more_is_not_told_again() -> None:
    known = {"EIA Group": 1, "HR": 2}
    uses = acronyms_in("EIA Group, HR, EIA Group, HR", known, phrases=phrases_of(known))
    assert [(use.acronym, use.end, known.pop(use.acronym)) for use in uses] == [("EIA Group", 9, 1), ("HR", 13, 2)]


_KNOWN = ("ABC", "ABs", "S&G", "(B)A", "A_B", "A/B", "&", "bs", "A B", "a.", "A B b", "\u2019A", " ")


@given(st.text("ABCsabG&12/-.'(),;:_ \u00e9\u5e73\u2019", max_size=14), st.sets(st.sampled_from(_KNOWN)), st.booleans())
def test_a_text_with_an_acronym_is_never_passed_over(text: str, known: set[str], others: bool) -> None:
    uses = list(acronyms_in(text, known, others=others, phrases=phrases_of(known)))
    assert [use.end for use in uses] == sorted({use.end for use in uses})
    is_there = bool(uses)
    assert may_have_acronyms(text, words_of(known), others=others) or not is_there


@pytest.mark.parametrize("part", ["AB ", "A/", "AB-", "(", "''", "A&", "\u2019s", "a" * 99 + " "])
def test_time_goes_with_the_length_of_a_text(part: str) -> None:
    phrases = [part * times + "-end" for times in range(40)]

    def seconds(text: str) -> float:
        start = process_time()
        list(acronyms_in(text, (), others=True, phrases=phrases_of(phrases)))
        return process_time() - start

    long = part * (50_000 // len(part))
    assert min(seconds(long) for _ in range(2)) < 40 * max(min(seconds(long[:5_000]) for _ in range(3)), 0.005)
