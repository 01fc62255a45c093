"""Cells of assessments: what each is about, what was found and how often, in one line."""

from collections.abc import Callable, Mapping
from typing import Any

from genderplan.page.ratings import changes_in_words, counts_in_words, found_in_words
from genderplan.plan.subjects import Subject
from genderplan.standing.records.assessments import AreaRecord, ChangeCounts, RatingCounts, RatingRecord
from genderplan.text import one_line


def _rating(record: RatingRecord) -> str:
    """`leadership: Achieving (2)`, and in brackets what shows it."""
    evidence = f" ({', '.join(record.evidence)})" if record.evidence else ""
    return f"{record.section}: {found_in_words(record)}{evidence}"


def _area(record: AreaRecord) -> str:
    return f"{record.title}: {counts_in_words(record.counts)}"


ASSESSED: Mapping[type, Callable[[Any], str]] = {
    Subject: lambda subject: subject.id,
    RatingRecord: _rating,
    RatingCounts: counts_in_words,
    AreaRecord: _area,
    ChangeCounts: changes_in_words,
}

ASSESSED_IN_WORDS: Mapping[type, Callable[[Any], str]] = {Subject: lambda subject: one_line(subject.title)}
