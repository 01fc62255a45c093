"""The page of a trend: drawings of a few lines, and the tables of what they show."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import call
from reports.pictures import pictures, texts
from repositories import Git, a_year, repository, two_drafts
from texts import TextExtension

PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "drafts": ("drafts", ("--plan", "women-2003")),
    "drafts-entry": ("drafts", ("identify-needs",)),
    "year": ("year", ()),
    "year-tags": ("year", ("--tags", "grades", "panels", "mentoring")),
}
"""By the names of their snapshots: the repository, and what is asked of it."""

SHARED = {
    "plans/organisations.yaml": "HR: {name: Human Resources}\n",
    "plans/p/plan.yaml": "genderplan: 1\ntitle: A plan\nstatus_date: 2024-06-01\n",
}


@pytest.fixture(scope="module")
def repositories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Git]:
    return {"drafts": two_drafts(tmp_path_factory.mktemp("drafts")), "year": a_year(tmp_path_factory.mktemp("year"))}


def page(made: Git, *arguments: str, format_: str = "markdown") -> str:
    result = call("trend", *arguments, "--format", format_, cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    return result.out


def slipping(folder: Path, *titles: str, quiet: int = 0) -> Git:
    """A plan of an action with milestones of these titles, each of which slips by another month more than it should.

    After that come quiet commits: what each adds is promised once.
    """
    made = repository(folder)
    for month in (1, 2):
        listed = "".join(
            f"  - {{id: m{number}, title: '{title}', due: {2025 + number * (month - 1)}-0{month}}}\n"
            for number, title in enumerate(titles)
        )
        files = {"plans/p/actions/x.yaml": f"title: An action\nlead: HR\nmilestones:\n{listed}"}
        made.commit({**(SHARED if month == 1 else {}), **files}, f"{month}", f"2024-0{month}-01")
    for day in range(1, quiet + 1):
        text = "title: Another\nlead: HR\ndue: 2025-01\n"
        made.commit({f"plans/p/actions/y{day}.yaml": text}, f"Quiet {day}", f"2024-03-{day:02d}")
    return made


@pytest.mark.parametrize("name", PAGES)
def test_markdown(name: str, repositories: dict[str, Git], snapshot: SnapshotAssertion) -> None:
    made, arguments = PAGES[name]
    assert page(repositories[made], *arguments) == snapshot.use_extension(TextExtension)


class TestDrawing:
    def test_what_it_shows(self, repositories: dict[str, Git]) -> None:
        html = page(repositories["year"], format_="html")
        [drawn] = pictures(html)
        assert len(drawn.findall(".//polyline")) == 4
        assert texts(drawn).count("A") == 2
        assert "Agree on new grades with the unions" in texts(drawn)
        title = "Promised dates of careers-2025, report by report: flat is kept, rising is slipping"
        assert html.index(f">{title}</figcaption>") < html.index("<svg ") < html.index("<caption")

    def test_its_ink_is_that_of_the_page(self, repositories: dict[str, Git]) -> None:
        [drawn] = pictures(page(repositories["year"], format_="html"))
        assert {each.get("fill") for each in drawn.iter("text")} == {"currentColor"}
        assert not drawn.findall("rect")

    def test_one_for_each_ten_lines(self, tmp_path: Path) -> None:
        made = slipping(tmp_path, *(f"Milestone {number}" for number in range(23)))
        html = page(made, format_="html")
        assert [len(each.findall(".//polyline")) for each in pictures(html)] == [10, 10, 3]
        assert [f"<h3>Promises {span} of 23</h3>" in html for span in ("1 to 10", "11 to 20", "21 to 23")] == [True] * 3
        assert "--limit" not in html
        assert page(made, "--limit", "3").count("and 20 milestones whose promise changed less: --limit shows more") == 1

    def test_a_title_is_text(self, tmp_path: Path) -> None:
        title = "]]></svg><script>alert(1)</script>&amp;"
        html = page(slipping(tmp_path, "First", title), format_="html")
        [drawn] = pictures(html)
        assert title in texts(drawn)
        assert "<script" not in html


class TestReports:
    def test_those_without_news_are_counted(self, tmp_path: Path) -> None:
        told = page(slipping(tmp_path, "First", "Second", quiet=5))
        assert "Reports left out, since they promise what the one before them does: 5." in told
        assert told.count("| 1 Feb 2024<br>") == 1

    def test_nothing_is_drawn_where_nothing_changed(self, tmp_path: Path) -> None:
        made = repository(tmp_path)
        made.commit({**SHARED, "plans/p/actions/x.yaml": "title: X\nlead: HR\ndue: 2025-01\n"}, "1", "2024-01-01")
        html = page(made, format_="html")
        assert "No promise changed." in html or "No report to compare it with." in html
        assert (pictures(html), html.count("<table>")) == ([], 0)
