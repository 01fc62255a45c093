"""Texts that lose their end: what stands after ` #` is a comment to YAML, and no part of a plain text."""

from collections.abc import Iterator

from genderplan.findings import Finding, finding
from genderplan.source.places import Path, Places

TEXT_KEYS = frozenset(
    (
        "aliases",
        "answer",
        "copyright",
        "data_source",
        "due_note",
        "edition",
        "evidence",
        "formats",
        "funder",
        "groups",
        "how",
        "long_term_aim",
        "meaning",
        "name",
        "next",
        "note",
        "output",
        "place",
        "publisher",
        "reason",
        "role",
        "skipped",
        "success",
        "tags",
        "text",
        "theme",
        "title",
        "who",
    )
)
"""The keys of free text, wherever they stand; behind an id, a date or a number a comment can hide nothing."""


def cut_by_comments(places: Places, file: str, entry: str | None, *, explains: bool = False) -> Iterator[Finding]:
    """A warning for each free text behind which a comment stands, at the text.

    In a file that `explains` words, what stands under each of them is free text too.
    """
    for path in places.before_comments():
        if (explains and len(path) == 1) or _is_free_text(path):
            message = "what stands after '#' is a comment, and no part of the text"
            hint = "put the text in quotes, or the comment on a line of its own"
            yield finding("GP019", message, file, places.position(path), entry=entry, hint=hint)


def _is_free_text(path: Path) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    is_text = keys[-1:] and (keys[-1] in TEXT_KEYS or keys[-2:-1] == ["skipped"])  # there the key is a date
    return bool(is_text) and not any(key.startswith("x-") for key in keys)
