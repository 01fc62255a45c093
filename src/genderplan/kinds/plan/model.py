"""Plans as their files have them: plan.yaml, and its heading in a baseline."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator

from genderplan.kinds.plan.duties import Duty, Publication, few_frameworks
from genderplan.kinds.plan.parts import Acceptance, Aim, Budget, Closure, Currency, Objective, Period, Source
from genderplan.kinds.shared.answers import Answers
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.fields import (
    Day,
    Duration,
    FormatVersion,
    OneOrMany,
    Text,
    WholeNumber,
)
from genderplan.kinds.shared.mappings import TitledMapping
from genderplan.source.places import Path, Places


class _Header(TitledMapping):
    """What a plan and the copy of it in a baseline begin with."""

    title: Text
    """The plan's title.

    Examples: "Equal pay and careers"
    """

    long_term_aim: Text | None = None
    """What the plan is for in the end, in a sentence.

    Examples: "Close the pay gap in every grade"
    """

    aims: tuple[Aim, ...] = ()
    """What the plan is for, point by point.

    Examples: [{"id": "know-the-gap", "title": "To know the pay gap of every grade"}]
    """

    objectives: tuple[Objective, ...] = ()
    """The groups of entries that reports are ordered by, in their order.

    Examples: [{"id": "data", "title": "Pay data"}, {"id": "careers", "title": "Careers"}]
    """

    def ids_twice_in(self, places: Places, path: Path = ()) -> Iterator[Twice]:
        """Every further use of an id among the aims, and among the objectives, of the heading at a path."""
        yield from ids_twice("aim", self.aims, places, (*path, "aims"))
        yield from ids_twice("objective", self.objectives, places, (*path, "objectives"))


class Plan(_Header, Content):
    """plan.yaml: a plan's title, aims, objectives, period, status date and policy."""

    genderplan: FormatVersion
    """The version of this format, always 1.

    Examples: 1
    """

    state: Literal["draft", "approved", "closed"] | None = None
    """How far the plan itself has come."""

    closed: Closure | None = None
    """Since when and why it is closed; a change (`--against`) that closes a plan has to say so.

    Examples: {"date": "2026-03-31", "reason": "The plan has run its time"}
    """

    renamed_from: OneOrMany[Text] = ()
    """The id, its folder's name, that the plan had before, so that it is found in a commit; or a list of them.

    Examples: "pay-2024", ["pay-2024", "pay-2023"]
    """

    period: Period | None = None
    """From when to when the plan runs; dates outside it are warned of.

    Examples: {"start": "2024-09", "end": "2026-03"}
    """

    status_date: Day | None = None
    """The day that counts as today for this plan. Left out: the real today.

    Examples: "2025-01-15"
    """

    tolerance: Duration | None = None
    """How much later than the baseline a date may be: up to this is amber, beyond it red. Left out: nothing.

    Examples: "1 month", "P30D"
    """

    max_revisions: WholeNumber | None = None
    """How often one agreed date may be revised; `--against` judges it. Left out: as often as there is a reason.

    Examples: 2
    """

    approvers: OneOrMany[Text] | None = None
    """The ids of the organisations that may agree to a new date. Left out: every organisation of kind board.

    Examples: "HR-Board", ["HR-Board", "Council"]
    """

    due_soon: Duration | None = None
    """How far ahead of the status date something counts as due. Left out: 30 days.

    Examples: "30 days", "P2W"
    """

    sources: tuple[Source, ...] = ()
    """The documents that entries quote.

    Examples: [{"id": "board-paper", "title": "Board paper 12: equal pay", "date": "2024-09-30"}]
    """

    accept: tuple[Acceptance, ...] = ()
    """Findings that are known and lived with.

    Examples: [{"code": "GP401", "where": "publish-gap#report", "reason": "The board knows", "until": "2025-06"}]
    """

    lead: OneOrMany[Text] = ()
    """Who answers for the plan as a whole: an organisation's id, or a list of them.

    Examples: "HR-Director"
    """

    answers: Answers = ()
    """The entries of other plans that this plan delivers as a whole: `plan/entry`, or mappings with an extent.

    Examples: "scheme/local-plans", [{"entry": "scheme/local-plans", "extent": "part"}]
    """

    follows: Annotated[OneOrMany[Text], AfterValidator(few_frameworks)] = ()
    """The ids of the frameworks that the plan follows: it serves what they ask for; one or a list.

    Examples: "equality-standard", ["equality-standard", "pay-duty"]
    """

    publications: tuple[Publication, ...] = ()
    """What was published of the plan, or is to be.

    Examples: [{"id": "report-2025", "title": "Pay gap report 2025", "meets": "pay-duty/report", "date": "2025-03-28"}]
    """

    duties: tuple[Duty, ...] = ()
    """The duties of the body whose plan it is, with their first days.

    Examples: [{"section": "pay-duty/report", "from": "2018-03-30"}]
    """

    currency: Currency | None = None
    """What amounts of money are in: the three capitals of ISO 4217.

    Examples: "GBP", "EUR"
    """

    budget: tuple[Budget, ...] = ()
    """The money that there is, year by year.

    Examples: [{"year": "FY2025-26", "amount": 300000, "approximate": true}]
    """

    def given_twice(self, places: Places) -> Iterator[Twice]:
        yield from self.ids_twice_in(places)
        met = set()
        for index, each in enumerate(self.budget):
            if each.year[:2] in met:
                yield Twice("budget of", each.year.text, places.position(("budget", index, "year")))
            met.add(each.year[:2])
        yield from ids_twice("source", self.sources, places, ("sources",))
        yield from ids_twice("publication", self.publications, places, ("publications",))


class BaselineHeader(_Header):
    """The plan's heading as it was agreed: title and aims, no policy."""

    title: Text | None = None  # type: ignore[assignment]
    """The plan's title then.

    Examples: "Equal pay and careers"
    """
