"""A container as a kind of file: it has no pages itself, and what may be papers in it become files of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Never

from bot.kinds.archive import Refused
from bot.kinds.containers.listing import contents_of
from bot.kinds.findings import Finding
from bot.kinds.kind import KindOfFile, Setting
from bot.kinds.kinds import Kind
from bot.kinds.machine_text import mail_kind
from bot.kinds.reasons import LeftOut

_HEADS = 64 << 10
"""Bytes in which the heads of a mail lie."""
_EMPTY: dict[Kind, Kind] = {"mht": "web_page", "outlook": "mail", "tnef": "mail", "signed": "data", "tar": "archive"}
"""What a container is told to be in which nothing was found, where it is told as another."""


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """What lies in it, if anything of it may be a paper."""
    if not may_be(data, kind):
        yield Finding("unknown_kind", "unknown")
        return
    try:
        contents = contents_of(data, kind)
    except Refused as refused:
        yield refused.finding
        return
    if contents.enclosed:
        yield Finding("opened", kind, contents=contents)
    else:
        yield Finding("unknown_kind", _EMPTY.get(kind, kind))


def leaves(_: bytes, __: Setting, ___: Collection[int]) -> Never:
    """It has none. Raises `LeftOut`."""
    raise LeftOut("unreadable")


def may_be(data: bytes, kind: Kind) -> bool:
    """Whether what looks like a mail by its first line is one, or a saved page: by its heads."""
    return kind not in ("mail", "mht") or mail_kind(data[:_HEADS].decode("latin-1")) == kind


KIND = KindOfFile(examine, leaves, may_be=may_be)
