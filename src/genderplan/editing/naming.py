"""Names of what is within one file: objectives of a plan, categories of an indicator."""

from collections.abc import Iterable

from genderplan.errors import UsageError
from genderplan.folding import folded


def id_meant(what: str, name: str, titles: Iterable[tuple[str, str | None]]) -> str | None:
    """The id that a name means among ids with their titles: itself, else the one of that title, case apart.

    None where it means none. Raises UsageError where it is the title of several.
    """
    listed = tuple(titles)
    if any(name == each for each, _ in listed):
        return name
    ids = [each for each, title in listed if folded(name) in {folded(each), folded(title or each)}]
    if len(ids) > 1:
        raise UsageError(f"{what} '{name}' can mean {', '.join(ids)}: name one by its id")
    return ids[0] if ids else None
