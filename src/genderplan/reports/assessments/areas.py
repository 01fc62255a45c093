"""Areas of a framework: how many sections of each part of it were found how, in one assessment."""

from collections import Counter
from collections.abc import Sequence

from genderplan.page.page import Column, Table, Value
from genderplan.page.ratings import level_in_words
from genderplan.reports.assessments.result import AssessedFramework
from genderplan.standing.records.assessments import AssessmentRecord, RatingCounts

_NOTHING = RatingCounts((), 0, 0, 0, None)


def areas_table(framework: AssessedFramework, record: AssessmentRecord) -> Table | None:
    """Each area, and all of them together; None where the framework has none, or no levels to count by."""
    if not framework.levels or not any(each.depth for each in framework.sections):
        return None
    told = {each.section: each.counts for each in record.areas}
    sizes = _sizes(framework)
    rows: list[tuple[str, RatingCounts]] = [
        (" ".join(filter(None, (each.ref, each.title))), told.get(each.section) or _silent(sizes[each.section]))
        for each in framework.sections
        if not each.depth and each.title is not None
    ]
    rows.append(("All", record.counts))
    answered = any(counts.answered for _, counts in rows)
    heads = [level_in_words(each.id, each.title, each.score) for each in framework.levels]
    heads += [*(["Answered"] if answered else []), "Not rated", "Not applicable", "Nothing said"]
    columns = (Column("Area", is_name=True), *(Column(head, is_number=True) for head in heads))
    levels = [each.id for each in framework.levels]
    cells = tuple((title, *_numbers(counts, levels, answered=answered)) for title, counts in rows)
    return Table(f"Areas of {framework.id}", columns, cells)


def _silent(sections: int) -> RatingCounts:
    return _NOTHING._replace(nothing_said=sections)


def _sizes(framework: AssessedFramework) -> Counter[str]:
    """How many sections are counted in each area."""
    sizes: Counter[str] = Counter()
    area = ""
    for section in framework.sections:
        area = area if section.depth else section.section
        sizes[area] += not section.is_heading
    return sizes


def _numbers(counts: RatingCounts, levels: Sequence[str], *, answered: bool) -> tuple[Value, ...]:
    found = {each.level: each.sections for each in counts.levels}
    others = (*((counts.answered,) if answered else ()), counts.not_rated, counts.not_applicable, counts.nothing_said)
    return (*(found.get(level, 0) for level in levels), *others)
