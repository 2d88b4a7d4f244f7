"""The child's work: what is printed on pictures of a paper's pages, read by RapidOCR (https://rapidai.github.io).

A line of rules comes first, then a line that says how many pages the paper has and how long each picture is, then the
pictures. One line is told, as by `examination.py`.
"""

import json
import logging
import os
import sys
from collections.abc import Sequence
from typing import Any

from bot.documents.print_lines import Piece, spaced, text_of
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
    "Global.return_word_box": True,
    "Global.return_single_char_box": True,
}


def main() -> None:
    """Read the pictures in the background of all else that this machine has to do, and tell the facts."""
    os.nice(10)
    rules = rules_from_plain(json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT)))
    wanted = json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT))
    pictures = [sys.stdin.buffer.read(length) for length in wanted["lengths"]]
    texts = _seen(pictures)
    # Pages that were not looked at count all the same, or they would seem to be missing.
    unseen = [""] * (wanted["pages"] - len(pictures))
    facts = facts_of([*texts, *unseen], rules)
    print(json.dumps(told(Finding("readable", "jpeg", wanted["pages"], facts=facts))))


def _seen(pictures: Sequence[bytes]) -> list[str]:
    """The text of every picture."""
    os.environ.update(_ALONE)  # libraries look at it while they are imported
    from rapidocr import RapidOCR

    logging.disable()
    engine = RapidOCR(params=_SETTINGS)
    return [text_of(_pieces(engine(picture))) for picture in pictures]


def _pieces(found: Any) -> list[Piece]:
    """What the engine found: to each text four corners (x, y), and to each of its letters the same."""
    if found.boxes is None or found.txts is None:
        return []
    pieces = []
    for corners, text, letters in zip(found.boxes.tolist(), found.txts, found.word_results, strict=True):
        left, right, top, bottom = _sides(corners)
        ends = [_sides(place)[:2] for _, _, place in letters]
        pieces.append(Piece(spaced(text, ends, max(bottom - top, 1)), left, right, top, bottom))
    return pieces


def _sides(corners: Any) -> tuple[float, float, float, float]:
    across, down = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return min(across), max(across), min(down), max(down)
