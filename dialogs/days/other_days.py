"""What is told beside the day that is asked for: a day that it is not, one that has gone by, the number of a floor."""

from __future__ import annotations

import re

from dialogs.content.day_words import OTHER, DayWords, Token
from dialogs.content.phrases import arabic_words, bare, plain

_PARTS = re.compile(r"[,;،؛]\s|(?<=\w{5})\.\s|(?<=\d\w\w)\.\s")
"""Where a part of a sentence ends; no full stop behind a few letters: "Dr. Lee"."""
_NUMERAL = re.compile(r"(\d{1,3})([^\W\d_]*)")
_MOST_WORDS = 3
"""Of a phrase before a number: "fax number"."""


def what_is_left(text: str, words: DayWords) -> str:
    """A text without the days that are not meant; "" if none is left, or nobody knows which."""
    text = _without_numbered(text, words)
    parts = [part for each in _PARTS.split(text) for part in _around_but(each, words) if _says_a_day(part, words)]
    left = [part for part in parts if not _is_denied(part, words) and not _has_gone_by(part, words)]
    if len(left) == len(parts):
        return text
    return left[0] if len(left) == 1 else ""


def _around_but(text: str, words: DayWords) -> list[str]:
    """The parts around "but" and "it is": a no ends there, unless it goes through it: "I don't think it is"."""
    said, between = plain(text), rf"(?<!\w)(?:{'|'.join(map(re.escape, words.but))})(?!\w)"
    goes_through = any(f" {no} " in f" {said} " and re.search(between, no) for no in words.denying)
    return re.split(between, said) if words.but and not goes_through else [said]


def _says_a_day(part: str, words: DayWords) -> bool:
    return any(kind != "other" for kind, _ in words.read(part))


def _is_denied(part: str, words: DayWords) -> bool:
    """ "It isn't on March 14"; "no later than March 14", one phrase that has a no in it, denies nothing."""
    for phrase in (*words.asking.roles, *words.phrases):
        if " " in phrase and phrase in part:  # most are not: no expression is made for these
            part = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", part)
    return any(each in part and re.search(rf"(?<!\w){re.escape(each)}(?!\w)", part) for each in words.denying)


def _has_gone_by(part: str, words: DayWords) -> bool:
    """ "I had chemo on the 14th"; "it was moved to the 14th" is still to come."""
    ends = bool(words.gone_endings) and any(word.endswith(words.gone_endings) for word in part.split())
    return (ends or _stands(words.gone_by, part)) and not _stands(words.appointed, part)


def _stands(phrases: tuple[str, ...], text: str) -> bool:
    known = arabic_words(phrases)
    said = f" {text} {' '.join(bare(word, known) for word in text.split())} "
    return any(f" {phrase} " in said for phrase in phrases)


def _without_numbered(text: str, words: DayWords) -> str:
    """Without the numbers of rooms, floors and rounds of treatment: "room 12", "the 3rd floor", "cycle the 3rd"."""
    numbered = {phrase for phrase, role in words.asking.roles.items() if role == "numbered"}
    pieces, known = text.split(), arabic_words(numbered)
    said = [bare(plain(piece).strip("."), known) for piece in pieces]
    gone, at = set[int](), 0
    while at < len(said):
        length = next((n for n in range(_MOST_WORDS, 0, -1) if " ".join(said[at : at + n]) in numbered), 0)
        begin, end = _label(said, at, at + length, words) if length else (at, at)
        gone |= {*range(begin, end)}
        at = max(end, at + 1)
    return " ".join(piece for at, piece in enumerate(pieces) if at not in gone)


def _label(said: list[str], begin: int, end: int, words: DayWords) -> tuple[int, int]:
    """Where such a word and its number begin and end: "in room 12", "on the 3rd floor"; nothing if it has no number."""
    after = end
    while after < len(said) and said[after] in words.the_day:
        after += 1
    if after < len(said) and _number(said[after], words) and not _is_of_a_month(said, after + 1, words):
        end = after + 1
    elif begin and (number := _number(said[begin - 1], words)) and number[0] == "ordinal":
        begin -= 1
    else:
        return begin, begin
    before = {word for phrase in words.the_day for word in phrase.split()}
    while begin and (said[begin - 1] in before or words.tokens.get(said[begin - 1], OTHER)[0] == "in"):
        begin -= 1
    return begin, end


def _number(word: str, words: DayWords) -> Token | None:
    """A number in figures, or one in words, which may be that of a place in a row."""
    if figures := _NUMERAL.fullmatch(word):
        ending = figures[2]
        kind = "ordinal" if ending else "number"
        return (kind, int(figures[1])) if not ending or ending in words.endings else None
    token = words.tokens.get(word)
    return ("ordinal", token[1]) if token and token[0] == "number" else None


def _is_of_a_month(said: list[str], at: int, words: DayWords) -> bool:
    following = [word for word in said[at : at + 2] if words.asking.roles.get(word) != "of"]
    return bool(following) and words.tokens.get(following[0], OTHER)[0] == "in_month"
