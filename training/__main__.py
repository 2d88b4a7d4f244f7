"""Learn the table of what must not wait from the examples of content/, and print what it is worth: `make safety`."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from itertools import starmap
from pathlib import Path

from dialogs.content.ears import EXAMPLES, TABLE, read_ears, read_languages
from dialogs.content.examples import Example, mark, read_examples
from dialogs.understanding.safety.ears import Ears
from dialogs.understanding.safety.heard import Heard
from dialogs.understanding.safety.model import written
from dialogs.understanding.safety.understood import length
from dialogs.understanding.safety.verdict import verdict
from training.figures import mutated, paired, table, wrapped
from training.learning import beside, cross_validated, group_of, learned, lesson
from training.thresholds import thresholds

PROJECT = Path(__file__).resolve().parent.parent
COMMON = 5
"""How often a word stands in the examples, that is looked up before anybody writes it, and remembered."""
HELD_BACK = PROJECT / "tests" / "safety" / "held_back"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--content", type=Path, default=PROJECT / "content", help="the folder with the examples")
    parser.add_argument("--held-back", type=Path, default=HELD_BACK, help="a folder with examples to measure with")
    parser.add_argument("--figures", action="store_true", help="measure what was learned before, and learn nothing")
    asked = parser.parse_args()
    if not asked.figures:
        learn(asked.content)
    ears = read_ears(asked.content)
    held_back = tuple(each for file in sorted(asked.held_back.glob("*.toml")) for each in read_examples(file))
    print("\n".join(("", *table("held back", heard(ears, held_back)))))
    for figures in (mutated, wrapped, paired):
        print("\n".join(("", *figures(ears, held_back))))


def learn(content: Path) -> None:
    """Write the table, and print what cross-validation says."""
    examples = tuple(each for file in sorted(content.glob(f"*/{EXAMPLES}")) for each in read_examples(file))
    ears = Ears(read_languages(content))
    print(f"{len(examples)} examples …", flush=True)
    read = [ears.read(example.text) for example in examples]
    ordinary = beside(examples)
    lessons = [
        lesson(ears, *both, number, ordinary[group_of(both[0])])
        for number, both in enumerate(zip(examples, read, strict=True))
    ]
    guessed = cross_validated(lessons, read)
    plainly = [ears.of_the_rules(each) for each in read]
    known = thresholds(examples, guessed, plainly)
    fitted = learned(lessons)
    words = Counter(word for each in read for sentence in each for word in sentence.words)
    common = frozenset(word for word, number in words.items() if number >= COMMON)
    model = replace(fitted.model(known), learned_from=mark(content), common=common)
    (content / TABLE).write_bytes(written(model, fitted.lanes))
    print("thresholds", known)
    said = [verdict(*both, known, length(each)) for *both, each in zip(plainly, guessed, read, strict=True)]
    print("\n".join(("", *table("cross-validation", list(zip(examples, starmap(Heard, said), strict=True))))))


def heard(ears: Ears, examples: tuple[Example, ...]) -> list[tuple[Example, Heard]]:
    return [(each, ears.hear(each.text)) for each in examples]


if __name__ == "__main__":
    main()
