"""Findings of what pydantic refuses: each with a code, a place in the file and words for a person."""

import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from genderplan.findings import Finding, Position, finding
from genderplan.kinds.shared.empty_keys import COMMA, EmptyKey, shortened
from genderplan.kinds.shared.fields import (
    EXTRA_PATTERN,
    FORMER_PATTERN,
    ID_FORM,
    ID_PATTERN,
    ORGANISATION_PATTERN,
    TEXT_PATTERN,
)
from genderplan.kinds.shared.known_keys import keys_at
from genderplan.source.places import Path, Places
from genderplan.suggestions import did_you_mean, nearest

_SHAPES = {
    "string_type": "text",
    "literal_error": "text",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}
_BRANCHES = frozenset(("#text", "#mapping"))
_GIVEN = ((str, "text"), (list, "a list"), (dict, "a mapping"))
_ID_FORMS = {
    ID_PATTERN: ID_FORM,
    FORMER_PATTERN: f"{ID_FORM}; entry#milestone names one of another entry",
    ORGANISATION_PATTERN: "letters, digits and hyphens",
}


def findings_of(
    error: ValidationError,
    places: Places,
    file: str,
    entry: str | None,
    model: type[BaseModel],
    empty: Sequence[EmptyKey] = (),
) -> Iterator[Finding]:
    """A finding for each thing that is wrong with a document, in pydantic's order.

    A required key that is there but misspelt, perhaps among those left `empty`, is an unknown key, and not a missing
    one too.
    """
    errors = error.errors(include_url=False)
    misspelt = {(*each["loc"][:-1], _meant(each, model)) for each in errors if _is_unknown_key(each)}
    misspelt_empty = {each.meant for each in empty}
    for details in errors:
        is_there = details["loc"] in misspelt or _path(details["loc"]) in misspelt_empty
        if details["type"] == "missing" and is_there:
            continue
        code, message, hint = _in_words(details, model)
        place = _place(details, code, places)
        if code == "GP102" and hint is None and _is_prose(details, places):
            hint = COMMA
        yield finding(code, message, file, place, entry=entry, hint=hint)


def _is_unknown_key(details: ErrorDetails) -> bool:
    return details.get("ctx", {}).get("pattern") == EXTRA_PATTERN


def _is_prose(details: ErrorDetails, places: Places) -> bool:
    """Whether an unknown key is part of a text that a comma has cut."""
    return " " in str(details["input"]) and places.is_in_braces((*_path(details["loc"][:-1]), details["loc"][-1]))


def _path(location: Path) -> Path:
    """A location without the marks of branches."""
    return tuple(part for part in location if part not in _BRANCHES)


def _meant(details: ErrorDetails, model: type[BaseModel]) -> str | None:
    return nearest(details["input"], keys_at(details["loc"][:-1], model))


def _in_words(details: ErrorDetails, model: type[BaseModel]) -> tuple[str, str, str | None]:
    """Code, message and hint."""
    kind, context = details["type"], details.get("ctx", {})
    if kind.startswith("GP"):
        return kind, context["message"], context["hint"]
    if kind == "missing":
        return "GP103", f"key '{details['loc'][-1]}' is missing", None
    if kind == "string_pattern_mismatch":
        return _pattern_in_words(details, context["pattern"], model)
    if kind == "literal_error" and isinstance(details["input"], str):
        message = f"'{shortened(details['input'])}' is not one of {_unquoted(context['expected'])}"
        return "GP108", message, did_you_mean(details["input"], _unquoted(context["expected"]).split(", "))
    given = next(words for shape, words in _GIVEN if isinstance(details["input"], shape))
    code = "GP104" if details["loc"] else "GP101"
    return code, f"{_SHAPES[kind]} is expected here, not {given}", None


def _pattern_in_words(details: ErrorDetails, pattern: str, model: type[BaseModel]) -> tuple[str, str, str | None]:
    text = shortened(details["input"])
    if pattern == EXTRA_PATTERN:
        meant = _meant(details, model)
        return "GP102", f"unknown key '{text}'", f"did you mean '{meant}'?" if meant else None
    is_former = "renamed_from" in details["loc"]
    if pattern == TEXT_PATTERN or (is_former and not re.search(TEXT_PATTERN, text)):
        return "GP111", "blank text", "remove the key, or give it words"
    if is_former and "/" in text:
        return "GP107", f"'{text}' is not an id", "the id alone: nothing is followed from one plan to another"
    return "GP107", f"'{text}' is not an id", f"an id is made of {_ID_FORMS[pattern]}"


def _place(details: ErrorDetails, code: str, places: Places) -> Position:
    """The value for a bad value, the key for an unknown one, the mapping's start for a missing one."""
    path = _path(details["loc"][:-1])
    last = details["loc"][-1:]
    if code == "GP102":
        return places.key_position((*path, *last))
    if details["type"] == "missing":
        return places.position(path)
    if last == ("[key]",):
        return places.key_position((*_path(details["loc"][:-2]), *details["loc"][-2:-1]))
    return places.position((*path, *last) if _BRANCHES.isdisjoint(last) else path)


def _unquoted(choices: str) -> str:
    return choices.replace("'", "").replace(" or ", ", ")
