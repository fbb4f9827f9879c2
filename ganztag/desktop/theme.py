"""Light, dark, or as the system has it: palette and style sheet of the whole program, switched while it runs."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ganztag.desktop import fonts
from ganztag.desktop.style_sheet import style_sheet
from ganztag.desktop.tokens import DARK, LIGHT, Tokens

THEMES = ("system", "light", "dark")
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Dresses the application; widgets hear of a switch by PaletteChange and take ``tokens_of(self)`` anew."""

    def __init__(self, application: QApplication, chosen: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._worn: Tokens | None = None
        self.chosen = chosen
        application.setStyle("Fusion")
        fonts.put_on(application)
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.choose(chosen)

    def choose(self, theme: str) -> None:
        """Wear ``system``, ``light`` or ``dark`` from now on; anything else counts as ``system``."""
        self.chosen = theme if theme in THEMES else "system"
        self._application.styleHints().setColorScheme(_SCHEMES[self.chosen])  # title bars and native dialogs
        self._wear()

    def _system_changed(self) -> None:
        if self.chosen == "system":
            self._wear()

    def _wear(self) -> None:
        is_dark = self.chosen == "dark" or (
            self.chosen == "system" and self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        tokens = DARK if is_dark else LIGHT
        if tokens is self._worn:
            return
        self._worn = tokens
        self._application.setPalette(palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens))


def palette(tokens: Tokens) -> QPalette:
    """Return Fusion's palette in the colours of the theme."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, colour in {
        role.Window: tokens.background, role.Base: tokens.surface, role.AlternateBase: tokens.background,
        role.WindowText: tokens.text, role.Text: tokens.text, role.ButtonText: tokens.text,
        role.Button: tokens.raised, role.ToolTipBase: tokens.raised, role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted, role.Highlight: tokens.accent, role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent, role.LinkVisited: tokens.accent, role.Accent: tokens.accent,
        role.Light: tokens.raised, role.Midlight: tokens.border, role.Mid: tokens.border_strong,
        role.Dark: tokens.border_strong, role.Shadow: tokens.desk, role.BrightText: tokens.bad,
    }.items():  # fmt: skip
        made.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.decoration))
    return made
