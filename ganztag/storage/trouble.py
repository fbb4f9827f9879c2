"""What can be wrong with a file, each in a sentence that says what to do next."""

from datetime import datetime

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, date, time


class FileTrouble(Objection):
    """The file cannot be opened or written; it was left untouched."""


class OpenElsewhere(FileTrouble):
    """Somebody else has the file open."""


class NotOurFile(FileTrouble):
    """No Ganztag file, a damaged one, or one of a newer program."""


class NotSaved(FileTrouble):
    """The medium refused a write; nothing of the deed is in the file."""


def missing(name: str) -> FileTrouble:
    return FileTrouble(
        N_("There is no file {name}.", name=name),
        advice=N_("Was it moved or renamed, or is a stick or network drive not connected?"),
    )


def unreadable(name: str) -> FileTrouble:
    return FileTrouble(
        N_("{name} cannot be read.", name=name),
        advice=N_("Are you allowed to read it? Please ask whoever looks after this PC."),
    )


def unreachable(name: str) -> FileTrouble:
    return FileTrouble(
        N_("{name} can no longer be read.", name=name),
        advice=N_("Is the stick or network drive still connected? Please connect it and try again."),
    )


def no_folder(name: str) -> FileTrouble:
    return FileTrouble(
        N_("There is no folder in which {name} could be saved.", name=name),
        advice=N_("Please choose a folder that exists."),
    )


def not_made(name: str) -> FileTrouble:
    return FileTrouble(
        N_("{name} cannot be saved here: the folder or the medium is read-only.", name=name),
        advice=N_("Please choose a folder in which you may write."),
    )


def name_too_long(name: str) -> FileTrouble:
    return FileTrouble(
        N_("The name or the path of {name} is too long.", name=name),
        advice=N_("Please give it a shorter name, or a place in fewer folders."),
    )


def empty(name: str) -> FileTrouble:
    return NotOurFile(
        N_("The file {name} is empty (0 bytes), so it is damaged.", name=name),
        advice=N_("Please take the newest backup copy."),
    )


def foreign(name: str) -> FileTrouble:
    return NotOurFile(
        N_("{name} is not a Ganztag file.", name=name),
        advice=N_("Tables of pupils or courses are brought in with “Import”, into a school that is open."),
    )


def newer(name: str) -> FileTrouble:
    return NotOurFile(
        N_("{name} was written by a newer version of Ganztag.", name=name),
        advice=N_("Please install the newer version on this PC; the file was left as it is."),
    )


def damaged(name: str) -> FileTrouble:
    return NotOurFile(
        N_("The file {name} is damaged and was left as it is.", name=name),
        advice=N_("Please take the newest backup copy, and keep the damaged file until all is well."),
    )


def foreign_journal(name: str, journal: str) -> FileTrouble:
    return NotOurFile(
        N_("Beside {name} lies {journal}, which belongs to another file and would damage this one.",
           name=name, journal=journal),
        advice=N_("Please move {journal} to another folder, then open the file again.", journal=journal),
    )  # fmt: skip


def unreadable_note(name: str, note: str) -> FileTrouble:
    return OpenElsewhere(
        N_("Beside {name} lies {note}, which says that somebody has the file open, but not who.", name=name, note=note),
        advice=N_("Please make sure that nobody has it open on another PC."),
    )


def open_elsewhere(name: str, who: str, pc: str, since: str) -> FileTrouble:
    """*since* is local time as ISO text; whatever else a note says there is shown as it is."""
    try:
        at = datetime.fromisoformat(since)
    except ValueError:
        said = since
    else:
        said = f"{date(at)} {time(at.time())}"
    return OpenElsewhere(
        N_("{name} is open on {pc} by {who} since {since}.", name=name, who=who, pc=pc, since=said),
        advice=N_("Please close it there first; two people cannot write into one file."),
    )


def locked(name: str) -> FileTrouble:
    return OpenElsewhere(
        N_("{name} is open in another program.", name=name),
        advice=N_("Please close it there first; two people cannot write into one file."),
    )


def read_only(name: str) -> FileTrouble:
    return FileTrouble(
        N_("{name} cannot be written: the file, its folder or the medium is read-only.", name=name),
        advice=N_("Please copy it to a place where you may write, and open the copy."),
    )


def medium_full() -> FileTrouble:
    return not_saved(N_("the medium is full"))


def not_saved(reason: Message | str) -> FileTrouble:
    return NotSaved(
        N_("This could not be saved: {reason}.", reason=reason),
        advice=N_("Is the medium full or not connected? Nothing else was lost; please try again."),
    )


def moved(name: str) -> FileTrouble:
    return NotSaved(
        N_("{name} was moved, deleted or replaced while it was open, so this was not saved.", name=name),
        advice=N_("Please put it back in its place and try again, or save all that was in it: File, Save a copy …"),
    )


def written_by_others() -> FileTrouble:
    return NotSaved(
        N_("Another program has written into this file meanwhile, so this was not saved."),
        advice=N_("Please close the file and open it again; then you see the others' changes."),
    )


def already_there(name: str) -> FileTrouble:
    return FileTrouble(
        N_("There is already a file {name}; it was not touched.", name=name),
        advice=N_("Please choose another name."),
    )


def closed() -> RuntimeError:
    return RuntimeError("The school file is closed.")


def in_use() -> RuntimeError:
    return RuntimeError("Inside a unit of work or a reading the file is reached through the Work or Reader given.")


def wrong_thread() -> RuntimeError:
    return RuntimeError("The school file may be used only by the thread that opened it.")


def still_needed() -> Objection:
    return Objection(
        N_("This is still used elsewhere, so it cannot be deleted."),
        advice=N_("Please remove it there first."),
    )


def there_already() -> Objection:
    return Objection(N_("There is already an entry of this name or number."), advice=N_("Please choose another one."))
