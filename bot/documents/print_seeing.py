"""The child's work: what is printed on pictures of a paper's pages, read by RapidOCR (https://rapidai.github.io).

A line of rules comes first, then a line that says how many pages the paper has and how long each picture is, then the
pictures. Two lines are told: the facts, as by `examination.py`, and the words of every picture with their places.
"""

import io
import json
import logging
import os
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any

from PIL import Image

from bot.documents.print_directions import best
from bot.documents.print_lines import Piece, spaced, text_of
from bot.documents.print_words import Page, page_of
from bot.documents.recognition import facts_of, rules_from_plain
from bot.documents.telling import told
from bot.kinds.findings import Finding
from dialogs.receiving.sent import TELEGRAM_LIMIT

LEAST_SURE = 0.8
"""Of 1; words that were read less surely are left out."""
_ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.log_level": "critical",
    "Global.text_score": LEAST_SURE,
    # A line on its head is no line: else each would be turned by itself, and the page would stay upside down.
    "Global.use_cls": False,
    "Global.return_word_box": True,
    "Global.return_single_char_box": True,
}


def main() -> None:
    """Read the pictures in the background of all else that this machine has to do, and tell the facts and the words."""
    os.nice(10)
    rules = rules_from_plain(json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT)))
    wanted = json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT))
    pictures = [sys.stdin.buffer.read(length) for length in wanted["lengths"]]
    seen = [_seen(picture) for picture in pictures] if pictures else []
    # Pages that were not looked at count all the same, or they would seem to be missing.
    unseen = [""] * (wanted["pages"] - len(pictures))
    facts = facts_of([*(text_of(pieces) for pieces, _ in seen), *unseen], rules)
    print(json.dumps(told(Finding("readable", "jpeg", wanted["pages"], facts=facts))))
    print(json.dumps([page for _, page in seen]))


@cache
def _engine() -> Any:
    os.environ.update(_ALONE)  # libraries look at it while they are imported
    from rapidocr import RapidOCR

    logging.disable()
    return RapidOCR(params=_SETTINGS)


def _seen(picture: bytes) -> tuple[Sequence[Piece], Page]:
    """What stands on a picture in the direction in which it is read best, and the same as it is kept."""
    with Image.open(io.BytesIO(picture), formats=["JPEG"]) as shown:
        shown.load()
        turned, pieces = best(lambda degrees: _pieces(_engine()(_as_jpeg(shown.rotate(-degrees, expand=True)))))
        size = shown.size if turned % 180 == 0 else shown.size[::-1]
    return pieces, page_of(pieces, size, turned)


def _as_jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


def _pieces(found: Any) -> list[Piece]:
    """What the engine found: to each text four corners (x, y), and to each of its letters the same."""
    if found.boxes is None or found.txts is None:
        return []
    pieces = []
    read = zip(found.boxes.tolist(), found.txts, found.word_results, found.scores, strict=True)
    for corners, text, letters, sure in read:
        left, right, top, bottom = _sides(corners)
        ends = [_sides(place)[:2] for _, _, place in letters]
        pieces.append(Piece(spaced(text, ends, max(bottom - top, 1)), left, right, top, bottom, float(sure)))
    return pieces


def _sides(corners: Any) -> tuple[float, float, float, float]:
    across, down = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return min(across), max(across), min(down), max(down)
