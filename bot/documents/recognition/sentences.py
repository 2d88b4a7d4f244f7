"""The sentences of a paper, put together again from the lines on which they were printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.documents.recognition.lines import Line, folded_words

MOST_CHARACTERS = 1500
"""Of one sentence; what is longer is a table or has no end."""
_END = re.compile(r"[.!?؟](?=[)\"'”’]?(?:\s+|$))[)\"'”’]?\s*|(?<=[a-z])\.(?=[A-Z]{3})")
_ABBREVIATED = re.compile(
    r"\b(?:Dr|Drs|Mr|Mrs|Ms|St|No|Nr|vs|approx|Fig|e\.g|i\.e|etc|Prof|Sr|Sra|Dra|Tel|Ref|Rec|[A-Z])\.$"
)
_HYPHEN = re.compile(r"[^\W\d_]-$")
_LIST = re.compile(r"\s*(?:[-*•·–]|\(?\d{1,2}[.)]|[A-Z][.)])\s")
_A_DAY_FIRST = re.compile(r"\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b")
_WIDE = 40
"""Characters; of a shorter line nobody can say that there was no room for more."""
_FULL = 0.7
"""Share of the longest line of its page from which on a line was broken for want of room."""


def sentences_of(lines: Sequence[Line]) -> Iterator[str]:
    """Every sentence of the lines, in order; one without an end is what stands together."""
    widest: dict[int, int] = {}
    for line in lines:
        widest[line.page] = max(widest.get(line.page, 0), len(line.text.rstrip()))
    block: list[str] = []
    for at, line in enumerate(lines):
        if not line.words:
            if block and _closes(lines, at):
                yield from _parted(block)
                block = []
            continue
        if block and not _goes_on(lines[_before(lines, at)], line, widest):
            yield from _parted(block)
            block = []
        block.append(line.text.strip())
    yield from _parted(block)


def _before(lines: Sequence[Line], at: int) -> int:
    return next(number for number in range(at - 1, -1, -1) if lines[number].words)


def _closes(lines: Sequence[Line], at: int) -> bool:
    """An empty line ends what stands above, but for the gap that a page leaves in the middle of a sentence."""
    following = next((line for line in lines[at : at + 8] if line.words), None)
    above = lines[_before(lines, at)]
    is_gap = following is not None and following.page != above.page and _begins_small(following)
    return not is_gap


def _goes_on(above: Line, line: Line, widest: dict[int, int]) -> bool:
    """Whether a line goes on in the next: it was broken for want of room, or the next begins as no sentence does."""
    text = above.text.rstrip()
    if _LIST.match(line.text) or _is_a_row(above) or _is_a_row(line) or _begins_with_a_heading(line):
        return False
    if _A_DAY_FIRST.match(line.text) and text.rpartition(" ")[2].islower() and text[-1].isalpha():
        return True  # "compared with the CT dated", and its day behind the end of a narrow column
    if text[-1] in ".!?؟" and not _ABBREVIATED.search(text):
        return False
    if text[-1] in ":;":
        return text[-1] == ";" or line.page == above.page
    return _begins_small(line) or bool(_HYPHEN.search(text)) or len(text) >= max(_WIDE, _FULL * widest[above.page])


def _begins_small(line: Line) -> bool:
    first = line.text.strip()[0]
    return first.islower() or first == "("


def _is_a_row(line: Line) -> bool:
    """A line of a table has cells."""
    return len(line.cells()) > 1


def _begins_with_a_heading(line: Line) -> bool:
    head, colon, _ = line.text.partition(":")
    return bool(colon) and 0 < len(folded_words(head)) <= 5 and head.strip()[:1].isupper()


def ends_in(text: str) -> Iterator[re.Match[str]]:
    """Where its sentences end; "Dr." ends none."""
    for end in _END.finditer(text):
        if not _ABBREVIATED.search(text, max(0, end.start() - 12), end.start() + 1):
            yield end


def _parted(block: Sequence[str]) -> Iterator[str]:
    text = _joined(block)
    start = 0
    for end in ends_in(text):
        sentence = text[start : end.end()].strip()
        if sentence.rstrip(".").isdigit():  # the number of a list
            continue
        if sentence:
            yield sentence
        start = end.end()
    if sentence := text[start:].strip():
        yield sentence


def _joined(block: Sequence[str]) -> str:
    """Lines as one text; a word that was parted at the end of a line is one word again."""
    parts: list[str] = []
    for line in block:
        if parts and _HYPHEN.search(parts[-1]) and line[:1].islower():
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            parts += [" ", line] if parts else [line]
    return "".join(parts)
