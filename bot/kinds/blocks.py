"""What a file without pages of its own says, as pages can show it: headings, paragraphs, lists, tables and pairs.

One model for C-CDA, FHIR, HTML, OpenDocument, rich text and tables. `galley` has it ready for the press.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from dialogs.case.facts import NOTHING_READ, Facts

Look = Literal["", "struck", "raised", "lowered", "named"]
"""How words look; "named": they are the key of a word of ours, such as the head of a column."""
Loss = Literal["pictures", "comments", "changes", "parts", "signs", "formulas", "hidden", "entries", "measures"]
"""What a reader of the file sees and a reader of our pages does not: pictures and charts, remarks in the margin, words
that were taken out while changes were tracked, parts that lie in files of their own, signs that we cannot name,
formulas without their results, what is hidden, entries without words, and single measured values."""
LOSSES: tuple[Loss, ...] = get_args(Loss)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; a line ends at each line feed."""

    text: str
    look: Look = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 begins a section, which is read as a page of its own."""

    runs: Runs
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a list, its mark, and how deep in lists it is (0: in the outermost)."""

    runs: Runs
    mark: str = "•"
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines whose spaces count, as a program for paper set them."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, of which the first are `heads`; rows may be of different lengths."""

    rows: tuple[tuple[Runs, ...], ...]
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels, and what stands beside them."""

    pairs: tuple[tuple[Runs, Runs], ...]


Block = Heading | Text | Item | Lines | Table | Pairs


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole file: what it says, then the pictures in it, then whole files that lie in it (PDFs, pictures)."""

    blocks: tuple[Block, ...] = ()
    lost: frozenset[Loss] = frozenset()
    pictures: tuple[bytes, ...] = ()
    papers: tuple[bytes, ...] = ()
    facts: Facts = field(default=NOTHING_READ)
    """What the file says of itself in fields that are made for it; surer than what is read from its print."""
    apart: tuple[str, ...] = ()
    """What each of its papers says of which nothing in such a field tells what it is."""
    active: bool = False
    """It wants to run something."""
    mended: bool = False
    """It was damaged, and could be read all the same."""
    framed: bool = False
    """Its first block is what a program shows around it, as the title of a window: not in the text itself."""

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What is lost, always in the same order."""
        return tuple(each for each in LOSSES if each in self.lost)


def words(text: str) -> Runs:
    """Plain words as runs; none if there are none."""
    return (Run(text),) if text.strip() else ()


def named(key: str) -> Runs:
    """A word of ours by its key."""
    return (Run(key, "named"),)


def plain(runs: Iterable[Run]) -> str:
    """The words alone: without those that are struck out, powers and indices marked as such."""
    marks = {"raised": "^", "lowered": "_"}
    shown = (marks.get(run.look, "") + _spoken(run) for run in runs if run.look != "struck")
    return "".join(shown)


_READ_AS = {"born": "Date of birth", "day": "Date", "range": "Reference range", "made": "Exported", "no_text": ""}
"""What words of ours are for whoever reads what is printed, where their key alone would not say it."""


def _spoken(run: Run) -> str:
    if run.look != "named":
        return run.text
    return _READ_AS.get(run.text, run.text.replace("_", " ").capitalize())


def sections(blocks: Sequence[Block]) -> list[str]:
    """The text of each section, as it is read for what is printed: a row of a table is a line."""
    found: list[list[str]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and any(found[-1]):
            found.append([])
        found[-1] += _lines(block)
    return ["\n".join(lines) for lines in found if any(lines)]


def says_nothing(blocks: Sequence[Block]) -> bool:
    """Whether there is not a word, or beside titles and the fields of a head only what we say of empty sections."""
    if not any(map(str.strip, sections(blocks))):
        return True
    is_told = any(isinstance(block, Text) and block.runs == named("no_text") for block in blocks)
    return is_told and not any(_says(block) for block in blocks)


def _says(block: Block) -> bool:
    match block:
        case Heading():
            return False
        case Pairs():
            return any(_has_words(label) for label, _ in block.pairs)
        case Lines():
            return any(map(str.strip, block.lines))
        case Table():
            return any(_has_words(cell) for row in block.rows for cell in row)
        case _:
            return _has_words(block.runs)


def _has_words(runs: Runs) -> bool:
    return any(run.look != "named" and run.text.strip() for run in runs)


def _lines(block: Block) -> list[str]:
    match block:
        case Lines():
            return list(block.lines)
        case Table():
            return [" | ".join(" ".join(plain(cell).split()) for cell in row) for row in block.rows]
        case Pairs():
            return [f"{plain(label)}: {plain(value)}" for label, value in block.pairs]
        case Item():
            return f"{block.mark} {plain(block.runs)}".split("\n")
        case _:
            return plain(block.runs).split("\n")
