from ganztag.documents import faces
from ganztag.documents.fonts import BOX, Style, line, missing, width
from ganztag.documents.script import visible


def test_latin_greek_and_cyrillic_names_are_one_run_of_inter() -> None:
    for name in ("Müller", "Yıldırım", "Dąbrowska", "Nguyễn Thị", "Шевченко", "Παπαδοπούλου", "ẞ"):
        (run,) = line(name, faces.SEMIBOLD).runs
        assert (run.face, run.text) == (faces.SEMIBOLD, name)


def test_arabic_is_joined_turned_round_and_larger() -> None:
    (run,) = line("محمد", faces.REGULAR).runs
    assert run.face == "Arabic"
    assert run.scale > 1
    assert run.text[-1] == "\ufee3"  # the first letter, in its initial form, stands at the right
    assert not set(run.text) & set("محمد")


def test_hebrew_is_turned_round() -> None:
    runs = line("שרה", faces.BOLD).runs
    assert [(run.face, run.text) for run in runs] == [("Hebrew-Bold", "הרש")]


def test_digits_beside_right_to_left_letters_keep_their_order() -> None:
    assert "12" in "".join(run.text for run in line("שרה 12", faces.REGULAR).runs)


def test_a_character_that_no_face_has_becomes_a_box_and_is_reported() -> None:
    laid = line("王 Li 👨‍👩‍👧", faces.REGULAR)
    assert "".join(run.text for run in laid.runs) == f"{BOX} Li {BOX * 3}"
    assert laid.missing == "王👨👩👧"
    assert missing("Li") == ""


def test_the_last_face_helps_where_inter_has_no_glyph() -> None:
    laid = line("ქეთი", faces.REGULAR)
    assert {run.face for run in laid.runs} == {"DejaVu"}
    assert laid.missing == ""


def test_a_lone_surrogate_and_a_noncharacter_are_reported_too() -> None:
    assert missing("A\ud800")
    assert missing("A\ufffe")


def test_what_is_invisible_is_taken_away() -> None:
    assert visible("A\x00\x01\x1b\x7fd\u200ba\ufeff\u202e\u2066\u00ad") == "Ada"
    assert visible("A\tB\nC\u2028D") == "A B C D"
    assert visible("Mu\u0308ller") == "Müller"
    assert visible("5.\u00a011.") == "5.\u00a011."


def test_marks_that_stay_single_are_drawn_over_their_letter() -> None:
    (first, second) = line("q\u0303z", faces.REGULAR).runs
    assert (first.face, first.text) == ("DejaVu", "q\u0303")
    assert second.text == "z"


def test_two_hundred_marks_do_no_harm() -> None:
    assert line("a" + "\u0301" * 200, faces.REGULAR).width < 2


def test_joiners_shape_arabic_and_are_gone() -> None:
    text = "".join(run.text for run in line("می\u200cخواهم", faces.REGULAR).runs)
    assert "\u200c" not in text
    assert text != "".join(run.text for run in line("میخواهم", faces.REGULAR).runs)


def test_figures_of_a_column_have_one_width() -> None:
    for face in (faces.TABULAR, faces.TABULAR_SEMIBOLD, faces.TABULAR_BOLD):
        assert {width(digit, Style(face, 10)) for digit in "0123456789"} == {width("0", Style(face, 10))}
    assert width("11", Style(faces.REGULAR, 10)) < width("00", Style(faces.REGULAR, 10))


def test_a_hundred_thousand_letters_are_measured() -> None:
    assert width("x" * 100_000, Style(faces.REGULAR, 10)) > 100_000
