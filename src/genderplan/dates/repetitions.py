"""Repetitions in words: what people type where something goes on, or comes again, and no date could say it."""

import re
from calendar import month_name
from typing import NamedTuple

_ONGOING = re.compile(r"on-? ?going|continu(?:ous|al|ing)(?:ly)?|rolling|permanent(?:ly)?|always")
_LENGTHS = tuple(
    (re.compile(form), length)
    for form, length in (
        (r"daily|(?:every|each) day", "1 day"),
        (r"weekly|(?:every|each) week", "1 week"),
        (r"fortnightly|(?:every|each) (?:other week|fortnight)", "2 weeks"),
        (r"monthly|(?:every|each) month", "1 month"),
        (r"bi-?monthly|(?:two|2)[ -]monthly|every other month", "2 months"),
        (r"quarterly|(?:three|3)[ -]monthly|(?:every|each) quarter", "3 months"),
        (r"termly|(?:every|each) term", "4 months"),
        (r"half-?yearly|(?:six|6)[ -]monthly|bi-?annual(?:ly)?|twice (?:a|per) year|semi-?annual(?:ly)?", "6 months"),
        (r"bi-?ennial(?:ly)?|every other year", "2 years"),
        (
            rf"annual(?:ly)?|yearly|once (?:a|per) year|(?:every|each) (?:year|{'|'.join(month_name[1:]).lower()})",
            "1 year",
        ),
        (r"(?:every|each) (?:spring|summer|autumn|fall|winter)", "1 year"),
    )
)
"""How often something comes that is said to come again."""

_AGAIN = re.compile(rf"(?:(?P<first>.+?)[ ,(]+)??(?P<how>{'|'.join(form.pattern for form, _ in _LENGTHS)})\)?")


class Repetition(NamedTuple):
    """How often something comes, and what a text says before that: perhaps its first date."""

    first: str | None
    every: str


def is_ongoing(plain: str) -> bool:
    """Whether a text, in small letters, says that something goes on without an end."""
    return _ONGOING.fullmatch(plain) is not None


def repetition_in(plain: str) -> Repetition | None:
    """What a text, in small letters, says of how often something comes; None where it says nothing of it."""
    found = _AGAIN.fullmatch(plain)
    if found is None:
        return None
    return Repetition(found["first"], next(length for form, length in _LENGTHS if form.fullmatch(found["how"])))
