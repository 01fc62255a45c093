"""Records that `impact` tells: slips, what waits for them, and where it would all land."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit
from genderplan.dates.variance import Variance, variance
from genderplan.network.pushed import Effect
from genderplan.reports.slippage.result import BaselineLabel
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.standings import Status


class AffectedRecord(NamedTuple):
    """A milestone further down a slip.

    `waits_for` is what holds it up, directly: of all that the slip reaches, what leaves it the least room. The rooms
    are between the two, in the `unit` of their own dates: what was left and what is left if this milestone holds its
    date; negative it cannot, and `earliest` is what it is pushed to. `landing` is where it would land if the gaps were
    kept.
    """

    id: str
    """The full id: plan/entry#milestone."""
    entry: str
    """The entry's id in its plan."""
    title: str
    """The title, in the words of the document."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    objective: str | None
    """The id of its objective."""
    status: Status
    """Where it stands on the status date."""
    was: PlanDate | None
    """Its date before; null where it had none."""
    now: PlanDate | None
    """Its own date: done, else forecast, else due."""
    variance_months: int | None
    """Months from the one date's last day to the other's; positive is late."""
    variance_days: int | None
    """Days from the one date's last day to the other's; positive is late."""
    effect: Effect
    """impossible or squeezed where the slip took room; unaffected where it took none; undated."""
    waits_for: str
    """The full id of what holds it up: of all that the slips reach, what leaves it the least room."""
    lag: Length | None
    """The time that must pass after what it waits for."""
    is_new: bool
    """Whether the baseline has not this dependency."""
    room_before: int | None
    """What was left between the two, less the lag; null where that is not known."""
    room_after: int | None
    """What is left between the two now, less the lag; negative: it cannot hold its date."""
    unit: Unit | None
    """What the room is counted in: days where the dates between which it is are days, else months; null for none."""
    earliest: PlanDate | None
    """Its own date, or a later one where it is pushed: not before what it waits for and the lag."""
    landing: PlanDate | None
    """Where it would land if the gaps were kept: moved by what it waits for moves, the most of those."""


class Slip(NamedTuple):
    """One milestone that moved, or is supposed to, in the `unit` of its dates, and what waits for it, the worst first.

    Where several milestones moved, each that waits is told once: under the nearest slip that holds it up.
    """

    id: str
    """The full id: plan/entry#milestone."""
    entry: str
    """The entry's id in its plan."""
    title: str
    """The title, in the words of the document."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    objective: str | None
    """The id of its objective."""
    status: Status
    """Where it stands on the status date."""
    was: PlanDate
    """Its date before."""
    now: PlanDate
    """Its date now, or the one supposed."""
    variance_months: int
    """Months from the last day of its date before to that of its date now."""
    variance_days: int
    """Days from the last day of its date before to that of its date now."""
    unit: Unit
    """What is counted in: days where both dates are days, else months."""
    affected: tuple[AffectedRecord, ...]
    """What waits for it, directly or through others, the worst first."""

    @property
    def variance(self) -> Variance:
        """The move, with the unit in which it is judged."""
        return variance(self.was, self.now)


class Landing(NamedTuple):
    """What would land last of all that waits for the slips, if the gaps were kept, and what carries it there.

    `chain` has the ids from the slip down to it; none where it lands as now, which no slip carries it to.
    """

    id: str
    """The full id: plan/entry#milestone."""
    now: PlanDate
    """Its own date."""
    landing: PlanDate
    """Where it would land if the gaps were kept."""
    chain: tuple[str, ...]
    """The full ids from the slip down to it; none where it lands as now."""


class End(NamedTuple):
    """The last date of the plan, now and if the gaps were kept; `period` is where its period ends."""

    now: PlanDate | None
    """The last date of the plan."""
    landing: PlanDate | None
    """The last date of the plan if the gaps were kept."""
    period: PlanDate | None
    """Where the plan's period ends."""


class Impact(NamedTuple):
    """What slips do to one plan, the worst slip first.

    `asked` is the one milestone that was asked about; a slip that is supposed has no `baseline`. `compared` counts the
    milestones, of which it may be the only one, that have a date on both sides. `circular` wait in circles, so that
    nothing can be worked out for them.
    """

    plan: str
    """The plan's id."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    asked: str | None
    """The full id of the milestone that was asked about; null where all that slipped is told."""
    supposed: bool
    """Whether the slip is only supposed."""
    baseline: BaselineLabel | None
    """The baseline that is held against; null where there is none."""
    slips: tuple[Slip, ...]
    """What moved later, or is supposed to move, the worst first."""
    last: Landing | None
    """What would land last of all that waits; null where nothing dated does."""
    end: End
    """The plan's last date, and what becomes of it."""
    circular: tuple[str, ...]
    """The full ids of milestones that wait in circles, so that nothing can be worked out for them."""
    compared: int
    """How many milestones have a date on both sides."""

    @property
    def waited_for(self) -> tuple[Slip, ...]:
        """The slips that something waits for; of the one that was asked about, whatever waits for it."""
        return tuple(slip for slip in self.slips if slip.affected or self.asked)

    @property
    def others(self) -> tuple[Slip, ...]:
        """The slips that nothing waits for."""
        return tuple(slip for slip in self.slips if not (slip.affected or self.asked))


class ImpactReport(NamedTuple):
    """`without` are the plans that have nothing to be held against."""

    plans: tuple[PlanLabel, ...]
    impacts: tuple[Impact, ...]
    without: tuple[str, ...]
