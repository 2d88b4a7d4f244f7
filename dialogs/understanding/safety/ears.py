"""Ears for every text, in all our languages at once: rules for what is said plainly, a model for what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from dialogs.content.phrases import Spelling
from dialogs.understanding.safety.bare import said_plainly
from dialogs.understanding.safety.clauses import Marks, Sentence, clauses, joined, sentences
from dialogs.understanding.safety.features import Meaning
from dialogs.understanding.safety.guess import Guess, guess
from dialogs.understanding.safety.heard import NOTHING, URGENT, Heard, Kind, Sure
from dialogs.understanding.safety.letters import tokens
from dialogs.understanding.safety.lexicon import Lexicon, Numbered
from dialogs.understanding.safety.model import Model
from dialogs.understanding.safety.phrasebook import Begun, Phrasebook, Word
from dialogs.understanding.safety.rules import Rule, Rules
from dialogs.understanding.safety.temperature import Temperature, together
from dialogs.understanding.safety.understood import Read, length
from dialogs.understanding.safety.verdict import verdict

_PREFIXES = ("وبال", "فبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ك", "ل")
"""In Arabic "and", "with", "for" and "the" are written as a part of the word behind them."""
_SHORTEST_STEM = 2
AT_A_TIME = 10
"""Words that are looked up before others may do something: a thousandth of a second."""


@dataclass(frozen=True, eq=False)
class Ears:
    """Hears what must not wait. Without rules and without a model, nothing."""

    languages: tuple[Rules, ...] = ()
    model: Model | None = None
    lexicon: Lexicon | None = field(default=None, repr=False)
    """That of these languages, where it was made before."""
    _book: Phrasebook = field(init=False, repr=False, compare=False)
    _spelling: Spelling = field(init=False, repr=False, compare=False)
    _known: frozenset[str] = field(init=False, repr=False, compare=False)
    _vocabularies: tuple[tuple[str, frozenset[str]], ...] = field(init=False, repr=False, compare=False)
    _latin: frozenset[str] = field(init=False, repr=False, compare=False)
    _rules: Mapping[int, list[tuple[Rule, frozenset[int], int]]] = field(init=False, repr=False, compare=False)
    _scopes: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _first_meaning: int = field(init=False, repr=False, compare=False)
    _temperature: Temperature = field(init=False, repr=False, compare=False)
    _read_words: dict[str, tuple[Word, Begun]] = field(init=False, repr=False, compare=False, default_factory=dict)
    """How common words are meant, and what begins with them; what anybody else writes is not remembered."""
    _last: dict[str, Heard] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What was heard last: in one turn several ask what is in a text, alone and behind the one before."""

    def __post_init__(self) -> None:
        numbered = Numbered.of(self.languages)
        lexicon = self.lexicon or Lexicon.of(self.languages)
        vocabulary = frozenset[str]().union(*(words for _, words in lexicon.vocabularies))
        made = {
            "_book": lexicon.book,
            "_spelling": Spelling(frozenset(word for word in vocabulary if word.isascii() and word.isalpha())),
            "_known": vocabulary,
            "_vocabularies": lexicon.vocabularies,
            "_latin": _in_latin_letters(lexicon.vocabularies, self.languages),
            "_rules": numbered.rules,
            "_scopes": numbered.scopes,
            "_first_meaning": numbered.first_meaning,
            "_temperature": together([each.temperature for each in self.languages]),
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    @classmethod
    def of_rules(cls, *rules: Rule) -> Self:
        """Ears that hear these rules and nothing else."""
        return cls((Rules(rules=rules),))

    def hear(self, text: str) -> Heard:
        """The most urgent that is said in a text in any of our languages; `NOTHING` if nothing is."""
        heard = self._last.get(text)
        if heard is None:
            heard = self._heard(text)
            if len(self._last) > 1:
                del self._last[next(iter(self._last))]
            self._last[text] = heard
        return heard

    def guesses(self, text: str) -> bool:
        """Whether something urgent is softly guessed in a text in which nothing of it is plainly said."""
        heard = self.hear(text)
        is_soft = heard.urgent and heard.sure is Sure.SOFT
        return is_soft and not self.of_the_rules(self.read(text)) and not self.says_alone(text)

    def _heard(self, text: str) -> Heard:
        read = self.read(text)
        thresholds = self.model.thresholds if self.model else {}
        kind, sure = verdict(self.of_the_rules(read), self._guess(read), thresholds, length(read))
        if kind not in URGENT and (said := self.says_alone(text)):
            kind, sure = said, Sure.SOFT
        return Heard(kind, sure, self._language(read)) if sure else NOTHING

    def says_alone(self, text: str) -> Kind | None:
        """The most urgent of the plainest signs, if a text says nothing else, or ends with one that somebody has."""
        return said_plainly([each.bare for each in self.languages], text, self._latin)

    def of_the_rules(self, read: Sequence[Read]) -> set[Kind]:
        """The kinds that rules hear in a text."""
        return {rule.kind for sentence in read for rule, _, __ in sentence.said}

    def _guess(self, read: Sequence[Read]) -> Guess | None:
        words = [word for sentence in read for word in sentence.words]
        if len(words) == 1 and len(words[0]) == 1:
            return None  # one sign, as an answer: in Arabic with Latin letters a 7 may begin any word
        return guess(self.model, read) if self.model and read else None

    def line(self, heard: Heard, spoken: str = "") -> str:
        """The message of what was heard, in one line of the language in which it was.

        Empty if there is none, or if that is the language `spoken` in the chat, in which the whole message is said.
        """
        if heard.language == spoken.casefold().partition("-")[0]:
            return ""
        return next((each.lines.get(heard.kind, "") for each in self.languages if each.language == heard.language), "")

    @property
    def lines(self) -> dict[str, str]:
        """Where help is in an emergency, in one line of each language that has one."""
        return {each.language: line for each in self.languages if (line := each.lines.get(Kind.EMERGENCY, ""))}

    def read(self, text: str) -> list[Read]:
        """The sentences of a text with their parts."""
        return [self._read(sentence) for sentence in sentences(tokens(text))]

    def _read(self, sentence: Sentence) -> Read:
        words, places = self._temperature.marked(sentence.words)
        lists: dict[int, list[int]] = {}
        meanings: set[Meaning] = set()
        first_meaning = self._first_meaning
        known = self._read_words
        read = [known.get(word) or self._read_word(word) for word in words]
        for number, start, _ in self._book.found([word for word, _ in read], [begun for _, begun in read]):
            if number >= first_meaning:
                meanings.add((start, number - first_meaning))
            else:
                lists.setdefault(number, []).append(start)
        marks = Marks(*[frozenset([at for each in kind for at in lists.get(each, ())]) for kind in self._scopes])
        breaks = frozenset(places[each] for each in sentence.breaks)
        parts = clauses(len(words), breaks, marks)
        return Read(words, parts, sorted(meanings), list(self._said(lists, joined(parts))))

    def be_ready(self) -> Iterator[None]:
        """Look up the common words for all texts to come, some at a time: whoever writes first does not wait for it."""
        if self.model is None:
            return
        for number, word in enumerate(self.model.common):
            self.model.look_up((word,))
            self._read_word(word)
            if number % AT_A_TIME == 0:
                yield

    def _read_word(self, word: str) -> tuple[Word, Begun]:
        meant = self._meant(word)
        read = meant, self._book.begun(meant)
        if self.model and word in self.model.common:
            self._read_words[word] = read
        return read

    def _meant(self, word: str) -> Word:
        if word in self._known or not word.isalpha():
            return (word,)
        if word.isascii():
            mended = self._spelling.mended(word)
            return (word,) if mended == word else (word, mended)
        stems = [word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= _SHORTEST_STEM]
        return (word, *stems)

    def _said(
        self, lists: Mapping[int, list[int]], stretches: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Rule, int, int]]:
        """The rules that hear something in one of these stretches, by where phrases of their lists begin."""
        for rule, groups, unless in (each for number in lists for each in self._rules.get(number, ())):
            if not lists.keys() >= groups:
                continue
            places, never = [lists[number] for number in groups], lists.get(unless, ())
            for start, end in stretches:
                if all(any(start <= at < end for at in each) for each in places) and not any(
                    start <= at < end for at in never
                ):
                    yield rule, start, end
                    break

    def _language(self, read: Sequence[Read]) -> str:
        """The language of which most words are known in a text."""
        words = [word for each in read for word in each.words]
        known = [(sum(map(vocabulary.__contains__, words)), language) for language, vocabulary in self._vocabularies]
        return max(known, key=lambda each: (each[0], each[1] == "en"))[1] if known else ""


def _in_latin_letters(vocabularies: Sequence[tuple[str, frozenset[str]]], languages: Sequence[Rules]) -> frozenset[str]:
    """The words of the languages that are written in Latin letters, of what is listened for."""
    of_bare = {each.language: each.bare.words for each in languages}
    every = [words | of_bare.get(language, frozenset()) for language, words in vocabularies]
    return frozenset[str]().union(*(words for words in every if sum(map(str.isascii, words)) * 2 > len(words)))
