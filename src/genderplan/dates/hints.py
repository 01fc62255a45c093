"""Hints of how a text that is no date could be written as one: what people type, and the form that it means.

Only ever a hint: nothing read here is taken for a date. Where a text can mean two things, both forms are named.
"""

import re
import unicodedata
from calendar import month_name
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from genderplan.dates.forms import DateError, exact_date
from genderplan.dates.repetitions import is_ongoing, repetition_in

_LONGEST = 60
_NO_END = "what goes on without an end has a 'start', and neither 'end' nor 'due'"
_NOT_DATED = "what has no date gets none: leave it out, and say so in a note"
_NO_DATES = re.compile(
    r"(?:as (?:and when )?required|tb[acd]|to be (?:agreed|announced|confirmed|determined|decided)|unknown|n/?a|asap|"
    r"as soon as possible|immediate(?:ly)?|\?+|-+)"
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"), "-")
_UNTOLD = re.compile(" for [^,]+")
"""Which of several readings one is; said of none that stands alone."""

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
_MONTHS = {name.lower()[:letters]: at for at, name in enumerate(month_name) if at for letters in (3, 9)} | {"sept": 9}


class Suggestion(NamedTuple):
    """A date as it is written, and when it is the one that is meant, where another could be."""

    text: str
    when: str = ""


Read = Callable[[re.Match[str]], Iterator[Suggestion]]


def date_hint(text: str, *, is_day: bool = False) -> str | None:
    """What to write instead of a text that is no date, or no day where one is asked for; None where nobody knows."""
    plain = _plain(text)
    if len(text) > _LONGEST or not plain:
        return None
    if _NO_DATES.fullmatch(plain):
        return None if is_day else _NOT_DATED
    recurring = _repetition_hint(plain)
    if recurring:
        return None if is_day else recurring
    return _readings_in_words(plain, is_day=is_day)


def _readings_in_words(plain: str, *, is_day: bool) -> str | None:
    """Every date that a text can mean, each with when it does."""
    found = [each for form, read in _FORMS if (match := form.fullmatch(plain)) for each in read(match)]
    readings = [each for each in dict.fromkeys(found) if _can_be(each.text, is_day=is_day)]
    if len({each.text for each in readings}) == 1:
        return f"write {readings[0].text}{_UNTOLD.sub('', readings[0].when)}"
    return "write " + " or ".join(f"{each.text}{each.when}" for each in readings) if readings else None


def _repetition_hint(plain: str) -> str | None:
    """The keys of what goes on, or comes again, which a text says instead of a date; None where it does not.

    With a first date beside it, `31 August (annually)`, the form of that is named too.
    """
    if is_ongoing(plain):
        return _NO_END
    found = repetition_in(plain)
    if found is None:
        return None
    if found.first is None:
        return f"write 'every: {found.every}', and under 'due' the first date where that is known"
    first = _readings_in_words(_plain(found.first), is_day=False)
    return f"{first} as the first date, and 'every: {found.every}' beside it" if first else None


def _plain(text: str) -> str:
    """Letters and digits in their usual forms, hyphens for dashes, one space between words, without what says `by`."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text[:_LONGEST])
    usual = unicodedata.normalize("NFKC", digits).translate(_DASHES).lower()
    return _BY.sub("", " ".join(usual.split()).strip(" .,;"), count=1)


def _can_be(text: str, *, is_day: bool) -> bool:
    """Whether a reading is a date; YYYY stands for a year that the text lacks."""
    try:
        parsed = exact_date(text.replace("YYYY", "2000"))
    except DateError:
        return False
    return parsed.is_day or not is_day


_BY = re.compile(r"(?:(?:due|by|in|during|at|on) )*(?:the )?(?:end[ -](?:of )?)?(?:the )?(?:year )?(?=.)")
_S = r"(?:[\s/.,_-]|\b(?:of|the)\b)*"
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_SHORT = r"['\u2019]?(?P<short>[0-9]{2})"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s,.]*)?"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_N = r"[\s/._-]+"
_FINANCIAL = r"(?:fy|f/y|financial year|fiscal year)"
_ACADEMIC = r"(?:ay|a/y|academic year|school year)"
_TWO_YEARS = rf"{_YEAR} ?[/-] ?(?P<next>[0-9]{{2,4}})"
_TWO_SHORT = rf"{_SHORT} ?[/-] ?(?P<next>[0-9]{{2}})"
_TERMS = {
    12: ("autumn", "fall", "winter", "michaelmas"),
    3: ("spring", "lent", "hilary", "epiphany"),
    7: ("summer", "trinity", "easter"),
}
"""The month with which terms of these names end as a rule."""

_TERM = rf"(?P<term>{'|'.join(name for names in _TERMS.values() for name in names)})"


def _quarter(found: re.Match[str]) -> Iterator[Suggestion]:
    number = found["number"]
    yield Suggestion(f"{found['year']}-Q{_ORDINALS.get(number, number)}")


def _financial_quarter(found: re.Match[str]) -> Iterator[Suggestion]:
    if _ends_next(found):
        yield Suggestion(f"{_financial_year(_year(found)).text}-Q{found['number']}")


def _half(found: re.Match[str]) -> Iterator[Suggestion]:
    quarter = 4 if found["number"] in {"2", "second", "2nd", "last"} else 2
    yield Suggestion(f"{found['year']}-Q{quarter}", ", the quarter with which it ends")


def _week(found: re.Match[str]) -> Iterator[Suggestion]:
    try:
        last = date.fromisocalendar(int(found["year"]), int(found["number"]), 7)
    except ValueError:
        return
    yield Suggestion(last.isoformat(), ", its last day")


def _season(found: re.Match[str]) -> Iterator[Suggestion]:
    """Winter, which has parts of two years, is named by the year in which it begins."""
    year, season = int(found["year"]), found["season"].replace("fall", "autumn")
    yield Suggestion(f"{year}-{season}", f" if it begins in December {year}" if season == "winter" else "")
    if season == "winter":
        yield Suggestion(f"{year - 1}-winter", f" if it begins in December {year - 1}")


def _winter(found: re.Match[str]) -> Iterator[Suggestion]:
    if _ends_next(found):
        yield Suggestion(f"{found['year']}-winter")


def _term(found: re.Match[str]) -> Iterator[Suggestion]:
    """A term, as the month with which it ends; of two years the one in which that is."""
    month = next(month for month, names in _TERMS.items() if found["term"] in names)
    following = found["next"]
    if following is None or _ends_next(found):
        year = _year(found) + (following is not None and month < 9)
        yield Suggestion(f"{year}-{month:02d}", ", the month with which it ends as a rule")


def _two_years(found: re.Match[str]) -> Iterator[Suggestion]:
    """Two years, the one behind the other: a financial year, or an academic one."""
    yield from _financial(found)
    yield from _academic(found)


def _financial(found: re.Match[str]) -> Iterator[Suggestion]:
    if _ends_next(found):
        yield _financial_year(_year(found))


def _academic(found: re.Match[str]) -> Iterator[Suggestion]:
    for each in _financial(found):
        yield Suggestion(each.text.replace("FY", "AY"), " for the academic year")


def _financial_alone(found: re.Match[str]) -> Iterator[Suggestion]:
    """A financial year that is named by one year: by the one in which it begins, or the one in which it ends."""
    year = _year(found)
    yield _financial_year(year)._replace(when=f" if it begins in {year}")
    yield _financial_year(year - 1)._replace(when=f" if it ends in {year}")


def _financial_year(year: int) -> Suggestion:
    return Suggestion(f"FY{year}-{(year + 1) % 100:02d}", " for the financial year")


def _ends_next(found: re.Match[str]) -> bool:
    """Whether the second of two years follows the first."""
    return (_year(found) + 1) % 100 == int(found["next"][-2:]) and len(found["next"]) in {2, 4}


def _year(found: re.Match[str]) -> int:
    """The year in four digits; of one in two this century's."""
    groups = found.groupdict()
    return int(groups.get("year") or f"20{groups['short']}")


def _of_numbers(found: re.Match[str]) -> Iterator[Suggestion]:
    """The year first: a month, or a day of it."""
    groups = found.groupdict()
    month = int(found["number"])
    text = f"{found['year']}-{month:02d}"
    if groups.get("day"):
        yield Suggestion(f"{text}-{int(found['day']):02d}")
    else:
        yield Suggestion(text, f" for {month_name[month]}" if 1 <= month <= 12 else "")


def _twice(found: re.Match[str]) -> Iterator[Suggestion]:
    yield Suggestion(f"{found['year']}-{found['number']}", ", and the day behind it if there is one")


def _year_last(found: re.Match[str]) -> Iterator[Suggestion]:
    """Two numbers before the year: a day and a month, in the one order or the other."""
    groups = found.groupdict()
    year = _year(found)
    first, second = int(found["first"]), int(found["second"])
    for day, month in ((first, second), (second, first)):
        if 1 <= month <= 12:
            meant = "" if groups.get("year") else f", if {year} is meant"
            yield Suggestion(f"{year}-{month:02d}-{day:02d}", f" for {day} {month_name[month]}{meant}")


def _in_words(found: re.Match[str]) -> Iterator[Suggestion]:
    """A month by its name, with a day or without, and a year or none."""
    groups = found.groupdict()
    year, short, day = groups.get("year"), groups.get("short"), groups.get("day")
    text = f"{_MONTHS[found['month']]:02d}" + (f"-{int(day):02d}" if day else "")
    if year or not short:
        yield Suggestion(f"{year or 'YYYY'}-{text}", "" if year else ", with its year")
    else:
        yield Suggestion(f"20{short}-{text}", f", if 20{short} is meant")


def _day_or_year(found: re.Match[str]) -> Iterator[Suggestion]:
    """`Dec-18` is a month of a year, or a day of a month."""
    yield from (each._replace(when=each.when.removeprefix(",")) for each in _in_words(found))
    yield Suggestion(f"YYYY-{_MONTHS[found['month']]:02d}-{found['short']}", " if a day is meant, with its year")


def _without_year(found: re.Match[str]) -> Iterator[Suggestion]:
    part = found["part"].replace("fall", "autumn")
    part = f"Q{part[-1]}" if part[0] == "q" else part
    yield Suggestion(f"YYYY-{part}", ", with its year")


def _year_alone(found: re.Match[str]) -> Iterator[Suggestion]:
    yield Suggestion(found["year"])


_FORMS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(form), read)
    for form, read in (
        (_YEAR, _year_alone),
        (rf"{_YEAR}{_S}q(?:tr|uarter)?{_S}(?P<number>[1-4])", _quarter),
        (rf"q(?:tr|uarter)?{_S}(?P<number>[1-4]){_S}{_YEAR}", _quarter),
        (rf"(?P<number>{'|'.join(_ORDINALS)}){_S}quarter{_S}{_YEAR}", _quarter),
        (rf"{_FINANCIAL}{_S}{_YEAR}{_S}(?P<next>[0-9]{{2,4}}){_S}q(?P<number>[1-4])", _financial_quarter),
        (rf"q(?P<number>[1-4]){_S}{_FINANCIAL}?{_S}{_TWO_YEARS}", _financial_quarter),
        (rf"{_YEAR}{_S}h(?:alf)?{_S}(?P<number>[12])", _half),
        (rf"h(?:alf)?{_S}(?P<number>[12]){_S}{_YEAR}", _half),
        (rf"(?P<number>first|1st|second|2nd|last) half{_S}{_YEAR}", _half),
        (rf"{_YEAR}{_S}w(?:k|eek)?{_S}(?P<number>[0-9]{{1,2}})", _week),
        (rf"w(?:k|eek)?{_S}(?P<number>[0-9]{{1,2}}){_S}{_YEAR}", _week),
        (rf"{_YEAR}{_S}{_SEASON}", _season),
        (rf"{_SEASON}{_S}{_YEAR}", _season),
        (rf"winter{_S}{_TWO_YEARS}", _winter),
        (rf"{_TERM} (?:term|semester){_S}{_YEAR}(?: ?[/-] ?(?P<next>[0-9]{{2,4}}))?", _term),
        (_TWO_YEARS, _two_years),
        (rf"{_FINANCIAL}{_S}{_TWO_YEARS}", _financial),
        (rf"{_FINANCIAL}{_S}{_TWO_SHORT}", _financial),
        (rf"{_ACADEMIC}{_S}{_TWO_YEARS}", _academic),
        (rf"{_ACADEMIC}{_S}{_TWO_SHORT}", _academic),
        (rf"{_FINANCIAL}{_S}{_YEAR}", _financial_alone),
        (rf"{_FINANCIAL}{_S}{_SHORT}", _financial_alone),
        (rf"{_YEAR}{_N}(?P<number>[0-9]{{1,2}})", _of_numbers),
        (rf"{_YEAR}{_N}(?P<number>[0-9]{{1,2}}){_N}(?P<day>[0-9]{{1,2}})(?:[t ][0-9:.+z -]*)?", _of_numbers),
        (rf"{_YEAR}(?P<number>[0-9]{{2}})(?P<day>[0-9]{{2}})", _of_numbers),
        (rf"(?P<number>[0-9]{{1,2}}){_N}{_YEAR}", _of_numbers),
        (rf"{_YEAR}-(?P<number>[0-9]{{2}})-(?P=year)", _twice),
        (rf"(?P<first>[0-9]{{1,2}}){_N}(?P<second>[0-9]{{1,2}}){_N}{_YEAR}", _year_last),
        (rf"(?P<first>[0-9]{{1,2}}){_N}(?P<second>[0-9]{{1,2}}){_N}{_SHORT}", _year_last),
        (rf"{_MONTH}{_S}{_YEAR}", _in_words),
        (rf"{_YEAR}{_S}{_MONTH}", _in_words),
        (rf"{_YEAR}{_S}{_MONTH}{_S}{_DAY}", _in_words),
        (rf"{_WEEKDAY}{_DAY}{_S}{_MONTH}{_S}{_YEAR}", _in_words),
        (rf"{_WEEKDAY}{_MONTH}{_S}{_DAY}{_N}{_YEAR}", _in_words),
        (rf"{_WEEKDAY}{_MONTH}{_S}{_DAY}, ?{_YEAR}", _in_words),
        (rf"{_WEEKDAY}{_DAY}{_S}{_MONTH}{_S}{_SHORT}", _in_words),
        (rf"{_MONTH}{_S}{_SHORT}", _day_or_year),
        (rf"(?:(?:next|this|coming|last) )?{_MONTH}", _in_words),
        (rf"{_WEEKDAY}{_DAY}{_S}{_MONTH}", _in_words),
        (r"(?:(?:next|this|coming|last) )?(?P<part>q[1-4]|spring|summer|autumn|fall|winter)", _without_year),
    )
)
"""What people type, each form with its reading."""
