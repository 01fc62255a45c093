"""Each field of each kind of mapping: what it takes, and where and as what it refuses the rest."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from cases import for_each
from genderplan.findings import Finding
from genderplan.kinds.assessment import model as assessment
from genderplan.kinds.baseline import model as baseline
from genderplan.kinds.board import meetings
from genderplan.kinds.board import model as board
from genderplan.kinds.board import parts as of_boards
from genderplan.kinds.board import reports as owed
from genderplan.kinds.entry import cost, particulars, parts
from genderplan.kinds.entry import model as entry
from genderplan.kinds.framework import model as framework
from genderplan.kinds.framework import parts as sections
from genderplan.kinds.framework import rules
from genderplan.kinds.glossary import model as glossary
from genderplan.kinds.indicator import model as indicator
from genderplan.kinds.indicator import parts as measures
from genderplan.kinds.organisations import model as organisations
from genderplan.kinds.plan import duties
from genderplan.kinds.plan import model as plan
from genderplan.kinds.plan import parts as headings
from genderplan.kinds.register import model as register
from genderplan.kinds.shared import answers, supports
from genderplan.kinds.shared.contents import Content
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.loading.tree import load_listing
from genderplan.source.walk import TreeFiles, list_files
from kinds.file_kinds import BAD, GOOD, MAPPINGS, Mapping
from support import PLAN, marked, spans, tree

ABSENT = ("", "~", "null")


def fields(kind: Mapping) -> Iterable[tuple[str, str]]:
    """Each key with its type: one test a kind of mapping, since one code reads every field."""
    return (kind.required | kind.optional).items()


@cache
def listed(folder: Path, file: str) -> TreeFiles:
    """A tree with a plan and one file, of which only the names matter."""
    folder.mkdir(exist_ok=True)
    root = tree(folder, {"p/plan.yaml": PLAN, file: ""})
    return list_files(root, root)


def read(folder: Path, kind: Mapping, keys: dict[str, str]) -> tuple[str, tuple[Finding, ...]]:
    """A tree with one file of this kind; its text without marks, and the findings."""
    text = kind.written(keys)
    if "«" in text:
        text, _ = marked(text)
    texts = {"p/plan.yaml": PLAN, kind.file: text}
    found = load_listing(listed(folder, kind.file), lambda file: texts[file.shown].encode()).findings
    assert {each.file for each in found} <= {kind.file}
    assert {each.entry for each in found} <= {kind.entry}
    return text, found


def expected(kind: Mapping, keys: dict[str, str], code: str) -> tuple[str, int, int, int | None]:
    line, column, end = marked(kind.written(keys))[1]
    return code, line, column, end


def models() -> Iterator[type[BaseModel]]:
    agreed = (parts, particulars, answers, cost, entry, indicator, duties, plan, organisations, baseline)
    boards = (meetings, board, of_boards, owed)
    beside = (measures, headings, supports, sections, rules, framework, register, assessment, glossary)
    for module in (*agreed, *boards, *beside):
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, BaseModel) and each.__module__ == module.__name__:
                yield each


BASES = {Content, FileMapping, TitledMapping, particulars.AgreedParticulars, particulars.Particulars}


def test_every_model_is_in_the_table() -> None:
    concrete = {each for each in models() if not each.__name__.startswith(("_", "RootModel["))} - BASES
    assert concrete == {kind.model for kind in MAPPINGS.values()} | {organisations.Organisations, glossary.Glossary}


@for_each("name", MAPPINGS)
def test_every_field_is_in_the_table(name: str) -> None:
    kind = MAPPINGS[name]
    fields = {field.alias or key: field.is_required() for key, field in kind.model.model_fields.items()}
    assert {key for key, required in fields.items() if required} == kind.required.keys()
    assert {key for key, required in fields.items() if not required} == kind.optional.keys()


@for_each("name", MAPPINGS)
def test_takes(tmp_path: Path, name: str) -> None:
    kind = MAPPINGS[name]
    for key, good in ((key, good) for key, type_ in fields(kind) for good in GOOD[type_]):
        indented = good.replace("\n    ", "\n    " + " " * kind.indent)
        assert read(tmp_path / name, kind, kind.least | {key: indented})[1] == (), f"{key}: {good}"


@for_each("name", MAPPINGS)
def test_refuses(tmp_path: Path, name: str) -> None:
    kind = MAPPINGS[name]
    for key, bad, code in ((key, bad, code) for key, type_ in fields(kind) for bad, code in BAD[type_]):
        keys = kind.least | {key: bad}
        text, found = read(tmp_path / name, kind, keys)
        assert spans(found) == [expected(kind, keys, code)], text
        assert found[0].message.replace("\n", "").isprintable(), text


@for_each("name", MAPPINGS)
def test_absent(tmp_path: Path, name: str) -> None:
    """An absent value is no value: only what is required is missed."""
    kind = MAPPINGS[name]
    for key, absent in ((key, absent) for key, _ in fields(kind) for absent in ABSENT):
        keys = {"«x-first": "y"} | kind.least | {key: absent}
        text, found = read(tmp_path / name, kind, keys)
        assert spans(found) == ([expected(kind, keys, "GP103")] if key in kind.required else []), text


@for_each("name", MAPPINGS)
def test_missing(tmp_path: Path, name: str) -> None:
    kind = MAPPINGS[name]
    for key in kind.required:
        keys = {"«x-first": "y"} | {other: value for other, value in kind.least.items() if other != key}
        text, found = read(tmp_path / name, kind, keys)
        assert spans(found) == [expected(kind, keys, "GP103")], text
        assert f"'{key}'" in found[0].message


UNKNOWN = ("zzz", "y-x", "X-y", "''", "'#text'", "'#mapping'", "'[key]'", "root", "'0'", "extra")


@for_each("name", MAPPINGS)
def test_unknown_key(tmp_path: Path, name: str) -> None:
    kind = MAPPINGS[name]
    for key in UNKNOWN:
        keys = kind.least | {f"«{key}»": "[a, {b: c}]"}
        text, found = read(tmp_path / name, kind, keys)
        assert spans(found) == [expected(kind, keys, "GP102")], text
        assert key != "zzz" or found[0].hint is None


@for_each("name", MAPPINGS)
def test_unknown_key_near_a_known_one(tmp_path: Path, name: str) -> None:
    kind = MAPPINGS[name]
    known = [key for key, _ in fields(kind) if len(key) > 3]
    for key, slip in ((each, slip) for each in known for slip in (each[:-1], each + "z", each.upper())):
        keys = kind.least | {f"«{slip}»": "a"}
        text, found = read(tmp_path / name, kind, keys)
        assert spans(found) == [expected(kind, keys, "GP102")], text
        assert found[0].hint == f"did you mean '{key}'?", text


@for_each("name", MAPPINGS)
def test_keys_of_one_s_own(tmp_path: Path, name: str) -> None:
    kind = MAPPINGS[name]
    for key in ("x-", "x-y", "x-Größe", "'x-a b'", "x-title"):
        assert read(tmp_path / name, kind, kind.least | {key: "[a, {b: c}]"})[1] == (), key


@for_each("name", MAPPINGS)
def test_everything_at_once(tmp_path: Path, name: str) -> None:
    """A value wrong in every field gives a finding for every field."""
    kind = MAPPINGS[name]
    keys = {
        key: BAD[each][0][0].replace("«", "").replace("»", "") for key, each in (kind.required | kind.optional).items()
    }
    _, found = read(tmp_path / name, kind, keys)
    first = kind.written({"«": ""}).partition("«")[0].count("\n") + 1
    assert [each.line for each in found] == list(range(first, first + len(keys)))
    assert [each.code for each in found] == [BAD[each][0][1] for each in (kind.required | kind.optional).values()]
