"""One line of a drawing: cells with a sign and a style in each."""

from itertools import groupby

from genderplan.terminal.screen import Line


class Strip:
    """Cells from 0 to the width, and a margin of one before (-1) and one after (the width)."""

    def __init__(self, width: int) -> None:
        self._signs = [" "] * (width + 2)
        self._styles = [""] * (width + 2)

    def put(self, at: int, sign: str, style: str) -> None:
        """A sign in one cell."""
        self._signs[at + 1] = sign
        self._styles[at + 1] = style

    def fill(self, first: int, last: int, sign: str, style: str) -> None:
        """A sign in every cell from the first to the last."""
        count = max(last - first + 1, 0)
        self._signs[first + 1 : first + 1 + count] = [sign] * count
        self._styles[first + 1 : first + 1 + count] = [style] * count

    def spans(self) -> Line:
        """Neighbours of one style as one span."""
        line: Line = []
        start = 0
        for style, run in groupby(self._styles):
            end = start + len(tuple(run))
            line.append(("".join(self._signs[start:end]), style))
            start = end
        return line
