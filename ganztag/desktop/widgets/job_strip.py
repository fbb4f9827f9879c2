"""A job with its progress strip: start it, show how far it is, let it be stopped, and tell how it ended."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ganztag.desktop.jobs import Job, Runner
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.domain.objection import Objection
from ganztag.language import _


class JobStrip(QObject):
    """One job at a time: ``start(words, done, work, *given)``; *done(result)* is called on the window's thread.

    An objection and our own mistake become a banner; *progress* and *banner* are widgets of the screen. ``ended`` tells
    that a job is over in whichever way, before *done* is called.
    """

    ended = Signal()

    def __init__(self, runner: Runner, progress: ProgressStrip, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._progress, self._banner = runner, progress, banner
        self._job: Job | None = None
        self._done: Callable[[Any], object] | None = None
        progress.stop_wanted.connect(self.stop)

    def is_running(self) -> bool:
        return self._job is not None and not self._job.is_silent

    def start(
        self, words: str, done: Callable[[Any], object], work: Callable[..., Any], *given: Any, **named: Any
    ) -> bool:
        """Start a job unless one is running; tell whether it was started."""
        if self.is_running():
            return False
        job = Job(work, *given, parent=self, **named)
        self._job, self._done = job, done
        job.progressed.connect(self._progress.show_step)
        job.finished.connect(self._finished)
        job.objected.connect(self._objected)
        job.failed.connect(self._failed)
        job.stopped.connect(self._stopped)
        self._progress.begin(words)
        self._runner.start(job)
        return True

    def stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _over(self) -> Callable[[Any], object] | None:
        done, job = self._done, self._job
        self._job, self._done = None, None
        self._progress.end()
        if job is not None:
            job.deleteLater()
        self.ended.emit()
        return done

    def _finished(self, result: object) -> None:
        done = self._over()
        if done is not None:
            done(result)

    def _objected(self, objection: Objection) -> None:
        self._over()
        self._banner.object(objection)

    def _stopped(self) -> None:
        self._over()
        self._banner.say(_("Stopped. Nothing was changed."), tone="accent")

    def _failed(self, error: BaseException) -> None:
        self._over()
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            self._banner.say(_("That could not be written or read: {reason}.", reason=reason), tone="bad")
            return
        sentence = _("That did not work, and it is our mistake. Nothing was changed.")
        self._banner.say(sentence, tone="bad", advice=_("Details stand in the log (Help, Show log)."))
