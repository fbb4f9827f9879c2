"""The page of the rules: the sentences left, the form right."""

from PySide6.QtWidgets import QWidget

from ganztag.desktop.rules.page import Writing
from ganztag.desktop.rules.rule_fields import columns_of
from ganztag.desktop.rules.rule_form import RuleForm
from ganztag.desktop.rules.rule_list import RuleList
from ganztag.desktop.widgets.card import Card, row
from ganztag.language import _
from ganztag.operations import rules
from ganztag.queries import rules as queries
from ganztag.queries.rules import RuleRow


class RulePage(QWidget):
    """``refresh()`` reads the rules as the file has them now."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._rows: dict[int, RuleRow] = {}
        self.list, self.form = RuleList(), RuleForm(writing)
        card = Card(bare=True)
        card.body.addWidget(self.list)
        both = row(gap=14)
        both.addWidget(card, 1)
        both.addWidget(self.form)
        self.setLayout(both)
        self.list.add_wanted.connect(self._add)
        self.list.edit_wanted.connect(self._edit)
        self.list.delete_wanted.connect(self._delete)
        self.list.switched.connect(self._switch)
        self.form.confirmed.connect(self._keep)

    def begin(self) -> None:
        self.list.begin()

    def count(self) -> int:
        return len(self._rows)

    def refresh(self) -> None:
        found = self._writing.desk.office.read(queries.rules, self._writing.offered.ballot_id)
        self._rows = {one.id: one for one in found if one.kind != "order"}
        scopes = {one.id: self._writing.scope_word(one.ballot_id) for one in found}
        self.list.show_rules(list(self._rows.values()), scopes)
        if self.form.rule_id and self.form.rule_id not in self._rows:
            self.form.clear()

    def _add(self, kind: str) -> None:
        self._writing.banner.clear()
        self.form.begin(kind)

    def _edit(self, rule_id: int) -> None:
        self._writing.banner.clear()
        self.form.begin(self._rows[rule_id].kind, self._rows[rule_id])

    def _keep(self) -> None:
        columns, key = columns_of(self.form.values()), self.form.rule_id
        deed = rules.edit(key, **columns) if key else rules.add(self.form.kind, **columns)
        done = self._writing.do(deed)
        if done is None:
            return
        self.form.clear()
        line = self.list.line(done)
        if line is not None:
            line.switch.setFocus()
            self.list.ensureWidgetVisible(line)

    def _delete(self, rule_id: int) -> None:
        self._writing.do(rules.delete(rule_id), _("The rule is deleted."))
        self.list.begin()

    def _switch(self, rule_id: int, on: bool) -> None:
        self._writing.do(rules.switch(rule_id, on=on))
