"""Ganztag: the whole range of courses of an all-day school, in one file, on one PC.

The map of the house. Each floor knows only the floors below it (tests/test_house.py holds it):

    __main__, application   how the program starts and what it is put together from
    desktop | console       two front doors: Qt windows, and a shell without Qt
    operations              what a user can do; every change goes through ``Office.do``
    documents | exchange    papers (ReportLab) | files of other programs, calendars
    queries                 what screens, lists and papers show: frozen rows, read-only SQL
    storage                 the file: tables, mapping, unit of work, journal, migrations, lock
    planning                pure computation on frozen data: what does not fit, where it would, who gets what
    domain                  what a school is; standard library and language only
    language                words, dates and numbers
    places, whole_file      where things lie; files that are written whole or not at all

Data flows one way round: screen -> operation -> file -> news -> query -> screen.
"""

__version__ = "0.1.0"
