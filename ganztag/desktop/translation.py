"""The spoken language of the whole window: our catalogue, Qt's own words, dates, and the news of a switch."""

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ganztag import language

_LOCALES = {"de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
            "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)}  # fmt: skip


class Translation:
    """Keeps Qt's translator: one that is only local is collected, and the buttons turn English again."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translator: QTranslator | None = None

    def speak(self, tag: str) -> None:
        """Speak *tag* from now on and tell all windows; their children hear it from them."""
        language.speak(tag)
        QLocale.setDefault(_LOCALES[language.spoken()])
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = QTranslator(self._application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language.spoken()}", folder):
            self._application.installTranslator(self._translator)
        for window in self._application.topLevelWidgets():
            QCoreApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))
