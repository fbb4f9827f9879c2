"""Opening, making and closing school files. Imported after first paint."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ganztag import places
from ganztag.desktop.all_screens import SCREENS
from ganztag.desktop.ask import SCHOOL_FILE, Ask, objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.failure import show_log
from ganztag.desktop.jobs import Runner
from ganztag.desktop.main_window import MainWindow, finish_typing
from ganztag.desktop.new_school import NewSchoolDialog
from ganztag.desktop.opened import OpenSchool
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.domain.clock import Clock
from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.operations.office import Office
from ganztag.operations.opening import OpenElsewhere, new_school, open_office


def make_sample(path: Path, clock: Clock, progress: Callable[[int, int], None]) -> Path:
    """Make the sample school; a job, for it takes a moment."""
    from ganztag.operations.sample import new_sample_school

    progress(0, 0)
    new_sample_school(path, clock).close()
    return path


class Opening(QObject):
    """Answers to new, open, sample and close; at most one file is open in a window."""

    def __init__(self, window: MainWindow, ask: Ask, jobs: Runner, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._ask, self._jobs, self._clock = window, ask, jobs, clock
        self.school: OpenSchool | None = None
        self._copy: Path | None = None
        page = window.start_page
        self._strip = JobStrip(jobs, page.progress, page.banner, self)
        named = window.actions_.named
        named["new"].triggered.connect(self.new)
        named["open"].triggered.connect(self.choose)
        named["save_copy"].triggered.connect(self.save_copy)
        named["close_file"].triggered.connect(self.close_file)
        named["log"].triggered.connect(show_log)
        named["about"].triggered.connect(self._about)
        page.file_picked.connect(self.open)
        window.file_dropped.connect(self.open)
        page.sample_wanted.connect(self.sample)
        window.before_close = self._window_closes

    def open(self, path: Path, *, take_over: bool = False) -> bool:
        """Open a file in place of the one that is open; say why where that cannot be."""
        try:
            office = open_office(path, self._clock, take_over=take_over)
        except OpenElsewhere as trouble:
            return self._elsewhere(path, trouble)
        except Objection as trouble:
            if not path.exists():
                self._window.preferences.forget(path)
            self._say(trouble)
            return False
        self._take(office)
        return True

    def choose(self) -> None:
        """Ask which file, and open it."""
        path = self._ask.open_path(self._window, SCHOOL_FILE, title=_("Open a school"))
        if path is not None:
            self.open(path)

    def new(self) -> None:
        """Ask for name, Land and place, and open the new school."""
        dialog = NewSchoolDialog(self._window).doing(self._found)
        if self._ask.show(dialog):
            self._take(dialog.outcome)

    def _found(self, dialog: NewSchoolDialog) -> Office:
        answers = dialog.answers()
        name, land = str(answers["name"]), str(answers["land"])
        title = _("Where should the new school lie?")
        path = self._ask.save_path(
            self._window, SCHOOL_FILE, title=title, name=f"{_file_name(name)}.ganztag", only_new=True
        )
        if path is None:
            raise Objection(N_("No place was chosen yet."))
        return new_school(path, self._clock, name=name, land=land)

    def show_sample(self) -> None:
        """Open the sample school as it was left; make it where there is none yet."""
        path = _sample_path()
        if path.exists():
            self.open(path)
        else:
            self._strip.start(_("Making the sample school …"), self.open, make_sample, path, self._clock)

    def sample(self) -> None:
        """Open the sample school; make it first, or afresh where she wants that."""
        path = _sample_path()
        if path.exists():
            verbs = [_("Go on with it"), _("Start afresh")]
            choice = self._ask.choose(self._window, _("You have tried the sample school before."), verbs)
            if choice == 0:
                self.open(path)
            if choice != 1:
                return
            self.close_file()
            path.unlink()
        self.show_sample()

    def save_copy(self) -> None:
        """Ask where, and write a whole copy there; it rescues the work where the file was moved or deleted."""
        if self.school is None:
            return
        finish_typing()
        office = self.school.desk.office
        name = f"{_file_name(_('{school} copy', school=office.path.stem))}.ganztag"
        path = self._ask.save_path(self._window, SCHOOL_FILE, title=_("Save a copy"), name=name, only_new=True)
        if path is None:
            return
        with objections(self._window.banner):
            office.save_copy(path)
            self._copy = path
            self._say_saved(path, office.path)

    def _say_saved(self, copy: Path, original: Path) -> None:
        if original.exists():
            advice = _("You go on working in {name}.", name=original.name)
        else:
            advice = _("Please go on with the copy: {name} is gone.", name=original.name)
        action = (_("Open the copy"), self._open_copy)
        sentence = _("Copy saved: {name}", name=copy.name)
        self._window.banner.say(sentence, tone="ok", advice=advice, action=action, stays=True)

    def _open_copy(self) -> None:
        if self._copy is not None:
            self.open(self._copy)

    def close_file(self) -> None:
        """Close the file and show the start page."""
        if self._leave():
            self._window.show_start()

    def _take(self, office: Office) -> None:
        if not self._leave():
            office.close()
            return
        self._window.preferences.opened(office.path)
        desk = Desk(office, self._ask, self._jobs, self._window.preferences)
        self.school = OpenSchool(desk, self._window, SCREENS)
        self._window.show_work(office.path.stem)
        self.school.begin()

    def _leave(self) -> bool:
        """Close what is open; False while a job does not end."""
        finish_typing()
        if self.school is not None:
            if not self._jobs.close():
                return False
            self.school.close()
            self.school = None
        return True

    def _window_closes(self) -> bool:
        self._strip.stop()
        if self._leave() and self._jobs.close():
            return True
        sentence = _("Something is still being computed and could not be stopped yet.")
        self._ask.tell(self._window, sentence, _("Please wait a moment and close the window again."))
        return False

    def _elsewhere(self, path: Path, trouble: OpenElsewhere) -> bool:
        advice = str(trouble.advice or "")
        verb = _("Open anyway")
        if not self._ask.confirm(self._window, str(trouble.message), verb=verb, advice=advice, dangerous=True):
            return False
        try:
            self._take(open_office(path, self._clock, take_over=True))
        except Objection as still:
            self._say(still)
            return False
        return True

    def _say(self, trouble: Objection) -> None:
        if self._window.is_working():
            self._window.banner.object(trouble)
        else:
            self._window.start_page.show_files(self._window.preferences.recent_files())
            self._window.start_page.banner.object(trouble)

    def _about(self) -> None:
        import ganztag

        words = _("Ganztag {version}. Free software under the MIT licence.", version=ganztag.__version__)
        advice = _("Fonts: Inter and Noto (OFL), DejaVu. Icons: Lucide (ISC). Allocation: HiGHS (MIT).")
        self._ask.tell(self._window, words, advice)


def _sample_path() -> Path:
    """Return where the sample school lies; the name does not follow the language, else there would be two."""
    return places.data() / "Beispielschule.ganztag"


def _file_name(name: str) -> str:
    """Return a school's name as every system takes it for a file."""
    return "".join(c for c in name if c.isalnum() or c in " -_.").strip(" .") or _("School")
