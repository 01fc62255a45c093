"""Plans of milestones that wait for each other, and the same beside a baseline."""

from collections.abc import Mapping

from genderplan.dates.forms import parse_date
from genderplan.plan.lookup import look_up
from genderplan.plan.states import state_of_baselines
from genderplan.reports.impact.records import AffectedRecord, Impact, Slip
from genderplan.reports.impact.result import impact, milestone_standing, supposed
from genderplan.standing.standings import Standing, Standings
from trees import TODAY, judged, pay

Spec = Mapping[str, str]
"""The keys of each milestone by its id, but for id and title."""


def planned(spec: Spec, then: Spec | None = None, policy: str = "", as_of: str = TODAY) -> Standings:
    """Where the plan of one action `gap` stands that has these milestones, and had others in its baseline."""
    files = {"actions/gap": "title: Gap\nmilestones:\n" + _milestones(spec, 2)}
    if then is not None:
        head = "genderplan: 1\nname: board-1\nentries:\n  gap:\n    kind: action\n    title: Gap\n"
        files["baselines/board-1"] = head + ("    milestones:\n" + _milestones(then, 6) if then else "")
    tree = pay(files, policy)
    assert tree.findings == ()
    (standings,) = judged(tree, as_of)
    return standings


def _milestones(spec: Spec, indent: int) -> str:
    margin = " " * indent
    return "".join(
        f"{margin}- {{id: {name}, title: {name}{', ' + keys if keys else ''}}}\n" for name, keys in spec.items()
    )


def bare(full_id: str) -> str:
    """A milestone's own id."""
    return full_id.partition("#")[2]


def standing(standings: Standings, name: str) -> Standing:
    """A milestone of the action, and where it stands."""
    return next(each for each in standings.items if each.item.milestone and each.item.milestone.id == name)


def happened(standings: Standings, asked: str | None = None) -> Impact:
    """What the slips since the newest baseline do, or one milestone's."""
    found = impact([standings], state_of_baselines([standings.plan]), standing(standings, asked) if asked else None)
    (only,) = found.impacts
    return only


def if_moved(standings: Standings, name: str, to: str) -> Impact:
    """What it would do if a milestone moved."""
    (only,) = supposed(standings, standing(standings, name), parse_date(to)).impacts
    return only


def slips(found: Impact) -> dict[str, Slip]:
    return {bare(slip.id): slip for slip in found.slips}


def affected(found: Impact) -> dict[str, AffectedRecord]:
    """Everything further down any slip."""
    records = [record for slip in found.slips for record in slip.affected]
    assert len({record.id for record in records}) == len(records)
    return {bare(record.id): record for record in records}


def short(found: Impact) -> dict[str, tuple[str, int | None, int | None, str | None, str | None]]:
    """Effect, room before and after, earliest and landing of everything further down."""
    return {
        name: (
            record.effect.value,
            record.room_before,
            record.room_after,
            record.earliest and str(record.earliest),
            record.landing and str(record.landing),
        )
        for name, record in affected(found).items()
    }


__all__ = [
    "Spec",
    "affected",
    "bare",
    "happened",
    "if_moved",
    "look_up",
    "milestone_standing",
    "planned",
    "short",
    "slips",
    "standing",
]
