"""Which paper it is, and which others it speaks of, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.documents.recognition.dates import date_in
from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line, folded, folded_words, printed, whole
from bot.documents.recognition.rules import Reference, Rules
from bot.documents.recognition.sentences import MOST_CHARACTERS, sentences_of
from dialogs.case.facts import Target

MOST = 5
LONGEST = 280
"""Characters of a sentence that is quoted."""
_NUMBER = re.compile(r"(?:[A-Z]{1,3} (?=\d{4}))?[A-Za-z0-9](?:[A-Za-z0-9]|[-./](?=[A-Za-z0-9])){3,23}(?![A-Za-z0-9])")
_DATE = re.compile(r"\d{1,4}[-./](?:\d{1,2}|[A-Za-z]{3})[-./]\d{2,4}")
_A_SIZE = re.compile(r"\d+[.,]\d+")
_OF_A_SIZE = re.compile(r"\s*(?:[x×]|(?:cm|mm|ml|g|kg)\b)", re.IGNORECASE)
_A_DAY = re.compile(r"\d{1,4}[-./ ](?:\d{1,2}|[^\W\d_]{3,10})[-./, ]{1,2}\d{2,4}|[^\W\d_]{3,10}\.? \d{1,2},? \d{4}")
_NEAR = 5
"""Words before a phrase within which "no" takes it back."""
_MOST_IN_A_LIST = 10
"""Words of a paper that is one of several compared with."""
_ADVISED = 10
"""Words behind it within which an advice does."""


def identifiers_in(values: Iterable[Labelled]) -> tuple[str, ...]:
    """Accession, specimen and case numbers as printed, without labels; a patient's own number is none of these."""
    return _numbers(values, ("identifier", "specimen"))


def specimens_in(values: Iterable[Labelled]) -> tuple[str, ...]:
    """Those of them that name tissue: never the number of an order, a requisition, a study or a test."""
    return _numbers(values, ("specimen",))


def _numbers(values: Iterable[Labelled], kinds: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for each in values:
        if each.kind in kinds and (number := _NUMBER.match(each.value)):
            text = number.group()
            is_size = _A_SIZE.fullmatch(text) or _OF_A_SIZE.match(each.value, number.end())
            if sum(mark.isdigit() for mark in text) >= 2 and not _DATE.fullmatch(text) and not is_size:
                found.setdefault(text.casefold(), text)
    return tuple(found.values())[:MOST]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A sentence that speaks of another paper, as printed, and what that one is."""

    text: str
    target: Target


def pointers_in(lines: Sequence[Line], records: Sequence[str], order: str, rules: Rules) -> tuple[Pointer, ...]:
    """Sentences that speak of other papers; what the same file holds is not pointed at.

    `records`: the keys of what it holds beside its own kind.
    """
    words = whole(lines)
    likely = [each for each in rules.references if any(phrase in words for phrase in each.phrases)]
    if not likely:
        return ()
    found: dict[str, Pointer] = {}
    has_addendum = any(phrase in words for phrase in rules.addenda)
    lists_them = False
    for sentence in sentences_of(lines):
        if len(sentence) > MOST_CHARACTERS:
            continue
        target = _target(sentence, likely, records, order, rules)
        if target is None and lists_them:
            target = _one_more(sentence, order, rules)
        lists_them = target is not None and (lists_them or _begins_a_list(sentence, rules))
        if target is None or (target.part and has_addendum):
            continue
        text = printed(sentence, LONGEST)
        found.setdefault(text.casefold(), Pointer(text, target))
        if len(found) == MOST:
            break
    return tuple(found.values())


def _target(
    sentence: str, likely: Iterable[Reference], records: Sequence[str], order: str, rules: Rules
) -> Target | None:
    """What other paper a sentence speaks of, or None if it speaks of none, or takes it back."""
    plain = f" {' '.join(folded_words(sentence))} "
    if any(phrase in plain for phrase in rules.no_pointers):
        return None
    for reference in likely:
        phrase = next((each for each in reference.phrases if each in plain), "")
        if not phrase or _is_taken_back(plain, phrase, rules):
            continue
        day = _day_in(sentence, order, rules)
        if reference.awaited and not _is_around(plain, phrase, reference):
            continue
        compares = reference.beside and not reference.awaited
        has_day = day or _A_DAY.search(sentence)
        if compares and not has_day and (_is_advised(plain, phrase, rules) or not _is_beside(plain, phrase, reference)):
            continue
        record = "" if reference.part else _record_in(plain, rules)
        is_here = record in records and not reference.beside and not day
        return None if record and is_here else Target(record, day, reference.part)
    return None


def _begins_a_list(sentence: str, rules: Rules) -> bool:
    """ "COMPARISON: CT chest 6/11/2026." may go on with the next one: "PET/CT 6/25/2026." """
    head, colon, _ = sentence.partition(":")
    named = f" {' '.join(folded_words(head))} "
    return bool(colon) and any(named in reference.phrases for reference in rules.references if reference.beside)


def _one_more(sentence: str, order: str, rules: Rules) -> Target | None:
    """A further paper of such a list: a few words, an examination among them, and its day."""
    words = folded_words(sentence)
    plain = f" {' '.join(words)} "
    named = (phrase in plain for each in rules.references if each.beside for phrase in each.beside)
    day = _day_in(sentence, order, rules)
    if ":" in sentence or len(words) > _MOST_IN_A_LIST or not day or not any(named):
        return None
    return Target(_record_in(plain, rules), day, False)


def _is_taken_back(plain: str, phrase: str, rules: Rules) -> bool:
    """ "No tissue sent to pathology": a word that denies stands shortly before."""
    before = plain[: plain.index(phrase)].split()[-_NEAR:]
    return any(word in rules.denials for word in before)


def _is_beside(plain: str, phrase: str, reference: Reference) -> bool:
    """An examination is named: "compared with the CT", never "compared with the right side"."""
    behind = plain[plain.index(phrase) + len(phrase) - 1 :]
    return any(each in f" {' '.join(behind.split()[:12])} " for each in reference.beside)


def _is_around(plain: str, phrase: str, reference: Reference) -> bool:
    """What is waited for is named a few words before or behind: "pathology pending", "await the biopsy"."""
    before, _, behind = plain.partition(phrase)
    near = f" {' '.join((*before.split()[-_NEAR:], *behind.split()[:_NEAR]))} "
    return any(each in near for each in reference.beside)


def _is_advised(plain: str, phrase: str, rules: Rules) -> bool:
    behind = f" {' '.join(plain.partition(phrase)[2].split()[:_ADVISED])} "
    return any(each in behind for each in rules.advice)


def _record_in(plain: str, rules: Rules) -> str:
    """The record that the other paper is, as far as the words of the sentence say."""
    return next((key for key, phrases in rules.pointed if any(phrase in plain for phrase in phrases)), "")


def _day_in(sentence: str, order: str, rules: Rules) -> str:
    """The one day that a sentence names, as ISO 8601."""
    days: set[str] = set()
    for each in re.finditer(r"(?<![\w/.-])(?=[^\W_])", folded(sentence)):
        if len(days) < 3 and (day := date_in(sentence[each.start() : each.start() + 40], order, rules)):
            days.add(day.isoformat())
    return days.pop() if len(days) == 1 else ""
