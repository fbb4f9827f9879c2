"""What papers and forms say beside plain wishes: any course, none, not this one; whose paper it is."""

from ganztag.operations import wishes as deeds
from ganztag.operations.importing import Answer, Settings
from ganztag.queries import frame
from ganztag.queries.import_state.choices import KnownPaper, ballots, papers, wishes
from ganztag.queries.import_state.pupils import pupils
from tests.operations.importing.files import Folder, counts
from tests.operations.importing.test_wishes import HEAD, filled

SENT = "Zeitstempel;Nachname;Vorname;Klasse;Wunsch 1;Wunsch 2\n"


def ballot_id(folder: Folder) -> int:
    return folder.office.read(ballots, folder.office.read(frame.term).id)[0].id


def child(folder: Folder, name: str) -> int:
    everyone = folder.office.read(pupils, folder.office.clock.today())
    return next(one.id for one in everyone if one.call_name == name)


def paper_of(folder: Folder, name: str) -> KnownPaper:
    return folder.office.read(papers, ballot_id(folder))[child(folder, name)]


def wished(folder: Folder, name: str) -> list[tuple[int, int]]:
    found = folder.office.read(wishes, ballot_id(folder))
    return [(one.rank, one.course_id) for one in found if one.pupil_id == child(folder, name)]


def test_any_course_from_a_rank_on_and_courses_that_are_not_wanted(folder: Folder) -> None:
    text = HEAD.replace("\n", ";Nicht\n") + "Kaya;Mia;5a;1;egal;;008\nO'Brien;Liam;6a;kein Kurs;;;\n"
    filled(folder).bring("wishes", HEAD + "von der Heide;Zoë;5b;2;1;\n")  # the ballot has both blocks now
    folder.bring("wishes", text)
    mia, liam = paper_of(folder, "Mia"), paper_of(folder, "Liam")
    assert ([rank for _block, rank in mia.anywhere], len(mia.refused)) == ([2], 1)
    assert (len(liam.none), wished(folder, "Liam")) == (2, [])
    assert counts(folder.plan("wishes", text)) == {"unchanged": 2}


def test_two_courses_in_one_cell_are_equal_however_they_are_parted(folder: Folder) -> None:
    filled(folder).bring("wishes", HEAD + "Kaya;Mia;5a;1/008;;\nO'Brien;Liam;6a;1 oder 2;;\n")
    assert [rank for rank, _course in wished(folder, "Mia")] == [1, 1]
    assert {rank for rank, _course in wished(folder, "Liam")} == {1}


def test_a_slip_is_known_by_its_number_alone_and_a_strange_name_beside_it_is_told(folder: Folder) -> None:
    filled(folder).bring("wishes", HEAD + "Kaya;Mia;5a;2;;\n")
    folder.office.do(deeds.number_papers(ballot_id(folder)))
    mia, liam = paper_of(folder, "Mia").number, paper_of(folder, "Liam").number
    made = folder.bring("wishes", f"Zettelnummer;Wunsch 1\n{mia};1\n{liam.replace('-', '')};008\n")
    assert counts(made) == {"changed": 1, "new": 1}
    wrong = folder.plan("wishes", f"Zettelnummer;Nachname;Vorname;Wunsch 1\n{mia};O'Brien;Liam;1\n9999-9;;;1\n")
    assert [problem.row for problem in wrong.errors] == [2, 3]


def test_a_name_that_is_nearly_right_is_asked_for_and_taken_or_left_out(folder: Folder) -> None:
    text = HEAD + "Kaya;Mai;5a;1;;\nO'Brien;Liam;6a;1;;\n"
    asked = filled(folder).plan("wishes", text)
    assert [(one.name, one.known) for one in asked.questions] == [("Mai Kaya", "Mia Kaya")]
    place = asked.questions[0].place
    left_out = folder.plan("wishes", text, Settings(answers={place: Answer.ANOTHER}))
    assert (left_out.errors, counts(left_out)) == ((), {"new": 1})
    folder.bring("wishes", text, Settings(answers={place: Answer.SAME}))
    assert len(wished(folder, "Mia")) == 1


def test_of_a_form_the_last_answer_counts_also_under_another_spelling(folder: Folder) -> None:
    filled(folder)
    text = SENT + "1;O'Brien;Liam;6a;1;\n2;O'Brian;Liam;6a;2;\n"
    made = folder.plan("wishes", text)
    answers = {one.place: Answer.SAME for one in made.questions}
    made = folder.bring("wishes", text, Settings(answers=answers))
    assert [problem.row for problem in made.warnings] == [2]
    assert {rank for rank, _course in wished(folder, "Liam")} == {1}
    assert len({course for _rank, course in wished(folder, "Liam")}) == 1


def test_each_days_own_question_means_the_course_of_that_day(folder: Folder) -> None:
    filled(folder).bring("courses", "Nr;Titel;Block\n21;Kochen;Mo 14:00-15:30\n22;Kochen;Mi 14:00-15:30\n")
    head = "Fertigstellungszeit|Nachname|Vorname|Klasse|Reihenfolge Montag|Reihenfolge Mittwoch\n"
    folder.bring("wishes", head + "x|Kaya|Mia|5a|Kochen;Fußball;|Töpfern;Kochen;\n")
    assert [rank for rank, _course in wished(folder, "Mia")] == [1, 2, 1, 2]
    wrong = folder.plan("wishes", head + "x|Kaya|Mia|5a|Töpfern;Fußball;|Töpfern;Kochen;\n")
    assert len(wrong.errors) == 1
