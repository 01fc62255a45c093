"""Ratings in words: what was found of a section, how often, and what has changed since the last."""

from collections.abc import Iterator

from genderplan.page.words import counted, date_in_words, listed, one_line, state_in_words
from genderplan.standing.records.assessments import ChangeCounts, LevelCount, RatingCounts, RatingRecord

_NEW = "for the first time"
NOTHING_SAID = "nothing said"
_FIRST = {"first": "first {}", "first-dated": "first {} with a date", "not-rated-before": "not rated before"}


def level_in_words(level: str | None, title: str | None, score: int | None) -> str:
    """`Achieving (2)`, `Achieving` where levels have no score, `not rated`; the id of a level that is not known."""
    name = one_line(title) if title else state_in_words(level or "")
    return name if score is None else f"{name} ({score})"


def found_in_words(rating: RatingRecord) -> str:
    """The level, or the word in its place, and the answer where there is one."""
    level = level_in_words(rating.level, rating.level_title, rating.score) if rating.level else ""
    return ": ".join(filter(None, (level, one_line(rating.answer or ""))))


def change_in_words(rating: RatingRecord | None) -> str:
    """`up 1 level since 2024`, `no change since 2024`, `first answer`; nothing where nothing can be told."""
    change = rating.change if rating else None
    if change is None or rating is None:
        return ""
    if change.how in _FIRST:
        return _FIRST[change.how].format("answer" if rating.state == "answered" else "rating")
    since = f" since {date_in_words(change.since)}" if change.since else ""
    match change.how:
        case "up" | "down":
            return f"{change.how} {counted(change.levels or 0, 'level')}{since}"
        case "same":
            return f"no change{since}"
        case "no-longer-rated":
            return f"rated in {date_in_words(change.since)}, no longer"
    return f"changed{since}"


def counts_in_words(counts: RatingCounts) -> str:
    """`2 Achieving, 1 Developing, 3 not rated, 1 not applicable, nothing said of 4`, the highest level first."""
    told = [f"{each.sections:,} {_level(each)}" for each in reversed(counts.levels)]
    return ", ".join((*told, *_others(counts))) or NOTHING_SAID


def _level(count: LevelCount) -> str:
    return level_in_words(count.level, count.title, count.score)


def _others(counts: RatingCounts) -> Iterator[str]:
    if counts.answered:
        yield f"{counts.answered:,} answered"
    if counts.not_rated:
        yield f"{counts.not_rated:,} not rated"
    if counts.not_applicable:
        yield f"{counts.not_applicable:,} not applicable"
    if counts.nothing_said:
        yield f"{NOTHING_SAID} of {counts.nothing_said:,}"


def changes_in_words(changes: ChangeCounts) -> str:
    """`since the last 2 up, 1 down and 3 as before`, `3 for the first time`; nothing where nothing can be told."""
    words = ("up", "down", "as before", "changed", _NEW, "no longer rated")
    told = [f"{number:,} {word}" for number, word in zip(changes, words, strict=True) if number]
    is_compared = any(number for number, word in zip(changes, words, strict=True) if word != _NEW)
    return f"{'since the last ' if is_compared else ''}{listed(told)}"
