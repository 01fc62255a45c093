"""Fields and their types: how the text that stands in a file becomes a value.

Errors are raised with a finding's code as their type, so that they carry their meaning up to the report.
"""

import re
from collections.abc import Callable
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Discriminator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from genderplan.dates.forms import DateError, PlanDate, parse_date, parse_day
from genderplan.dates.lengths import Length, LengthError, parse_length
from genderplan.decimals import DecimalError, parse_decimal
from genderplan.findings import CODES, OF_ACCEPTANCES, OF_WHAT_IS_NO_PLAN, is_unreadable
from genderplan.suggestions import did_you_mean

T = TypeVar("T")

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_FORM = "lower-case letters and digits, joined by single hyphens"
FORMER_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$"
ORGANISATION_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9-]*$"
EXTRA_PATTERN = r"^x-"
_UNSEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0"
)
TEXT_PATTERN = rf"[^\s{_UNSEEN}]"
"""Something that a reader can see: a reason of signs without width is none."""


def is_id(text: str) -> bool:
    """Whether a text is an id."""
    return re.fullmatch(ID_PATTERN, text) is not None


def is_organisation_id(text: str) -> bool:
    """Whether a text is an id as organisations have it."""
    return re.fullmatch(ORGANISATION_PATTERN, text) is not None


def failure(code: str, message: str, hint: str | None = None) -> PydanticCustomError:
    """A validation error that already is a finding's code, message and hint."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def _expect_text(value: object) -> str:
    if not isinstance(value, str):
        raise failure("GP104", f"text is expected here, not a {'list' if isinstance(value, list) else 'mapping'}")
    return value


def _parsed_by(parse: Callable[[str], T], code: str) -> Callable[[object], T]:
    def read(value: object) -> T:
        try:
            return parse(value if isinstance(value, str) else _expect_text(value))
        except (DateError, LengthError, DecimalError) as error:
            raise failure(code, str(error), error.hint) from None

    return read


def _date_or_length(text: str) -> PlanDate | Length:
    """What stood under a key before: of most keys a date. What is neither is told as no date."""
    try:
        return parse_date(text)
    except DateError as error:
        try:
            return parse_length(text)
        except LengthError:
            raise error from None


def _date_or_id(text: str) -> PlanDate | str:
    """A date, or the id of what has one. What is neither is told as no date."""
    try:
        return parse_date(text)
    except DateError as error:
        if is_id(text) and not text[0].isdigit():
            return text
        raise error from None


def _whole_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise failure("GP108", f"'{text[:40]}' is not a whole number from 0")
    return int(text)


def number_or(word: str) -> PlainValidator:
    """What reads a number as it is written, or the one word that may stand in its place."""

    def read(text: str) -> str:
        try:
            return text if text == word else parse_decimal(text)
        except DecimalError as error:
            raise DecimalError(f"{error}, nor '{word}'", error.hint) from None

    return PlainValidator(_parsed_by(read, "GP108"))


def at_most(number: int, what: str) -> AfterValidator:
    """A bound to a list whose items are held against those of another, so that no file costs more than its size."""

    def few(items: tuple[T, ...]) -> tuple[T, ...]:
        if len(items) > number:
            raise failure("GP108", f"{len(items):,} {what}: {number} are the most")
        return items

    return AfterValidator(few)


def _truth(text: str) -> bool:
    if text not in {"true", "false"}:
        raise failure("GP108", f"'{text[:40]}' is neither true nor false")
    return text == "true"


def _format_version(text: str) -> int:
    if text != "1":
        raise failure("GP108", f"format version '{text[:40]}' is not known", "this program reads version 1")
    return 1


def _acceptable_code(text: str) -> str:
    if text not in CODES:
        raise failure("GP108", f"'{text[:40]}' is no code of a finding", did_you_mean(text, CODES))
    if is_unreadable(text) or text in OF_WHAT_IS_NO_PLAN:
        raise failure("GP108", f"{text} cannot be accepted", "what has it is left out of the plan until it is mended")
    if text in OF_ACCEPTANCES:
        raise failure("GP108", f"{text} cannot be accepted", "mend the acceptance that has it")
    return text


def as_list(value: object) -> object:
    """One item standing alone is a list of one."""
    return value if isinstance(value, list) else [value]


def shape(value: object) -> str:
    """Which branch of a text-or-mapping field a value takes; the mark keeps it apart from a key."""
    return "#mapping" if isinstance(value, dict) else "#text"


def _shown_as(words: str) -> WithJsonSchema:
    """A type's name for editors; `genderplan.schemas.scalars` says what they take for it."""
    return WithJsonSchema({"$comment": words})


Text = Annotated[str, StringConstraints(pattern=TEXT_PATTERN)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
FormerId = Annotated[str, StringConstraints(pattern=FORMER_PATTERN)]
"""What a milestone was called: its id, or `entry#milestone` where it was another entry's."""

OrganisationId = Annotated[str, StringConstraints(pattern=ORGANISATION_PATTERN)]
"""The id of an organisation where it is declared; elsewhere any text, judged as a reference."""

Date = Annotated[PlanDate, PlainValidator(_parsed_by(parse_date, "GP105")), _shown_as("a date")]
Day = Annotated[PlanDate, PlainValidator(_parsed_by(parse_day, "GP105")), _shown_as("a day")]
DateOrLength = Annotated[
    PlanDate | Length, PlainValidator(_parsed_by(_date_or_length, "GP105")), _shown_as("a date or a length")
]
DateOrId = Annotated[PlanDate | str, PlainValidator(_parsed_by(_date_or_id, "GP105")), _shown_as("a date or an id")]
"""A date, or the id of a meeting; an id that begins with a digit would be taken for a slip in a date."""

Duration = Annotated[Length, PlainValidator(_parsed_by(parse_length, "GP106")), _shown_as("a length")]
Interval = Annotated[Length, PlainValidator(_parsed_by(parse_length, "GP106")), _shown_as("a length from 1")]
"""How long it is from one time to the next: what makes a cycle judges it."""

WholeNumber = Annotated[int, PlainValidator(_parsed_by(_whole_number, "GP108")), _shown_as("a whole number")]
Number = Annotated[str, PlainValidator(_parsed_by(parse_decimal, "GP108")), _shown_as("a number")]
"""A decimal number as it is written: a text, for which `genderplan.decimals` knows its number."""

Truth = Annotated[bool, PlainValidator(_parsed_by(_truth, "GP108")), _shown_as("true or false")]
FindingCode = Annotated[str, PlainValidator(_parsed_by(_acceptable_code, "GP108")), _shown_as("a code")]
FormatVersion = Annotated[int, PlainValidator(_parsed_by(_format_version, "GP108")), _shown_as("1")]
ExtraKey = Annotated[str, StringConstraints(pattern=EXTRA_PATTERN)]

OneOrMany = Annotated[tuple[T, ...], BeforeValidator(as_list)]
"""One item, or a list of them."""

TEXT_OR_MAPPING = Discriminator(shape)
