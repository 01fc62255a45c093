"""Findings: what is wrong, where, and how to mend it, as values, collected and never printed on the way."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: an error fails a run, a warning only a strict one, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Position(NamedTuple):
    """A place in a file: line and columns count from 1, columns in code points; `end_column` is exclusive."""

    line: int
    column: int
    end_column: int | None = None


START_OF_FILE = Position(1, 1)


class Finding(NamedTuple):
    """One thing wrong at one place. `file` is relative to the current folder; `entry` is a full id, or None."""

    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""
    column: int
    """The column in the line, in characters from 1."""
    code: str
    """The finding's code; codes are stable."""
    severity: Severity
    """How much it weighs: an error fails a run, a warning only a strict one, a note never."""
    message: str
    """What is wrong, in words."""
    end_column: int | None = None
    """The column after the last character; null where that is not known."""
    entry: str | None = None
    """The full id of the entry or milestone, or of what is a board's, that it is about; null where of a file."""
    hint: str | None = None
    """How it could be mended; null where that cannot be told."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What it is ordered by: its file, its place in it, its code, and its message."""
        return (*self[:4], self.message)

    @property
    def said(self) -> str:
        """The message, with its hint where it has one."""
        return f"{self.message} ({self.hint})" if self.hint else self.message


class Code(NamedTuple):
    """What findings of one code have in common: how much they weigh, and what they are in a few words."""

    severity: Severity
    title: str


CODES = {
    # files and YAML
    "GP001": Code(Severity.ERROR, "a file that cannot be read"),
    "GP002": Code(Severity.ERROR, "not UTF-8"),
    "GP003": Code(Severity.ERROR, "a control character"),
    "GP004": Code(Severity.ERROR, "too large"),
    "GP005": Code(Severity.ERROR, "not YAML"),
    "GP006": Code(Severity.ERROR, "an empty file"),
    "GP007": Code(Severity.ERROR, "a second document"),
    "GP008": Code(Severity.ERROR, "a key given twice"),
    "GP009": Code(Severity.ERROR, "an anchor or an alias"),
    "GP010": Code(Severity.ERROR, "a merge key"),
    "GP011": Code(Severity.ERROR, "a tag"),
    "GP012": Code(Severity.ERROR, "nested too deeply"),
    "GP013": Code(Severity.ERROR, "a null item in a list"),
    "GP014": Code(Severity.ERROR, "a key that is not text"),
    "GP015": Code(Severity.ERROR, "a file of no known kind"),
    "GP016": Code(Severity.ERROR, "a file not named .yaml"),
    "GP017": Code(Severity.ERROR, "a symbolic link"),
    "GP018": Code(Severity.ERROR, "a plan's files without a plan.yaml"),
    "GP019": Code(Severity.WARNING, "a text cut by a comment"),
    "GP020": Code(Severity.WARNING, "a file left over beside a plan's"),
    "GP021": Code(Severity.ERROR, "what git could take for a repository"),
    "GP022": Code(Severity.ERROR, "a plan under a name that is kept"),
    # schema
    "GP101": Code(Severity.ERROR, "a document that is no mapping"),
    "GP102": Code(Severity.ERROR, "an unknown key"),
    "GP103": Code(Severity.ERROR, "a missing key"),
    "GP104": Code(Severity.ERROR, "text, list or mapping where another is meant"),
    "GP105": Code(Severity.ERROR, "not a date"),
    "GP106": Code(Severity.ERROR, "not a length of time"),
    "GP107": Code(Severity.ERROR, "not an id"),
    "GP108": Code(Severity.ERROR, "none of the values that the key takes"),
    "GP109": Code(Severity.ERROR, "an id given twice"),
    "GP110": Code(Severity.WARNING, "an item repeated in a list"),
    "GP111": Code(Severity.ERROR, "blank text"),
    "GP115": Code(Severity.ERROR, "a cycle that cannot be"),
    # references
    "GP201": Code(Severity.ERROR, "unknown objective"),
    "GP202": Code(Severity.ERROR, "unknown milestone"),
    "GP203": Code(Severity.ERROR, "unknown source"),
    "GP204": Code(Severity.ERROR, "unknown organisation"),
    "GP205": Code(Severity.ERROR, "an organisation named by another form than its id"),
    "GP206": Code(Severity.ERROR, "ambiguous organisation"),
    "GP207": Code(Severity.ERROR, "an acceptance of what is not in the plan"),
    "GP211": Code(Severity.ERROR, "unknown entry"),
    "GP212": Code(Severity.ERROR, "entries that answer or continue in a circle"),
    "GP213": Code(Severity.ERROR, "an objective that is part of a part"),
    "GP214": Code(Severity.WARNING, "a ref that another entry has"),
    "GP215": Code(Severity.WARNING, "handed over to another than the lead"),
    "GP220": Code(Severity.ERROR, "unknown framework or section"),
    "GP221": Code(Severity.ERROR, "sections that support each other in a circle"),
    "GP230": Code(Severity.ERROR, "unknown indicator"),
    "GP231": Code(Severity.ERROR, "unknown category"),
    "GP240": Code(Severity.ERROR, "unknown level"),
    "GP241": Code(Severity.ERROR, "an assessment of what is not there"),
    "GP260": Code(Severity.ERROR, "a board that is none"),
    "GP261": Code(Severity.ERROR, "unknown meeting"),
    "GP262": Code(Severity.ERROR, "oversight of what is not there"),
    "GP263": Code(Severity.ERROR, "boards that serve or replace each other in a circle"),
    "GP264": Code(Severity.WARNING, "a milestone that goes to what is no board"),
    # dates within the plan
    "GP301": Code(Severity.ERROR, "a cycle of dependencies"),
    "GP302": Code(Severity.ERROR, "an end before its start"),
    "GP303": Code(Severity.WARNING, "due before what it depends on"),
    "GP304": Code(Severity.WARNING, "outside the plan's period"),
    "GP305": Code(Severity.WARNING, "complete, with an open milestone"),
    "GP331": Code(Severity.WARNING, "said to be embedded, and not complete"),
    "GP332": Code(Severity.WARNING, "updates out of order"),
    "GP306": Code(Severity.ERROR, "a target before its baseline"),
    "GP307": Code(Severity.WARNING, "a meeting after the one that it should precede"),
    "GP308": Code(Severity.WARNING, "fewer meetings in a year than the rule has"),
    "GP309": Code(Severity.WARNING, "papers due after their meeting"),
    "GP311": Code(Severity.WARNING, "done or skipped at a time at which nothing comes"),
    "GP312": Code(Severity.WARNING, "a milestone due after its entry"),
    # dates against the status date
    "GP401": Code(Severity.ERROR, "overdue"),
    "GP402": Code(Severity.WARNING, "a forecast in the past"),
    "GP403": Code(Severity.WARNING, "completed, cancelled, revised or told in the future"),
    "GP404": Code(Severity.WARNING, "status date pinned in an approved plan"),
    "GP405": Code(Severity.WARNING, "an edition that no longer holds"),
    "GP406": Code(Severity.WARNING, "an outcome that is still to come"),
    "GP407": Code(Severity.WARNING, "a rule on progress that is not met"),
    "GP408": Code(Severity.WARNING, "an assessment that is still to come"),
    # against a baseline
    "GP501": Code(Severity.ERROR, "later than was agreed by more than the tolerance"),
    # against what the plans were before
    "GP502": Code(Severity.ERROR, "an agreed date moved without a reason"),
    "GP503": Code(Severity.ERROR, "a date revised too often"),
    "GP504": Code(Severity.ERROR, "a baseline changed without a reason"),
    "GP505": Code(Severity.ERROR, "an agreed date that is gone"),
    "GP506": Code(Severity.ERROR, "a completion taken back or changed"),
    "GP507": Code(Severity.WARNING, "a baseline taken anew"),
    "GP508": Code(Severity.ERROR, "a revision changed or taken out"),
    "GP509": Code(Severity.WARNING, "nothing to compare with"),
    "GP510": Code(Severity.ERROR, "what judges the dates changed without a reason"),
    "GP511": Code(Severity.NOTE, "a new date approved"),
    "GP512": Code(Severity.WARNING, "a promise that is nowhere in the plan"),
    "GP520": Code(Severity.ERROR, "what a plan follows asks for less"),
    "GP530": Code(Severity.ERROR, "a target lowered or gone without a reason"),
    # completeness
    "GP601": Code(Severity.NOTE, "no lead"),
    "GP602": Code(Severity.NOTE, "no date"),
    "GP603": Code(Severity.NOTE, "no source"),
    "GP604": Code(Severity.WARNING, "cancelled without a reason"),
    "GP610": Code(Severity.WARNING, "a mandatory section that nothing supports"),
    "GP611": Code(Severity.NOTE, "an entry that supports no section asked for"),
    "GP612": Code(Severity.WARNING, "a rule of a framework that is not met"),
    "GP620": Code(Severity.NOTE, "a rating without evidence"),
    "GP621": Code(Severity.NOTE, "an answer to what is no question"),
    # acceptances
    "GP701": Code(Severity.ERROR, "an acceptance without a reason"),
    "GP702": Code(Severity.WARNING, "an acceptance that nothing needs"),
}
"""Every code there is; codes are stable for ever."""

OF_ACCEPTANCES = frozenset(("GP207", "GP701", "GP702"))
"""Codes of what is wrong with an acceptance, which no acceptance takes away."""


OF_WHAT_IS_NO_PLAN = frozenset(("GP020",))
"""Codes of files that are no plan's: no acceptance can name them."""


def finding(
    code: str,
    message: str,
    file: str,
    position: Position = START_OF_FILE,
    *,
    entry: str | None = None,
    hint: str | None = None,
) -> Finding:
    """A finding of a known code, with the severity that belongs to the code."""
    line, column, end_column = position
    return Finding(file, line, column, code, CODES[code].severity, message, end_column, entry, hint)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By file, then by place in it, then by code."""
    return tuple(sorted(findings, key=lambda each: each.order))


def is_unreadable(code: str) -> bool:
    """Whether a finding of a code keeps its whole file out of the plan: errors of reading and of schema do."""
    return code < "GP2" and CODES[code].severity is Severity.ERROR
