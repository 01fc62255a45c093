"""What somebody probably meant: the nearest of what is known."""

from collections.abc import Iterable
from difflib import get_close_matches

from genderplan.folding import folded

_LONGEST = 100
_FEW = 30


def nearest(given: str, known: Iterable[str]) -> str | None:
    """The known name that is nearest to one given, ignoring case; None where none is near."""
    names = {folded(name): name for name in known}
    near = get_close_matches(folded(given[:_LONGEST]), names, n=1, cutoff=0.6)
    return names[near[0]] if near else None


def did_you_mean(given: str, known: Iterable[str]) -> str | None:
    """A question that names the nearest known name; None where none is near."""
    near = nearest(given, known)
    return f"did you mean '{near}'?" if near else None


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """A message about a name that is not known, with the nearest one, or all where they are few."""
    names = sorted(set(known))
    hint = did_you_mean(given, names)
    if hint is None:
        hint = (
            f"known: {', '.join(names)}"
            if 0 < len(names) <= _FEW
            else f"{len(names) or 'none'} {'are' if names else 'is'} known"
        )
    return f"unknown {what} '{given}' ({hint})"
