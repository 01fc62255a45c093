"""Nouns of lists, by themselves: a shell that completes a line waits for no plan."""

from enum import StrEnum

from genderplan.source.kinds import Kind

_LISTED_OTHERWISE = frozenset((Kind.REGISTER, Kind.BASELINE))
"""Kinds of files that have no noun: of registers the items are listed, and baselines by `baseline list`."""


class Noun(StrEnum):
    """What can be listed: what is named here, then each kind of file that is not, by the folder of its files."""

    _ignore_ = "kind"

    ENTRIES = "entries"
    ACTIONS = "actions"
    PROJECTS = "projects"
    MILESTONES = "milestones"
    INDICATORS = "indicators"
    OBJECTIVES = "objectives"
    ORGANISATIONS = "organisations"
    PLANS = "plans"
    UPDATES = "updates"
    FRAMEWORKS = "frameworks"
    SECTIONS = "sections"
    ITEMS = "items"
    ASSESSMENTS = "assessments"
    BOARDS = "boards"
    MEETINGS = "meetings"
    REPORTS = "reports"
    DECISIONS = "decisions"

    for kind in Kind:
        if kind.folder and kind not in _LISTED_OTHERWISE and kind.folder.upper() not in vars():
            vars()[kind.folder.upper()] = kind.folder


OF_BOARDS = frozenset((Noun.BOARDS, Noun.MEETINGS, Noun.REPORTS, Noun.DECISIONS))
"""What belongs to boards, and to no plan."""

OWN_STATUSES: dict[Noun, tuple[str, ...]] = {
    Noun.MEETINGS: ("held", "next", "planned", "cancelled", "undated", "unconfirmed"),
    Noun.DECISIONS: ("open", "agreed", "not agreed", "done"),
}
"""Where things stand that have words of their own for it, besides those of entries."""
