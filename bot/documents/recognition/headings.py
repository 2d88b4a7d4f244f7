"""The headings that part a paper into its sections: "FINDINGS:", "Discharge medications" on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.documents.recognition.lines import Line, folded_words

MOST_WORDS = 7
_WITH_A_WORD_MORE = 3
"""Words of a heading of which one end may be a known one: "CT findings", "Impression and plan"."""
_BREAK = re.compile(r"[.;!?|:()]|\s{2,}|(?<=[a-z])(?=[A-Z]{2})")
_CAPITALS = re.compile(r"[A-Z][A-Z/&'’-]*(?: +[A-Z/&][A-Z/&'’-]*)*(?= |$)")
_CAPITALS_AT_THE_END = re.compile(r"[A-Z][A-Z/&'’-]+(?: +(?:[A-Z/&][A-Z/&'’-]*|of|and))*$")
_LEAST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """What a section is headed, and where its text begins."""

    words: tuple[str, ...]
    line: int
    end: int
    """Where in the line the heading ends."""


def headings_of(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Every run of a few words that stands before a colon, alone on a line, or in capitals at its beginning."""
    return tuple(found for number, line in enumerate(lines) for found in _in_line(number, line))


def bodies_of(headings: Sequence[Heading], lines: Sequence[Line]) -> Iterator[tuple[Heading, list[str]]]:
    """Each heading with the lines of its section; what stands behind it on its own line is the first."""
    for at, heading in enumerate(headings):
        following = headings[at + 1] if at + 1 < len(headings) else None
        until = following.line if following else len(lines)
        if following and following.line == heading.line:
            yield heading, [lines[heading.line].text[heading.end : following.end]]
            continue
        body = [lines[heading.line].text[heading.end :], *(line.text for line in lines[heading.line + 1 : until])]
        yield heading, body


def _in_line(number: int, line: Line) -> Iterator[Heading]:
    text = line.text
    if not line.words:
        return
    colons = [each for each in re.finditer(":", text) if not _is_in_a_number(text, each.start())]
    for colon in colons:
        start = max((each.end() for each in _BREAK.finditer(text, 0, colon.start())), default=0)
        words = folded_words(text[start : colon.start()])
        if len(words) > MOST_WORDS and (capitals := _CAPITALS_AT_THE_END.search(text, start, colon.start())):
            words = folded_words(capitals.group())
        if 0 < len(words) <= MOST_WORDS:
            yield Heading(words, number, colon.end())
    if colons:
        return
    if len(line.words) <= MOST_WORDS:
        yield Heading(tuple(word for word, _, _ in line.words), number, len(text))
    elif (capitals := _CAPITALS.match(text.lstrip())) and len(capitals.group()) >= _LEAST_CAPITALS:
        start = len(text) - len(text.lstrip())
        yield Heading(folded_words(capitals.group())[:MOST_WORDS], number, start + capitals.end())


def _is_in_a_number(text: str, at: int) -> bool:
    """ "12:30" and "1:100" have no heading before them."""
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def named_in(headings: Iterable[Heading], known: frozenset[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Those of the known headings that stand here: whole, or as one end of a longer one."""
    found = set()
    for heading in headings:
        words = heading.words
        if words in known:
            found.add(words)
            continue
        for size in range(len(words) - 1, 0, -1) if len(words) <= _WITH_A_WORD_MORE else ():
            if end := next((part for part in (words[:size], words[-size:]) if part in known), None):
                found.add(end)
                break
    return found
