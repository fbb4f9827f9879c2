"""A child's own data, changed where they stand."""

from collections.abc import Callable, Sequence
from typing import Any

from ganztag.desktop.pupils.columns import SEX_WORDS
from ganztag.desktop.widgets.detail import Section
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.languages import language_name
from ganztag.language import N_, _
from ganztag.queries.classes import ClassRow, YearGroupRow
from ganztag.queries.pupil_detail import PupilDetail

FIELDS = (
    Field("call_name", N_("Call name"), half=True),
    Field("surname", N_("Surname"), half=True),
    Field("prefix", N_("Name prefix"), hint=N_("von der, de, van …"), half=True),
    Field("first_names", N_("All first names"), half=True),
    Field("native_name", N_("Name in its own script"), half=True),
    Field("family_language", N_("Family language"), half=True),
    Field("birth_date", N_("Date of birth"), Kind.DATE, half=True),
    Field("sex", N_("Sex"), Kind.CHOICE, half=True),
    Field("class_id", N_("Class"), Kind.CHOICE, half=True),
    Field("year_group_id", N_("Year group"), Kind.CHOICE, half=True),
    Field("groups", N_("Groups"), Kind.MANY),
    Field("entry", N_("Day of joining"), Kind.DATE, half=True),
    Field("exit", N_("Day of leaving"), Kind.DATE, half=True),
    Field("external_id", N_("Number in another program"), half=True),
    Field("phone", N_("The child's own phone"), half=True),
    Field("support", N_("Needs a place for support"), Kind.CHECK),
    Field("note", N_("Note"), Kind.LINES),
)


class DataForm(Section):
    """*on_change* (key, value) gets each field that was left changed, and may object."""

    def __init__(self, on_change: Callable[[str, Any], object]) -> None:
        super().__init__()
        self.form = Form(FIELDS, on_change, above=True)
        self._others = Text("", "secondary", "muted", wrap=True)
        self.body.addWidget(self.form)
        self.body.addWidget(self._others)

    def retranslate(self) -> None:
        self.name(_("Personal data"))
        self.form.retranslate()

    def offer(self, classes: Sequence[ClassRow], years: Sequence[YearGroupRow]) -> None:
        """Give the choices their classes, groups and year groups."""
        own = [(found.id, found.name) for found in classes if found.kind == "class"]
        groups = [(found.id, found.name) for found in classes if found.kind == "group"]
        self.form.offer("class_id", [(None, _("no class")), *own])
        self.form.offer("groups", groups)
        self.form.set_field_visible("groups", bool(groups))
        self.form.offer("year_group_id", [(None, _("no year group")), *((year.id, year.label) for year in years)])
        self.form.offer("sex", [(key, str(words)) for key, words in SEX_WORDS.items()])

    def show_pupil(self, shown: PupilDetail) -> None:
        values = {field.key: getattr(shown, field.key) for field in FIELDS if hasattr(shown, field.key)}
        groups = [found.class_id for found in shown.memberships if found.kind == "group" and found.holds]
        values["groups"] = frozenset(groups)
        values["external_id"] = shown.external_ids[0].value if shown.external_ids else ""
        values["phone"] = shown.phones[0].number if shown.phones else ""
        values["family_language"] = language_name(shown.family_language)
        self.form.show_values(values)
        others = [f"{number.system} {number.value}".strip() for number in shown.external_ids[1:]]
        self._others.setText(_("Other numbers: {numbers}", numbers=", ".join(others)) if others else "")
        self._others.setVisible(bool(others))
