"""Findings as SARIF 2.1.0: valid against the official schema, and the same finding is known again later."""

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator

from cli.company import FILES, PAY, company
from cli_runner import Result, call
from clients.finding import node_modules
from genderplan import __version__
from genderplan.findings import CODES
from genderplan.formats import sarif
from genderplan.formats.sarif import MOST
from genderplan.manual import page, pages
from support import ENTRY, PLAN, tree

EXAMPLES = Path(__file__).parents[2] / "src" / "genderplan" / "manual" / "examples"
IN_FILES = sorted(folder.name for folder in EXAMPLES.iterdir() if (folder / "bad").is_dir())
SHARED = {"organisations.yaml": "HR: {name: People}\n", "p/plan.yaml": PLAN}
ON = {"GENDERPLAN_AS_OF": "2025-01-15"}
ACCEPTING = "accept: [{code: GP401, where: train-panels, reason: The trainer is ill, until: 2025-03}]\n"
GITHUB_TAKES = 1024
"""How long a rule's descriptions may be, as the documentation of code scanning has it."""

PAGES = cache(pages)
NAMES = ("genderplanFinding/v1", "primaryLocationLineHash")

HOSTILE = {
    "braces": "{0} {a} {{b}} }{",
    "links": "[l](http://x.org) [1](1) ](2) [x]",
    "html": "<script>alert('1')</script> & <b>x</b>",
    "line breaks": "one\r\ntwo\u2028three",
    "quotes": "\"a\" 'b' \\ /",
    "astral": "😀 𝔊 👩🏽‍🚒",
    "no characters": "a\ufffe\uffffb",
    "very long": "x" * 10_000,
}


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The texts and examples of all codes, which each log repeats."""
    monkeypatch.setattr(sarif, "pages", PAGES)


@cache
def validator() -> Draft4Validator:
    schema = node_modules("@microsoft/jest-sarif") / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    return Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))


def run_of(result: Result) -> dict[str, Any]:
    """The one run of a log."""
    [found] = result.json["runs"]
    assert isinstance(found, dict)
    return found


def results_of(result: Result) -> list[dict[str, Any]]:
    """The results, each with its region and its file at hand."""
    results: list[dict[str, Any]] = run_of(result)["results"]
    return results


def judged(folder: Path, command: str = "check", *arguments: str, env: Mapping[str, str] = ON) -> Result:
    """What a command says in SARIF of the tree in a folder."""
    return call(command, "--format", "sarif", *arguments, cwd=folder, env=env)


def place(result: dict[str, Any]) -> tuple[str, dict[str, int]]:
    [location] = result["locations"]
    physical = location["physicalLocation"]
    return physical["artifactLocation"]["uri"], physical["region"]


def led_by(text: str) -> str:
    said = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\L").replace("\ufffe", "\\uFFFE")
    return f"title: x\ndue: 2025-03\nlead: {said}\n".replace("\uffff", "\\uFFFF")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The company with one acceptance; each command starts beside its tree."""
    return company(tmp_path, **{"pay/plan.yaml": PAY + ACCEPTING}).parent


class TestSchema:
    @pytest.mark.parametrize("command", ["validate", "check"])
    def test_a_company_with_findings_of_all_severities(self, command: str, folder: Path) -> None:
        result = judged(folder, command)
        validator().validate(result.json)
        assert {each["level"] for each in results_of(result)} >= {"note"}

    def test_a_clean_tree(self, tmp_path: Path) -> None:
        result = judged(tree(tmp_path, SHARED).parent, "validate")
        validator().validate(result.json)
        assert (result.code, results_of(result)) == (0, [])

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    def test_hostile_texts(self, text: str, tmp_path: Path) -> None:
        result = judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by(text)}).parent)
        validator().validate(result.json)
        assert result.code == 1

    def test_files_and_folders_of_any_name(self, tmp_path: Path) -> None:
        names = ["a b", "100%", "ü", "a#b?c", "a:b", "\\", "a\nb", "[x]", "😀"]
        result = judged(tree(tmp_path, SHARED | {f"p/actions/{name}.yaml": ENTRY for name in names}).parent)
        validator().validate(result.json)
        uris = [place(each)[0] for each in results_of(result)]
        assert all(uri.isascii() and not urlsplit(uri).scheme and not urlsplit(uri).fragment for uri in uris)
        shown = sorted(name.replace("\n", "\\n") for name in names)
        assert sorted(map(unquote, uris)) == sorted(f"plans/p/actions/{name}.yaml" for name in shown)
        assert "plans/p/actions/a%3Ab.yaml" in uris

    def test_the_validator_is_no_sham(self, folder: Path) -> None:
        document = judged(folder).json
        document["runs"][0]["results"][0]["level"] = "notice"
        assert not validator().is_valid(document)


def test_the_log_as_a_whole(tmp_path: Path) -> None:
    result = judged(
        tree(tmp_path, SHARED | {"p/actions/x.yaml": "title: x\ndue: 2025-03\nlead: HRR\n"}).parent, "validate"
    )
    assert (result.code, result.err) == (1, "")
    document = result.json
    run = document["runs"][0]
    rules = run["tool"]["driver"].pop("rules")
    fingerprints = run["results"][0].pop("partialFingerprints")
    assert document == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "genderplan", "version": __version__}},
                "automationDetails": {"id": "genderplan/validate/"},
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "GP204",
                        "ruleIndex": list(CODES).index("GP204"),
                        "level": "error",
                        "message": {"text": "unknown organisation 'HRR' (did you mean 'HR'?)"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "plans/p/actions/x.yaml", "uriBaseId": "%SRCROOT%"},
                                    "region": {"startLine": 3, "startColumn": 7, "endColumn": 10},
                                },
                                "logicalLocations": [{"fullyQualifiedName": "p/x", "kind": "entry"}],
                            }
                        ],
                    }
                ],
                "properties": {
                    "plans": [{"id": "p", "title": "A plan", "as_of": "2025-01-15", "as_of_from": "environment"}],
                    "against": None,
                    "summary": {
                        "errors": 1,
                        "warnings": 0,
                        "notes": 0,
                        "files": 3,
                        "entries": 1,
                        "milestones": 0,
                        "accepted": 0,
                    },
                },
            }
        ],
    }
    assert [rule["id"] for rule in rules] == list(CODES)
    assert list(fingerprints) == [*NAMES]
    assert len(set(fingerprints.values())) == 1


def test_a_rule_has_its_page_of_the_manual(folder: Path) -> None:
    for rule in run_of(judged(folder))["tool"]["driver"]["rules"]:
        known = page(rule["id"])
        meaning = "\n\n".join(known.meaning)
        texts = {name: each["text"] for name, each in rule.items() if "text" in each}
        assert {name: text.replace("{{", "{").replace("}}", "}") for name, text in texts.items()} == {
            "shortDescription": known.title,
            "fullDescription": meaning,
            "help": f"{meaning}\n\nTo mend it: {known.mend}",
        }
        assert rule["help"]["markdown"].replace("**", "") == rule["help"]["text"]
        assert rule["defaultConfiguration"] == {"level": known.severity.value}
        assert max(map(len, (texts["shortDescription"], texts["fullDescription"]))) <= GITHUB_TAKES


@pytest.mark.parametrize("code", IN_FILES)
def test_every_code_is_told_as_in_json(code: str, tmp_path: Path) -> None:
    """The example of each code: the same findings, at the same places, in the same order."""
    shutil.copytree(EXAMPLES / code, tmp_path / code)
    against = ("--against", "./before") if (EXAMPLES / code / "before").is_dir() else ()
    arguments = ("check", "--tree", "bad", *against)
    known = call(*arguments, "--format", "json", cwd=tmp_path / code, env=ON).json["findings"]
    run = run_of(call(*arguments, "--format", "sarif", cwd=tmp_path / code, env=ON))
    rules = run["tool"]["driver"]["rules"]
    assert code in {each["ruleId"] for each in run["results"]}
    for found, result in zip(known, run["results"], strict=True):
        uri, region = place(result)
        assert (result["ruleId"], rules[result["ruleIndex"]]["id"]) == (found["code"],) * 2
        assert (result["level"], unquote(uri)) == (found["severity"], found["file"])
        end = {"endColumn": found["end_column"]} if found["end_column"] else {}
        assert region == {"startLine": found["line"], "startColumn": found["column"]} | end
        names = [each["fullyQualifiedName"] for each in result["locations"][0].get("logicalLocations", ())]
        assert names == ([found["entry"]] if found["entry"] else [])
        text = f"{found['message']} ({found['hint']})" if found["hint"] else found["message"]
        assert result["message"]["text"].replace("{{", "{").replace("}}", "}") == " ".join(text.split())


class TestMessages:
    def of(self, tmp_path: Path, text: str) -> str:
        [result] = results_of(judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by(text)}).parent))
        said: str = result["message"]["text"]
        return said.partition("'")[2].rpartition("'")[0]

    def test_braces_are_doubled_as_the_specification_has_it(self, tmp_path: Path) -> None:
        assert self.of(tmp_path, HOSTILE["braces"]) == "{{0}} {{a}} {{{{b}}}} }}{{"

    def test_what_would_be_a_link_is_parted(self, tmp_path: Path) -> None:
        assert self.of(tmp_path, HOSTILE["links"]) == "[l] (http://x.org) [1] (1) ] (2) [x]"

    def test_it_is_one_line(self, tmp_path: Path) -> None:
        assert self.of(tmp_path, HOSTILE["line breaks"]) == "one two three"

    @pytest.mark.parametrize("name", ["html", "quotes", "astral", "no characters", "very long"])
    def test_other_text_is_itself(self, name: str, tmp_path: Path) -> None:
        assert self.of(tmp_path, HOSTILE[name]) == HOSTILE[name]


def test_columns_count_code_points(tmp_path: Path) -> None:
    entry = "title: x\nmilestones: [{id: a, title: 😀😀, lead: 😀😀😀, due: 2025-03}]\nlead: HR\n"
    [result] = results_of(judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": entry}).parent))
    assert place(result)[1] == {"startLine": 2, "startColumn": 39, "endColumn": 42}
    assert entry.splitlines()[1][38:41] == "😀😀😀"


def test_milestones_are_named_as_such(folder: Path) -> None:
    kinds = {
        (each["fullyQualifiedName"], each["kind"])
        for result in results_of(judged(folder))
        for each in result["locations"][0]["logicalLocations"]
    }
    assert {("pay/train-panels#trainer", "milestone"), ("pay/train-panels", "entry")} < kinds


class TestPlaces:
    """Files are named from the root of the repository, where a workflow says which that is."""

    @pytest.mark.parametrize(
        ("workspace", "uri"),
        [("{}", "equality/plans/p/actions/x.yaml"), ("/nowhere", "plans/p/actions/x.yaml")],
    )
    def test_from_a_folder_of_the_repository(self, workspace: str, uri: str, tmp_path: Path) -> None:
        (tmp_path / "equality").mkdir()
        here = tree(tmp_path / "equality", SHARED | {"p/actions/x.yaml": led_by("HRR")}).parent
        env = ON | {"GITHUB_WORKSPACE": workspace.format(tmp_path)}
        assert [place(each)[0] for each in results_of(judged(here, env=env))] == [uri]

    def test_fingerprints_do_not_depend_on_where_the_command_starts(self, tmp_path: Path) -> None:
        plans = tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("HRR")})
        env = ON | {"GITHUB_WORKSPACE": str(tmp_path)}
        above, within = judged(tmp_path, env=env), judged(plans / "p", env=env)
        assert results_of(above) == results_of(within)


class TestFingerprints:
    """What is known again: not by its line, and not by how many days it is late."""

    def of(self, result: Result) -> dict[tuple[str, str | None, int], str]:
        """By code, entry and line."""
        found = {}
        for each in results_of(result):
            [name] = [each["fullyQualifiedName"] for each in each["locations"][0].get("logicalLocations", ())] or [None]
            assert each["partialFingerprints"][NAMES[0]] == each["partialFingerprints"][NAMES[1]]
            found[each["ruleId"], name, place(each)[1]["startLine"]] = each["partialFingerprints"][NAMES[0]]
        return found

    def test_each_finding_has_its_own(self, folder: Path) -> None:
        found = self.of(judged(folder))
        assert len(set(found.values())) == len(found) == len(results_of(judged(folder))) > 5

    def test_a_day_passes(self, folder: Path) -> None:
        first, second = (judged(folder, "check", "--as-of", day) for day in ("2025-01-15", "2025-01-16"))
        texts = [[each["message"]["text"] for each in results_of(result)] for result in (first, second)]
        assert texts[0] != texts[1]
        assert self.of(first) == self.of(second)

    def test_lines_move(self, tmp_path: Path) -> None:
        before = self.of(judged(company(tmp_path).parent))
        moved = {name: f"# a line\n# and another\n{text}" for name, text in FILES.items()}
        after = self.of(judged(tree(tmp_path, moved).parent))
        assert after == {(code, entry, line + 2): known for (code, entry, line), known in before.items()}

    def test_a_title_is_reworded_and_a_date_is_moved(self, tmp_path: Path) -> None:
        late = "title: x\nlead: HR\nmilestones: [{id: m, title: TITLE, due: DUE}]\n"
        found = []
        for title, due in (("To choose", "2025-01-01"), ("To select", "2024-11")):
            entry = late.replace("TITLE", title).replace("DUE", due)
            found.append(self.of(judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": entry}).parent)))
        assert found[0] == found[1]

    def test_what_comes_to_be_accepted_stays_the_same(self, tmp_path: Path, folder: Path) -> None:
        accepted = self.of(judged(folder))
        key = ("GP401", "pay/train-panels#trainer", 9)
        assert self.of(judged(company(tmp_path).parent))[key] == accepted[key]

    def test_another_file_code_or_entry_is_another(self, tmp_path: Path) -> None:
        files = {
            "p/actions/x.yaml": led_by("HRR"),
            "p/actions/y.yaml": led_by("HRR"),
            "q/plan.yaml": PLAN,
            "q/actions/x.yaml": f"{led_by('HRR')}objective: o\n",
        }
        found = self.of(judged(tree(tmp_path, SHARED | files).parent))
        assert len(set(found.values())) == len(found) == 4

    def test_equal_ones_are_numbered(self, tmp_path: Path) -> None:
        entry = "title: x\nduo: 2025\nlaed: HR\n"
        one, two = self.of(judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": entry}).parent)).values()
        assert (one[-2:], two[-2:]) == (":1", ":2")
        assert one[:-2] == two[:-2]

    def test_they_are_the_same_for_ever(self, tmp_path: Path) -> None:
        """A change of what is hashed makes every alert a new one: it needs a new name, `genderplanFinding/v2`."""
        found = self.of(judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("HRR")}).parent))
        assert found == {("GP204", "p/x", 3): "c4d21c5b5d592cc5:1"}


class TestAccepted:
    def test_what_is_accepted_is_suppressed_with_its_reason(self, folder: Path) -> None:
        suppressed = [each for each in results_of(judged(folder)) if "suppressions" in each]
        assert [(each["ruleId"], each["level"], each["suppressions"]) for each in suppressed] == [
            (
                "GP401",
                "error",
                [
                    {
                        "kind": "external",
                        "status": "accepted",
                        "justification": "The trainer is ill",
                        "properties": {"until": "2025-03"},
                    }
                ],
            )
        ]

    def test_without_an_end_there_is_none(self, tmp_path: Path) -> None:
        plan = PLAN + "accept: [{code: GP601, where: x, reason: Nobody yet}]\n"
        result = judged(
            tree(tmp_path, SHARED | {"p/plan.yaml": plan, "p/actions/x.yaml": "title: x\ndue: 2025\n"}).parent
        )
        validator().validate(result.json)
        [found] = results_of(result)
        assert found["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "Nobody yet"}]

    def test_all_are_in_whatever_is_to_be_shown(self, folder: Path) -> None:
        whole = judged(folder)
        assert judged(folder, "check", "--notes", "--accepted") == whole
        known = call("check", "--format", "json", cwd=folder, env=ON).json
        assert len(results_of(whole)) == len(known["findings"]) + len(known["accepted"])

    def test_they_stand_at_their_place_among_the_others(self, folder: Path) -> None:
        places = [(place(each)[0], place(each)[1]["startLine"]) for each in results_of(judged(folder))]
        assert places == sorted(places)


def test_files_are_named_from_the_root_of_a_git_repository(tmp_path: Path) -> None:
    """Whichever folder a run starts in, and a finding is known again by the same fingerprint."""
    folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": "title: [\n"})
    (tmp_path / ".git").mkdir()
    runs = [results_of(call("validate", "--format", "sarif", cwd=here)) for here in (tmp_path, folder, folder / "p")]
    assert {place(result)[0] for [result] in runs} == {"plans/p/actions/x.yaml"}
    assert len({result["partialFingerprints"]["genderplanFinding/v1"] for [result] in runs}) == 1


WITH_SIX = {
    "organisations.yaml": "HR: {name: People}\n",
    "p/plan.yaml": PLAN
    + "accept: [{code: GP601, where: a, reason: Nobody yet}, {code: GP204, where: b, reason: Soon}]\n",
    "p/actions/a.yaml": ENTRY,
    "p/actions/b.yaml": "title: x\nlead: HRR\ndue: 2025-03\ntags: [a, a]\n",
    "p/actions/c.yaml": "title: x\nlead: [HRR, HRS]\ndue: 2025-03\n",
}


class TestMost:
    """Of a run with more results than code scanning takes, it takes none."""

    def of(self, tmp_path: Path, most: int, monkeypatch: pytest.MonkeyPatch) -> Result:
        monkeypatch.setattr("genderplan.formats.sarif.MOST", most)
        return judged(tree(tmp_path, WITH_SIX).parent, "validate")

    def test_it_is_what_code_scanning_takes(self) -> None:
        assert MOST == 25_000

    @pytest.mark.parametrize(
        ("most", "left"),
        [
            (6, ["GP601", "GP602", "GP204", "GP110", "GP204", "GP204"]),
            (5, ["GP602", "GP204", "GP110", "GP204", "GP204"]),
            (4, ["GP204", "GP110", "GP204", "GP204"]),
            (3, ["GP204", "GP204", "GP204"]),
            (2, ["GP204", "GP204"]),
        ],
    )
    def test_the_least_severe_are_left_out_first(
        self, most: int, left: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        result = self.of(tmp_path, most, monkeypatch)
        found = results_of(result)
        assert [each["ruleId"] for each in found] == left
        assert [bool(each.get("suppressions")) for each in found if each["ruleId"] == "GP204"] == (
            [True, False, False] if most > 2 else [False, False]
        )
        more = 6 - most
        if not more:
            assert (result.err, run_of(result).get("invocations")) == ("", None)
            return
        [invocation] = run_of(result)["invocations"]
        [notification] = invocation["toolExecutionNotifications"]
        told = notification["message"]["text"]
        assert told.startswith(f"{more} result")
        assert f"code scanning takes {most}" in told
        assert result.err == f"genderplan: {told}\n"

    def test_fingerprints_are_those_of_the_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        whole, some = (results_of(self.of(tmp_path, most, monkeypatch)) for most in (6, 2))
        assert some == [each for each in whole if each in some]

    def test_a_log_with_less_is_valid(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        validator().validate(self.of(tmp_path, 1, monkeypatch).json)
