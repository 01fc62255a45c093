"""The tables of `docs/json.md`: every document that commands print, and the fields of the chief records."""

from collections.abc import Iterator

from genderplan.schemas.outputs import DOCUMENTS, output_schema
from genderplan.schemas.scalars import Schema
from tools.pages import filled
from tools.write import ROOT

_PAGE = "docs/json.md"
_RECORDS = {
    "Milestone": ("milestones", "a milestone, or (with `milestone` null) an entry's own date"),
    "Entry": ("entries", "an action or a project"),
    "Objective": ("objectives", "an objective"),
    "Organisation": ("organisations", "a unit, post, person, partner or board"),
    "Plan": ("plans", "a plan"),
    "Tally": ("plans", "how many of what have which status"),
    "Approval": ("milestones", "a new date that was agreed to since the baseline"),
    "PlanStatus": ("status", "where one plan stands"),
    "Comparison": ("slippage", "one plan against one of its baselines"),
    "Move": ("slippage", "one date of a comparison"),
    "Row": ("timeline", "one line of the time axis"),
    "Finding": ("check", "a finding"),
    "Summary": ("check", "what was found and read"),
}
"""The chief records: the document that each is taken from, and what it is."""


def files() -> dict[str, str]:
    """The page by its path in the repository."""
    text = (ROOT / _PAGE).read_text(encoding="utf-8")
    return {_PAGE: filled(text, {"documents": _documents(), "records": _records()})}


def _documents() -> str:
    head = "| `format` | printed by | beside `format` and `version` |\n| --- | --- | --- |\n"
    return head + "".join(_document(name) for name in DOCUMENTS)


def _document(name: str) -> str:
    fields = (f"`{field}`" for field in output_schema(name)["properties"] if field not in {"format", "version"})
    return (
        f"| [`genderplan/{name}`](schemas/{name}.schema.json) | `{DOCUMENTS[name].command}` | {', '.join(fields)} |\n"
    )


def _records() -> str:
    return "\n".join(
        f"### {record}\n\nOf `genderplan/{document}`: {words}.\n\n{_fields(output_schema(document)['$defs'][record])}"
        for record, (document, words) in _RECORDS.items()
    )


def _fields(record: Schema) -> str:
    rows = (
        f"| `{field}` | {' or '.join(_kinds(each))} | {each['description'].replace('|', chr(92) + '|')} |\n"
        for field, each in record["properties"].items()
    )
    return "| field | is | means |\n| --- | --- | --- |\n" + "".join(rows)


def _kinds(schema: Schema) -> Iterator[str]:
    """What a value can be, in words."""
    for choice in schema.get("anyOf", [schema]):
        if "$ref" in choice:
            yield _named(choice["$ref"].rsplit("/", 1)[-1])
        elif choice["type"] == "array":
            yield f"list of {' or '.join(_kinds(choice['items']))}"
        else:
            types = choice["type"]
            yield from (_WORDS.get(each, each) for each in ([types] if isinstance(types, str) else types))


_WORDS = {"string": "text", "integer": "number", "boolean": "true or false"}


def _named(definition: str) -> str:
    if definition in _RECORDS:
        return f"[{definition}](#{definition.lower()})"
    return definition.lower() if definition in {"Date", "Length"} else definition
