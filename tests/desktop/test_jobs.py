"""Jobs: plain data goes out, a result comes home, and everything can be stopped."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ganztag.desktop.jobs import Job, Jobs
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.domain.objection import Objection
from ganztag.language import N_

Progress = Callable[[int, int], None]


def count_to(goal: int, progress: Progress) -> tuple[int, str]:
    for step in range(goal):
        progress(step, goal)
    return goal, threading.current_thread().name


def go_on_until_stopped(started: threading.Event, progress: Progress) -> None:
    started.set()
    pause = threading.Event()
    while True:
        progress(0, 0)
        pause.wait(0.001)


def object_to_it(progress: Progress) -> None:
    raise Objection(N_("{course} is full.", course="Chor"))


def fail(progress: Progress) -> None:
    raise ZeroDivisionError


def refuse(progress: Progress) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_job_works_in_another_thread_and_its_result_comes_home(qtbot: QtBot) -> None:
    jobs, job, here = Jobs(), Job(count_to, 5), threading.current_thread().name
    steps: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, whole: steps.append((done, whole)))
    with qtbot.waitSignal(job.finished) as finished:
        jobs.start(job)
    assert finished.args is not None
    assert finished.args[0][0] == 5
    assert finished.args[0][1] != here
    assert steps == [(step, 5) for step in range(5)]
    assert jobs.close()


def test_a_stopped_job_says_stopped_and_nothing_else(qtbot: QtBot) -> None:
    jobs, started = Jobs(), threading.Event()
    job = Job(go_on_until_stopped, started)
    with qtbot.assertNotEmitted(job.finished), qtbot.waitSignal(job.stopped):
        jobs.start(job)
        started.wait(10)
        job.stop()
    assert jobs.close()


def test_closing_stops_what_runs_and_waits_for_it() -> None:
    jobs, started = Jobs(), threading.Event()
    job = Job(go_on_until_stopped, started)
    jobs.start(job)
    assert started.wait(10)
    assert jobs.close()


def test_an_objection_and_a_mistake_come_home_apart(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    jobs, objecting, failing = Jobs(), Job(object_to_it), Job(fail)
    with qtbot.waitSignal(objecting.objected) as objected:
        jobs.start(objecting)
    with qtbot.waitSignal(failing.failed) as failed:
        jobs.start(failing)
    assert objected.args is not None
    assert failed.args is not None
    assert isinstance(objected.args[0], Objection)
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert jobs.close()


def test_a_strip_runs_one_job_at_a_time_and_can_be_stopped(qtbot: QtBot) -> None:
    jobs, progress, banner, started = Jobs(), ProgressStrip(), Banner(), threading.Event()
    qtbot.addWidget(progress)
    qtbot.addWidget(banner)
    strip = JobStrip(jobs, progress, banner)
    done: list[object] = []
    assert strip.start("Rechnen", done.append, go_on_until_stopped, started)
    assert not strip.start("Rechnen", done.append, go_on_until_stopped, started)
    qtbot.waitUntil(progress.isVisible)
    progress.stop_wanted.emit()
    qtbot.waitUntil(lambda: not strip.is_running())
    assert done == []
    assert not progress.isVisible()
    assert banner.tone() == "accent"
    assert jobs.close()


@pytest.mark.parametrize("work", [object_to_it, refuse, fail])
def test_a_strip_says_what_went_wrong(qtbot: QtBot, work: Callable[..., None]) -> None:
    jobs, progress, banner = Jobs(), ProgressStrip(), Banner()
    qtbot.addWidget(progress)
    qtbot.addWidget(banner)
    strip = JobStrip(jobs, progress, banner)
    strip.start("Rechnen", print, work)
    qtbot.waitUntil(lambda: not strip.is_running())
    assert banner.tone() == "bad"
    assert jobs.close()
