"""The pages of the measures of delivery: each has all its parts, and the manual's page on concepts says the same."""

import re
import unicodedata
from pathlib import Path

import pytest

from cases import for_each
from genderplan.errors import UsageError
from genderplan.findings import CODES
from genderplan.manual import MEASURES, MeasurePage, measure, page
from genderplan.manual.measures import PAGES, measure_pages
from genderplan.reports.status.measures.records import Measures

CONCEPTS = (Path(__file__).parents[2] / "docs" / "concepts.md").read_text(encoding="utf-8")
SECTION = CONCEPTS.partition("\n### Measures of delivery\n")[2].partition("\n### ")[0]
SOURCES = CONCEPTS.partition("\n## Sources\n")[2]


def test_every_measure_of_the_report_has_its_page_in_the_same_order() -> None:
    names = [name.replace("_", "-") for name in Measures._fields]
    assert list(MEASURES) == [name for name in names if name not in {"promised", "removed", "cancelled"}]
    assert len(re.findall(r"^Misleads: ", PAGES, re.MULTILINE)) == len(MEASURES)


@pytest.mark.parametrize("name", MEASURES)
def test_a_page_has_all_its_parts(name: str) -> None:
    shown = MEASURES[name]
    assert shown.measure == name
    assert re.fullmatch(r"[a-z][^.]{20,70}", shown.title)
    assert re.fullmatch(rf"{name.replace('-', ' ')} = .+ [-/] .+[^.]", shown.formula[0])
    for text in (*shown.meaning, *shown.formula[1:], shown.source, shown.misleads):
        assert re.fullmatch(r"[A-Z0-9].{15,}[.]", text), text
        assert not re.search(r"\s\s|Formula:|Source:|Misleads:", text)
        assert text.count("`") % 2 == 0
    assert [text for text in shown.formula if text.startswith("Absent where ")] == [shown.formula[-1]]
    assert "GAO" in shown.source or "DCMA" in shown.source


@pytest.mark.parametrize("name", MEASURES)
def test_a_formula_names_its_bounds(name: str) -> None:
    text = " ".join(MEASURES[name].formula)
    assert re.search(r"no bounds|from 0 to 1|0 or more", text)
    assert re.search(r"in days where both", text, re.IGNORECASE) or name == "delivery-index"


@pytest.mark.parametrize("name", MEASURES)
def test_a_page_has_one_cell_a_character_and_steers_no_terminal(name: str) -> None:
    for character in set("".join(str(each) for each in MEASURES[name])):
        assert character.isprintable()
        assert unicodedata.east_asian_width(character) not in "WF"
        assert not unicodedata.combining(character)


@pytest.mark.parametrize("name", MEASURES)
def test_the_page_on_concepts_has_the_same_formula_and_a_source(name: str) -> None:
    assert f"`{MEASURES[name].formula[0]}`" in SECTION
    cited = {each for each in ("GAO", "DCMA") if each in MEASURES[name].source}
    assert cited
    for source in cited:
        assert f"[{source}" in SECTION
        assert f"- **{source}**: " in SOURCES


@pytest.mark.parametrize("written", ["hit-rate", "HIT-RATE", "Hit rate", "hit_rate", " hit  rate "])
def test_a_measure_is_found_as_it_is_typed(written: str) -> None:
    assert measure(written) is MEASURES["hit-rate"]


@for_each("written", ["", "-", "hitrate", "hit-rate-2", "GP204", "204", *CODES])
def test_what_is_no_measure_is_none(written: str) -> None:
    assert measure(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("hit-rat", "hit-rate"), ("Hitrate", "hit-rate"), ("delivry index", "delivery-index"), ("slipp", "slip")],
)
def test_one_that_is_misspelt_gets_a_suggestion(written: str, meant: str) -> None:
    assert measure(written) is None
    with pytest.raises(UsageError, match=re.escape(f"unknown code '{written}' (did you mean '{meant}'?)")):
        page(written)


GOOD = """\
first-one: what it is.

It says
this.

And that.

Formula: first one = a / b

A is a.

Source: here.

Misleads: so.
"""


def test_a_text_of_several_pages() -> None:
    first, second = measure_pages(GOOD + "\n" + GOOD.replace("first", "other")).values()
    assert first == MeasurePage(
        "first-one",
        "what it is",
        ("It says this.", "And that."),
        ("first one = a / b", "A is a."),
        "here.",
        "so.",
    )
    assert (second.measure, second.formula[0]) == ("other-one", "other one = a / b")


@pytest.mark.parametrize(
    "lost", ["It says\nthis.\n\nAnd that.\n\n", "Formula: first one = a / b\n\n", "Source: here.\n\n", "\nMisleads: so.\n"]
)  # fmt: skip
def test_a_text_that_lacks_a_part_is_refused(lost: str) -> None:
    assert lost in GOOD
    with pytest.raises(ValueError, match="the text of first-one has not the form of a page"):
        measure_pages(GOOD.replace(lost, ""))
