"""The screen of children: the list, its filters, and the chosen child's page beside it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.pupils.changes import PupilChanges
from ganztag.desktop.pupils.columns import COLUMNS
from ganztag.desktop.pupils.course_card import CourseCard
from ganztag.desktop.pupils.detail import PupilPage
from ganztag.desktop.pupils.enrolling import Enrolling
from ganztag.desktop.pupils.filters import PupilFilters
from ganztag.desktop.pupils.verbs import PupilVerbs
from ganztag.desktop.pupils.way_home import WayHome, WayHomePopup
from ganztag.desktop.screens import ListAndDetail, page_layout
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, ngettext
from ganztag.operations import guardians
from ganztag.queries import classes, pupils
from ganztag.queries.classes import ClassRow, YearGroupRow
from ganztag.queries.pupil_detail import PupilDetail
from ganztag.queries.pupils import PupilRow
