"""Scalars that an editor takes for text, a date, an id: one as YAML 1.2 reads it, where genderplan sees text alone.

An editor reads `2003` as a number and `true` as a truth value before any schema is asked, so wherever genderplan would
take their text, these schemas take them too. `patternErrorMessage` is what editors show in place of a bare pattern,
`enumDescriptions` what they show beside each value; other readers of schemas pass over both.
"""

from collections.abc import Mapping
from typing import Any

from genderplan.dates.forms import FIRST_YEAR, FORMS, LAST_YEAR
from genderplan.decimals import NUMBER_PATTERN
from genderplan.findings import CODES, OF_ACCEPTANCES, OF_WHAT_IS_NO_PLAN, is_unreadable
from genderplan.kinds.shared.fields import FORMER_PATTERN, ID_PATTERN, ORGANISATION_PATTERN, TEXT_PATTERN

Schema = dict[str, Any]

_YEAR = "(19|20|21)[0-9]{2}"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"

DAY_PATTERN = f"^{_YEAR}-{_MONTH}-{_DAY}$"
LENGTH_PATTERN = "^([0-9]{1,6} (day|week|month|year)s?|P[0-9]{1,6}[DWMY])$"
_INTERVAL_PATTERN = LENGTH_PATTERN.replace("[0-9]{1,6}", "(?!0+[ DWMY])[0-9]{1,6}")


def date_pattern(*, year: str = _YEAR) -> str:
    """The pattern of every form of a date; whether a day is in its month it cannot tell."""
    part = f"Q[1-4]|spring|summer|autumn|winter|{_MONTH}(-{_DAY})?"
    return f"^({year}(-({part}))?|FY{year}-[0-9]{{2}}(-Q[1-4])?|AY{year}-[0-9]{{2}})$"


_NEVER_ACCEPTED = OF_ACCEPTANCES | OF_WHAT_IS_NO_PLAN
_ACCEPTABLE = {code: each for code, each in CODES.items() if not is_unreadable(code) and code not in _NEVER_ACCEPTED}


def _number(word: str = "") -> Schema:
    """A decimal number, or the word that may stand in its place."""
    pattern = f"^({word}|{NUMBER_PATTERN.removeprefix('^').removesuffix('$')})$" if word else NUMBER_PATTERN
    means = f"A number is written with a point, as 23.10{f', or {word}' if word else ''}."
    return {"type": ["number", "string"], "pattern": pattern, "patternErrorMessage": means}


SCALARS: Mapping[str, Schema] = {
    "text": {
        "type": ["string", "number", "boolean"],
        "pattern": TEXT_PATTERN,
        "patternErrorMessage": "Blank text: remove the key, or give it words.",
    },
    "an id": {
        "type": ["string", "number", "boolean"],
        "pattern": ID_PATTERN,
        "minimum": 0,
        "patternErrorMessage": "An id is made of lower-case letters and digits, joined by single hyphens.",
    },
    "a former id": {
        "type": ["string", "number", "boolean"],
        "pattern": FORMER_PATTERN,
        "minimum": 0,
        "patternErrorMessage": "An id, or entry#milestone: lower-case letters and digits, joined by single hyphens.",
    },
    "a date": {
        "type": ["string", "integer"],
        "pattern": date_pattern(),
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "patternErrorMessage": f"A date is {FORMS}.",
    },
    "a day": {"type": "string", "pattern": DAY_PATTERN, "patternErrorMessage": "A day is YYYY-MM-DD."},
    "a length": {
        "type": "string",
        "pattern": LENGTH_PATTERN,
        "patternErrorMessage": "A length is '3 months', '2 weeks', '30 days', '1 year', or P3M.",
    },
    "a date or a length": {
        "type": ["string", "integer"],
        "pattern": f"{date_pattern()}|{LENGTH_PATTERN}",
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "patternErrorMessage": f"A date is {FORMS}; a length is '3 months', '1 year', or P3M.",
    },
    "a date or an id": {
        "type": ["string", "integer"],
        "pattern": f"{date_pattern()}|^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "patternErrorMessage": f"A date is {FORMS}; the id of a meeting begins with a letter.",
    },
    "a length from 1": {
        "type": "string",
        "pattern": _INTERVAL_PATTERN,
        "patternErrorMessage": "A length from 1 is '3 months', '2 weeks', '1 year', or P3M.",
    },
    "a whole number": {
        "type": ["integer", "string"],
        "pattern": "^[0-9]{1,9}$",
        "minimum": 0,
        "maximum": 999_999_999,
        "patternErrorMessage": "A whole number from 0 is expected.",
    },
    "a number": _number(),
    "a number or no-target": _number("no-target"),
    "a number or pending": _number("pending"),
    "a number or unquantified": _number("unquantified"),
    "free, existing, staff-time, realigned, unquantified": {
        "type": "string",
        "pattern": "^(free|existing|staff-time|realigned|unquantified)$",
        "patternErrorMessage": "free, existing, staff-time, realigned or unquantified; or a mapping with an amount.",
    },
    "a currency": {
        "type": "string",
        "pattern": "^[A-Z]{3}$",
        "patternErrorMessage": "A currency is three capitals, as GBP or EUR.",
    },
    "true or false": {
        "type": ["boolean", "string"],
        "pattern": "^(true|false)$",
        "patternErrorMessage": "true or false is expected.",
    },
    "1": {"enum": [1, "1"]},
    "a code": {
        "type": "string",
        "enum": list(_ACCEPTABLE),
        "enumDescriptions": [code.title for code in _ACCEPTABLE.values()],
    },
}
"""By the name that the type of a field carries: see `genderplan.kinds.shared.fields`."""

NAMES_OF_PATTERNS: Mapping[str, str] = {
    TEXT_PATTERN: "text",
    ID_PATTERN: "an id",
    FORMER_PATTERN: "a former id",
    ORGANISATION_PATTERN: "an organisation's id",
}
"""Texts have no name of their own: their pattern tells which they are."""
