"""The house keeps its own rules: import directions, small files, short functions, no forbidden names."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "ganztag").rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_CLASS = 200


def _names(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def _nodes(trees: dict[Path, ast.Module], *kinds: type[ast.AST]) -> Iterator[tuple[str, int]]:
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, kinds) and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield f"{_names(path)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_no_floor_imports_a_floor_above_and_no_library_leaves_its_room() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_files_are_small() -> None:
    long = {_names(p): n for p in MODULES if (n := p.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE}
    assert long == {}


def test_functions_are_short(trees: dict[Path, ast.Module]) -> None:
    found = _nodes(trees, ast.FunctionDef, ast.AsyncFunctionDef)
    assert {name: size for name, size in found if size > LONGEST_FUNCTION} == {}


def test_classes_are_small(trees: dict[Path, ast.Module]) -> None:
    assert {name: size for name, size in _nodes(trees, ast.ClassDef) if size > LONGEST_CLASS} == {}


def test_each_module_says_what_it_is_for(trees: dict[Path, ast.Module]) -> None:
    assert [_names(path) for path, tree in trees.items() if not ast.get_docstring(tree)] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "constants", "misc", "manager", "handler", "data"}
    assert [_names(path) for path in MODULES if path.stem in empty] == []


def test_nothing_is_left_to_do_in_the_source() -> None:
    words = ("TODO", "FIXME", "XXX", "NotImplementedError")
    assert [_names(p) for p in MODULES for w in words if w in p.read_text(encoding="utf-8")] == []


def test_the_console_and_the_core_never_load_qt() -> None:
    code = "import sys, ganztag.console, ganztag.operations.opening; print('PySide6' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_no_file_holds_an_address_of_a_registry_or_a_path_of_a_machine() -> None:
    places = ("ganztag", "tests", "packaging", "translations", ".ci", "pyproject.toml", "README.md")
    names = [
        str(path.relative_to(ROOT)) for place in places for path in (ROOT / place).rglob("*") if path.suffix != ".pyc"
    ] + ["pyproject.toml", "README.md"]
    words = ("/work" + "/main", "/ro" + "ot/", "pypi-" + "more", "files.pythonhosted" + ".org", "registry.npm" + "js")
    found = []
    for name in filter(None, names):
        path = ROOT / name
        if path.suffix in (".ttf", ".png", ".svg") or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [(name, word) for word in words if word in text]
    assert found == []


def test_every_icon_is_named_somewhere() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    icons = [path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")]
    assert icons
    assert [name for name in icons if f'"{name}"' not in source] == []


def test_no_connection_holds_a_widget_by_a_lambda(trees: dict[Path, ast.Module]) -> None:
    calls = [
        (_names(path), node)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
    ]
    assert calls
    assert [
        f"{name}:{call.lineno}" for name, call in calls for given in call.args if isinstance(given, ast.Lambda)
    ] == []
