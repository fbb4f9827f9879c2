"""The steps from one version of the schema to the next; step n leads to version n. Only ever append."""

from collections.abc import Callable
from typing import Protocol

from alembic.operations import Operations

from ganztag.storage.migrations import m0001, m0002, m0003


class Step(Protocol):
    @property
    def upgrade(self) -> Callable[[Operations], None]: ...


STEPS: tuple[Step, ...] = (m0001, m0002, m0003)
