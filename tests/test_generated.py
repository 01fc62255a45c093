"""What is generated is current: `python -m tools.write` writes it anew."""

from tools.write import ROOT, generated

from cases import for_each

FILES = generated()


@for_each("path", sorted(FILES))
def test_a_generated_file_is_current(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == FILES[path], "python -m tools.write writes it anew"
