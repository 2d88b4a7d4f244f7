"""Pages on their way from one PDF into another: only what a page shows is taken along, with numbers of its own.

pypdf reads the objects; they are written as they are read, without being copied first, and a compressed stream stays
compressed: so copying costs less than pypdf's own merge, and only one file has to be in memory at a time. What is not
reachable from what a page shows never gets into the packet; what is reachable is looked at in `cleaning`.
"""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, StreamObject

from bot.packet.pdf.cleaning import clean_stream, is_harmful, is_kept

_DEEPEST = 200


class TooDeep(Exception):
    """One value is nested deeper than any honest file needs."""


class Copying:
    """The objects of one PDF as they are written into one part, numbered from `first` on."""

    def __init__(self, reader: PdfReader, first: int, trusted: bool = False) -> None:
        self.objects: list[tuple[int, bytes]] = []
        """What is written so far: number and bytes of each object."""
        self.layers: dict[int, tuple[int, int]] = {}
        """Optional layers that were copied: their number in the part, and their identity in the source."""
        self._reader, self._next, self._trusted = reader, first, trusted
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: deque[tuple[int, int, int, str]] = deque()

    @property
    def next_number(self) -> int:
        return self._next

    @property
    def size(self) -> int:
        return sum(len(content) for _, content in self.objects)

    def new_number(self) -> int:
        self._next += 1
        return self._next - 1

    def stands_for(self, reference: IndirectObject, number: int) -> None:
        """An object of the source that is written by somebody else, such as a page: its number here."""
        self._numbers[reference.idnum, reference.generation] = number

    def mark(self) -> tuple[int, int, int]:
        """Where copying stands; see `back_to`."""
        return len(self.objects), len(self._numbers), len(self.layers)

    def back_to(self, mark: tuple[int, int, int]) -> None:
        """Forget what was written since: a page could not be copied to its end. Its numbers stay unused."""
        objects, numbers, layers = mark
        del self.objects[objects:]
        while len(self._numbers) > numbers:
            self._numbers.popitem()
        while len(self.layers) > layers:
            self.layers.popitem()
        self._waiting.clear()

    def add(self, content: bytes) -> int:
        number = self.new_number()
        self.objects.append((number, content))
        return number

    def value(self, value: Any, key: str = "") -> bytes:
        """A value as bytes; what it refers to is written with `drain`."""
        out = io.BytesIO()
        self._write(out, value, key, 0)
        return out.getvalue()

    def dictionary(self, items: Iterable[tuple[str, Any]], extra: bytes = b"") -> bytes:
        """A dictionary of these entries, and some that are bytes already."""
        entries = b"".join(b"%s %s\n" % (name(key), self.value(value, key)) for key, value in items)
        return b"<<\n" + entries + extra + b">>"

    def drain(self) -> None:
        """Write everything that was referred to, and what that refers to."""
        while self._waiting:
            idnum, generation, number, key = self._waiting.popleft()
            found = self._reader.get_object(IndirectObject(idnum, generation, self._reader))
            self.objects.append((number, self._object(found, (idnum, generation), number, key)))

    def _object(self, found: Any, identity: tuple[int, int], number: int, key: str) -> bytes:
        if isinstance(found, IndirectObject):
            return b"null"
        if isinstance(found, DictionaryObject) and found.get("/Type") == "/OCG":
            self.layers[number] = identity
        return self.value(found, key)

    def _reference(self, reference: IndirectObject, key: str) -> bytes:
        identity = (reference.idnum, reference.generation)
        number = self._numbers.get(identity)
        if number is None:
            number = self._numbers[identity] = self.new_number()
            self._waiting.append((*identity, number, key))
        return b"%d 0 R" % number

    def _write(self, out: io.BytesIO, value: Any, key: str, depth: int) -> None:
        if isinstance(value, IndirectObject):
            out.write(self._reference(value, key))
        elif depth > _DEEPEST:
            raise TooDeep
        elif isinstance(value, StreamObject):
            self._write_stream(out, value, depth)
        elif isinstance(value, DictionaryObject):
            self._write_dictionary(out, value, key, depth)
        elif isinstance(value, ArrayObject):
            out.write(b"[")
            for each in value:
                self._write(out, each, key, depth + 1)
                out.write(b" ")
            out.write(b"]")
        elif value is None or isinstance(value, NullObject):
            out.write(b"null")
        elif isinstance(value, NameObject):
            out.write(name(value))
        else:
            value.write_to_stream(out)

    def _write_dictionary(self, out: io.BytesIO, found: DictionaryObject, key: str, depth: int) -> None:
        if is_harmful(found) and not self._trusted:
            out.write(b"null")
            return
        out.write(b"<<\n")
        self._write_entries(out, found, key, depth)
        out.write(b">>")

    def _write_entries(self, out: io.BytesIO, found: DictionaryObject, key: str, depth: int) -> None:
        for inner, value in found.items():
            if self._trusted or is_kept(inner, key):
                out.write(name(inner))
                out.write(b" ")
                self._write(out, value, inner, depth + 1)
                out.write(b"\n")

    def _write_stream(self, out: io.BytesIO, stream: StreamObject, depth: int) -> None:
        data, changed = (stream._data, {}) if self._trusted else clean_stream(stream)
        entries = DictionaryObject({inner: value for inner, value in stream.items() if inner != "/Length"})
        for inner, value in changed.items():
            if value is None:
                entries.pop(inner, None)
            else:
                entries[inner] = value
        out.write(b"<<\n")
        self._write_entries(out, entries, "", depth)
        out.write(b"/Length %d\n>>\nstream\n" % len(data))
        out.write(data)
        out.write(b"\nendstream")


@lru_cache(maxsize=4096)
def name(key: str) -> bytes:
    """A PDF name as bytes; the same few hundred stand in every file."""
    out = io.BytesIO()
    NameObject(key).write_to_stream(out)
    return out.getvalue()
