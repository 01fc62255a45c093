"""Pages of `explain`: the list of codes, and what each code and each measure has on the terminal."""

import pytest
from syrupy.assertion import SnapshotAssertion

from cases import for_each
from cli_runner import call
from genderplan.findings import CODES
from genderplan.formats.markdown import written
from genderplan.manual import MEASURES, measure, page
from genderplan.page.page import Excerpt, Page
from genderplan.reports.explain.page import code_page, measure_page
from reports.wording import missing
from texts import TextExtension


def explained(*arguments: str, format_: str = "markdown") -> str:
    result = call("explain", *arguments, "--format", format_, env={"COLUMNS": "100"})
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.mark.parametrize("name", ["", "GP016", "GP204", "GP502", "hit-rate"])
def test_markdown(name: str, snapshot: SnapshotAssertion) -> None:
    assert explained(*filter(None, [name])) == snapshot.use_extension(TextExtension)


@for_each("code", CODES)
def test_a_code_has_all_that_the_terminal_tells_of_it(code: str) -> None:
    assert missing("explain", code) == set()


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_has_all_that_the_terminal_tells_of_it(name: str) -> None:
    assert missing("explain", name) == set()


def test_an_excerpt_keeps_its_spaces() -> None:
    shown = code_page(page("GP502"))
    (file,) = [each for each in _excerpts(shown) if each.caption == "pay/actions/publish-gap.yaml" and "^" in each.text]
    *_, line, carets = file.text.splitlines()
    assert (line[12:].strip(), len(carets) - len(carets.lstrip())) == ("due: 2025-06", line.index("2025"))
    assert f"\n{file.text}\n" in written(shown)


def _excerpts(shown: Page) -> list[Excerpt]:
    return [each for section in shown.blocks for each in getattr(section, "blocks", ()) if isinstance(each, Excerpt)]


def test_code_within_an_excerpt_ends_no_excerpt() -> None:
    assert written(Page("One", (Excerpt("Two", "a\n```\nb"),))) == "# One\n\nTwo\n\n````\na\n```\nb\n````\n"


def test_a_measure_is_headed() -> None:
    found = measure("hit rate")
    assert found is not None
    assert measure_page(found).title.startswith("hit-rate: the share of the promises")


def test_html_is_of_the_same_page() -> None:
    assert "<pre>    1 | title: To publish" in explained("GP502", format_="html")
