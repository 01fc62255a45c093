"""Nothing of a file is lost in silence: keys without values, texts cut by a comma or a comment, unfinished merges."""

from itertools import cycle
from pathlib import Path
from typing import Any, get_args

import pytest

from genderplan.findings import Finding
from genderplan.kinds.organisations.model import Organisations
from genderplan.kinds.shared.comments import TEXT_KEYS
from genderplan.kinds.shared.fields import Id
from kinds.file_kinds import MAPPINGS
from support import ENTRY, PLAN, marked, read_tree, spans

COMMA = "a comma ends a value here: put the text in quotes"
FILES = {
    "organisations.yaml": "HR: {name: Human Resources}\n",
    "p/plan.yaml": PLAN,
    "p/actions/a.yaml": ENTRY,
    "p/projects/b.yaml": ENTRY,
    "p/baselines/c.yaml": "genderplan: 1\n",
}


def findings_of(tmp_path: Path, file: str, text: str) -> tuple[Finding, ...]:
    return read_tree(tmp_path, FILES | {file: text}).findings


# keys without values


@pytest.mark.parametrize(("name", "value"), list(zip(MAPPINGS, cycle(["", "~", "# c"]), strict=False)))
def test_an_unknown_key_is_an_error_without_a_value_too(tmp_path: Path, name: str, value: str) -> None:
    kind = MAPPINGS[name]
    text, place = marked(kind.written(kind.least | {"«zzz»": value, "x-mine": value}))
    found = findings_of(tmp_path, kind.file, text)
    assert spans(found) == [("GP102", *place)]
    assert found[0].entry == kind.entry
    assert found[0].hint is None


def in_braces(kind: Any, cut: str) -> str:
    """A mapping of a kind in braces, with what a comma has cut off."""
    pairs = ", ".join(f"{key}: {value}" for key, value in kind.least.items() if "\n" not in value)
    head, _, dash = kind.head.rpartition("\n")
    return f"{head}\n{dash}{{{pairs}, {cut}}}\n" if head else f"{{{pairs}, {cut}}}\n"


CUT = {"«listen and write»": "GP102", "«x-ray»": "GP104", "«zzz»: ": "GP102"}


@pytest.mark.parametrize(
    ("name", "cut"), list(zip((name for name, kind in MAPPINGS.items() if kind.required), cycle(CUT), strict=False))
)
def test_in_braces_the_hint_says_that_a_comma_ends_a_value(tmp_path: Path, name: str, cut: str) -> None:
    kind = MAPPINGS[name]
    text, place = marked(in_braces(kind, cut))
    found = findings_of(tmp_path, kind.file, text)
    assert [(each, found[0].hint) for each in spans(found)] == [((CUT[cut], *place), COMMA)], text


@pytest.mark.parametrize(
    ("text", "codes", "hints"),
    [
        ("{id: a, title: Ask, and hear: all}", ["GP102"], [COMMA]),
        ("{id: a, title: Ask, titel: }", ["GP102"], ["did you mean 'title'?"]),
        ("{id: a, titel: }", ["GP102"], ["did you mean 'title'?"]),
        ("{id: a, title: Ask, see: all}", ["GP102"], [None]),
        ("{id: a, title: Train, lead, due: 2025}", ["GP104"], [COMMA]),
        ("{id: a, title: Train, 'lead' , due: 2025}", ["GP104"], [COMMA]),
        ("{id: a, title: Ask, note: , due: }", [], []),
        ('{id: a, title: "Ask, listen"}', [], []),
        ("{id: a, title: Ask, x-a: , x-b: {c, d: }}", [], []),
        ("{id: a, title: Ask, source: {place: page 1, 2}}", ["GP102"], [COMMA]),
        ("{id: a, title: Ask, depends_on: {milestone: b, or c}}", ["GP102"], [COMMA]),
        ("{id: a, title: Ask, revisions: [{reason: Late, again}]}", ["GP102"], [COMMA]),
    ],
)
def test_a_milestone_in_braces(tmp_path: Path, text: str, codes: list[str], hints: list[str | None]) -> None:
    found = findings_of(tmp_path, "p/actions/a.yaml", ENTRY + f"milestones:\n  - {text}\n")
    assert [(each.code, each.hint) for each in found] == list(zip(codes, hints, strict=True))


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("organisations.yaml", "E:\nQ: {kind: foo}\n", [("GP104", 1, 1), ("GP108", 2, 11)]),
        ("glossary.yaml", "AB:\nCD: [x]\n", [("GP104", 1, 1), ("GP104", 2, 5)]),
        (
            "pay/baselines/b.yaml",
            "genderplan: 1\nname: b\ntitle: B\nplan: {title: P}\nentries:\n  gap:\n  x: {kind: action, title: X, due: soon}\n",
            [("GP104", 6, 3), ("GP105", 7, 36)],
        ),
    ],
)
def test_what_is_named_and_empty_is_told_beside_what_is_wrong_elsewhere(
    tmp_path: Path, file: str, text: str, told: list[tuple[str, int, int]]
) -> None:
    found = read_tree(tmp_path, {"pay/plan.yaml": PLAN, file: text}).findings
    assert [(each.code, each.line, each.column) for each in found] == told


def test_an_unknown_key_without_a_value_leaves_its_file_out(tmp_path: Path) -> None:
    read = read_tree(tmp_path, FILES | {"p/actions/a.yaml": ENTRY + "deadline:\n"})
    assert read.left_out == ("p/actions/a.yaml",)


# texts cut by comments


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("p/actions/a.yaml", "title: «Room 12» # by the stairs\n"),
        ("p/actions/a.yaml", "title: «Room 12»\t# by the stairs\n"),
        ("p/actions/a.yaml", "title: «Room 12»     #\n"),
        ("p/actions/a.yaml", "'title': «Room 12» #4\n"),
        ("p/actions/a.yaml", "title: A\nnote:« #5 in the paper\n"),
        ("p/actions/a.yaml", "title: A\nnote: «one\n  two # three\n"),
        ("p/actions/a.yaml", "title: A\noutput: «B» # c\r\nlead: HR # d\r\ndue: 2025 # e\r\n"),
        ("p/actions/a.yaml", "title: A\ngroups: [\n«B» # c\n, D]\n"),
        ("p/actions/a.yaml", "title: A\ngroups: «B» # c\n"),
        ("p/actions/a.yaml", "title: A\ntags:\n- B\n- «C» # d\n"),
        ("p/actions/a.yaml", "title: A\npartners: {role: «B» # c\n}\n"),
        ("p/actions/a.yaml", "title: A\ninputs: [{text: «B» # c\n}]\n"),
        ("p/actions/a.yaml", "title: A\nsource:\n  place: «B» # c\n"),
        ("p/actions/a.yaml", "title: A\nmilestones:\n- id: a # c\n  title: «😀é» # d\n"),
        ("p/actions/a.yaml", "title: A\nupdates:\n- text: «B\u2028» # c\n"),
        ("p/projects/b.yaml", "title: A\ncancelled: {date: 2025, reason: «B» # c\n}\n"),
        ("p/plan.yaml", PLAN + "long_term_aim: «B» # c\nstate: draft # d\n"),
        ("p/plan.yaml", "\ufeff" + PLAN + "objectives:\n- id: a\n  title: «B» # c\n"),
        ("p/baselines/c.yaml", "genderplan: 1 # b\nentries:\n  a: # b\n    kind: action # c\n    title: «B» # c\n"),
        ("organisations.yaml", "HR: # a\n  name: «Human» # b\n  kind: unit # c\n  part_of: # d\n"),
        ("organisations.yaml", "HR:\n  aliases:\n  - «H R» # b\n"),
        ("organisations.yaml", "HR:\n  holders:\n  - name: «A. Person» # b\n    from: 2024 # c\n"),
    ],
)
def test_a_comment_behind_a_text_is_a_warning_at_the_text(tmp_path: Path, file: str, text: str) -> None:
    text, (line, column, end) = marked(text)
    read = read_tree(tmp_path, FILES | {file: text})
    found = [each for each in read.findings if each.code == "GP019"]
    assert spans(found) == [("GP019", line, column - text.startswith("\ufeff") * (line == 1), end)]
    assert file not in read.left_out


@pytest.mark.parametrize(
    "text",
    [
        'title: "A" # b\n',
        "title: 'A' # b\n",
        "title: | # b\n  A # c\n",
        "title: >- # b\n  A # c\n",
        "title: A#b\n# c\nnote:   # c\n  B\n",
        "title: A\n  # b\ndue: 2025 # c\nlead: HR # d\nobjective: # e\nnote: ~ # f\n",
        "title: A\nx-note: B # c\nx-more: {title: D # e\n}\n",
        "title: A\nmilestones: # b\n- id: a # c\n  title: B\n  depends_on: # d\n",
        "title: A\nrevisions:\n- {was: 2025 # c\n  , approved_by: HR # d\n  }\n",
    ],
)
def test_a_comment_elsewhere_is_let_pass(tmp_path: Path, text: str) -> None:
    assert [each.code for each in findings_of(tmp_path, "p/actions/a.yaml", text) if each.code == "GP019"] == []


NAMES = {"by", "lead", "objective", "part_of", "renamed_from", "approved_by", "document", "milestone", "organisation"}
NAMES |= {"where", "inputs", "partners", "depends_on", "approvers"}
NAMES |= {"ref", "accountable", "goes_to", "answers", "entry", "continues", "see", "from", "to"}
NAMES |= {
    "supports",
    "supported_by",
    "drivers",
    "section",
    "follows",
    "meets",
    "of",
    "told",
    "sections",
    "address",
    "state",
}
NAMES |= {"where", "inputs", "partners", "depends_on", "approvers", "indicators", "supports", "category", "dimension"}
NAMES |= {"oversees", "chair", "members", "serves", "board", "before", "minutes", "about", "at", "meeting", "led_by"}
NAMES |= {"rota", "framework", "level"}
NAMES |= {"amount", "currency", "fte", "unit", "value"}
"""Keys whose texts name something: what a comment cuts off there leaves a name, which is known or not."""


def texts_of(annotation: Any) -> bool:
    """Whether a type takes text as it stands."""
    if annotation is str:
        return True
    return not isinstance(annotation, type) and any(texts_of(part) for part in get_args(annotation))


def test_every_key_of_text_is_free_text_or_names_something() -> None:
    models = {each.model for each in MAPPINGS.values()} | {Organisations}
    ids = {
        name
        for model in models
        for name, field in model.model_fields.items()
        if get_args(Id)[1:] == tuple(field.metadata)
    }
    ids |= {"id", "code"}
    texts = {
        field.alias or name
        for model in models
        if "root" not in model.model_fields
        for name, field in model.model_fields.items()
        if texts_of(field.annotation)
    }
    assert texts - ids - {"entries"} == TEXT_KEYS | NAMES


# unfinished merges

CONFLICT = "title: A\n«<<<<<<<» HEAD\ndue: 2025-01\n=======\ndue: 2025-02\n>>>>>>> side\n"
UNFINISHED = {
    "as git leaves it": CONFLICT,
    "with what was before": "title: A\n«<<<<<<<» HEAD\na\n||||||| 1234\nb\n=======\nc\n>>>>>>> x: y (z)\n",
    "at the top": "«<<<<<<<» HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> side\n",
    "with other line ends": CONFLICT.replace("\n", "\r\n"),
    "with a byte order mark": "\ufeff" + CONFLICT,
    "only the end is left": "title: A\n«>>>>>>>» side\n",
    "only the middle is left": "title: A\n«=======»\ndue: 2025\n",
    "without a last line end": "title: A\n«>>>>>>>»",
    "in quotes, where it is YAML": 'title: "A\n«<<<<<<<» HEAD\nB"\n',
    "in a block of text, where it is YAML": "title: |\n  A\n  «<<<<<<<» HEAD\n  B\n  =======\n  C\n  >>>>>>> side\n",
    "in braces": "title: A\nx-a: {\n«<<<<<<<» HEAD\n  b: c,\n=======\n}\n",
}


@pytest.mark.parametrize(("name", "file"), list(zip(UNFINISHED, cycle(FILES), strict=False)))
def test_an_unfinished_merge_is_told_in_words(tmp_path: Path, file: str, name: str) -> None:
    text, (line, column, end) = marked(UNFINISHED[name])
    (found,) = findings_of(tmp_path, file, text)
    assert (found.file, spans([found])) == (file, [("GP005", line, column, end)])
    assert "a merge was left unfinished here" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nnote: |\n  Heading\n  =======\n  text\n",
        "title: A\nnote: |\n  >>>>>>> quoted by mail\n",
        "title: A <<<<<<< B ======= >>>>>>> C\n",
        "title: A\n# <<<<<<< c\n# =======\n",
        "title: '<<<<<<<< eight'\nnote: |\n  ========\n",
    ],
)
def test_what_only_looks_like_a_marker_is_text(tmp_path: Path, text: str) -> None:
    assert findings_of(tmp_path, "p/actions/a.yaml", text) == ()
