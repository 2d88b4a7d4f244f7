"""Which kinds of record a text is: one, or one that holds others, or none that could be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.documents.recognition.evidence import Text, has_title, score
from bot.documents.recognition.headings import bodies_of
from bot.documents.recognition.lines import Line
from bot.documents.recognition.rows import rows_of, texts_of
from bot.documents.recognition.rules import Rules

_PAGES = 4
ENOUGH, LEAD = 6, 3
MOST_LIKELY = 3
_FEWEST_PAGES = 2
_TITLE = 10
"""Words."""
_HEAD = 2
"""Lines in which a title stands."""
_FEWEST_INSIDE = 2
"""Rows in a section that make it a record inside another."""
_BLANK_OF_A_FORM = re.compile(r"(?::|^) *_{4,}|_{4,} *(?:$|[A-Z]\w*[:.])|_{10,}")
_FEWEST_BLANKS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """The key of the record, and of further ones in it; where none is sure, those that it may be, likeliest first."""

    record: str = ""
    also: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()


def records_in(lines: Sequence[Line], rules: Rules) -> Told:
    """What a file's text is; a file of two papers is both, told by its pages one after another."""
    told = _record_in([line for line in lines if line.page < _PAGES], rules)
    if not told.record:
        return _page_by_page(lines, rules) or told
    inside = _inside(told.record, lines, rules)
    beside = _beside(told.record, lines, rules)
    return Told(told.record, tuple(dict.fromkeys((*inside, *beside))))


def record_of_its_title(lines: Sequence[Line], rules: Rules) -> str:
    """What a program calls a paper, in a field of its own, before it says much or little: its first line."""
    titled = next((line.plain for line in lines if line.words), "")
    if is_none(Text.of(lines, rules), rules) or any(phrase in titled for phrase in rules.no_record):
        return ""
    strong = {kind.record for kind in rules.kinds if any(phrase in titled for phrase in kind.strong)}
    named = {kind.record for kind in rules.kinds if any(phrase in titled for phrase in kind.named)}
    told = strong or named
    return told.pop() if len(told) == 1 and len(titled.split()) <= _TITLE else ""


def _page_by_page(lines: Sequence[Line], rules: Rules) -> Told | None:
    """Several papers in one file of which none is all of it: behind a cover sheet, before a bill, or one after another.

    Only pages with a title of the very kind that they are told to be count; None where there is none.
    """
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    if len(pages) < _FEWEST_PAGES:
        return None
    found = dict.fromkeys(record for page in pages if (record := _titled(page, rules)))
    first, *also = found or [""]
    return Told(first, tuple(also)) if first else None


def _titled(page: Sequence[Line], rules: Rules) -> str:
    """The record that a page is by itself, if its title says so."""
    text = Text.of(page, rules)
    titled = {kind.record for kind in rules.kinds if has_title(kind, text)}
    return record if titled and (record := _record_in(page, rules).record) in titled else ""


def _record_in(lines: Sequence[Line], rules: Rules) -> Told:
    text = Text.of(lines, rules)
    if not text.lines or is_none(text, rules):
        return Told()
    scores = sorted(((score(kind, text, rules), kind.record) for kind in rules.kinds), reverse=True)
    likely = tuple(record for points, record in scores[:MOST_LIKELY] if points > 0)
    if not scores or scores[0][0] < ENOUGH:
        return Told(likely=likely)
    sure = len(scores) == 1 or scores[0][0] - scores[1][0] >= LEAD
    return Told(scores[0][1]) if sure else Told(likely=likely)


def is_none(text: Text, rules: Rules) -> bool:
    """Bills, forms and leaflets: what tells them stands on its own, or two such things are said."""
    lines = "\n".join(line.plain for line in text.lines)
    said = [phrase for phrase in rules.no_record if phrase in lines]
    stands_out = any(phrase in text.titles or phrase in text.headed for phrase in said)
    titled = [line.plain for line in text.lines if line.words][:_HEAD]
    stands_out = stands_out or any(phrase in line for line in titled for phrase in rules.no_record_titles)
    return stands_out or len(said) > 1 or _is_to_be_filled_in(text.lines)


def _is_to_be_filled_in(lines: Sequence[Line]) -> bool:
    """A form has blanks behind its labels; what a dictation could not hear is a blank in a sentence."""
    return sum(len(_BLANK_OF_A_FORM.findall(line.text)) for line in lines) >= _FEWEST_BLANKS


def _inside(record: str, lines: Sequence[Line], rules: Rules) -> list[str]:
    """Records that stand in another by habit: the biomarkers of a pathology report, the medicines of a discharge."""
    found = []
    for kind in rules.kinds:
        if record not in kind.within or not kind.rows:
            continue
        text = Text.of(lines, rules)
        if kind.inside:
            known = [each for each in text.headings if each.words in kind.inside or each.words in rules.known_headings]
            sections = (body for heading, body in bodies_of(known, text.lines) if heading.words in kind.inside)
            holds = any(rows_of(kind.rows, _pieces(body), rules) >= _FEWEST_INSIDE for body in sections)
        else:
            holds = rows_of(kind.rows, texts_of(text.lines), rules) >= _FEWEST_INSIDE
        found += [kind.record] if holds else []
    return found


def _pieces(body: Sequence[str]) -> list[str]:
    """The lines of a section; of one that runs on, what stands between commas, semicolons and numbers of a list."""
    return [piece for text in body for piece in re.split(r"; |, (?=[A-Za-z]+ \d)|\.\s+|\d\) |\d\. ", text)]


def _beside(record: str, lines: Sequence[Line], rules: Rules) -> list[str]:
    """Further papers in the same file: pages whose head and headings are those of another kind."""
    found = []
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    for page in pages[1:]:
        if (other := _titled(page, rules)) not in ("", record):
            found.append(other)
    return found
