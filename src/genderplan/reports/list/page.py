"""Page of a list: a table of what passes the filters, and the days of the plans that it comes from."""

from collections.abc import Mapping, Sequence

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.page.page import Column, Note, Organisations, Page, Table, Value
from genderplan.page.words import day_in_words
from genderplan.reports.list.result import Listing
from genderplan.reports.list.text import NUMBERS, count_in_words, head_of, value_of
from genderplan.standing.rag import Rag, Status
from genderplan.terminal.cells import in_words

_OF_BOARDS = ("board", "chair", "serves")
_ORGANISATIONS = frozenset(("leads", "inputs", "accountable", "goes_to", "who", "assessed_by", *_OF_BOARDS))
_NAMES = ("title", "id")
"""Columns that name their rows, the better first: no record is without."""


def list_page(listing: Listing, columns: Sequence[str], names: Mapping[str, str]) -> Page:
    """The records under the heads of their columns; to be put into a document of others."""
    naming = next((name for name in _NAMES if name in columns), columns[0])
    heads = tuple(Column(head_of(name), name in NUMBERS, name == naming) for name in columns)
    rows = tuple(tuple(_value(name, value_of(record, name, columns)) for name in columns) for record in listing.records)
    days = Note("; ".join(map(day_in_words, listing.plans)))
    blocks = (Table(listing.noun.capitalize(), heads, rows), days)
    return Page(count_in_words(listing), blocks, names, stands_alone=False)


def _value(name: str, value: object) -> Value:
    """A field as a value; of what no page has a value for, and of numbers as they are in files, the words."""
    is_by_several = name == "by" and isinstance(value, tuple)
    if (name in _ORGANISATIONS or is_by_several) and value:
        return Organisations(value if isinstance(value, tuple) else (str(value),))
    return value if isinstance(value, PlanDate | Length | Status | Rag) else in_words(value)
