"""What `impact` tells: slips, what waits for them, and where it would all land."""

from typing import NamedTuple

from genderplan.analysis.records import PlanLabel
from genderplan.analysis.slippage import BaselineLabel
from genderplan.analysis.spread import Effect
from genderplan.analysis.standing import Status
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit
from genderplan.dates.variance import Variance, variance


class AffectedRecord(NamedTuple):
    """A milestone further down a slip.

    `waits_for` is what holds it up, directly: of all that the slip reaches, what leaves it the least room. The rooms
    are between the two, in the `unit` of their own dates: what was left and what is left if this milestone holds its
    date; negative it cannot, and `earliest` is what it is pushed to. `landing` is where it would land if the gaps were
    kept.
    """

    id: str
    entry: str
    title: str
    leads: tuple[str, ...]
    objective: str | None
    status: Status
    was: PlanDate | None
    now: PlanDate | None
    variance_months: int | None
    variance_days: int | None
    effect: Effect
    waits_for: str
    lag: Length | None
    is_new: bool
    room_before: int | None
    room_after: int | None
    unit: Unit | None
    earliest: PlanDate | None
    landing: PlanDate | None


class Slip(NamedTuple):
    """One milestone that moved, or is supposed to, in the `unit` of its dates, and what waits for it, the worst first.

    Where several milestones moved, each that waits is told once: under the nearest slip that holds it up.
    """

    id: str
    entry: str
    title: str
    leads: tuple[str, ...]
    objective: str | None
    status: Status
    was: PlanDate
    now: PlanDate
    variance_months: int
    variance_days: int
    unit: Unit
    affected: tuple[AffectedRecord, ...]

    @property
    def variance(self) -> Variance:
        """The move, with the unit in which it is judged."""
        return variance(self.was, self.now)


class Landing(NamedTuple):
    """What would land last of all that waits for the slips, if the gaps were kept, and what carries it there.

    `chain` has the ids from the slip down to it; none where it lands as now, which no slip carries it to.
    """

    id: str
    now: PlanDate
    landing: PlanDate
    chain: tuple[str, ...]


class End(NamedTuple):
    """The last date of the plan, now and if the gaps were kept; `period` is where its period ends."""

    now: PlanDate | None
    landing: PlanDate | None
    period: PlanDate | None


class Impact(NamedTuple):
    """What slips do to one plan, the worst slip first.

    `asked` is the one milestone that was asked about; a slip that is supposed has no `baseline`. `compared` counts the
    milestones, of which it may be the only one, that have a date on both sides. `circular` wait in circles, so that
    nothing can be worked out for them.
    """

    plan: str
    as_of: PlanDate
    asked: str | None
    supposed: bool
    baseline: BaselineLabel | None
    slips: tuple[Slip, ...]
    last: Landing | None
    end: End
    circular: tuple[str, ...]
    compared: int


class ImpactReport(NamedTuple):
    """`without` are the plans that have nothing to be held against."""

    plans: tuple[PlanLabel, ...]
    impacts: tuple[Impact, ...]
    without: tuple[str, ...]
