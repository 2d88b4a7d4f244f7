"""A destination's profile: what a hospital asks for, as far as it was seen, and until when that is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from dialogs.content.phrases import plain

_PARTS = re.compile(r"(?<=[,;:!?()\n،؛؟])|(?<=\.\s)")
"""Where a part of a sentence ends."""
LONGEST_SMALL = 2
"""Letters of a word that says nothing by itself: "to", "a"."""
FEWEST_OF_A_REASON = 3
"""Words of a part of a sentence that says no of a place named before it: "no doubt" is of two."""
ANOTHER = "another"
"""The profile of whoever has none of their own: another hospital, one in the patient's words, one that is gone."""
About = Literal["records", "images", "slides", "papers", "sending", "opinion", "not_for"]
ABOUT: tuple[About, ...] = ("records", "images", "slides", "papers", "sending", "opinion", "not_for")
"""What a wish can be about: the headers of a profile, in the order in which they are shown."""
Wanted = Literal["yes", "if_asked", "no"]
WANTED: tuple[Wanted, ...] = ("yes", "if_asked", "no")


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that a destination asks for, or says of itself: where that was seen, and until when it is said."""

    about: About
    what: tuple[str, ...]
    """Records by their keys; of all else a word of [wish] in every language: "dicom", "portal", "certified"."""
    source: str
    """The page, with https://."""
    seen: date
    review_by: date
    """The last day on which it is said; after it, it is only known that they should be asked."""
    wanted: Wanted = "yes"
    months: int = 0
    """Of records: none older than so many months; 0: nothing is said of their age."""
    days: tuple[int, ...] = ()
    """Of the opinion: the fewest and the most working days after the records are there."""
    unsure: bool = False
    """To be checked: it is shown as such, and no record counts as not needed because of it."""

    def stands(self, today: date) -> bool:
        return today <= self.review_by


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one destination."""

    key: str
    country: str = "other"
    """One of `letters.COUNTRIES`."""
    called: tuple[str, ...] = ()
    """What people write who mean it, the first as it should stand on paper. Words in capitals stand for others."""
    wishes: tuple[Wish, ...] = ()
    perhaps: tuple[str, ...] = ()
    """What they write who may mean it, with hardly anything behind it: it is offered."""
    unlike: tuple[str, ...] = ()
    """Names of others that are nearly its own, or have its own in them: it is neither found by them nor offered."""

    def said(self, today: date) -> tuple[Wish, ...]:
        """What may still be said of it, in the order of its file."""
        return tuple(each for each in self.wishes if each.stands(today))

    def past(self, today: date) -> bool:
        """Whether some of it is not said any more, because nobody looked again in time."""
        return any(not each.stands(today) for each in self.wishes)

    def wish(self, record: str, today: date) -> Wish | None:
        """What it says of a record; None where nothing was seen, or it is too long ago."""
        about_it = (each for each in self.wishes if each.about == "records" and record in each.what)
        return next((each for each in about_it if each.stands(today)), None)

    def wanted(self, record: str, today: date) -> Wanted | None:
        """Whether it wants a record, as far as that is sure; None: ask them."""
        wish = self.wish(record, today)
        return wish.wanted if wish and not wish.unsure else None

    def of(self, about: About, today: date) -> tuple[str, ...]:
        """What it says of images, papers, the ways to send and so on, each once."""
        return tuple(dict.fromkeys(what for each in self.said(today) if each.about == about for what in each.what))


def not_denied(profiles: Mapping[str, Profile], text: str, denying: Collection[str]) -> str:
    """A text without the destinations that it names only to say no to them: "not North Clinic".

    `denying`: plain words that take back what follows within two words, small ones not counted ("anywhere but"). A
    comma ends that: "no, North Clinic".
    """
    phrases = [tuple(each.split()) for each in denying]
    return "".join(_without_denied(profiles, part, phrases) for part in _PARTS.split(text))


def _without_denied(profiles: Mapping[str, Profile], part: str, denying: Sequence[tuple[str, ...]]) -> str:
    left, before, named = list[str](), list[str](), [*_named(profiles, part)]
    for word, key in named:
        if not key or not any(_ends_near(before, phrase) for phrase in denying):
            left.append(word)
        before.append(word)
    return part if len(left) == len(named) else " ".join(left)


def _ends_near(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """Whether at most one word that is not small stands between a phrase and the end."""
    size = len(phrase)
    for end in range(len(words), size - 1, -1):
        if tuple(words[end - size : end]) == phrase:
            return True
        if sum(len(each) > LONGEST_SMALL for each in words[end - 1 :]) > 1:
            return False
    return False


def denied(profiles: Mapping[str, Profile], text: str, denying: Collection[str]) -> frozenset[str]:
    """The destinations that a text says no to, by a name of their own or by one that may mean them: "not Mayo"."""
    phrases, keys = [tuple(each.split()) for each in denying], set[str]()
    for part in _PARTS.split(text):
        before = list[str]()
        for word, key in _named(profiles, part, perhaps=True):
            if key and any(_ends_near(before, phrase) for phrase in phrases):
                keys.add(key)
            before.append(word)
    return frozenset(keys)


def said_no(profiles: Mapping[str, Profile], text: str, denying: Collection[str]) -> bool:
    """Whether a no behind a destination is said of something else than a name: "North Clinic doesn't take me"."""
    phrases, seen = [tuple(each.split()) for each in denying], False
    for part in _PARTS.split(text):
        named = [*_named(profiles, part, perhaps=True)]
        words, places = [word for word, _ in named], [at for at, (_, key) in enumerate(named) if key]
        first = 0 if seen and len(words) >= FEWEST_OF_A_REASON else places[0] if places else len(words)
        for at, phrase in ((at, each) for each in phrases for at in range(first, len(words) - len(each) + 1)):
            of_a_name = any(_ends_near(words[at:place], phrase) for place in places if place > at)
            if tuple(words[at : at + len(phrase)]) == phrase and not of_a_name:
                return True
        seen = seen or bool(places)
    return False


def found(profiles: Mapping[str, Profile], text: str) -> tuple[str, ...]:
    """The destinations that a text names, in the order in which it names them; the longest name first where two fit."""
    return tuple(dict.fromkeys(key for _, key in _named(profiles, text) if key))


def unnamed(profiles: Mapping[str, Profile], text: str) -> str:
    """What a text says beside the names of destinations: a doctor, a city, a department."""
    return " ".join(word for word, key in _named(profiles, text) if not key)


@cache
def _words_of(name: str) -> tuple[str, ...]:
    """A name of ours word by word, plain: the same few are looked for in whatever is written."""
    return tuple(plain(name).replace(".", " ").split())


def _named(profiles: Mapping[str, Profile], text: str, perhaps: bool = False) -> Iterator[tuple[str, str]]:
    """A text word by word, each with the key of the destination that it is the name of, or none.

    `perhaps`: or may be the name of.
    """
    words, at = plain(text).replace(".", " ").split(), 0
    said = frozenset(words)
    own = ((_words_of(name), key) for key, each in profiles.items() for name in each.called)
    unsure = ((_words_of(name), key) for key, each in profiles.items() if perhaps for name in each.perhaps)
    others = ((_words_of(name), "") for each in profiles.values() for name in each.unlike)
    names = {name: key for name, key in (*unsure, *others, *own) if name[0] in said}
    while at < len(words):
        here = [name for name in names if tuple(words[at : at + len(name)]) == name]
        longest = max(here, key=len, default=(words[at],))
        yield " ".join(longest), names.get(longest, "")
        at += len(longest)
