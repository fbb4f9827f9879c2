"""The folder in which the tests of the export put their files."""

from tests.operations.importing.files import folder

__all__ = ["folder"]
