"""Plans for gender equality and equality schemes as plain text: read strictly, judged honestly.

The functions of `genderplan.api` are offered here; they are imported when they are first used, so that the
command line starts with nothing that it does not need.
"""

TYPE_CHECKING = False  # as `typing` has it, whose import takes longer than python's own start
if TYPE_CHECKING:
    from genderplan.api import (
        agenda,
        annex,
        assessments,
        calendar,
        check,
        costs,
        coverage,
        due,
        entries,
        gaps,
        glossary,
        history,
        impact,
        indicators,
        items,
        load_revision,
        load_tree,
        measures,
        milestones,
        report,
        slippage,
        status,
        timeline,
        trend,
        updates,
        validate,
        workload,
    )

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "agenda",
    "annex",
    "assessments",
    "calendar",
    "check",
    "costs",
    "coverage",
    "due",
    "entries",
    "gaps",
    "glossary",
    "history",
    "impact",
    "indicators",
    "items",
    "load_revision",
    "load_tree",
    "measures",
    "milestones",
    "report",
    "slippage",
    "status",
    "timeline",
    "trend",
    "updates",
    "validate",
    "workload",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from importlib import import_module  # noqa: PLC0415 - nothing is imported before it is asked for

        return getattr(import_module("genderplan.api"), name)
    raise AttributeError(f"module 'genderplan' has no attribute '{name}'")
