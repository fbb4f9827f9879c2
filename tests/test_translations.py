"""German is complete and says the same: nothing untranslated, nothing fuzzy, the same gaps on both sides."""

import importlib.machinery
import importlib.util
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
GERMAN = ROOT / "translations" / "de" / "LC_MESSAGES" / "ganztag.po"


def _texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


@pytest.fixture(scope="module")
def german() -> Catalog:
    with GERMAN.open(encoding="utf-8") as stream:
        return read_po(stream, locale="de")


@pytest.fixture(scope="module")
def source() -> Catalog:
    loader = importlib.machinery.SourceFileLoader("extracting", str(ROOT / "packaging" / "extract_translations"))
    spec = importlib.util.spec_from_loader("extracting", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    found = module.collected()
    assert isinstance(found, Catalog)
    return found


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _texts(message.id)[0]


def test_every_sentence_of_the_source_is_in_the_german_catalogue(german: Catalog, source: Catalog) -> None:
    known = {_key(message) for message in _messages(german)}
    assert len(known) > 100
    assert [key for message in _messages(source) if (key := _key(message)) not in known] == []


def test_the_german_catalogue_holds_nothing_that_nobody_says(german: Catalog, source: Catalog) -> None:
    said = {_key(message) for message in _messages(source)}
    assert [key for message in _messages(german) if (key := _key(message)) not in said] == []


def test_nothing_is_untranslated_or_fuzzy(german: Catalog) -> None:
    bare = [_key(m) for m in _messages(german) if m.fuzzy or not all(_texts(m.string)) or not _texts(m.string)]
    assert bare == []


def test_both_sides_have_the_same_gaps(german: Catalog) -> None:
    def gaps(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)}", text))

    different = []
    for message in _messages(german):
        ids = _texts(message.id)
        for place, text in enumerate(_texts(message.string)):
            wanted = gaps(ids[min(place, len(ids) - 1)])  # the form for one, then those for many
            if gaps(text) - {"count"} != wanted - {"count"}:
                different.append((_key(message), text))
    assert different == []
