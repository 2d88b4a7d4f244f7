"""The packing child's work: files from standard input, the parts of the packet to standard output."""

import json
import sys

from bot.packet.binding import Binding
from bot.packet.finishing import finish
from bot.packet.frames import BEGUN, BYTES, DONE, frame, in_frames, read_file, read_frame


def main() -> None:
    """Bind every file that comes, and say which one is begun: should this process die, that file is the reason."""
    source, out = sys.stdin.buffer, sys.stdout.buffer
    plan = json.loads(read_frame(source)[1])

    def emit(part: int, content: bytes) -> None:
        for each in in_frames(BYTES, content, part.to_bytes(2, "big")):
            out.write(each)

    binding = Binding(plan, emit)
    gone = {int(number) for number, _ in plan["left_out"]}
    for number in range(len(plan["files"])):
        if number not in gone:
            out.write(frame(BEGUN, number.to_bytes(4, "big")))
            out.flush()
            binding.add(number, read_file(source))
    out.write(frame(BEGUN, len(plan["files"]).to_bytes(4, "big")))
    out.flush()
    pages = finish(plan, binding)
    told = {"pages": pages, "parts": len(binding.parts), "left_out": sorted(binding.left_out.items())}
    out.write(frame(DONE, json.dumps(told).encode()))
    out.flush()
