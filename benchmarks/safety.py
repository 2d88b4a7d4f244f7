"""What hearing costs: CPU microseconds for one text of 300 characters, each text another, in each language we hear."""

from __future__ import annotations

import random
import statistics
import time
from typing import Any

from bot.folders import CONTENT
from dialogs.content.ears import EXAMPLES, read_ears
from dialogs.content.examples import read_examples

TEXTS = 1_000
LENGTH = 300


def measure(rounds: int) -> dict[str, Any]:
    """Median and p99 of hearing, by language, and what reading rules and table costs a start."""
    began = time.process_time()
    ears = read_ears(CONTENT)
    figures: dict[str, Any] = {"start_ms": round((time.process_time() - began) * 1000)}
    for _ in ears.be_ready():  # as the running bot does within its first minute
        pass
    for folder in sorted(file.parent.parent for file in CONTENT.glob("*/safety/rules.toml")):
        spent: list[float] = []
        files = sorted(CONTENT.glob(f"{folder.name}/{EXAMPLES}"))
        texts = _texts([each.text for file in files for each in read_examples(file)])
        for _ in range(rounds):
            for text in texts:
                before = time.process_time_ns()
                ears.hear(text)
                spent.append((time.process_time_ns() - before) / 1000)
        cuts = statistics.quantiles(spent, n=100)
        figures[folder.name] = {"median_us": round(cuts[49]), "p99_us": round(cuts[98])}
    return figures


def _texts(sentences: list[str]) -> list[str]:
    """Texts of so many characters, put together of what people write."""
    draw = random.Random(46)
    texts = []
    for _ in range(TEXTS):
        text = ""
        while len(text) < LENGTH:
            text = f"{text} {draw.choice(sentences)}"
        texts.append(text[:LENGTH])
    return texts
