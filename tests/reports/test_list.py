"""The page of a list: markdown to be put into a document, as it has been, and HTML that stands alone."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.company import AS_OF, NOUNS, company
from cli_runner import Result, call
from texts import TextExtension


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the company's tree is beside."""
    return company(tmp_path).parent


def listed(folder: Path, *arguments: str) -> Result:
    return call("list", *arguments, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})


@pytest.mark.parametrize("noun", NOUNS)
def test_markdown(noun: str, folder: Path, snapshot: SnapshotAssertion) -> None:
    fields = listed(folder, noun, "--format", "csv").out.splitlines()[0]
    result = listed(folder, noun, "--format", "markdown", "--columns", fields)
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot.use_extension(TextExtension)


class TestHtml:
    @pytest.mark.parametrize("noun", NOUNS)
    def test_it_has_a_title_and_a_caption_and_every_row_a_name(self, noun: str, folder: Path) -> None:
        page = listed(folder, noun, "--format", "html").out
        records = listed(folder, noun, "--format", "json").json[noun]
        assert f"<h1>{len(records)} {noun.removesuffix('s') if len(records) == 1 else noun}</h1>" in page
        assert f">{noun.capitalize()}</caption>" in page
        assert page.count('<th scope="row"') == len(records)
        assert '<th scope="row"></th>' not in page

    def test_organisations_have_their_names(self, folder: Path) -> None:
        arguments = ("milestones", "--lead-only", "HR-Director", "--columns", "id,leads")
        assert ">Director of Human Resources</td>" in listed(folder, *arguments, "--format", "html").out
        assert "| HR-Director |" in listed(folder, *arguments, "--format", "markdown").out

    def test_filters_order_columns_and_limit_hold(self, folder: Path) -> None:
        arguments = ("milestones", "--due", "2025-03..", "--sort", "-due", "--limit", "2", "--columns", "due,id")
        page = listed(folder, *arguments, "--format", "html").out
        rows = [line for line in page.splitlines() if line.startswith("<tr><td>")]
        assert '<th scope="col">due</th><th scope="col">id</th>' in page
        assert [row.rpartition("#")[2].partition("<")[0] for row in rows] == ["evaluation", "report"]

    def test_excel_is_refused(self, folder: Path) -> None:
        result = listed(folder, "--format", "html", "--excel")
        assert (result.code, "--excel goes with --format csv" in result.err) == (2, True)
