"""Setting the rules of the school."""

from ganztag.domain.settings import SETTINGS, Setting, as_kept
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work


def set_value(name: str, value: int | bool | str) -> Operation[None]:
    """Set one of ``domain.settings.Settings``; objects to what it cannot be."""
    label = {setting.name: setting.label for setting in SETTINGS}[name]

    def run(work: Work) -> None:
        text = as_kept(name, value)
        kept = work.one(Setting, name=name)
        if kept is None:
            work.add(Setting(name=name, value=text))
        else:
            kept.value = text

    return Operation(N_("Set “{label}”", label=label), run)
