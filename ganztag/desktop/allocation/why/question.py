"""One question at a time to the solver: a new one ends the old one, whose answer nobody wants any more."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ganztag.desktop.jobs import Job, Runner, Stopped
from ganztag.planning import plan as planning
from ganztag.planning.explaining.answers import WhyNot
from ganztag.planning.explaining.asking import why_not
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem

Progress = Callable[[int, int], None]


def why(problem: Problem, plan: Plan, pupil: int, course: int, *, progress: Progress) -> WhyNot:
    """Return why the child is not in the course; seconds."""
    try:
        return why_not(problem, plan, pupil, course, progress=progress)
    except planning.Stopped as stopped:
        raise Stopped from stopped


class Question(QObject):
    """``answered(answer)`` and ``failed()`` for the last question only."""

    answered = Signal(object)
    progressed = Signal(int, int)
    failed = Signal()

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job | None = None

    def ask(self, work: Callable[..., Any], *given: Any) -> None:
        self.drop()
        job = self._job = Job(work, *given, parent=self)
        job.finished.connect(self._finished)
        job.objected.connect(self._ended)
        job.failed.connect(self._ended)
        job.stopped.connect(self._stopped)
        job.progressed.connect(self._far)
        self._runner.start(job)

    def is_open(self) -> bool:
        return self._job is not None

    def drop(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _finished(self, answer: object) -> None:
        if self._is_mine():
            self.answered.emit(answer)

    def _ended(self, _reason: object) -> None:
        if self._is_mine():
            self.failed.emit()

    def _stopped(self) -> None:
        self._is_mine()

    def _far(self, done: int, whole: int) -> None:
        if self.sender() is self._job:
            self.progressed.emit(done, whole)

    def _is_mine(self) -> bool:
        """Let a job that is over go; tell whether its answer is wanted."""
        job = self.sender()
        mine = job is self._job
        if mine:
            self._job = None
        if isinstance(job, Job):
            job.deleteLater()
        return mine
