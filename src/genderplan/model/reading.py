"""Documents to models: one function for every kind of file."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from genderplan.findings import Finding, Position, finding
from genderplan.model.empty_keys import empty_keys, findings_of_empty_keys
from genderplan.model.kinds import Baseline, Entry, Organisations, Plan
from genderplan.model.problems import findings_of
from genderplan.source.documents import Document
from genderplan.source.places import Path, Places

Model = TypeVar("Model", bound=BaseModel)


def read_model(
    model: type[Model], document: Document, file: str, entry: str | None = None
) -> tuple[Model | None, list[Finding]]:
    """The model that a document's value holds, or what keeps it from being one; findings name `entry`."""
    places = document.places
    empty = list(empty_keys(document, model))
    found = list(findings_of_empty_keys(empty, places, file, entry)) if empty else []
    try:
        read = model.model_validate(document.value)
    except ValidationError as error:
        return None, [*found, *findings_of(error, places, file, entry, model, empty)]
    found += (
        finding("GP109", f"{what} '{name}' is given twice", file, place, entry=entry)
        for what, name, place in _given_twice(read, places)
    )
    if not isinstance(read, Entry | Plan):
        found += _left_empty(read, document, file)
    return (None if found else read), found


def _left_empty(read: BaseModel, document: Document, file: str) -> Iterator[Finding]:
    """Organisations and entries of a baseline that are named and have no value: absent, yet surely meant."""
    path: Path = ("entries",) if isinstance(read, Baseline) else ()
    for name in document.left_empty(document.at(*path)):
        place = document.places.key_position((*path, name))
        yield finding("GP104", f"'{name}' has no value", file, place, hint=f"write '{name}: {{}}', or remove it")


def _given_twice(read: BaseModel, places: Places) -> Iterator[tuple[str, str, Position]]:
    """The second and further uses of an id within one document."""
    match read:
        case Entry():
            yield from _ids_twice("milestone", read.milestones, places, ("milestones",))
        case Plan():
            yield from _ids_twice("aim", read.aims, places, ("aims",))
            yield from _ids_twice("objective", read.objectives, places, ("objectives",))
            yield from _ids_twice("source", read.sources, places, ("sources",))
        case Baseline():
            header = read.plan
            yield from _ids_twice("aim", header.aims if header else (), places, ("plan", "aims"))
            yield from _ids_twice("objective", header.objectives if header else (), places, ("plan", "objectives"))
            for name, entry in read.entries.items():
                yield from _ids_twice("milestone", entry.milestones, places, ("entries", name, "milestones"))
        case Organisations():
            yield from _organisations_twice(read, places)


def _ids_twice(
    what: str, items: tuple[BaseModel, ...], places: Places, path: Path
) -> Iterator[tuple[str, str, Position]]:
    if len(items) < 2:
        return
    ids = [getattr(item, "id") for item in items]  # noqa: B009 - every item here has one
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield what, name, places.position((*path, index, "id"))
        seen.add(name)


def _organisations_twice(read: Organisations, places: Places) -> Iterator[tuple[str, str, Position]]:
    """Ids of organisations are unique ignoring case."""
    seen: set[str] = set()
    for name in read.root:
        if name.casefold() in seen:
            yield "organisation", name, places.key_position((name,))
        seen.add(name.casefold())
