"""No byte of a text that `validate` accepts is missing from `list --format json`.

Texts are held against what was meant, and against a second reader of YAML 1.2 that keeps comments: what it takes for
a comment behind a text, or for a key that nobody meant, must have been told.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from cli_runner import call
from genderplan.kinds.shared.comments import TEXT_KEYS
from genderplan.source.yaml.marks import NULLS
from support import PLAN, tree

_LINE_ENDS = re.compile("[ \t]*\n([ \t\n]*)")

PIECES = [
    "Ask",
    "listen and write",
    "é",
    "😀",
    "👩\u200d🔧",
    "e\u0301",
    "\u2028",
    "\u00a0",
    "12",
    "~",
    "null",
    "NO",
    "due",
]
PIECES += [" ", "  ", "\t", ",", ", ", ": ", ":", " #", "#", "\t# ", " # ", "-", "- ", "? ", "'", "''", '"', "\\", "/"]
PIECES += ["[", "]", "{", "}", "&a", "*a", "!", "|", ">", "%", "@", "`", "=", "<<", "x-", "lead", "\n     "]
RAW = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)
STYLES = st.sampled_from(["", "", "", "'", '"'])
FIELDS = ("title", "note", "output", "tag", "group", "role", "place", "step", "step_note", "of_plan")
IN_BRACES = ("role", "place", "step")
ALL = dict.fromkeys(FIELDS, "A")
LAYOUT = """\
title: {title}
note: {note}
output: {output}
tags:
  - {tag}
groups: [{group}]
partners:
  - {{role: {role}}}
source: {{place: {place}}}
milestones:
  - {{id: a, title: {step}, due: 2025-01}}
  - id: b
    title: B
    note: {step_note}
"""


def written(text: str, quote: str) -> str:
    """A text as somebody writes it who doubles what closes the quotes, and thinks of nothing else."""
    inside = {"'": text.replace("'", "''"), '"': text.replace("\\", "\\\\").replace('"', '\\"')}.get(quote, text)
    return quote + inside + quote


def meant(text: str, quote: str) -> str | None:
    """What somebody means by a text, with its lines put into one as YAML does; None where it says that there is none."""
    whole = _LINE_ENDS.sub(lambda found: "\n" * found[1].count("\n") or " ", text if quote else text.strip(" \t\n"))
    return None if not quote and re.split("[ \t]+#", whole)[0] in NULLS and not whole.startswith("#") else whole


def is_list(field: str, text: str, quote: str) -> bool:
    """Whether commas in a text are those of a list, or end nothing."""
    return not quote and (
        (field == "group" and "," in text) or (field in IN_BRACES and text.strip(" \t\n,") != text.strip(" \t\n"))
    )


def scalars(node: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """The scalars of a file with the keys under which they stand, of a list's items too."""
    if isinstance(node, ScalarNode):
        yield key, node
    for child in node.value if isinstance(node, MappingNode | SequenceNode) else ():
        yield from scalars(child[1], child[0].value) if isinstance(child, tuple) else scalars(child, key)


def keys(node: Any) -> Iterator[str]:
    for child in node.value if isinstance(node, MappingNode | SequenceNode) else ():
        if isinstance(child, tuple):
            yield child[0].value
        yield from keys(child[1] if isinstance(child, tuple) else child)


def listed(root: Path) -> dict[str, str | None]:
    """The texts of the one entry and of its plan as `list` gives them."""
    (entry,) = call("list", "--format", "json", cwd=root).json["entries"]
    first, second = call("list", "milestones", "--format", "json", cwd=root).json["milestones"]
    (plan,) = call("list", "plans", "--format", "json", cwd=root).json["plans"]
    tag, group, partner = ((entry[key] or [None])[0] for key in ("tags", "groups", "partners"))
    texts = [entry["title"], entry["note"], entry["output"], tag, group, partner and partner["role"]]
    texts += [entry["source"] and entry["source"]["place"], first["title"], second["note"], plan["long_term_aim"]]
    return dict(zip(FIELDS, texts, strict=True))


@settings(max_examples=settings().max_examples // 2)
@given(st.dictionaries(st.sampled_from(FIELDS), st.tuples(RAW, STYLES), min_size=1, max_size=3))
@example({"title": ("Room 12 # by the stairs", "")})
@example({"note": ("#5 in the paper", "")})
@example({"step": ("Ask, listen and write", "")})
@example({"step": ("Train, lead", ""), "role": ("Chair, organisation", "")})
@example({"step": ("Screen, x-ray", "")})
@example({"of_plan": ("one\n  two\t# three", "")})
def test_what_is_accepted_is_listed_whole(texts: dict[str, tuple[str, str]]) -> None:
    assume(not any(is_list(field, *each) for field, each in texts.items()))
    raw = ALL | {field: written(*each) for field, each in texts.items()}
    text = LAYOUT.format(**raw)
    with tempfile.TemporaryDirectory() as folder:
        plan = f"{PLAN}long_term_aim: {raw['of_plan']}\n"
        root = tree(Path(folder), {"p/plan.yaml": plan, "p/actions/a.yaml": text}).parent
        summary = call("validate", "--format", "json", cwd=root).json["summary"]
        if summary["errors"] or summary["warnings"]:
            return
        found = listed(root)
    assert found == ALL | {field: meant(*each) for field, each in texts.items()}
    try:
        node = YAML().compose(text)
    except YAMLError:
        return  # it takes no tabs
    if "\u2028" in text:
        return  # to it, and to no editor, that ends a line
    assert set(keys(node)) == set(keys(YAML().compose(LAYOUT.format(**ALL))))
    assert sorted(second_reading(node)) == sorted(filter(None, [*list(found.values())[:-1], "B"]))


def second_reading(node: Any) -> Iterator[str]:
    """The texts that the second reader finds; it fails where one of them has a comment behind it."""
    for key, scalar in scalars(node):
        if key in TEXT_KEYS:
            comment = scalar.comment[0] if scalar.comment else None
            assert scalar.style or not (comment and comment.value.startswith("#"))
            if scalar.style or scalar.value not in NULLS:
                yield scalar.value
