"""What a Word document is read into: paragraphs, runs of words that look alike, and names for what is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.kinds.blocks import Loss, Run, plain

Place = Literal["", "head", "foot", "note"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one row of a table, and where on the paper it stands."""

    runs: tuple[Run, ...]
    place: Place = ""

    @property
    def text(self) -> str:
        """The words alone: without those that are struck out, powers and indices marked as such."""
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class Words:
    """A whole Word document."""

    paragraphs: tuple[Paragraph, ...]
    lost: tuple[Loss, ...]
    pictures: tuple[str, ...] = ()
    """The names of the pictures in it that can be drawn, in their order: `picture` gives their bytes."""

    @property
    def text(self) -> str:
        return "\n".join(each.text for each in self.paragraphs)


def joined(runs: Iterator[Run]) -> tuple[Run, ...]:
    """Neighbours that look alike as one: Word breaks words apart anywhere."""
    kept: list[Run] = []
    for run in runs:
        if kept and kept[-1].look == run.look:
            kept[-1] = Run(kept[-1].text + run.text, run.look)
        elif run.text:
            kept.append(run)
    return tuple(kept)


def lines_of(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """A paragraph with line breaks in it is several lines."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.look))
        for other in others:
            yield tuple(each for each in line if each.text)
            line = [Run(other, run.look)]
    yield tuple(each for each in line if each.text)
