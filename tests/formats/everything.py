"""A page with every block and every value, for what must hold of any page in a format."""

from genderplan.dates.forms import parse_date
from genderplan.dates.lengths import parse_length
from genderplan.dates.variance import variance
from genderplan.findings import Severity
from genderplan.page.page import (
    Amount,
    Column,
    Command,
    Drawing,
    Facts,
    Holding,
    Identifier,
    Nested,
    Next,
    Note,
    NumberSeries,
    Organisations,
    Page,
    Section,
    Share,
    Shift,
    Stack,
    Table,
    Value,
)
from genderplan.standing.rag import Rag, Status
from genderplan.text import one_line

DAY, MONTH, QUARTER, YEAR = (parse_date(text) for text in ("2025-03-05", "2025-06", "2025-Q3", "FY2025-26"))

VALUES: dict[str, Value] = {
    "text": "Publish the pay gap by grade, and what is done about it, in each year's report to the board",
    "nothing": None,
    "number": 12345,
    "day": DAY,
    "month": MONTH,
    "quarter": QUARTER,
    "year": YEAR,
    "length": parse_length("3 months"),
    "late": variance(DAY, MONTH),
    "early": variance(MONTH, DAY),
    "kept": variance(MONTH, MONTH),
    "id": Identifier("pay-gap#publish"),
    "long id": Identifier("a-word-without-any-place-at-which-it-could-be-broken-" * 3),
    "command": Command("genderplan impact pay-gap#publish"),
    "organisations": Organisations(("HR", "EODB")),
    "moved": Shift(MONTH, QUARTER),
    "dropped": Shift(MONTH, None),
    "share": Share(1234, 5678),
    "amount": Amount(3, "day"),
    "held in full": Holding("full", 3),
    "held in part": Holding("part"),
    "held by nothing": Holding("none"),
    "nested": Nested("Biodiversity, which stands within a strategy within a direction", 2),
    "series": NumberSeries(("31.4", "33.10", "35")),
    "stack": Stack(("Publish the report", Identifier("pay-gap#publish"), "", "approved by the Board, 5 Mar 2025")),
    **{f"status {status}": status for status in Status},
    **{f"RAG {rag}": rag for rag in Rag},
    **{f"severity {severity}": severity for severity in Severity},
}
"""One of each kind, by what it is."""

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</title></style></td></table></main><h1>Approved</h1>",
    "<!-- <![CDATA[ ]]> --> <?xml?>",
    "&lt;b&gt; &amp;amp; &#60; &notit; \"quoted\" 'so'",
    "::error file=x::no ##[error] #\ufe0f#[group]",
    "שלום, مرحبا, 男女共同参画, ẽ́, 👩🏽‍💻, \N{FULLWIDTH LESS-THAN SIGN}b>",
    "\x00\x08\x1b[31m\x7f\x85\u202egpj.exe\u2066\u200b\ufeff\U000e0041",
    "\ufdd0 \uffff \U0010ffff \ud800 \ue000",
    "two\nlines\tand\u2028more\r\nof them",
    "Gleichstellungsbeauftragte" * 12,
    "{{braces}} $HOME `ticks` \\backslash %s",
)
"""Texts of which a careless writer makes something else."""

_PICTURE = """\
<?xml version='1.0' encoding='us-ascii'?>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" viewBox="0 0 960 80" width="960" height="80">
  <title id="title">Promises</title>
  <defs><clipPath id="cut"><rect width="900" height="80" /></clipPath></defs>
  <rect width="100%" height="100%" fill="#ffffff" />
  <g clip-path="url(#cut)"><text x="16" y="40" fill="#000000">&lt;b&gt; id="x" &#233;</text></g>
</svg>
"""

_COLUMNS = (Column("What", is_name=True), Column("Value"), Column(""), Column("Number", is_number=True))


def everything() -> Page:
    """The page: headings to the seventh level, two tables and drawings that are called the same, texts of all kinds."""
    rows = tuple((name, value, None, number) for number, (name, value) in enumerate(VALUES.items()))
    hostile = Table(
        "Texts of which a careless writer makes something else than they say",
        (Column("Text", is_name=True), *map(Column, HOSTILE[:3])),
        _square(HOSTILE),
    )
    return Page(
        "Everything that a page can hold",
        (
            Facts((Identifier("women-2025"), "as of 5 Mar 2025", Organisations(("HR",)), None)),
            Note("A sentence or more, which says what matters most, and takes the room that it needs to say so."),
            Note("What could be left out.", is_aside=True),
            Section("Values", (Table("Every kind of value", _COLUMNS, rows), Table("No rows", _COLUMNS, ())), 12345),
            Section("Drawings", (Drawing("Promises over time", _PICTURE), Drawing("Promises over time", _PICTURE))),
            Section("Texts", (hostile, *map(Note, HOSTILE))),
            Section("Many columns", (_broad(),)),
            Section(HOSTILE[-2], (Facts(HOSTILE), Table(HOSTILE[-2], (Column("A"),), ()))),
            _deep(7),
            Next(Command("genderplan check"), "whether the dates are kept"),
            Next(Command("genderplan explain GP107"), "what a finding means"),
            Facts(()),
        ),
        {"HR": "Directorate of <Human> Resources & Learning", "EODB": "Equal Opportunities and Diversity Board"},
    )


def _broad() -> Table:
    """As many columns as any page has, each with another kind of value."""
    names = list(VALUES)[:12]
    return Table("Values side by side", tuple(map(Column, names)), (tuple(VALUES[name] for name in names),) * 3)


def _square(texts: tuple[str, ...]) -> tuple[tuple[Value, ...], ...]:
    """Each text as the name of a row, and in a cell of every kind that holds text."""
    return tuple((text, Identifier(text), Organisations((text, text)), Stack((text, text))) for text in texts)


def _deep(levels: int) -> Section:
    within = (_deep(levels - 1),) if levels else (Note("At the bottom."),)
    return Section(f"{levels} more below", within)


def shown(text: str) -> str:
    """A text as every format shows it; what is never a character is spelled out too, as HTML allows none."""
    return "".join(f"{sign!a}"[1:-1] if _is_never(ord(sign)) else sign for sign in one_line(text))


def _is_never(number: int) -> bool:
    """Whether Unicode says that this number is that of no character, ever."""
    return number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
