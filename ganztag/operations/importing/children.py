"""Which child of the school a row of wishes or enrolments means."""

from collections import defaultdict
from collections.abc import Iterable

from ganztag.domain.pupils import full_name
from ganztag.exchange.records import ChildName
from ganztag.exchange.values import Wrong, class_key
from ganztag.language import N_, Message
from ganztag.operations.importing.names import name_key, nearest, person_key
from ganztag.queries.import_state.pupils import KnownPupil


def spoken(pupil: KnownPupil) -> str:
    return full_name(pupil.surname, pupil.prefix, pupil.call_name)


def _tokens(*names: str) -> object | None:
    """Return a key that does not mind which column holds which name."""
    words = sorted(word for name in names for word in name_key(name).split())
    return tuple(words) or None


class Children:
    """Finds children by number, by name and class, by a name that only one has."""

    def __init__(self, pupils: Iterable[KnownPupil], gone: Iterable[KnownPupil] = ()) -> None:
        """*gone* are those who have left: they are not found, but the message knows them."""
        self._pupils = tuple(pupils)
        self._gone = {_tokens(one.prefix, one.surname, one.call_name): one for one in gone}
        self._by_number: dict[str, list[KnownPupil]] = defaultdict(list)
        self._by_name: dict[object, list[KnownPupil]] = defaultdict(list)
        self._by_call_name: dict[str, list[KnownPupil]] = defaultdict(list)
        for pupil in self._pupils:
            for _system, value in pupil.external_ids:
                self._by_number[value].append(pupil)
            names = {
                _tokens(pupil.prefix, pupil.surname, pupil.call_name),
                _tokens(pupil.prefix, pupil.surname, pupil.first_names),
            }
            for key in names - {None}:
                self._by_name[key].append(pupil)
            self._by_call_name[name_key(pupil.call_name)].append(pupil)

    def find(self, name: ChildName) -> tuple[KnownPupil, Message | None]:
        """Return the child and, where the row names another class, a word of warning; raises `Wrong`."""
        numbered = self._by_number.get(name.external_id, []) if name.external_id else []
        if len(numbered) == 1:
            return self._checked(name, numbered[0]), None
        fitting = self._by_name.get(_tokens(name.surname, name.call_name), [])
        if not fitting and not name.surname:
            fitting = self._by_call_name.get(name_key(name.call_name), [])
        if name.external_id:
            fitting = [one for one in fitting if not one.external_ids] or self._without_number(name, fitting)
        in_class = [one for one in fitting if class_key(one.class_name) == class_key(name.class_name)]
        found = in_class if name.class_name and in_class else fitting
        if len(found) == 1:
            return found[0], None if in_class or not name.class_name else _other_class(name, found[0])
        if len(found) > 1:
            raise Wrong(
                N_("Several children are called {name}; an ID must tell them apart.", name=_full(name))
                if in_class or not name.class_name
                else N_("Several children are called {name}, but none in {class_name}.", name=_full(name),
                        class_name=name.class_name)
            )  # fmt: skip
        raise Wrong(self._unknown(name))

    def _checked(self, name: ChildName, pupil: KnownPupil) -> KnownPupil:
        words = set(person_key(name.surname, "", name.call_name))
        theirs = " ".join((*person_key(pupil.surname, pupil.prefix, pupil.call_name), name_key(pupil.first_names)))
        if words != {""} and not any(part in theirs.split() for word in words for part in word.split()):
            raise Wrong(N_("The ID {id} belongs to {other}, not to {name}.", id=name.external_id, other=spoken(pupil),
                           name=_full(name)))  # fmt: skip
        return pupil

    def _without_number(self, name: ChildName, fitting: list[KnownPupil]) -> list[KnownPupil]:
        if fitting:
            raise Wrong(N_("{name} is known, but with another ID than {id}.", name=_full(name), id=name.external_id))
        return []

    def meant(self, name: ChildName) -> KnownPupil | None:
        """Return the child that a misspelled name probably means: one of its class, else one of the school.

        None where no name is near, or where two children bear the nearest one.
        """
        if not _full(name) or self._gone.get(_tokens(name.surname, name.call_name)) is not None:
            return None
        in_class = [one for one in self._pupils if class_key(one.class_name) == class_key(name.class_name)]
        for among in (in_class, self._pupils):
            found = nearest(_full(name), map(spoken, among))
            if found is not None:
                fitting = [one for one in among if spoken(one) == found]
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _unknown(self, name: ChildName) -> Message:
        gone = self._gone.get(_tokens(name.surname, name.call_name))
        if gone is not None and gone.exit is not None:
            return N_("{name} left the school on {day}.", name=_full(name), day=gone.exit)
        meant = self.meant(name)
        values = {"name": _full(name) or name.external_id, "class_name": name.class_name}
        if meant is not None and class_key(meant.class_name) != class_key(name.class_name) and meant.class_name:
            return N_("There is no child {name}. Did you mean {meant}, {own_class}?", meant=spoken(meant),
                      own_class=meant.class_name, **values)  # fmt: skip
        if meant is not None:
            values["meant"] = spoken(meant)
            return N_("There is no child {name}. Did you mean {meant}?", **values)
        if name.class_name:
            return N_("There is no child {name} in {class_name}.", **values)
        return N_("There is no child {name}.", **values)


def _full(name: ChildName) -> str:
    return " ".join(filter(None, (name.call_name, name.surname))) or name.whole_name


def _other_class(name: ChildName, pupil: KnownPupil) -> Message | None:
    if not pupil.class_name:
        return None
    return N_(
        "{name} is in {known}, not in {class_name}.",
        name=_full(name),
        known=pupil.class_name,
        class_name=name.class_name,
    )
