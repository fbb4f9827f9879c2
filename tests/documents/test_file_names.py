import pytest

from ganztag.documents.file_names import safe, unique


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("213 Töpfern und Keramik", "213 Töpfern und Keramik.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("C:\\CON", "C CON.pdf"),
        ("nul", "_nul.pdf"),
        ("COM1.txt", "_COM1.txt.pdf"),
        ("Aux ", "_Aux.pdf"),
        ("a\x00b\u202ec", "abc.pdf"),
        ("wie? was* <b> |", "wie was b.pdf"),
        ("Punkt.", "Punkt.pdf"),
        ("", "_.pdf"),
        ("...", "_.pdf"),
        ("Mu\u0308ller", "Müller.pdf"),
        ("王", "王.pdf"),
    ],
)
def test_a_file_name_is_harmless_on_every_system(stem: str, expected: str) -> None:
    assert safe(stem) == expected


def test_a_file_name_is_never_too_long_for_a_disk() -> None:
    assert len(safe("x" * 500)) == 120
    assert len(safe("ễ" * 500).encode()) <= 255
    names = unique(["ễ" * 500] * 3)
    assert len(set(names)) == 3
    assert all(len(name) <= 120 and len(name.encode()) <= 255 for name in names)


def test_names_that_windows_takes_for_the_same_are_told_apart() -> None:
    assert unique(["Chor", "chor", "Chor (2)", "Tanz"]) == ["Chor.pdf", "chor (2).pdf", "Chor (2) (2).pdf", "Tanz.pdf"]
