"""Page of a report: facts, notes, tables, drawings and excerpts in sections; cells are values until a format speaks."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit
from genderplan.dates.variance import Variance
from genderplan.findings import Severity
from genderplan.standing.rag import Rag, Status


class Identifier(NamedTuple):
    """What a command takes: an id, a code of a finding, a commit."""

    text: str


class Command(NamedTuple):
    """A command line."""

    text: str


class Organisations(NamedTuple):
    """Organisations by their ids; a page may know their names."""

    ids: tuple[str, ...]


class Shift(NamedTuple):
    """A date, or how often something comes, as it moved, or still is; None where there was none, or is none now."""

    was: PlanDate | Length | None
    now: PlanDate | Length | None


class Rooms(NamedTuple):
    """What is left between two dates: as it was, where that is known, and as it is; negative: it is not enough."""

    before: int | None
    after: int | None
    unit: Unit | None


class Share(NamedTuple):
    """So many of so many."""

    done: int
    of: int


class Amount(NamedTuple):
    """So many of something, by its noun for one: `3 days`."""

    number: int
    noun: str


class Holding(NamedTuple):
    """How far something is held by what a column is about: full, part, or none where that is said; by how many."""

    extent: str
    number: int = 0


class Heat(NamedTuple):
    """So many of something, and how much that is: 0 for nothing, 4 for very much."""

    number: int
    level: int


class Nested(NamedTuple):
    """Text of something that stands within others: so deep, 0 is within none."""

    text: str
    depth: int


class NumberSeries(NamedTuple):
    """Numbers one after the other, as they are written, the oldest first."""

    values: tuple[str, ...]


class Stack(NamedTuple):
    """Values one below the other in a cell, the first of which is what the cell is about where they are not alike."""

    values: "tuple[Value, ...]"
    are_alike: bool = False


Value: TypeAlias = (
    str
    | int
    | PlanDate
    | Length
    | Variance
    | Status
    | Rag
    | Severity
    | Identifier
    | Command
    | Organisations
    | Shift
    | Rooms
    | Share
    | Amount
    | Holding
    | Heat
    | Nested
    | NumberSeries
    | Stack
    | None
)
"""What a cell or a fact can be; a `str` is text of a plan or of the program, and no markup of any format."""


class Column(NamedTuple):
    """A column of a table: its head, whether it holds numbers, and whether its cells name their rows."""

    head: str
    is_number: bool = False
    is_name: bool = False


class Table(NamedTuple):
    """Rows of values under their heads; the caption says what they are, for whoever cannot see what is around.

    Where a screen has no room for all, `left_out` is how many there are besides.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    left_out: int = 0

    def first(self, most: int | None) -> "Table":
        """The first of its rows, and how many more there are; None: all."""
        rows = self.rows[:most]
        return self._replace(rows=rows, left_out=self.left_out + len(self.rows) - len(rows))


class Facts(NamedTuple):
    """Short facts that stand side by side."""

    values: tuple[Value, ...]


class Note(NamedTuple):
    """A sentence or more; an `aside` says what could be left out. The `head` of a column stands in it for `{}`."""

    text: str
    is_aside: bool = False
    head: str = ""

    @property
    def words(self) -> str:
        """The whole of it."""
        return self.text.replace("{}", self.head) if self.head else self.text


class Drawing(NamedTuple):
    """A picture, as a whole SVG document, with what it shows in a few words; its figures stand in a table beside it."""

    title: str
    svg: str


class Excerpt(NamedTuple):
    """Lines of a file or of a command's output, in which every space counts; the caption says of which."""

    caption: str
    text: str


class Next(NamedTuple):
    """What to run next, and what it tells."""

    command: Command
    why: str


class Section(NamedTuple):
    """A heading, of how many things it tells where that is said, and what stands under it; `more` ends the heading."""

    title: str
    blocks: "tuple[Block, ...]"
    number: int | None = None
    more: str = ""

    @property
    def ending(self) -> str:
        """What stands in the heading after the title."""
        return ("" if self.number is None else f" ({self.number:,})") + self.more

    def first(self, most: int | None) -> "Section":
        """The same with the first rows of each table in it; None: all."""
        blocks = (each.first(most) if isinstance(each, Table | Section) else each for each in self.blocks)
        return self._replace(blocks=tuple(blocks))


Block: TypeAlias = Facts | Note | Table | Drawing | Excerpt | Next | Section


class Page(NamedTuple):
    """A whole report. `names` are what organisations are called, by their ids, in one that is not among them by its id.

    `language` is that of the texts, as HTML has it. What does not stand alone is to be put into a document of others,
    under a heading of theirs. On paper one that `is_on_sheets` has a sheet for each of its sections, which is short
    enough.
    """

    title: str
    blocks: tuple[Block, ...]
    names: Mapping[str, str] = MappingProxyType({})
    language: str = "en"
    stands_alone: bool = True
    is_on_sheets: bool = False
