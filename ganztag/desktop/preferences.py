"""What the user likes: language, theme, recent files, and how each screen looked when it was left."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from ganztag import language, places

_RECENT = 8


@dataclass(frozen=True)
class Liking:
    """One moment of the preferences; *language* empty means: as the system speaks."""

    language: str = ""
    theme: str = "system"
    recent: tuple[str, ...] = ()
    last: str = ""
    menu_bar: bool = False


def _settings() -> QSettings:
    return QSettings(str(places.settings() / "ganztag.ini"), QSettings.Format.IniFormat)


class Preferences:
    """Reads and writes the settings file in one place; ``recall`` and ``keep`` are for the look of screens."""

    def __init__(self) -> None:
        self._settings = _settings()
        self.liking = self._read()

    def _read(self) -> Liking:
        value = self._settings.value
        recent = str(value("recent", "", type=str) or "")
        return Liking(
            language=str(value("language", "", type=str)),
            theme=str(value("theme", "system", type=str)),
            recent=tuple(line for line in recent.split("\n") if line),
            last=str(value("last", "", type=str)),
            menu_bar=bool(value("menu_bar", defaultValue=False, type=bool)),
        )

    def like(self, **changes: object) -> None:
        """Set fields of Liking and write them at once."""
        self.liking = replace(self.liking, **changes)  # type: ignore[arg-type]
        for name in ("language", "theme", "last", "menu_bar"):
            self._settings.setValue(name, getattr(self.liking, name))
        self._settings.setValue("recent", "\n".join(self.liking.recent))
        self._settings.sync()

    def opened(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        others = [known for known in self.liking.recent if known != str(path)]
        self.like(recent=(str(path), *others)[:_RECENT], last=str(path))

    def forget(self, path: Path) -> None:
        left = tuple(known for known in self.liking.recent if known != str(path))
        self.like(recent=left, last="" if self.liking.last == str(path) else self.liking.last)

    def recent_files(self) -> list[Path]:
        """Return the recent files that are still there, the last one first."""
        return [Path(known) for known in self.liking.recent if Path(known).is_file()]

    def recall(self, key: str) -> QByteArray | None:
        found = self._settings.value(f"look/{key}")
        return found if isinstance(found, QByteArray) and not found.isEmpty() else None

    def keep(self, key: str, state: QByteArray) -> None:
        self._settings.setValue(f"look/{key}", state)


def spoken_language(liking: Liking) -> str:
    """Return the chosen language, else the first of the system's that the program speaks, else German."""
    if liking.language in language.LANGUAGES:
        return liking.language
    for tag in QLocale.system().uiLanguages():
        short = tag.replace("_", "-").split("-")[0].lower()
        if short in language.LANGUAGES:
            return short
    return language.LANGUAGES[0]
