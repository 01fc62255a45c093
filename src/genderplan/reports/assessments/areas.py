"""Areas of a framework: how many sections of each part of it were found how, in one assessment."""

from collections import Counter

from genderplan.page.page import Column, Table
from genderplan.page.ratings import NOTHING_SAID, counts_in_words
from genderplan.page.words import caption_in_words
from genderplan.reports.assessments.result import AssessedFramework
from genderplan.standing.records.assessments import AssessmentRecord

_COLUMNS = (Column("Area", is_name=True), Column("Found"))


def areas_table(framework: AssessedFramework, record: AssessmentRecord) -> Table | None:
    """Each area, those of which nothing is said too; None where no section of the framework has parts."""
    if not any(each.depth for each in framework.sections):
        return None
    told = {each.section: counts_in_words(each.counts) for each in record.areas}
    sizes = _sizes(framework)
    rows = tuple(
        (caption_in_words(each.ref, each.title), told.get(each.section) or _silent(sizes[each.section]))
        for each in framework.sections
        if not each.depth and each.title is not None
    )
    return Table(f"Areas of {framework.id}", _COLUMNS, rows)


def _silent(sections: int) -> str:
    return f"{NOTHING_SAID} of {sections:,}"


def _sizes(framework: AssessedFramework) -> Counter[str]:
    """How many sections are counted in each area."""
    sizes: Counter[str] = Counter()
    area = ""
    for section in framework.sections:
        area = area if section.depth else section.section
        sizes[area] += not section.is_heading
    return sizes
