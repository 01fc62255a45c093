"""Bytes of a file, and what is refused of them before any parser sees them, and where a byte stands."""

import re

from genderplan.findings import Finding, Position, finding
from genderplan.source.yaml.parser import BYTE_ORDER_MARK

_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]")
_C0 = bytes(sorted({*range(32), 127} - {9, 10, 13}))
_C1, _END_OF_PLANE = b"\xc2", b"\xef\xbf"
"""With what each C1 control character begins, and the two that are no characters; few others do."""

_LINE_END = re.compile(rb"\r\n?|\n")

_MARKER = re.compile(rb"(?:^|(?<=[\r\n]))([ \t]*)(<{7}|\|{7}|>{7}|={7}(?=[ \t]*(?:[\r\n]|\Z)))(?=[ \t\r\n]|\Z)")
_OURS, _BEFORE, _HALVES, _THEIRS = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_BY_SIGN = tuple((marker[:1], marker) for marker in (_OURS, _BEFORE, _THEIRS))
"""Markers with the sign that each consists of: looking for one sign takes a quarter of the time."""

_MERGE = "not YAML: a merge was left unfinished here"
_MERGE_HINT = "keep what is right, and remove the lines that begin with <<<<<<<, =======, >>>>>>> and |||||||"


def refused_bytes(data: bytes, file: str, most: int) -> Finding | None:
    """What can be told of the raw bytes: size, encoding, control characters, an unfinished merge."""
    if len(data) > most:
        return finding("GP004", f"the file is larger than {most >> 20} MiB", file, hint="split it")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = byte_position(data, error.start)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return finding("GP002", message, file, place, hint="save the file as UTF-8")
    return _control_character(data, file) or _unfinished_merge(data, file)


def _control_character(data: bytes, file: str) -> Finding | None:
    has_odd = not data.isascii() and (_C1 in data or _END_OF_PLANE in data)
    if not has_odd and len(data.translate(None, _C0)) == len(data):
        return None
    found = _CONTROL.search(data)
    if found is None:
        return None
    character = ord(found[0].decode("utf-8"))
    what = "control character" if character < 0xFFFE else "noncharacter"
    return finding("GP003", f"{what} U+{character:04X}", file, byte_position(data, found.start()), hint="remove it")


def _unfinished_merge(data: bytes, file: str) -> Finding | None:
    """Conflict markers: one at the beginning of a line, or two of different kinds, which a merge tool may set in."""
    if not any(sign in data and marker in data for sign, marker in _BY_SIGN):
        return None
    found = list(_MARKER.finditer(data))
    is_plain = any(not marker[1] and marker[2] != _HALVES for marker in found)
    return _merge_finding(data, file, found[0]) if is_plain or len({marker[2] for marker in found}) > 1 else None


def left_of_a_merge(data: bytes, file: str) -> Finding | None:
    """Any conflict marker at all, in a file that no parser understands."""
    found = _MARKER.search(data)
    return _merge_finding(data, file, found) if found else None


def _merge_finding(data: bytes, file: str, marker: re.Match[bytes]) -> Finding:
    return finding("GP005", _MERGE, file, byte_position(data, marker.start(2), len(marker[2])), hint=_MERGE_HINT)


def byte_position(data: bytes, offset: int, width: int = 1) -> Position:
    """The place of a byte, which begins so many characters."""
    lines = _LINE_END.split(data[:offset].removeprefix(BYTE_ORDER_MARK))
    column = len(lines[-1].decode("utf-8", "replace")) + 1
    return Position(len(lines), column, column + width)
