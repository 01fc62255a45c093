"""Every mapping that a file can hold, and every key that it takes: what the tests of fields are made from.

A test of its own holds this table against the models, so that no field goes untested.
"""

from typing import NamedTuple

from pydantic import BaseModel

from genderplan.kinds.assessment.model import Assessment, Rating
from genderplan.kinds.baseline.model import Baseline, Replacement
from genderplan.kinds.board import parts as board_parts
from genderplan.kinds.board.meetings import Meeting, MeetingRevision, MeetingRule
from genderplan.kinds.board.model import Board
from genderplan.kinds.board.parts import Champions, Decision, Member, WorkingGroup
from genderplan.kinds.board.reports import PromisedReport, Receipt
from genderplan.kinds.entry.cost import Cost
from genderplan.kinds.entry.model import BaselineEntry, BaselineMilestone, Entry, Milestone
from genderplan.kinds.entry.particulars import Handover, Request, Reviewed
from genderplan.kinds.entry.parts import (
    Cancellation,
    Dependency,
    EntryRevision,
    Partner,
    Revision,
    SourceReference,
    TextInput,
    Update,
)
from genderplan.kinds.framework.model import Framework
from genderplan.kinds.framework.parts import DutyCycle, Level, Section, Validity
from genderplan.kinds.framework.rules import Condition, Rule
from genderplan.kinds.glossary.model import Explanation
from genderplan.kinds.indicator.model import BaselineIndicator, Indicator
from genderplan.kinds.indicator.parts import Benchmark, Category, StartingValue, Survey, Target, Value
from genderplan.kinds.organisations.model import Holder, Membership, Organisation
from genderplan.kinds.plan.duties import Duty, Inclusion, Publication
from genderplan.kinds.plan.model import BaselineHeader, Plan
from genderplan.kinds.plan.parts import Acceptance, Aim, Budget, Closure, Objective, Period, Source
from genderplan.kinds.register.model import Register, RegisterItem, Relevance, ReviewRule
from genderplan.kinds.shared.answers import Answer
from genderplan.kinds.shared.supports import Driver, Support
from support import ENTRY, PLAN


class Mapping(NamedTuple):
    """One kind of mapping: its file, the text before its first key, and the type of each key."""

    model: type[BaseModel]
    file: str
    head: str
    indent: int
    required: dict[str, str]
    optional: dict[str, str]

    def written(self, keys: dict[str, str]) -> str:
        keys = keys | self._beside(keys)
        return self.head + f"\n{' ' * self.indent}".join(f"{key}: {value}" for key, value in keys.items()) + "\n"

    def _beside(self, keys: dict[str, str]) -> dict[str, str]:
        """What some keys need beside them: what ends, or has several days, comes again; a rating has an answer or a level."""
        if self.model is Rating:
            return {"answer": "x"} if "answer" not in keys else {} if "level" in keys else {"level": "not-rated"}
        recurs = {"until", "skipped"} & keys.keys() or keys.get("completed", "").startswith("{2")
        return {"every": "1 year"} if "every" in self.optional and "every" not in keys and recurs else {}

    @property
    def least(self) -> dict[str, str]:
        """The required keys with values that are right."""
        return {key: GOOD[kind][0] for key, kind in self.required.items()} | self._beside({})

    @property
    def entry(self) -> str | None:
        return "p/a" if self.file in {_ACTION, _PROJECT, _INDICATOR, _REGISTER, _ASSESSMENT} else None


GOOD = {
    "file name": ["b", "'b'"],
    "text": ["x", "'null'", "|\n      two\n      lines", "NO", "1"],
    "date": ["2003", "2003-Q4", "2003-winter", "FY2003-04", "2003-10", "2003-10-01", "'2003'"],
    "day": ["2003-10-01"],
    "length": ["3 months", "P30D", "0 days"],
    "number": ["0", "10", "010", "999999999"],
    "decimal": ["23.10", "0", "-0.5", "123456789012345.123456789", "'8'"],
    "decimal or no-target": ["35", "no-target"],
    "decimal or pending": ["pending", "33.1"],
    "decimal or unquantified": ["300000", "unquantified"],
    "returned": ["0"],
    "unit": ["percent", "complaints"],
    "currency": ["GBP", "EUR"],
    "direction": ["up", "down"],
    "value kind": ["outcome", "forecast", "projected"],
    "cost kind": ["new", "existing", "realigned", "staff-time"],
    "words or costs": ["free", "[staff-time, {amount: 5}]", "{amount: unquantified}", "[]"],
    "mappings or one": ["{period: 2003, value: 1}", "[{period: 2003, value: 1}]", "[]"],
    "indicators": ["{}", "{a: {title: A}}"],
    "truth": ["true", "false"],
    "version": ["1", "'1'"],
    "id": ["a", "a-b-1", "1", "2003-10", "null-1"],
    "code": ["GP401", "'GP601'", "GP110", "GP206"],
    "texts": ["[x, y]", "[]", "[x]"],
    "one or many": ["x", "[x]", "[x, y]", "[]"],
    "texts or inputs": ["x", "[x, {text: y}]", "{text: y}"],
    "texts or partners": ["x", "[x, {role: y}]", "{organisation: x, role: y}", "{organisation: x}"],
    "texts or dependencies": ["first", "[first, {milestone: b#c, lag: P1M}]", "{milestone: first}"],
    "texts or answers": ["x", "[x, {entry: y/z, extent: part}]", "{entry: x}", "[]"],
    "texts or pointers": ["x", "[y/x, {document: y, place: z}]", "{place: x}", "[]"],
    "texts or memberships": ["x", "[x, {organisation: y, from: 2003, until: 2004}]", "{organisation: x}", "[]"],
    "priority": ["high", "medium", "low"],
    "extent": ["full", "part"],
    "request": ["{to: 2003}", "{to: 2003-10, by: x}"],
    "state": ["draft", "approved", "closed"],
    "entry kind": ["action", "project"],
    "organisation kind": ["unit", "post", "person", "partner", "board"],
    "date field": ["start", "end", "due", "until", "every", "completed"],
    "milestone field": ["due", "until", "every", "completed"],
    "progress": ["not-started", "under-way", "on-hold", "embedded"],
    "rag": ["red", "amber", "green", "blue"],
    "completion": ["2003", "2003-10-01", "{2003: 2003-10-01}", "{2003: 2004, 2004: 2004-12}"],
    "date or length": ["2003", "FY2003-04-Q2", "3 months", "P1Y"],
    "length from 1": ["1 year", "3 months", "P30D", "1 day"],
    "reasons": ["{2003: x}", "{}", "{2003: x, 2004-10: y}"],
    "mapping": ["{}", "{x-a: b}"],
    "survey": ["{sent: 98, returned: 45}"],
    "mappings": ["[]"],
    "entries": ["{}"],
    "many": ["[]"],
    "texts or supports": ["{text: y}", "[{text: x}, {text: y, extent: part}]", "[]"],
    "texts or drivers": ["{text: y}", "[{text: x}, {text: y}]", "[]"],
    "no frameworks": ["[]"],
    "extent of support": ["full", "part", "none"],
    "cycle kind": ["fixed", "rolling"],
    "section kind": ["outcome", "engagement", "question"],
    "importance": ["mandatory", "recommended", "information"],
    "framework kind": [
        "standard",
        "duty",
        "law",
        "goals",
        "directions",
        "strategies",
        "consultation",
        "factors",
        "strands",
        "other",
    ],
    "states of progress": ["[not-started, under-way, on-hold, embedded, complete]", "[]"],
    "section ids": ["[]"],
    "cycle": ["{every: 1 year}"],
    "conditions": ["[]", "[{}, {tags: x}]"],
    "texts or members": ["[x, {organisation: y, role: z, name: a}]", "[{role: x}]", "[]"],
    "date or id": ["2003", "FY2003-04-Q2", "2003-10-01", "jun-2008"],
    "meeting kind": ["ordinary", "special"],
    "decision kind": ["recommendation", "decision", "action", "concern"],
    "every meetings": ["1", "2", "1000"],
    "replaced": ["{board: x}", "{board: x, date: 2003}"],
    "register kind": [
        "policies",
        "risks",
        "concerns",
        "involvement",
        "impact-assessments",
        "initiatives",
        "objectives",
        "other",
    ],
    "date or review": ["2003", "2003-10-01", "{every: 1 year}", "{every: 3 months, last: 2003-10}"],
    "priority or none": ["high", "medium", "low", "none"],
}
"""Values that a type takes."""

_NO_TEXT = [("«[x]", "GP104"), ("«{x: y}", "GP104"), ("«[]", "GP104"), ("«{}", "GP104")]
_BLANK = [
    ("«' '»", "GP111"),
    ("«''»", "GP111"),
    ('«"\\t\\n"»', "GP111"),
    ('«"\\u00a0"»', "GP111"),
    ('«"\\u200b\\u2060 \\u202e"»', "GP111"),
]
_MANY = [("[x, «[y]]", "GP104"), ("[x, «' '»]", "GP111"), *_BLANK]
_CHOICE = [("«nonsense»", "GP108"), ("«''»", "GP108"), *_NO_TEXT]
_NO_DECIMAL = [
    ("«'1,5'»", "GP108"),
    ("«1e3»", "GP108"),
    ("«.nan»", "GP108"),
    ("«.inf»", "GP108"),
    ("«+1»", "GP108"),
    ("«010»", "GP108"),
    ("«5.»", "GP108"),
    ("«8.2%»", "GP108"),
    ("«1 133»", "GP108"),
    ("«1234567890123456»", "GP108"),
    ("«''»", "GP108"),
    ("«٣»", "GP108"),
    *_NO_TEXT,
]
_NO_MAPPING = [("«x»", "GP104"), ("«[x]", "GP104"), ("«''»", "GP104")]

LONG_CONDITIONS = f"«[{', '.join(['{}'] * 11)}]"
LONG = f"«[{', '.join(['{id: a, title: A}'] * 21)}]"
LONG_TEXTS = f"«[{', '.join(['x'] * 31)}]"

BAD = {
    "file name": [*_NO_TEXT, *_BLANK, ("«other»", "GP108")],
    "text": [*_NO_TEXT, *_BLANK],
    "date": [("«2003-13»", "GP105"), ("«next May»", "GP105"), ("«''»", "GP105"), *_NO_TEXT],
    "day": [("«2003-13-01»", "GP105"), ("«2003-10»", "GP105"), ("«FY2003-04»", "GP105"), *_NO_TEXT],
    "length": [("«3 moons»", "GP106"), ("«3»", "GP106"), ("«-1 days»", "GP106"), ("«''»", "GP106"), *_NO_TEXT],
    "length from 1": [("«3 moons»", "GP106"), ("«0 days»", "GP115"), ("«''»", "GP106"), *_NO_TEXT],
    "date or length": [("«2003-13»", "GP105"), ("«3 moons»", "GP105"), ("«''»", "GP105"), *_NO_TEXT],
    "completion": [
        ("«2003-13»", "GP105"),
        ("«''»", "GP105"),
        ("{2003: «x»}", "GP105"),
        ("{2003: «[x]}", "GP104"),
        ("{2003: 2003, «x»: 2003}", "GP105"),
        ("«[x]", "GP104"),
    ],
    "reasons": [
        ("«x»", "GP104"),
        ("«[x]", "GP104"),
        ("{«x»: y}", "GP105"),
        ("{2003: «[y]}", "GP104"),
        ("{2003: «' '»}", "GP111"),
    ],
    "number": [
        ("«-1»", "GP108"),
        ("«1.0»", "GP108"),
        ("«1e3»", "GP108"),
        ("«٣»", "GP108"),
        ("«1_0»", "GP108"),
        ("«ten»", "GP108"),
        ("«''»", "GP108"),
        ("«1000000000»", "GP108"),
        ("«+1»", "GP108"),
        *_NO_TEXT,
    ],
    "decimal": _NO_DECIMAL,
    "decimal or no-target": [("«pending»", "GP108"), *_NO_DECIMAL],
    "decimal or pending": [("«no-target»", "GP108"), *_NO_DECIMAL],
    "decimal or unquantified": [("«free»", "GP108"), *_NO_DECIMAL],
    "returned": [("«-1»", "GP108"), ("«ten»", "GP108"), *_NO_TEXT],
    "unit": [("«'%'»", "GP108"), ("«Percent»", "GP108"), ("«per cent»", "GP108"), *_NO_TEXT, *_BLANK],
    "currency": [("«£»", "GP108"), ("«gbp»", "GP108"), ("«pounds»", "GP108"), *_NO_TEXT, *_BLANK],
    "direction": _CHOICE,
    "value kind": _CHOICE,
    "cost kind": _CHOICE,
    "words or costs": [("«cheap»", "GP108"), ("[«new»]", "GP108"), ("{amount: «free»}", "GP108")],
    "mappings or one": [("«x»", "GP104"), ("[«x»]", "GP104"), ("{period: 2003, value: «x»}", "GP108")],
    "indicators": [*_NO_MAPPING, ("{a: «x»}", "GP104")],
    "truth": [("«yes»", "GP108"), ("«True»", "GP108"), ("«1»", "GP108"), ("«''»", "GP108"), *_NO_TEXT],
    "version": [("«2»", "GP108"), ("«01»", "GP108"), ("«1.0»", "GP108"), ("«''»", "GP108"), *_NO_TEXT],
    "id": [
        ("«A»", "GP107"),
        ("«a_b»", "GP107"),
        ("«a--b»", "GP107"),
        ("«-a»", "GP107"),
        ("«a-»", "GP107"),
        ("«a b»", "GP107"),
        ("«é»", "GP107"),
        ("«''»", "GP107"),
        ("«a#b»", "GP107"),
        ("«a/b»", "GP107"),
        *_NO_TEXT,
        ('«"a\\n"»', "GP107"),
    ],
    "code": [("«GP999»", "GP108"), ("«gp401»", "GP108"), ("«GP105»", "GP108"), ("«GP008»", "GP108"), *_CHOICE],
    "texts": [("«x»", "GP104"), ("«{x: y}", "GP104"), ("[x, «[y]]", "GP104"), ("[x, «' '»]", "GP111")],
    "one or many": [("«{x: y}", "GP104"), ("[x, «{y: z}]", "GP104"), *_MANY],
    "texts or inputs": [*_MANY, ("{text: «' '»}", "GP111"), ("[x, {text: «[y]}]", "GP104")],
    "texts or partners": [*_MANY, ("{role: «' '»}", "GP111"), ("[x, {organisation: «[y]}]", "GP104")],
    "texts or dependencies": [*_MANY, ("{milestone: «' '»}", "GP111"), ("[x, {milestone: y, lag: «1»}]", "GP106")],
    "texts or answers": [*_MANY, ("{entry: «' '»}", "GP111"), ("[x, {entry: y, extent: «none»}]", "GP108")],
    "texts or pointers": [*_MANY, ("{place: «' '»}", "GP111"), ("[x, {document: «[y]}]", "GP104")],
    "texts or memberships": [
        *_MANY,
        ("{organisation: «' '»}", "GP111"),
        ("[x, {organisation: y, from: «z»}]", "GP105"),
    ],
    "priority": _CHOICE,
    "extent": _CHOICE,
    "request": [*_NO_MAPPING, ("{to: «soon»}", "GP105")],
    "state": _CHOICE,
    "entry kind": _CHOICE,
    "organisation kind": _CHOICE,
    "date field": _CHOICE,
    "milestone field": [*_CHOICE, ("«start»", "GP108")],
    "progress": [*_CHOICE, ("«complete»", "GP108"), ("«under way»", "GP108")],
    "rag": [*_CHOICE, ("«Red»", "GP108")],
    "mapping": _NO_MAPPING,
    "survey": [*_NO_MAPPING, ("{sent: «x», returned: 1}", "GP108")],
    "mappings": [("«x»", "GP104"), ("«{x: y}", "GP104"), ("[«x»]", "GP104"), ("[«[x]]", "GP104")],
    "entries": [*_NO_MAPPING, ("{a: «x»}", "GP104"), ("{a: «[x]}", "GP104")],
    "many": [("«x»", "GP104"), ("«{x: y}", "GP104"), ("[«x»]", "GP104"), ("[«[x]]", "GP104"), (LONG, "GP108")],
    "texts or supports": [
        *_MANY,
        ("{text: «' '»}", "GP111"),
        ("[x, {section: «[y]}]", "GP104"),
        (LONG_TEXTS, "GP108"),
    ],
    "texts or drivers": [*_MANY, ("{text: «' '»}", "GP111"), ("[x, {text: «[y]}]", "GP104")],
    "no frameworks": [("[x, «[y]]", "GP104"), ("[x, «' '»]", "GP111"), *_BLANK, (LONG_TEXTS, "GP108")],
    "extent of support": _CHOICE,
    "cycle kind": _CHOICE,
    "section kind": _CHOICE,
    "importance": _CHOICE,
    "framework kind": _CHOICE,
    "states of progress": [("«under-way»", "GP104"), ("[under-way, «done»]", "GP108"), ("[«[x]]", "GP104")],
    "cycle": [*_NO_MAPPING, ("{every: «0 days»}", "GP115")],
    "conditions": [("«x»", "GP104"), ("[«x»]", "GP104"), (LONG_CONDITIONS, "GP108")],
    "texts or members": [
        ("«x»", "GP104"),
        ("«{x: y}", "GP104"),
        ("[x, «' '»]", "GP111"),
        ("[x, {role: «[y]}]", "GP104"),
    ],
    "date or id": [
        ("«2003-13»", "GP105"),
        ("«next May»", "GP105"),
        ("«Jun-2008»", "GP105"),
        ("«''»", "GP105"),
        *_NO_TEXT,
    ],
    "meeting kind": _CHOICE,
    "decision kind": _CHOICE,
    "every meetings": [("«0»", "GP115"), ("«1001»", "GP115"), ("«two»", "GP108"), *_NO_TEXT],
    "replaced": [*_NO_MAPPING, ("{board: «' '»}", "GP111")],
    "register kind": _CHOICE,
    "date or review": [
        ("«2003-13»", "GP105"),
        ("«[x]", "GP104"),
        ("{every: «0 days»}", "GP115"),
        ("{every: 1 year, last: «x»}", "GP105"),
    ],
    "priority or none": _CHOICE,
    "section ids": [("«A»", "GP107"), ("[a, «a_b»]", "GP107"), ("[«[x]]", "GP104")],
}
"""Values that a type refuses, where exactly, and with which code."""

_NOTED = {"note": "text", "tags": "texts"}
_TITLED = {"title": "text"}
_NAMED = {"id": "id", "title": "text"}
_REFERENCE = {"document": "text", "place": "text"}
_CANCELLED = {"date": "date", "reason": "text"}
_REVISION = {"date": "date", "was": "date or length", "reason": "text", "approved_by": "text"}
_CYCLE = {"every": "length from 1", "until": "date"}
_PLANNED = _NOTED | {"lead": "one or many", "due": "date", "renamed_from": "one or many", "source": "mapping"} | _CYCLE
_MILESTONE = _PLANNED | {"duration": "length", "depends_on": "texts or dependencies"}
_MILESTONE_PROGRESS = {
    "forecast": "date",
    "completed": "completion",
    "cancelled": "mapping",
    "revisions": "mappings",
} | {
    "requested": "request",
    "goes_to": "text",
    "skipped": "reasons",
}
_ENTRY = (
    _PLANNED
    | {
        "objective": "text",
        "order": "number",
        "inputs": "texts or inputs",
        "output": "text",
        "groups": "one or many",
        "partners": "texts or partners",
        "start": "date",
        "end": "date",
        "milestones": "mappings",
    }
    | {"ref": "text", "success": "one or many"}
    | {"supports": "texts or supports", "drivers": "texts or drivers"}
    | {"indicators": "one or many", "cost": "words or costs"}
)
_ENTRY_PROGRESS = {
    "completed": "completion",
    "cancelled": "mapping",
    "updates": "mappings",
    "revisions": "mappings",
} | {
    "forecast": "date",
    "skipped": "reasons",
    "accountable": "text",
    "priority": "priority",
    "due_note": "text",
    "requested": "request",
    "evidence": "one or many",
    "answers": "texts or answers",
    "continues": "one or many",
    "see": "texts or pointers",
    "handovers": "mappings",
    "review": "date",
    "reviewed": "mappings",
}
_OBJECTIVE = _NOTED | {"lead": "one or many", "part_of": "text", "supports": "texts or supports"}
_HEADER = _NOTED | {"long_term_aim": "text", "aims": "mappings", "objectives": "mappings"}
_PLAN = (
    _HEADER
    | {
        "state": "state",
        "closed": "mapping",
        "renamed_from": "one or many",
        "period": "mapping",
        "status_date": "day",
        "tolerance": "length",
        "max_revisions": "number",
        "approvers": "one or many",
        "due_soon": "length",
        "sources": "mappings",
        "accept": "mappings",
    }
    | {"lead": "one or many", "answers": "texts or answers"}
    | {"follows": "no frameworks", "publications": "mappings", "duties": "mappings"}
    | {"currency": "currency", "budget": "mappings"}
)
_SUPPORT = {"section": "text", "text": "text", "extent": "extent of support"}
_PUBLICATION = _NOTED | {
    "of": "one or many",
    "meets": "text",
    "date": "date",
    "expected": "date",
    "address": "text",
    "formats": "one or many",
    "told": "one or many",
}
_FRAMEWORK = _NOTED | {
    "kind": "framework kind",
    "edition": "text",
    "publisher": "text",
    "copyright": "text",
    "valid": "mapping",
    "address": "text",
    "every_entry": "truth",
    "levels": "mappings",
    "sections": "mappings",
    "rules": "many",
    "sources": "mappings",
}
_SECTION = _NOTED | {
    "ref": "text",
    "kind": "section kind",
    "importance": "importance",
    "evidence": "one or many",
    "published": "date",
    "consultation": "date",
    "state": "text",
    "supported_by": "texts or supports",
    "cycle": "cycle",
    "source": "mapping",
    "sections": "mappings",
}
_CONDITION = {"sections": "section ids", "tags": "one or many", "progress": "states of progress"}
_ACCEPTANCE = {"code": "code", "where": "text"}
_ORGANISATION = _NOTED | {
    "name": "text",
    "kind": "organisation kind",
    "part_of": "texts or memberships",
    "aliases": "texts",
    "holders": "mappings",
}
_REQUEST = {"date": "date", "by": "text", "reason": "text"}
_MEASURED = _NOTED | {
    "unit": "unit",
    "good": "direction",
    "lead": "one or many",
    "data_source": "text",
    "categories": "mappings",
    "baseline": "mappings or one",
    "targets": "mappings",
    "benchmarks": "mappings",
    "supports": "texts or supports",
    "renamed_from": "one or many",
    "source": "mapping",
    "every": "length from 1",
}
_OF_CATEGORY = {"category": "text", "note": "text", "source": "mapping"}
_HOLDER = {"acting": "truth", "from": "date", "to": "date"}

_MILESTONES = ENTRY + "milestones:\n  - id: first\n    title: First\n  - "
_IN_MILESTONE = ENTRY + "milestones:\n  - id: first\n    title: First\n    "
_BASELINE = "genderplan: 1\n"
_ENTRIES = _BASELINE + "entries:\n  z: {kind: project, title: Z}\n  b:\n    "
_IN_ENTRY = _ENTRIES + "kind: action\n    title: B\n    "
_ACTION, _PROJECT, _PLAN_FILE = "p/actions/a.yaml", "p/projects/a.yaml", "p/plan.yaml"
_INDICATOR = "p/indicators/a.yaml"
_FROZEN, _ORGANISATIONS = "p/baselines/b.yaml", "organisations.yaml"
_FRAMEWORK_FILE = "frameworks/f.yaml"
_IN_SECTION = f"{PLAN}sections:\n  - id: s\n    title: S\n    "

_BOARD, _REGISTER, _ASSESSMENT, _GLOSSARY = (
    "boards/B.yaml",
    "p/registers/a.yaml",
    "p/assessments/a.yaml",
    "glossary.yaml",
)
_OWED = _NOTED | {"by": "one or many", "about": "texts or inputs", "source": "mapping"}
_MEETING_REVISION = {"date": "date", "was": "date", "reason": "text", "approved_by": "text"}
_MEMBER = {"organisation": "text", "role": "text", "name": "text"}
_ITEM = _NOTED | {
    "lead": "one or many",
    "state": "text",
    "date": "date",
    "text": "text",
    "who": "one or many",
    "how": "text",
    "review": "date or review",
    "relevance": "mappings",
    "answers": "texts or answers",
    "source": "mapping",
}

_BOARDS = {
    "board": Mapping(
        Board,
        _BOARD,
        "",
        0,
        {},
        _NOTED
        | {
            "role": "text",
            "oversees": "one or many",
            "chair": "text",
            "members": "texts or members",
            "serves": "text",
            "replaces": "replaced",
            "meets": "mapping",
            "meetings": "mappings",
            "receives": "mappings",
            "promised": "mappings",
            "decisions": "mappings",
            "champions": "cycle",
            "working_groups": "mappings",
            "sources": "mappings",
        },
    ),
    "member": Mapping(Member, _BOARD, "members:\n  - x\n  - ", 4, {}, _MEMBER),
    "replaced board": Mapping(
        board_parts.BoardReplacement, _BOARD, "replaces:\n  ", 2, {"board": "text"}, {"date": "date"}
    ),
    "meeting rule": Mapping(
        MeetingRule,
        _BOARD,
        "meets:\n  ",
        2,
        {},
        _CYCLE | {"from": "date", "before": "text", "at_least_a_year": "number", "note": "text"},
    ),
    "meeting": Mapping(
        Meeting,
        _BOARD,
        "meetings:\n  - ",
        4,
        {"id": "id"},
        _NOTED
        | {
            "title": "text",
            "date": "date",
            "kind": "meeting kind",
            "papers_by": "date",
            "theme": "text",
            "minutes": "text",
            "cancelled": "mapping",
            "revisions": "mappings",
            "renamed_from": "one or many",
            "source": "mapping",
        },
    ),
    "meeting revision": Mapping(
        MeetingRevision, _BOARD, "meetings:\n- id: m\n  revisions:\n    - ", 6, {}, _MEETING_REVISION
    ),
    "receipt": Mapping(
        Receipt,
        _BOARD,
        "receives:\n  - ",
        4,
        _NAMED,
        _OWED | {"from": "date or id", "every_meetings": "every meetings", "every": "length from 1", "until": "date"},
    ),
    "promise": Mapping(
        PromisedReport,
        _BOARD,
        "promised:\n  - ",
        4,
        _NAMED,
        _OWED | {"at": "date or id", "reason": "text", "revisions": "mappings", "received": "date"},
    ),
    "board decision": Mapping(
        Decision,
        _BOARD,
        "decisions:\n  - ",
        4,
        {"id": "id", "text": "text"},
        _NOTED
        | {
            "meeting": "text",
            "kind": "decision kind",
            "about": "texts or inputs",
            "lead": "one or many",
            "due": "date",
            "agreed": "truth",
            "completed": "date",
            "source": "mapping",
        },
    ),
    "champions": Mapping(
        Champions,
        _BOARD,
        "champions:\n  ",
        2,
        {"every": "length from 1"},
        {"from": "date", "until": "date", "by": "one or many", "rota": "texts", "note": "text", "source": "mapping"},
    ),
    "working group": Mapping(
        WorkingGroup,
        _BOARD,
        "working_groups:\n  - ",
        4,
        _NAMED,
        _NOTED | {"chair": "text", "led_by": "text", "members": "texts or members", "source": "mapping"},
    ),
}
"""What a board's file holds."""

_BESIDE = {
    "register": Mapping(
        Register,
        _REGISTER,
        "",
        0,
        _TITLED,
        _NOTED | {"kind": "register kind", "source": "mapping", "items": "mappings"},
    ),
    "register item": Mapping(RegisterItem, _REGISTER, "title: R\nitems:\n  - ", 4, _NAMED, _ITEM),
    "review": Mapping(
        ReviewRule,
        _REGISTER,
        "title: R\nitems:\n- id: i\n  title: I\n  review:\n    ",
        4,
        {"every": "length from 1"},
        {"last": "date"},
    ),
    "relevance": Mapping(
        Relevance,
        _REGISTER,
        "title: R\nitems:\n- id: i\n  title: I\n  relevance:\n    - ",
        6,
        {"section": "text"},
        {"priority": "priority or none"},
    ),
    "assessment": Mapping(
        Assessment,
        _ASSESSMENT,
        "",
        0,
        {"framework": "text"},
        _NOTED
        | {
            "title": "text",
            "by": "one or many",
            "date": "date",
            "about": "text",
            "ratings": "mappings",
            "source": "mapping",
        },
    ),
    "rating": Mapping(
        Rating,
        _ASSESSMENT,
        "framework: f\nratings:\n  - ",
        4,
        {"section": "text"},
        {"level": "text", "answer": "text", "evidence": "one or many", "note": "text", "source": "mapping"},
    ),
    "explanation": Mapping(
        Explanation, _GLOSSARY, "HR:\n  ", 2, {"meaning": "text"}, {"note": "text", "source": "mapping"}
    ),
}
"""What registers, assessments and the glossary hold."""

MAPPINGS = (
    _BOARDS
    | _BESIDE
    | {
        "plan": Mapping(Plan, _PLAN_FILE, "", 0, {"genderplan": "version", "title": "text"}, _PLAN),
        "aim": Mapping(Aim, _PLAN_FILE, f"{PLAN}aims:\n  - ", 4, _NAMED, _NOTED),
        "objective": Mapping(Objective, _PLAN_FILE, f"{PLAN}objectives:\n  - ", 4, _NAMED, _OBJECTIVE),
        "source": Mapping(Source, _PLAN_FILE, f"{PLAN}sources:\n- ", 2, _NAMED, _NOTED | {"date": "date"}),
        "acceptance": Mapping(
            Acceptance, _PLAN_FILE, f"{PLAN}accept:\n  - ", 4, _ACCEPTANCE, {"reason": "text", "until": "date"}
        ),
        "closed": Mapping(Closure, _PLAN_FILE, f"{PLAN}closed:\n  ", 2, {}, {"date": "date", "reason": "text"}),
        "period": Mapping(Period, _PLAN_FILE, f"{PLAN}period:\n  ", 2, {}, {"start": "date", "end": "date"}),
        "action": Mapping(Entry, _ACTION, "", 0, _TITLED, _ENTRY | _ENTRY_PROGRESS),
        "project": Mapping(Entry, _PROJECT, "", 0, _TITLED, _ENTRY | _ENTRY_PROGRESS),
        "milestone": Mapping(Milestone, _ACTION, _MILESTONES, 4, _NAMED, _MILESTONE | _MILESTONE_PROGRESS),
        "update": Mapping(
            Update,
            _ACTION,
            f"{ENTRY}updates:\n  - ",
            4,
            {"text": "text"},
            {"date": "date", "by": "text", "source": "mapping"}
            | {"state": "progress", "rag": "rag", "next": "text", "evidence": "one or many"},
        ),
        "entry revision": Mapping(
            EntryRevision, _ACTION, f"{ENTRY}revisions:\n  - ", 4, {}, _REVISION | {"field": "date field"}
        ),
        "revision": Mapping(
            Revision, _ACTION, f"{_IN_MILESTONE}revisions:\n    - ", 6, {}, _REVISION | {"field": "milestone field"}
        ),
        "cancelled entry": Mapping(Cancellation, _PROJECT, f"{ENTRY}cancelled:\n  ", 2, {}, _CANCELLED),
        "cancelled": Mapping(Cancellation, _ACTION, f"{_IN_MILESTONE}cancelled:\n      ", 6, {}, _CANCELLED),
        "source of entry": Mapping(SourceReference, _ACTION, f"{ENTRY}source:\n  ", 2, {}, _REFERENCE),
        "source of milestone": Mapping(SourceReference, _ACTION, f"{_IN_MILESTONE}source:\n      ", 6, {}, _REFERENCE),
        "source of update": Mapping(
            SourceReference, _ACTION, f"{ENTRY}updates:\n- text: x\n  source:\n    ", 4, {}, _REFERENCE
        ),
        "input": Mapping(TextInput, _ACTION, f"{ENTRY}inputs:\n  - HR\n  - ", 4, {"text": "text"}, {}),
        "one input": Mapping(TextInput, _ACTION, f"{ENTRY}inputs:\n  ", 2, {"text": "text"}, {}),
        "partner": Mapping(
            Partner, _ACTION, f"{ENTRY}partners:\n  - HR\n  - ", 4, {}, {"organisation": "text", "role": "text"}
        ),
        "dependency": Mapping(
            Dependency,
            _ACTION,
            f"{_IN_MILESTONE}depends_on:\n    - x\n    - ",
            6,
            {"milestone": "text"},
            {"lag": "length"},
        ),
        "one dependency": Mapping(
            Dependency,
            _ACTION,
            f"{_IN_MILESTONE}depends_on:\n      ",
            6,
            {"milestone": "text"},
            {"lag": "length"},
        ),
        "request": Mapping(Request, _ACTION, f"{ENTRY}requested:\n  ", 2, {"to": "date"}, _REQUEST),
        "request of milestone": Mapping(
            Request, _ACTION, f"{_IN_MILESTONE}requested:\n      ", 6, {"to": "date"}, _REQUEST
        ),
        "answer": Mapping(Answer, _ACTION, f"{ENTRY}answers:\n  - x\n  - ", 4, {"entry": "text"}, {"extent": "extent"}),
        "answer of plan": Mapping(
            Answer, _PLAN_FILE, f"{PLAN}answers:\n  - ", 4, {"entry": "text"}, {"extent": "extent"}
        ),
        "pointer": Mapping(SourceReference, _ACTION, f"{ENTRY}see:\n  - x\n  - ", 4, {}, _REFERENCE),
        "handover": Mapping(
            Handover,
            _ACTION,
            f"{ENTRY}handovers:\n  - ",
            4,
            {"to": "text"},
            {"date": "date", "from": "text", "agreed": "truth", "note": "text"},
        ),
        "reviewed": Mapping(
            Reviewed, _ACTION, f"{ENTRY}reviewed:\n  - ", 4, {"text": "text"}, {"date": "date", "by": "text"}
        ),
        "membership": Mapping(
            Membership,
            _ORGANISATIONS,
            "HR:\n  part_of:\n    - Finance\n    - ",
            6,
            {"organisation": "text"},
            {"from": "date", "until": "date"},
        ),
        "cost": Mapping(
            Cost,
            _ACTION,
            f"{ENTRY}cost:\n  - free\n  - ",
            4,
            {},
            {
                "amount": "decimal or unquantified",
                "year": "date",
                "kind": "cost kind",
                "fte": "decimal",
                "funder": "text",
                "approximate": "truth",
                "note": "text",
            },
        ),
        "budget": Mapping(
            Budget,
            _PLAN_FILE,
            f"{PLAN}budget:\n  - ",
            4,
            {"year": "date", "amount": "decimal"},
            {"approximate": "truth", "note": "text"},
        ),
        "indicator": Mapping(Indicator, _INDICATOR, "", 0, _TITLED, _MEASURED | {"values": "mappings"}),
        "category": Mapping(
            Category, _INDICATOR, f"{ENTRY}categories:\n  - ", 4, _NAMED, _NOTED | {"dimension": "text"}
        ),
        "starting value": Mapping(
            StartingValue, _INDICATOR, f"{ENTRY}baseline:\n  ", 2, {"period": "date", "value": "decimal"}, _OF_CATEGORY
        ),
        "target": Mapping(
            Target,
            _INDICATOR,
            f"{ENTRY}targets:\n  - ",
            4,
            {"value": "decimal or no-target"},
            _OF_CATEGORY | {"by": "date"},
        ),
        "value": Mapping(
            Value,
            _INDICATOR,
            f"{ENTRY}values:\n  - ",
            4,
            {"period": "date", "value": "decimal or pending"},
            _OF_CATEGORY
            | {"kind": "value kind", "base": "number", "survey": "survey", "expected": "date", "reason": "text"},
        ),
        "survey": Mapping(
            Survey,
            _INDICATOR,
            f"{ENTRY}values:\n- period: 2003\n  value: 1\n  survey:\n    ",
            4,
            {"sent": "number", "returned": "returned"},
            {},
        ),
        "benchmark": Mapping(
            Benchmark,
            _INDICATOR,
            f"{ENTRY}benchmarks:\n  - ",
            4,
            _NAMED | {"value": "decimal"},
            _NOTED | {"source": "mapping"},
        ),
        "baseline indicator": Mapping(
            BaselineIndicator, _FROZEN, f"{_BASELINE}indicators:\n  a:\n    ", 4, _TITLED, _MEASURED
        ),
        "organisation": Mapping(Organisation, _ORGANISATIONS, "HR: {name: H}\nFinance:\n  ", 2, {}, _ORGANISATION),
        "holder": Mapping(
            Holder, _ORGANISATIONS, "HR:\n  holders:\n    - name: A\n    - ", 6, {"name": "text"}, _HOLDER
        ),
        "baseline": Mapping(
            Baseline,
            _FROZEN,
            "",
            0,
            {"genderplan": "version"},
            _NOTED
            | {
                "name": "file name",
                "title": "text",
                "taken": "date",
                "replaced": "mappings",
                "plan": "mapping",
                "entries": "entries",
                "indicators": "indicators",
            },
        ),
        "replacement": Mapping(
            Replacement, _FROZEN, f"{_BASELINE}replaced:\n  - ", 4, {}, {"date": "date", "reason": "text"}
        ),
        "baseline plan": Mapping(BaselineHeader, _FROZEN, f"{_BASELINE}plan:\n  ", 2, {}, _HEADER | _TITLED),
        "baseline aim": Mapping(Aim, _FROZEN, f"{_BASELINE}plan:\n  aims:\n  - ", 4, _NAMED, _NOTED),
        "baseline objective": Mapping(
            Objective, _FROZEN, f"{_BASELINE}plan:\n  objectives:\n  - ", 4, _NAMED, _OBJECTIVE
        ),
        "baseline entry": Mapping(BaselineEntry, _FROZEN, _ENTRIES, 4, {"kind": "entry kind", "title": "text"}, _ENTRY),
        "baseline milestone": Mapping(
            BaselineMilestone, _FROZEN, f"{_IN_ENTRY}milestones:\n    - ", 6, _NAMED, _MILESTONE
        ),
        "baseline input": Mapping(TextInput, _FROZEN, f"{_IN_ENTRY}inputs:\n    - ", 6, {"text": "text"}, {}),
        "baseline partner": Mapping(
            Partner,
            _FROZEN,
            f"{_IN_ENTRY}partners:\n    - ",
            6,
            {},
            {"organisation": "text", "role": "text"},
        ),
        "baseline source": Mapping(SourceReference, _FROZEN, f"{_IN_ENTRY}source:\n      ", 6, {}, _REFERENCE),
        "framework": Mapping(Framework, _FRAMEWORK_FILE, "", 0, {"genderplan": "version", "title": "text"}, _FRAMEWORK),
        "validity": Mapping(Validity, _FRAMEWORK_FILE, f"{PLAN}valid:\n  ", 2, {}, {"from": "date", "until": "date"}),
        "level": Mapping(Level, _FRAMEWORK_FILE, f"{PLAN}levels:\n  - ", 4, _NAMED, _NOTED | {"score": "number"}),
        "section": Mapping(Section, _FRAMEWORK_FILE, f"{PLAN}sections:\n  - ", 4, _NAMED, _SECTION),
        "section of a section": Mapping(
            Section, _FRAMEWORK_FILE, f"{_IN_SECTION}sections:\n      - ", 8, _NAMED, _SECTION
        ),
        "cycle": Mapping(
            DutyCycle,
            _FRAMEWORK_FILE,
            f"{_IN_SECTION}cycle:\n      ",
            6,
            {"every": "length from 1"},
            {"from": "date", "until": "date", "kind": "cycle kind"},
        ),
        "source of section": Mapping(
            SourceReference, _FRAMEWORK_FILE, f"{_IN_SECTION}source:\n      ", 6, {}, _REFERENCE
        ),
        "support of section": Mapping(
            Support, _FRAMEWORK_FILE, f"{_IN_SECTION}supported_by:\n      - text: z\n      - ", 8, {}, _SUPPORT
        ),
        "rule": Mapping(
            Rule,
            _FRAMEWORK_FILE,
            f"{PLAN}rules:\n  - ",
            4,
            {"id": "id"},
            _NOTED | {"title": "text", "at_least": "number", "of": "mapping", "each": "conditions"},
        ),
        "condition": Mapping(
            Condition, _FRAMEWORK_FILE, f"{PLAN}rules:\n  - id: r\n    of:\n      ", 6, {}, _CONDITION
        ),
        "one condition": Mapping(
            Condition, _FRAMEWORK_FILE, f"{PLAN}rules:\n  - id: r\n    each:\n      - ", 8, {}, _CONDITION
        ),
        "support": Mapping(Support, _ACTION, f"{ENTRY}supports:\n  - ", 4, {}, _SUPPORT),
        "driver": Mapping(Driver, _ACTION, f"{ENTRY}drivers:\n  - text: x\n  - ", 4, {"text": "text"}, {}),
        "publication": Mapping(Publication, _PLAN_FILE, f"{PLAN}publications:\n  - ", 4, _NAMED, _PUBLICATION),
        "duty": Mapping(
            Duty, _PLAN_FILE, f"{PLAN}duties:\n  - ", 4, {"section": "text"}, {"from": "date", "include": "mappings"}
        ),
        "inclusion": Mapping(
            Inclusion,
            _PLAN_FILE,
            f"{PLAN}duties:\n  - section: x\n    include:\n      - ",
            8,
            {"section": "text"},
            {"from": "date"},
        ),
    }
)
