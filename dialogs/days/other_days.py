"""What is told beside the day that is asked for: a day that it is not, one that has gone by, the number of a floor."""

from __future__ import annotations

import re

from dialogs.content.counted import Token
from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.phrases import arabic_words, bare, plain

_PARTS = re.compile(r"[,;:،؛]\s|\s[-–—]\s|(?<=\w{5})\.\s|(?<=\d\w\w)\.\s")
"""Where a part of a sentence ends; no full stop behind a few letters: "Dr. Lee"."""
_NUMERAL = re.compile(r"(\d{1,3})([^\W\d_]*)")
_MOST_WORDS = 3
"""Of a phrase before a number: "fax number"."""
_SHARE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])(?=\s+([^\W\d_]+)(?!\s+\d{4}))")
_SPANS = ("day", "week", "fortnight", "month")
_NO_DAY = frozenset({"other", "in", "this", "next", "last", "and", "about"})
"""What says nothing of a day alone: "in Houston"."""


def what_is_left(text: str, words: DayWords) -> str:
    """A text without the days that are not meant; "" if none is left."""
    text = _without_bounds(_without_numbered(_without_shares(_as_no_month(text, words), words), words), words)
    every = [part for each in _PARTS.split(text) for part in _around_but(each, words)]
    parts = [part for each in every for part in _behind_a_call(each, words) if _says_a_day(part, words)]
    left = [part for part in parts if not _is_denied(part, words) and not _is_of_something_else(part, words)]
    if len(left) == len(parts) and len(parts) == len([part for part in every if _says_a_day(part, words)]):
        return text
    return ", ".join(left)


def is_bounded(text: str, words: DayWords) -> bool:
    """Whether a day is told that only bounds the one that is meant, or is not meant: "no antes del 10"."""
    return stands(words.bounds, plain(text))


def is_to_be_told(text: str, words: DayWords) -> bool:
    """Whether a call or a word is still to come: "they call me Monday"; "they tell me it's on Monday" is that word."""
    said = plain(text)
    return stands(words.untold, said) or stands(words.to_be_told, without(words.appointed, said))


def _is_of_something_else(part: str, words: DayWords) -> bool:
    ways = (_has_gone_by, is_to_be_told, _bounds_a_time, _is_of_a_life, _is_of_a_feast)
    return any(is_so(part, words) for is_so in ways)


def _is_of_a_life(part: str, words: DayWords) -> bool:
    """ "Our lease is up on April 30"; "my son takes me there on the 30th" is of the visit."""
    things = (phrase for phrase, role in words.asking.roles.items() if role == "things")
    visit = (*words.visit, *words.seen, *words.appointed, *words.called, *things)
    return stands(words.mine, plain(part)) and not stands(visit, plain(part))


def _is_of_a_feast(part: str, words: DayWords) -> bool:
    """ "Easter is April 5", "the Monday after Easter": nobody reckons these here."""
    if not stands(words.feasts, plain(part)):
        return False
    names_a_month = any(kind == "in_month" for kind, _ in words.read(part))
    return not (names_a_month and stands((*words.visit, *words.appointed, *words.called), plain(part)))


def _bounds_a_time(part: str, words: DayWords) -> bool:
    """ "I'm away until the 10th"; "my scan isn't until the 10th" is of that day."""
    denies = any(f" {no} " in f" {plain(part)} " for no in words.denying)
    if denies or stands(words.appointed, part):  # "we have until the 10th to decide"
        return False
    said = words.in_single_words(part)
    the = {word for phrase in words.the_day for word in phrase.split()}
    days = (at for at, word in enumerate(said) if words.stands_for(word)[0] not in _NO_DAY)
    for at in days:
        while at > 0 and said[at - 1] in the:
            at -= 1
        bounds = next((len(each) for each in map(str.split, words.span) if said[:at][-len(each) :] == each), 0)
        counted = words.stands_for(said[at - bounds - 1])[0] if bounds < at else ""
        if bounds and counted not in _SPANS:  # "a week from Friday"
            return True
    return False


def _behind_a_call(part: str, words: DayWords) -> list[str]:
    """What is told by who called: "today they called, it's on the 14th"; "they called on the 9th" is of the call."""
    said = plain(part)
    for phrase in sorted(words.called, key=len, reverse=True):
        before, called, behind = f" {said} ".partition(f" {phrase} ")
        first = behind.split()[:1]
        if called and first and first[0] not in words.the_day and words.read(first[0]) == [OTHER]:
            return [behind.strip()] if _says_a_day(behind, words) else [before.strip()]
    return [part]


def without(phrases: tuple[str, ...], text: str) -> str:
    """A text without these phrases; as it was written where none stands in it."""
    said = f" {plain(text)} " if phrases else ""
    found = [phrase for phrase in phrases if f" {phrase} " in said]
    for phrase in sorted(found, key=len, reverse=True):
        said = said.replace(f" {phrase} ", " ")
    return said.strip() if found else text


def _around_but(text: str, words: DayWords) -> list[str]:
    """The parts around "but" and "it is": a no ends there, unless it goes through it: "I don't think it is"."""
    said, between = plain(text), rf"(?<!\w)(?:{'|'.join(map(re.escape, words.but))})(?!\w)"
    goes_through = any(f" {no} " in f" {said} " and re.search(between, no) for no in words.denying)
    return re.split(between, said) if words.but and not goes_through else [said]


def _says_a_day(part: str, words: DayWords) -> bool:
    return any(kind not in _NO_DAY for kind, _ in words.read(part))


def _is_denied(part: str, words: DayWords) -> bool:
    """ "It isn't on March 14"; "no later than March 14", one phrase that has a no in it, denies nothing."""
    for phrase in (*words.asking.roles, *words.phrases):
        if " " in phrase and phrase in part:  # most are not: no expression is made for these
            part = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", part)
    return any(each in part and re.search(rf"(?<!\w){re.escape(each)}(?!\w)", part) for each in words.denying)


def _has_gone_by(part: str, words: DayWords) -> bool:
    """ "I had chemo on the 14th"; "it was moved to the 14th" is still to come."""
    ends = bool(words.gone_endings) and any(word.endswith(words.gone_endings) for word in part.split())
    return (ends or stands(words.gone_by, part)) and not stands(words.appointed, part)


def stands(phrases: tuple[str, ...], text: str) -> bool:
    """Whether one of these phrases stands in a plain text; in Arabic also behind "and" or "the"."""
    known = arabic_words(phrases)
    said = f" {text} {' '.join(bare(word, known) for word in text.split())} "
    return any(f" {phrase} " in said for phrase in phrases)


def _as_no_month(text: str, words: DayWords) -> str:
    """A text in which "may know" is no month."""
    said = f" {plain(text)} " if words.no_month else ""
    found = [phrase for phrase in words.no_month if f" {phrase} " in said]
    for phrase in found:
        said = said.replace(f" {phrase} ", f" {phrase.partition(' ')[2]} ")
    return said.strip() if found else text


def _without_bounds(text: str, words: DayWords) -> str:
    """What stands before "not before April 10", "any day but Friday": the day behind is not the one that is meant."""
    said = f" {plain(text)} " if words.bounds else ""
    at = min((found for each in words.bounds if (found := said.find(f" {each} ")) >= 0), default=-1)
    return said[:at].strip() if at >= 0 else text


def _without_shares(text: str, words: DayWords) -> str:
    """Without "3/4 of an inch", "4/12 nodes": what is counted stands right behind."""
    beside = {phrase.split()[0] for phrase in (*words.around, *words.visit)}

    def share(found: re.Match[str]) -> str:
        counted = plain(found[3])
        names = words.stands_for(counted) == OTHER and counted not in beside
        return " " if int(found[1]) <= int(found[2]) and (names or counted in words.of) else found[0]

    return _SHARE.sub(share, text)


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
