"""What the papers say is published, in which forms, and section by section."""

from functools import cache

from cli_runner import REPOSITORY, call
from genderplan.kinds.plan.rows import PublicationRow
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Tree


@cache
def shipped() -> Tree:
    return load_tree(REPOSITORY / "plans", shown_from=REPOSITORY)


def publication(name: str) -> PublicationRow:
    [found] = [each for each in shipped().by_id["equalities-2006"].publications if each.id == name]
    return found


def test_the_scheme_is_published_on_the_web_and_in_other_forms() -> None:
    """F2-21: the forms are told; the reports of the plan are pages that can be published, without script or network."""
    assert publication("gender-section").formats == (
        "an electronic version",
        "the MPS’ Internet and Intranet sites",
        "other formats, such as Braille, upon request",
    )
    page = call("report", "--plan", "equalities-2006", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "Content-Security-Policy" in page
    assert "<script" not in page


def test_each_section_is_published_when_it_is_ready() -> None:
    """F2-22: each by itself, with its day where a paper gives one; those to come have none."""
    told = {each.of: each.date for each in shipped().by_id["equalities-2006"].publications[:6]}
    assert {of: date and str(date) for of, date in told.items()} == {
        ("common", "disability"): "2006-12-04",
        ("gender",): "2007-04-30",
        ("race",): "2007-08",
        ("age",): None,
        ("sexual-orientation",): None,
        ("faith",): None,
    }
    page = call("report", "--plan", "equalities-2006", "--objective", "race", "--format", "html").out
    assert "The Race Equality Element of the Scheme" in page
    assert "Positive Action Leadership Programme" not in page


def test_forms_that_communities_can_use_are_a_factor_that_progress_is_judged_by() -> None:
    """F4-26"""
    sections = shipped().frameworks_by_id["success-factors"].sections
    titles = {each.title for each in sections}
    assert "of providing information in formats relevant to community groups" in titles
    assert "Evidence of provision of accurate and intelligible information" in titles
    assessed = call("assessments", "success-factors", "--format", "json").json
    assert {each["level"] for one in assessed["assessments"] for each in one["ratings"]} == {"not-rated"}
