"""Buttons pressed in words of one's own: which of those in sight a text means, and what it asks for.

The words are content (`pressed.toml`). A text presses something only if every word of it is known there: whatever else
somebody writes, of a pain, a medicine or a choice, presses nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from dialogs.content.phrases import Spelling, bare, has_a_question_mark, parts_of, plain
from dialogs.content.standing import NO_STANDING, Standing
from dialogs.content.told import NOTHING_TOLD, Told
from dialogs.content.topics import NO_TOPICS, Topics
from dialogs.content.wishes import Heard, Wish
from dialogs.content.word_rows import NO_ROWS, Row, Rows, Twins


@dataclass(frozen=True, slots=True)
class Pressed:
    """The button that a text means; "" for none."""

    key: str = ""
    details: bool = False
    """More is said than the button says: when, whom, how long it takes."""


NOTHING = Pressed()
TWO = Pressed(details=True)
"""Two of them are meant alike: no other language is asked."""
LONGEST = 60
"""Words of a text that may press something: nobody says so in more."""


@dataclass(frozen=True, slots=True)
class Presses:
    """The words of one language for what can be pressed and asked for."""

    wishes: tuple[Wish, ...] = ()
    commands: tuple[Wish, ...] = ()
    twins: Twins = field(default_factory=Twins)
    courtesy: Rows = NO_ROWS
    """Taken out before anything is looked at."""
    filler: Rows = NO_ROWS
    denials: frozenset[str] = frozenset()
    """Words that deny: nobody is named by them, and beside one nothing lies anywhere."""
    joins: tuple[str, ...] = ()
    """What joins two parts of a sentence: "and"."""
    questions: Rows = NO_ROWS
    """What begins so is a question, with or without its mark."""
    requests: Rows = NO_ROWS
    """What begins so is none, even with a mark."""
    gives_way: frozenset[str] = frozenset()
    """Keys that are said on the way to another: "I don't have it, remind me"."""
    no_answers: frozenset[str] = frozenset()
    """Keys that are no answer to a question, even where they are out of sight: "undo", "I don't have it"."""
    signs: Mapping[str, str] = field(default_factory=dict)
    spelling: Spelling = field(default_factory=Spelling)
    arabic: frozenset[str] = frozenset()
    """The Arabic words that are known, to find them behind what is written in front of them."""
    carers: Twins = field(default_factory=Twins)
    """What who cares for a patient says of them, as the patient would say it: "she has it"."""
    told: Told = NOTHING_TOLD
    """What stands around what is told of a patient."""
    topics: Topics = NO_TOPICS
    standing: Standing = NO_STANDING
    """Which of the files that came is meant: "the second"."""
    others: tuple[Presses, ...] = ()
    """Those of the other languages: they are asked where nothing is understood in this one, and put no slip right."""
    _by_key: dict[str, list[Wish]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _heard_last: dict[str, Heard | None] = field(default_factory=dict, init=False, compare=False, repr=False)
    """The text that was made ready last: in a turn it is asked for what it may mean several times."""

    _asked_last: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What the last text asks for: many hear it in a turn, and each wants to know."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "others", tuple(each._as_written() for each in self.others))
        for wish in self.wishes:
            for key in wish.keys:
                self._by_key.setdefault(key, []).append(wish)

    def pressed(self, text: str, visible: Collection[str]) -> Pressed:
        """Which of the visible buttons is meant; `NOTHING` if none, or if two of them are meant alike."""
        own = self._pressed(self._about(visible), self._heard(text), visible)
        if own is not NOTHING:
            return NOTHING if own is TWO else own
        return _agreed(each.pressed(text, visible) for each in self._others(text))

    def tells(self, text: str, key: str) -> bool:
        """Whether a text says what this button says, among whatever else: "the plan, I asked La Paz for it"."""
        every, words = self._both(text)
        short = (wish for wish in self._by_key.get(key, ()) if not (wish.weak or wish.details or wish.beside))
        return any(all(group.found(words) for group in wish.all) and not wish.unless.found(every) for wish in short)

    def tells_beside(self, text: str, key: str, visible: Collection[str]) -> bool:
        """Whether a text presses this among words that nobody knows: what must not wait may be told there."""
        plainly = [wish for wish in self._about({key}) if not wish.takes_any_word]
        is_plain = self._pressed(plainly, self._heard(text), visible).key
        return not is_plain and all(each.tells_beside(text, key, visible) for each in self._others(text))

    def takes_back(self, text: str) -> bool:
        """Whether a text says of what was done last that it was wrong."""
        return any(self.pressed(text, {key}).key for key in ("undo", "line_wrong"))

    def takes_out(self, text: str) -> bool:
        """Whether a text takes the last one out of a list, of whatever that is, and says nothing of a slip."""
        means = [bool(self.pressed(text, {key}).key) for key in ("remove", "line_wrong", "undo")]
        return means == [True, True, False]

    def asks_for(self, text: str) -> str:
        """The name of the command that a text asks for; "" if none."""
        if (asked := self._asked_last.get(text)) is None:
            self._asked_last.clear()
            asked = self._asked_last[text] = self._asks_for(text)
        return asked

    def _asks_for(self, text: str) -> str:
        visible = {key for wish in self.commands for key in wish.keys}
        own = self._pressed(self.commands, self._heard(text), visible)
        if own is not NOTHING:
            return own.key
        return _agreed(Pressed(each.asks_for(text)) for each in self._others(text)).key

    def as_the_patient_says(self, text: str) -> str:
        """A text about a patient as the patient would say it of themselves; "" where it is none, or a question."""
        words = self._words(text)
        own = self.carers.told_alike(words)
        if self.is_question(text):
            return ""
        if own != words:
            return " ".join(own)
        return next(filter(None, (each.as_the_patient_says(text) for each in self.others)), "")

    def is_no_answer(self, text: str, but: Collection[str] = (), with_details: bool = False) -> bool:
        """Whether a text says no more than what some button says, wherever that button is; or that and its details."""
        heard = self._heard(text)
        found = (self._pressed(self._about({key}), heard, {key}) for key in self.no_answers.difference(but))
        own = any(each.key and (with_details or not each.details) for each in found)
        return own or any(each.is_no_answer(text, but, with_details) for each in self._others(text))

    def _others(self, text: str) -> Iterable[Presses]:
        """The other languages that a text may be in; none if it is of words of this one: "no letter" is English."""
        if not self.others:
            return ()
        words = plain(text).replace(".", " ").split()
        if self.spelling.words.issuperset(words):
            return ()
        return (each for each in self.others if each._knows_most_of(words))

    def _as_written(self) -> Presses:
        """As it is asked for a chat in another language: it puts no slip right ("negative" is no "negativo"), and hears
        nothing in words that it does not know."""
        wishes, commands = (tuple(w for w in some if not w.takes_any_word) for some in (self.wishes, self.commands))
        return replace(self, wishes=wishes, commands=commands, spelling=Spelling(written=self.spelling.words))

    def _knows_most_of(self, words: Collection[str]) -> bool:
        known = sum(word in self.spelling.written or bare(word, self.arabic) in self.arabic for word in words)
        return len(words) <= LONGEST and 2 * known >= len(words)

    def _about(self, visible: Collection[str]) -> Iterable[Wish]:
        """The wishes that may mean one of these."""
        return {id(wish): wish for key in visible for wish in self._by_key.get(key, ())}.values()

    def _heard(self, text: str) -> Heard | None:
        """The text made ready; None if it is too long to press anything."""
        if len(text.split()) > LONGEST:
            return None
        if text not in self._heard_last:
            heard = self._made_ready(text)
            self._heard_last.clear()
            self._heard_last[text] = heard
            return heard
        return self._heard_last[text]

    def _made_ready(self, text: str) -> Heard:
        every, words = self._both(text)
        readings = tuple(
            (self._words(" ".join(parts)), tuple(map(self._both, parts))) for parts in self._readings(text)
        )
        return Heard(every, words, self.is_question(text), has_a_question_mark(text), readings)

    def _pressed(self, wishes: Iterable[Wish], heard: Heard | None, visible: Collection[str]) -> Pressed:
        if heard is None:
            return NOTHING
        among = [wish for wish in wishes if wish.may_be_said_in(heard) and wish.may_mean_beside(visible)]
        short = [wish for wish in among if not wish.details]
        for whole, parts in heard.readings:
            keys = self._together(short, whole, parts, visible)
            if keys:
                return Pressed(keys.pop()) if len(keys) == 1 else TWO
        told = {_first(wish, visible) for wish in among if wish.details and wish.fits(heard.words, heard.every)}
        return Pressed(told.pop(), details=True) if len(told) == 1 else NOTHING

    def _readings(self, text: str) -> list[list[str]]:
        """A text as a whole, and by its parts; a yes or a no before it stands alone: "no, more pages"."""
        parts = parts_of(text, self.joins)
        first = self._words(parts[0]) if len(parts) > 1 else ()
        answers = any(wish.weak and wish.fits(self.courtesy.taken_out(first), first) for wish in self.wishes)
        return [*([[parts[0], " ".join(parts[1:])]] if answers else []), [text], parts]

    def _together(
        self, wishes: list[Wish], whole: Row, parts: tuple[tuple[Row, Row], ...], visible: Collection[str]
    ) -> set[str]:
        """What all parts say together: nothing if one of them says anything else."""
        strong, weak = set[str](), set[str]()
        for every, words in parts:
            # A yes is none if there is a no anywhere.
            fitting = [wish for wish in wishes if wish.fits(words, whole if wish.weak else every)]
            if not fitting and not self.filler.cover(words):
                return set()
            strong |= {_first(wish, visible) for wish in fitting if not wish.weak}
            weak |= {_first(wish, visible) for wish in fitting if wish.weak}
        keys = strong or weak
        return keys - self.gives_way or keys

    def _both(self, text: str) -> tuple[Row, Row]:
        every = self._words(text)
        return every, self.courtesy.taken_out(every)

    def _words(self, text: str) -> Row:
        for sign, word in self.signs.items():
            text = text.replace(sign, f" {word} ")
        words = self.spelling.mended(plain(text).replace(".", " ")).split()
        return self.twins.told_alike(tuple(bare(word, self.arabic) for word in words) if self.arabic else tuple(words))

    def is_question(self, text: str) -> bool:
        """Whether a text asks, with its mark or by how it begins; "can you ..." asks for something."""
        if any(each.requests.begin(each._words(text)) for each in (self, *self.others)):
            return False
        return has_a_question_mark(text) or any(each._asks(text) for each in (self, *self.others))

    def wonders(self, text: str) -> bool:
        """Whether a text asks, or ends in what it wants to know: "nobody told me why"."""
        every = (self, *self.others)
        return self.is_question(text) or any(each.questions.cover(each._words(text)[-1:]) for each in every)

    def _asks(self, text: str) -> bool:
        return self.questions.begin(self.courtesy.taken_out(self._words(text)))


def _agreed(found: Iterable[Pressed]) -> Pressed:
    """What is meant in one language, if it is not another thing in another: "once" is a number, too."""
    meant = {each for each in found if each.key}
    return meant.pop() if len(meant) == 1 else NOTHING


def _first(wish: Wish, visible: Collection[str]) -> str:
    return next(key for key in wish.keys if key in visible)
