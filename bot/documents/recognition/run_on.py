"""Text that came as one long line, its headings in the middle, parted where a printed page would begin a new line.

So it comes out of some PDFs, of XML and of pages of the web. Nothing is changed or left out but where lines end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.documents.recognition.lines import LONGEST_LINE, begins_as_names_do, folded
from bot.documents.recognition.rules import Rules
from bot.documents.recognition.sentences import ends_in

LONGEST_PRINTED = 180
"""Characters; paper of any width in use has room for fewer."""
_SHORTEST_CUT = 150
_MOST_WORDS = 7
_WITH_WORDS_BEFORE = 4
_FEWEST_SECTIONS = 3
"""In one line among others; a paragraph with fewer is one."""
_WORD = re.compile(r"[^\W_]+")
_BEFORE_A_COLON = re.compile(r" ?(?:\([^()]{1,12}\)|[.#])? ?:(?!\d)")
_WITHIN = re.compile(r"[ ,/&()'’.#-]{1,3}")
_ENDS = re.compile(r"[.!?؟;|][)\"'”’]?\s*$")
_CAPITALS = re.compile(r"(?<![^\W_])[A-Z][A-Z/&'’-]*(?:,? +(?:[A-Z/&][A-Z/&'’-]*|of|and|with)(?![^\W_]))*")
_TITLE_IN_CAPITALS = 8
"""Letters, in two words or more; shorter ones are an abbreviation in a sentence."""

_Words = Sequence[tuple[str, int, int]]


def parted(page: str, rules: Rules) -> str:
    """A page's text, its overlong lines parted, and the one line that is all of a page."""
    lines = page.splitlines()
    is_one = sum(bool(line.strip()) for line in lines) == 1
    if not is_one and all(len(line) <= LONGEST_PRINTED for line in lines):
        return page
    pieces: list[str] = []
    for line in lines:
        is_overlong = len(line) > LONGEST_PRINTED or (is_one and line.strip())
        pieces += _pieces(line, is_one, rules) if is_overlong else [line]
    return "\n".join(pieces)


def _pieces(text: str, is_a_page: bool, rules: Rules) -> Iterator[str]:
    words = [(each.group(), *each.span()) for each in _WORD.finditer(folded(text))]
    sections, labels = _headings(text, words, rules)
    runs_on = is_a_page or len(sections) >= _FEWEST_SECTIONS
    borders = {*sections, *labels} if runs_on else set()
    if is_a_page:  # where titles stand; further on, capitals are a part of what is said
        borders |= set(_titles(text[: min(sections, default=LONGEST_LINE)], words, rules))
    start = 0
    for border in (*sorted(borders - {0}), len(text)):
        yield from _fitting(text[start:border])
        start = border


def _headings(text: str, words: _Words, rules: Rules) -> tuple[list[int], list[int]]:
    """Where known headings begin, and labels or headings of no kind that are in capitals."""
    sections: list[int] = []
    others: list[int] = []
    for at, (_, _, end) in enumerate(words):
        if not _BEFORE_A_COLON.match(text, end):
            continue
        if (start := _longest(text, words, at, rules)) is not None:
            found = tuple(word for word, _, _ in words[start : at + 1])
            (sections if found in rules.known_headings else others).append(words[start][1])
        elif (start := _in_capitals(text, words, at)) is not None:
            others.append(words[start][1])
    return sections + [each.start() for each in _CAPITALS.finditer(text) if _is_bare(text, each, rules)], others


def _longest(text: str, words: _Words, last: int, rules: Rules) -> int | None:
    """The first word of the longest known heading or label that ends with a word."""
    found = None
    for start in range(last, max(-1, last - _MOST_WORDS), -1):
        if start < last and not _WITHIN.fullmatch(text, words[start][2], words[start + 1][1]):
            break
        phrase = tuple(word for word, _, _ in words[start : last + 1])
        known = phrase in rules.known_headings or phrase in rules.title_headings or phrase in rules.labels
        if known and begins_as_names_do(text[words[start][1] : words[start][2]]):
            found = start
    return _from_its_sentence(text, words, found) if found is not None else None


def _from_its_sentence(text: str, words: _Words, start: int) -> int:
    """Where a heading begins that has a known one at its end, and begins a sentence: "LABORATORY FINDINGS"."""
    for first in range(start, max(-1, start - _WITH_WORDS_BEFORE), -1):
        begin = words[first][1]
        if not begins_as_names_do(text[begin : words[first][2]]):
            return start
        if _ENDS.search(text, max(0, begin - 4), begin):
            return first
    return start


def _in_capitals(text: str, words: _Words, last: int) -> int | None:
    """The first word of a run of capitals before a colon that begins a sentence: a heading, whatever it says."""
    start = last
    while start >= 0 and last - start < _MOST_WORDS and text[words[start][1] : words[start][2]].isupper():
        start -= 1
    start += 1
    begins = start <= last and bool(_ENDS.search(text, max(0, words[start][1] - 4), words[start][1]))
    return start if begins and words[last][2] - words[start][1] > len("TNM") else None


def _is_bare(text: str, run: re.Match[str], rules: Rules) -> bool:
    """A known heading in capitals that begins a sentence and has no colon: "FINDINGS The lungs are clear"."""
    phrase = tuple(_WORD.findall(folded(run.group())))
    begins = bool(_ENDS.search(text, max(0, run.start() - 4), run.start()))
    return begins and phrase in rules.known_headings and len(run.group()) > len("TNM")


def _titles(head: str, words: _Words, rules: Rules) -> Iterator[int]:
    """Where titles begin and end before the first section: in capitals, or known ones, written as titles are."""
    for run in _CAPITALS.finditer(head):
        if " " in run.group().strip() and len(run.group()) >= _TITLE_IN_CAPITALS and not _goes_on(head, run.start()):
            yield from (run.start(), run.end())
    for at in range(len(words)):
        if words[at][1] >= len(head):
            break
        plain = " "
        for last in range(at, min(at + _MOST_WORDS, len(words))):
            plain += f"{words[last][0]} "
            is_title = words[last][2] <= len(head) and (
                plain in rules.no_record or any(plain in kind.strong for kind in rules.kinds)
            )
            if is_title and all(_is_of_a_title(head[start:end]) for _, start, end in words[at : last + 1]):
                yield from (() if _goes_on(head, words[at][1]) else (words[at][1],))
                yield words[last][2]


def _goes_on(text: str, at: int) -> bool:
    """What stands behind a comma or a colon is a part of what stands before."""
    return text[:at].rstrip()[-1:] in (",", ":")


def _is_of_a_title(word: str) -> bool:
    return begins_as_names_do(word) or len(word) <= len("and")


def _fitting(text: str) -> Iterator[str]:
    """A piece as lines that are read whole, cut between sentences, else between words; none so short as a title is."""
    text = text.strip()
    while len(text) > LONGEST_LINE:
        most = min(LONGEST_LINE, len(text) - _SHORTEST_CUT)
        ends = [end.end() for end in ends_in(text[: most + 1]) if _SHORTEST_CUT <= end.end() <= most]
        cut = ends[-1] if ends else text.rfind(" ", _SHORTEST_CUT, most) + 1 or most
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text
