"""The colours of the program, light and dark, as one table; painters take them from the palette's side."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from ganztag.domain.courses import CATEGORY_COLOURS


@dataclass(frozen=True)
class Tokens:
    """Colours as #rrggbb; ``*_soft`` is for areas, ``*_fill`` for bars only, the plain name for text."""

    dark: bool
    background: str
    surface: str
    sidebar: str
    raised: str
    border: str
    border_strong: str
    text: str
    muted: str
    decoration: str
    accent: str
    on_accent: str
    accent_soft: str
    selection: str
    hover: str
    ok: str
    ok_soft: str
    ok_fill: str
    warn: str
    warn_soft: str
    warn_fill: str
    bad: str
    bad_soft: str
    bad_fill: str
    track: str
    desk: str
    wishes: tuple[str, str, str, str]
    on_wishes: tuple[str, str, str, str]
    categories: tuple[str, ...]
    category_softs: tuple[str, ...]

    def tone(self, name: str) -> QColor:
        """Return the text colour of a tone: text, muted, accent, ok, warn, bad, ... or ``cat0`` ... for a category."""
        return QColor(self.category(int(name[3:])) if name.startswith("cat") else getattr(self, name))

    def soft(self, name: str) -> QColor:
        """Return the area colour that goes with a tone."""
        if name.startswith("cat"):
            return QColor(self.category_softs[int(name[3:]) % len(self.category_softs)])
        return QColor(getattr(self, f"{name}_soft", self.track))

    def fill(self, name: str) -> QColor:
        """Return the bar colour that goes with a tone."""
        return QColor(getattr(self, f"{name}_fill", self.accent))

    def category(self, number: int) -> str:
        return self.categories[number % len(self.categories)]

    def wish(self, rank: int) -> tuple[QColor, QColor]:
        """Return area and text colour of a wish; ranks beyond the fourth look like the fourth."""
        place = min(max(rank, 1), 4) - 1
        return QColor(self.wishes[place]), QColor(self.on_wishes[place])


LIGHT = Tokens(
    dark=False,
    background="#F6F7F9", surface="#FFFFFF", sidebar="#EEF0F4", raised="#FFFFFF",
    border="#E3E6EB", border_strong="#C9CFD8", text="#1B2430", muted="#576174", decoration="#98A1B0",
    accent="#2F5BD0", on_accent="#FFFFFF", accent_soft="#E8EEFC", selection="#E4ECFD", hover="#F3F5F9",
    ok="#1A7346", ok_soft="#E1F3E8", ok_fill="#2C9660",
    warn="#8A5100", warn_soft="#FDF0DA", warn_fill="#C97C10",
    bad="#B42318", bad_soft="#FDE8E6", bad_fill="#CF3A2C",
    track="#E7EAF0", desk="#DDE1E8",
    wishes=("#2F5BD0", "#7FA0EC", "#B4C8F5", "#DCE5FB"),
    on_wishes=("#FFFFFF", "#10182B", "#1B2430", "#1B2430"),
    categories=CATEGORY_COLOURS,
    category_softs=("#E6ECFD", "#DDF3F0", "#F6E6F9", "#FCE4EB", "#FDEBDB", "#DDF0F8", "#E6F3DD", "#ECE9FB"),
)  # fmt: skip

DARK = Tokens(
    dark=True,
    background="#14171C", surface="#1B1F26", sidebar="#171A20", raised="#252B35",
    border="#2C323D", border_strong="#434C5B", text="#E7EAF0", muted="#A3ADBD", decoration="#98A1B0",
    accent="#82A5F9", on_accent="#0E1420", accent_soft="#25324F", selection="#26365A", hover="#21262F",
    ok="#62C891", ok_soft="#1B3427", ok_fill="#4DB37C",
    warn="#E4AD57", warn_soft="#3A2C14", warn_fill="#DDA24A",
    bad="#F0847A", bad_soft="#41211F", bad_fill="#E8766B",
    track="#2F3641", desk="#0E1115",
    wishes=("#8FB0FF", "#5E82DA", "#3F5797", "#2B3A63"),
    on_wishes=("#0E1420", "#0B101B", "#F2F5FA", "#F2F5FA"),
    categories=("#8FB0FF", "#5FD0C3", "#DB93EA", "#F48BA9", "#F0A468", "#6CC6EC", "#9BD67C", "#B3A6FF"),
    category_softs=("#222E4B", "#173431", "#35213A", "#3D212B", "#3B2A1B", "#1A313D", "#25331D", "#2B2847"),
)  # fmt: skip


def tokens_of(place: QWidget | QPalette) -> Tokens:
    """Return the colours of the theme that is on; ask again in each paint event.

    A widget's own palette would not do: a style sheet with a transparent background turns its window colour black.
    """
    palette = place if isinstance(place, QPalette) else QGuiApplication.palette()
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
