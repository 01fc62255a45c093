"""Kinds of files: of each its name, its place in a tree, what its files are read as, and how large one may be."""

from collections.abc import Mapping
from enum import StrEnum

from genderplan.source.limits import MAX_BASELINE_BYTES, MAX_BYTES

ENDING = ".yaml"
_A_PLAN = "PLAN/"


class Kind(StrEnum):
    """What a file of a tree describes, told by where it stands: by its pattern, of which `PLAN` is a plan's folder.

    A pattern names one file, or a folder of `*.yaml`, where `**` allows for folders to group by. The folder's name is
    that of the field of a plan, or of the tree, which has its rows; it can be listed by that name.

    `model` is the place of the model of what a file says, `row` that of the function which makes a row of the model,
    the file and its document: `genderplan.loading.kinds` imports both with the first file that is met. A shell that
    completes a line walks a tree, and waits for neither.
    """

    PLAN = "plan", "PLAN/plan.yaml", "kinds.plan.model:Plan", "loading.plans:plan_of"
    ACTION = "action", "PLAN/actions/**/*.yaml", "kinds.entry.model:Entry", "kinds.entry.rows:row_of"
    PROJECT = "project", "PLAN/projects/**/*.yaml", "kinds.entry.model:Entry", "kinds.entry.rows:row_of"
    INDICATOR = (
        "indicator",
        "PLAN/indicators/**/*.yaml",
        "kinds.indicator.model:Indicator",
        "kinds.indicator.rows:row_of",
    )
    REGISTER = (
        "register",
        "PLAN/registers/**/*.yaml",
        "kinds.register.model:Register",
        "kinds.register.rows:register_row",
    )
    ASSESSMENT = (
        "assessment",
        "PLAN/assessments/**/*.yaml",
        "kinds.assessment.model:Assessment",
        "kinds.assessment.rows:assessment_row",
    )
    ORGANISATIONS = (
        "organisations",
        "organisations.yaml",
        "kinds.organisations.model:Organisations",
        "loading.plans:directory_of",
    )
    BASELINE = (
        "baseline",
        "PLAN/baselines/*.yaml",
        "kinds.baseline.model:Baseline",
        "loading.baselines:baseline_of",
        MAX_BASELINE_BYTES,
    )
    FRAMEWORK = (
        "framework",
        "frameworks/*.yaml",
        "kinds.framework.model:Framework",
        "kinds.framework.rows:framework_row",
    )
    BOARD = "board", "boards/*.yaml", "kinds.board.model:Board", "kinds.board.conversion:board_row"
    GLOSSARY = "glossary", "glossary.yaml", "kinds.glossary.model:Glossary", "kinds.glossary.rows:glossary_row"

    pattern: str
    model: str
    row: str
    most_bytes: int

    def __new__(cls, name: str, pattern: str, model: str, row: str, most_bytes: int = MAX_BYTES) -> "Kind":
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.pattern, kind.model, kind.row, kind.most_bytes = pattern, model, row, most_bytes
        return kind

    @property
    def is_of_plan(self) -> bool:
        """Whether its files stand in a plan's folder; else in the tree's, for all plans."""
        return self.pattern.startswith(_A_PLAN)

    @property
    def top(self) -> str:
        """What leads to its files, in a plan's folder or in the tree's: its one file, or its folder with a `/`."""
        first, slash, _ = self.pattern.removeprefix(_A_PLAN).partition("/")
        return first + slash

    @property
    def folder(self) -> str:
        """The name of the folder of its files; "" where there is one file alone."""
        return self.top[:-1] if self.top.endswith("/") else ""

    @property
    def may_be_grouped(self) -> bool:
        """Whether its files may stand in folders within its own."""
        return "**" in self.pattern

    def path(self, stem: str = "") -> str:
        """The path of a file in its plan's folder, or in the tree's; one file alone has no stem."""
        return f"{self.folder}/{stem}{ENDING}" if self.folder else self.top


ENTRIES = frozenset((Kind.ACTION, Kind.PROJECT))
"""The kinds of files that are a plan's entries."""

WITH_IDS = ENTRIES | {Kind.INDICATOR, Kind.REGISTER, Kind.ASSESSMENT}
"""The kinds of files whose names are ids, unique together within a plan."""

IN_TREE: Mapping[str, Kind] = {kind.top: kind for kind in Kind if not kind.is_of_plan}
IN_PLAN: Mapping[str, Kind] = {kind.top: kind for kind in Kind if kind.is_of_plan}
"""What may stand in a plan's folder, and in the tree's, by the name that leads to it."""

SHARED_FOLDERS = frozenset(kind.folder for kind in IN_TREE.values() if kind.folder)
"""The folders of files that all plans share."""

PLAN_PARTS = frozenset((*(top.removesuffix("/") for top in IN_PLAN), "plan.yml"))
"""What a folder holds that is meant as a plan, in lower case."""


def kind_of(path: str) -> Kind | None:
    """What a file is by its path in its plan's folder; None where it is of no kind, or hidden."""
    top, slash, below = path.partition("/")
    kind = IN_PLAN.get(top + slash)
    if kind is None or not path.endswith(ENDING) or "/." in f"/{below}":
        return None
    return kind if kind.may_be_grouped or "/" not in below else None
