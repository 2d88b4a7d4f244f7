"""The examples of what people seem to want, read and checked from guessed.toml, and learned as they are read."""

from __future__ import annotations

from pathlib import Path

from dialogs.content.files import Mistakes, unless_changed
from dialogs.content.guesses import NOTHING, UNOFFERED, Guesses
from dialogs.content.phrases import plain
from dialogs.content.shapes import read, table, text
from dialogs.ways import GUESSED


@unless_changed
def read_guesses(file: Path, records: tuple[str, ...]) -> Guesses:
    """Read guessed.toml, and learn it. Raises `ContentError` naming every key that is wrong."""
    sentences = text(lines=True)
    known = read(
        file, table(dict.fromkeys((*GUESSED, *UNOFFERED, NOTHING), sentences), dict.fromkeys(records, sentences))
    )
    examples = {way: [line.strip() for line in lines.splitlines() if line.strip()] for way, lines in known.items()}
    mistakes, stands = Mistakes(file), dict[str, str]()
    for way, lines in examples.items():
        for line in lines:
            if not any(map(str.isalnum, line)):
                mistakes.note(way, f"{line!r} has no word in it")
            elif plain(line) in stands:
                mistakes.note(way, f"{line!r} stands there twice, the first time in {stands[plain(line)]}")
            stands.setdefault(plain(line), way)
    mistakes.settle()
    return Guesses.of(examples)
