"""Joins the lists with the panel: the child or course that is marked is the one that is explained."""

from collections.abc import Mapping

from ganztag.desktop.allocation.scenarios import Scenarios
from ganztag.desktop.allocation.why.subject import Named
from ganztag.desktop.allocation.why.worth import Worth
from ganztag.desktop.allocation.work_page import WorkPage
from ganztag.desktop.desk import Desk
from ganztag.queries import allocation


class Explained:
    """``renew`` after other plans are looked at, ``forget`` after news: names may be others."""

    def __init__(self, desk: Desk, known: Scenarios, work: WorkPage) -> None:
        self._desk, self._known, self._work = desk, known, work
        self._children: Mapping[int, Named] | None = None
        lists = work.lists
        lists.results.chosen.connect(self._row)
        lists.differences.chosen.connect(self._row)
        lists.courses.chosen.connect(self._course)
        work.why.course.known.connect(self._worth_known)

    def forget(self) -> None:
        self._children = None

    def children(self) -> Mapping[int, Named]:
        """Return how the children are called, by their ids; read when it is first wanted after news."""
        if self._children is None:
            office, term = self._desk.office, self._desk.term()
            rows = office.read(allocation.child_names, term.id)
            self._children = {key: Named(name, class_name) for key, (name, class_name) in rows.items()}
        return self._children

    def renew(self) -> None:
        """Ask again about what is marked: the plan may be another."""
        if not self._work.why.isHidden():
            self.turned(self._work.lists.face())

    def turned(self, face: str) -> None:
        lists = self._work.lists
        if face == "courses":
            self._course(lists.courses.shown())
            chosen = self._known.chosen()
            if chosen is not None and chosen.explains:
                self._work.why.course.ask(chosen)
        elif face == "differences":
            self._row(lists.differences.shown())
        else:
            self._row(lists.results.shown())

    def _row(self, row: object) -> None:
        chosen = self._known.chosen()
        pupil, block = getattr(row, "pupil_id", None), getattr(row, "block", None)
        if chosen is None or not chosen.explains or pupil is None or block is None:
            self._work.why.close_panel()
            return
        self._work.why.explain(chosen, pupil, block.id, self.children())

    def _course(self, row: object) -> None:
        chosen, key = self._known.chosen(), getattr(row, "id", None)
        if chosen is None or not chosen.explains or key is None:
            self._work.why.close_panel()
            return
        self._work.why.show_course(chosen, key)

    def _worth_known(self, worth: Worth) -> None:
        chosen = self._known.chosen()
        if chosen is not None and chosen.plan.plan_hash == worth.plan_hash:
            self._work.worth.emit(worth.prices)
