"""Pages of the manual: one for each code, from its text and its example."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from genderplan.checks import VALID
from genderplan.checks.acceptances import acceptances_not_needed
from genderplan.checks.gate.table import SINCE
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.errors import GenderplanError, UsageError
from genderplan.findings import CODES, Severity
from genderplan.manual.blocks import PageText, blocks
from genderplan.manual.measures import MEASURES
from genderplan.manual.reading import FILES, SCHEMA
from genderplan.manual.trees import Example, example
from genderplan.suggestions import did_you_mean

GROUPS = {
    "GP0": "files and YAML",
    "GP1": "keys and values",
    "GP2": "references",
    "GP3": "dates within the plan",
    "GP4": "dates against the status date",
    "GP5": "dates against what they were",
    "GP6": "completeness",
    "GP7": "acceptances",
}
"""What the codes that begin so are about."""

_OF_VALIDATE: tuple[Callable[..., object], ...] = (*VALID, acceptances_not_needed)


class CodePage(NamedTuple):
    """All that is to be known of a code.

    `by` is the command that gives it: `check` gives all that `validate` does; `option` is what it is not given without.
    """

    code: str
    """The finding's code; codes are stable."""
    severity: Severity
    """How much it weighs: an error fails a run, a warning only a strict one, a note never."""
    title: str
    """What it is, in a few words."""
    meaning: tuple[str, ...]
    """What it means and why it matters, in paragraphs."""
    mend: str
    """How it is mended."""
    by: str
    """The command that gives it: validate or check."""
    example: Example
    """A tree of plans that has the finding, and the same mended."""
    option: str | None
    """The option without which it is not given; null where none is needed."""


def page(code: str) -> CodePage:
    """The page of a code, in any case, with or without its letters. Raises UsageError for one that there is not."""
    name = code.strip().upper()
    name = f"GP{name:0>3}" if name.isdigit() else name
    if name not in CODES:
        raise UsageError(f"unknown code '{code}' ({_hint(name)})")
    return _page(name, *_texts()[name])


def _hint(name: str) -> str:
    """The codes of a group that is named, else the nearest code or measure."""
    members = [code for code in CODES if code[:3] == name[:3]]
    if members and name[2:].isdigit():
        return f"{GROUPS[name[:3]]}: {' to '.join(sorted({members[0], members[-1]}))}"
    return did_you_mean(name, CODES) or did_you_mean(name, MEASURES) or "'genderplan explain' lists them all"


def pages() -> tuple[CodePage, ...]:
    """The pages of all codes, in their order."""
    texts = _texts()
    return tuple(_page(code, *texts[code]) for code in CODES)


class _Text(NamedTuple):
    """The text of a code, and what gives it."""

    by: str
    option: str | None
    block: PageText


def _page(code: str, by: str, option: str | None, block: PageText) -> CodePage:
    severity, title = CODES[code]
    return CodePage(code, severity, title, block.meaning, block.mend, by, example(code, block.example), option)


def _texts() -> dict[str, _Text]:
    """By code, its text."""
    texts = (
        ("validate", None, f"{FILES}\n{SCHEMA}"),
        ("validate", None, _docs(_OF_VALIDATE)),
        ("validate", "--against", _docs(SINCE)),
        ("check", None, _docs(ON_TIME)),
    )
    return {code: _Text(by, option, block) for by, option, text in texts for code, block in blocks(text).items()}


def _docs(checks: Iterable[Callable[..., object]]) -> str:
    docs = [check.__doc__ for check in checks]
    if None in docs:
        raise GenderplanError("the manual is left out where Python runs without docstrings (-OO)")
    return "\n\n".join(map(str, docs))
