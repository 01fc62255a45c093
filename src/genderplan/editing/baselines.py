"""`baseline save`: a baseline to its file, new or taken anew."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from genderplan.checks import VALID
from genderplan.checks.judgement import judge
from genderplan.config import given_date
from genderplan.dates.forms import PlanDate
from genderplan.editing.drafts import judged, refuse_errors, write_drafts
from genderplan.editing.entries import checked_id
from genderplan.editing.freezing import NewBaseline, frozen
from genderplan.errors import UsageError
from genderplan.kinds.baseline.rows import ReplacementRow
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.source.files import Draft, draft, read_bytes
from genderplan.source.kinds import Kind
from genderplan.source.writing import replace
from genderplan.standing.filters.criteria import select


@dataclass(frozen=True)
class Wanted:
    """How a baseline is to be named and dated; `reason` is why one of the name is taken anew."""

    name: str
    title: str | None = None
    taken: str | None = None
    replace: bool = False
    reason: str | None = None


def is_valid(tree: Tree, plan: Plan) -> bool:
    """Whether `validate` finds no error in a plan, nor in what all plans share."""
    return judge(VALID, tree, select(tree, {"plan": [plan.id]}), ()).summary.errors == 0


class NewFile(NamedTuple):
    """A baseline's file to be, what it holds now, if it is there, and the plan's newest, with which reports go on."""

    draft: Draft
    before: bytes | None
    newest: str

    def write(self, root: Path) -> None:
        """Raises UsageError where it would have errors, WriteError where it cannot be written."""
        if self.before is None:
            write_drafts(root, [self.draft])
        else:
            refuse_errors(judged(root, [self.draft]))
            replace(Path(self.draft.file.path), self.draft.data, self.before)


def new_file(plan: Plan, root: Path, wanted: Wanted, as_of: PlanDate) -> NewFile:
    """The file of a baseline of a plan that has no errors. Raises UsageError for a name that is taken or is no id."""
    checked_id(wanted.name, Kind.BASELINE)
    there = next((each for each in plan.baselines if each.name == wanted.name), None)
    _refuse(plan, wanted, there)
    path = Kind.BASELINE.path(wanted.name)
    before = read_bytes(str(root / plan.id / path), Kind.BASELINE.most_bytes) if there else None
    taken = given_date(wanted.taken, "--taken") or as_of
    again = () if there is None else (*there.replaced, ReplacementRow(as_of, wanted.reason))
    title = wanted.title if wanted.title is not None or there is None else there.title
    data = frozen(plan, NewBaseline(wanted.name, title, taken, again))
    new = draft(root, plan.id, Kind.BASELINE, path, data)
    others = [each.age for each in plan.baselines if each is not there]
    return NewFile(new, before, max([(taken.last, wanted.name), *others])[1])


def _refuse(plan: Plan, wanted: Wanted, there: Baseline | None) -> None:
    if wanted.replace and not (wanted.reason and wanted.reason.strip()):
        raise UsageError("--replace needs --reason: whoever reads the baseline later will ask")
    if wanted.reason is not None and not wanted.replace:
        raise UsageError("--reason goes with --replace")
    if there is None and wanted.replace:
        raise UsageError(f"{plan.id} has no baseline '{wanted.name}' to be replaced")
    if there is not None and not wanted.replace:
        raise UsageError(f"{plan.id} has a baseline '{wanted.name}': take another name, or --replace --reason TEXT")
