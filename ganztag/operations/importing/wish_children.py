"""Which child a ballot paper belongs to: by its number, by name and class, or by a name that is nearly right."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ganztag.domain.ballot_papers import slip_serial
from ganztag.exchange.records import WishRecord
from ganztag.exchange.values import Wrong
from ganztag.language import N_, Message
from ganztag.operations.importing.children import Children, spoken
from ganztag.operations.importing.preview import Answer, Place, Question
from ganztag.queries.import_state.pupils import KnownPupil


@dataclass(frozen=True)
class Found:
    """The child, and a word of warning."""

    pupil: KnownPupil
    doubt: Message | None = None


@dataclass
class PaperOwners:
    """*by_serial*: serial of a slip -> child; *answers*: what was said to earlier questions; new *questions* gather."""

    children: Children
    by_serial: Mapping[int, KnownPupil]
    answers: Mapping[Place, Answer]
    questions: list[Question] = field(default_factory=list)

    def find(self, record: WishRecord) -> Found | None:
        """Return the child; None where she said that the row is to be left out. Raises `Wrong`."""
        if record.paper:
            return self._numbered(record)
        try:
            return Found(*self.children.find(record))
        except Wrong as wrong:
            return self._meant(record, wrong)

    def _numbered(self, record: WishRecord) -> Found:
        serial = slip_serial(record.paper)
        pupil = None if serial is None else self.by_serial.get(serial)
        if pupil is None:
            raise Wrong(N_("There is no slip with the number {number}.", number=record.paper))
        if record.spoken_name:
            named = self._named(record)
            if named is not None and named.id != pupil.id:
                raise Wrong(N_("Slip {number} belongs to {other}, not to {name}.", number=record.paper,
                               other=spoken(pupil), name=record.spoken_name))  # fmt: skip
        return Found(pupil)

    def _named(self, record: WishRecord) -> KnownPupil | None:
        try:
            return self.children.find(record)[0]
        except Wrong:
            return None

    def _meant(self, record: WishRecord, wrong: Wrong) -> Found | None:
        meant = self.children.meant(record)
        if meant is None:
            raise wrong
        place = (record.sheet, record.row)
        answer = self.answers.get(place)
        if answer is Answer.SAME:
            return Found(meant)
        if answer is Answer.ANOTHER:
            return None
        self.questions.append(Question(record.row, record.sheet, wrong.message, record.spoken_name, spoken(meant)))
        raise wrong
