"""What somebody puts right in the same breath: "Dr. Lee, no, Dr. Kim", "not the 12th, the 13th", "12345 not 12346"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogs.content.told import Told
from dialogs.content.told_words import spread, trimmed
from dialogs.content.word_rows import Row, Rows

IsOne = Callable[[str], bool]
"""Whether a part of a text may be what is asked for: a number, a day, a name."""
AreTwo = Callable[[str, str], bool]
"""Whether two parts with no mark between them are two of these: "the 12th the 13th", and not "21 March"."""
_MARKS = ",،;؛.:…–—-"


def never(_: str, __: str) -> bool:
    """Of names nobody can say where one ends."""
    return False


def meant(text: str, told: Told, is_one: IsOne, are_two: AreTwo = never) -> str:
    """A text without what it takes back: the text itself where that is nothing, "" where it is all of it."""
    pieces, words, piece_of = spread(text)
    if not words:
        return text
    if _is_marked(pieces, piece_of, said_no := told.no.longest(words, 0)) and is_one(_from(pieces, piece_of, said_no)):
        return meant(_from(pieces, piece_of, said_no), told, is_one, are_two)
    if begin := _denial(words, 0, told):
        return _behind_a_denial(pieces, words, piece_of, begin, told, is_one, are_two)
    turns = Rows.together((told.no, told.corrected, told.interrupted))
    for at in range(1, len(words)):
        before, end = trimmed(" ".join(pieces[: piece_of[at]])), _turned(words, at, turns)
        if piece_of[at] == piece_of[at - 1] or not is_one(before) or _is_of_a_name(pieces, piece_of[at]):
            continue
        denied = _denial(words, at, told)
        if denied and (denied > end or _only_before(pieces, piece_of, at, denied)):
            if is_one(_from(pieces, piece_of, denied)):
                return before
        elif end and is_one(behind := _from(pieces, piece_of, end)):
            return meant(behind, told, is_one, are_two) or behind
    return text


def last_word(text: str, told: Told, meaning: Callable[[str], str]) -> str:
    """The last of what a text says behind an interruption: "I have it" of "I don't have it, wait, I have it".

    `meaning`: what a part says, "" where that is nothing; the text itself, unless both parts say something.
    """
    pieces, words, piece_of = spread(text)
    turns, sure = Rows.together((told.no, told.corrected, told.interrupted)), (told.corrected, told.interrupted)
    for at in range(1, len(words)):
        is_sure = any(rows.longest(words, at) for rows in sure)
        begins = is_sure or _is_marked(pieces, piece_of, at)
        end = turns.longest(words, at) if begins and piece_of[at] != piece_of[at - 1] else 0
        if not end or not (before := meaning(trimmed(" ".join(pieces[: piece_of[at]])))):
            continue
        said: dict[str, str] = {}
        while 0 < end < len(words):
            behind = _from(pieces, piece_of, end)
            if not (is_sure or _is_marked(pieces, piece_of, end)) and meaning(_from(pieces, piece_of, at)) == before:
                return text  # "no, no los guarde": the second no is of what it denies
            if is_sure or len(behind.split()) > 1 or _is_marked(pieces, piece_of, end):
                said.setdefault(meaning(behind), behind)
            end = turns.longest(words, end)
        last = next((said[each] for each in said if each and each != before), said.get(before, ""))
        return last_word(last, told, meaning) if last else text
    return text


def only_interrupts(text: str, told: Told) -> bool:
    """Whether a text says nothing but "wait", "no wait", "hold on please"."""
    words = spread(text)[1]
    return told.interrupted.found(words) and Rows.together((told.interrupted, told.no, told.around)).cover(words)


def _behind_a_denial(
    pieces: Sequence[str], words: Row, piece_of: Sequence[int], begin: int, told: Told, is_one: IsOne, are_two: AreTwo
) -> str:
    """What stands behind the one that is denied; "" where that is all that is said."""
    for at in range(begin + 1, len(words)):
        if piece_of[at] == piece_of[at - 1]:
            continue
        left, right = " ".join(pieces[piece_of[begin] : piece_of[at]]), _from(pieces, piece_of, at)
        but = told.but.longest(words, at)
        if but and is_one(left) and is_one(_from(pieces, piece_of, but)):
            return _from(pieces, piece_of, but)
        is_marked = left[-1] in _MARKS and not left.endswith(".")
        if is_one(left) and is_one(right) and (is_marked or are_two(left, right)):
            return meant(right, told, is_one, are_two) or right
    may_be_a_number = told.no.cover(words[:begin]) and any(map(str.isdecimal, " ".join(pieces)))
    return " ".join(pieces) if may_be_a_number else ""  # "no. 12345" is one


def _denial(words: Row, at: int, told: Told) -> int:
    """Behind the "not" or "it's not" that stands there; 0 where none does."""
    begin = told.it_is.longest(words, at) or at
    end = told.denied.longest(words, begin) if begin < len(words) else 0
    return max(end, told.it_is.longest(words, end)) if 0 < end < len(words) else 0


def _turned(words: Row, at: int, turns: Rows) -> int:
    """Behind all that takes back what stood before: "wait no I mean"; 0 where nothing does, or nothing follows."""
    end = turns.longest(words, at)
    while 0 < end < len(words) and (further := turns.longest(words, end)):
        end = further
    return end if end < len(words) else 0


def _from(pieces: Sequence[str], piece_of: Sequence[int], at: int) -> str:
    return trimmed(" ".join(pieces[piece_of[at] :])) if at < len(piece_of) else ""


def _is_marked(pieces: Sequence[str], piece_of: Sequence[int], end: int) -> bool:
    return end > 0 and pieces[piece_of[end - 1]][-1] in _MARKS.replace(".", "")


def _only_before(pieces: Sequence[str], piece_of: Sequence[int], at: int, end: int) -> bool:
    """Whether a no goes with what follows it: "el 15, no el 14"; "el 14 no, el 15" puts right what stood before it."""
    return _is_marked(pieces, piece_of, at) and not _is_marked(pieces, piece_of, end)


def _is_of_a_name(pieces: Sequence[str], at: int) -> bool:
    """A capital letter in the midst of a sentence: "Mercedes Perdón Ruiz"."""
    return pieces[at][0].isupper() and not pieces[at].isupper() and pieces[at - 1][-1] not in _MARKS
