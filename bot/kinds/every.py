"""Every kind of file that we keep, a line each. Its module is imported only when needed: parsers cost much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import BinaryIO

from bot.kinds.findings import Finding
from bot.kinds.kind import KindOfFile
from bot.kinds.kinds import CONTAINERS, HEAD_BYTES, NEVER_KEPT, Kind, kind_of, kinds_of
from dialogs.case.document import PICTURES
from dialogs.receiving.sent import TELEGRAM_LIMIT

_MODULES: Mapping[str, str] = {
    "pdf": "pdf",
    **dict.fromkeys(PICTURES, "picture"),
    "docx": "word",
    "odt": "open_document",
    "doc": "old_word",
    "rtf": "rich_text",
    "html": "web_page",
    "xlsx": "workbook",
    "csv": "values",
    "ccda": "ccda",
    "fhir": "fhir",
    "apple_health": "apple_health",
    "text": "text",
    "dicom": "dicom",
    "dicom_zip": "disc",
    **dict.fromkeys(CONTAINERS, "containers.opening"),
}
KEPT = frozenset(_MODULES) - {*CONTAINERS}
"""The kinds of files that are kept and may be a record: what is in a container may be any of them."""
_NOT_KNOWN = Finding("unknown_kind", "unknown")


def kind_of_file(kind: str) -> KindOfFile | None:
    """What can be done with a kind; None if it is none that we keep."""
    module = _MODULES.get(kind)
    known: KindOfFile | None = import_module(f"bot.kinds.{module}").KIND if module else None
    return known


MOST_IN_MEMORY = 100 << 20
"""Bytes of a file of a kind that has to be in memory to be looked at."""


def examine_large(file: BinaryIO, size: int) -> Iterator[Finding]:
    """What a file is that is read in place, as `examine` tells it; nothing if its kind has to be in memory."""
    head = file.read(HEAD_BYTES)
    kinds = kinds_of(head)
    for kind in kinds:
        of_kind = kind_of_file(kind)
        if of_kind and of_kind.examine_large:
            file.seek(0)
            findings = of_kind.examine_large(file, size, kind)
            first = _first(findings, Finding("unreadable", kind) if len(kinds) == 1 else _NOT_KNOWN)
            if first.state != "unknown_kind":
                yield first
                yield from findings
                return
    if size > MOST_IN_MEMORY:
        named = next((kind for kind in kinds if kind in CONTAINERS), kind_of(head))
        yield Finding("over_limit" if named in (*KEPT, *CONTAINERS) else "unknown_kind", named)


def examine(data: bytes, most: int = TELEGRAM_LIMIT) -> Iterator[Finding]:
    """What one file is; the first finding raises MemoryError, and nothing else that a parser may raise."""
    if len(data) > most:
        yield Finding("over_limit", kind_of(data))
        return
    kinds = kinds_of(data)
    for kind in kinds:
        if of_kind := kind_of_file(kind):
            findings = of_kind.examine(data, kind)
            first = _first(findings, Finding("unreadable", kind) if len(kinds) == 1 else _NOT_KNOWN)
            if first != _NOT_KNOWN:
                yield first
                yield from findings
                return
    named = next((kind for kind in kinds if kind in NEVER_KEPT), kind_of(data))
    yield Finding("unknown_kind", named) if named in NEVER_KEPT else _NOT_KNOWN


def container_of(data: bytes) -> Kind | None:
    """The kind of container that a file may be, not opened yet; None if it is none, or surely something else."""
    for kind in kinds_of(data):
        of_kind = kind_of_file(kind)
        if of_kind and of_kind.may_be(data, kind):
            if kind in CONTAINERS:
                return kind
            if of_kind.holds_others:
                return of_kind.holds_others(data)
            if _first(of_kind.examine(data, kind), _NOT_KNOWN) != _NOT_KNOWN:
                return None
    return None


def _first(findings: Iterator[Finding], if_it_fails: Finding) -> Finding:
    try:
        return next(findings)
    except MemoryError:
        raise
    except Exception:  # parsers raise anything on odd bytes, RecursionError and KeyError among it
        return if_it_fails
