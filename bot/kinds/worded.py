"""Kinds of files that say something and have no pages of their own: read into blocks, their pages set by us."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.kinds.blocks import LOSSES, Loss, Manuscript, says_nothing, sections
from bot.kinds.enclosure import the_paper
from bot.kinds.findings import READ_CHARACTERS, Finding, Remark, said
from bot.kinds.kind import KindOfFile, Packed, Setting
from bot.kinds.kinds import Kind
from bot.kinds.machine_text import is_written_out
from bot.kinds.reasons import LeftOut
from bot.kinds.signed_out import holds_no_paper

if TYPE_CHECKING:
    from pypdf import PdfReader

    from bot.kinds.leaves import Leaves

Read = Callable[[bytes], Manuscript | None]
"""What a file says; None: it is none of this kind. Raises `Torn`, or whatever a parser raises."""

REMARK_OF: dict[Loss, Remark] = {
    "pictures": "lost_pictures",
    "comments": "lost_comments",
    "changes": "lost_changes",
    "parts": "lost_parts",
    "signs": "lost_signs",
    "formulas": "lost_formulas",
    "hidden": "lost_hidden",
    "entries": "lost_entries",
    "measures": "lost_measures",
}
assert set(REMARK_OF) == set(LOSSES)
_LOOKED_AT = 200_000
"""Characters that tell whether it is words, or a file written out as letters."""


class Torn(Exception):
    """It is a file of this kind, and damaged."""


class TooMuch(Exception):
    """It is a file of this kind, and more than we can look at."""


def worded(kind: Kind, read: Read) -> KindOfFile:
    """The declaration of a kind by how its files are read."""

    def examine(data: bytes, _: Kind) -> Iterator[Finding]:
        try:
            contents = read(data)
        except (Torn, TooMuch) as error:
            yield Finding("unreadable" if isinstance(error, Torn) else "over_limit", kind)
            return
        if contents is None:
            yield Finding("unknown_kind", "unknown")
            return
        yield from _found(contents, kind)

    def leaves(data: bytes, setting: Setting, drawn: Collection[int]) -> Leaves:
        contents = read(data)
        if contents is None:
            raise LeftOut("unreadable")
        if paper := the_paper(contents):
            inner: Leaves = paper.of_kind.leaves(paper.content, setting, drawn)
            return inner
        return _set(contents, setting)

    def same(data: bytes, packed: Packed) -> Iterator[bool]:
        contents = read(data)
        paper = the_paper(contents) if contents else None
        if paper and paper.of_kind.same:
            yield from paper.of_kind.same(paper.content, packed)
        else:  # set by us, they look as we set them
            yield from (True for _ in packed.seen)

    return KindOfFile(examine, leaves, same=same, sets_words=True, reads=read)


def _found(contents: Manuscript, kind: Kind) -> Iterator[Finding]:
    """Whoever opens a file that only carries another sees that one: so do we."""
    remarks = (
        said("repaired", contents.mended)
        + said("active", contents.active)
        + tuple(REMARK_OF[loss] for loss in contents.losses)
    )
    if paper := the_paper(contents):
        for found in paper.of_kind.examine(paper.content, paper.kind):
            if found.state != "readable":
                yield Finding("over_limit" if found.state == "over_limit" else "unreadable", kind)
                return
            both = tuple(dict.fromkeys((*remarks, *found.remarks)))
            yield replace(found, kind=kind, remarks=both, facts=contents.facts)
        return
    text = sections(contents.blocks)
    if not contents.pictures and is_written_out("\n".join(text)[:_LOOKED_AT]):
        yield Finding("unknown_kind", "data")
        return
    is_empty = says_nothing(contents.blocks) and not contents.pictures and not contents.papers and not remarks
    remarks += said("empty", is_empty) + said("signed_out", not contents.pictures and holds_no_paper(text))
    found = Finding("readable", kind, 1, remarks, contents.facts)
    yield found
    yield replace(found, text=_bounded(text), apart=_bounded(contents.apart))


def _bounded(texts: Sequence[str]) -> tuple[str, ...]:
    left, kept = READ_CHARACTERS, []
    for text in texts:
        kept.append(text[:left])
        left -= len(kept[-1])
    return tuple(each for each in kept if each)


def _set(contents: Manuscript, setting: Setting) -> Leaves:
    """Its blocks, with every loss named above them, and then the pictures and the papers in it."""
    from bot.kinds.enclosure import pages_of
    from bot.kinds.galley import galley
    from bot.kinds.leaves import Leaves

    blocks, words = galley(contents.blocks, setting.words), setting.words
    readers: list[PdfReader] = []
    if blocks or contents.lost:
        note = " ".join([words["set_note"], *(words[f"lost_{loss}"] for loss in contents.losses)])
        readers.append(setting.press.blocks({**setting.page, "note": note, "blocks": blocks}))
    readers += [pages_of(each, setting) for each in (*contents.pictures, *contents.papers)]
    if not readers:
        raise LeftOut("unreadable")
    return Leaves.of(readers[0] if len(readers) == 1 else bound(readers))


def bound(readers: Sequence[PdfReader]) -> PdfReader:
    """Several PDFs of pages as one."""
    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    for reader in readers:
        writer.append(reader, import_outline=False)
    writer.write(out)
    return PdfReader(out)
