"""Boards in lists: those that oversee the plans, and the filters that what is theirs can answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any

from genderplan.dates.forms import PlanDate
from genderplan.errors import UsageError
from genderplan.folding import folded
from genderplan.plan.plans import Tree
from genderplan.reports.list.nouns import OWN_STATUSES, Noun
from genderplan.standing.board_days import boards_of
from genderplan.standing.filters.predicates import Predicate, has_status, has_words, is_due_within, is_led_by
from genderplan.standing.records.sittings import NEVER, BoardStanding
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings, Status
from genderplan.suggestions import unknown

if TYPE_CHECKING:
    from genderplan.reports.list.result import BoardsRecord, Listing, Record

_OF_NO_PLAN = ""


def sitting(tree: Tree, standings: Sequence[Standings]) -> Iterator[BoardStanding]:
    """The boards of a tree, where they stand; of some plans alone those that oversee anything of them."""
    return (BoardStanding(board, day or NEVER) for board, day in boards_of(tree, standings))


def of_board(found: "Listing", board: str) -> "Listing":
    """What is a board's own, by its id."""
    name = "id" if found.noun is Noun.BOARDS else "board"
    return found._replace(records=tuple(each for each in found.records if getattr(each, name) == board))


def of_status(found: "Listing", wanted: Sequence[str]) -> "Listing":
    """Meetings or decisions that stand where one of some words says: one of their own, or of entries.

    Raises UsageError for a word that is neither.
    """
    words, own = frozenset(folded(each) for each in wanted), OWN_STATUSES[found.noun]
    for each in words - {*own, *Status}:
        raise UsageError(unknown(f"status of {found.noun}", each, own))
    return found._replace(records=tuple(each for each in found.records if words & _statuses(each)))


def _statuses(record: "Record") -> Set[str | None]:
    return {getattr(record, name, None) for name in ("status", "state")}


def passes(record: "BoardsRecord", selection: Selection) -> bool:
    """Whether something of a board passes every filter. Raises UsageError for one that asks for what none has."""
    for predicate, values in selection.wanted.items():
        if predicate not in _FILTERS:
            raise UsageError("of boards and what is theirs, --lead, --status, --due and --search can be asked")
        if not _FILTERS[predicate](record, values):
            return False
    return True


def _is_led(record: "BoardsRecord", units: Set[Any]) -> bool:
    """Whether one of some organisations reports, has to act, or leads the meetings."""
    names = getattr(record, "leads", None) or getattr(record, "by", None) or (getattr(record, "chair", None),)
    return any(each.has_any(_OF_NO_PLAN, filter(None, names)) for each in units)


def _is_within(record: "BoardsRecord", spans: Set[tuple[int, int]]) -> bool:
    name = next(name for name in ("due", "date", "next_meeting") if name in record._fields)
    when: PlanDate | None = getattr(record, name)
    return when is not None and any(first <= when.last <= last for first, last in spans)


def _has_words(record: "BoardsRecord", texts: Set[str]) -> bool:
    fields = ("id", "name", "title", "text", "role", "theme", "note", "reason")
    said = folded(" ".join(str(getattr(record, name, None) or "") for name in fields))
    return any(text in said for text in texts)


_FILTERS: "Mapping[Predicate, Callable[[BoardsRecord, Set[Any]], bool]]" = {
    is_led_by: _is_led,
    has_status: lambda record, statuses: getattr(record, "status", None) in statuses,
    is_due_within: _is_within,
    has_words: _has_words,
}
