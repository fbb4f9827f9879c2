"""HiGHS itself: how it is set, run in a thread of its own, and stopped; what both programmes of planning share."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import highspy

_Highs: Any = highspy.Highs  # partly without types
_LOOK_UP_SECONDS = 0.05  # how often the waiting thread looks whether it was asked to stop
_OPTIONS: dict[str, Any] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.99,  # all objectives are whole numbers
    "presolve_rule_off": 1 << 16,  # enumeration: in 1.15.1 it calls some feasible models infeasible (HiGHS 3216)
}


class Engine:
    """*highs* is the solver; ``open`` it before a model is passed, ``close`` it at the end.

    *improved* is set as soon as a search for whole columns has found some.
    """

    def __init__(self) -> None:
        self.highs = _Highs()
        self.improved = threading.Event()
        self._stop = threading.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="solver")

    def open(self) -> None:
        for option, value in _OPTIONS.items():
            self.highs.setOptionValue(option, value)
        self.highs.cbMipInterrupt += self._asked_to_stop
        self.highs.cbSimplexInterrupt += self._asked_to_stop
        self.highs.cbMipImprovingSolution += self._has_improved

    def close(self) -> None:
        self._stop.set()
        self._thread.shutdown(wait=True)
        self.highs.clearCallbacks()
        self.highs.clear()

    def _asked_to_stop(self, event: Any) -> None:
        event.interrupt(self._stop.is_set())  # said anew each time: it would stay set for the next run

    def _has_improved(self, event: Any) -> None:
        del event
        self.improved.set()

    def run(self, stop_wanted: Callable[[], bool]) -> float:
        """Solve and return the CPU seconds; *stop_wanted* is asked meanwhile, and what it raises passes on."""
        self._stop.clear()
        self.improved.clear()
        running = self._thread.submit(self._in_thread)
        while not wait((running,), _LOOK_UP_SECONDS).done:
            if stop_wanted():
                self._stop.set()
        return running.result()

    def _in_thread(self) -> float:
        """Solve and return the CPU seconds; meanwhile the other threads go on, HiGHS holds no lock of Python's."""
        before = time.thread_time()
        try:
            self.highs.run()
        finally:
            _Highs.resetGlobalScheduler(False)  # else a thread that ends can hang on Windows
        return time.thread_time() - before


def name() -> str:
    """Return which solver it is, for the record of a plan."""
    return f"HiGHS {_Highs().version()}"
