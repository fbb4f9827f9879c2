"""A problem or a plan as a short text that a school's file keeps: JSON by field names, packed; no pickle.

A text comes from a file that somebody else may have made: whatever it holds, it is read as told or refused.
"""

import base64
import binascii
import json
import types
import typing
import zlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem

VERSION = 1
_T = TypeVar("_T")
_LARGEST = 30_000_000  # bytes unpacked, a dozen times what 2,500 children need; a foreign text must not fill the memory
_OF_CHILDREN = ("bond:", "hardship:")  # keys of rules that name children


def pack(thing: Problem | Plan) -> str:
    """Return *thing* as ASCII text; equal things give equal text."""
    content = {"kind": type(thing).__name__, "version": VERSION, "fields": _plain_fields(thing)}
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(plain, 9)).decode("ascii")


def without_names(problem: Problem) -> Problem:
    """Return a problem that says who is meant by ids alone, without reasons given for single children.

    What is kept for years must not keep what was said of a child that has been deleted; ``input_hash`` stays the same.
    """
    return replace(
        problem,
        fixed=tuple(replace(one, reason="") for one in problem.fixed),
        banned=tuple(replace(one, reason="") if one.why == "hand" else one for one in problem.banned),
        priorities=tuple(replace(one, reason="") for one in problem.priorities),
        rules=tuple(rule for rule in problem.rules if not rule.key.startswith(_OF_CHILDREN)),
    )


def unpack_problem(text: str) -> Problem:
    """Return the problem that ``pack`` packed; raises Objection for other text and for that of a newer program."""
    return _unpacked(text, Problem)


def unpack_plan(text: str) -> Plan:
    """Return the plan that ``pack`` packed; raises Objection for other text and for that of a newer program."""
    return _unpacked(text, Plan)


def _unpacked(text: str, kind: type[_T]) -> _T:
    try:
        content = _content(text)
        if content["kind"] != kind.__name__:
            raise ValueError(content["kind"])
        if content["version"] > VERSION:
            raise _newer()
        return _revived_fields(content["fields"], kind)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Objection(N_("What was kept of this allocation is damaged and cannot be read.")) from error


def _content(text: str) -> Any:
    try:
        opened = zlib.decompressobj()
        plain = opened.decompress(base64.b64decode(text, validate=True), _LARGEST)
    except (zlib.error, binascii.Error) as error:
        raise ValueError("not packed") from error
    if not opened.eof:
        raise ValueError("cut off")
    return json.loads(plain)


def _newer() -> Objection:
    return Objection(
        N_("A newer version of ganztag has kept this allocation."), advice=N_("Please update ganztag to see it.")
    )


def _plain_fields(thing: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}


def _plain(value: Any) -> Any:
    """Return *value* in terms of JSON; many rows of one kind become one table, so that names stand there once."""
    if isinstance(value, Message):
        return value.to_json()
    if isinstance(value, frozenset):
        return [_plain(one) for one in sorted(value)]
    if isinstance(value, tuple):
        return _table(value) if value and is_dataclass(value[0]) else [_plain(one) for one in value]
    return _plain_fields(value) if is_dataclass(value) else value


def _table(rows: Sequence[Any]) -> dict[str, Any]:
    names = [field.name for field in fields(rows[0])]
    return {"names": names, "rows": [[_plain(getattr(row, name)) for name in names] for row in rows]}


@cache
def _types(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _revived_fields(plain: dict[str, Any], kind: type[_T]) -> _T:
    hints = _types(cast(Any, kind))
    if not hints.keys() >= plain.keys():  # what this program does not know may be a rule: nothing is dropped
        raise _newer()
    return kind(**{name: _revived(value, hints[name]) for name, value in plain.items()})


def _revived(plain: Any, hint: Any) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        whole = next(one for one in arguments if one is not type(None))
        return None if plain is None else _revived(plain, whole)
    if origin is frozenset:
        return frozenset(_revived(one, arguments[0]) for one in plain)
    if origin is tuple:
        return _rows(plain, arguments)
    if hint is Message:
        return Message.from_json(plain)
    if is_dataclass(hint):
        kind: Any = hint
        return _revived_fields(plain, kind)
    return _of_type(plain, hint)


def _rows(plain: Any, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a tuple of equal things (``tuple[int, ...]``), of rows, or of so many things (``tuple[int, str]``)."""
    if isinstance(plain, dict):
        kind, names, hints = arguments[0], plain["names"], _types(arguments[0])
        if not hints.keys() >= set(names):
            raise _newer()
        wanted = [hints[name] for name in names]
        return tuple(
            kind(**{name: _revived(value, hint) for name, value, hint in zip(names, row, wanted, strict=True)})
            for row in plain["rows"]
        )
    if arguments[-1] is Ellipsis:
        return tuple(_revived(one, arguments[0]) for one in plain)
    return tuple(_revived(one, hint) for one, hint in zip(plain, arguments, strict=True))


def _of_type(plain: Any, hint: Any) -> Any:
    """Return *plain*, if it is what the field takes; a whole number is a float too, but True is no number."""
    fitting = isinstance(plain, int | float) if hint is float else isinstance(plain, hint)
    if not fitting or (isinstance(plain, bool) and hint is not bool):
        raise TypeError(hint)
    return plain
