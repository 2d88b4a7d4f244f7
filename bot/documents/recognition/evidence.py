"""What a text has that speaks for one kind of record and against others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.recognition.headings import Heading, headings_of, named_in
from bot.documents.recognition.lines import Line, folded_words, whole
from bot.documents.recognition.rows import rows_of, says_little_but_results, texts_of
from bot.documents.recognition.rules import Kind, Rules

_TOP = 12
"""Lines of a page in which a title stands."""
_TITLE_WORDS = 10
_IN_A_TITLE, _NAMED, _APART, _IN_A_SENTENCE, _HEADING = 4, 3, 2, 1, 1
_ROWS, _PARTS, _AGAINST, _MENTIONED_AGAINST = 4, 4, 3, 1
_MOST_IN_SENTENCES, _MOST_WEAK, _MOST_HEADINGS = 2, 5, 5
_FEWEST_HEADINGS, _FEWEST_OWN, _FEWEST_ROWS = 3, 2, 3
FEWEST_SIGNS = 3
"""A label on a disc has the titles of many reports, and nothing of what stands in one."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paper, or some pages of it, ready to be looked at for every kind."""

    words: str
    """All of its words."""
    titles: str
    """What stands on its own near the top, a line each."""
    named: str
    """And of that what is no label with its value."""
    apart: str
    """What stands on its own anywhere: short lines, and headings with nothing behind them, a line each."""
    headed: str
    """All headings, a line each: "CT chest: no nodule" in a visit note is one, and no title."""
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, lines: Sequence[Line], rules: Rules) -> Text:
        text = tuple(line for line in lines if line.words)
        headings = headings_of(text)
        top = [line for line in text if line.page == text[0].page][:_TOP]
        titles = [folded_words(cell) for line in top for cell in line.cells()]
        behind = _behind(headings, text, rules)
        headed = _each_in_a_line([each.words for each in headings])
        named = _each_in_a_line([*_alone(top), *behind])
        return cls(
            whole(text),
            _each_in_a_line([*titles, *behind]),
            named,
            _each_in_a_line(_alone(text)),
            headed,
            headings,
            text,
        )


def _alone(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """Cells that are no label with its value: what stands before a colon counts only where nothing stands behind."""
    cells = [cell.partition(":") for line in lines for cell in line.cells()]
    return [folded_words(head) for head, _, behind in cells if not behind.strip()]


def _behind(headings: Sequence[Heading], lines: Sequence[Line], rules: Rules) -> list[tuple[str, ...]]:
    """What stands behind "Exam:" or "Procedure:" is a title, wherever that is."""
    found = []
    for heading in headings:
        if heading.words in rules.title_headings:
            value = lines[heading.line].text[heading.end :].strip()
            value = value or (lines[heading.line + 1].text if heading.line + 1 < len(lines) else "")
            found.append(folded_words(value.split(".", 1)[0].split("  ", 1)[0])[:_TITLE_WORDS])
    return found


def _each_in_a_line(phrases: Sequence[tuple[str, ...]]) -> str:
    return "\n".join(f" {' '.join(words)} " for words in phrases if len(words) <= _TITLE_WORDS)


def has_title(kind: Kind, text: Text) -> bool:
    return any(phrase in text.titles for phrase in kind.strong) or any(phrase in text.named for phrase in kind.named)


def has_all_parts(kind: Kind, text: Text) -> bool:
    """Whether it tells all that a paper of this kind tells which has no title: whom, what was found, what is to be."""
    if not kind.parts or any(phrase in text.words for phrase in kind.unless):
        return False
    first, *others = kind.parts
    is_headed = any(phrase in text.titles for phrase in first)
    return is_headed and all(any(phrase in text.words for phrase in part) for part in others)


def score(kind: Kind, text: Text, rules: Rules) -> int:
    """How much speaks for a kind; 0 unless something does that stands in no other, and enough beside it."""
    titles = sum(_IN_A_TITLE for phrase in kind.strong if phrase in text.titles)
    titles += _NAMED if any(phrase in text.named for phrase in kind.named) else 0
    elsewhere = [phrase for phrase in kind.strong if phrase not in text.titles and phrase in text.words]
    apart = sum(_APART for phrase in elsewhere if phrase in text.apart)
    quoted = sum(_IN_A_SENTENCE for phrase in elsewhere if phrase not in text.apart)
    named = named_in(text.headings, kind.headings)
    headings, own = len(named), len(named - rules.shared_headings)
    weak = sum(phrase in text.words for phrase in kind.weak)
    rows = rows_of(kind.rows, texts_of(text.lines), rules) if kind.rows else 0
    full = kind.rows == "results" and says_little_but_results(text.words, kind.weak)
    has_rows = rows >= _FEWEST_ROWS or full
    parts = len(kind.parts) if has_all_parts(kind, text) else 0
    surely = titles or apart or has_rows or parts or (headings >= _FEWEST_HEADINGS and own >= _FEWEST_OWN)
    if not surely or weak + headings + rows + parts < FEWEST_SIGNS:
        return 0
    said_against = [phrase for phrase in kind.against if phrase in text.words]
    against = sum(
        _AGAINST if phrase in text.apart or phrase in text.headed else _MENTIONED_AGAINST for phrase in said_against
    )
    return (
        titles
        + apart
        + min(_MOST_IN_SENTENCES, quoted)
        + _HEADING * min(_MOST_HEADINGS, headings)
        + min(_MOST_WEAK, weak)
        + (_ROWS if has_rows else 0)
        + (_PARTS if parts else 0)
        - against
    )
