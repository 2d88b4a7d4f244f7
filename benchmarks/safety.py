"""What hearing costs: CPU microseconds for one text, each text another, in each language we hear.

Once as people write, sentences of 30 to 40 characters in the mean; once 300 characters at a time.
"""

from __future__ import annotations

import random
import statistics
import time
from typing import Any

from bot.folders import CONTENT
from dialogs.content.ears import EXAMPLES, read_ears
from dialogs.content.examples import read_examples
from dialogs.understanding.safety import Ears

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
        files = sorted(CONTENT.glob(f"{folder.name}/{EXAMPLES}"))
        sentences = [each.text for file in files for each in read_examples(file)]
        for name, texts in (("sentences", random.Random(46).sample(sentences, TEXTS)), ("long", _texts(sentences))):
            figures[f"{folder.name}, {name}"] = _spent(ears, texts * rounds)
    return figures


def _spent(ears: Ears, texts: list[str]) -> dict[str, int]:
    spent = []
    for text in texts:
        before = time.process_time_ns()
        ears.hear(text)
        spent.append((time.process_time_ns() - before) / 1000)
    cuts = statistics.quantiles(spent, n=100)
    return {"median_us": round(cuts[49]), "p99_us": round(cuts[98])}


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
