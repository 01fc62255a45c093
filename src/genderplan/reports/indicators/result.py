"""`indicators`: where what is measured stands, category by category."""

from collections.abc import Sequence
from typing import NamedTuple

from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.standing.indicators import indicator_record, naming_entries, selected_indicators
from genderplan.standing.records.indicators import IndicatorRecord
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


class IndicatorsReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    indicators: tuple[IndicatorRecord, ...]


def indicators(standings: Sequence[Standings], selection: Selection) -> IndicatorsReport:
    """The indicators of plans that are selected, in the plans' order."""
    return IndicatorsReport(
        plan_labels(standings),
        tuple(record for each in standings for record in selected_indicators(selection, each)),
    )


def one_indicator(standings: Sequence[Standings], indicator: IndicatorRow) -> IndicatorsReport:
    """A single indicator, in its plan."""
    own = next(each for each in standings if each.plan.id == indicator.plan)
    record = indicator_record(indicator, own, naming_entries(own.plan).get(indicator.id, ()))
    return IndicatorsReport(plan_labels([own]), (record,))
