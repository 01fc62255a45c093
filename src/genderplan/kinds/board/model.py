"""Boards as their files have them: what they oversee, when they meet, what they receive, and what they agreed."""

from collections.abc import Iterator

from genderplan.kinds.board.meetings import Meeting, MeetingRule
from genderplan.kinds.board.parts import BoardReplacement, Champions, Decision, Members, WorkingGroup
from genderplan.kinds.board.reports import PromisedReport, Receipt
from genderplan.kinds.plan.parts import Source
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.fields import OneOrMany, Text
from genderplan.kinds.shared.mappings import TitledMapping
from genderplan.source.places import Places


class Board(TitledMapping, Content):
    """boards/ID.yaml: a board that plans are reported to, by the id of an organisation of kind board."""

    role: Text | None = None
    """What the board is for, in words.

    Examples: "Oversees delivery of the scheme"
    """

    oversees: OneOrMany[Text] = ()
    """What it oversees: plans, `plan/objective`, `tag:TAG`, or sections of frameworks. Left out: every plan.

    Examples: "pay", ["pay/data", "tag:careers", "equality-standard/leadership"]
    """

    chair: Text | None = None
    """The id of the organisation, most often a post, that leads its meetings.

    Examples: "HR-Director"
    """

    members: Members = ()
    """Who sits on it: ids of organisations, or mappings of what has no id.

    Examples: ["HR", {"role": "Staff association"}]
    """

    serves: Text | None = None
    """The id of the board above it.

    Examples: "Council"
    """

    replaces: BoardReplacement | None = None
    """The board that it came in the place of, and when.

    Examples: {"board": "Reference-Group", "date": "2024-05"}
    """

    meets: MeetingRule | None = None
    """How often it meets. Dates follow only where it says from when; those of `meetings` come first.

    Examples: {"every": "3 months", "from": "2025-01", "before": "Council"}
    """

    meetings: tuple[Meeting, ...] = ()
    """Its meetings, those that were and those to come.

    Examples: [{"id": "feb-2025", "date": "2025-02-07", "papers_by": "2025-01-30"}]
    """

    receives: tuple[Receipt, ...] = ()
    """The reports that it receives again and again.

    Examples: [{"id": "progress", "title": "Progress of the plan", "by": "HR", "every_meetings": 2, "from": "feb-2025"}]
    """

    promised: tuple[PromisedReport, ...] = ()
    """Single reports that it was promised, and whether they came.

    Examples: [{"id": "survey", "title": "Outcomes of the survey", "by": "HR", "at": "2025-autumn"}]
    """

    decisions: tuple[Decision, ...] = ()
    """What it was asked to decide, what it decided, and what its members were concerned about.

    Examples: [{"id": "note-progress", "meeting": "feb-2025", "text": "Note the progress made", "agreed": true}]
    """

    champions: Champions | None = None
    """Reviews with one unit after the other, in turn.

    Examples: {"every": "6 months", "from": "2025-01", "by": "HR-Director", "rota": ["HR", "Finance"]}
    """

    working_groups: tuple[WorkingGroup, ...] = ()
    """Groups that work for it.

    Examples: [{"id": "pay", "title": "Pay", "chair": "HR-Director", "members": ["HR", "Finance"]}]
    """

    sources: tuple[Source, ...] = ()
    """The documents that it quotes.

    Examples: [{"id": "board-paper", "title": "Board paper 12", "date": "2024-09-30"}]
    """

    def given_twice(self, places: Places) -> Iterator[Twice]:
        yield from ids_twice("meeting", self.meetings, places, ("meetings",))
        yield from _earlier_ids_twice(self.meetings, places)
        yield from ids_twice("report", self.receives, places, ("receives",))
        yield from ids_twice("report", self.promised, places, ("promised",))
        received = {report.id for report in self.receives}
        for index, promise in enumerate(self.promised):
            if promise.id in received:
                yield Twice("report", promise.id, places.position(("promised", index, "id")))
        yield from ids_twice("decision", self.decisions, places, ("decisions",))
        yield from ids_twice("working group", self.working_groups, places, ("working_groups",))
        yield from ids_twice("source", self.sources, places, ("sources",))


def _earlier_ids_twice(meetings: tuple[Meeting, ...], places: Places) -> Iterator[Twice]:
    """Earlier ids that are another meeting's too: calendars would take the two for one."""
    met = {meeting.id for meeting in meetings}
    for index, meeting in enumerate(meetings):
        for number, name in enumerate(meeting.renamed_from):
            if name in met:
                yield Twice("meeting", name, places.position(("meetings", index, "renamed_from", number)))
            met.add(name)
