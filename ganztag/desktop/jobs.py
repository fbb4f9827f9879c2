"""Long work off the window's thread: plain data in, plain data out, with progress and stop."""

import logging
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from ganztag.domain.mistakes import told
from ganztag.domain.objection import Objection

_log = logging.getLogger(__name__)


class Stopped(Exception):  # noqa: N818 -- no error: the user wanted it
    """Raised inside a job's work by its progress when the user stopped it."""


class Job(QObject):
    """``Job(work, *given)``: *work* is a module-level function ``work(*given, progress=...)`` on frozen data.

    ``progress(done, whole)`` is called between steps and raises Stopped. Exactly one of ``finished(result)``,
    ``objected(objection)``, ``failed(error)``, ``stopped()`` comes at the end, always on the window's thread.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    objected = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    _ended = Signal(str, object)

    def __init__(self, work: Callable[..., Any], *given: Any, parent: QObject | None = None, **named: Any) -> None:
        super().__init__(parent)
        self._work, self._given, self._named = work, given, named
        self._stop_wanted = False
        self.is_over = self.is_silent = False
        self._ended.connect(self._end)

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop_wanted = True

    def fall_silent(self) -> None:
        """Tell nobody any more how it ended: the file is being closed, and whoever wanted to know goes with it."""
        self.is_silent = True

    def report(self, done: int, whole: int = 0) -> None:
        """Say how far the work is; called by the work, in its thread."""
        if self._stop_wanted:
            raise Stopped
        self.progressed.emit(done, whole)

    def run(self) -> None:
        """Do the work and send home how it ended; called by a runner."""
        try:
            if self._stop_wanted:
                raise Stopped
            ending, value = "finished", self._work(*self._given, progress=self.report, **self._named)
        except Stopped:
            ending, value = "stopped", None
        except Objection as objection:
            ending, value = "objected", objection
        except Exception as error:
            _log.error("a job failed: %s\n%s", getattr(self._work, "__name__", "work"), told(error))
            ending, value = "failed", error
        self._ended.emit(ending, value)

    @Slot(str, object)
    def _end(self, ending: str, value: object) -> None:
        self.is_over = True
        if self.is_silent:
            return
        if ending == "stopped":
            self.stopped.emit()
        else:
            getattr(self, ending).emit(value)


class Runner(Protocol):
    """Starts jobs, and can wait for all of them when the window closes."""

    def start(self, job: Job) -> None: ...

    def close(self, milliseconds: int = 10_000) -> bool: ...


class _Call(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs:
    """Runs jobs in the pool; keeps each until it has ended."""

    def __init__(self) -> None:
        self._pool = QThreadPool()
        self._running: set[Job] = set()

    def start(self, job: Job) -> None:
        self._running = {known for known in self._running if not known.is_over} | {job}
        self._pool.start(_Call(job))

    def close(self, milliseconds: int = 10_000) -> bool:
        """Stop all jobs and wait; tell whether all have ended in time. Then none of them says anything any more."""
        for job in self._running:
            job.stop()
        if not self._pool.waitForDone(milliseconds):
            return False
        for job in self._running:
            job.fall_silent()
        self._running.clear()
        return True


class Now:
    """Runs each job at once, in the caller's thread: for tests and pictures."""

    def start(self, job: Job) -> None:
        job.run()

    def close(self, _milliseconds: int = 10_000) -> bool:
        return True
