"""Texts of others made harmless: what could steer a screen, a log, a spreadsheet or a reader's eye is spelled out.

Each channel has its form here: lines `printable`, files of lines `printable_lines`, JSON `in_json`, XML `in_xml`,
iCalendar `in_icalendar`, cells of CSV `as_cell`, and what a GitHub workflow reads `parted`. Views use `one_line`, so
that a text is laid out as wide as it is shown; what writes the output makes all of it printable again, whatever a view
forgot.
"""

import re

_STEERING = (
    "\x00-\x1f\x7f-\x9f"  # control characters: C0, DEL, C1
    "\u00ad\u200b\u2060-\u2065\ufeff"  # of no width: one text could look like another
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # which way text runs
    "\u2028\u2029"  # ends of lines
    "\ufff9-\ufffb"  # text over text
    "\U000e0000-\U000e007f"  # letters that nobody sees
    "\ud800-\udfff"  # bytes of a file's name that are no text
)
"""The one table of what is spelled out.

Joiners and variation selectors are not in it: emoji, Persian and the scripts of India are written with them, and they
change no sign but those beside them.
"""

_FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in f"gb{name}") + "\U000e007f"
    for name in ("eng", "sct", "wls")
)
"""England, Scotland, Wales: the emoji that are written with letters that nobody sees."""

# Patterns are compiled when they are first needed: most runs meet no such text.
_ALL = f"({_FLAGS})|[{_STEERING}]"
_IN_LINES = f"({_FLAGS})|(?!\\t|\\r?\\n)[{_STEERING}]"

_IGNORED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What Unicode calls ignorable: GitHub's runner compares texts as if these were not there."""

_OLDER = f"#(?=[{_IGNORED}]*#[{_IGNORED}]*\\[)"
_NEWER = f"(?<![^\\r\\n])((?:[{_IGNORED}]|[^\\S\\r\\n])*):(?=[{_IGNORED}]*:)"
"""What the runner takes for a command: `::` at the start of a line, which a lone carriage return begins too, and the
older `##[` anywhere in it (github.com/actions/runner, `ActionCommand.cs`)."""

_COLONS = f":(?=[{_IGNORED}]*:)"
"""The first of two colons, wherever a line may come to begin."""

NO_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 cannot hold, not even as a reference (section 2.2)."""

_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
"""What begins a formula; some spreadsheets take the wide and the small forms for the usual ones."""

_BLANK = '(?:[^\\S\\t\\r\\n;]|")*'
_FORMULA = f"^(?=[\\t\\r\\n]|{_BLANK}[{_SIGNS}])"
_FORMULA_WITHIN = f"{_FORMULA}|(?<=[;\\t\\r\\n])(?={_BLANK}[{_SIGNS}])"


def printable(text: str) -> str:
    r"""Text for a line: what could steer is spelled out as Python writes it, `\x1b`, `\n`, `\u202e`."""
    return text if text.isprintable() else re.sub(_ALL, _spelled, text)


def printable_lines(text: str) -> str:
    """The same for text of several lines: their ends and tabs stay."""
    return text if text.replace("\n", "").isprintable() else re.sub(_IN_LINES, _spelled, text)


def one_line(text: str) -> str:
    """Text with its white space folded, and printable: line breaks in a title must not break a table."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # nearly always, and told at a third of the price: no white space but a space is printable
    return printable(" ".join(text.split()))


def parted(text: str) -> str:
    r"""Lines of which GitHub's runner takes none for a command: `\::` and `#\#[` where it would find one."""
    return re.sub(_NEWER, r"\1\:", re.sub(_OLDER, r"#\\", text))


def in_json(text: str) -> str:
    r"""A JSON document that steers nothing and means the same: in its own escapes, `\u202e`, and `\u0023#[`."""
    safe = text
    if not text.replace("\n", "").isprintable():
        safe = re.sub(_IN_LINES, lambda found: found[1] or json_escapes(found[0]), text)
    return re.sub(_OLDER, r"\\u0023", safe) if "##[" in safe or not safe.isascii() else safe


def in_xml(text: str) -> str:
    """An XML document in ASCII that holds no workflow command and means the same: in references, `&#58;:`."""
    return re.sub(_NEWER, r"\1&#58;", re.sub(_OLDER, "&#35;", text))


def in_icalendar(text: str) -> str:
    """An iCalendar stream that holds no workflow command and means the same: its lines are folded within them."""
    return re.sub(_COLONS, "\\g<0>\r\n ", re.sub(_OLDER, "#\r\n ", text))


def as_cell(text: str, *, for_excel: bool = False) -> str:
    """A text as a cell of CSV: printable, and marked with `'` where a spreadsheet would take it for a formula.

    Excel parts cells at semicolons or tabs where its settings say so, and then sees cells within this one.
    """
    return re.sub(_FORMULA_WITHIN if for_excel else _FORMULA, "'", printable_lines(text))


def json_escapes(text: str) -> str:
    r"""Every character in the escapes of JSON: `\u00e9`; a pair of them beyond U+FFFF."""
    units = text.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


def python_escapes(text: str) -> str:
    r"""Every character that is not printable ASCII in the escapes of Python: `\x0b`, `\u202e`."""
    return text.encode("unicode_escape").decode("ascii")


def _spelled(found: re.Match[str]) -> str:
    return found[1] or python_escapes(found[0])
