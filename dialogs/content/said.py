"""What a person may say in plain words at any step: stop, somebody died, delete everything; and what is no answer.

The words are content (`said.toml`). They only choose what is asked or said next, and none of them is ever kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.content import decision_words, place_words, record_words
from dialogs.content.decision_words import NO_DECISION_WORDS, DecisionWords, Read
from dialogs.content.meanings import (
    CRY,
    DROPPED,
    DYING,
    GONE,
    GREETING,
    HEAVY,
    HELPED,
    HOPE,
    LOST,
    MEANINGS,
    ON_ITS_WAY,
    PAUSE,
    QUESTION,
    THANKS,
    UNREACHED,
    WEARY,
)
from dialogs.content.phrases import (
    NO_PHRASES,
    Phrases,
    Spelling,
    Text,
    clauses,
    has_a_mark,
    has_a_question_mark,
    plain,
    sentences,
    told_sentences,
)
from dialogs.content.place_words import NO_PLACE_WORDS, PlaceWords
from dialogs.content.record_words import NO_RECORD_WORDS, RecordWords
from dialogs.content.sayings import Saying
from dialogs.content.told_words import has_a_name


@dataclass(frozen=True, slots=True)
class Said:
    """The plain words of one language."""

    sayings: Mapping[str, tuple[Saying, ...]] = field(default_factory=dict)
    courtesy: Phrases = NO_PHRASES
    joins: tuple[str, ...] = ()
    """What joins two parts of a sentence: "and"."""
    decision: DecisionWords = NO_DECISION_WORDS
    """Words of somebody who weighs up what to do: a question with one of them may well be the decision."""
    telling: Phrases = NO_PHRASES
    """Words of somebody who tells something, where the name of a place is asked for."""
    places: PlaceWords = NO_PLACE_WORDS
    living: Phrases = NO_PHRASES
    """Words of somebody who tells of a death as a part of their own life: "since my husband died I forget things"."""
    figurative: Phrases = NO_PHRASES
    """Words of death and loss of which nobody died: "dead on", "buried in paperwork"."""
    mourning: Phrases = NO_PHRASES
    """Without one of these no grief is guessed: of dying, burying, mourning, of who is gone for good."""
    withholding: Phrases = NO_PHRASES
    """What says that a name or a number is not told: "I'd rather not say", "the same as before"."""
    nobody: Phrases = NO_PHRASES
    """With one of these a text begins that tells no name: "the one on my card", "he left"."""
    record: RecordWords = NO_RECORD_WORDS
    """Words of somebody who tells what they know of a record themselves."""
    secret: re.Pattern[str] | None = None
    spelling: Spelling = field(default_factory=Spelling)
    others: tuple[Said, ...] = ()
    """The other languages."""

    def meanings(self, text: str) -> frozenset[str]:
        """Which of `MEANINGS` are said; often none. Who asks "is she dead?" tells of no death, and may fear one."""
        told = self._all_meanings(text)
        not_asked = " ".join(each for each in told_sentences(text) if not has_a_mark(each))
        if GONE in told and GONE not in self._all_meanings(not_asked):
            return told - {GONE} | {LOST}
        return told

    def _all_meanings(self, text: str) -> frozenset[str]:
        return frozenset(meaning for said in (self, *self.others) for meaning in said.says(text, MEANINGS))

    def lives_on(self, text: str) -> bool:
        """Whether somebody who tells of a death tells of themselves, too."""
        return any(said.living.found(said._read(text)) for said in (self, *self.others))

    def tells_of_dying(self, text: str) -> bool:
        """Whether a text plainly tells that somebody will die: "they gave her three months"."""
        return any(self.is_said(DYING, each) for each in told_sentences(text) if not has_a_mark(each))

    def carries_a_lot(self, text: str) -> bool:
        """Whether somebody says how heavy it is, and asks nothing: "I feel so guilty, I should have noticed"."""
        return not has_a_question_mark(text) and self.is_said(HEAVY, text)

    def is_said(self, kind: str, text: str) -> bool:
        """Whether a text says this, in any language."""
        return any(said._fits(kind, said._read(text)) for said in (self, *self.others))

    def below_a_card(self, text: str) -> str:
        """Whether a text tells that no help is reached, or that it is: `UNREACHED`, `HELPED` or nothing."""
        told = {kind for said in (self, *self.others) for kind in said.says(text, (UNREACHED, HELPED))}
        return UNREACHED if UNREACHED in told else HELPED if told or self.is_all(text, ON_ITS_WAY) else ""

    def is_no_answer(self, text: str, weighs: bool = False, may_ask: bool = False) -> str:
        """One of `CRY`, `WEARY`, `THANKS`, `PAUSE`, `GREETING`, `QUESTION` if all sentences are: the gravest.

        `weighs`: a decision is asked for, which may have the form of a question. `may_ask`: questions are asked for.
        """
        kinds = [self._kind(sentence, weighs, may_ask) for sentence in told_sentences(text)]
        there = (kind for kind in (QUESTION, CRY, WEARY, PAUSE, THANKS, GREETING) if kind in kinds)
        return next(there, "") if all(kinds) else ""

    def weighs_up(self, text: str) -> bool:
        """Whether a text may well be a decision: a word of somebody who weighs up what to do stands in it."""
        return decision_words.weighs_up(*self._as_decided(text))

    def hardly_weighs_up(self, text: str) -> bool:
        """Whether only a word that stands in any talk makes a text a decision, and it asks nothing."""
        read, is_asked = self._as_decided(text)
        return not is_asked and decision_words.hardly_weighs_up(read)

    def doubts(self, text: str) -> bool:
        """Whether a word of who asks or weighs up stands in a text: "they want surgery on April 9"."""
        read, is_asked = self._as_decided(text)
        return is_asked or any(words.weighing.found(said) for words, said in read)

    def tells_news(self, text: str) -> bool:
        """Whether a text tells what was done, and asks nothing: "labs came today"."""
        return decision_words.is_news(*self._as_decided(text))

    def _as_decided(self, text: str) -> tuple[Read, bool]:
        return [(said.decision, said._read(text)) for said in (self, *self.others)], has_a_question_mark(text)

    def lets_go(self, text: str) -> bool:
        """Whether a text takes away what was written before, and asks nothing: "delete all my questions"."""
        return self.is_said(DROPPED, text)

    def may_name_a_place(self, text: str) -> bool:
        """Whether a text has a name with a capital letter, or a word for a place or a person that records go to."""
        return (has_a_name(text) and not text.isupper()) or any(
            said.places.placing.found(said._read(text)) for said in (self, *self.others)
        )

    def only_tells(self, text: str) -> bool:
        """Whether somebody tells of themselves or of others, and asks nothing: "my insurance said no"."""
        asks = has_a_question_mark(text) or self.is_no_answer(text) == QUESTION or self.weighs_up(text)
        return not asks and any(said.telling.found(said._read(text)) for said in (self, *self.others))

    def names_a_place(self, text: str) -> bool:
        """Whether a text may be the name of a hospital and says nothing else: no word of any talk stands in it."""
        is_named = has_a_name(text) or self.may_name_a_place(text)
        return is_named and not any(said.record.talks(text.split()) for said in (self, *self.others))

    def is_a_name_of_a_place(self, text: str) -> bool:
        """Whether a text is more than a word for any place, and no talk: "Dr. Weiss", and not "the same doctor"."""
        named = place_words.own_names([self.places, *(said.places for said in self.others)], text.split())
        return bool(named) and not any(said.record.talks(named) for said in (self, *self.others))

    def without_links(self, words: Sequence[str]) -> list[str]:
        return place_words.without_links([said.places for said in (self, *self.others)], words)

    def withholds(self, text: str) -> bool:
        """Whether somebody who is asked for a name says that they do not tell it, or who knows it."""
        if has_a_name(text) or any(map(str.isdecimal, text)):
            return False
        return any(said.withholding.found(said._read(text)) for said in (self, *self.others))

    def points_to_nobody(self, text: str) -> bool:
        """Whether a text begins like none that tells a name: "the one on my card", and not "An Nguyen"."""
        first = Text(" ".join(plain(text).replace(".", " ").split()[:1]))
        is_named = has_a_name(text) and not text.isupper()
        return not is_named and any(said.nobody.found(first) for said in (self, *self.others))

    def names_nobody(self, text: str) -> bool:
        """Whether a text is of words of any talk, where a name is asked for: "not telling you", and not "Will Long"."""
        words = [word for word in text.split() if any(map(str.isalpha, word)) and not any(map(str.isdecimal, text))]
        small = [word for at, word in enumerate(words) if not at or word == word.lower()]
        return any(said.record.talks(small) >= min(2, len(words)) for said in (self, *self.others) if words)

    def tells_of_a_record(self, text: str) -> bool:
        """Whether a text may well be a record in own words: "tamoxifen 20 mg", and not "my daughter knows"."""
        return record_words.tells_of_a_record([said.record for said in (self, *self.others)], text)

    def tells_of_a_plan(self, text: str) -> bool:
        """Whether such a text is of a treatment: "chemo, then surgery", and not "I take metformin"."""
        return record_words.tells_of_a_plan([said.record for said in (self, *self.others)], text)

    def beside_weak_signs(self, text: str) -> tuple[str, ...]:
        """Where a text has no other sign of a record than "I take" or "every day", the words that stand beside it."""
        every = [said.record for said in (self, *self.others)]
        return () if record_words.signs_of_a_record(every, text) else record_words.beside_weak_signs(every, text) or ()

    def tells_only_medicines(self, text: str, beside_a_line: bool) -> bool:
        """Whether no word of a text says anything else than which medicines are taken, and how often."""
        return record_words.only_medicines([said.record for said in (self, *self.others)], text, beside_a_line)

    def told_of_oneself(self, text: str) -> str:
        """A text without what it tells of relatives and their illnesses."""
        return record_words.told_of_oneself([said.record for said in (self, *self.others)], text)

    def tells_a_secret(self, text: str) -> bool:
        """Whether a password is told in so many words."""
        return any(said.secret is not None and bool(said.secret.search(text)) for said in (self, *self.others))

    def says(self, text: str, among: Iterable[str]) -> set[str]:
        """Which of these kinds are said in this language."""
        whole = self._read(text)
        if self.figurative.found(whole):  # "over my dead body" is nobody's death
            text = self.figurative.taken_out(whole.text)
            whole = self._read(text)
        said = (part for each in sentences(text) for part in dict.fromkeys((each, *clauses(each, self.joins))))
        parts = list(map(self._read, said))
        return {
            meaning
            for meaning in among
            for saying in self.sayings.get(meaning, ())
            if any(part.words and saying.fits(part, self.courtesy) for part in parts) and not saying.unless.found(whole)
        }

    def _read(self, text: str) -> Text:
        return Text(self.spelling.mended(plain(text).replace(".", " ")))

    def is_all(self, text: str, *kinds: str) -> bool:
        """Whether every word of a text is of these kinds: of who brings or calls, and when, or of who takes over."""
        told, languages = told_sentences(text), (self, *self.others)
        return bool(told) and any(
            all(any(said._fits(kind, said._read(each)) for kind in kinds) for each in told) for said in languages
        )

    def _kind(self, sentence: str, weighs: bool, may_ask: bool) -> str:
        said = self._read(sentence)
        if not said.words or self._fits(CRY, said):
            return CRY
        if kind := next((kind for kind in (WEARY, THANKS, PAUSE, GREETING) if self._fits(kind, said)), ""):
            return kind
        if may_ask or (weighs and self.decision.may_ask(said)):
            return ""
        asked = self._fits(QUESTION, said) or self._fits(HOPE, said) or (weighs and has_a_mark(sentence))
        return QUESTION if asked else ""

    def _fits(self, kind: str, said: Text) -> bool:
        return any(one.fits(said, self.courtesy) and not one.unless.found(said) for one in self.sayings.get(kind, ()))
