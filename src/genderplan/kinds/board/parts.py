"""Parts of a board: members, decisions, champions and working groups."""

from typing import Annotated, Literal

from pydantic import Tag

from genderplan.kinds.entry.parts import SourceReference, TextInput
from genderplan.kinds.shared.cycles import CycleMapping
from genderplan.kinds.shared.fields import (
    TEXT_OR_MAPPING,
    Date,
    Id,
    OneOrMany,
    Text,
    Truth,
)
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping

About = OneOrMany[Annotated[Annotated[Text, Tag("#text")] | Annotated[TextInput, Tag("#mapping")], TEXT_OR_MAPPING]]
"""What something is about: ids of plans and entries, or `{text: ...}`; one or a list."""


class Member(FileMapping):
    """Who sits on a board and is no organisation of the tree, or sits there in a role."""

    organisation: Text | None = None
    """The id of the organisation.

    Examples: "HR"
    """

    role: Text | None = None
    """Whom or what the member stands for, in words.

    Examples: "Staff association"
    """

    name: Text | None = None
    """The member's name.

    Examples: "A. Person"
    """


Members = tuple[Annotated[Annotated[Text, Tag("#text")] | Annotated[Member, Tag("#mapping")], TEXT_OR_MAPPING], ...]
"""Who sits on a board or in a group: ids of organisations, or mappings of what has no id."""


class BoardReplacement(FileMapping):
    """The board that another came in the place of."""

    board: Text
    """The id of that board.

    Examples: "Reference-Group"
    """

    date: Date | None = None
    """Since when.

    Examples: "2024-05"
    """


class Decision(TitledMapping):
    """What a board was asked to decide or decided, or what its members were concerned about."""

    id: Id
    """Its id, unique among the board's decisions.

    Examples: "note-progress"
    """

    meeting: Text | None = None
    """The id of the board's meeting where it came up.

    Examples: "feb-2025"
    """

    kind: Literal["recommendation", "decision", "action", "concern"] = "decision"
    """A recommendation to the board, its decision, an action that somebody is to take, or a concern."""

    text: Text
    """It, in the words of the document.

    Examples: "Receive reports at every other meeting"
    """

    about: About = ()
    """What it is about: ids of plans and entries, or texts.

    Examples: "pay", ["pay/extract", {"text": "Staff survey"}]
    """

    lead: OneOrMany[Text] = ()
    """Who has to act: an organisation's id, or a list of them.

    Examples: "HR"
    """

    due: Date | None = None
    """By when.

    Examples: "2025-06"
    """

    agreed: Truth | None = None
    """Whether it was agreed. Left out: it is open.

    Examples: true
    """

    completed: Date | None = None
    """When what had to be done was done.

    Examples: "2025-05-30"
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "Recommendations, 1"}
    """


class Champions(CycleMapping):
    """Reviews with one unit after the other: the first of the rota at `from`, the next one `every` later."""

    by: OneOrMany[Text] = ()
    """Who holds the review.

    Examples: "HR-Director"
    """

    rota: tuple[Text, ...] = ()
    """The ids of the organisations in turn.

    Examples: ["HR", "Finance"]
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper names no first date."
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 12"}
    """


class WorkingGroup(TitledMapping):
    """A group that works for a board."""

    id: Id
    """Its id, unique among the board's groups.

    Examples: "pay"
    """

    title: Text
    """What it is called.

    Examples: "Pay"
    """

    chair: Text | None = None
    """The id of the organisation that leads its meetings.

    Examples: "HR-Director"
    """

    led_by: Text | None = None
    """The id of the organisation that leads the work.

    Examples: "Pay-Advisor"
    """

    members: Members = ()
    """Who is in it: ids of organisations, or mappings of what has no id.

    Examples: ["HR", {"role": "Staff association"}]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 18"}
    """
