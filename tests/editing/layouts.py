"""Entries written in the many ways in which people write YAML, for tests of what is edited in place."""

from dataclasses import dataclass

from hypothesis import strategies as st

TEXTS = ["Ask", "the unions", "Zoë’s paper", "a 😀", "step #1", "a, b", "{odd}", "x\u2028y", "12:30", "due: 2001-01"]
DATES = ["2025", "2025-03", "2025-03-14", "2025-Q2", "2025-autumn", "FY2025-26"]
BEHIND = ["", "", "", "  # agreed", " # by 2025-01: {due: x}, due: 2001", "\t# ‘tab’", "   "]
ABOVE = ["", "", "", "", "{}# a remark\n", "\n", "  \n", "\n{}# due: 2001-01\n\n", "{}      # further in\n"]
_LAST = "more 😀"
"""The end of a text over several lines: a line added behind one that has no end would add to it."""
NOTHING = ["", "~", "null"]


@st.composite
def entries(draw: st.DrawFn) -> bytes:
    """The file of an entry with one to three milestones, `m0` to `m2`."""
    writer = _Writer(draw, draw(st.sampled_from([2, 3, 4])), draw(st.sampled_from([0, 2, 3])))
    text = writer.entry().removeprefix("\n")
    if draw(st.booleans()) and not text.rstrip().endswith(_LAST):
        text = text.rstrip("\n")
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
    return (draw(st.sampled_from(["", "", "\ufeff"])) + text).encode()


@dataclass
class _Writer:
    """One file's way of writing: how far mappings are set in, and lists from their keys."""

    draw: st.DrawFn
    step: int
    dash: int

    def _one(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def _sometimes(self) -> bool:
        return self.draw(st.booleans())

    def entry(self) -> str:
        count = self.draw(st.integers(1, 3))
        if self.draw(st.integers(0, 9)) == 0:
            inside = [*self._flow_pairs("entry"), f"milestones: [{', '.join(map(self._flow_milestone, range(count)))}]"]
            return "{" + ", ".join(inside) + "}" + self._one(*BEHIND) + "\n"
        indent = self._one("", "", "  ")
        keys = [self._block_key(name, indent) for name in self._names("entry")]
        keys.insert(self.draw(st.integers(0, len(keys))), self._milestones(count, indent))
        return "".join(self._above(indent) + key for key in keys)

    def _names(self, what: str) -> list[str]:
        optional = ["lead", "due", "note", "revisions", *(["start", "end"] if what == "entry" else ["forecast"])]
        chosen = self.draw(st.lists(st.sampled_from(optional), unique=True))
        return self.draw(st.permutations([*chosen, "title", *(["id"] if what != "entry" else [])]))

    def _above(self, indent: str) -> str:
        return self._one(*ABOVE).replace("{}", indent)

    def _milestones(self, count: int, indent: str) -> str:
        if self.draw(st.integers(0, 4)) == 0:
            apart = self._one(", ", f",\n{indent} ", f",  # and\n\n{indent}   ", ",")
            items = apart.join(map(self._flow_milestone, range(count)))
            return f"{indent}milestones: [{items}{self._one('', ',', ' ')}]{self._one(*BEHIND)}\n"
        dashed = indent + " " * self.dash
        items = "".join(self._above(dashed) + self._milestone(number, dashed) for number in range(count))
        return f"{indent}milestones:{self._one(*BEHIND)}\n{items}"

    def _milestone(self, number: int, indent: str) -> str:
        if self.draw(st.integers(0, 3)) == 0:
            return f"{indent}- {self._flow_milestone(number)}{self._one(*BEHIND)}\n"
        inner = indent + " " * self.step
        first, *others = [self._block_key(name, inner, number) for name in self._names(f"m{number}")]
        first = f"{indent}-{' ' * (self.step - 1)}" + first.removeprefix(inner)
        return first + "".join(self._above(inner) + key for key in others)

    def _block_key(self, name: str, indent: str, number: int = 0) -> str:
        if name == "revisions" and self._sometimes():
            return f"{indent}revisions:{self._one(*BEHIND)}\n{self._block_revisions(indent)}"
        if name in {"title", "note"} and self.draw(st.integers(0, 3)) == 0:
            deeper = indent + " " * self.step
            header = self._one("|", ">", "|-", ">-", "|+", ">+  # kept")
            blank = self._one("", "", "\n", "\n  \n")
            return f"{indent}{name}: {header}\n{deeper}Words: # é\n\n{deeper}  {_LAST} \n{blank}"
        if name == "lead" and self._sometimes():
            deeper = indent + " " * self.dash
            return f"{indent}lead:\n{deeper}- HR{self._one(*BEHIND)}\n{deeper}   # further in\n{deeper}- Finance\n"
        return f"{indent}{self._pair(name, number, flow=False)}{self._one(*BEHIND)}\n"

    def _block_revisions(self, indent: str) -> str:
        dashed = indent + " " * self.dash
        inner = dashed + " " * self.step
        items = [
            f"{dashed}- {{was: 2024-01, reason: '# [1]'}}{self._one(*BEHIND)}\n",
            f"{dashed}-{' ' * (self.step - 1)}was: 2024-02{self._one(*BEHIND)}\n{inner}reason: x\n",
        ]
        return "".join(self.draw(st.lists(st.sampled_from(items), min_size=1, max_size=3)))

    def _flow_milestone(self, number: int) -> str:
        apart = self._one(", ", ",", ",\n        ", " ,  ")
        last = self._one("", "", ",", "\n        ", "  # last\n        ")
        return "{" + apart.join(self._flow_pairs(f"m{number}", number)) + last + "}"

    def _flow_pairs(self, what: str, number: int = 0) -> list[str]:
        return [self._pair(name, number, flow=True) for name in self._names(what)]

    def _pair(self, name: str, number: int, *, flow: bool) -> str:
        key = self._one(name, name, name, f'"{name}"')
        pair = f"{key}: {self._value(name, number, flow=flow)}"
        return pair if flow else pair.rstrip(" ")

    def _value(self, name: str, number: int, *, flow: bool) -> str:
        if name == "id":
            return f"m{number}"
        if name == "lead":
            return self._one("HR", "[HR, Finance]", "[ 'HR' ,\tFinance ]")
        if name == "revisions":
            return self._one(*NOTHING, "[]", "[ ]", "[{was: 2024}]", "[{was: 2024, reason: 'a, b'}, {was: '2023'},]")
        if name in {"title", "note"}:
            return self._quoted(self._one(*TEXTS), flow=flow)
        return self._one(*NOTHING) if self.draw(st.integers(0, 5)) == 0 else self._quoted(self._one(*DATES), flow=flow)

    def _quoted(self, text: str, *, flow: bool) -> str:
        """A text in any form in which one line can have it."""
        refused = "#:,{}[]\"'" if flow else "#:{\"'"
        forms = [f'"{text}"', f"'{text}'"]
        return self._one(*forms, text, text) if not set(text) & set(refused) else self._one(*forms)
