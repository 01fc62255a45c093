"""Every document that a command prints as JSON is what its schema says, field by field."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from cases import for_each
from cli.company import AS_OF, BOARD_1, COMMANDS, PAY, PUBLISH_GAP, REVIEW_GRADES, company
from cli.contract import VERSIONS
from cli_runner import REPOSITORY, call
from genderplan.reports.show import mentions
from genderplan.reports.slippage import other_changes
from genderplan.schemas.documentation import field_texts
from genderplan.schemas.documents import Envelope
from genderplan.schemas.outputs import DOCUMENTS, output_schema
from genderplan.schemas.types import TypeSchemas, field_types
from repositories import repository

ACCEPTING = f"""{PAY}accept:
  - {{code: GP401, where: train-panels#trainer, reason: The trainer is ill, until: 2025-06}}
"""
FOLLOWING = """\
follows: standard
publications: [{id: report, title: Report, of: data, meets: standard/leadership, date: 2025, formats: PDF, told: HR}]
duties: [{section: standard/leadership, from: 2018-03, include: [{section: standard/pay, from: 2024}]}]
"""
STANDARD = """\
genderplan: 1
title: Equality standard
kind: standard
edition: "2021"
valid: {from: 2021, until: 2199}
levels: [{id: developing, title: Developing, score: 1}]
sources: [{id: paper, title: Paper, date: 2021}]
sections:
  - id: leadership
    title: Leadership
    cycle: {every: 1 year, from: 2018-03-30, until: 2199, kind: fixed}
    source: {document: paper, place: page 1}
    supported_by: [{section: goals/fair, extent: part}, strategies/quiet]
    sections: [{id: pay, ref: "1", title: Pay, importance: mandatory, evidence: A named lead, published: 2002}]
rules: [{id: two, title: Two, at_least: 2, of: {tags: pay}, each: [{sections: pay, progress: [complete]}]}]
"""
GOALS = "genderplan: 1\ntitle: Goals\nkind: goals\nsections: [{id: fair, title: Fair}, {id: free, title: Free}]\n"
QUIET = "genderplan: 1\ntitle: Quiet\nkind: strategies\nsections: [{id: quiet, title: Quiet}]\n"
SELF_2023 = """\
framework: standard
date: 2023
ratings: [{section: leadership, level: developing}, {section: pay, level: not-applicable}]
"""
SELF_2024 = """\
title: Self-assessment
framework: standard
by: HR
date: 2024-11
source: {document: board-paper, place: page 4}
note: Before the board.
tags: [board]
x-form: "7"
ratings:
  - section: pay
    level: developing
    answer: In part
    evidence: The pay gap
    note: By grade.
    source: {place: page 5}
  - {section: leadership, level: developing}
"""
SUPPORTING = "supports: [standard/pay, {text: A law}]\ndrivers: [standard/leadership, {text: The board}]\n"
GLOSSARY = "HR: Human Resources\nEB: {meaning: Board, note: Of old, source: {document: board-paper, place: page 1}}\n"
POLICIES = """\
title: Policies
kind: policies
source: {document: board-paper, place: Appendix 2}
note: As of the census.
tags: [policy]
x-count: "2"
items:
  - id: dress-code
    title: Dress code
    lead: HR
    state: awaits publication
    date: 2024-02
    text: Could it keep anybody away?
    who: [HR, Staff networks]
    how: Two focus groups
    review: {every: 1 year, last: 2024-03}
    relevance: [{section: standard/pay, priority: high}, {section: standard/leadership, priority: none}]
    answers: {entry: publish-gap, extent: part}
    source: {document: board-paper, place: Appendix 3}
    note: The unions objected.
    tags: [clothes]
    x-page: "12"
  - {id: leave, title: Parental leave, review: 2025-02-03}
  - {id: pay, title: Starting pay, review: {every: 6 months}}
"""
COUNCIL = "meetings: [{id: feb, date: 2025-02-01}]\n"
REPLACED = f"{BOARD_1}replaced:\n  - {{date: 2024-10-01, reason: A slip}}\n"
HELD = (
    *COMMANDS,
    ("impact", "publish-gap#report", "--why"),
    ("impact", "train-panels#trainer", "--to", "2025-03-01"),
    ("history",),
    ("history", "publish-gap"),
    ("trend",),
    ("trend", "publish-gap", "--at", "HEAD~1"),
    ("explain",),
    ("explain", "hit-rate"),
    ("status", "--measures"),
    ("status", "--since", "board-1"),
    ("explain", "GP204"),
    ("explain", "GP502"),
    ("coverage",),
    ("coverage", "standard", "--by", "goals"),
    ("gaps",),
    ("gaps", "--returns"),
    ("assessments",),
    ("list", "assessments"),
    ("show", "self-2024"),
    ("due", "--until", "2025-12", "--by", "lead"),
    ("due",),
    ("workload",),
    ("agenda", "HR-Board", "--on", "2025-01-16"),
    ("agenda", "Council"),
    ("calendar", "--from", "2024-06"),
    ("calendar", "--board", "HR-Board"),
    ("report",),
    ("annex", "actions"),
    ("annex", "projects"),
    ("annex", "timescale"),
    ("list", "frameworks"),
    ("list", "sections"),
    ("show", "standard"),
    ("show", "standard/leadership"),
    *(("list", noun) for noun in ("boards", "meetings", "reports", "decisions")),
    *(("show", name) for name in ("HR-Board", "board:HR-Board", "HR-Board#jan", "HR-Board@2025-04", "HR-Board#survey")),
    ("show", "HR-Board#note"),
    ("framework", "list"),
    ("glossary",),
    ("list", "items"),
    ("show", "policies"),
    ("show", "policies#dress-code"),
    ("validate", "--against", "board-1"),
    ("check", "--against", "board-1"),
    ("show", "return-to-work"),
    ("baseline", "show", "sketch"),
)
SHIPPED = (
    *(("list", noun) for noun in ("entries", "actions", "projects", "milestones", "objectives", "organisations")),
    ("list", "plans"),
    ("list", "updates"),
    ("status",),
    ("status", "--measures"),
    ("slippage",),
    ("impact",),
    ("impact", "identify-needs#report", "--why"),
    ("impact", "identify-needs#questionnaire", "--to", "2004-06"),
    ("impact", "--critical"),
    ("timeline",),
    ("validate",),
    ("check",),
    ("show", "identify-customer-groups"),
    ("show", "identify-customer-groups#services"),
    ("show", "DCC4"),
    ("show", "women-2003"),
    ("baseline", "list"),
    ("baseline", "show", "draft-1"),
)


@cache
def validator(name: str, *, closed: bool = True) -> Draft202012Validator:
    schema = output_schema(name, closed=closed)
    for each in (schema | {"$defs": {}}, *schema["$defs"].values()):
        check_schema(json.dumps(each))
    return Draft202012Validator(schema)


@cache
def check_schema(text: str) -> None:
    """Many documents have the same definitions."""
    Draft202012Validator.check_schema(json.loads(text))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The company's tree with an acceptance and a replaced baseline too; each command starts beside it."""
    changed = {
        "pay/plan.yaml": ACCEPTING + FOLLOWING,
        "pay/baselines/board-1.yaml": REPLACED,
        "frameworks/standard.yaml": STANDARD,
        "frameworks/goals.yaml": GOALS,
        "frameworks/strategies.yaml": QUIET,
        "pay/registers/policies.yaml": POLICIES,
        "pay/assessments/self-2023.yaml": SELF_2023,
        "pay/assessments/self-2024.yaml": SELF_2024,
        "glossary.yaml": GLOSSARY,
        "boards/HR-Board.yaml": BOARD,
        "boards/Council.yaml": COUNCIL,
    }
    return committed(company(tmp_path_factory.mktemp("company"), **changed).parent)


BOARD = """\
role: Oversees the plan
oversees: pay
chair: HR-Director
members: [HR, {organisation: Finance, role: Money, name: A. Person}]
serves: HR-Board
replaces: {board: HR-Board, date: 2024}
meets: {every: 3 months, from: 2024-10, until: 2027-10, before: HR-Board, at_least_a_year: 4, note: As the paper says.}
meetings:
  - id: jan
    title: Winter meeting
    date: 2025-01-30
    papers_by: 2025-01-20
    theme: Pay
    minutes: https://example.org/m
    revisions: [{date: 2025-01-05, was: 2025-01-23, reason: The chair is away, approved_by: HR-Board}]
    renamed_from: winter
    source: {document: paper, place: page 1}
    note: Read as a meeting.
    tags: [pay]
  - {id: special, date: 2025-02-10, kind: special, cancelled: {date: 2025-01-20, reason: No quorum}}
receives:
  - id: progress
    title: Progress
    by: HR
    about: [pay, {text: Impact}]
    every_meetings: 2
    from: jan
    until: 2026
    source: {document: paper}
    note: As agreed.
    tags: [pay]
  - {id: figures, title: Figures, every: 6 months, from: 2025-02}
promised:
  - {id: survey, title: Survey, at: 2024-autumn, reason: Data came late, revisions: [{was: 2024-06}]}
  - {id: study, title: Study, at: jan, received: 2025-01-10}
decisions:
  - id: note
    meeting: jan
    kind: action
    text: Note the progress
    about: pay/publish-gap
    lead: HR
    due: 2025-03
    agreed: true
    source: {document: paper}
    note: As minuted.
    tags: [pay]
  - {id: done, text: Ask Finance, completed: 2025-01-02}
champions: {every: 6 months, from: 2025-01-31, until: 2028, by: HR, rota: [HR, Finance], source: {document: paper}, note: N}
working_groups:
  - {id: g, title: Data, chair: HR, led_by: Finance, members: [HR], source: {document: paper}, note: N, tags: [pay]}
sources: [{id: paper, title: Paper}]
note: The board of the plan.
tags: [pay]
"""


def committed(folder: Path) -> Path:
    """The tree in a repository: in a first commit a date is earlier and an entry has another name."""
    actions = "plans/pay/actions"
    now = {f"{actions}/publish-gap.yaml": PUBLISH_GAP + SUPPORTING, f"{actions}/data/review-grades.yaml": REVIEW_GRADES}
    then = {
        f"{actions}/publish-gap.yaml": PUBLISH_GAP.replace("due: 2025-04", "due: 2025-03"),
        f"{actions}/grades.yaml": REVIEW_GRADES,
        f"{actions}/data/review-grades.yaml": None,
    }
    made = repository(folder)
    made.commit(then, "As agreed by the board", "2024-09-30")
    made.commit({**now, f"{actions}/grades.yaml": None}, "Payroll moved", "2024-11-05")
    return folder


@cache
def document(folder: Path, arguments: tuple[str, ...]) -> Any:
    return call(*arguments, "--format", "json", cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF}).json


def schema_name(document: Any) -> str:
    name: str = document["format"].removeprefix("genderplan/")
    return name


def problems(document: Any) -> list[str]:
    """Where a document is not what the schema that its format names says, or has more than it names."""
    errors = validator(schema_name(document)).iter_errors(document)
    return [f"{each.json_path}: {each.message}" for each in errors]


@pytest.mark.parametrize("arguments", HELD, ids=" ".join)
def test_a_document_of_the_company_is_what_its_schema_says(arguments: tuple[str, ...], folder: Path) -> None:
    assert problems(document(folder, arguments)) == []


@for_each("arguments", SHIPPED)
def test_a_document_of_the_shipped_plans_is_what_its_schema_says(arguments: tuple[str, ...]) -> None:
    assert problems(document(REPOSITORY, arguments)) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline",),
        ("impact",),
        ("impact", "--critical"),
        ("slippage", "--against", "bare"),
        ("status",),
        ("status", "--measures"),
        ("list", "plans"),
    ],
)
def test_a_document_of_a_plan_with_next_to_nothing_is_what_its_schema_says(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    bare = {"p/plan.yaml": "genderplan: 1\ntitle: Bare\n", "p/baselines/bare.yaml": "genderplan: 1\n"}
    (tmp_path / "plans/p/baselines").mkdir(parents=True)
    for name, text in bare.items():
        (tmp_path / "plans" / name).write_text(text, encoding="utf-8")
    assert problems(document(tmp_path, arguments)) == []


def test_every_document_is_held_against_its_schema(folder: Path) -> None:
    """A document of a list is of its noun, which other commands may print too; any other of the command of its line."""
    printed = {(schema_name(document(folder, arguments)), arguments[0]) for arguments in HELD}
    assert {name for name, _ in printed} == DOCUMENTS.keys()
    lines = {name: DOCUMENTS[name].command.split() for name, _ in printed}
    assert {(name, command) for name, command in printed if lines[name][0] not in {"list", command}} == set()


Keys = tuple[str | int, ...]
"""Keys and indices that lead to a part of a document."""


def mappings(value: Any, path: Keys = ()) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """Every mapping of a document, and where it is."""
    if isinstance(value, dict) and path[-1:] != ("extra",):
        yield path, value
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from mappings(each, (*path, key))


def validator_at(path: Keys, whole: Draft202012Validator) -> Any:
    """What a part has to be for the whole to be what its schema says, as long as all else is."""
    schema: Any = whole.schema
    definitions = schema["$defs"]
    for key in path:
        while "properties" not in schema and "items" not in schema:
            schema = definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else not_null(schema)
        schema = schema["items"] if isinstance(key, int) else schema["properties"][key]
    return whole.evolve(schema=schema)


def not_null(schema: Any) -> Any:
    """The other of two, where a part is a list or a mapping and may be null."""
    [other] = [each for each in schema["anyOf"] if each != {"type": "null"}]
    return other


@pytest.mark.parametrize("arguments", HELD[:-3], ids=" ".join)
def test_no_field_may_be_missing_or_of_another_type_and_none_is_undocumented(
    arguments: tuple[str, ...], folder: Path
) -> None:
    """Of every mapping of a document the first of its shape: what is taken away or put in its place is seen."""
    whole = document(folder, arguments)
    name = schema_name(whole)
    assert validator(name).is_valid(whole)
    firsts = {tuple(mapping): (path, mapping) for path, mapping in reversed(list(mappings(whole)))}
    for path, mapping in firsts.values():
        published, closed = validator_at(path, validator(name, closed=False)), validator_at(path, validator(name))
        more = mapping | {"unheard-of": 1}
        assert published.is_valid(more)
        assert not closed.is_valid(more)
        for key in mapping:
            others = {other: value for other, value in mapping.items() if other != key}
            wrong = mapping | {key: {"other": []} if key != "extra" else []}
            assert not published.is_valid(others), (*path, key)
            assert not published.is_valid(wrong), (*path, key)


@for_each("name", DOCUMENTS)
def test_a_schema_says_what_it_is_of(name: str) -> None:
    schema = output_schema(name)
    assert schema["$id"] == f"urn:genderplan:output:{name}:{VERSIONS.get(name, 1)}"
    assert schema["description"].startswith("What `genderplan ")
    assert all(each["description"].endswith(".") for each in schema["properties"].values())


def published() -> set[type]:
    """Every class of which a field is in a schema."""
    records = {Envelope, *(document.record for document in DOCUMENTS.values())}
    for document in DOCUMENTS.values():
        schemas = TypeSchemas(closed=False)
        schemas.fields(document.record)
        records |= set(schemas._records.values())
    return records


def test_every_field_has_words_and_all_words_have_a_field() -> None:
    lacking, left = [], []
    for record in published():
        fields, texts = field_types(record), field_texts(record)
        path = f"{record.__module__}.{record.__name__}"
        lacking += [f"{path}.{field}" for field in fields if field not in texts or texts[field].meaning[-1:] != "."]
        left += [f"{path}.{field}" for field in texts if field not in fields]
    assert (lacking, left) == ([], [])


def test_no_text_serves_fields_of_different_types() -> None:
    """Null makes another type too: where a field can be null, its words say when."""
    uses: dict[str, dict[Any, list[str]]] = {}
    for record in published():
        hints = field_types(record)
        for field, text in field_texts(record).items():
            kinds = uses.setdefault(text.meaning, {})
            kinds.setdefault(hints[field], []).append(f"{record.__name__}.{field}")
    assert {text: kinds for text, kinds in uses.items() if len(kinds) > 1} == {}


def test_records_of_one_name_have_each_its_own_words() -> None:
    texts = [output_schema(name)["$defs"]["Slip"]["properties"]["unit"]["description"] for name in ("status", "impact")]
    assert texts == [
        "What counts: months, or days where all dates are days.",
        "What is counted in: days where both dates are days, else months.",
    ]
    assert set(field_texts(mentions.Mention)) == {"role", "id", "title"}
    assert set(field_texts(other_changes.NamedOrganisation)) == {"entry", "organisation"}


def test_two_records_of_one_name_in_one_document_are_refused() -> None:
    schemas = TypeSchemas(closed=False)
    schemas.schema(NamedTuple("Axis", [("to", str)]))
    with pytest.raises(TypeError, match="two records are called Axis"):
        schemas.schema(NamedTuple("AxisRow", [("to", str)]))
