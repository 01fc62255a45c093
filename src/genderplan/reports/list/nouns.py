"""Nouns of lists, by themselves: a shell that completes a line waits for no plan."""

from enum import StrEnum


class Noun(StrEnum):
    """What can be listed."""

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


OF_BOARDS = frozenset((Noun.BOARDS, Noun.MEETINGS, Noun.REPORTS, Noun.DECISIONS))
"""What belongs to boards, and to no plan."""
