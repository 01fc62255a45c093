"""Wording of plans: every text that their files have, by what has it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.plan.plans import Plan

if TYPE_CHECKING:
    from genderplan.kinds.board.rows import BoardRow

_TEXTS = frozenset(
    (
        "answer",
        "data_source",
        "due_note",
        "evidence",
        "funder",
        "groups",
        "how",
        "long_term_aim",
        "next",
        "note",
        "output",
        "reason",
        "role",
        "skipped",
        "state",
        "success",
        "text",
        "theme",
        "title",
        "who",
    )
)
"""The fields of rows that are texts for readers; ids, dates, addresses and words to find things by are none."""

_OF_PLAN = ("title", "state", "long_term_aim", "aims", "objectives", "sources", "publications", "budget", "note")


class Wording(NamedTuple):
    """What has texts, by its full id and its file, and the texts."""

    id: str
    file: str
    texts: tuple[str, ...]


def wording_of(plan: Plan) -> Iterator[Wording]:
    """The texts of a plan, of its entries, indicators, registers with their items, and assessments."""
    own = (text for name in _OF_PLAN for text in _texts_in(getattr(plan, name), name))
    yield Wording(plan.id, plan.file, tuple(own))
    for entry in plan.entries:
        yield Wording(entry.full_id(), entry.file, tuple(_texts_in(entry)))
    for indicator in plan.indicators:
        yield Wording(indicator.full_id(), indicator.file, tuple(_texts_in(indicator)))
    for register in plan.registers:
        yield Wording(register.full_id(), register.file, (register.title, register.note or ""))
        for item in register.items:
            yield Wording(item.full_id(), register.file, tuple(_texts_in(item)))
    for assessment in plan.assessments:
        yield Wording(assessment.full_id(), assessment.file, tuple(_texts_in(assessment)))


def wording_of_board(board: "BoardRow") -> Wording:
    """The texts of a board, its meetings, decisions and what it receives."""
    return Wording(f"board:{board.id}", board.file, tuple(_texts_in(board)))


def _texts_in(value: object, name: str = "") -> list[str]:
    """The texts of a row, with those of the rows within it; of a text itself, where its field is one of texts."""
    texts: list[str] = []
    _add_texts(value, name, texts)
    return texts


def _add_texts(value: object, name: str, texts: list[str]) -> None:
    """What is empty is left out before anything is asked of it: of a row nearly all is."""
    if isinstance(value, str):
        if name in _TEXTS:
            texts.append(value)
    elif isinstance(value, tuple):
        names = () if isinstance(value, PlanDate) else getattr(value, "_fields", None) or (name,) * len(value)
        for field, each in zip(names, value, strict=False):
            if each:
                _add_texts(each, field, texts)
    elif is_dataclass(value):
        for each_field in fields(value):
            _add_texts(getattr(value, each_field.name), each_field.name, texts)
