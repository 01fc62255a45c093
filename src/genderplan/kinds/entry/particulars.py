"""Particulars of an entry: the mappings under keys that few entries have, of who asked, answered and looked again."""

from typing import Annotated, Literal

from pydantic import Field, Tag

from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.shared.answers import Answers
from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, Date, OneOrMany, Text, Truth
from genderplan.kinds.shared.mappings import FileMapping


class Request(FileMapping):
    """An extension that is asked for and not yet agreed; the `move` that agrees takes it away."""

    to: Date
    """The date that is asked for.

    Examples: "2025-09"
    """

    date: Date | None = None
    """When it was asked for.

    Examples: "2025-01-10"
    """

    by: Text | None = None
    """The id of the organisation that asks.

    Examples: "HR"
    """

    reason: Text | None = None
    """Why it is asked for.

    Examples: "The supplier is late"
    """


class Handover(FileMapping):
    """That another answers for it than before."""

    date: Date | None = None
    """Since when the other answers.

    Examples: "2024-11"
    """

    from_: Text | None = Field(default=None, alias="from")
    """The id of the organisation that answered before.

    Examples: "Finance"
    """

    to: Text
    """The id of the organisation that answers now, or would.

    Examples: "HR"
    """

    agreed: Truth = True
    """Whether it is agreed; false while it is under discussion.

    Examples: false
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "Agreed at the meeting of November"
    """


class Reviewed(FileMapping):
    """That something finished was looked at again."""

    date: Date | None = None
    """When it was looked at.

    Examples: "2025-12-01"
    """

    by: Text | None = None
    """The id of the organisation that looked.

    Examples: "HR-Board"
    """

    text: Text
    """What was found, in words.

    Examples: "Still published every year"
    """


class AgreedParticulars(FileMapping):
    """What few entries say that is agreed: a baseline keeps it."""

    ref: Text | None = None
    """Its number in the published document, shown before the title; sorted as numbers are, and unique in the plan.

    Examples: "5.3", "1.2.1"
    """

    success: OneOrMany[Text] = ()
    """How one will know that it has worked, in words; one or a list.

    Examples: "The gap of every grade is known", ["The gap is known", "The board has discussed it"]
    """


class Particulars(FileMapping):
    """What few entries say beside it."""

    accountable: Text | None = None
    """The id of the organisation that is held to account, where it is another than the lead.

    Examples: "HR-Director"
    """

    priority: Literal["high", "medium", "low"] | None = None
    """How much it matters beside the others."""

    due_note: Text | None = None
    """Why there is no date yet, in words.

    Examples: "The date follows once the survey is in"
    """

    requested: Request | None = None
    """An extension of its own date that is asked for and not yet agreed; `move --request` writes it.

    Examples: {"to": "2025-09", "date": "2025-01-10", "by": "HR", "reason": "The supplier is late"}
    """

    evidence: OneOrMany[Text] = ()
    """What shows how far it has come: texts or addresses; one or a list.

    Examples: "https://example.org/gap-2024", ["Report of 2024", "https://example.org/gap-2024"]
    """

    answers: Answers = ()
    """The entries, of this or another plan, that it delivers: ids, or mappings with an extent; one or a list.

    Examples: "scheme/close-the-gap", [{"entry": "scheme/close-the-gap", "extent": "part"}]
    """

    continues: OneOrMany[Text] = ()
    """The entry of an earlier plan that it goes on with, as `plan/entry`; or a list of them.

    Examples: "pay-2020/publish-gap"
    """

    see: OneOrMany[
        Annotated[Annotated[Text, Tag("#text")] | Annotated[SourceReference, Tag("#mapping")], TEXT_OR_MAPPING]
    ] = ()
    """Where else to look: entries' ids, or places in the plan's documents; one or a list.

    Examples: "train-panels", ["train-panels", {"document": "board-paper", "place": "Appendix 1"}]
    """

    handovers: tuple[Handover, ...] = ()
    """Who answered for it before, the newest last: the newest that is agreed ends at the lead.

    Examples: [{"date": "2024-11", "from": "Finance", "to": "HR"}, {"from": "HR", "to": "University", "agreed": false}]
    """

    review: Date | None = None
    """When it is looked at again, once it is finished.

    Examples: "2026-06"
    """

    reviewed: tuple[Reviewed, ...] = ()
    """What was found when it was looked at again, the newest last.

    Examples: [{"date": "2025-12-01", "by": "HR-Board", "text": "Still published every year"}]
    """
