"""The tables of keys in `docs/plan-format.md`; the rest of that page is written by hand."""

from tools.format_tables import table
from tools.pages import filled
from tools.write import ROOT

_PAGE = "docs/plan-format.md"
_KINDS = {
    "keys of plan.yaml": "plan",
    "keys of an action or a project": "action",
    "keys of an indicator": "indicator",
    "keys of a register": "register",
    "keys of organisations.yaml": "organisations",
    "keys of glossary.yaml": "glossary",
    "keys of a board": "board",
    "keys of a baseline": "baseline",
    "keys of a framework": "framework",
    "keys of an assessment": "assessment",
}


def files() -> dict[str, str]:
    """The page by its path in the repository."""
    text = (ROOT / _PAGE).read_text(encoding="utf-8")
    return {_PAGE: filled(text, {name: table(kind) for name, kind in _KINDS.items()})}
