"""The press: sets words into pages with typst. Words are values, never markup."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from bot.papers.typefaces import drawn_by, fonts, spelled, unprinted, words_in

if TYPE_CHECKING:
    from pypdf import PdfReader

_FOLDER = Path(__file__).parent
_NO_STAMP = {"from_right": False, "around": ["", ""], "tails": [""]}


class Press:
    """One compiler for all pages of a packet: it keeps its fonts."""

    def __init__(self) -> None:
        os.environ["RAYON_NUM_THREADS"] = "1"  # each further thread reserves memory
        import typst

        self._typst = typst
        self._warming: Thread | None = None
        self._compiler = typst.Compiler(root=_FOLDER, font_paths=fonts())
        self.unprinted: set[str] = set()
        """Letters that no typeface has, on all that was set: they stand there as their code points."""

    def warm_up(self) -> None:
        """Read the fonts beside whatever else is done: typesetting holds no lock."""
        self._warming = Thread(target=self._set, args=("stamps.typ", {"stamp": json.dumps(_NO_STAMP)}), daemon=True)
        self._warming.start()

    def book(self, words: Mapping[str, Any]) -> PdfReader:
        """The packet's own pages of one part, tagged (PDF/UA-1)."""
        try:
            return self._pages("book.typ", "book", words, pdf_standards=["ua-1"])
        except self._typst.TypstError:
            # PDF/UA forbids what it cannot be sure of; pages that claim less are still better than no packet.
            return self._pages("book.typ", "book", words)

    def stamps(self, words: Mapping[str, Any]) -> PdfReader:
        """Small pages: the ten digits, what stands before and between two numbers, and whatever follows them."""
        return self._pages("stamps.typ", "stamp", words, pdf_tags=False)

    def plain_words(self, words: Mapping[str, Any]) -> PdfReader:
        """A file of words as pages."""
        return self._pages("words.typ", "words", words, pdf_tags=False)

    def blocks(self, words: Mapping[str, Any]) -> PdfReader:
        """A file without pages of its own as pages; its blocks are those of `bot.kinds.galley`."""
        return self._pages("blocks.typ", "blocks", words, pdf_tags=False)

    def _pages(self, layout: str, name: str, words: Any, **options: Any) -> PdfReader:
        from pypdf import PdfReader

        if self._warming:
            self._warming.join()
            self._warming = None
        letters = unprinted("".join(words_in(words)), drawn_by(self._compiler))
        self.unprinted |= set(letters)
        inputs = {name: json.dumps(spelled(words, letters))}
        return PdfReader(io.BytesIO(self._set(layout, inputs, **options)))

    def _set(self, layout: str, inputs: dict[str, str], **options: Any) -> bytes:
        pdf = self._compiler.compile(input=_FOLDER / layout, sys_inputs=inputs, format="pdf", **options)
        assert isinstance(pdf, bytes), "one document"
        return pdf
