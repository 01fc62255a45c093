"""Contents of whole files: which ids a file gives, each of them once and with a value."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from pydantic import BaseModel

from genderplan.findings import Position
from genderplan.source.places import Path, Places


class Twice(NamedTuple):
    """The second or a further use of an id within a file."""

    what: str
    id: str
    position: Position


class Content(BaseModel):
    """What every model of a whole file is, for its reader."""

    ids_at: ClassVar[Path | None] = None
    """The way to the mapping whose keys are ids, none of which may be without a value; None where a file has none."""

    least: ClassVar[str] = "{}"
    """The least that can stand under such a key, for a hint."""

    def given_twice(self, places: Places) -> Iterator[Twice]:  # noqa: ARG002
        """Every further use of an id; of a file that gives none there is none."""
        return iter(())


def ids_twice(what: str, items: Sequence[BaseModel], places: Places, path: Path) -> Iterator[Twice]:
    """Every further use of an id among the items of the list at a path."""
    if len(items) < 2:
        return
    ids = [getattr(item, "id") for item in items]  # noqa: B009 - every item here has one
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield Twice(what, name, places.position((*path, index, "id")))
        seen.add(name)
