"""Costs of an entry as files have them: a word, or what it costs in a year and out of what."""

from typing import Annotated, Literal

from pydantic import Tag, WithJsonSchema

from genderplan.kinds.entry.cost_rows import UNQUANTIFIED
from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, Date, Number, OneOrMany, Text, Truth, at_most, number_or
from genderplan.kinds.shared.mappings import FileMapping

_NumberOrUnquantified = Annotated[
    str, number_or(UNQUANTIFIED), WithJsonSchema({"$comment": "a number or unquantified"})
]


class Cost(FileMapping):
    """What an entry costs: an amount in a year, out of new money or out of what there is."""

    amount: _NumberOrUnquantified | None = None
    """How much, in the plan's currency, as it is written; or unquantified, where that is not known yet.

    Examples: 25000, "unquantified"
    """

    year: Date | None = None
    """The year, or another period, in which it is spent.

    Examples: "FY2007-08", "2008"
    """

    kind: Literal["new", "existing", "realigned", "staff-time"] | None = None
    """Out of what: new money, what there is, money taken from elsewhere, or staff time. Left out: nothing is said."""

    fte: Number | None = None
    """How many full-time posts it takes.

    Examples: 0.5
    """

    funder: Text | None = None
    """Who pays, in words.

    Examples: "The council"
    """

    approximate: Truth = False
    """Whether the amount is about so much; false when left out.

    Examples: true
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper gives it for the first phase."
    """


_Word = Annotated[
    Literal["free", "existing", "staff-time", "realigned", "unquantified"],
    WithJsonSchema({"$comment": "free, existing, staff-time, realigned, unquantified"}),
]
_Each = Annotated[Annotated[_Word, Tag("#text")] | Annotated[Cost, Tag("#mapping")], TEXT_OR_MAPPING]
Costs = Annotated[OneOrMany[_Each], at_most(100, "costs")]
"""A word for what there is no amount of, a mapping, or a list of them."""
