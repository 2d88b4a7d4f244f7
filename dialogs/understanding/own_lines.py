"""Lines of a patient's own that they put right: "not lisinopril, losartan", "remove metformin", "no, 10 mg"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dialogs.content.told import Told
from dialogs.content.told_words import words_told
from dialogs.content.word_rows import Row, Rows
from dialogs.understanding.retold import retold
from dialogs.understanding.said_figures import FIGURE, is_figures, same_but_for_figures, with_figure
from dialogs.understanding.which_line import SMALL_BETWEEN, alike, by_place, joined_lines, line_of, named_in

_PARTS = re.compile(r"[,،;؛]\s*")
MOST_OF_A_NAME = 2
"""Words of a medicine's name: of more nobody knows whether they are one, or tell more of the last."""


@dataclass(frozen=True, slots=True)
class PutRight:
    """The lines as they are to be, and what of them went; "" if they only say more now."""

    lines: tuple[str, ...]
    gone: str


def removes(text: str, told: Told) -> bool:
    """Whether something written before is to go: nobody would want to find that as a line."""
    return bool(what_goes(words_told(text), told))


def removes_by_place(lines: Sequence[str], text: str, told: Told) -> bool:
    """Whether a text says to remove a line by where it stands, and nothing else: "delete the first one"."""
    rest = what_goes(words_told(text), told)
    return bool(rest and by_place(lines, rest, told))


def removes_some_line(text: str, told: Told) -> bool:
    """Whether a text tells where what is to go stands, and no more: "remove the first", not "remove the breast"."""
    rest = what_goes(words_told(text), told)
    return bool(rest) and Rows.together((told.first, told.last, told.every, told.both, told.asks)).cover(rest)


def denies_all(text: str, told: Told) -> bool:
    """Whether a text says that there is nothing at all: "I don't take anything"."""
    words = words_told(told.in_place_of(text))
    return told.nothing.found(words) and told.how.cover(told.nothing.taken_out(words))


def without(lines: Sequence[str], text: str, told: Told) -> PutRight | None:
    """The lines without what is to be removed; None if a text removes nothing, or nobody knows which line."""
    rest = what_goes(words_told(text), told)
    if not rest or not lines:
        return None
    if gone := by_place(lines, rest, told):
        return PutRight(tuple(line for at, line in enumerate(lines) if at not in gone), joined_lines(lines, gone))
    at = line_of(lines, rest)
    if at is not None:
        return _in_its_place(lines, at, rest, "")
    # Misspelt, or several: every longer word has to name a line.
    named = [named_in(lines, (word,)) for word in rest if len(word) > SMALL_BETWEEN]
    known = {at for at in named if at is not None}
    if None in named or not known:
        return None
    return PutRight(tuple(line for at, line in enumerate(lines) if at not in known), joined_lines(lines, known))


def instead_of(lines: Sequence[str], text: str, told: Told, denying: Collection[str]) -> PutRight | None:
    """The lines with one thing in place of another: "not lisinopril, losartan", "instead of aspirin eliquis"."""
    first, *others = _PARTS.split(text, maxsplit=1)
    words, meant = words_told(first), told.as_it_is("".join(others).strip())
    no = next((row for row in _rows(denying) if words[: len(row)] == row), None)
    if no and meant and (wrong := words_told(told.as_it_is(" ".join(words[len(no) :])))):
        if all(map(FIGURE.fullmatch, wrong)):
            return _other_figure(lines, wrong, meant) if is_figures(meant) else None
        at = line_of(lines, wrong)
        return _in_its_place(lines, at, wrong, meant) if at is not None else None
    pieces = text.split()
    if not (end := told.in_stead.longest(words_told(text), 0)) or told.put.found(words_told(text)[end:]):
        return None
    at, wrong, count = None, (), 0
    for count in range(len(pieces) - 1, end, -1):
        wrong = words_told(" ".join(pieces[end:count]))
        if (at := line_of(lines, wrong)) is not None:
            break
    return _in_its_place(lines, at, wrong, " ".join(pieces[count:])) if at is not None else None


def _other_figure(lines: Sequence[str], wrong: Row, meant: str) -> PutRight:
    """The lines with another figure: in the one that has the wrong one, or in the last."""
    having = [at for at, line in enumerate(lines) if set(wrong) <= set(words_told(line))]
    at = having[0] if len(having) == 1 else len(lines) - 1
    line = lines[at]
    if len(having) == 1 and len(wrong) == 1 and len(meant.split()) == 1:
        line = re.sub(rf"(?<!\w){re.escape(wrong[0])}(?!\w)", meant, line, count=1)
    line = with_figure(line, meant) if line == lines[at] else line
    return PutRight((*lines[:at], line, *lines[at + 1 :]), "" if line.startswith(lines[at]) else lines[at])


def denied(lines: Sequence[str], text: str, told: Told) -> PutRight | None:
    """The lines without the newest, where a no takes back just that: "and then radiation", "no, not radiation"."""
    words = words_told(text)
    says_no = told.no.longest(words, 0)
    begin = max(told.denied.longest(words, at) for at in {0, says_no})
    wrong = words[begin:] if begin else words[says_no:-1] if told.denied.cover(words[-1:]) else ()
    if not lines or not wrong or not (says_no or begin) or line_of(lines, wrong) != len(lines) - 1:
        return None
    more = told.follows.taken_out(told.more.taken_out(words_told(lines[-1])))
    says_else = [word for word in more if not any(alike(word, each) for each in wrong)]
    return None if says_else else PutRight(tuple(lines[:-1]), lines[-1])


def _denies(text: str, told: Told) -> bool:
    words = words_told(text)
    return bool(told.denied.longest(words, 0)) or told.denied.cover(words[-1:])


def corrected(lines: Sequence[str], text: str, told: Told, numbers: Collection[str] = ()) -> PutRight | None:
    """The lines with the one put right that is named, or the last one: "no, stage 2", "losartan for aspirin"."""
    corrects = told.corrects(text)
    meant = told.as_it_is(_before_denied(told.in_place_of(text) if corrects else text, told))
    if meant == text or not lines or _denies(meant, told):
        return None  # "no, not radiation" says what it is not, and nothing that could stand for it
    if corrects and (added := told.one_more(meant)):  # "no, and aspirin"
        return PutRight((*lines, added), "")
    if told.more.found(words_told(text)):  # "actually I take aspirin too"
        return None
    goes = [word for word in words_told(text) if word not in words_told(meant)]
    at = next((at for word in goes if (at := line_of(lines, (word,))) is not None), None)
    if at is not None:
        return _in_its_place(lines, at, [word for word in goes if word in words_told(lines[at])], meant)
    figures_alone = is_figures(meant)
    at = None if figures_alone else named_in(lines, words_told(meant))
    if not corrects and not (figures_alone or same_but_for_figures(meant, lines[-1 if at is None else at])):
        return None  # "it's in my liver" may well be one thing more
    is_new = at is None and not figures_alone and not told.how.cover(words_told(meant))
    if is_new and (lines[1:] or told.exchanges(text) or meant.startswith(told.joined)):
        return PutRight((*lines, meant), "")  # of which line it is, nobody knows
    place = len(lines) - 1 if at is None else at
    anew = "" if FIGURE.search(meant) else retold(lines[place], meant, numbers)
    line = anew if len(anew.split()) > MOST_OF_A_NAME else _put_right(lines[place], meant, told, at is not None)
    gone = "" if line.startswith(lines[place]) else lines[place]
    return PutRight((*lines[:place], line, *lines[place + 1 :]), gone) if line != lines[place] else None


def _put_right(line: str, meant: str, told: Told, is_named: bool) -> str:
    """A line with what is said of it: nothing of it is lost that was not said to be otherwise."""
    known = words_told(line) if is_named else ()
    says = meant
    if is_named:
        left = [
            piece
            for piece in meant.split()
            if not any(alike(word, each) for word in words_told(piece) for each in known)
        ]
        says = told.as_it_is(" ".join(left))
        if not says:
            return meant
    if is_figures(says):
        return with_figure(line, says)
    if told.how.cover(words_told(says)):
        return f"{line}, {says}"
    if not is_named:
        return meant if len(words_told(meant)) <= MOST_OF_A_NAME else f"{line}, {meant}"
    rest = [word for word in known if not any(alike(word, each) for each in words_told(meant))]
    return meant if len(rest) <= 1 else f"{line}, {says}"


def what_goes(words: Row, told: Told) -> Row:
    """What is to be removed, as a text says it; nothing if it says no such thing."""
    rows = _rows(told.removed)
    rest = next((words[len(row) :] for row in rows if words[: len(row)] == row), None)
    if rest is None and words and (words[0], words[-1]) in rows:  # "take aspirin off"
        rest = words[1:-1]
    return rest or ()


def _before_denied(meant: str, told: Told) -> str:
    """Of "10 not 20", 10."""
    pieces = meant.split()
    at = next((at for at in range(1, len(pieces)) if told.denied.longest(words_told(" ".join(pieces[at:])), 0)), 0)
    return " ".join(pieces[:at]).rstrip(",،;") if at and FIGURE.search(" ".join(pieces[:at])) else meant


def _rows(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    return sorted((tuple(each.split()) for each in phrases), key=len, reverse=True)


def _in_its_place(lines: Sequence[str], at: int, words: Iterable[str], meant: str) -> PutRight:
    """The lines with one thing in the place of another; other things that stand in the same line stay."""
    parts = [part.strip() for part in _PARTS.split(lines[at]) if part.strip()]
    place = line_of(parts, words)
    if place is None or len(parts) == 1:
        place, parts = 0, [lines[at]]
    left = [*parts[:place], *([meant] if meant else []), *parts[place + 1 :]]
    line = [", ".join(left)] if left else []
    return PutRight((*lines[:at], *line, *lines[at + 1 :]), parts[place])
