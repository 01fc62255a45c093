"""What is generated is current: `python -m tools.write` writes it anew."""

import pytest
from tools.write import ROOT, generated

FILES = generated()


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_generated_file_is_current(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == FILES[path], "python -m tools.write writes it anew"
