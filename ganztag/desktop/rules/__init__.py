"""The rules of the allocation: what the school asks of it, who is together, who comes first, which goal comes first."""

from ganztag.desktop.rules.opening import open_rules

__all__ = ["open_rules"]
