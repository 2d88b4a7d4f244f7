"""A Word document of before 2007 ([MS-DOC]): its words and tables out of the pieces in which Word keeps them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from bot.kinds.blocks import Block, Item, Loss, Manuscript, Run, Runs, Table, Text
from bot.kinds.old_word_file import NotWord, OldWord, Span
from bot.kinds.old_word_looks import Looks
from bot.kinds.word_signs import UNKNOWN, shown, sign
from bot.kinds.worded import Torn, worded

_CELL, _LINE, _PAGE, _COLUMN, _PARAGRAPH = "\x07", "\x0b", "\x0c", "\x0e", "\r"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_TOGETHER = re.compile(r"[^\x00-\x1f\xa0\uf000-\uf0ff]+|.", re.DOTALL)
"""Letters that are nothing but letters, or one that means something."""
_PICTURES = "\x01\x08"
_NOTE = "\x02"
_SIGNS = {
    _LINE: "\n",
    "\x1e": "-",
    "\x1f": "",
    "\t": "    ",
    "\xa0": " ",
    "\x02": "",
    "\x05": "",
    "\x03": "",
    "\x04": "",
}


def read(data: bytes) -> Manuscript | None:
    """What a document says; None if it is none of Word's, locked, or of before Word 97. Raises `Torn`."""
    import olefile  # type: ignore[import-untyped]

    if not olefile.isOleFile(data):
        return None
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            if not file.exists("WordDocument"):
                return None
            word = OldWord(file)
            has_macros = file.exists("Macros")
        return _contents(word, has_macros)
    except NotWord:
        return None
    except (OSError, ValueError, IndexError, KeyError, OverflowError):  # what olefile and a torn table raise
        raise Torn from None


def _contents(word: OldWord, has_macros: bool) -> Manuscript:
    lost: set[Loss] = set()
    blocks: list[Block] = []
    for part in ("main", "notes", "endnotes", "heads", "boxes"):
        said = _Reading(word, lost).blocks(word.spans(part))
        # The first page's head and all others mostly say the same.
        blocks = [*dict.fromkeys(said), *blocks] if part == "heads" else [*blocks, *said]
    if word.has_remarks:
        lost.add("comments")
    return Manuscript(tuple(blocks), frozenset(lost), active=has_macros)


class _Reading:
    """Letters one after another, as paragraphs and rows."""

    def __init__(self, word: OldWord, lost: set[Loss]) -> None:
        self._word, self._lost = word, lost
        self._runs: list[Run] = []
        self._cells: list[Runs] = []
        self._rows: list[tuple[Runs, ...]] = []
        self._fields: list[bool] = []
        """Of each field around: whether its result has begun."""
        self._made_of = ""
        self._notes = 0

    def blocks(self, spans: Sequence[Span]) -> list[Block]:
        found: list[Block] = []
        for span in spans:
            for each in _TOGETHER.finditer(span.text):
                found += self._take(each[0], span, span.at + each.start() * span.width)
        return [*found, *self._paragraph(), *self._table()]

    def _take(self, letter: str, span: Span, at: int) -> Iterator[Block]:
        looks = span.looks
        if letter == _FIELD:
            self._fields.append(False)
            self._made_of = ""
        elif letter == _RESULT and self._fields:
            self._fields[-1] = True
        elif letter == _FIELD_END and self._fields:
            if not self._fields.pop() and self._made_of.split()[:1] == ["EQ"]:
                self._say_sign()
        elif not all(self._fields):
            self._made_of += letter  # what a field is made of, not what it shows
        elif looks.is_away:
            self._lost.add(looks.is_away)
        elif letter == _CELL:
            self._cell(at)
        elif letter in (_PARAGRAPH, _PAGE, _COLUMN):
            if (place := self._word.place(at)).in_table:
                self._runs.append(Run("\n"))
            else:
                yield from self._paragraph(place.in_list)
        elif letter == _NOTE and looks.is_special:
            self._notes += 1
            self._say(f"[{self._notes}]", looks)
        elif letter in _PICTURES:
            self._lost |= {"pictures"} if looks.is_special else set()
        else:
            self._say(letter, looks)

    def _say(self, letter: str, looks: Looks) -> None:
        if looks.sign:
            text = sign(*looks.sign)
        elif len(letter) > 1:
            text = letter
        elif "\uf000" <= letter <= "\uf0ff":
            text = shown(letter, "Symbol")
        else:
            text = _SIGNS.get(letter, letter if letter >= " " else "")
        self._lost |= {"signs"} if UNKNOWN in text else set()
        if text and self._runs and self._runs[-1].look == looks.look:
            self._runs[-1] = Run(self._runs[-1].text + text, looks.look)
        elif text:
            self._runs.append(Run(text, looks.look))

    def _say_sign(self) -> None:
        """A formula that Word draws, and that we cannot."""
        self._lost.add("signs")
        self._runs.append(Run(UNKNOWN))

    def _cell(self, at: int) -> None:
        """A cell ends, or with a mark of its own, a row."""
        if self._word.place(at).ends_row:
            self._rows.append(tuple(self._cells))
            self._cells, self._runs = [], []
        else:
            self._cells.append(_stripped(self._runs))
            self._runs = []

    def _paragraph(self, in_list: bool = False) -> Iterator[Block]:
        runs, self._runs = _stripped(self._runs), []
        yield from self._table()
        if runs:
            # Word counts the numbers of lists itself: a dot stands for each.
            yield Item(runs) if in_list else Text(runs)

    def _table(self) -> Iterator[Block]:
        if self._cells:
            self._rows.append(tuple(self._cells))
            self._cells = []
        if self._rows:
            rows, self._rows = tuple(self._rows), []
            yield Table(rows)


def _stripped(runs: list[Run]) -> Runs:
    return tuple(runs) if any(run.text.strip() for run in runs) else ()


KIND = worded("doc", read)
