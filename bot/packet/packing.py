"""The packing child's work: files from standard input, the parts of the packet to standard output."""

import gc
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from bot.child.borrowing import borrowed
from bot.packet.frames import BEGUN, BYTES, DONE, frame, in_frames, read_file, read_frame
from bot.papers.press import Press

SECONDS_TO_COMPARE = 10
"""For a file that was not seen to look the same when it came."""
SECONDS_FOR_LARGE = 50
"""For the papers of a disc of thousands of images; the child may be silent for a minute."""
MOST_UNPRINTED = 100
"""Letters without a typeface that are told of; all stand as their code points."""
COLLECTED_AFTER = 8 << 20
"""Bytes of files after which memory is tidied: a parser's objects hold one another, and only this frees them."""


def _drawn(data: bytes, kind: str, sheet: Sequence[int]) -> Sequence[int]:
    """The pages, from 1, that are better drawn: found when a file comes, if there is time, but not long ago."""
    from bot.kinds.every import examine, kind_of_file
    from bot.packet.alone import pack_alone

    known = kind_of_file(kind := kind or next(examine(data)).kind)
    return pack_alone(data, kind, SECONDS_TO_COMPARE, tuple(sheet)).drawn if known and known.same else ()


def _taken(lent: Mapping[str, int], kind: str) -> tuple[bytes | BinaryIO, float]:
    """A file that is lent, read at once if its kind has to be in memory, and the seconds that it may take."""
    from bot.kinds.every import kind_of_file

    known, file = kind_of_file(kind), borrowed(lent["descriptor"], lent["number"], lent["size"])
    in_place = known is not None and known.examine_large is not None
    return (file if in_place else file.read(lent["size"])), SECONDS_FOR_LARGE


def main() -> None:
    """Bind every file that comes, and say which one is begun: should this process die, that file is the reason."""
    gc.disable()
    logging.disable()  # pypdf tells oddities, with contents, to its log
    press = Press()
    press.warm_up()
    # Imported only now, for that takes as long as the press needs for its fonts.
    from bot.packet.binding import Binding
    from bot.packet.finishing import finish
    from bot.packet.pdf.words import from_plain

    source, out = sys.stdin.buffer, sys.stdout.buffer
    plan = json.loads(read_frame(source)[1])

    def emit(part: int, content: bytes) -> None:
        for each in in_frames(BYTES, content, part.to_bytes(2, "big")):
            out.write(each)

    binding, since = Binding(plan, press, emit), 0
    gone = {int(number) for number, _ in plan["left_out"]}
    for number in range(len(plan["files"])):
        if number not in gone:
            out.write(frame(BEGUN, number.to_bytes(4, "big")))
            out.flush()
            file = plan["files"][number]
            (data, lent), (words, _) = read_file(source), read_file(source)
            if lent:
                binding.add(number, *_taken(lent, file["kind"]))
                continue
            if file["compared"] < file["pages"]:
                file["drawn"] = sorted({*file["drawn"], *_drawn(data, file["kind"], file.get("sheet", ()))})
            binding.add(number, data, words=from_plain(json.loads(words)) if words else {})
            since += len(data)
            if since > COLLECTED_AFTER:
                gc.collect()
                since = 0
    out.write(frame(BEGUN, len(plan["files"]).to_bytes(4, "big")))
    out.flush()
    pages = finish(plan, binding)
    told = {"pages": pages, "parts": len(binding.parts), "left_out": sorted(binding.left_out.items())}
    told["unprinted"] = "".join(sorted(press.unprinted)[:MOST_UNPRINTED])
    out.write(frame(DONE, json.dumps(told).encode()))
    out.flush()
