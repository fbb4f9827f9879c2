"""Letting a finding stand, with the reason why, and taking that back."""

from ganztag.domain.objection import Objection
from ganztag.domain.record import FindingException
from ganztag.language import N_, Message
from ganztag.operations.operation import Operation, Work
from ganztag.planning.clashes import RULES
from ganztag.planning.clashes.finding import subject_of

_TITLES = {rule.code: rule.title for rule in RULES}


def accept(term_id: int, key: str, code: str, reason: str) -> Operation[int]:
    """Let the finding with this key and code stand in a half-year; objects without a reason.

    A second reason takes the place of the first.
    """
    text = reason.strip()

    def run(work: Work) -> int:
        if not text:
            raise Objection(
                N_("Please say why this may stand."), advice=N_("The reason is kept and shown with the exception.")
            )
        kept = work.one(FindingException, term_id=term_id, key=key)
        if kept is None:
            kind, about = subject_of(key)
            pupil_id = about if kind == "pupil" else None
            made = FindingException(term_id=term_id, key=key, pupil_id=pupil_id, code=code, reason=text, at=work.now)
            return work.add(made).id
        kept.reason, kept.at = text, work.now
        return kept.id

    return Operation(N_("Let stand: {title}", title=_title(code)), run).because(text)


def withdraw(term_id: int, key: str) -> Operation[None]:
    """Take back that a finding may stand: it counts again where it is still there."""

    def run(work: Work) -> None:
        kept = work.one(FindingException, term_id=term_id, key=key)
        if kept is None:
            raise Objection(N_("This entry was deleted meanwhile."))
        work.label = N_("No exception any more: {title}", title=_title(kept.code))
        work.delete(kept)

    return Operation(N_("No exception any more"), run)


def _title(code: str) -> Message | str:
    return _TITLES.get(code, code)
